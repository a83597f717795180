// enacting-line: no line that enacts ("QUYẾT ĐỊNH:", "QUYẾT NGHỊ:") stands between the legal bases and the first article.
// Where headings part the text ("## Căn cứ pháp lý", "## Nội dung"), a page tells of a decision in its own order.
#include <algorithm>
#include <initializer_list>
#include <tuple>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t longest = 60;  // bytes of such a line

// However a scan has damaged one of its words; also in small letters, or with blanks between the letters.
bool enacts(std::string_view text) {
  if (text.find("QUYẾT ĐỊNH") != std::string_view::npos || text.find("QUYẾT NGHỊ") != std::string_view::npos) return true;
  if (text.size() > longest || !(all_caps(text) || text.ends_with(':'))) return false;
  auto folded = fold_ascii(text);
  std::erase(folded, ' ');
  return std::ranges::any_of(std::initializer_list<std::string_view>{"quyet", "dinh", "nghi"},
                             [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const& [components, outline] = std::tie(input.facts.components, input.facts.outline);
  auto const article = std::ranges::find(outline, OutlineKind::article, &OutlineNode::kind);
  auto const basis = std::ranges::find(components, ComponentKind::legal_basis, &Component::kind);
  if (article == outline.end() || basis == components.end() || basis->span.begin >= article->span.begin) return;
  auto const& blocks = input.document.blocks;
  auto const with_basis = input.document.block_at(basis->span.begin);
  for (auto i = with_basis > 0 ? with_basis - 1 : 0; i < blocks.size() && blocks[i].span.begin < article->span.begin; ++i)
    if (blocks[i].kind == BlockKind::heading || enacts(slice(input.document.text, blocks[i].span))) return;
  out.push_back({.at = article->label_span, .arguments = {}, .related = {}, .fix = {}});
}

}  // namespace

Check const enacting_line{"enacting-line", {}, {}, run};

}  // namespace vanthu
