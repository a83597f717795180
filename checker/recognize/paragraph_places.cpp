#include "recognize/paragraph_places.hpp"

#include <cstdlib>

namespace vanthu {
namespace {

using K = ComponentKind;

// Twips. Heights are estimates: up to the first they are the same, from the second on a line lies between them.
constexpr std::int32_t same_height = 180, other_height = 260;
constexpr std::uint32_t more_than_a_page = 6000;  // bytes of text

// Blocks side by side in one line of the file, or in cells of one row at the same height.
std::optional<bool> are_level(Document const& document, std::uint32_t a, std::uint32_t b) {
  auto const& first = document.layout->blocks[a];
  auto const& second = document.layout->blocks[b];
  auto const flows = [](BlockLayout const& block) { return block.region == Region::body && block.width > 0; };
  if (flows(first) && flows(second)) return document.blocks[a].row == document.blocks[b].row;
  if ((flows(first) && second.top) || (first.top && flows(second))) return false;
  if (first.table != second.table || !first.top || !second.top) return std::nullopt;
  if (first.row != second.row) return false;
  auto const apart = std::abs(*first.top - *second.top);
  if (apart <= same_height) return true;
  return apart >= other_height ? std::optional(false) : std::nullopt;
}

// The first paragraph of one of these components before the appendices.
ParagraphFacts* first_of(Facts& facts, std::initializer_list<K> kinds) {
  for (auto& p : facts.paragraphs)
    if (p.component && !p.attached && p.first_of_component)
      for (auto const kind : kinds)
        if (*p.component == kind) return &p;
  return nullptr;
}

void set_level(Document const& document, Facts& facts, std::initializer_list<K> of, std::initializer_list<K> beside) {
  auto* const p = first_of(facts, of);
  auto const* const other = first_of(facts, beside);
  if (p != nullptr && other != nullptr) p->level = are_level(document, p->block, other->block);
}

void set_own_pages(Document const& document, Facts& facts) {
  auto const& layout = *document.layout;
  for (auto& p : facts.paragraphs) {
    if (p.component != K::appendix || !p.first_of_component) continue;
    auto const index = layout.blocks[p.block].section;
    if (index >= layout.sections.size()) continue;
    auto const& section = layout.sections[index];
    auto const& number = section.page_number;
    if (number.part == PagePart::none) continue;
    auto const begins = section.first_block >= p.block;
    if (begins && (number.start ? *number.start == 1 : index == 0)) {
      p.own_pages = true;
      continue;
    }
    auto const end = index + 1 < layout.sections.size() && layout.sections[index + 1].first_block < document.blocks.size()
                         ? document.blocks[layout.sections[index + 1].first_block].span.begin
                         : static_cast<std::uint32_t>(document.text.size());
    if (!begins || number.on_first_page || end - document.blocks[p.block].span.begin > more_than_a_page) p.own_pages = false;
  }
}

}  // namespace

void recognize_places(Document const& document, Facts& facts) {
  for (auto& p : facts.paragraphs) {
    auto const& block = document.layout->blocks[p.block];
    p.framed = block.framed;
    if (document.blocks[p.block].column == Column::whole || block.region != Region::body) p.space_above = block.space_above;
  }
  set_level(document, facts, {K::place_date}, {K::number});
  set_level(document, facts, {K::recipients}, {K::signing_authority, K::signer_position});
  set_own_pages(document, facts);
}

}  // namespace vanthu
