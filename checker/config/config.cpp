#include "config/config.hpp"

#include <algorithm>

#include "config/paths.hpp"
#include "text/glob.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::vector<SourcedTable> tables_of(Config const& config, std::vector<ConfigTable> ConfigFile::*member) {
  std::vector<SourcedTable> out;
  for (auto const& file : config.files)
    for (auto const& table : (*file).*member) out.push_back({file.get(), &table});
  return out;
}

}  // namespace

Sourced setting_of(Config const& config, ConfigSection section, std::string_view name) {
  for (auto file = config.files.rbegin(); file != config.files.rend(); ++file) {
    auto const& table = section == ConfigSection::issuer ? (*file)->issuer : (*file)->check;
    if (auto const* setting = table.find(name)) return {file->get(), setting};
  }
  return {};
}

std::vector<SourcedTable> overrides_of(Config const& config) { return tables_of(config, &ConfigFile::overrides); }
std::vector<SourcedTable> ignores_of(Config const& config) { return tables_of(config, &ConfigFile::ignores); }

bool covers(ConfigFile const& file, TomlValue const& globs, std::string_view path) {
  auto const inside = below(to_nfc(file.folder), path);
  if (inside.empty()) return false;
  auto const patterns = strings_of(globs);
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view glob) { return glob_covers(to_nfc(glob), inside); });
}

std::string_view words_of(GlobFault fault, Language language) {
  auto const say = [&](std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; };
  switch (fault) {
    case GlobFault::empty: return say("mẫu đường dẫn trống", "the pattern is empty");
    case GlobFault::absolute:
      return say("mẫu đường dẫn là tương đối, không bắt đầu bằng \"/\"", "patterns are relative; no \"/\" in front");
    case GlobFault::upward: return say("mẫu đường dẫn không ra ngoài thư mục gốc", "a pattern does not leave its folder");
    case GlobFault::open_bracket: return say("dấu \"[\" không có \"]\"", "\"[\" without \"]\"");
    case GlobFault::braces: return say("không dùng { }: ghi thành nhiều mẫu", "there are no { }: write several patterns");
    case GlobFault::lone_backslash: return say("dấu \"\\\" ở cuối mẫu", "\"\\\" at the end of a pattern");
  }
  return {};
}

Sourced excluded_by(Config const& config, std::string_view path) {
  auto const exclude = setting_of(config, ConfigSection::check, "exclude");
  return exclude && covers(*exclude.file, exclude.setting->value, to_nfc(path)) ? exclude : Sourced{};
}

}  // namespace vanthu
