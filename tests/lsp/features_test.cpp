// What an editor asks about one place: actions, hover, outline, references, completion, folding.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/corpus.hpp"
#include "lsp/actions.hpp"
#include "lsp/client.hpp"
#include "lsp/complete.hpp"
#include "lsp/hover.hpp"
#include "lsp/letter.hpp"
#include "lsp/navigate.hpp"
#include "lsp/structure.hpp"
#include "vanthu/fix.hpp"

namespace vanthu::test {
namespace {

using lsp::TextPosition;
using lsp::TextRange;

// One open document; "¦" in its text is the place that is asked about.
struct Opened {
  Client client;
  lsp::OpenDocument* document = nullptr;
  TextPosition at;

  explicit Opened(std::string text, std::string_view toml = {}, std::string_view name = "a.md") {
    if (!toml.empty()) client.files["/nha/vanthu.toml"] = toml;
    client.start(
        R"({"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}},"workspace":{"workspaceEdit":{"documentChanges":true}}})");
    auto const mark = text.find("¦");
    if (mark != std::string::npos) text.erase(mark, std::string_view("¦").size());
    auto const uri = "file:///nha/" + std::string(name);
    client.open(uri, text);
    document = &client.server().documents.at(uri);
    if (mark != std::string::npos) at = document->buffer.position(static_cast<std::uint32_t>(mark));
  }
  lsp::Machine const& machine() { return client.server().machine; }
  lsp::Analysis const& analysis() { return lsp::analysis_of(*document, machine()); }
  Checked const& checked() { return *analysis().checked(); }
  std::string after(std::vector<lsp::TextEdit> const& edits) const {
    auto buffer = document->buffer;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) buffer.replace(edit->range, edit->text);
    return buffer.text();
  }
  std::vector<lsp::CodeAction> actions() { return lsp::actions(*document, analysis(), {at, at}, {}, machine()); }
  std::vector<std::string> completions() {
    std::vector<std::string> out;
    for (auto const& item : lsp::completions_at(*document, analysis(), at, machine())) out.push_back(item.text);
    return out;
  }
};

std::string titles(std::vector<lsp::CodeAction> const& actions) {
  std::string out;
  for (auto const& action : actions) out += action.title + (action.preferred ? " (preferred)" : "") + "\n";
  return out;
}

// Fixes are those of `vanthu fix`: in the letters that the file has, around the marks of Markdown.
TEST(Actions, FixOneFinding) {
  struct Case {
    std::string_view before, after;
  };
  for (auto const& [before, after] : {
           Case{"Các đơn vị ¦sử lý hồ sơ.", "Các đơn vị xử lý hồ sơ."},
           Case{"Các đơn vị su\u031B\u0309 ly\u0301¦ hô\u0300 sơ.", "Các đơn vị xu\u031B\u0309 ly\u0301 hô\u0300 sơ."},
           Case{"😀 **Các đơn vị sử¦ lý** hồ sơ.\r\nHết.", "😀 **Các đơn vị xử lý** hồ sơ.\r\nHết."},
       }) {
    Opened opened(letter(before));
    auto const actions = opened.actions();
    ASSERT_FALSE(actions.empty()) << before;
    EXPECT_EQ(actions[0].kind, "quickfix");
    EXPECT_EQ(opened.after(actions[0].edits), letter(after));
  }
}

TEST(Actions, NothingWhereNothingIsFound) {
  Opened opened(letter("Các đơn vị sử lý hồ sơ.\n\nKhông có gì ở đây¦."));
  EXPECT_EQ(titles(opened.actions()), "");
  Opened excluded(letter("¦sử lý"), "[check]\nexclude = [\"*.md\"]\n");
  EXPECT_EQ(titles(excluded.actions()), "");
}

