#include "text/unicode.hpp"

// ICU's UTF-8 macros convert int to uint8_t.
#pragma GCC diagnostic ignored "-Wconversion"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "text/byte_set.hpp"

namespace vanthu {
namespace {

// The second place of a tone mark in open syllables: oà → òa, oè → òe, uỷ → ủy. Every pair is (vowel, toned glide) → (toned vowel, glide).
struct TonePair {
  char32_t vowel, toned;         // as written: o à
  char32_t toned_vowel, second;  // as fold() has it: ò a
};
constexpr TonePair tone_pairs[] = {
    {U'o', U'à', U'ò', U'a'}, {U'o', U'á', U'ó', U'a'}, {U'o', U'ả', U'ỏ', U'a'}, {U'o', U'ã', U'õ', U'a'}, {U'o', U'ạ', U'ọ', U'a'},
    {U'o', U'è', U'ò', U'e'}, {U'o', U'é', U'ó', U'e'}, {U'o', U'ẻ', U'ỏ', U'e'}, {U'o', U'ẽ', U'õ', U'e'}, {U'o', U'ẹ', U'ọ', U'e'},
    {U'u', U'ỳ', U'ù', U'y'}, {U'u', U'ý', U'ú', U'y'}, {U'u', U'ỷ', U'ủ', U'y'}, {U'u', U'ỹ', U'ũ', U'y'}, {U'u', U'ỵ', U'ụ', U'y'},
};

// Greek, Cyrillic capitals, other Cyrillic letters; below each the Latin one it looks like.
constexpr std::u32string_view foreign_letters =
    U"\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF"
    U"\u0405\u0406\u0408\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425"
    U"\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051A\u051B\u051C\u051D";
constexpr std::string_view look_alikes =
    "ABEZHIKMNOPTYXo"
    "SIJABEKMHOPCTYX"
    "aeopcyxsijhdQqWw";
static_assert(foreign_letters.size() == look_alikes.size());

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0; }

// Base letter of a precomposed Vietnamese letter; đ gives d.
char32_t base_letter(char32_t c) {
  if (c < 0x80) return c;
  if (c == U'đ') return 'd';
  if (c == U'Đ') return 'D';
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfd = unorm2_getNFDInstance(&status);
  std::array<UChar, 8> buffer{};
  auto const length = unorm2_getDecomposition(nfd, static_cast<UChar32>(c), buffer.data(), static_cast<int32_t>(buffer.size()), &status);
  if (U_FAILURE(status) || length <= 0) return c;
  return buffer[0];
}

using Letters = std::remove_const_t<decltype(unicode::letters)>;

bool is_toned_second(char32_t lower) {
  return std::any_of(std::begin(tone_pairs), std::end(tone_pairs), [&](TonePair const& pair) { return pair.toned == lower; });
}

Letters make_letters() {
  Letters out{};
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    auto const c = i < unicode::low_end ? i : i - unicode::low_end + unicode::high_begin;
    auto const code = static_cast<UChar32>(c);
    bool const ascii_digit = c >= '0' && c <= '9';
    out[i] = {static_cast<std::uint16_t>(u_tolower(code)), static_cast<std::uint16_t>(u_toupper(code)),
              static_cast<std::uint16_t>(u_tolower(static_cast<UChar32>(base_letter(static_cast<char32_t>(u_tolower(code)))))),
              static_cast<std::uint8_t>((u_isalpha(code) ? unicode::letter : 0) | (u_isupper(code) ? unicode::upper_case : 0) |
                                        (u_islower(code) ? unicode::lower_case : 0) | (ascii_digit ? unicode::digit : 0) |
                                        (is_toned_second(static_cast<char32_t>(u_tolower(code))) ? unicode::may_bear_moved_tone : 0))};
  }
  return out;
}

char32_t base_of_lower(char32_t c) {
  auto const* known = unicode::find(c);
  return known ? known->base : to_lower(base_letter(c));
}

}  // namespace

namespace unicode {

std::array<Letter, low_end + (high_end - high_begin)> const letters = make_letters();

char32_t next_multibyte(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(text.data(), i, static_cast<std::int64_t>(text.size()), c);
  if (c < 0) {
    ++at;
    return 0xFFFD;
  }
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

void append_multibyte(std::string& out, char32_t c) {
  char bytes[4];
  int32_t n = 0;
  UBool failed = 0;
  U8_APPEND(bytes, n, 4, static_cast<UChar32>(c), failed);
  if (!failed) out.append(bytes, static_cast<std::size_t>(n));
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }
char32_t to_upper(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

}  // namespace unicode

char latin_look_alike(char32_t c) {
  if (c < foreign_letters.front()) return 0;
  auto const at = foreign_letters.find(c);
  return at == std::u32string_view::npos ? '\0' : look_alikes[at];
}

std::string to_nfc(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; })) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  nfc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return U_FAILURE(status) || out.find("\xEF\xBF\xBD") != std::string::npos ? std::string(text) : out;
}

