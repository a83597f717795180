#include "report/registry_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "registry/csv.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

// "05/03/2020"; unknown parts "…".
std::string day(Date d) {
  if (d.year == 0) return "…";
  auto const part = [](int n) { return n == 0 ? std::string("…") : fmt::format("{:02}", n); };
  return fmt::format("{}/{}/{}", part(d.day), part(d.month), d.year);
}

std::string iso(Date d) { return d == Date{} ? std::string() : to_string(d); }

std::string padded(std::string_view text, std::size_t width) {
  auto const shown = display_width(text);
  return std::string(text) + std::string(width > shown ? width - shown : 0, ' ');
}

std::string reference(RegisteredDocument const& d) { return fmt::format("{} số {}", d.type, d.number); }

// What the status is because of, and what differs.
std::string details(Standing const& s, Language language) {
  std::string out;
  auto const add = [&](std::string const& more) { out += (out.empty() ? "" : "; ") + more; };
  if (!s.document) return out;
  auto const& d = *s.document;
  switch (s.status) {
    case RegistryStatus::not_issued: add(fmt::format("{} {}", say(language, "ban hành ngày", "issued on"), day(d.issued))); break;
    case RegistryStatus::not_in_force: add(fmt::format("{} {}", say(language, "có hiệu lực từ", "in force from"), day(d.effective))); break;
    case RegistryStatus::expired: add(fmt::format("{} {}", say(language, "từ", "since"), day(d.expired))); break;
    case RegistryStatus::replaced:
      add(fmt::format("{} {}, {} {}", say(language, "từ", "since"), day(d.expired), say(language, "bằng", "by"), s.successor));
      break;
    default: break;
  }
  for (auto const& name : s.differs) {
    if (name == "date") add(fmt::format("{} {}", say(language, "sổ ghi ngày", "the register has"), day(d.issued)));
    if (name == "type") add(fmt::format("{} {}", say(language, "sổ ghi là", "the register has"), d.type));
    if (name == "issuer") add(fmt::format("{} {}", say(language, "sổ ghi của", "the register has"), d.issuer));
  }
  if (!s.amended.empty())
    add(fmt::format("{} {}{}", say(language, "được sửa đổi bởi", "amended by"), s.amended.back().by,
                    s.amended.size() > 1 ? fmt::format(" (+{})", s.amended.size() - 1) : ""));
  return out;
}

}  // namespace

std::string found_text(std::vector<RegisteredDocument> const& found, Language language) {
  std::string out;
  for (auto const& d : found) {
    out += fmt::format("{}  {}{}{}\n", reference(d), day(d.issued), d.issuer.empty() ? "" : "  " + d.issuer,
                       d.own ? say(language, "  (sổ của cơ quan)", "  (own register)") : "");
    if (!d.title.empty()) out += "    " + d.title + "\n";
    if (d.expired.year != 0)
      out += fmt::format("    {} {}{}\n", say(language, "hết hiệu lực từ", "no longer in force since"), day(d.expired),
                         d.replaced_by.empty() ? "" : fmt::format(", {} {}", say(language, "thay thế bằng", "replaced by"), d.replaced_by));
  }
  return out;
}

std::string document_text(RegisteredDocument const& d, std::vector<Amendment> const& amendments, Language language) {
  std::string out = reference(d) + "\n";
  auto const line = [&](std::string_view vi, std::string_view en, std::string const& value) {
    if (!value.empty()) out += fmt::format("  {}{}\n", padded(say(language, vi, en), 22), value);
  };
  auto const date = [](Date known) { return known == Date{} ? std::string() : day(known); };
  line("trích yếu", "title", d.title);
  line("cơ quan ban hành", "issued by", d.issuer);
  line("ngày ban hành", "issued", date(d.issued));
  line("có nguồn ghi ngày", "a source has", date(d.also_dated));
  line("có hiệu lực từ", "in force from", date(d.effective));
  line("hết hiệu lực từ", "no longer in force", date(d.expired));
  line("thay thế bằng", "replaced by", d.replaced_by);
  for (auto const& a : amendments)
    line("sửa đổi bởi", "amended by", fmt::format("{} ({})", a.by, day(a.effective.year != 0 ? a.effective : a.issued)));
  line("còn trong pháp điển", "in the code of laws", date(d.codified));
  line("độ tin cậy", "confidence", std::string(to_string(d.confidence)));
  line("nguồn", "source", d.own ? std::string(say(language, "sổ của cơ quan", "own register")) : d.sources);
  return out;
}

std::string about_text(std::vector<registry::About> const& about, Language language) {
  std::string out;
  for (auto const& a : about)
    out += fmt::format(
        fmt::runtime(say(language,
                         "{}: {} văn bản, {} có ngày ban hành (mới nhất {}), {} đã hết hiệu lực, {} biết văn bản thay thế; {} quan hệ sửa "
                         "đổi; {} cơ quan và địa danh\n",
                         "{}: {} documents, {} with their day of issue (newest {}), {} ended, {} with their successor; {} amendments; {} "
                         "bodies and places\n")),
        a.own ? say(language, "sổ của cơ quan", "own register") : say(language, "sổ kèm chương trình", "register that ships"), a.documents,
        a.dated, day(a.newest), a.ended, a.with_successor, a.amendments, a.bodies);
  return out + std::string(say(language, "Văn bản không có trong sổ là chưa biết, không phải là sai.\n",
                               "A document that is not registered is unknown, not wrong.\n"));
}

