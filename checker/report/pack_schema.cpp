// Tables of keys → JSON Schema.
#include "report/pack_schema.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "checks/check.hpp"
#include "engine/pack_keys.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr char const* code_pattern = "^[A-Z]{2}[0-9]{3}$";

Json reference(std::string_view definition) { return {{"$ref", fmt::format("#/definitions/{}", definition)}}; }
Json texts() { return {{"type", "array"}, {"items", {{"type", "string"}}}}; }
Json named(Json of_each) { return {{"type", "object"}, {"additionalProperties", std::move(of_each)}}; }

Json text(Choice choice) {
  Json out = {{"type", "string"}};
  if (choice != Choice::any) out["enum"] = choices(choice);
  return out;
}

Json table(std::span<KeyDef const> keys, unsigned with, unsigned without = 0);

Json shape(KeyDef const& key) {
  switch (key.shape) {
    case Shape::boolean: return {{"type", "boolean"}};
    case Shape::text: return text(key.choice);
    case Shape::date: return {{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}};
    case Shape::names: return {{"type", "array"}, {"items", text(key.choice)}};
    case Shape::defaults: return table(rule_keys(), in_defaults);
    case Shape::phrases: return {{"type", "array"}, {"minItems", 1}, {"items", table(keys_of(key.shape), 0)}};
    case Shape::examples: {
      auto example = table(keys_of(key.shape), 0);
      example["anyOf"] = {{{"required", {"bad"}}}, {{"required", {"good"}}}};
      return {{"type", "array"}, {"items", std::move(example)}};
    }
    case Shape::lists: return named(texts());
    case Shape::tables: return named(named({{"type", "string"}}));
    case Shape::sources: return named(table(keys_of(key.shape), 0));
    case Shape::clauses: return named({{"anyOf", {{{"type", "string"}}, table(keys_of(key.shape), 0)}}});
    case Shape::options: return {{"type", "object"}};  // by check: option_table()
    case Shape::changes:
      return {{"type", "object"}, {"patternProperties", {{code_pattern, reference("change")}}}, {"additionalProperties", false}};
    case Shape::pack:
    case Shape::words:
    case Shape::fix:
    case Shape::related:
    case Shape::in_passing:
    case Shape::context:
    case Shape::house: return table(keys_of(key.shape), 0);
  }
  return Json::object();
}

Json described(KeyDef const& key) {
  auto out = shape(key);
  out["description"] = fmt::format("{}\n{}", key.vi, key.en);
  return out;
}

// Keys that all forms of a rule require are required; those that a form adds are in form().
Json table(std::span<KeyDef const> keys, unsigned with, unsigned without) {
  Json properties = Json::object(), needed = Json::array();
  for (auto const name : names_of(keys, with, without)) {
    auto const& key = *find_key(keys, name);
    properties[std::string(name)] = described(key);
    auto const forms = key.flags & in_every_form;
    auto const always = (key.flags & required) != 0 && (forms == 0 || forms == in_every_form) && (key.flags & in_defaults) == 0;
    if (always) needed.push_back(name);
  }
  Json out = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!needed.empty()) out["required"] = std::move(needed);
  out["additionalProperties"] = false;
  return out;
}

Json option_type(OptionType type) {
  switch (type) {
    case OptionType::boolean: return {{"type", "boolean"}};
    case OptionType::integer: return {{"type", "integer"}};
    case OptionType::string: return {{"type", "string"}};
    case OptionType::list: return texts();
    case OptionType::table: return named({{"type", "string"}});
  }
  return Json::object();
}

// `if` the rule names this check, `then` its options are these.
Json options_of(Check const& check) {
  Json properties = Json::object(), needed = Json::array();
  for (auto const& option : check.options) {
    auto value = option_type(option.type);
    value["description"] = option.doc;
    properties[std::string(option.name)] = std::move(value);
    if (option.required) needed.push_back(option.name);
  }
  Json then = {
      {"properties",
       {{"options", {{"type", "object"}, {"properties", std::move(properties)}, {"required", needed}, {"additionalProperties", false}}}}}};
  if (!needed.empty()) then["required"] = {"options"};
  return {{"if", {{"properties", {{"check", {{"const", check.name}}}}}, {"required", {"check"}}}}, {"then", std::move(then)}};
}

// What a rule with this key is: keys of the other forms do not stand in it.
Json form(std::string_view key, std::vector<std::string> needed, unsigned flag) {
  Json properties = Json::object();
  for (auto const& other : rule_keys())
    if ((other.flags & flag) == 0) properties[std::string(other.name)] = false;
  for (auto const nested : {Shape::fix, Shape::related}) {
    Json inner = Json::object(), inner_needed = Json::array();
    for (auto const& part : keys_of(nested)) {
      if ((part.flags & flag) == 0) inner[std::string(part.name)] = false;
      if ((part.flags & required) != 0 && (part.flags & flag) != 0) inner_needed.push_back(part.name);
    }
    properties[nested == Shape::fix ? "fix" : "related"] = {{"properties", std::move(inner)}, {"required", std::move(inner_needed)}};
  }
  if (flag == in_condition) {
    properties["fix"]["required"] = {"with"};
    properties["fix"]["oneOf"] = {{{"required", {"replace"}}}, {{"required", {"insert_before"}}}, {{"required", {"insert_after"}}}};
  }
  needed.insert(needed.begin(), std::string(key));
  return {{"required", std::move(needed)}, {"properties", std::move(properties)}};
}

Json rule() {
  auto out = table(rule_keys(), 0, in_change);
  out["properties"]["name"]["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$";
  out["oneOf"] = {form("on", {"expect"}, in_condition), form("check", {}, in_check), form("phrases", {}, in_phrases)};
  auto by_check = Json::array();
  for (auto const* check : all_checks()) by_check.push_back(options_of(*check));
  out["allOf"] = std::move(by_check);
  return out;
}

// A partial message, fix … is enough: nothing is required, at any depth.
void relax(Json& schema) {
  if (schema.is_object()) {
    schema.erase("required");
    for (auto& [key, value] : schema.items())
      if (key == "properties")
        for (auto const* nested : {"message", "why", "fix", "related", "title"})
          if (value.contains(nested)) relax(value[nested]);
  }
}

Json change() {
  auto out = table(rule_keys(), 0, is_identity);
  relax(out);
  return out;
}

}  // namespace

std::string pack_schema() {
  Json properties = Json::object();
  for (auto const& key : file_keys()) properties[std::string(key.name)] = described(key);
  Json const out = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                    {"title", "vanthu: gói quy tắc (rule pack)"},
                    {"type", "object"},
                    {"properties", std::move(properties)},
                    {"patternProperties", {{code_pattern, reference("rule")}}},
                    {"required", {"pack"}},
                    {"additionalProperties", false},
                    {"definitions", {{"rule", rule()}, {"change", change()}}}};
  return out.dump(2) + "\n";
}

}  // namespace vanthu::report
