// Fuzz target: any bytes as a vanthu.toml (which may extend itself), as a pack beside it and as a sidecar.
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "config/resolve.hpp"
#include "engine/builtin.hpp"
#include "engine/sidecar.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const shipped = vanthu::builtin_rules();
  std::string const bytes(reinterpret_cast<char const*>(data), size);
  auto const expect_places = [](std::vector<vanthu::PackError> const& errors) {
    for (auto const& error : errors)
      if (error.line == 0 || error.column == 0 || error.message.empty()) __builtin_trap();
  };

  vanthu::ConfigMachine machine;
  machine.read = [&](std::string const& path) -> std::variant<std::monostate, std::string, vanthu::ConfigMachine::Unreadable> {
    if (path.ends_with("/vanthu.toml") || path.ends_with("/p.toml")) return bytes;
    return {};
  };
  machine.toml_files = [](std::string const&) { return std::vector<std::string>{"p.toml"}; };
  machine.shown = [](std::string const& path) { return path; };
  vanthu::CommandLine given;
  given.today = {2024, 5, 16};
  vanthu::ConfigResolver resolver(machine, shipped, given);
  auto const house = resolver.in_folder("/o/a");
  expect_places(house->config().errors);
  if (house->config().errors.empty())
    for (auto const* type : {"cong-van", "unknown"}) house->policy("/o/a/công văn.md", type);

  std::vector<vanthu::PackError> errors;
  vanthu::parse_sidecar({"a.md.vanthu.toml", bytes}, vanthu::Language::vi, errors);
  expect_places(errors);
  return 0;
}
