// Which configuration holds in a folder.
#include <gtest/gtest.h>

#include "config/support.hpp"

namespace vanthu::test {
namespace {

std::string value(House const& house, std::string_view name, ConfigSection section = ConfigSection::check) {
  auto const found = setting_of(house.config(), section, name);
  if (!found) return "-";
  std::string out;
  for (auto const text : strings_of(found.setting->value)) out += std::string(out.empty() ? "" : ",") + std::string(text);
  return out + " " + found.file->source.name + ":" + std::to_string(found.setting->key.place.line);
}

TEST(Paths, AreWorkedOutAsText) {
  EXPECT_EQ(parent_of("/a/b"), "/a");
  EXPECT_EQ(parent_of("/a"), "/");
  EXPECT_EQ(parent_of("/"), "");
  EXPECT_EQ(join_path("/a/b", "../c/./d.toml"), "/a/c/d.toml");
  EXPECT_EQ(join_path("/a", "../../.."), "/");
  EXPECT_EQ(join_path("/a", "/b//c/"), "/b/c");
  EXPECT_EQ(join_path("/", "x"), "/x");
  EXPECT_EQ(below("/a", "/a/b/c"), "b/c");
  EXPECT_EQ(below("/a", "/ab/c"), "");
  EXPECT_EQ(below("/", "/ab/c"), "ab/c");
  EXPECT_EQ(below("/a", "/a"), "");
}

TEST(Resolve, TheNearestFileUpwardHolds) {
  Files files{{{"/o/vanthu.toml", "[check]\nstage = \"issued\"\n"}, {"/o/a/b/vanthu.toml", "[check]\nfail-on = \"info\"\n"}}, {}, {}};
  ConfigResolver resolver(machine(files), shipped(), command_line());
  EXPECT_EQ(value(*resolver.in_folder("/o"), "stage"), "issued o/vanthu.toml:2");
  EXPECT_EQ(resolver.in_folder("/o/a"), resolver.in_folder("/o"));
  EXPECT_EQ(resolver.in_folder("/o/a/c/d"), resolver.in_folder("/o"));
  EXPECT_EQ(value(*resolver.in_folder("/o/a/b/c"), "stage"), "-");  // the nearest alone, unless it extends the other
  EXPECT_EQ(value(*resolver.in_folder("/o/a/b/c"), "fail-on"), "info o/a/b/vanthu.toml:2");
  EXPECT_EQ(resolver.in_folder("/p"), resolver.unconfigured());
  EXPECT_TRUE(resolver.in_folder("/p")->config().files.empty());
}

TEST(Resolve, EveryFolderIsLookedAtOnce) {
  Files files{{{"/o/vanthu.toml", ""}}, {}, {}};
  ConfigResolver resolver(machine(files), shipped(), command_line());
  for (auto i = 0; i < 3; ++i)
    for (auto const* folder : {"/o/a/b", "/o/a/c", "/o/a", "/q/r"}) resolver.in_folder(folder);
  for (auto const& path : files.asked) EXPECT_EQ(files.asked.count(path), 1U) << path;
  EXPECT_EQ(files.asked.size(), 7U);  // b, a, o; c; r, q, the root
}

TEST(Resolve, ANamedFileHoldsEverywhere) {
  Files files{{{"/o/vanthu.toml", "[check]\nstage = \"issued\"\n"}, {"/x/house.toml", "[check]\nfail-on = \"info\"\n"}}, {}, {}};
  ConfigResolver resolver(machine(files), shipped(), command_line(), "/x/house.toml");
  EXPECT_EQ(value(*resolver.in_folder("/o"), "stage"), "-");
  EXPECT_EQ(value(*resolver.in_folder("/o"), "fail-on"), "info x/house.toml:2");
  EXPECT_EQ(files.asked.count("/o/vanthu.toml"), 0U);
  ConfigResolver missing(machine(files), shipped(), command_line(), "/x/none.toml");
  EXPECT_EQ(short_text(missing.in_folder("/o")->config().errors), "x/none.toml:1:1+1 no such file\n");
}

TEST(Resolve, WhatExtendsWinsKeyByKey) {
  Files files{
      {{"/base.toml", "[check]\nstage = \"issued\"\nfail-on = \"info\"\nignore = [\"VD\"]\n[issuer]\nname = \"A\"\nplace = \"B\"\n"},
       {"/o/vanthu.toml", "extends = \"../base.toml\"\n[check]\nfail-on = \"warning\"\n[issuer]\nname = \"C\"\n"},
       {"/o/p/vanthu.toml", "extends = \"../vanthu.toml\"\n[check]\nignore = [\"TT\"]\n"}},
      {},
      {}};
  ConfigResolver resolver(machine(files), shipped(), command_line());
  auto const house = resolver.in_folder("/o/p");
  ASSERT_EQ(short_text(house->config().errors), "");
  EXPECT_EQ(house->config().files.size(), 3U);
  EXPECT_EQ(value(*house, "stage"), "issued base.toml:2");
  EXPECT_EQ(value(*house, "fail-on"), "warning o/vanthu.toml:3");
  EXPECT_EQ(value(*house, "ignore"), "TT o/p/vanthu.toml:3");
  EXPECT_EQ(value(*house, "name", ConfigSection::issuer), "C o/vanthu.toml:5");
  EXPECT_EQ(value(*house, "place", ConfigSection::issuer), "B base.toml:7");
}

TEST(Resolve, ExtendsThatLeadNowhere) {
  struct Wrong {
    Files files;
    char const* errors;
  };
  Wrong wrong[] = {
      {{{{"/o/vanthu.toml", "extends = \"../base.toml\"\n"}}, {}, {}}, "o/vanthu.toml:1:11+14 base.toml: no such file\n"},
      {{{{"/o/vanthu.toml", "extends = \"vanthu.toml\"\n"}}, {}, {}}, "o/vanthu.toml:1:11+13 a circle: o/vanthu.toml → o/vanthu.toml\n"},
      {{{{"/o/vanthu.toml", "extends = \"b.toml\"\n"},
         {"/o/b.toml", "\nextends = \"./c.toml\"\n"},
         {"/o/c.toml", "extends = \"b.toml\"\n"}},
        {},
        {}},
       "o/c.toml:1:11+8 a circle: o/vanthu.toml → o/b.toml → o/c.toml → o/b.toml\n"},
      {{{{"/o/vanthu.toml", "extends = \"b.toml\"\n"}}, {"/o/b.toml"}, {}}, "o/vanthu.toml:1:11+8 o/b.toml: no access\n"},
      {{{}, {"/o/vanthu.toml"}, {}}, "o/vanthu.toml:1:1+1 no access\n"},
      {{{{"/o/vanthu.toml", "extends = \"b.toml\"\n"}, {"/o/b.toml", "[chek]\n"}}, {}, {}},
       "o/b.toml:1:2+4 the file has no key \"chek\" | did you mean \"check\"?\n"},
  };
  for (auto& w : wrong) {
    ConfigResolver resolver(machine(w.files), shipped(), command_line());
    EXPECT_EQ(short_text(resolver.in_folder("/o")->config().errors), w.errors);
  }
}

constexpr char const* own_pack = R"([pack]
name = "own"
title = { vi = "của mình", en = "own" }

[CH101]
name = "no-place"
on = "document"
expect = 'place != null'
severity = "info"
message = { vi = "không có địa danh", en = "no place" }
)";

TEST(Resolve, PacksAddRules) {
  for (auto const* paths : {"[\"packs/own.toml\"]", "[\"packs/*.toml\"]", "[\"**/own.toml\"]", "[\"packs/o*.toml\", \"packs/own.toml\"]"}) {
    Files files{{{"/o/vanthu.toml", std::string("[packs]\npaths = ") + paths + "\n[rules.CH101]\nseverity = \"error\"\n"},
                 {"/o/packs/own.toml", own_pack}},
                {},
                {}};
    ConfigResolver resolver(machine(files), shipped(), command_line());
    auto const house = resolver.in_folder("/o/docs");
    ASSERT_EQ(short_text(house->config().errors), "") << paths;
    auto const policy = house->policy("/o/docs/a.md", "cong-van");
    EXPECT_EQ(policy->rules.find("CH101")->severity, Severity::error);
    EXPECT_NE(policy->rules.find("VD101"), nullptr);
  }
}

TEST(Resolve, PacksThatAreNotThereOrWrong) {
  Files files{{{"/o/vanthu.toml", "[packs]\npaths = [\"own.toml\", \"packs/*.toml\"]\n"}}, {}, {}};
  EXPECT_EQ(short_text(ConfigResolver(machine(files), shipped(), command_line()).in_folder("/o")->config().errors),
            "o/vanthu.toml:2:10+10 o/own.toml: no such file\no/vanthu.toml:2:22+14 no file fits \"packs/*.toml\"\n");
  files.texts = {{"/o/vanthu.toml", "[packs]\npaths = [\"*.toml\"]\n"},
                 {"/o/own.toml", "[pack]\nname = \"own\"\ntitle.vi = \"a\"\ntitle.en = \"b\"\n[CH1]\n"},
                 {"/o/a.md.vanthu.toml", "x"}};
  auto const errors = short_text(ConfigResolver(machine(files), shipped(), command_line()).in_folder("/o")->config().errors);
  EXPECT_TRUE(errors.starts_with("o/own.toml:5:2+3 ")) << errors;
}

TEST(Resolve, PacksOfABaseStay) {
  Files files{{{"/base.toml", "[packs]\npaths = [\"own.toml\"]\n"},
               {"/own.toml", own_pack},
               {"/o/vanthu.toml", "extends = \"../base.toml\"\n[check]\nselect = [\"CH101\"]\n"}},
              {},
              {}};
  ConfigResolver resolver(machine(files), shipped(), command_line());
  EXPECT_EQ(short_text(resolver.in_folder("/o")->config().errors), "");
  EXPECT_NE(resolver.in_folder("/o")->config().rules.find("CH101"), nullptr);
}

// A link to its own folder gives one file a new name at each step.
TEST(Resolve, ChainsEnd) {
  Files files;
  std::string folder = "/o";
  for (auto i = 0; i < 40; ++i, folder += "/l") files.texts[folder + "/vanthu.toml"] = "extends = \"l/vanthu.toml\"\n";
  ConfigResolver resolver(machine(files), shipped(), command_line());
  auto const& errors = resolver.in_folder("/o")->config().errors;
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(files.asked.size(), 32U);
}

}  // namespace
}  // namespace vanthu::test
