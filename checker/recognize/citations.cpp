// One pass over the blocks: the grammar finds what is written, then lists, context, mentions and shape are added.
#include "recognize/citations.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammar/citation.hpp"
#include "grammar/names.hpp"
#include "grammar/words.hpp"
#include "recognize/citation_context.hpp"
#include "recognize/citation_shape.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using grammar::CitationMatch;
using grammar::code_point_before;
using grammar::first_code_point;
using grammar::skip;

// A citation with what only this file needs of it.
struct Found {
  Citation citation;
  CitationMatch match;
  Span block;
  bool content_told = false;
  bool date_told = false;
};

// Blocks without any of these hold no citation.
bool may_cite(std::string_view block) {
  for (std::string_view const mark : {"/", "uật", "áp lệnh", "iến pháp", "-CP", "-TTg", "-HĐBT", "⁄", "-TVQH"})
    if (block.find(mark) != std::string_view::npos) return true;
  return false;
}

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

// "12-CT/TW", "12CT/TW" and "12 - CT/TW" are one key. Leading zeros do not count.
std::string key_of(std::string_view identifier) {
  std::string out;
  for (std::size_t at = 0; at < identifier.size();) {
    auto const c = next_code_point(identifier, at);
    if (is_letter(c) || is_digit(c)) append_utf8(out, to_upper(c));
  }
  out.erase(0, std::min(out.find_first_not_of('0'), out.size()));
  return out;
}

