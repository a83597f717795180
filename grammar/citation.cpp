// Citations, read from left to right: the type word is the anchor, everything else follows it in a known order.
#include "grammar/citation.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "grammar/names.hpp"
#include "grammar/short_name.hpp"
#include "grammar/words.hpp"

namespace vanthu::grammar {
namespace {

struct Type {
  std::string_view words;  // folded
  std::string_view name;
  bool law = false;
  bool generic = false;
};

// Longer names before the shorter ones they start with.
constexpr Type types[] = {
    {"bộ luật", "Bộ luật", true},
    {"luật", "Luật", true},
    {"pháp lệnh", "Pháp lệnh", true},
    {"hiến pháp", "Hiến pháp", true},
    {"nghị quyết liên tịch", "Nghị quyết liên tịch"},
    {"nghị quyết", "Nghị quyết"},
    {"nghị định", "Nghị định"},
    {"quyết định", "Quyết định"},
    {"quy định", "Quy định"},
    {"quy chế", "Quy chế"},
    {"chỉ thị", "Chỉ thị"},
    {"thông tư liên tịch", "Thông tư liên tịch"},
    {"thông tư liên bộ", "Thông tư liên tịch"},
    {"thông tư", "Thông tư"},
    {"thông báo kết luận", "Thông báo"},
    {"thông báo", "Thông báo"},
    {"thông cáo", "Thông cáo"},
    {"thông tri", "Thông tri"},
    {"kết luận", "Kết luận"},
    {"hướng dẫn", "Hướng dẫn"},
    {"chương trình hành động", "Chương trình"},
    {"chương trình", "Chương trình"},
    {"kế hoạch", "Kế hoạch"},
    {"phương án", "Phương án"},
    {"đề án", "Đề án"},
    {"dự án", "Dự án"},
    {"báo cáo", "Báo cáo"},
    {"biên bản", "Biên bản"},
    {"tờ trình", "Tờ trình"},
    {"công văn", "Công văn"},
    {"công điện", "Công điện"},
    {"công hàm", "Công hàm"},
    {"giấy mời", "Giấy mời"},
    {"giấy giới thiệu", "Giấy giới thiệu"},
    {"phiếu gửi", "Phiếu gửi"},
    {"phiếu chuyển", "Phiếu chuyển"},
    {"phiếu báo", "Phiếu báo"},
    {"văn bản hợp nhất", "Văn bản hợp nhất"},
    {"văn bản", "Văn bản", false, true},
    {"sắc lệnh", "Sắc lệnh"},
    {"lệnh", "Lệnh"},
};

// Those of one word.
constexpr Type const& a_law = types[1];
constexpr Type const& an_order = types[std::size(types) - 1];

// Types as people abbreviate them in running text, right before a number.
constexpr Type abbreviations[] = {
    {"NĐ", "Nghị định"},  {"QĐ", "Quyết định"}, {"TTLT", "Thông tư liên tịch"},
    {"TTr", "Tờ trình"},  {"TT", "Thông tư"},   {"CT", "Chỉ thị"},
    {"NQ", "Nghị quyết"}, {"KH", "Kế hoạch"},   {"CV", "Công văn"},
    {"TB", "Thông báo"},  {"BC", "Báo cáo"},    {"HD", "Hướng dẫn"},
    {"CĐ", "Công điện"},
};

// Words that never stand between a type and "số": with them the number is another thing's.
constexpr std::string_view not_between[] = {"theo",  "của", "tại",  "mẫu",  "này",  "trên",  "nêu",  "có",   "các",  "những", "trong",
                                            "ngoài", "với", "kèm",  "ban",  "về",   "cho",   "thì",  "phải", "được", "phụ",   "biểu",
                                            "là",    "và",  "hoặc", "đã",   "do",   "từ",    "bảng", "sổ",   "hồ",   "mã",    "trang",
                                            "tiểu",  "một", "tờ",   "khai", "ngày", "tháng", "năm",  "lô",   "thửa"};

Span make(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

bool one_of(std::string_view word, auto const& list) { return std::ranges::find(list, word) != std::end(list); }

std::optional<std::size_t> skip_word(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
  for (auto const word : words)
    if (auto const end = skip(text, at, word); end && word_end(text, *end) == *end) return end;
  return std::nullopt;
}

// "số", "Số:", and what a scan makes of it. The place of the number.
std::optional<std::size_t> skip_so(std::string_view text, std::size_t at, CitationMatch& out) {
  if (at >= text.size() || (text[at] != 's' && text[at] != 'S')) return std::nullopt;
  auto end = skip(text, at, "số");
  if (!end) end = skip(text, at, "Số");
  if (!end) end = skip(text, at, "SỐ");
  if (!end) {
    end = skip_word(text, at, {"sô", "Sô", "sỐ", "sổ"});
    if (end) out.damaged = true;
  }
  if (!end || (*end < text.size() && is_letter(first_code_point(text, *end)))) return std::nullopt;
  out.has_so = true;
  auto next = skip_blank(text, *end);
  if (auto const again = skip_word(text, next, {"số"})) {
    out.doubled = true;
    next = skip_blank(text, *again);
  }
  if (auto const colon = skip(text, next, ":")) next = skip_blank(text, *colon);
  out.glued = next == *end;
  return next;
}

// Blanks, dots and underscores that a draft leaves for the number.
std::size_t skip_filler(std::string_view text, std::size_t at) {
  for (;;) {
    if (at < text.size() && (text[at] == ' ' || text[at] == '.' || text[at] == '_'))
      ++at;
    else if (auto const dots = skip(text, at, "…"))
      at = *dots;
    else
      return at;
  }
}

bool take_identifier(std::string_view text, std::size_t at, CitationMatch& out) {
  if (auto identifier = match_identifier(text, at)) {
    out.end = identifier->mark.end;
    out.identifier = std::move(identifier);
    return true;
  }
  if (!out.has_so) return false;
  auto const slash = skip_filler(text, at);
  if (slash >= text.size() || (text[slash] != '/' && text[slash] != '\xE2')) return false;
  if (auto identifier = match_identifier(text, slash, true); identifier && identifier->number.empty()) {
    out.end = identifier->mark.end;
    out.identifier = std::move(identifier);
    out.blank_number = true;
    return true;
  }
  return false;
}

// Up to four words between the type and "số": "kết luận", "rà soát", "(cá biệt)". The place of "số". `words`: from the type on.
std::optional<std::size_t> skip_between(std::string_view text, std::span<Word const> words, std::size_t at) {
  constexpr std::size_t most = 4;
  if (auto const open = skip(text, at, " (")) {
    auto const close = text.substr(*open, 40).find(") ");
    if (close == std::string_view::npos) return std::nullopt;
    return *open + close + 2;
  }
  while (!words.empty() && words.front().span.begin < at) words = words.subspan(1);
  words = words.first(std::min(words.size(), most + 1));
  // Mostly there is no "số".
  auto const may_be_so = [&](Word const& word) { return word.span.begin < text.size() && (text[word.span.begin] | 0x20) == 's'; };
  if (std::ranges::none_of(words, may_be_so)) return std::nullopt;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    auto const word = skip(text, at, " ");
    if (!word || words[i].span.begin != *word) return std::nullopt;
    auto const written = slice(text, words[i].span);
    if (!is_lower(first_code_point(written, 0)) && !skip_phrase(text, *word, "kết luận")) return std::nullopt;
    if (one_of(written, not_between) || written.ends_with("mẫu") || written.ends_with("biểu")) return std::nullopt;
    at = words[i].span.end;
    CitationMatch probe;
    if (auto const so = skip(text, at, " "); so && skip_so(text, *so, probe)) return so;
  }
  return std::nullopt;
}

// The number after the type, in one of the orders that occur.
bool take_number(std::string_view text, std::span<Word const> words, CitationMatch& out) {
  auto const type_end = out.type->span.end;
  out.type_span = out.type->span;
  auto at = skip_blank(text, type_end);

  // "Công văn: số …"
  if (auto const colon = skip(text, at, ":")) {
    auto const so = skip_so(text, skip_blank(text, *colon), out);
    out.heads_list = true;
    return so && take_identifier(text, *so, out);
  }
  if (auto const so = skip_so(text, at, out)) {
    if (take_identifier(text, *so, out)) return true;
    // "Nghị định số Nghị định 30/2020/NĐ-CP"
    if (auto const again = match_type(text, *so); again && again->type == out.type->type) {
      out.doubled = true;
      auto next = skip_blank(text, again->span.end);
      if (auto const second = skip_so(text, next, out)) next = *second;
      return take_identifier(text, next, out);
    }
    return false;
  }
  if (take_identifier(text, at, out)) return true;
  // "Quyết định của UBND tỉnh: số …", "Quyết định của Thủ tướng Chính phủ số …"
  if (auto const of = skip(text, at, "của ")) {
    auto const issuer = match_issuer(text, *of, false, words);
    if (!issuer) return false;
    auto next = issuer->end;
    if (auto const colon = skip(text, next, ":")) {
      out.heads_list = true;
      next = static_cast<std::uint32_t>(*colon);
    }
    auto const so = skip_so(text, skip_blank(text, next), out);
    if (!so || !take_identifier(text, *so, out)) return false;
    out.issuer_span = *issuer;
    out.issuer_before_number = true;
    return true;
  }
  if (out.type->lowercase && !skip_phrase(text, at, "kết luận")) return false;
  if (auto const so_at = skip_between(text, words, type_end)) {
    auto const so = skip_so(text, *so_at, out);
    if (!so || !take_identifier(text, *so, out)) return false;
    out.type_span.end = static_cast<std::uint32_t>(*so_at - 1);
    return true;
  }
  return false;
}

constexpr std::string_view number_marks[] = {"/", "-", ".", ","};

// A date after the reference so far: ", ngày …", "ban hành ngày …", "năm …", "(ngày …)".
bool take_date(std::string_view text, CitationMatch& out, bool allow_year) {
  auto at = out.end;
  // A stray mark after the symbol: "QĐ-TTg. ngày", "BTC- ngày".
  static constexpr std::string_view marks[] = {",", ".", "-"};
  for (auto const mark : marks)
    if (auto const after = skip(text, at, mark); after && (mark == "," || skip(text, *after, " ngày "))) at = *after;
  at = skip_blank(text, at);
  static constexpr std::string_view leads[] = {"ban hành ngày", "ký ngày", "được ban hành ngày"};
  for (auto const lead : leads)
    if (skip(text, at, lead)) at += lead.size() - std::string_view("ngày").size();
  bool const parenthesis = at < text.size() && text[at] == '(';
  auto date = match_date(text, parenthesis ? at + 1 : at);
  if (!date || (date->year_only && !allow_year)) return false;
  // Figures alone are a date of the reference only right behind it; "05/2020/TT" is a number.
  auto const word = text.substr(date->span.begin, 2);
  if (word != "ng" && word != "Ng" && word != "NG" && !date->year_only) return false;
  if (parenthesis && (date->span.end >= text.size() || text[date->span.end] != ')')) return false;
  // "ngày, tháng, năm sinh"
  if (date->date == Date{} && out.identifier && !out.blank_number) return false;
  out.end = date->span.end + (parenthesis ? 1 : 0);
  out.date = std::move(date);
  return true;
}

bool take_issuer(std::string_view text, std::span<Word const> words, CitationMatch& out) {
  auto const at = skip_blank(text, skip(text, out.end, ",").value_or(out.end));
  std::optional<std::size_t> of;
  static constexpr std::string_view of_words[] = {"của ", "Của ", "CỦA "};
  for (auto const word : of_words)
    if (!of) of = skip(text, at, word);
  // "Nghị quyết số 18-NQ/TW Hội nghị lần thứ sáu Ban Chấp hành Trung ương"
  if (!of && at == out.end + 1 && (skip(text, at, "Hội nghị ") || skip(text, at, "Đại hội "))) of = at;
  if (!of) return false;
  if (match_type(text, *of) && !skip(text, *of, "Thông")) return false;
  bool const joint = out.type && out.type->type.find("liên tịch") != std::string_view::npos;
  auto const issuer = match_issuer(text, *of, joint, words);
  if (!issuer) return false;
  out.issuer_span = *issuer;
  out.end = issuer->end;
  return true;
}

// "Luật Đất đai 2024"
void take_year(std::string_view text, CitationMatch& out) {
  auto const at = skip(text, out.end, " ");
  if (!at || word_end(text, *at) != *at + 4 || (!skip(text, *at, "19") && !skip(text, *at, "20"))) return;
  auto const digits = text.substr(*at, 4);
  bool const goes_on = *at + 5 < text.size() && one_of(text.substr(*at + 4, 1), number_marks) && is_digit(first_code_point(text, *at + 5));
  if (digits.find_first_not_of("0123456789") != std::string_view::npos || goes_on) return;
  DateMatch year;
  year.span = make(*at, *at + 4);
  for (char const c : digits) year.date.year = 10 * year.date.year + (c - '0');
  year.year_text = digits;
  year.year_only = true;
  out.date = std::move(year);
  out.end = *at + 4;
}

// Date and issuer, in either order.
void take_rest(std::string_view text, std::span<Word const> words, CitationMatch& out) {
  bool const law = out.type && out.type->law;
  take_date(text, out, true);
  if (out.issuer_span.empty()) take_issuer(text, words, out);
  if (!out.date) take_date(text, out, law);
  if (!out.date && law && !out.law_name.empty() && !out.identifier) take_year(text, out);
  out.span.end = static_cast<std::uint32_t>(out.end);
}

// "Luật Đất đai số 31/2024/QH15 ngày …", "Luật Đất đai năm 2024", "Luật Đất đai (số 31/2024/QH15)".
bool take_law(std::string_view text, CitationMatch& out) {
  out.type_span = out.type->span;
  auto const at = skip(text, out.type->span.end, " ");
  if (!at) return false;
  if (out.type->type == "Hiến pháp") {
    out.end = out.type->span.end;
    if (auto const republic = skip_phrase(text, *at, "nước cộng hòa xã hội chủ nghĩa việt nam")) out.end = *republic;
    return take_date(text, out, true) || out.end != out.type->span.end;
  }
  // In small letters the word is a common noun, unless a name with a capital follows.
  if (out.type->lowercase && !is_upper(first_code_point(text, *at))) return false;
  auto const name = match_law_name(text, *at);
  if (!name || (out.type->lowercase && !name->known)) return false;
  out.law_name = name->span;
  out.damaged |= name->damaged;
  out.end = name->span.end;
  auto next = skip_blank(text, out.end);
  if (auto const amended = skip(text, next, "(sửa đổi) ")) next = *amended;
  bool const parenthesis = skip(text, next, "(số ").has_value();
  if (parenthesis) ++next;
  CitationMatch probe = out;
  if (auto const so = skip_so(text, next, probe); so && take_identifier(text, *so, probe)) {
    out = std::move(probe);
    if (parenthesis && out.end < text.size() && text[out.end] == ')') ++out.end;
  } else if (auto const direct = match_identifier(text, next); direct && direct->form == IdentifierForm::law) {
    out.identifier = direct;
    out.end = direct->mark.end;
  }
  return true;
}

// Words that open a title. The second list only right after the reference, since they also open the main clause.
constexpr std::string_view title_words[] = {"về",         "về việc",   "v/v",        "quy định", "ban hành", "hướng dẫn", "phê duyệt",
                                            "sửa đổi",    "bổ sung",   "bãi bỏ",     "thay thế", "công bố",  "kiện toàn", "thành lập",
                                            "điều chỉnh", "thông qua", "đính chính", "chi tiết", "quy chế"};
constexpr std::string_view clause_words[] = {"thi hành",  "tăng cường", "đẩy mạnh",   "triển khai", "thực hiện",  "phân công", "phân cấp",
                                             "công nhận", "cho phép",   "chấp thuận", "xử lý",      "tiếp tục",   "báo cáo",   "tổng kết",
                                             "kết luận",  "giao",       "đề nghị",    "xin",        "cấp",        "thu hồi",   "bổ nhiệm",
                                             "tổ chức",   "xây dựng",   "nâng cao",   "đề xuất",    "phát triển", "một số",    "góp ý",
                                             "phối hợp",  "gửi",        "đổi mới",    "trả lời",    "cử",         "mời",       "áp dụng",
                                             "hợp nhất",  "quản lý",    "chuyển",     "kiến nghị",  "lấy ý kiến", "phúc đáp"};
// After such a word the sentence goes on about a place in the document: no title.
constexpr std::string_view not_title[] = {"tại",   "này", "trên", "như",  "rõ",    "thì", "nêu", "chung",
                                          "riêng", "kèm", "đầy",  "ngày", "trong", "có",  "đó"};

std::size_t skip_parenthesis(std::string_view text, std::size_t at) {
  if (!skip(text, at, " (")) return at;
  auto const close = text.substr(at, 240).find(')');
  return close == std::string_view::npos ? at : at + close + 1;
}

// A word that opens a title; of two syllables also where a scan took its marks.
std::optional<std::size_t> skip_title_word(std::string_view text, std::size_t at, std::string_view word) {
  if (auto const end = skip_phrase(text, at, word)) return end;
  auto const first = word_end(text, at);
  auto const second = word_end(text, skip_blank(text, first));
  if (word.find(' ') == std::string_view::npos || second - at > word.size() + 2 || second - at + 3 < word.size()) return std::nullopt;
  return fold_ascii(text.substr(at, second - at)) == fold_ascii(word) ? std::optional(second) : std::nullopt;
}

// "của Quốc hội khóa XV, kỳ họp thứ 9": the term and session, between the issuer and the title.
std::size_t skip_term(std::string_view text, std::size_t at) {
  static constexpr std::string_view terms[] = {" khóa ", " khoá ", ", kỳ họp thứ ", " kỳ họp thứ ", ", nhiệm kỳ ", " nhiệm kỳ "};
  for (auto const words : terms)
    if (auto const label = skip(text, at, words)) {
      at = word_end(text, *label);
      if (auto const last = skip(text, at, "-"); last && is_digit(first_code_point(text, *last))) at = word_end(text, *last);
    }
  return at;
}

// Words that open a title, by their first syllable without marks.
class Openings {
 public:
  explicit Openings(std::span<std::string_view const> words) : first_syllables_({}) {
    for (auto const text : words) entries_.push_back({text, fold_ascii(text.substr(0, word_end(text, 0)))});
    std::ranges::stable_sort(entries_, {}, [](Entry const& entry) { return word_hash(entry.first_syllable); });
    std::vector<std::uint32_t> hashes;
    for (auto const& entry : entries_) hashes.push_back(word_hash(entry.first_syllable));
    first_syllables_ = WordTable(hashes);
  }

