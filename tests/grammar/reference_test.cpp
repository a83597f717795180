// References to divisions of the document itself: input and short dump, one line a case.
// Dump: anchor; each path outermost first, steps joined by ">", paths by " | "; what is left of the text.
#include "grammar/reference.hpp"

#include <gtest/gtest.h>

namespace vanthu::grammar {
namespace {

std::string dump(std::string_view text) {
  static constexpr std::string_view anchors[] = {"none", "this", "here", "above", "below", "attached", "named"};
  static constexpr std::string_view kinds[] = {"part",   "chapter", "section", "subsection", "article",
                                               "clause", "point",   "heading", "dash",       "appendix"};
  auto const start = text.find('^');
  auto const whole =
      start == std::string_view::npos ? std::string(text) : std::string(text.substr(0, start)) + std::string(text.substr(start + 1));
  auto const m = match_reference(whole, start == std::string_view::npos ? 0 : start);
  if (!m) return "nothing";
  std::string out(anchors[static_cast<std::size_t>(m->anchor)]);
  for (auto const& path : m->paths) {
    out += out.find(':') == std::string::npos ? ": " : " | ";
    for (auto const& step : path)
      out += (&step == &path.front() ? "" : ">") + std::string(kinds[static_cast<std::size_t>(step.kind)]) +
             (step.label.empty() ? "" : " " + step.label);
  }
  if (!m->type.empty()) out += " (" + std::string(slice(whole, m->type)) + ")";
  return out + " ·" + whole.substr(m->span.end);
}

struct Case {
  char const* text;
  char const* expected;
};

TEST(Reference, OneDivision) {
  Case const cases[] = {
      {"khoản 3 Điều 5 Quyết định này quy định", "this: article 5>clause 3 (Quyết định) · quy định"},
      {"Điều 7 của Quy chế này", "this: article 7 (Quy chế) ·"},
      {"Điều 7 của bản Quy chế này", "this: article 7 (Quy chế) ·"},
      {"điểm b khoản 1 Điều này;", "here: article>clause 1>point b ·;"},
      {"Khoản 3 của Điều này", "here: article>clause 3 ·"},
      {"mục b khoản này", "here: clause>point b ·"},
      {"khoản 2, Điều 6 của Quy chế này", "this: article 6>clause 2 (Quy chế) ·"},
      {"điểm a1 khoản 2a Điều 5a Thông tư này", "this: article 5a>clause 2a>point a1 (Thông tư) ·"},
      {"điểm đ khoản 1 Điều 3 nội quy này", "this: article 3>clause 1>point đ (nội quy) ·"},
      {"Khoản 2 Điều 18 này và", "this: article 18>clause 2 · và"},
      {"Điều 5 khoản 1 điểm a Quyết định này", "this: article 5>clause 1>point a (Quyết định) ·"},
      {"mục 2 nêu trên", "above: section 2 ·"},
      {"mục I.2 (nêu trên)", "above: section I>clause 2 ·)"},
      {"điểm 1.2 mục II nêu dưới đây", "below: section II>point 1.2 ·"},
      {"Mục II Phần I Phụ lục này", "here: appendix>part I>section II ·"},
      {"Chương III Quy chế này", "this: chapter III (Quy chế) ·"},
      {"tiểu mục 2 Mục 1 Chương II Quy chế này", "this: chapter II>section 1>subsection 2 (Quy chế) ·"},
      {"Phụ lục II (kèm theo)", "attached: appendix II ·)"},
      {"Phụ lục số 01 đính kèm.", "attached: appendix 01 ·."},
      {"Phụ lục II ban hành kèm theo Quyết định này", "attached: appendix II (Quyết định) ·"},
      {"Phụ lục III Quyết định này", "this: appendix III (Quyết định) ·"},
      {"- Như ^Điều 3;", "named: article 3 ·;"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(Reference, ListsAndRanges) {
  Case const cases[] = {
      {"điểm a, b khoản 2 Điều 5 Quyết định này", "this: article 5>clause 2>point a | article 5>clause 2>point b (Quyết định) ·"},
      {"khoản 1, 2 và 3 Điều này", "here: article>clause 1 | article>clause 2 | article>clause 3 ·"},
      {"khoản 1 Điều 5, Điều 7 và khoản 2 Điều 9 của Quy chế này", "this: article 5>clause 1 | article 7 | article 9>clause 2 (Quy chế) ·"},
      {"điểm a khoản 1 và điểm b khoản 2 Điều 5 Quy chế này", "this: article 5>clause 1>point a | article 5>clause 2>point b (Quy chế) ·"},
      {"Điều 5 đến Điều 8 Quyết định này", "this: article 5 | article 8 (Quyết định) ·"},
      {"mục 1, mục 2 nêu trên", "above: section 1 | section 2 ·"},
      {"Phụ lục I, II và III kèm theo", "attached: appendix I | appendix II | appendix III ·"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

TEST(Reference, NotToThisDocument) {
  Case const cases[] = {
      {"khoản 3 Điều 5 Nghị định số 30/2020/NĐ-CP", "none · Nghị định số 30/2020/NĐ-CP"},
      {"Điều 5 của Luật Lưu trữ", "none · của Luật Lưu trữ"},
      {"Điều 5 Nghị định nêu trên", "none · Nghị định nêu trên"},
      {"Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP", "none · kèm theo Nghị định số 30/2020/NĐ-CP"},
      {"Phụ lục II kèm theo của Bộ Nội vụ", "none · kèm theo của Bộ Nội vụ"},
      {"khoản 2 và Điều 5 Quyết định này", "this (Quyết định) ·"},  // khoản 2 of which article?
      {"điểm thi nêu trên", "nothing"},
      {"điểm 5 trên thang 10", "none · trên thang 10"},
      {"phần mềm này", "nothing"},
      {"khoản chi này", "nothing"},
      {"mục tiêu nêu trên", "nothing"},
      {"mục 2/2024 nêu trên", "nothing"},
      {"khoản 5-7 Điều này", "nothing"},
      {"Điều này", "none ·"},
      {"mục", "nothing"},
      {"Điều ", "nothing"},
  };
  for (auto const& c : cases) EXPECT_EQ(dump(c.text), c.expected) << c.text;
}

}  // namespace
}  // namespace vanthu::grammar
