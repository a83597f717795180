// Texts cut into tokens, phrases found among them.
#include "engine/phrases.hpp"

#include <algorithm>
#include <numeric>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::vector<WordPhrase> make_phrases(std::vector<std::string_view> const& texts) {
  std::vector<WordPhrase> out;
  for (auto const text : texts) out.push_back(make_phrase(text));
  return out;
}

// Two words as one: of phrases that begin alike there are many, of those that go on alike few.
std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) { return (first ^ (second << 16U | second >> 16U)) * 0x85EBCA6BU; }

std::uint32_t start_of(WordPhrase const& phrase) {
  if (phrase.words.empty()) return 0;
  return phrase.words.size() == 1 ? phrase.words[0] : pair_hash(phrase.words[0], phrase.words[1]);
}

// Does `phrase` end at `end`? `next` is the first word that begins there or later.
bool ends_at(std::string_view text, std::span<Word const> words, std::size_t end, std::size_t next, WordPhrase const& phrase) {
  auto const count = phrase.words.size();
  if (count == 0) return text.substr(0, end).ends_with(phrase.lead);
  if (count > next) return false;
  auto const there = phrase_at(text, words, next - count, phrase);
  return there && there->end == end;
}

// Likewise for one that begins at `begin`.
bool begins_at(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t next, WordPhrase const& phrase) {
  if (phrase.words.empty()) return text.substr(begin).starts_with(phrase.lead);
  auto const there = phrase_at(text, words, next, phrase);
  return there && there->begin == begin;
}

// Both fold to the same text, so they have as many code points.
bool same_letter_case(std::string_view a, std::string_view b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();)
    if (is_upper(next_code_point(a, i)) != is_upper(next_code_point(b, j))) return false;
  return true;
}

