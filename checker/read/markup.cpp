#include "read/markup.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "read/inline_marks.hpp"
#include "read/raw_lines.hpp"

namespace vanthu {
namespace {

// The text without <!-- … -->; line ends inside stay, so that rows keep their numbers.
MappedText without_comments(MappedText text) {
  if (text.text.find("<!--") == std::string::npos) return text;
  MappedText result;
  Copier copier(text, result);
  std::size_t at = 0;
  for (;;) {
    auto const open = text.text.find("<!--", at);
    auto const close = open == std::string::npos ? open : text.text.find("-->", open + 4);
    if (close == std::string::npos) break;
    copier.copy({offset32(at), offset32(open)});
    for (auto i = open; i < close; ++i)
      if (text.text[i] == '\n') copier.copy({offset32(i), offset32(i + 1)});
    at = close + 3;
  }
  copier.copy({offset32(at), offset32(text.text.size())});
  return result;
}

}  // namespace

Unmarked take_out_markup(MappedText decoded, Format format) {
  auto const text = format == Format::markdown ? without_comments(std::move(decoded)) : std::move(decoded);
  auto const lines = find_lines(text.text, format);
  auto const found = find_inline_marks(text.text, lines, format);

  Unmarked result;
  result.text.text.reserve(text.text.size() + 1);
  Copier copier(text, result.text);
  std::vector<std::pair<Span, std::uint32_t>> places;  // what was copied, and where to
  auto mark = found.marks.begin();
  SourceLine open;             // the line that is being written
  std::uint32_t last_end = 0;  // of what was copied, in the old text
  auto const start = [&](SourceLine const& line) {
    open = line;
    open.span.begin = offset32(result.text.text.size());
  };
  auto blank_lines = 0U;
  auto const finish = [&](std::uint32_t next) {
    open.span.end = offset32(result.text.text.size());
    open.span = trimmed(result.text.text, open.span);
    if (open.span.empty()) {
      ++blank_lines;
    } else {
      open.blank_lines += std::exchange(blank_lines, 0);
      result.lines.push_back(open);
    }
    copier.replace({last_end, std::max(last_end, next)}, "\n");
  };
  auto const copy = [&](Span part) {
    if (part.empty()) return;
    places.emplace_back(part, offset32(result.text.text.size()));
    copier.copy(part);
    last_end = part.end;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const& line = lines[i];
    start(line);
    auto at = line.span.begin;
    for (; mark != found.marks.end() && mark->span.begin < line.span.end; ++mark) {
      copy({at, mark->span.begin});
      at = mark->span.end;
      if (mark->with == "\v") {
        finish(at);
        start(line);
        open.blank_lines = 0;
        open.rule = open.page_break = false;
      } else if (!mark->with.empty()) {
        copier.replace(mark->span, mark->with);
      }
      last_end = at;
    }
    copy({at, line.span.end});
    finish(i + 1 < lines.size() ? lines[i + 1].span.begin : last_end);
  }
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
