#include "lsp/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lsp/component_words.hpp"
#include "text/unicode.hpp"

namespace vanthu::lsp {
namespace {

// SymbolKind of LSP
constexpr int kind_namespace = 3, kind_field = 8, kind_string = 15, kind_key = 20, kind_module = 2, kind_method = 6;

struct Node {
  Span span;
  Symbol symbol;
  int parent = -1;  // index of a node before
};

// The beginning of a text, on one line.
std::string excerpt(std::string_view text) {
  constexpr std::size_t most = 80;  // code points
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (++count > most) return out + "…";
    append_utf8(out, c == '\n' ? U' ' : c);
  }
  return out;
}

int symbol_kind(OutlineKind kind) {
  switch (kind) {
    case OutlineKind::part:
    case OutlineKind::chapter:
    case OutlineKind::section:
    case OutlineKind::subsection: return kind_namespace;
    case OutlineKind::appendix: return kind_module;
    case OutlineKind::article: return kind_method;
    default: return kind_field;
  }
}

std::string label_of(OutlineNode const& node, Language language) {
  if (node.kind == OutlineKind::heading || node.kind == OutlineKind::dash) return node.marker.empty() ? std::string("-") : node.marker;
  return fmt::format("{}{}{}", name_of(node.kind, language), node.label.empty() ? "" : " ", node.label);
}

class Tree {
 public:
  Tree(Checked const& checked, TextBuffer const& buffer, Language language) : checked_(checked), buffer_(buffer), language_(language) {}

  std::vector<Symbol> run() {
    for (auto const& component : checked_.facts.components) add(component);
    for (auto const& node : checked_.facts.outline) add(node);
    // What contains comes before what it contains; then each goes into the last open one that holds it.
    std::stable_sort(nodes_.begin(), nodes_.end(), [](Node const& a, Node const& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<int> open;
    for (auto i = 0; i < static_cast<int>(nodes_.size()); ++i) {
      auto& node = nodes_[static_cast<std::size_t>(i)];
      while (!open.empty() && !nodes_[static_cast<std::size_t>(open.back())].span.contains(node.span)) open.pop_back();
      if (open.size() < deepest)
        node.parent = open.empty() ? -1 : open.back();
      else
        node.parent = open[deepest - 1];
      open.push_back(i);
    }
    return taken_apart();
  }

 private:
  static constexpr std::size_t deepest = 32;

  void add(Component const& component) {
    if (component.span.empty()) return;
    auto const range = buffer_.range(checked_.document.map.to_source(component.span));
    nodes_.push_back({component.span,
                      {std::string(name_of(component.kind, language_)),
                       component.kind == ComponentKind::body ? "" : excerpt(slice(checked_.document.text, component.span)),
                       component.kind == ComponentKind::body     ? kind_module
                       : component.kind == ComponentKind::number ? kind_key
                                                                 : kind_string,
                       range,
                       range,
                       {}},
                      -1});
  }

  void add(OutlineNode const& node) {
    auto const& map = checked_.document.map;
    auto const range = buffer_.range(map.to_source(node.span));
    auto selection = buffer_.range(map.to_source(node.label_span));
    if (selection.start < range.start || range.end < selection.end) selection = {range.start, range.start};
    auto const rest = Span{std::min(node.label_span.end, node.span.end), node.span.end};
    auto const detail = node.title.empty() ? trim(slice(checked_.document.text, rest)) : std::string_view(node.title);
    nodes_.push_back(
        {node.span,
         {label_of(node, language_), excerpt(detail.substr(0, detail.find('\n'))), symbol_kind(node.kind), range, selection, {}},
         -1});
  }

  // Children come behind their parent: from the end each is whole before it is moved up.
  std::vector<Symbol> taken_apart() {
    std::vector<Symbol> roots;
    for (auto i = nodes_.size(); i-- > 0;) {
      auto& node = nodes_[i];
      std::reverse(node.symbol.children.begin(), node.symbol.children.end());
      auto& into = node.parent < 0 ? roots : nodes_[static_cast<std::size_t>(node.parent)].symbol.children;
      into.push_back(std::move(node.symbol));
    }
    std::reverse(roots.begin(), roots.end());
    return roots;
  }

  Checked const& checked_;
  TextBuffer const& buffer_;
  Language language_;
  std::vector<Node> nodes_;
};

}  // namespace

std::vector<Symbol> symbols(Checked const& checked, TextBuffer const& buffer, Language language) {
  return Tree(checked, buffer, language).run();
}

std::vector<Folding> foldings(Checked const& checked, TextBuffer const& buffer) {
  std::map<std::uint32_t, Folding> by_line;
  auto const add = [&](SourceRange source, bool comment) {
    auto const range = buffer.range(source);
    auto const [at, is_new] = by_line.try_emplace(range.start.line, Folding{range.start.line, range.end.line, comment});
    if (!is_new) at->second.last_line = std::max(at->second.last_line, range.end.line);
  };
  auto const& map = checked.document.map;
  for (auto const& component : checked.facts.components) add(map.to_source(component.span), false);
  for (auto const& node : checked.facts.outline) add(map.to_source(node.span), false);
  for (auto const& directive : checked.document.directives) add(directive.source, true);
  std::vector<Folding> out;
  for (auto const& [line, folding] : by_line)
    if (folding.last_line > folding.first_line) out.push_back(folding);
  return out;
}

}  // namespace vanthu::lsp
