// A citation as it is written: type word(s), "số", number and symbol, date, issuer, title. What the sentence around
// it adds (an issuer named before, a type that a list shares) is for the recognizer. Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục
// II, khoản 6.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "grammar/date.hpp"
#include "grammar/identifier.hpp"
#include "text/word_index.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

struct TypeMatch {
  Span span;
  std::string_view type;  // "Thông báo" for "Thông báo kết luận", "Nghị định" for "nghị định"
  bool law = false;       // Luật, Bộ luật, Pháp lệnh, Hiến pháp: cited by name
  bool generic = false;   // Văn bản
  bool lowercase = false;
};

// The type of a document that starts at `at` (start of a word), letter case ignored.
std::optional<TypeMatch> match_type(std::string_view text, std::size_t at);

// The words that citations and items of a list start with; an item may start with a figure all the same.
WordTable const& citation_starts();

// Those that laws start with, which are cited by name; the others only by number.
WordTable const& law_starts();

// Of such a word: false where with the one behind it it starts no citation after all. `words`: of a text, from that word on.
bool may_start_citation(std::span<Word const> words);

struct CitationMatch {
  Span span;  // type … last part of the reference, without the title
  std::optional<TypeMatch> type;
  Span type_span;  // with the words between type and "số"; empty in an item of a list
  bool has_so = false;
  bool glued = false;       // "số30/2020/NĐ-CP"
  bool damaged = false;     // "sô", letters of a law's name lost
  bool doubled = false;     // "số số", "Nghị định số Nghị định"
  bool heads_list = false;  // "Công văn: số …", "Quyết định của UBND tỉnh: số …"
  bool blank_number = false;
  std::optional<IdentifierMatch> identifier;
  std::optional<DateMatch> date;
  Span issuer_span;
  bool issuer_before_number = false;
  Span law_name;        // empty unless a law is cited by name
  std::size_t end = 0;  // where the title, if any, is looked for
};

// A citation whose type starts with the first of `words`, which are those of the text from there on. Nothing when neither number nor (for a
// law) name follows.
std::optional<CitationMatch> match_citation(std::string_view text, std::span<Word const> words);
// One that starts where the text does, a short one whose words are not known.
std::optional<CitationMatch> match_citation(std::string_view text);

// An item of a list that shares its type: "số 728/QĐ-UBND ngày …", "728/QĐ-UBND". Starts at "số" or at the number. `words`: those of the
// text from there on, none where they are not known.
std::optional<CitationMatch> match_list_item(std::string_view text, std::size_t at, std::span<Word const> words = {});

// The title after a reference that ends at `end`: "về việc …", "quy định …", a quotation; up to the end of its clause. Empty when none.
// `words`: those of the text, from one that does not begin behind `end`.
Span match_title(std::string_view text, std::size_t end, std::span<Word const> words);

}  // namespace vanthu::grammar
