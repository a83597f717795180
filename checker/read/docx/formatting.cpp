#include "read/docx/formatting.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "read/docx/paragraph_properties.hpp"
#include "read/docx/run_formats.hpp"
#include "read/docx/run_properties.hpp"
#include "read/docx/style_properties.hpp"
#include "read/docx/styles.hpp"
#include "read/docx/table_style.hpp"
#include "read/docx/theme.hpp"
#include "read/docx/values.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint32_t no_style = UINT32_MAX;

struct Table {
  std::uint32_t style = no_style;
  ConditionalParts parts;
  std::uint32_t row_band = 1, column_band = 1;
};

// What a cell's paragraphs have below their own style.
struct Cell {
  ParagraphLevels paragraph;
  RunProperties run;  // of the table's style alone
};

// What a cell and a paragraph style make together.
struct Base {
  ParagraphLevels paragraph;
  RunProperties run;          // all levels below the character style, as if there were no toggle properties
  std::uint32_t toggled = 0;  // true of one of table style and paragraph style
};

// A base and a character style.
struct Letters {
  RunProperties run;
  std::optional<RunFormat> plain;  // without direct formatting
};

std::uint64_t pair(std::uint32_t first, std::uint32_t second) { return std::uint64_t{first} << 32 | second; }

// A compatibility setting of Word 2010 and later ([MS-DOCX] 2.2.2).
bool setting(pugi::xml_node compatibility, std::string_view name) {
  for (auto const node : compatibility)
    if (attribute(node, "name") == name) return on_off(attribute(node, "val"));
  return false;
}

}  // namespace

struct Formatting::State {
  Styles styles;
  Theme theme;
  Numbering numbering;
  FontNames fonts;
  RunProperties defaults;
  std::int32_t automatic = 280;      // twips of automatic spacing: 14 pt, as HTML has it
  bool default_style_yields = true;  // to the table's style, as far as it is nothing special: see base()

  std::vector<std::unique_ptr<FullStyle>> full_styles;
  std::vector<Table> tables;
  std::map<std::tuple<std::uint32_t, ConditionalParts>, std::uint32_t> table_numbers;
  std::vector<Cell> cells;
  std::unordered_map<std::uint64_t, std::uint32_t> cell_numbers;
  std::vector<Base> bases;
  std::unordered_map<std::uint64_t, std::uint32_t> base_numbers;
  std::vector<Letters> letters;
  std::unordered_map<std::uint64_t, std::uint32_t> letter_numbers;
  std::unordered_map<void const*, RunProperties> of_levels;  // w:rPr of lists' levels
  RunFormats formats{fonts};

  explicit State(FormattingParts const& parts)
      : styles(parts.styles), theme(parts.theme, parts.settings), numbering(parts.numbering, parts.styles), full_styles(styles.size()) {
    read_run_properties(styles.run_defaults(), theme, fonts, defaults);
    auto const compatibility = element(parts.settings, "compat");
    if (on_off(element(compatibility, "doNotUseHTMLParagraphAutoSpacing"))) automatic = 100;
    default_style_yields = !setting(compatibility, "overrideTableStyleFontSizeAndJustification");
    Cell outside;
    lay_over(outside.paragraph, read_paragraph_properties(styles.paragraph_defaults()), numbering, {});
    cells.push_back(outside);
    base(0, style_number({}, StyleType::paragraph));  // number 0: of a paragraph that says nothing
  }

  std::uint32_t style_number(std::string_view id, StyleType type) const { return styles.find(id, type).value_or(no_style); }

  FullStyle const& full_style(std::uint32_t number) {
    auto& style = full_styles[number];
    if (!style) style = std::make_unique<FullStyle>(read_style(styles[number].node, theme, fonts));
    return *style;
  }

  // The table style's own, then its conditional parts in Word's order; of each, what the styles say that it is based on, before its own.
  Cell make_cell(std::uint32_t table_style, std::uint16_t parts) {
    auto cell = cells.front();
    if (table_style == no_style) return cell;
    auto const chain = styles.chain(table_style);
    auto const add = [&](StyleProperties const& properties) {
      lay_over(cell.paragraph, properties.paragraph, numbering, {});
      lay_over(cell.run, properties.run);
    };
    for (auto const style : chain) add(full_style(style).own);
    for (std::uint32_t part = 0; part < table_part_names.size(); ++part) {
      if (!(parts >> part & 1U)) continue;
      for (auto const style : chain)
        if (auto const found = full_style(style).parts.find(static_cast<TablePart>(part)); found != full_style(style).parts.end())
          add(found->second);
    }
    return cell;
  }

