// Reads the clause before a citation, from the citation backwards.
#include "recognize/citation_context.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/citation.hpp"
#include "grammar/names.hpp"
#include "grammar/phrase_set.hpp"
#include "grammar/words.hpp"
#include "recognize/citation_shape.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using grammar::first_code_point;
using grammar::skip;
using grammar::skip_phrase;

constexpr std::size_t window = 700;   // bytes looked at before a citation: keeps the whole linear
constexpr std::size_t near_by = 120;  // bytes in which its last words and what they say of it stand

// An act that makes or confirms a document: it tells the content. The others only name the body.
struct Verb {
  std::string_view words;
  bool tells_content;
};
constexpr Verb verbs[] = {
    {"phê duyệt", true},   {"ban hành", true},  {"thông qua", true},   {"cho phép", true},   {"chấp thuận", true},
    {"công nhận", true},   {"thành lập", true}, {"quy định", true},    {"công bố", true},    {"chỉ đạo", false},
    {"kết luận", false},   {"yêu cầu", false},  {"thống nhất", false}, {"đề nghị", false},   {"giao", false},
    {"cho ý kiến", false}, {"báo cáo", false},  {"hướng dẫn", false},  {"quyết định", true},
};

// Start of the sentence or of the part after ";" that byte `at` belongs to. `words`: those before it.
std::size_t clause_begin(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t at, std::size_t reach) {
  auto low = at > begin + reach ? at - reach : begin;
  while (low < at && (static_cast<unsigned char>(text[low]) & 0xC0) == 0x80) ++low;
  for (auto p = at; p > low;) {
    // Clauses end between words; nearly always a blank alone stands there.
    auto const word = words.empty() ? Span{} : words.back().span;
    for (auto const stop = std::max<std::size_t>(word.end, low); p > stop; --p) {
      char const c = text[p - 1];
      if (c == ';' || c == '\n') return p;
      if ((c == '.' || c == ':') && p < at && text[p] == ' ' && is_upper(first_code_point(text, p + 1))) return p;
    }
    if (words.empty()) return low;
    p = word.begin;
    words = words.first(words.size() - 1);
  }
  return low;
}

