// Fuzz target: any bytes through the whole checker, and what must hold of every result. The first byte chooses the format.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "conformance/invariants.hpp"
#include "engine/builtin.hpp"
#include "vanthu/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  static auto const rules = vanthu::builtin_rules();
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  vanthu::CheckOptions options;
  options.today = {2024, 5, 16};
  auto const result = vanthu::check(bytes, data[0] % 2 == 0 ? "fuzz.txt" : "fuzz.md", rules, options);
  if (auto const* checked = std::get_if<vanthu::Checked>(&result))
    if (auto const broken = vanthu::test::broken_invariants(*checked); !broken.empty()) __builtin_trap();
  return 0;
}
