// The 29 types of administrative documents, the three kinds of copies, and the names of documents that are not ours to judge.
// Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III, phần I.
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace vanthu {

struct DocType {
  std::string_view name;  // "Chỉ thị"
  std::string_view abbr;  // "CT"; empty where the decree has none (Công văn, Thư công)
  std::string_view slug;  // "chi-thi": contracts.md, `type`
};

std::span<DocType const> doc_types();

// By slug; by abbreviation (letter case counts: CT, CTr). Null when unknown.
DocType const* doc_type_by_slug(std::string_view slug);
DocType const* doc_type_by_abbr(std::string_view abbr);

}  // namespace vanthu
