// The register and citations for machines: vanthu.registry/1 and vanthu.citations/1 (docs/schema).
#pragma once
#include <span>
#include <string>
#include <vector>

#include "registry/open.hpp"
#include "vanthu/document.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::report {

inline constexpr std::string_view registry_schema = "vanthu.registry/1";
inline constexpr std::string_view citations_schema = "vanthu.citations/1";

// Documents found, each with its amendments (one list for each document).
std::string found_json(std::vector<RegisteredDocument> const& found, std::vector<std::vector<Amendment>> const& amendments);

// The databases and what they hold, by year and type.
std::string about_json(std::vector<registry::About> const& about, std::vector<registry::YearCount> const& counts);

// One object of `files`, on one line without its end. `day`: the one on which the citations are judged.
std::string citations_json(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings,
                           Date day);

}  // namespace vanthu::report
