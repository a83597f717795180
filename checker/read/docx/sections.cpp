#include "read/docx/sections.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "read/docx/page_field.hpp"
#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

using Node = pugi::xml_node;

enum Kind : std::size_t { default_page, first_page, even_page, kinds };

struct Edges {
  std::array<Node, kinds> headers, footers;  // roots of the parts
};

// What this section names replaces what the one before had (17.10.5).
void take_references(Node properties, SectionContext const& context, Edges& edges) {
  for (auto const& child : properties.children()) {
    auto const name = local_name(child.name());
    if (name != "headerReference" && name != "footerReference") continue;
    auto const type = attribute(child, "type");
    auto const kind = type == "first" ? first_page : type == "even" ? even_page : default_page;
    (name == "headerReference" ? edges.headers : edges.footers)[kind] = context.part(attribute(child, "id"));
  }
}

struct Found {
  PagePart part = PagePart::none;
  PageField field;
};

std::optional<Found> found_in(Edges const& edges, Kind kind) {
  if (auto field = page_field(edges.headers[kind])) return Found{PagePart::header, *field};
  if (auto field = page_field(edges.footers[kind])) return Found{PagePart::footer, *field};
  return std::nullopt;
}

bool is_arabic(std::string_view format) {
  return format.empty() || format == "decimal" || format == "numberInDash" || format == "decimalZero";
}

PageNumber page_number(Node properties, Edges const& edges, SectionContext const& context, std::int32_t text_width) {
  PageNumber out;
  auto const numbers = element(properties, "pgNumType");
  out.start = integer(attribute(numbers, "start"));
  bool const title_page = on_off(element(properties, "titlePg"));
  auto shown = found_in(edges, default_page);
  if (!shown && context.even_and_odd) shown = found_in(edges, even_page);
  auto const first = title_page ? found_in(edges, first_page) : found_in(edges, default_page);
  if (!shown) shown = first;
  if (!shown) return out;
  auto const& field = shown->field;
  out.part = shown->part;
  out.on_first_page = first && !first->field.nested;
  out.arabic = field.arabic && is_arabic(attribute(numbers, "fmt"));
  out.alignment = alignment_of(field, context.paragraph(field.paragraph).alignment, text_width);
  out.format = context.characters(field.paragraph, field.run);
  return out;
}

std::int32_t length(Node node, std::string_view name) { return twips(attribute(node, name)).value_or(0); }

}  // namespace

std::vector<Section> sections(std::span<SectionSource const> sources, SectionContext const& context) {
  std::vector<Section> out;
  Edges edges;
  for (auto const& source : sources) {
    auto const paper = element(source.properties, "pgSz");
    auto const margins = element(source.properties, "pgMar");
    auto& section = out.emplace_back();
    section.first_block = source.first_block;
    section.width = std::max(length(paper, "w"), 0);
    section.height = std::max(length(paper, "h"), 0);
    section.landscape = section.width > section.height;
    section.top = std::abs(length(margins, "top"));  // negative: exactly so, whatever the header needs
    section.bottom = std::abs(length(margins, "bottom"));
    section.left = length(margins, "left") + std::max(length(margins, "gutter"), 0);
    section.right = length(margins, "right");
    auto const grid = element(source.properties, "docGrid");
    auto const kind = attribute(grid, "type");
    if (kind == "lines" || kind == "linesAndChars" || kind == "snapToChars") section.line_pitch = std::max(length(grid, "linePitch"), 0);
    take_references(source.properties, context, edges);
    section.page_number = page_number(source.properties, edges, context, section.width - section.left - section.right);
  }
  return out;
}

}  // namespace vanthu::docx
