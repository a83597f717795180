// The numbers of lists: what ListCounters counts and shows.
#include <algorithm>

#include "read/docx/numbering.hpp"
#include "read/docx/numeral.hpp"
#include "read/docx/symbols.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

// The text of a level with the numbers of the levels it names.
std::string label_text(Numbering const& numbering, ListItem item, Level const& level, std::array<std::int32_t, 9> const& values) {
  auto const bullet = level.number_format == "bullet";
  std::string shown;
  for (std::size_t at = 0; at < level.text.size();) {
    auto const digit = level.text[at] == '%' && at + 1 < level.text.size() ? level.text[at + 1] : '\0';
    if (bullet || digit < '1' || digit > '9') {
      auto const character = next_code_point(level.text, at);
      append_utf8(shown, bullet ? symbol(level.font, character) : character);
      continue;
    }
    at += 2;
    auto const named = digit - '1';
    if (named > item.level) continue;
    auto const* other = numbering.level({item.list, named});
    auto const format = !other || (level.legal && other->number_format != "none") ? "decimal" : other->number_format;
    shown += numeral(values[static_cast<std::size_t>(named)], format);
  }
  return shown;
}

}  // namespace

Label ListCounters::next(ListItem item) {
  auto const* level = numbering_->level(item);
  if (!level) return {};
  auto& family = families_[*numbering_->family(item.list)];
  auto const at = static_cast<std::size_t>(item.level);
  auto& started_over = started_over_[item.list];
  auto const start_over = level->starts_over && !(started_over >> at & 1U);
  family.value[at] = !family.running[at] || start_over ? level->start : std::min(family.value[at] + 1, 32767);
  family.running[at] = true;
  started_over |= 1U << at;
  for (std::int32_t deeper = item.level + 1; deeper < 9; ++deeper) {
    auto const* other = numbering_->level({item.list, deeper});
    if (!other || !other->restart || item.level < *other->restart) family.running[static_cast<std::size_t>(deeper)] = false;
  }
  auto values = family.value;
  for (std::int32_t above = 0; above < item.level; ++above) {
    auto const* other = numbering_->level({item.list, above});
    if (other && !family.running[static_cast<std::size_t>(above)]) values[static_cast<std::size_t>(above)] = other->start;
  }
  return {label_text(*numbering_, item, *level, values), level->suffix};
}

}  // namespace vanthu::docx
