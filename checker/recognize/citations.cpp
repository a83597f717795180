// One pass over the blocks: the grammar finds what is written, then lists, context, mentions and shape are added.
#include "recognize/citations.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "grammar/citation.hpp"
#include "grammar/division.hpp"
#include "grammar/names.hpp"
#include "grammar/words.hpp"
#include "recognize/citation_context.hpp"
#include "recognize/citation_lists.hpp"
#include "recognize/citation_mentions.hpp"
#include "recognize/citation_shape.hpp"
#include "recognize/short_names.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

using grammar::CitationMatch;
using grammar::skip;

// What only this file needs of a citation.
struct Found {
  Span block;
  std::size_t end = 0;         // of the reference, where its title was looked for
  std::string_view type_code;  // code_of() its identifier; nothing to share without one
  bool numbered = false;       // has an identifier
  bool issuer_before_number = false;
  bool date_told = false;  // "Ngày …, X phê duyệt … tại": the date stands before
  bool in_list = false;    // shares its type with others, or heads those
};

// Spans of one kind of component, for "does it hold this byte?".
struct Places {
  std::vector<Span> spans;  // ascending
  bool hold(std::uint32_t at) const {
    auto const next = std::ranges::upper_bound(spans, at, {}, &Span::begin);
    return next != spans.begin() && at < std::prev(next)->end;
  }
};

Places places_of(Facts const& facts, ComponentKind kind) {
  Places out;
  for (auto const& component : facts.components)
    if (component.kind == kind) out.spans.push_back(component.span);
  std::ranges::sort(out.spans, {}, &Span::begin);
  return out;
}

// Blanks that line ends made are no part of what the writer wrote.
std::string joined(Document const& document, Span span, bool& inner_space) {
  auto const written = slice(document.text, span);
  if (written.find(' ') == std::string_view::npos) return std::string(written);
  std::string out;
  auto anomaly = std::ranges::lower_bound(document.anomalies, span.begin, {}, [](Anomaly const& a) { return a.span.begin; });
  for (auto at = span.begin; at < span.end; ++at) {
    if (document.text[at] == ' ') {
      bool from_line_end = false;
      for (; anomaly != document.anomalies.end() && anomaly->span.begin <= at; ++anomaly)
        from_line_end |= anomaly->kind == AnomalyKind::line_join && anomaly->span.begin == at;
      if (from_line_end) continue;
      inner_space = true;
    }
    out += document.text[at];
  }
  return out;
}

// Names of laws that are no reference: draft laws, schools and offices of law. `before`: the block's text before the name; `words`: those
// of the document before it.
bool not_a_law(std::string_view before, std::span<Word const> words) {
  static constexpr std::string_view not_before[] = {"dự thảo", "dự án", "dự",  "xây dựng", "pháp",  "đại học",
                                                    "công ty", "khoa",  "môn", "ngành",    "trường"};
  static WordTable const last_words = [] {
    std::vector<std::uint32_t> hashes;
    for (auto const phrase : not_before) hashes.push_back(word_hash(phrase.substr(phrase.rfind(' ') + 1)));
    return WordTable(hashes);
  }();
  if (words.empty() || !last_words.may_hold(words.back().hash)) return false;
  while (before.ends_with(' ')) before.remove_suffix(1);
  auto const tail = fold(before.size() > 48 ? before.substr(before.size() - 48) : before);
  for (auto const phrase : not_before)
    if (tail.ends_with(phrase) && (tail.size() == phrase.size() || tail[tail.size() - phrase.size() - 1] == ' ')) return true;
  return false;
}

// How far quotation marks are open, moved along with the scan.
struct Quotes {
  std::size_t at;
  int depth = 0;
  bool straight = false;

  bool open_at(std::string_view text, std::size_t place) {
    auto const before = text.substr(0, place);
    for (auto mark = before.find('"', at); mark != std::string_view::npos; mark = before.find('"', mark + 1)) straight = !straight;
    for (auto mark = before.find('\xE2', at); mark != std::string_view::npos; mark = before.find('\xE2', mark + 1)) {
      if (skip(text, mark, "“"))
        ++depth;
      else if (skip(text, mark, "”") && depth > 0)
        --depth;
    }
    at = place;
    return depth > 0 || straight;
  }
};

