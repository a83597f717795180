#include "read/foreign_letters.hpp"

#include <algorithm>
#include <iterator>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_foreign(char32_t c) { return c >= 0x370 && c < 0x530; }
bool is_latin(char32_t c) { return is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)); }
bool is_blank(char32_t c) { return c <= ' ' || c == 0xA0; }

// What was seen of a word so far.
struct ForeignWord {
  bool latin = false;
  bool look_alikes = true;  // no letter of another script that looks like none of ours
};

// Greek and Cyrillic letters start with these bytes; most texts have none.
bool may_be_foreign(char byte) { return static_cast<unsigned char>(byte) >= 0xCD && static_cast<unsigned char>(byte) <= 0xD4; }

}  // namespace

void note_foreign_letters(MappedText& text) {
  if (std::none_of(text.text.begin(), text.text.end(), may_be_foreign)) return;
  std::vector<Anomaly> found;
  std::vector<Anomaly> line, run, word;  // of those not decided yet: the line's last, the run without blanks, the word
  ForeignWord seen;
  bool run_latin = false, real = false;  // a Latin letter in the run; a word of another script in the line

  auto const end_word = [&] {
    if (seen.latin)
      found.insert(found.end(), word.begin(), word.end());
    else if (word.size() > 1 && seen.look_alikes)
      run.insert(run.end(), word.begin(), word.end());
    else if (word.size() > 1)
      real = true;
    run_latin |= seen.latin;
    word.clear();
    seen = {};
  };
  auto const end_run = [&] {
    if (run_latin) line.insert(line.end(), run.begin(), run.end());
    run.clear();
    run_latin = false;
  };
  auto const end_line = [&] {
    if (!real) found.insert(found.end(), line.begin(), line.end());
    line.clear();
    real = false;
  };
  for (std::size_t at = 0; at < text.text.size();) {
    auto const begin = offset32(at);
    auto const c = next_code_point(text.text, at);
    if (is_foreign(c) && is_letter(c)) {
      word.push_back({AnomalyKind::foreign_letter, {begin, offset32(at)}});
      seen.look_alikes &= latin_look_alike(c) != 0;
    } else if (is_latin(c)) {
      seen.latin = true;
    } else {
      end_word();
      if (is_blank(c)) end_run();
      if (c == '\n') end_line();
    }
  }
  end_word();
  end_run();
  end_line();
  auto const by_place = [](Anomaly const& a, Anomaly const& b) { return a.span.begin < b.span.begin; };
  std::ranges::sort(found, by_place);
  std::vector<Anomaly> merged;
  std::merge(text.anomalies.begin(), text.anomalies.end(), found.begin(), found.end(), std::back_inserter(merged), by_place);
  text.anomalies = std::move(merged);
}

}  // namespace vanthu
