// Labels of divisions. The words come first: "Phần", "Chương" … are the surest. Of the bare labels, Roman numbers come before
// letters, since "I." is a number and "A." is not.
#include "grammar/label.hpp"

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace {

namespace label {

using Range = boost::iterator_range<char const*>;
using x3::char_;
using x3::digit;
using x3::eoi;
using x3::lit;
using x3::omit;
using x3::raw;
using x3::repeat;

struct RomanTag;
struct OrdinalTag;
struct ArticleTag;
struct DottedTag;
struct PointTag;
x3::rule<RomanTag, Range> const roman = "Roman number";
x3::rule<OrdinalTag, Range> const ordinal = "number of a division";
x3::rule<ArticleTag, Range> const article = "number of an article";
x3::rule<DottedTag, Range> const dotted = "dotted number";
x3::rule<PointTag, Range> const point = "letter of a point";

auto const roman_digit = char_("IVXLC");
auto const word_end = !(char_('a', 'z') | char_('A', 'Z') | digit | char_('\xc3', '\xc6') | char_('\xe1'));
auto const point_letter = lit("đ") | char_("a-eg-ik-vxyfjwz");

auto const roman_def = raw[repeat(1, 7)[roman_digit] >> word_end];
// "PHẦN THỨ NHẤT": the word after "thứ" names the number.
auto const ordinal_def = raw[roman | (repeat(1, 3)[digit] >> -char_('a', 'z') >> word_end) | (char_('A', 'Z') >> word_end) |
                             ((lit("thứ") | "THỨ") >> ' ' >> +(char_ - ' ' - '.' - ':'))];
auto const article_def = raw[repeat(1, 4)[digit] >> -(char_('a', 'z') | "đ") >> word_end];
auto const dotted_def = raw[repeat(1, 3)[digit] >> *('.' >> repeat(1, 2)[digit] >> !digit)];
auto const point_def = raw[point_letter >> -digit];

BOOST_SPIRIT_DEFINE(roman, ordinal, article, dotted, point)

auto const part_word = omit[lit("Phần") | "PHẦN"];
auto const chapter_word = omit[lit("Chương") | "CHƯƠNG"];
auto const section_word = omit[lit("Mục") | "MỤC"];
auto const subsection_word = omit[lit("Tiểu mục") | "TIỂU MỤC" | "Tiểu Mục"];
auto const appendix_word = omit[lit("Phụ lục") | "PHỤ LỤC" | "Phụ Lục"];
// The damaged forms are those that scans show.
auto const article_word = omit[lit("Điều") | "ĐIỀU" | "Diều" | "Điêu"];

}  // namespace label

using label::Range;

struct Cursor {
  std::string_view line;
  char const* first;

  explicit Cursor(std::string_view text) : line(text), first(text.data()) {}
  char const* end() const { return line.data() + line.size(); }
  std::uint32_t offset() const { return static_cast<std::uint32_t>(first - line.data()); }
  template <class Parser>
  bool accept(Parser const& parser) {
    return x3::parse(first, end(), parser);
  }
  template <class Parser>
  bool accept(Parser const& parser, Range& range) {
    return x3::parse(first, end(), parser, range);
  }
  void skip_blanks() {
    while (first != end() && *first == ' ') ++first;
  }
};

LabelMatch finish(Cursor cursor, LabelKind kind, Range text, int groups = 1) {
  LabelMatch match{kind, {text.begin(), text.end()}, {0, cursor.offset()}, 0, groups};
  cursor.skip_blanks();
  match.rest = cursor.offset();
  return match;
}

bool starts_upper(std::string_view rest) {
  if (rest.size() < 2) return false;
  auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  // Two capitals in a row: a title in capitals, not the first word of a sentence. Letters beyond ASCII count by their neighbour.
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < rest.size() && i < 12 && capitals < 2; ++i) {
    if (upper(rest[i]))
      ++capitals;
    else if (rest[i] >= 'a' && rest[i] <= 'z')
      return false;
  }
  return capitals == 2;
}