std::string years_text(std::vector<registry::YearCount> const& counts, Language language) {
  std::map<std::string, std::int64_t> by_type;
  std::map<int, std::map<std::string, std::int64_t>> by_year;
  for (auto const& c : counts) {
    by_type[c.type] += c.documents;
    by_year[c.year][c.type] += c.documents;
  }
  std::vector<std::pair<std::string, std::int64_t>> types(by_type.begin(), by_type.end());
  std::stable_sort(types.begin(), types.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
  if (types.size() > 7) types.resize(7);
  auto const cell = [](std::string_view text, std::size_t width) {
    auto const shown = display_width(text);
    return std::string(width > shown ? width - shown : 0, ' ') + std::string(text);
  };
  auto out = padded(say(language, "năm", "year"), 6);
  for (auto const& [type, count] : types) out += "  " + type;
  out += say(language, "  khác   tổng\n", "  other  total\n");
  auto const row = [&](std::string const& name, std::map<std::string, std::int64_t> const& numbers) {
    out += padded(name, 6);
    std::int64_t total = 0, listed = 0;
    for (auto const& [type, count] : numbers) total += count;
    for (auto const& [type, count] : types) {
      auto const here = numbers.contains(type) ? numbers.at(type) : 0;
      listed += here;
      out += "  " + cell(here == 0 ? "·" : std::to_string(here), display_width(type));
    }
    out += fmt::format("  {:>5}  {:>5}\n", total - listed, total);
  };
  for (auto const& [year, numbers] : by_year) row(year == 0 ? std::string("?") : std::to_string(year), numbers);
  row(std::string(say(language, "tổng", "total")), by_type);
  return out;
}

std::string_view status_word(RegistryStatus status, Language language) {
  switch (status) {
    case RegistryStatus::unknown: return say(language, "chưa biết", "unknown");
    case RegistryStatus::known: return say(language, "có trong sổ", "known");
    case RegistryStatus::in_force: return say(language, "còn hiệu lực", "in force");
    case RegistryStatus::not_issued: return say(language, "chưa ban hành", "not issued yet");
    case RegistryStatus::not_in_force: return say(language, "chưa có hiệu lực", "not in force yet");
    case RegistryStatus::expired: return say(language, "hết hiệu lực", "expired");
    case RegistryStatus::replaced: return say(language, "bị thay thế", "replaced");
  }
  return {};
}

std::string citations_text(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings,
                           Language language) {
  if (citations.empty()) return {};
  auto out = document.name + "\n";
  for (std::size_t i = 0; i < citations.size(); ++i) {
    auto const line = document.position(document.map.to_source(citations[i].span).begin).line;
    auto const said = details(standings[i], language);
    out += fmt::format("{:>6}  {}  {}{}\n", line, padded(status_word(standings[i].status, language), 16),
                       slice(document.text, citations[i].span), said.empty() ? "" : "  [" + said + "]");
  }
  return out + "\n";
}

std::string citations_csv_head() {
  return registry::csv_line({"file",        "line",          "column",          "text",          "type",       "number",
                             "date",        "issuer",        "title",           "mention",       "historical", "status",
                             "differs",     "registry_type", "registry_number", "registry_date", "effective",  "expired",
                             "replaced_by", "amended_by",    "confidence"});
}

std::string citations_csv(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings) {
  std::string out;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    auto const& c = citations[i];
    auto const& s = standings[i];
    auto const d = s.document.value_or(RegisteredDocument{});
    auto const place = document.position(document.map.to_source(c.span).begin);
    auto const line = std::to_string(place.line), column = std::to_string(place.column);
    auto const date = iso(c.date), registered = iso(d.issued), effective = iso(d.effective), expired = iso(d.expired);
    auto const differs = fmt::format("{}", fmt::join(s.differs, " "));
    std::string amended;
    for (auto const& a : s.amended) amended += (amended.empty() ? "" : "; ") + a.by;
    out += registry::csv_line({document.name,
                               line,
                               column,
                               slice(document.text, c.span),
                               c.type,
                               c.identifier ? std::string_view(*c.identifier) : std::string_view(),
                               date,
                               c.issuer,
                               c.title,
                               c.mention == Mention::first ? "first" : "later",
                               c.historical ? "yes" : "no",
                               to_string(s.status),
                               differs,
                               d.type,
                               d.number,
                               registered,
                               effective,
                               expired,
                               d.replaced_by,
                               amended,
                               s.document ? to_string(d.confidence) : std::string_view()});
  }
  return out;
}

}  // namespace vanthu::report
