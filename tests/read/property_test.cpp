// Whatever the bytes: no crash, and a Document that keeps its promises.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <random>

#include "text/unicode.hpp"
#include "variants.hpp"

namespace vanthu {
namespace {

constexpr std::string_view texts[] = {
    "**ỦY BAN NHÂN DÂN\nTỈNH AN BÌNH**\n\n**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc**\n\nSố: /UBND-VX\n\nAn Bình, "
    "ngày tháng 02 năm 2023\n\nV/v tăng cường quản lý\nliên kết đào tạo\n\nKính gửi:\n\n- Các sở, ban, ngành;\n- UBND các huyện.\n",
    "Số: 11 /TB-UBND          An Bình, ngày 08 tháng 01 năm 2025\r\n\r\n      THÔNG BÁO\r\n   Kết luận\r\n\f 2\r\nNơi nhận:      TL. CHỦ "
    "TỊCH\r\n- Lưu: "
    "VT^{A}.    Nguyễn Văn A\r\n",
    "a | b\n--|--\nc\n\n- x\n  1. y ~~z~~ &ocirc;&#769; &ocirc;\u0301&#69;\n\nTên\n---\n\n[1]: http://a\n<b>\n[d][1]\\\n",
    "---\na: b\n---\n# Điều 1. _Phạm vi_\n> a `b` [c](d/e) <br> &amp; <!-- x -->\n| a | b<br>c |\n|---|---|\n| \\| | **d** "
    "|\n```\nx\n```\n1\\. y  \n",
    "\u00A0a\u200B\u00D0\u2011b ng\u0301o\u0302 \u1100\u1161 \u212B \uFEFF\u2028c\v\f\t*_**__ ^{ } ~~~",
};

void expect_promises(Document const& document) {
  ASSERT_FALSE(document.blocks.empty());
  ASSERT_TRUE(document.text.ends_with('\n'));
  std::uint32_t at = 0;
  for (auto const& block : document.blocks) {
    ASSERT_EQ(block.span.begin, at);
    ASSERT_FALSE(block.span.empty());
    auto const text = slice(document.text, block.span);
    ASSERT_EQ(text.find_first_of("\n\t\r\f\v"), std::string_view::npos);
    ASSERT_EQ(text.find("  "), std::string_view::npos) << text;
    ASSERT_NE(text.front(), ' ');
    ASSERT_LE(block.row, block.last_row);
    ASSERT_LE(block.emphasized, 100);
    at = block.span.end + 1;
  }
  ASSERT_EQ(at, document.text.size());
  Span text{};
  SourceRange source{};
  for (auto const& piece : document.map.pieces()) {
    ASSERT_LT(piece.text.begin, piece.text.end);
    ASSERT_LE(piece.source.begin, piece.source.end);
    ASSERT_GE(piece.text.begin, text.end);
    ASSERT_GE(piece.source.begin, source.end);
    text = piece.text;
    source = piece.source;
  }
  ASSERT_LE(text.end, document.text.size());
  ASSERT_LE(source.end, document.source.size());
  std::uint32_t anomaly = 0;
  for (auto const& [kind, span] : document.anomalies) {
    ASSERT_GE(span.begin, anomaly);
    ASSERT_LE(span.begin, span.end);
    ASSERT_LE(span.end, document.text.size());
    anomaly = span.begin;
  }
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  ASSERT_TRUE(nfc->isNormalizedUTF8(icu::StringPiece(document.text.data(), static_cast<int32_t>(document.text.size())), status))
      << document.text;
  for (std::size_t i = 0; i < document.text.size();) ASSERT_NE(next_code_point(document.text, i), 0xFFFDU);
}

// The next place where a character starts.
std::size_t boundary(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

TEST(Property, CutsAndSplicesKeepThePromises) {
  std::mt19937 random(20200305);
  auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n)(random); };
  std::size_t readable = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int part = 0; part < 3; ++part) {
      auto const text = texts[below(std::size(texts) - 1)];
      auto const begin = boundary(text, below(text.size()));
      bytes += text.substr(begin, boundary(text, begin + below(text.size() - begin)) - begin);
    }
    if (round % 7 == 0) bytes = testing::utf16(bytes, round % 2 == 0, true);
    if (round % 11 == 0 && !bytes.empty()) bytes[below(bytes.size() - 1)] = static_cast<char>(below(255));
    for (std::string_view name : {"a.txt", "a.md"}) {
      auto const result = read(bytes, name);
      if (auto const* document = std::get_if<Document>(&result)) {
        ++readable;
        expect_promises(*document);
        if (HasFatalFailure()) FAIL() << ::testing::PrintToString(bytes);
      }
    }
  }
  EXPECT_GT(readable, 1000U);
}

TEST(Property, HugeInputsTakeLinearTime) {
  for (std::string_view part :
       {"a",   " ",    "*",       "**a",           "|",    ">", "[", "](", "<", "`", "[a](b\n", "|-|\n", "a|b\n", "---\n", "&#65;",
        "a\n", "- \n", "o\u0302", "Tự do - phúc ", "\f1\n"}) {
    std::string bytes;
    while (bytes.size() < (1U << 20U)) bytes += part;
    for (std::string_view name : {"a.txt", "a.md"}) {
      auto const result = read(bytes, name);
      auto const* document = std::get_if<Document>(&result);
      EXPECT_TRUE(document == nullptr || document->text.size() <= bytes.size() * 2) << part;
    }
  }
}

}  // namespace
}  // namespace vanthu