// The code of type that a symbol starts with; "" for a letter's. Items of one list have the same.
std::string_view code_of(grammar::IdentifierMatch const& identifier) { return known_type_code(identifier.groups.front()); }

void fill(Citation& c, Document const& document, CitationMatch const& match, bool& inner_space) {
  std::string_view const text = document.text;
  c.span = match.span;
  if (match.type) {
    c.type = match.type->type;
    c.type_text = slice(text, match.type_span);
    c.type_span = match.type_span;
    c.family = match.type->law ? CitationFamily::law : CitationFamily::state;
  }
  c.has_so = match.has_so;
  if (match.date) {
    c.date = match.date->date;
    c.date_span = match.date->span;
  }
  c.issuer_span = match.issuer_span;
  c.issuer = slice(text, match.issuer_span);
  if (!match.law_name.empty()) {
    c.title = slice(text, match.law_name);
    c.title_span = match.law_name;
  }
  if (match.identifier) {
    c.identifier_span = match.identifier->span;
    c.identifier = joined(document, c.identifier_span, inner_space);
  }
  c.blank = match.blank_number || (match.date && !match.date->year_only && match.date->day_text.empty());
}

// The state of the pass.
struct Scan {
  Document const& document;
  Facts const& facts;
  std::vector<Citation>& citations;
  std::string_view text;
  std::span<Word const> words;
  Places subjects, bases, numbers;
  std::string own_key;  // of the document's own number; empty when it has none
  bool own_blank = false;
  std::vector<Found> found;  // of each citation
  // Of the block at hand:
  std::optional<std::size_t> head;  // last citation that is not nested
  std::size_t title_end = 0;        // where its title ends
  std::size_t draft_law_end = 0;    // where the draft law just passed over ends
};

Scan start_scan(Document const& document, Facts& facts) {
  Scan scan{document,
            facts,
            facts.citations,
            document.text,
            document.words,
            places_of(facts, ComponentKind::subject),
            places_of(facts, ComponentKind::legal_basis),
            places_of(facts, ComponentKind::number),
            {},
            false,
            {},
            {},
            0,
            0};
  if (auto const* number = facts.first(ComponentKind::number))
    if (auto const* field = number->field("identifier"))
      if (auto const* value = std::get_if<std::string>(&field->value)) {
        scan.own_key = identifier_key(*value);
        scan.own_blank = value->starts_with('/');
      }
  return scan;
}

// The document's own number, repeated in an appendix or by a page header.
bool is_own(Scan const& scan, Citation const& c) {
  if (!c.identifier) return false;
  if (scan.numbers.hold(c.identifier_span.begin)) return true;
  if (scan.own_key.empty() || identifier_key(*c.identifier) != scan.own_key) return false;
  if (c.date.complete() && scan.facts.date.complete() && c.date != scan.facts.date) return false;
  if (!scan.own_blank) return true;
  auto const from = c.span.begin > 48 ? c.span.begin - 48 : 0;
  return fold(scan.text.substr(from, c.span.begin - from)).find("kèm theo") != std::string::npos;
}

std::size_t head_end(Scan const& scan) { return std::max(scan.title_end, scan.found[*scan.head].end); }

// From the sentence before, or from the citation that this one follows in a list.
void add_issuer(Scan const& scan, Citation& c, CitationContext const& context, std::optional<std::size_t> head, Span whole) {
  if (!c.issuer.empty() || c.family == CitationFamily::law) return;
  if (!context.issuer.empty()) {
    c.issuer_span = context.issuer;
    c.issuer = slice(scan.text, context.issuer);
    c.issuer_named_before = true;
    return;
  }
  auto from = head;
  if (!from && scan.head && !c.nested) {
    auto const end = head_end(scan);
    if (end <= whole.begin && list_gap(scan.text.substr(end, whole.begin - end))) from = scan.head;
  }
  if (!from || scan.citations[*from].issuer.empty()) return;
  auto const& before = scan.citations[*from];
  bool const heads_list = head && (scan.found[*from].issuer_before_number || before.issuer_shared);
  if (!before.issuer_named_before && !heads_list) return;
  c.issuer = before.issuer;
  c.issuer_span = before.issuer_span;
  c.issuer_named_before = before.issuer_named_before;
  c.issuer_shared = !c.issuer_named_before;
}

