#include "read/docx/formatting.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "read/docx/paragraph_properties.hpp"
#include "read/docx/run_properties.hpp"
#include "read/docx/styles.hpp"
#include "read/docx/table_style.hpp"
#include "read/docx/theme.hpp"
#include "read/docx/values.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint32_t no_style = UINT32_MAX;

struct Table {
  std::uint32_t style = no_style;
  ConditionalParts parts;
  std::uint32_t row_band = 1, column_band = 1;
};

struct Cell {
  std::uint32_t table_style = no_style;
  std::uint16_t parts = 0;
};

// What a cell and a paragraph style make together.
struct Base {
  ParagraphProperties paragraph;
  RunProperties run;          // all levels below the character style; of toggle properties nothing
  std::uint32_t toggled = 0;  // true at an odd number of table and paragraph style
};

// A base and a character style.
struct Letters {
  RunProperties run;
  std::optional<RunFormat> plain;  // without direct formatting
};

}  // namespace

struct Formatting::State {
  Styles styles;
  Theme theme;
  Numbering numbering;
  FontNames fonts;
  RunProperties defaults;
  std::int32_t automatic = 280;  // twips of automatic spacing: 14 pt, as HTML has it

  std::vector<Table> tables;
  std::map<std::tuple<std::uint32_t, ConditionalParts>, std::uint32_t> table_numbers;
  std::vector<Cell> cells{1};
  std::map<std::pair<std::uint32_t, std::uint16_t>, std::uint32_t> cell_numbers;
  std::vector<Base> bases;
  std::unordered_map<std::uint64_t, std::uint32_t> base_numbers;
  std::vector<Letters> letters;
  std::unordered_map<std::uint64_t, std::uint32_t> letter_numbers;
  std::vector<CharacterFormat> formats;
  std::unordered_map<std::uint64_t, std::uint32_t> format_numbers;

  explicit State(FormattingParts const& parts)
      : styles(parts.styles), theme(parts.theme, parts.settings), numbering(parts.numbering, parts.styles) {
    read_run_properties(styles.run_defaults(), theme, fonts, defaults);
    if (on_off(element(element(parts.settings, "compat"), "doNotUseHTMLParagraphAutoSpacing"))) automatic = 100;
    base(0, style_number({}, StyleType::paragraph));  // number 0: what a paragraph that says nothing has
  }

  RunProperties run_chain(std::vector<Style const*> const& chain) {
    RunProperties result;
    for (auto const* style : chain) read_run_properties(element(style->node, "rPr"), theme, fonts, result);
    return result;
  }

  // The w:pPr and w:rPr of a table style that a cell has, the weakest first: the whole table, then the parts in Word's order, of each
  // those of the styles it is based on before its own.
  std::vector<pugi::xml_node> table_nodes(Cell const& cell) const {
    std::vector<pugi::xml_node> nodes;
    if (cell.table_style == no_style) return nodes;
    auto const chain = styles.chain(cell.table_style);
    for (auto const* style : chain) nodes.push_back(style->node);
    auto const add = [&](std::string_view type) {
      for (auto const* style : chain)
        for (auto const node : style->node)
          if (local_name(node.name()) == "tblStylePr" && attribute(node, "type") == type) nodes.push_back(node);
    };
    add("wholeTable");
    for (std::size_t part = 0; part < table_part_names.size(); ++part)
      if (cell.parts >> part & 1U) add(table_part_names[part]);
    return nodes;
  }

  std::uint32_t base(std::uint32_t cell, std::uint32_t style) {
    auto const [known, added] = base_numbers.try_emplace(std::uint64_t{cell} << 32 | style, static_cast<std::uint32_t>(bases.size()));
    if (!added) return known->second;
    Base result;
    lay_over(result.paragraph, styles.paragraph_defaults(), numbering, {});
    RunProperties of_table;
    for (auto const node : table_nodes(cells[cell])) {
      lay_over(result.paragraph, element(node, "pPr"), numbering, {});
      read_run_properties(element(node, "rPr"), theme, fonts, of_table);
    }
    RunProperties of_style;
    if (style != no_style) {
      auto const chain = styles.chain(style);
      for (auto const* each : chain) lay_over(result.paragraph, element(each->node, "pPr"), numbering, each->id);
      of_style = run_chain(chain);
    }
    result.run = defaults;
    lay_over(result.run, of_table);
    lay_over(result.run, of_style);
    result.toggled = (of_table.on ^ of_style.on) & toggle_flags;
    bases.push_back(result);
    return known->second;
  }

