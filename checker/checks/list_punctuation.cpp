// list-punctuation: in a list of addressees or recipients, items end with ";" and the last one with ".", unless the archive line follows.
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

struct EndMark {
  Span span;              // from the end of the item on, blanks before the mark included; empty where there is none
  std::string_view text;  // the mark
};

// The sign that stands right after the item on its line.
EndMark mark_after(std::string_view text, Span item) {
  auto const begin = std::min(text.find_first_not_of(' ', item.end), text.size());
  auto end = begin;
  EndMark const none{{item.end, item.end}, {}};
  if (begin == text.size() || text[begin] == '\n') return none;
  if (auto const c = next_code_point(text, end); is_letter(c) || is_digit(c)) return none;
  return {{item.end, static_cast<std::uint32_t>(end)}, text.substr(begin, end - begin)};
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const kind = component_kind(*input.options.get<std::string>("component"));
  auto const* c = kind ? input.facts.first(*kind) : nullptr;
  auto const* items = c ? c->field("items") : nullptr;
  auto const minimum = input.options.value_or<std::int64_t>("minimum", 2);
  auto const last_too = input.options.value_or<bool>("last", false);
  if (items == nullptr || static_cast<std::int64_t>(items->items.size()) < minimum) return;
  // Behind the last recipient the archive line follows: it ends as the others do.
  auto const* archive = input.facts.first(ComponentKind::archive_line);
  bool const followed = archive != nullptr && c->span.contains(archive->span) && archive->span.begin >= items->items.back().end;
  Finding finding{.at = {}, .arguments = {}, .related = {}, .fix = {}};
  int wrong = 0;
  for (std::size_t i = 0; i < items->items.size(); ++i) {
    auto const item = items->items[i];
    bool const last = i + 1 == items->items.size() && !followed;
    if (last && !last_too) continue;
    auto const wanted = last ? "." : ";";
    auto const mark = mark_after(input.document.text, item);
    if (mark.text == wanted) continue;
    if (wrong++ == 0) {
      // An item that only lacks its mark is marked as a whole, so that there is something to see.
      finding.at = mark.text.empty() ? item : Span{static_cast<std::uint32_t>(mark.span.end - mark.text.size()), mark.span.end};
      finding.arguments = {{"found", std::string(mark.text)}, {"wanted", wanted}, {"item", std::string(slice(input.document.text, item))}};
    } else {
      finding.related.push_back(item);
    }
    finding.fix.push_back({mark.span, wanted});
  }
  if (wrong > 0) out.push_back(std::move(finding));
}

constexpr OptionDef options[] = {
    {"component", OptionType::string, true, "component kind with a field `items`"},
    {"minimum", OptionType::integer, false, "judge lists of at least this many items; 2 when absent"},
    {"last", OptionType::boolean, false, "the last item is judged too (full stop); false when absent"},
};
constexpr ArgumentDef arguments[] = {
    {"found", "the mark that stands there, empty when none"},
    {"wanted", "the mark that belongs there"},
    {"item", "the first item concerned"},
};

}  // namespace

Check const list_punctuation{"list-punctuation", options, arguments, run};

}  // namespace vanthu
