#include "text/code_pages.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

// 0x80 to 0x9F: punctuation, the same in all three.
constexpr std::u16string_view punctuation = u"€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ";

// 0xC0 to 0xFF. Five bytes are tone marks, which stand behind their letter.
constexpr std::u16string_view windows1258 =
    u"ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ßàáâăäåæçèéêë\u0301íîïđ\u00F1\u0323óôơö÷øùúûüư₫ÿ";

// 0xA0 to 0xFF. Capitals with tones have no bytes: fonts of capitals (.VnTimeH) show them for small letters.
constexpr std::u16string_view tcvn3 =
    u"\u00A0ĂÂÊÔƠƯĐăâêôơưđ\uFFFD\u0300\u0309\u0303\u0301\u0323àảãáạ\uFFFDằẳẵắ\uFFFD"
    u"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDặầẩẫấậè\uFFFDẻẽéẹềểễếệìỉ\uFFFD\uFFFD\uFFFDĩíịò"
    u"\uFFFDỏõóọồổỗốộờởỡớợù\uFFFDủũúụừửữứựỳỷỹýỵ\uFFFD";

// 0xE0 to 0xFF, and 0xC0 to 0xDF with capitals instead of small letters. Vowels are two bytes: the plain letter, then its marks.
constexpr std::u16string_view vni =
    u"\u0302\u0302\u0302\u0302\u0302\u0302ỉ\uFFFD\u0306\u0306\u0306\u0306ìíỵ\u0323\uFFFDđịĩơ\u0303ư\uFFFD\u0300\u0301\u0306\u0309\u0306"
    u"\uFFFD\uFFFD\uFFFD";
constexpr std::u16string_view vni_capitals =
    u"\u0302\u0302\u0302\u0302\u0302\u0302Ỉ\uFFFD\u0306\u0306\u0306\u0306ÌÍỴ\u0323\uFFFDĐỊĨƠ\u0303Ư\uFFFD\u0300\u0301\u0306\u0309\u0306"
    u"\uFFFD\uFFFD\uFFFD";
// The tone on top of a circumflex or breve: 0xE0 to 0xFF, and 0xC0 to 0xDF.
constexpr char16_t vni_tones[] = {0x300, 0x301, 0, 0x303, 0x323, 0x309, 0, 0, 0x300, 0x301, 0,     0x323, 0,     0, 0, 0,
                                  0,     0,     0, 0,     0,     0,     0, 0, 0,     0,     0x309, 0,     0x303, 0, 0, 0};

static_assert(punctuation.size() == 0x20 && windows1258.size() == 0x40 && tcvn3.size() == 0x60);
static_assert(vni.size() == 0x20 && vni_capitals.size() == 0x20);

// Letters with their bytes, ascending by letter.
using Bytes = std::vector<std::pair<char32_t, std::string>>;

Bytes bytes_by_letter(CodePage page) {
  auto const decoded = [&](std::string_view bytes) {
    std::string text;
    for (auto const byte : bytes) {
      auto const [first, second] = decode_byte(page, static_cast<unsigned char>(byte));
      append_utf8(text, first);
      if (second != 0) append_utf8(text, second);
    }
    return to_nfc(text);
  };
  Bytes out;
  auto const add = [&](std::string bytes) {
    auto const text = decoded(bytes);
    std::size_t at = 0;
    auto const letter = next_code_point(text, at);
    if (at == text.size() && letter >= 0x80 && letter != unassigned && is_letter(letter)) out.emplace_back(letter, std::move(bytes));
  };
  for (auto byte = 0xA1; byte < 0x100; ++byte) add({static_cast<char>(byte)});
  // In two bytes, whose case is the same: "a" and a small mark, "A" and a capital one. (Of TCVN3 nobody typed these.)
  for (auto byte = 0xC0; page == CodePage::vni && byte < 0x100; ++byte)
    for (auto const letter : byte < 0xE0 ? std::string_view("AEIOUY\xD4\xD6") : std::string_view("aeiouy\xF4\xF6"))
      add({letter, static_cast<char>(byte)});
  std::stable_sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
  return out;
}

bool equals_in_lower_case(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b; });
}

}  // namespace

std::string_view to_string(CodePage page) {
  switch (page) {
    case CodePage::windows1258: return "windows-1258";
    case CodePage::tcvn3: return "TCVN3 (ABC)";
    case CodePage::vni: return "VNI";
  }
  return {};
}

CodePoints decode_byte(CodePage page, unsigned char byte) {
  if (byte < 0x80) return {byte};
  if (byte < 0xA0) return {punctuation[byte - 0x80U]};
  if (page == CodePage::tcvn3) return {tcvn3[byte - 0xA0U]};
  if (byte < 0xC0) return {byte};
  if (page == CodePage::windows1258) return {windows1258[byte - 0xC0U]};
  return {(byte < 0xE0 ? vni_capitals : vni)[byte % 0x20U], vni_tones[byte % 0x20U]};
}

char32_t decode_windows1252(unsigned char byte) {
  switch (byte) {
    case 0x8A: return U'Š';
    case 0x8E: return U'Ž';
    case 0x9A: return U'š';
    case 0x9E: return U'ž';
    default: break;
  }
  if (byte < 0x80 || byte >= 0xA0) return byte;
  auto const c = punctuation[byte - 0x80U];
  return c == unassigned ? byte : c;
}

ShownLetter shown_in_font(CodePage page, bool capitals, char32_t stored) {
  ShownLetter out{stored, 0};
  if (stored > 0xA0 && stored <= 0xFF) {
    auto const [first, second] = decode_byte(page, static_cast<unsigned char>(stored));
    if (first != unassigned) out = {first, second};
  }
  if (capitals && out.first <= 0x1EFF) out.first = to_upper(out.first);
  return out;
}

std::optional<std::string> stored_in_font(CodePage page, char32_t letter) {
  if (letter < 0x80) return std::string(1, static_cast<char>(letter));
  for (auto byte = 0x80U; byte < 0xA0; ++byte)
    if (punctuation[byte - 0x80U] == letter && letter != unassigned) return std::string(1, static_cast<char>(byte));
  static auto const tcvn3_bytes = bytes_by_letter(CodePage::tcvn3), vni_bytes = bytes_by_letter(CodePage::vni);
  auto const& bytes = page == CodePage::vni ? vni_bytes : tcvn3_bytes;
  auto const found = std::ranges::lower_bound(bytes, letter, {}, &Bytes::value_type::first);
  if (found == bytes.end() || found->first != letter) return std::nullopt;
  return found->second;
}

std::optional<FontPage> code_page_of_font(std::string_view font) {
  if (equals_in_lower_case(font.substr(0, 3), ".vn")) return FontPage{CodePage::tcvn3, font.ends_with('H') || font.ends_with('h')};
  if (equals_in_lower_case(font.substr(0, 4), "vni-")) return FontPage{CodePage::vni, false};
  return std::nullopt;
}

}  // namespace vanthu
