// Files → bytes.
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <variant>

#include "vanthu/read.hpp"

namespace vanthu::cli {

struct Loaded {
  std::string path, bytes;
  bool may_have_sidecar = true;  // as Input has it
};

// kind of the error of an input whose reading a signal cut short.
inline constexpr std::string_view interrupted_kind = "interrupted";

// The bytes of a file, or of standard input for "-". Waits for what a pipe brings until the run is interrupted.
std::variant<std::string, ReadError> load(std::string const& path);

// The same into `bytes`, whose room is used again; what went wrong.
std::optional<ReadError> load_into(std::string& bytes, std::string const& path);

// For a number of errno.
ReadError unreadable(int error);

// read(2), which for a pipe or a terminal waits no longer than until the run is interrupted (then -1 and EINTR).
ssize_t read_some(int file, bool may_wait, char* into, std::size_t room);

}  // namespace vanthu::cli
