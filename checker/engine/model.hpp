// Document and facts as rules see them: nodes with fields and places, by the names of schema.hpp.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/rule.hpp"
#include "engine/suppression_node.hpp"
#include "vanthu/check.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"
#include "vanthu/registry.hpp"
#include "vanthu/schema.hpp"

namespace vanthu {

// A list in the facts, or one of a pack. Owns nothing.
struct ListView {
  std::span<std::string const> strings;
  std::span<std::string_view const> views;
  std::size_t size() const { return strings.size() + views.size(); }
  bool contains(std::string_view item) const;
};

// What a field or expression gives. Owns nothing; monostate is null.
using Val = std::variant<std::monostate, bool, std::int64_t, std::string_view, Date, ListView>;

struct Node {
  NodeKind kind = NodeKind::document;
  std::uint32_t index = 0;  // of the component, citation …
  std::uint32_t item = 0;   // of a recipient or addressee in its component
};

// Made once for each document; what it is made from must outlive it.
class Model {
 public:
  Model(Document const& document, Facts const& facts, Date date, Stage stage, Language language,
        std::span<SuppressionNode const> suppressions = {}, Office const* office = nullptr, Registry const* registry = nullptr);

  Document const& document() const { return *document_; }
  Facts const& facts() const { return *facts_; }
  Date date() const { return date_; }
  Stage stage() const { return stage_; }
  Language language() const { return language_; }
  Office const& office() const;  // empty when none was given
  Standing const& standing(std::size_t citation) const;
  std::optional<RegisteredBody> const& misdated_issuer(std::size_t citation) const;

  // In reading order.
  std::span<Node const> nodes(NodeKind kind) const {
    auto const i = static_cast<std::size_t>(kind);
    return std::span(nodes_).subspan(first_[i], first_[i + 1] - first_[i]);
  }
  // What a node covers. Of an outline node its first line.
  Span span(Node node) const;
  // 0: its text; n: field n - 1 of NodeDef::fields.
  Val field(Node node, std::uint32_t field) const;
  // Where a part stands; nothing when it is absent. A component that is missing: nothing; see place_of_missing().
  std::optional<Span> place(Node node, Place place) const;
  // Where a node stands in the file that is no part of the text.
  std::optional<SourceRange> outside_text(Node node) const;
  // The empty place where a missing component belongs: behind the component that comes before it in Phụ lục I, else before the next.
  Span place_of_missing(ComponentKind kind) const;

  Component const* first(ComponentKind kind) const;
  int depth(std::size_t outline_node) const { return depths_[outline_node]; }

 private:
  Document const* document_;
  Facts const* facts_;
  Date date_;
  Stage stage_;
  Language language_;
  std::span<SuppressionNode const> suppressions_;
  Office const* office_;
  std::vector<Node> nodes_;                          // by kind, then in reading order
  std::array<std::size_t, node_kinds + 1> first_{};  // of each kind; one more for the end
  std::vector<int> depths_;
  Registry const* registry_;
  // Asked of the register when a rule first wants to know.
  mutable std::optional<std::vector<Standing>> standings_;
  mutable std::vector<std::optional<std::optional<RegisteredBody>>> misdated_;
};

// Fields of a citation that it has itself; those behind them are asked of the register.
constexpr std::uint32_t citation_fields = 29;

// Names of the fields that Model::field() can give, in its order: the tests compare them with the schema. Empty for components.
std::vector<std::string_view> model_fields(NodeKind kind);

}  // namespace vanthu
