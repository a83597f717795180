// Which law a document is under, and which type it is (Nghị định 30/2020/NĐ-CP, Điều 1 to 3 and 7).
#pragma once
#include "recognize/components.hpp"

namespace vanthu {

// Sets type, family with its reason, date, header_lost and body_only.
void recognize_family(Document const& document, Parts const& parts, Facts& facts);

}  // namespace vanthu
