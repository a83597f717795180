// actor-signature: the text acts in the name of the committee ("Ủy ban nhân dân tỉnh yêu cầu") and is signed in the chairman's, or the
// other way round. Practice, Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7.
#include <algorithm>
#include <optional>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

std::vector<WordPhrase> phrases(std::initializer_list<std::string_view> texts) {
  std::vector<WordPhrase> out;
  for (auto const text : texts) out.push_back(make_phrase(text));
  return out;
}

std::vector<std::string> committees(Options const&) { return {"ủy ban nhân dân", "ubnd"}; }
constexpr std::size_t committee_words[] = {4, 1};

struct Actors {
  bool committee = false;
  bool chairman = false;
  Span last;
};

// The word behind the phrase that stands at words[at]; nothing when none of them stands there, one blank before it.
std::optional<std::size_t> skip_any(std::string_view text, std::span<Word const> words, std::size_t at,
                                    std::vector<WordPhrase> const& list) {
  if (at > 0 && at < words.size() && slice(text, {words[at - 1].span.end, words[at].span.begin}) != " ") return std::nullopt;
  for (auto const& phrase : list)
    if (phrase_at(text, words, at, phrase)) return at + phrase.words.size();
  return std::nullopt;
}

// Looks for "<committee> <level> <verb>" in the body and tells whether "chủ tịch" stands before it.
Actors search(CheckInput const& input, Span body) {
  static auto const levels = phrases({"tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện", "quận", "thị xã"});
  static auto const verbs = phrases({"yêu cầu", "chỉ thị", "đề nghị các", "đề nghị thủ trưởng"});
  static auto const chairman = make_phrase("chủ tịch");
  Actors actors;
  std::string_view const text = input.document.text;
  std::span<Word const> const words = input.document.words;
  for (auto const& committee : input.found) {
    std::size_t const first = committee.word, behind = first + committee_words[committee.phrase];
    if (!body.contains(words[first].span)) continue;
    auto const level = skip_any(text, words, behind, levels);
    if (!skip_any(text, words, level.value_or(behind), verbs)) continue;
    auto const line = text.substr(0, committee.span.begin);
    auto const before = line.substr(line.rfind('\n') + 1);
    bool const by_chairman = first >= 2 && before.ends_with(' ') && phrase_at(text, words, first - 2, chairman);
    bool const after_mark = before.size() >= 2 && std::string_view(",;.").find(before[before.size() - 2]) != std::string_view::npos;
    bool const other = before.size() >= 2 && before.ends_with(' ') && !by_chairman && !after_mark;
    if (other) continue;  // "báo cáo UBND tỉnh đề nghị …": an object, not the actor
    (by_chairman ? actors.chairman : actors.committee) = true;
    actors.last = input.document.blocks[input.document.block_at(committee.span.begin)].span;
  }
  return actors;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* body = input.facts.first(ComponentKind::body);
  if (body == nullptr || input.found.empty() || input.facts.first(ComponentKind::signer_position) == nullptr) return;
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
  if (!chairman_signs) return;
  auto const actors = search(input, body->span);
  if (actors.committee == actors.chairman || committee_signs == actors.committee) return;
  out.push_back({.at = signature,
                 .arguments = {{"actor", actors.committee ? "Ủy ban nhân dân" : "Chủ tịch Ủy ban nhân dân"}},
                 .related = {actors.last},
                 .fix = {}});
}

constexpr ArgumentDef arguments[] = {{"actor", "in whose name the text acts"}};

}  // namespace

Check const actor_signature{"actor-signature", {}, arguments, run, committees};

}  // namespace vanthu
