// From what a file stores to what a reader sees: labels of lists before their paragraphs, paragraphs whose end is not shown in one line.
#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "read/docx/walk.hpp"
#include "read/mapped_text.hpp"

namespace vanthu::docx {

// A line of the text: one for each paragraph that has an end of its own.
struct ShownLine {
  Span span;                    // in ShownText::text, without its '\n'
  std::uint32_t paragraph = 0;  // index into WalkedText::paragraphs: the first one in it
};

struct ShownText {
  MappedText text;  // NFC; '\v' where a line is broken inside. Labels are mapped to the empty place before their paragraph
  std::vector<ShownLine> lines;
};

// `font_texts`: as Document::font_texts.
ShownText shown_text(WalkedText const& walked, std::span<FontText const> font_texts);

// Calls part(span, look) for the parts of a text that look alike, ascending: those of a run, the label of a paragraph. `map` leads from
// the text to the source of `walked`; what has no counterpart there is left out.
template <class Part>
void each_part(SourceMap const& map, WalkedText const& walked, Part part) {
  auto const& runs = walked.runs;
  auto const& paragraphs = walked.paragraphs;
  std::size_t run = 0, paragraph = 0;
  auto const look_at = [&](std::uint32_t at) {
    while (run + 1 < runs.size() && runs[run + 1].begin <= at) ++run;
    return runs.empty() ? RunFormat{} : runs[run].look;
  };
  for (auto const& [text, source] : map.pieces()) {
    if (source.begin == source.end) {
      while (paragraph + 1 < paragraphs.size() && paragraphs[paragraph].source.begin < source.begin) ++paragraph;
      part(text, paragraphs[paragraph].label_look);
    } else if (text.size() != source.end - source.begin) {
      part(text, look_at(source.begin));
    } else {
      for (auto at = source.begin; at < source.end;) {
        auto const look = look_at(at);
        auto const end = run + 1 < runs.size() && runs[run + 1].begin > at ? std::min(runs[run + 1].begin, source.end) : source.end;
        part(Span{text.begin + (at - source.begin), text.begin + (end - source.begin)}, look);
        at = end;
      }
    }
  }
}

}  // namespace vanthu::docx