TEST(Actions, IgnoreWithAReasonLeavesNoFinding) {
  for (std::string const text : {"Mở đầu.\n\nCác đơn vị ¦sử lý hồ sơ\ncủa mình.\n\nHết.", "- Một.\n- ¦Sử lý hồ sơ.\n- Ba.",
                                 "| a | b |\n|---|---|\n| sử lý¦ | c |\n", "Các đơn vị ¦sử lý.\r\n\r\nHết."}) {
    Opened opened(letter(text));
    auto const before = opened.checked().diagnostics.size();
    auto const actions = opened.actions();
    auto const ignore = std::find_if(actions.begin(), actions.end(), [](auto const& a) { return a.title.starts_with("bỏ qua CT101"); });
    ASSERT_NE(ignore, actions.end()) << text << titles(actions);
    auto const after = opened.after(ignore->edits);
    EXPECT_NE(after.find("<!-- vanthu: bỏ qua CT101: ghi lý do ở đây -->"), std::string::npos) << after;
    auto const analysis = lsp::analyze(after, "/nha/a.md", "/nha/a.md", opened.machine());
    auto count = std::size_t{0};
    for (auto const& d : analysis.checked()->diagnostics) {
      EXPECT_TRUE(d.suppressed || d.code != "CT101") << after;
      count += !d.suppressed;
    }
    EXPECT_EQ(count + 1, before) << after;
  }
}

TEST(Actions, IgnoreByCommandTakesTheReason) {
  Opened opened(letter("Các đơn vị ¦sử lý hồ sơ."));
  auto const sent = opened.client.say(
      R"({"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{"command":"vanthu.ignore","arguments":["file:///nha/a.md","CT101","14:11","trích --> nguyên\nvăn"]}})");
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_NE(sent[0].find("workspace/applyEdit"), std::string::npos);
  EXPECT_NE(sent[0].find("bỏ qua CT101: trích --  nguyên văn -->"), std::string::npos) << sent[0];
  auto const gone = opened.client.say(
      R"({"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{"command":"vanthu.ignore","arguments":["file:///nha/a.md","CT101","5:11","vì"]}})");
  ASSERT_EQ(gone.size(), 2U);
  EXPECT_NE(gone[0].find("window/showMessage"), std::string::npos);
}

TEST(Actions, AllSafeFixesAreThoseOfFix) {
  auto const text = letter("Phát triển kinh tế – xã hội, chứng chỉ/ chứng nhận.\n\nTheo Khoản 4 Điều 32 Luật Giáo dục.");
  Opened opened(text);
  auto const edits = lsp::fix_all(*opened.document, opened.analysis());
  auto const fixed = fix(text, "a.md", opened.analysis().judgement.choose, FixOptions{});
  EXPECT_EQ(opened.after(edits), std::get<Fixed>(fixed).bytes);
  EXPECT_NE(opened.after(edits), text);
  auto const by_kind = opened.client.ask(
      "textDocument/codeAction", opened.document->uri,
      R"("range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"context":{"diagnostics":[],"only":["source.fixAll"]})");
  EXPECT_NE(by_kind.find(R"("kind":"source.fixAll.vanthu")"), std::string::npos);
  EXPECT_NE(by_kind.find(R"("documentChanges")"), std::string::npos);
  EXPECT_EQ(by_kind.find(R"("kind":"quickfix")"), std::string::npos);
}

TEST(Actions, ExplainGivesTheRule) {
  Opened opened(letter("Các đơn vị ¦sử lý hồ sơ."));
  auto const sent = opened.client.say(
      R"({"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{"command":"vanthu.explain","arguments":["CT101","file:///nha/a.md"]}})");
  ASSERT_EQ(sent.size(), 2U) << "a message for clients that show nothing by themselves, and the answer";
  EXPECT_NE(sent[0].find("window/showMessage"), std::string::npos);
  EXPECT_NE(sent[1].find("### CT101"), std::string::npos) << sent[1];
  EXPECT_EQ(
      opened.client
          .say(
              R"({"jsonrpc":"2.0","id":1,"method":"workspace/executeCommand","params":{"command":"vanthu.explain","arguments":["XX999"]}})")
          .back(),
      R"({"jsonrpc":"2.0","id":1,"result":null})");
}

std::string hover(std::string const& text) {
  Opened opened(text);
  auto const found = lsp::hover_at(*opened.document, opened.analysis(), opened.at, opened.machine());
  return found ? found->markdown : "";
}

