#include "read/comments.hpp"

#include <algorithm>
#include <string_view>

#include "read/raw_lines.hpp"

namespace vanthu {
namespace {

constexpr std::string_view opening = "<!--", closing = "-->", addressed = "vanthu:";

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Where the words of a comment for this program begin that opens at `open`; npos when it is none.
std::size_t words_of(std::string_view text, std::size_t open) {
  auto at = open + opening.size();
  while (at < text.size() && is_blank(text[at])) ++at;
  return text.substr(at).starts_with(addressed) ? at + addressed.size() : std::string_view::npos;
}

// The comment with its line, when nothing else stands on that; else the comment.
Span with_own_line(std::string_view text, Span comment) {
  auto begin = comment.begin, end = comment.end;
  while (begin > 0 && is_space(text[begin - 1])) --begin;
  while (end < text.size() && is_space(text[end])) ++end;
  auto const alone = (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n');
  if (!alone) return comment;
  return {begin, end < text.size() ? end + 1 : end};
}

// The map of a part, counted from its begin.
SourceMap part_of(SourceMap const& map, Span part) {
  SourceMap out;
  auto const& pieces = map.pieces();
  auto piece = std::partition_point(pieces.begin(), pieces.end(), [&](auto const& p) { return p.text.end <= part.begin; });
  for (; piece != pieces.end() && piece->text.begin < part.end; ++piece) {
    auto const begin = std::max(piece->text.begin, part.begin), end = std::min(piece->text.end, part.end);
    auto const linear = piece->text.size() == piece->source.end - piece->source.begin;
    auto const source = piece->source.begin + (begin - piece->text.begin);
    out.append({begin - part.begin, end - part.begin}, linear ? SourceRange{source, source + (end - begin)} : piece->source);
  }
  return out;
}

// Blocks that a comment inside of `block`, or above it, covers.
struct Covered {
  std::size_t first = std::string_view::npos, last = 0;
  bool inside = false;
};

Covered cover(std::vector<Block> const& blocks, std::size_t block, bool inside) {
  Covered out{block, block, inside};
  if (blocks[block].kind != BlockKind::table_cell) return out;
  auto const is_cell = [&](std::size_t i) { return i < blocks.size() && blocks[i].kind == BlockKind::table_cell; };
  auto const row = blocks[block].row;
  auto const above_table = !inside && (block == 0 || !is_cell(block - 1) || blocks[block].blank_before);
  while (inside && out.first > 0 && is_cell(out.first - 1) && blocks[out.first - 1].row == row) --out.first;
  while (is_cell(out.last + 1) && (blocks[out.last + 1].row == row || (above_table && !blocks[out.last + 1].blank_before))) ++out.last;
  return out;
}

}  // namespace

MappedText take_out_comments(MappedText text, Format format, std::vector<Directive>& directives) {
  std::string_view const all = text.text;
  auto const markdown = format == Format::markdown;
  if (all.find(opening) == std::string_view::npos) return text;  // rarer than any word
  MappedText result;
  Copier copier(text, result);
  std::size_t done = 0;
  for (auto open = all.find(opening); open != std::string_view::npos; open = all.find(opening, open)) {
    auto const words = words_of(all, open);
    auto const directive = words != std::string_view::npos;
    if (!directive && !markdown) {
      open += opening.size();
      continue;
    }
    auto const close = all.find(closing, directive ? words : open + opening.size());
    if (close == std::string_view::npos) break;
    Span comment{offset32(open), offset32(close + closing.size())};
    open = comment.end;
    if (directive) {
      auto const said = trimmed(all, {offset32(words), offset32(close)});
      directives.push_back({std::string(slice(all, said)), part_of(text.map, said), text.map.to_source(comment), {}});
      comment = with_own_line(all, comment);
      comment.begin = std::max(comment.begin, offset32(done));
    }
    copier.copy({offset32(done), comment.begin});
    if (comment.end == open)  // not with its line
      for (auto i = comment.begin; i < comment.end; ++i)
        if (all[i] == '\n') copier.copy({i, i + 1});
    done = comment.end;
  }
  copier.copy({offset32(done), offset32(all.size())});
  return result;
}

void place_directives(Document& document) {
  auto const& blocks = document.blocks;
  auto const source_of = [&](Block const& block) { return document.map.to_source(block.span); };
  auto const line_of = [&](std::uint32_t offset) {
    return std::upper_bound(document.line_starts.begin(), document.line_starts.end(), offset) - document.line_starts.begin();
  };
  Covered covered;  // many may stand in one long row, or above one table
  for (auto& directive : document.directives) {
    auto const at = directive.source.begin;
    auto const behind_it = std::partition_point(blocks.begin(), blocks.end(), [&](Block const& b) { return source_of(b).begin < at; });
    auto const next = static_cast<std::size_t>(behind_it - blocks.begin());
    auto const ends = next > 0 ? source_of(blocks[next - 1]).end : 0;
    auto const inside = next > 0 && (ends > at || line_of(ends) == line_of(at));
    if (!inside && next == blocks.size()) {
      directive.covers = {blocks.back().span.end, blocks.back().span.end};
      continue;
    }
    auto const block = inside ? next - 1 : next;
    auto const same = covered.inside == inside && (inside ? covered.first <= block && block <= covered.last : block == covered.first);
    if (!same) covered = cover(blocks, block, inside);
    directive.covers = {blocks[covered.first].span.begin, blocks[covered.last].span.end};
  }
}

}  // namespace vanthu