namespace {

// The text with each letter replaced. Most texts keep their length.
template <class Change>
std::string mapped(std::string_view text, Change change) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) append_utf8(out, change(next_code_point(text, i)));
  return out;
}

}  // namespace

std::string to_lower(std::string_view text) {
  return mapped(text, [](char32_t c) { return to_lower(c); });
}
std::string to_upper(std::string_view text) {
  return mapped(text, [](char32_t c) { return to_upper(c); });
}

std::pair<char32_t, char32_t> usual_tone(char32_t vowel, char32_t toned) {
  for (auto const& pair : tone_pairs)
    if (pair.vowel == vowel && pair.toned == toned) return {pair.toned_vowel, pair.second};
  return {};
}

namespace {

// Room for a text that is written from front to back: a byte that is no UTF-8 becomes three, nothing grows by more. The place to write at
// is a variable of the writing function, so that it stays in a register.
class Room {
 public:
  explicit Room(std::size_t size) : large_(3 * size > small_.size() ? 3 * size : 0, '\0') {}
  char* begin() { return large_.empty() ? small_.data() : large_.data(); }

 private:
  std::array<char, 1024> small_;  // of most texts: names, single lines
  std::string large_;
};

}  // namespace

std::string fold(std::string_view text) {
  Room room(text.size());
  auto* const begin = room.begin();
  auto* to = begin;
  bool blank = false;
  char32_t last = 0, second = 0, third = 0;  // letters before `i`, from the end
  // Only where the syllable ends: "hoàn" keeps its mark; and not in quý, quỳ, where u belongs to the consonant.
  auto const place_tone = [&] {
    if (last < 0x80 || (second != U'o' && second != U'u') || third == U'q') return;
    auto const [vowel, glide] = usual_tone(second, last);
    if (vowel == 0) return;
    to = put_utf8(put_utf8(to - (last < 0x800 ? 3 : 4), vowel), glide);
  };
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    if (is_blank(c)) {
      place_tone();
      last = second = third = 0;
      blank = to != begin;
      continue;
    }
    auto const lower = to_lower(c);
    if (last >= 0x80 && !is_letter(lower)) place_tone();
    if (blank) *to++ = ' ';
    blank = false;
    to = put_utf8(to, lower);
    third = second;
    second = last;
    last = lower;
  }
  place_tone();
  return {begin, to};
}

// Where a tone mark stands makes no difference once it is gone.
std::string fold_ascii(std::string_view text) {
  Room room(text.size());
  auto* const begin = room.begin();
  auto* to = begin;
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    if (auto const byte = static_cast<unsigned char>(text[i]); byte > ' ' && byte < 0x80) {
      if (blank) *to++ = ' ';
      blank = false;
      *to++ = static_cast<char>(unicode::letters[byte].base);
      ++i;
      continue;
    }
    auto const c = next_code_point(text, i);
    if (is_blank(c)) {
      blank = to != begin;
      continue;
    }
    if (blank) *to++ = ' ';
    blank = false;
    if (auto const* known = unicode::find(c); known != nullptr && known->base < 0x80)
      *to++ = static_cast<char>(known->base);
    else
      to = put_utf8(to, known ? char32_t{known->base} : base_of_lower(to_lower(c)));
  }
  return {begin, to};
}

// All bytes but those that continue a character (10xxxxxx), which are the lowest of all as signed numbers. Sixteen are looked at together,
// each in a lane of its own that is emptied before it is full.
std::size_t code_points(std::string_view text) {
  constexpr std::size_t lanes = 16, most = 255;
  constexpr signed char last_continuing = -65;
  std::size_t count = 0, at = 0;
  while (at + lanes <= text.size()) {
    std::array<std::uint8_t, lanes> counts{};
    for (auto left = std::min((text.size() - at) / lanes, most); left > 0; --left, at += lanes)
      for (std::size_t lane = 0; lane < lanes; ++lane)
        counts[lane] = static_cast<std::uint8_t>(counts[lane] + (static_cast<signed char>(text[at + lane]) > last_continuing));
    for (auto const lane : counts) count += lane;
  }
  for (; at < text.size(); ++at) count += static_cast<signed char>(text[at]) > last_continuing;
  return count;
}

std::size_t display_width(char32_t c) {
  if (c < 0x300 || unicode::find(c)) return 1;
  auto const code = static_cast<UChar32>(c);
  auto const type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  auto const wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += display_width(next_code_point(text, i));
  return width;
}

bool all_caps(std::string_view text) {
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    if (is_lower(c)) return false;
    any = any || is_upper(c);
  }
  return any;
}

std::vector<Span> words(std::string_view text) {
  std::vector<Span> out;
  out.reserve(text.size() / 6 + 2);
  std::size_t begin = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const at = i;
    auto const c = next_code_point(text, i);
    bool const part = is_word_char(c);
    if (part && !inside) begin = at;
    if (!part && inside) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    inside = part;
  }
  if (inside) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr ByteSet blanks(" \t\r\n");
  return blanks.trimmed_from(text);
}

}  // namespace vanthu
