#include "recognize/lines.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "grammar/header.hpp"
#include "text/byte_set.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// A header line is short; longer blocks are text.
constexpr std::size_t longest_header_block = 420;
constexpr std::size_t longest_caps_line = 260;
constexpr std::size_t long_key_bytes = 72;  // what lines begin with is shorter

struct Pattern {
  FixedLine kind;
  std::string_view letters;  // what is looked for
  std::string_view exact;    // letters with their marks, in lower case
  std::string_view cues[5];  // at least two must be there before it is looked for at all
  int edits;
};

constexpr Pattern patterns[] = {
    {FixedLine::national_name,
     "conghoaxahoichunghiavietnam",
     "cộnghòaxãhộichủnghĩaviệtnam",
     {"cong h", "xa h", "chu ngh", "viet nam", "nghia v"},
     6},
    {FixedLine::motto, "doclaptudohanhphuc", "độclậptựdohạnhphúc", {"doc l", "tu do", "hanh p", "lap", "phuc"}, 4},
};

// The letters of a text, folded, each with the byte it stands at.
struct Folded {
  std::string letters;
  std::vector<std::uint32_t> at;  // begin of each; one more for the end of the last
  std::vector<std::uint32_t> end;
};

Folded fold_letters(std::string_view text) {
  Folded out;
  for (std::size_t i = 0; i < text.size();) {
    auto const begin = i;
    auto const c = next_code_point(text, i);
    if (!is_letter(c) && !is_digit(c)) continue;
    auto const base = c < 0x80 ? std::string(1, static_cast<char>(to_lower(c))) : fold_ascii(text.substr(begin, i - begin));
    out.letters += base.size() == 1 ? base[0] : '?';
    out.at.push_back(static_cast<std::uint32_t>(begin));
    out.end.push_back(static_cast<std::uint32_t>(i));
  }
  return out;
}

// Where `pattern` occurs in `text` with the fewest edits (Sellers): half-open range of letters.
struct Place {
  std::size_t begin, end;
  int edits;
};

Place best_place(std::string_view text, std::string_view pattern) {
  if (auto const exact = text.find(pattern); exact != std::string_view::npos) return {exact, exact + pattern.size(), 0};  // as mostly
  struct Cell {
    int cost;
    std::size_t begin;
  };
  std::vector<Cell> column(pattern.size() + 1), next(pattern.size() + 1);
  for (std::size_t p = 0; p <= pattern.size(); ++p) column[p] = {static_cast<int>(p), 0};
  Place best{0, 0, static_cast<int>(pattern.size())};
  for (std::size_t t = 0; t < text.size(); ++t) {
    next[0] = {0, t + 1};
    for (std::size_t p = 1; p <= pattern.size(); ++p) {
      next[p] = {column[p - 1].cost + (text[t] != pattern[p - 1]), p == 1 ? t : column[p - 1].begin};
      if (column[p].cost + 1 < next[p].cost) next[p] = {column[p].cost + 1, column[p].begin};
      if (next[p - 1].cost + 1 < next[p].cost) next[p] = {next[p - 1].cost + 1, next[p - 1].begin};
    }
    std::swap(column, next);
    if (column.back().cost < best.edits) best = {column.back().begin, t + 1, column.back().cost};
  }
  return best;
}

struct FixedMatch {
  Span span;  // in the text given
  FixedLine kind;
  bool garbled;
};

double share_of_capitals(std::string_view text) {
  std::size_t upper = 0, letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    letters += is_letter(c);
    upper += is_upper(c);
  }
  return letters == 0 ? 0.0 : static_cast<double>(upper) / static_cast<double>(letters);
}

std::string plain_letters(std::string_view text) {
  std::string out;
  auto const folded = fold(text);
  for (std::size_t i = 0; i < folded.size();) {
    auto const begin = i;
    if (is_letter(next_code_point(folded, i))) out.append(folded, begin, i - begin);
  }
  return out;
}

// Stops where too few are left to look for.
bool has_two(std::string_view key, std::span<std::string_view const> cues) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < cues.size() && found < 2 && found + cues.size() - i >= 2; ++i)
    found += key.find(cues[i]) != std::string_view::npos;
  return found >= 2;
}

