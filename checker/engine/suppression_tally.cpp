#include "engine/suppression_tally.hpp"

#include <algorithm>

namespace vanthu {

void SuppressionTally::add(std::span<Suppression const> suppressions, std::span<SuppressionUse const> uses) {
  for (std::size_t i = 0; i < std::min(suppressions.size(), uses.size()); ++i) {
    auto const& suppression = suppressions[i];
    if (suppression.origin != SuppressionOrigin::config) continue;
    auto const [entry, fresh] = entries_.try_emplace({suppression.file, suppression.line, suppression.column});
    auto& [known, total] = entry->second;
    if (fresh) known = suppression;
    total.resize(std::max(total.size(), uses[i].size()));
    for (std::size_t code = 0; code < uses[i].size(); ++code) {
      total[code].known |= uses[i][code].known;
      total[code].judged |= uses[i][code].judged;
      total[code].used |= uses[i][code].used;
    }
  }
}

std::map<std::string, SuppressionTally::File> SuppressionTally::files() const {
  std::map<std::string, File> out;
  for (auto const& [place, entry] : entries_) {
    auto& file = out[entry.suppression.file];
    file.suppressions.push_back(entry.suppression);
    file.uses.push_back(entry.use);
  }
  return out;
}

}  // namespace vanthu
