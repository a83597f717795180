// Fuzz target: any bytes as a pack, alone and on top of the shipped ones. What loads must survive the way through bytes and judge a text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/builtin.hpp"
#include "engine/load.hpp"
#include "vanthu/check.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const shipped = vanthu::builtin_rules();
  std::vector<vanthu::PackSource> const packs{{"fuzz.toml", std::string(reinterpret_cast<char const*>(data), size)}};
  for (auto const* base : {static_cast<vanthu::RuleSet const*>(nullptr), &shipped}) {
    auto const loaded = vanthu::load_packs(packs, base);
    if (auto const* errors = std::get_if<std::vector<vanthu::PackError>>(&loaded)) {
      if (errors->empty()) __builtin_trap();
      for (auto const& error : *errors)
        if (error.line == 0 || error.column == 0 || error.length == 0 || vanthu::to_text(error).empty()) __builtin_trap();
      continue;
    }
    auto const rules = vanthu::RuleSet::from_bytes(std::string(std::get<vanthu::RuleSet>(loaded).bytes()));
    vanthu::CheckOptions options;
    options.today = {2024, 5, 16};
    vanthu::check("Số: 12/QD-UBND\nHà Nội, ngày 5/3/2024\nCăn cứ Quyết định số 1/QĐ-UBND;\nNơi nhận:\n- Như trên;", "a.txt", rules,
                  options);
  }
  return 0;
}
