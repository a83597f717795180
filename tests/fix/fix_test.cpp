// From bytes to bytes, with small packs of rules: what is changed, in which form, and what is refused.
#include "vanthu/fix.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

#include "engine/load.hpp"
#include "engine/rule_set.hpp"
#include "report/fix_text.hpp"
#include "support/code_page.hpp"
#include "support/document.hpp"
#include "text/code_pages.hpp"
#include "text/letter_forms.hpp"

namespace vanthu {
namespace {

using test::utf16le;

RuleSet rules(std::string_view toml) {
  auto const head = R"([pack]
name = "p"
title = { vi = "gói", en = "pack" }
[pack.defaults]
families = ["administrative", "legislation", "party", "other"]
severity = "warning"
)";
  auto loaded = load_packs({{"p.toml", head + std::string(toml)}});
  if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) throw std::runtime_error(to_text(errors->front()));
  return std::get<RuleSet>(std::move(loaded));
}

// A rule of phrases, each a TOML table.
std::string phrases(std::string_view code, std::string_view list, std::string_view more = "") {
  return fmt::format(R"([{0}]
name = "rule-{1}"
phrases = [{2}]
message = {{ vi = "{{found}}", en = "{{found}}" }}
fix = {{ safety = "safe", touches = "form" }}
{3}
)",
                     code, std::string(code.substr(2)), list, more);
}

RuleSet const& words() {
  static auto const set = rules(phrases("CT901", R"({ wrong = "sử lý", right = "xử lý" }, { wrong = "chia sẽ", right = "chia sẻ" },
    { wrong = "kinh tế xã hội", right = "kinh tế - xã hội" }, { wrong = "đê nghị", right = "đề nghị" },
    { wrong = "nhiều người, nhiều người", right = "nhiều người" }, { wrong = "hai dòng", right = "hai.\nDòng" },
    { wrong = "dấu sao", right = "dấu*sao" })"));
  return set;
}

Fixed fixed(std::string_view bytes, RuleSet const& set, std::string_view name = "a.txt", FixOptions const& fix_options = {},
            CheckOptions options = {}) {
  options.today = {2026, 1, 1};
  options.language = Language::en;
  auto result = fix(bytes, name, set, options, fix_options);
  if (auto const* error = std::get_if<ReadError>(&result)) throw std::runtime_error(error->message_en);
  auto out = std::get<Fixed>(std::move(result));
  EXPECT_EQ(out.edits.empty(), out.applied.empty());
  auto const again = fix(out.bytes, name, set, options, fix_options);
  EXPECT_EQ(std::get<Fixed>(again).bytes, out.bytes) << "a second run changes something";
  return out;
}

// "CT901 1:4" for each that was applied; "CT901 1:4 markup" for each that was refused.
std::string told(Fixed const& fixed) {
  std::string out;
  for (auto const& a : fixed.applied) out += fmt::format("{} {}:{}\n", a.code, a.at.line, a.at.column);
  for (auto const& r : fixed.refused)
    out +=
        fmt::format("{} {}:{} {}{}\n", r.code, r.at.line, r.at.column, report::to_string(r.why), r.brought.empty() ? "" : " " + r.brought);
  return out;
}

TEST(Fix, WhatStandsAround) {
  struct {
    std::string_view name, before, after;
  } const table[] = {
      {"a.txt", "Đã sử lý xong.", "Đã xử lý xong."},
      {"a.txt", "\tĐã  sử  lý\t\txong.  \n\n\n", "\tĐã  xử  lý\t\txong.  \n\n\n"},
      {"a.txt", "Sử lý. SỬ LÝ.", "Xử lý. XỬ LÝ."},
      {"a.txt", "Đã **sử** *lý* xong, **chia** sẽ.", "Đã **xử** *lý* xong, **chia** sẻ."},
      {"a.txt", "Các sở đã sử\nlý xong việc này và\nđã chia\r\nsẽ rồi.\r\n", "Các sở đã xử\nlý xong việc này và\nđã chia\r\nsẻ rồi.\r\n"},
      {"a.md", "# Đã sử lý\n\n- **chia sẽ**\n", "# Đã xử lý\n\n- **chia sẻ**\n"},
      {"a.md", "| a | sử lý |\n|---|---|\n| chia sẽ | c |\n", "| a | xử lý |\n|---|---|\n| chia sẻ | c |\n"},
      {"a.md", "Đã [sử lý](https://a.vn/sử%20lý) <!-- sử lý --> chia&nbsp;sẽ",
       "Đã [xử lý](https://a.vn/sử%20lý) <!-- sử lý --> chia&nbsp;sẻ"},
      {"a.txt", "Phát triển **kinh tế** xã hội.", "Phát triển **kinh tế** - xã hội."},
      {"a.txt", "Các sở phát triển kinh tế\nxã hội của tỉnh.", "Các sở phát triển kinh tế -\nxã hội của tỉnh."},
  };
  for (auto const& [name, before, after] : table) EXPECT_EQ(fixed(before, words(), name).bytes, after);
}

TEST(Fix, OnlyTheBytesThatDiffer) {
  auto const result = fixed("Đã **sử** lý, chia sẽ", words());
  EXPECT_EQ(result.edits, (std::vector<SourceEdit>{{{7, 8}, "x"}, {{25, 28}, "ẻ"}}));
  EXPECT_EQ(told(result), "CT901 1:6\nCT901 1:15\n");
}

std::string in_form(std::string_view text, LetterForm form) {
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    for (auto const c : stored_letter(next_code_point(text, at), form)) append_utf8(out, c);
  return out;
}

std::string big_endian(std::string bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) std::swap(bytes[i], bytes[i + 1]);
  return bytes;
}

