// Places that fixes of one round have taken.
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "vanthu/fix.hpp"

namespace vanthu {

class Conflicts {
 public:
  // Neither the places of the fix in the text nor its edits of the file meet one that is taken. An insertion meets what begins or ends at
  // its place; its order would be left to chance.
  bool free(Fix const& fix, std::vector<SourceEdit> const& edits) const;
  void take(Fix const& fix, std::vector<SourceEdit> const& edits);

 private:
  using Places = std::map<std::uint32_t, std::uint32_t>;  // begin → end
  static bool free(Places const& places, std::uint32_t begin, std::uint32_t end);
  Places text_, source_;
};

}  // namespace vanthu
