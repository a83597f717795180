// One rule: its keys, where it applies, its examples.
#include "engine/load_rule.hpp"

#include <tuple>

#include "engine/rule_loader.hpp"
#include "engine/suggest.hpp"
#include "text/unicode.hpp"

namespace vanthu {

RuleLoader::RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, TomlValue const* defaults, RuleBuilder& builder)
    : file_(file), code_(code), table_(table), defaults_(defaults), builder_(builder) {
  rule_.families = 1U << static_cast<unsigned>(Family::administrative);
}

RuleLoader::RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, Rule base, RuleBuilder& builder)
    : file_(file), code_(code), table_(table), defaults_(nullptr), builder_(builder), rule_(std::move(base)), change_(true) {}

Rule RuleLoader::load() {
  rule_.code = keep(code_.name);
  name();
  scope_known_ = form();
  if (scope_known_) form_keys();
  when();
  words();
  basis();
  related();
  fix();
  applicability();
  if (table_.find("severity") == nullptr && (defaults_ == nullptr || defaults_->find("severity") == nullptr)) report_missing("severity");
  examples();
  return std::move(rule_);
}

Rule RuleLoader::change() {
  auto const before = std::tuple(rule_.severity, std::min(rule_.severity, rule_.in_passing.severity), rule_.enabled);
  auto const force = rule_.basis.force;
  change_keys();
  scope_of_base();
  form_keys();
  when();
  words();
  basis();
  related();
  fix();
  applicability();
  examples();
  reason(before, force);
  return std::move(rule_);
}

// --- Keys ---------------------------------------------------------------------------------------------------------------------------

void RuleLoader::name() {
  auto const* value = needed("name");
  if (value == nullptr) return;
  if (!is_kebab_case(value->string))
    file_.report(*value, say("tên không viết theo kiểu nối bằng gạch nối", "the name is not kebab-case"),
                 say("chữ thường không dấu, nối bằng gạch nối: \"missing-type-symbol\"",
                     "lower-case words joined by hyphens: \"missing-type-symbol\""));
  rule_.name = keep(value->string);
}

bool RuleLoader::form() {
  struct Named {
    std::string_view key;
    Form form;
  };
  constexpr Named forms[] = {{"on", Form::condition}, {"check", Form::check}, {"phrases", Form::phrases}};
  std::vector<Named> found;
  for (auto const& [key, value] : table_.entries)
    for (auto const& f : forms)
      if (f.key == key.name) found.push_back(f);
  file_.check_keys(table_, names_of(rule_keys(), 0, in_change), say("quy tắc", "a rule"));
  if (found.empty()) {
    file_.report(code_,
                 say("{} không có \"on\", \"check\" hay \"phrases\"", "{} says neither \"on\" nor \"check\" nor \"phrases\"", code_.name),
                 say("mỗi quy tắc có đúng một khóa trong số đó", "a rule has exactly one of them"));
    return false;
  }
  rule_.form = found.front().form;
  // A key of another form is not unknown, only out of place.
  for (auto const& [key, value] : table_.entries) {
    auto const* def = find_key(rule_keys(), key.name);
    auto const of_form = std::any_of(std::begin(forms), std::end(forms), [&key = key](Named const& f) { return f.key == key.name; });
    if (def != nullptr && (def->flags & (in_change | flag_of(rule_.form))) == 0 && !of_form)
      file_.report(key, say("quy tắc có \"{}\" không có khóa \"{}\"", "a rule with \"{}\" has no key \"{}\"", found.front().key, key.name));
  }
  for (std::size_t i = 1; i < found.size(); ++i)
    file_.report(
        key(found[i].key),
        say("quy tắc có \"{}\" không thể có thêm \"{}\"", "a rule with \"{}\" cannot have \"{}\"", found[0].key, found[i].key),
        say("mỗi quy tắc có đúng một trong \"on\", \"check\", \"phrases\"", "a rule has exactly one of \"on\", \"check\", \"phrases\""));
  return found.size() == 1;
}

