#include "report/layout_json.hpp"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name(Alignment alignment) {
  switch (alignment) {
    case Alignment::left: return "left";
    case Alignment::center: return "center";
    case Alignment::right: return "right";
    case Alignment::justify: break;
  }
  return "justify";
}

std::string_view name(LineRule rule) { return rule == LineRule::multiple ? "multiple" : rule == LineRule::exact ? "exact" : "at-least"; }

std::string_view name(Region region) {
  switch (region) {
    case Region::body: return "body";
    case Region::table: return "table";
    case Region::text_box: return "text-box";
    case Region::footnote: break;
  }
  return "footnote";
}

std::string_view name(PagePart part) { return part == PagePart::none ? "none" : part == PagePart::header ? "header" : "footer"; }

std::string_view name(RuleLineKind kind) {
  switch (kind) {
    case RuleLineKind::border: return "border";
    case RuleLineKind::shape: return "shape";
    case RuleLineKind::underline: return "underline";
    case RuleLineKind::characters: break;
  }
  return "characters";
}

Json color(std::optional<std::uint32_t> rgb) {
  if (!rgb) return {};
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (auto shift = 20; shift >= 0; shift -= 4) out += digits[*rgb >> shift & 15U];
  return out;
}

Json json(CharacterFormat const& format) {
  return {{"font", format.font},           {"size", format.size / 2.0},   {"bold", format.bold}, {"italic", format.italic},
          {"underline", format.underline}, {"strike", format.strike},     {"caps", format.caps}, {"small_caps", format.small_caps},
          {"raised", format.raised},       {"color", color(format.color)}};
}

Json json(ParagraphFormat const& format) {
  return {{"alignment", name(format.alignment)},
          {"left", format.left},
          {"right", format.right},
          {"first_line", format.first_line},
          {"before", format.before},
          {"after", format.after},
          {"line_rule", name(format.line_rule)},
          {"line", format.line},
          {"contextual", format.contextual},
          {"style", format.style},
          {"border_below", format.border_below},
          {"on_grid", format.on_grid},
          {"boxed", format.boxed}};
}

Json json(Section const& section) {
  auto const& number = section.page_number;
  return {{"first_block", section.first_block},
          {"width", section.width},
          {"height", section.height},
          {"landscape", section.landscape},
          {"top", section.top},
          {"bottom", section.bottom},
          {"left", section.left},
          {"right", section.right},
          {"line_pitch", section.line_pitch},
          {"page_number",
           {{"part", name(number.part)},
            {"alignment", name(number.alignment)},
            {"on_first_page", number.on_first_page},
            {"arabic", number.arabic},
            {"start", number.start ? Json(*number.start) : Json()},
            {"format", number.part == PagePart::none ? Json() : json(number.format)}}}};
}

// The runs of all blocks, each from where it stands on: a run may go on behind the end of a block.
Json blocks(Document const& document, Layout const& layout) {
  auto out = Json::array();
  std::size_t run = 0;
  for (std::size_t k = 0; k < document.blocks.size() && k < layout.blocks.size(); ++k) {
    auto const span = document.blocks[k].span;
    auto const& block = layout.blocks[k];
    auto runs = Json::array();
    while (run < layout.runs.size() && layout.runs[run].span.end <= span.begin) ++run;
    for (auto at = run; at < layout.runs.size() && layout.runs[at].span.begin < span.end; ++at) {
      auto const& each = layout.runs[at];
      Json one = {{"text", slice(document.text, {std::max(each.span.begin, span.begin), std::min(each.span.end, span.end)})}};
      one.update(json(layout.formats[each.format]));
      runs.push_back(std::move(one));
    }
    out.push_back({{"region", name(block.region)},
                   {"section", block.section},
                   {"width", block.width},
                   {"table", block.table},
                   {"row", block.row},
                   {"top", block.top ? Json(*block.top) : Json()},
                   {"space_above", block.space_above ? Json(*block.space_above) : Json()},
                   {"framed", block.framed ? Json(*block.framed) : Json()},
                   {"paragraph", json(block.format)},
                   {"runs", std::move(runs)}});
  }
  return out;
}

}  // namespace

std::string layout_json(Document const& document, bool indented) {
  Json out = {{"schema", layout_schema}, {"file", document.name}, {"layout", nullptr}};
  if (document.layout) {
    auto& layout = out["layout"];
    layout["blocks"] = blocks(document, *document.layout);
    layout["sections"] = Json::array();
    for (auto const& section : document.layout->sections) layout["sections"].push_back(json(section));
    layout["rule_lines"] = Json::array();
    for (auto const& line : document.layout->rule_lines)
      layout["rule_lines"].push_back({{"block", line.block}, {"kind", name(line.kind)}, {"length", line.length}});
  }
  return out.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace vanthu::report
