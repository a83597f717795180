// Faults of layout that tests make in a right draft, one at least for each rule that needs a layout.
#pragma once
#include <span>
#include <string_view>

#include "support/draft.hpp"

namespace vanthu::test {

struct LayoutFault {
  std::string_view code;    // of the rule that finds it
  std::string_view marked;  // first line of what is marked; empty: an empty place
  void (*spoil)(Draft&);
  bool in_letter = false;  // of letter(), else of decision()
  bool together = false;   // one of the forty that are made at once
};

std::span<LayoutFault const> layout_faults();

}  // namespace vanthu::test
