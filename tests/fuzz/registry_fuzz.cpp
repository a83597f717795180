// Fuzz target: any bytes as a list of documents in CSV, as a register, and as what is looked for in one.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "registry/build.hpp"
#include "registry/open.hpp"
#include "registry/rows.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace vanthu::registry;
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  auto rows = document_rows(bytes);
  if (auto* documents = std::get_if<std::vector<vanthu::RegisteredDocument>>(&rows)) {
    auto const count = documents->size();
    auto const built = build({std::move(*documents), {}, {}});
    auto const* database = std::get_if<std::string>(&built);
    if (database == nullptr || fault_of(*database)) __builtin_trap();
    Catalogue const catalogue(*database, {});
    if (catalogue.about().at(0).documents != static_cast<std::int64_t>(count)) __builtin_trap();
    catalogue.find(bytes.substr(0, 200), 10);
  } else {
    for (auto const& problem : std::get<std::vector<RowProblem>>(rows))
      if (problem.line == 0 || problem.message_vi.empty()) __builtin_trap();
  }
  if (!fault_of(bytes)) {
    Catalogue const catalogue(bytes, {});
    catalogue.find("van ban", 10);
    catalogue.by_year();
    catalogue.registry().by_number("30/2020/NĐ-CP");
  }
  return 0;
}
