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

Sourced excluded_by(Config const& config, std::string_view path) {
  auto const exclude = setting_of(config, ConfigSection::check, "exclude");
  return exclude && covers(*exclude.file, exclude.setting->value, to_nfc(path)) ? exclude : Sourced{};
}

}  // namespace vanthu
