#include "lsp/actions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "fix/edits.hpp"
#include "fix/plan.hpp"
#include "lsp/findings.hpp"
#include "lsp/words.hpp"
#include "vanthu/fix.hpp"

namespace vanthu::lsp {
namespace {

std::vector<TextEdit> text_edits(std::vector<SourceEdit> const& edits, TextBuffer const& buffer) {
  std::vector<TextEdit> out;
  for (auto const& edit : edits) out.push_back({buffer.range(edit.range), edit.bytes});
  return out;
}

bool touch(TextRange a, TextRange b) { return a.start <= b.end && b.start <= a.end; }

std::string_view line_end_of(std::string_view text) {
  auto const at = text.find_first_of("\r\n");
  if (at == std::string_view::npos) return "\n";
  return text[at] == '\n' ? "\n" : text.substr(at, 2) == "\r\n" ? "\r\n" : "\r";
}

// What a comment would do: the finding is gone, and there is no other one that was not there.
bool is_right(std::string_view edited, OpenDocument const& document, Checked const& before, Diagnostic const& diagnostic,
              Machine const& machine) {
  auto const after = analyze(edited, document.name, document.path, machine);
  auto const* checked = after.checked();
  if (checked == nullptr) return false;
  auto const count = [](Checked const& of, auto const& counts) {
    return std::count_if(of.diagnostics.begin(), of.diagnostics.end(), [&](auto const& d) { return !d.suppressed && counts(d); });
  };
  auto const same = [&](Diagnostic const& d) { return d.code == diagnostic.code && d.message == diagnostic.message; };
  auto const any = [](Diagnostic const&) { return true; };
  return count(*checked, same) < count(before, same) && count(*checked, any) < count(before, any);
}

Command show_rule(Diagnostic const& d, std::string const& uri, std::vector<std::string> const& own, Language language) {
  auto const by_client = std::find(own.begin(), own.end(), "vanthu.showRule") != own.end();
  return {fmt::format("{} {}", say(language, "xem quy tắc", "show rule"), d.code),
          by_client ? "vanthu.showRule" : "vanthu.explain",
          {d.code, uri}};
}

}  // namespace

std::optional<std::vector<TextEdit>> edits_of(Fix const& fix, Checked const& checked, TextBuffer const& buffer) {
  if (checked.document.encoding != Encoding::utf8) return std::nullopt;  // what was made of the text is no longer what the editor holds
  SourceWriter writer(checked.document);
  auto const planned = plan(checked.document, fix, writer);
  if (auto const* made = std::get_if<Plan>(&planned)) return text_edits(made->source, buffer);
  return std::nullopt;
}

std::vector<TextEdit> fix_all(OpenDocument const& document, Analysis const& analysis) {
  if (!analysis.judgement.usable || analysis.judgement.excluded) return {};
  auto const result = fix(document.buffer.text(), document.name, analysis.judgement.choose, FixOptions{});
  auto const* fixed = std::get_if<Fixed>(&result);
  if (fixed == nullptr || fixed->remaining.document.encoding != Encoding::utf8) return {};
  return text_edits(fixed->edits, document.buffer);
}

std::optional<std::vector<TextEdit>> ignore(OpenDocument const& document, Analysis const& analysis, Diagnostic const& diagnostic,
                                            std::string_view reason, Machine const& machine) {
  auto const* checked = analysis.checked();
  if (checked == nullptr || diagnostic.outside_text || checked->document.encoding != Encoding::utf8) return std::nullopt;
  auto const language = analysis.language(machine.language);
  auto const& text = document.buffer.text();
  // A comment ends at "-->", and at the end of its line.
  std::string why;
  for (auto const c : reason) why += c == '\n' || c == '\r' || c == '>' ? ' ' : c;
  auto const comment = fmt::format("<!-- vanthu: {} {}: {} -->", say(language, "bỏ qua", "allow"), diagnostic.code, why);
  auto const line_of = [&](std::uint32_t at) { return document.buffer.position(at).line; };
  auto const at = source_range(checked->document, diagnostic).begin;
  auto const block = checked->document.block_at(diagnostic.span.begin);
  auto const begin =
      block < checked->document.blocks.size() ? checked->document.map.to_source(checked->document.blocks[block].span).begin : at;

  auto const above = document.buffer.offset({line_of(begin), 0});
  auto const behind = document.buffer.offset({line_of(at), UINT32_MAX});
  auto const indent = text.substr(above, std::min(text.find_first_not_of(" \t", above), text.size()) - above);
  SourceEdit const tries[] = {
      {{above, above}, fmt::format("{}{}{}", indent, comment, line_end_of(text))},
      {{behind, behind}, " " + comment},
  };
  for (auto const& edit : tries)
    if (is_right(applied(text, {edit}), document, *checked, diagnostic, machine)) return text_edits({edit}, document.buffer);
  return std::nullopt;
}

std::vector<CodeAction> actions(OpenDocument const& document, Analysis const& analysis, TextRange range,
                                std::vector<std::string> const& own_commands, Machine const& machine) {
  constexpr std::size_t most_ignored = 8;               // findings of one place for which a comment is tried
  constexpr std::size_t large = std::size_t{64} << 10;  // bytes: trying takes too long for a menu
  auto const* checked = analysis.checked();
  if (checked == nullptr || analysis.judgement.excluded) return {};
  auto const language = analysis.language(machine.language);
  auto const& buffer = document.buffer;
  if (range.end < range.start) std::swap(range.start, range.end);

  std::vector<std::pair<Diagnostic const*, Finding>> met;
  for (auto const& d : checked->diagnostics)
    if (!d.suppressed)
      if (auto finding = finding_of(*checked, d, document.uri, buffer); touch(finding.range, range))
        met.emplace_back(&d, std::move(finding));

  std::vector<CodeAction> out;
  for (auto const& [d, finding] : met)
    for (auto const& fix : d->fixes)
      if (auto edits = edits_of(fix, *checked, buffer))
        out.push_back({fix.title, std::string(quick_fix), finding, fix.safety == Safety::safe, std::move(*edits), {}});
  auto const asks = std::find(own_commands.begin(), own_commands.end(), "vanthu.ignoreWithReason") != own_commands.end();
  std::set<std::string> told;
  for (auto const& [d, finding] : met) {
    if (told.size() == most_ignored) break;
    if (!told.insert(d->code).second) continue;
    auto const title = fmt::format("{} {} {}", say(language, "bỏ qua", "ignore"), d->code, say(language, "và ghi lý do", "and say why"));
    CodeAction action{title, std::string(quick_fix), finding, false, {}, {}};
    auto const place = fmt::format("{}:{}", finding.range.start.line, finding.range.start.character);
    auto const reason = say(language, "ghi lý do ở đây", "write the reason here");
    if (asks) {
      action.command = Command{title, "vanthu.ignoreWithReason", {document.uri, d->code, place}};
    } else if (document.buffer.text().size() > large) {
      action.command = Command{title, "vanthu.ignore", {document.uri, d->code, place, std::string(reason)}};
    } else if (auto edits = ignore(document, analysis, *d, reason, machine)) {
      action.edits = std::move(*edits);
    }
    if (action.command || !action.edits.empty()) out.push_back(std::move(action));
    auto const show = show_rule(*d, document.uri, own_commands, language);
    out.push_back({show.title, std::string(quick_fix), finding, false, {}, show});
  }
  return out;
}

bool is_wanted(std::vector<std::string> const& only, std::string_view kind) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](std::string const& wanted) {
           return kind == wanted || wanted.empty() || (kind.starts_with(wanted) && kind[wanted.size()] == '.');
         });
}

}  // namespace vanthu::lsp
