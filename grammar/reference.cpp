// Divisions as sentences name them, and the words behind them that tell whose they are.
#include "grammar/reference.hpp"

#include <utility>

#include "grammar/citation.hpp"
#include "grammar/division.hpp"
#include "grammar/words.hpp"

namespace vanthu::grammar {
namespace {

Span make(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

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

void read_anchor(std::string_view text, std::vector<DivisionName> const& names, ReferenceMatch& out) {
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
  if (names.back().kind != OutlineKind::appendix) return;
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

std::optional<ReferenceMatch> match_reference(std::string_view text, std::size_t at) {
  auto names = match_divisions(text, at);
  if (names.empty()) return std::nullopt;
  ReferenceMatch out;
  out.span = make(at, names.back().span.end);
  if (names.size() < most_division_names) read_anchor(text, names, out);
  if (out.anchor != ReferenceAnchor::none) out.paths = division_paths(std::move(names));
  return out;
}

}  // namespace vanthu::grammar
