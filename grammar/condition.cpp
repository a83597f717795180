// The condition language. Every rule builds its node in an action; no rule carries a span by on_success.
#include "grammar/condition.hpp"

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>
#include <functional>
#include <optional>

namespace x3 = boost::spirit::x3;

// An action or raw[] around a parser does not change what it expects: errors name the parser inside.
namespace boost::spirit::x3 {
template <class Subject, class Action>
struct get_info<action<Subject, Action>> {
  using result_type = std::string;
  std::string operator()(action<Subject, Action> const& parser) const { return what(parser.subject); }
};
template <class Subject>
struct get_info<raw_directive<Subject>> {
  using result_type = std::string;
  std::string operator()(raw_directive<Subject> const& parser) const { return what(parser.subject); }
};
}  // namespace boost::spirit::x3

namespace vanthu::grammar {
namespace condition_parts {

using Iterator = char const*;
using Range = boost::iterator_range<Iterator>;
using Kind = ConditionKind;
using Node = ConditionNode;

struct TextBegin;  // context: where offsets count from

struct ConditionTag;
struct ConjunctionTag;
struct NegationTag;
struct ComparisonTag;
struct OperandTag;
struct LiteralTag;
struct ListTag;
struct NamedTag;
struct OperatorTag;
// The names are what an error says was expected.
x3::rule<ConditionTag, Node> const condition = "a condition";
x3::rule<ConjunctionTag, Node> const conjunction = "a condition";
x3::rule<NegationTag, Node> const negation = "a condition";
x3::rule<ComparisonTag, Node> const comparison = "a value";
x3::rule<OperandTag, Node> const operand = "a value";
x3::rule<LiteralTag, Node> const literal = "a literal";
x3::rule<ListTag, Node> const list = "a list";
x3::rule<NamedTag, Node> const named = "a name";
x3::rule<OperatorTag, Range> const comparison_operator = "an operator";

template <class Context>
Span span_of(Context& ctx, Range range) {
  auto const begin = x3::get<TextBegin>(ctx).get();
  return {static_cast<std::uint32_t>(range.begin() - begin), static_cast<std::uint32_t>(range.end() - begin)};
}

// Leaf: the range matched is the node.
constexpr auto leaf = [](Kind kind) {
  return [kind](auto& ctx) {
    Range const range = x3::_attr(ctx);
    auto const span = span_of(ctx, range);
    x3::_val(ctx) = Node{kind, span, {range.begin(), range.end()}, span, {}};
  };
};
constexpr auto quoted = [](auto& ctx) {
  Range const range = x3::_attr(ctx);
  std::string text;
  for (auto at = range.begin() + 1; at != range.end() - 1; ++at) {
    if (*at == '\\' && at[1] == '"') ++at;  // at[1] exists: the closing quotation mark at least
    text += *at;
  }
  auto const span = span_of(ctx, range);
  x3::_val(ctx) = Node{Kind::string, span, std::move(text), {span.begin + 1, span.end - 1}, {}};
};
constexpr auto same = [](auto& ctx) { x3::_val(ctx) = std::move(x3::_attr(ctx)); };
constexpr auto child = [](auto& ctx) { x3::_val(ctx).children.push_back(std::move(x3::_attr(ctx))); };
constexpr auto close = [](auto& ctx) { x3::_val(ctx).span.end = span_of(ctx, x3::_attr(ctx)).end; };
constexpr auto opened_call = [](auto& ctx) { x3::_val(ctx).kind = Kind::call; };
constexpr auto opened_list = [](auto& ctx) { x3::_val(ctx) = Node{Kind::list, span_of(ctx, x3::_attr(ctx)), {}, {}, {}}; };
constexpr auto negated = [](auto& ctx) {
  auto const span = span_of(ctx, x3::_attr(ctx));
  x3::_val(ctx) = Node{Kind::negation, span, {}, span, {}};
};
constexpr auto negation_operand = [](auto& ctx) {
  auto& node = x3::_val(ctx);
  node.span.end = x3::_attr(ctx).span.end;
  node.children.push_back(std::move(x3::_attr(ctx)));
};
constexpr auto operator_seen = [](auto& ctx) {
  Range const range = x3::_attr(ctx);
  auto& node = x3::_val(ctx);
  Node left = std::move(node);
  node = Node{Kind::comparison, left.span, {range.begin(), range.end()}, span_of(ctx, range), {}};
  node.children.push_back(std::move(left));
};
// The second operand of "and", "or" turns the first into a child; further ones join it.
constexpr auto joined = [](Kind kind) {
  return [kind](auto& ctx) {
    auto& node = x3::_val(ctx);
    if (node.kind != kind || node.text != "joined") {
      Node first = std::move(node);
      node = Node{kind, first.span, "joined", {}, {}};
      node.children.push_back(std::move(first));
    }
    node.span.end = x3::_attr(ctx).span.end;
    node.children.push_back(std::move(x3::_attr(ctx)));
  };
};

auto const name_byte = x3::char_("a-zA-Z0-9_");
auto const word = [](char const* text) { return x3::lexeme[x3::lit(text) >> !name_byte]; };
auto const keyword =
    word("and") | word("or") | word("not") | word("in") | word("matches") | word("starts_with") | word("ends_with") | word("contains");
auto const identifier = x3::char_("a-zA-Z_") >> *name_byte;

// Longer signs stand before their beginnings.
auto const comparison_operator_def = x3::raw[x3::lit("==") | "!=" | "<=" | ">=" | "<" | ">" | word("in") | word("matches") |
                                             word("starts_with") | word("ends_with") | word("contains")];

auto const date = x3::lexeme[+x3::digit >> '-' >> +x3::digit >> '-' >> +x3::digit];
auto const integer = x3::lexeme[+x3::digit];
auto const text = x3::lexeme[('"' >> *("\\\"" | (x3::char_ - '"'))) > '"'];
// A date begins like an integer, so it stands before.
auto const literal_def = x3::raw[date][leaf(Kind::date)] | x3::raw[integer][leaf(Kind::integer)] | x3::raw[text][quoted] |
                         x3::raw[word("true") | word("false")][leaf(Kind::boolean)] | x3::raw[word("null")][leaf(Kind::null)];

auto const list_def = (x3::raw[x3::lit('[')][opened_list] >> -(literal[child] % ',')) > x3::raw[x3::lit(']')][close];

auto const arguments = -(operand[child] >> *(',' > operand[child]));
auto const call = (x3::lit('(')[opened_call] >> arguments) > x3::raw[x3::lit(')')][close];
auto const named_def = x3::raw[x3::lexeme[identifier >> -('.' >> identifier)]][leaf(Kind::field)] >> -call;

auto const operand_def = literal[same] | list[same] | (!keyword >> named[same]) | ('(' > condition[same] > ')');
auto const comparison_def = operand[same] >> -(comparison_operator[operator_seen] > operand[negation_operand]);
auto const negation_def = (x3::raw[word("not")][negated] > comparison[negation_operand]) | comparison[same];
auto const conjunction_def = negation[same] >> *(word("and") > negation[joined(Kind::conjunction)]);
auto const condition_def = conjunction[same] >> *(word("or") > conjunction[joined(Kind::disjunction)]);

BOOST_SPIRIT_DEFINE(condition, conjunction, negation, comparison, operand, literal, list, named, comparison_operator)

}  // namespace condition_parts

namespace {

using condition_parts::Iterator;

constexpr int max_depth = 50;

// Recursion is bounded before it starts. Brackets inside strings count too: nobody needs fifty of them.
std::optional<ConditionError> too_deep(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') ++depth;
    if (text[i] == ')' || text[i] == ']') --depth;
    if (depth > max_depth) return ConditionError{static_cast<std::uint32_t>(i), "fewer parentheses inside each other"};
  }
  return std::nullopt;
}

// Marks of the building go; what stays is the tree.
void clean(ConditionNode& node) {
  if (node.kind == ConditionKind::conjunction || node.kind == ConditionKind::disjunction || node.kind == ConditionKind::negation)
    node.text.clear();
  for (auto& c : node.children) clean(c);
}

template <class Parser>
ConditionResult parse(std::string_view text, Parser const& parser, std::string_view at_end) {
  if (auto error = too_deep(text)) return *error;
  Iterator const begin = text.data();
  Iterator const end = begin + text.size();
  auto const offset = [&](Iterator at) { return static_cast<std::uint32_t>(at - begin); };
  auto at = begin;
  auto const skip_blanks = [&] {
    while (at != end && (*at == ' ' || *at == '\t')) ++at;
  };
  ConditionNode node;
  try {
    if (!x3::phrase_parse(at, end, x3::with<condition_parts::TextBegin>(std::cref(begin))[parser], x3::char_(" \t"), node)) {
      skip_blanks();
      return ConditionError{offset(at), "a value"};
    }
  } catch (x3::expectation_failure<Iterator> const& failure) {
    at = failure.where();
    skip_blanks();
    return ConditionError{offset(at), failure.which()};
  }
  skip_blanks();
  if (at != end) return ConditionError{offset(at), std::string(at_end)};
  clean(node);
  return node;
}

constexpr std::string_view operators[] = {"==",      "!=",          "<",         "<=",       ">",   ">=", "in",
                                          "matches", "starts_with", "ends_with", "contains", "and", "or"};

}  // namespace

ConditionResult parse_condition(std::string_view text) {
  return parse(text, condition_parts::condition, "an operator, \"and\", \"or\" or the end");
}
ConditionResult parse_operand(std::string_view text) { return parse(text, condition_parts::operand, "the end"); }
std::span<std::string_view const> condition_operators() { return operators; }

}  // namespace vanthu::grammar