TEST(Fix, TheFileKeepsItsForm) {
  std::string_view const before = "Công văn này đê nghị các sở chia sẽ.\nĐã sử lý hai dòng.\n";
  std::string_view const after = "Công văn này đề nghị các sở chia sẻ.\nĐã xử lý hai.\nDòng.\n";
  auto const crlf = [](std::string text) {
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.replace(at, 1, "\r\n");
    return text;
  };
  for (auto const form : {LetterForm::composed, LetterForm::tone_apart, LetterForm::decomposed}) {
    auto const a = in_form(before, form), b = in_form(after, form);
    EXPECT_EQ(fixed(a, words()).bytes, b);
    EXPECT_EQ(fixed("\xEF\xBB\xBF" + a, words()).bytes, "\xEF\xBB\xBF" + b);
    EXPECT_EQ(fixed(crlf(a), words()).bytes, crlf(b));
    EXPECT_EQ(fixed("\xFF\xFE" + utf16le(crlf(a)), words()).bytes, "\xFF\xFE" + utf16le(crlf(b)));
    EXPECT_EQ(fixed("\xFE\xFF" + big_endian(utf16le(a)), words()).bytes, "\xFE\xFF" + big_endian(utf16le(b)));
  }
  EXPECT_EQ(fixed(utf16le(before), words()).bytes, utf16le(after));  // without a BOM
}

// Only the paragraph that was pasted from elsewhere is stored decomposed.
TEST(Fix, LettersAreStoredAsThoseAround) {
  auto const pasted = in_form("Ủy ban nhân dân tỉnh đê nghị.", LetterForm::decomposed);
  auto const mended = in_form("Ủy ban nhân dân tỉnh đề nghị.", LetterForm::decomposed);
  std::string const own = "Các sở, ban, ngành khẩn trương triển khai thực hiện.\n\n";
  EXPECT_EQ(fixed(own + pasted, words()).bytes, own + mended);
  EXPECT_EQ(fixed(pasted + "\n\n" + own + "Các sở đê nghị.", words()).bytes, mended + "\n\n" + own + "Các sở đề nghị.");
}

std::string windows1258(std::string_view text) {
  static std::map<char32_t, char> const bytes = [] {
    std::map<char32_t, char> out;
    for (unsigned byte = 0; byte < 256; ++byte)
      out.emplace(decode_byte(CodePage::windows1258, static_cast<unsigned char>(byte)).first, static_cast<char>(byte));
    return out;
  }();
  std::string out;
  for (std::size_t at = 0; at < text.size();)
    for (auto const c : stored_letter(next_code_point(text, at), LetterForm::tone_apart)) out += bytes.at(c);
  return out;
}

TEST(Fix, Windows1258) {
  std::string const around = "Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị khẩn trương triển khai thực hiện những nội dung sau đây.\n";
  auto const before = windows1258(around + "Công văn này đê nghị các sở chia sẽ.");
  ASSERT_EQ(fixed(before, words()).remaining.document.encoding, Encoding::windows1258);
  EXPECT_EQ(fixed(before, words()).bytes, windows1258(around + "Công văn này đề nghị các sở chia sẻ."));
}

TEST(Fix, LettersThatTheEncodingLacks) {
  auto const set = rules(phrases("CT901", R"({ wrong = "ôm kế", right = "Ω kế" })"));
  std::string const around = "Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị khẩn trương triển khai thực hiện những nội dung sau đây.\n";
  auto const before = windows1258(around + "Các ôm kế.");
  auto const result = fixed(before, set);
  EXPECT_EQ(result.bytes, before);
  EXPECT_EQ(told(result), "CT901 2:6 encoding\n");
}

