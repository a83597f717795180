#include "recognize/outline.hpp"

#include <algorithm>

#include "grammar/label.hpp"
#include "text/byte_set.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using grammar::LabelKind;
using O = OutlineKind;

constexpr std::size_t longest_title = 200;  // bytes

// How deep a division stands: it ends where the next of the same or a lower number starts. Markdown headings without a label enclose all
// but appendices, ordered by their own level.
int depth(grammar::LabelMatch const& label) {
  switch (label.kind) {
    case LabelKind::appendix: return 0;
    case LabelKind::part: return 20;
    case LabelKind::letter: return 25;
    case LabelKind::chapter: return 30;
    case LabelKind::section: return 40;
    case LabelKind::subsection: return 50;
    case LabelKind::article: return 60;
    case LabelKind::roman: return 70;
    case LabelKind::number: return 80 + std::min(label.groups, 6);
    case LabelKind::point: return 90;
    case LabelKind::dash: return 91;
    case LabelKind::plus: return 92;
  }
  return 99;
}
int heading_depth(int level) { return 10 + std::min(level, 6); }

OutlineKind kind_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::part: return O::part;
    case LabelKind::chapter: return O::chapter;
    case LabelKind::section: return O::section;
    case LabelKind::subsection: return O::subsection;
    case LabelKind::article: return O::article;
    case LabelKind::roman:
    case LabelKind::letter: return O::heading;
    case LabelKind::number: return O::clause;
    case LabelKind::point: return O::point;
    case LabelKind::dash:
    case LabelKind::plus: return O::dash;
    case LabelKind::appendix: return O::appendix;
  }
  return O::heading;
}

// Short, and not a sentence; capitals may be longer.
bool is_title(std::string_view text) {
  if (text.empty() || text.size() > longest_title) return all_caps(text) && text.size() < 2 * longest_title;
  return !ByteSet(".;,/").holds(text.back());
}

// Divisions whose title stands on the next line.
bool title_below(OutlineKind kind) {
  return kind == O::part || kind == O::chapter || kind == O::section || kind == O::subsection || kind == O::appendix;
}

struct Open {
  int depth;
  int node;
};

void close_down_to(std::vector<Open>& open, int wanted, std::uint32_t end, Facts& facts) {
  while (!open.empty() && open.back().depth >= wanted) {
    facts.outline[static_cast<std::size_t>(open.back().node)].span.end = end;
    open.pop_back();
  }
}

void add_node(OutlineNode node, int wanted, std::uint32_t end_before, std::vector<Open>& open, Facts& facts) {
  close_down_to(open, wanted, end_before, facts);
  node.parent = open.empty() ? -1 : open.back().node;
  open.push_back({wanted, static_cast<int>(facts.outline.size())});
  facts.outline.push_back(std::move(node));
}

// A sequence of numbered lines that a table of contents or a list of recipients holds is none of the outline.
bool has_leaders(std::string_view text) {
  return text.find("......") != std::string_view::npos || text.find("……") != std::string_view::npos;
}

bool is_contents_line(std::vector<Line> const& lines, std::size_t at) {
  if (has_leaders(lines[at].text)) return true;
  return lines[at].column == Column::left && at + 1 < lines.size() && lines[at + 1].column == Column::right &&
         has_leaders(lines[at + 1].text);
}

void outline_of(Parts const& parts, std::size_t begin, std::size_t end, Facts& facts) {
  auto const& lines = parts.lines;
  std::vector<Open> open;
  std::uint32_t last_end = begin < lines.size() ? lines[begin].span.begin : 0;
  for (auto i = begin; i < end; ++i) {
    auto const& line = lines[i];
    auto const before = last_end;
    last_end = line.span.end;
    if (line.kind == BlockKind::table_cell || is_contents_line(lines, i)) continue;
    auto const label = grammar::match_label(line.text);
    OutlineNode node;
    node.span = line.span;
    if (!label) {
      if (line.kind != BlockKind::heading) continue;
      node.kind = O::heading;
      node.label_span = {line.span.begin, line.span.begin};
      node.title = std::string(line.text);
      node.title_span = line.span;
      add_node(std::move(node), heading_depth(parts.lines[i].level), before, open, facts);
      continue;
    }
    node.kind = kind_of(label->kind);
    node.label = label->label;
    node.marker = std::string(slice(line.text, label->marker));
    node.label_span = inside({line.span.begin, 0}, label->marker);
    auto const rest = line.text.substr(label->rest);
    if (is_title(rest) && node.kind != O::dash) {
      node.title = std::string(rest);
      node.title_span = {line.span.begin + label->rest, line.span.end};
    } else if (rest.empty() && title_below(node.kind) && i + 1 < end && lines[i + 1].caps && !grammar::match_label(lines[i + 1].text)) {
      node.title = std::string(lines[i + 1].text);
      node.title_span = lines[i + 1].span;
    }
    add_node(std::move(node), depth(*label), before, open, facts);
  }
  close_down_to(open, -1, last_end, facts);
}

}  // namespace

void recognize_outline(Document const&, Parts const& parts, Facts& facts) {
  outline_of(parts, parts.body_begin, parts.body_end, facts);
  outline_of(parts, std::max(parts.tail_end, parts.body_end), parts.lines.size(), facts);
}

}  // namespace vanthu
