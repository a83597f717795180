// Reads the clause before a citation, from the citation backwards.
#include "recognize/citation_context.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "grammar/citation.hpp"
#include "grammar/names.hpp"
#include "grammar/words.hpp"
#include "recognize/citation_shape.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using grammar::at_word_start;
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

// Start of the sentence or of the part after ";" that byte `at` belongs to.
std::size_t clause_begin(std::string_view text, std::size_t begin, std::size_t at, std::size_t reach) {
  auto low = at > begin + reach ? at - reach : begin;
  while (low < at && (static_cast<unsigned char>(text[low]) & 0xC0) == 0x80) ++low;
  static constexpr auto may_end = [] {
    std::array<bool, 256> bytes{};
    for (auto const c : {';', '\n', '.', ':'}) bytes[static_cast<unsigned char>(c)] = true;
    return bytes;
  }();
  for (auto p = at; p > low; --p) {
    char const c = text[p - 1];
    if (!may_end[static_cast<unsigned char>(c)]) continue;
    if (c == ';' || c == '\n') return p;
    if (p < at && text[p] == ' ' && is_upper(first_code_point(text, p + 1))) return p;
  }
  return low;
}

std::string_view without_suffix(std::string_view text, std::string_view suffix) {
  return text.ends_with(suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

std::string_view without_parenthesis(std::string_view text) {
  if (!text.ends_with(')')) return text;
  auto const open = text.rfind(" (");
  return open == std::string_view::npos ? text : text.substr(0, open);
}

bool ends_with_words(std::string_view folded, std::string_view words) {
  if (folded.empty() || folded.back() != words.back() || !folded.ends_with(words)) return false;
  if (folded.size() == words.size()) return true;
  char const before = folded[folded.size() - words.size() - 1];
  return before == ' ' || before == '(';
}

// A body whose name ends exactly where `lead` ends.
std::optional<Span> body_at_end(std::string_view lead) {
  lead = without_parenthesis(lead);
  auto const of = lead.rfind(" của ");
  if (of != std::string_view::npos) {
    auto const at = of + std::string_view(" của ").size();
    auto const name = lead.substr(at);
    auto const blanks = std::ranges::count(name, ' ');
    if (!name.empty() && is_upper(first_code_point(name, 0)) && blanks < 16 && name.find_first_of(";:“\"") == std::string_view::npos &&
        !grammar::match_type(lead, at))
      if (auto const issuer = grammar::match_issuer(lead, at); issuer && (issuer->end == lead.size() || lead[issuer->end] == ','))
        return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(lead.size())};
  }
  auto const from = lead.size() > 160 ? lead.size() - 160 : 0;
  for (auto at = from; at < lead.size(); ++at) {
    if (!at_word_start(lead, at) || !grammar::opens_body(lead, at)) continue;
    if (auto const issuer = grammar::match_issuer(lead, at); issuer && issuer->end == lead.size()) return issuer;
  }
  return std::nullopt;
}

struct Subject {
  Span body;
  Verb verb;
  std::size_t verb_end;
};

// "khấu hao TSCĐ": letters behind a noun say what it is of, and name no body that acts.
bool modifies(std::string_view lead, Span body) {
  if (!all_caps(slice(lead, body)) || !lead.substr(0, body.begin).ends_with(' ')) return false;
  auto const before = lead.substr(0, body.begin - 1);
  auto const word = before.substr(before.rfind(' ') + 1);
  static constexpr std::string_view not_nouns[] = {"do", "được", "của", "và", "mà", "khi", "nếu", "theo", "bởi", "để"};
  return !word.empty() && is_lower(first_code_point(word, 0)) && is_word_char(grammar::code_point_before(before, before.size())) &&
         std::ranges::find(not_nouns, word) == std::end(not_nouns);
}

// The last "X [(…)] [đã] phê duyệt" in `lead`; "X, Y chỉ đạo" gives both.
std::optional<Subject> last_subject(std::string_view lead) {
  std::optional<Subject> found;
  std::optional<Span> listed;  // a body followed by ", " or " và "
  for (std::size_t at = 0; at < lead.size();) {
    auto const body = at_word_start(lead, at) && grammar::opens_body(lead, at) ? grammar::match_issuer(lead, at) : std::nullopt;
    if (!body || modifies(lead, *body)) {
      next_code_point(lead, at);
      continue;
    }
    auto whole = *body;
    if (listed && listed->end < body->begin) {
      auto const gap = lead.substr(listed->end, body->begin - listed->end);
      if (gap == ", " || gap == " và ") whole.begin = listed->begin;
    }
    std::size_t next = body->end;
    if (skip(lead, next, " ("))
      if (auto const close = lead.find(')', next); close != std::string_view::npos) next = close + 1;
    next = grammar::skip_blank(lead, next);
    if (auto const done = skip(lead, next, "đã ")) next = *done;
    for (auto const& verb : verbs)
      if (auto const end = skip_phrase(lead, next, verb.words)) {
        found = Subject{whole, verb, *end};
        break;
      }
    listed = whole;
    at = body->end;
  }
  return found;
}

}  // namespace

