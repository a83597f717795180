#include "read/furniture.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/line_facts.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t page_lines = 20;         // fewer fill no page
constexpr std::uint32_t far_from_margin = 15;  // columns: only what is centred stands there

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

// "7", "- 7 -", "Trang 7", "7/12", "Trang 7/12"; 0 when the line is no page number. `marked` when more than the number says so.
int page_number(std::string_view line, bool& marked) {
  marked = false;
  if (line.size() > 24) return 0;
  static constexpr std::string_view words[] = {"Trang ", "trang ", "TRANG ", "Page "};
  for (auto const word : words) {
    if (!line.starts_with(word)) continue;
    line.remove_prefix(word.size());
    marked = true;
  }
  if (line.size() > 4 && line.starts_with("- ") && line.ends_with(" -")) {
    line = line.substr(2, line.size() - 4);
    marked = true;
  }
  int number = 0;
  auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc{} || number <= 0 || number > 9999 || line[0] == '0') return 0;
  auto rest = line.substr(static_cast<std::size_t>(end - line.data()));
  if (rest.starts_with('/') && rest.size() > 1) {
    rest.remove_prefix(1);
    if (!std::all_of(rest.begin(), rest.end(), is_digit_byte)) return 0;
    marked = true;
    rest = {};
  }
  return rest.empty() ? number : 0;
}

// What OCR makes of a page number or a stamp at the head of a page: no word in it.
bool is_speck(std::string_view line) {
  if (line.size() > 12 || code_points(line) > 4) return false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < line.size();) {
    letters = is_letter(next_code_point(line, at)) ? letters + 1 : 0;
    if (letters >= 2) return false;
  }
  return true;
}

bool is_gazette_head(std::string_view line) {
  return line.size() < 160 && line.find('/') != std::string_view::npos && line.find("CÔNG BÁO/Số") != std::string_view::npos;
}

// A line with its numbers made one, to find heads and feet that repeat on each page.
std::string without_numbers(std::string_view line) {
  std::string result;
  for (auto c : line)
    if (!is_digit_byte(c))
      result += c;
    else if (result.empty() || result.back() != '#')
      result += '#';
  return result;
}

}  // namespace

void drop_page_furniture(Unmarked& source) {
  auto& lines = source.lines;
  std::string_view const text = source.text.text;
  std::vector<bool> drop(lines.size());
  std::unordered_map<std::string, int> heads;
  // Numbered headings repeat too ("MỤC 1", "MỤC 2"), but they are short.
  auto const can_repeat = [&](SourceLine const& line) {
    return line.kind == BlockKind::paragraph && line.span.size() > 16 && line.span.size() < 160 &&
           line_facts(slice(text, line.span)).start != LineStart::label;
  };
  auto const is_head = [&](std::size_t i) { return lines[i].page_break && i > 0; };
  auto const is_foot = [&](std::size_t i) { return i + 1 < lines.size() && lines[i + 1].page_break; };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if ((is_head(i) || is_foot(i)) && can_repeat(lines[i])) ++heads[without_numbers(slice(text, lines[i].span))];

  int last_page = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto const& line = lines[i];
    if (line.kind != BlockKind::paragraph) continue;
    auto const words = slice(text, line.span);
    auto const at_edge = is_head(i) || is_foot(i);
    auto const alone = line.blank_lines > 0 || (i + 1 < lines.size() ? lines[i + 1].blank_lines > 0 : i > page_lines);
    bool marked = false;
    if (auto const page = page_number(words, marked); page > 0) {
      auto const next = last_page == 0 ? page <= 3 || marked : page == last_page + 1;
      if (at_edge || marked || (next && (alone || line.indent >= far_from_margin))) {
        drop[i] = true;
        last_page = page;
      }
    } else if (is_gazette_head(words) || (is_head(i) && is_speck(words))) {
      drop[i] = true;
    } else if (at_edge && can_repeat(line)) {
      auto const found = heads.find(without_numbers(words));
      drop[i] = found != heads.end() && found->second >= 3;
    }
  }
  if (std::find(drop.begin(), drop.end(), true) == drop.end()) return;
  std::size_t kept = 0;
  SourceLine pending;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = lines[i];
    line.page_break = line.page_break || pending.page_break;
    line.rule = line.rule || pending.rule;
    line.blank_lines += pending.blank_lines;
    if (drop[i]) {
      pending = line;
      pending.page_break = true;
      continue;
    }
    pending = {};
    lines[kept++] = line;
  }
  lines.resize(kept);
}

}  // namespace vanthu
