#include "read/line_facts.hpp"

#include <algorithm>
#include <string>

#include "read/raw_lines.hpp"
#include "text/byte_set.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

constexpr ByteSet roman_digits("IVXLC");

bool is_gap(char32_t c) { return c == ' ' || c == '\t'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// OCR leaves specks before a line: "_ Căn cứ", ".__ Căn cứ".
std::string_view without_specks(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && ByteSet("_.|`'~:,;^ ").holds(line[at])) ++at;
  return at == line.size() || at > 6 ? line : line.substr(at);
}

char32_t first_code_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : next_code_point(text, at);
}

// Bytes of a bullet that stands before a blank (or, for '-', before a capital letter); 0 when there is none.
std::uint32_t bullet_size(std::string_view line) {
  if (!ByteSet("-+*o\xE2\xC2\xEF").holds(line[0])) return 0;  // first bytes of those below
  static constexpr std::string_view bullets[] = {"-", "+", "*", "–", "—", "•", "·", "●", "▪", "■", "○", "o", "\uF0B7", "\uF02D"};
  for (auto const bullet : bullets) {
    if (!line.starts_with(bullet) || line.size() == bullet.size()) continue;
    auto const rest = line.substr(bullet.size());
    if (is_blank(rest[0]) || (bullet == "-" && is_upper(first_code_point(rest)))) return static_cast<std::uint32_t>(bullet.size());
  }
  return 0;
}

std::size_t count_digits(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_ascii_digit(text[n])) ++n;
  return n;
}

// After a number or letter of a label: "." or ")" or "/" and then a blank, the end or a capital letter.
bool closes_label(std::string_view rest) {
  if (rest.empty() || !ByteSet(".)/").holds(rest[0])) return false;
  auto const after = rest.substr(1);
  return after.empty() || is_blank(after[0]) || (rest[0] != '/' && is_upper(first_code_point(after)));
}

// "1.", "12)", "1.2.", "1.2 Xxx"
bool is_number_label(std::string_view line) {
  std::size_t at = 0;
  for (int level = 0; level < 5; ++level) {
    auto const digits = count_digits(line.substr(at));
    if (digits == 0 || digits > 2) return false;
    at += digits;
    if (at < line.size() && line[at] >= 'a' && line[at] <= 'h' && level == 0) ++at;  // "5a."
    auto const rest = line.substr(at);
    if (closes_label(rest)) return true;
    if (level > 0 && rest.size() > 1 && is_blank(rest[0]) && is_upper(first_code_point(rest.substr(1)))) return true;
    if (!rest.starts_with('.')) return false;
    ++at;
  }
  return false;
}

// "a)", "đ)", "b.1)", "A.", "II.", "IV/"
bool is_letter_label(std::string_view line) {
  std::size_t at = 0;
  auto const c = next_code_point(line, at);
  auto const rest = line.substr(at);
  if ((c >= 'a' && c <= 'z') || c == U'đ') {
    if (rest.starts_with(')')) return true;
    if (rest.starts_with('.') && rest.size() > 2)
      return is_blank(rest[1]) ? is_upper(first_code_point(rest.substr(2))) : is_number_label(rest.substr(1));
    return false;
  }
  auto const roman = std::min(roman_digits.find_first_not_in(line), line.size());
  if (roman > 0 && roman <= 6) return closes_label(line.substr(roman));
  return ((c >= 'A' && c <= 'Z') || c == U'Đ') && closes_label(rest) && rest.size() > 1 && is_blank(rest[1]);
}

LineStart article_label(std::string_view number) {
  auto digits = count_digits(number);
  if (digits == 0) return LineStart::other;
  if (digits < number.size() && number[digits] >= 'a' && number[digits] <= 'z') ++digits;
  return digits == number.size() || number[digits] == '.' || number[digits] == ':' ? LineStart::label : LineStart::other;
}

LineStart part_label(std::string_view number) {
  auto const numbered = count_digits(number) > 0 || (!number.empty() && roman_digits.holds(number[0])) || number.starts_with("thứ ");
  return numbered ? LineStart::weak_label : LineStart::other;
}

LineStart label_of(std::string_view line) {
  if (is_ascii_digit(line[0])) return is_number_label(line) ? LineStart::label : LineStart::other;
  if (starts_with_any(line, "Điều ", "ĐIỀU ", "Điêu ", "Diều ")) return article_label(line.substr(line.find(' ') + 1));
  if (starts_with_any(line, "Chương ", "Mục ", "Phần ")) return part_label(line.substr(line.find(' ') + 1));
  if (starts_with(line, "Phụ lục ")) return part_label(line.substr(sizeof("Phụ lục ") - 1));
  if (starts_with(line, "Tiểu mục ")) return part_label(line.substr(sizeof("Tiểu mục ") - 1));
  return is_letter_label(line) ? LineStart::label : LineStart::other;
}

