// Drafts as Word documents: a decision and a letter (công văn) whose words and layout are right, in parts that tests can spoil one by one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::test {

struct Look {
  int size = 28;  // half-points
  bool bold = false, italic = false;
  std::string_view alignment = "both";  // w:jc
  int first_line = 720, before = 60, after = 60, line = 240;
  std::string_view font = "Times New Roman", color = "";
  int rule_line = 0;  // twips, drawn below; 0: none
  bool framed = false;
};

// Where a paragraph stands. The header is a table of two rows and two columns, the tail one of one row.
enum class Place { top, left, right, second_left, second_right, body, tail_left, tail_right, behind };

struct Part {
  std::string_view role;  // "motto"; several paragraphs may share one
  std::string text;
  Place place = Place::body;
  Look look = {};
};

struct Page {
  int width = 11906, height = 16838, top = 1134, bottom = 1134, left = 1701, right = 851;
  bool number = true, in_footer = false, first_page_differs = true, number_italic = false;
  int number_size = 26, start = 0;     // 0: goes on
  bool appendix_counts_from_1 = true;  // in a section of its own
  bool embeds = false;                 // a document inside the document, at its end
  std::string_view number_alignment = "center", number_format = "";
};

struct Draft {
  std::vector<Part> parts;
  Page page = {};
  int left_column = 3600, right_column = 5754;  // of header and tail, twips
  // The look of every paragraph of a role. Throws where there is none.
  void each(std::string_view role, void (*change)(Look& look));
  // Its first paragraph; throws likewise.
  Part& first(std::string_view role);
  // Empty paragraphs above that one, which look like it.
  void insert_above(std::string_view role, int empty_paragraphs);
};

Draft decision();  // with an attached regulation: chapter, article
Draft letter();

std::string docx_of(Draft const& draft);

}  // namespace vanthu::test
