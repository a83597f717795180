// Letters, place and surroundings of each paragraph.
#include "recognize/paragraphs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "recognize/paragraph_lines.hpp"
#include "recognize/paragraph_places.hpp"
#include "text/letter_widths.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

std::uint8_t percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(part * 100 / whole);
}

std::size_t letters_in(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < text.size();) n += is_word_char(next_code_point(text, at)) ? 1 : 0;
  return n;
}

// Dark greys are black on paper.
bool is_black(std::uint32_t color) { return (color >> 16U) <= 0x40 && (color >> 8U & 0xFFU) <= 0x40 && (color & 0xFFU) <= 0x40; }

// How many letters each value has.
template <class T>
class Shares {
 public:
  void add(T const& value, std::size_t letters) {
    for (auto& [known, count] : shares_)
      if (known == value) return static_cast<void>(count += letters);
    shares_.emplace_back(value, letters);
  }
  // Those of at least a twentieth, the greatest first.
  std::vector<T> known(std::size_t whole) const {
    auto sorted = shares_;
    std::stable_sort(sorted.begin(), sorted.end(), [](auto const& a, auto const& b) { return a.second > b.second; });
    std::vector<T> out;
    for (auto const& [value, count] : sorted)
      if (count * 20 >= whole) out.push_back(value);
    return out;
  }

 private:
  std::vector<std::pair<T, std::size_t>> shares_;
};

class Paragraphs {
 public:
  Paragraphs(Document const& document, Facts& facts) : document_(document), layout_(*document.layout), facts_(facts) {}

  void run() {
    auto const blocks = std::min(document_.blocks.size(), layout_.blocks.size());
    facts_.paragraphs.resize(blocks);
    for (std::size_t i = 0; i < blocks; ++i) {
      auto& p = facts_.paragraphs[i];
      p.block = static_cast<std::uint32_t>(i);
      letters(p);
      placement(p);
      spacing(p);
    }
    components();
    outline();
    attached();
    recognize_rule_lines(document_, facts_);
    recognize_places(document_, facts_);
  }

 private:
  Span span(std::size_t block) const { return document_.blocks[block].span; }

  // Calls with the part of each run inside a span; runs and spans ascend.
  template <class F>
  void runs_in(Span span, F f) const {
    auto run = std::upper_bound(layout_.runs.begin(), layout_.runs.end(), span.begin,
                                [](std::uint32_t at, FormatRun const& r) { return at < r.span.end; });
    for (; run != layout_.runs.end() && run->span.begin < span.end; ++run)
      if (run->format < layout_.formats.size())
        f(Span{std::max(span.begin, run->span.begin), std::min(span.end, run->span.end)}, layout_.formats[run->format]);
  }

  void letters(ParagraphFacts& p) const {
    std::size_t all = 0, level = 0, bold = 0, italic = 0, underlined = 0;
    Shares<std::string> fonts;
    Shares<std::uint16_t> sizes;
    Shares<std::uint32_t> colors;
    runs_in(span(p.block), [&](Span part, CharacterFormat const& format) {
      auto const n = letters_in(slice(document_.text, part));
      if (n == 0) return;
      all += n;
      bold += format.bold ? n : 0;
      italic += format.italic ? n : 0;
      underlined += format.underline ? n : 0;
      if (format.color && !is_black(*format.color)) colors.add(*format.color, n);
      if (!format.font.empty()) fonts.add(format.font, n);
      if (format.raised) return;
      level += n;
      sizes.add(format.size, n);
    });
    p.bold = percent(bold, all);
    p.italic = percent(italic, all);
    p.underlined = percent(underlined, all);
    p.fonts = fonts.known(all);
    for (auto const size : sizes.known(level)) {
      p.sizes.push_back(fmt::format("{}{}", size / 2, size % 2 == 0 ? "" : ",5"));
      p.smallest = p.smallest == 0 ? size : std::min(p.smallest, size);
      p.largest = std::max(p.largest, size);
    }
    if (auto const known = colors.known(all); !known.empty()) p.color = fmt::format("{:06X}", known.front());
  }

  // Of the column or cell without the indents; 0 where it is not known.
  std::int32_t room(std::size_t block) const {
    auto const& b = layout_.blocks[block];
    return std::max(b.width - std::max(b.format.left, 0) - std::max(b.format.right, 0), 0);
  }

  // Blanks or tabs stand before it in its paragraph; for a later line of one, which a line break begins, nobody knows.
  bool begins_its_line(std::size_t block) const {
    auto const at = document_.map.to_source(span(block)).begin;
    return at == 0 || at > document_.source.size() || document_.source[at - 1] == '\n';
  }

