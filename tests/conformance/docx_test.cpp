// A document is judged alike whether it comes as a Word document, as Markdown or as text.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "conformance/corpus.hpp"
#include "conformance/invariants.hpp"
#include "engine/builtin.hpp"
#include "support/document.hpp"
#include "support/docx.hpp"
#include "text/unicode.hpp"
#include "vanthu/check.hpp"

namespace vanthu::test {
namespace {

// Blocks one after the other that stand in two columns, or a single one.
struct Group {
  std::vector<Block> left, right;  // `right` empty: `left` is one block in no column
};

std::vector<Group> groups_of(Document const& document) {
  std::vector<Group> out;
  auto const open = [&] { return !out.empty() && !out.back().right.empty(); };
  for (auto const& block : document.blocks) {
    if (block.column == Column::right && !out.empty() && !out.back().left.empty() && out.back().left.front().column == Column::left)
      out.back().right.push_back(block);
    else if (block.column == Column::left && !open() && !out.empty() && out.back().left.front().column == Column::left)
      out.back().left.push_back(block);
    else
      out.push_back({{block}, {}});
  }
  return out;
}

class Forms {
 public:
  explicit Forms(Document const& document) : document_(document), groups_(groups_of(document)) {}

  enum class Columns : std::uint8_t { cells, tabs, boxes };

