// division-order: the divisions of a reference stand the wrong way round ("Điều 5 khoản 1"), or a list of them counts down ("khoản 3, 1
// Điều 5"). Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V: references go from the inner division to the outer one.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "grammar/division.hpp"
#include "grammar/words.hpp"
#include "text/label_rank.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Names = std::vector<grammar::DivisionName>;

Span whole(Names const& names) { return {names.front().span.begin, names.back().span.end}; }

// "Khoản 1" → "khoản 1" and the other way round.
std::string with_first(std::string_view words, char32_t (*change)(char32_t)) {
  std::size_t rest = 0;
  std::string out;
  append_utf8(out, change(next_code_point(words, rest)));
  return out + std::string(words.substr(rest));
}

// "điểm a khoản 1 Điều 5" of "Điều 5 khoản 1 điểm a"; a capital opens it at the start of a sentence.
std::string turned(std::string_view text, Names const& names) {
  std::string out;
  for (auto i = names.size(); i-- > 0;) {
    auto const written = slice(text, names[i].span);
    bool const small = names[i].kind == OutlineKind::clause || names[i].kind == OutlineKind::point;
    out += (out.empty() ? "" : " ") + (small ? with_first(written, to_lower) : std::string(written));
  }
  auto const begin = names.front().span.begin;
  bool const opens = begin == 0 || text[begin - 1] == '\n' || (begin > 1 && text[begin - 1] == ' ' && text[begin - 2] == '.');
  return opens ? with_first(out, to_upper) : out;
}

void find_inverted(std::string_view text, Names const& names, std::vector<Finding>& out) {
  if (!grammar::inverted(names) || std::ranges::any_of(names, [](auto const& n) { return n.label.empty(); })) return;
  auto right = turned(text, names);
  out.push_back({.at = whole(names), .arguments = {{"right", right}}, .related = {}, .fix = {{whole(names), right}}});
}

bool counts(OutlineKind kind) { return kind == OutlineKind::article || kind == OutlineKind::clause || kind == OutlineKind::point; }

// Where it stands: "5a" behind "5". Nothing for a label that another kind of division has.
std::optional<int> rank(grammar::DivisionName const& name) {
  auto const style = label_style(name.label);
  if (style != (name.kind == OutlineKind::point ? LabelStyle::letter : LabelStyle::number)) return std::nullopt;
  return label_rank(name.label);
}

// The label without the word before it.
Span label_of(grammar::DivisionName const& name) { return {name.span.end - static_cast<std::uint32_t>(name.label.size()), name.span.end}; }

// Of divisions of one kind behind each other, without others between.
void find_descending(std::string_view text, Names const& names, std::vector<Finding>& out) {
  for (std::size_t begin = 0, end = 0; begin < names.size(); begin = end) {
    std::vector<int> ranks;
    for (end = begin; end < names.size() && names[end].kind == names[begin].kind && (end == begin || names[end].join != grammar::Join::of);
         ++end)
      if (auto const r = rank(names[end])) ranks.push_back(*r);
    if (!counts(names[begin].kind) || ranks.size() < 2 || ranks.size() != end - begin || std::ranges::is_sorted(ranks)) continue;
    Finding finding{.at = {names[begin].span.begin, names[end - 1].span.end}, .arguments = {}, .related = {}, .fix = {}};
    finding.arguments = {{"found", std::string(slice(text, finding.at))}};
    // "điểm a khoản 3, khoản 1": the labels are not all that belongs together.
    bool const alone = begin == 0 || names[begin].join != grammar::Join::of;
    bool const plain =
        std::all_of(names.begin() + static_cast<std::ptrdiff_t>(begin), names.begin() + static_cast<std::ptrdiff_t>(end),
                    [&](auto const& n) { return slice(text, label_of(n)) == label_at_rank(label_style(n.label), *rank(n)); });
    if (alone && plain) {
      std::ranges::sort(ranks);
      for (auto i = begin; i < end; ++i) {
        auto label = label_at_rank(label_style(names[i].label), ranks[i - begin]);
        if (label != names[i].label) finding.fix.push_back({label_of(names[i]), std::move(label)});
      }
    }
    out.push_back(std::move(finding));
  }
}

// The article first: without one it may be any khoản or điểm, of money, of marks.
std::vector<std::string> starts(Options const&) { return {"điều", "khoản", "điểm"}; }
constexpr std::uint32_t article = 0;

void run(CheckInput const& input, std::vector<Finding>& out) {
  std::string_view const text = input.document.text;
  bool const inverted = *input.options.get<std::string>("fault") == "inverted";
  std::size_t past = 0, line_end = 0;       // of what was read, of the line at hand
  auto next_article = input.found.begin();  // at the start at hand or behind it
  for (auto start = input.found.begin(); start != input.found.end(); ++start) {
    auto const at = start->span.begin;
    if (at < past) continue;
    if (line_end <= at) line_end = std::min(text.find('\n', at), text.size());
    next_article = std::find_if(std::max(start, next_article), input.found.end(), [](auto const& each) { return each.phrase == article; });
    if (next_article == input.found.end() || next_article->span.begin >= line_end) continue;
    auto const names = grammar::match_divisions(text.substr(0, line_end), at);
    if (names.empty()) continue;
    past = names.back().span.end;
    // "Điều 2, điểm a khoản 12345": what stands behind could not be read.
    auto const behind = std::min(text.find_first_not_of(", ", past), text.size());
    if (grammar::division_starts().may_hold(word_at(text, behind).hash)) continue;
    bool const of_article = std::ranges::any_of(names, [](auto const& n) { return n.kind == OutlineKind::article; });
    if (!of_article || names.size() == grammar::most_division_names) continue;
    inverted ? find_inverted(text, names, out) : find_descending(text, names, out);
  }
}

constexpr OptionDef options[] = {{"fault", OptionType::string, true, "inverted or descending"}};
constexpr ArgumentDef arguments[] = {
    {"right", "of an inverted one: the right order"},
    {"found", "of a descending one: the list as written"},
};

}  // namespace

Check const division_order{"division-order", options, arguments, run, starts};

}  // namespace vanthu