std::string_view without_suffix(std::string_view text, std::string_view suffix) {
  return grammar::ends_with(text, suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

std::string_view without_parenthesis(std::string_view text) {
  if (!text.ends_with(')')) return text;
  auto const open = text.rfind(" (");
  return open == std::string_view::npos ? text : text.substr(0, open);
}

bool ends_with_words(std::string_view folded, std::string_view words) {
  if (!folded.ends_with(words)) return false;
  if (folded.size() == words.size()) return true;
  char const before = folded[folded.size() - words.size() - 1];
  return before == ' ' || before == '(';
}

// "tại"; "theo", "bằng", "bởi".
enum class Preposition : unsigned char { none, at, by };

// The one that text[begin, end) ends with. `words`: those before the end.
Preposition last_preposition(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end) {
  static constexpr std::string_view prepositions[] = {"tại", "theo", "bằng", "bởi"};
  static grammar::PhraseSet const set(prepositions);
  while (!words.empty() && words.back().span.end > end) words = words.first(words.size() - 1);
  if (words.empty() || words.back().span.end != end || !set.may_begin(words.back().hash)) return Preposition::none;
  auto const word = words.back();
  bool const apart =
      word.span.begin == begin || (word.span.begin > begin && (text[word.span.begin - 1] == ' ' || text[word.span.begin - 1] == '('));
  auto const found = apart ? set.skip_first(text, word) : std::nullopt;
  return !found ? Preposition::none : found->first == 0 ? Preposition::at : Preposition::by;
}

// The words in text[begin, end) make what follows one of the past. `words`: those before the end.
bool speaks_of_past(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end) {
  static constexpr std::string_view phrases[] = {"thay thế", "bãi bỏ", "hủy bỏ", "trước đây", "hết hiệu lực"};
  // Most clauses have none of these words. Two suffice where a scan has glued one to another word.
  static WordTable const telling = [] {
    std::vector<std::uint32_t> hashes;
    for (std::string_view const word : {"thay", "thế", "bãi", "hủy", "bỏ", "trước", "đây", "hết", "hiệu"})
      hashes.push_back(word_hash(word));
    return WordTable(hashes);
  }();
  constexpr std::size_t around = 16;  // bytes: no phrase reaches farther from any of its words
  for (auto word = words.rbegin(); word != words.rend() && word->span.end > begin; ++word) {
    if (!telling.may_hold(word->hash)) continue;
    auto const from = std::max(begin, word->span.begin - std::min<std::size_t>(word->span.begin, around));
    auto const folded = fold(text.substr(from, std::min(end, word->span.end + around) - from));
    if (std::ranges::any_of(phrases, [&](std::string_view phrase) { return folded.find(phrase) != std::string::npos; })) return true;
  }
  return false;
}

// The same of the words behind it.
bool past_behind(std::string_view text, std::size_t end) {
  static constexpr std::string_view plain[] = {"hết hiệu lực",     "đã hết hiệu lực", "trước đây",  "được thay thế",
                                               "đã được thay thế", "bị bãi bỏ",       "bị thay thế"};
  static constexpr std::string_view bracketed[] = {"(đã hết hiệu lực", "(trước đây"};
  auto const next = skip(text, end, " ");
  auto const stands = [&](std::string_view words) { return skip(text, *next, words).has_value(); };
  return next && (std::ranges::any_of(plain, stands) || std::ranges::any_of(bracketed, stands));
}

// The words that lie in text[begin, end). `words`: those before `end`, others may follow.
std::span<Word const> words_in(std::span<Word const> words, std::size_t begin, std::size_t end) {
  while (!words.empty() && words.back().span.end > end) words = words.first(words.size() - 1);
  auto first = words.size();
  while (first > 0 && words[first - 1].span.begin >= begin) --first;
  return words.subspan(first);
}

// A body whose name ends exactly where the clause, text[begin, end), ends. `words`: those before `end`.
std::optional<Span> body_at_end(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end) {
  auto const clause = without_parenthesis(text.substr(begin, end - begin));
  text = text.substr(0, begin + clause.size());
  auto const of = clause.rfind(" của ");
  if (of != std::string_view::npos) {
    auto const at = begin + of + std::string_view(" của ").size();
    auto const name = text.substr(at);
    auto const blanks = std::ranges::count(name, ' ');
    if (!name.empty() && is_upper(first_code_point(name, 0)) && blanks < 16 && name.find_first_of(";:“\"") == std::string_view::npos &&
        !grammar::match_type(text, at))
      if (auto const issuer = grammar::match_issuer(text, at); issuer && (issuer->end == text.size() || text[issuer->end] == ','))
        return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())};
  }
  words = words_in(words, clause.size() > 160 ? text.size() - 160 : begin, text.size());
  for (; !words.empty(); words = words.subspan(1)) {
    if (!grammar::opens_body(text, words[0])) continue;
    if (auto const issuer = grammar::match_issuer(text, words[0].span.begin, false, words); issuer && issuer->end == text.size())
      return issuer;
  }
  return std::nullopt;
}

struct Subject {
  Span body;
  Verb verb;
};

// "khấu hao TSCĐ": letters behind a noun say what it is of, and name no body that acts. `before`: the clause up to the body.
bool modifies(std::string_view before, std::string_view body) {
  if (!all_caps(body) || !before.ends_with(' ')) return false;
  before.remove_suffix(1);
  auto const word = before.substr(before.rfind(' ') + 1);
  static constexpr std::string_view not_nouns[] = {"do", "được", "của", "và", "mà", "khi", "nếu", "theo", "bởi", "để"};
  return !word.empty() && is_lower(first_code_point(word, 0)) && is_word_char(grammar::code_point_before(before, before.size())) &&
         std::ranges::find(not_nouns, word) == std::end(not_nouns);
}

// The last "X [(…)] [đã] phê duyệt" in the clause, text[begin, end); "X, Y chỉ đạo" gives both. `words`: those before `end`.
std::optional<Subject> last_subject(std::string_view text, std::span<Word const> words, std::size_t begin, std::size_t end) {
  std::optional<Subject> found;
  std::optional<Span> listed;  // a body followed by ", " or " và "
  text = text.substr(0, end);
  std::size_t past = begin;
  for (words = words_in(words, begin, end); !words.empty(); words = words.subspan(1)) {
    auto const at = words[0].span.begin;
    if (at < past || !grammar::opens_body(text, words[0])) continue;
    auto const body = grammar::match_issuer(text, at, false, words);
    if (!body || modifies(text.substr(begin, at - begin), slice(text, *body))) continue;
    auto whole = *body;
    if (listed && listed->end < body->begin) {
      auto const gap = text.substr(listed->end, body->begin - listed->end);
      if (gap == ", " || gap == " và ") whole.begin = listed->begin;
    }
    std::size_t next = body->end;
    if (skip(text, next, " ("))
      if (auto const close = text.find(')', next); close != std::string_view::npos) next = close + 1;
    next = grammar::skip_blank(text, next);
    if (auto const done = skip(text, next, "đã ")) next = *done;
    for (auto const& verb : verbs)
      if (skip_phrase(text, next, verb.words)) {
        found = Subject{whole, verb};
        break;
      }
    listed = whole;
    past = body->end;
  }
  return found;
}

}  // namespace

