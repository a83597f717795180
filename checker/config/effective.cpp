#include "config/effective.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu {
namespace {

TomlValue text_value(std::string_view text) {
  TomlValue out;
  out.kind = TomlKind::string;
  out.string = text;
  return out;
}

TomlValue list_value(std::vector<std::string> const& items) {
  TomlValue out;
  out.kind = TomlKind::array;
  for (auto const& item : items) out.items.push_back(text_value(item));
  return out;
}

// What a key has where nobody says anything.
TomlValue fallback_value(ConfigKey const& key) {
  auto const parsed = parse_toml(fmt::format("x = {}", key.fallback));
  auto const* table = std::get_if<TomlValue>(&parsed);
  return table == nullptr ? TomlValue{} : table->entries.front().value;
}

ConfigOrigin at(ConfigFile const& file, TomlPlace place) { return {ConfigOrigin::Kind::file, file.source.name, place}; }
ConfigOrigin const from_command_line{ConfigOrigin::Kind::command_line, {}, {}};

void set(EffectiveSection& section, EffectiveValue value) {
  auto const known = std::find_if(section.values.begin(), section.values.end(), [&](auto const& v) { return v.name == value.name; });
  if (known == section.values.end())
    section.values.push_back(std::move(value));
  else
    *known = std::move(value);
}

// The leaves of a rule's table: message.vi, options.kinds.
void add_leaves(EffectiveSection& section, ConfigFile const& file, TomlValue const& table, std::string const& prefix) {
  for (auto const& [key, value] : table.entries) {
    auto name = prefix + key.name;
    if (value.kind == TomlKind::table)
      add_leaves(section, file, value, name + ".");
    else
      set(section, {std::move(name), value, at(file, key.place)});
  }
}

void add_rules(std::vector<EffectiveSection>& sections, ConfigFile const& file, std::vector<RuleTable> const& rules) {
  for (auto const& [code, table] : rules) {
    auto const name = "rules." + code.name;
    auto section = std::find_if(sections.begin(), sections.end(), [&](auto const& s) { return s.name == name; });
    if (section == sections.end()) section = sections.insert(sections.end(), {name, {}});
    add_leaves(*section, file, table, {});
  }
}

void add_settings(EffectiveSection& section, ConfigFile const& file, ConfigTable const& table) {
  for (auto const& setting : table.settings) set(section, {setting.key.name, setting.value, at(file, setting.key.place)});
}

bool is_condition(std::string_view name) { return name == "paths" || name == "types"; }

EffectiveSection check_section(House const& house, std::vector<SourcedTable> const& applying) {
  EffectiveSection out{"check", {}};
  for (auto const& key : config_keys()) {
    if (key.section != ConfigSection::check) continue;
    EffectiveValue value{std::string(key.name), {}, {}};
    if (!key.fallback.empty()) value.value = fallback_value(key);
    if (key.name == "lang") value.value = text_value(language_name(house.given().machine_language));
    if (auto const found = setting_of(house.config(), ConfigSection::check, key.name)) {
      value.value = found.setting->value;
      value.origin = at(*found.file, found.setting->key.place);
    } else if (key.fallback.empty() && key.name != "lang") {
      continue;  // nothing holds
    }
    out.values.push_back(std::move(value));
  }
  for (auto const& [file, table] : applying) {
    EffectiveSection own;
    add_settings(own, *file, *table);
    for (auto& value : own.values)
      if (!is_condition(value.name)) set(out, std::move(value));
  }
  auto const& given = house.given();
  auto const give = [&](std::string_view name, TomlValue value) { set(out, {std::string(name), std::move(value), from_command_line}); };
  if (given.select) give("select", list_value(*given.select));
  if (given.ignore) give("ignore", list_value(*given.ignore));
  if (given.fail_on) give("fail-on", text_value(to_string(*given.fail_on)));
  if (given.stage) give("stage", text_value(stage_name(*given.stage)));
  if (given.language) give("lang", text_value(language_name(*given.language)));
  return out;
}

void add_section(std::vector<EffectiveSection>& out, EffectiveSection section) {
  if (!section.values.empty()) out.push_back(std::move(section));
}

std::vector<std::string> strings(ConfigTable const& table, std::string_view name) {
  auto const* setting = table.find(name);
  if (setting == nullptr) return {};
  auto const views = strings_of(setting->value);
  return {views.begin(), views.end()};
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (static_cast<unsigned char>(c) < ' ' || c == 0x7F)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    else
      out += c;
  }
  return out + "\"";
}

}  // namespace

