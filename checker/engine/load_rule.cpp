// One rule: every key read, checked and compiled.
#include "engine/load_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/suggest.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

constexpr std::string_view common_keys[] = {"name",     "message", "why",       "severity", "basis", "fix",   "related", "enabled", "when",
                                            "families", "types",   "not_types", "stage",    "from",  "until", "needs",   "examples"};
constexpr std::string_view condition_keys[] = {"on", "expect", "at", "once"};
constexpr std::string_view check_keys[] = {"check", "options"};
constexpr std::string_view phrase_keys[] = {"phrases", "skip", "case"};
// Where a rule is changed: what makes it this rule stays, and some keys stand only there.
constexpr std::string_view fixed_keys[] = {"name", "on", "check"};
constexpr std::string_view change_keys[] = {"reason"};
constexpr std::string_view phrase_change_keys[] = {"add_phrases", "remove_phrases"};
// Examples of a rule are given up where one of these changes, for they may hold no longer.
constexpr std::string_view judging_keys[] = {"when",           "expect", "fix",       "options", "skip", "case",  "phrases", "add_phrases",
                                             "remove_phrases", "types",  "not_types", "stage",   "from", "until", "families"};
constexpr std::string_view defaultable[] = {"families", "types", "not_types", "from", "until", "stage", "needs", "severity"};

constexpr std::string_view severities[] = {"info", "warning", "error"};  // in the order of Severity
constexpr std::string_view safeties[] = {"safe", "review"};              // likewise
constexpr std::string_view touched[] = {"form", "name", "reference"};    // likewise, without Touches::unstated
constexpr std::string_view stages[] = {"draft", "issued"};
constexpr std::string_view families[] = {"administrative", "legislation", "party", "other"};
constexpr std::string_view needs[] = {"layout"};
constexpr std::string_view languages[] = {"vi", "en"};

template <class Items>
std::vector<std::string_view> as_list(Items const& items) {
  return {std::begin(items), std::end(items)};
}

std::vector<std::string_view> type_slugs() {
  std::vector<std::string_view> out;
  for (auto const& type : doc_types()) out.push_back(type.slug);
  out.emplace_back("unknown");
  return out;
}

