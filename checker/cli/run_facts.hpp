// What a run came to beside its findings: gathered in several threads, the same whatever their number.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "report/renderer.hpp"

namespace vanthu::cli {

class RunFacts {
 public:
  // `wanted`: false where nothing of it will be told. Then nothing is kept.
  explicit RunFacts(bool wanted) : wanted_(wanted) {}

  // Both may be called by several threads at once. `set`: the rules by which it was checked.
  void add(Checked const& checked, RuleSet const& set);
  void add(report::Unread unread);

  // Into Run::unread, files, more_rules (those that are not in `catalogue`), not_evaluated and statistics; after the last add(). The rules
  // live as long as this.
  void tell(report::Run& run, std::vector<Rule const*> const& catalogue);

 private:
  bool wanted_;
  std::mutex mutex_;
  std::vector<report::Unread> unread_;
  std::vector<report::CheckedFile> files_;
  std::map<std::string, int> not_evaluated_;
  report::Statistics statistics_;
  // Rules with the first name, in the order of the alphabet, of those checked by them: where two know different rules of the same code,
  // that decides.
  std::map<RuleData const*, std::pair<RuleSet, std::string>> rules_;
};

}  // namespace vanthu::cli
