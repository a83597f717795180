// Expressions evaluated: operators, functions, messages.
#include "engine/expression.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/regex.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_null(Val const& v) { return std::holds_alternative<std::monostate>(v); }

std::optional<std::string_view> text(Val const& v) {
  auto const* s = std::get_if<std::string_view>(&v);
  return s == nullptr ? std::nullopt : std::optional(*s);
}

bool equal(Val const& a, Val const& b) {
  if (a.index() != b.index()) return false;
  if (is_null(a)) return true;
  if (auto const* x = std::get_if<bool>(&a)) return *x == std::get<bool>(b);
  if (auto const* x = std::get_if<std::int64_t>(&a)) return *x == std::get<std::int64_t>(b);
  if (auto const* x = std::get_if<std::string_view>(&a)) return *x == std::get<std::string_view>(b);
  if (auto const* x = std::get_if<Date>(&a)) return *x == std::get<Date>(b);
  return false;
}

bool less(Val const& a, Val const& b) {
  auto const* m = std::get_if<std::int64_t>(&a);
  auto const* n = std::get_if<std::int64_t>(&b);
  if (m != nullptr && n != nullptr) return *m < *n;
  auto const* d = std::get_if<Date>(&a);
  auto const* e = std::get_if<Date>(&b);
  return d != nullptr && e != nullptr && certainly_after(*e, *d);
}

bool less_equal(Val const& a, Val const& b) { return less(a, b) || (!is_null(a) && equal(a, b)); }

bool capitalized(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    auto const c = next_code_point(s, i);
    if (is_letter(c) || is_digit(c)) return is_upper(c);
  }
  return false;
}

// Can the folded form of `text` start with `folded`? A first letter of ASCII tells it, unless a tone mark may come over it.
bool may_begin(std::string_view text, std::string_view folded) {
  if (text.empty() || folded.empty()) return true;
  auto const first = static_cast<unsigned char>(text.front());
  if (first <= ' ' || first >= 0x80) return true;
  auto const lower = to_lower(char32_t{first});
  return lower == U'o' || lower == U'u' || lower == static_cast<unsigned char>(folded.front());
}

Val part(int n) { return n == 0 ? Val{} : Val{std::int64_t{n}}; }

std::string written(Date date) {
  auto const digits = [](int n, int width) { return n == 0 ? std::string("…") : fmt::format("{:0{}}", n, width); };
  return fmt::format("{}/{}/{}", digits(date.day, 2), digits(date.month, 2), digits(date.year, 4));
}

// Adds the values as they are written; `once`: those that are not among them yet.
void add_values(std::vector<std::string>& out, Val const& v, bool once) {
  auto const add = [&](std::string value) {
    if (!once || std::find(out.begin(), out.end(), value) == out.end()) out.push_back(std::move(value));
  };
  if (auto const* n = std::get_if<std::int64_t>(&v)) add(std::to_string(*n));
  if (auto const* s = std::get_if<std::string_view>(&v)) add(std::string(*s));
  if (auto const* d = std::get_if<Date>(&v)) add(written(*d));
  if (auto const* l = std::get_if<ListView>(&v)) {
    for (auto const& s : l->strings) add(s);
    for (auto const& s : l->views) add(std::string(s));
  }
}

}  // namespace

bool Evaluator::holds(ExprIndex condition, Node node) {
  forget();
  return truth(condition, node);
}

std::string Evaluator::words_of_all(Template const& words, std::span<Node const> nodes, Arguments arguments) {
  forget();
  std::string out;
  for (auto const& part : words) {
    if (part.kind == PartKind::text) out += part.text;
    if (part.kind == PartKind::expression) {
      std::vector<std::string> values;
      for (auto const& node : nodes) add_values(values, value(part.expr, node), nodes.size() > 1);
      out += fmt::format("{}", fmt::join(values, ", "));
    }
    if (part.kind == PartKind::argument)
      for (auto const& [name, text] : arguments)
        if (name == part.text) out += text;
  }
  return out;
}

std::optional<std::string> Evaluator::complete_words(Template const& words_, Node node, Arguments arguments) {
  forget();
  for (auto const& part : words_)
    if (part.kind == PartKind::expression && is_null(value(part.expr, node))) return std::nullopt;
  return words(words_, node, arguments);
}

// What is true or false by its nature makes no value on the way.
bool Evaluator::truth(ExprIndex index, Node node) {
  auto const& expr = expressions_[index];
  switch (expr.op) {
    case Op::either: return truth(expr.a, node) || truth(expr.b, node);
    case Op::both: return truth(expr.a, node) && truth(expr.b, node);
    case Op::negation: return !truth(expr.a, node);
    case Op::has: return !model_->nodes(static_cast<NodeKind>(expr.a)).empty();
    case Op::equal: return same(expr, node);
    case Op::not_equal: return !same(expr, node);
    case Op::in: return in(expr, node);
    case Op::starts_with: return begins(expr, node);
    case Op::less:
    case Op::less_equal:
    case Op::matches:
    case Op::ends_with:
    case Op::contains: return compare(expr, node);
    default: break;
  }
  auto const result = value(index, node);
  auto const* known = std::get_if<bool>(&result);
  return known != nullptr && *known;
}

