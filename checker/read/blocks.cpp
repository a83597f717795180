#include "read/blocks.hpp"

#include "text/unicode.hpp"

namespace vanthu {

Paragraphs build_paragraphs(Unmarked const& source) {
  Paragraphs result;
  Copier copier(source.text, result.text);
  std::string_view const text = source.text.text;
  auto copy_squeezed = [&](Span s) {
    auto at = s.begin;
    while (at < s.end) {
      auto e = at;
      while (e < s.end && text[e] != ' ' && text[e] != '\t') ++e;
      if (e > at) copier.copy({at, e});
      at = e;
      while (e < s.end && (text[e] == ' ' || text[e] == '\t')) ++e;
      if (e > at) copier.replace({at, e}, " ");
      at = e;
    }
  };
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    auto const& line = source.lines[i];
    Block b;
    b.span.begin = offset32(result.text.text.size());
    b.kind = line.kind;
    b.level = line.level;
    b.row = b.last_row = line.row;
    b.blank_before = line.blank_lines > 0 || line.rule || i == 0;
    copy_squeezed(line.span);
    auto const t = slice(text, line.span);
    if (b.kind == BlockKind::paragraph && (t.starts_with("- ") || t.starts_with("+ "))) b.kind = BlockKind::list_item;
    while (i + 1 < source.lines.size()) {
      auto const& next = source.lines[i + 1];
      if (next.kind != BlockKind::paragraph || line.kind != BlockKind::paragraph) break;
      auto const last = slice(text, source.lines[i].span);
      if (last.ends_with('.') || last.ends_with(';') || last.ends_with(':') || all_caps(last)) break;
      std::size_t at = next.span.begin;
      auto const c = next_code_point(text, at);
      if (!is_lower(c) || (at < text.size() && text[at] == ')')) break;
      copier.replace({source.lines[i].span.end, next.span.begin}, " ");
      copy_squeezed(next.span);
      b.last_row = next.row;
      ++i;
    }
    b.span.end = offset32(result.text.text.size());
    if (b.span.empty()) continue;
    result.text.text += '\n';
    result.blocks.push_back(b);
  }
  return result;
}

}  // namespace vanthu
