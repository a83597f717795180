#include "read/docx/walk.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "read/docx/ruled_tables.hpp"
#include "read/docx/run_text.hpp"

namespace vanthu::docx {
namespace {

// At most, while a Document is made of them and its facts are told.
constexpr std::uint64_t bytes_of_paragraph = 768, bytes_of_run = 64, copies_of_text = 8;

enum class Element : std::uint8_t {
  transparent,  // what is inside stands where it stands
  skipped,      // nothing inside is text that is shown
  alternatives,
  box,
  paragraph,
  table,
  row,
  cell,
  run,
  text,
  math_text,
  tab,
  line_break,
  hyphen,
  soft_hyphen,
  symbol,
  field_mark,
  footnote,
  endnote,
  elsewhere,  // a document of its own
};

struct Named {
  std::string_view name;
  Element element;
};
// Sorted by name. What is not named is transparent: hyperlinks, smart tags, insertions, moves to here, simple fields, content …
constexpr std::array<Named, 41> elements = {{{"m:oMathParaPr", Element::skipped},
                                             {"m:t", Element::math_text},
                                             {"mc:AlternateContent", Element::alternatives},
                                             {"w:altChunk", Element::elsewhere},
                                             {"w:br", Element::line_break},
                                             {"w:cr", Element::line_break},
                                             {"w:customXmlPr", Element::skipped},
                                             {"w:del", Element::skipped},
                                             {"w:delInstrText", Element::skipped},
                                             {"w:delText", Element::skipped},
                                             {"w:endnoteReference", Element::endnote},
                                             {"w:fldChar", Element::field_mark},
                                             {"w:footnoteReference", Element::footnote},
                                             {"w:instrText", Element::skipped},
                                             {"w:moveFrom", Element::skipped},
                                             {"w:noBreakHyphen", Element::hyphen},
                                             {"w:numberingChange", Element::skipped},
                                             {"w:p", Element::paragraph},
                                             {"w:pPr", Element::skipped},
                                             {"w:ptab", Element::tab},
                                             {"w:r", Element::run},
                                             {"w:rPr", Element::skipped},
                                             {"w:rt", Element::skipped},
                                             {"w:rubyPr", Element::skipped},
                                             {"w:sdtEndPr", Element::skipped},
                                             {"w:sdtPr", Element::skipped},
                                             {"w:sectPr", Element::skipped},
                                             {"w:smartTagPr", Element::skipped},
                                             {"w:softHyphen", Element::soft_hyphen},
                                             {"w:subDoc", Element::elsewhere},
                                             {"w:sym", Element::symbol},
                                             {"w:t", Element::text},
                                             {"w:tab", Element::tab},
                                             {"w:tbl", Element::table},
                                             {"w:tblGrid", Element::skipped},
                                             {"w:tblPr", Element::skipped},
                                             {"w:tc", Element::cell},
                                             {"w:tcPr", Element::skipped},
                                             {"w:tr", Element::row},
                                             {"w:trPr", Element::skipped},
                                             {"w:txbxContent", Element::box}}};
static_assert(std::is_sorted(elements.begin(), elements.end(), [](Named const& a, Named const& b) { return a.name < b.name; }));

Element element_of(pugi::xml_node node) {
  std::string_view const name = node.name();
  auto const* const found =
      std::lower_bound(elements.begin(), elements.end(), name, [](Named const& n, std::string_view wanted) { return n.name < wanted; });
  return found != elements.end() && found->name == name ? found->element : Element::transparent;
}

// Of the alternatives for programs of different age the first that asks only for what is known here.
pugi::xml_node chosen_alternative(pugi::xml_node alternatives) {
  constexpr std::string_view understood[] = {"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "w16se", "w16cid"};
  for (auto const choice : alternatives.children("mc:Choice")) {
    std::string_view const wanted = choice.attribute("Requires").value();
    auto all = true;
    for (std::size_t at = 0; at < wanted.size();) {
      auto const end = std::min(wanted.find(' ', at), wanted.size());
      auto const one = wanted.substr(at, end - at);
      all = all && (one.empty() || std::find(std::begin(understood), std::end(understood), one) != std::end(understood));
      at = end + 1;
    }
    if (all) return choice;
  }
  return alternatives.child("mc:Fallback");
}

bool is_element(pugi::xml_node node) { return node.type() == pugi::node_element; }

// Deleted or moved away, as a paragraph's mark or a table's row is.
bool is_removed(pugi::xml_node properties) { return properties.child("w:del") || properties.child("w:moveFrom"); }

// The large first letter of the next paragraph (17.3.1.11).
bool is_drop_cap(pugi::xml_node paragraph_properties) {
  std::string_view const kind = paragraph_properties.child("w:framePr").attribute("w:dropCap").value();
  return kind == "drop" || kind == "margin";
}

// A cell that goes on where the one above or before it began, or that was deleted.
bool is_covered(pugi::xml_node properties) {
  if (properties.child("w:cellDel")) return true;
  auto const goes_on = [](pugi::xml_node merge) { return merge && std::string_view(merge.attribute("w:val").value()) != "restart"; };
  return goes_on(properties.child("w:vMerge")) || goes_on(properties.child("w:hMerge"));
}

struct OpenTable {
  std::uint32_t table = 0;                // index into WalkedText::tables
  std::uint32_t row = 0;                  // number of the row that is open, among those shown
  std::vector<std::uint32_t> cells = {};  // of that row: indices into WalkedText::cells
  std::vector<std::int32_t> grid = {};    // widths of its columns
  std::size_t column = 0;                 // of the grid, where the next cell begins
  std::uint32_t rows = 0, columns = 0;    // of the table, of the row that is open: those that stand there directly
  bool header = false;                    // the row is one of those that repeat on each page
  TableLook look = {};
  bool borders = false;  // of the table
  std::size_t all_cells = 0, ruled_cells = 0;
};

// What is being read: the body, a box or a note, each from its own root on.
struct Story {
  pugi::xml_node root, at;
  ListCounters lists;
  Region region = Region::body;
  std::uint32_t cell = 0;                       // as WalkedParagraph::cell
  std::vector<bool> fields = {};                // open ones; true: what it is made from is not over yet
  std::uint32_t instructions = 0;               // those of them that are true
  std::optional<std::uint32_t> paragraph = {};  // that is open
  RunFormat look = {};                          // of the run that is open
  std::vector<pugi::xml_node> boxes = {};       // in the open paragraph
  std::vector<OpenTable> tables = {};
};

class Walker {
 public:
  Walker(Package& package, Formatting& formatting) : package_(package), formatting_(formatting), ruled_styles_(package.styles.root()) {}

  std::optional<WalkedText> run() {
    auto const body = package_.main.root().child("w:body");
    out_.sections.push_back({});
    read(story(body, Region::body, 0));
    out_.sections.back() = last_section(body);
    read_notes(package_.footnotes, "w:footnote", footnotes_);
    read_notes(package_.endnotes, "w:endnote", endnotes_);
    if (too_large_) return std::nullopt;
    carry_back();
    return std::move(out_);
  }

 private:
  Story story(pugi::xml_node root, Region region, std::uint32_t cell) const {
    return {.root = root, .at = first(root), .lists = ListCounters(formatting_.numbering()), .region = region, .cell = cell};
  }

  // A line looks as its last paragraph says, which also gives it its label.
  void carry_back() {
    auto& all = out_.paragraphs;
    for (auto i = all.size(); i-- > 0;) {
      auto& paragraph = all[i];
      // What stands elsewhere cannot go on with it.
      paragraph.joined =
          paragraph.joined && i + 1 < all.size() && paragraph.cell == all[i + 1].cell && paragraph.region == all[i + 1].region;
      if (!paragraph.joined) continue;
      paragraph.look = all[i + 1].look;
      paragraph.label = std::exchange(all[i + 1].label, {});
      paragraph.label_blank = all[i + 1].label_blank;
      paragraph.label_look = all[i + 1].label_look;
    }
  }

  static pugi::xml_node first(pugi::xml_node node) { return node.find_child(is_element); }
  static pugi::xml_node last_section(pugi::xml_node body) {
    auto node = body.last_child();
    while (node && std::string_view(node.name()) != "w:sectPr") node = node.previous_sibling();
    return node;
  }

  void read_notes(XmlPart const& part, char const* name, std::vector<std::string> const& ids) {
    if (ids.empty()) return;
    std::set<std::string, std::less<>> wanted(ids.begin(), ids.end());
    std::map<std::string, pugi::xml_node, std::less<>> notes;
    for (auto const note : part.root().children(name)) {
      std::string_view const id = note.attribute("w:id").value();
      if (wanted.contains(id)) notes.try_emplace(std::string(id), note);
    }
    for (auto const& id : ids)
      if (auto const found = notes.extract(id)) read(story(found.mapped(), Region::footnote, 0));
  }

  // Boxes are stories inside the story: they are read when the paragraph that holds them is over.
  void read(Story story) {
    stories_.push_back(std::move(story));
    while (!stories_.empty() && !too_large_) {
      if (!stories_.back().at) {
        stories_.pop_back();
        continue;
      }
      auto const down = enter(stories_.back().at);
      move_on(down);
    }
  }

  // To the next element: the first one inside, else the next one behind, leaving what is over.
  void move_on(pugi::xml_node inside) {
    auto const here = stories_.size() - 1;
    auto const root = stories_[here].root;
    auto node = inside ? inside : stories_[here].at;  // may lie deeper than one step: the chosen alternative
    auto next = inside ? first(inside) : pugi::xml_node();
    while (!next) {
      leave(node);
      if (!skipped_siblings(node)) next = node.next_sibling();
      while (next && !is_element(next)) next = next.next_sibling();
      if (next) break;
      node = node.parent();
      if (node == root) break;
    }
    stories_[here].at = next;
    for (; !boxes_.empty(); boxes_.pop_back()) stories_.push_back(std::move(boxes_.back()));
  }

  // The other alternatives of the one that was read.
  static bool skipped_siblings(pugi::xml_node node) {
    std::string_view const name = node.name();
    return name == "mc:Choice" || name == "mc:Fallback";
  }

  // Takes in an element. Gives the node whose inside is to be read, null for none.
  pugi::xml_node enter(pugi::xml_node node) {
    auto& story = stories_.back();
    auto& source = out_.source;
    switch (element_of(node)) {
      case Element::transparent: return node;
      case Element::skipped: return {};
      case Element::elsewhere: out_.not_read.push_back(static_cast<std::uint32_t>(source.size())); return {};
      case Element::alternatives: return chosen_alternative(node);
      case Element::box:
        if (story.paragraph) story.boxes.push_back(node);
        return {};
      case Element::paragraph: return begin_paragraph(story, node) ? node : pugi::xml_node();
      case Element::table: begin_table(story, node); return node;
      case Element::row: return begin_row(story, node) ? node : pugi::xml_node();
      case Element::cell: return begin_cell(story, node) ? node : pugi::xml_node();
      case Element::run: begin_run(story, node); return node;
      default: break;
    }
    if (auto const element = element_of(node); element == Element::field_mark) {
      mark_field(story, node);
    } else if (story.paragraph && !story.look.hidden && !in_instruction(story)) {
      switch (element) {
        case Element::text: {
          auto const keep = std::string_view(node.attribute("xml:space").value()) == "preserve";
          if (begin_text(story, node.child_value())) add_text(source, node.child_value(), keep);
          break;
        }
        case Element::math_text:
          begin_run(story, node.parent());
          if (begin_text(story, node.child_value())) add_text(source, node.child_value(), true);
          break;
        case Element::tab: add(story, "\t"); break;
        case Element::line_break: add(story, "\v"); break;
        case Element::hyphen: add(story, "\u2011"); break;
        case Element::soft_hyphen: add(story, "\u00AD"); break;
        case Element::symbol:
          note_run(story);
          add_symbol(source, node);
          break;
        case Element::footnote: footnotes_.emplace_back(node.attribute("w:id").value()); break;
        case Element::endnote: endnotes_.emplace_back(node.attribute("w:id").value()); break;
        default: break;
      }
    }
    return {};
  }

  void leave(pugi::xml_node node) {
    auto& story = stories_.back();
    switch (element_of(node)) {
      case Element::paragraph:
        if (story.paragraph && out_.paragraphs[*story.paragraph].node == node) end_paragraph();
        break;
      case Element::run: story.look = {}; break;
      case Element::table:
        if (!story.tables.empty() && out_.tables[story.tables.back().table].node == node) end_table(story);
        break;
      case Element::row:
        if (!story.tables.empty()) end_row(story.tables.back());
        break;
      case Element::cell:
        if (story.cell != 0 && out_.cells[story.cell - 1].node == node) story.cell = out_.tables[out_.cells[story.cell - 1].table].parent;
        break;
      default: break;
    }
  }

  // ---- paragraphs

  bool begin_paragraph(Story& story, pugi::xml_node node) {
    if (story.paragraph) return false;  // one inside another is no document's
    auto const begin = static_cast<std::uint32_t>(out_.source.size());
    story.paragraph = static_cast<std::uint32_t>(out_.paragraphs.size());
    too_large_ = too_large_ || !package_.budget.take(bytes_of_paragraph);
    out_.paragraphs.push_back(
        {.node = node,
         .source = {begin, begin},
         .cell = story.cell,
         .section = static_cast<std::uint32_t>(out_.sections.size() - 1),
         .region = story.region == Region::body && story.cell != 0 ? Region::table : story.region,
         .look = formatting_.paragraph(node.child("w:pPr"), story.cell == 0 ? CellLook::outside : looks_[story.cell - 1])});
    return true;
  }

  void end_paragraph() {
    auto& story = stories_.back();
    auto& paragraph = out_.paragraphs[*story.paragraph];
    paragraph.source.end = static_cast<std::uint32_t>(out_.source.size());
    out_.source += '\n';
    auto const properties = paragraph.node.child("w:pPr");
    auto const mark = properties.child("w:rPr");
    paragraph.joined = is_removed(mark) || (is_on(mark.child("w:vanish")) && is_on(mark.child("w:specVanish"))) || is_drop_cap(properties);
    if (paragraph.look.item && !paragraph.joined) {
      auto label = story.lists.next(*paragraph.look.item);
      paragraph.label = std::move(label.text);
      paragraph.label_blank = label.suffix != Suffix::nothing;
      paragraph.label_look = formatting_.label(paragraph.look, properties);
    }
    if (auto const section = properties.child("w:sectPr"); section && story.region == Region::body && story.cell == 0) {
      out_.sections.back() = section;
      out_.sections.push_back({});
    }
    // A field whose end is missing must not swallow the rest.
    while (!story.fields.empty() && story.fields.back()) close_field(story);
    story.paragraph.reset();
    auto const region = story.region == Region::body ? Region::text_box : story.region;
    for (auto const box : story.boxes) boxes_.push_back(this->story(box, region, story.cell));
    story.boxes.clear();
  }

  // ---- runs and fields

  void begin_run(Story& story, pugi::xml_node run) {
    if (story.paragraph) story.look = formatting_.characters(out_.paragraphs[*story.paragraph].look, run.child("w:rPr"));
  }

  void note_run(Story const& story) {
    auto const begin = static_cast<std::uint32_t>(out_.source.size());
    auto const paragraph = *story.paragraph;
    auto& runs = out_.runs;
    if (!runs.empty() && runs.back().paragraph == paragraph && runs.back().look == story.look) return;
    if (!runs.empty() && runs.back().begin == begin) runs.pop_back();
    runs.push_back({begin, paragraph, story.look});
    too_large_ = too_large_ || !package_.budget.take(bytes_of_run);
  }

  // False where there is no memory for it.
  bool begin_text(Story const& story, std::string_view text) {
    too_large_ = too_large_ || !package_.budget.take(text.size() * copies_of_text);
    if (!too_large_) note_run(story);
    return !too_large_;
  }

  void add(Story const& story, std::string_view text) {
    if (begin_text(story, text)) out_.source += text;
  }

  static bool in_instruction(Story const& story) { return story.instructions > 0; }

  static void close_field(Story& story) {
    story.instructions -= story.fields.back();
    story.fields.pop_back();
  }

  static void mark_field(Story& story, pugi::xml_node mark) {
    std::string_view const kind = mark.attribute("w:fldCharType").value();
    if (kind == "begin") {
      story.fields.push_back(true);
      ++story.instructions;
    } else if (kind == "separate" && !story.fields.empty() && story.fields.back()) {
      story.fields.back() = false;
      --story.instructions;
    } else if (kind == "end" && !story.fields.empty()) {
      close_field(story);
    }
  }

  // ---- tables

  void begin_table(Story& story, pugi::xml_node node) {
    OpenTable open{.table = static_cast<std::uint32_t>(out_.tables.size()),
                   .rows = children(node, "w:tr"),
                   .look = formatting_.table(node.child("w:tblPr")),
                   .borders = has_borders(node, ruled_styles_)};
    for (auto const column : node.child("w:tblGrid").children("w:gridCol"))
      open.grid.push_back(integer(column.attribute("w:w")).value_or(0));
    story.tables.push_back(std::move(open));
    out_.tables.push_back({.node = node, .parent = story.cell});
  }

  void end_table(Story& story) {
    auto const& open = story.tables.back();
    out_.tables[open.table].ruled = open.ruled_cells * 2 > open.all_cells;
    story.tables.pop_back();
  }

  static bool begin_row(Story& story, pugi::xml_node row) {
    auto const properties = row.child("w:trPr");
    if (story.tables.empty() || is_removed(properties) || is_on(properties.child("w:hidden"))) return false;
    auto& open = story.tables.back();
    open.column = count(properties.child("w:gridBefore"), 0);
    open.columns = children(row, "w:tc");
    open.header = is_on(properties.child("w:tblHeader"));
    return true;
  }

  void end_row(OpenTable& open) {
    if (open.cells.empty()) return;
    auto const in_row = static_cast<std::uint32_t>(open.cells.size());
    for (auto const cell : open.cells) out_.cells[cell].in_row = in_row;
    auto& columns = out_.tables[open.table].columns;
    columns = std::max(columns, in_row);
    open.cells.clear();
    out_.tables[open.table].rows = ++open.row;
  }

  bool begin_cell(Story& story, pugi::xml_node node) {
    if (story.tables.empty()) return false;
    auto& open = story.tables.back();
    auto const properties = node.child("w:tcPr");
    auto const begin = open.column;
    open.column += count(properties.child("w:gridSpan"), 1);
    if (is_covered(properties)) return false;
    WalkedCell cell{.node = node, .table = open.table, .row = open.row, .index = static_cast<std::uint32_t>(open.cells.size())};
    auto const width = properties.child("w:tcW");
    std::string_view const unit = width.attribute("w:type").value();
    if (unit.empty() || unit == "dxa") cell.width = std::max(integer(width.attribute("w:w")).value_or(0), 0);
    if (cell.width == 0)
      for (auto i = begin; i < std::min(open.column, open.grid.size()); ++i) cell.width += open.grid[i];
    ++open.all_cells;
    cell.ruled = is_ruled(node, open.borders);
    open.ruled_cells += cell.ruled;
    open.cells.push_back(static_cast<std::uint32_t>(out_.cells.size()));
    out_.cells.push_back(cell);
    looks_.push_back(formatting_.cell(open.look, {.row = open.row,
                                                  .rows = std::max(open.rows, open.row + 1),
                                                  .column = cell.index,
                                                  .columns = std::max(open.columns, cell.index + 1),
                                                  .header = open.header}));
    story.cell = static_cast<std::uint32_t>(out_.cells.size());
    return true;
  }

  static std::uint32_t children(pugi::xml_node node, char const* name) {
    auto const all = node.children(name);
    return static_cast<std::uint32_t>(std::distance(all.begin(), all.end()));
  }

  static std::size_t count(pugi::xml_node number, std::int32_t otherwise) {
    return static_cast<std::size_t>(std::clamp(integer(number.attribute("w:val")).value_or(otherwise), 0, 1000));
  }

  Package& package_;
  bool too_large_ = false;  // for the budget
  Formatting& formatting_;
  RuledStyles ruled_styles_;
  WalkedText out_;
  std::vector<Story> stories_;
  std::vector<CellLook> looks_;  // of out_.cells
  std::vector<std::string> footnotes_, endnotes_;
  std::vector<Story> boxes_;  // of the paragraph that has just ended, in order
};

}  // namespace

std::optional<WalkedText> walk(Package& package, Formatting& formatting) { return Walker(package, formatting).run(); }

}  // namespace vanthu::docx