bool is_country_or_motto(std::string_view line, bool caps) {
  if (starts_with_any(line, "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Cộng hòa xã hội chủ nghĩa", "Độc lập - Tự do", "Độc lập – Tự do",
                      "ĐỘC LẬP - TỰ DO"))
    return true;
  return caps && line.size() < 120 && letters_only(line).find("conghoaxahoi") == 0;
}

bool is_number_line(std::string_view line, std::uint32_t width) {
  if (starts_with_any(line, "Số:", "SỐ:", "Số :")) return true;
  return starts_with(line, "Số") && width < 45 && line.find('/') != std::string_view::npos && line.find('/') < 30 &&
         line.find(". ") == std::string_view::npos;
}

// Words after which a sentence goes on; none of them ends a heading.
bool cannot_end(std::string_view word) {
  return is_any_of(word, "bằng", "bị", "bởi", "các", "cho", "của", "do", "hoặc", "là", "mà", "nếu", "nhưng", "những", "sẽ", "tại", "theo",
                   "thì", "thuộc", "trong", "từ", "và", "vào", "về", "vì", "với", "để", "đối", "–", "—");
}

// Words that a number or letter follows when a sentence goes on, though a heading may end with some of them.
bool counts(std::string_view word) {
  return is_any_of(word, "Chương", "Khoản", "Mục", "Phần", "Quý", "khoản", "lục", "mục", "ngày", "năm", "phần", "quý", "số", "sô", "tháng",
                   "Điểm", "điểm", "Điều", "điều", "đến");
}

// "Nơi nhận", also as OCR spells it before the signer's authority: "Aơi nhận: TM. ỦY BAN NHÂN DÂN".
bool opens_recipients(std::string_view line) {
  if (starts_with_any(line, "Nơi nhận", "NƠI NHẬN")) return true;
  auto const colon = line.substr(0, 17).find(':');
  if (colon == std::string_view::npos || colon < 8) return false;
  return line.substr(0, colon).ends_with("nhận") || starts_with_any(line.substr(colon), ": TM.", ": KT.", ": TL.", ": TUQ.");
}

LineEnd end_of(std::string_view line) {
  for (bool again = true; again;) {  // closing quotation marks say nothing
    again = false;
    if (!ByteSet("\x9D\"\x99\xBB'").holds(line.back())) break;  // last bytes of those below
    for (std::string_view quote : {"”", "\"", "’", "»", "'"}) {
      if (!line.ends_with(quote) || line.size() == quote.size()) continue;
      line.remove_suffix(quote.size());
      again = true;
    }
  }
  if (line.back() == '.' && line.size() > 2 && ByteSet("PpXS").holds(line[line.size() - 2])) {
    static constexpr std::string_view titles[] = {"TP.", "Tp.", "TX.", "TS.", "ThS.", "PGS.", "GS.", "BS."};
    for (auto const title : titles)
      if (line == title || (line.ends_with(title) && is_blank(line[line.size() - title.size() - 1]))) return LineEnd::hanging;
  }
  switch (line.back()) {
    case '\xA6':
      if (line.ends_with("…")) return LineEnd::sentence;
      break;
    case '.':
    case '!':
    case '?': return LineEnd::sentence;
    case ';': return LineEnd::semicolon;
    case ':': return LineEnd::colon;
    case ',': return LineEnd::comma;
    case '-':
    case '/': {
      if (line.ends_with("/.../") || line.ends_with("/./")) return LineEnd::sentence;
      if (line.size() < 2) return LineEnd::open;
      auto const before = line[line.size() - 2];
      if (is_blank(before)) return LineEnd::hanging;
      return static_cast<unsigned char>(before) >= 0x80 || is_ascii_digit(before) || is_letter(static_cast<char32_t>(before))
                 ? LineEnd::symbol
                 : LineEnd::open;
    }
    default: break;
  }
  auto word = line.size();
  while (word > 0 && !is_gap(static_cast<unsigned char>(line[word - 1]))) --word;
  auto const last = line.substr(word);
  if (cannot_end(last)) return LineEnd::hanging;
  return counts(last) ? LineEnd::counting : LineEnd::open;
}

constexpr std::uint32_t wide_enough = 120;  // characters: what is wider is not told apart

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size(); ++at) words += !is_gap(line[at]) && (at == 0 || is_gap(line[at - 1]));
  return words;
}

// Two letters at least, and none that is no capital.
bool is_capitals(std::string_view line) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = next_code_point(line, at);
    if (!is_letter(c)) continue;
    if (!is_upper(c)) return false;
    ++letters;
  }
  return letters >= 2;
}

// Two to five words of letters, each with one capital, its first.
bool is_name_like(std::string_view line) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < line.size();) {
    auto const c = next_code_point(line, at);
    if (is_gap(c)) {
      in_word = false;
      continue;
    }
    if (!is_letter(c) || is_upper(c) == in_word) return false;
    if (!in_word && ++words > 5) return false;
    in_word = true;
  }
  return words >= 2;
}