std::optional<FixedMatch> find_fixed(std::string_view text, std::string_view key, Pattern const& pattern) {
  if (key.size() + static_cast<std::size_t>(pattern.edits) < pattern.letters.size() || !has_two(key, pattern.cues)) return std::nullopt;
  auto const folded = fold_letters(text);
  auto const place = best_place(folded.letters, pattern.letters);
  if (place.edits > pattern.edits || place.end <= place.begin) return std::nullopt;
  Span span{folded.at[place.begin], folded.end[place.end - 1]};
  auto const before = text.substr(0, span.begin);
  auto const inside = slice(text, span);
  bool const alone = folded.letters.size() <= pattern.letters.size() + 8;
  // Beside another column stands a name in capitals; a sentence that names the State or quotes the motto is neither.
  if (!alone && share_of_capitals(before) < 0.6 && !before.empty()) return std::nullopt;
  if (!alone && pattern.kind == FixedLine::national_name && share_of_capitals(inside) < 0.7) return std::nullopt;
  if (!alone && pattern.kind == FixedLine::motto && before.empty() && text.size() > span.end + 40) return std::nullopt;
  // Punctuation that someone put right behind it belongs to the line.
  while (span.end < text.size() && (text[span.end] == '.' || text[span.end] == ',' || text[span.end] == ';' || text[span.end] == ':'))
    ++span.end;
  return FixedMatch{span, pattern.kind, plain_letters(slice(text, span)) != pattern.exact};
}

// At least two letters, of which hardly any is small.
bool mostly_capitals(std::string_view text) {
  constexpr double wanted = 0.85;
  auto const most_small = static_cast<std::size_t>((1 - wanted) * static_cast<double>(text.size()));
  // In most lines the small letters of ASCII alone are too many, even if all that follows were capitals.
  std::size_t small = 0;
  for (char const c : text)
    if ((small += c >= 'a' && c <= 'z') > most_small) return false;
  std::size_t upper = 0, letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    letters += is_letter(c);
    upper += is_upper(c);
  }
  return letters >= 2 && static_cast<double>(upper) >= wanted * static_cast<double>(letters);
}

std::size_t cut_code_points(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && text[span.begin] == ' ') ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
  return span;
}

bool has_letters(std::string_view text, std::size_t wanted) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < text.size() && n < wanted;) n += is_letter(next_code_point(text, i));
  return n >= wanted;
}

// Most of what stands there is neither a letter nor a blank, or there is next to nothing.
bool is_junk(std::string_view text) {
  std::size_t letters = 0, others = 0, words_of_letters = 0, run = 0;
  if (text.size() > 80) return false;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    if (is_letter(c)) {
      ++letters;
      if (++run == 3 && ++words_of_letters == 3) return false;
      continue;
    }
    run = 0;
    others += c != ' ';
  }
  return letters < 2 || words_of_letters == 0 || (others * 2 > letters && words_of_letters < 3);
}

// "Só:2QĐĐ-ĐHQGHN Hà Nội, ngày …": the number is damaged, but the place before ", ngày" can be told by its capitals. Where it starts.
std::optional<std::uint32_t> place_behind_number(std::string_view text) {
  if (text.size() > 120 || text.size() < 20 || text[0] != 'S') return std::nullopt;
  constexpr ByteSet signs(":-/");
  auto const comma = text.find(", ng");
  if (comma == std::string_view::npos || signs.find_first_in(text.substr(0, comma)) == std::string_view::npos) return std::nullopt;
  auto const all = words(text.substr(0, comma));
  std::size_t first = all.size();
  while (first > 0 && all.size() - first < 4) {
    auto const word = slice(text, all[first - 1]);
    std::size_t i = 0;
    bool const title_case = is_upper(next_code_point(word, i)) && i < word.size() && !all_caps(word);
    bool const after_blank = all[first - 1].begin > 0 && text[all[first - 1].begin - 1] == ' ';
    if (!title_case || !after_blank) break;
    --first;
  }
  if (first == all.size() || first == 0 || !grammar::match_place_date(text, all[first].begin)) return std::nullopt;
  return all[first].begin;
}

// A fixed line inside a longer block starts it, or follows a name in capitals.
bool may_hold_fixed(std::string_view text) {
  constexpr std::size_t short_block = 200;
  if (text.size() <= short_block) return true;
  std::size_t upper = 0, letters = 0;
  for (std::size_t i = 0; i < text.size() && letters < 6;) {
    auto const c = next_code_point(text, i);
    letters += is_letter(c);
    upper += is_upper(c);
  }
  return upper >= 3;
}

