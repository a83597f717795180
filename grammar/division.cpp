// Read from left to right into names ("khoản 3", "Điều 5"), each with what joins it to the one before; from right to left these make
// paths, since the outer divisions stand behind the inner ones.
#include "grammar/division.hpp"

#include <algorithm>

#include "grammar/words.hpp"
#include "text/byte_set.hpp"

namespace vanthu::grammar {
namespace {

using O = OutlineKind;

struct DivisionWord {
  std::string_view word;  // folded
  O kind;
  int size;
};
constexpr DivisionWord division_words[] = {
    {"điểm", O::point, 1},  {"khoản", O::clause, 2},   {"điều", O::article, 3}, {"tiểu mục", O::subsection, 4},
    {"mục", O::section, 5}, {"chương", O::chapter, 6}, {"phần", O::part, 7},    {"phụ lục", O::appendix, 8},
};
constexpr DivisionWord const& a_point = division_words[0];

Span make(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct FoundWord {
  DivisionWord const* word;
  std::size_t end;
};
std::optional<FoundWord> skip_division(std::string_view text, std::size_t at) {
  for (auto const& w : division_words)
    if (auto const end = skip_phrase(text, at, w.word)) return FoundWord{&w, *end};
  return std::nullopt;
}

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

// "5", "5a", "1.2", "IV", "I.2", "đ", "a1". What follows must end the word: "5/2024", "2-3" and "c2b" are no labels.
std::size_t label_end(std::string_view text, std::size_t at) {
  auto end = word_end(text, at);
  if (end == at || end - at > 7) return at;
  auto const word = text.substr(at, end - at);
  constexpr ByteSet roman_digits("IVXL");
  bool const roman = roman_digits.find_first_not_in(word) == std::string_view::npos;
  if (is_digit_at(text, at)) {
    auto const digits = std::min(ascii_digits.find_first_not_in(word), word.size());
    auto after = digits;
    if (after < word.size()) next_code_point(word, after);
    if (digits > 4 || after != word.size()) return at;
  } else if (!roman) {
    std::size_t letter = 0;
    auto const first = to_lower(next_code_point(word, letter));
    if (!(first < 0x80 || first == U'đ') || !(letter == word.size() || (letter + 1 == word.size() && is_digit_at(word, letter)))) return at;
  }
  if (is_digit_at(text, at) || roman)
    while (end < text.size() && text[end] == '.' && is_digit_at(text, end + 1)) end = word_end(text, end + 1);
  if (constexpr ByteSet joints("/-%_@"); end < text.size() && joints.holds(text[end])) return at;
  return end;
}

struct Label {
  Span text;
  std::size_t end;  // with quotation marks around it
};

// "5", or "“đ”" as legislation quotes letters.
std::optional<Label> label_at(std::string_view text, std::size_t at) {
  auto const open = skip(text, at, "“");
  auto const begin = open.value_or(at);
  auto const end = label_end(text, begin);
  if (end == begin) return std::nullopt;
  if (!open) return Label{make(begin, end), end};
  auto const close = skip(text, end, "”");
  return close ? std::optional(Label{make(begin, end), *close}) : std::nullopt;
}

// A name; in a list, where `bare` is the word before, its label alone.
std::optional<DivisionName> name_at(std::string_view text, std::size_t at, DivisionWord const* bare, Join join) {
  auto const* word = bare;
  auto next = at;
  if (bare == nullptr) {
    auto const found = skip_division(text, at);
    if (!found) return std::nullopt;
    word = found->word;
    auto const blank = skip(text, found->end, " ");
    if (!blank) return std::nullopt;
    next = *blank;
    if (auto const so = skip(text, next, "số ")) next = *so;
  }
  if (auto const label = label_at(text, next)) {
    // "mục b": a điểm.
    if (word->kind == O::section && is_lower(first_code_point(text, label->text.begin))) word = &a_point;
    return DivisionName{word->kind, word->size, std::string(slice(text, label->text)), make(at, label->end), join};
  }
  if (bare != nullptr) return std::nullopt;
  if (auto const here = skip_phrase(text, next, "này")) return DivisionName{word->kind, word->size, {}, make(at, *here), join};
  return std::nullopt;
}

// The name behind the one that ends at `at`.
std::optional<DivisionName> next_name(std::string_view text, std::size_t at, DivisionName const& last) {
  for (std::string_view const of : {" ", ", ", " của ", " thuộc "})
    if (auto const next = skip(text, at, of))
      if (auto const found = skip_division(text, *next); found && found->word->size > last.size)
        return name_at(text, *next, nullptr, Join::of);
  auto const* word = std::ranges::find(division_words, last.kind, &DivisionWord::kind);
  for (std::string_view const link : {", ", "; ", " và ", " hoặc ", " đến "}) {
    auto next = skip(text, at, link);
    if (!next) continue;
    for (std::string_view const each : {"các ", "từ "})
      if (auto const more = skip(text, *next, each)) next = more;
    auto const join = link == ", " ? Join::comma : Join::list;
    if (auto name = name_at(text, *next, nullptr, join)) return name;
    if (auto name = name_at(text, *next, word, join)) return name;
  }
  if (auto const next = skip(text, at, " ")) return name_at(text, *next, nullptr, Join::of);
  return std::nullopt;
}

void add_steps(std::vector<ReferenceStep>& path, DivisionName const& name) {
  // "mục I.2": a number inside a Roman one.
  auto const dot = name.label.find('.');
  if (dot != std::string::npos && !is_digit_at(name.label, 0)) {
    auto const cut = static_cast<std::uint32_t>(name.label.size() - dot);
    path.push_back({name.kind, name.label.substr(0, dot), {name.span.begin, name.span.end - cut}, -1});
    path.push_back({O::clause, name.label.substr(dot + 1), {name.span.end - cut + 1, name.span.end}, -1});
    return;
  }
  path.push_back({name.kind, name.label, name.span, -1});
}

}  // namespace

WordTable const& division_starts() {
  static WordTable const table({word_hash("điểm"), word_hash("khoản"), word_hash("điều"), word_hash("tiểu"), word_hash("mục"),
                                word_hash("chương"), word_hash("phần"), word_hash("phụ")});
  return table;
}

std::vector<DivisionName> match_divisions(std::string_view text, std::size_t at) {
  std::vector<DivisionName> names;
  if (auto first = name_at(text, at, nullptr, Join::first)) names.push_back(std::move(*first));
  while (!names.empty() && !names.back().label.empty() && names.size() < most_division_names) {
    auto next = next_name(text, names.back().span.end, names.back());
    if (!next) break;
    names.push_back(std::move(*next));
  }
  return names;
}

bool inverted(std::vector<DivisionName> const& names) {
  if (names.size() < 2) return false;
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i].size >= names[i - 1].size || names[i].join == Join::list) return false;
  return true;
}