// "Báo cáo thẩm tra số …", "Thông báo kết luận số …": what it is about stands in the type.
bool type_tells_content(std::string_view type) {
  constexpr std::string_view kinds[] = {" thẩm tra", " thẩm định", " kết luận"};
  return std::ranges::any_of(kinds, [&](std::string_view kind) { return type.ends_with(kind); });
}

// `head`: the citation whose type an item of a list shares. `word`: index of the one that the citation was found by.
void add(Scan& scan, Span block, std::size_t word, CitationMatch const& match, std::optional<std::size_t> head) {
  auto const text = scan.text.substr(0, block.end);
  bool inner_space = false;
  auto& c = scan.citations.emplace_back();
  fill(c, scan.document, match, inner_space);
  if (head) {
    c.type = scan.citations[*head].type;
    c.family = scan.citations[*head].family;
  }
  if (match.identifier) {
    read_symbol(*match.identifier, c);
    if (match.identifier->form == grammar::IdentifierForm::party && c.family == CitationFamily::state) c.family = CitationFamily::party;
  }
  if (is_own(scan, c)) {
    scan.citations.pop_back();
    return;
  }

  c.nested = c.span.begin < scan.title_end;
  auto pinpoints = grammar::match_pinpoints(text, scan.words.first(word), block.begin, c.span.begin);
  c.articles = std::move(pinpoints.articles);
  Span const whole{pinpoints.span.empty() ? c.span.begin : pinpoints.span.begin, c.span.end};
  auto const context = citation_context(text, scan.words.first(word), block, whole, c.body_code);
  c.historical = context.historical;
  add_issuer(scan, c, context, head, whole);

  auto const title = grammar::match_title(text, match.end, scan.words.subspan(word));
  if (!title.empty() && match.law_name.empty()) {
    c.title = slice(text, title);
    c.title_span = title;
  }
  c.title_implied = c.title.empty() && (context.content_told || type_tells_content(c.type_text));
  c.in_subject = scan.subjects.hold(c.span.begin);
  c.in_legal_basis = scan.bases.hold(c.span.begin);
  judge_shape(match, inner_space, c);

  if (!c.nested) {
    scan.head = scan.found.size();
    scan.title_end = std::max<std::size_t>(title.end, match.end);
  }
  scan.found.push_back({block, match.end, match.identifier ? code_of(*match.identifier) : std::string_view(), match.identifier.has_value(),
                        match.issuer_before_number, context.date_told, head.has_value() || match.heads_list});
}

// Between the head of a list and byte `at` stands nothing but what joins items. In a list already begun a title may hold marks that seem to
// end it.
bool follows_head(Scan const& scan, std::string_view text, std::size_t at, bool so) {
  auto const end = head_end(scan);
  if (at < end) return false;
  auto const gap = text.substr(end, at - end);
  return list_gap(gap) || (scan.found[*scan.head].in_list && so && (gap.ends_with(", ") || gap.ends_with("; ") || gap.ends_with(" và ")));
}

