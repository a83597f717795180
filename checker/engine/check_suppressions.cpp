// Suppressions written in TOML files, judged.
#include <fmt/format.h>

#include <algorithm>

#include "engine/fingerprint.hpp"
#include "engine/suppress.hpp"
#include "engine/suppression_codes.hpp"
#include "engine/suppression_node.hpp"
#include "read/source_text.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// A TOML file as a document: its text is its source, each line a block.
Document as_document(std::string_view file, std::string_view bytes) {
  Document out;
  out.name = file;
  out.source = out.text = bytes;
  if (!out.text.ends_with('\n')) out.text += '\n';
  for (std::uint32_t begin = 0; begin < out.text.size();) {
    Block block;
    block.span = {begin, static_cast<std::uint32_t>(out.text.find('\n', begin))};
    block.row = block.last_row = static_cast<std::uint32_t>(out.blocks.size());
    begin = block.span.end + 1;
    out.blocks.push_back(block);
  }
  auto const size = static_cast<std::uint32_t>(bytes.size());
  out.map.append({0, size}, {0, size});
  out.line_starts = find_line_starts(bytes, out.encoding);
  out.code_point_counts = count_code_points(bytes, out.encoding);
  return out;
}

// From where the suppression is written to the end of that line.
Span place_of(Suppression const& suppression, Document const& document) {
  if (suppression.line == 0 || suppression.line > document.blocks.size()) return {};
  auto const line = document.blocks[suppression.line - 1].span;
  auto const text = slice(document.text, line);
  std::size_t at = 0;
  for (std::uint32_t column = 1; column < suppression.column && at < text.size(); ++column) next_code_point(text, at);
  auto end = text.size();
  while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return {line.begin + static_cast<std::uint32_t>(at), line.begin + static_cast<std::uint32_t>(end)};
}

std::vector<SuppressionNode> written_nodes(RuleSet const& rules, CheckOptions const& options, Document const& document,
                                           Suppression const& suppression, SuppressionUse const& uses) {
  std::vector<SuppressionNode> out;
  auto const add = [&](std::string code, std::string_view state) -> SuppressionNode& {
    SuppressionNode node;
    node.state = state;
    node.origin = suppression.origin;
    node.code = std::move(code);
    node.reason = suppression.reason;
    node.until = suppression.until;
    node.place = place_of(suppression, document);
    node.text = slice(document.text, node.place);
    return out.emplace_back(std::move(node));
  };
  if (is_expired(suppression.until, options.today)) {
    add(fmt::format("{}", fmt::join(suppression.codes, ", ")), "expired");
    return out;
  }
  for (std::size_t i = 0; i < std::min(suppression.codes.size(), uses.size()); ++i) {
    auto const& use = uses[i];
    auto& node = add(suppression.codes[i], !use.known ? "unknown" : use.used ? "used" : use.judged ? "unused" : "unjudged");
    if (!use.known) node.nearest = nearest_rule(suppression.codes[i], rules);
  }
  return out;
}

}  // namespace

std::optional<Checked> check_suppressions(RuleSet const& rules, CheckOptions const& options, std::string_view file, std::string_view bytes,
                                          std::span<Suppression const> suppressions, std::span<SuppressionUse const> uses) {
  Checked out;
  out.document = as_document(file, bytes);
  std::vector<SuppressionNode> nodes;
  for (std::size_t i = 0; i < std::min(suppressions.size(), uses.size()); ++i)
    for (auto& node : written_nodes(rules, options, out.document, suppressions[i], uses[i])) nodes.push_back(std::move(node));
  out.diagnostics = evaluate_suppressions(rules, out.document, out.facts, options, nodes);
  if (out.diagnostics.empty()) return std::nullopt;
  order(out.diagnostics);
  set_fingerprints(out.document, out.diagnostics);
  return out;
}

}  // namespace vanthu
