// Files written anew: beside, then renamed, so that nobody ever sees half of one.
#pragma once
#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "vanthu/diagnostic.hpp"

namespace vanthu::cli {

// What a file looked like, to see whether somebody else wrote it meanwhile. Nothing when there is none.
std::optional<struct stat> look_at(std::string const& path);

// Puts `bytes` into the file `path`, or the one a link there leads to, with the mode and, where that may be done, the owner it had. `seen`
// is what look_at() gave before the file was last read. Gives the reason, in `language`, when the file was left as it was: read-only,
// changed meanwhile, no file of its own, any failure.
std::optional<std::string> rewrite(std::string const& path, std::string_view bytes, struct stat const& seen, Language language);

// A file that is written while a run goes on: beside its place, then renamed when it is whole. Devices and pipes are written straight. One
// that is never closed leaves nothing behind.
class OutputFile {
 public:
  // `path` may be there yet or not, whatever it holds. Gives the reason, in `language`, where it cannot be written.
  static std::variant<OutputFile, std::string> open(std::string const& path, Language language);
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);  // after a failure nothing more
  // Puts it in its place; the reason where it or a write before failed. Nothing may follow.
  std::optional<std::string> close(Language language);

 private:
  OutputFile(int file, std::string beside, std::string target) : file_(file), beside_(std::move(beside)), target_(std::move(target)) {}

  int file_ = -1;
  int error_ = 0;                // errno of the first failure
  std::string beside_, target_;  // empty: written straight
};

// The same for a file whose bytes are all there.
std::optional<std::string> write_output(std::string const& path, std::string_view bytes, Language language);

// Why a file that somebody else wrote meanwhile is left alone.
std::string changed_meanwhile(Language language);

}  // namespace vanthu::cli
