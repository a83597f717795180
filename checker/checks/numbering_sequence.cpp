// numbering-sequence: labels of siblings in the outline repeat or skip. A list that starts again at its first label is a new list.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm c: the letters of điểm follow the Vietnamese alphabet.
#include <map>
#include <tuple>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/label_rank.hpp"

namespace vanthu {
namespace {

// The mark behind the label: "2." and "2)" are two lists. "Chương IV" has none.
char mark_behind(OutlineNode const& node) {
  auto const last = node.marker.empty() ? ' ' : node.marker.back();
  return last == '.' || last == ')' || last == '/' || last == ':' || last == '-' ? last : ' ';
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const mode = *input.options.get<std::string>("fault");
  struct Last {
    OutlineNode const* node;
    int rank;
  };
  std::map<std::tuple<int, OutlineKind, char>, Last> last;  // by parent, kind and mark behind the label
  for (auto const& node : input.facts.outline) {
    if (node.label.empty()) continue;
    auto const style = label_style(node.label);
    if (style == LabelStyle::letter && node.kind != OutlineKind::point) continue;  // headings in letters: with Đ or without
    auto const here = label_rank(node.label);
    auto const key = std::tuple(node.kind == OutlineKind::article ? -1 : node.parent, node.kind, mark_behind(node));
    auto const before = last.find(key);
    if (before != last.end() && here && *here != 1) {
      auto const expected = before->second.rank + 1;
      auto const fault = *here == before->second.rank ? "duplicate" : *here > expected ? "gap" : *here < expected ? "backward" : "";
      if (fault == mode)
        out.push_back(
            {.at = node.label_span,
             .arguments = {{"label", node.marker}, {"previous", before->second.node->marker}, {"expected", label_at_rank(style, expected)}},
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
