#include "read/legacy.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "read/source_text.hpp"
#include "text/code_pages.hpp"
#include "text/syllable.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t sample_size = 16384;  // bytes; from the first word that is not ASCII
// Different words that are syllables in the code page and none in Latin-1: enough in a Vietnamese text; enough in any text, since some hold
// code or another language too.
constexpr std::size_t enough_words = 4, ample_words = 16;

bool is_ascii_letter(char16_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_mark(char16_t c) { return c >= 0x300 && c < 0x370; }

// "QĐ", "NĐ-CP" and "THPT" are no words.
bool has_vowel(std::u16string_view word) {
  return std::ranges::any_of(word, [](char16_t c) {
    return is_mark(c) || (c >= 0x80 && c != u'đ' && c != u'Đ') || std::u16string_view(u"aeiouyAEIOUY").find(c) != std::u16string_view::npos;
  });
}

// What a text looks like when it is read in one code page.
struct Reading {
  std::size_t marked = 0;            // words with letters that are not ASCII
  std::size_t marked_syllables = 0;  // those that are Vietnamese syllables
  std::size_t plain = 0;             // all other words
  std::size_t plain_syllables = 0;
  std::set<std::string_view> distinct;  // bytes of marked syllables that would be none in Latin-1

  void add(std::string_view bytes, std::u16string_view word) {
    if (word.empty() || !has_vowel(word)) return;
    auto const syllable = is_syllable(word);
    if (std::ranges::all_of(word, is_ascii_letter)) {
      ++plain;
      plain_syllables += syllable;
      return;
    }
    ++marked;
    marked_syllables += syllable;
    if (syllable && !is_syllable(latin1(bytes))) distinct.insert(bytes);
  }

  bool is_vietnamese() const {
    if (distinct.size() < enough_words || marked_syllables * 5 < marked * 4) return false;
    return distinct.size() >= ample_words || plain_syllables * 2 >= plain;
  }

 private:
  static std::u16string latin1(std::string_view bytes) {
    std::u16string word;
    for (auto const byte : bytes) word += static_cast<unsigned char>(byte);
    return word;
  }
};

Reading read_in(CodePage page, std::string_view bytes) {
  Reading reading;
  std::u16string word;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= bytes.size(); ++at) {
    auto const [first, second] = at < bytes.size() ? decode_byte(page, static_cast<unsigned char>(bytes[at])) : CodePoints{};
    if (is_mark(first) || first == unassigned || is_letter(static_cast<char32_t>(first))) {
      word += first;
      if (second != 0) word += second;
      continue;
    }
    reading.add(bytes.substr(begin, at - begin), word);
    word.clear();
    begin = at + 1;
  }
  return reading;
}

std::string_view sample_of(std::string_view bytes) {
  auto const* const high = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  auto const first = static_cast<std::size_t>(high - bytes.begin());
  auto const blank = bytes.substr(0, first).find_last_of(" \t\r\n");
  return bytes.substr(blank == std::string_view::npos ? 0 : blank + 1, sample_size);
}

// Of several that fit the one in which more words are syllables.
std::optional<CodePage> best_of(std::initializer_list<CodePage> pages, std::string_view sample) {
  std::optional<CodePage> best;
  std::size_t most = 0;
  for (auto const page : pages) {
    auto const reading = read_in(page, sample);
    if (!reading.is_vietnamese() || reading.marked_syllables <= most) continue;
    best = page;
    most = reading.marked_syllables;
  }
  return best;
}

// Letters beyond Latin-1 after which there is no question.
constexpr std::size_t enough_beyond = 100;

// The same with a look at U+1E00 to U+1EFF only, where most letters of Vietnamese are.
bool is_evidently_unicode(std::string_view utf8) {
  std::size_t beyond = 0;
  for (std::size_t at = 0; at + 2 < utf8.size(); ++at)
    if (utf8[at] == '\xE1' && (static_cast<unsigned char>(utf8[at + 1]) & 0xFCU) == 0xB8 && ++beyond > enough_beyond) return true;
  return false;
}

// A letter that no byte of an old font stands for.
bool is_beyond(char32_t c) {
  return c > 0xFF && is_letter(c) && c != U'Œ' && c != U'œ' && c != U'Š' && c != U'š' && c != U'Ž' && c != U'ž' && c != U'Ÿ' && c != U'ƒ' &&
         c != U'ˆ';
}