// Ends of the parts that a block is cut into, ascending.
void cut_block(Document const& document, std::size_t block, std::vector<Line>& out) {
  auto const& b = document.blocks[block];
  auto const whole = trimmed(document.text, b.span);
  auto const text = slice(document.text, whole);
  auto line = make_line(document, whole, block);
  line.blank_before = b.blank_before;
  if (text.size() > longest_header_block || b.kind == BlockKind::list_item) {
    out.push_back(std::move(line));
    return;
  }
  auto const push = [&](Span span, FixedLine fixed, bool garbled) {
    auto const part = trimmed(document.text, {whole.begin + span.begin, whole.begin + span.end});
    bool const first = out.empty() || out.back().block != block;
    if (fixed == FixedLine::none && !has_letters(slice(document.text, part), 2)) return;
    auto piece = part == line.span ? std::move(line) : make_line(document, part, block);  // its span stays
    piece.fixed = fixed;
    piece.garbled = garbled;
    piece.blank_before = first && b.blank_before;
    out.push_back(std::move(piece));
  };
  // Number and place side by side.
  auto const push_rest = [&](Span span) {
    auto const part = slice(text, span);
    auto const offset =
        span.begin + static_cast<std::uint32_t>(part.size() - part.substr(std::min(part.find_first_not_of(' '), part.size())).size());
    auto const body = text.substr(offset, span.end - offset);
    if (auto const number = grammar::match_number_line(body)) {
      auto const rest = body.substr(number->span.end);
      bool const place = grammar::match_place_date(body, number->span.end).has_value();
      auto const first = rest.find_first_not_of(' ');
      bool const subject = first != std::string_view::npos && starts_with_words(fold_ascii(rest.substr(first, 8)), "v/v");
      if (place || subject) {
        push({offset, offset + number->span.end}, FixedLine::none, false);
        push({offset + number->span.end, span.end}, FixedLine::none, false);
        return;
      }
    }
    if (auto const cut = place_behind_number(body)) {
      push({offset, offset + *cut}, FixedLine::none, false);
      push({offset + *cut, span.end}, FixedLine::none, false);
      return;
    }
    push({offset, span.end}, FixedLine::none, false);
  };

  std::uint32_t done = 0;
  bool const fixed_too = may_hold_fixed(text);
  std::string rest_key;  // the line is given away only when this one stands for it
  if (fixed_too && text.size() > key_bytes) rest_key = fold_ascii(text);
  std::string_view key = rest_key.empty() ? line.key : rest_key;
  for (auto const& pattern : patterns) {
    if (!fixed_too) break;
    auto const rest = text.substr(done);
    auto const found = find_fixed(rest, key, pattern);
    if (!found) continue;
    key = rest_key = fold_ascii(text.substr(done + found->span.end));
    if (found->span.begin > 0) push_rest({done, done + found->span.begin});
    push({done + found->span.begin, done + found->span.end}, found->kind, found->garbled);
    done += found->span.end;
  }
  if (done == 0) {
    push_rest({0, static_cast<std::uint32_t>(text.size())});
    if (out.empty() || out.back().block != block) out.push_back(std::move(line));
  } else if (done < text.size()) {
    push_rest({done, static_cast<std::uint32_t>(text.size())});
  }
}

}  // namespace

Line make_line(Document const& document, Span span, std::size_t block) {
  Line line;
  line.span = trimmed(document.text, span);
  line.text = slice(document.text, line.span);
  line.key = fold_ascii(line.text.size() <= key_bytes ? line.text : line.text.substr(0, cut_code_points(line.text, long_key_bytes)));
  line.block = block;
  line.column = document.blocks[block].column;
  line.kind = document.blocks[block].kind;
  line.level = document.blocks[block].level;
  line.caps = line.text.size() <= longest_caps_line && mostly_capitals(line.text);
  line.junk = is_junk(line.text);
  return line;
}

std::vector<Line> make_lines(Document const& document) {
  std::vector<Line> out;
  out.reserve(document.blocks.size());
  for (std::size_t b = 0; b < document.blocks.size(); ++b)
    if (!trimmed(document.text, document.blocks[b].span).empty()) cut_block(document, b, out);
  return out;
}

bool starts_with_words(std::string_view key, std::string_view words) {
  if (!words.empty() && (key.empty() || key[0] != words[0])) return false;  // as nearly always
  if (!key.starts_with(words)) return false;
  if (key.size() == words.size()) return true;
  auto const next = static_cast<unsigned char>(key[words.size()]);
  return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next >= 0x80);
}

std::string letters_of(std::string_view key) {
  std::string out;
  for (char const c : key)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  return out;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  auto const difference = static_cast<int>(a.size()) - static_cast<int>(b.size());
  if (difference > limit || -difference > limit) return limit + 1;
  // What they begin and end with alike needs no edit.
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int const next = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = row[j];
      row[j] = next;
    }
  }
  return std::min(row.back(), limit + 1);
}

}  // namespace vanthu
