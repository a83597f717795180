// What the language server needs of the machine: files, configurations, registers. Functions, so that tests have one in memory.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/check.hpp"
#include "vanthu/registry.hpp"

namespace vanthu::lsp {

// What is wrong in a file by which documents are judged (vanthu.toml, a pack, a sidecar). Line and column from 1, in code points.
struct FileProblem {
  std::string path;  // absolute
  std::uint32_t line = 1, column = 1, length = 1;
  std::string message;
};

// How the document at a path is judged: as `vanthu check` would, run in the folder that the editor has open.
struct Judgement {
  ChoosePolicy choose;                // for check() and fix(); gives null where the configuration cannot be used
  std::vector<FileProblem> problems;  // of the configuration, of the sidecar
  bool usable = true;                 // false: the configuration is wrong, nothing is checked by it
  bool excluded = false;              // by [check] exclude: nothing is said of it
  // What is said of the suppressions of a sidecar once its document was checked: the findings in the file at `path`.
  std::function<std::optional<Checked>(Checked const& document)> of_sidecar;
  std::string sidecar;                       // its path; empty: none
  std::function<void(Checked&)> take_known;  // takes out findings that the baseline knows; empty: there is none
  std::shared_ptr<void const> keeps;         // alive what policies refer to (the register)
};

struct Machine {
  Language language = Language::vi;  // of what is not said of a document
  std::string_view version;          // of the program

  std::function<std::variant<std::string, ReadError>(std::string const& path)> load;
  // Changes when a file does; nothing when there is none.
  std::function<std::optional<std::uint64_t>(std::string const& path)> stamp;
  // `path` is absolute; empty for a document that is in no file.
  std::function<Judgement(std::string const& path)> judgement;
  // Calls `each` with the text files in a folder that `vanthu check` would check there, in order, until it gives false.
  std::function<void(std::string const& folder, std::function<bool(std::string const& path)> const& each)> documents;
  // Of documents in the register that applies to `path`: those found by words; Catalogue::find.
  std::function<std::vector<RegisteredDocument>(std::string const& path, std::string_view words, std::size_t limit)> find;
  // The folders that the editor has open now. Everything read of configurations and registers before is forgotten.
  std::function<void(std::vector<std::string> const& folders)> begin_anew;
  std::function<Date()> today;
};

}  // namespace vanthu::lsp