  // The columns are the cells of a table without lines, stand in the same lines with a tab between, or in two boxes. Bullets and the
  // numbers of articles exist only in the numbering.
  std::string docx(Columns columns = Columns::cells) const {
    articles_ = 0;
    std::string body;
    for (auto const& [left, right] : groups_) {
      if (right.empty()) {
        for (auto const& block : left) body += block.kind == BlockKind::table_cell ? data_cell(block) : word_paragraph(block);
      } else if (columns == Columns::cells) {
        body += "<w:tbl><w:tr><w:tc>" + word_paragraphs(left) + "</w:tc><w:tc>" + word_paragraphs(right) + "</w:tc></w:tr></w:tbl>";
      } else if (columns == Columns::boxes) {
        body += "<w:p>" + box(left) + box(right) + "</w:p>";
      } else {
        for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i)
          body += "<w:p>" + (i < left.size() ? run(text_of(left[i])) : "") + "<w:r><w:tab/><w:tab/></w:r>" +
                  (i < right.size() ? run(text_of(right[i])) : "") + "</w:p>";
        body += "<w:p/>";
      }
    }
    return docx_of(body, {},
                   {{"word/numbering.xml",
                     "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
                     "w:val=\"-\"/></w:lvl></w:abstractNum>"
                     "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:suff "
                     "w:val=\"space\"/>"
                     "<w:lvlText w:val=\"Điều %1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                     "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"}});
  }

  // The columns stand side by side, as a converter prints them.
  std::string txt() const {
    std::string out;
    for (auto const& [left, right] : groups_) {
      for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        auto const beside = !right.empty();
        auto const text = i < left.size() ? text_of(left[i]) : std::string_view{};
        if (!beside && left[i].blank_before) out += '\n';
        out += text;
        if (beside && i < right.size())
          out += std::string(60 - std::min<std::size_t>(55, code_points(text)), ' ') + std::string(text_of(right[i]));
        out += '\n';
      }
      if (!right.empty()) out += '\n';
    }
    return out;
  }

  // The columns stand one below the other, as Word and LibreOffice save text.
  std::string stacked() const {
    std::string out;
    for (auto const& block : document_.blocks) out += (block.blank_before ? "\n" : "") + std::string(text_of(block)) + "\n";
    return out;
  }

  // The columns are the two cells of a table.
  std::string md() const {
    std::string out;
    for (auto const& [left, right] : groups_) {
      if (right.empty()) {
        for (auto const& block : left) out += "\n" + std::string(text_of(block)) + "\n";
      } else {
        out += "\n| " + cell(left) + " | " + cell(right) + " |\n|---|---|\n";
      }
    }
    return out;
  }

 private:
  std::string_view text_of(Block const& block) const { return slice(document_.text, block.span); }

  std::string cell(std::vector<Block> const& blocks) const {
    std::string out;
    for (auto const& block : blocks) out += (out.empty() ? "" : "<br>") + std::string(text_of(block));
    return out;
  }

  std::string word_paragraph(Block const& block) const {
    auto text = text_of(block);
    std::string const empty = block.blank_before ? paragraph("") : "";
    auto const listed = [&](std::string_view label, std::string_view list) {
      return empty +
             paragraph(text.substr(label.size()), "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::string(list) + "\"/></w:numPr>");
    };
    if (block.kind == BlockKind::list_item && text.starts_with("- ")) return listed("- ", "1");
    auto const article = "Điều " + std::to_string(articles_ + 1) + ". ";
    if (text.starts_with(article)) {
      ++articles_;
      return listed(article, "2");
    }
    return empty + paragraph(text);
  }
  std::string word_paragraphs(std::vector<Block> const& blocks) const {
    std::string out;
    for (auto const& block : blocks) out += word_paragraph(block);
    return out;
  }
  std::string box(std::vector<Block> const& blocks) const {
    return "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + word_paragraphs(blocks) +
           "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
  }
  std::string data_cell(Block const& block) const {
    auto const lines = "<w:tcPr><w:tcBorders><w:top w:val=\"single\"/><w:bottom w:val=\"single\"/></w:tcBorders></w:tcPr>";
    return "<w:tbl><w:tr><w:tc>" + std::string(lines) + paragraph(text_of(block)) + "</w:tc><w:tc>" + lines + paragraph("") +
           "</w:tc></w:tr></w:tbl>";
  }

  Document const& document_;
  std::vector<Group> groups_;
  mutable int articles_ = 0;
};

Checked checked(std::string_view bytes, std::string_view name, RuleSet const& rules) {
  CheckOptions options;
  options.today = {2026, 1, 1};
  auto result = check(bytes, name, rules, options);
  if (auto const* error = std::get_if<ReadError>(&result)) throw std::runtime_error(std::string(name) + ": " + error->message_en);
  return std::get<Checked>(std::move(result));
}

// Code and message, one a line, of the groups that layout and characters have no part in.
std::string findings(Checked const& checked) {
  std::multiset<std::string> all;
  for (auto const& d : checked.diagnostics)
    for (auto const* group : {"TT", "VD", "BC", "NQ"})
      if (d.code.starts_with(group)) all.insert(d.code + ": " + d.message + "\n");
  std::string out;
  for (auto const& one : all) out += one;
  return out;
}

TEST(DocxConformance, SamplesAreJudgedAlikeInEveryForm) {
  auto const rules = builtin_rules();
  auto const samples = files_in(fs::path(VANTHU_SOURCES) / "samples", {".txt", ".md"});
  EXPECT_GE(samples.size(), 8U);
  auto articles = 0, found = 0;
  for (auto const& path : samples) {
    auto const name = path.filename().string();
    auto const original = checked(read_file(path), name, rules);
    Forms const forms(original.document);
    auto const expected = findings(original);
    auto const word = checked(forms.docx(), "a.docx", rules);
    EXPECT_EQ(word.document.format, Format::docx);
    EXPECT_EQ(word.facts.type, original.facts.type) << name;
    EXPECT_EQ(findings(word), expected) << name;
    EXPECT_EQ(findings(checked(forms.docx(Forms::Columns::tabs), "a.docx", rules)), expected) << name;
    EXPECT_EQ(findings(checked(forms.docx(Forms::Columns::boxes), "a.docx", rules)), expected) << name;
    EXPECT_EQ(findings(checked(forms.stacked(), "a.txt", rules)), expected) << name;
    EXPECT_EQ(findings(checked(forms.txt(), "a.txt", rules)), expected) << name << "\n" << forms.txt();
    EXPECT_EQ(findings(checked(forms.md(), "a.md", rules)), expected) << name << "\n" << forms.md();
    EXPECT_EQ(broken_invariants(word), std::vector<std::string>{}) << name;
    articles += word.document.text.find("Điều 1.") != std::string::npos && word.document.source.find("Điều 1.") == std::string::npos;
    found += !expected.empty();
  }
  EXPECT_GT(articles, 0);  // labels were only in the numbering
  EXPECT_GT(found, 0);
}

TEST(DocxConformance, RealDocumentsAreJudgedAlikeAsTextAndMarkdown) {
  VANTHU_NEEDS_CORPUS();
  auto const rules = builtin_rules();
  auto files = files_in(corpus_folder() / "corpus/dev/docx", {".docx"});
  for (auto const& path : files_in(corpus_folder() / "corpus/negatives", {".docx"})) files.push_back(path);
  EXPECT_GT(files.size(), 20U);
  for (auto const& path : files) {
    auto const word = checked(read_file(path), path.filename().string(), rules);
    EXPECT_EQ(broken_invariants(word), std::vector<std::string>{}) << path;
    EXPECT_EQ(findings(checked(Forms(word.document).stacked(), "a.txt", rules)), findings(word)) << path;
    EXPECT_EQ(findings(checked(Forms(word.document).md(), "a.md", rules)), findings(word)) << path;
  }
}

}  // namespace
}  // namespace vanthu::test
