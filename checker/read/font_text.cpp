#include "read/font_text.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool lacks_capital(char32_t small) { return small >= 0x80 && !stored_in_font(CodePage::tcvn3, to_upper(small)); }

// One word at least says it: two capitals and a letter that has none. ("Sè: 12/Q§-UBND" does not: "Số".)
bool is_line_of_capitals(std::string_view line) {
  bool sure = false;
  std::size_t capitals = 0, lacking = 0;  // of the word
  for (std::size_t at = 0; at < line.size();) {
    auto const c = next_code_point(line, at);
    if (!is_letter(c)) {
      capitals = lacking = 0;
    } else if (is_upper(c)) {
      ++capitals;
    } else if (lacks_capital(c)) {
      ++lacking;
    } else {
      return false;
    }
    sure = sure || (capitals >= 2 && lacking > 0);
  }
  return sure;
}

}  // namespace

void raise_capitals(MappedText& text, std::span<FontText const> parts) {
  for (std::size_t begin = 0; begin < text.text.size();) {
    auto const end = std::min(text.text.find('\n', begin), text.text.size());
    auto const line = std::string_view(text.text).substr(begin, end - begin);
    Span const start{offset32(begin), offset32(std::min(begin + 1, end))};
    if (auto const* part = font_text_at(parts, text.map.to_source(start).begin);
        part && part->page == CodePage::tcvn3 && is_line_of_capitals(line)) {
      auto raised = to_upper(line);  // in as many bytes, letter by letter
      if (raised.size() == line.size()) text.text.replace(begin, line.size(), raised);
    }
    begin = end + 1;
  }
}

FontText const* font_text_at(std::span<FontText const> parts, std::size_t at) {
  auto const part = std::ranges::partition_point(parts, [&](FontText const& p) { return p.source.end <= at; });
  return part != parts.end() && part->source.begin <= at ? &*part : nullptr;
}

}  // namespace vanthu
