// Divisions of a text as sentences name them, whichever text is meant: "khoản 3 Điều 5", "điểm a, b khoản 2 Điều 5", "từ Điều 5 đến Điều
// 9". Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6: how divisions are named and numbered.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/word_index.hpp"
#include "vanthu/facts.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

enum class Join : std::uint8_t {
  first,
  of,     // "khoản 3 Điều 5", "khoản 3 của Điều 5", and "Điều 5 khoản 3", the wrong way round
  comma,  // "khoản 3, khoản 5", "khoản 3, 5"
  list,   // the same with "và", "hoặc", "đến", ";"
};

struct DivisionName {
  OutlineKind kind;   // of the word: "mục" is a section, "mục b" a point
  int size;           // an inner division is smaller
  std::string label;  // empty: "Điều này"
  Span span;          // from the word, in a list from the label
  Join join;          // to the name before
};

// No more than this many names are read at once.
constexpr std::size_t most_division_names = 32;

// The words that names of divisions start with.
WordTable const& division_starts();

// The names from byte `at` (start of a word) on, as written; empty where no label follows the word.
std::vector<DivisionName> match_divisions(std::string_view text, std::size_t at);

// Steps, outermost first, to each division that the names ask for, in reading order; a range asks for its first and last. Empty where the
// names do not fit into each other ("khoản 2 và Điều 5": khoản 2 of what?).
std::vector<std::vector<ReferenceStep>> division_paths(std::vector<DivisionName> names);

// True where all names stand the wrong way round, outer divisions before inner ones: "Điều 5 khoản 1 điểm a".
bool inverted(std::vector<DivisionName> const& names);

// "điểm a khoản 1 Điều 5" right before byte `end`, "của" and commas between allowed; an article, clause and point for each division named.
// `begin` bounds the search. `words`: those of the text that begin before `end`, others may follow.
struct PinpointMatch {
  Span span;  // empty, at `end`, where nothing is named
  std::vector<Pinpoint> articles;
};
PinpointMatch match_pinpoints(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end);

}  // namespace vanthu::grammar