TEST(Fix, OldFonts) {
  std::string const around = "ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị khẩn trương triển khai thực hiện những nội dung sau đây.\n";
  for (auto const page : {CodePage::tcvn3, CodePage::vni}) {
    auto const before = test::stored_in(page, around + "công văn này đê nghị các sở chia sẽ.");
    auto const after = test::stored_in(page, around + "công văn này đề nghị các sở chia sẻ.");
    ASSERT_FALSE(fixed(before, words()).remaining.document.font_texts.empty());
    EXPECT_EQ(fixed(before, words()).bytes, after);
    EXPECT_EQ(fixed(test::misread(before), words()).bytes, test::misread(after));
  }
  auto const set = rules(phrases("CT901", R"({ wrong = "đê nghị", right = "ĐỀ NGHỊ" })", "case = true"));
  auto const before = test::stored_in(CodePage::tcvn3, around + "công văn đê nghị.");
  EXPECT_EQ(fixed(before, set).bytes, before);
  EXPECT_EQ(told(fixed(before, set)), "CT901 2:10 encoding\n");  // TCVN3 has no capital Ề
}

TEST(Fix, MarkupIsNotDestroyed) {
  struct {
    std::string_view name, before, told;
  } const table[] = {
      {"a.txt", "Có nhiều người, **nhiều** người đến.", "CT901 1:4 markup\n"},
      {"a.md", "Có nhiều người, <!-- ai? -->nhiều người đến.", "CT901 1:4 markup\n"},
      {"a.md", "Có nhiều người, [nhiều người](https://a.vn) đến.", "CT901 1:4 markup\n"},
  };
  for (auto const& [name, before, expected] : table) {
    auto const result = fixed(before, words(), name);
    EXPECT_EQ(result.bytes, before);
    EXPECT_EQ(told(result), expected);
  }
  EXPECT_EQ(fixed("Có nhiều người<!-- ai? -->, nhiều người đến.", words(), "a.md").bytes, "Có nhiều người<!-- ai? --> đến.");
  EXPECT_EQ(fixed("Có nhiều người,\nnhiều người đến.", words()).bytes, "Có nhiều người đến.");
}

TEST(Fix, WhatWouldBeMarkupIsEscaped) {
  EXPECT_EQ(fixed("Có dấu sao ở đây.", words(), "a.md").bytes, "Có dấu\\*sao ở đây.");
  EXPECT_EQ(fixed("Có dấu sao ở đây.", words(), "a.txt").bytes, "Có dấu*sao ở đây.");
}

TEST(Fix, WhatWouldBeReadInAnotherWayIsRefused) {
  auto const set = rules(phrases("CT901", R"({ wrong = "sao", right = "*sao*" })"));
  auto const result = fixed("Có sao ở đây.", set);
  EXPECT_EQ(result.bytes, "Có sao ở đây.");
  EXPECT_EQ(told(result), "CT901 1:4 misread\n");
}

TEST(Fix, OfTwoAtOnePlaceTheFirstWins) {
  auto const set = rules(phrases("CT901", R"({ wrong = "b c", right = "b x" })") + phrases("CT902", R"({ wrong = "a b", right = "y b" })") +
                         phrases("CT903", R"({ wrong = "a b", right = "z b" })"));
  EXPECT_EQ(told(fixed("a b c", set)), "CT902 1:1\nCT901 1:3\n");  // CT901 in the second round, CT903 has nothing left
  EXPECT_EQ(fixed("a b c", set).bytes, "y b x");
}

TEST(Fix, WhatBringsAnotherFindingIsTakenBack) {
  auto const set = rules(phrases("CT901", R"({ wrong = "một", right = "hai" }, { wrong = "ba", right = "bốn" })") +
                         phrases("CT902", R"({ wrong = "hai" })"));
  auto const result = fixed("Có một, có ba.\n\nCó ba, có năm.", set);
  EXPECT_EQ(result.bytes, "Có một, có bốn.\n\nCó bốn, có năm.");
  EXPECT_EQ(told(result), "CT901 1:12\nCT901 1:4 brings-finding CT902\n");
  // Neither does a rule that was not asked for hide.
  CheckOptions only;
  only.select = {"CT901"};
  EXPECT_EQ(told(fixed("Có một.", set, "a.txt", {}, only)), "CT901 1:4 brings-finding CT902\n");
  only.ignore = {"CT902"};
  EXPECT_EQ(told(fixed("Có một.", set, "a.txt", {}, only)), "CT901 1:4\n");
}

