// Conditions and placeholders: syntax tree → typed expressions.
#include "engine/compile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/regex.hpp"
#include "engine/suggest.hpp"
#include "grammar/condition.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

using grammar::ConditionKind;
using grammar::ConditionNode;

// --- Types --------------------------------------------------------------------------------------------------------------------------

// ValueType and null. A set of them is a mask.
enum class Type : std::uint8_t { boolean, integer, string, date, list, null };
constexpr std::uint8_t mask(Type type) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(type)); }
template <class... Types>
constexpr std::uint8_t one_of(Types... types) {
  return static_cast<std::uint8_t>((mask(types) | ...));
}

Type type_of(ValueType type) { return static_cast<Type>(type); }

std::string_view with_article(Type type, Say say) {
  constexpr std::string_view vi[] = {"giá trị đúng/sai", "số nguyên", "chuỗi ký tự", "ngày", "danh sách", "null"};
  constexpr std::string_view en[] = {"a boolean", "an integer", "a string", "a date", "a list", "null"};
  return (say.language == Language::vi ? vi : en)[static_cast<std::size_t>(type)];
}

std::string fitting(std::uint8_t types, Say say) {
  std::string out;
  for (auto const type : {Type::boolean, Type::integer, Type::string, Type::date, Type::list}) {
    if ((types & mask(type)) == 0) continue;
    if (!out.empty()) out += say(" hoặc ", " or ");
    out += with_article(type, say);
  }
  return out;
}

struct Typed {
  ExprIndex expr = no_expr;
  Type type = Type::null;
  std::vector<std::string_view> values;  // all that a string or list field can hold; empty: anything
};

struct Function {
  std::string_view name;
  Op op;
  std::uint8_t takes;
  Type gives;
};
constexpr Function functions[] = {
    {"lower", Op::lower, mask(Type::string), Type::string},
    {"upper", Op::upper, mask(Type::string), Type::string},
    {"fold", Op::fold, mask(Type::string), Type::string},
    {"length", Op::length, one_of(Type::string, Type::list), Type::integer},
    {"words", Op::words, mask(Type::string), Type::integer},
    {"all_caps", Op::all_caps, mask(Type::string), Type::boolean},
    {"capitalized", Op::capitalized, mask(Type::string), Type::boolean},
    {"year", Op::year, mask(Type::date), Type::integer},
    {"month", Op::month, mask(Type::date), Type::integer},
    {"day", Op::day, mask(Type::date), Type::integer},
    {"valid", Op::valid, mask(Type::date), Type::boolean},
};
// These take a name in quotation marks first.
constexpr std::string_view special_functions[] = {"has", "count", "list", "lookup"};

template <class Items>
std::vector<std::string_view> names_of(Items const& items) {
  std::vector<std::string_view> out;
  for (auto const& item : items)
    if (!item.name.empty()) out.push_back(item.name);
  return out;
}

// --- Compiler -----------------------------------------------------------------------------------------------------------------------

// One condition or placeholder. Every function gives nothing after it has reported a problem; the others go on.
class Compiler {
 public:
  Compiler(std::string_view text, std::uint32_t offset, Scope const& scope, RuleBuilder& builder, std::vector<TextProblem>& problems,
           Say say)
      : text_(text), offset_(offset), scope_(scope), builder_(builder), problems_(problems), say_(say) {}

  std::optional<Typed> compile(ConditionNode const& node) {
    switch (node.kind) {
      case ConditionKind::null: return Typed{add(Op::null), Type::null, {}};
      case ConditionKind::boolean: return Typed{add(Op::boolean, node.text == "true"), Type::boolean, {}};
      case ConditionKind::integer: return integer(node);
      case ConditionKind::date: return date(node);
      case ConditionKind::string: return Typed{add(Op::string, builder_.string(node.text)), Type::string, {}};
      case ConditionKind::list: return fail(node.span, say_("danh sách chỉ đứng sau \"in\"", "a list stands only behind \"in\""));
      case ConditionKind::field: return field(node);
      case ConditionKind::call: return call(node);
      case ConditionKind::comparison: return comparison(node);
      case ConditionKind::negation: return negation(node);
      case ConditionKind::conjunction: return junction(node, Op::both);
      case ConditionKind::disjunction: return junction(node, Op::either);
    }
    return std::nullopt;
  }

