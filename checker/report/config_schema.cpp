// Table of keys → JSON Schema.
#include "report/config_schema.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "config/keys.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

Json text() { return {{"type", "string"}, {"minLength", 1}}; }
Json array_of(Json item, bool may_be_empty) {
  Json out = {{"type", "array"}, {"items", std::move(item)}};
  if (!may_be_empty) out["minItems"] = 1;
  return out;
}
Json one_or_several(Json item) { return {{"anyOf", {item, array_of(item, false)}}}; }

Json code() { return {{"type", "string"}, {"pattern", "^[A-Z]{2}[0-9]{0,3}$"}}; }

Json type() {
  auto slugs = Json::array();
  for (auto const& type : doc_types()) slugs.push_back(type.slug);
  slugs.push_back("unknown");
  return {{"type", "string"}, {"enum", std::move(slugs)}};
}

Json shape(ConfigKey const& key) {
  bool const may_be_empty = !key.fallback.empty();
  switch (key.shape) {
    case ConfigShape::text:
    case ConfigShape::file: return text();
    case ConfigShape::choice: return {{"type", "string"}, {"enum", key.choices}};
    case ConfigShape::date: return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    case ConfigShape::texts:
    case ConfigShape::globs:
    case ConfigShape::files: return array_of(text(), may_be_empty);
    case ConfigShape::codes: return array_of(code(), true);
    case ConfigShape::types: return array_of(type(), may_be_empty);
    case ConfigShape::any_code:
    case ConfigShape::any_glob: return one_or_several(text());
  }
  return Json::object();
}

Json described(ConfigKey const& key) {
  auto out = shape(key);
  out["description"] = fmt::format("{}\n{}", key.doc_vi, key.doc_en);
  return out;
}

Json section(ConfigSection which) {
  Json properties = Json::object(), needed = Json::array();
  for (auto const& key : config_keys()) {
    if (key.section != which) continue;
    properties[std::string(key.name)] = described(key);
    if (key.required) needed.push_back(key.name);
  }
  auto const& def = config_section(which);
  Json out = {{"type", "object"}, {"description", fmt::format("{}\n{}", def.doc_vi, def.doc_en)}, {"properties", std::move(properties)}};
  if (!needed.empty()) out["required"] = std::move(needed);
  out["additionalProperties"] = which == ConfigSection::rule;  // its other keys are those of a rule in a pack
  return out;
}

Json rules() {
  return {{"type", "object"},
          {"patternProperties", {{"^[A-Z]{2}[0-9]{3}$", {{"$ref", "#/definitions/rule"}}}}},
          {"additionalProperties", false}};
}

}  // namespace

std::string config_schema_json() {
  auto root = section(ConfigSection::top);
  auto& properties = root["properties"];
  for (auto const which : {ConfigSection::check, ConfigSection::packs, ConfigSection::issuer})
    properties[std::string(config_section(which).name)] = section(which);
  properties["rules"] = rules();
  auto overrides = section(ConfigSection::override_table);
  overrides["properties"]["rules"] = rules();
  overrides["anyOf"] = {{{"required", {"paths"}}}, {{"required", {"types"}}}};
  properties["overrides"] = {{"type", "array"}, {"items", std::move(overrides)}};
  properties["ignore"] = {{"type", "array"}, {"items", section(ConfigSection::ignore)}};
  Json const out = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"title", "vanthu.toml"},
                    {"type", "object"},
                    {"properties", std::move(properties)},
                    {"additionalProperties", false},
                    {"definitions", {{"rule", section(ConfigSection::rule)}}}};
  return out.dump(2) + "\n";
}

}  // namespace vanthu::report
