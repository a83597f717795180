#include "read/foreign_letters.hpp"

#include <algorithm>
#include <iterator>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_foreign(char32_t c) { return c >= 0x370 && c < 0x530; }
bool is_latin(char32_t c) { return is_letter(c) && (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)); }

// Greek and Cyrillic letters start with these bytes; most texts have none.
bool may_be_foreign(char byte) { return static_cast<unsigned char>(byte) >= 0xCD && static_cast<unsigned char>(byte) <= 0xD4; }

}  // namespace

void note_foreign_letters(MappedText& text) {
  if (std::none_of(text.text.begin(), text.text.end(), may_be_foreign)) return;
  std::vector<Anomaly> found, word;
  bool latin = false;
  auto const end_word = [&] {
    if (latin) found.insert(found.end(), word.begin(), word.end());
    word.clear();
    latin = false;
  };
  for (std::size_t at = 0; at < text.text.size();) {
    auto const begin = offset32(at);
    auto const c = next_code_point(text.text, at);
    if (is_foreign(c) && is_letter(c))
      word.push_back({AnomalyKind::foreign_letter, {begin, offset32(at)}});
    else if (is_latin(c))
      latin = true;
    else
      end_word();
  }
  end_word();
  std::vector<Anomaly> merged;
  std::merge(text.anomalies.begin(), text.anomalies.end(), found.begin(), found.end(), std::back_inserter(merged),
             [](Anomaly const& a, Anomaly const& b) { return a.span.begin < b.span.begin; });
  text.anomalies = std::move(merged);
}

}  // namespace vanthu