Val Evaluator::value(ExprIndex index, Node node) {
  auto const& expr = expressions_[index];
  switch (expr.op) {
    case Op::null: return {};
    case Op::boolean: return expr.a != 0;
    case Op::integer: return std::int64_t{expr.a};
    case Op::date: return Date{static_cast<int>(expr.a / 10000), static_cast<int>(expr.a / 100 % 100), static_cast<int>(expr.a % 100)};
    case Op::string: return data_->strings[expr.a];
    case Op::list: return ListView{{}, data_->lists[expr.a].items};
    case Op::field: return model_->field(node, expr.a);
    case Op::document_field: return model_->field({}, expr.a);
    case Op::count: return static_cast<std::int64_t>(model_->nodes(static_cast<NodeKind>(expr.a)).size());
    case Op::either:
    case Op::both:
    case Op::negation:
    case Op::has:
    case Op::equal:
    case Op::not_equal:
    case Op::less:
    case Op::less_equal:
    case Op::in:
    case Op::matches:
    case Op::starts_with:
    case Op::ends_with:
    case Op::contains: return truth(index, node);
    case Op::lookup: {
      auto const key = value(expr.b, node);
      auto const& entries = data_->tables[expr.a].entries;
      if (!text(key)) return {};
      auto const found =
          std::lower_bound(entries.begin(), entries.end(), *text(key), [](auto const& entry, auto const& k) { return entry.first < k; });
      return found != entries.end() && found->first == *text(key) ? Val{found->second} : Val{};
    }
    case Op::fold: return folded(expressions_[expr.a], value(expr.a, node));
    case Op::lower:
    case Op::upper:
    case Op::length:
    case Op::words:
    case Op::all_caps:
    case Op::capitalized:
    case Op::year:
    case Op::month:
    case Op::day:
    case Op::valid: return function(expr.op, value(expr.a, node));
  }
  return {};
}

bool Evaluator::same(Expr const& expr, Node node) {
  auto const& of = expressions_[expr.a];
  auto const left = of.op == Op::field ? model_->field(node, of.a) : value(expr.a, node);  // nearly always a field
  auto const& other = expressions_[expr.b];
  if (other.op == Op::null) return is_null(left);
  if (other.op != Op::string) return equal(left, value(expr.b, node));
  auto const* text = std::get_if<std::string_view>(&left);
  return text != nullptr && *text == data_->strings[other.a];
}

bool Evaluator::in(Expr const& expr, Node node) {
  auto const right = value(expr.b, node);
  auto const* list = std::get_if<ListView>(&right);
  if (list == nullptr || list->size() == 0) return false;  // most documents have few faults
  auto const left = value(expr.a, node);
  auto const* text = std::get_if<std::string_view>(&left);
  return text != nullptr && list->contains(*text);
}

bool Evaluator::begins(Expr const& expr, Node node) {
  auto const right = value(expr.b, node);
  auto const* start = std::get_if<std::string_view>(&right);
  if (start == nullptr) return false;
  auto const& of = expressions_[expr.a];
  auto left = value(of.op == Op::fold ? of.a : expr.a, node);
  auto const* text = std::get_if<std::string_view>(&left);
  if (text == nullptr) return false;
  if (of.op != Op::fold) return text->starts_with(*start);
  if (!may_begin(*text, *start)) return false;
  left = folded(expressions_[of.a], left);
  return std::get<std::string_view>(left).starts_with(*start);
}

bool Evaluator::compare(Expr const& expr, Node node) {
  auto const left = value(expr.a, node);
  auto const* text = std::get_if<std::string_view>(&left);
  if (expr.op == Op::matches) return text != nullptr && rules_->regex(expr.b).found_in(*text);
  auto const right = value(expr.b, node);
  if (expr.op == Op::less) return less(left, right);
  if (expr.op == Op::less_equal) return less_equal(left, right);
  auto const* part = std::get_if<std::string_view>(&right);
  if (text == nullptr || part == nullptr) return false;
  return expr.op == Op::ends_with ? text->ends_with(*part) : text->find(*part) != std::string_view::npos;
}

// Several rules fold the same field of the same node.
Val Evaluator::folded(Expr const& argument, Val const& of) {
  auto const s = text(of);
  if (!s) return {};
  if (argument.op != Op::field && argument.op != Op::document_field) return keep(vanthu::fold(*s));
  auto const [known, fresh] = folded_.try_emplace({s->data(), s->size()});
  if (fresh) known->second = vanthu::fold(*s);
  return std::string_view(known->second);
}

Val Evaluator::function(Op op, Val const& argument) {
  auto const s = text(argument);
  auto const* date = std::get_if<Date>(&argument);
  auto const* list = std::get_if<ListView>(&argument);
  switch (op) {
    case Op::lower: return s ? Val{keep(to_lower(*s))} : Val{};
    case Op::upper: return s ? Val{keep(to_upper(*s))} : Val{};
    case Op::length: return static_cast<std::int64_t>(s ? code_points(*s) : list != nullptr ? list->size() : 0);
    case Op::words: return static_cast<std::int64_t>(s ? vanthu::words(*s).size() : 0);
    case Op::all_caps: return s && vanthu::all_caps(*s);
    case Op::capitalized: return s && vanthu::capitalized(*s);
    case Op::year: return date != nullptr ? part(date->year) : Val{};
    case Op::month: return date != nullptr ? part(date->month) : Val{};
    case Op::day: return date != nullptr ? part(date->day) : Val{};
    case Op::valid: return date != nullptr && is_valid(*date);
    default: return {};
  }
}

}  // namespace vanthu
