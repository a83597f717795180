// Number and symbol. X3 rules for the tokens (number, year, group of letters, separators); the four shapes are put together
// below from these tokens, since what a shape may be depends on the codes it holds.
#include "grammar/identifier.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

#include "grammar/codes.hpp"
#include "text/unicode.hpp"

namespace x3 = boost::spirit::x3;

namespace vanthu::grammar {
namespace {

namespace token {

using Range = boost::iterator_range<char const*>;
using x3::char_;
using x3::digit;
using x3::lit;
using x3::raw;
using x3::repeat;

struct NumberTag;
struct YearTag;
struct GroupTag;
struct WideGroupTag;
struct SmallTypeTag;
struct SmallGroupTag;
struct SlashTag;
struct TightSlashTag;
struct DashTag;
struct WideDashTag;
struct NoteTag;
struct FiguresTag;
struct ParenthesisTag;
x3::rule<NumberTag, Range> const number = "number";
x3::rule<YearTag, Range> const year = "year";
x3::rule<GroupTag, Range> const group = "group of letters";
x3::rule<WideGroupTag, Range> const wide_group = "group of letters beside a blank";
x3::rule<SmallTypeTag, Range> const small_type = "type code in small letters";
x3::rule<SmallGroupTag, Range> const small_group = "body code in small letters";
x3::rule<SlashTag, Range> const slash = "slash";
x3::rule<TightSlashTag, Range> const tight_slash = "slash without blanks";
x3::rule<DashTag, Range> const dash = "dash";
x3::rule<WideDashTag, Range> const wide_dash = "dash with blanks";
x3::rule<NoteTag, Range> const note = "mark of a footnote";
x3::rule<FiguresTag, Range> const figures = "mark of a footnote in plain figures";
x3::rule<ParenthesisTag, Range> const parenthesis = "mark of a footnote in parentheses";

// First bytes of the letters of Vietnamese beyond ASCII, of Greek and Cyrillic; dashes, quotation marks and dots start with others.
auto const other_letter = char_('\xc3', '\xd4') | char_('\xe1');
auto const letter = char_('A', 'Z') | char_('a', 'z') | other_letter;
// Ư stands in the older "TƯ"; the others are what a scan makes of O and A.
auto const upper = char_('A', 'Z') | lit("Đ") | "Ư" | "Ơ" | "Ô" | "Â" | "Ă";
// "NĐ-CPngày", "QĐ-TTgcủa": a word stuck to the symbol ends it.
auto const stuck_word = lit("ngày") | "của";
auto const group_letter = !stuck_word >> (upper | char_('a', 'z') | lit("đ") | digit | '&');
auto const group_end = &stuck_word | !letter;
auto const any_dash = lit('-') | "–" | "—" | "‑" | "−" | '_';
auto const any_slash = (lit('/') | "⁄") >> -(lit('/') | "⁄");
auto const blank = -lit(' ');
// A scan reads 0 as O, 1 as I or l, 8 as §. At least one true digit among them.
auto const digit_like = digit | char_("OIl") | "§";
// Codes that people write in small letters by mistake; anything else in small letters is a word.
auto const small_code = x3::no_case[lit("ttg") | "cp" | "ubnd" | "tw" | "tu"] | "hđnd" | "bgdđt";
// "²", "¹²"; "[2]", "[^2]"; "^2^", "$^{2}$"; "*"
auto const superscript = lit("⁰") | "¹" | "²" | "³" | "⁴" | "⁵" | "⁶" | "⁷" | "⁸" | "⁹";
auto const bracket = '[' >> -lit('^') >> repeat(1, 3)[digit] >> ']';
auto const raised = ('^' >> repeat(1, 3)[digit] >> '^') | ("$^{" >> repeat(1, 3)[digit] >> "}$");
auto const star = '*' >> !(letter | digit | '*');

auto const number_def = raw[&(repeat(0, 5)[char_("OIl") | "§"] >> digit) >> repeat(1, 6)[digit_like] >> -('.' >> repeat(1, 2)[digit]) >>
                            -(char_("a-z") >> !letter) >> !digit];
auto const year_def = raw[&(repeat(0, 3)[char_("OIl")] >> digit) >> repeat(4)[digit | char_("OIl")]] | raw[repeat(2, 3)[digit]];
auto const group_def = raw[((upper >> repeat(0, 15)[group_letter]) | small_code) >> group_end];
// Beside a blank two capitals are asked for: "12/UBND - An Giang" ends at UBND.
auto const wide_group_def = raw[upper >> repeat(0, 15)[char_('a', 'z')] >> upper >> repeat(0, 15)[group_letter] >> group_end];
auto const small_type_def = raw[(lit("nđ") | "qđ" | "tt" | "ct" | "nq" | "kh") >> &any_dash];
auto const small_group_def = raw[repeat(2, 10)[!stuck_word >> (char_('a', 'z') | lit("đ"))] >> group_end];
auto const slash_def = raw[blank >> any_slash >> blank];
auto const tight_slash_def = raw[any_slash];
auto const dash_def = raw[any_dash];
auto const wide_dash_def = raw[blank >> any_dash >> blank];
auto const note_def = raw[+superscript | +bracket | raised | star];
auto const figures_def = raw[repeat(1, 3)[digit] >> (&stuck_word | !(letter | digit))];
auto const parenthesis_def = raw['(' >> (repeat(1, 2)[digit] | repeat(1, 3)[lit('*')]) >> ')'];

BOOST_SPIRIT_DEFINE(number, year, group, wide_group, small_type, small_group, slash, tight_slash, dash, wide_dash, note, figures,
                    parenthesis)

}  // namespace token

constexpr std::string_view type_codes[] = {"NQ", "CT", "KL", "QĐi", "QyĐ", "QĐ", "QD", "QC", "BC", "TTr", "TB", "HD", "CTr",  "TT", "BB",
                                           "CV", "KH", "ĐA", "PA",  "NĐ",  "ND", "L",  "PL", "TC", "DA",  "HĐ", "CĐ", "TTLT", "LCT"};
// Bodies whose numbers took a hyphen before 1997: 64-CP, 338-HĐBT; 327-CT is of the Council's chairman.
constexpr std::string_view old_bodies[] = {"CP", "CT", "TTg", "HĐBT", "LCT", "TVQH", "LB", "CTN", "UB", "HĐNN", "TW", "TU"};
// Beside the ministries: no other figures stand behind these than the mark of a footnote.
constexpr std::string_view plain_codes[] = {"CP", "TTg", "CTN", "UBND", "HĐND", "HĐBT", "TW", "TƯ", "TU"};

bool one_of(auto const& one, auto const& list) { return std::ranges::find(list, one) != std::end(list); }

bool party_body(std::string_view code) {
  return code.ends_with("TW") || code.ends_with("TU") || code.ends_with("TƯ") || code == "HU" || code == "QU" || code == "ThU" ||
         code == "ĐU" || code.starts_with("ĐU") || code == "CB";
}

bool has_no_figures(std::string_view code) { return one_of(code, plain_codes) || one_of(code, ministry_codes); }

// A place in the text that moves over tokens. A failed take() moves nothing.
struct Cursor {
  std::string_view text;
  std::size_t at;

