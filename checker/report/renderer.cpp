#include "report/renderer.hpp"

#include "config/paths.hpp"
#include "report/json.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

constexpr Renderer const* all[] = {&text_renderer,   &json_renderer,  &ndjson_renderer,     &sarif_renderer,  &github_renderer,
                                   &gitlab_renderer, &junit_renderer, &checkstyle_renderer, &rdjson_renderer, &html_renderer};

std::string json_tail(Setting const&, Run const& run) {
  std::string out;
  for (auto const& name : run.not_checked) out += (out.empty() ? "],\n\"not_checked\": [\n" : ",\n") + json_string(name);
  if (!out.empty()) out += '\n';
  return out + check_json_tail(run.totals, {run.interrupted, run.not_checked.size()}, run.baseline,
                               run.statistics_asked ? &run.statistics : nullptr);
}

}  // namespace

std::span<Renderer const* const> renderers() { return all; }

Renderer const* renderer(std::string_view name) {
  for (auto const* renderer : all)
    if (renderer->name == name) return renderer;
  return nullptr;
}

std::string relative_name(Setting const& setting, std::string_view name) {
  auto whole = join_path(setting.folder, name);
  auto const inside = below(setting.folder, whole);
  return inside.empty() ? whole : std::string(inside);
}

std::string const& words(ReadError const& error, Language language) {
  return language == Language::vi ? error.message_vi : error.message_en;
}

std::string xml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = next_code_point(text, at);
    switch (c) {
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      case '"': out += "&quot;"; continue;
      case '\n': out += "&#10;"; continue;
      case '\r': out += "&#13;"; continue;
      case '\t': out += "&#9;"; continue;
      default: break;
    }
    if (c < 0x20 || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF || c == 0xFFFD)
      out += "\uFFFD";
    else
      out.append(text, begin, at - begin);
  }
  return out;
}

Renderer const text_renderer{.name = "text", .entry = [](Setting const& setting, Entry const& entry) {
                               auto style = setting.text;
                               style.language = entry.language;
                               return text(entry.checked, style);
                             }};

Renderer const json_renderer{
    .name = "json",
    .tail_names_not_checked = true,
    .before_first = "\n",
    .between = ",\n",
    .after_last = "\n",
    .head = [](Setting const&, Run const&) { return check_json_head(); },
    .entry = [](Setting const&, Entry const& entry) { return check_json(entry.checked, false); },
    .unread = [](Setting const& setting, Unread const& unread) { return error_json(unread.name, unread.error, setting.text.language, ""); },
    .tail = json_tail};

// Each line is whole as soon as it is there: others may wait for it.
Renderer const ndjson_renderer{
    .name = "ndjson",
    .entry = [](Setting const&, Entry const& entry) { return check_json(entry.checked, true) + "\n"; },
    .unread = [](Setting const& setting,
                 Unread const& unread) { return error_json(unread.name, unread.error, setting.text.language, check_schema) + "\n"; }};

}  // namespace vanthu::report
