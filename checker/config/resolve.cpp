#include "config/resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "config/paths.hpp"
#include "engine/pack_file.hpp"
#include "text/glob.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Text = std::variant<std::monostate, std::string, ConfigMachine::Unreadable>;

// A vanthu.toml, or one that goes with a document: NAME.vanthu.toml. A pattern for packs does not mean them.
bool is_config(std::string_view path) {
  if (!path.ends_with(config_name)) return false;
  path.remove_suffix(config_name.size());
  return path.ends_with('/') || path.ends_with('.');
}

constexpr std::size_t longest_chain = 32;  // files

// One configuration while it is put together.
class Loader {
 public:
  Loader(ConfigMachine const& machine, RuleSet const& shipped, Language language)
      : machine_(machine), words_{language}, config_{{}, shipped, {}} {}

  Config load(std::string const& path, Text text) {
    add(path, std::move(text));
    std::reverse(config_.files.begin(), config_.files.end());
    if (config_.errors.empty()) add_packs();
    return std::move(config_);
  }

 private:
  void add(std::string path, Text text) {
    if (auto const* unreadable = std::get_if<ConfigMachine::Unreadable>(&text)) {
      config_.errors.push_back({machine_.shown(path), 1, 1, 1, unreadable->why, {}, {}});
      return;
    }
    if (std::holds_alternative<std::monostate>(text)) {
      config_.errors.push_back({machine_.shown(path), 1, 1, 1, std::string(words_.say("không có tệp này", "no such file")), {}, {}});
      return;
    }
    while (true) {
      auto const file = parse_config({machine_.shown(path), std::get<std::string>(std::move(text))}, path, words_.language, config_.errors);
      config_.files.push_back(file);
      auto const* extends = file->top.find("extends");
      if (extends == nullptr) return;
      path = join_path(file->folder, extends->value.string);
      PackFile reporter(file->source, config_.errors);
      if (std::any_of(config_.files.begin(), config_.files.end(), [&](auto const& other) { return other->path == path; })) {
        reporter.report(extends->value, fmt::format("{}: {}", words_.say("vòng tròn", "a circle"), circle()));
        return;
      }
      // Links between folders can make a circle that has another name each time.
      if (config_.files.size() == longest_chain) {
        reporter.report(
            extends->value,
            fmt::format(fmt::runtime(words_.say("chuỗi \"extends\" dài quá {} tệp", "\"extends\" leads through more than {} files")),
                        longest_chain));
        return;
      }
      text = machine_.read(path);
      if (std::holds_alternative<std::string>(text)) continue;
      auto const* unreadable = std::get_if<ConfigMachine::Unreadable>(&text);
      reporter.report(extends->value,
                      fmt::format("{}: {}", machine_.shown(path),
                                  unreadable != nullptr ? unreadable->why : words_.say("không có tệp này", "no such file")));
      return;
    }
  }

  // "a.toml → b.toml → a.toml"
  std::string circle() const {
    std::string out;
    for (auto const& file : config_.files) out += file->source.name + " → ";
    auto const& last = *config_.files.back();
    return out + machine_.shown(join_path(last.folder, last.top.find("extends")->value.string));
  }

  void add_packs() {
    std::vector<PackSource> sources;
    std::set<std::string> seen;
    for (auto const& file : config_.files)
      if (auto const* paths = file->packs.find("paths"))
        for (auto const& item : paths->value.items) {
          PackFile reporter(file->source, config_.errors);
          auto const found = files_named(*file, item.string);
          if (found.empty())
            reporter.report(item,
                            fmt::format(fmt::runtime(words_.say("không có tệp nào khớp \"{}\"", "no file fits \"{}\"")), item.string));
          for (auto const& path : found)
            if (seen.insert(path).second) add_pack(path, item, reporter, sources);
        }
    if (sources.empty() || !config_.errors.empty()) return;
    auto loaded = load_packs(sources, &config_.rules, words_.language);
    if (auto* rules = std::get_if<RuleSet>(&loaded))
      config_.rules = std::move(*rules);
    else
      config_.errors = std::get<std::vector<PackError>>(std::move(loaded));
  }

  void add_pack(std::string const& path, TomlValue const& item, PackFile& reporter, std::vector<PackSource>& out) {
    auto text = machine_.read(path);
    if (auto* bytes = std::get_if<std::string>(&text))
      out.push_back({machine_.shown(path), std::move(*bytes)});
    else if (auto const* unreadable = std::get_if<ConfigMachine::Unreadable>(&text))
      reporter.report(item, fmt::format("{}: {}", machine_.shown(path), unreadable->why));
    else
      reporter.report(item, fmt::format("{}: {}", machine_.shown(path), words_.say("không có tệp này", "no such file")));
  }

  // A path without signs of a pattern is itself, whether there or not.
  std::vector<std::string> files_named(ConfigFile const& file, std::string const& given) const {
    auto const sign = given.find_first_of("*?[");
    if (sign == std::string::npos) return {join_path(file.folder, given)};
    auto const slash = given.rfind('/', sign);
    auto const folder = slash == std::string::npos ? file.folder : join_path(file.folder, given.substr(0, slash + 1));
    auto const glob = to_nfc(slash == std::string::npos ? given : given.substr(slash + 1));
    std::vector<std::string> out;
    for (auto const& name : machine_.toml_files(folder))
      if (glob_fits(glob, to_nfc(name))) out.push_back(join_path(folder, name));
    std::erase_if(out, [](std::string const& path) { return is_config(path); });
    return out;
  }

  ConfigMachine const& machine_;
  ConfigWords words_;
  Config config_;
};

}  // namespace

ConfigResolver::ConfigResolver(ConfigMachine machine, RuleSet shipped, CommandLine given, std::string everywhere)
    : machine_(std::move(machine)), shipped_(std::move(shipped)), given_(std::move(given)), everywhere_(std::move(everywhere)) {
  unconfigured_ = std::make_shared<House const>(Config{{}, shipped_, {}}, given_);
}

std::shared_ptr<House const> ConfigResolver::unconfigured() { return unconfigured_; }

std::shared_ptr<House const> ConfigResolver::in_folder(std::string_view folder) {
  std::scoped_lock const lock(mutex_);
  if (everywhere_.empty()) return nearest(folder);
  if (named_ == nullptr) named_ = load(everywhere_, machine_.read(everywhere_));
  return named_;
}

std::shared_ptr<House const> ConfigResolver::nearest(std::string_view folder) {
  if (folder.empty()) return unconfigured_;
  if (auto const known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
  auto const path = join_path(folder, config_name);
  auto text = machine_.read(path);
  auto house = std::holds_alternative<std::monostate>(text) ? nearest(parent_of(folder)) : load(path, std::move(text));
  by_folder_.emplace(folder, house);
  return house;
}

std::shared_ptr<House const> ConfigResolver::load(std::string const& path, Text text) {
  auto const language = given_.language.value_or(given_.machine_language);
  return std::make_shared<House const>(Loader(machine_, shipped_, language).load(path, std::move(text)), given_);
}

}  // namespace vanthu
