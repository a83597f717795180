#include "recognize/reference_targets.hpp"

#include <algorithm>
#include <array>

#include "text/byte_set.hpp"
#include "text/label_rank.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

using grammar::ReferenceAnchor;
using O = OutlineKind;

constexpr std::size_t most_candidates = 32;  // of one label: keeps the whole linear

OutlineNode const& node(OutlineIndex const& index, int i) { return index.facts->outline[static_cast<std::size_t>(i)]; }

// "01" is "1"; letter case does not matter. Of an appendix "II" is "2".
std::string label_key(O kind, std::string_view label) {
  if (kind == O::appendix)
    if (auto const rank = label_rank(label)) return std::to_string(*rank);
  while (label.size() > 1 && label[0] == '0') label.remove_prefix(1);
  return to_lower(label);
}

// A division of this kind can be meant by the word: "mục" is said of many.
bool fits(O asked, OutlineNode const& n) {
  switch (asked) {
    case O::section:
      return n.kind == O::section || n.kind == O::subsection || n.kind == O::heading || n.kind == O::clause || n.kind == O::point ||
             n.kind == O::part;
    case O::subsection: return n.kind == O::subsection || n.kind == O::clause || n.kind == O::heading;
    case O::part: return n.kind == O::part || n.kind == O::heading;
    case O::point: return n.kind == O::point || n.kind == O::clause;
    default: return n.kind == asked;
  }
}

void add(LabelSequence& sequence, OutlineNode const& n, int i) {
  auto const rank = label_rank(n.label);
  if (!rank) return;
  if (*rank != sequence.count + 1) sequence.whole = false;
  sequence.count = *rank;
  sequence.last = i;
}

// It shows that the label is absent.
bool lacks(LabelSequence const& sequence, std::string_view label) {
  auto const rank = label_rank(label);
  return sequence.whole && sequence.count >= 2 && (!rank || *rank > sequence.count) && label.find('.') == std::string_view::npos;
}

// "5" of "5a"; else all.
std::string_view counted(std::string_view label) {
  auto const digits = std::min(ascii_digits.find_first_not_in(label), label.size());
  return digits == 0 ? label : label.substr(0, digits);
}

// The fitting children of a node (or `nodes` for the whole document, parent -1) seen as one sequence.
LabelSequence sequence_of(OutlineIndex& index, int parent, std::vector<int> const& nodes, ReferenceStep const& step) {
  auto const style = step.kind == O::appendix ? LabelStyle::other : label_style(counted(step.label));
  auto const key =
      (static_cast<std::uint64_t>(parent + 1) << 8) | (static_cast<std::uint64_t>(step.kind) << 4) | static_cast<unsigned>(style);
  auto const [found, fresh] = index.sequences.try_emplace(key);
  if (!fresh) return found->second;
  std::array<LabelSequence, 10> by_kind;
  for (auto const i : nodes) {
    auto const& n = node(index, i);
    if (fits(step.kind, n) && (step.kind == O::appendix || label_style(n.label) == style))
      add(by_kind[static_cast<std::size_t>(n.kind)], n, i);
  }
  // Of divisions of two kinds numbered alike no one knows which are meant.
  auto const used = std::ranges::count_if(by_kind, [](LabelSequence const& s) { return s.count != 0; });
  if (used == 1) found->second = *std::ranges::find_if(by_kind, [](LabelSequence const& s) { return s.count != 0; });
  return found->second;
}

int child(OutlineIndex& index, int parent, ReferenceStep const& step) {
  auto const& list = index.children[static_cast<std::size_t>(parent)];
  auto const [found, fresh] = index.of.try_emplace(parent);
  if (fresh)
    for (auto const i : list) found->second.try_emplace(label_key(node(index, i).kind, node(index, i).label), i);
  auto const at = found->second.find(label_key(step.kind, step.label));
  return at != found->second.end() && fits(step.kind, node(index, at->second)) ? at->second : -1;
}

// The innermost division of that kind around a place.
int enclosing(OutlineIndex const& index, O kind, std::uint32_t at) {
  auto const& outline = index.facts->outline;
  auto const next = std::ranges::upper_bound(outline, at, {}, [](OutlineNode const& n) { return n.span.begin; });
  for (auto i = static_cast<int>(next - outline.begin()) - 1; i >= 0; i = node(index, i).parent)
    if (node(index, i).span.end > at && fits(kind, node(index, i)) && (kind != O::section || node(index, i).kind != O::point)) return i;
  return -1;
}