bool contains(std::span<std::string_view const> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// --- Reading one rule ---------------------------------------------------------------------------------------------------------------

class RuleLoader {
 public:
  RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, TomlValue const* defaults, RuleBuilder& builder)
      : file_(file), code_(code), table_(table), defaults_(defaults), builder_(builder) {
    rule_.families = 1U << static_cast<unsigned>(Family::administrative);
  }
  // A change of `base`: keys that are absent leave it as it is.
  RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, Rule base, RuleBuilder& builder)
      : file_(file), code_(code), table_(table), defaults_(nullptr), builder_(builder), rule_(std::move(base)), change_(true) {}

  Rule load() {
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
    if (table_.find("severity") == nullptr && (defaults_ == nullptr || defaults_->find("severity") == nullptr)) missing("severity");
    examples();
    return std::move(rule_);
  }

  Rule change() {
    auto const before = std::pair(rule_.severity, rule_.enabled);
    auto const force = rule_.basis.force;
    change_keys_only();
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

  void applicability() {
    if (auto const* value = setting("severity", TomlKind::string))
      if (auto const index = choice(*value, severities, "severity")) rule_.severity = static_cast<Severity>(*index);
    if (auto const* value = setting("families", TomlKind::array))
      rule_.families = static_cast<std::uint8_t>(choices(*value, families, "family"));
    if (auto const* value = setting("needs", TomlKind::array)) rule_.needs = static_cast<std::uint8_t>(choices(*value, needs, "need"));
    if (auto const* value = setting("stage", TomlKind::string))
      if (auto const index = choice(*value, stages, "stage")) rule_.stage = static_cast<Stage>(*index);
    slugs("types", rule_.types);
    slugs("not_types", rule_.not_types);
    auto const* from = setting("from", TomlKind::date);
    auto const* until = setting("until", TomlKind::date);
    if (from != nullptr) rule_.from = from->date;
    if (until != nullptr) rule_.until = until->date;
    auto const* last = until != nullptr ? until : from;
    if (last != nullptr && rule_.until != Date{} && certainly_after(rule_.from, rule_.until))
      file_.report(*last, "\"until\" lies before \"from\"");
    if (auto const* value = file_.get(table_, "enabled", TomlKind::boolean)) rule_.enabled = value->boolean;
  }

 private:
  // --- Form and name ---

  bool form() {
    struct Named {
      std::string_view key;
      Form form;
    };
    constexpr Named forms[] = {{"on", Form::condition}, {"check", Form::check}, {"phrases", Form::phrases}};
    std::vector<Named> found;
    for (auto const& [key, value] : table_.entries)
      for (auto const& f : forms)
        if (f.key == key.name) found.push_back(f);
    check_all_keys();
    if (found.empty()) {
      file_.report(code_, fmt::format("{} says neither \"on\" nor \"check\" nor \"phrases\"", code_.name),
                   "a rule has exactly one of them");
      return false;
    }
    rule_.form = found.front().form;
    own_keys(found.front().key);
    for (std::size_t i = 1; i < found.size(); ++i)
      file_.report(key(found[i].key), fmt::format("a rule with \"{}\" cannot have \"{}\"", found[0].key, found[i].key),
                   "a rule has exactly one of \"on\", \"check\", \"phrases\"");
    return found.size() == 1;
  }

  // A key of another form is not unknown, only out of place.
  void own_keys(std::string_view form_key) {
    auto const own = own_key_names();
    auto const all = all_keys();
    for (auto const& [key, value] : table_.entries)
      if (contains(all, key.name) && !contains(common_keys, key.name) && !contains(own, key.name) && key.name != "on" &&
          key.name != "check" && key.name != "phrases")
        file_.report(key, fmt::format("a rule with \"{}\" has no key \"{}\"", form_key, key.name));
  }

  std::span<std::string_view const> own_key_names() const {
    switch (rule_.form) {
      case Form::condition: return condition_keys;
      case Form::check: return check_keys;
      case Form::phrases: return phrase_keys;
    }
    return {};
  }

  static std::vector<std::string_view> all_keys() {
    auto all = as_list(common_keys);
    for (auto const& keys : {as_list(condition_keys), as_list(check_keys), as_list(phrase_keys)})
      all.insert(all.end(), keys.begin(), keys.end());
    return all;
  }
  void check_all_keys() { file_.check_keys(table_, all_keys(), "a rule"); }

  // --- Changes of a rule that is there ---

  void change_keys_only() {
    auto const all = all_keys();
    auto const form_key = own_key_names().front();
    std::vector<std::string_view> fitting;
    for (auto const& keys : {as_list(common_keys), as_list(own_key_names()), as_list(change_keys)})
      fitting.insert(fitting.end(), keys.begin(), keys.end());
    if (rule_.form == Form::phrases) fitting.insert(fitting.end(), std::begin(phrase_change_keys), std::end(phrase_change_keys));
    std::erase_if(fitting, [](std::string_view key) { return contains(fixed_keys, key); });
    for (auto const& [key, value] : table_.entries) {
      if (contains(fitting, key.name)) continue;
      if (contains(fixed_keys, key.name))
        file_.report(key, fmt::format("\"{}\" of a rule cannot be changed", key.name),
                     fmt::format("switch {} off and write a rule of your own instead", code_.name));
      else if (contains(all, key.name) || contains(phrase_change_keys, key.name))
        file_.report(key, fmt::format("{} is a rule with \"{}\", which has no key \"{}\"", code_.name, form_key, key.name));
      else
        file_.report(key, fmt::format("a rule has no key \"{}\"", key.name), suggestion(key.name, fitting));
    }
  }

  void scope_of_base() {
    switch (rule_.form) {
      case Form::condition: scope_ = Scope{rule_.on, {}, {}}; break;
      case Form::check: scope_ = scope_of(*check_named(rule_.check_name)); break;
      case Form::phrases: scope_ = phrase_scope(); break;
    }
  }

  // A clause that binds is not set aside without a word about why.
  void reason(std::pair<Severity, bool> before, std::string_view force) {
    auto const* reason = file_.get(table_, "reason", TomlKind::string);
    if (reason != nullptr && trim(reason->string).empty()) file_.report(*reason, "\"reason\" is empty");
    auto const lowered = rule_.severity < before.first;
    auto const switched_off = before.second && !rule_.enabled;
    if (force == "mandatory" && table_.find("reason") == nullptr && (lowered || switched_off))
      file_.report(key(switched_off ? "enabled" : "severity"),
                   fmt::format("{} stands on a clause that is mandatory: {} needs a reason", code_.name,
                               switched_off ? "switching it off" : "a lower severity"),
                   "reason = \"…\" beside it, in words for those who read it later");
    rule_.changes.push_back({keep(std::string(file_.name())), code_.place.line, reason == nullptr ? "" : keep(reason->string)});
  }

  void name() {
    auto const* value = required("name", TomlKind::string);
    if (value == nullptr) return;
    if (!is_kebab_case(value->string))
      file_.report(*value, "the name is not kebab-case", "lower-case words joined by hyphens: \"missing-type-symbol\"");
    rule_.name = keep(value->string);
  }

  // --- The three forms ---

  void form_keys() {
    switch (rule_.form) {
      case Form::condition: return condition();
      case Form::check: return check();
      case Form::phrases: return phrases();
    }
  }

  void condition() {
    if (!change_) node();
    if (auto const* expect = required("expect", TomlKind::string)) rule_.expect = compiled(*expect, scope_, rule_.expect_text);
    if (auto const* at = file_.get(table_, "at", TomlKind::string)) rule_.at = place(*at);
    if (auto const* once = file_.get(table_, "once", TomlKind::boolean)) rule_.once = once->boolean;
  }

  void node() {
    auto const* value = file_.get(table_, "on", TomlKind::string);
    std::optional<NodeKind> kind;
    if (value != nullptr) kind = node_kind_of(*value);
    if (kind) {
      rule_.on = *kind;
      scope_ = Scope{*kind, {}, {}};
    }
    scope_known_ = kind.has_value();
    rule_.at = {rule_.on == NodeKind::document ? PlaceKind::start : PlaceKind::whole, 0};
  }

  void when() {
    auto const* value = file_.get(table_, "when", TomlKind::string);
    if (value == nullptr) return;
    Scope const of_document{NodeKind::document, {}, {}};
    rule_.when = compiled(*value, rule_.form == Form::condition ? scope_ : of_document, rule_.when_text);
  }

  void check() {
    if (change_) {
      if (auto const* given = file_.get(table_, "options", TomlKind::table)) options(*check_named(rule_.check_name), *given);
      return;
    }
    auto const* value = file_.get(table_, "check", TomlKind::string);
    auto const* check = value == nullptr ? nullptr : check_named(value->string);
    scope_known_ = check != nullptr;
    if (check == nullptr) {
      std::vector<std::string_view> known;
      for (auto const* candidate : all_checks()) known.push_back(candidate->name);
      if (value != nullptr) file_.report(*value, fmt::format("there is no check \"{}\"", value->string), suggestion(value->string, known));
      return;
    }
    rule_.check_name = check->name;
    scope_ = scope_of(*check);
    TomlValue const none;
    auto const* given = file_.get(table_, "options", TomlKind::table);
    options(*check, given == nullptr ? none : *given);
    for (auto const& def : check->options)
      if (def.required && (given == nullptr || given->find(def.name) == nullptr))
        file_.report(*value, fmt::format("check \"{}\" needs the option \"{}\" ({})", check->name, def.name, def.doc),
                     fmt::format("it stands in [{}.options]", code_.name));
  }

  static Check const* check_named(std::string_view name) {
    for (auto const* candidate : all_checks())
      if (candidate->name == name) return candidate;
    return nullptr;
  }

  Scope scope_of(Check const& check) {
    Scope out{std::nullopt, {}, keep(fmt::format("check \"{}\"", check.name))};
    for (auto const& argument : check.arguments) out.arguments.push_back(argument.name);
    return out;
  }

  // In the order of the check's table, whatever the pack's.
  void options(Check const& check, TomlValue const& given) {
    std::vector<std::string_view> known;
    for (auto const& def : check.options) known.push_back(def.name);
    file_.check_keys(given, known, fmt::format("check \"{}\"", check.name));
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

  std::optional<OptionValue> option_value(TomlValue const& value, OptionDef const& def) {
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

  static Scope phrase_scope() { return {std::nullopt, {"wrong", "right", "found"}, "a phrase rule"}; }

  void phrases() {
    scope_ = phrase_scope();
    if (auto const* value = file_.get(table_, "phrases", TomlKind::array)) {
      if (value->items.empty()) file_.report(*value, "there are no phrases");
      rule_.phrases.clear();
      phrases_of(*value);
    }
    if (change_) change_phrases();
    all_have_right_ = std::all_of(rule_.phrases.begin(), rule_.phrases.end(), [](Phrase const& p) { return p.has_right; });
    if (auto const* value = file_.get(table_, "case", TomlKind::boolean)) rule_.letter_case = value->boolean;
    auto const* skip = file_.get(table_, "skip", TomlKind::array);
    if (skip == nullptr) return;
    rule_.skip = 0;
    for (auto const* item : file_.strings(*skip, "skip")) {
      if (item->string == "quotation")
        rule_.skip |= std::uint64_t{1} << skip_quotation;
      else if (auto const kind = node_kind_of(*item))
        rule_.skip |= std::uint64_t{1} << static_cast<unsigned>(*kind);
    }
  }

  void phrases_of(TomlValue const& array) {
    for (auto const& item : array.items)
      if (file_.is(item, TomlKind::table, "phrases")) phrase(item);
  }

  void change_phrases() {
    if (auto const* value = file_.get(table_, "remove_phrases", TomlKind::array))
      for (auto const* item : file_.strings(*value, "remove_phrases")) {
        std::vector<std::string_view> known;
        for (auto const& phrase : rule_.phrases) known.push_back(phrase.wrong);
        if (std::erase_if(rule_.phrases, [&](Phrase const& p) { return p.wrong == item->string; }) == 0)
          file_.report(*item, fmt::format("{} has no phrase \"{}\"", code_.name, item->string), suggestion(item->string, known));
      }
    if (auto const* value = file_.get(table_, "add_phrases", TomlKind::array)) phrases_of(*value);
    if (rule_.phrases.empty() && table_.find("remove_phrases") != nullptr)
      file_.report(key("remove_phrases"), "there are no phrases left", fmt::format("enabled = false switches {} off", code_.name));
  }

  void phrase(TomlValue const& item) {
    constexpr std::string_view keys[] = {"wrong", "right", "unless_before", "unless_after"};
    file_.check_keys(item, keys, "a phrase");
    Phrase out;
    if (auto const* wrong = file_.get(item, "wrong", TomlKind::string)) {
      out.wrong = phrase_text(*wrong);
    } else if (item.find("wrong") == nullptr) {
      file_.report(item, "a phrase needs \"wrong\"");
    }
    if (auto const* right = file_.get(item, "right", TomlKind::string)) {
      out.right = keep(right->string);
      out.has_right = true;
    }
    for (auto const key : {"unless_before", "unless_after"}) {
      auto& into = key == std::string_view("unless_before") ? out.unless_before : out.unless_after;
      if (auto const* value = file_.get(item, key, TomlKind::array))
        for (auto const* words : file_.strings(*value, key)) into.push_back(phrase_text(*words));
    }
    rule_.phrases.push_back(std::move(out));
  }

  std::string_view phrase_text(TomlValue const& value) {
    if (value.string.empty() || trim(value.string).size() != value.string.size() || value.string.find('\n') != std::string::npos)
      file_.report(value, "a phrase stands in one line, without blanks at its ends, and is not empty");
    return keep(value.string);
  }

  // --- Words ---

  void words() {
    if (auto const* message = required("message", TomlKind::table))
      words_of(*message, "message", rule_.message);
    else
      right_in_base();
    auto const* why = file_.get(table_, "why", TomlKind::table);
    if (why == nullptr) return;
    auto const texts = languages(*why, "why");
    if (texts.vi != nullptr) rule_.why.vi = keep(texts.vi->string);
    if (texts.en != nullptr) rule_.why.en = keep(texts.en->string);
  }

  // Where a rule is changed, one language may be enough: the other one stays.
  Localized<TomlValue const*> languages(TomlValue const& value, std::string_view what) {
    if (change_) return any_language(file_, value, what);
    return both_languages(file_, value, what).value_or(Localized<TomlValue const*>{});
  }

  void words_of(TomlValue const& value, std::string_view what, Localized<Template>& out) {
    auto const texts = languages(value, what);
    if (texts.vi == nullptr && texts.en == nullptr) return;
    auto const before = problem_count_;
    if (texts.vi != nullptr) out.vi = template_of(*texts.vi);
    if (texts.en != nullptr) out.en = template_of(*texts.en);
    if (problem_count_ != before || !scope_known_) return;
    if ((texts.vi == nullptr && out.vi.empty()) || (texts.en == nullptr && out.en.empty())) {
      file_.report(value, fmt::format("{}.{} is missing", what, texts.vi == nullptr ? "vi" : "en"));
      return;
    }
    only_in(out.vi, out.en, texts.vi != nullptr ? *texts.vi : *texts.en, what, "vi", texts.vi != nullptr);
    only_in(out.en, out.vi, texts.en != nullptr ? *texts.en : *texts.vi, what, "en", texts.en != nullptr);
  }

  // Phrases that were changed, and the message not.
  void right_in_base() {
    if (!change_ || rule_.form != Form::phrases || all_have_right_) return;
    auto const& parts = rule_.message.vi;
    if (std::none_of(parts.begin(), parts.end(), [](auto const& p) { return p.kind == PartKind::argument && p.text == "right"; })) return;
    for (auto const& [key, value] : table_.entries)
      if (key.name == "phrases" || key.name == "add_phrases")
        file_.report(key, fmt::format("the message of {} has {{right}}, which not every phrase gives", code_.name),
                     "give each phrase \"right\", or the rule another message");
  }

  // `given`: `value` is the text of this language; else it is the other one's, and this one stands in the rule that is changed.
  void only_in(Template const& here, Template const& there, TomlValue const& value, std::string_view what, std::string_view language,
               bool given) {
    for (auto const& part : here) {
      if (part.kind == PartKind::text) continue;
      auto const same = [&](TemplatePart const& other) { return other.kind != PartKind::text && other.text == part.text; };
      if (std::any_of(there.begin(), there.end(), same)) continue;
      auto message = fmt::format("{{{}}} stands only in {}.{}", part.text, what, language);
      if (!given) {
        file_.report(value, message + " of the rule that is changed", fmt::format("give {}.{} too", what, language));
        continue;
      }
      auto const at = static_cast<std::uint32_t>(std::min(value.string.find(fmt::format("{{{}}}", part.text)), value.string.size()));
      file_.report(value, TextProblem{{at, at + static_cast<std::uint32_t>(part.text.size()) + 2},
                                      std::move(message),
                                      "both languages have the same placeholders"});
    }
  }

  Template template_of(TomlValue const& value) {
    std::vector<TextProblem> problems;
    auto out = compile_template(value.string, scope_, builder_, problems);
    report_all(value, problems);
    if (rule_.form == Form::phrases && !all_have_right_)
      for (auto const& part : out)
        if (part.kind == PartKind::argument && part.text == "right") {
          auto const at = static_cast<std::uint32_t>(value.string.find("{right}"));
          file_.report(value, TextProblem{{at, at + 7}, "not every phrase of this rule has \"right\"", {}});
        }
    return out;
  }

  // --- Basis, related, fix ---

  void basis() {
    auto const* value = file_.get(table_, "basis", TomlKind::string);
    if (value == nullptr) return;
    auto const& key = value->string;
    auto const colon = std::min(key.find(':'), key.size());
    auto const source_key = std::string_view(key).substr(0, colon);
    std::vector<std::string_view> known;
    for (auto const& source : builder_.data.sources) known.push_back(source.key);
    auto const source =
        std::find_if(builder_.data.sources.begin(), builder_.data.sources.end(), [&](auto const& s) { return s.key == source_key; });
    if (source == builder_.data.sources.end()) {
      file_.report(*value, TextProblem{{0, static_cast<std::uint32_t>(colon)},
                                       fmt::format("there is no source \"{}\"", source_key),
                                       suggestion(source_key, known)});
      return;
    }
    rule_.basis = {keep(key), source->title, {}, source->force};
    if (colon == key.size()) return;
    auto const clause_key = std::string_view(key).substr(colon + 1);
    known.clear();
    for (auto const& clause : source->clauses) {
      known.push_back(clause.key);
      if (clause.key != clause_key) continue;
      rule_.basis.clause = clause.text;
      rule_.basis.force = clause.force;
      return;
    }
    file_.report(*value, TextProblem{{static_cast<std::uint32_t>(colon + 1), static_cast<std::uint32_t>(key.size())},
                                     fmt::format("source \"{}\" has no clause \"{}\"", source_key, clause_key),
                                     suggestion(clause_key, known)});
  }

  void related() {
    auto const* value = file_.get(table_, "related", TomlKind::table);
    if (value == nullptr) return;
    bool const placed = rule_.form == Form::condition;
    constexpr std::string_view keys[] = {"message", "at"};
    file_.check_keys(*value, std::span(keys).first(placed ? 2 : 1), placed ? "\"related\"" : "\"related\" of a rule without \"on\"");
    if (auto const* message = file_.get(*value, "message", TomlKind::table))
      words_of(*message, "message", rule_.related.message);
    else if (value->find("message") == nullptr && rule_.related.message.vi.empty())
      file_.report(*value, "\"related\" needs \"message\"");
    if (!placed) return;
    if (auto const* at = file_.get(*value, "at", TomlKind::string))
      rule_.related.at = place(*at);
    else if (value->find("at") == nullptr && rule_.related.at.kind == PlaceKind::none)
      file_.report(*value, "\"related\" needs \"at\"");
  }

  void fix() {
    auto const* value = file_.get(table_, "fix", TomlKind::table);
    if (value == nullptr) return;
    constexpr std::string_view keys[] = {"safety", "touches", "title", "with", "replace", "insert_before", "insert_after"};
    bool const edits = rule_.form == Form::condition;
    file_.check_keys(*value, std::span(keys).first(edits ? 7 : 3), edits ? "\"fix\"" : "\"fix\" of a rule without \"on\"");
    fix_class(*value);
    if (auto const* title = file_.get(*value, "title", TomlKind::table)) words_of(*title, "title", rule_.fix.title);
    if (edits) fix_edit(*value);
  }

  // Only a fix that touches nothing but form can be safe, and what an override changes never becomes mere form.
  void fix_class(TomlValue const& fix) {
    auto const* safety = file_.get(fix, "safety", TomlKind::string);
    auto const* touches = file_.get(fix, "touches", TomlKind::string);
    if (safety != nullptr)
      if (auto const index = choice(*safety, safeties, "safety")) rule_.fix.safety = static_cast<Safety>(*index);
    if (touches != nullptr) {
      auto const index = choice(*touches, touched, "class of fix");
      if (!index) return;
      auto const given = static_cast<Touches>(*index + 1);
      if (given == Touches::form && rule_.fix.touches > Touches::form)
        return file_.report(*touches, fmt::format("the fix of {} touches a {}, which is never mere form", code_.name, class_name()));
      rule_.fix.touches = given;
    }
    auto const* at = safety != nullptr ? safety : touches;
    if (at == nullptr || rule_.fix.safety != Safety::safe || rule_.fix.touches == Touches::form) return;
    if (rule_.fix.touches == Touches::unstated)
      file_.report(*at, "a safe fix says what it touches", "touches = \"form\"; a fix that changes names or references is for \"review\"");
    else
      file_.report(*at, fmt::format("a fix that touches a {} is never safe", class_name()), "safety = \"review\"");
  }
  std::string_view class_name() const { return touched[static_cast<std::size_t>(rule_.fix.touches) - 1]; }

  void fix_edit(TomlValue const& fix) {
    constexpr std::pair<std::string_view, FixAction> actions[] = {
        {"replace", FixAction::replace}, {"insert_before", FixAction::insert_before}, {"insert_after", FixAction::insert_after}};
    auto const had_action = rule_.fix.action != FixAction::none;
    auto given = 0;
    for (auto const& [key, value] : fix.entries)
      for (auto const& [name, action] : actions) {
        if (key.name != name) continue;
        if (++given > 1) file_.report(key, "a fix has one place", "exactly one of \"replace\", \"insert_before\", \"insert_after\"");
        rule_.fix.action = action;
        if (file_.is(value, TomlKind::string, name)) rule_.fix.at = place(value);
      }
    if (rule_.fix.action == FixAction::none)
      file_.report(fix, "a fix needs a place", "exactly one of \"replace\", \"insert_before\", \"insert_after\"");
    if (auto const* with = file_.get(fix, "with", TomlKind::string))
      rule_.fix.with = template_of(*with);
    else if (fix.find("with") == nullptr && !had_action)
      file_.report(fix, "a fix needs \"with\"", "with = '' takes text out");
  }

  Place place(TomlValue const& value) {
    auto const& name = value.string;
    if (name == "text") return {PlaceKind::whole, 0};
    if (name == "start") return {PlaceKind::start, 0};
    if (name == "end") return {PlaceKind::end, 0};
    if (!scope_known_) return {};
    std::vector<std::string_view> known = {"text", "start", "end"};
    constexpr std::string_view prefix = "document.";
    if (name.starts_with(prefix)) {
      auto const kind = component_kind(std::string_view(name).substr(prefix.size()));
      if (kind) return {PlaceKind::component, static_cast<std::uint8_t>(*kind)};
      known.clear();
      for (std::size_t i = 0; is_component(static_cast<NodeKind>(i)); ++i) known.push_back(node_defs()[i].name);
      auto const rest = std::string_view(name).substr(prefix.size());
      file_.report(value, TextProblem{{prefix.size(), static_cast<std::uint32_t>(name.size())},
                                      fmt::format("there is no component \"{}\"", rest),
                                      suggestion(rest, known)});
      return {};
    }
    auto const& def = node_def(rule_.on);
    std::vector<std::string_view> parts = as_list(def.parts);
    if (is_component(rule_.on))
      for (auto const& field : def.fields) parts.push_back(field.name);
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i] == name) return {PlaceKind::part, static_cast<std::uint8_t>(i)};
    known.insert(known.end(), parts.begin(), parts.end());
    file_.report(value, fmt::format("{} has no place \"{}\"", def.name, name), suggestion(name, known));
    return {};
  }

  // --- Examples ---

  void examples() {
    auto const judges = [](TomlEntry const& entry) { return contains(judging_keys, entry.key.name); };
    if (change_ && std::any_of(table_.entries.begin(), table_.entries.end(), judges)) rule_.examples.clear();
    auto const* value = file_.get(table_, "examples", TomlKind::array);
    if (value == nullptr) return;
    rule_.examples.clear();
    for (auto const& item : value->items)
      if (file_.is(item, TomlKind::table, "examples")) example(item);
  }

  void example(TomlValue const& item) {
    constexpr std::string_view keys[] = {"bad", "good", "fixable", "context"};
    file_.check_keys(item, keys, "an example");
    Example out;
    if (auto const* bad = file_.get(item, "bad", TomlKind::string)) out.bad = keep(bad->string);
    if (auto const* good = file_.get(item, "good", TomlKind::string)) out.good = keep(good->string);
    if (item.find("bad") == nullptr && item.find("good") == nullptr) file_.report(item, "an example has \"bad\", \"good\" or both");
    if (auto const* fixable = file_.get(item, "fixable", TomlKind::boolean)) out.fixable = fixable->boolean;
    if (auto const* context = file_.get(item, "context", TomlKind::table)) {
      constexpr std::string_view context_keys[] = {"family", "type", "stage", "date", "issuer"};
      file_.check_keys(*context, context_keys, "\"context\"");
      if (auto const* family = file_.get(*context, "family", TomlKind::string))
        if (auto const index = choice(*family, families, "family")) out.context.family = static_cast<Family>(*index);
      if (auto const* type = file_.get(*context, "type", TomlKind::string))
        if (choice(*type, type_slugs(), "type")) out.context.type = keep(type->string);
      if (auto const* stage = file_.get(*context, "stage", TomlKind::string))
        if (auto const index = choice(*stage, stages, "stage")) out.context.stage = static_cast<Stage>(*index);
      if (auto const* date = file_.get(*context, "date", TomlKind::date)) out.context.date = date->date;
      if (auto const* issuer = file_.get(*context, "issuer", TomlKind::table)) house(*issuer, out.context);
    }
    rule_.examples.push_back(std::move(out));
  }

  // The keys of [issuer] in vanthu.toml.
  void house(TomlValue const& table, ExampleContext& out) {
    constexpr std::string_view keys[] = {"name", "symbol", "place", "units"};
    file_.check_keys(table, keys, "\"issuer\"");
    std::string_view* const texts[] = {&out.house_name, &out.house_symbol, &out.house_place};
    for (std::size_t i = 0; i < std::size(texts); ++i)
      if (auto const* text = file_.get(table, keys[i], TomlKind::string)) *texts[i] = keep(text->string);
    if (auto const* units = file_.get(table, "units", TomlKind::array))
      for (auto const* unit : file_.strings(*units, "units")) out.house_units.push_back(keep(unit->string));
  }

  // --- Helpers ---

  std::string_view keep(std::string text) { return builder_.keep(std::move(text)); }

  // The rule's own value, or the pack's default.
  TomlValue const* setting(std::string_view key, TomlKind kind) {
    if (table_.find(key) != nullptr) return file_.get(table_, key, kind);
    auto const* value = defaults_ == nullptr ? nullptr : defaults_->find(key);
    return value != nullptr && value->kind == kind ? value : nullptr;  // check_defaults() reports the rest once
  }

  TomlValue const* required(std::string_view key, TomlKind kind) {
    if (!change_ && table_.find(key) == nullptr) missing(key);
    return file_.get(table_, key, kind);
  }
  void missing(std::string_view key) { file_.report(code_, fmt::format("{} has no \"{}\"", code_.name, key)); }

  TomlKey const& key(std::string_view name) const {
    for (auto const& [k, value] : table_.entries)
      if (k.name == name) return k;
    return code_;
  }

  std::optional<std::size_t> choice(TomlValue const& value, std::span<std::string_view const> known, std::string_view what) {
    for (std::size_t i = 0; i < known.size(); ++i)
      if (known[i] == value.string) return i;
    file_.report(value, fmt::format("there is no {} \"{}\"", what, value.string), suggestion(value.string, as_list(known)));
    return std::nullopt;
  }

  // A bit for each.
  unsigned choices(TomlValue const& value, std::span<std::string_view const> known, std::string_view what) {
    unsigned bits = 0;
    for (auto const* item : file_.strings(value, what))
      if (auto const index = choice(*item, known, what)) bits |= 1U << *index;
    return bits;
  }

  void slugs(std::string_view key, std::vector<std::string_view>& out) {
    auto const* value = setting(key, TomlKind::array);
    if (value == nullptr) return;
    out.clear();
    for (auto const* item : file_.strings(*value, key))
      if (choice(*item, type_slugs(), "type")) out.push_back(keep(item->string));
  }

  std::optional<NodeKind> node_kind_of(TomlValue const& value) {
    std::vector<std::string_view> known;
    for (auto const& def : node_defs()) known.push_back(def.name);
    auto const index = choice(value, known, "kind of node");
    if (!index) return std::nullopt;
    return static_cast<NodeKind>(*index);
  }

  ExprIndex compiled(TomlValue const& value, Scope const& scope, std::string_view& text) {
    if (!scope_known_ && rule_.form == Form::condition) return no_expr;  // the kind of node is unknown: every field would be
    text = keep(value.string);
    std::vector<TextProblem> problems;
    auto const expr = compile_condition(value.string, scope, builder_, problems);
    report_all(value, problems);
    return expr.value_or(no_expr);
  }

  void report_all(TomlValue const& value, std::vector<TextProblem> const& problems) {
    if (!scope_known_) return;
    problem_count_ += problems.size();
    for (auto const& problem : problems) file_.report(value, problem);
  }

  PackFile& file_;
  TomlKey const& code_;
  TomlValue const& table_;
  TomlValue const* defaults_;
  RuleBuilder& builder_;
  Rule rule_;
  bool change_ = false;
  Scope scope_;                 // of the message and the fix
  bool scope_known_ = true;     // false: "on" or "check" is wrong, and names cannot be judged
  bool all_have_right_ = true;  // phrases
  std::size_t problem_count_ = 0;
};

}  // namespace

void check_defaults(PackFile& file, TomlValue const& table) {
  file.check_keys(table, defaultable, "\"defaults\"");
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
  for (auto const key : languages)
    if (value.find(key) == nullptr) file.report(value, fmt::format("{}.{} is missing", what, key));
  if (out.vi == nullptr || out.en == nullptr) return std::nullopt;
  return out;
}

Localized<TomlValue const*> any_language(PackFile& file, TomlValue const& value, std::string_view what) {
  file.check_keys(value, languages, fmt::format("\"{}\"", what));
  Localized<TomlValue const*> out{file.get(value, "vi", TomlKind::string), file.get(value, "en", TomlKind::string)};
  for (auto const* text : {out.vi, out.en})
    if (text != nullptr && trim(text->string).empty()) file.report(*text, fmt::format("\"{}\" is empty", what));
  return out;
}

}  // namespace vanthu
