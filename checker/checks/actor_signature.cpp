// actor-signature: the text acts in the name of the committee ("Ủy ban nhân dân tỉnh yêu cầu") and is signed in the chairman's, or the
// other way round. Practice, Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::string_view verbs[] = {" yêu cầu", " chỉ thị", " đề nghị các", " đề nghị thủ trưởng"};
constexpr std::string_view committees[] = {"ủy ban nhân dân", "ubnd"};
constexpr std::string_view levels[] = {" tỉnh", " thành phố", " xã", " phường", " đặc khu", " huyện", " quận", " thị xã"};

struct Actors {
  bool committee = false;
  bool chairman = false;
  Span last;
};

// Looks for "<committee> <level> <verb>" in one block and tells whether "chủ tịch" stands before it.
void search(std::string const& folded, Span block, Actors& actors) {
  for (auto const committee : committees)
    for (auto at = folded.find(committee); at != std::string::npos; at = folded.find(committee, at + 1)) {
      auto rest = std::string_view(folded).substr(at + committee.size());
      for (auto const level : levels)
        if (rest.starts_with(level)) {
          rest.remove_prefix(level.size());
          break;
        }
      bool acts = false;
      for (auto const verb : verbs) acts = acts || rest.starts_with(verb);
      if (!acts) continue;
      bool const chairman = at >= 11 && std::string_view(folded).substr(0, at).ends_with("chủ tịch ");
      bool const other = at > 0 && !chairman && folded[at - 1] == ' ' && at >= 2 && folded[at - 2] != ',' && folded[at - 2] != ';' &&
                         folded[at - 2] != '.';
      if (other) continue;  // "báo cáo UBND tỉnh đề nghị …": an object, not the actor
      (chairman ? actors.chairman : actors.committee) = true;
      actors.last = block;
    }
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* body = input.facts.first(ComponentKind::body);
  if (body == nullptr || input.facts.first(ComponentKind::signer_position) == nullptr) return;
  Actors actors;
  for (auto const& block : input.document.blocks)
    if (body->span.contains(block.span)) search(fold(slice(input.document.text, block.span)), block.span, actors);
  if (actors.committee == actors.chairman) return;
  bool committee_signs = false;
  bool chairman_signs = false;
  Span signature;
  for (auto const& c : input.facts.components) {
    if (c.kind != ComponentKind::signing_authority && c.kind != ComponentKind::signer_position) continue;
    if (signature.empty()) signature = c.span;
    auto const text = fold(slice(input.document.text, c.span));
    committee_signs = committee_signs || (text.starts_with("tm") && text.find("ủy ban") != std::string::npos);
    chairman_signs = chairman_signs || text.find("chủ tịch") != std::string::npos;
  }
  if (!chairman_signs || committee_signs == actors.committee) return;
  out.push_back({.at = signature,
                 .arguments = {{"actor", actors.committee ? "Ủy ban nhân dân" : "Chủ tịch Ủy ban nhân dân"}},
                 .related = {actors.last},
                 .fix = {}});
}

constexpr ArgumentDef arguments[] = {{"actor", "in whose name the text acts"}};

}  // namespace

Check const actor_signature{"actor-signature", {}, arguments, run};

}  // namespace vanthu
