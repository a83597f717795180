// A machine in memory for tests of the configuration, and rules small enough to count.
#pragma once
#include <map>
#include <set>
#include <stdexcept>
#include <string>

#include "config/paths.hpp"
#include "config/resolve.hpp"
#include "engine/load.hpp"

namespace vanthu::test {

struct Files {
  std::map<std::string, std::string> texts;  // by absolute path
  std::set<std::string> unreadable;
  std::multiset<std::string> asked;  // what was read, found or not
};

// `files` must outlive the machine. Paths are shown without the "/" in front.
inline ConfigMachine machine(Files& files) {
  ConfigMachine out;
  out.read = [&files](std::string const& path) -> std::variant<std::monostate, std::string, ConfigMachine::Unreadable> {
    files.asked.insert(path);
    if (files.unreadable.contains(path)) return ConfigMachine::Unreadable{"no access"};
    auto const found = files.texts.find(path);
    if (found == files.texts.end()) return {};
    return found->second;
  };
  out.toml_files = [&files](std::string const& folder) {
    std::vector<std::string> names;
    for (auto const& [path, text] : files.texts)
      if (auto const name = below(folder, path); name.ends_with(".toml")) names.emplace_back(name);
    return names;
  };
  out.shown = [](std::string const& path) { return path.substr(1); };
  return out;
}

inline constexpr std::string_view shipped_pack = R"(
[pack]
name = "shipped"
title = { vi = "gói", en = "pack" }

[sources.LAW]
title = "Nghị định số 30/2020/NĐ-CP"
force = "mandatory"
clauses = { "1" = "khoản 1" }

[VD101]
name = "no-subject"
on = "document"
expect = 'subject != null'
severity = "error"
basis = "LAW:1"
message = { vi = "không có trích yếu", en = "no subject" }

[VD102]
name = "no-number"
on = "document"
expect = 'number != null'
severity = "warning"
message = { vi = "không có số", en = "no number" }

[TT101]
name = "too-many-signs"
check = "mixed-dashes"
severity = "info"
message = { vi = "dấu", en = "sign" }
)";

inline RuleSet shipped() {
  auto loaded = load_packs({{"shipped.toml", std::string(shipped_pack)}});
  if (auto const* errors = std::get_if<std::vector<PackError>>(&loaded)) throw std::runtime_error(to_text(errors->front()));
  return std::get<RuleSet>(std::move(loaded));
}

inline CommandLine command_line(Language language = Language::en) {
  CommandLine out;
  out.machine_language = language;
  out.today = {2026, 3, 1};
  return out;
}

// One line an error: "vanthu.toml:2:5+8 message | hint".
inline std::string short_text(std::vector<PackError> const& errors) {
  std::string out;
  for (auto const& e : errors) {
    out += e.file + ":" + std::to_string(e.line) + ":" + std::to_string(e.column) + "+" + std::to_string(e.length) + " " + e.message;
    if (!e.hint.empty()) out += " | " + e.hint;
    out += "\n";
  }
  return out;
}

// What is wrong with a single vanthu.toml.
inline std::string errors_of(std::string const& toml, Language language = Language::en) {
  Files files{{{"/vanthu.toml", toml}}, {}, {}};
  return short_text(ConfigResolver(machine(files), shipped(), command_line(language)).in_folder("/")->config().errors);
}

}  // namespace vanthu::test
