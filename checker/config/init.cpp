#include "config/init.hpp"

#include <fmt/format.h>

#include "config/keys.hpp"

namespace vanthu {
namespace {

constexpr std::string_view head =
    "# vanthu.toml: thiết lập của vanthu cho thư mục này và các thư mục con; bỏ dấu # ở đầu dòng để dùng.\n"
    "# Settings of vanthu for this folder and those below; take away the # in front of a line to use it.\n"
    "# vanthu config show TỆP: giá trị nào đang dùng, lấy từ đâu / which values hold, and who says so.\n";

void add_key(std::string& out, ConfigKey const& key, std::string_view value, bool active) {
  out += fmt::format("# {} / {}\n{}{} = {}\n", key.doc_vi, key.doc_en, active ? "" : "# ", key.name, value);
}

}  // namespace

std::string config_template(std::string_view extends) {
  std::string out(head);
  out += '\n';
  auto const& top = *config_key(ConfigSection::top, "extends");
  if (extends.empty())
    add_key(out, top, top.sample, false);
  else
    add_key(out, top, fmt::format("\"{}\"", extends), true);
  for (auto const section : {ConfigSection::check, ConfigSection::issuer, ConfigSection::packs, ConfigSection::rule,
                             ConfigSection::override_table, ConfigSection::ignore}) {
    auto const& def = config_section(section);
    out += fmt::format("\n# {} / {}\n", def.doc_vi, def.doc_en);
    if (section == ConfigSection::rule)
      out += "# [rules.VD103]\n";
    else
      out += fmt::format(fmt::runtime(def.array ? "# [[{}]]\n" : "[{}]\n"), def.name);
    for (auto const& key : config_keys())
      if (key.section == section) add_key(out, key, key.sample, false);
  }
  return out;
}

}  // namespace vanthu