void RuleLoader::change_keys() {
  constexpr std::string_view form_names[] = {"on", "check", "phrases"};
  auto const fitting = names_of(rule_keys(), flag_of(rule_.form), is_identity);
  for (auto const& [key, value] : table_.entries) {
    if (std::find(fitting.begin(), fitting.end(), key.name) != fitting.end()) continue;
    auto const* def = find_key(rule_keys(), key.name);
    if (def == nullptr)
      file_.report(key, say("quy tắc không có khóa \"{}\"", "a rule has no key \"{}\"", key.name), suggest(key.name, fitting));
    else if ((def->flags & is_identity) != 0)
      file_.report(key, say("không thay được \"{}\" của quy tắc", "\"{}\" of a rule cannot be changed", key.name),
                   say("tắt {} rồi viết quy tắc riêng", "switch {} off and write a rule of your own instead", code_.name));
    else
      file_.report(key, say("{} là quy tắc có \"{}\", không có khóa \"{}\"", "{} is a rule with \"{}\", which has no key \"{}\"",
                            code_.name, form_names[static_cast<std::size_t>(rule_.form)], key.name));
  }
}

// A clause that binds is not set aside without a word about why.
void RuleLoader::reason(std::tuple<Severity, Severity, bool> before, std::string_view force) {
  auto const [severity, in_passing, enabled] = before;
  auto const* reason = given("reason");
  if (reason != nullptr && trim(reason->string).empty()) file_.report(*reason, say("\"reason\" để trống", "\"reason\" is empty"));
  auto const lowered = rule_.severity < severity || std::min(rule_.severity, rule_.in_passing.severity) < in_passing;
  auto const switched_off = enabled && !rule_.enabled;
  if (force == "mandatory" && table_.find("reason") == nullptr && (lowered || switched_off))
    file_.report(
        key(switched_off                         ? "enabled"
            : table_.find("severity") != nullptr ? "severity"
                                                 : "in_passing"),
        say("{} có căn cứ bắt buộc: {} thì phải nêu lý do", "{} stands on a clause that is mandatory: {} needs a reason", code_.name,
            switched_off ? say("tắt", "switching it off") : say("hạ mức", "a lower severity")),
        say("thêm reason = \"…\" bên cạnh, cho người đọc sau này hiểu", "reason = \"…\" beside it, in words for those who read it later"));
  rule_.changes.push_back({keep(std::string(file_.name())), code_.place.line, reason == nullptr ? "" : keep(reason->string)});
}

// --- Where it applies ---------------------------------------------------------------------------------------------------------------

void RuleLoader::applicability() {
  if (auto const* value = setting("severity"))
    if (auto const index = choice(*value, Choice::severity)) rule_.severity = static_cast<Severity>(*index);
  if (auto const* value = setting("families")) rule_.families = static_cast<std::uint8_t>(bits(*value, "families", Choice::family));
  if (auto const* value = setting("needs")) rule_.needs = static_cast<std::uint8_t>(bits(*value, "needs", Choice::need));
  if (rule_.form == Form::condition && is_of_layout(rule_.on)) rule_.needs |= needs_layout;
  if (auto const* value = setting("stage"))
    if (auto const index = choice(*value, Choice::stage)) rule_.stage = static_cast<Stage>(*index);
  slugs("types", rule_.types);
  slugs("not_types", rule_.not_types);
  auto const* from = setting("from");
  auto const* until = setting("until");
  if (from != nullptr) rule_.from = from->date;
  if (until != nullptr) rule_.until = until->date;
  auto const* last = until != nullptr ? until : from;
  if (last != nullptr && rule_.until != Date{} && certainly_after(rule_.from, rule_.until))
    file_.report(*last, say("\"until\" đứng trước \"from\"", "\"until\" lies before \"from\""));
  if (auto const* value = given("enabled")) rule_.enabled = value->boolean;
}