// An item of a list ("số 728/QĐ-UBND …") or a citation whose type is damaged. Where to go on; `at` when it is neither.
std::size_t take_without_type(Scan& scan, Span block, std::size_t word) {
  auto const text = scan.text.substr(0, block.end);
  std::size_t const at = scan.words[word].span.begin;
  char const c = text[at];
  bool const so = c == 's' || c == 'S';
  if (!so && (!scan.head || c < '0' || c > '9')) return at;
  bool const follows = scan.head && follows_head(scan, text, at, so);
  if (!so && !follows) return at;
  auto item = grammar::match_list_item(text, at, scan.words.subspan(word));
  if (!item) return at;
  auto const symbol = code_of(*item->identifier);
  if (follows) {
    auto const& head = scan.found[*scan.head];
    if (head.numbered && head.type_code == symbol) {
      add(scan, block, word, *item, scan.head);
      return item->end;
    }
  }
  if (!item->has_so || item->blank_number) return at;
  if (auto const head = distant_head(text, block.begin, at)) {
    item->type = head->type;
    item->type->lowercase = false;
    if (item->issuer_span.empty()) {
      item->issuer_span = head->issuer_span;
      item->issuer_before_number = head->issuer_before_number;
    }
    item->heads_list = true;
    add(scan, block, word, *item, std::nullopt);
    return item->end;
  }
  auto const restored = restore_type(text, block.begin, at, symbol);
  if (!restored) return at;
  item->type = grammar::TypeMatch{{static_cast<std::uint32_t>(restored->begin), static_cast<std::uint32_t>(at - 1)}, restored->type};
  item->type_span = item->type->span;
  item->span.begin = item->type_span.begin;
  item->damaged = true;
  add(scan, block, word, *item, std::nullopt);
  return item->end;
}

// A citation that starts with the word. Where to go on; the word's begin when none starts there.
std::size_t take(Scan& scan, Span block, std::size_t word) {
  auto const text = scan.text.substr(0, block.end);
  std::size_t const at = scan.words[word].span.begin;
  auto const match = grammar::match_citation(text, scan.words.subspan(word));
  if (!match) return take_without_type(scan, block, word);
  if (match->type->law && !match->identifier) {
    bool const after_draft = scan.draft_law_end != 0 && at > scan.draft_law_end && at - scan.draft_law_end <= 2 && text[at - 1] == '(';
    if (after_draft || not_a_law(text.substr(block.begin, at - block.begin), scan.words.first(word))) {
      scan.draft_law_end = match->span.end;
      return match->span.end;
    }
  }
  add(scan, block, word, *match, std::nullopt);
  return match->end;
}

// False where the block has no number with a symbol: no slash and no hyphen before a capital. Only beside the name of a law other signs
// stand for these. `inside`: index of one of its words.
bool may_hold_number(std::string_view text, Span block, std::span<Word const> words, std::size_t inside) {
  static WordTable const laws({word_hash("luật"), word_hash("lệnh"), word_hash("pháp")});
  auto const written = slice(text, block);
  if (written.find('/') != std::string_view::npos) return true;
  bool other_signs = written.find('\xE2') != std::string_view::npos || written.find('_') != std::string_view::npos;
  for (auto at = written.find('-'); at != std::string_view::npos; at = written.find('-', at + 1)) {
    auto const behind = written.substr(at + 1);
    if (behind.starts_with("Đ") || (!behind.empty() && behind[0] >= 'A' && behind[0] <= 'Z')) return true;
    other_signs |= !behind.starts_with(' ');
  }
  if (!other_signs) return false;
  auto begin = inside;
  while (begin > 0 && words[begin - 1].span.begin >= block.begin) --begin;
  for (; begin < words.size() && words[begin].span.begin < block.end; ++begin)
    if (laws.may_hold(words[begin].hash)) return true;
  return written.find("⁄") != std::string_view::npos;
}

// `first`: the first of the block's words that may start a citation; gives the first one behind the block.
std::size_t scan_block(Scan& scan, Span block, std::size_t first) {
  auto const& words = scan.words;
  bool const numbers = may_hold_number(scan.text, block, words, first);
  auto const& starts = numbers ? grammar::citation_starts() : grammar::law_starts();
  scan.head.reset();
  scan.title_end = block.begin;
  scan.draft_law_end = 0;
  Quotes quotes{block.begin};
  std::size_t past = block.begin;  // words that begin before it belong to what was found
  std::size_t figures_end = 0;     // up to here a number alone may be an item of a list
  auto i = first;
  while (i < words.size() && words[i].span.begin < block.end) {
    auto const at = words[i].span.begin;
    bool const figure = at < figures_end && scan.text[at] >= '0' && scan.text[at] <= '9';
    if (at >= past && (figure || (starts.may_hold(words[i].hash) && grammar::may_start_citation(words.subspan(i))))) {
      auto const count = scan.found.size();
      past = take(scan, block, i);
      if (scan.found.size() > count) scan.citations.back().quoted = quotes.open_at(scan.text, at);
      figures_end = numbers && scan.head ? head_end(scan) + longest_list_gap + 1 : 0;
    }
    ++i;
    if (i < words.size() && words[i].span.begin >= figures_end) i = grammar::citation_starts().next(words, i);
  }
  return i;
}

