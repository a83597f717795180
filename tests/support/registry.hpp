// The register that ships, for tests that judge documents as the program does.
#pragma once
#include "registry/builtin.hpp"
#include "registry/open.hpp"

namespace vanthu::test {

inline registry::Catalogue const& shipped_catalogue() {
  static registry::Catalogue const shipped(registry::builtin(), {});
  return shipped;
}
inline Registry const* shipped_registry() { return &shipped_catalogue().registry(); }

}  // namespace vanthu::test
