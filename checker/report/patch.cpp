#include "report/patch.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::report {
namespace {

constexpr std::size_t context = 3;  // lines that stay, around a change

// Each with its '\n'; the last may lack it.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const size = std::min(text.find('\n'), text.size() - 1) + 1;
    out.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

// Lines [first, last) of the file before become `with`.
struct Change {
  std::size_t first, last;
  std::string with;
};

std::vector<Change> changes(std::string_view before, std::vector<std::string_view> const& lines, std::vector<SourceEdit> const& edits) {
  std::vector<std::size_t> starts;
  for (auto const line : lines) starts.push_back(static_cast<std::size_t>(line.data() - before.data()));
  starts.push_back(before.size());
  auto const line_at = [&](std::size_t offset) {
    auto const next = std::upper_bound(starts.begin(), starts.end() - 1, offset);
    return next == starts.begin() ? 0 : static_cast<std::size_t>(next - starts.begin()) - 1;
  };
  std::vector<Change> out;
  std::size_t at = 0;  // what stands before is in `out`
  for (auto const& edit : edits) {
    auto const first = line_at(edit.range.begin);
    auto const last = std::min(line_at(edit.range.end) + 1, lines.size());
    if (out.empty() || first > out.back().last) {
      if (!out.empty()) out.back().with += before.substr(at, starts[out.back().last] - at);
      out.push_back({first, last, {}});
      at = starts[first];
    }
    out.back().with += before.substr(at, edit.range.begin - at);
    out.back().with += edit.bytes;
    out.back().last = std::max(out.back().last, last);
    at = edit.range.end;
  }
  if (!out.empty()) out.back().with += before.substr(at, starts[out.back().last] - at);
  return out;
}

void print_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string range(std::size_t first, std::size_t count) { return fmt::format("{},{}", count == 0 ? first : first + 1, count); }

std::string quoted(std::string_view name) {
  auto const special = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\'; };
  if (std::none_of(name.begin(), name.end(), special))
    return fmt::format("{}{}", name, name.find(' ') == std::string_view::npos ? "" : "\t");
  std::string out = "\"";
  for (auto const c : name) {
    if (!special(c))
      out += c;
    else if (c == '"' || c == '\\')
      out += fmt::format("\\{}", c);
    else
      out += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out + '"';
}

}  // namespace

std::string patch(std::string_view name, std::string_view before, std::vector<SourceEdit> const& edits) {
  auto const lines = lines_of(before);
  auto const all = changes(before, lines, edits);
  if (all.empty()) return {};
  auto out = fmt::format("--- {0}\n+++ {0}\n", quoted(name));
  std::ptrdiff_t moved = 0;  // lines that the hunks before added
  for (auto change = all.begin(); change != all.end();) {
    auto const first = change->first - std::min(change->first, context);
    std::string body;
    std::size_t at = first, added = 0, removed = 0;
    auto const keep_up_to = [&](std::size_t end) {
      for (; at < end; ++at) print_line(body, ' ', lines[at]);
    };
    for (;;) {
      keep_up_to(change->first);
      for (; at < change->last; ++at, ++removed) print_line(body, '-', lines[at]);
      for (auto const line : lines_of(change->with)) {
        print_line(body, '+', line);
        ++added;
      }
      if (++change == all.end() || change->first > at + 2 * context) break;
    }
    keep_up_to(std::min(at + context, lines.size()));
    auto const count = at - first;
    auto const new_count = count - removed + added;
    out += fmt::format("@@ -{} +{} @@\n", range(first, count),
                       range(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(first) + moved), new_count));
    out += body;
    moved += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(removed);
  }
  return out;
}

}  // namespace vanthu::report