  std::optional<Span> take(auto const& rule) {
    auto first = text.data() + at;
    token::Range range;
    if (!x3::parse(first, text.data() + text.size(), rule, range)) return std::nullopt;
    Span const span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(first - text.data())};
    at = span.end;
    return span;
  }
  // A group of a symbol. Of "CP1" only the letters: the rest is the mark of a footnote.
  std::optional<Span> take_group(auto const& rule) {
    auto group = take(rule);
    if (!group) return group;
    auto const code = view(*group);
    auto const letters = code.substr(0, code.find_last_not_of("0123456789") + 1);
    bool const goes_on = at < text.size() && (text[at] == '-' || text[at] == '/');
    if (letters.size() == code.size() || code.size() - letters.size() > 3 || goes_on || !has_no_figures(letters)) return group;
    group->end = group->begin + static_cast<std::uint32_t>(letters.size());
    at = group->end;
    return group;
  }
  std::string_view view(Span span) const { return slice(text, span); }
  char byte(std::size_t place) const { return place < text.size() ? text[place] : '\0'; }
};

void add_group(IdentifierMatch& match, Cursor const& cursor, Span group) {
  if (match.groups.empty()) match.groups.reserve(4);
  match.groups.push_back(cursor.view(group));
  if (match.symbol_span.empty()) match.symbol_span = group;
  match.symbol_span.end = group.end;
}

// Further groups: "-CP", "/TTg", "- TTg", "(V19)".
void take_rest(IdentifierMatch& match, Cursor& cursor, bool small = false) {
  for (int i = 0; i < 10; ++i) {
    auto const back = cursor.at;
    auto const first = back + (cursor.byte(back) == ' ' ? 1 : 0);  // of what may separate groups
    if (!one_of(cursor.byte(first), std::string_view("-_/(\xE2"))) return;
    auto separator = cursor.take(token::dash);
    if (!separator) separator = cursor.take(token::tight_slash);
    auto group = separator ? cursor.take_group(token::group) : std::nullopt;
    // After a type in small letters the body may be in small letters too: 136/2018/tt-btc.
    if (!group && separator && i == 0 && small) group = cursor.take_group(token::small_group);
    if (!group) {
      cursor.at = back;
      separator = cursor.take(token::wide_dash);
      group = separator ? cursor.take_group(token::wide_group) : std::nullopt;
    }
    if (!group) {
      cursor.at = back;
      auto const rest = cursor.text.substr(back);
      if (!rest.starts_with('(')) return;
      separator = Span{static_cast<std::uint32_t>(back), static_cast<std::uint32_t>(back + 1)};
      ++cursor.at;
      group = cursor.take_group(token::group);
      if (!group || !cursor.text.substr(cursor.at).starts_with(')')) {
        cursor.at = back;
        return;
      }
      ++cursor.at;
      group->end = static_cast<std::uint32_t>(cursor.at - 1);
    }
    if (match.separators.empty()) match.separators.reserve(4);
    match.separators.push_back(cursor.view(*separator));
    add_group(match, cursor, *group);
    match.symbol_span.end = static_cast<std::uint32_t>(cursor.at);
  }
}

// "/CT-TTg", "/2020/NĐ-CP", after the number. The year stands between two slashes.
bool take_state(IdentifierMatch& match, Cursor& cursor) {
  auto const separator = cursor.take(token::slash);
  if (!separator) return false;
  bool wide = cursor.view(*separator).ends_with(' ');
  match.separator = cursor.view(*separator);
  auto const back = cursor.at;
  if (auto const year = cursor.take(token::year)) {
    if (auto const second = cursor.take(token::slash)) {
      wide = cursor.view(*second).ends_with(' ');
      match.year = cursor.view(*year);
      if (cursor.view(*second).find(' ') != std::string_view::npos) match.separator = cursor.view(*second);
    } else {
      cursor.at = back;
    }
  }
  auto group = wide ? cursor.take_group(token::wide_group) : cursor.take_group(token::group);
  bool const small = !group;
  if (small) group = cursor.take(token::small_type);
  if (!group) return false;
  add_group(match, cursor, *group);
  take_rest(match, cursor, small);
  return true;
}

// "-CT/TW", "CT/TW", " CT/TW", after the number.
bool take_party(IdentifierMatch& match, Cursor& cursor) {
  auto separator = cursor.take(token::wide_dash);
  if (!separator) {
    auto const blank = cursor.text.substr(cursor.at).starts_with(' ') ? 1u : 0u;
    separator = Span{static_cast<std::uint32_t>(cursor.at), static_cast<std::uint32_t>(cursor.at + blank)};
    cursor.at += blank;
  }
  match.separator = cursor.view(*separator);
  auto const type = cursor.take_group(token::group);
  if (!type) return false;
  add_group(match, cursor, *type);
  auto const slash = cursor.take(token::slash);
  if (!slash) return false;
  match.separators.push_back(cursor.view(*slash));
  auto const back = cursor.at;
  if (auto const year = cursor.take(token::year); year && year->size() == 4 && cursor.take(token::tight_slash)) {
    match.year = cursor.view(*year);
  } else {
    cursor.at = back;
  }
  auto const body = cursor.view(*slash).ends_with(' ') ? cursor.take_group(token::wide_group) : cursor.take_group(token::group);
  if (!body) return false;
  add_group(match, cursor, *body);
  take_rest(match, cursor);
  bool const glued = match.separator.empty() || match.separator == " ";
  bool const known = one_of(match.groups.front(), type_codes);
  return (known && !(match.separator == " " && !party_body(match.groups.back()))) || (!glued && party_body(match.groups.back()));
}

// "64-CP", "12-CT-TW", "6326TTr-STNMT": a hyphen or nothing after the number and no slash at all.
bool take_hyphened(IdentifierMatch& match, Cursor& cursor) {
  if (auto const dash = cursor.take(token::dash)) match.separator = cursor.view(*dash);
  auto const first = cursor.take_group(token::group);
  if (!first) return false;
  add_group(match, cursor, *first);
  take_rest(match, cursor);
  if (match.groups.size() == 1) return !match.separator.empty() && one_of(match.groups.front(), old_bodies);
  return one_of(match.groups.front(), type_codes);
}

bool law_symbol(IdentifierMatch const& match) {
  auto const& last = match.groups.back();
  auto const legislature = [&](std::string_view prefix) {
    return last.starts_with(prefix) && last.size() > prefix.size() && last[prefix.size()] >= '0' && last[prefix.size()] <= '9';
  };
  return legislature("QH") || legislature("UBTVQH") || match.groups.front() == "L";
}

// A footnote's mark directly behind the symbol. Figures: no group ends before one, unless take_group() cut it there.
void take_mark(IdentifierMatch& match, Cursor& cursor) {
  match.mark = {match.span.end, match.span.end};
  if (!one_of(cursor.byte(cursor.at), std::string_view("0123456789[(^$*\xC2\xE2"))) return;
  auto mark = cursor.take(token::note);
  if (!mark) mark = cursor.take(token::figures);
  if (!mark && has_no_figures(match.groups.back())) mark = cursor.take(token::parenthesis);
  if (mark) match.mark = *mark;
}

void finish(IdentifierMatch& match, Cursor& cursor, std::size_t begin, IdentifierForm form) {
  match.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor.at)};
  take_mark(match, cursor);
  match.symbol = slice(cursor.text, match.symbol_span);
  if (match.symbol.find(' ') != std::string::npos) std::erase(match.symbol, ' ');
  match.form = law_symbol(match) ? IdentifierForm::law : form;
}

