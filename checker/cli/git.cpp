#include "cli/git.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/process.hpp"
#include "cli/walk.hpp"
#include "cli/words.hpp"
#include "engine/sidecar.hpp"

namespace vanthu::cli {
namespace {

struct Failed {
  std::string line;
};

std::string first_line(std::string text) { return text.substr(0, text.find('\n')); }

// What git prints, or nothing where it says no.
std::optional<std::string> ask(std::vector<std::string> arguments, std::string* said = nullptr) {
  // Paths are paths, never patterns; nobody's lock is waited for.
  arguments.insert(arguments.begin(), {"git", "--no-optional-locks", "--literal-pathspecs"});
  auto result = run_process(arguments);
  if (said != nullptr) *said = result.status == -1 ? "git: " + std::generic_category().message(result.error) : first_line(result.err);
  if (result.status != 0) return std::nullopt;
  return std::move(result.out);
}

std::vector<std::string_view> nul_separated(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const end = std::min(text.find('\0'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

class Asked {
 public:
  explicit Asked(Options const& options) : options_(options) {}

  GitFiles run() {
    std::string said;
    auto prefix = ask({"rev-parse", "--show-prefix"}, &said);
    if (!prefix)
      throw Failed{fmt::format("vanthu: {} ({})\n",
                               say(options_.language, "không hỏi được git về thư mục này", "git says nothing of this folder"), said)};
    prefix->resize(prefix->find_last_not_of('\n') + 1);
    prefix_ = std::move(*prefix);
    if (options_.staged)
      differences(head() ? std::vector<std::string>{"--cached", "HEAD"} : std::vector<std::string>{"--cached", empty_tree()}, true);
    else
      differences({options_.changed ? head() ? "HEAD" : empty_tree() : parting()}, false);
    if (!options_.staged) untracked();
    GitFiles out;
    for (auto const& path : options_.paths)  // said to be unreadable when its turn comes
      if (std::error_code error; !std::filesystem::exists(path, error) && !options_.staged) out.paths.push_back(path);
    out.paths.insert(out.paths.end(), paths_.begin(), paths_.end());
    out.blobs = std::move(blobs_);
    return out;
  }

 private:
  bool head() const { return ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"}).has_value(); }

  // What a repository without commits is compared with.
  std::string empty_tree() const { return first_line(ask({"hash-object", "-t", "tree", "/dev/null"}).value_or("")); }

  // Where HEAD and REV parted.
  std::string parting() const {
    auto const& rev = options_.since;
    auto const fail = [&](std::string_view vi, std::string_view en) {
      throw Failed{fmt::format("vanthu: --since {}: {}\n", rev, say(options_.language, vi, en))};
    };
    auto const known = rev.starts_with("-") ? std::nullopt : ask({"rev-parse", "--verify", "--quiet", rev + "^{commit}"});
    if (!known) fail("kho git này không có bản nào gọi như vậy", "no such revision in this repository");
    if (!head()) fail("kho git này chưa có bản nào", "this repository has no commits yet");
    auto const base = ask({"merge-base", "HEAD", first_line(*known)});
    if (!base)
      fail("bản này và HEAD không có bản gốc chung; nếu kho được chép không đủ lịch sử, chạy: git fetch --unshallow",
           "it has no ancestor in common with HEAD; if history was cut off, run: git fetch --unshallow");
    return first_line(*base);
  }

  std::vector<std::string> with_paths(std::vector<std::string> arguments) const {
    arguments.emplace_back("--");
    arguments.insert(arguments.end(), options_.paths.begin(), options_.paths.end());
    if (options_.paths.empty()) arguments.emplace_back(".");
    return arguments;
  }

  std::string listed(std::vector<std::string> arguments) const {
    std::string said;
    auto out = ask(with_paths(std::move(arguments)), &said);
    if (!out) throw Failed{fmt::format("vanthu: git: {}\n", said)};
    return std::move(*out);
  }

  // ":100644 100644 <object> <object> M" NUL path NUL …, from the top of the repository.
  void differences(std::vector<std::string> const& between, bool with_blobs) {
    std::vector<std::string> arguments = {
        "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--ignore-submodules", "--diff-filter=AMT"};
    arguments.insert(arguments.end(), between.begin(), between.end());
    auto const text = listed(std::move(arguments));
    auto const parts = nul_separated(text);
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      auto const about = parts[i];
      if (about.size() < 15 || about.substr(8, 3) != "100") continue;  // no regular file
      auto const object_end = about.rfind(' ');
      auto const object = about.substr(about.rfind(' ', object_end - 1) + 1);
      add(parts[i + 1], with_blobs ? std::string(object.substr(0, object.find(' '))) : std::string());
    }
  }

  void untracked() {
    auto const text = listed({"ls-files", "-z", "--others", "--exclude-standard", "--full-name"});
    for (auto const path : nul_separated(text)) add(path, {});
  }

  void add(std::string_view from_top, std::string const& object) {
    namespace fs = std::filesystem;
    auto path = prefix_.empty() ? std::string(from_top) : fs::path(from_top).lexically_relative(fs::path(prefix_).parent_path()).string();
    if (path.ends_with(sidecar_suffix)) {
      path.resize(path.size() - sidecar_suffix.size());
      if (std::error_code error; options_.staged || !fs::exists(path, error)) return;
    }
    if (!is_document(fs::path(path).filename().string())) return;
    if (!object.empty()) blobs_[path] = {object, std::string(from_top)};
    paths_.insert(std::move(path));
  }

  Options const& options_;
  std::string prefix_;  // of the current folder, from the top of the repository, with "/" behind
  std::set<std::string> paths_;
  std::map<std::string, GitFiles::Blob> blobs_;
};

}  // namespace

std::variant<GitFiles, std::string> git_files(Options const& options) {
  try {
    return Asked(options).run();
  } catch (Failed const& failed) {
    return failed.line;
  }
}

std::optional<ReadError> load_blob(std::string& bytes, GitFiles::Blob const& blob) {
  std::string said;
  auto content = ask({"cat-file", "--filters", "--path=" + blob.path, blob.object}, &said);
  if (!content) return ReadError{"unreadable", "git: " + said, "git: " + said};
  bytes = std::move(*content);
  return std::nullopt;
}

}  // namespace vanthu::cli
