// Lines of a signature block: authority prefix with what follows it, titles before a name, the drafter's mark.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7; mục III, khoản 4.
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

struct AuthorityLine {
  Span span;
  Span prefix;         // "TM", "KT", "T/M": without its dot
  bool dot = false;    // a full stop stands after it
  bool space = false;  // a blank stands before what follows
  Span position;       // what follows, up to the end of the line
};

// "KT. CHỦ TỊCH", also malformed ("KT CHỦ TỊCH", "K/T GIÁM ĐỐC", "KT, GIÁM ĐỐC", "KT.CHỦ TỊCH"), at byte `at`. What follows the prefix
// starts with a capital.
std::optional<AuthorityLine> match_authority(std::string_view line, std::size_t at = 0);

// The titles that stand before a name: "PGS.TS. ", "ThS ", "Đại tá ". Empty when there are none.
Span match_honorific(std::string_view line);

// "PL.(300)", "NVA.(12)": the drafter's code and the number of copies.
bool is_drafter_mark(std::string_view line);

}  // namespace vanthu::grammar
