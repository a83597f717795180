// The lines that the recognizers read: blocks, cut once more where one block holds two components side by side
// ("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI …", "Số: 12/QĐ-UBND Hà Nội, ngày …").
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/document.hpp"

namespace vanthu {

enum class FixedLine : std::uint8_t { none, national_name, motto };

struct Line {
  Span span;              // in Document::text, without blanks at its ends
  std::string_view text;  // what `span` covers
  std::string key;        // fold_ascii() of all of it, or of its first bytes where it is longer than key_bytes
  std::size_t block = 0;  // index into Document::blocks
  Column column = Column::whole;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // of a heading
  bool blank_before = false;
  bool caps = false;  // short, and (nearly) every letter is a capital
  bool junk = false;  // too few letters to say anything: page numbers, what a scan made of a stamp
  FixedLine fixed = FixedLine::none;
  bool garbled = false;  // of a fixed line: recognized although letters are damaged
};

constexpr std::size_t key_bytes = 180;

// In reading order; blocks without text are left out. The views point into `document`.
std::vector<Line> make_lines(Document const& document);

// A line for a part of another one.
Line make_line(Document const& document, Span span, std::size_t block);

// True when `key` starts with `words` and a word ends there.
bool starts_with_words(std::string_view key, std::string_view words);

// The letters and digits of a key alone: "quyet dinh:" gives "quyetdinh".
std::string letters_of(std::string_view key);

// Number of edits between two short strings, cut at `limit` + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace vanthu
