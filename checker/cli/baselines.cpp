#include "cli/baselines.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "cli/load.hpp"
#include "cli/rewrite.hpp"
#include "cli/words.hpp"
#include "config/paths.hpp"

namespace vanthu::cli {

std::string baseline_of(House const& house) {
  auto const setting = setting_of(house.config(), ConfigSection::check, "baseline");
  return setting ? join_path(setting.file->folder, setting.setting->value.string) : std::string();
}

std::string name_in_baseline(std::string const& folder, std::string const& path) {
  return std::filesystem::path(path).lexically_relative(folder).generic_string();
}

std::string Baselines::path_of(House const& house) const {
  return options_.baseline.empty() ? baseline_of(house) : houses_.absolute(options_.baseline);
}

report::Baseline* Baselines::find(std::string const& path) {
  std::scoped_lock const lock(mutex_);
  auto const at = by_path_.find(path);
  return at == by_path_.end() ? nullptr : at->second.get();
}

std::optional<std::string> Baselines::load(House const& house) {
  auto const path = path_of(house);
  if (path.empty() || find(path) != nullptr) return std::nullopt;
  auto const shown = std::filesystem::path(path).lexically_relative(houses_.absolute(".")).generic_string();
  auto const bytes = vanthu::cli::load(path);
  if (auto const* error = std::get_if<ReadError>(&bytes))
    return fmt::format("{}: {}\n", shown, say(options_.language, error->message_vi, error->message_en));
  auto parsed = report::parse_baseline(std::get<std::string>(bytes));
  if (auto const* error = std::get_if<report::BaselineError>(&parsed))
    return fmt::format("{}:{}: {}\n", shown, error->line, say(options_.language, error->vi, error->en));
  auto const exists = [folder = std::string(parent_of(path))](std::string const& file) {
    std::error_code error;
    return std::filesystem::exists(join_path(folder, file), error);
  };
  auto baseline = std::make_unique<report::Baseline>(std::get<0>(std::move(parsed)), exists);
  std::scoped_lock const lock(mutex_);
  by_path_.try_emplace(path, std::move(baseline));
  return std::nullopt;
}

bool Baselines::take_known(Checked& checked, RuleSet const& rules, House const& house, std::string const& path) {
  auto const at = path_of(house);
  auto* const baseline = at.empty() ? nullptr : find(at);
  if (baseline == nullptr) return false;
  baseline->take_known(checked, rules, name_in_baseline(std::string(parent_of(at)), houses_.absolute(path)));
  return true;
}

std::optional<report::BaselineTally> Baselines::tally() const {
  if (by_path_.empty()) return std::nullopt;
  report::BaselineTally out;
  for (auto const& [path, baseline] : by_path_) {
    auto const one = baseline->tally();
    out.remaining += one.remaining;
    out.gone += one.gone;
  }
  return out;
}

std::string Baselines::prune() const {
  std::string out;
  for (auto const& [path, baseline] : by_path_) {
    if (!baseline->changed()) continue;
    if (auto const why = write_output(path, report::baseline_text(baseline->left()), options_.language))
      out += fmt::format("{}: {}\n", path, *why);
  }
  return out;
}

}  // namespace vanthu::cli
