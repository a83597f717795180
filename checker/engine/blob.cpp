// Rules to bytes and back: one list of members, written and read by the same walk.
#include "engine/blob.hpp"

#include <cassert>
#include <cstring>
#include <type_traits>

namespace vanthu {
namespace {

// Members are named once, in visit(); Writer and Reader go over them in the same order.
class Writer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (write(values), ...);
  }
  std::string out;

 private:
  void raw(void const* data, std::size_t size) { out.append(static_cast<char const*>(data), size); }
  void size(std::size_t n) {
    auto const n32 = static_cast<std::uint32_t>(n);
    raw(&n32, sizeof n32);
  }
  void write(std::string_view text) {
    size(text.size());
    raw(text.data(), text.size());
  }
  void write(std::string& text) { write(std::string_view(text)); }
  void write(std::vector<Expr>& expressions) {
    size(expressions.size());
    raw(expressions.data(), expressions.size() * sizeof(Expr));
  }
  template <class T>
  void write(std::vector<T>& items) {
    size(items.size());
    for (auto& item : items) write(item);
  }
  template <class T>
  void write(std::optional<T>& value) {
    bool there = value.has_value();
    write(there);
    if (there) write(*value);
  }
  template <class A, class B>
  void write(std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  void write(OptionValue& value) {
    auto index = static_cast<std::uint8_t>(value.index());
    write(index);
    std::visit([this](auto& held) { write(held); }, value);
  }
  template <class T>
  void write(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
      raw(&value, sizeof value);
    else
      visit(*this, value);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (read(values), ...);
  }

 private:
  char const* take(std::size_t size) {
    assert(size <= in_.size());
    auto const* at = in_.data();
    in_.remove_prefix(size);
    return at;
  }
  std::size_t size() {
    std::uint32_t n = 0;
    std::memcpy(&n, take(sizeof n), sizeof n);
    return n;
  }
  void read(std::string_view& text) {
    auto const n = size();
    text = {take(n), n};
  }
  void read(std::string& text) {
    auto const n = size();
    text.assign(take(n), n);
  }
  void read(std::vector<Expr>& expressions) {
    expressions.resize(size());
    auto const bytes = expressions.size() * sizeof(Expr);
    if (bytes != 0) std::memcpy(expressions.data(), take(bytes), bytes);
  }
  template <class T>
  void read(std::vector<T>& items) {
    items.resize(size());
    for (auto& item : items) read(item);
  }
  template <class T>
  void read(std::optional<T>& value) {
    bool there = false;
    read(there);
    if (there) read(value.emplace());
  }
  template <class A, class B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <std::size_t... I>
  void read_alternative(OptionValue& value, std::size_t index, std::index_sequence<I...>) {
    ((I == index ? read(value.emplace<I>()) : void()), ...);
  }
  void read(OptionValue& value) {
    std::uint8_t index = 0;
    read(index);
    read_alternative(value, index, std::make_index_sequence<std::variant_size_v<OptionValue>>{});
  }
  template <class T>
  void read(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
      std::memcpy(&value, take(sizeof value), sizeof value);
    else
      visit(*this, value);
  }

  std::string_view in_;
};

template <class A>
void visit(A& a, Date& x) {
  a(x.year, x.month, x.day);
}
template <class A, class T>
void visit(A& a, Localized<T>& x) {
  a(x.vi, x.en);
}
template <class A>
void visit(A& a, TemplatePart& x) {
  a(x.kind, x.text, x.expr);
}
template <class A>
void visit(A& a, Place& x) {
  a(x.kind, x.index);
}
template <class A>
void visit(A& a, FixSpec& x) {
  a(x.action, x.at, x.with, x.safety, x.touches, x.title);
}
template <class A>
void visit(A& a, RelatedSpec& x) {
  a(x.at, x.message);
}
template <class A>
void visit(A& a, Phrase& x) {
  a(x.wrong, x.right, x.has_right, x.unless_before, x.unless_after);
}
template <class A>
void visit(A& a, ExampleContext& x) {
  a(x.family, x.type, x.stage, x.date, x.house_name, x.house_symbol, x.house_place, x.house_units);
}
template <class A>
void visit(A& a, Example& x) {
  a(x.bad, x.good, x.fixable, x.file, x.bad_line, x.good_line, x.context);
}
template <class A>
void visit(A& a, BasisRef& x) {
  a(x.key, x.source, x.clause, x.force);
}
template <class A>
void visit(A& a, RuleChange& x) {
  a(x.file, x.line, x.reason);
}
template <class A>
void visit(A& a, InPassing& x) {
  a(x.severity, x.unless_in, x.unless_sentence);
}
template <class A>
void visit(A& a, Rule& x) {
  a(x.code, x.name, x.pack, x.form, x.severity, x.basis, x.message, x.why, x.fix, x.related);
  a(x.enabled, x.families, x.needs, x.stage, x.types, x.not_types, x.from, x.until);
  a(x.on, x.when, x.expect, x.when_text, x.expect_text, x.at, x.once, x.check_name, x.options, x.phrases, x.skip, x.if_before,
    x.unless_before, x.unless_sentence, x.in_passing, x.letter_case);
  a(x.examples, x.changes);
}
template <class A>
void visit(A& a, NamedList& x) {
  a(x.pack, x.name, x.items);
}
template <class A>
void visit(A& a, NamedTable& x) {
  a(x.pack, x.name, x.entries);
}
template <class A>
void visit(A& a, Clause& x) {
  a(x.key, x.text, x.force);
}
template <class A>
void visit(A& a, BasisSource& x) {
  a(x.pack, x.key, x.title, x.force, x.clauses);
}
template <class A>
void visit(A& a, PackInfo& x) {
  a(x.name, x.file, x.title);
}
template <class A>
void visit(A& a, RuleData& x) {
  a(x.packs, x.sources, x.expressions, x.strings, x.patterns, x.lists, x.tables, x.rules);
}

}  // namespace

std::string to_bytes(RuleData const& rules) {
  Writer writer;
  visit(writer, const_cast<RuleData&>(rules));  // Writer only reads; visit() is shared with Reader
  return std::move(writer.out);
}

RuleData from_bytes(std::string_view bytes) {
  RuleData rules;
  Reader reader(bytes);
  visit(reader, rules);
  return rules;
}

}  // namespace vanthu
