// Words and their hashes, phrases found by them.
#include "text/word_index.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

TEST(WordIndex, TheWordsOfUnicode) {
  for (std::string_view const text : {"", "Hưng Yên, ngày 12/5", "QĐ-UBND…", "a1b2 – «ý»", "\xff số\xe1", "đ"}) {
    std::vector<Span> spans;
    for (auto const& word : index_words(text)) spans.push_back(word.span);
    EXPECT_EQ(spans, words(text)) << text;
  }
}

// Words have one hash where they fold to one text, and only there.
TEST(WordIndex, HashesGoByFoldedText) {
  constexpr std::string_view all[] = {"hoà",  "hòa", "Hoà", "HOÀ",  "HÒA",  "hoa", "hoàn", "hòan", "quý",  "qúy", "QUÝ", "tuỳ",
                                      "tùy",  "luỹ", "lũy", "uỷ",   "ủy",   "Ủy",  "oẽ",   "õe",   "d",    "đ",   "Đ",   "hoà2",
                                      "hòa2", "1",   "01",  "thuế", "thúê", "quỳ", "qùy",  "khoẻ", "khỏe", "loà", "lòa", "mười"};
  for (auto const a : all)
    for (auto const b : all) EXPECT_EQ(word_hash(a) == word_hash(b), fold(a) == fold(b)) << a << " " << b;
  for (auto const a : all) {
    EXPECT_EQ(index_words(a).front().hash, word_hash(a)) << a;
    EXPECT_EQ(word_at("\"" + std::string(a) + " x", 1).hash, word_hash(a)) << a;
  }
}

TEST(WordIndex, SetsHoldTheirWords) {
  WordTable const set({word_hash("luật"), word_hash("lệnh")});
  EXPECT_TRUE(set.may_hold(word_hash("Luật")));
  EXPECT_FALSE(set.may_hold(word_hash("luận")));
  EXPECT_FALSE(WordTable({}).may_hold(word_hash("luật")));
}

TEST(WordIndex, TheNextOfManyIsTheFirst) {
  for (std::size_t size = 0; size < 14; ++size)
    for (std::size_t from = 0; from <= size; ++from)
      for (std::size_t first = from; first <= size; ++first) {
        // Only the lowest bit counts; others of them may follow.
        auto const may_be = [&](std::size_t i) { return i >= first && (i - first) % 3 == 0 ? 3U : 2U; };
        EXPECT_EQ(next_of(from, size, may_be), first) << size << ' ' << from;
      }
}

TEST(WordIndex, TablesGoOnToTheirNextWord) {
  constexpr std::string_view text = "Theo Luật này và lệnh";
  auto const words = index_words(text);
  WordTable const table({word_hash("luật"), word_hash("lệnh")});
  EXPECT_EQ(table.next(words, 0), 1u);
  EXPECT_EQ(table.next(words, 1), 1u);
  EXPECT_EQ(table.next(words, 2), 4u);
  EXPECT_EQ(table.next(words, 5), words.size());
  EXPECT_EQ(WordTable({}).next(words, 0), words.size());
}

TEST(WordIndex, WordsComeBlockByBlock) {
  constexpr std::string_view text = "một hai\n…\nba\nbốn năm\n";
  auto const words = index_words(text);
  WordsByBlock by_block(words);
  auto const next = [&](std::string_view block) {
    auto const begin = static_cast<std::uint32_t>(text.find(block));
    std::string out;
    for (auto const& word : by_block.next({begin, begin + static_cast<std::uint32_t>(block.size())}))
      out += "[" + std::string(slice(text, word.span)) + "]";
    return out;
  };
  EXPECT_EQ(next("một hai"), "[một][hai]");
  EXPECT_EQ(next("…"), "");
  EXPECT_EQ(next("bốn năm"), "[bốn][năm]");  // one was left out
  EXPECT_EQ(next("năm"), "");
}

// Wherever a word stands, whatever its length and its neighbours: as it is found by itself.
TEST(WordIndex, OneWordOrAll) {
  constexpr std::string_view some[] = {"hoà",
                                       "uỷ",
                                       "Uỷ",
                                       "ỦY",
                                       "nghiêng",
                                       "NGHIÊNG",
                                       "đ",
                                       "Đường",
                                       "a",
                                       "hoà2",
                                       "2uỷ",
                                       "1234567",
                                       "thuế",
                                       "Ł",
                                       "ký",
                                       "“ừ”",
                                       "–",
                                       "chữ“liền”nhau",
                                       "Phường…",
                                       "một-hai",
                                       "Kinhdoanhthươngmạidịchvụ",
                                       "Kinhdoanhthươngmại÷dịchvụ"};
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) text += std::string(some[random() % std::size(some)]) + (random() % 9 == 0 ? ", " : " ");
    std::vector<Span> spans;
    for (auto const& word : index_words(text)) {
      spans.push_back(word.span);
      EXPECT_EQ(word.hash, word_at(text, word.span.begin).hash) << text;
      EXPECT_EQ(word.hash, word_hash(fold(slice(text, word.span)))) << text;
    }
    EXPECT_EQ(spans, words(text)) << text;
  }
}

// What stands at the first place of the phrase's first word, or "-".
std::string found(std::string_view text, std::string_view phrase_text) {
  auto const phrase = make_phrase(phrase_text);
  auto const words = index_words(text);
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto const span = phrase_at(text, words, i, phrase)) return std::string(slice(text, *span));
  return "-";
}

TEST(WordIndex, Phrases) {
  EXPECT_EQ(found("của Uỷ ban Nhân dân", "ủy ban nhân dân"), "Uỷ ban Nhân dân");
  EXPECT_EQ(found("ủy ban  nhân dân", "ủy ban nhân dân"), "-");
  EXPECT_EQ(found("các sở, ngành", "các sở,"), "các sở,");
  EXPECT_EQ(found("các sở ngành", "các sở,"), "-");
  EXPECT_EQ(found("các sở; ngành", "các sở,"), "-");
  EXPECT_EQ(found("sở; Ngành", "sở, ngành"), "-");
  EXPECT_EQ(found("Tuỳ, theo", "tùy, theo"), "Tuỳ, theo");
  EXPECT_EQ(found("(tuỳ; theo)", "(tùy, theo)"), "-");
  EXPECT_EQ(found("(tuỳ, theo]", "(tùy, theo)"), "-");
  EXPECT_EQ(found("[tuỳ, theo)", "(tùy, theo)"), "-");
  EXPECT_EQ(found("(nhỏ) hơn", "(nhỏ"), "(nhỏ");
  EXPECT_EQ(found("nhỏ hơn", "(nhỏ"), "-");
  EXPECT_EQ(found("tùy theo", "tuỳ"), "tùy");
  EXPECT_EQ(found("tùy", "tùy theo"), "-");
  EXPECT_EQ(found("./.", "./."), "-");  // no word to look it up with
}

}  // namespace
}  // namespace vanthu
