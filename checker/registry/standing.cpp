// Citations beside the register, on a day. Where more than one document fits, or the number may be another body's, nothing is said.
#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "registry/keys.hpp"
#include "text/unicode.hpp"
#include "vanthu/registry.hpp"

namespace vanthu {
namespace {

using registry::number_key;
using registry::words_key;
using Documents = std::vector<RegisteredDocument>;

// "30/2020/NĐ-CP": a series that runs on within the year of its number, so that type and number tell the document. Others start anew each
// year or term.
bool has_year(std::string_view number) {
  auto const first = number.find('/');
  if (first == std::string_view::npos || number.size() < first + 6 || number[first + 5] != '/') return false;
  return std::all_of(number.begin() + static_cast<std::ptrdiff_t>(first) + 1, number.begin() + static_cast<std::ptrdiff_t>(first) + 5,
                     [](char c) { return c >= '0' && c <= '9'; });
}

bool agree(int a, int b) { return a == 0 || b == 0 || a == b; }
bool may_be(Date a, Date b) { return agree(a.year, b.year) && agree(a.month, b.month) && agree(a.day, b.day); }
bool dated(Date given, RegisteredDocument const& d) {
  return may_be(given, d.issued) || (d.also_dated.year != 0 && may_be(given, d.also_dated));
}

bool same_type(std::string_view a, std::string_view b) {
  auto const joint = [](std::string_view type) { return type == "Thông tư" || type == "Thông tư liên tịch"; };
  return a.empty() || a == "Văn bản" || a == b || (joint(a) && joint(b));
}

// Types between which a slip of the pen is likely and numbers are shared; a law and a resolution can well bear the same number.
bool mixed_up(std::string_view a, std::string_view b) {
  auto const pair = [&](std::string_view x, std::string_view y) { return (a == x && b == y) || (a == y && b == x); };
  return pair("Luật", "Bộ luật") || pair("Quy định", "Quyết định");
}

// "Bộ Chính trị" and "Bộ Chính trị khóa XIII" may be one.
bool same_body(std::string_view a, std::string_view b) {
  auto const x = words_key(a), y = words_key(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

// An office's own numbers are reused by every other office: the issuer, or else the whole date, must say that it is this one.
bool may_be_own(Citation const& c, RegisteredDocument const& d) {
  if (!d.own) return true;
  if (c.issuer.empty() || d.issuer.empty()) return c.date.complete() && c.date == d.issued;
  return same_body(c.issuer, d.issuer);
}

std::string_view number_of(Citation const& c) { return c.canonical ? *c.canonical : *c.identifier; }

Documents candidates(Citation const& c, Registry const& registry) {
  auto const damaged = std::find(c.defects.begin(), c.defects.end(), "damaged") != c.defects.end();
  if (c.blank || damaged) return {};
  Documents out;
  if (c.identifier && c.number) out = registry.by_number(number_of(c));
  // A law by its name needs its year: there may be several of one name.
  else if (!c.identifier && c.family == CitationFamily::law && c.date.year != 0 && !c.title.empty())
    out = registry.by_law_name(c.title);
  std::erase_if(out, [&](RegisteredDocument const& d) { return !may_be_own(c, d); });
  return out;
}

// Of several that fit the one; nothing when there are more.
RegisteredDocument const* only(std::vector<RegisteredDocument const*> const& fitting, Date given) {
  if (fitting.size() == 1) return fitting.front();
  RegisteredDocument const* exact = nullptr;
  for (auto const* d : fitting) {
    if (!given.complete() || d->issued != given) continue;
    if (exact != nullptr) return nullptr;
    exact = d;
  }
  return exact;
}

// The document that the citation means, and what the citation says otherwise of it.
void find(Citation const& c, Documents const& all, Standing& out) {
  std::vector<RegisteredDocument const*> typed, fitting;
  bool const by_name = !c.identifier;  // there may be one of each age
  for (auto const& d : all)
    if (same_type(c.type, d.type) && (!by_name || d.issued.year == c.date.year)) typed.push_back(&d);
  if (!c.identifier || has_year(number_of(c)) || c.date.year != 0)
    for (auto const* d : typed)
      if (dated(c.date, *d)) fitting.push_back(d);
  if (auto const* d = only(fitting, c.date)) {
    out.document = *d;
    return;
  }
  if (!fitting.empty()) return;
  if (typed.empty()) {
    for (auto const& d : all)
      if (mixed_up(c.type, d.type) && c.date.complete() && d.issued == c.date && !by_name) fitting.push_back(&d);
    if (auto const* d = only(fitting, c.date)) {
      out.document = *d;
      out.differs.emplace_back("type");
    }
    return;
  }
  // The number is known, but with another date. Where a series starts anew each year only a date of that year can be meant for it.
  if (typed.size() != 1 || !c.date.complete() || !is_valid(c.date)) return;
  auto const& d = *typed.front();
  bool const one_series = !by_name && has_year(d.number);
  if (!one_series && d.issued.year != c.date.year) return;
  out.document = d;
  out.differs.emplace_back("date");
}

// The words of a title that tell it from others: without "về", "về việc". `key`: its words_key().
std::vector<std::string_view> title_words(std::string_view key) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < key.size();) {
    auto const end = std::min(key.find(' ', at), key.size());
    out.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  if (!out.empty() && out.front() == "ve") out.erase(out.begin());
  if (!out.empty() && out.front() == "viec") out.erase(out.begin());
  return out;
}

// Writers shorten titles and go on behind them: of the shorter one's words that the other has too, the share in percent.
int shared_words(std::vector<std::string_view> a, std::vector<std::string_view> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::vector<std::string_view> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  auto const few = std::min(a.size(), b.size());
  return few == 0 ? 100 : static_cast<int>(100 * common.size() / few);
}

constexpr std::size_t least_words = 4;  // of a title, for it to tell anything
constexpr int same_title = 90, other_title = 34;

bool other_titled(Citation const& c, RegisteredDocument const& d) {
  if (d.confidence == Confidence::low || d.title.empty() || c.title.empty() || !c.identifier) return false;
  auto const key = words_key(c.title), registered_key = words_key(d.title);
  auto const cited = title_words(key), registered = title_words(registered_key);
  bool const law = c.family == CitationFamily::law;
  return std::min(cited.size(), registered.size()) >= (law ? 1 : least_words) && shared_words(cited, registered) <= (law ? 0 : other_title);
}

std::string_view symbol_of(std::string_view number) { return number.substr(std::min(number.find('/'), number.size())); }

// The document that is meant where only the number is wrong: one alone has the type, the rest of the number, the title and the date cited.
std::string candidate(Citation const& c, Registry const& registry) {
  if (!registry.by_title || !c.identifier || !c.number || !has_year(number_of(c)) || c.family == CitationFamily::law) return {};
  auto const key = words_key(c.title);
  auto const words = title_words(key);
  if (words.size() < least_words) return {};
  std::string start;  // what is asked for; of a long title its first words are enough
  for (std::size_t i = 0; i < std::min<std::size_t>(words.size(), 12); ++i) start.append(i == 0 ? "" : " ").append(words[i]);
  RegisteredDocument const* one = nullptr;
  auto const all = registry.by_title(start);
  for (auto const& d : all) {
    if (d.type != c.type || d.confidence == Confidence::low || number_key(symbol_of(d.number)) != number_key(symbol_of(number_of(c))))
      continue;
    auto const registered_key = words_key(d.title);
    auto const registered = title_words(registered_key);
    if (!dated(c.date, d) || std::max(words.size(), registered.size()) > 2 * std::min(words.size(), registered.size()) ||
        shared_words(words, registered) < same_title)
      continue;
    if (one != nullptr) return {};
    one = &d;
  }
  return one == nullptr || number_key(one->number) == number_key(number_of(c)) ? std::string() : one->number;
}

// "Nghị định 78/2025/NĐ-CP" → "Nghị định số 78/2025/NĐ-CP".
std::string with_so(std::string_view reference) {
  auto const blank = reference.rfind(' ');
  if (blank == std::string_view::npos) return std::string(reference);
  return std::string(reference.substr(0, blank)) + " số " + std::string(reference.substr(blank + 1));
}

bool reached(Date at, Date day) { return certainly_after(at, day) || (at.complete() && at == day); }

RegistryStatus status_of(RegisteredDocument const& d, Date at) {
  if (d.confidence == Confidence::low || at.year == 0) return RegistryStatus::known;
  if (d.issued.complete() && certainly_after(d.issued, at)) return RegistryStatus::not_issued;
  if (d.expired.complete() && reached(at, d.expired)) return d.replaced_by.empty() ? RegistryStatus::expired : RegistryStatus::replaced;
  if (d.effective.complete() && certainly_after(d.effective, at)) return RegistryStatus::not_in_force;
  if (!d.effective.complete() || !reached(at, d.effective)) return RegistryStatus::known;
  bool const ended_later = d.expired.complete() && certainly_after(d.expired, at);
  bool const printed_later = d.codified.year != 0 && !certainly_after(at, d.codified);
  return ended_later || printed_later ? RegistryStatus::in_force : RegistryStatus::known;
}

// Where a chain of successors ends on a day: the one that was in force, empty where the chain breaks off before one.
std::string last_successor(RegisteredDocument const& replaced, Date at, Registry const& registry) {
  constexpr int longest_chain = 8;
  auto reference = replaced.replaced_by;
  for (int i = 0; i < longest_chain; ++i) {
    auto const blank = reference.rfind(' ');
    if (blank == std::string::npos) return reference;
    auto next = registry.by_number(reference.substr(blank + 1));
    std::erase_if(next, [&](RegisteredDocument const& d) { return d.type != reference.substr(0, blank); });
    if (next.size() != 1) return reference;  // nothing more is known of it
    auto const status = status_of(next.front(), at);
    if (status == RegistryStatus::expired) return {};
    if (status != RegistryStatus::replaced) return reference;
    reference = next.front().replaced_by;
  }
  return {};
}

// "Bộ trưởng Bộ …", "Ủy ban nhân dân tỉnh …": the body or the place decides. An association keeps the name of its province for a while.
std::vector<RegisteredBody> bodies_of(std::string_view issuer, Registry const& registry) {
  if (auto bodies = registry.bodies(issuer); !bodies.empty()) return bodies;
  auto const name = words_key(issuer);
  for (std::string_view const head : {"bo truong ", "giam doc ", "chu nhiem ", "uy ban nhan dan ", "ubnd ", "hoi dong nhan dan ", "hdnd ",
                                      "chu tich uy ban nhan dan ", "chu tich ubnd "})
    if (name.starts_with(head))
      if (auto bodies = registry.bodies(std::string_view(name).substr(head.size())); !bodies.empty()) return bodies;
  return {};
}

}  // namespace

std::string_view to_string(Confidence confidence) {
  constexpr std::string_view names[] = {"low", "medium", "high"};
  return names[static_cast<std::size_t>(confidence)];
}

std::string_view to_string(RegistryStatus status) {
  constexpr std::string_view names[] = {"unknown", "known", "in-force", "not-issued", "not-in-force", "expired", "replaced"};
  return names[static_cast<std::size_t>(status)];
}

std::vector<Standing> standings(std::vector<Citation> const& citations, Date at, Registry const* registry) {
  std::vector<Standing> out(citations.size());
  if (registry == nullptr) return out;
  constexpr int most_titles = 100;  // looked for: keeps a long document quick
  int titles = 0;
  std::set<std::tuple<std::string_view, std::string_view, int, int, int>> seen;  // type, number and date of documents in `out`
  for (std::size_t i = 0; i < citations.size(); ++i) {
    auto const& c = citations[i];
    auto& standing = out[i];
    if (c.short_for) {
      auto const& whole = out[*c.short_for];
      standing.document = whole.document;
      standing.status = whole.status;
      standing.successor = whole.successor;
      continue;
    }
    bool const living = !c.historical && !c.nested && !c.quoted;
    auto const known = candidates(c, *registry);
    find(c, known, standing);
    bool const other = standing.document && other_titled(c, *standing.document);
    if (living && c.mention == Mention::first && (known.empty() || !standing.differs.empty() || other) && titles < most_titles &&
        !c.title.empty()) {
      ++titles;
      standing.candidate = candidate(c, *registry);
    }
    if (!standing.document) continue;
    if (other) standing.differs.emplace_back("title");
    auto const& d = *standing.document;
    standing.status = status_of(d, at);
    if (d.confidence == Confidence::low) {
      standing.differs.clear();
    } else if (c.family == CitationFamily::party && (standing.differs.empty() || other) && c.date.complete() && !c.issuer.empty() &&
               !d.issuer.empty() && !same_body(c.issuer, d.issuer)) {
      standing.differs.emplace_back("issuer");
    }
    if (standing.status == RegistryStatus::replaced) {
      standing.successor = with_so(last_successor(d, at, *registry));
      if (standing.successor.empty()) standing.status = RegistryStatus::expired;
    }
    standing.first = living && seen.emplace(d.type, d.number, d.issued.year, d.issued.month, d.issued.day).second;
  }
  return out;
}

void add_amendments(std::vector<Standing>& standings, Date at, Registry const& registry) {
  for (auto& s : standings) {
    if (!s.document || at.year == 0) continue;
    s.amended = registry.amendments(s.document->number);
    std::erase_if(s.amended, [&](Amendment const& a) { return !reached(at, a.effective.complete() ? a.effective : a.issued); });
  }
}

std::optional<RegisteredBody> misdated_issuer(Citation const& c, Registry const* registry) {
  if (registry == nullptr || c.issuer.empty() || !c.date.complete() || !is_valid(c.date)) return std::nullopt;
  auto const bodies = bodies_of(c.issuer, *registry);
  auto const early = [&](RegisteredBody const& b) { return b.since.complete() && certainly_after(b.since, c.date); };
  auto const late = [&](RegisteredBody const& b) { return b.until.complete() && certainly_after(c.date, b.until); };
  bool const held = !std::all_of(bodies.begin(), bodies.end(), [&](RegisteredBody const& b) { return early(b) || late(b); });
  return bodies.empty() || held ? std::nullopt : std::optional(bodies.front());
}

}  // namespace vanthu