  std::uint32_t base(std::uint32_t cell, std::uint32_t style) {
    auto const [known, added] = base_numbers.try_emplace(pair(cell, style), static_cast<std::uint32_t>(bases.size()));
    if (!added) return known->second;
    auto const& below = cells[cell];
    Base result;
    result.paragraph = below.paragraph;
    RunProperties own;
    if (style != no_style)
      for (auto const each : styles.chain(style)) {
        auto said = full_style(each).own;
        // Unless a setting says otherwise, 12 pt and left of the default paragraph style do not hide what the table's style says
        // ([MS-DOCX] 2.2.2.2; 11 pt, which is named there as well, does).
        if (default_style_yields && each == styles.find({}, StyleType::paragraph)) {
          if (below.run.size && said.run.size == 24) said.run.size = 0;
          if (said.paragraph.alignment == "left") said.paragraph.alignment.reset();
        }
        lay_over(result.paragraph, said.paragraph, numbering, styles[each].id);
        lay_over(own, said.run);
      }
    result.run = defaults;
    lay_over(result.run, below.run);
    lay_over(result.run, own);
    result.toggled = (below.run.on ^ own.on) & toggle_flags;
    bases.push_back(result);
    return known->second;
  }

  // By base and character style. A toggle property that is true in the defaults is true; else it is true where an odd number of table,
  // paragraph and character style say so (17.7.3).
  Letters& letters_of(StyledParagraph const& paragraph, pugi::xml_node run_properties) {
    auto style = style_number(attribute(element(run_properties, "rStyle"), "val"), StyleType::character);
    if (style == style_number({}, StyleType::character)) style = no_style;  // Word keeps "Default Paragraph Font" empty
    auto const [known, added] = letter_numbers.try_emplace(pair(paragraph.letters, style), static_cast<std::uint32_t>(letters.size()));
    if (!added) return letters[known->second];
    auto const& below = bases[paragraph.letters];
    RunProperties own;
    if (style != no_style)
      for (auto const each : styles.chain(style)) lay_over(own, full_style(each).own.run);
    auto run = below.run;
    lay_over(run, own);
    run.on = (run.on & ~toggle_flags) | ((defaults.on | (below.toggled ^ own.on)) & toggle_flags);
    return letters.emplace_back(Letters{run, std::nullopt});
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
      for (auto const each : state.styles.chain(style)) {
        auto const& full = state.full_style(each);
        table.row_band = full.row_band.value_or(table.row_band);
        table.column_band = full.column_band.value_or(table.column_band);
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
  auto const [known, added] = state.cell_numbers.try_emplace(pair(own.style, parts), static_cast<std::uint32_t>(state.cells.size()));
  if (added) state.cells.push_back(state.make_cell(own.style, parts));
  return CellLook{known->second};
}

StyledParagraph Formatting::paragraph(pugi::xml_node paragraph_properties, CellLook cell) {
  auto& state = *state_;
  auto const style = state.style_number(attribute(element(paragraph_properties, "pStyle"), "val"), StyleType::paragraph);
  StyledParagraph result;
  result.letters = state.base(static_cast<std::uint32_t>(cell), style);
  auto levels = state.bases[result.letters].paragraph;
  lay_over(levels, read_paragraph_properties(paragraph_properties), state.numbering, {});
  result.item = list_item(levels.said, state.numbering);
  result.format = paragraph_format(levels, result.item.has_value(), state.character_width(), state.automatic);
  result.format.style = style == no_style ? 0 : style;
  return result;
}

RunFormat Formatting::characters(StyledParagraph const& paragraph, pugi::xml_node run_properties) {
  auto& state = *state_;
  auto& letters = state.letters_of(paragraph, run_properties);
  if (!run_properties.first_child()) {
    if (!letters.plain) letters.plain = state.formats.of(letters.run);
    return *letters.plain;
  }
  auto run = letters.run;
  read_run_properties(run_properties, state.theme, state.fonts, run);
  return state.formats.of(run);
}

RunFormat Formatting::label(StyledParagraph const& paragraph, pugi::xml_node paragraph_properties) {
  auto& state = *state_;
  auto const mark = element(paragraph_properties, "rPr");
  auto run = state.letters_of(paragraph, mark).run;
  read_run_properties(mark, state.theme, state.fonts, run);
  if (auto const* level = paragraph.item ? state.numbering.level(*paragraph.item) : nullptr) {
    auto const [known, added] = state.of_levels.try_emplace(level->run_properties.internal_object());
    if (added) read_run_properties(level->run_properties, state.theme, state.fonts, known->second);
    lay_over(run, known->second);
  }
  return state.formats.of(run);
}

Numbering const& Formatting::numbering() const { return state_->numbering; }

std::vector<CharacterFormat> const& Formatting::formats() const { return state_->formats.all(); }

}  // namespace vanthu::docx