  std::optional<ExprIndex> condition(ConditionNode const& node) {
    auto const typed = compile(node);
    if (!typed) return std::nullopt;
    if (typed->type == Type::boolean) return typed->expr;
    report(node.span,
           say_("điều kiện phải đúng hoặc sai; {} là {}", "a condition is true or false; {} is {}", quote(node),
                with_article(typed->type, say_)),
           node.kind == ConditionKind::field
               ? say_("muốn hỏi có hay không thì viết {} != null", "write {} != null to ask whether it is there", node.text)
               : "");
    return std::nullopt;
  }

  void syntax_problem(grammar::ConditionError const& error) {
    std::string_view const rest = text_.substr(error.at);
    auto const word = rest.substr(0, std::min(rest.find_first_of(" \t()[]\"'"), rest.size()));
    auto const length = static_cast<std::uint32_t>(std::max<std::size_t>(word.size(), rest.empty() ? 0 : 1));
    std::string hint;
    auto const meant = [&](std::string_view what) { hint = say_("có phải là \"{}\"?", "did you mean \"{}\"?", what); };
    if (word == "=") meant("==");
    if (word == "&&") meant("and");
    if (word == "||") meant("or");
    if (word.starts_with('!') && word != "!=") meant("not");
    if (word.starts_with('-')) hint = say_("tên trường viết với _", "names of fields are written with _");
    if (hint.empty() && error.expected.starts_with("an operator")) {
      auto const operators = grammar::condition_operators();
      hint = suggest(word, {operators.begin(), operators.end()});
    }
    report({error.at, error.at + length},
           rest.empty() ? say_("văn bản kết thúc khi còn thiếu {}", "the text ends where {} is expected", expected(error.expected))
                        : say_("chỗ này phải là {}", "{} is expected here", expected(error.expected)),
           hint);
  }

 private:
  // --- Leaves ---

  std::optional<Typed> integer(ConditionNode const& node) {
    std::uint32_t value = 0;
    auto const [end, error] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
    if (error != std::errc{} || end != node.text.data() + node.text.size())
      return fail(node.span, say_("số quá lớn", "the number is too large"));
    return Typed{add(Op::integer, value), Type::integer, {}};
  }

  std::optional<Typed> date(ConditionNode const& node) {
    auto const value = parse_iso_date(node.text);
    if (!value)
      return fail(node.span, say_("không có ngày {}", "there is no date {}", node.text),
                  say_("ngày viết YYYY-MM-DD", "a date is written YYYY-MM-DD"));
    return Typed{add(Op::date, static_cast<std::uint32_t>(value->year * 10000 + value->month * 100 + value->day)), Type::date, {}};
  }

  std::optional<Typed> field(ConditionNode const& node) {
    constexpr std::string_view prefix = "document.";
    if (node.text.starts_with(prefix))
      return field_of(NodeKind::document, std::string_view(node.text).substr(prefix.size()), prefix.size(), node);
    if (node.text.find('.') != std::string::npos)
      return fail(node.span, say_("không có {}", "there is no {}", quote(node)),
                  say_("chỉ \"document\" có trường viết với dấu chấm", "only \"document\" has fields that are written with a dot"));
    if (scope_.node) return field_of(*scope_.node, node.text, 0, node);
    std::vector<std::string_view> known = scope_.arguments;
    auto hint = suggest(node.text, known);
    if (hint.empty()) hint = say_("trường của văn bản viết document.X", "fields of the document are written document.X");
    return fail(node.span, say_("{} không có {}", "{} has no {}", scope_.arguments_of, quote(node)), std::move(hint));
  }

  std::optional<Typed> field_of(NodeKind kind, std::string_view name, std::size_t skipped, ConditionNode const& node) {
    auto const op = kind == scope_.node && skipped == 0 ? Op::field : Op::document_field;
    if (name == "text") return Typed{add(op, 0), Type::string, {}};
    auto const& def = node_def(kind);
    for (std::size_t i = 0; i < def.fields.size(); ++i)
      if (def.fields[i].name == name)
        return Typed{add(op, static_cast<std::uint32_t>(i + 1)), type_of(def.fields[i].type), field_values(kind, name)};
    auto known = names_of(def.fields);
    known.emplace_back("text");
    auto hint = suggest(name, known);
    if (skipped == 0 && kind != NodeKind::document)
      for (auto const& document_field : node_def(NodeKind::document).fields)
        if (document_field.name == name) hint = say_("có phải là \"document.{}\"?", "did you mean \"document.{}\"?", name);
    auto span = node.span;
    span.begin += static_cast<std::uint32_t>(skipped);
    return fail(span, say_("{} không có trường \"{}\"", "{} has no field \"{}\"", def.name, name), std::move(hint));
  }

