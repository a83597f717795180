#include "cli/registers.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/words.hpp"
#include "registry/builtin.hpp"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

// The nearest own register from a folder upward, from the current one where none is given; empty when there is none.
std::string nearest_register(std::string const& from = {}) {
  std::error_code error;
  auto folder = from.empty() ? fs::current_path(error) : fs::path(from);
  if (error) return {};
  for (auto up = from.empty() ? from : from + "/";; up += "../") {
    if (fs::is_regular_file(folder / own_register_name, error)) return up + std::string(own_register_name);
    if (!folder.has_relative_path()) return {};
    folder = folder.parent_path();
  }
}

}  // namespace

std::string own_register_path(Options const& options) {
  if (!options.registry.empty()) return options.registry;
  auto nearest = nearest_register();
  return nearest.empty() ? std::string(own_register_name) : nearest;
}

std::variant<std::unique_ptr<Registers>, int> registers(Options const& options, std::string const& folder) {
  auto out = std::make_unique<Registers>();
  out->own_path = options.registry.empty() ? nearest_register(folder) : options.registry;
  if (!out->own_path.empty()) {
    if (auto const error = load_into(out->own_bytes, out->own_path)) {
      print_error(fmt::format("{}: {}\n", out->own_path, say(options.language, error->message_vi, error->message_en)));
      return 3;
    }
    if (auto const fault = registry::fault_of(out->own_bytes)) {
      print_error(fmt::format("{}: {}\n", out->own_path, say(options.language, fault->vi, fault->en)));
      return 2;
    }
  }
  out->catalogue = std::make_unique<registry::Catalogue>(registry::builtin(), out->own_bytes);
  return out;
}

}  // namespace vanthu::cli
