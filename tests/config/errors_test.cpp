// What is wrong in a vanthu.toml is told at its place, in the language of the user.
#include <gtest/gtest.h>

#include "config/support.hpp"

namespace vanthu::test {
namespace {

struct Case {
  char const* toml;
  char const* errors;
};

constexpr Case cases[] = {
    {"", ""},
    {"# nothing\n", ""},
    {"[check]\nselect = [\"VD\", \"TT1\"]\nignore = []\nfail-on = \"info\"\nstage = \"issued\"\nlang = \"en\"\nexclude = [\"a/\"]\n", ""},
    {"[issuer]\nname = \"Sở Nội vụ\"\nsymbol = \"SNV\"\nplace = \"Lạng Sơn\"\nunits = [\"VP\"]\n", ""},

    // Keys
    {"[chek]\n", "vanthu.toml:1:2+4 the file has no key \"chek\" | did you mean \"check\"?\n"},
    {"[check]\nselct = []\n", "vanthu.toml:2:1+5 [check] has no key \"selct\" | did you mean \"select\"?\n"},
    {"[check]\nfail_on = \"error\"\n", "vanthu.toml:2:1+7 [check] has no key \"fail_on\" | did you mean \"fail-on\"?\n"},
    {"select = [\"VD\"]\n", "vanthu.toml:1:1+6 the file has no key \"select\" | \"select\" belongs in [check]\n"},
    {"[issuer]\nextends = \"a\"\n", "vanthu.toml:2:1+7 [issuer] has no key \"extends\" | there are: name, symbol, place, units\n"},
    {"[packs]\npath = []\n", "vanthu.toml:2:1+4 [packs] has no key \"path\" | did you mean \"paths\"?\n"},
    {"[[ignore]]\ncode = \"VD101\"\nreason = \"x\"\nfile = \"a\"\n",
     "vanthu.toml:4:1+4 [[ignore]] has no key \"file\" | there are: code, path, text, reason, until\n"},
    {"[[overrides]]\npaths = [\"a\"]\nlang = \"vi\"\n",
     "vanthu.toml:3:1+4 [[overrides]] has no key \"lang\" | there are: rules, paths, types, select, ignore, fail-on, stage\n"},

    // Types of values
    {"check = 1\n", "vanthu.toml:1:9+1 \"check\" takes a table; this is an integer\n"},
    {"[check]\nselect = \"VD\"\n", "vanthu.toml:2:10+4 \"select\" takes an array; this is a string | select = [\"VD\"]\n"},
    {"[check]\nselect = [\"VD\", 1]\n", "vanthu.toml:2:17+1 \"select\" takes a string; this is an integer\n"},
    {"[check]\nfail-on = true\n", "vanthu.toml:2:11+4 \"fail-on\" takes a string; this is a boolean\n"},
    {"[check]\nfail-on = \"eror\"\n", "vanthu.toml:2:11+6 \"fail-on\" has no value \"eror\" | did you mean \"error\"?\n"},
    {"[check]\nstage = \"final\"\n", "vanthu.toml:2:9+7 \"stage\" has no value \"final\" | there are: draft, issued\n"},
    {"[check]\nfail-on = { a = 1 }\n", "vanthu.toml:2:1+7 \"fail-on\" takes a string; this is a table\n"},
    {"[issuer]\nname = \" \"\n", "vanthu.toml:2:8+3 \"name\" is empty\n"},
    {"[issuer]\nunits = []\n", "vanthu.toml:2:9+2 \"units\" is empty\n"},
    {"[ignore]\ncode = \"VD101\"\n", "vanthu.toml:1:2+6 \"ignore\" stands in double brackets | [[ignore]]\n"},
    {"[[check]]\n", "vanthu.toml:1:1+9 \"check\" takes a table; this is an array\n"},
    {"[[ignore]]\ncode = \"VD101\"\nreason = \"x\"\nuntil = \"2026-12-31\"\n",
     "vanthu.toml:4:9+12 \"until\" takes a date; this is a string | until = 2026-12-31\n"},
    {"[[ignore]]\npath = \"a\"\n",
     "vanthu.toml:2:1+4 [[ignore]] has no \"code\" (code, beginning of codes or name of a rule)\n"
     "vanthu.toml:2:1+4 [[ignore]] has no \"reason\" (why)\n"},
    {"[[ignore]]\ncode = \"VD101\"\nreason = \"\"\n", "vanthu.toml:3:10+2 \"reason\" is empty\n"},
    {"[[overrides]]\nstage = \"draft\"\n",
     "vanthu.toml:2:1+5 [[overrides]] names neither paths nor types | give \"paths\", \"types\" or both; what holds for all documents "
     "stands in "
     "[check], [rules.CODE]\n"},
    {"[[overrides]]\npaths = []\n", "vanthu.toml:2:9+2 \"paths\" is empty\n"},

    // Patterns, types, codes
    {"[check]\nexclude = [\"a/*\", \"nháp[/x\"]\n", "vanthu.toml:2:24+1 \"[\" without \"]\"\n"},
    {"[check]\nexclude = [\"*.{md,txt}\"]\n", "vanthu.toml:2:15+1 there are no { }: write several patterns\n"},
    {"[[overrides]]\npaths = [\"../a\"]\n", "vanthu.toml:2:11+2 a pattern does not leave its folder\n"},
    {"[[overrides]]\npaths = [\"/a\"]\n", "vanthu.toml:2:11+1 patterns are relative; no \"/\" in front\n"},
    {"[[overrides]]\ntypes = [\"cong-vam\"]\n",
     "vanthu.toml:2:10+10 there is no document type \"cong-vam\" | did you mean \"cong-van\"?\n"},
    {"[[overrides]]\ntypes = [\"Công văn\"]\n", "vanthu.toml:2:10+10 there is no document type \"Công văn\" | written \"cong-van\"\n"},
    {"[check]\nselect = [\"VD1O1\"]\n", "vanthu.toml:2:11+7 there is no rule \"VD1O1\" | did you mean \"VD101\"?\n"},
    {"[check]\nignore = [\"XX\", \"VD9\"]\n",
     "vanthu.toml:2:11+4 there is no rule \"XX\"\nvanthu.toml:2:17+5 there is no rule \"VD9\" | did you mean \"VD\"?\n"},
    {"[check]\nignore = [\"no-subject\"]\n", "vanthu.toml:2:11+12 there is no rule \"no-subject\" | did you mean \"no-subject\"?\n"},
    {"[[ignore]]\ncode = [\"VD1\", \"no-subjct\"]\nreason = \"x\"\n",
     "vanthu.toml:2:16+11 there is no rule \"no-subjct\" | did you mean \"no-subject\"?\n"},
    {"[rules.VD110]\nseverity = \"info\"\n", "vanthu.toml:1:8+5 there is no rule \"VD110\" | did you mean \"VD101\"?\n"},
    {"[rules.no-subject]\nseverity = \"info\"\n",
     "vanthu.toml:1:8+10 there is no rule \"no-subject\" | the code stands here: [rules.VD101]\n"},
    {"[[overrides]]\npaths = [\"a\"]\n[overrides.rules.VD1]\n", "vanthu.toml:3:18+3 there is no rule \"VD1\" | did you mean \"VD\"?\n"},
};

TEST(ConfigErrors, StandAtTheirPlaceAndSayWhatFits) {
  for (auto const& c : cases) EXPECT_EQ(errors_of(c.toml), c.errors) << c.toml;
}

TEST(ConfigErrors, FieldsOfRulesAreJudgedAsInPacks) {
  struct Wrong {
    char const* toml;
    char const* place;
    char const* words;
  };
  constexpr Wrong wrong[] = {
      {"[rules.VD101]\nseverty = \"info\"\n", "vanthu.toml:2:1", "severty"},
      {"[rules.VD101]\nseverity = \"warn\"\n", "vanthu.toml:2:12", "warning"},
      {"[rules.VD101]\nenabled = \"no\"\n", "vanthu.toml:2:11", "boolean"},
      {"[rules.VD101]\noptions = { kinds = [] }\n", "vanthu.toml:2:1", "options"},
      {"[rules.TT101.options]\nnonsense = 1\n", "vanthu.toml:2:1", "nonsense"},
      {"[rules.VD101]\nseverity = \"info\"\n", "vanthu.toml:2:1", "reason"},
      {"[rules.VD101]\nenabled = false\n", "vanthu.toml:2:1", "reason"},
      {"[[overrides]]\npaths = [\"a\"]\nrules.VD101.severity = \"info\"\n", "vanthu.toml:3:13", "reason"},
  };
  for (auto const& w : wrong) {
    auto const errors = errors_of(w.toml);
    EXPECT_TRUE(errors.starts_with(w.place)) << w.toml << errors;
    EXPECT_NE(errors.find(w.words), std::string::npos) << w.toml << errors;
  }
  EXPECT_EQ(errors_of("[rules.VD101]\nseverity = \"info\"\nreason = \"theo quy chế\"\n"), "");
  EXPECT_EQ(errors_of("[rules.VD102]\nenabled = false\n"), "");
}

TEST(ConfigErrors, SpeakVietnamese) {
  EXPECT_EQ(errors_of("[check]\nselct = []\n", Language::vi),
            "vanthu.toml:2:1+5 [check] không có khóa \"selct\" | có phải là \"select\"?\n");
  EXPECT_EQ(errors_of("[check]\nselect = \"VD\"\n", Language::vi),
            "vanthu.toml:2:10+4 \"select\" nhận mảng; đây là chuỗi ký tự | select = [\"VD\"]\n");
  EXPECT_EQ(errors_of("[check]\nignore = [\"VD1O1\"]\n", Language::vi),
            "vanthu.toml:2:11+7 không có quy tắc \"VD1O1\" | có phải là \"VD101\"?\n");
  auto const syntax = errors_of("[check\n", Language::vi);
  EXPECT_TRUE(syntax.starts_with("vanthu.toml:1:")) << syntax;
  EXPECT_NE(syntax.find("không đúng cú pháp TOML"), std::string::npos) << syntax;
}

}  // namespace
}  // namespace vanthu::test