  // --- Calls ---

  std::optional<Typed> call(ConditionNode const& node) {
    for (auto const& function : functions)
      if (function.name == node.text) return plain_call(node, function);
    if (node.text == "list") return fail(node.span, say_("danh sách chỉ đứng sau \"in\"", "a list stands only behind \"in\""));
    if (node.text == "has" || node.text == "count") return node_call(node);
    if (node.text == "lookup") return lookup(node);
    auto known = names_of(functions);
    known.insert(known.end(), std::begin(special_functions), std::end(special_functions));
    return fail(node.text_span, say_("không có hàm \"{}\"", "there is no function \"{}\"", node.text), suggest(node.text, known));
  }

  std::optional<Typed> plain_call(ConditionNode const& node, Function const& function) {
    if (!takes(node, 1)) return std::nullopt;
    auto const argument = compile(node.children[0]);
    if (!argument) return std::nullopt;
    if ((mask(argument->type) & function.takes) == 0)
      return fail(node.children[0].span, say_("{}() nhận {}; {} là {}", "{}() takes {}; {} is {}", function.name,
                                              fitting(function.takes, say_), quote(node.children[0]), with_article(argument->type, say_)));
    return Typed{add(function.op, argument->expr), function.gives, {}};
  }

  std::optional<Typed> node_call(ConditionNode const& node) {
    if (!takes(node, 1)) return std::nullopt;
    auto const* name = quoted_argument(node, say_("loại phần tử", "kind of node"));
    if (name == nullptr) return std::nullopt;
    auto const kinds = node_defs();
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (kinds[i].name == *name)
        return node.text == "has" ? Typed{add(Op::has, static_cast<std::uint32_t>(i)), Type::boolean, {}}
                                  : Typed{add(Op::count, static_cast<std::uint32_t>(i)), Type::integer, {}};
    return fail(node.children[0].text_span, say_("không có loại phần tử \"{}\"", "there is no kind of node \"{}\"", *name),
                suggest(*name, names_of(kinds)));
  }

  std::optional<Typed> lookup(ConditionNode const& node) {
    if (!takes(node, 2)) return std::nullopt;
    auto const* name = quoted_argument(node, say_("bảng", "table"));
    auto const key = compile(node.children[1]);
    if (name == nullptr || !key) return std::nullopt;
    if (key->type != Type::string)
      return fail(node.children[1].span, say_("khóa của lookup() là chuỗi ký tự; {} là {}", "lookup() takes a string as key; {} is {}",
                                              quote(node.children[1]), with_article(key->type, say_)));
    auto const table = index_of(builder_.data.tables, *name);
    if (!table)
      return fail(node.children[0].text_span, say_("không có bảng \"{}\"", "there is no table \"{}\"", *name),
                  suggest(*name, names_of(builder_.data.tables)));
    return Typed{add(Op::lookup, *table, key->expr), Type::string, {}};
  }

  bool takes(ConditionNode const& node, std::size_t n) {
    if (node.children.size() == n) return true;
    report(node.span, say_("{0}() nhận {1} giá trị; ở đây có {3}", "{0}() takes {1} {2}; {3} given", node.text, n,
                           n == 1 ? "value" : "values", node.children.size()));
    return false;
  }

  std::string const* quoted_argument(ConditionNode const& node, std::string_view what) {
    auto const& argument = node.children[0];
    if (argument.kind == ConditionKind::string) return &argument.text;
    report(argument.span, say_("{}() nhận tên {} trong ngoặc kép", "{}() takes the name of a {} in quotation marks", node.text, what));
    return nullptr;
  }

  // --- Operators ---

  std::optional<Typed> negation(ConditionNode const& node) {
    auto const operand = condition(node.children[0]);
    if (!operand) return std::nullopt;
    return Typed{add(Op::negation, *operand), Type::boolean, {}};
  }

  std::optional<Typed> junction(ConditionNode const& node, Op op) {
    std::vector<ExprIndex> operands;
    for (auto const& child : node.children)
      if (auto const operand = condition(child)) operands.push_back(*operand);
    if (operands.size() != node.children.size()) return std::nullopt;
    return Typed{balanced(op, operands), Type::boolean, {}};
  }

  // A tree of logarithmic depth: evaluation recurses.
  ExprIndex balanced(Op op, std::span<ExprIndex const> operands) {
    if (operands.size() == 1) return operands[0];
    auto const half = operands.size() / 2;
    auto const left = balanced(op, operands.first(half));
    auto const right = balanced(op, operands.subspan(half));
    return add(op, left, right);
  }

