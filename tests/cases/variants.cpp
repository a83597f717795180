// The same document stored in other ways.
#include "cases/variants.hpp"

#include "support/document.hpp"
#include "text/unicode.hpp"

namespace vanthu::test {
namespace {

// Vowels: plain, then with grave, hook above, tilde, acute, dot below.
constexpr std::u32string_view vowels =
    U"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
    U"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
constexpr char32_t tones[] = {0, 0x300, 0x309, 0x303, 0x301, 0x323};
constexpr char32_t dot_below = 0x323, horn = 0x31B;

// Letter and mark that a plain vowel is made of; no mark for a, e, i, o, u, y.
struct Parts {
  char32_t letter, mark;
};
Parts parts(char32_t vowel) {
  switch (vowel) {
    case U'ă': return {'a', 0x306};
    case U'â': return {'a', 0x302};
    case U'ê': return {'e', 0x302};
    case U'ô': return {'o', 0x302};
    case U'ơ': return {'o', horn};
    case U'ư': return {'u', horn};
    case U'Ă': return {'A', 0x306};
    case U'Â': return {'A', 0x302};
    case U'Ê': return {'E', 0x302};
    case U'Ô': return {'O', 0x302};
    case U'Ơ': return {'O', horn};
    case U'Ư': return {'U', horn};
    default: return {vowel, 0};
  }
}

// In canonical order: horn before the dot below, the dot below before circumflex and breve, every other tone behind them.
void append_decomposed(std::string& out, char32_t c) {
  auto const at = vowels.find(c);
  if (at == std::u32string_view::npos) return append_utf8(out, c);
  auto const [letter, mark] = parts(vowels[at - at % 6]);
  auto const tone = tones[at % 6];
  auto const tone_first = tone == dot_below && mark != horn;
  append_utf8(out, letter);
  if (tone_first) append_utf8(out, tone);
  if (mark) append_utf8(out, mark);
  if (tone && !tone_first) append_utf8(out, tone);
}

}  // namespace

std::string_view to_string(Variant variant) {
  switch (variant) {
    case Variant::nfd: return "NFD";
    case Variant::crlf: return "CRLF";
    case Variant::utf16le: return "UTF-16LE";
  }
  return {};
}

std::string stored_as(Variant variant, std::string_view text) {
  if (variant == Variant::utf16le) return "\xFF\xFE" + utf16le(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (variant == Variant::nfd)
      append_decomposed(out, c);
    else if (c == '\n')
      out += "\r\n";
    else
      append_utf8(out, c);
  }
  return out;
}

}  // namespace vanthu::test
