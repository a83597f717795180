// Signature blocks. The longer prefix comes first: "TUQ" before "Q", "T/M" before "TM".
#include "grammar/signature.hpp"

#include <boost/spirit/home/x3.hpp>

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace {

namespace signature {

using x3::char_;
using x3::digit;
using x3::eoi;
using x3::lit;
using x3::omit;
using x3::repeat;

auto const prefix = omit[lit("TUQ") | "T/U/Q" | "T/UQ" | "TM" | "T/M" | "KT" | "K/T" | "TL" | "T/L" | "TV" | 'Q'];
auto const capital = char_('A', 'Z') | lit("Đ") | "Ủ" | "Ô" | "Ư" | "Ử" | "Ý" | "Á" | "Ầ" | "Ẩ" | "Ấ";

auto const degree = omit[lit("GS") | "PGS" | "TSKH" | "TS" | "ThS" | "Ths" | "THS" | "BSCKII" | "BSCKI" | "BS" | "DS" | "KS" | "KTS" |
                         "CN" | "LS" | "CKII" | "CKI" | "NGƯT" | "NGND" | "NSƯT" | "NSND" | "TTƯT" | "TTND" | "AHLĐ"];
auto const rank = omit[(lit("Đại") | "Thượng" | "Trung" | "Thiếu" | "Chuẩn") >> ' ' >> (lit("tướng") | "tá" | "úy" | "uý")];
auto const degree_end = omit[(+char_(".,") >> *lit(' ')) | +lit(' ')];
auto const titles = +((degree >> degree_end) | (rank >> omit[*char_(".,") >> +lit(' ')]));

auto const drafter = omit[repeat(1, 8)[char_('A', 'Z') | lit("Đ")] >> -lit('.') >> *lit(' ') >> -lit('.') >> '(' >> repeat(1, 5)[digit] >>
                          ')' >> -lit('.') >> eoi];

}  // namespace signature

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

}  // namespace

std::optional<AuthorityLine> match_authority(std::string_view line, std::size_t at) {
  if (at >= line.size()) return std::nullopt;
  auto first = line.data() + at;
  auto const end = line.data() + line.size();
  auto const offset = [&] { return u32(static_cast<std::size_t>(first - line.data())); };
  if (!x3::parse(first, end, signature::prefix)) return std::nullopt;
  AuthorityLine out;
  out.prefix = {u32(at), offset()};
  bool marked = false;
  // A scan reads the dot as a comma; some write a slash or a colon.
  while (first != end && (*first == '.' || *first == ',' || *first == '/' || *first == ':')) {
    out.dot = out.dot || *first == '.';
    marked = true;
    ++first;
  }
  while (first != end && *first == ' ') {
    out.space = true;
    ++first;
  }
  if (!marked && !out.space) return std::nullopt;
  auto look = first;
  if (!x3::parse(look, end, x3::omit[signature::capital])) return std::nullopt;
  auto stop = line.size();
  while (stop > offset() && line[stop - 1] == ' ') --stop;
  out.position = {offset(), u32(stop)};
  out.span = {u32(at), u32(stop)};
  return out;
}

Span match_honorific(std::string_view line) {
  auto first = line.data();
  if (!x3::parse(first, line.data() + line.size(), signature::titles)) return {};
  auto end = static_cast<std::size_t>(first - line.data());
  while (end > 0 && line[end - 1] == ' ') --end;
  return {0, u32(end)};
}

bool is_drafter_mark(std::string_view line) {
  auto first = line.data();
  return x3::parse(first, line.data() + line.size(), signature::drafter);
}

}  // namespace vanthu::grammar
