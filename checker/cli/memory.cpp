// Memory of the program. mimalloc, which the program is linked with, stands in for malloc and new: a document takes some hundred small
// blocks, which documents that are read together free in another order. Here it is told to lay what it asks of the system in large pages
// where there are such (Linux, 2 MiB). Not so its first 32 MiB, which it has before anything is said: a single small file needs no more
// memory for it. Threads have memory of their own, in large pages from its first byte.
#include <mimalloc.h>

namespace {

[[maybe_unused]] auto const in_large_pages = [] {
  mi_option_enable(mi_option_large_os_pages);
  mi_option_set(mi_option_eager_commit_delay, 0);  // else the first 32 MiB of a thread are in small ones
  return true;
}();

}  // namespace