bool is_letter_byte(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::optional<IdentifierMatch> match_latin(std::string_view text, std::size_t at, bool blank_number) {
  if (at >= text.size()) return std::nullopt;
  Cursor cursor{text, at};
  auto const number = cursor.take(token::number);
  if (!number && (!blank_number || (text[at] != '/' && !text.substr(at).starts_with("⁄")))) return std::nullopt;
  auto const after_number = cursor.at;
  auto const matched = [&](auto const& take, IdentifierForm form) {
    std::optional<IdentifierMatch> match(std::in_place);
    match->number_span = number.value_or(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)});
    match->number = cursor.view(match->number_span);
    cursor.at = after_number;
    if (take(*match, cursor))
      finish(*match, cursor, at, form);
    else
      match.reset();
    return match;
  };
  if (!number) return matched(take_state, IdentifierForm::state);
  auto const first = cursor.byte(after_number + (cursor.byte(after_number) == ' ' ? 1 : 0));
  // A slash or something like it; a dash or a letter; the rest begins no symbol.
  if (first == '/' || first == '\xE2')
    if (auto match = matched(take_state, IdentifierForm::state); match || first == '/') return match;
  if (first != '-' && first != '_' && !is_letter_byte(first)) return std::nullopt;
  if (auto match = matched(take_party, IdentifierForm::party)) return match;
  return matched(take_hyphened, IdentifierForm::state);
}

