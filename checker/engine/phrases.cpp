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
  return phrase.words.size() == 1 ? phrase.words[0].hash : pair_hash(phrase.words[0].hash, phrase.words[1].hash);
}

// Does `phrase` end at `end`? `next` is the first word that begins there or later.
bool ends_at(std::string_view text, std::span<Word const> words, std::size_t end, std::size_t next, WordPhrase const& phrase) {
  auto const count = phrase.words.size();
  if (count == 0) return text.substr(0, end).ends_with(phrase.text);
  if (count > next) return false;
  auto const there = phrase_at(text, words, next - count, phrase);
  return there && there->end == end;
}

// Likewise for one that begins at `begin`.
bool begins_at(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t next, WordPhrase const& phrase) {
  if (phrase.words.empty()) return text.substr(begin).starts_with(phrase.text);
  auto const there = phrase_at(text, words, next, phrase);
  return there && there->begin == begin;
}

// Both fold to the same text, so they have as many code points.
bool same_letter_case(std::string_view a, std::string_view b) {
  if (a == b) return true;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();)
    if (is_upper(next_code_point(a, i)) != is_upper(next_code_point(b, j))) return false;
  return true;
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
  auto const add = [&](std::uint32_t rule, std::size_t phrase, std::string_view text) {
    auto wrong = make_phrase(text);
    std::pair const order(!wrong.words.empty(), start_of(wrong));
    items.push_back({rule, static_cast<std::uint32_t>(phrase), std::move(wrong), order});
  };
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    auto const& rule = rules[r];
    of_rule_.push_back({make_phrases(rule.if_before), make_phrases(rule.unless_before), rule.form == Form::check});
    for (std::size_t p = 0; p < rule.phrases.size(); ++p) add(r, p, rule.phrases[p].wrong);
    if (rule.form != Form::check) continue;
    if (auto const* check = check_named(rule.check_name); check->phrases != nullptr)
      for (std::size_t p = 0; auto const& text : check->phrases(Options(rule.options))) add(r, p++, text);
  }
  // Items are large: their numbers are sorted, and each is moved once.
  std::vector<std::uint32_t> numbers(items.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::ranges::stable_sort(numbers, {}, [&](std::uint32_t i) { return items[i].order; });
  entries_.reserve(items.size());
  std::vector<std::uint32_t> starts;
  for (auto const i : numbers) {
    auto& item = items[i];
    auto const& rule = rules[item.rule];
    starts.push_back(item.order.second);
    without_words_ += item.order.first ? 0 : 1;
    auto const& words = item.wrong.words;
    ends_.push_back({words.empty() ? 0 : words.back().hash, static_cast<std::uint32_t>(words.size()), item.rule});
    auto& entry = entries_.emplace_back(Entry{item.rule, item.phrase, std::move(item.wrong), {}, {}, rule.letter_case});
    if (rule.form != Form::phrases) continue;
    entry.before = make_phrases(rule.phrases[item.phrase].unless_before);
    entry.after = make_phrases(rule.phrases[item.phrase].unless_after);
  }
  starts_ = WordTable(starts);
}

// The first word from `at` on where a phrase may start: few do, and this is asked of every word of a text.
std::size_t PhraseIndex::next_start(std::span<Word const> words, std::size_t at) const {
  for (; at + 1 < words.size(); ++at)
    if (starts_.perhaps_holds(words[at].hash, pair_hash(words[at].hash, words[at + 1].hash))) return at;
  return at < words.size() && starts_.may_hold(words[at].hash) ? at : words.size();
}

std::vector<PhraseMatch> PhraseIndex::find(std::string_view text, std::span<Word const> words, std::vector<bool> const& wanted) const {
  std::vector<PhraseMatch> out;
  auto const take = [&](Entry const& entry, Span found, std::size_t word) {
    PhraseMatch const match{entry.rule, entry.phrase, static_cast<std::uint32_t>(word), found};
    if (excluded(text, words, match, entry)) return;
    if (entry.letter_case && !same_letter_case(entry.wrong.text, slice(text, found))) return;
    out.push_back(match);
  };
  auto const compare = [&](WordTable::Range entries, std::size_t at) {
    auto const here = words.subspan(at);
    auto const* const ends = ends_.data();
    for (auto i = entries.begin; i < entries.end; ++i) {
      auto const& [last, count, rule] = ends[i];
      if (count == 0 || count > here.size() || here[count - 1].hash != last || !wanted[rule]) continue;
      if (auto const found = phrase_at(text, words, at, entries_[i].wrong)) take(entries_[i], *found, at);
    }
  };
  for (auto at = next_start(words, 0); at < words.size(); at = next_start(words, at + 1)) {
    compare(starts_.find(words[at].hash), at);
    if (at + 1 < words.size()) compare(starts_.find(pair_hash(words[at].hash, words[at + 1].hash)), at);
  }
  for (auto const& entry : std::span(entries_).first(without_words_)) {
    if (!wanted[entry.rule]) continue;
    auto const& signs = entry.wrong.text;
    for (auto at = text.find(signs); at != std::string_view::npos; at = text.find(signs, at + 1)) {
      auto const next = std::ranges::lower_bound(words, at, {}, [](Word const& w) { return w.span.begin; }) - words.begin();
      take(entry, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + signs.size())}, static_cast<std::size_t>(next));
    }
  }
  keep_longest(out);
  return out;
}

// Ascending by rule and place; where two overlap the earlier one stays, then the longer one.
void PhraseIndex::keep_longest(std::vector<PhraseMatch>& matches) const {
  std::sort(matches.begin(), matches.end(), [](PhraseMatch const& a, PhraseMatch const& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end > b.span.end;
  });
  std::size_t kept = 0;
  for (auto const& match : matches)
    if (kept == 0 || matches[kept - 1].rule != match.rule || match.span.begin >= matches[kept - 1].span.end ||
        of_rule_[match.rule].overlapping)
      matches[kept++] = match;
  matches.resize(kept);
}

// Its unless_before or unless_after stands beside it. A blank may stand between, or none: "(phó" before "chủ tịch".
bool PhraseIndex::excluded(std::string_view text, std::span<Word const> words, PhraseMatch const& found, Entry const& entry) const {
  auto const& of_rule = of_rule_[entry.rule];
  if (of_rule.needed.empty() && of_rule.excluding.empty() && entry.before.empty() && entry.after.empty()) return false;
  auto const [begin, end] = found.span;
  auto const blank_before = begin > 0 && text[begin - 1] == ' ';
  auto const blank_after = end < text.size() && text[end] == ' ';
  auto const before = begin - (blank_before ? 1 : 0);
  auto const after = end + (blank_after ? 1 : 0);
  auto const stands_before = [&](WordPhrase const& p) { return ends_at(text, words, before, found.word, p); };
  if (!of_rule.needed.empty() && std::ranges::none_of(of_rule.needed, stands_before)) return true;
  return std::ranges::any_of(of_rule.excluding, stands_before) || std::ranges::any_of(entry.before, stands_before) ||
         std::ranges::any_of(entry.after,
                             [&](auto const& p) { return begins_at(text, words, after, found.word + entry.wrong.words.size(), p); });
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
