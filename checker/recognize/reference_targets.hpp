// Which division of the outline a reference leads to.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "grammar/reference.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Articles that are counted together: those of a decision, those of the regulation behind it.
struct ArticleSpace {
  std::uint32_t begin = 0;  // of the first one, in Document::text
  std::unordered_map<std::string_view, int> by_label;
  int last = -1;      // the last one in sequence
  bool whole = true;  // numbered 1, 2, 3 … ; "5a" does not count
};

// Divisions numbered one after the other.
struct LabelSequence {
  int count = 0;
  int last = -1;
  bool whole = true;  // 1, 2, 3 … without gap or a second start; added ones ("2a") do not count
};

// The outline, by what is asked of it. What it is made from must outlive it.
struct OutlineIndex {
  Document const* document;
  Facts const* facts;
  std::vector<ArticleSpace> spaces;                                  // in reading order
  std::vector<std::vector<int>> children;                            // of each node, in reading order; roots behind the last
  std::unordered_map<std::string, std::vector<int>> by_label;        // all nodes but articles, by their folded label
  std::unordered_map<int, std::unordered_map<std::string, int>> of;  // children by kind and label, of the nodes asked so far
  std::unordered_map<std::uint64_t, LabelSequence> sequences;        // those asked so far
  std::unordered_set<std::string_view> other_starts;                 // first words of blocks that are none of the outline: "5", "III"
  std::string own_type;                                              // folded; empty when not known
  bool doubtful = false;                                             // a scan, or a text that quotes others: nothing is missing for sure
};

// "khoản 3", "Điều này".
std::string step_words(ReferenceStep const& step);

OutlineIndex index_outline(Document const& document, Facts const& facts);

// Sets targets, status, missing and last. `type` is set already.
void resolve(OutlineIndex& index, grammar::ReferenceAnchor anchor, InternalReference& reference);

}  // namespace vanthu
