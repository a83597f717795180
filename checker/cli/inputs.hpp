// What a command reads, one input after another: the paths of the command line, folders walked, lists of files.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include "cli/file_list.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/walk.hpp"

namespace vanthu::cli {

// One of: a path to read ("-" is standard input), a path that cannot be read, something a person may want to know.
struct Input {
  std::string path;
  std::optional<ReadError> error;
  std::string note;
  bool may_have_sidecar = true;  // false: there is none beside it, as its folder says
};

// Why a path is left out that no option of the command line leaves out: words for the one who named it; empty when it is not.
using Exclusion = std::function<std::string(std::string const& path)>;

// In the order of the command line, then of the list; a folder's documents in the order of their paths. Each once. Files that are named
// are given whatever .gitignore says. Memory does not grow with the number of files, but for what tells that one was named before.
class Inputs {
 public:
  // `options` must outlive it.
  explicit Inputs(Options const& options, Exclusion exclusion = {});

  // A list that cannot be opened: nothing is to be read then.
  std::optional<ReadError> list_error() const;
  // True when the run was interrupted before the list had come to its end.
  bool list_cut_short() const { return list_ && list_->cut_short(); }

  // Nothing at the end, and when the run is interrupted while a list is waited for.
  std::optional<Input> next();

 private:
  std::optional<std::string> next_root();
  bool is_new(std::string const& path);
  bool is_left_out(std::string const& path) const;
  std::string why_excluded(std::string const& path) const;

  Options const& options_;
  Exclusion exclusion_;
  std::size_t next_path_ = 0;
  std::unique_ptr<FileList> list_;
  std::unique_ptr<Walk> walk_;
  std::string walked_;       // the folder of walk_
  bool walked_any_ = false;  // whether it gave anything
  bool one_root_;            // then nothing can come twice
  bool list_error_told_ = false;
  std::unordered_set<std::uint64_t> seen_;  // hashes of paths: 64 bits do not meet by chance
};

// True when only one input can come: no folder, no list.
bool is_single_file(Options const& options);

// True when `glob` covers the path as seen from the current folder, in the manner of [check] exclude (text/glob.hpp). Of a path outside
// that folder the names behind the last ".." count.
bool excluded(std::string const& path, std::string const& glob);

// How an input is called in what is printed: "-" goes by options.stdin_filename.
std::string shown_name(Options const& options, std::string const& path);

}  // namespace vanthu::cli