TEST(Hover, TellsOfFindingsCitationsAndComponents) {
  auto const finding = hover(letter("Các đơn vị ¦sử lý hồ sơ."));
  EXPECT_NE(finding.find("`CT101`"), std::string::npos) << finding;
  EXPECT_NE(finding.find("**sai:**"), std::string::npos) << "examples of the rule: " << finding;
  auto const citation = hover("Thực hiện ¦Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư.");
  EXPECT_NE(citation.find("Nghị định 110/2004/NĐ-CP"), std::string::npos) << citation;
  EXPECT_NE(citation.find("thay thế bằng: Nghị định số 30/2020/NĐ-CP"), std::string::npos) << citation;
  auto const component = hover("U¦" + letter("Nội dung.").substr(1));
  EXPECT_NE(component.find("**cơ quan chủ quản trực tiếp**"), std::string::npos) << component;
  EXPECT_EQ(hover("¦"), "");
}

TEST(Structure, ComponentsHoldTheirDivisions) {
  Opened opened(read_file(fs::path(VANTHU_SOURCES) / "samples/quyet-dinh.txt"), {}, "a.txt");
  auto const tree = lsp::symbols(opened.checked(), opened.document->buffer, Language::vi);
  auto const inside = [](TextRange inner, TextRange outer) { return outer.start <= inner.start && inner.end <= outer.end; };
  auto const check = [&](auto const& self, std::vector<lsp::Symbol> const& symbols, TextRange around) -> int {
    auto count = 0;
    for (auto const& symbol : symbols) {
      EXPECT_TRUE(inside(symbol.range, around)) << symbol.name;
      EXPECT_TRUE(inside(symbol.selection, symbol.range)) << symbol.name;
      EXPECT_FALSE(symbol.name.empty());
      count += 1 + self(self, symbol.children, symbol.range);
    }
    return count;
  };
  EXPECT_EQ(static_cast<std::size_t>(check(check, tree, {{0, 0}, {UINT32_MAX, 0}})),
            opened.checked().facts.components.size() + opened.checked().facts.outline.size());
  auto const body = std::find_if(tree.begin(), tree.end(), [](auto const& s) { return s.name == "nội dung"; });
  ASSERT_NE(body, tree.end());
  ASSERT_FALSE(body->children.empty());
  EXPECT_TRUE(std::any_of(body->children.begin(), body->children.end(), [](auto const& s) { return s.name == "Điều 1"; }));
  for (auto const& folding : lsp::foldings(opened.checked(), opened.document->buffer)) EXPECT_LT(folding.first_line, folding.last_line);
}

TEST(Navigate, LaterMentionsLeadToTheFirst) {
  Opened opened(
      "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n\n"
      "Thực hiện Nghị định số 30/2020/NĐ-¦CP và Nghị định số 31/2020/NĐ-CP.\n\nTheo Nghị định 30/2020/NĐ-CP.");
  auto const found = lsp::definition_of(*opened.document, opened.checked(), opened.at);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].range.start, (TextPosition{0, 7}));
  auto const all = lsp::references_to(*opened.document, opened.checked(), opened.at, true);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[2].range.start, (TextPosition{4, 5}));
  EXPECT_EQ(lsp::references_to(*opened.document, opened.checked(), opened.at, false).size(), 2U);
  EXPECT_TRUE(lsp::definition_of(*opened.document, opened.checked(), {0, 0}).empty());
}

TEST(Navigate, ShortNamesLeadToWhatWasGivenThem) {
  Opened opened(
      "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ (sau đây gọi tắt là Nghị định 30);\n\n"
      "Thực hiện Nghị định ¦30.\n\nTheo Nghị định 30/2020/NĐ-CP.");
  auto const found = lsp::definition_of(*opened.document, opened.checked(), opened.at);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].range.start, (TextPosition{0, 7}));
  EXPECT_EQ(lsp::references_to(*opened.document, opened.checked(), opened.at, true).size(), 4U);
}