std::vector<std::vector<ReferenceStep>> division_paths(std::vector<DivisionName> names) {
  bool const wrong_way = inverted(names);
  bool const listed = !wrong_way && std::ranges::any_of(names, [](auto const& n) { return n.join == Join::list || n.join == Join::comma; });
  if (wrong_way) std::ranges::reverse(names);
  std::vector<std::vector<ReferenceStep>> paths;
  std::vector<DivisionName const*> outer;  // largest first
  for (auto i = names.size(); i-- > 0;) {
    auto const& name = names[i];
    while (!outer.empty() && outer.back()->size <= name.size) outer.pop_back();
    outer.push_back(&name);
    bool const outer_of_last = i > 0 && names[i - 1].size < name.size;
    if (outer_of_last && name.join != Join::of && listed) return {};            // "khoản 2 và Điều 5": khoản 2 of what?
    if (listed && i > 0 && !outer_of_last && name.join == Join::of) return {};  // "Điều 5 khoản 1 và khoản 2"
    if (outer_of_last) continue;
    if (!listed && i > 0) return {};
    auto& path = paths.emplace_back();
    for (auto const* step : outer) add_steps(path, *step);
  }
  std::ranges::reverse(paths);
  return paths;
}

namespace {

// A chain ends in a label ("khoản 1 Điều 5"); "của" or a comma may stand behind it. Where that label ends; nothing where none does.
std::optional<std::size_t> chain_end(std::string_view before) {
  for (std::string_view const tail : {"các ", "của ", " ", ","})
    if (ends_with(before, tail)) before.remove_suffix(tail.size());
  auto const end = before.size();
  if (before.ends_with("”")) before.remove_suffix(std::string_view("”").size());
  auto at = before.size();
  // Most words are no labels: two letters at their end tell.
  auto const last = code_point_before(before, at);
  if (!is_word_char(last) || (is_lower(last) && is_letter(code_point_before(before, at - utf8_size(last))))) return std::nullopt;
  while (at > 0 && before.size() - at < 16 && (is_word_char(code_point_before(before, at)) || before[at - 1] == '.')) do
      --at;
    while (at > 0 && (static_cast<unsigned char>(before[at]) & 0xC0) == 0x80);
  return label_end(before, at) == before.size() && at != before.size() ? std::optional(end) : std::nullopt;
}

Pinpoint pinpoint_of(std::vector<ReferenceStep> const& path) {
  Pinpoint out;
  for (auto const& step : path) {
    if (step.kind == O::article) out.article = step.label;
    if (step.kind == O::clause) out.clause = step.label;
    if (step.kind == O::point) out.point = step.label;
  }
  return out;
}

}  // namespace

PinpointMatch match_pinpoints(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end) {
  constexpr std::size_t window = 240;
  auto const last = chain_end(text.substr(begin, end - begin));
  if (!last) return {make(end, end), {}};
  auto const wanted = begin + *last;
  auto const whole = text.substr(0, end);
  auto const low = std::max(begin, end > window ? end - window : 0);
  auto first = words.size();
  while (first > 0 && words[first - 1].span.begin >= low) --first;
  auto const& starts = division_starts();
  for (auto past = low; auto const& word : words.subspan(first)) {
    auto const at = word.span.begin;
    if (at >= wanted) break;
    if (at < past || !starts.may_hold(word.hash)) continue;
    auto names = match_divisions(whole, at);
    if (names.empty()) continue;
    auto const span = make(at, names.back().span.end);
    past = span.end;
    if (span.end != wanted) continue;
    PinpointMatch out{span, {}};
    for (std::string_view const each : {"các ", "Các ", "từ ", "Từ "})
      if (text.substr(begin, at - begin).ends_with(each)) out.span.begin = static_cast<std::uint32_t>(at - each.size());
    for (auto const& path : division_paths(std::move(names)))
      if (auto pinpoint = pinpoint_of(path); !(pinpoint.article + pinpoint.clause + pinpoint.point).empty())
        out.articles.push_back(std::move(pinpoint));
    return out;
  }
  return {make(end, end), {}};
}

}  // namespace vanthu::grammar