  // By base and character style; what is true in the defaults stays true, else the levels toggle (17.7.3).
  Letters& styled(std::uint32_t base_number, std::uint32_t style) {
    auto const [known, added] =
        letter_numbers.try_emplace(std::uint64_t{base_number} << 32 | style, static_cast<std::uint32_t>(letters.size()));
    if (!added) return letters[known->second];
    auto const& below = bases[base_number];
    auto const own = style == no_style ? RunProperties{} : run_chain(styles.chain(style));
    auto run = below.run;
    lay_over(run, own);
    run.on = (run.on & ~toggle_flags) | ((defaults.on | (below.toggled ^ own.on)) & toggle_flags);
    return letters.emplace_back(Letters{run, std::nullopt});
  }

  std::uint32_t format(RunProperties const& run, std::uint16_t font, std::uint16_t size, bool bold, bool italic) {
    auto const flag = [&](std::uint32_t flags) { return (run.on & flags) != 0; };
    CharacterFormat result;
    result.size = size ? size : std::uint16_t{20};
    result.bold = bold;
    result.italic = italic;
    result.underline = flag(underline_flag);
    result.strike = flag(strike_flag | double_strike_flag);
    result.caps = flag(caps_flag);
    result.small_caps = flag(small_caps_flag);
    result.raised = flag(raised_flag);
    if (run.color == RunProperties::Color::rgb) result.color = run.rgb;
    std::uint64_t key = font;
    key = key << 12 | result.size;
    for (auto const each : {bold, italic, result.underline, result.strike, result.caps, result.small_caps, result.raised})
      key = key << 1 | (each ? 1U : 0U);
    key = key << 25 | (result.color ? 1U << 24 | *result.color : 0U);
    auto const [known, added] = format_numbers.try_emplace(key, static_cast<std::uint32_t>(formats.size()));
    if (!added) return known->second;
    result.font = font ? fonts.name(font) : "Times New Roman";
    formats.push_back(std::move(result));
    return known->second;
  }

  RunFormat run_format(RunProperties const& run) {
    RunFormat result;
    result.hidden = (run.on & hidden_flag) != 0;
    if (run.on & (complex_flag | right_to_left_flag)) {
      result.ascii = format(run, run.fonts[complex_font], run.complex_size, run.on & bold_complex_flag, run.on & italic_complex_flag);
      result.other = result.east_asian = result.ascii;
      return result;
    }
    auto const of = [&](FontGroup group) { return format(run, run.fonts[group], run.size, run.on & bold_flag, run.on & italic_flag); };
    result.ascii = of(ascii_font);
    result.other = run.fonts[other_font] == run.fonts[ascii_font] ? result.ascii : of(other_font);
    result.east_asian = run.fonts[east_asian_font] == run.fonts[ascii_font] ? result.ascii : of(east_asian_font);
    return result;
  }

  std::uint32_t style_number(std::string_view id, StyleType type) const { return styles.find(id, type).value_or(no_style); }

  Letters& letters_of(StyledParagraph const& paragraph, pugi::xml_node run_properties) {
    return styled(paragraph.letters, style_number(attribute(element(run_properties, "rStyle"), "val"), StyleType::character));
  }

  // Twips of a character of the document's default paragraph style, the unit of indents in characters.
  std::int32_t character_width() const { return (bases[0].run.size ? bases[0].run.size : 20) * 10; }
};

Formatting::Formatting(FormattingParts const& parts) : state_(std::make_unique<State>(parts)) {}
Formatting::~Formatting() = default;
Formatting::Formatting(Formatting&&) noexcept = default;
Formatting& Formatting::operator=(Formatting&&) noexcept = default;

