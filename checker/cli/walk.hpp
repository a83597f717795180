// A folder as a stream of documents: one listing in memory at each depth, whatever the number of files.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/gitignore.hpp"
#include "vanthu/read.hpp"

namespace vanthu::cli {

// A file to be read, or a folder that could not be.
struct Found {
  std::string path;
  std::optional<ReadError> error;
  bool may_have_sidecar = true;  // false: when its folder was listed none was there
};

// By its name: .docx, .txt, .md or .markdown, and not Word's mark of an open one ("~$draft.docx").
bool is_document(std::string_view name);

class Walk {
 public:
  // `left_out`: whether a path (a file or a folder with all in it) is left out. `gitignore`: also what git ignores; patterns count from the
  // repository's top, or from `folder` where it lies in no repository.
  Walk(std::string const& folder, bool gitignore, std::function<bool(std::string const& path)> left_out);

  // The next .docx, .txt, .md or .markdown file in the order of the bytes of the paths, none that is hidden, Word's mark of an open one, is
  // no regular file or stands behind a link to a folder. Nothing at the end.
  std::optional<Found> next();

 private:
  struct Folder {
    std::string path;               // as it is shown, with "/" behind; empty for the current folder
    std::string tracked;            // relative to where the patterns count from, with "/" behind; empty for that place
    std::string names;              // documents and folders (these with "/" behind), each ended by NUL
    std::vector<std::uint32_t> at;  // of each in `names`, in order
    std::size_t next = 0;
    bool sidecars = false;                        // there is one at least
    std::size_t patterns = 0, first_pattern = 0;  // sizes to go back to when the folder is done
  };
  struct Patterns {
    std::vector<IgnorePattern> list;
    std::size_t base;  // length of `tracked` of their folder
  };

  std::optional<Found> enter(std::string path, std::string tracked);
  void read_patterns(std::string const& file, std::size_t base);
  bool is_ignored(std::string const& tracked, bool is_folder) const;

  bool gitignore_;
  std::function<bool(std::string const&)> left_out_;
  std::vector<Folder> open_;
  std::vector<Patterns> patterns_;
  std::size_t first_pattern_ = 0;  // of patterns_: those before belong to a repository around this one
  std::optional<Found> pending_;   // an error met on entering
};

}  // namespace vanthu::cli
