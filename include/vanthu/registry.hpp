// What is known of legal documents, and how a citation stands to it on a day. The core asks through `Registry`, which is plain functions:
// who answers (SQLite, a test) is no concern of it. Unknown never means wrong: a register is never complete.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/date.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

enum class Confidence : std::uint8_t { low, medium, high };
std::string_view to_string(Confidence confidence);

// Dates are all 0 where they are not known.
struct RegisteredDocument {
  std::string type, number;  // "Nghị định", "34/2016/NĐ-CP"
  std::string issuer;        // as it was called on the day of issue; empty when not known
  Date issued;
  Date also_dated;          // another day that a source gives
  Date effective;           // first day in force
  Date expired;             // first day no longer in force
  std::string replaced_by;  // "Nghị định 78/2025/NĐ-CP"; empty when nothing or not known
  std::string title;        // of a law its name: "Lưu trữ"
  Confidence confidence = Confidence::low;
  Date codified;        // month of the newest official code of laws that prints it as in force
  std::string sources;  // names, separated by ";"
  bool own = false;     // from the office's own register
};

// A document that changes parts of another.
struct Amendment {
  std::string by;  // "Nghị định 154/2020/NĐ-CP"
  Date issued, effective;
};

// A body or place under one name.
struct RegisteredBody {
  std::string name, code, kind;
  Date since, until;      // first and last day of the name; all 0: open
  std::string successor;  // empty when not known
};

// May be asked by several threads at once.
struct Registry {
  // All documents with this number, however it is written (blanks, letter case, zeros in front).
  std::function<std::vector<RegisteredDocument>(std::string_view number)> by_number;
  // All laws with this name ("Tổ chức Chính phủ"), letter case and punctuation aside.
  std::function<std::vector<RegisteredDocument>(std::string_view name)> by_law_name;
  // Documents whose title has these words side by side, letter case, diacritics and punctuation aside; no more than a few.
  std::function<std::vector<RegisteredDocument>(std::string_view words)> by_title;
  // What changed the document with this number, oldest first.
  std::function<std::vector<Amendment>(std::string_view number)> amendments;
  // Those called so; more than one where a name was given twice.
  std::function<std::vector<RegisteredBody>(std::string_view name)> bodies;
};

enum class RegistryStatus : std::uint8_t {
  unknown,       // not registered, or more than one document fits
  known,         // registered; nothing speaks against it, nothing says that it was in force
  in_force,      // was in force that day
  not_issued,    // issued later
  not_in_force,  // issued, in force only later
  expired,       // no longer in force
  replaced,      // no longer in force, and the successor is known
};
std::string_view to_string(RegistryStatus status);  // "not-issued"

// How a citation stands to the register on a day.
struct Standing {
  RegistryStatus status = RegistryStatus::unknown;
  std::optional<RegisteredDocument> document;  // absent when unknown
  std::vector<std::string> differs;            // what the citation says otherwise: "date", "type", "issuer", "title"
  std::string successor;           // "Nghị định số 78/2025/NĐ-CP": the last of a chain that was in force; empty when none is known
  std::string candidate;           // number of the one registered document that has type, symbol, date and title as cited; else empty
  std::vector<Amendment> amended;  // by that day; only where add_amendments() was asked
  bool first = false;              // the first citation of that document that speaks of it as living law
};

// For each citation, in their order, on the day `at` (unknown parts: only what is certain all the same). `registry` null: all unknown.
std::vector<Standing> standings(std::vector<Citation> const& citations, Date at, Registry const* registry);

// What had changed each document by that day.
void add_amendments(std::vector<Standing>& standings, Date at, Registry const& registry);

// The body that issued what is cited, if it is registered and its name did not hold on the day that the citation gives.
std::optional<RegisteredBody> misdated_issuer(Citation const& citation, Registry const* registry);

}  // namespace vanthu
