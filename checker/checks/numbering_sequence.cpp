// numbering-sequence: labels of siblings in the outline repeat or skip. A list that starts again at its first label is a new list.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm c: the letters of điểm follow the Vietnamese alphabet.
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 23> letters{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                   "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

std::optional<int> roman(std::string_view label) {
  int total = 0;
  int last = 0;
  for (auto i = label.size(); i-- > 0;) {
    int value = 0;
    switch (label[i]) {
      case 'I': value = 1; break;
      case 'V': value = 5; break;
      case 'X': value = 10; break;
      case 'L': value = 50; break;
      default: return std::nullopt;
    }
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return label.empty() ? std::nullopt : std::optional(total);
}

// Place of a label in its own sequence, from 1; nothing for added labels ("5a", "1.2") and unknown letters.
std::optional<int> rank(OutlineNode const& node) {
  int value = 0;
  auto const [end, error] = std::from_chars(node.label.data(), node.label.data() + node.label.size(), value);
  if (error == std::errc{} && end == node.label.data() + node.label.size()) return value;
  if (node.kind == OutlineKind::point) {
    for (std::size_t i = 0; i < letters.size(); ++i)
      if (letters[i] == node.label) return static_cast<int>(i) + 1;
    return std::nullopt;
  }
  return roman(node.label);
}

std::string label_at(OutlineNode const& like, int wanted) {
  if (like.kind == OutlineKind::point) return wanted <= static_cast<int>(letters.size()) ? std::string(letters[wanted - 1]) : std::string{};
  if (!like.label.empty() && like.label[0] >= '0' && like.label[0] <= '9') return std::to_string(wanted);
  constexpr std::pair<int, std::string_view> values[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  std::string out;
  for (auto const& [value, digits] : values)
    for (; wanted >= value; wanted -= value) out += digits;
  return out;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const mode = *input.options.get<std::string>("fault");
  struct Last {
    OutlineNode const* node;
    int rank;
  };
  std::map<std::tuple<int, OutlineKind, char>, Last> last;  // by parent, kind and the mark behind the label: "2." and "2)" are two lists
  for (auto const& node : input.facts.outline) {
    if (node.label.empty()) continue;
    auto const here = rank(node);
    auto const key =
        std::tuple(node.kind == OutlineKind::article ? -1 : node.parent, node.kind, node.marker.empty() ? ' ' : node.marker.back());
    auto const before = last.find(key);
    if (before != last.end() && here && *here != 1) {
      auto const expected = before->second.rank + 1;
      auto const fault = *here == before->second.rank ? "duplicate" : *here > expected ? "gap" : *here < expected ? "backward" : "";
      if (fault == mode)
        out.push_back(
            {.at = node.label_span,
             .arguments = {{"label", node.marker}, {"previous", before->second.node->marker}, {"expected", label_at(node, expected)}},
             .related = {before->second.node->label_span},
             .fix = {}});
    }
    if (here) last[key] = {&node, *here};
  }
}

constexpr OptionDef options[] = {{"fault", OptionType::string, true, "duplicate, gap or backward"}};
constexpr ArgumentDef arguments[] = {
    {"label", "the label as written"},
    {"previous", "the label before it"},
    {"expected", "the label that would follow"},
};

}  // namespace

Check const numbering_sequence{"numbering-sequence", options, arguments, run};

}  // namespace vanthu
