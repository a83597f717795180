// Where a label stands in its own sequence.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

enum class LabelStyle : unsigned char { number, roman, letter, other };

// "12": number. Capitals of Roman numbers ("IV"): roman. Another single letter: letter. Else ("5a", "1.2"): other.
LabelStyle label_style(std::string_view label);

// From 1. Letters as điểm have them: a, b, c, d, đ, e, g … (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6); nothing for f, j,
// w, z and for labels of style other.
std::optional<int> label_rank(std::string_view label);

// The label of that style at a rank; empty where there is none.
std::string label_at_rank(LabelStyle style, int rank);

}  // namespace vanthu
