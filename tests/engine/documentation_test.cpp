// docs/rules-language.md names every kind of node, every field of the schema and every key of a pack.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "engine/pack_keys.hpp"
#include "vanthu/schema.hpp"

namespace vanthu {
namespace {

std::string reference() {
  std::ostringstream text;
  text << std::ifstream(std::string(VANTHU_SOURCES) + "/docs/rules-language.md").rdbuf();
  return text.str();
}

TEST(Documentation, NamesEveryKey) {
  auto const page = reference();
  for (auto const keys :
       {file_keys(), rule_keys(), keys_of(Shape::pack), keys_of(Shape::fix), keys_of(Shape::phrases), keys_of(Shape::examples),
        keys_of(Shape::context), keys_of(Shape::house), keys_of(Shape::sources), keys_of(Shape::clauses)})
    for (auto const& key : keys) {
      EXPECT_NE(page.find(key.name), std::string::npos) << key.name;
      EXPECT_FALSE(key.vi.empty() || key.en.empty()) << key.name;
    }
}

TEST(Documentation, NamesEveryField) {
  auto const page = reference();
  for (auto const& def : node_defs()) {
    EXPECT_NE(page.find(def.name), std::string::npos) << def.name;
    for (auto const& field : def.fields)
      EXPECT_NE(page.find("`" + std::string(field.name) + "`"), std::string::npos) << def.name << " " << field.name;
    for (auto const part : def.parts) EXPECT_NE(page.find("`" + std::string(part) + "`"), std::string::npos) << def.name << " " << part;
  }
}

}  // namespace
}  // namespace vanthu