// Ascending by rule and place; where two overlap the earlier one stays, then the longer one.
void keep_longest(std::vector<PhraseMatch>& matches) {
  std::sort(matches.begin(), matches.end(), [](PhraseMatch const& a, PhraseMatch const& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::vector<PhraseMatch> kept;
  for (auto const& match : matches)
    if (kept.empty() || kept.back().rule != match.rule || match.span.begin >= kept.back().span.end) kept.push_back(match);
  matches = std::move(kept);
}

// Words that are the same in `wrong` and in `right` keep the letter case in which they stand in the text:
// "Lao động-Thương binh" → "Lao động - Thương binh".
std::string with_words_of(std::string_view found, std::string_view wrong, std::string right) {
  auto const old = words(found), of_pack = words(wrong);
  std::size_t next = 0;
  for (auto const span : words(right)) {
    auto const word = std::string(slice(right, span));
    if (std::none_of(of_pack.begin(), of_pack.end(), [&](Span s) { return slice(wrong, s) == word; })) continue;
    auto const same = std::find_if(old.begin() + static_cast<std::ptrdiff_t>(next), old.end(),
                                   [&](Span s) { return s.size() == span.size() && to_lower(slice(found, s)) == to_lower(word); });
    if (same == old.end()) continue;
    right.replace(span.begin, span.size(), slice(found, *same));
    next = static_cast<std::size_t>(same - old.begin()) + 1;
  }
  return right;
}

}  // namespace

PhraseIndex::PhraseIndex(std::span<Rule const> rules) : starts_({}) {
  struct Item {
    std::uint32_t rule, phrase;
    WordPhrase wrong;
    std::pair<bool, std::uint32_t> order;
  };
  std::vector<Item> items;
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    around_.push_back({make_phrases(rules[r].if_before), make_phrases(rules[r].unless_before)});
    for (std::uint32_t p = 0; p < rules[r].phrases.size(); ++p) {
      auto wrong = make_phrase(rules[r].phrases[p].wrong);
      auto const start = start_of(wrong);
      items.push_back({r, p, std::move(wrong), {}});
      items.back().order = {!items.back().wrong.words.empty(), start};
    }
  }
  // Items are large: their numbers are sorted, and each is moved once.
  std::vector<std::uint32_t> numbers(items.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::ranges::stable_sort(numbers, {}, [&](std::uint32_t i) { return items[i].order; });
  entries_.reserve(items.size());
  std::vector<std::uint32_t> starts;
  for (auto const i : numbers) {
    auto& item = items[i];
    auto const& phrase = rules[item.rule].phrases[item.phrase];
    starts.push_back(item.order.second);
    without_words_ += item.order.first ? 0 : 1;
    entries_.push_back({item.rule, item.phrase, std::move(item.wrong), make_phrases(phrase.unless_before),
                        make_phrases(phrase.unless_after), rules[item.rule].letter_case});
  }
  starts_ = WordTable(starts);
}

std::vector<PhraseMatch> PhraseIndex::find(std::string_view text, std::span<Word const> words, std::vector<bool> const& wanted) const {
  std::vector<PhraseMatch> out;
  auto const take = [&](Entry const& entry, Span found, std::size_t first) {
    if (excluded(text, words, found, first, entry)) return;
    if (entry.letter_case && !same_letter_case(entry.wrong.text, slice(text, found))) return;
    out.push_back({entry.rule, entry.phrase, found});
  };
  auto const compare = [&](WordTable::Range entries, std::size_t at) {
    for (auto i = entries.begin; i < entries.end; ++i) {
      auto const& wrong = entries_[i].wrong;
      auto const behind = at + wrong.words.size();  // of those that begin alike most do not end alike
      if (wrong.words.empty() || behind > words.size() || words[behind - 1].hash != wrong.words.back() || !wanted[entries_[i].rule])
        continue;
      if (auto const found = phrase_at(text, words, at, wrong)) take(entries_[i], *found, at);
    }
  };
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto const entries = starts_.find(words[at].hash); entries.end != 0) compare(entries, at);
    if (at + 1 == words.size()) break;
    if (auto const entries = starts_.find(pair_hash(words[at].hash, words[at + 1].hash)); entries.end != 0) compare(entries, at);
  }
  for (auto const& entry : std::span(entries_).first(without_words_)) {
    if (!wanted[entry.rule]) continue;
    auto const& signs = entry.wrong.lead;
    for (auto at = text.find(signs); at != std::string_view::npos; at = text.find(signs, at + 1)) {
      auto const next = std::ranges::lower_bound(words, at, {}, [](Word const& w) { return w.span.begin; }) - words.begin();
      take(entry, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + signs.size())}, static_cast<std::size_t>(next));
    }
  }
  keep_longest(out);
  return out;
}

// Its unless_before or unless_after stands beside it. A blank may stand between, or none: "(phó" before "chủ tịch". `first`: its first
// word, or the first behind it.
bool PhraseIndex::excluded(std::string_view text, std::span<Word const> words, Span found, std::size_t first, Entry const& entry) const {
  auto const blank_before = found.begin > 0 && text[found.begin - 1] == ' ';
  auto const blank_after = found.end < text.size() && text[found.end] == ' ';
  auto const before = found.begin - (blank_before ? 1 : 0);
  auto const after = found.end + (blank_after ? 1 : 0);
  auto const stands_before = [&](WordPhrase const& p) { return ends_at(text, words, before, first, p); };
  auto const& of_rule = around_[entry.rule];
  if (!of_rule.needed.empty() && std::ranges::none_of(of_rule.needed, stands_before)) return true;
  return std::ranges::any_of(of_rule.excluding, stands_before) || std::ranges::any_of(entry.before, stands_before) ||
         std::ranges::any_of(entry.after,
                             [&](auto const& p) { return begins_at(text, words, after, first + entry.wrong.words.size(), p); });
}

std::string in_case_of(std::string_view right, std::string_view found, std::string_view wrong) {
  if (all_caps(found) && code_points(found) > 1 && !all_caps(wrong)) return to_upper(right);
  std::size_t first_found = 0;
  std::size_t rest = 0;
  if (right.empty() || found.empty()) return std::string(right);
  if (!is_upper(next_code_point(found, first_found))) return with_words_of(found, wrong, std::string(right));
  std::string out;
  append_utf8(out, to_upper(next_code_point(right, rest)));
  out += right.substr(rest);
  return with_words_of(found, wrong, std::move(out));
}

}  // namespace vanthu