TEST(Fix, WhatLeavesItsFindingIsTakenBack) {
  auto const set = rules(phrases("CT901", R"({ wrong = "a", right = "b a" })"));
  auto const result = fixed("x a y", set);
  EXPECT_EQ(told(result), "CT901 1:3 no-effect\n");
}

TEST(Fix, TwoRulesThatUndoEachOther) {
  auto const set = rules(phrases("CT901", R"({ wrong = "một", right = "hai" })") + phrases("CT902", R"({ wrong = "hai", right = "một" })"));
  EXPECT_EQ(told(fixed("một", set)), "CT901 1:1 brings-finding CT902\n");
}

TEST(Fix, OnlySafeOnesUnlessAskedFor) {
  auto const set = rules(R"([VD901]
name = "a"
phrases = [{ wrong = "sử lý", right = "xử lý" }]
message = { vi = "a", en = "b" }
fix = { touches = "form" }
)" + phrases("CT901", R"({ wrong = "chia sẽ", right = "chia sẻ" })"));
  auto const safe = fixed("sử lý, chia sẽ", set);
  EXPECT_EQ(safe.bytes, "sử lý, chia sẻ");
  EXPECT_EQ(safe.need_a_look, 1);
  auto const all = fixed("sử lý, chia sẽ", set, "a.txt", {.unsafe = true});
  EXPECT_EQ(all.bytes, "xử lý, chia sẻ");
  EXPECT_EQ(all.need_a_look, 0);
}

// Whatever the pack says.
TEST(Fix, WhatIdentifiesIsNeverASafeFix) {
  auto const set =
      rules(phrases("CT901", R"({ wrong = "số 12/QĐ", right = "số 12/ QĐ" })") +
            phrases("CT902", R"({ wrong = "Nguyễn Văn", right = "Nguyễn Vân" })") +
            phrases("CT903", R"({ wrong = "phường", right = "Phường" })") + phrases("CT904", R"({ wrong = "sử lý", right = "xử lý" })"));
  std::string const text = R"(ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Kính gửi: Ủy ban nhân dân phường Tân Phong

Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân phường Tân Phong về việc sử lý vi phạm, yêu cầu sử lý.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn A
)";
  auto const safe = fixed(text, set);
  EXPECT_EQ(safe.bytes, text) << told(safe);
  EXPECT_EQ(told(safe), "CT903 4:27 identifies\nCT901 6:19 identifies\nCT904 6:103 identifies\nCT902 11:1 identifies\n");
  EXPECT_EQ(fixed(text, set, "a.txt", {.unsafe = true}).applied.size(), 4U);
}

TEST(Fix, AnAnomalyIsWrittenAnew) {
  auto const set = rules(R"([CT901]
name = "eth"
on = "anomaly"
expect = 'kind != "eth" and kind != "no-break-space" and kind != "space-run"'
once = true
message = { vi = "a", en = "b" }
fix = { replace = "text", with = "{text}", safety = "safe", touches = "form" }
)");
  auto const nfd = in_form("tỉnh Ðồng Tháp", LetterForm::decomposed);
  EXPECT_EQ(fixed(nfd, set).bytes, in_form("tỉnh Đồng Tháp", LetterForm::decomposed));
  EXPECT_EQ(fixed("Ð\u00A0Ð  a\n", set).bytes, "Đ Đ a\n");
}

TEST(Fix, UnreadableFiles) {
  auto const result = fix(std::string_view("a\0b", 3), "a.txt", words(), {}, {});
  EXPECT_EQ(std::get<ReadError>(result).kind, "binary");
}

// A hundred fixes that must be told apart one by one: the innocent ones stay.
TEST(Fix, CulpritsAreFound) {
  std::string list, text, expected;
  for (auto i = 0; i < 100; ++i) {
    auto const bad = i % 7 == 3;
    list += fmt::format("{{ wrong = \"a{0}\", right = \"{1}{0}\" }},", i, bad ? "c" : "b");
    text += fmt::format("Có a{} ở đây.\n\n", i);
    expected += fmt::format("Có {}{} ở đây.\n\n", bad ? "a" : "b", i);
  }
  std::string more;
  for (auto i = 3; i < 100; i += 7) more += fmt::format("{{ wrong = \"c{}\" }},", i);
  auto const set = rules(phrases("CT901", list) + phrases("CT902", more));
  auto const result = fixed(text, set);
  EXPECT_EQ(result.bytes, expected);
  EXPECT_EQ(result.applied.size(), 86U);
  EXPECT_EQ(result.refused.size(), 14U);
}

}  // namespace
}  // namespace vanthu