// Where the document's own text ends and attached ones may begin.
std::uint32_t signed_at(Facts const& facts) {
  for (auto const kind : {ComponentKind::signer_name, ComponentKind::recipients})
    if (auto const* component = facts.first(kind)) return component->span.end;
  return 0;
}

// Types of texts that another document carries.
bool attachable(std::string_view type) {
  static constexpr std::string_view types[] = {"quy chế", "quy định",  "nội quy",  "điều lệ",      "quy trình", "quy ước", "quy tắc",
                                               "đề án",   "phương án", "kế hoạch", "chương trình", "hướng dẫn", "danh mục"};
  return std::ranges::find(types, type) != std::end(types);
}

struct Where {
  int space = -1;         // of articles; -1: none
  bool attached = false;  // other divisions: behind the signatures
  bool sure = false;      // what is absent there is missing
};

Where where(OutlineIndex const& index, ReferenceAnchor anchor, InternalReference const& r) {
  auto const& spaces = index.spaces;
  auto const here = std::ranges::upper_bound(spaces, r.span.begin, {}, &ArticleSpace::begin) - spaces.begin();
  int const own = spaces.empty() ? -1 : 0;
  int const around = here == 0 ? own : static_cast<int>(here) - 1;
  if (anchor == ReferenceAnchor::as_named) return {own, false, true};
  // "Điều 5 nêu trên" can be one of a law that was cited.
  bool const by_place = anchor == ReferenceAnchor::above || anchor == ReferenceAnchor::below;
  if (r.type.empty()) return {around, false, !by_place || std::ranges::none_of(r.path, [](auto const& s) { return s.kind == O::article; })};
  auto const type = fold(r.type);
  if (type == index.own_type || type == "văn bản") return {own, false, true};
  if (!attachable(type)) return index.own_type.empty() ? Where{own, false, false} : Where{-1, true, false};
  if (around > 0) return {around, true, true};
  if (spaces.size() == 2) return {1, true, true};
  return {index.own_type.empty() ? own : -1, true, false};
}

void set_missing(OutlineIndex const& index, InternalReference& r, std::size_t step, int last, bool sure) {
  if (!sure || index.doubtful || index.other_starts.contains(r.path[step].label)) return;
  r.status = ReferenceStatus::missing;
  r.missing = static_cast<int>(step);
  r.missing_words = step_words(r.path[step]);
  r.last = last;
}

// The steps inside what the step before leads to.
bool walk(OutlineIndex& index, InternalReference& r, std::size_t from, bool sure) {
  for (auto i = from; i < r.path.size(); ++i) {
    auto& step = r.path[i];
    auto const parent = r.path[i - 1].target;
    step.target = child(index, parent, step);
    if (step.target >= 0) continue;
    if (auto const s = sequence_of(index, parent, index.children[static_cast<std::size_t>(parent)], step); lacks(s, step.label))
      set_missing(index, r, i, s.last, sure);
    return false;
  }
  r.status = ReferenceStatus::found;
  return true;
}

void resolve_article(OutlineIndex& index, Where const& in, std::size_t step, InternalReference& r) {
  if (in.space < 0) return;
  auto const& space = index.spaces[static_cast<std::size_t>(in.space)];
  auto const found = space.by_label.find(r.path[step].label);
  if (found != space.by_label.end()) {
    r.path[step].target = found->second;
    walk(index, r, step + 1, in.sure);
  } else if (space.whole && space.last >= 0) {
    auto const rank = label_rank(r.path[step].label);
    if (!rank || *rank > *label_rank(node(index, space.last).label)) set_missing(index, r, step, space.last, in.sure);
  }
}

// Divisions outside of articles that the first step can mean, the likeliest first.
std::vector<int> candidates_for(OutlineIndex const& index, ReferenceAnchor anchor, Where const& in, InternalReference const& r) {
  auto const& asked = r.path.front();
  auto const found = index.by_label.find(label_key(asked.kind, asked.label));
  if (found == index.by_label.end()) return {};
  auto const& nodes = found->second;
  auto from = nodes.begin(), to = nodes.end();
  auto const here = std::ranges::lower_bound(nodes, r.span.begin, {}, [&](int i) { return node(index, i).label_span.begin; });
  if (anchor == ReferenceAnchor::above) to = here;
  if (anchor == ReferenceAnchor::below) from = here;
  bool const last_first = anchor == ReferenceAnchor::above;
  auto const after = in.attached && asked.kind != O::appendix ? signed_at(*index.facts) : 0;
  std::vector<int> out;
  for (auto count = std::min<std::ptrdiff_t>(to - from, most_candidates); count > 0; --count) {
    auto const i = last_first ? *--to : *from++;
    if (fits(asked.kind, node(index, i)) && node(index, i).label_span.begin >= after) out.push_back(i);
  }
  return out;
}

