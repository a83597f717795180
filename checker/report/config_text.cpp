#include "report/config_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

std::string_view say(Language language, std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; }

std::string origin_text(ConfigOrigin const& origin, Language language) {
  switch (origin.kind) {
    case ConfigOrigin::Kind::fallback: return std::string(say(language, "mặc định", "default"));
    case ConfigOrigin::Kind::command_line: return std::string(say(language, "dòng lệnh", "command line"));
    case ConfigOrigin::Kind::file: return fmt::format("{}:{}", origin.file, origin.place.line);
  }
  return {};
}

// Names and values in columns, so that the origins stand below each other.
void add_values(std::string& out, std::vector<EffectiveValue> const& values, Language language) {
  constexpr std::size_t widest = 40;  // columns; a longer value is followed by its origin
  std::size_t names = 0, texts = 0;
  for (auto const& value : values) {
    names = std::max(names, value.name.size());
    if (auto const width = display_width(to_toml(value.value)); width <= widest) texts = std::max(texts, width);
  }
  for (auto const& value : values) {
    auto const text = to_toml(value.value);
    auto const width = display_width(text);
    out += fmt::format("{:{}} = {}{}  # {}\n", value.name, names, text, std::string(width < texts ? texts - width : 0, ' '),
                       origin_text(value.origin, language));
  }
}

std::string condition(EffectiveOverride const& one, Language language) {
  std::string out;
  if (!one.paths.empty()) out = fmt::format("{} {}", say(language, "đường dẫn khớp", "the path fits"), fmt::join(one.paths, ", "));
  if (!one.types.empty())
    out += fmt::format("{}{} {}", out.empty() ? "" : say(language, " và ", " and "), say(language, "loại văn bản là", "the type is"),
                       fmt::join(one.types, ", "));
  return out;
}

}  // namespace

std::string config_text(std::string_view path, Effective const& effective, Language language) {
  auto out = fmt::format("# {}: {}\n", path,
                         effective.files.empty() ? say(language, "không có vanthu.toml nào", "no vanthu.toml")
                                                 : fmt::format("{}", fmt::join(effective.files, " ← ")));
  for (auto const& section : effective.sections) {
    out += fmt::format("\n[{}]\n", section.name);
    add_values(out, section.values, language);
  }
  for (auto const& one : effective.overrides) {
    out += fmt::format("\n# {} {}: {}\n", say(language, "khi", "where"), condition(one, language), origin_text(one.origin, language));
    for (auto const& section : one.sections) {
      out += fmt::format("[{}]\n", section.name);
      add_values(out, section.values, language);
    }
  }
  for (auto const& section : effective.ignores) {
    out += "\n[[ignore]]\n";
    add_values(out, section.values, language);
  }
  return out;
}

}  // namespace vanthu::report
