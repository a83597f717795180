// How many findings of which rule, in which folder, in which type of document. Suppressed ones do not count.
#pragma once
#include <map>
#include <string>

#include "vanthu/check.hpp"

namespace vanthu::report {

struct RuleFigure {
  std::string name;
  Severity severity = Severity::info;  // the gravest
  int findings = 0, files = 0;
};

struct FileFigure {
  int files = 0, errors = 0, warnings = 0, infos = 0;
};

struct Statistics {
  std::map<std::string, RuleFigure> rules;    // by code
  std::map<std::string, FileFigure> folders;  // by name, "." for the current one
  std::map<std::string, FileFigure> types;    // by slug, "unknown" where there is none
};

// One document more. The order in which they are added does not matter.
void add(Statistics& statistics, Checked const& checked);

// Three tables for people: rules by number of findings, folders and types by name. Empty where nothing was checked.
std::string statistics_text(Statistics const& statistics, Language language);

// The object "statistics" of vanthu.check/1.
std::string statistics_json(Statistics const& statistics);

}  // namespace vanthu::report
