// One page for the person who signs: the findings beside the paragraphs that they mark, and how many there are of what. It needs no network
// and no script, and says so in its Content-Security-Policy; it prints.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/excerpt.hpp"
#include "report/html_style.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu::report {
namespace {

constexpr std::uint32_t shown_before = 300, shown_of_mark = 900, shown_behind = 300;  // bytes of a long paragraph around a mark
constexpr std::size_t shown_related = 8;

std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

std::string html(std::string_view text) { return xml(printable(text)); }

// What a finding is called within the page: by its file and its number there.
std::string anchor(std::string_view name, std::size_t number) {
  std::uint64_t h = 0xcbf29ce484222325U;
  for (auto const c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return fmt::format("f{:016x}-{}", h, number);
}

struct Numbered {
  Diagnostic const* finding;
  std::size_t number;  // in its file, from 1
  Span span;           // within the paragraph
};

// --- The paragraph with its marks ---------------------------------------------------------------------------------------------------

std::uint32_t at_character(std::string_view text, std::uint32_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return std::min(at, static_cast<std::uint32_t>(text.size()));
}

// A part of a long paragraph that is shown, and the findings (by index, half-open) that begin in it.
struct Part {
  Span span;
  std::size_t first = 0, last = 0;
};

// What stands around the marks. Ascending, apart.
std::vector<Part> shown_parts(std::string_view text, Span block, std::vector<Numbered> const& findings) {
  std::vector<Part> out;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    auto const& span = findings[i].span;
    auto const reach = std::min(span.end, span.begin + shown_of_mark);
    Span part{at_character(text, std::max(span.begin, block.begin + shown_before) - shown_before),
              at_character(text, std::min(block.end, reach + shown_behind))};
    if (part.begin < block.begin + shown_before) part.begin = block.begin;
    if (out.empty() || part.begin > out.back().span.end + shown_before) out.push_back({part, i, i});
    out.back().span.end = std::max(out.back().span.end, part.end);
    out.back().last = i + 1;
  }
  if (!out.empty() && block.end - out.back().span.end < shown_before) out.back().span.end = block.end;
  return out;
}

// Text between two borders of marks, under all marks that cover it: coloured as the gravest.
std::string marked(std::string_view text, std::vector<Numbered> const& findings, Span block, std::string_view name) {
  std::string out;
  std::vector<Numbered const*> open;
  for (auto const& [part, first, last] : shown_parts(text, block, findings)) {
    if (part.begin > block.begin) out += " … ";
    std::vector<std::uint32_t> borders = {part.begin, part.end};
    auto const add = [&](std::uint32_t at) {
      if (at > part.begin && at < part.end) borders.push_back(at);
    };
    for (auto const* f : open) add(f->span.end);
    for (auto i = first; i < last; ++i) add(findings[i].span.begin), add(findings[i].span.end);
    std::ranges::sort(borders);
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    auto next = first;
    for (std::size_t i = 0; i < borders.size(); ++i) {
      for (; next < last && findings[next].span.begin <= borders[i]; ++next) {
        auto const& f = findings[next];
        if (f.span.empty()) out += fmt::format("<mark class=\"place {}\"></mark>", to_string(f.finding->severity));
        out += fmt::format("<sup><a href=\"#{}\">{}</a></sup>", anchor(name, f.number), f.number);
        open.push_back(&f);
      }
      if (i + 1 == borders.size()) break;
      std::erase_if(open, [&](Numbered const* f) { return f->span.end <= borders[i]; });
      auto const shown = html(text.substr(borders[i], borders[i + 1] - borders[i]));
      if (open.empty()) {
        out += shown;
        continue;
      }
      auto const gravest = std::ranges::max_element(open, {}, [](Numbered const* f) { return f->finding->severity; });
      out += fmt::format("<mark class=\"{}\">{}</mark>", to_string((*gravest)->finding->severity), shown);
    }
    if (part.end < block.end) out += " …";
  }
  return out;
}

// --- What is said of it -------------------------------------------------------------------------------------------------------------

std::string note(Document const& document, Diagnostic const& d, std::size_t number, Language language) {
  auto const at = document.position(source_range(document, d).begin);
  auto out = fmt::format("<li class=\"{}\" id=\"{}\">{}. <b>{}</b> {}", to_string(d.severity), anchor(document.name, number), number,
                         html(d.code), html(d.message));
  out += fmt::format("<div>{}</div>", html(place_text(document, at, language)));
  if (!d.basis.source.empty())
    out += fmt::format("<div>{}: {}{}{}</div>", say(language, "căn cứ", "basis"), html(d.basis.source), d.basis.clause.empty() ? "" : ", ",
                       html(d.basis.clause));
  for (auto const& fix : d.fixes)
    out += fmt::format("<div>{}: {}{}</div>", say(language, "sửa", "fix"), html(fix.title),
                       fix.safety == Safety::review ? say(language, " (cần xem lại)", " (needs a look)") : "");
  for (std::size_t i = 0; i < std::min(shown_related, d.related.size()); ++i)
    out += fmt::format("<div>{}: {}</div>",
                       html(place_text(document, document.position(document.map.to_source(d.related[i].span).begin), language)),
                       html(d.related[i].message));
  if (d.related.size() > shown_related)
    out += fmt::format("<div>{} {} {}</div>", say(language, "còn", "and"), d.related.size() - shown_related,
                       say(language, "chỗ", "more places"));
  if (d.suppressed) out += fmt::format("<div>{}: {}</div>", say(language, "bỏ qua", "suppressed"), html(d.suppressed->reason));
  return out + "</li>\n";
}

std::string row(std::string_view text, std::vector<Numbered> const& findings, Span block, Entry const& entry) {
  std::string out = fmt::format("<div class=\"row\"><p>{}</p><ol>\n", marked(text, findings, block, entry.checked.document.name));
  for (auto const& f : findings) out += note(entry.checked.document, *f.finding, f.number, entry.language);
  return out + "</ol></div>\n";
}

std::string entry(Setting const&, Entry const& entry) {
  auto const& document = entry.checked.document;
  std::string out, suppressed;
  std::vector<Numbered> here;
  std::size_t number = 0, block = document.blocks.size();
  auto const close = [&] {
    if (!here.empty()) out += row(document.text, here, document.blocks[block].span, entry);
    here.clear();
  };
  for (auto const& d : entry.checked.diagnostics) {
    ++number;
    if (d.suppressed) {
      suppressed += note(document, d, number, entry.language);
      continue;
    }
    auto const at = document.block_at(d.span.begin);
    if (d.outside_text || at == document.blocks.size()) {
      auto const range = source_range(document, d);
      auto const text = stored_text(document, {range.begin, std::min(range.end, range.begin + shown_of_mark)});
      Span const whole{0, static_cast<std::uint32_t>(text.size())};
      out += row(text, {{&d, number, whole}}, whole, entry);
      continue;
    }
    if (at != block) close();
    block = at;
    auto const within = document.blocks[at].span;
    here.push_back({&d, number, {d.span.begin, std::clamp(d.span.end, d.span.begin, std::max(within.end, d.span.begin))}});
  }
  close();
  auto const* type = doc_type_by_slug(entry.checked.facts.type);
  auto head = fmt::format("<section>\n<h2>{}</h2>\n", html(document.name));
  if (type != nullptr) head += fmt::format("<p class=\"soft\">{}</p>\n", html(type->name));
  if (out.empty()) out = fmt::format("<p>{}</p>\n", say(entry.language, "không có phát hiện nào", "no findings"));
  if (!suppressed.empty())
    suppressed =
        fmt::format("<h3>{}</h3>\n<ol>\n{}</ol>\n", say(entry.language, "Bỏ qua có lý do", "Suppressed with a reason"), suppressed);
  return head + out + suppressed + "</section>\n";
}

std::string unread(Setting const& setting, Unread const& unread) {
  return fmt::format("<section>\n<h2>{}</h2>\n<ul><li class=\"error\"><b>{}</b> {}</li></ul>\n</section>\n", html(unread.name),
                     say(setting.text.language, "không đọc được", "unreadable"), html(words(unread.error, setting.text.language)));
}

// --- The whole ----------------------------------------------------------------------------------------------------------------------

// What a rule says, without the words of any one document: "viện dẫn … thiếu chữ viết tắt tên loại".
std::string what_it_says(Rule const& rule, Language language) {
  std::string out;
  for (auto const& part : rule.message.in(language)) out += part.kind == PartKind::text ? part.text : "…";
  return out;
}

std::string rules_table(Setting const& setting, Run const& run) {
  auto const language = setting.text.language;
  auto const& statistics = run.statistics;
  if (statistics.rules.empty()) return {};
  std::map<std::string_view, Rule const*> known;
  for (auto const* rules : {&setting.rules, &run.more_rules})
    for (auto const* rule : *rules) known.emplace(rule->code, rule);
  auto out = fmt::format("<table><caption>{}</caption><tr><th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th>{}</th></tr>\n",
                         say(language, "Theo quy tắc", "By rule"), say(language, "mã", "code"), say(language, "phát hiện", "findings"),
                         say(language, "tệp", "files"), say(language, "nội dung", "what"));
  for (auto const& [code, r] : statistics.rules)
    out += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n", html(code), r.findings, r.files,
                       html(known.contains(code) ? what_it_says(*known[code], language) : r.name));
  return out + "</table>\n";
}