// "Chương I", "Mục 1. …", "Phụ lục II: …", "CHƯƠNG I QUY ĐỊNH": what follows the number decides whether it is a label.
template <class Word>
std::optional<LabelMatch> division(std::string_view line, Word const& word, LabelKind kind) {
  Cursor cursor(line);
  if (!cursor.accept(word)) return std::nullopt;
  Range number;
  auto const before = cursor.first;
  bool const numbered = cursor.accept(x3::omit[+x3::lit(' ')] >> label::ordinal, number);
  if (!numbered) {
    if (kind != LabelKind::appendix) return std::nullopt;
    cursor.first = before;
  }
  auto const stop = cursor.first;
  bool const marked = cursor.accept(x3::omit[-x3::lit(' ') >> x3::char_(".:-")]) || cursor.accept(x3::omit[-x3::lit(' ') >> "–"]);
  if (!marked) cursor.first = stop;
  auto match = finish(cursor, kind, number);
  auto const rest = line.substr(match.rest);
  if (rest.empty() || marked || starts_upper(rest)) return match;
  return std::nullopt;
}

std::optional<LabelMatch> article(std::string_view line) {
  Cursor cursor(line);
  Range number;
  if (!cursor.accept(label::article_word >> x3::omit[+x3::lit(' ')] >> label::article, number)) return std::nullopt;
  if (!cursor.accept(x3::omit[x3::char_(".:")]) && cursor.first != cursor.end()) return std::nullopt;
  return finish(cursor, LabelKind::article, number);
}

std::optional<LabelMatch> bare(std::string_view line) {
  auto const blank_or_end = x3::omit[&x3::lit(' ') | x3::eoi];
  Range text;
  if (Cursor c(line); c.accept(x3::lit("- ") | "– " | "— ")) {
    c.first = line.data() + (line[0] == '-' ? 1 : 3);
    return finish(c, LabelKind::dash, {});
  }
  if (Cursor c(line); c.accept(x3::lit("+ "))) {
    c.first = line.data() + 1;
    return finish(c, LabelKind::plus, {});
  }
  if (Cursor c(line); c.accept(label::roman >> x3::omit[x3::char_("./")] >> blank_or_end, text)) {
    bool const letter = text.size() == 1 && (text.front() == 'C' || text.front() == 'L');
    return finish(c, letter ? LabelKind::letter : LabelKind::roman, text);
  }
  if (Cursor c(line); c.accept(x3::raw[x3::char_('A', 'H')] >> x3::omit[x3::lit('.')] >> blank_or_end, text))
    return finish(c, LabelKind::letter, text);
  if (Cursor c(line); c.accept(label::dotted, text)) {
    int groups = 1;
    for (char const ch : text) groups += ch == '.';
    if (c.accept(x3::omit[x3::char_(".)/")] >> blank_or_end) || (groups > 1 && c.accept(blank_or_end) && c.first != c.end()))
      return finish(c, LabelKind::number, text, groups);
  }
  if (Cursor c(line); c.accept(label::point >> x3::omit[x3::lit(')') | (x3::char_("./") >> blank_or_end)], text))
    return finish(c, LabelKind::point, text);
  return std::nullopt;
}

}  // namespace

std::optional<LabelMatch> match_label(std::string_view line) {
  if (line.empty()) return std::nullopt;
  switch (line[0]) {  // what most lines start with starts no word of these
    case 'P':
      if (auto m = division(line, label::part_word, LabelKind::part)) return m;
      if (auto m = division(line, label::appendix_word, LabelKind::appendix)) return m;
      break;
    case 'C':
      if (auto m = division(line, label::chapter_word, LabelKind::chapter)) return m;
      break;
    case 'T':
      if (auto m = division(line, label::subsection_word, LabelKind::subsection)) return m;
      break;
    case 'M':
      if (auto m = division(line, label::section_word, LabelKind::section)) return m;
      break;
    case 'D':
    case '\xC4':  // the first byte of Đ
      if (auto m = article(line)) return m;
      break;
    default: break;
  }
  return bare(line);
}

}  // namespace vanthu::grammar
