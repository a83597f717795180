// CSV → what the register holds, each value judged. Used for the project's own data and for an office's list of its documents.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/registry.hpp"

namespace vanthu::registry {

struct RowProblem {
  std::uint32_t line = 1;
  std::string message_vi, message_en;  // lower case, no full stop
};

template <class Row>
using Rows = std::variant<std::vector<Row>, std::vector<RowProblem>>;

// The first line names the columns, in English (`number`, `type`, `issuer`, `issued`, `effective`, `expired`, `replaced_by`, `title`, and
// `also_dated`, `confidence`, `codified`, `sources`) or Vietnamese ("số, ký hiệu", "loại", "cơ quan ban hành", "ngày ban hành", "ngày có
// hiệu lực", "ngày hết hiệu lực", "thay thế bằng", "trích yếu"), in any order; number and type are required, others may be absent.
// Days are written 2024-03-05 or 5/3/2024. Any problem of any row gives the problems of all rows and no row.
Rows<RegisteredDocument> document_rows(std::string_view csv);

// Columns: amended (number), by, issued, effective.
struct AmendmentRow {
  std::string amended;
  Amendment amendment;
};
Rows<AmendmentRow> amendment_rows(std::string_view csv);

// Columns: name, code, kind, since, until, successor.
Rows<RegisteredBody> body_rows(std::string_view csv);

}  // namespace vanthu::registry
