#include "cli/houses.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/packs.hpp"
#include "cli/rule_codes.hpp"
#include "cli/words.hpp"
#include "config/paths.hpp"

namespace vanthu::cli {
namespace {

namespace fs = std::filesystem;

std::string current_folder() {
  std::error_code error;
  auto const folder = fs::current_path(error);
  return error ? "/" : folder.string();
}

// "vanthu.toml", "../vanthu.toml"; what stands far from the current folder keeps its whole path.
std::string shown_from(std::string const& current, std::string const& path) {
  auto const relative = fs::path(path).lexically_relative(current).string();
  return relative.empty() || relative.starts_with("../../..") ? path : relative;
}

std::vector<std::string> toml_files(std::string const& folder) {
  std::vector<std::string> out;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    auto const name = at->path().filename().string();
    if (name.starts_with(".")) {
      at.disable_recursion_pending();
    } else if (at->path().extension() == ".toml") {
      out.emplace_back(below(folder, at->path().string()));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

ConfigMachine machine(std::string const& current, Language language) {
  ConfigMachine out;
  out.read = [language](std::string const& path) -> std::variant<std::monostate, std::string, ConfigMachine::Unreadable> {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    auto bytes = load(path);
    if (auto const* error = std::get_if<ReadError>(&bytes))
      return ConfigMachine::Unreadable{std::string(say(language, error->message_vi, error->message_en))};
    return std::get<std::string>(std::move(bytes));
  };
  out.toml_files = toml_files;
  out.shown = [current](std::string const& path) { return shown_from(current, path); };
  return out;
}

CommandLine command_line(Options const& options, Date today, Registry const* registry) {
  CommandLine out;
  out.language = options.given_language;
  out.stage = options.stage;
  out.fail_on = options.fail_on;
  if (!options.select.empty()) out.select = options.select;
  if (!options.ignore.empty()) out.ignore = options.ignore;
  out.date = options.date;
  out.machine_language = options.language;
  out.today = today;
  out.registry = registry;
  return out;
}

}  // namespace

Houses::Houses(Options const& options, RuleSet const& shipped, Date today, Registry const* registry, std::string const& current)
    : none_(options.no_config),
      current_(current.empty() ? current_folder() : current),
      stdin_filename_(options.stdin_filename),
      language_(options.language),
      resolver_(machine(current_, options.language), shipped, command_line(options, today, registry),
                options.config.empty() ? std::string() : absolute(options.config)) {}

std::string Houses::absolute(std::string const& path) const { return join_path(current_, path == "-" ? stdin_filename_ : path); }

std::shared_ptr<House const> Houses::of(std::string const& path) {
  return none_ ? resolver_.unconfigured() : resolver_.in_folder(parent_of(absolute(path)));
}

std::shared_ptr<House const> Houses::in(std::string const& folder) {
  return none_ ? resolver_.unconfigured() : resolver_.in_folder(join_path(current_, folder));
}

Exclusion Houses::exclusion() {
  return [this](std::string const& path) -> std::string {
    auto const by = excluded_by(of(path)->config(), absolute(path));
    if (!by) return {};
    return fmt::format(fmt::runtime(say(language_, "không soát, theo \"exclude\" ở {}:{}", "not checked, as \"exclude\" says at {}:{}")),
                       by.file->source.name, by.setting->key.place.line);
  };
}

std::string problems(std::vector<std::shared_ptr<House const>> const& houses, Options const& options) {
  std::vector<std::string> texts;
  for (auto const& house : houses)
    for (auto const& error : house->config().errors)
      if (auto text = to_text(error, options.language); std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
  if (!texts.empty()) return fmt::format("{}", fmt::join(texts, ""));
  auto const known = [&](std::string const& given) {
    return std::any_of(houses.begin(), houses.end(), [&](auto const& house) { return is_known(house->config().rules, given); });
  };
  for (auto const* list : {&options.select, &options.ignore})
    for (auto const& given : *list)
      if (!known(given)) return fmt::format("vanthu: {}\n", no_such_rule(houses.front()->config().rules, given, options.language));
  return {};
}

std::vector<std::shared_ptr<House const>> houses_in_use(Houses& houses, Options const& options) {
  std::vector<std::shared_ptr<House const>> all;
  std::string last_folder;
  Inputs inputs(options, houses.exclusion());
  auto const known_beforehand = options.files_from != "-" && options.config.empty() && !options.no_config;
  while (known_beforehand) {
    auto const input = inputs.next();
    if (!input) break;
    auto const slash = input->path.rfind('/');
    auto folder = input->path.substr(0, slash == std::string::npos ? 0 : slash + 1);
    if (input->path.empty() || (!all.empty() && folder == last_folder)) continue;
    last_folder = std::move(folder);
    if (auto house = houses.of(input->path); std::find(all.begin(), all.end(), house) == all.end()) all.push_back(std::move(house));
  }
  if (all.empty()) all.push_back(houses.in("."));
  return all;
}

std::string problems(Houses& houses, Options const& options) { return problems(houses_in_use(houses, options), options); }

std::variant<RuleSet, int> rules_here(Options const& options, std::vector<std::string> const& files) {
  auto const loaded = rules_with(files, options.language);
  if (std::holds_alternative<int>(loaded)) return loaded;
  Houses houses(options, std::get<RuleSet>(loaded), {});
  auto const house = houses.here();
  if (auto const wrong = problems(*house, options); !wrong.empty()) {
    print_error(wrong);
    return 2;
  }
  auto const policy = house->policy(houses.absolute(std::string(config_name)), "unknown");
  return policy ? policy->rules : std::get<RuleSet>(loaded);
}

std::string problems(House const& house, Options const& options) {
  return problems(std::vector{std::shared_ptr<House const>(std::shared_ptr<void>(), &house)}, options);
}

ReadError configuration_error(House const& house) {
  auto const& error = house.config().errors.front();
  auto const text = fmt::format("{}:{}:{}: {}", error.file, error.line, error.column, error.message);
  return {"configuration", text, text};
}

}  // namespace vanthu::cli