TableLook Formatting::table(pugi::xml_node table_properties) {
  auto& state = *state_;
  auto const style = state.style_number(attribute(element(table_properties, "tblStyle"), "val"), StyleType::table);
  auto const parts = conditional_parts(element(table_properties, "tblLook"));
  auto const [known, added] = state.table_numbers.try_emplace({style, parts}, static_cast<std::uint32_t>(state.tables.size()));
  if (added) {
    Table table{style, parts, 1, 1};
    if (style != no_style)
      for (auto const* each : state.styles.chain(style)) {
        auto const properties = element(each->node, "tblPr");
        auto const rows = integer(attribute(element(properties, "tblStyleRowBandSize"), "val"));
        auto const columns = integer(attribute(element(properties, "tblStyleColBandSize"), "val"));
        if (rows && *rows > 0) table.row_band = static_cast<std::uint32_t>(*rows);
        if (columns && *columns > 0) table.column_band = static_cast<std::uint32_t>(*columns);
      }
    state.tables.push_back(table);
  }
  return TableLook{known->second};
}

CellLook Formatting::cell(TableLook table, CellPlace const& place) {
  auto& state = *state_;
  auto const number = static_cast<std::size_t>(table);
  if (number >= state.tables.size()) return CellLook::outside;
  auto const& own = state.tables[number];
  auto const parts = parts_of(place, own.parts, own.row_band, own.column_band);
  auto const [known, added] = state.cell_numbers.try_emplace({own.style, parts}, static_cast<std::uint32_t>(state.cells.size()));
  if (added) state.cells.push_back({own.style, parts});
  return CellLook{known->second};
}

StyledParagraph Formatting::paragraph(pugi::xml_node paragraph_properties, CellLook cell) {
  auto& state = *state_;
  auto const style = state.style_number(attribute(element(paragraph_properties, "pStyle"), "val"), StyleType::paragraph);
  StyledParagraph result;
  result.letters = state.base(static_cast<std::uint32_t>(cell), style);
  auto properties = state.bases[result.letters].paragraph;
  lay_over(properties, paragraph_properties, state.numbering, {});
  result.item = list_item(properties, state.numbering);
  result.format = paragraph_format(properties, result.item.has_value(), state.character_width(), state.automatic);
  result.format.style = style == no_style ? 0 : style;
  return result;
}

RunFormat Formatting::characters(StyledParagraph const& paragraph, pugi::xml_node run_properties) {
  auto& state = *state_;
  auto& letters = state.letters_of(paragraph, run_properties);
  if (!run_properties.first_child()) {
    if (!letters.plain) letters.plain = state.run_format(letters.run);
    return *letters.plain;
  }
  auto run = letters.run;
  read_run_properties(run_properties, state.theme, state.fonts, run);
  return state.run_format(run);
}

RunFormat Formatting::label(StyledParagraph const& paragraph, pugi::xml_node paragraph_properties) {
  auto& state = *state_;
  auto const mark = element(paragraph_properties, "rPr");
  auto run = state.letters_of(paragraph, mark).run;
  read_run_properties(mark, state.theme, state.fonts, run);
  if (paragraph.item)
    if (auto const* level = state.numbering.level(*paragraph.item))
      read_run_properties(level->run_properties, state.theme, state.fonts, run);
  return state.run_format(run);
}

Numbering const& Formatting::numbering() const { return state_->numbering; }

std::vector<CharacterFormat> const& Formatting::formats() const { return state_->formats; }

void append_runs(std::vector<FormatRun>& runs, RunFormat const& format, std::string_view text, std::size_t offset) {
  auto const add = [&](std::size_t begin, std::size_t end, std::uint32_t number) {
    auto const first = static_cast<std::uint32_t>(offset + begin), last = static_cast<std::uint32_t>(offset + end);
    if (!runs.empty() && runs.back().format == number && runs.back().span.end == first)
      runs.back().span.end = last;
    else
      runs.push_back({{first, last}, number});
  };
  if (text.empty()) return;
  if (format.ascii == format.other && format.ascii == format.east_asian) return add(0, text.size(), format.ascii);
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const character = next_code_point(text, at);
    auto const east_asian = (character >= 0x2E80 && character <= 0xD7FF) || (character >= 0xF900 && character <= 0xFAFF) ||
                            (character >= 0xFE30 && character <= 0xFE6F) || (character >= 0xFF00 && character <= 0xFFEF) ||
                            (character >= 0x20000 && character <= 0x3FFFF);
    add(begin, at, character < 0x80 ? format.ascii : east_asian ? format.east_asian : format.other);
  }
}

}  // namespace vanthu::docx
