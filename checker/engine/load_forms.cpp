// When a rule fires: a condition on nodes, a named check, phrases.
#include "checks/check.hpp"
#include "engine/rule_loader.hpp"
#include "text/unicode.hpp"

namespace vanthu {

void RuleLoader::form_keys() {
  switch (rule_.form) {
    case Form::condition: return condition();
    case Form::check: return check();
    case Form::phrases: return phrases();
  }
}

void RuleLoader::scope_of_base() {
  switch (rule_.form) {
    case Form::condition: scope_ = scope_of_nodes(); break;
    case Form::check: scope_ = scope_of(*check_named(rule_.check_name)); break;
    case Form::phrases: scope_ = phrase_scope(); break;
  }
}

// --- Conditions ---------------------------------------------------------------------------------------------------------------------

void RuleLoader::condition() {
  if (!change_) node();
  if (auto const* once = given("once")) rule_.once = once->boolean;
  if (scope_known_) scope_ = scope_of_nodes();
  if (auto const* expect = needed("expect")) rule_.expect = compiled(*expect, scope_, rule_.expect_text);
  if (auto const* at = given("at")) rule_.at = place(*at);
}

// What one finding for many nodes can say of them all.
Scope RuleLoader::scope_of_nodes() const {
  Scope out{rule_.on, {}, {}};
  if (rule_.once) out.arguments = {"times", "places"};
  return out;
}

void RuleLoader::node() {
  auto const* value = given("on");
  auto const kind = value == nullptr ? std::nullopt : choice(*value, Choice::node);
  if (kind) rule_.on = static_cast<NodeKind>(*kind);
  scope_known_ = kind.has_value();
  rule_.at = {rule_.on == NodeKind::document ? PlaceKind::start : PlaceKind::whole, 0};
}

void RuleLoader::when() {
  auto const* value = given("when");
  if (value == nullptr) return;
  Scope const of_document{NodeKind::document, {}, {}};
  rule_.when = compiled(*value, rule_.form == Form::condition ? scope_ : of_document, rule_.when_text);
}

ExprIndex RuleLoader::compiled(TomlValue const& value, Scope const& scope, std::string_view& text) {
  if (!scope_known_ && rule_.form == Form::condition) return no_expr;  // the kind of node is unknown: every field would be
  text = keep(value.string);
  std::vector<TextProblem> problems;
  auto const expr = compile_condition(value.string, scope, builder_, problems, file_.say());
  report_all(value, problems);
  return expr.value_or(no_expr);
}

// --- Checks -------------------------------------------------------------------------------------------------------------------------

void RuleLoader::check() {
  if (change_) {
    if (auto const* values = given("options")) options(*check_named(rule_.check_name), *values);
    return;
  }
  auto const* value = given("check");
  auto const* check = value == nullptr ? nullptr : check_named(value->string);
  scope_known_ = check != nullptr;
  if (check == nullptr) {
    if (value != nullptr) choice(*value, Choice::check);
    return;
  }
  rule_.check_name = check->name;
  scope_ = scope_of(*check);
  TomlValue const none;
  auto const* values = given("options");
  options(*check, values == nullptr ? none : *values);
  for (auto const& def : check->options)
    if (def.required && (values == nullptr || values->find(def.name) == nullptr))
      file_.report(
          *value,
          say("phép kiểm \"{}\" cần tùy chọn \"{}\" ({})", "check \"{}\" needs the option \"{}\" ({})", check->name, def.name, def.doc),
          say("viết ở [{}.options]", "it stands in [{}.options]", code_.name));
}

Scope RuleLoader::scope_of(Check const& check) {
  Scope out{std::nullopt, {}, keep(say("phép kiểm \"{}\"", "check \"{}\"", check.name))};
  for (auto const& argument : check.arguments) out.arguments.push_back(argument.name);
  return out;
}

// In the order of the check's table, whatever the pack's.
void RuleLoader::options(Check const& check, TomlValue const& given) {
  std::vector<std::string_view> known;
  for (auto const& def : check.options) known.push_back(def.name);
  file_.check_keys(given, known, say("phép kiểm \"{}\"", "check \"{}\"", check.name));
  decltype(rule_.options) merged;
  for (auto const& def : check.options) {
    auto const* value = given.find(def.name);
    if (value == nullptr) {
      for (auto& option : rule_.options)
        if (option.first == def.name) merged.push_back(std::move(option));
    } else if (auto option = option_value(*value, def)) {
      merged.emplace_back(def.name, std::move(*option));
    }
  }
  rule_.options = std::move(merged);
}

std::optional<OptionValue> RuleLoader::option_value(TomlValue const& value, OptionDef const& def) {
  constexpr TomlKind kinds[] = {TomlKind::boolean, TomlKind::integer, TomlKind::string, TomlKind::array, TomlKind::table};
  if (!file_.is(value, kinds[static_cast<std::size_t>(def.type)], def.name)) return std::nullopt;
  switch (def.type) {
    case OptionType::boolean: return value.boolean;
    case OptionType::integer: return value.integer;
    case OptionType::string: return value.string;
    case OptionType::list: {
      std::vector<std::string> items;
      for (auto const* item : file_.strings(value, def.name)) items.push_back(item->string);
      return items;
    }
    case OptionType::table: {
      std::vector<std::pair<std::string, std::string>> entries;
      for (auto const& [key, entry] : value.entries)
        if (file_.is(entry, TomlKind::string, key.name)) entries.emplace_back(key.name, entry.string);
      return entries;
    }
  }
  return std::nullopt;
}

// --- Phrases ------------------------------------------------------------------------------------------------------------------------

Scope RuleLoader::phrase_scope() const {
  return {std::nullopt, {"wrong", "right", "found"}, file_.say().language == Language::vi ? "quy tắc cụm từ" : "a phrase rule"};
}

void RuleLoader::phrases() {
  scope_ = phrase_scope();
  if (auto const* value = given("phrases")) {
    if (value->items.empty()) file_.report(*value, say("không có cụm từ nào", "there are no phrases"));
    rule_.phrases.clear();
    phrases_of(*value);
  }
  if (change_) change_phrases();
  all_have_right_ = std::all_of(rule_.phrases.begin(), rule_.phrases.end(), [](Phrase const& p) { return p.has_right; });
  if (auto const* value = given("case")) rule_.letter_case = value->boolean;
  struct List {
    std::string_view key;
    std::vector<std::string_view>* into;
  };
  for (auto const& [key, into] :
       {List{"if_before", &rule_.if_before}, List{"unless_before", &rule_.unless_before}, List{"unless_sentence", &rule_.unless_sentence}})
    if (auto const* value = setting(key)) {
      into->clear();
      for (auto const* words : file_.strings(*value, key)) into->push_back(phrase_text(*words));
    }
  in_passing();
  auto const* skip = given("skip");
  if (skip == nullptr) return;
  rule_.skip = 0;
  for (auto const* item : file_.strings(*skip, "skip"))
    if (auto const index = choice(*item, Choice::skip))
      rule_.skip |= std::uint64_t{1} << (item->string == "quotation" ? skip_quotation : *index);
}

void RuleLoader::in_passing() {
  auto const* table = setting("in_passing");
  if (table == nullptr) return;
  InPassing out;
  file_.check_keys(*table, names_of(keys_of(Shape::in_passing), 0), "\"in_passing\"");
  if (auto const* severity = inside(*table, Shape::in_passing, "severity")) {
    if (auto const index = choice(*severity, Choice::severity)) out.severity = static_cast<Severity>(*index);
  } else if (table->find("severity") == nullptr) {
    file_.report(*table, say("\"in_passing\" phải có \"severity\"", "\"in_passing\" needs \"severity\""));
  }
  if (auto const* parts = inside(*table, Shape::in_passing, "unless_in")) out.unless_in = bits(*parts, "unless_in", Choice::node);
  if (auto const* phrases = inside(*table, Shape::in_passing, "unless_sentence"))
    for (auto const* words : file_.strings(*phrases, "unless_sentence")) out.unless_sentence.push_back(phrase_text(*words));
  rule_.in_passing = std::move(out);
}

void RuleLoader::phrases_of(TomlValue const& array) {
  for (auto const& item : array.items)
    if (file_.is(item, TomlKind::table, "phrases")) phrase(item);
}

void RuleLoader::change_phrases() {
  if (auto const* value = given("remove_phrases"))
    for (auto const* item : file_.strings(*value, "remove_phrases")) {
      std::vector<std::string_view> known;
      for (auto const& phrase : rule_.phrases) known.push_back(phrase.wrong);
      if (std::erase_if(rule_.phrases, [&](Phrase const& p) { return p.wrong == item->string; }) == 0)
        file_.report(*item, say("{} không có cụm từ \"{}\"", "{} has no phrase \"{}\"", code_.name, item->string),
                     suggest(item->string, known));
    }
  if (auto const* value = given("add_phrases")) phrases_of(*value);
  if (rule_.phrases.empty() && table_.find("remove_phrases") != nullptr)
    file_.report(key("remove_phrases"), say("không còn cụm từ nào", "there are no phrases left"),
                 say("muốn tắt {} thì viết enabled = false", "enabled = false switches {} off", code_.name));
}

void RuleLoader::phrase(TomlValue const& item) {
  file_.check_keys(item, names_of(keys_of(Shape::phrases), 0), say("cụm từ", "a phrase"));
  Phrase out;
  if (auto const* wrong = inside(item, Shape::phrases, "wrong"))
    out.wrong = phrase_text(*wrong);
  else if (item.find("wrong") == nullptr)
    file_.report(item, say("cụm từ phải có \"wrong\"", "a phrase needs \"wrong\""));
  if (auto const* right = inside(item, Shape::phrases, "right")) out.right = keep(right->string);
  out.has_right = item.find("right") != nullptr;
  for (auto const key : {"unless_before", "unless_after"}) {
    auto& into = key == std::string_view("unless_before") ? out.unless_before : out.unless_after;
    if (auto const* value = inside(item, Shape::phrases, key))
      for (auto const* words : file_.strings(*value, key)) into.push_back(phrase_text(*words));
  }
  rule_.phrases.push_back(std::move(out));
}

std::string_view RuleLoader::phrase_text(TomlValue const& value) {
  if (value.string.empty() || trim(value.string).size() != value.string.size() || value.string.find('\n') != std::string::npos)
    file_.report(value, say("cụm từ nằm trên một dòng, không để trống, không có dấu cách ở hai đầu",
                            "a phrase stands in one line, without blanks at its ends, and is not empty"));
  return keep(value.string);
}

}  // namespace vanthu
