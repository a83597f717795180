// SARIF 2.1.0 (OASIS standard of 27 March 2020): one log with one run. Columns and character offsets count code points, as columnKind says;
// a byte order mark is not counted among characters, but among bytes. In a DOCX a line is a paragraph and there are no offsets.
#include <fmt/format.h>

#include <algorithm>

#include "engine/fingerprint.hpp"
#include "fix/plan.hpp"
#include "read/source_text.hpp"
#include "report/json.hpp"
#include "report/places.hpp"
#include "report/renderer.hpp"
#include "report/sarif_rules.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_snippet = 4096;  // bytes: longer ones are left out

std::string dump(Json const& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

// RFC 3986, 2.3: what is neither unreserved nor "/" is written as the bytes of its UTF-8.
std::string percent_encoded(std::string_view path) {
  std::string out;
  for (auto const c : path) {
    bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// §3.4: relative to %SRCROOT% below the current folder, else a whole file URI.
Json artifact_location(Setting const& setting, std::string_view name) {
  auto const path = relative_name(setting, name);
  if (path.starts_with("/")) return {{"uri", "file://" + percent_encoded(path)}};
  return {{"uri", percent_encoded(path)}, {"uriBaseId", "%SRCROOT%"}};
}

// --- Regions (§3.30) ----------------------------------------------------------------------------------------------------------------

Json region(Document const& document, SourceRange range, bool with_snippet) {
  auto const place = place_of(document, range);
  Json out = {
      {"startLine", place.begin.line}, {"startColumn", place.begin.column}, {"endLine", place.end.line}, {"endColumn", place.end.column}};
  if (document.format != Format::docx) {
    auto const first = code_point_offset(document, place.begin.offset);
    out["charOffset"] = first;
    out["charLength"] = code_point_offset(document, place.end.offset) - first;
    out["byteOffset"] = place.begin.offset;
    out["byteLength"] = place.end.offset - place.begin.offset;
  }
  if (with_snippet && range.end - range.begin <= longest_snippet) out["snippet"] = {{"text", stored_text(document, range)}};
  return out;
}

std::uint32_t byte_order_mark(Document const& document) { return bom_size(document.source, document.encoding); }

// The lines of a range, without the end of the last one. Nothing where they are long.
std::optional<SourceRange> lines_of(Document const& document, SourceRange range) {
  auto const place = place_of(document, range);
  auto const& starts = document.line_starts;
  auto const begin = std::max(starts[place.begin.line - 1], byte_order_mark(document));
  auto end = place.end.line < starts.size() ? starts[place.end.line] : static_cast<std::uint32_t>(document.source.size());
  if (end - begin > longest_snippet) return std::nullopt;
  auto const unit = document.encoding == Encoding::utf16le || document.encoding == Encoding::utf16be ? 2U : 1U;
  while (end >= begin + unit) {
    auto const last = stored_text(document, {end - unit, end});
    if (last != "\n" && last != "\r") break;
    end -= unit;
  }
  return SourceRange{begin, std::max(end, range.end)};
}

Json location(Setting const& setting, Entry const& entry, SourceRange range) {
  auto const& document = entry.checked.document;
  Json physical = {{"artifactLocation", artifact_location(setting, document.name)}, {"region", region(document, range, true)}};
  if (auto const lines = lines_of(document, range)) physical["contextRegion"] = region(document, *lines, true);
  Json out = {{"physicalLocation", std::move(physical)}};
  if (document.format == Format::docx) {
    auto const at = document.position(range.begin);
    out["logicalLocations"] = Json::array({{{"name", place_text(document, at, entry.language)},
                                            {"fullyQualifiedName", fmt::format("paragraph/{}/character/{}", at.line, at.column - 1)},
                                            {"kind", "paragraph"}}});
  }
  return out;
}

// --- Results (§3.27) ----------------------------------------------------------------------------------------------------------------

// §3.55. Without those of a DOCX, of which a region tells no bytes that could be replaced.
Json fixes(Setting const& setting, Document const& document, Diagnostic const& d, SourceWriter& writer) {
  auto out = Json::array();
  if (document.format == Format::docx) return out;
  for (auto const& fix : d.fixes) {
    auto const planned = plan(document, fix, writer);
    auto const* made = std::get_if<Plan>(&planned);
    if (made == nullptr) continue;
    auto replacements = Json::array();
    for (auto const& edit : made->source)
      replacements.push_back(
          {{"deletedRegion", region(document, edit.range, false)}, {"insertedContent", {{"text", edit_text(document, edit.bytes)}}}});
    out.push_back({{"description", {{"text", sarif_text(fix.title)}}},
                   {"artifactChanges", Json::array({{{"artifactLocation", artifact_location(setting, document.name)},
                                                     {"replacements", std::move(replacements)}}})},
                   {"properties", {{"safety", to_string(fix.safety)}}}});
  }
  return out;
}

Json related(Setting const& setting, Entry const& entry, Diagnostic const& d) {
  auto out = Json::array();
  for (auto const& r : d.related) {
    auto at = location(setting, entry, entry.checked.document.map.to_source(r.span));
    at["id"] = out.size() + 1;
    at["message"] = {{"text", sarif_text(r.message)}};
    out.push_back(std::move(at));
  }
  return out;
}

// §3.35: a comment stands in the source, a sidecar and a configuration beside it.
Json suppressions(Diagnostic const& d) {
  if (!d.suppressed) return Json::array();
  return Json::array({{{"kind", d.suppressed->origin == SuppressionOrigin::comment ? "inSource" : "external"},
                       {"status", "accepted"},
                       {"justification", d.suppressed->reason},
                       {"properties", {{"origin", to_string(d.suppressed->origin)}}}}});
}

// Where a rule stands in tool.driver.rules: those of the catalogue, in their order, come first.
std::optional<std::size_t> index_of(Setting const& setting, std::string_view code) {
  auto const at = std::ranges::lower_bound(setting.rules, code, {}, [](Rule const* rule) { return rule->code; });
  if (at == setting.rules.end() || (*at)->code != code) return std::nullopt;
  return static_cast<std::size_t>(at - setting.rules.begin());
}

Json result(Setting const& setting, Entry const& entry, Diagnostic const& d, SourceWriter& writer) {
  auto const& document = entry.checked.document;
  Json out = {{"ruleId", d.code}};
  if (auto const index = index_of(setting, d.code)) out["ruleIndex"] = *index;
  out["kind"] = "fail";
  out["level"] = sarif_level(d.severity);
  out["message"] = {{"text", sarif_text(placed_message(document, d, entry.language))}};
  out["locations"] = Json::array({location(setting, entry, source_range(document, d))});
  if (!d.related.empty()) out["relatedLocations"] = related(setting, entry, d);
  out["partialFingerprints"] = {{"vanthuContext/v1", fingerprint_text(d.fingerprint)}};
  if (auto all = fixes(setting, document, d, writer); !all.empty()) out["fixes"] = std::move(all);
  out["suppressions"] = suppressions(d);
  if (entry.new_only) out["baselineState"] = "new";
  return out;
}

// --- The run (§3.14) ----------------------------------------------------------------------------------------------------------------

constexpr std::string_view notification_ids[] = {"unread", "not-evaluated", "interrupted"};

Json notification_descriptors(Language language) {
  auto const one = [&](std::string_view id, std::string_view vi, std::string_view en, std::string_view level) -> Json {
    return {{"id", id}, {"shortDescription", {{"text", say(language, vi, en)}}}, {"defaultConfiguration", {{"level", level}}}};
  };
  return Json::array({one(notification_ids[0], "tệp không đọc được", "a file that could not be read", "error"),
                      one(notification_ids[1], "quy tắc không xét được", "a rule that could not judge", "note"),
                      one(notification_ids[2], "tệp chưa soát vì bị ngắt", "a file not checked: interrupted", "error")});
}

Json notification(std::size_t kind, std::string_view level, std::string_view text) {
  return {{"descriptor", {{"id", notification_ids[kind]}, {"index", kind}}}, {"level", level}, {"message", {{"text", sarif_text(text)}}}};
}

Json invocation(Setting const& setting, Run const& run) {
  auto const language = setting.text.language;
  auto execution = Json::array(), configuration = Json::array();
  for (auto const& unread : run.unread) {
    auto told = notification(0, "error", words(unread.error, language));
    told["locations"] = Json::array({{{"physicalLocation", {{"artifactLocation", artifact_location(setting, unread.name)}}}}});
    told["properties"] = {{"kind", unread.error.kind}};
    auto const configured = unread.error.kind == "bad-sidecar" || unread.error.kind == "configuration";
    (configured ? configuration : execution).push_back(std::move(told));
  }
  for (auto const& name : run.not_checked) {
    auto told = notification(2, "error", say(language, "chưa soát vì bị ngắt giữa chừng", "not checked: interrupted before"));
    told["locations"] = Json::array({{{"physicalLocation", {{"artifactLocation", artifact_location(setting, name)}}}}});
    execution.push_back(std::move(told));
  }
  for (auto const& [code, files] : run.not_evaluated) {
    auto told = notification(1, "note",
                             fmt::format(fmt::runtime(say(language, "{} không xét được trong {} tệp: tệp không cho biết cách trình bày",
                                                          "{} could not judge {} files: they tell no layout")),
                                         code, files));
    told["associatedRule"] = {{"id", code}};
    if (auto const index = index_of(setting, code)) told["associatedRule"]["index"] = *index;
    execution.push_back(std::move(told));
  }
  return {{"executionSuccessful", run.status < 2},
          {"exitCode", run.status},
          {"toolExecutionNotifications", std::move(execution)},
          {"toolConfigurationNotifications", std::move(configuration)}};
}

// §3.24: what was looked at, also where nothing was found.
Json artifacts(Setting const& setting, Run const& run) {
  auto out = Json::array();
  for (auto const& file : run.files) {
    Json one = {{"location", artifact_location(setting, file.name)}, {"roles", {"analysisTarget"}}};
    if (file.format != Format::docx) one["encoding"] = to_string(file.encoding);
    out.push_back(std::move(one));
  }
  return out;
}

std::string head(Setting const&, Run const&) {
  return R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[)";
}

std::string entry(Setting const& setting, Entry const& entry) {
  SourceWriter writer(entry.checked.document);
  std::string out;
  for (auto const& d : entry.checked.diagnostics) {
    if (!out.empty()) out += ",\n";
    out += dump(result(setting, entry, d, writer));
  }
  return out;
}

std::string tail(Setting const& setting, Run const& run) {
  auto const language = setting.text.language;
  auto rules = setting.rules;
  rules.insert(rules.end(), run.more_rules.begin(), run.more_rules.end());
  auto told = sarif_rules(rules, language);
  auto const* const code = language == Language::vi ? "vi" : "en";
  Json const driver = {{"name", "vanthu"},
                       {"version", version()},
                       {"semanticVersion", version()},
                       {"language", code},
                       {"shortDescription",
                        {{"text", say(language, "soát thể thức và viện dẫn của dự thảo văn bản hành chính",
                                      "checks format and citations of draft Vietnamese administrative documents")}}},
                       {"supportedTaxonomies", std::move(told.supported)},
                       {"notifications", notification_descriptors(language)},
                       {"rules", std::move(told.rules)}};
  Json const root = {{"description", {{"text", say(language, "thư mục mà vanthu chạy trong đó", "the folder that vanthu ran in")}}}};
  std::string out = "],\n\"tool\":" + dump({{"driver", driver}});
  out += ",\n\"taxonomies\":" + dump(told.taxonomies);
  out += ",\n\"invocations\":" + dump(Json::array({invocation(setting, run)}));
  out += ",\n\"artifacts\":" + dump(artifacts(setting, run));
  out += fmt::format(",\n\"originalUriBaseIds\":{}", dump({{"%SRCROOT%", root}}));
  out += fmt::format(
      R"(,"automationDetails":{{"id":"vanthu/"}},"columnKind":"unicodeCodePoints","newlineSequences":["\r\n","\n","\r"],"language":"{}"}}]}})",
      code);
  return out + "\n";
}

}  // namespace

Renderer const sarif_renderer{.name = "sarif",
                              .needs_facts = true,
                              .tail_names_not_checked = true,
                              .before_first = "\n",
                              .between = ",\n",
                              .after_last = "\n",
                              .head = head,
                              .entry = entry,
                              .tail = tail};

}  // namespace vanthu::report
