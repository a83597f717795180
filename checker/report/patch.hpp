// Edits of a file as a unified diff, for `patch -p0` and `git apply -p0`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/fix.hpp"

namespace vanthu::report {

// `edits` of `before`: ascending, apart. Lines end at the byte LF, whatever the encoding, and are given byte for byte. Empty without edits.
std::string patch(std::string_view name, std::string_view before, std::vector<SourceEdit> const& edits);

}  // namespace vanthu::report