  void placement(ParagraphFacts& p) const {
    auto const& block = layout_.blocks[p.block];
    auto const width = block_width(document_, p.block);
    auto const available = room(p.block);
    p.wraps = width > 0 && available > 0 && width + std::max(block.format.first_line, 0) > available + available / 20;
    bool const placed = !begins_its_line(p.block) || (document_.blocks[p.block].column != Column::whole && block.region == Region::body);
    if (!placed) p.indent = block.format.left + block.format.first_line;
    if (block.format.alignment == Alignment::center)
      p.centered = true;
    else if (placed || available == 0 || width == 0)
      p.centered = std::nullopt;
    else if (width * 5 >= available * 4)  // fills its column: nobody sees a difference
      p.centered = true;
    else if (block.region == Region::body && block.format.left * 4 > available)  // pushed to its place by an indent
      p.centered = std::nullopt;
    else
      p.centered = false;
  }

  void spacing(ParagraphFacts& p) const {
    auto const& block = layout_.blocks[p.block];
    auto const single = single_line(p.largest);
    if (block.format.line_rule == LineRule::multiple)
      p.line_spacing = (block.format.line * 100 + 120) / 240;
    else if (single > 0)
      p.line_spacing = block.format.line * 100 / single;
    auto const pitch = block.section < layout_.sections.size() && block.format.on_grid ? layout_.sections[block.section].line_pitch : 0;
    if (block.format.line_rule == LineRule::multiple && pitch > 0 && single > 0)  // a line takes as many of the grid as it needs
      p.line_spacing = static_cast<std::int32_t>(
          std::min<std::int64_t>(std::int64_t{p.line_spacing} * ((single + pitch - 1) / pitch * pitch) / single, 1'000'000));
    if (block.format.line_rule == LineRule::at_least) p.line_spacing = std::max(p.line_spacing, 100);
    if (p.block == 0 || block.region != Region::body || document_.blocks[p.block].blank_before || !begins_its_line(p.block)) return;
    auto const& above = layout_.blocks[p.block - 1];
    if (above.region != Region::body || above.section != block.section) return;
    if (above.format.alignment == Alignment::center || above.format.alignment == Alignment::right) return;  // a heading, a date
    bool const none = block.format.contextual && above.format.contextual && above.format.style == block.format.style;
    p.gap = none ? 0 : above.format.after + block.format.before;
  }

  // The smallest component that holds at least half of it.
  void components() const {
    std::vector<std::uint32_t> best(facts_.paragraphs.size(), ~0U);
    for (auto const& c : facts_.components) {
      ParagraphFacts* last = nullptr;
      for (auto i = document_.block_at(c.span.begin); i < facts_.paragraphs.size() && span(i).begin < c.span.end; ++i) {
        auto const whole = span(i);
        auto const shared = std::min(whole.end, c.span.end) - std::max(whole.begin, std::min(c.span.begin, whole.end));
        if (shared * 2 < whole.size() || c.span.size() > best[i]) continue;
        best[i] = c.span.size();
        auto& p = facts_.paragraphs[i];
        p.component = c.kind;
        p.first_of_component = last == nullptr;
        p.last_of_component = false;
        last = &p;
      }
      if (last != nullptr) last->last_of_component = true;
    }
  }

  void outline() const {
    for (auto const& node : facts_.outline) {
      auto const at = document_.block_at(node.span.begin);
      if (at >= facts_.paragraphs.size()) continue;
      auto& p = facts_.paragraphs[at];
      p.label_of = node.kind;
      std::size_t all = 0, bold = 0;
      runs_in(node.label_span, [&](Span part, CharacterFormat const& format) {
        auto const n = letters_in(slice(document_.text, part));
        all += n;
        bold += format.bold ? n : 0;
      });
      p.marker_bold = percent(bold, all);
      auto const below = node.title_span.empty() ? at : document_.block_at(node.title_span.begin);
      if (below != at && below < facts_.paragraphs.size()) facts_.paragraphs[below].title_of = node.kind;
    }
  }

  void attached() const {
    std::uint32_t begin = 0;
    for (auto const& c : facts_.components) switch (c.kind) {
        case K::recipients:
        case K::archive_line:
        case K::signing_authority:
        case K::signer_position:
        case K::signer_name: begin = std::max(begin, c.span.end); break;
        default: break;
      }
    if (begin == 0) begin = static_cast<std::uint32_t>(document_.text.size());
    if (auto const* appendix = facts_.first(K::appendix)) begin = std::min(begin, appendix->span.begin);
    for (auto& p : facts_.paragraphs) p.attached = span(p.block).begin >= begin;
  }

  Document const& document_;
  Layout const& layout_;
  Facts& facts_;
};

}  // namespace

void recognize_paragraphs(Document const& document, Facts& facts) {
  if (document.layout) Paragraphs(document, facts).run();
}

}  // namespace vanthu