void scan_words(Scan& scan) {
  auto const& blocks = scan.document.blocks;
  auto const& starts = grammar::citation_starts();
  std::size_t block = 0;
  for (std::size_t i = 0; (i = starts.next(scan.words, i)) < scan.words.size();) {
    if (!grammar::may_start_citation(scan.words.subspan(i))) {
      ++i;
      continue;
    }
    while (block < blocks.size() && blocks[block].span.end <= scan.words[i].span.begin) ++block;
    if (block == blocks.size()) return;
    i = scan_block(scan, blocks[block].span, i);
  }
}

// "A và B của Chính phủ": the issuer closes the list.
void share_issuers(Scan& scan) {
  for (auto i = scan.found.size(); i-- > 1;) {
    auto& c = scan.citations[i - 1];
    auto const& next = scan.citations[i];
    if (!c.issuer.empty() || !c.title.empty() || !c.identifier || next.issuer.empty() || next.issuer_named_before) continue;
    if (scan.found[i - 1].block != scan.found[i].block || c.body_code != next.body_code || next.span.begin < c.span.end) continue;
    if (!list_gap(scan.text.substr(c.span.end, next.span.begin - c.span.end))) continue;
    c.issuer = next.issuer;
    c.issuer_span = next.issuer_span;
    c.issuer_shared = true;
  }
}

// "A (nay là B) của Chính phủ": the issuer behind the parenthesis is that of both.
void share_issuer_behind(Scan& scan) {
  for (std::size_t i = 1; i < scan.found.size(); ++i) {
    auto& before = scan.citations[i - 1];
    auto& c = scan.citations[i];
    if (before.span.end >= c.span.begin || !c.issuer.empty()) continue;
    auto const text = scan.text.substr(0, scan.found[i].block.end);
    auto const of = skip(text, std::max(c.span.end, c.title_span.end), ") của ");
    static constexpr std::string_view since[] = {" (nay là ", " (nay được thay thế bằng ", " (được thay thế bằng "};
    if (!of || std::ranges::find(since, text.substr(before.span.end, c.span.begin - before.span.end)) == std::end(since)) continue;
    auto const issuer = grammar::match_issuer(text, *of);
    if (!issuer) continue;
    for (auto* each : {&before, &c}) {
      if (!each->issuer.empty()) continue;
      each->issuer_span = *issuer;
      each->issuer = slice(text, *issuer);
      each->issuer_shared = true;
    }
  }
}

// Complete for its mention, and nothing wrong with its shape.
bool complete(Citation const& c, bool date_told) {
  if (!c.defects.empty() || c.blank || c.type.empty()) return false;
  if (c.date.year == 0 && (c.date.month != 0 || c.date.day != 0)) return false;
  if (c.family == CitationFamily::law) return !c.title.empty() || c.identifier || c.date.year != 0;
  if (!c.number) return false;
  if (c.mention == Mention::later) return true;
  bool const dated = c.date.year != 0 || date_told;
  return dated && !c.issuer.empty() && (!c.title.empty() || c.title_implied);
}

}  // namespace

void recognize_citations(Document const& document, Facts& facts) {
  auto& citations = facts.citations;
  citations.clear();
  auto scan = start_scan(document, facts);
  auto const expected = std::min<std::size_t>(document.text.size() / 1024 + 4, 256);
  scan.found.reserve(expected);
  citations.reserve(expected);
  scan_words(scan);
  share_issuers(scan);
  share_issuer_behind(scan);
  set_mentions(citations);
  for (std::size_t i = 0; i < citations.size(); ++i) citations[i].well_formed = complete(citations[i], scan.found[i].date_told);
  add_short_mentions(document, citations);
}

}  // namespace vanthu