// A stretch of text with Latin letters for those of other scripts that look like them.
struct Latin {
  std::string text;
  std::vector<std::uint32_t> from;  // place in the original of each byte, and of the end
};

Latin latin(std::string_view text, std::size_t begin, std::size_t end) {
  Latin out;
  for (auto at = begin; at < end;) {
    auto next = at;
    auto const letter = latin_look_alike(next_code_point(text, next));
    next = std::min(next, end);
    if (letter != 0) {
      out.text += letter;
      out.from.push_back(static_cast<std::uint32_t>(at));
      at = next;
    }
    for (; at < next; ++at) {
      out.text += text[at];
      out.from.push_back(static_cast<std::uint32_t>(at));
    }
  }
  out.from.push_back(static_cast<std::uint32_t>(end));
  return out;
}

// First byte of a figure or of what stands for one (O I l §, their look-alikes), of a slash after a number left blank.
bool may_start(unsigned char c) {
  return (c >= '/' && c <= '9') || c == 'O' || c == 'I' || c == 'l' || c == 0xC2 || (c >= 0xCE && c <= 0xD4) || c == 0xE2;
}

constexpr std::size_t longest = 96;  // bytes of an identifier with look-alikes: keeps the search linear

}  // namespace

std::optional<IdentifierMatch> match_identifier(std::string_view text, std::size_t at, bool blank_number) {
  if (at >= text.size() || !may_start(static_cast<unsigned char>(text[at]))) return std::nullopt;
  auto const end = std::min(text.size(), at + longest);
  // First bytes of Greek and Cyrillic letters; most texts have none.
  auto const foreign = [](char c) { return static_cast<unsigned char>(c) >= 0xCE && static_cast<unsigned char>(c) <= 0xD4; };
  if (std::none_of(text.begin() + at, text.begin() + end, foreign)) return match_latin(text, at, blank_number);
  auto copy = latin(text, at, end);
  auto const owned = std::make_shared<std::string const>(std::move(copy.text));
  auto match = match_latin(*owned, 0, blank_number);
  if (!match) return match;
  match->owned = owned;
  for (auto* span : {&match->span, &match->number_span, &match->symbol_span, &match->mark})
    *span = {copy.from[span->begin], copy.from[span->end]};
  match->foreign = std::any_of(text.begin() + match->span.begin, text.begin() + match->span.end, foreign);
  return match;
}

}  // namespace vanthu::grammar