CitationContext citation_context(std::string_view text, Span block, Span citation, std::string_view body_code) {
  CitationContext out;
  auto const lead_from = [&](std::size_t begin) {
    auto lead = text.substr(begin, citation.begin - begin);
    while (lead.ends_with(' ')) lead.remove_suffix(1);
    return without_suffix(without_suffix(lead, " các"), " nội dung");
  };
  // Most questions are about the last words.
  auto begin = clause_begin(text, block.begin, citation.begin, near_by);
  auto lead = lead_from(begin);
  auto const folded = fold(lead);
  auto has = [&, whole = std::string()](std::string_view words) mutable {
    if (whole.empty()) whole = fold(lead);
    return whole.find(words) != std::string::npos;
  };
  auto const ends = [&](std::string_view words) { return ends_with_words(folded, words); };

  bool const at = ends("tại"), by = ends("theo") || ends("bằng") || ends("bởi");
  bool const issues = lead.ends_with(" ban hành") || lead.ends_with(" có");
  if (at || by || issues) {
    begin = clause_begin(text, block.begin, citation.begin, window);
    lead = lead_from(begin);
  }
  std::optional<Span> issuer;
  if (at || by) {
    auto const words = lead.substr(0, lead.rfind(' ') == std::string_view::npos ? 0 : lead.rfind(' '));
    if (at) issuer = body_at_end(words);
    if (issuer && (has("theo đề nghị") || has("xét đề nghị") || has("theo đề xuất") || has("xét đề xuất") || has("căn cứ đề nghị")))
      out.content_told = true;
    if (!issuer)
      if (auto const subject = last_subject(words); subject && (at || subject->verb.tells_content)) {
        issuer = subject->body;
        out.content_told = subject->verb.tells_content;
        auto const sentence = text.substr(begin, citation.begin - begin);
        auto const date = sentence.find("gày ");
        out.date_told = date != std::string_view::npos && date <= 2 && grammar::match_date(sentence, date > 0 ? date - 1 : 0).has_value();
      }
  } else if (issues) {
    // "UBND tỉnh đã ban hành Kế hoạch số …", "Bộ Y tế có Công văn số …"
    for (std::string_view const verb : {" ban hành", " có"})
      if (auto const words = without_suffix(lead, verb); words.size() != lead.size()) issuer = body_at_end(without_suffix(words, " đã"));
  }
  if (issuer) {
    Span const span{static_cast<std::uint32_t>(begin + issuer->begin), static_cast<std::uint32_t>(begin + issuer->end)};
    if (issuer_fits(body_code, slice(text, span)))
      out.issuer = span;
    else
      out.content_told = false;
  }

  static constexpr std::string_view telling[] = {"kèm theo",        "ban hành theo", "ban hành tại", "thành lập theo",   "phê duyệt tại",
                                                 "phê duyệt theo",  "thông qua tại", "sửa đổi tại",  "sửa đổi bởi",      "bổ sung tại",
                                                 "bổ sung bởi",     "bổ sung theo",  "bổ sung bằng", "một số điều theo", "một số điều bởi",
                                                 "một số điều tại", "thay thế bởi",  "thay thế bằng"};
  if (at || by)
    for (auto const words : telling)
      if (ends(words)) out.content_told = true;

  static constexpr std::string_view over_before[] = {"thay thế", "bãi bỏ", "hủy bỏ", "trước đây", "hết hiệu lực"};
  for (auto const words : over_before)
    if (folded.find(words) != std::string::npos) out.historical = true;
  auto const after = text.substr(citation.end, std::min<std::size_t>(block.end - std::min(block.end, citation.end), 48));
  static constexpr std::string_view over_behind[] = {" hết hiệu lực",     " đã hết hiệu lực", " (đã hết hiệu lực",
                                                     " trước đây",        " (trước đây",      " được thay thế",
                                                     " đã được thay thế", " bị bãi bỏ",       " bị thay thế"};
  for (auto const words : over_behind)
    if (after.starts_with(words)) out.historical = true;
  return out;
}

}  // namespace vanthu
