// What a command reads, one input after another.
#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

#include "cli/words.hpp"
#include "text/glob.hpp"
#include "text/unicode.hpp"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

bool is_folder(std::string const& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace

Inputs::Inputs(Options const& options, Exclusion exclusion)
    : options_(options),
      exclusion_(std::move(exclusion)),
      one_root_(options.files_from.empty() && !options.listed && options.paths.size() <= 1) {
  if (!options.files_from.empty()) list_ = std::make_unique<FileList>(options.files_from, options.nul_ends);
}

std::optional<ReadError> Inputs::list_error() const { return list_ ? list_->error() : std::nullopt; }

std::optional<Input> Inputs::next() {
  for (;;) {
    if (walk_) {
      while (auto found = walk_->next()) {
        if (!is_new(found->path)) continue;
        walked_any_ = true;
        return Input{std::move(found->path), std::move(found->error), {}, found->may_have_sidecar};
      }
      walk_.reset();
      if (!walked_any_)
        return Input{{},
                     std::nullopt,
                     fmt::format("{}: {}", walked_,
                                 say(options_.language, "không có tệp .docx, .txt, .md, .markdown nào để soát",
                                     "no .docx, .txt, .md or .markdown file to check"))};
    }
    auto root = next_root();
    if (!root) {
      if (!list_ || !list_->error() || std::exchange(list_error_told_, true)) return std::nullopt;
      return Input{options_.files_from, list_->error(), {}};
    }
    if (*root != "-" && is_folder(*root)) {
      walk_ = std::make_unique<Walk>(*root, !options_.no_gitignore,
                                     [this](std::string const& path) { return is_left_out(path) || !why_excluded(path).empty(); });
      walked_ = std::move(*root);
      walked_any_ = false;
    } else if ((*root == "-" || !is_left_out(*root)) && is_new(*root)) {
      if (auto why = *root == "-" ? std::string() : why_excluded(*root); !why.empty()) {
        if (options_.listed) continue;  // nobody named it
        return Input{{}, std::nullopt, *root + ": " + why};
      }
      return Input{std::move(*root), std::nullopt, {}};
    }
  }
}

std::optional<std::string> Inputs::next_root() {
  if (options_.listed) return next_path_ < options_.listed->size() ? std::optional(options_.listed->at(next_path_++)) : std::nullopt;
  if (next_path_ < options_.paths.size()) return options_.paths[next_path_++];
  if (!list_) return options_.paths.empty() && next_path_++ == 0 ? std::optional<std::string>(".") : std::nullopt;
  auto path = list_->next();
  if (path == "-") path = "./-";  // in a list it is a file
  return path;
}

bool Inputs::is_new(std::string const& path) {
  return one_root_ || seen_.insert(std::hash<std::string>{}(path == "-" ? path : fs::path(path).lexically_normal().string())).second;
}

bool Inputs::is_left_out(std::string const& path) const {
  return std::any_of(options_.exclude.begin(), options_.exclude.end(), [&](auto const& glob) { return excluded(path, glob); });
}

std::string Inputs::why_excluded(std::string const& path) const { return exclusion_ ? exclusion_(path) : std::string(); }

bool is_single_file(Options const& options) {
  return options.files_from.empty() && !options.listed && options.paths.size() == 1 && !is_folder(options.paths.front());
}

bool excluded(std::string const& path, std::string const& glob) {
  std::error_code error;
  auto seen = fs::path(path).lexically_normal();
  if (seen.is_absolute()) seen = seen.lexically_relative(fs::current_path(error));
  auto const text = seen.string();
  std::string_view inside = text;
  while (inside.starts_with("../")) inside.remove_prefix(3);
  return glob_covers(to_nfc(glob), to_nfc(inside));
}

std::string shown_name(Options const& options, std::string const& path) { return path == "-" ? options.stdin_filename : path; }

}  // namespace vanthu::cli
