// Which rules judge a document: the same ones for all documents of a kind, so that it is worked out once for each kind.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/rule.hpp"
#include "vanthu/check.hpp"

namespace vanthu {

// Those that judge, by form, as indices of RuleSet::rules().
struct Selection {
  struct Condition {
    std::uint32_t rule;
    ExprIndex when, expect;  // of the rule
    bool expect_first;       // it costs less
  };
  struct Named {
    std::uint32_t rule;
    Check const* check;
  };
  std::vector<Ran> ran;  // of each rule
  RuleCounts counts;
  std::array<std::vector<Condition>, node_kinds> conditions;  // by the kind of node they are on
  std::vector<Named> checks;
  std::vector<std::uint32_t> phrases;
};

// Several threads may ask at once.
class Selections {
 public:
  // The rules must outlive it. `costs`: of their expressions, by index.
  Selections(std::span<Rule const> rules, std::vector<std::uint32_t> costs);

  // `date`: the one that rules go by. `layout`: the document has one.
  std::shared_ptr<Selection const> of(Facts const& facts, Date date, bool layout, CheckOptions const& options) const;

 private:
  using Window = std::pair<Date, Date>;  // from, until
  struct Kind {
    Family family;
    Stage stage;
    bool layout;
    std::vector<bool> in_window;
    std::string type;
    std::vector<std::string> select, ignore;
    friend bool operator==(Kind const&, Kind const&) = default;
  };
  Selection select(Kind const& kind) const;

  std::span<Rule const> rules_;
  std::vector<std::uint32_t> costs_;
  std::vector<Window> windows_;          // those of the rules, each once
  std::vector<std::size_t> windows_of_;  // of each rule
  mutable std::mutex mutex_;
  mutable std::vector<std::pair<Kind, std::shared_ptr<Selection const>>> known_;
};

}  // namespace vanthu
