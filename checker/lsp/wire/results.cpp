#include "lsp/wire/results.hpp"

#include <fmt/format.h>

#include <utility>

#include "lsp/wire/json.hpp"

namespace vanthu::lsp {
namespace {

Json json(TextPosition at) { return {{"line", at.line}, {"character", at.character}}; }
Json json(TextRange range) { return {{"start", json(range.start)}, {"end", json(range.end)}}; }
Json json(Location const& at) { return {{"uri", at.uri}, {"range", json(at.range)}}; }

Json json(TextEdit const& edit);
Json json(Finding const& finding);
Json json(Command const& command);
Json json(Symbol const& symbol);
Json json(Folding const& folding);
Json json(Completion const& item);

template <class T>
Json list(std::vector<T> const& items) {
  auto out = Json::array();
  for (auto const& item : items) out.push_back(json(item));
  return out;
}

template <class T>
Json texts(std::span<T const> items) {
  auto out = Json::array();
  for (auto const& item : items) out.push_back(item);
  return out;
}

Json json(TextEdit const& edit) { return {{"range", json(edit.range)}, {"newText", edit.text}}; }

Json json(Finding const& finding) {
  Json out = {{"range", json(finding.range)}, {"severity", finding.severity},
              {"code", finding.code},         {"source", "vanthu"},
              {"message", finding.message},   {"data", {{"name", finding.name}, {"fingerprint", finding.fingerprint}}}};
  if (!finding.tags.empty()) {
    auto tags = Json::array();
    for (auto const tag : finding.tags) tags.push_back(static_cast<int>(tag));
    out["tags"] = std::move(tags);
  }
  if (!finding.related.empty()) {
    auto related = Json::array();
    for (auto const& r : finding.related) related.push_back({{"location", json(r.at)}, {"message", r.message}});
    out["relatedInformation"] = std::move(related);
  }
  return out;
}

Json json(Command const& command) { return {{"title", command.title}, {"command", command.command}, {"arguments", command.arguments}}; }

Json edit_json(EditedDocument const& document, std::vector<TextEdit> const& edits) {
  if (!document.version) return {{"changes", {{document.uri, list(edits)}}}};
  return {{"documentChanges",
           Json::array({{{"textDocument", {{"uri", document.uri}, {"version", *document.version}}}, {"edits", list(edits)}}})}};
}

Json json(Symbol const& symbol) {
  Json out = {{"name", symbol.name}, {"kind", symbol.kind}, {"range", json(symbol.range)}, {"selectionRange", json(symbol.selection)}};
  if (!symbol.detail.empty()) out["detail"] = symbol.detail;
  if (!symbol.children.empty()) out["children"] = list(symbol.children);
  return out;
}

void flatten(std::vector<Symbol> const& symbols, std::string_view uri, std::string const& container, Json& out) {
  for (auto const& symbol : symbols) {
    Json one = {{"name", symbol.name}, {"kind", symbol.kind}, {"location", {{"uri", uri}, {"range", json(symbol.range)}}}};
    if (!container.empty()) one["containerName"] = container;
    out.push_back(std::move(one));
    flatten(symbol.children, uri, symbol.name, out);
  }
}

Json json(Folding const& folding) {
  Json out = {{"startLine", folding.first_line}, {"endLine", folding.last_line}};
  if (folding.comment) out["kind"] = "comment";
  return out;
}

Json json(Completion const& item) {
  Json out = {{"label", item.label}, {"kind", item.kind}, {"textEdit", json(TextEdit{item.range, item.text})}};
  if (!item.detail.empty()) out["detail"] = item.detail;
  if (!item.documentation.empty()) out["documentation"] = item.documentation;
  if (!item.sort.empty()) out["sortText"] = item.sort;
  if (!item.filter.empty()) out["filterText"] = item.filter;
  return out;
}

std::string progress(std::string_view token, Json const& value) { return fmt::format(R"({{"token":{},"value":{}}})", token, dump(value)); }

std::string joined(std::vector<std::string> const& items) { return fmt::format(R"({{"items":[{}]}})", fmt::join(items, ",")); }

}  // namespace

std::string initialize_result(Capabilities const& c) {
  return dump({{"capabilities",
                {{"positionEncoding", c.encoding},
                 {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
                 {"diagnosticProvider", {{"identifier", "vanthu"}, {"interFileDependencies", false}, {"workspaceDiagnostics", true}}},
                 {"codeActionProvider", {{"codeActionKinds", texts(c.action_kinds)}}},
                 {"hoverProvider", true},
                 {"documentSymbolProvider", true},
                 {"definitionProvider", true},
                 {"referencesProvider", true},
                 {"completionProvider", {{"triggerCharacters", texts(c.completion_characters)}}},
                 {"foldingRangeProvider", true},
                 {"executeCommandProvider", {{"commands", texts(c.commands)}}},
                 {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}}},
               {"serverInfo", {{"name", "vanthu"}, {"version", c.version}}}});
}

std::string findings_json(std::vector<Finding> const& findings) { return dump(list(findings)); }

std::string publish_params(std::string_view uri, std::optional<std::int64_t> version, std::string_view findings) {
  auto const of = version ? fmt::format(R"("version":{},)", *version) : std::string();
  return fmt::format(R"({{"uri":{},{}"diagnostics":{}}})", dump(Json(uri)), of, findings);
}

std::string report(std::string_view result_id, std::string_view findings) {
  if (findings.empty()) return fmt::format(R"({{"kind":"unchanged","resultId":"{}"}})", result_id);
  return fmt::format(R"({{"kind":"full","resultId":"{}","items":{}}})", result_id, findings);
}

std::string workspace_report(std::string_view uri, std::optional<std::int64_t> version, std::string_view result_id,
                             std::string_view findings) {
  auto const rest = report(result_id, findings).substr(1);
  return fmt::format(R"({{"uri":{},"version":{},{})", dump(Json(uri)), version ? std::to_string(*version) : "null", rest);
}

std::string reports(std::vector<std::string> const& items) { return joined(items); }

std::string actions_json(std::vector<CodeAction> const& actions, EditedDocument const& document) {
  auto out = Json::array();
  for (auto const& action : actions) {
    Json one = {{"title", action.title}, {"kind", action.kind}};
    if (action.finding) one["diagnostics"] = Json::array({json(*action.finding)});
    if (action.preferred) one["isPreferred"] = true;
    if (!action.edits.empty()) one["edit"] = edit_json(document, action.edits);
    if (action.command) one["command"] = json(*action.command);
    out.push_back(std::move(one));
  }
  return dump(out);
}

std::string hover_json(std::optional<Hover> const& hover) {
  if (!hover) return "null";
  return dump({{"contents", {{"kind", "markdown"}, {"value", hover->markdown}}}, {"range", json(hover->range)}});
}

std::string symbols_json(std::vector<Symbol> const& symbols) { return dump(list(symbols)); }

std::string flat_symbols_json(std::vector<Symbol> const& symbols, std::string_view uri) {
  auto out = Json::array();
  flatten(symbols, uri, {}, out);
  return dump(out);
}

std::string locations_json(std::vector<Location> const& locations) { return dump(list(locations)); }
std::string foldings_json(std::vector<Folding> const& foldings) { return dump(list(foldings)); }

std::string completions_json(std::vector<Completion> const& completions, bool complete) {
  return dump({{"isIncomplete", !complete}, {"items", list(completions)}});
}

std::string message_params(int type, std::string_view text) { return dump({{"type", type}, {"message", text}}); }

std::string apply_edit_params(std::string_view label, EditedDocument const& document, std::vector<TextEdit> const& edits) {
  return dump({{"label", label}, {"edit", edit_json(document, edits)}});
}

std::string watch_params(std::span<std::string_view const> globs) {
  auto watchers = Json::array();
  for (auto const glob : globs) watchers.push_back({{"globPattern", glob}});
  return dump({{"registrations", Json::array({{{"id", "vanthu-files"},
                                               {"method", "workspace/didChangeWatchedFiles"},
                                               {"registerOptions", {{"watchers", std::move(watchers)}}}}})}});
}

std::string progress_begin(std::string_view token, std::string_view title) {
  return progress(token, {{"kind", "begin"}, {"title", title}, {"cancellable", true}});
}
std::string progress_report(std::string_view token, std::string_view text, std::optional<unsigned> percent) {
  Json value = {{"kind", "report"}, {"message", text}};
  if (percent) value["percentage"] = *percent;
  return progress(token, value);
}
std::string progress_end(std::string_view token) { return progress(token, {{"kind", "end"}}); }

std::string partial_result(std::string_view token, std::vector<std::string> const& items) {
  return fmt::format(R"({{"token":{},"value":{}}})", token, joined(items));
}

std::string rule_json(std::string_view code, std::string_view markdown) { return dump({{"code", code}, {"markdown", markdown}}); }

}  // namespace vanthu::lsp
