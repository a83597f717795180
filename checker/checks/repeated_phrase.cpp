// repeated-phrase: the same run of words stands twice in direct succession ("… ở nước ngoài, … ở nước ngoài").
#include <algorithm>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"

namespace vanthu {
namespace {

constexpr std::size_t longest = 12;  // words of a phrase; bounds the work per word

// Between the two only blanks or one comma may stand: "A; A" and "A. A" are lists.
bool close(std::string_view text, Span a, Span b) {
  auto const gap = text.substr(a.end, b.begin - a.end);
  return gap.find_first_not_of(" ,") == std::string_view::npos;
}

// Equal hashes stand for equal words while searching; what is found is compared in full.
bool same_words(std::string_view text, std::span<Word const> a, std::span<Word const> b) {
  return std::ranges::equal(a, b, {}, &Word::hash, &Word::hash) &&
         std::ranges::equal(a, b, [&](Word const& x, Word const& y) { return fold(slice(text, x.span)) == fold(slice(text, y.span)); });
}

bool same(std::span<Word const> words, std::size_t i, std::size_t j) { return words[i].hash == words[j].hash; }

// Is the word at `at` one of n words in a row, each the same as the one n words on?
bool repeats(std::span<Word const> words, std::size_t at, std::size_t n) {
  auto begin = at, end = at + 1;
  while (begin > 0 && at + 1 - begin < n && same(words, begin - 1, begin - 1 + n)) --begin;
  while (end + n < words.size() && end - begin < n && same(words, end, end + n)) ++end;
  return end - begin == n;
}

// False where no phrase stands twice. Of n words in a row one is at a multiple of n.
bool may_repeat(std::span<Word const> words, std::size_t minimum) {
  for (auto n = minimum; n <= std::min(longest, words.size()); ++n)
    for (auto const *word = words.data(), *const last = word + (words.size() - n); word < last; word += n)
      if (word->hash == word[n].hash && repeats(words, static_cast<std::size_t>(word - words.data()), n)) return true;
  return false;
}

// `words` are those of one block.
void search(std::string_view text, std::span<Word const> words, std::size_t minimum, std::vector<Finding>& out) {
  for (std::size_t i = 0; i + 2 * minimum <= words.size(); ++i) {
    for (auto n = std::min(longest, (words.size() - i) / 2); n >= minimum; --n) {
      if (!same(words, i, i + n) || !close(text, words[i + n - 1].span, words[i + n].span)) continue;
      if (!same_words(text, words.subspan(i, n), words.subspan(i + n, n))) continue;
      // "a b, a b, a c" repeats from a and from b alike: the copies are parted at a comma where there is one.
      for (std::size_t k = 0; k < n && i + k + 2 * n <= words.size(); ++k) {
        if (k > 0 && !same(words, i + k + n - 1, i + k + 2 * n - 1)) break;
        auto const gap = slice(text, {words[i + k + n - 1].span.end, words[i + k + n].span.begin});
        if (gap.find(',') == std::string_view::npos) continue;
        i += k;
        break;
      }
      auto const first = Span{words[i].span.begin, words[i + n - 1].span.end};
      auto const all = Span{first.begin, words[i + 2 * n - 1].span.end};
      out.push_back(
          {.at = all, .arguments = {{"phrase", std::string(slice(text, first))}}, .related = {}, .fix = {{{first.end, all.end}, ""}}});
      i += 2 * n - 1;
      break;
    }
  }
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const minimum = static_cast<std::size_t>(std::max<std::int64_t>(2, input.options.value_or<std::int64_t>("words", 4)));
  if (!may_repeat(input.document.words, minimum)) return;
  WordsByBlock words(input.document.words);
  for (auto const& block : input.document.blocks) {
    auto const own = words.next(block.span);
    if (block.kind != BlockKind::table_cell && may_repeat(own, minimum)) search(input.document.text, own, minimum, out);
  }
}

constexpr OptionDef options[] = {{"words", OptionType::integer, false, "shortest phrase, in words; 4 when absent"}};
constexpr ArgumentDef arguments[] = {{"phrase", "the phrase that is repeated"}};

}  // namespace

Check const repeated_phrase{"repeated-phrase", options, arguments, run};

}  // namespace vanthu
