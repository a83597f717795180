// Which register a run asks: the one that ships, and the office's own before it.
#pragma once
#include <memory>
#include <string>
#include <variant>

#include "cli/options.hpp"
#include "registry/open.hpp"

namespace vanthu::cli {

// How an office's own register is called where no --registry names it: it is looked for in the current folder and upward.
inline constexpr std::string_view own_register_name = "vanthu-registry.sqlite";

struct Registers {
  std::string own_path;   // empty: there is none
  std::string own_bytes;  // of that file
  std::unique_ptr<registry::Catalogue> catalogue;

  Registry const* registry() const { return &catalogue->registry(); }
};

// Else the exit status; what is wrong has then been printed. The shipped register is not looked at before it is asked. An own register is
// looked for from `folder` (absolute) upward; empty: from the current one.
std::variant<std::unique_ptr<Registers>, int> registers(Options const& options, std::string const& folder = {});

// Where `vanthu registry import` writes: --registry, else the nearest own register, else a new one in the current folder.
std::string own_register_path(Options const& options);

}  // namespace vanthu::cli
