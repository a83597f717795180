#include "registry/builtin.hpp"

// Bytes of a file inside the program without a detour over C++, for which they would be megabytes of literals.
asm(R"(
  .pushsection .rodata
  .balign 4096
  .hidden vanthu_registry_begin
  .globl vanthu_registry_begin
vanthu_registry_begin:
  .incbin ")" VANTHU_REGISTRY R"("
  .hidden vanthu_registry_end
  .globl vanthu_registry_end
vanthu_registry_end:
  .byte 0
  .popsection
)");

extern "C" {
extern char const vanthu_registry_begin[];
extern char const vanthu_registry_end[];
}

namespace vanthu::registry {

std::string_view builtin() { return {vanthu_registry_begin, static_cast<std::size_t>(vanthu_registry_end - vanthu_registry_begin)}; }

}  // namespace vanthu::registry
