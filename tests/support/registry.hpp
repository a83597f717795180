// The register that ships, for tests that judge documents as the program does.
#pragma once
#include "registry/builtin.hpp"
#include "registry/open.hpp"

namespace vanthu::test {

inline Registry const* shipped_registry() {
  static registry::Catalogue const shipped(registry::builtin(), {});
  return &shipped.registry();
}

}  // namespace vanthu::test