// A division that no article holds: any of the document that has its label; above or below only those.
void resolve_label(OutlineIndex& index, ReferenceAnchor anchor, Where const& in, InternalReference& r) {
  auto const asked = r.path.front();
  auto const candidates = candidates_for(index, anchor, in, r);
  bool const one = candidates.size() == 1;
  for (auto const i : candidates) {
    auto tried = r;
    tried.path.front().target = i;
    if (walk(index, tried, 1, one && in.sure) || (one && tried.status == ReferenceStatus::missing)) {
      r = std::move(tried);
      return;
    }
  }
  if (!candidates.empty() || !in.sure) return;
  // A khoản or điểm belongs to some article, which nobody named.
  bool const inner = asked.kind == O::clause || asked.kind == O::point;
  if (inner && (!index.spaces.empty() || anchor != ReferenceAnchor::this_text)) return;
  if (auto const s = sequence_of(index, -1, index.children.back(), asked); lacks(s, asked.label)) set_missing(index, r, 0, s.last, true);
}

}  // namespace

std::string step_words(ReferenceStep const& step) {
  auto const word = [&]() -> std::string_view {
    switch (step.kind) {
      case O::point: return "điểm ";
      case O::clause: return "khoản ";
      case O::article: return "Điều ";
      case O::subsection: return "tiểu mục ";
      case O::chapter: return "Chương ";
      case O::part: return "Phần ";
      case O::appendix: return "Phụ lục ";
      default: return "mục ";
    }
  }();
  return std::string(word) + (step.label.empty() ? "này" : step.label);
}

OutlineIndex index_outline(Document const& document, Facts const& facts) {
  OutlineIndex index{&document, &facts, {}, {}, {}, {}, {}, {}, {}, false};
  auto const& outline = facts.outline;
  index.children.resize(outline.size() + 1);
  std::unordered_set<std::uint32_t> labels;  // where they stand
  for (int i = 0; i < static_cast<int>(outline.size()); ++i) {
    auto const& n = node(index, i);
    labels.insert(n.span.begin);
    index.children[n.parent < 0 ? outline.size() : static_cast<std::size_t>(n.parent)].push_back(i);
    if (n.kind != O::article) {
      if (!n.label.empty()) index.by_label[label_key(n.kind, n.label)].push_back(i);
      continue;
    }
    auto const rank = label_rank(n.label);
    if (index.spaces.empty() || (rank && *rank == 1)) index.spaces.push_back({n.span.begin, {}, -1, true});
    auto& space = index.spaces.back();
    space.by_label.try_emplace(n.label, i);
    if (!rank) continue;
    space.whole = space.whole && *rank == (space.last < 0 ? 1 : *label_rank(node(index, space.last).label) + 1);
    space.last = i;
  }
  for (auto const& block : document.blocks) {
    if (labels.contains(block.span.begin)) continue;
    auto const text = slice(document.text, block.span).substr(0, 8);
    index.other_starts.insert(text.substr(0, std::min(text.find_first_of(" .):/"), text.size())));
  }
  if (auto const* own = doc_type_by_slug(facts.type)) index.own_type = fold(own->name);
  index.doubtful =
      std::ranges::any_of(document.anomalies, [](Anomaly const& a) { return a.kind == AnomalyKind::ocr_mark; }) ||
      std::ranges::any_of(facts.citations, [](Citation const& c) { return std::ranges::find(c.defects, "damaged") != c.defects.end(); });
  for (auto const kind : {ComponentKind::national_name, ComponentKind::motto})
    if (auto const* line = facts.first(kind))
      if (auto const* garbled = line->field("garbled")) index.doubtful |= garbled->value == Value{true};
  if (auto const* subject = facts.first(ComponentKind::subject))
    index.doubtful |= fold(slice(document.text, subject->span)).find("sửa đổi") != std::string::npos;
  return index;
}

void resolve(OutlineIndex& index, ReferenceAnchor anchor, InternalReference& r) {
  auto& first = r.path.front();
  if (first.label.empty()) {
    first.target = enclosing(index, first.kind, r.span.begin);
    if (first.target >= 0) walk(index, r, 1, true);
    return;
  }
  auto const in = where(index, anchor, r);
  auto const article = std::ranges::find(r.path, O::article, &ReferenceStep::kind);
  if (article == r.path.end() || first.kind == O::appendix) return resolve_label(index, anchor, in, r);
  resolve_article(index, in, static_cast<std::size_t>(article - r.path.begin()), r);
}

}  // namespace vanthu
