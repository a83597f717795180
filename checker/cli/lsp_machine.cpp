#include "cli/lsp_machine.hpp"

#include <sys/stat.h>

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "cli/baselines.hpp"
#include "cli/houses.hpp"
#include "cli/load.hpp"
#include "cli/registers.hpp"
#include "cli/suppressions.hpp"
#include "cli/walk.hpp"
#include "config/paths.hpp"
#include "registry/builtin.hpp"
#include "report/json.hpp"
#include "text/unicode.hpp"

namespace vanthu::cli {
namespace {

// What `vanthu check` would have, run in one folder.
struct Root {
  std::string folder;
  std::unique_ptr<Registers> asked;
  std::unique_ptr<Houses> houses;
  std::unique_ptr<Baselines> baselines;
};

class LocalMachine {
 public:
  LocalMachine(Options const& options, RuleSet shipped, Date (*today)())
      : options_(options), shipped_(std::move(shipped)), today_(today), day_(today()) {}

  void begin_anew(std::vector<std::string> const& folders) {
    folders_ = folders;
    roots_.clear();
  }

  lsp::Judgement judgement(std::string const& path) {
    auto const held = root_of(path);
    auto const& root = *held;
    auto const name = path.empty() ? std::string("-") : path;
    auto const house = root.houses->of(name);
    auto const absolute = root.houses->absolute(name);
    auto const sidecar = sidecar_of(name, options_.language);
    lsp::Judgement out;
    out.keeps = held;
    for (auto const& error : house->config().errors) out.problems.push_back(problem(join_path(root.folder, error.file), error));
    if (auto wrong = root.baselines->load(*house)) {
      auto const said = setting_of(house->config(), ConfigSection::check, "baseline");
      auto const place = said.setting->key.place;
      out.problems.push_back({said.file->path, place.line, place.column, 8, std::string(trim(*wrong))});
    }
    out.usable = out.problems.empty();
    out.excluded = !path.empty() && !root.houses->exclusion()(path).empty();
    auto policy = std::make_shared<std::shared_ptr<Policy const>>();
    out.choose = [=, usable = out.usable](Facts const& facts) {
      return *policy = usable ? with(house->policy(absolute, facts.type), sidecar) : nullptr;
    };
    if (!baseline_of(*house).empty())
      out.take_known = [=](Checked& checked) {
        if (*policy) held->baselines->take_known(checked, (*policy)->rules, *house, name);
      };
    if (!sidecar) return out;
    out.sidecar = sidecar->name;
    for (auto const& error : sidecar->errors) out.problems.push_back(problem(sidecar->name, error));
    if (sidecar->error && sidecar->errors.empty())
      out.problems.push_back(
          {sidecar->name, 1, 1, 1, options_.language == Language::vi ? sidecar->error->message_vi : sidecar->error->message_en});
    out.of_sidecar = [=](Checked const& document) -> std::optional<Checked> {
      return *policy ? judged(*sidecar, (*policy)->rules, (*policy)->options, document) : std::nullopt;
    };
    return out;
  }

  void documents(std::string const& folder, std::function<bool(std::string const&)> const& each) {
    auto const exclusion = root_of(folder + "/")->houses->exclusion();
    Walk walk(folder, !options_.no_gitignore, [&](std::string const& path) { return !exclusion(path).empty(); });
    while (auto const found = walk.next())
      if (!found->error && !found->path.ends_with(".docx") && !each(found->path)) return;
  }

  std::vector<RegisteredDocument> find(std::string const& path, std::string_view words, std::size_t limit) {
    return root_of(path)->asked->catalogue->find(words, limit);
  }

 private:
  static lsp::FileProblem problem(std::string path, PackError const& error) {
    return {std::move(path), error.line, error.column, error.length, error.message};
  }

  // By the folder that the editor has open around it, the nearest one; else by the one it stands in.
  std::shared_ptr<Root const> root_of(std::string const& path) {
    if (auto const now = today_(); now != day_) {
      day_ = now;
      roots_.clear();
    }
    std::string folder;
    for (auto const& open : folders_)
      if (!below(open, path).empty() && open.size() > folder.size()) folder = open;
    if (folder.empty()) folder = !path.empty() ? std::string(parent_of(path)) : folders_.empty() ? std::string() : folders_.front();
    auto& known = roots_[folder];
    if (known == nullptr) known = make_root(folder);
    return known;
  }

  std::shared_ptr<Root const> make_root(std::string const& folder) const {
    auto root = std::make_shared<Root>();
    root->folder = folder;
    auto asked = registers(options_, folder);  // what is wrong with an office's own register goes to standard error
    if (auto* found = std::get_if<std::unique_ptr<Registers>>(&asked)) {
      root->asked = std::move(*found);
    } else {
      root->asked = std::make_unique<Registers>();
      root->asked->catalogue = std::make_unique<registry::Catalogue>(registry::builtin(), std::string_view());
    }
    root->houses = std::make_unique<Houses>(options_, shipped_, day_, root->asked->registry(), folder);
    root->baselines = std::make_unique<Baselines>(options_, *root->houses);
    return root;
  }

  Options const& options_;
  RuleSet shipped_;
  Date (*today_)();
  Date day_;
  std::vector<std::string> folders_;
  std::map<std::string, std::shared_ptr<Root const>> roots_;
};

std::optional<std::uint64_t> stamp(std::string const& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return std::nullopt;
  auto const seconds = static_cast<std::uint64_t>(about.st_mtim.tv_sec), nanoseconds = static_cast<std::uint64_t>(about.st_mtim.tv_nsec);
  return (seconds * 1'000'000'000U + nanoseconds) * 31U + static_cast<std::uint64_t>(about.st_size) * 7U + about.st_ino;
}

}  // namespace

lsp::Machine lsp_machine(Options const& options, RuleSet shipped, Date (*today)()) {
  auto const local = std::make_shared<LocalMachine>(options, std::move(shipped), today);
  lsp::Machine out;
  out.language = options.language;
  out.version = report::version();
  out.load = [](std::string const& path) { return load(path); };
  out.stamp = stamp;
  out.judgement = [local](std::string const& path) { return local->judgement(path); };
  out.documents = [local](auto const& folder, auto const& each) { local->documents(folder, each); };
  out.find = [local](auto const& path, auto words, auto limit) { return local->find(path, words, limit); };
  out.begin_anew = [local](auto const& folders) { local->begin_anew(folders); };
  out.today = today;
  return out;
}

}  // namespace vanthu::cli