void RuleLoader::slugs(std::string_view key, std::vector<std::string_view>& out) {
  auto const* value = setting(key);
  if (value == nullptr) return;
  out.clear();
  for (auto const* item : file_.strings(*value, key))
    if (choice(*item, Choice::type)) out.push_back(keep(item->string));
}

// --- Examples -----------------------------------------------------------------------------------------------------------------------

void RuleLoader::examples() {
  auto const judging = [](TomlEntry const& entry) {
    auto const* def = find_key(rule_keys(), entry.key.name);
    return def != nullptr && (def->flags & judges) != 0;
  };
  if (change_ && std::any_of(table_.entries.begin(), table_.entries.end(), judging)) rule_.examples.clear();
  auto const* value = given("examples");
  if (value == nullptr) return;
  rule_.examples.clear();
  for (auto const& item : value->items)
    if (file_.is(item, TomlKind::table, "examples")) example(item);
}

void RuleLoader::example(TomlValue const& item) {
  file_.check_keys(item, names_of(keys_of(Shape::examples), 0), say("ví dụ", "an example"));
  Example out;
  if (auto const* bad = inside(item, Shape::examples, "bad"))
    std::tie(out.bad, out.bad_line) = std::pair(keep(bad->string), bad->begin.line);
  if (auto const* good = inside(item, Shape::examples, "good"))
    std::tie(out.good, out.good_line) = std::pair(keep(good->string), good->begin.line);
  if (item.find("bad") == nullptr && item.find("good") == nullptr)
    file_.report(item, say("ví dụ phải có \"bad\", \"good\" hoặc cả hai", "an example has \"bad\", \"good\" or both"));
  if (auto const* fixable = inside(item, Shape::examples, "fixable")) out.fixable = fixable->boolean;
  if (auto const* table = inside(item, Shape::examples, "context")) context(*table, out.context);
  if (change_) out.file = keep(std::string(file_.name()));
  rule_.examples.push_back(std::move(out));
}

void RuleLoader::context(TomlValue const& table, ExampleContext& out) {
  file_.check_keys(table, names_of(keys_of(Shape::context), 0), "\"context\"");
  if (auto const* family = inside(table, Shape::context, "family"))
    if (auto const index = choice(*family, Choice::family)) out.family = static_cast<Family>(*index);
  if (auto const* type = inside(table, Shape::context, "type"))
    if (choice(*type, Choice::type)) out.type = keep(type->string);
  if (auto const* stage = inside(table, Shape::context, "stage"))
    if (auto const index = choice(*stage, Choice::stage)) out.stage = static_cast<Stage>(*index);
  if (auto const* date = inside(table, Shape::context, "date")) out.date = date->date;
  if (auto const* issuer = inside(table, Shape::context, "issuer")) house(*issuer, out);
}

// The keys of [issuer] in vanthu.toml.
void RuleLoader::house(TomlValue const& table, ExampleContext& out) {
  file_.check_keys(table, names_of(keys_of(Shape::house), 0), "\"issuer\"");
  std::pair<std::string_view, std::string_view*> const texts[] = {
      {"name", &out.house_name}, {"symbol", &out.house_symbol}, {"place", &out.house_place}};
  for (auto const& [key, into] : texts)
    if (auto const* text = inside(table, Shape::house, key)) *into = keep(text->string);
  if (auto const* units = inside(table, Shape::house, "units"))
    for (auto const* unit : file_.strings(*units, "units")) out.house_units.push_back(keep(unit->string));
}

// --- Helpers ------------------------------------------------------------------------------------------------------------------------

std::string RuleLoader::suggest(std::string_view name, std::vector<std::string_view> const& known) const {
  return suggestion(name, known, file_.say().language);
}

TomlValue const* RuleLoader::given(std::string_view key) { return file_.get(table_, key, kind_of(find_key(rule_keys(), key)->shape)); }

TomlValue const* RuleLoader::setting(std::string_view key) {
  if (table_.find(key) != nullptr) return given(key);
  auto const* value = defaults_ == nullptr ? nullptr : defaults_->find(key);
  // check_defaults() reports a wrong kind once.
  return value != nullptr && value->kind == kind_of(find_key(rule_keys(), key)->shape) ? value : nullptr;
}

