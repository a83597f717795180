#include "read/blocks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/columns.hpp"
#include "read/joining.hpp"
#include "read/raw_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// Writes blocks one after the other.
class BlockWriter {
 public:
  explicit BlockWriter(Unmarked const& source) : source_(source), text_(source.text.text), copier_(source.text, result_.text) {
    result_.text.text.reserve(text_.size() + 1);
    result_.blocks.reserve(source.lines.size());
  }

  void start(Cell const& cell) {
    block_ = {};
    block_.span.begin = offset32(result_.text.text.size());
    block_.kind = cell.facts.bullet_size > 0 && cell.line.kind == BlockKind::paragraph ? BlockKind::list_item : cell.line.kind;
    block_.column = cell.column;
    block_.level = cell.line.level;
    block_.row = block_.last_row = cell.line.row;
    block_.blank_before = cell.line.blank_lines > 0 || cell.line.rule || result_.blocks.empty();
    emphasized_letters_ = 0;
    if (cell.split) note(AnomalyKind::cell_split, {block_.span.begin, block_.span.begin});
    auto span = cell.line.span;
    if (block_.kind == BlockKind::list_item) {
      auto const bullet_end = span.begin + cell.facts.bullet_size;
      auto const rest = trimmed(text_, {bullet_end, span.end});
      auto const bullet = slice(text_, {span.begin, bullet_end});
      if (bullet == "–" || bullet == "—") note(AnomalyKind::odd_dash, {block_.span.begin, block_.span.begin + 1});
      copier_.replace({span.begin, bullet_end}, bullet == "+" ? "+" : "-");
      if (rest.begin > bullet_end)
        copier_.replace({bullet_end, rest.begin}, " ");
      else
        result_.text.text += ' ';
      span = rest;
    }
    write(span);
    end_ = cell.line.span.end;
  }

  void join(Cell const& cell, Joint joint) {
    auto const at = offset32(result_.text.text.size());
    if (joint == Joint::blank) copier_.replace({end_, cell.line.span.begin}, " ");
    note(AnomalyKind::line_join, {at, offset32(result_.text.text.size())});
    write(cell.line.span);
    block_.last_row = cell.line.row;
    end_ = cell.line.span.end;
  }

  void finish() {
    block_.span.end = offset32(result_.text.text.size());
    if (block_.span.empty()) return;
    if (emphasized_letters_ > 0) {
      auto const letters = std::max(emphasized_letters_, count_letters(slice(result_.text.text, block_.span)));
      block_.emphasized = static_cast<std::uint16_t>(emphasized_letters_ * 100 / letters);
    }
    result_.blocks.push_back(block_);
    result_.text.text += '\n';
  }

  Paragraphs take() {
    auto& anomalies = result_.text.anomalies;
    auto const by_place = [](Anomaly const& a, Anomaly const& b) { return a.span.begin < b.span.begin; };
    if (!std::is_sorted(anomalies.begin(), anomalies.end(), by_place)) std::stable_sort(anomalies.begin(), anomalies.end(), by_place);
    return std::move(result_);
  }

 private:
  void note(AnomalyKind kind, Span span) { result_.text.anomalies.push_back({kind, span}); }

  // Copies with every run of blanks made one.
  void write(Span span) {
    count_emphasized(span);
    auto const& runs = source_.blank_runs;
    while (next_run_ < runs.size() && runs[next_run_].begin < span.begin) ++next_run_;
    for (auto at = span.begin; at < span.end;) {
      auto const more = next_run_ < runs.size() && runs[next_run_].begin < span.end;
      copy({at, more ? runs[next_run_].begin : span.end});
      if (!more) return;
      auto const run = runs[next_run_++];
      auto const begin = offset32(result_.text.text.size());
      copier_.replace(run, " ");
      if (run.size() > 1) note(AnomalyKind::space_run, {begin, begin + 1});
      at = run.end;
    }
  }

