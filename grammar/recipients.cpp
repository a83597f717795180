// Recipients, archive line, closing mark.
#include "grammar/recipients.hpp"

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace {

namespace archive {

using Range = boost::iterator_range<char const*>;
using x3::char_;
using x3::lit;
using x3::omit;
using x3::raw;

struct CodeTag;
x3::rule<CodeTag, Range> const code = "archive code";

auto const bullet = omit[-((lit('-') | "–" | "—" | '+' | '*' | '_') >> *lit(' '))];
auto const keyword = omit[lit("Lưu") | "LƯU" | "lưu" | "Luu" | "Lưư"];
auto const group = '(' >> *(char_ - ')') >> ')';
// A full stop inside a code ("P.KTTH", "N.chính") is followed by a letter; one that ends the line, by a blank or nothing.
auto const inner_stop = lit('.') >> !(lit(' ') | x3::eoi | lit('`'));
auto const code_def = raw[+(group | inner_stop | (char_ - ',' - ';' - '.' - '('))];

BOOST_SPIRIT_DEFINE(code)

}  // namespace archive

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

}  // namespace

RecipientItem match_item(std::string_view line) {
  RecipientItem out;
  std::size_t begin = 0;
  static constexpr std::string_view marks[] = {"- ", "-", "+ ", "– ", "— ", "* "};
  for (auto const mark : marks)
    if (!line.empty() && line[0] == mark[0] && line.starts_with(mark)) {
      begin = mark.size();
      out.bullet = true;
      break;
    }
  while (begin < line.size() && line[begin] == ' ') ++begin;
  auto end = line.size();
  while (end > begin && line[end - 1] == ' ') --end;
  if (end > begin && (line[end - 1] == ';' || line[end - 1] == '.' || line[end - 1] == ',')) {
    out.end_mark = {u32(end - 1), u32(end)};
    --end;
    while (end > begin && line[end - 1] == ' ') --end;
  }
  out.text = {u32(begin), u32(end)};
  return out;
}

std::optional<ArchiveLine> match_archive_line(std::string_view line) {
  auto first = line.data();
  auto const end = line.data() + line.size();
  auto const offset = [&] { return u32(static_cast<std::size_t>(first - line.data())); };
  if (!x3::parse(first, end, archive::bullet)) return std::nullopt;
  ArchiveLine out;
  out.span.begin = offset();
  if (!x3::parse(first, end, archive::keyword)) return std::nullopt;
  // "Lưu ý", "Lưu trữ viên" are words of a sentence: a colon or a code in capitals must follow.
  auto const after_keyword = first;
  out.colon = x3::parse(first, end, x3::omit[*x3::lit(' ') >> x3::char_(":;")]) && first[-1] == ':';
  if (!out.colon) {
    first = after_keyword;
    auto look = first;
    if (look != end && !x3::parse(look, end, x3::omit[*x3::char_(" .,;") >> (x3::char_('A', 'Z') | "Đ")])) return std::nullopt;
  }
  out.span.end = offset();
  archive::Range code;
  while (first != end) {
    x3::parse(first, end, x3::omit[*x3::lit(' ')]);
    auto const begin = offset();
    if (!x3::parse(first, end, archive::code, code)) {
      if (first != end && *first != '.' && (*first == ',' || *first == ';')) {
        ++first;  // a comma too many
        continue;
      }
    } else {
      auto stop = offset();
      while (stop > begin && line[stop - 1] == ' ') --stop;
      if (stop > begin) {
        out.codes.push_back({begin, stop});
        out.span.end = stop;
      }
    }
    if (first == end) break;
    char const mark = *first;
    auto const at = offset();
    ++first;
    if (mark == '.' || (mark == ';' && line.find_first_not_of(' ', at + 1) == std::string_view::npos)) {
      out.end_mark = {at, at + 1};
      out.span.end = at + 1;
      break;
    }
  }
  return out;
}

std::optional<Span> match_closing_mark(std::string_view line) {
  auto end = line.size();
  while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '"')) --end;
  auto begin = end;
  bool slash = false;
  while (begin > 0) {
    auto const c = line[begin - 1];
    if (c == '.') {
      --begin;
    } else if (c == '/') {
      slash = true;
      --begin;
    } else if (begin >= 3 && line.substr(begin - 3, 3) == "…" && slash) {
      begin -= 3;
    } else {
      break;
    }
  }
  if (!slash || end - begin < 2 || end - begin > 8) return std::nullopt;
  return Span{u32(begin), u32(end)};
}

}  // namespace vanthu::grammar