std::string figures_table(std::map<std::string, FileFigure> const& figures, std::string_view title, bool types, Language language) {
  auto out = fmt::format(
      "<table><caption>{}</caption><tr><th></th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th "
      "class=\"n\">{}</th></tr>\n",
      title, say(language, "tệp", "files"), say(language, "lỗi", "errors"), say(language, "cảnh báo", "warnings"),
      say(language, "lưu ý", "infos"));
  for (auto const& [name, f] : figures) {
    auto const* type = types ? doc_type_by_slug(name) : nullptr;
    auto const shown = type != nullptr              ? type->name
                       : types && name == "unknown" ? say(language, "chưa rõ loại", "unknown")
                       : !types && name == "."      ? say(language, "thư mục này", "this folder")
                                                    : name;
    out += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
                       html(shown), f.files, f.errors, f.warnings, f.infos);
  }
  return out + "</table>\n";
}

std::string verdict(Run const& run, Language language) {
  if (run.interrupted) return std::string(say(language, "bị ngắt giữa chừng, chưa soát hết", "interrupted, not everything was checked"));
  if (run.totals.errors > 0)
    return fmt::format("{} {}", run.totals.errors, say(language, "lỗi cần sửa trước khi ký", "errors to be mended before signing"));
  if (run.totals.unreadable > 0) return std::string(say(language, "có tệp không đọc được", "some files could not be read"));
  return std::string(say(language, "không có lỗi", "no errors"));
}