  std::optional<Typed> comparison(ConditionNode const& node) {
    auto const& name = node.text;
    if (name == "in") return membership(node);
    if (name == "matches") return matches(node);
    auto const left = compile(node.children[0]);
    auto const right = compile(node.children[1]);
    if (!left || !right) return std::nullopt;
    if (name == "==" || name == "!=") return equality(node, *left, *right);
    if (name == "starts_with" || name == "ends_with" || name == "contains") return affix(node, *left, *right);
    return order(node, *left, *right);
  }

  std::optional<Typed> equality(ConditionNode const& node, Typed const& left, Typed const& right) {
    if (left.type == Type::list || right.type == Type::list)
      return fail(node.text_span, say_("không so sánh được danh sách", "lists cannot be compared"),
                  say_("dùng \"in\", \"contains\" hoặc length()", "use \"in\", \"contains\" or length()"));
    if (left.type != right.type && left.type != Type::null && right.type != Type::null) return mismatch(node, left, right);
    known_value(left, node.children[0], node.children[1]);
    known_value(right, node.children[1], node.children[0]);
    return Typed{add(node.text == "==" ? Op::equal : Op::not_equal, left.expr, right.expr), Type::boolean, {}};
  }

  std::optional<Typed> order(ConditionNode const& node, Typed const& left, Typed const& right) {
    constexpr auto ordered = one_of(Type::integer, Type::date);
    if (!operand_fits(node, 0, left, ordered) || !operand_fits(node, 1, right, ordered)) return std::nullopt;
    if (left.type != right.type) return mismatch(node, left, right);
    auto const op = node.text.size() == 1 ? Op::less : Op::less_equal;
    auto const turned = node.text[0] == '>';
    return Typed{turned ? add(op, right.expr, left.expr) : add(op, left.expr, right.expr), Type::boolean, {}};
  }

  std::optional<Typed> affix(ConditionNode const& node, Typed const& left, Typed const& right) {
    auto const lefts = node.text == "contains" ? one_of(Type::string, Type::list) : mask(Type::string);
    if (!operand_fits(node, 0, left, lefts) || !operand_fits(node, 1, right, mask(Type::string))) return std::nullopt;
    if (left.type == Type::list) {
      known_value(left, node.children[0], node.children[1]);
      return Typed{add(Op::in, right.expr, left.expr), Type::boolean, {}};
    }
    auto const op = node.text == "starts_with" ? Op::starts_with : node.text == "ends_with" ? Op::ends_with : Op::contains;
    return Typed{add(op, left.expr, right.expr), Type::boolean, {}};
  }

  std::optional<Typed> matches(ConditionNode const& node) {
    auto const left = compile(node.children[0]);
    auto const& pattern = node.children[1];
    if (pattern.kind != ConditionKind::string)
      return fail(pattern.span, say_("\"matches\" nhận biểu thức chính quy trong ngoặc kép",
                                     "\"matches\" takes a regular expression in quotation marks"));
    if (auto const problem = regex_problem(pattern.text))
      return fail(pattern.text_span, say_("không phải biểu thức chính quy: {}", "not a regular expression: {}", *problem));
    if (!left || !operand_fits(node, 0, *left, mask(Type::string))) return std::nullopt;
    return Typed{add(Op::matches, left->expr, builder_.pattern(pattern.text)), Type::boolean, {}};
  }

  std::optional<Typed> membership(ConditionNode const& node) {
    auto const left = compile(node.children[0]);
    auto const& right = node.children[1];
    if (right.kind == ConditionKind::list) return left ? in_literal(node, *left) : std::nullopt;
    auto const list = right.kind == ConditionKind::call && right.text == "list" ? named_list(right) : compile(right);
    if (!left || !list) return std::nullopt;
    if (!operand_fits(node, 0, *left, mask(Type::string)) || !operand_fits(node, 1, *list, mask(Type::list))) return std::nullopt;
    known_value(*list, right, node.children[0]);
    return Typed{add(Op::in, left->expr, list->expr), Type::boolean, {}};
  }

  std::optional<Typed> named_list(ConditionNode const& node) {
    if (!takes(node, 1)) return std::nullopt;
    auto const* name = quoted_argument(node, say_("danh sách", "list"));
    if (name == nullptr) return std::nullopt;
    if (auto const list = index_of(builder_.data.lists, *name)) return Typed{add(Op::list, *list), Type::list, {}};
    return fail(node.children[0].text_span, say_("không có danh sách \"{}\"", "there is no list \"{}\"", *name),
                suggest(*name, names_of(builder_.data.lists)));
  }

