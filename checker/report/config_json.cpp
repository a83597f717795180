// vanthu.config/1.
#include <nlohmann/json.hpp>

#include "report/config_text.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

Json value_json(TomlValue const& value) {
  switch (value.kind) {
    case TomlKind::boolean: return value.boolean;
    case TomlKind::integer: return value.integer;
    case TomlKind::string: return value.string;
    case TomlKind::date: return to_string(value.date);
    case TomlKind::array: {
      auto out = Json::array();
      for (auto const& item : value.items) out.push_back(value_json(item));
      return out;
    }
    case TomlKind::table: {
      auto out = Json::object();
      for (auto const& [key, entry] : value.entries) out[key.name] = value_json(entry);
      return out;
    }
    case TomlKind::floating:
    case TomlKind::time: break;
  }
  return nullptr;
}

Json origin_json(ConfigOrigin const& origin) {
  switch (origin.kind) {
    case ConfigOrigin::Kind::fallback: return {{"kind", "default"}};
    case ConfigOrigin::Kind::command_line: return {{"kind", "command-line"}};
    case ConfigOrigin::Kind::file:
      return {{"kind", "file"}, {"file", origin.file}, {"line", origin.place.line}, {"column", origin.place.column}};
  }
  return nullptr;
}

void add_values(Json& out, EffectiveSection const& section) {
  for (auto const& value : section.values)
    out.push_back(
        {{"section", section.name}, {"key", value.name}, {"value", value_json(value.value)}, {"origin", origin_json(value.origin)}});
}

Json values_json(std::vector<EffectiveSection> const& sections) {
  auto out = Json::array();
  for (auto const& section : sections) add_values(out, section);
  return out;
}

}  // namespace

std::string config_json(std::string_view path, Effective const& effective) {
  auto overrides = Json::array(), ignores = Json::array();
  for (auto const& one : effective.overrides) {
    auto when = Json::object();
    if (!one.paths.empty()) when["paths"] = one.paths;
    if (!one.types.empty()) when["types"] = one.types;
    overrides.push_back({{"when", std::move(when)}, {"origin", origin_json(one.origin)}, {"values", values_json(one.sections)}});
  }
  for (auto const& section : effective.ignores) {
    auto values = Json::array();
    add_values(values, section);
    ignores.push_back(std::move(values));
  }
  Json const out = {{"schema", config_schema},           {"path", path},
                    {"files", effective.files},          {"values", values_json(effective.sections)},
                    {"overrides", std::move(overrides)}, {"ignores", std::move(ignores)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace vanthu::report
