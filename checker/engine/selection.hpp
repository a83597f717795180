// Which rules judge a document: the same ones for all documents of a kind, so that it is worked out once for each kind.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
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
  // What one field of a node says, and of which conditions it is the telltale.
  struct Telling {
    std::uint32_t field;                                             // as of Op::field
    std::vector<std::pair<std::string_view, std::uint32_t>> values;  // ascending; with an index of `told`
  };
  struct OnKind {
    std::vector<Condition> asked;  // of every node
    std::vector<Condition> told;   // only of nodes with a telltale of theirs
    std::vector<Telling> telling;
  };
  struct Named {
    std::uint32_t rule;
    Check const* check;
  };
  std::vector<Ran> ran;  // of each rule
  RuleCounts counts;
  std::array<OnKind, node_kinds> conditions;  // by the kind of node they are on
  std::vector<Named> checks;
  std::vector<std::uint32_t> phrases;
};

// Several threads may ask at once.
class Selections {
 public:
  // The data must outlive it. `costs`: of its expressions, by index.
  Selections(RuleData const& data, std::vector<std::uint32_t> costs);

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

  RuleData const* data_;
  std::vector<std::uint32_t> costs_;
  std::vector<Window> windows_;          // those of the rules, each once
  std::vector<std::size_t> windows_of_;  // of each rule
  mutable std::mutex mutex_;
  mutable std::vector<std::pair<Kind, std::shared_ptr<Selection const>>> known_;
};

}  // namespace vanthu
