#include "read/docx/shown_text.hpp"

#include <algorithm>
#include <utility>

#include "read/decode.hpp"
#include "read/nfc.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

// "1." of a list, followed by one blank unless the text is to stand right behind it.
void add_label(MappedText& to, std::string label, bool blank, std::string_view text, std::uint32_t source) {
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  label = decode_known(label, Encoding::utf8, {}).text;
  if (label.empty()) return;
  std::size_t at = 0;
  if (blank || (!text.empty() && !starts_character(next_code_point(text, at)))) label += ' ';
  auto const begin = offset32(to.text.size());
  to.text += label;
  to.map.append({begin, offset32(to.text.size())}, {source, source});
}

}  // namespace

ShownText shown_text(WalkedText const& walked, std::span<FontText const> font_texts) {
  auto const& paragraphs = walked.paragraphs;
  auto stored = decode_known(walked.source, Encoding::utf8, font_texts);
  auto const size = offset32(stored.text.size());
  auto const as_stored = std::none_of(paragraphs.begin(), paragraphs.end(), [](auto const& p) { return p.joined || !p.label.empty(); });
  MappedText changed;
  Copier copier(stored, changed);
  ShownText out;
  out.lines.reserve(paragraphs.size());
  std::uint32_t at = 0, line_begin = 0;
  auto opens = true;  // a line
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    auto const& paragraph = paragraphs[i];
    auto const end = std::min(offset32(std::min(stored.text.find('\n', at), stored.text.size())), size);
    if (opens) {
      line_begin = as_stored ? at : offset32(changed.text.size());
      out.lines.push_back({{}, offset32(i)});
    }
    if (!paragraph.label.empty()) {
      if (paragraph.label_blank)
        while (at < end && is_blank(stored.text[at])) ++at;
      add_label(changed, paragraph.label, paragraph.label_blank, slice(stored.text, {at, end}), paragraph.source.begin);
    }
    if (!as_stored) copier.copy({at, end});
    opens = !paragraph.joined;
    if (opens) out.lines.back().span = {line_begin, as_stored ? end : offset32(changed.text.size())};
    if (opens && !as_stored) copier.copy({end, std::min(end + 1, size)});
    at = end + 1;
  }
  out.text = as_stored ? std::move(stored) : std::move(changed);
  return out;
}

}  // namespace vanthu::docx
