// A list of paths in a file or from standard input (--files-from), taken one by one as they come.
#pragma once
#include <optional>
#include <string>

#include "vanthu/read.hpp"

namespace vanthu::cli {

class FileList {
 public:
  // `path`: a file, or "-" for standard input. `nul_ends`: each path ends with NUL, else with LF or CRLF; a list in whose beginning a NUL
  // stands is taken to have been written so.
  FileList(std::string const& path, bool nul_ends);
  ~FileList();
  FileList(FileList const&) = delete;
  FileList& operator=(FileList const&) = delete;

  // Why it cannot be read, if so: asked after opening and after the last path.
  std::optional<ReadError> const& error() const { return error_; }

  // True when the run was interrupted before the end of the list had come.
  bool cut_short() const { return cut_short_; }

  // The next path that is not empty; waits for it. Nothing at the end, on an error, and when the run is interrupted.
  std::optional<std::string> next();

 private:
  bool fill();

  int file_;
  bool nul_ends_;
  bool begun_ = false, ended_ = false, cut_short_ = false;
  std::string bytes_;
  std::size_t at_ = 0;
  std::optional<ReadError> error_;
};

}  // namespace vanthu::cli
