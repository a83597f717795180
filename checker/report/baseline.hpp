// Findings that were there on a day: vanthu.baseline/1, one finding a line (docs/schema). Later runs report what is new.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/rule_set.hpp"
#include "report/renderer.hpp"
#include "vanthu/check.hpp"

namespace vanthu::report {

inline constexpr std::string_view baseline_schema = "vanthu.baseline/1";

struct KnownFinding {
  std::string file;  // as seen from the folder of the baseline, with "/"
  std::string code;
  std::uint64_t fingerprint = 0;
  std::string text;  // what is marked, cut to some words: for those who read the file
  friend auto operator<=>(KnownFinding const&, KnownFinding const&) = default;
};

// The findings of one document that do count.
std::vector<KnownFinding> known_findings(Checked const& checked, std::string const& file);

// The file: a line with the schema, then one for each finding, ascending; two alike are one.
std::string baseline_text(std::vector<KnownFinding> findings);

struct BaselineError {
  std::uint32_t line = 1;
  std::string vi, en;
};
std::variant<std::vector<KnownFinding>, BaselineError> parse_baseline(std::string_view bytes);

// What a run makes of a baseline. The order in which documents come does not matter.
class Baseline {
 public:
  // `exists`: whether there still is a file of that name.
  Baseline(std::vector<KnownFinding> findings, std::function<bool(std::string const& file)> const& exists);

  // Takes what is known out of the findings of a document, judged by `rules`. One whose file the baseline does not name may be one that it
  // knows under another name: where that file is no more and half of what was found there is found here. May be called by several threads
  // at once.
  void take_known(Checked& checked, RuleSet const& rules, std::string const& file);

  // After the last document. Gone is what was not found though its rule judged, and all of a file that is no more. What stands in files
  // that the run did not look at is neither.
  BaselineTally tally() const;
  // All but what is gone, under the names that files have now.
  std::vector<KnownFinding> left() const;
  // Whether left() differs from what there was.
  bool changed() const;

 private:
  enum class State : std::uint8_t { not_looked_at, remaining, gone };
  struct Known {
    KnownFinding finding;
    State state = State::not_looked_at;
    std::string moved_to;  // the file's new name
  };
  struct File {
    std::vector<std::size_t> known;  // indices
    bool exists = true;
  };
  std::vector<std::size_t> const* known_of(Checked const& checked, std::string const& file) const;

  mutable std::mutex mutex_;
  std::vector<Known> known_;
  std::map<std::string, File, std::less<>> files_;
  std::map<std::uint64_t, std::vector<std::string>> missing_;  // fingerprint → files that are no more
};

}  // namespace vanthu::report