// The first character that is no opening bracket or quotation mark.
char32_t first_after_opening(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    auto const c = next_code_point(line, at);
    if (!is_gap(c) && c != '(' && c != '"' && c != U'“' && c != '\'' && c != U'‘' && c != '[') return c;
  }
  return first_code_point(line);
}

// Offset of ", ngày", else of ",ngày".
std::size_t find_comma_day(std::string_view line) {
  auto tight = std::string_view::npos;
  for (auto comma = line.find(','); comma != std::string_view::npos; comma = line.find(',', comma + 1)) {
    auto const rest = line.substr(comma + 1);
    if (starts_with(rest, " ngày")) return comma;
    if (tight == std::string_view::npos && starts_with(rest, "ngày")) tight = comma;
  }
  return tight;
}

// "Lạng Sơn, ngày … tháng … năm …", all of the line.
bool is_place_date(std::string_view line, std::uint32_t width) {
  if (width >= 70 || !is_upper(first_code_point(line)) || find_place_date(line.substr(0, 90)) != 0 ||
      line.find("tháng") == std::string_view::npos)
    return false;
  auto const year = line.rfind("năm");
  return year != std::string_view::npos && line.size() - year < 16;
}

}  // namespace

std::string letters_only(std::string_view line) {
  auto folded = fold_ascii(line);
  std::erase_if(folded, [](char c) { return c < 'a' || c > 'z'; });
  return folded;
}

std::vector<std::string> const& type_name_letters() {
  static auto const names = [] {
    std::vector<std::string> letters;
    for (auto const& type : doc_types()) letters.push_back(letters_only(type.name));
    return letters;
  }();
  return names;
}

bool is_type_name(std::string_view line, LineFacts const& facts, std::vector<std::string> const& names) {
  if (!facts.caps || facts.width > 40) return false;
  auto const letters = letters_only(line);
  return std::any_of(names.begin(), names.end(), [&](auto const& name) {
    return letters == name || (letters.size() == name.size() + 1 && (letters.ends_with(name) || letters.starts_with(name)));
  });
}

std::size_t find_place_date(std::string_view line) {
  auto const comma = find_comma_day(line);
  if (comma == std::string_view::npos || comma == 0) return std::string_view::npos;
  // Backward over the place's name: words with a capital letter first and small ones after it.
  auto begin = std::string_view::npos;
  for (auto end = comma; end > 0;) {
    auto const blank = line.find_last_of(" \t", end - 1);
    auto const start = blank == std::string_view::npos ? 0 : blank + 1;
    auto const word = line.substr(start, end - start);
    std::size_t at = 0;
    if (word.empty() || !is_upper(next_code_point(word, at))) break;
    auto const abbreviation = word == "TP." || word == "Tp." || word == "TX." || word == "TP";
    bool small = at < word.size();
    while (small && at < word.size()) {
      auto const c = next_code_point(word, at);
      small = is_lower(c) || c == '-' || (c == '.' && at == word.size());
    }
    if (!small && !abbreviation) break;
    begin = start;
    if (start == 0) break;
    end = blank;
    if (end > 0 && is_blank(line[end - 1])) break;  // a wide gap
  }
  return begin;
}

LineFacts line_facts(std::string_view line) {
  LineFacts facts;
  facts.width = line.size() > 4 * wide_enough ? wide_enough : static_cast<std::uint32_t>(code_points(line));
  facts.end = end_of(line);
  facts.digit_first = is_ascii_digit(line[0]);
  auto const sentence_like = facts.end == LineEnd::sentence || facts.end == LineEnd::semicolon || facts.end == LineEnd::comma;
  facts.caps = is_capitals(line) && !(sentence_like && count_words(line) < 3);
  facts.name_like = is_name_like(line);

  facts.bullet_size = bullet_size(line);
  auto const clean = without_specks(line);
  facts.subject = starts_with_any(clean, "V/v", "V/V", "v/v", "Về việc", "Vềviệc");
  facts.basis = starts_with(clean, "Căn cứ ");
  facts.recipients = opens_recipients(clean);
  facts.body_opening = starts_with_any(clean, "Thực hiện ", "Để ", "Ngày ", "Trong ", "Theo ", "Xét ", "Sau ", "Căn cứ ", "Trên cơ sở ");
  auto const place_date = is_place_date(clean, facts.width);
  auto const header = is_country_or_motto(clean, facts.caps);
  facts.complete = header || place_date || (facts.recipients && facts.end == LineEnd::colon);
  if (facts.bullet_size > 0) {
    facts.start = LineStart::bullet;
  } else if (header || place_date || facts.recipients || is_number_line(clean, facts.width) ||
             starts_with_any(clean, "Kính gửi", "KÍNH GỬI", "Căn cứ ", "V/v", "V/V")) {
    facts.start = LineStart::component;
  } else {
    facts.start = label_of(clean);
    auto const numbered = clean.starts_with('(') && clean.find(')') < 6;  // "(i)", "(1)": a list or running text
    if (facts.start == LineStart::other && !numbered && is_lower(first_after_opening(line))) facts.start = LineStart::lower;
  }
  return facts;
}

}  // namespace vanthu