TEST(Navigate, InternalReferencesLeadToTheirDivision) {
  std::string const text =
      "Điều 1. Phạm vi\n1. Một.\n2. Hai.\nĐiều 2. Tổ chức thực hiện\nThực hiện khoản 2 Điều 1 Quyết định này.\nTheo Điều 1 của Quyết định "
      "này.\n";
  auto const start_of = [&](std::string_view marked) {
    Opened opened(
        "BỘ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố:   /QĐ-BNV\n\nHà Nội, ngày   tháng 3 năm "
        "2023\n\nQUYẾT ĐỊNH\nVề việc "
        "thử\n\nQUYẾT ĐỊNH:\n\n" +
            std::string(marked),
        {}, "a.txt");
    std::vector<unsigned> lines;
    for (auto const& found : lsp::definition_of(*opened.document, opened.checked(), opened.at))
      lines.push_back(found.range.start.line - 14);
    lines.push_back(100 + static_cast<unsigned>(lsp::references_to(*opened.document, opened.checked(), opened.at, false).size()));
    return lines;
  };
  auto marked = [&](std::string_view before) {
    auto out = text;
    return out.insert(out.find(before), "¦");
  };
  EXPECT_EQ(start_of(marked("khoản 2")), (std::vector<unsigned>{2, 101}));
  EXPECT_EQ(start_of(marked("Điều 1 Quyết định")), (std::vector<unsigned>{0, 101}));
  EXPECT_EQ(start_of(marked("Điều 1 của")), (std::vector<unsigned>{0, 101}));
  EXPECT_EQ(start_of(marked("Điều 1. Phạm")), (std::vector<unsigned>{0, 101}));
  EXPECT_EQ(start_of(marked("Điều 2. Tổ")), (std::vector<unsigned>{3, 100}));
}

// What is written in full for a first mention has no findings of citations.
TEST(Complete, CitationsFromTheRegister) {
  for (auto const& [typed, expected] : std::vector<std::pair<std::string, std::string>>{
           {"Thực hiện Nghị định số 30/2020¦", "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"},
           {"Thực hiện nội dung của Nghị định 30/2020/N¦",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"},
           {"Căn cứ Luật Tổ chức chính quyền địa ph¦", "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"}}) {
    Opened opened(typed);
    auto const items = opened.completions();
    EXPECT_NE(std::find(items.begin(), items.end(), expected), items.end()) << typed << ": " << fmt::format("{}", fmt::join(items, "\n"));
    for (auto const& item : lsp::completions_at(*opened.document, opened.analysis(), opened.at, opened.machine())) {
      auto const after = opened.after({{item.range, item.text}});
      auto const analysis = lsp::analyze(after + "\n", "/nha/a.md", "/nha/a.md", opened.machine());
      for (auto const& d : analysis.checked()->diagnostics)
        EXPECT_FALSE(item.text == expected && d.code.starts_with("VD")) << after << ": " << d.message;
    }
  }
}

TEST(Complete, TellsEndedDocumentsBehindTheOthers) {
  Opened opened("Thực hiện Nghị định số 110/2004¦");
  auto const items = lsp::completions_at(*opened.document, opened.analysis(), opened.at, opened.machine());
  ASSERT_FALSE(items.empty());
  EXPECT_TRUE(items[0].sort.starts_with('1')) << items[0].sort;
  EXPECT_TRUE(items[0].detail.starts_with("hết hiệu lực từ")) << items[0].detail;
}

TEST(Complete, LinesOfTheForm) {
  struct Case {
    std::string text, item;
  };
  auto const header = std::string(
      "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố:   /UBND-KGVX\n\n"
      "Lạng Sơn, ngày   tháng 3 năm 2023\n\nKính gửi: Sở Nội vụ.\n\nNội dung.\n\n");
  for (auto const& [text, item] :
       {Case{"Căn¦", "Căn cứ "}, Case{"Căn cứ ¦", "Luật "}, Case{"Nơi nhận:\n¦", "- Lưu: VT."},
        Case{header + "Nơi nhận:\n- ¦", "- Như trên;"}, Case{header + "Nơi nhận:\n- Như trên;\n- L¦", "- Lưu: VT, KGVX."},
        Case{header + "TM¦", "TM. ỦY BAN NHÂN DÂN"}, Case{header + "KT. ¦", "KT. CHỦ TỊCH"}}) {
    Opened opened(text, {}, "a.txt");
    auto const items = opened.completions();
    EXPECT_NE(std::find(items.begin(), items.end(), item), items.end())
        << text.substr(text.size() - 20) << ": " << fmt::format("{}", fmt::join(items, "|"));
  }
  EXPECT_TRUE(Opened("Một câu thường¦").completions().empty());
}

}  // namespace
}  // namespace vanthu::test
