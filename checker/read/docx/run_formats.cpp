#include "read/docx/run_formats.hpp"

#include <initializer_list>
#include <utility>

#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

bool is_east_asian(char32_t c) {
  return (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace

RunFormat RunFormats::of(RunProperties const& run) {
  RunFormat result;
  result.hidden = (run.on & hidden_flag) != 0;
  auto const complex = (run.on & (complex_flag | right_to_left_flag)) != 0;
  result.ascii = number(run, complex ? complex_font : ascii_font);
  auto const of_group = [&](FontGroup group) {
    return complex || run.fonts[group] == run.fonts[ascii_font] ? result.ascii : number(run, group);
  };
  result.other = of_group(other_font);
  result.east_asian = of_group(east_asian_font);
  return result;
}

std::uint32_t RunFormats::number(RunProperties const& run, FontGroup group) {
  auto const flag = [&](std::uint32_t flags) { return (run.on & flags) != 0; };
  auto const complex = group == complex_font;
  auto const size = complex ? run.complex_size : run.size;
  auto const font = run.fonts[group];
  CharacterFormat format;
  if (size) format.size = size;
  format.bold = flag(complex ? bold_complex_flag : bold_flag);
  format.italic = flag(complex ? italic_complex_flag : italic_flag);
  format.underline = flag(underline_flag);
  format.strike = flag(strike_flag | double_strike_flag);
  format.caps = flag(caps_flag);
  format.small_caps = flag(small_caps_flag);
  format.raised = flag(raised_flag);
  if (run.color == RunProperties::Color::rgb) format.color = run.rgb;
  // 16 bits of font, 12 of size, 7 flags, 25 of colour.
  std::uint64_t key = std::uint64_t{font} << 12 | format.size;
  for (auto const each : {format.bold, format.italic, format.underline, format.strike, format.caps, format.small_caps, format.raised})
    key = key << 1 | (each ? 1U : 0U);
  key = key << 25 | (format.color ? 1U << 24 | *format.color : 0U);
  auto const [known, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(formats_.size()));
  if (!added) return known->second;
  format.font = font ? fonts_->name(font) : "Times New Roman";
  formats_.push_back(std::move(format));
  return known->second;
}

void append_runs(std::vector<FormatRun>& runs, RunFormat const& format, std::string_view text, std::size_t offset) {
  auto const add = [&](std::size_t begin, std::size_t end, std::uint32_t number) {
    auto const first = static_cast<std::uint32_t>(offset + begin), last = static_cast<std::uint32_t>(offset + end);
    if (!runs.empty() && runs.back().format == number && runs.back().span.end == first)
      runs.back().span.end = last;
    else
      runs.push_back({{first, last}, number});
  };
  if (text.empty()) return;
  if (format.ascii == format.other && format.ascii == format.east_asian) return add(0, text.size(), format.ascii);
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const character = next_code_point(text, at);
    add(begin, at, character < 0x80 ? format.ascii : is_east_asian(character) ? format.east_asian : format.other);
  }
}

}  // namespace vanthu::docx
