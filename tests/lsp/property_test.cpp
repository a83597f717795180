// A document that is edited a thousand times has after each edit the findings of a document opened as it is then.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "conformance/corpus.hpp"
#include "lsp/client.hpp"
#include "lsp/edits.hpp"
#include "lsp/findings.hpp"
#include "lsp/wire/results.hpp"

namespace vanthu::test {
namespace {

#ifdef VANTHU_SANITIZED
constexpr int edits = 60;  // of each document: checking is ten times as slow under a sanitizer, and the build without one makes them all
#else
constexpr int edits = 1000;
#endif

// As the protocol has it, counted the plain way: units of UTF-16 behind the last line end.
std::string place_of(std::string_view text, std::size_t offset) {
  std::size_t line = 0, units = 0;
  for (std::size_t at = 0; at < offset;) {
    auto const c = next_code_point(text, at);
    auto const ends = c == '\n' || (c == '\r' && (at >= text.size() || text[at] != '\n'));
    if (ends) ++line;
    units = ends ? 0 : units + (c >= 0x10000 ? 2 : 1);
    if (c == '\r' && !ends && at == offset) --units;  // between CR and LF
  }
  return fmt::format(R"({{"line":{},"character":{}}})", line, units);
}

std::vector<std::string> const pieces = {"",
                                         "",
                                         "",
                                         " ",
                                         "\n",
                                         "\r\n",
                                         "ệ",
                                         "e\u0323\u0302",  // the same, decomposed
                                         "😀",
                                         "sử lý",
                                         "Điều 1. ",
                                         "a) ",
                                         "**",
                                         "| a | b |\n",
                                         "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
                                         "Căn cứ Luật Tổ chức Chính phủ;",
                                         "<!-- vanthu: bỏ qua CT101: thử -->\n",
                                         "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"};

void edit_and_compare(std::string const& name, std::string const& original) {
  auto const uri = "file:///nha/" + name;
  std::mt19937 random(20);
  Client client;
  client.start();
  client.open(uri, original);
  auto text = original;
  for (auto version = 2; version < edits + 2; ++version) {
    // Grown documents shrink again.
    auto const edit = random_edit(text, random, text.size() > original.size() * 11 / 10 ? std::vector<std::string>{"", " "} : pieces, 30);
    client.sent.clear();
    client.say(fmt::format(R"({{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{}","version":{}}},)"
                           R"("contentChanges":[{{"range":{{"start":{},"end":{}}},"text":{}}}]}}}})",
                           uri, version, place_of(text, edit.range.begin), place_of(text, edit.range.end), Client::quoted(edit.text)));
    // An edit that begins or ends between CR and LF is made before both.
    lsp::TextBuffer buffer(text, ColumnUnit::utf16_units);
    buffer.replace(buffer.range(edit.range), edit.text);
    text = buffer.text();
    ASSERT_EQ(client.server().documents.at(uri).buffer.text(), text) << name << ", edit " << version;
    lsp::TextBuffer const fresh(text, ColumnUnit::utf16_units);
    auto const analysis = lsp::analyze(text, "/nha/" + name, "/nha/" + name, client.server().machine);
    auto const expected =
        lsp::notification("textDocument/publishDiagnostics",
                          lsp::publish_params(uri, version, lsp::findings_json(lsp::findings(analysis, uri, fresh, Language::vi))));
    ASSERT_EQ(client.sent, std::vector{expected}) << name << ", edit " << version;
  }
}

std::vector<fs::path> documents() {
  if (!corpus_folder().empty()) return files_in(corpus_folder() / "seeds", {".txt", ".md"});
  return files_in(fs::path(VANTHU_SOURCES) / "samples", {".txt", ".md"});
}

// One test a document, so that they run beside each other.
void run(std::size_t first, std::size_t step) {
  auto const all = documents();
  ASSERT_GE(all.size(), step);
  for (auto i = first; i < all.size(); i += step) edit_and_compare(fmt::format("{}{}", i, all[i].extension().string()), read_file(all[i]));
}
TEST(Property, EditedDocumentsHaveTheFindingsOfFreshOnes1) { run(0, 5); }
TEST(Property, EditedDocumentsHaveTheFindingsOfFreshOnes2) { run(1, 5); }
TEST(Property, EditedDocumentsHaveTheFindingsOfFreshOnes3) { run(2, 5); }
TEST(Property, EditedDocumentsHaveTheFindingsOfFreshOnes4) { run(3, 5); }
TEST(Property, EditedDocumentsHaveTheFindingsOfFreshOnes5) { run(4, 5); }

}  // namespace
}  // namespace vanthu::test
