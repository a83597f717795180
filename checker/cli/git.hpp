// Which documents git says have changed: --since, --staged, --changed.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/options.hpp"
#include "vanthu/read.hpp"

namespace vanthu::cli {

struct GitFiles {
  std::vector<std::string> paths;  // as seen from the current folder; in the order of their bytes
  // --staged: of each path what is to be committed.
  struct Blob {
    std::string object, path;  // its name, and the path as seen from the top of the repository
  };
  std::map<std::string, Blob> blobs;
};

// The documents (is_document()) below options.paths, or below the current folder, that differ
//   --since REV  in the work tree from the commit where HEAD and REV parted, untracked ones too,
//   --changed    in the work tree from HEAD, untracked ones too,
//   --staged     in the index from HEAD.
// Without --staged a document whose sidecar differs counts as well. Deleted ones, submodules and symbolic links do not. Else a line that
// says what is wrong: no git, no repository, no such revision.
std::variant<GitFiles, std::string> git_files(Options const& options);

// The content of a blob as it would be checked out (line ends, encoding, filters).
std::optional<ReadError> load_blob(std::string& bytes, GitFiles::Blob const& blob);

}  // namespace vanthu::cli
