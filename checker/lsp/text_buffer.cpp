#include "lsp/text_buffer.hpp"

#include <algorithm>
#include <utility>

namespace vanthu::lsp {
namespace {

constexpr std::uint32_t stride = 1024;  // bytes between marks in a long line
constexpr std::uint32_t longest_character = 4;

// Adds the starts of lines in (from, to]: each is where the line before it has ended.
void find_starts(std::string_view text, std::size_t from, std::size_t to, std::vector<std::uint32_t>& out) {
  for (auto at = from; at < to && at < text.size(); ++at) {
    at = text.find_first_of("\r\n", at);
    if (at >= to) return;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;  // ends behind the LF
    out.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

bool continues(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; }

}  // namespace

TextBuffer::TextBuffer(std::string text, ColumnUnit unit) : unit_(unit) { set(std::move(text)); }

void TextBuffer::set(std::string text) {
  text_ = std::move(text);
  line_starts_ = {0};
  find_starts(text_, 0, text_.size(), line_starts_);
  marks_.clear();
}

void TextBuffer::replace(TextRange range, std::string_view with) {
  auto begin = offset(range.start), end = offset(range.end);
  if (begin > end) std::swap(begin, end);
  text_.replace(begin, end - begin, with);
  marks_.clear();

  // Starts up to the line of the byte before the edit stay, those that depend on bytes behind it move along; between them they are found
  // anew. That CR and LF are one line end together is why one byte more is looked at on either side.
  auto const kept = std::upper_bound(line_starts_.begin(), line_starts_.end(), begin == 0 ? 0 : begin - 1);
  auto const moved = std::upper_bound(kept, line_starts_.end(), end + 1);
  std::vector<std::uint32_t> found;
  find_starts(text_, begin == 0 ? 0 : begin - 1, begin + with.size() + 1, found);
  auto const shift = static_cast<std::uint32_t>(with.size()) - (end - begin);  // modulo 2^32
  std::for_each(moved, line_starts_.end(), [&](std::uint32_t& start) { start += shift; });
  auto const first = kept - line_starts_.begin();
  line_starts_.erase(kept, moved);
  line_starts_.insert(line_starts_.begin() + first, found.begin(), found.end());
}

std::string_view TextBuffer::line(std::size_t number) const {
  auto const begin = line_starts_[number];
  auto const end = number + 1 < line_starts_.size() ? line_starts_[number + 1] : text_.size();
  auto out = std::string_view(text_).substr(begin, end - begin);
  if (out.ends_with('\n')) out.remove_suffix(1);
  if (out.ends_with('\r')) out.remove_suffix(1);
  return out;
}

std::uint32_t TextBuffer::offset(TextPosition at) const {
  if (at.line >= line_starts_.size()) return static_cast<std::uint32_t>(text_.size());
  return line_starts_[at.line] + static_cast<std::uint32_t>(byte_of(line(at.line), at.character, unit_));
}

TextPosition TextBuffer::position(std::uint32_t offset) const {
  auto const next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  auto const number = static_cast<std::size_t>(next - line_starts_.begin()) - 1;
  return {static_cast<std::uint32_t>(number), column(number, offset - line_starts_[number])};
}

std::uint32_t TextBuffer::column(std::size_t number, std::uint32_t at) const {
  auto const whole = line(number);
  if (at <= stride || whole.size() <= stride) return column_of(whole.substr(0, at + longest_character), at, unit_);
  auto& marks = marks_[number];
  if (marks.empty()) {
    std::uint32_t begin = 0, column = 0;
    marks.emplace_back(begin, column);
    while (begin + stride < whole.size()) {
      auto end = begin + stride;
      while (continues(whole, end)) ++end;
      column += column_of(whole.substr(begin, end - begin), end - begin, unit_);
      marks.emplace_back(begin = end, column);
    }
  }
  auto const behind = std::partition_point(marks.begin(), marks.end(), [&](auto const& mark) { return mark.first <= at; });
  auto const [begin, column] = *(behind - 1);
  return column + column_of(whole.substr(begin, at - begin + longest_character), at - begin, unit_);
}

}  // namespace vanthu::lsp
