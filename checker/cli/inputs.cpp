// Paths → bytes.
#include "cli/inputs.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fnmatch.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>

#include "cli/words.hpp"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_input = std::size_t{256} << 20;

bool is_document(fs::path const& path) {
  auto extension = path.extension().string();
  for (auto& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension == ".txt" || extension == ".md" || extension == ".markdown";
}

bool is_hidden(fs::path const& path) { return path.filename().string().starts_with("."); }

bool excluded_by(Options const& options, std::string const& path) {
  return std::any_of(options.exclude.begin(), options.exclude.end(), [&](auto const& glob) { return excluded(path, glob); });
}

// Folders that cannot be opened are left out in silence by the iterator's option; links to folders are not followed, so it always ends.
std::vector<std::string> documents_under(fs::path const& folder, Options const& options) {
  std::vector<std::string> out;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    auto path = folder == "." ? at->path().lexically_relative(".").string() : at->path().string();
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      if (is_hidden(at->path()) || excluded_by(options, path)) at.disable_recursion_pending();
    } else if (is_document(at->path()) && !is_hidden(at->path()) && !excluded_by(options, path)) {
      out.push_back(std::move(path));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

ReadError unreadable(std::string vi, std::string en) { return {"unreadable", std::move(vi), std::move(en)}; }

ReadError unreadable(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return unreadable("không có tệp này", "no such file");
    case EACCES:
    case EPERM: return unreadable("không được phép đọc", "permission denied");
    case EISDIR: return unreadable("đây là thư mục", "is a folder");
    default: break;
  }
  auto const reason = std::generic_category().message(error);
  return unreadable(fmt::format("không đọc được: {}", reason), reason);
}

std::variant<std::string, ReadError> drain(int file) {
  std::string out;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    auto const n = ::read(file, buffer.data(), buffer.size());
    if (n == 0) return out;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unreadable(errno);
    out.append(buffer.data(), static_cast<std::size_t>(n));
    if (out.size() > largest_input) return unreadable("lớn hơn 256 MiB", "larger than 256 MiB");
  }
}

}  // namespace

std::vector<std::string> gather(Options const& options, std::vector<std::string>& notes) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  auto const take = [&](std::string path) {
    if (seen.insert(path == "-" ? path : fs::path(path).lexically_normal().string()).second) out.push_back(std::move(path));
  };
  auto const paths = options.paths.empty() ? std::vector<std::string>{"."} : options.paths;
  for (auto const& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      if (path == "-" || !excluded_by(options, path)) take(path);
      continue;
    }
    auto const documents = documents_under(path, options);
    if (documents.empty())
      notes.push_back(
          fmt::format("{}: {}", path,
                      say(options.language, "không có tệp .txt, .md, .markdown nào để soát", "no .txt, .md or .markdown file to check")));
    for (auto const& document : documents) take(document);
  }
  return out;
}

bool excluded(std::string const& path, std::string const& glob) {
  auto const fits = [&](std::string const& text) { return fnmatch(glob.c_str(), text.c_str(), 0) == 0; };
  if (fits(path)) return true;
  for (std::size_t from = 0, slash = path.find('/'); slash != std::string::npos; slash = path.find('/', from)) {
    if (fits(path.substr(from, slash - from)) || fits(path.substr(0, slash))) return true;
    from = slash + 1;
    if (fits(path.substr(from))) return true;
  }
  return false;
}

std::variant<std::string, ReadError> load(std::string const& path) {
  if (path == "-") return drain(STDIN_FILENO);
  auto const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(errno);
  auto out = drain(file);
  ::close(file);
  return out;
}

std::string shown_name(Options const& options, std::string const& path) { return path == "-" ? options.stdin_filename : path; }

}  // namespace vanthu::cli
