#include "registry/keys.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu::registry {

std::string number_key(std::string_view number) {
  std::string out;
  for (std::size_t at = 0; at < number.size();) {
    auto const c = next_code_point(number, at);
    if (c == U' ' || c == 0xA0) continue;
    if (c == 0xD0)
      append_utf8(out, 0x110);
    else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
      out += '-';
    else
      append_utf8(out, to_upper(c));
  }
  out.erase(0, std::min(out.find_first_not_of('0'), out.size()));
  return out;
}

std::string words_key(std::string_view text) {
  auto out = fold_ascii(text);
  for (auto& c : out)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)) c = ' ';
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }), out.end());
  return std::string(trim(out));
}

std::string law_key(std::string_view name) {
  auto key = words_key(name);
  auto const year = key.rfind(' ') == std::string::npos ? key : key.substr(key.rfind(' ') + 1);
  if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos && key.size() > 5) {
    key.resize(key.size() - 5);
    if (key.ends_with(" nam")) key.resize(key.size() - 4);
  }
  return key;
}

}  // namespace vanthu::registry