TomlValue const* RuleLoader::needed(std::string_view key) {
  if (!change_ && table_.find(key) == nullptr) report_missing(key);
  return given(key);
}

TomlValue const* RuleLoader::inside(TomlValue const& table, Shape shape, std::string_view key) {
  return file_.get(table, key, kind_of(find_key(keys_of(shape), key)->shape));
}

void RuleLoader::report_missing(std::string_view key) { file_.report(code_, say("{} thiếu \"{}\"", "{} has no \"{}\"", code_.name, key)); }

TomlKey const& RuleLoader::key(std::string_view name) const {
  for (auto const& [k, value] : table_.entries)
    if (k.name == name) return k;
  return code_;
}

std::optional<std::size_t> RuleLoader::choice(TomlValue const& value, Choice choice) {
  auto const known = choices(choice);
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == value.string) return i;
  file_.report(value, say("không có {} \"{}\"", "there is no {} \"{}\"", noun(choice, file_.say().language), value.string),
               suggest(value.string, known));
  return std::nullopt;
}

std::uint64_t RuleLoader::bits(TomlValue const& array, std::string_view key, Choice of) {
  std::uint64_t out = 0;
  for (auto const* item : file_.strings(array, key))
    if (auto const index = choice(*item, of)) out |= std::uint64_t{1} << *index;
  return out;
}

void RuleLoader::report_all(TomlValue const& value, std::vector<TextProblem> const& problems) {
  if (!scope_known_) return;
  problem_count_ += problems.size();
  for (auto const& problem : problems) file_.report(value, problem);
}

// --- From outside -------------------------------------------------------------------------------------------------------------------

void check_defaults(PackFile& file, TomlValue const& table) {
  file.check_keys(table, names_of(rule_keys(), in_defaults), "\"defaults\"");
  RuleBuilder scratch{RuleData{}};
  TomlKey const no_code;
  RuleLoader(file, no_code, table, nullptr, scratch).applicability();
}

Rule load_rule(PackFile& file, TomlKey const& code, TomlValue const& table, TomlValue const* defaults, RuleBuilder& builder) {
  return RuleLoader(file, code, table, defaults, builder).load();
}

Rule change_rule(PackFile& file, TomlKey const& code, TomlValue const& table, Rule const& base, RuleBuilder& builder) {
  return RuleLoader(file, code, table, base, builder).change();
}

bool is_kebab_case(std::string_view name) {
  auto const word = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (name.empty() || !word(name.front()) || !word(name.back()) || name.find("--") != std::string_view::npos) return false;
  return std::all_of(name.begin(), name.end(), [&](char c) { return word(c) || c == '-'; });
}

bool is_code(std::string_view name) {
  auto const capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  return name.size() == 5 && capital(name[0]) && capital(name[1]) && digit(name[2]) && digit(name[3]) && digit(name[4]);
}

std::optional<Localized<TomlValue const*>> both_languages(PackFile& file, TomlValue const& value, std::string_view what) {
  auto const out = any_language(file, value, what);
  for (auto const& key : keys_of(Shape::words))
    if (value.find(key.name) == nullptr) file.report(value, file.say()("thiếu {}.{}", "{}.{} is missing", what, key.name));
  if (out.vi == nullptr || out.en == nullptr) return std::nullopt;
  return out;
}

Localized<TomlValue const*> any_language(PackFile& file, TomlValue const& value, std::string_view what) {
  file.check_keys(value, names_of(keys_of(Shape::words), 0), fmt::format("\"{}\"", what));
  Localized<TomlValue const*> out{file.get(value, "vi", TomlKind::string), file.get(value, "en", TomlKind::string)};
  for (auto const* text : {out.vi, out.en})
    if (text != nullptr && trim(text->string).empty()) file.report(*text, file.say()("\"{}\" để trống", "\"{}\" is empty", what));
  return out;
}

}  // namespace vanthu
