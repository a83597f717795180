// How one rule is read: every key checked and compiled. Only load_rule.cpp, load_forms.cpp and load_words.cpp know it.
#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/load_rule.hpp"
#include "engine/pack_keys.hpp"

namespace vanthu {

class RuleLoader {
 public:
  // A new rule.
  RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, TomlValue const* defaults, RuleBuilder& builder);
  // A change of `base`: keys that are absent leave it as it is.
  RuleLoader(PackFile& file, TomlKey const& code, TomlValue const& table, Rule base, RuleBuilder& builder);

  Rule load();
  Rule change();
  void applicability();

 private:
  // --- load_rule.cpp: keys, where the rule applies, examples ---
  bool form();
  void name();
  void change_keys();
  void reason(std::tuple<Severity, Severity, bool> before, std::string_view force);
  void slugs(std::string_view key, std::vector<std::string_view>& out);
  void examples();
  void example(TomlValue const& item);
  void context(TomlValue const& table, ExampleContext& out);
  void house(TomlValue const& table, ExampleContext& out);

  // --- load_forms.cpp: when it fires ---
  void form_keys();
  void scope_of_base();
  void condition();
  void node();
  Scope scope_of_nodes() const;
  void when();
  void check();
  void options(Check const& check, TomlValue const& given);
  std::optional<OptionValue> option_value(TomlValue const& value, OptionDef const& def);
  void phrases();
  void phrases_of(TomlValue const& array);
  void phrase(TomlValue const& item);
  void change_phrases();
  void in_passing();
  std::string_view phrase_text(TomlValue const& value);
  ExprIndex compiled(TomlValue const& value, Scope const& scope, std::string_view& text);
  Scope scope_of(Check const& check);
  Scope phrase_scope() const;

  // --- load_words.cpp: what it says, and where ---
  void words();
  Localized<TomlValue const*> languages(TomlValue const& value, std::string_view what);
  void words_of(TomlValue const& value, std::string_view what, Localized<Template>& out);
  void right_in_base();
  void only_in(Template const& here, Template const& there, TomlValue const& value, std::string_view what, std::string_view language,
               bool given);
  Template template_of(TomlValue const& value);
  void basis();
  void related();
  void fix();
  void fix_class(TomlValue const& fix);
  void fix_edit(TomlValue const& fix);
  Place place(TomlValue const& value);

  // --- Helpers ---
  std::string_view keep(std::string text) { return builder_.keep(std::move(text)); }
  template <class... Arguments>
  std::string say(fmt::format_string<Arguments...> vi, fmt::format_string<Arguments...> en, Arguments&&... arguments) const {
    return file_.say()(vi, en, std::forward<Arguments>(arguments)...);
  }
  std::string suggest(std::string_view name, std::vector<std::string_view> const& known) const;

  // The value of a key of the rule, when it is there and of the kind that its table says.
  TomlValue const* given(std::string_view key);
  // Likewise, or the pack's default.
  TomlValue const* setting(std::string_view key);
  // Likewise; that it is absent is reported, but not in a change.
  TomlValue const* needed(std::string_view key);
  // A key of a table inside the rule.
  TomlValue const* inside(TomlValue const& table, Shape shape, std::string_view key);
  TomlKey const& key(std::string_view name) const;
  void report_missing(std::string_view key);

  // Which of the texts that fit a value is; another one is reported.
  std::optional<std::size_t> choice(TomlValue const& value, Choice choice);
  // A bit for each item.
  std::uint64_t bits(TomlValue const& array, std::string_view key, Choice choice);
  void report_all(TomlValue const& value, std::vector<TextProblem> const& problems);

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

}  // namespace vanthu