// Blanks that line ends made are no part of what the writer wrote.
std::string joined(Document const& document, Span span, bool& inner_space) {
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

// Names of laws that are no reference: draft laws, schools and offices of law.
bool not_a_law(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  auto const tail = fold(before.size() > 48 ? before.substr(before.size() - 48) : before);
  for (std::string_view const words : {"dự thảo", "dự án", "dự", "pháp", "kỷ", "đại học", "công ty", "khoa", "hội", "viện", "ngành", "trường", "xây dựng dự án", "quy", "định"})
    if (tail.ends_with(words) && (tail.size() == words.size() || tail[tail.size() - words.size() - 1] == ' ')) return true;
  return false;
}

// ", ", "; ", " và ", ". " between the items of a list.
bool list_gap(std::string_view gap) {
  if (gap.size() > 24) return false;
  auto text = trim(gap);
  while (!text.empty() && (text.front() == ',' || text.front() == ';' || text.front() == '.' || text.front() == '-')) text.remove_prefix(1);
  text = trim(text);
  return text.empty() || text == "và" || text == "hoặc" || text == "cùng" || text == "và các" || text == "các";
}

// A type cut or damaged before "số": "Nghị số 24/2013/NQ-HĐND", "Quyêt định số". Its start, when the symbol tells which type it must be.
struct Restored {
  std::size_t begin;
  std::string_view type;
};

std::optional<Restored> restore_type(std::string_view text, std::size_t block_begin, std::size_t so, std::string_view code) {
  struct Entry {
    std::string_view code, type, ascii, cut;
  };
  constexpr Entry entries[] = {
      {"NĐ", "Nghị định", "nghi dinh", "Nghị"},     {"NQ", "Nghị quyết", "nghi quyet", "Nghị"}, {"QĐ", "Quyết định", "quyet dinh", "Quyết"}, {"CT", "Chỉ thị", "chi thi", "Chỉ"},
      {"TT", "Thông tư", "thong tu", "Thông"},      {"TB", "Thông báo", "thong bao", "Thông"},  {"KH", "Kế hoạch", "ke hoach", "Kế"},        {"TTr", "Tờ trình", "to trinh", "Tờ"},
      {"BC", "Báo cáo", "bao cao", "Báo"},          {"KL", "Kết luận", "ket luan", "Kết"},      {"HD", "Hướng dẫn", "huong dan", "Hướng"},   {"CTr", "Chương trình", "chuong trinh", "Chương"},
      {"", "Công văn", "cong van", ""},
  };
  auto before = text.substr(block_begin, so - block_begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  auto const last = before.rfind(' ');
  auto const one = last == std::string_view::npos ? 0 : last + 1;
  auto const previous = one < 2 ? std::string_view::npos : before.rfind(' ', one - 2);
  auto const two = one == 0 ? 0 : previous == std::string_view::npos ? 0 : previous + 1;
  auto const plain = before.size() - two < 40 ? fold_ascii(before.substr(two)) : std::string();
  for (auto const& e : entries) {
    if (e.code != code) continue;
    if (!e.cut.empty() && before.substr(one) == e.cut) return Restored{block_begin + one, e.type};
    if (plain == e.ascii) return Restored{block_begin + two, e.type};
  }
  return std::nullopt;
}

// How far quotation marks are open, moved along with the scan.
struct Quotes {
  std::size_t at;
  int depth = 0;
  bool straight = false;

  bool open_at(std::string_view text, std::size_t place) {
    for (; at < place; ++at) {
      if (text[at] == '"') straight = !straight;
      else if (skip(text, at, "“")) ++depth;
      else if (skip(text, at, "”") && depth > 0) --depth;
    }
    return depth > 0 || straight;
  }
};

Citation make_citation(Document const& document, CitationMatch const& match, bool& inner_space) {
  std::string_view const text = document.text;
  Citation c;
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
  return c;
}

class Scan {
 public:
  Scan(Document const& document, Facts const& facts)
      : document_(document),
        facts_(facts),
        text_(document.text),
        subjects_(places_of(facts, ComponentKind::subject)),
        bases_(places_of(facts, ComponentKind::legal_basis)),
        numbers_(places_of(facts, ComponentKind::number)) {
    for (auto const& component : facts.components)
      if (component.kind == ComponentKind::number) {
        if (auto const* field = component.field("identifier"))
          if (auto const* value = std::get_if<std::string>(&field->value); value && own_key_.empty()) own_key_ = key_of(*value), own_blank_ = value->starts_with('/');
      }
  }

  std::vector<Found> run() {
    for (auto const& block : document_.blocks)
      if (may_cite(slice(text_, block.span))) scan_block(block.span);
    return std::move(found_);
  }

 private:
  void scan_block(Span block) {
    auto const text = text_.substr(0, block.end);
    head_.reset();
    title_end_ = block.begin;
    draft_law_end_ = 0;
    Quotes quotes{block.begin};
    for (std::size_t at = block.begin; at < block.end;) {
      if (!grammar::at_word_start(text, at)) {
        step(text, at);
        continue;
      }
      auto const taken = take(text, block, at);
      if (!taken) {
        auto const end = grammar::word_end(text, at);
        if (end == at) step(text, at);
        else at = end;
        continue;
      }
      if (!found_.empty() && found_.back().citation.span.begin >= at) found_.back().citation.quoted = quotes.open_at(text, at);
      at = std::max(*taken, at + 1);
    }
  }

  static void step(std::string_view text, std::size_t& at) {
    if (at < text.size()) next_code_point(text, at);
  }

  // A citation or something that looks like one at `at`: where to go on. Nothing: not here.
  std::optional<std::size_t> take(std::string_view text, Span block, std::size_t at) {
    if (auto match = grammar::match_citation(text, at)) {
      if (match->type->law && !match->has_so && !match->identifier) {
        auto const before = text.substr(block.begin, at - block.begin);
        bool const after_draft = draft_law_end_ != 0 && at >= draft_law_end_ && at - draft_law_end_ <= 2 && text[at - 1] == '(';
        if (not_a_law(before) || after_draft) {
          draft_law_end_ = match->span.end;
          return match->span.end;
        }
      }
      add(text, block, *match, nullptr);
      return match->end;
    }
    char const c = text[at];
    if (c != 's' && c != 'S' && !(c >= '0' && c <= '9')) return std::nullopt;
    if (c != 's' && c != 'S' && !head_) return std::nullopt;
    auto item = grammar::match_list_item(text, at);
    if (!item) return std::nullopt;
    // An item of a list shares the type of the citation that heads it.
    if (head_) {
      auto const& head = found_[*head_];
      auto const head_end = std::max<std::size_t>(title_end_, head.match.end);
      if (at >= head_end && list_gap(text.substr(head_end, at - head_end)) && same_kind(head, *item)) {
        add(text, block, *item, &head);
        return item->end;
      }
    }
    if (!item->has_so || item->blank_number) return std::nullopt;
    Citation probe;
    grammar::IdentifierMatch const& id = *item->identifier;
    bool const letter = id.groups.size() == 1 || !known_type(id.groups.front());
    if (auto const restored = restore_type(text, block.begin, at, letter ? std::string_view() : std::string_view(id.groups.front()))) {
      item->type = grammar::TypeMatch{{static_cast<std::uint32_t>(restored->begin), static_cast<std::uint32_t>(at - 1)}, restored->type};
      item->type_span = item->type->span;
      item->span.begin = item->type_span.begin;
      item->damaged = true;
      add(text, block, *item, nullptr);
      return item->end;
    }
    return std::nullopt;
  }

  static bool known_type(std::string_view group) {
    for (std::string_view const code : {"NĐ", "NQ", "QĐ", "CT", "TT", "TB", "KH", "TTr", "BC", "KL", "HD", "CTr"})
      if (group == code) return true;
    return false;
  }

  static bool same_kind(Found const& head, CitationMatch const& item) {
    if (!head.match.identifier || head.match.type == std::nullopt) return head.match.identifier && shape(*head.match.identifier) == shape(*item.identifier);
    return shape(*head.match.identifier) == shape(*item.identifier);
  }
  // Items of one list have the same code of type, or all none.
  static std::string shape(grammar::IdentifierMatch const& id) { return known_type(id.groups.front()) || id.groups.size() == 1 ? id.groups.front() : std::string("-"); }

  void add(std::string_view text, Span block, CitationMatch& match, Found const* head) {
    bool inner_space = false;
    Found f{make_citation(document_, match, inner_space), match, block};
    auto& c = f.citation;
    if (head) {
      c.type = head->citation.type;
      c.family = head->citation.family;
    }
    if (match.identifier) {
      read_symbol(*match.identifier, c);
      if (match.identifier->form == grammar::IdentifierForm::party && c.family == CitationFamily::state) c.family = CitationFamily::party;
    }
    if (is_own(text, c)) return;

    c.nested = c.span.begin < title_end_;
    auto pinpoints = grammar::match_pinpoints(text, block.begin, c.span.begin);
    c.articles = std::move(pinpoints.articles);
    Span const whole{pinpoints.span.empty() ? c.span.begin : pinpoints.span.begin, c.span.end};
    auto const context = citation_context(text, block, whole, c.body_code);
    c.historical = context.historical;
    f.content_told = context.content_told;
    f.date_told = context.date_told;
    add_issuer(text, c, context, head, whole);

    auto const title = grammar::match_title(text, match.end);
    if (!title.empty() && match.law_name.empty()) {
      c.title = slice(text, title);
      c.title_span = title;
    }
    c.title_implied = c.title.empty() && f.content_told;
    c.in_subject = subjects_.hold(c.span.begin);
    c.in_legal_basis = bases_.hold(c.span.begin);
    judge_shape(f.match, inner_space, c);

    if (!c.nested) {
      head_ = found_.size();
      title_end_ = std::max<std::size_t>(title.end, match.end);
    }
    found_.push_back(std::move(f));
  }

  // From the sentence before, or from the head of the list that this one goes on with.
  void add_issuer(std::string_view text, Citation& c, CitationContext const& context, Found const* head, Span whole) {
    if (!c.issuer.empty() || c.family == CitationFamily::law) return;
    if (!context.issuer.empty()) {
      c.issuer_span = context.issuer;
      c.issuer = slice(text, context.issuer);
      c.issuer_named_before = true;
      return;
    }
    auto const* before = head;
    if (!before && head_ && !c.nested) {
      auto const& candidate = found_[*head_];
      auto const end = std::max<std::size_t>(title_end_, candidate.match.end);
      if (end <= whole.begin && list_gap(text.substr(end, whole.begin - end))) before = &candidate;
    }
    if (!before || before->citation.issuer.empty()) return;
    bool const from_head = before->match.issuer_before_number || before->citation.issuer_shared;
    if (!before->citation.issuer_named_before && !(head && from_head)) return;
    c.issuer = before->citation.issuer;
    c.issuer_span = before->citation.issuer_span;
    c.issuer_named_before = before->citation.issuer_named_before;
    c.issuer_shared = !c.issuer_named_before;
  }

  bool is_own(std::string_view text, Citation& c) const {
    if (!c.identifier) return false;
    if (numbers_.hold(c.identifier_span.begin)) return true;
    if (own_key_.empty() || key_of(*c.identifier) != own_key_) return false;
    if (c.date.complete() && facts_.date.complete() && c.date != facts_.date) return false;
    if (own_blank_) {
      auto const before = fold(text.substr(c.span.begin > 40 ? c.span.begin - 40 : 0, std::min<std::size_t>(40, c.span.begin)));
      return before.find("kèm theo") != std::string::npos;
    }
    return true;
  }

  Document const& document_;
  Facts const& facts_;
  std::string_view text_;
  Places subjects_, bases_, numbers_;
  std::string own_key_;
  bool own_blank_ = false;
  std::vector<Found> found_;
  std::optional<std::size_t> head_;  // last citation of the block that is not nested
  std::size_t title_end_ = 0;        // where its title ends
  std::size_t draft_law_end_ = 0;
};

// "A và B của Chính phủ": the issuer closes the list.
void share_issuers(std::string_view text, std::vector<Found>& found) {
  for (auto i = found.size(); i-- > 1;) {
    auto& c = found[i - 1].citation;
    auto const& next = found[i].citation;
    if (!c.issuer.empty() || !c.title.empty() || !c.identifier || next.issuer.empty() || next.issuer_named_before) continue;
    if (found[i - 1].block != found[i].block || c.body_code != next.body_code || next.span.begin < c.span.end) continue;
    if (!list_gap(text.substr(c.span.end, next.span.begin - c.span.end))) continue;
    c.issuer = next.issuer;
    c.issuer_span = next.issuer_span;
    c.issuer_shared = true;
  }
}

bool compatible(Citation const& a, Date b) {
  if (a.date.year == 0 || b.year == 0) return true;
  if (a.date.year != b.year) return false;
  if (a.family != CitationFamily::party) return true;
  return (a.date.month == 0 || b.month == 0 || a.date.month == b.month) && (a.date.day == 0 || b.day == 0 || a.date.day == b.day);
}

struct Seen {
  Date date;
  bool in_body;
};

std::vector<std::string> mention_keys(Citation const& c) {
  std::vector<std::string> out;
  if (c.identifier) {
    auto key = key_of(*c.identifier);
    if (c.blank && !c.number) key += " " + c.type + to_string(c.date);
    if (c.legislature) key += " " + std::string(c.family == CitationFamily::law ? "L" : "N");
    out.push_back(std::move(key));
  }
  if (c.family == CitationFamily::law && !c.title.empty()) out.push_back("law " + c.type + " " + fold_ascii(c.title));
  if (c.type == "Hiến pháp") out.push_back("law " + c.type);
  return out;
}

void set_mentions(std::vector<Found>& found) {
  constexpr std::size_t most_dates = 16;  // of one number: keeps the whole linear
  std::unordered_map<std::string, std::vector<Seen>> seen;
  for (auto& f : found) {
    auto& c = f.citation;
    bool before = false, before_in_body = false;
    auto const keys = mention_keys(c);
    for (auto const& key : keys)
      for (auto const& s : seen[key])
        if (compatible(c, s.date)) {
          before = true;
          before_in_body |= s.in_body;
        }
    c.mention = before ? Mention::later : Mention::first;
    c.first_in_body = !c.in_subject && !before_in_body;
    for (auto const& key : keys)
      if (auto& list = seen[key]; list.size() < most_dates) list.push_back({c.date, !c.in_subject});
  }
}

bool complete(Found const& f) {
  auto const& c = f.citation;
  if (!c.defects.empty() || c.blank || c.type.empty()) return false;
  if (c.family == CitationFamily::law) return !c.title.empty() || c.identifier || c.date.year != 0;
  if (!c.number) return false;
  if (c.mention == Mention::later) return true;
  bool const dated = c.date.year != 0 || f.date_told;
  return dated && !c.issuer.empty() && (!c.title.empty() || c.title_implied);
}

}  // namespace

void recognize_citations(Document const& document, Facts& facts) {
  auto found = Scan(document, facts).run();
  share_issuers(document.text, found);
  set_mentions(found);
  facts.citations.clear();
  facts.citations.reserve(found.size());
  for (auto& f : found) {
    f.citation.well_formed = complete(f);
    facts.citations.push_back(std::move(f.citation));
  }
}

}  // namespace vanthu
