#include "text/code_pages.hpp"

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

}  // namespace vanthu