bool has_beyond(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();)
    if (is_beyond(next_code_point(utf8, at))) return true;
  return false;
}

// The text of all parts of one code page, when read in it.
struct NamedText {
  std::string bytes;                   // Latin-1; a blank for every other character, and between parts that do not touch
  std::size_t inside = 0, beyond = 0;  // characters
  std::uint32_t end = 0;               // of the last part in the source

  void add(std::string_view utf8, SourceRange range) {
    if (range.begin != end) bytes += ' ';
    end = range.end;
    for (std::size_t at = 0; at < utf8.size();) {
      auto const c = next_code_point(utf8, at);
      bytes += c <= 0xFF ? static_cast<char>(c) : ' ';
      inside += c >= 0xA1 && c <= 0xFF;
      beyond += is_beyond(c);
    }
  }
  bool is_of(CodePage page) const {
    if (inside == 0 || beyond * 20 > inside) return false;
    auto const reading = read_in(page, bytes);
    return !reading.distinct.empty() && reading.marked_syllables * 5 >= reading.marked * 4;
  }
};

struct Sample {
  std::size_t begin, end;  // bytes of the source
};

// What to look at in a text whose letters are all of Latin-1, from the first word on that is not ASCII. Letters beyond Latin-1 are there in
// whatever Vietnamese is stored as Unicode: then there is nothing.
std::optional<Sample> latin1_sample(std::string_view source, Encoding encoding) {
  auto const utf8 = encoding == Encoding::utf8 || encoding == Encoding::utf8_bom;
  if (utf8 && is_evidently_unicode(source.substr(0, sample_size))) return std::nullopt;
  std::size_t begin = 0, end = 0;
  std::size_t size = 0, inside = 0, beyond = 0;  // characters
  for (; end < source.size() && size < sample_size; ++size) {
    auto const at = end;
    if (auto const byte = static_cast<unsigned char>(source[at]); utf8 && byte > ' ' && byte < 0x80) {
      ++end;
      continue;
    }
    auto const c = utf8 ? next_code_point(source, end) : next_in_source(source, encoding, end);
    if (c <= ' ') {
      if (inside == 0) {
        begin = at;
        size = 0;
      }
    } else if (c > 0xFF) {
      beyond += is_letter(c);
      if (beyond > enough_beyond) return std::nullopt;
    } else {
      inside += c >= 0xA1;
    }
  }
  if (inside == 0 || beyond * 20 > inside) return std::nullopt;
  return Sample{begin, end};
}

}  // namespace

std::optional<CodePage> find_code_page(std::string_view bytes) {
  return best_of({CodePage::windows1258, CodePage::tcvn3, CodePage::vni}, sample_of(bytes));
}

std::optional<CodePage> find_font_encoding(std::string_view source, Encoding encoding) {
  auto const sample = latin1_sample(source, encoding);
  if (!sample) return std::nullopt;
  std::string latin1;
  for (auto at = sample->begin; at < sample->end;) {
    auto const c = next_in_source(source, encoding, at);
    latin1 += c <= 0xFF ? static_cast<char>(c) : ' ';
  }
  return best_of({CodePage::tcvn3, CodePage::vni}, latin1);
}

std::vector<FontText> lines_in_font(std::string_view source, Encoding encoding, CodePage page) {
  std::vector<FontText> out;
  std::size_t begin = 0;
  bool beyond = false;
  auto const end_line = [&](std::size_t end) {
    SourceRange const line{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    begin = end;
    if (std::exchange(beyond, false)) return;
    if (!out.empty() && out.back().source.end == line.begin)
      out.back().source.end = line.end;
    else
      out.push_back({line, page, false});
  };
  for (std::size_t at = 0; at < source.size();) {
    auto const c = next_in_source(source, encoding, at);
    beyond = beyond || is_beyond(c);
    if (c == '\n' || c == '\r' || at >= source.size()) end_line(at);
  }
  return out;
}

std::vector<FontText> believed_font_texts(std::string_view source, std::vector<FontText> named) {
  auto const text_of = [&](FontText const& part) { return slice(source, {part.source.begin, part.source.end}); };
  for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
    NamedText all;
    for (auto const& part : named)
      if (part.page == page) all.add(text_of(part), part.source);
    auto const believed = all.is_of(page);
    std::erase_if(named, [&](FontText const& part) { return part.page == page && (!believed || has_beyond(text_of(part))); });
  }
  return named;
}

}  // namespace vanthu
