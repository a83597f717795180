// Requests about one document or one place in it: parameters, the document, the feature, JSON.
#include <charconv>

#include "lsp/actions.hpp"
#include "lsp/complete.hpp"
#include "lsp/handlers.hpp"
#include "lsp/hover.hpp"
#include "lsp/navigate.hpp"
#include "lsp/structure.hpp"
#include "lsp/wire/results.hpp"
#include "lsp/words.hpp"
#include "report/rule_text.hpp"

namespace vanthu::lsp {
namespace {

EditedDocument edited(Server const& server, OpenDocument const& document) {
  return {document.uri, server.client.versioned_edits ? std::optional(document.version) : std::nullopt};
}

// "12:5": line and character from 0.
std::optional<TextPosition> place_in(std::string_view text) {
  TextPosition out;
  auto const* const end = text.data() + text.size();
  auto const [colon, error] = std::from_chars(text.data(), end, out.line);
  if (error != std::errc{} || colon == end || *colon != ':') return std::nullopt;
  auto const [rest, other] = std::from_chars(colon + 1, end, out.character);
  return other == std::errc{} && rest == end ? std::optional(out) : std::nullopt;
}

// vanthu.fixAll URI
std::string execute_fix_all(Server& server, OpenDocument& document) {
  auto const edits = fix_all(document, analysis_of(document, server.machine));
  auto const title = say(server.machine.language, "sửa những gì sửa được chắc chắn", "apply all safe fixes");
  if (!edits.empty()) ask(server, "workspace/applyEdit", apply_edit_params(title, edited(server, document), edits));
  return "null";
}

// vanthu.ignore URI CODE PLACE REASON
std::string execute_ignore(Server& server, OpenDocument& document, Execute const& given) {
  auto const language = server.machine.language;
  auto const fail = [&](std::string_view why) {
    notify(server, "window/showMessage", message_params(2, why));
    return std::string("null");
  };
  auto const place = place_in(given.arguments[2]);
  auto const& analysis = analysis_of(document, server.machine);
  if (auto const* checked = analysis.checked(); checked != nullptr && place)
    for (auto const& d : checked->diagnostics) {
      if (d.suppressed || d.code != given.arguments[1] || document.buffer.range(source_range(checked->document, d)).start != *place)
        continue;
      auto const edits = ignore(document, analysis, d, given.arguments[3], server.machine);
      if (!edits)
        return fail(say(language, "không có chỗ cho chú thích bỏ qua; dùng tệp .vanthu.toml bên cạnh văn bản",
                        "there is no place for the comment; use a .vanthu.toml beside the document"));
      ask(server, "workspace/applyEdit",
          apply_edit_params(say(language, "bỏ qua có lý do", "ignore with a reason"), edited(server, document), *edits));
      return "null";
    }
  return fail(say(language, "phát hiện này không còn ở đó", "that finding is no longer there"));
}

// vanthu.explain CODE [URI]: the rule as it is for that document, or as it ships.
std::string execute_explain(Server& server, Execute const& given) {
  auto* document = given.arguments.size() > 1 ? find_document(server, given.arguments[1]) : nullptr;
  auto policy = document != nullptr ? analysis_of(*document, server.machine).policy : nullptr;
  if (policy == nullptr) policy = server.machine.judgement({}).choose(Facts{});
  auto const* rule = policy != nullptr ? policy->rules.find(given.arguments.front()) : nullptr;
  if (rule == nullptr) return "null";
  auto const language = policy->options.language;
  // A client that shows it itself asks by its own command; for others a message.
  auto const own =
      std::find(server.client.commands.begin(), server.client.commands.end(), "vanthu.showRule") != server.client.commands.end();
  if (!own) notify(server, "window/showMessage", message_params(3, report::explain(*rule, language)));
  return rule_json(rule->code, report::rule_markdown(*rule, language));
}

template <class Parameters>
OpenDocument* document_of(Server& server, std::optional<Parameters> const& wanted) {
  return wanted ? find_document(server, wanted->uri) : nullptr;
}

}  // namespace

std::optional<std::string> code_action(Server& server, ParamsPtr const& params) {
  auto const wanted = actions_params(params);
  if (!wanted) return std::nullopt;
  auto* document = document_of(server, wanted);
  if (document == nullptr) return "[]";
  auto const& analysis = analysis_of(*document, server.machine);
  auto const language = analysis.language(server.machine.language);
  auto const* checked = analysis.checked();
  auto const fixable =
      checked != nullptr && std::any_of(checked->diagnostics.begin(), checked->diagnostics.end(), [](Diagnostic const& d) {
        return !d.suppressed && std::any_of(d.fixes.begin(), d.fixes.end(), [](Fix const& fix) { return fix.safety == Safety::safe; });
      });

  std::vector<CodeAction> out;
  if (is_wanted(wanted->only, quick_fix)) out = actions(*document, analysis, wanted->range, server.client.commands, server.machine);
  if (fixable && is_wanted(wanted->only, fix_all_kind)) {
    // Made at once only for those who want it and nothing else (on save): it checks the document several times.
    std::string const title(say(language, "sửa những gì sửa được chắc chắn", "apply all safe fixes"));
    CodeAction all{title, std::string(fix_all_kind), {}, false, {}, {}};
    if (wanted->only.empty())
      all.command = Command{title, "vanthu.fixAll", {document->uri}};
    else
      all.edits = fix_all(*document, analysis);
    if (all.command || !all.edits.empty()) out.push_back(std::move(all));
  }
  return actions_json(out, edited(server, *document));
}

std::optional<std::string> execute_command(Server& server, ParamsPtr const& params) {
  auto const given = execute_params(params);
  if (!given) return std::nullopt;
  auto const count = given->arguments.size();
  if (given->command == "vanthu.explain" && count >= 1) return execute_explain(server, *given);
  auto* document = count >= 1 ? find_document(server, given->arguments.front()) : nullptr;
  if (document == nullptr) return std::nullopt;
  if (given->command == "vanthu.fixAll") return execute_fix_all(server, *document);
  if (given->command == "vanthu.ignore" && count >= 4) return execute_ignore(server, *document, *given);
  return std::nullopt;
}

std::optional<std::string> hover(Server& server, ParamsPtr const& params) {
  auto const wanted = position_params(params);
  if (!wanted) return std::nullopt;
  auto* document = document_of(server, wanted);
  if (document == nullptr) return "null";
  return hover_json(hover_at(*document, analysis_of(*document, server.machine), wanted->position, server.machine));
}

std::optional<std::string> document_symbol(Server& server, ParamsPtr const& params) {
  auto const uri = document_params(params);
  if (!uri) return std::nullopt;
  auto* document = find_document(server, *uri);
  auto const* analysis = document != nullptr ? &analysis_of(*document, server.machine) : nullptr;
  if (analysis == nullptr || analysis->checked() == nullptr) return "[]";
  auto const tree = symbols(*analysis->checked(), document->buffer, analysis->language(server.machine.language));
  return server.client.tree_of_symbols ? symbols_json(tree) : flat_symbols_json(tree, *uri);
}

std::optional<std::string> definition(Server& server, ParamsPtr const& params) {
  auto const wanted = position_params(params);
  if (!wanted) return std::nullopt;
  auto* document = document_of(server, wanted);
  auto const* checked = document != nullptr ? analysis_of(*document, server.machine).checked() : nullptr;
  return checked != nullptr ? locations_json(definition_of(*document, *checked, wanted->position)) : "[]";
}

std::optional<std::string> references(Server& server, ParamsPtr const& params) {
  auto const wanted = position_params(params);
  if (!wanted) return std::nullopt;
  auto* document = document_of(server, wanted);
  auto const* checked = document != nullptr ? analysis_of(*document, server.machine).checked() : nullptr;
  return checked != nullptr ? locations_json(references_to(*document, *checked, wanted->position, wanted->with_declaration)) : "[]";
}

std::optional<std::string> completion(Server& server, ParamsPtr const& params) {
  auto const wanted = position_params(params);
  if (!wanted) return std::nullopt;
  auto* document = document_of(server, wanted);
  if (document == nullptr) return "null";
  return completions_json(completions_at(*document, analysis_of(*document, server.machine), wanted->position, server.machine), false);
}

std::optional<std::string> folding_range(Server& server, ParamsPtr const& params) {
  auto const uri = document_params(params);
  if (!uri) return std::nullopt;
  auto* document = find_document(server, *uri);
  auto const* checked = document != nullptr ? analysis_of(*document, server.machine).checked() : nullptr;
  return checked != nullptr ? foldings_json(foldings(*checked, document->buffer)) : "[]";
}

}  // namespace vanthu::lsp
