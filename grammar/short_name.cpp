#include "grammar/short_name.hpp"

#include <utility>

#include "grammar/words.hpp"

namespace vanthu::grammar {

std::optional<std::size_t> skip_short_name_words(std::string_view text, std::size_t at) {
  auto const open = skip(text, at, " (");
  auto next = open ? open : skip(text, at, ", ");
  if (!next) return std::nullopt;
  bool from_here = false;
  for (std::string_view const words : {"sau đây ", "dưới đây ", "từ đây "})
    if (auto const end = skip(text, *next, words); end && !from_here) {
      next = end;
      from_here = true;
    }
  if (!open && !from_here) return std::nullopt;
  if (auto const end = skip(text, *next, "được ")) next = end;
  for (std::string_view const words : {"gọi tắt là", "viết tắt là", "viết gọn là", "gọi là"}) {
    auto end = skip(text, *next, words);
    if (!end || (words == "gọi là" && !from_here)) continue;
    if (auto const colon = skip(text, *end, ":")) end = colon;
    if (*end < text.size() && text[*end] == ' ') return *end + 1;
  }
  return std::nullopt;
}

std::optional<Span> match_short_name(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 80;
  static constexpr std::pair<std::string_view, std::string_view> quotes[] = {{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}};
  auto const span = [](std::size_t begin, std::size_t end) -> std::optional<Span> {
    if (begin == end || end - begin > longest) return std::nullopt;
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  auto const rest = text.substr(std::min(at, text.size()), longest + 8);
  for (auto const& [open, close] : quotes) {
    if (!rest.starts_with(open)) continue;
    auto const end = rest.find(close, open.size());
    return end == std::string_view::npos ? std::nullopt : span(at + open.size(), at + end);
  }
  auto end = rest.find_first_of("),;:\n");
  if (end == std::string_view::npos) end = rest.size();
  auto const name = trim(rest.substr(0, end));
  auto const begin = static_cast<std::size_t>(name.data() - text.data());
  return name.empty() ? std::nullopt : span(begin, begin + name.size());
}

}  // namespace vanthu::grammar
