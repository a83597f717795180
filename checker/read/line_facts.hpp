// What a line shows by itself: how it starts, how it ends, its letters. Joining and splitting decide on these facts.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

enum class LineStart : std::uint8_t {
  other,       // an upper-case letter, a digit, a quotation mark …
  lower,       // a lower-case letter, also behind an opening bracket or quotation mark
  bullet,      // "- ", "+ ", "* ", "• "
  label,       // "1.", "1.2.", "a)", "I.", "Điều 5."
  weak_label,  // "Mục 1", "Phần I", "Phụ lục II": also seen in running text
  component,  // a line that opens a part of the document: "Kính gửi", "Nơi nhận", "Căn cứ", "Số:", "V/v", Quốc hiệu, Tiêu ngữ, place and
              // date
};

enum class LineEnd : std::uint8_t {
  open,      // nothing that ends anything
  hanging,   // a word that cannot end a paragraph: "của", "và", "các"
  counting,  // a word that a number follows: "số", "khoản", "năm"
  comma,
  colon,
  semicolon,
  sentence,  // . ! ? ./. /.../ …
  symbol,    // '-' or '/' without a blank before it: "17/CT-"
};

struct LineFacts {
  LineStart start = LineStart::other;
  LineEnd end = LineEnd::open;
  bool caps = false;              // a line in capitals
  bool subject = false;           // "V/v", "Về việc"
  bool complete = false;          // nothing can continue it: Quốc hiệu, Tiêu ngữ, place and date, "Nơi nhận:"
  bool recipients = false;        // "Nơi nhận"
  bool basis = false;             // "Căn cứ"
  bool body_opening = false;      // starts as the body of a document does: "Thực hiện", "Để", "Ngày …"
  bool name_like = false;         // two to five words, each with a capital: "Nguyễn Văn A"
  bool digit_first = false;       // starts with a digit
  std::uint32_t bullet_size = 0;  // bytes of the bullet itself
  std::uint32_t width = 0;        // code points; 120 for all of the long lines
};

// `line` without blanks at its ends, not empty.
LineFacts line_facts(std::string_view line);

// Letters of the line without diacritics, lower case, nothing else: "quyetdinh" for "QUYẾT  ĐỊNH:".
std::string letters_only(std::string_view line);

// Names of the document types as letters_only() gives them; a line in capitals that holds nothing but one (and a speck of OCR).
std::vector<std::string> const& type_name_letters();
bool is_type_name(std::string_view line, LineFacts const& facts, std::vector<std::string> const& names);

// The place-date line: "Lạng Sơn, ngày … tháng … năm …". Offset where the place's name starts, searched backward from ", ngày"; npos when
// there is none.
std::size_t find_place_date(std::string_view line);

}  // namespace vanthu