  // They stand at `at`, and what follows goes on with a title. `first`: fold_ascii() of the word there.
  bool stand_at(std::string_view text, std::size_t at, std::string_view first, std::uint32_t hash) const {
    auto const [begin, end] = first_syllables_.find(hash);
    for (auto const& entry : std::span(entries_).subspan(begin, end - begin))
      if (auto const after = first == entry.first_syllable ? skip_title_word(text, at, entry.text) : std::nullopt) {
        auto const next = skip_blank(text, skip(text, *after, ",").value_or(*after));
        if (next == *after) return false;
        auto const follower = fold(text.substr(next, word_end(text, next) - next));
        return !one_of(follower, not_title) || entry.text == "về";
      }
    return false;
  }

 private:
  struct Entry {
    std::string_view text;
    std::string first_syllable;  // fold_ascii()
  };
  std::vector<Entry> entries_;
  WordTable first_syllables_;  // of entries_
};

std::optional<std::size_t> title_start(std::string_view text, std::size_t end) {
  end = skip_parenthesis(text, skip_term(text, end));
  bool const comma = end < text.size() && text[end] == ',';
  auto const at = skip(text, comma ? end + 1 : end, " ");
  if (!at) return std::nullopt;
  static constexpr std::string_view opening_quotes[] = {"“", "\"", "‘"};
  for (auto const quote : opening_quotes)
    if (skip(text, *at, quote)) return comma ? std::nullopt : at;
  static Openings const titles(title_words), clauses(clause_words);
  auto const first = fold_ascii(text.substr(*at, word_end(text, *at) - *at));
  auto const hash = word_hash(first);
  bool const opens = titles.stand_at(text, *at, first, hash) || (!comma && clauses.stand_at(text, *at, first, hash));
  return opens ? at : std::nullopt;
}

// "…, Chủ tịch UBND tỉnh yêu cầu": the main clause begins.
bool main_clause_at(std::string_view text, std::size_t at) {
  constexpr std::string_view verbs[] = {"yêu cầu",   "đề nghị",    "báo cáo",    "kính",      "giao",      "chỉ đạo",
                                        "có ý kiến", "ban hành",   "quyết định", "thông báo", "hướng dẫn", "xây dựng",
                                        "tổ chức",   "triển khai", "xin",        "trình",     "nhận được", "nhận thấy"};
  if (!is_upper(first_code_point(text, at))) return false;
  auto const body = match_issuer(text, at);
  if (!body) return false;
  auto next = skip(text, body->end, " ");
  if (!next) return false;
  if (auto const done = skip(text, *next, "đã ")) next = done;
  return std::ranges::any_of(verbs, [&](auto verb) { return skip_phrase(text, *next, verb).has_value(); });
}

constexpr std::size_t longest_title = 1000;  // bytes: keeps the search linear

}  // namespace

namespace {

std::uint32_t both(std::uint32_t first, std::uint32_t second) { return first * 31 + second; }

// Types by the words they start with.
struct Starts {
  WordTable first;                   // first words of types, abbreviations and "số"
  WordTable alone;                   // types of one word, abbreviations and "số"
  WordTable pairs;                   // the first two words of each other type
  std::vector<Type const*> by_pair;  // those of `pairs`; of one pair in the order of `types`
};
Starts const& starts() {
  static Starts const tables = [] {
    std::vector<std::uint32_t> first, alone{word_hash("số"), word_hash("sô"), word_hash("sổ")}, pairs;
    std::vector<Type const*> by_pair;
    for (auto const& type : abbreviations) alone.push_back(word_hash(type.words));
    auto const pair_of = [](Type const* type) {
      return both(word_at(type->words, 0).hash, word_at(type->words, type->words.find(' ') + 1).hash);
    };
    for (auto const& type : types) {
      auto const hash = word_at(type.words, 0).hash;
      first.push_back(hash);
      type.words.find(' ') == std::string_view::npos ? alone.push_back(hash) : by_pair.push_back(&type);
    }
    first.insert(first.end(), alone.begin(), alone.end());
    for (auto* hashes : {&first, &alone}) std::ranges::sort(*hashes);
    std::ranges::stable_sort(by_pair, {}, pair_of);
    for (auto const* type : by_pair) pairs.push_back(pair_of(type));
    return Starts{WordTable(first), WordTable(alone), WordTable(pairs), by_pair};
  }();
  return tables;
}

}  // namespace

WordTable const& citation_starts() { return starts().first; }

bool may_start_citation(std::span<Word const> words) {
  auto const hash = words[0].hash;
  return starts().alone.may_hold(hash) || (words.size() > 1 && starts().pairs.may_hold(both(hash, words[1].hash)));
}

WordTable const& law_starts() {
  static WordTable const laws = [] {
    std::vector<std::uint32_t> hashes;
    for (auto const& type : types)
      if (type.law) hashes.push_back(word_at(type.words, 0).hash);
    return WordTable(hashes);
  }();
  return laws;
}

namespace {

// `words`: from the one on where the type starts, two at least where there are two.
std::optional<TypeMatch> type_of(std::string_view text, std::span<Word const> words) {
  auto const& word = words[0];
  auto const at = word.span.begin;
  auto const named = [&](Type const& type) -> std::optional<TypeMatch> {
    auto const end = skip_phrase(text, at, type.words);
    if (!end) return std::nullopt;
    return TypeMatch{make(at, *end), type.name, type.law, type.generic, is_lower(first_code_point(text, at))};
  };
  auto const& tables = starts();
  auto const [begin, end] = words.size() > 1 ? tables.pairs.find(both(word.hash, words[1].hash)) : WordTable::Range{};
  for (auto i = begin; i < end; ++i)
    if (auto const found = named(*tables.by_pair[i])) return found;
  if (!tables.alone.may_hold(word.hash)) return std::nullopt;
  for (auto const* type : {&a_law, &an_order})
    if (auto const found = named(*type)) return found;
  for (auto const& type : abbreviations) {
    if (slice(text, word.span) != type.words) continue;
    auto const next = skip(text, word.span.end, " ");
    if (next && (is_digit(first_code_point(text, *next)) || skip_word(text, *next, {"số"}))) return TypeMatch{word.span, type.name};
  }
  return std::nullopt;
}

// The first two words at `at`, as type_of() wants them.
struct FirstWords {
  std::array<Word, 2> words;
  std::size_t count;
  FirstWords(std::string_view text, std::size_t at) : words{word_at(text, at), Word{}}, count(words[0].span.empty() ? 0 : 1) {
    if (count == 0 || !citation_starts().may_hold(words[0].hash)) return;
    if (auto const next = skip(text, words[0].span.end, " "); next && *next < text.size()) words[1] = word_at(text, *next);
    if (!words[1].span.empty()) count = 2;
  }
  operator std::span<Word const>() const { return std::span(words).first(count); }
};

// Behind a type in small letters, mostly a common noun, hardly anything but a number makes a citation: its first letters tell.
bool may_go_on(std::string_view text, TypeMatch const& type) {
  if (!type.lowercase || type.law) return true;
  auto const at = skip_blank(text, type.span.end);
  return at < text.size() && (is_digit(text[at]) ||
                              std::string_view("sSckK:OIl/\xC2\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xE2").find(text[at]) != std::string_view::npos);
}

// "quy định về phân cấp …; quy định chi tiết một số điều của Luật …": a semicolon inside a title.
bool title_goes_on(std::string_view text, std::size_t semicolon) {
  for (std::string_view const words :
       {"; quy định chi tiết ", "; quy định về ", "; sửa đổi, bổ sung ", "; hướng dẫn thi hành ", "; bãi bỏ "})
    if (skip(text, semicolon, words)) return true;
  return false;
}

}  // namespace

std::optional<TypeMatch> match_type(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  // The first bytes of all type words in either letter case, before anything is folded.
  static constexpr auto initials = [] {
    std::array<bool, 256> out{};
    for (auto const c : std::string_view("bBcCdDđĐgGhHkKlLnNpPqQsStTvV")) out[static_cast<unsigned char>(c)] = true;
    return out;
  }();
  if (!initials[static_cast<unsigned char>(text[at])]) return std::nullopt;
  FirstWords const words(text, at);
  return words.count == 0 ? std::nullopt : type_of(text, words);
}

std::optional<CitationMatch> match_citation(std::string_view text, std::span<Word const> words) {
  auto const type = type_of(text, words);
  if (!type || !may_go_on(text, *type)) return std::nullopt;
  std::optional<CitationMatch> out(std::in_place);
  out->type = type;
  out->span = type->span;
  if (!take_number(text, words, *out)) {
    out.reset();
    if (!type->law) return out;
    out.emplace();
    out->type = type;
    out->span = type->span;
    if (!take_law(text, *out)) {
      out.reset();
      return out;
    }
  }
  take_rest(text, words, *out);
  return out;
}

std::optional<CitationMatch> match_citation(std::string_view text) {
  auto const words = index_words(text);
  return words.empty() || words[0].span.begin != 0 ? std::nullopt : match_citation(text, words);
}

std::optional<CitationMatch> match_list_item(std::string_view text, std::size_t at, std::span<Word const> words) {
  std::optional<CitationMatch> out(std::in_place);
  out->span = make(at, at);
  auto const so = skip_so(text, at, *out);
  if (take_identifier(text, so ? *so : at, *out))
    take_rest(text, words, *out);
  else
    out.reset();
  return out;
}

Span match_title(std::string_view text, std::size_t end, std::span<Word const> words) {
  auto const start = title_start(text, end);
  if (!start) return make(end, end);
  auto const limit = std::min(text.size(), *start + longest_title);
  for (std::string_view const quotes : {"“”", "\"\"", "‘’"}) {
    auto const open = quotes.substr(0, quotes.size() / 2), close = quotes.substr(quotes.size() / 2);
    if (!skip(text, *start, open)) continue;
    auto const found = text.substr(0, limit).find(close, *start + open.size());
    return make(*start, found == std::string_view::npos ? limit : found + close.size());
  }

  int depth = 0;
  std::size_t last_reference = 0;  // end of the citation just passed inside the title
  auto at = *start;
  auto const stop = [&](std::size_t place) {
    while (place > *start && (text[place - 1] == ' ' || text[place - 1] == ',')) --place;
    return make(*start, place);
  };
  std::size_t next = 0;  // the first word that does not end before `at`
  auto const& first_words = citation_starts();
  auto const may_cite = [&](std::size_t word) { return first_words.may_hold(words[word].hash) && may_start_citation(words.subspan(word)); };
  // A citation of its own, title or not, that starts at `place` with this word.
  auto const reference = [&](std::size_t place, std::size_t word) -> std::optional<CitationMatch> {
    if (word >= words.size() || words[word].span.begin != place || !may_cite(word)) return std::nullopt;
    if (auto citation = match_citation(text, words.subspan(word))) return citation;
    return skip(text, place, "số ") || skip(text, place, "Số ") ? match_list_item(text, place, words.subspan(word)) : std::nullopt;
  };
  while (at < limit) {
    while (next < words.size() && words[next].span.end <= at) ++next;
    if (next < words.size() && words[next].span.begin <= at) {
      // Behind a citation the rest of a word may stand.
      auto const inner = words[next].span.begin == at && may_cite(next) ? match_citation(text, words.subspan(next)) : std::nullopt;
      at = inner ? inner->end : words[next].span.end;
      if (inner) last_reference = at;
      continue;
    }
    char const c = text[at];
    if (c == '\n' || c == ':' || (c == ';' && !title_goes_on(text, at))) return stop(at);
    bool const bracket = c == ' ' && at + 1 < text.size() && text[at + 1] == '(';
    if ((bracket || c == ',') && skip_short_name_words(text, at)) return stop(at);
    if (bracket && (skip(text, at, " (sau đây") || skip(text, at, " (đã được") || skip(text, at, " (được sửa đổi"))) return stop(at);
    if (c == '(') ++depth;
    if (c == ')' && --depth < 0) return stop(at);
    if (c == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '/')) return stop(at);
    if (c == '\xE2' && skip(text, at, "”")) return stop(at);
    if (depth == 0) {
      auto const joined = skip(text, at, ", ");
      if (joined &&
          (reference(*joined, next) || main_clause_at(text, *joined) || skip(text, *joined, "cụ thể") || skip(text, *joined, "như sau")))
        return stop(at);
      if (auto const and_next = skip(text, at, " và ")) {
        if (auto const other = reference(*and_next, next + 1)) {
          bool const one_more = last_reference == at && !title_start(text, other->end) && other->type;
          if (!one_more) return stop(at);
        }
      }
    }
    next_code_point(text, at);
  }
  // Cut at the limit, on a whole character.
  while (at > *start && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return stop(std::min(at, text.size()));
}

}  // namespace vanthu::grammar
