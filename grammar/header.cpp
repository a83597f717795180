// Lines of the header. Number and date are the grammars of identifier.cpp and date.cpp; here are the words around them and what a
// scan leaves where they are damaged.
#include "grammar/header.hpp"

#include <algorithm>

#include <boost/spirit/home/x3.hpp>

#include "text/byte_set.hpp"

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace {

namespace words {

using x3::char_;
using x3::lit;
using x3::no_case;
using x3::omit;

auto const so = lit("Số") | "SỐ" | "Sô" | "Sồ" | "Sớ" | "Só" | "So" | "SÓ" | "SÔ";
auto const ky_hieu = omit[-(+lit(' ') >> (lit("ký hiệu") | "KÝ HIỆU" | "kí hiệu" | "hiệu" | "HIỆU"))];
auto const number_label = so >> ky_hieu;
auto const colon = omit[*lit(' ') >> ':'];
auto const short_prefix = no_case[lit("v/v") | "v / v" | "v/ v"];
auto const long_prefix = lit("Về việc") | "về việc" | "VỀ VIỆC" | "Về" | "VỀ" | "về";

}  // namespace words

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

template <class Parser>
std::optional<std::size_t> accept(std::string_view line, std::size_t at, Parser const& parser) {
  auto first = line.data() + std::min(at, line.size());
  if (!x3::parse(first, line.data() + line.size(), parser)) return std::nullopt;
  return static_cast<std::size_t>(first - line.data());
}

std::size_t skip(std::string_view line, std::size_t at, ByteSet const& set = ByteSet(" ")) {
  auto const next = set.find_first_not_in(line, at);
  return next == std::string_view::npos ? line.size() : next;
}

// True when nothing but what a draft leaves blank stands there.
bool is_filler(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == ' ' || text[i] == '.' || text[i] == '_' || text[i] == '-') {
      ++i;
    } else if (text.substr(i).starts_with("…")) {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

Span trimmed(std::string_view line, std::size_t begin, std::size_t end) {
  while (begin < end && line[begin] == ' ') ++begin;
  while (end > begin && line[end - 1] == ' ') --end;
  return {u32(begin), u32(end)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Letters: ASCII, and the first bytes of Vietnamese ones.
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) == 0xC3 ||
         static_cast<unsigned char>(c) == 0xC4 || static_cast<unsigned char>(c) == 0xC6 || static_cast<unsigned char>(c) == 0xE1;
}

// How far a scan's damage may push the symbol away from the label.
constexpr std::size_t number_reach = 24;

}  // namespace

std::optional<NumberLine> match_number_line(std::string_view line) {
  auto const label_end = accept(line, 0, words::number_label);
  if (!label_end) return std::nullopt;
  NumberLine out;
  out.label = {0, u32(*label_end)};
  auto at = *label_end;
  if (auto const after = accept(line, at, words::colon)) {
    out.colon = true;
    at = *after;
  } else if (at < line.size() && is_word_byte(line[at]) && !is_digit(line[at])) {
    return std::nullopt;  // "Sốt", "Solo"
  }
  auto const start = skip(line, at);
  // One blank may stand inside the number that a clerk wrote by hand; more damage is looked for up to the slash.
  if (auto id = match_identifier(line, start, true)) {
    out.number = id->number_span;
    out.span = {0, id->span.end};
    out.identifier = std::move(id);
    return out;
  }
  auto const window = line.substr(start, number_reach);
  constexpr ByteSet joints("/-");
  auto const slash = joints.find_first_in(window);
  for (auto cut = slash; cut != std::string_view::npos; cut = joints.find_first_in(window, cut + 1)) {
    auto id = match_identifier(line, start + cut, true);
    bool const party = !id && window[cut] == '-';
    if (!id && !party) continue;
    if (!id) {
      // "Số -HD/TU": a Party number left blank. Read it as if a number stood there.
      auto const filled = std::make_shared<std::string const>("1" + std::string(line.substr(start + cut)));
      id = match_identifier(*filled, 0);
      if (!id || id->symbol.empty()) continue;
      auto const shift = [&](Span s) { return Span{u32(start + cut + (s.begin == 0 ? 0 : s.begin - 1)), u32(start + cut + s.end - 1)}; };
      id->span = shift(id->span);
      id->symbol_span = shift(id->symbol_span);
      id->number = {};
      if (!id->owned) id->owned = filled;
    }
    auto const written = trimmed(line, start, start + cut);
    if (!is_filler(slice(line, written))) {
      out.number = written;
      id->number = slice(line, written);
      id->number_span = written;
      id->span.begin = written.begin;
    }
    out.span = {0, id->span.end};
    out.identifier = std::move(id);
    return out;
  }
  if (!out.colon) return std::nullopt;
  // A number without a symbol, or a label with nothing after it.
  auto digits = start;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (skip(line, digits, ByteSet(" ./…_")) == line.size()) {
    out.number = {u32(start), u32(digits)};
    out.span = {0, u32(digits > start ? digits : at)};
    return out;
  }
  // A scan lost the slash: "2QĐĐ-ĐHQGHN". Nothing in it can be told apart.
  auto const rest = trimmed(line, start, line.size());
  auto const capitals = std::ranges::count_if(slice(line, rest), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (rest.size() > number_reach + 8 || capitals < 3 || std::ranges::count(slice(line, rest), ' ') > 2 ||
      slice(line, rest).find('-') == std::string_view::npos)
    return std::nullopt;
  out.number = rest;
  out.span = {0, rest.end};
  return out;
}

namespace {

// The narrow places of day, month and year inside a date.
void locate_parts(std::string_view line, PlaceDate& out) {
  std::size_t at = out.date.span.begin;
  auto const find = [&](std::string const& text) {
    if (text.empty()) return Span{};
    auto const found = line.find(text, at);
    if (found == std::string_view::npos || found >= out.date.span.end) return Span{};
    at = found + text.size();
    return Span{u32(found), u32(at)};
  };
  out.day = find(out.date.day_text);
  out.month = find(out.date.month_text);
  out.year = find(out.date.year_text);
}

// "ngày 2# thángØ? năm 2021": the words stand, the figures are damaged.
std::optional<DateMatch> damaged_date(std::string_view line, std::size_t at) {
  auto const window = line.substr(at, 60);
  auto const month = window.find("tháng");
  if (month == std::string_view::npos) return std::nullopt;
  auto const year = window.find("năm", month);
  if (year == std::string_view::npos) return std::nullopt;
  DateMatch match;
  match.long_form = true;
  auto const figures = [](std::string_view part) {
    std::string out;
    for (char const c : part) {
      if (is_digit(c))
        out += c;
      else if (c != ' ')
        return std::string{};
    }
    return out.size() <= 4 ? out : std::string{};
  };
  bool const day_word = window.starts_with("ng") || window.starts_with("Ng");
  if (day_word) match.day_text = figures(window.substr(5, month - 5));  // "ngày" has five bytes
  match.month_text = figures(window.substr(month + 6, year - month - 6));
  auto digits = skip(window, year + 4);
  auto const begin = digits;
  while (digits < window.size() && is_digit(window[digits]) && digits - begin < 4) ++digits;
  match.year_text = std::string(window.substr(begin, digits - begin));
  auto const number = [](std::string const& s) { return s.empty() ? 0 : std::stoi(s); };
  match.date = {match.year_text.size() == 4 ? number(match.year_text) : 0, number(match.month_text), number(match.day_text)};
  match.span = {u32(at), u32(at + (digits > begin ? digits : year + 4))};
  return match;
}

bool plausible_place(std::string_view place) {
  if (place.size() > 60 || std::ranges::count(place, ' ') > 7) return false;
  if (constexpr ByteSet signs(":;()\"/"); signs.find_first_in(place) != std::string_view::npos) return false;
  if (place.empty()) return true;
  for (std::string_view const basis :
       {"Căn cứ ", "CĂN CỨ ", "Theo ", "Thực hiện ", "Xét "})  // "Căn cứ Luật Nhà giáo ngày 16 tháng 6 năm 2025;"
    if (place.starts_with(basis)) return false;
  auto const first = static_cast<unsigned char>(place[0]);
  // A capital: ASCII, or the lead bytes of Vietnamese capitals (Đ, Á, Ư …); small letters of these are told by the caller's context.
  return (first >= 'A' && first <= 'Z') || first >= 0xC3;
}

}  // namespace

std::optional<PlaceDate> match_place_date(std::string_view line, std::size_t at) {
  at = skip(line, at);
  if (at >= line.size()) return std::nullopt;
  // The date starts at its word, or at the first digit where it is all figures.
  std::size_t date_at = std::string_view::npos;
  for (std::string_view const word : {"ngày", "Ngày", "ngay ", "tháng"}) {
    auto const found = line.substr(0, std::min(line.size(), at + 80)).find(word, at);
    if (found != std::string_view::npos) date_at = std::min(date_at, found);
  }
  if (date_at == std::string_view::npos) {
    date_at = ascii_digits.find_first_in(line, at);
    if (date_at == std::string_view::npos || date_at > at + 60) return std::nullopt;
  }
  PlaceDate out;
  auto date = match_date(line, date_at);
  if (date && date->year_only) return std::nullopt;
  if (!date) date = damaged_date(line, date_at);
  if (!date) return std::nullopt;
  auto place_end = date_at;
  while (place_end > at && line[place_end - 1] == ' ') --place_end;
  if (place_end > at && (line[place_end - 1] == ',' || line[place_end - 1] == '.')) {
    out.comma = line[place_end - 1] == ',';
    --place_end;
    while (place_end > at && line[place_end - 1] == ' ') --place_end;
  }
  out.place = {u32(at), u32(place_end)};
  auto const place = slice(line, out.place);
  if (!plausible_place(place)) return std::nullopt;
  if (place.empty() && !date->long_form) return std::nullopt;
  // "Họp giao ban tháng 9 năm 2025" has neither comma nor day.
  if (!place.empty() && !out.comma && (!date->long_form || line.substr(date_at).starts_with("tháng"))) return std::nullopt;
  auto const rest = line.substr(date->span.end);
  auto const junk = rest.find_first_not_of(" .;|_*`'\"-");
  if (junk != std::string_view::npos && rest.size() > 4) return std::nullopt;
  out.span = {u32(at), date->span.end};
  out.date = std::move(*date);
  locate_parts(line, out);
  return out;
}

SubjectPrefix match_subject_prefix(std::string_view line) {
  SubjectPrefix out;
  auto end = accept(line, 0, words::short_prefix);
  if (!end) {
    end = accept(line, 0, words::long_prefix);
    if (end && *end < line.size() && line[*end] != ' ' && line[*end] != ':') end.reset();
  }
  if (!end) return out;
  out.span = {0, u32(*end)};
  auto at = *end;
  if (auto const after = accept(line, at, words::colon)) {
    out.colon = true;
    at = *after;
  }
  out.rest = u32(skip(line, at, ByteSet(" .")));
  return out;
}

}  // namespace vanthu::grammar