std::string head(Setting const& setting, Run const& run) {
  auto const language = setting.text.language;
  auto const title = say(language, "Kết quả soát văn bản", "Documents checked");
  auto out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<header>\n<h1>{}</h1>\n<p class=\"verdict\">{}</p>\n",
      language == Language::vi ? "vi" : "en", html_style_hash, title, html_style, title, verdict(run, language));
  auto const told = summary(run.totals, setting.text);
  for (std::size_t at = 0; at < told.size();) {
    auto const end = told.find('\n', at);
    out += fmt::format("<p class=\"soft\">{}</p>\n", html(told.substr(at, end - at)));
    at = end == std::string::npos ? told.size() : end + 1;
  }
  out += "</header>\n";
  if (run.baseline)
    out += fmt::format(fmt::runtime(say(language, "<p class=\"soft\">{} phát hiện đã có trong mốc không nêu ở đây; {} đã hết</p>\n",
                                        "<p class=\"soft\">{} findings of the baseline are not listed; {} are gone</p>\n")),
                       run.baseline->remaining, run.baseline->gone);
  if (!run.statistics.folders.empty())
    out += "<div class=\"tables\">\n" + rules_table(setting, run) +
           figures_table(run.statistics.folders, say(language, "Theo thư mục", "By folder"), false, language) +
           figures_table(run.statistics.types, say(language, "Theo loại văn bản", "By type"), true, language) + "</div>\n";
  return out + "<main>\n";
}

std::string tail(Setting const&, Run const&) {
  return fmt::format("</main>\n<footer class=\"soft\">vanthu {}</footer>\n</body>\n</html>\n", version());
}

}  // namespace

Renderer const html_renderer{
    .name = "html", .keeps_entries = true, .needs_facts = true, .head = head, .entry = entry, .unread = unread, .tail = tail};

}  // namespace vanthu::report