  // `x in ["a", "b"]`: a list; with integers or dates: x == 1 or x == 2.
  std::optional<Typed> in_literal(ConditionNode const& node, Typed const& left) {
    auto const& literals = node.children[1].children;
    if (!operand_fits(node, 0, left, one_of(Type::string, Type::integer, Type::date))) return std::nullopt;
    if (literals.empty()) return fail(node.children[1].span, say_("danh sách trống", "the list is empty"));
    std::vector<std::string_view> strings;
    std::vector<ExprIndex> equals;
    for (auto const& literal : literals) {
      auto const item = compile(literal);
      if (!item) return std::nullopt;
      if (item->type != left.type)
        return fail(literal.span, say_("{} là {}; {} là {}", "{} is {}; {} is {}", quote(literal), with_article(item->type, say_),
                                       quote(node.children[0]), with_article(left.type, say_)));
      known_value(left, node.children[0], literal);
      if (left.type == Type::string)
        strings.push_back(builder_.data.strings[builder_.string(literal.text)]);
      else
        equals.push_back(add(Op::equal, left.expr, item->expr));
    }
    if (left.type != Type::string) return Typed{balanced(Op::either, equals), Type::boolean, {}};
    return Typed{add(Op::in, left.expr, add(Op::list, builder_.list(std::move(strings)))), Type::boolean, {}};
  }

  bool operand_fits(ConditionNode const& node, std::size_t side, Typed const& operand, std::uint8_t types) {
    if ((mask(operand.type) & types) != 0) return true;
    auto const& child = node.children[side];
    if (operand.type == Type::null)
      report(child.span, say_("\"{}\" với null không bao giờ đúng", "\"{}\" with null is never true", node.text),
             say_("chỉ \"==\" và \"!=\" hỏi được null", "only \"==\" and \"!=\" can ask for null"));
    else
      report(child.span,
             say_("bên {2} \"{0}\" là {1}; {3} là {4}", "\"{0}\" takes {1} on its {2}; {3} is {4}", node.text, fitting(types, say_),
                  side == 0 ? say_("trái", "left") : say_("phải", "right"), quote(child), with_article(operand.type, say_)));
    return false;
  }

  std::optional<Typed> mismatch(ConditionNode const& node, Typed const& left, Typed const& right) {
    return fail(node.children[1].span, say_("{} là {}; {} là {}", "{} is {}; {} is {}", quote(node.children[0]),
                                            with_article(left.type, say_), quote(node.children[1]), with_article(right.type, say_)));
  }

  // A string that the field can never hold is a slip.
  void known_value(Typed const& field, ConditionNode const& written, ConditionNode const& literal) {
    if (field.values.empty() || literal.kind != ConditionKind::string) return;
    if (std::find(field.values.begin(), field.values.end(), literal.text) != field.values.end()) return;
    report(literal.text_span, say_("{} không bao giờ là \"{}\"", "{} never holds \"{}\"", quote(written), literal.text),
           suggest(literal.text, field.values));
  }

  // --- Helpers ---

  // What the grammar says was expected.
  std::string expected(std::string const& en) const {
    if (say_.language == Language::en) return en;
    constexpr std::pair<std::string_view, std::string_view> parts[] = {{"a condition", "một điều kiện"},
                                                                       {"a value", "một giá trị"},
                                                                       {"a literal", "một giá trị viết sẵn"},
                                                                       {"a list", "một danh sách"},
                                                                       {"a name", "một tên"},
                                                                       {"an operator", "phép so sánh"},
                                                                       {" or ", " hoặc "},
                                                                       {"the end", "chỗ kết thúc"},
                                                                       {"fewer parentheses inside each other", "chỗ lồng ít ngoặc hơn"}};
    auto out = en;
    for (auto const& [from, to] : parts)
      for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size())) out.replace(at, from.size(), to);
    return out;
  }

  std::string suggest(std::string_view name, std::vector<std::string_view> const& known) const {
    return suggestion(name, known, say_.language);
  }

  ExprIndex add(Op op, std::uint32_t a = 0, std::uint32_t b = 0) { return builder_.add({op, a, b}); }

  template <class Items>
  static std::optional<std::uint32_t> index_of(Items const& items, std::string_view name) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].name == name && !name.empty()) return static_cast<std::uint32_t>(i);
    return std::nullopt;
  }

  std::string quote(ConditionNode const& node) const {
    auto const text = slice(text_, node.span);
    return node.kind == ConditionKind::string ? std::string(text) : fmt::format("\"{}\"", text);
  }

  void report(Span span, std::string message, std::string hint = {}) {
    problems_.push_back({{span.begin + offset_, span.end + offset_}, std::move(message), std::move(hint)});
  }
  std::nullopt_t fail(Span span, std::string message, std::string hint = {}) {
    report(span, std::move(message), std::move(hint));
    return std::nullopt;
  }

  std::string_view text_;
  std::uint32_t offset_;  // of text_ in the text that problems refer to
  Scope const& scope_;
  RuleBuilder& builder_;
  std::vector<TextProblem>& problems_;
  Say say_;
};

