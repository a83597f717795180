#include "docx_formatting_support.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace vanthu::test {
namespace {

using namespace docx;

pugi::xml_node parse(pugi::xml_document& document, std::string_view root, std::string_view inside) {
  if (inside.empty()) return {};
  auto const xml = fmt::format("<{0}>{1}</{0}>", root, inside);
  auto const result = document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  return result ? document.document_element() : throw std::runtime_error(fmt::format("{}: {}", result.description(), xml));
}

std::string dump(ParagraphFormat const& format) {
  static constexpr std::array<std::string_view, 4> alignments = {"left", "center", "right", "justify"};
  static constexpr std::array<std::string_view, 3> rules = {"", " exact", " at least"};
  std::string out;
  if (format.alignment != Alignment::left) out += fmt::format(" {}", alignments[static_cast<std::size_t>(format.alignment)]);
  if (format.left) out += fmt::format(" left {}", format.left);
  if (format.right) out += fmt::format(" right {}", format.right);
  if (format.first_line) out += fmt::format(" first {}", format.first_line);
  if (format.before) out += fmt::format(" before {}", format.before);
  if (format.after) out += fmt::format(" after {}", format.after);
  if (format.line != 240 || format.line_rule != LineRule::multiple)
    out += fmt::format(" line {}{}", format.line, rules[static_cast<std::size_t>(format.line_rule)]);
  if (format.contextual) out += " contextual";
  if (format.border_below) out += " border";
  if (format.boxed) out += " boxed";
  return out;
}

std::string dump(CharacterFormat const& format) {
  std::string out;
  if (format.font != "Times New Roman") out += fmt::format(" {}", format.font);
  if (format.size != 20) out += fmt::format(" {}pt", format.size / 2.0);
  if (format.bold) out += " bold";
  if (format.italic) out += " italic";
  if (format.underline) out += " underline";
  if (format.strike) out += " strike";
  if (format.caps) out += " caps";
  if (format.small_caps) out += " small-caps";
  if (format.raised) out += " raised";
  if (format.color) out += fmt::format(" #{:06X}", *format.color);
  return out;
}

struct Dumper {
  Formatting formatting;
  ListCounters counters{formatting.numbering()};
  std::string out;

  void paragraph(pugi::xml_node node, CellLook cell) {
    auto const properties = node.child("w:pPr");
    auto const paragraph = formatting.paragraph(properties, cell);
    std::string line;
    if (paragraph.item) {
      auto const label = counters.next(*paragraph.item);
      line = fmt::format("[{}{}]", label.text, label.suffix == Suffix::tab ? "→" : label.suffix == Suffix::space ? "·" : "");
      line += dump(formatting.formats()[formatting.label(paragraph, properties).other]);
    }
    line += dump(paragraph.format);
    for (auto const run : node.children("w:r")) {
      auto const format = formatting.characters(paragraph, run.child("w:rPr"));
      std::string_view const text = run.child("w:t").text().get();
      std::vector<FormatRun> runs;
      append_runs(runs, format, text, 0);
      for (auto const& part : runs)
        line += fmt::format(" |{}{}: {}", format.hidden ? " hidden" : "", dump(formatting.formats()[part.format]), slice(text, part.span));
    }
    line.erase(0, line.find_first_not_of(' '));
    out += line + "\n";
  }

  void blocks(pugi::xml_node parent, CellLook cell) {
    for (auto const node : parent.children()) {
      std::string_view const name = node.name();
      if (name == "w:p") paragraph(node, cell);
      if (name == "w:tbl") table(node);
    }
  }

  void table(pugi::xml_node node) {
    auto const look = formatting.table(node.child("w:tblPr"));
    CellPlace place;
    auto const count = [](auto const& range) { return static_cast<std::uint32_t>(std::distance(range.begin(), range.end())); };
    place.rows = count(node.children("w:tr"));
    for (auto const row : node.children("w:tr")) {
      place.columns = count(row.children("w:tc"));
      place.column = 0;
      place.header = row.child("w:trPr").child("w:tblHeader") != nullptr;
      for (auto const cell : row.children("w:tc")) {
        blocks(cell, formatting.cell(look, place));
        ++place.column;
      }
      ++place.row;
    }
  }
};

}  // namespace

std::string formatted(FormattingInput const& input) {
  pugi::xml_document body, styles, numbering, theme, settings;
  FormattingParts parts;
  parts.styles = parse(styles, "w:styles", input.styles);
  parts.numbering = parse(numbering, "w:numbering", input.numbering);
  if (!input.theme.empty()) parts.theme = parse(theme, "a:theme", fmt::format("<a:themeElements>{}</a:themeElements>", input.theme));
  parts.settings = parse(settings, "w:settings", input.settings);
  return formatted(parts, parse(body, "w:body", input.body));
}

std::string formatted(FormattingParts const& parts, pugi::xml_node body) {
  Dumper dumper{.formatting = Formatting(parts), .out = {}};
  dumper.blocks(body, CellLook::outside);
  if (dumper.out.ends_with('\n')) dumper.out.pop_back();
  return dumper.out;
}

}  // namespace vanthu::test
