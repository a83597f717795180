#include "text/label_rank.hpp"

#include <array>
#include <charconv>

#include "text/byte_set.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 23> letters{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                   "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

std::optional<int> roman(std::string_view label) {
  int total = 0, last = 0;
  for (auto i = label.size(); i-- > 0;) {
    int value = 0;
    switch (label[i]) {
      case 'I': value = 1; break;
      case 'V': value = 5; break;
      case 'X': value = 10; break;
      case 'L': value = 50; break;
      default: return std::nullopt;
    }
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total;
}

}  // namespace

LabelStyle label_style(std::string_view label) {
  if (label.empty() || label.size() > 8) return LabelStyle::other;
  if (ascii_digits.find_first_not_in(label) == std::string_view::npos) return LabelStyle::number;
  if (constexpr ByteSet romans("IVXL"); romans.find_first_not_in(label) == std::string_view::npos) return LabelStyle::roman;
  std::size_t end = 0;
  return is_letter(next_code_point(label, end)) && end == label.size() ? LabelStyle::letter : LabelStyle::other;
}

std::optional<int> label_rank(std::string_view label) {
  switch (label_style(label)) {
    case LabelStyle::number: {
      int value = 0;
      auto const end = label.data() + label.size();
      return std::from_chars(label.data(), end, value).ptr == end ? std::optional(value) : std::nullopt;
    }
    case LabelStyle::roman: return roman(label);
    case LabelStyle::letter: {
      auto const lower = to_lower(label);
      for (std::size_t i = 0; i < letters.size(); ++i)
        if (letters[i] == lower) return static_cast<int>(i) + 1;
      return std::nullopt;
    }
    case LabelStyle::other: return std::nullopt;
  }
  return std::nullopt;
}

std::string label_at_rank(LabelStyle style, int rank) {
  if (rank < 1) return {};
  switch (style) {
    case LabelStyle::number: return std::to_string(rank);
    case LabelStyle::letter:
      return rank <= static_cast<int>(letters.size()) ? std::string(letters[static_cast<std::size_t>(rank) - 1]) : "";
    case LabelStyle::roman: {
      constexpr std::pair<int, std::string_view> values[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
      std::string out;
      for (auto const& [value, digits] : values)
        for (; rank >= value; rank -= value) out += digits;
      return out;
    }
    case LabelStyle::other: return {};
  }
  return {};
}

}  // namespace vanthu
