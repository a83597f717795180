#include "recognize/short_names.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

#include "grammar/citation.hpp"
#include "grammar/division.hpp"
#include "grammar/short_name.hpp"
#include "grammar/words.hpp"
#include "recognize/citation_context.hpp"
#include "recognize/citation_shape.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

using grammar::skip;

// What keeps the whole linear: names of one document, citations looked at before one.
constexpr std::size_t most_names = 64, most_before = 32;

struct ShortName {
  std::string_view words;
  std::size_t type_size;  // bytes of the type at its start
  bool bare;              // nothing but the type: "Luật"
  std::uint32_t begin;    // where it is given: used from there on
  std::size_t citation;   // that it was given to
};

// "Nghị định" of "Nghị định 30", "NĐ" of "NĐ 30".
struct NameType {
  std::size_t size;
  bool whole;  // written out
};
std::optional<NameType> type_of(std::string_view name, Citation const& c) {
  if (auto const type = grammar::match_type(name, 0); type && !type->lowercase && type->type == c.type)
    return NameType{type->span.end, true};
  // "NĐ30", "BLDS 2015"
  auto const end = grammar::word_end(name, 0);
  auto const word = name.substr(0, end);
  bool const abbreviates = (!c.type_code.empty() && word.starts_with(c.type_code)) || (c.type == "Bộ luật" && word.starts_with("BL"));
  return abbreviates && all_caps(word) ? std::optional(NameType{end, false}) : std::nullopt;
}

std::string_view first_number(std::string_view words) {
  auto const begin = words.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  auto const number = words.substr(begin);
  return number.substr(0, number.find_first_not_of("0123456789"));
}

std::string_view without_zeros(std::string_view number) {
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

// What the name says fits the document: "30" its number or year, "Đất đai" the name of a law.
bool says(std::string_view name, NameType type, Citation const& c) {
  auto const rest = trim(name.substr(type.size));
  auto const number = first_number(type.whole ? rest : name);
  bool const year = number.size() == 4 && (std::to_string(c.year.value_or(0)) == number || std::to_string(c.date.year) == number);
  if (!number.empty()) return year || (c.number && without_zeros(*c.number) == without_zeros(number));
  if (!type.whole || rest.empty() || c.family != CitationFamily::law) return true;
  return c.title.empty() || fold(c.title).find(fold(rest)) != std::string::npos;
}

bool ends_at(Citation const& c, std::size_t place) { return c.span.end == place || (!c.title_span.empty() && c.title_span.end == place); }

// The one document cited in this block before the name that the name can mean; the chain "… được sửa đổi bởi …" may stand between. Of
// those that end where it is given one is enough, the outer one first.
std::optional<std::size_t> meant(std::vector<Citation> const& all, std::size_t last, std::size_t block_begin, std::size_t place,
                                 std::string_view name) {
  std::optional<std::size_t> one;
  bool several = false;
  auto const first = last - std::min(last, most_before);
  for (auto i = last + 1; i-- > first && all[i].span.begin >= block_begin;) {
    auto const& c = all[i];
    auto const type = c.blank ? std::nullopt : type_of(name, c);
    if (!type || !says(name, *type, c)) continue;
    bool const outer_of_it = one && all[*one].nested && !c.nested && ends_at(c, place);
    several |= one.has_value() && !outer_of_it;
    one = i;
  }
  return several ? std::nullopt : one;
}

std::vector<ShortName> names_given(Document const& document, std::vector<Citation> const& citations) {
  std::string_view const text = document.text;
  std::vector<ShortName> out;
  std::size_t block = 0;
  for (std::size_t i = 0; i < citations.size() && out.size() < most_names; ++i)
    for (auto const place : {citations[i].span.end, citations[i].title_span.end}) {
      if (place < citations[i].span.end) continue;
      auto const words = grammar::skip_short_name_words(text, place);
      auto const name = words ? grammar::match_short_name(text, *words) : std::nullopt;
      if (!name) continue;
      auto const written = slice(text, *name);
      // "gọi tắt là Nghị định số 30/2020/NĐ-CP" is a citation as any other.
      if (auto const whole = grammar::match_citation(written); whole && whole->identifier) continue;
      while (block + 1 < document.blocks.size() && document.blocks[block].span.end < place) ++block;
      auto const citation = meant(citations, i, document.blocks[block].span.begin, place, written);
      if (!citation || (!out.empty() && out.back().begin == name->begin)) continue;
      auto const type = *type_of(written, citations[*citation]);
      out.push_back({written, type.size, type.whole && type.size == written.size(), name->begin, *citation});
      break;
    }
  std::ranges::stable_sort(out, {}, &ShortName::begin);
  return out;
}

// The type alone, as a common noun or with words behind it that tell another document: "các Luật", "Luật này", "Luật Đất đai".
bool other_meant(std::string_view text, Span span) {
  auto const before = text.substr(0, span.begin);
  for (std::string_view const words : {"các ", "Các ", "những ", "mỗi ", "một ", "dự thảo ", "Dự thảo ", "dự án ", "Bộ ", "bộ "})
    if (before.ends_with(words)) return true;
  auto const next = skip(text, span.end, " ");
  if (!next) return false;
  auto const c = grammar::first_code_point(text, *next);
  if (is_upper(c) || is_digit(c)) return true;
  for (std::string_view const words : {"này", "số", "của", "về", "ngày", "năm", "khác", "mới", "đó", "sửa đổi"})
    if (grammar::skip_phrase(text, *next, words)) return true;
  return false;
}

// The last name given that reads so at `at`; of several that begin alike the longest.
ShortName const* name_at(std::string_view text, std::uint32_t at, std::vector<ShortName> const& names) {
  ShortName const* found = nullptr;
  for (auto const& name : names) {
    if (name.begin > at) break;
    if (!text.substr(at).starts_with(name.words) || (found && found->words.size() > name.words.size())) continue;
    auto const end = at + name.words.size();
    if (is_word_char(grammar::first_code_point(text, end))) continue;
    // "Nghị định 30/2020/NĐ-CP", "Nghị định 30-a"
    bool const goes_on = end + 1 < text.size() && std::string_view("/-–.").find(text[end]) != std::string_view::npos && text[end] != ' ' &&
                         is_word_char(grammar::first_code_point(text, end + 1));
    Span const span{at, static_cast<std::uint32_t>(end)};
    if (goes_on || (name.bare && at != name.begin && other_meant(text, span))) continue;
    found = &name;
  }
  return found;
}

Citation short_mention(Document const& document, std::size_t word, ShortName const& name, Citation const& of, Span block) {
  std::string_view const text = document.text;
  auto const at = document.words[word].span.begin;
  Citation c;
  c.span = {at, at + static_cast<std::uint32_t>(name.words.size())};
  c.family = of.family;
  c.type = of.type;
  c.type_span = {at, at + static_cast<std::uint32_t>(name.type_size)};
  c.type_text = slice(text, c.type_span);
  auto pinpoints = grammar::match_pinpoints(text.substr(0, block.end), std::span(document.words).first(word), block.begin, at);
  c.articles = std::move(pinpoints.articles);
  Span const whole{pinpoints.span.empty() ? at : pinpoints.span.begin, c.span.end};
  c.historical = citation_context(text.substr(0, block.end), std::span(document.words).first(word), block, whole, {}).historical;
  return c;
}

void mark(Citation& c, std::size_t of) {
  c.short_for = static_cast<std::uint32_t>(of);
  c.mention = Mention::later;
  c.first_in_body = false;
  c.well_formed = c.defects.empty();
}

// Both ascending; `short_for` of all goes along.
void merge(std::vector<Citation>& citations, std::vector<Citation> added) {
  std::vector<std::uint32_t> moved;
  std::vector<Citation> out;
  out.reserve(citations.size() + added.size());
  auto next = added.begin();
  for (auto& c : citations) {
    while (next != added.end() && next->span.begin < c.span.begin) out.push_back(std::move(*next++));
    moved.push_back(static_cast<std::uint32_t>(out.size()));
    out.push_back(std::move(c));
  }
  std::move(next, added.end(), std::back_inserter(out));
  for (auto& c : out)
    if (c.short_for) c.short_for = moved[*c.short_for];
  citations = std::move(out);
}

}  // namespace

