// Dates in words and in figures. Each shape is one rule; match_date() tries them from the longest to the shortest.
#include "grammar/date.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace date_parts {

using Range = boost::iterator_range<char const*>;

struct Parts {
  Range day, month, year;
};

}  // namespace date_parts
}  // namespace vanthu::grammar

BOOST_FUSION_ADAPT_STRUCT(vanthu::grammar::date_parts::Parts, day, month, year)

namespace vanthu::grammar {
namespace date_parts {

using x3::digit;
using x3::lit;
using x3::raw;
using x3::repeat;

struct DayTag;
struct YearTag;
struct LongTag;
struct FiguresTag;
struct BareTag;
struct YearOnlyTag;
x3::rule<DayTag, Range> const day_or_month = "day or month";
x3::rule<YearTag, Range> const full_year = "year";
x3::rule<LongTag, Parts> const long_form = "ngày … tháng … năm …";
x3::rule<FiguresTag, Parts> const figures = "ngày …/…/…";
x3::rule<BareTag, Parts> const bare_figures = "…/…/…";
x3::rule<YearOnlyTag, Range> const year_only = "năm …";

// What a draft leaves where a number will stand: blanks, dots, ellipses, underscores.
auto const filler = x3::omit[*(lit(' ') | '.' | '_' | "…")];
auto const blank = x3::omit[-lit(' ')];
// A scan reads 1 as I or l and 0 as O; only "tháng" on either side makes such letters a number.
auto const digit_like = digit | x3::char_("IlO");
auto const stop = blank >> (lit('/') | "⁄" | '.' | '-') >> blank;
auto const separator = x3::omit[stop];
auto const ngay = x3::omit[lit("ngày") | "Ngày" | "NGÀY"];
auto const thang = x3::omit[lit("tháng") | "THÁNG"];
auto const nam = x3::omit[lit("năm") | "NĂM"];
// "tháng 02 tháng 2012", a slip for "năm 2012".
auto const nam_or_slip = nam | (thang >> &(blank >> repeat(4)[digit]));
// "202…": begun, left open; counts as blank.
auto const open_year = x3::omit[repeat(1, 3)[digit] >> (lit('.') | "…" | '_') >> *(lit('.') | "…" | '_')];

auto const day_or_month_def = raw[repeat(1, 2)[digit] >> !digit];
auto const full_year_def = raw[repeat(4)[digit] >> !digit];

auto const long_form_def = ngay >> filler >> raw[-(repeat(1, 2)[digit_like] >> &(lit(' ') | "tháng" | "THÁNG"))] >> filler >> thang >>
                           filler >> raw[-(repeat(1, 2)[digit_like] >> &(lit(' ') | "năm" | "NĂM"))] >> filler >> nam_or_slip >>
                           x3::omit[-lit(' ')] >> (full_year | x3::omit[filler] >> full_year | open_year >> raw[x3::eps] | raw[x3::eps]);
// Blank parts only after "ngày"; a year of two digits likewise.
auto const figures_def = ngay >> filler >> raw[-(repeat(1, 2)[digit])] >> separator >> filler >> raw[-(repeat(1, 2)[digit])] >> separator >>
                         (full_year | raw[repeat(2)[digit] >> !(digit | (blank >> '/'))]);
auto const bare_figures_def = day_or_month >> separator >> day_or_month >> separator >> full_year;
auto const year_only_def = x3::omit[(lit("năm") | "Năm" | "NĂM") >> -lit(' ')] >> &(lit("19") | "20") >> full_year;

BOOST_SPIRIT_DEFINE(day_or_month, full_year, long_form, figures, bare_figures, year_only)

}  // namespace date_parts

namespace {

using date_parts::Parts;
using date_parts::Range;

int number(Range digits) {
  int value = 0;
  for (char const c : digits) value = value * 10 + (c == 'I' || c == 'l' ? 1 : c == 'O' ? 0 : c - '0');
  return value;
}

// A year of two digits belongs to the century that the State's documents can be of.
int year_number(Range digits) {
  int const year = number(digits);
  if (digits.size() != 2) return year;
  return year >= 45 ? 1900 + year : 2000 + year;
}

std::string to_text(Range range) { return {range.begin(), range.end()}; }

DateMatch make(std::size_t at, char const* begin, char const* end, Parts const& parts, bool long_form) {
  DateMatch match;
  match.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + static_cast<std::size_t>(end - begin))};
  match.date = {year_number(parts.year), number(parts.month), number(parts.day)};
  match.day_text = to_text(parts.day);
  match.month_text = to_text(parts.month);
  match.year_text = to_text(parts.year);
  match.long_form = long_form;
  return match;
}

// A match must not end in the blanks of its last part.
char const* without_trailing_blanks(char const* begin, char const* end) {
  while (end != begin && end[-1] == ' ') --end;
  return end;
}

}  // namespace

std::optional<DateMatch> match_date(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  char const* const begin = text.data() + at;
  char const* const end = text.data() + text.size();

  auto const matches = [&](auto const& rule, auto& attribute) -> char const* {
    auto first = begin;
    return x3::parse(first, end, rule, attribute) ? without_trailing_blanks(begin, first) : nullptr;
  };

  // "ng…", a figure, "nă…" tell which shapes are possible.
  auto const second = at + 1 < text.size() ? text[at + 1] : '\0';
  Parts parts;
  if (second == 'g' || second == 'G') {
    if (auto const* stop = matches(date_parts::long_form, parts)) return make(at, begin, stop, parts, true);
    parts = {};
    if (auto const* stop = matches(date_parts::figures, parts)) return make(at, begin, stop, parts, false);
  } else if (*begin >= '0' && *begin <= '9') {
    if (auto const* stop = matches(date_parts::bare_figures, parts)) return make(at, begin, stop, parts, false);
  } else if (*begin == 'n' || *begin == 'N') {
    if (auto const* stop = matches(date_parts::year_only, parts.year)) {
      auto match = make(at, begin, stop, parts, false);
      match.year_only = true;
      return match;
    }
  }
  return std::nullopt;
}

}  // namespace vanthu::grammar
