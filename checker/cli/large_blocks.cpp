// Memory of the program: large blocks lie in large pages where the system has them to give (Linux, 2 MiB). A document of many megabytes
// otherwise spends a fifth of its time in page faults.
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t large_page = std::size_t{2} << 20U;

void* take(std::size_t size) {
  if (size < 2 * large_page || size > PTRDIFF_MAX - large_page) return std::malloc(size == 0 ? 1 : size);
  auto* const block = std::aligned_alloc(large_page, (size + large_page - 1) / large_page * large_page);
  if (block != nullptr) madvise(block, size, MADV_HUGEPAGE);  // a wish: without it all works the same
  return block;
}

}  // namespace

void* operator new(std::size_t size) {
  for (;;) {
    if (auto* const block = take(size)) return block;
    auto* const handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t /*size*/) noexcept { std::free(block); }
