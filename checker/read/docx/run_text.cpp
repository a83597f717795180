#include "read/docx/run_text.hpp"

#include <algorithm>
#include <charconv>

#include "read/docx/symbols.hpp"
#include "read/plain_bytes.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

bool is_xml_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void add_character(std::string& source, char32_t c) {
  if (c == '\n' || c == '\r') c = ' ';
  if (c >= 0x20 || c == '\t') append_utf8(source, c);
}

}  // namespace

void add_text(std::string& source, std::string_view text, bool keep_blanks) {
  if (!keep_blanks) {
    while (!text.empty() && is_xml_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_xml_blank(text.back())) text.remove_suffix(1);
  }
  for (std::size_t at = 0; at < text.size();) {
    auto const plain = end_of_plain(text, at);
    auto const begin = static_cast<std::ptrdiff_t>(source.size());
    source.append(text.substr(at, plain - at));
    std::replace_if(
        source.begin() + begin, source.end(), [](char c) { return c == '\n' || c == '\v' || c == '\f'; }, ' ');
    at = plain;
    if (at < text.size()) add_character(source, next_code_point(text, at));
  }
}

void add_symbol(std::string& source, pugi::xml_node node) {
  std::string_view const code = node.attribute("w:char").value();
  std::uint32_t c = 0;
  auto const [end, error] = std::from_chars(code.data(), code.data() + code.size(), c, 16);
  if (error != std::errc{} || end != code.data() + code.size() || c > 0xFFFF || (c >= 0xD800 && c < 0xE000)) return;
  add_character(source, symbol(node.attribute("w:font").value(), c));
}

}  // namespace vanthu::docx