// --- Placeholders -------------------------------------------------------------------------------------------------------------------

std::optional<TemplatePart> placeholder(std::string_view text, std::uint32_t offset, Scope const& scope, RuleBuilder& builder,
                                        std::vector<TextProblem>& problems, Say say) {
  TemplatePart part{PartKind::argument, builder.keep(std::string(text)), no_expr};
  if (std::find(scope.arguments.begin(), scope.arguments.end(), text) != scope.arguments.end()) return part;
  Compiler compiler(text, offset, scope, builder, problems, say);
  auto const parsed = grammar::parse_operand(text);
  if (auto const* error = std::get_if<grammar::ConditionError>(&parsed)) {
    compiler.syntax_problem(*error);
    return std::nullopt;
  }
  auto const typed = compiler.compile(std::get<ConditionNode>(parsed));
  if (!typed) return std::nullopt;
  if (typed->type == Type::boolean || typed->type == Type::null) {
    problems.push_back(
        {{offset, offset + static_cast<std::uint32_t>(text.size())},
         say("chỗ điền phải cho ra chữ; \"{}\" là {}", "a placeholder gives text; \"{}\" is {}", text, with_article(typed->type, say)),
         {}});
    return std::nullopt;
  }
  part.kind = PartKind::expression;
  part.expr = typed->expr;
  return part;
}

// Where the placeholder that starts behind `begin` ends: the next "}" outside quotation marks.
std::size_t closing_brace(std::string_view text, std::size_t begin) {
  bool quoted = false;
  for (auto i = begin; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == '}' && !quoted) return i;
  }
  return std::string_view::npos;
}

}  // namespace

std::optional<ExprIndex> compile_condition(std::string_view text, Scope const& scope, RuleBuilder& builder,
                                           std::vector<TextProblem>& problems, Say say) {
  Compiler compiler(text, 0, scope, builder, problems, say);
  auto const before = problems.size();
  auto const parsed = grammar::parse_condition(text);
  if (auto const* error = std::get_if<grammar::ConditionError>(&parsed)) {
    compiler.syntax_problem(*error);
    return std::nullopt;
  }
  auto const condition = compiler.condition(std::get<ConditionNode>(parsed));
  return problems.size() == before ? condition : std::nullopt;
}

Template compile_template(std::string_view text, Scope const& scope, RuleBuilder& builder, std::vector<TextProblem>& problems, Say say) {
  Template out;
  std::string literal;
  auto const flush = [&] {
    if (!literal.empty()) out.push_back({PartKind::text, builder.keep(literal), no_expr});
    literal.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const at = static_cast<std::uint32_t>(i);
    if (text[i] != '{' && text[i] != '}') {
      literal += text[i];
    } else if (i + 1 < text.size() && text[i + 1] == text[i]) {
      literal += text[i++];
    } else if (text[i] == '}') {
      problems.push_back({{at, at + 1},
                          say("ngoặc đóng không có ngoặc mở", "a brace closes that was not opened"),
                          say("muốn viết dấu ngoặc thì viết }}}}", "}}}} stands for a brace")});
    } else {
      auto const end = closing_brace(text, i + 1);
      if (end == std::string_view::npos) {
        problems.push_back({{at, at + 1},
                            say("ngoặc mở không có ngoặc đóng", "a brace opens that is not closed"),
                            say("muốn viết dấu ngoặc thì viết {{{{", "{{{{ stands for a brace")});
        break;
      }
      flush();
      if (auto const part = placeholder(text.substr(i + 1, end - i - 1), at + 1, scope, builder, problems, say)) out.push_back(*part);
      i = end;
    }
  }
  flush();
  return out;
}

}  // namespace vanthu
