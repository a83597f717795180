// The register for people: documents found, one document with all that is known of it, coverage; citations with their standing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "registry/open.hpp"
#include "vanthu/diagnostic.hpp"
#include "vanthu/document.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::report {

// Two lines a document: reference with date and issuer, title; a third one where it ended.
std::string found_text(std::vector<RegisteredDocument> const& found, Language language);

// All that is known of a document, one field a line.
std::string document_text(RegisteredDocument const& document, std::vector<Amendment> const& amendments, Language language);

std::string about_text(std::vector<registry::About> const& about, Language language);

// A line for each year, a column for each of the types that are most frequent.
std::string years_text(std::vector<registry::YearCount> const& counts, Language language);

// "bị thay thế".
std::string_view status_word(RegistryStatus status, Language language);

// The citations of one document: its name, then a line for each. Empty when there are none.
std::string citations_text(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings,
                           Language language);

// The same as CSV: the line of names, and lines without it.
std::string citations_csv_head();
std::string citations_csv(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings);

}  // namespace vanthu::report
