// Errors of a pack with their places, and the excerpt that shows them.
#include "engine/pack_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/suggest.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

// Byte offset of a column in its line.
std::size_t byte_of_column(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t c = 1; c < column && at < line.size(); ++c) next_code_point(line, at);
  return at;
}

std::uint32_t length32(std::string_view text) { return static_cast<std::uint32_t>(code_points(text)); }

// What one escape of a basic string takes in the file and gives in the text.
struct Escape {
  std::size_t file_bytes, text_bytes;
};
Escape escape_at(std::string_view raw) {
  if (raw.size() < 2 || (raw[1] != 'u' && raw[1] != 'U')) return {2, 1};
  std::size_t const digits = raw[1] == 'u' ? 4 : 8;
  auto const value = std::strtoul(std::string(raw.substr(2, digits)).c_str(), nullptr, 16);
  std::string utf8;
  append_utf8(utf8, static_cast<char32_t>(value));
  return {2 + digits, utf8.size()};
}

// The line and a caret under the place. A long line is cut before and behind.
std::string excerpt(std::string_view line, std::uint32_t column, std::uint32_t length) {
  constexpr std::uint32_t before = 70, behind = 50;  // columns
  constexpr std::string_view ellipsis = "…";
  bool const cut = column > before + behind;
  auto const first = byte_of_column(line, cut ? column - before : 1);
  auto const at = byte_of_column(line, column);
  auto const last = byte_of_column(line, column + std::max(length, behind));
  auto const shown = line.substr(first, last - first);
  std::string margin = cut ? " " : "";
  for (std::size_t i = first; i < at;) {
    auto const begin = i;
    auto const c = next_code_point(line, i);
    margin += c == '\t' ? std::string("\t") : std::string(display_width(line.substr(begin, i - begin)), ' ');
  }
  auto const marked = std::clamp<std::size_t>(code_points(line.substr(at, last - at)), 1, length);
  return fmt::format("  {}{}{}\n  {}^{}\n", cut ? ellipsis : "", shown, last < line.size() ? ellipsis : "", margin,
                     std::string(marked - 1, '~'));
}

}  // namespace

PackFile::PackFile(PackSource const& source, std::vector<PackError>& errors, Language language)
    : source_(&source), lines_(split_lines(source.text)), errors_(&errors), say_{language} {}

void PackFile::report(TomlPlace begin, std::uint32_t length, std::string message, std::string hint) {
  auto const line = begin.line >= 1 && begin.line <= lines_.size() ? lines_[begin.line - 1] : std::string_view{};
  errors_->push_back(
      {source_->name, begin.line, begin.column, std::max(length, 1U), std::move(message), std::move(hint), std::string(line)});
}

void PackFile::report(TomlKey const& key, std::string message, std::string hint) {
  report(key.place, length32(key.name), std::move(message), std::move(hint));
}

void PackFile::report(TomlValue const& value, std::string message, std::string hint) {
  report(value.begin, value.end.line == value.begin.line ? value.end.column - value.begin.column : 1, std::move(message), std::move(hint));
}

void PackFile::report(TomlValue const& string, TextProblem const& problem) {
  report(place_inside(string, problem.span.begin), length32(slice(string.string, problem.span)), problem.message, problem.hint);
}

TomlPlace PackFile::place_inside(TomlValue const& string, std::uint32_t offset) const {
  auto place = string.begin;
  if (place.line < 1 || place.line > lines_.size()) return place;
  auto raw = lines_[place.line - 1];
  raw.remove_prefix(byte_of_column(raw, place.column));
  auto const next_line = [&] {
    place = {place.line + 1, 1};
    raw = place.line <= lines_.size() ? lines_[place.line - 1] : std::string_view{};
  };
  bool const basic = raw.starts_with('"');
  bool const multi = raw.starts_with("\"\"\"") || raw.starts_with("'''");
  raw.remove_prefix(multi ? 3 : 1);
  place.column += multi ? 3 : 1;
  if (multi && raw.empty()) next_line();
  for (std::size_t done = 0; done < offset;) {
    if (raw.empty()) {
      if (place.line >= lines_.size()) break;
      next_line();
      ++done;
    } else if (basic && raw[0] == '\\' && raw.size() > 1) {
      auto const [file_bytes, text_bytes] = escape_at(raw);
      place.column += static_cast<std::uint32_t>(std::min(file_bytes, raw.size()));
      raw.remove_prefix(std::min(file_bytes, raw.size()));
      done += text_bytes;
    } else {
      std::size_t bytes = 0;
      next_code_point(raw, bytes);
      raw.remove_prefix(bytes);
      ++place.column;
      done += bytes;
    }
  }
  return place;
}

void PackFile::check_keys(TomlValue const& table, std::span<std::string_view const> known, std::string_view what) {
  for (auto const& [key, value] : table.entries)
    if (std::find(known.begin(), known.end(), key.name) == known.end())
      report(key, say_("{} không có khóa \"{}\"", "{} has no key \"{}\"", what, key.name),
             suggestion(key.name, {known.begin(), known.end()}, say_.language));
}

bool PackFile::is(TomlValue const& value, TomlKind kind, std::string_view what) {
  if (value.kind == kind) return true;
  report(value, say_("\"{}\" nhận {}; đây là {}", "\"{}\" takes {}; this is {}", what, to_string(kind, say_.language),
                     to_string(value.kind, say_.language)));
  return false;
}

TomlValue const* PackFile::get(TomlValue const& table, std::string_view key, TomlKind kind) {
  auto const* value = table.find(key);
  return value != nullptr && is(*value, kind, key) ? value : nullptr;
}

std::vector<TomlValue const*> PackFile::strings(TomlValue const& array, std::string_view what) {
  std::vector<TomlValue const*> out;
  for (auto const& item : array.items)
    if (item.kind == TomlKind::string)
      out.push_back(&item);
    else
      report(item,
             say_("\"{}\" nhận các chuỗi ký tự; đây là {}", "\"{}\" takes strings; this is {}", what, to_string(item.kind, say_.language)));
  return out;
}

std::string to_text(PackError const& error, Language language) {
  auto out =
      fmt::format("{}:{}:{}: {}: {}\n", error.file, error.line, error.column, language == Language::vi ? "lỗi" : "error", error.message);
  if (!error.source_line.empty()) out += excerpt(error.source_line, error.column, error.length);
  if (!error.hint.empty()) out += fmt::format("  {}\n", error.hint);
  return out;
}

}  // namespace vanthu
