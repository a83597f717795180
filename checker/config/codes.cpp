#include "config/codes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/pack_file.hpp"
#include "engine/suggest.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool begins_a_code(RuleSet const& rules, std::string_view given) {
  return std::any_of(rules.rules().begin(), rules.rules().end(), [&](Rule const& rule) { return rule.code.starts_with(given); });
}

class CodeCheck {
 public:
  CodeCheck(Config& config, ConfigFile const& source, Language language)
      : config_(config), source_(source), words_{language}, file_(source.source, config.errors) {}

  void run() {
    lists(source_.check);
    rules(source_.top.rules);
    for (auto const& table : source_.overrides) {
      lists(table);
      rules(table.rules);
    }
    for (auto const& table : source_.ignores)
      if (auto const* code = table.find("code"))
        each(code->value,
             [&](std::string_view given) { return begins_a_code(config_.rules, given) || config_.rules.find(given) != nullptr; });
  }

 private:
  void lists(ConfigTable const& table) {
    for (auto const* name : {"select", "ignore"})
      if (auto const* setting = table.find(name))
        each(setting->value, [&](std::string_view given) { return begins_a_code(config_.rules, given); });
  }

  void rules(std::vector<RuleTable> const& tables) {
    for (auto const& [code, table] : tables) {
      auto const* rule = config_.rules.find(code.name);
      if (rule != nullptr && rule->code == code.name) continue;
      auto hint = nearest_rule(config_.rules, code.name, words_);
      if (rule != nullptr)
        hint = fmt::format(fmt::runtime(words_.say("ghi mã: [rules.{}]", "the code stands here: [rules.{}]")), rule->code);
      file_.report(code, message(code.name), hint);
    }
  }

  template <class Known>
  void each(TomlValue const& list, Known known) {
    auto const one = [&](TomlValue const& value) {
      if (!known(value.string)) file_.report(value, message(value.string), nearest_rule(config_.rules, value.string, words_));
    };
    if (list.kind == TomlKind::string) one(list);
    for (auto const& item : list.items) one(item);
  }

  std::string message(std::string_view given) const {
    return fmt::format(fmt::runtime(words_.say("không có quy tắc \"{}\"", "there is no rule \"{}\"")), given);
  }

  Config& config_;
  ConfigFile const& source_;
  ConfigWords words_;
  PackFile file_;
};

}  // namespace

void check_codes(Config& config, Language language) {
  for (auto const& file : config.files) CodeCheck(config, *file, language).run();
}

std::string nearest_rule(RuleSet const& rules, std::string_view given, ConfigWords words) {
  std::vector<std::string_view> codes, names;
  for (auto const& rule : rules.rules()) {
    codes.push_back(rule.code);
    codes.push_back(rule.code.substr(0, 2));
    names.push_back(rule.name);
  }
  auto best = nearest(to_upper(given), codes);
  if (best.empty()) best = nearest(given, names);
  return best.empty() ? std::string() : fmt::format(fmt::runtime(words.say("có phải là \"{}\"?", "did you mean \"{}\"?")), best);
}

}  // namespace vanthu