Effective effective(House const& house, std::string_view path, bool is_folder) {
  Effective out;
  auto const& config = house.config();
  for (auto file = config.files.rbegin(); file != config.files.rend(); ++file) out.files.push_back((*file)->source.name);
  auto const overrides = overrides_of(config), ignores = ignores_of(config);
  auto const fits = house.by_path(path);

  std::vector<SourcedTable> applying;
  for (std::size_t i = 0; i < overrides.size(); ++i) {
    auto const& [file, table] = overrides[i];
    if (fits[i] && table->find("types") == nullptr) applying.push_back(overrides[i]);
    if (fits[i] ? table->find("types") == nullptr : !is_folder) continue;
    EffectiveOverride condition{
        at(*file, table->place), fits[i] ? std::vector<std::string>{} : strings(*table, "paths"), strings(*table, "types"), {}};
    EffectiveSection own{"check", {}};
    add_settings(own, *file, *table);
    std::erase_if(own.values, [](auto const& value) { return is_condition(value.name); });
    add_section(condition.sections, std::move(own));
    add_rules(condition.sections, *file, table->rules);
    out.overrides.push_back(std::move(condition));
  }

  add_section(out.sections, check_section(house, applying));
  EffectiveSection packs{"packs", {}}, issuer{"issuer", {}};
  for (auto const& file : config.files) {
    for (auto const& setting : file->packs.settings)
      packs.values.push_back({setting.key.name, setting.value, at(*file, setting.key.place)});
    add_settings(issuer, *file, file->issuer);
  }
  add_section(out.sections, std::move(packs));
  add_section(out.sections, std::move(issuer));
  std::vector<EffectiveSection> rules;
  for (auto const& file : config.files) add_rules(rules, *file, file->top.rules);
  for (auto const& [file, table] : applying) add_rules(rules, *file, table->rules);
  std::sort(rules.begin(), rules.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
  for (auto& section : rules) add_section(out.sections, std::move(section));

  for (std::size_t i = 0; i < ignores.size(); ++i) {
    if (!fits[overrides.size() + i] && !is_folder) continue;
    EffectiveSection section{"ignore", {}};
    add_settings(section, *ignores[i].file, *ignores[i].table);
    out.ignores.push_back(std::move(section));
  }
  return out;
}

std::string to_toml(TomlValue const& value) {
  switch (value.kind) {
    case TomlKind::boolean: return value.boolean ? "true" : "false";
    case TomlKind::integer: return std::to_string(value.integer);
    case TomlKind::string: return quoted(value.string);
    case TomlKind::date: return to_string(value.date);
    case TomlKind::array: {
      std::vector<std::string> items;
      for (auto const& item : value.items) items.push_back(to_toml(item));
      return fmt::format("[{}]", fmt::join(items, ", "));
    }
    case TomlKind::table: {
      std::vector<std::string> entries;
      for (auto const& [key, entry] : value.entries) entries.push_back(fmt::format("{} = {}", quoted(key.name), to_toml(entry)));
      return entries.empty() ? "{}" : fmt::format("{{ {} }}", fmt::join(entries, ", "));
    }
    case TomlKind::floating:
    case TomlKind::time: return "…";  // no key takes one
  }
  return {};
}

}  // namespace vanthu
