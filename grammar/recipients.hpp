// Lines of a list of recipients: one item, the archive line, and the mark that closes the text before them.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 9.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

struct RecipientItem {
  Span text;  // without bullet and end mark
  bool bullet = false;
  Span end_mark;  // ";" or "." or ","; empty when none
};

// Every line is an item.
RecipientItem match_item(std::string_view line);

struct ArchiveLine {
  Span span;  // "Lưu" … end mark, without bullet
  bool colon = false;
  std::vector<Span> codes;  // "VT", "KGVX (NTH)"
  Span end_mark;            // "." or ";"; empty when none
};

// "- Lưu: VT, KGVX (NTH)." at the start of `line`. The span ends before what a merged column adds ("Lưu: VT, KTN. Nguyễn Văn A").
std::optional<ArchiveLine> match_archive_line(std::string_view line);

// "./." and its damaged forms ("/.", "./", "/.../", ".//.") at the end of `line`.
std::optional<Span> match_closing_mark(std::string_view line);

}  // namespace vanthu::grammar