CitationContext citation_context(std::string_view text, std::span<Word const> words, Span block, Span citation,
                                 std::string_view body_code) {
  CitationContext out;
  while (!words.empty() && words.back().span.begin >= citation.begin) words = words.first(words.size() - 1);
  auto const lead_from = [&](std::size_t begin) {
    auto lead = text.substr(begin, citation.begin - begin);
    while (lead.ends_with(' ')) lead.remove_suffix(1);
    return without_suffix(without_suffix(lead, " các"), " nội dung");
  };
  // Most questions are about the last words.
  auto const near_begin = clause_begin(text, words, block.begin, citation.begin, near_by);
  auto const near_lead = lead_from(near_begin);
  auto const near_end = near_begin + near_lead.size();
  auto begin = near_begin;
  auto lead = near_lead;
  auto has = [&, whole = std::string()](std::string_view phrase) mutable {
    if (whole.empty()) whole = fold(lead);
    return whole.find(phrase) != std::string::npos;
  };

  auto const preposition = last_preposition(text, words, near_begin, near_end);
  bool const at = preposition == Preposition::at, by = preposition == Preposition::by;
  bool const issues = grammar::ends_with(lead, " ban hành") || grammar::ends_with(lead, " có");
  if (at || by || issues) {
    begin = clause_begin(text, words, block.begin, citation.begin, window);
    lead = lead_from(begin);
  }
  std::optional<Span> issuer;
  if (at || by) {
    auto const clause_end = begin + (lead.rfind(' ') == std::string_view::npos ? 0 : lead.rfind(' '));
    if (at) issuer = body_at_end(text, words, begin, clause_end);
    if (issuer && (has("theo đề nghị") || has("xét đề nghị") || has("theo đề xuất") || has("xét đề xuất") || has("căn cứ đề nghị")))
      out.content_told = true;
    if (!issuer)
      if (auto const subject = last_subject(text, words, begin, clause_end); subject && (at || subject->verb.tells_content)) {
        issuer = subject->body;
        out.content_told = subject->verb.tells_content;
        auto const sentence = text.substr(begin, citation.begin - begin);
        auto const date = sentence.find("gày ");
        out.date_told = date != std::string_view::npos && date <= 2 && grammar::match_date(sentence, date > 0 ? date - 1 : 0).has_value();
      }
  } else if (issues) {
    // "UBND tỉnh đã ban hành Kế hoạch số …", "Bộ Y tế có Công văn số …"
    for (std::string_view const verb : {" ban hành", " có"})
      if (auto const clause = without_suffix(lead, verb); clause.size() != lead.size())
        issuer = body_at_end(text, words, begin, begin + without_suffix(clause, " đã").size());
  }
  if (issuer) {
    if (issuer_fits(body_code, slice(text, *issuer)))
      out.issuer = *issuer;
    else
      out.content_told = false;
  }

  static constexpr std::string_view telling[] = {"kèm theo",        "ban hành theo", "ban hành tại", "thành lập theo",   "phê duyệt tại",
                                                 "phê duyệt theo",  "thông qua tại", "sửa đổi tại",  "sửa đổi bởi",      "bổ sung tại",
                                                 "bổ sung bởi",     "bổ sung theo",  "bổ sung bằng", "một số điều theo", "một số điều bởi",
                                                 "một số điều tại", "thay thế bởi",  "thay thế bằng"};
  if (at || by) {
    constexpr std::size_t longest = 64;
    auto const folded = fold(near_lead.substr(near_lead.size() - std::min(near_lead.size(), longest)));
    for (auto const phrase : telling)
      if (ends_with_words(folded, phrase)) out.content_told = true;
  }

  out.historical = speaks_of_past(text, words, near_begin, near_end) || past_behind(text, citation.end);
  return out;
}

}  // namespace vanthu