  // Blanks in `span` are single ones. An anomaly stands for no more than the word that it starts in, or the part of it that is emphasized:
  // such a word is copied by itself.
  void copy(Span span) {
    for (auto at = span.begin; at < span.end;) {
      auto const anomaly = copier_.next_anomaly(at);
      if (anomaly > span.end) return copier_.copy({at, span.end});
      auto word = anomaly;
      while (word > at && !is_blank(text_[word - 1])) --word;
      copier_.copy({at, word});
      at = word;
      if (at == span.end) return;
      auto end = at + 1;
      if (!is_blank(text_[at]))
        while (end < span.end && !is_blank(text_[end]) && !at_emphasis_border(end)) ++end;
      copier_.copy({at, end});
      at = end;
    }
  }

  // Emphasized parts are ascending by begin and may nest: what counts is the furthest end seen so far.
  bool at_emphasis_border(std::uint32_t at) {
    auto const& parts = source_.emphasized;
    while (next_emphasis_ < parts.size() && parts[next_emphasis_].begin < at)
      emphasis_end_ = std::max(emphasis_end_, parts[next_emphasis_++].end);
    return at == emphasis_end_ || (next_emphasis_ < parts.size() && parts[next_emphasis_].begin == at);
  }

  void count_emphasized(Span span) {
    auto const& parts = source_.emphasized;
    for (auto at = span.begin; at < span.end;) {
      while (next_counted_ < parts.size() && parts[next_counted_].begin <= at)
        counted_end_ = std::max(counted_end_, parts[next_counted_++].end);
      auto const next = next_counted_ < parts.size() ? std::min(parts[next_counted_].begin, span.end) : span.end;
      if (at < counted_end_) emphasized_letters_ += count_letters(slice(text_, {at, std::min(next, counted_end_)}));
      at = next;
    }
  }

  static std::uint64_t count_letters(std::string_view text) {
    std::uint64_t letters = 0;
    for (std::size_t at = 0; at < text.size();) letters += is_letter(next_code_point(text, at));
    return letters;
  }

  Unmarked const& source_;
  std::string_view text_;
  Paragraphs result_;
  Copier copier_;
  Block block_;
  std::uint32_t end_ = 0;          // of what was written last, in text_
  std::size_t next_run_ = 0;       // of blanks
  std::size_t next_emphasis_ = 0;  // for the borders of words
  std::uint32_t emphasis_end_ = 0;
  std::size_t next_counted_ = 0;  // for the letters
  std::uint32_t counted_end_ = 0;
  std::uint64_t emphasized_letters_ = 0;  // of the block
};

}  // namespace

Paragraphs build_paragraphs(Unmarked const& source) {
  auto const& types = type_name_letters();
  std::string_view const text = source.text.text;
  auto cells = split_columns(source, types);
  auto const wrapping = measure_wrapping(text, cells);

  BlockWriter writer(source);
  BlockContext context;
  bool recipients = false, after_type_name = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& cell = cells[i];
    if (i > 0) {
      if (auto const joint = joint_between(text, cells[i - 1], cell, wrapping, context); joint != Joint::none) {
        writer.join(cell, joint);
        ++context.lines;
        continue;
      }
      writer.finish();
    }
    auto const names_type = is_type_name(slice(text, cell.line.span), cell.facts, types);
    if (cell.facts.recipients)
      recipients = true;
    else if (names_type || cell.facts.start == LineStart::label)
      recipients = false;
    context = {};
    context.recipients = recipients && cell.facts.start == LineStart::bullet;
    context.recipients = context.recipients || (recipients && cell.column == Column::left && cell.facts.start != LineStart::component);
    context.subject = cell.facts.subject || (after_type_name && !cell.facts.caps && cell.facts.start != LineStart::label &&
                                             cell.facts.start != LineStart::component);
    after_type_name = names_type || (after_type_name && cell.line.kind == BlockKind::heading && cell.facts.caps);
    writer.start(cell);
  }
  if (!cells.empty()) writer.finish();
  return writer.take();
}

}  // namespace vanthu
