// Fuzz target: any bytes as a ZIP file that may be a Word document.
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "vanthu/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes = "PK\x03\x04" + std::string(reinterpret_cast<char const*>(data), size);
  auto const result = vanthu::read(bytes, "fuzz.docx", {.max_memory = 32U << 20U});
  if (auto const* error = std::get_if<vanthu::ReadError>(&result))
    if (error->kind.empty() || error->message_vi.empty() || error->message_en.empty()) __builtin_trap();
  return 0;
}