void add_short_mentions(Document const& document, std::vector<Citation>& citations) {
  std::string_view const text = document.text;
  auto const names = names_given(document, citations);
  if (names.empty()) return;
  std::vector<std::uint32_t> hashes;
  for (auto const& name : names) hashes.push_back(word_at(name.words, 0).hash);
  std::ranges::sort(hashes);
  WordTable const starts(hashes);
  std::vector<Citation> added;
  std::size_t next = 0, block = 0;  // the first citation and block that do not end before the word
  std::uint32_t past = names.front().begin, title_end = 0;
  for (std::size_t i = 0; i < document.words.size(); ++i) {
    auto const at = document.words[i].span.begin;
    if (at < past || !starts.may_hold(document.words[i].hash)) continue;
    auto const* name = name_at(text, at, names);
    if (name == nullptr) continue;
    while (next < citations.size() && citations[next].span.end <= at) title_end = std::max(title_end, citations[next++].title_span.end);
    while (block < document.blocks.size() && document.blocks[block].span.end <= at) ++block;
    if (block == document.blocks.size()) break;
    past = at + static_cast<std::uint32_t>(name->words.size());
    auto const& of = citations[name->citation];
    if (next < citations.size() && citations[next].span.begin < past) {
      auto& c = citations[next];
      bool const same_year = c.date.year == 0 || of.date.year == 0 || c.date.year == of.date.year;
      if (c.span.begin == at && !c.identifier && c.type == of.type && same_year) mark(c, name->citation);
      continue;
    }
    auto c = short_mention(document, i, *name, of, document.blocks[block].span);
    c.nested = at < title_end;
    mark(c, name->citation);
    added.push_back(std::move(c));
  }
  merge(citations, std::move(added));
}

}  // namespace vanthu
