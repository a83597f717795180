// Read from left to right into names ("khoản 3", "Điều 5"), each with what joins it to the one before; from right to left these make
// paths, since the outer divisions stand behind the inner ones.
#include "grammar/reference.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/citation.hpp"
#include "grammar/words.hpp"

namespace vanthu::grammar {
namespace {

using O = OutlineKind;

constexpr std::size_t most_names = 32;

struct DivisionWord {
  std::string_view word;  // folded
  O kind;
  int size;  // of the division: an inner one is smaller
};
constexpr DivisionWord division_words[] = {
    {"điểm", O::point, 1},  {"khoản", O::clause, 2},   {"điều", O::article, 3}, {"tiểu mục", O::subsection, 4},
    {"mục", O::section, 5}, {"chương", O::chapter, 6}, {"phần", O::part, 7},    {"phụ lục", O::appendix, 8},
};

enum class Join : std::uint8_t { first, of, list };  // "khoản 3 Điều 5": of; "khoản 3 và khoản 5", "khoản 3, 5": list

struct Name {
  DivisionWord const* word;
  std::string label;  // empty: "Điều này"
  Span span;          // from the word, in a list from the label
  Join join;
};

Span make(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

struct FoundWord {
  DivisionWord const* word;
  std::size_t end;
};
std::optional<FoundWord> skip_division(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  // All start with one of these, Đ with the byte C4.
  if (std::string_view("kKmMcCpPtT\xC4").find(text[at]) == std::string_view::npos) return std::nullopt;
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
  bool const roman = word.find_first_not_of("IVXL") == std::string_view::npos;
  if (is_digit_at(text, at)) {
    auto const digits = std::min(word.find_first_not_of("0123456789"), word.size());
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
  if (end < text.size() && std::string_view("/-%_@").find(text[end]) != std::string_view::npos) return at;
  return end;
}

std::optional<Name> name_at(std::string_view text, std::size_t at, DivisionWord const* bare, Join join) {
  auto const* word = bare;
  auto label = at;
  if (bare == nullptr) {
    auto const found = skip_division(text, at);
    if (!found) return std::nullopt;
    word = found->word;
    auto const blank = skip(text, found->end, " ");
    if (!blank) return std::nullopt;
    label = *blank;
    if (auto const so = skip(text, label, "số ")) label = *so;
  }
  auto const end = label_end(text, label);
  // "mục b": a điểm.
  if (end != label && word->kind == O::section && is_lower(first_code_point(text, label))) word = &division_words[0];
  if (end != label) return Name{word, std::string(text.substr(label, end - label)), make(at, end), join};
  if (bare != nullptr) return std::nullopt;
  if (auto const here = skip_phrase(text, label, "này")) return Name{word, {}, make(at, *here), join};
  return std::nullopt;
}

// The name behind the one that ends at `at`.
std::optional<Name> next_name(std::string_view text, std::size_t at, Name const& last) {
  for (std::string_view const of : {" ", ", ", " của ", " thuộc "})
    if (auto const next = skip(text, at, of))
      if (auto const found = skip_division(text, *next); found && found->word->size > last.word->size)
        return name_at(text, *next, nullptr, Join::of);
  for (std::string_view const link : {", ", "; ", " và ", " hoặc ", " đến "}) {
    auto next = skip(text, at, link);
    if (!next) continue;
    for (std::string_view const each : {"các ", "từ "})
      if (auto const more = skip(text, *next, each)) next = more;
    if (auto name = name_at(text, *next, nullptr, Join::list)) return name;
    if (auto name = name_at(text, *next, last.word, Join::list)) return name;
  }
  // "Điều 5 khoản 1 điểm a", the wrong way round.
  if (auto const next = skip(text, at, " ")) return name_at(text, *next, nullptr, Join::of);
  return std::nullopt;
}

void add_steps(std::vector<ReferenceStep>& path, Name const& name) {
  O kind = name.word->kind;
  // "mục I.2": a number inside a Roman one.
  auto const dot = name.label.find('.');
  if (dot != std::string::npos && !is_digit_at(name.label, 0)) {
    auto const cut = static_cast<std::uint32_t>(name.label.size() - dot);
    path.push_back({kind, name.label.substr(0, dot), {name.span.begin, name.span.end - cut}, -1});
    path.push_back({O::clause, name.label.substr(dot + 1), {name.span.end - cut + 1, name.span.end}, -1});
    return;
  }
  path.push_back({kind, name.label, name.span, -1});
}

// Nothing where the names do not fit into each other.
std::vector<std::vector<ReferenceStep>> paths_of(std::vector<Name> names) {
  bool const listed = std::ranges::any_of(names, [](Name const& n) { return n.join == Join::list; });
  if (!listed && names.size() > 1 && names[1].word->size < names[0].word->size) std::ranges::reverse(names);
  std::vector<std::vector<ReferenceStep>> paths;
  std::vector<Name const*> outer;  // largest first
  for (auto i = names.size(); i-- > 0;) {
    auto const& name = names[i];
    while (!outer.empty() && outer.back()->word->size <= name.word->size) outer.pop_back();
    outer.push_back(&name);
    bool const outer_of_last = i > 0 && names[i - 1].word->size < name.word->size;
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

// Types that "này" is said of, besides those that are cited by number.
constexpr std::string_view other_types[] = {"nội quy", "điều lệ", "quy trình", "quy ước", "quy tắc", "danh mục", "hợp đồng", "bản ghi nhớ"};

struct Type {
  Span span;
  std::size_t end;
};
std::optional<Type> type_at(std::string_view text, std::size_t at) {
  if (auto const known = match_type(text, at)) return Type{known->span, known->span.end};
  for (auto const words : other_types)
    if (auto const end = skip_phrase(text, at, words)) return Type{make(at, *end), *end};
  return std::nullopt;
}

// "Quyết định này", also behind "của".
std::optional<Type> this_type(std::string_view text, std::size_t at) {
  if (text.substr(at, 64).find(" này") == std::string_view::npos && text.substr(at, 64).find(" NÀY") == std::string_view::npos)
    return std::nullopt;
  for (std::string_view const of : {"của ", "bản ", "tại ", "trong "})
    if (auto const next = skip(text, at, of)) at = *next;
  auto type = type_at(text, at);
  if (!type || type->end >= text.size() || text[type->end] != ' ') return std::nullopt;
  auto const end = skip_phrase(text, type->end + 1, "này");
  if (!end) return std::nullopt;
  type->end = *end;
  return type;
}

struct Words {
  std::string_view words;
  ReferenceAnchor anchor;
};
constexpr Words places[] = {
    {"nêu trên", ReferenceAnchor::above},     {"nói trên", ReferenceAnchor::above}, {"trên đây", ReferenceAnchor::above},
    {"ở trên", ReferenceAnchor::above},       {"đã nêu", ReferenceAnchor::above},   {"dưới đây", ReferenceAnchor::below},
    {"nêu dưới đây", ReferenceAnchor::below}, {"sau đây", ReferenceAnchor::below},
};
constexpr std::string_view attached[] = {"kèm theo", "đính kèm", "gửi kèm", "ban hành kèm theo", "gửi kèm theo"};

void read_anchor(std::string_view text, std::vector<Name> const& names, ReferenceMatch& out) {
  auto const at = static_cast<std::size_t>(out.span.end);
  auto const end_at = [&](std::size_t end, ReferenceAnchor anchor) {
    out.span.end = static_cast<std::uint32_t>(end);
    out.anchor = anchor;
  };
  // "Điều này" alone leads nowhere else.
  if (names.back().label.empty()) return names.size() > 1 ? end_at(at, ReferenceAnchor::this_division) : void();
  auto const before = text.substr(0, out.span.begin);
  bool const item_ends = at >= text.size() || text[at] == ';' || text[at] == '.' || text.substr(at).starts_with(" (");
  if (item_ends && (before.ends_with("Như ") || before.ends_with("Như các "))) return end_at(at, ReferenceAnchor::as_named);
  if (at >= text.size() || (text[at] != ' ' && text[at] != ',')) return;
  auto next = text[at] == ',' ? skip_blank(text, at + 1) : at + 1;
  if (auto const type = this_type(text, next)) {
    out.type = type->span;
    return end_at(type->end, ReferenceAnchor::this_text);
  }
  if (text[at] == ',') return;
  if (auto const end = skip_phrase(text, next, "này")) return end_at(*end, ReferenceAnchor::this_text);
  if (auto const bracket = skip(text, next, "(")) next = *bracket;
  for (auto const& [words, anchor] : places)
    if (auto const end = skip_phrase(text, next, words)) return end_at(*end, anchor);
  if (names.back().word->kind != O::appendix) return;
  for (auto const words : attached) {
    auto const end = skip_phrase(text, next, words);
    if (!end) continue;
    // "kèm theo Quyết định này"; "kèm theo Quyết định số …" is another document's.
    auto const behind = skip_blank(text, *end);
    if (auto const type = this_type(text, behind)) {
      out.type = type->span;
      return end_at(type->end, ReferenceAnchor::attached);
    }
    if (!type_at(text, behind) && !skip(text, behind, "của ")) return end_at(*end, ReferenceAnchor::attached);
  }
}

}  // namespace

WordTable const& reference_starts() {
  static WordTable const table({word_hash("điểm"), word_hash("khoản"), word_hash("điều"), word_hash("tiểu"), word_hash("mục"),
                                word_hash("chương"), word_hash("phần"), word_hash("phụ")});
  return table;
}

std::optional<ReferenceMatch> match_reference(std::string_view text, std::size_t at) {
  auto const first = name_at(text, at, nullptr, Join::first);
  if (!first) return std::nullopt;
  std::vector<Name> names{*first};
  while (!names.back().label.empty() && names.size() < most_names) {
    auto next = next_name(text, names.back().span.end, names.back());
    if (!next) break;
    names.push_back(std::move(*next));
  }
  ReferenceMatch out;
  out.span = make(at, names.back().span.end);
  if (names.size() < most_names) read_anchor(text, names, out);
  if (out.anchor != ReferenceAnchor::none) out.paths = paths_of(std::move(names));
  return out;
}

}  // namespace vanthu::grammar
