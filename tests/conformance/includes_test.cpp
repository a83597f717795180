// Each library is behind its door, and the core does no I/O: no other file includes its headers.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Door {
  std::string_view header;              // how the included name starts
  std::vector<std::string_view> files;  // folders (with "/") and files that may include it
};

std::vector<Door> const doors = {
    {"boost/", {"grammar/"}},
    {"unicode/", {"checker/text/", "checker/read/"}},
    {"md4c", {"checker/read/markdown.cpp"}},
    {"zip.h", {"checker/read/docx/zip.cpp"}},
    {"dlfcn.h", {"checker/read/docx/zip.cpp"}},
    {"pugixml", {"checker/read/docx/"}},
    {"nlohmann/",
     {"checker/report/json.cpp", "checker/report/config_json.cpp", "checker/report/config_schema.cpp", "checker/report/fix_json.cpp",
      "checker/report/layout_json.cpp", "checker/report/pack_schema.cpp", "checker/report/registry_json.cpp", "checker/report/baseline.cpp",
      "checker/report/sarif.cpp", "checker/report/sarif_rules.cpp", "checker/report/sarif_rules.hpp", "checker/lsp/wire/"}},
    {"toml++/", {"checker/engine/toml.cpp"}},
    {"re2/", {"checker/engine/regex.cpp"}},
    {"sqlite3", {"checker/registry/sqlite.cpp"}},
    {"CLI/", {"checker/cli/options.cpp"}},
    // Files, terminals and the clock belong to the outer ring.
    {"fstream", {"checker/cli/", "checker/engine/pack_compiler", "checker/registry/registry_compiler"}},
    {"iostream", {"checker/cli/", "checker/engine/pack_compiler"}},
    {"cstdio", {"checker/cli/", "checker/text/date.cpp"}},  // there for snprintf
    {"filesystem", {"checker/cli/", "checker/engine/pack_compiler", "checker/registry/registry_compiler"}},
    {"unistd.h", {"checker/cli/"}},
    {"chrono", {"checker/cli/"}},
    {"ctime", {"checker/cli/"}},
};

// "<boost/spirit.hpp>" → boost/spirit.hpp; empty for any other line.
std::string_view included(std::string_view line) {
  auto const hash = line.find_first_not_of(" \t");
  if (hash == std::string_view::npos || line[hash] != '#' || line.find("include") == std::string_view::npos) return {};
  auto const open = line.find_first_of("<\"");
  auto const close = line.find_last_of(">\"");
  return open == std::string_view::npos || close <= open ? std::string_view{} : line.substr(open + 1, close - open - 1);
}

TEST(Includes, LibrariesStayBehindTheirDoors) {
  fs::path const root = VANTHU_SOURCES;
  auto files = 0;
  for (auto const* folder : {"include", "grammar", "checker"}) {
    for (auto const& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
      ++files;
      auto const name = entry.path().lexically_relative(root).generic_string();
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        auto const header = included(line);
        for (auto const& door : doors) {
          auto const allowed =
              std::any_of(door.files.begin(), door.files.end(), [&](std::string_view file) { return name.starts_with(file); });
          if (header.starts_with(door.header) && !allowed) ADD_FAILURE() << name << " includes " << header;
        }
      }
    }
  }
  EXPECT_GT(files, 50);
}

TEST(Includes, EveryFileSaysWhatItIs) {
  fs::path const root = VANTHU_SOURCES;
  for (auto const* folder : {"include", "grammar", "checker"})
    for (auto const& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".hpp") continue;
      std::ifstream in(entry.path());
      std::string line;
      std::getline(in, line);
      EXPECT_TRUE(line.starts_with("//")) << entry.path().lexically_relative(root);
    }
}

}  // namespace
