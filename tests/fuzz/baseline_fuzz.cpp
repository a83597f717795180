// Fuzz target: any bytes as a baseline. What is read can be written and read again, and stays what it is.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "report/baseline.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace vanthu::report;
  auto const first = parse_baseline({reinterpret_cast<char const*>(data), size});
  auto const* findings = std::get_if<std::vector<KnownFinding>>(&first);
  if (findings == nullptr) return 0;
  auto const text = baseline_text(*findings);
  auto const second = parse_baseline(text);
  if (!std::holds_alternative<std::vector<KnownFinding>>(second) || baseline_text(std::get<0>(second)) != text) __builtin_trap();
  return 0;
}
