#include "recognize/paragraph_lines.hpp"

#include <algorithm>

#include "text/letter_widths.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::string_view kinds[] = {"border", "shape", "underline", "characters"};  // in the order of RuleLineKind

bool has_line(std::optional<K> kind) { return kind == K::motto || kind == K::issuer || kind == K::subject; }

bool in_header(std::optional<K> kind) {
  return has_line(kind) || kind == K::national_name || kind == K::governing_body || kind == K::number || kind == K::place_date ||
         kind == K::type_name;
}

// Behind a component whose last lines were not recognized as its own: those that look like it.
std::size_t end_of_lines(Document const& document, Facts const& facts, std::size_t last) {
  auto const& paragraphs = facts.paragraphs;
  auto const& model = paragraphs[last];
  auto end = last + 1;
  if (model.component != K::subject) return end;
  for (; end < paragraphs.size() && end < last + 6; ++end) {
    auto const& p = paragraphs[end];
    auto const other = p.component && p.component != K::body;
    if (other || p.centered != true || p.bold < 90 || p.sizes != model.sizes || all_caps(slice(document.text, document.blocks[end].span)))
      break;
  }
  return end;
}

// The lines of the component that ends with this paragraph. `first` to `last` are its paragraphs.
void lines_of(Document const& document, Facts& facts, std::size_t first, std::size_t last, bool spare) {
  auto const& lines = document.layout->rule_lines;
  auto& p = facts.paragraphs[last];
  auto const end = end_of_lines(document, facts, last);
  std::int32_t widest = 0;
  bool known = true;
  for (auto i = first; i < end; ++i) {
    auto const width = block_width(document, i);
    known = known && width > 0 && !facts.paragraphs[i].wraps;
    widest = std::max(widest, width);
  }
  auto const own = std::find_if(lines.rbegin(), lines.rend(), [&](RuleLine const& l) { return l.block >= first && l.block < end; });
  if (own == lines.rend()) {
    if (!spare) p.rule_line = "none";
    return;
  }
  p.rule_line = kinds[static_cast<std::size_t>(own->kind)];
  if (known && own->length > 0) p.rule_line_percent = static_cast<int>(std::int64_t{own->length} * 100 / widest);
}

}  // namespace

std::int32_t block_width(Document const& document, std::size_t block) {
  auto const& layout = *document.layout;
  auto const span = document.blocks[block].span;
  auto run = std::upper_bound(layout.runs.begin(), layout.runs.end(), span.begin,
                              [](std::uint32_t at, FormatRun const& r) { return at < r.span.end; });
  std::int32_t sum = 0;
  for (; run != layout.runs.end() && run->span.begin < span.end; ++run) {
    if (run->format >= layout.formats.size()) return 0;
    auto const part = slice(document.text, {std::max(span.begin, run->span.begin), std::min(span.end, run->span.end)});
    auto const width = text_width(part, layout.formats[run->format]);
    if (width == 0 && !part.empty()) return 0;
    sum += width;
  }
  return sum;
}

void recognize_rule_lines(Document const& document, Facts& facts) {
  auto& paragraphs = facts.paragraphs;
  // One more line than a component needs, or one under a component that needs none: drawn lines are often anchored in the wrong place.
  bool spare = false;
  std::uint32_t before = ~0U;
  for (auto const& line : document.layout->rule_lines) {
    if (line.block >= paragraphs.size()) continue;
    auto const kind = paragraphs[line.block].component;
    spare = spare || (in_header(kind) && (!has_line(kind) || line.block == before));
    before = line.block;
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (!has_line(paragraphs[i].component) || paragraphs[i].attached) continue;
    if (paragraphs[i].first_of_component) first = i;
    if (paragraphs[i].last_of_component) lines_of(document, facts, first, i, spare);
  }
}

}  // namespace vanthu
