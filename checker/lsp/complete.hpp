// What may be written at a place: citations from the register, lines of căn cứ, recipients, signing authority.
#pragma once
#include <vector>

#include "lsp/documents.hpp"
#include "lsp/protocol.hpp"

namespace vanthu::lsp {

// Empty where nothing is known to fit. There may be more than are given.
std::vector<Completion> completions_at(OpenDocument const& document, Analysis const& analysis, TextPosition at, Machine const& machine);

// A registered document as it is cited where it is first mentioned (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6): "Nghị
// định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"; of a law its name. `as_basis`: as a căn cứ, in which a
// law has its date. Parts that are not known are left out.
std::string first_mention(RegisteredDocument const& document, bool as_basis);

}  // namespace vanthu::lsp
