// docs/rules-language.md names every kind of node and every field of the schema.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "vanthu/schema.hpp"

namespace vanthu {
namespace {

TEST(Documentation, NamesEveryField) {
  std::ostringstream text;
  text << std::ifstream(std::string(VANTHU_SOURCES) + "/docs/rules-language.md").rdbuf();
  auto const page = text.str();
  for (auto const& def : node_defs()) {
    EXPECT_NE(page.find(def.name), std::string::npos) << def.name;
    for (auto const& field : def.fields)
      EXPECT_NE(page.find("`" + std::string(field.name) + "`"), std::string::npos) << def.name << " " << field.name;
    for (auto const part : def.parts) EXPECT_NE(page.find("`" + std::string(part) + "`"), std::string::npos) << def.name << " " << part;
  }
}

}  // namespace
}  // namespace vanthu
