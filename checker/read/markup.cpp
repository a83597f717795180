#include "read/markup.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/inline_marks.hpp"
#include "read/markdown.hpp"
#include "read/raw_lines.hpp"

namespace vanthu {

namespace {

// Text with nothing to take out stays as it is, whatever stands between the lines.
Unmarked unmarked(MappedText text, MarkedLines found) {
  Unmarked result;
  result.text = std::move(text);
  result.blank_runs = find_blank_runs(result.text.text);
  result.emphasized = std::move(found.emphasized);
  result.text.anomalies = std::move(found.anomalies);
  result.lines.reserve(found.lines.size());
  auto blank_lines = 0U;
  for (auto& line : found.lines) {
    line.span = trimmed(result.text.text, line.span);
    if (line.span.empty()) {
      ++blank_lines;
    } else {
      line.blank_lines += std::exchange(blank_lines, 0);
      result.lines.push_back(line);
    }
  }
  return result;
}

}  // namespace

Unmarked take_out_markup(MappedText text, Format format) {
  auto const markdown = format == Format::markdown;
  auto found = markdown ? find_markdown(text.text) : find_inline_marks(text.text, find_lines(text.text));

  if (found.marks.empty() && text.anomalies.empty()) return unmarked(std::move(text), std::move(found));

  Unmarked result;
  result.text.text.reserve(text.text.size() + 1);
  Copier copier(text, result.text);
  result.lines.reserve(found.lines.size());
  std::vector<std::pair<Span, std::uint32_t>> places;  // what was copied, and where to
  places.reserve(found.lines.size() + found.marks.size());
  auto const copy = [&](Span part) {
    if (part.empty()) return;
    places.emplace_back(part, offset32(result.text.text.size()));
    copier.copy(part);
  };
  auto mark = found.marks.begin();
  auto blank_lines = 0U;
  for (std::size_t i = 0; i < found.lines.size(); ++i) {
    auto line = found.lines[i];
    auto const old = line.span;
    line.span.begin = offset32(result.text.text.size());
    auto at = old.begin;
    for (; mark != found.marks.end() && mark->span.begin < old.end; ++mark) {
      copy({at, mark->span.begin});
      if (!mark->with.empty()) copier.replace(mark->span, mark->with);
      at = mark->span.end;
    }
    copy({at, old.end});
    line.span.end = offset32(result.text.text.size());
    line.span = trimmed(result.text.text, line.span);
    if (line.span.empty()) {
      ++blank_lines;
    } else {
      line.blank_lines += std::exchange(blank_lines, 0);
      result.lines.push_back(line);
    }
    copier.replace({old.end, i + 1 < found.lines.size() ? found.lines[i + 1].span.begin : old.end}, "\n");
  }
  result.blank_runs = find_blank_runs(result.text.text);
  // Emphasis and OCR marks in the new text.
  auto const moved = [&](std::uint32_t old) {
    auto const next =
        std::upper_bound(places.begin(), places.end(), old, [](auto at, auto const& place) { return at < place.first.begin; });
    if (next == places.begin()) return 0U;
    auto const& [part, target] = *(next - 1);
    return target + (std::min(old, part.end) - part.begin);
  };
  for (auto const& span : found.emphasized) result.emphasized.push_back({moved(span.begin), moved(span.end)});
  std::vector<Anomaly> own;
  for (auto const& [kind, span] : found.anomalies) own.push_back({kind, {moved(span.begin), moved(span.end)}});
  std::vector<Anomaly> all;
  std::merge(result.text.anomalies.begin(), result.text.anomalies.end(), own.begin(), own.end(), std::back_inserter(all),
             [](Anomaly const& a, Anomaly const& b) { return a.span.begin < b.span.begin; });
  result.text.anomalies = std::move(all);
  return result;
}

}  // namespace vanthu
