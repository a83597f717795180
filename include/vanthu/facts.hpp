// What recognize() finds in a Document: facts, never judgments. A malformed thing is a value with something missing.
// Rules read these by the names given here; schema.hpp lists names and types for the rule loader.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/date.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

enum class Family : std::uint8_t { administrative, legislation, party, other };

enum class ComponentKind : std::uint8_t {
  national_name,
  motto,
  governing_body,
  issuer,
  number,
  place_date,
  type_name,
  subject,
  addressees,
  legal_basis,
  body,
  closing_mark,
  recipients,
  archive_line,
  signing_authority,
  signer_position,
  signer_name,
  appendix,
  urgency,
  secrecy,
  circulation,
  drafter_mark,
  contact,
  copy_form,
};
// "national-name": the name in contracts.md.
std::string_view to_string(ComponentKind kind);
std::string_view to_string(Family family);
std::optional<ComponentKind> component_kind(std::string_view name);

// What a field of a node can hold. monostate: the field is absent ("null" in rules and JSON).
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Date, std::vector<std::string>>;

// A named part of a component. The names and types for each kind are in schema.hpp; nothing else may be set.
struct Field {
  std::string_view name;  // points into schema.hpp's tables
  Value value;
  Span span;                // where it stands; empty span of the component when it is derived
  std::vector<Span> items;  // for lists: one span each
};

struct Component {
  ComponentKind kind;
  Span span;
  std::vector<Field> fields;

  Field const* field(std::string_view name) const {
    for (auto const& f : fields)
      if (f.name == name) return &f;
    return nullptr;
  }
};

enum class CitationFamily : std::uint8_t { state, law, party };
enum class Mention : std::uint8_t { first, later };

struct Pinpoint {
  std::string article, clause, point;  // "5", "2", "a"; empty when not named
};

// A reference to another document. Spans are in Document::text; an empty span (begin == end) means that the part is absent.
struct Citation {
  Span span;  // type name … last part that belongs to the reference (number, date, issuer); never the title
  CitationFamily family = CitationFamily::state;
  std::string type;       // "Chỉ thị", as in the list of types ("Thông báo kết luận" → "Thông báo")
  std::string type_text;  // as written, with words between it and "số"; empty where a list shares it
  Span type_span;
  std::optional<std::string> identifier;  // number and symbol as written, line breaks inside taken out; no blanks added
  Span identifier_span;
  std::optional<std::string> canonical;  // as it ought to be written, where certain
  std::optional<std::string> number;     // "12"; absent when blank
  std::optional<int> year;               // the year inside the identifier
  std::optional<std::string> symbol;     // "CT/TW", "NĐ-CP", "BGDĐT-QLCL", "QH15"
  Span symbol_span;
  std::string type_code;           // first group of the symbol when it abbreviates a type ("NĐ", "CT", "TT"), else ""
  std::string body_code;           // the group that names the issuing body ("CP", "TTg", "BGDĐT", "TU", "QH"), else ""
  std::optional<int> legislature;  // 15 in QH15, UBTVQH15
  Date date;                       // all 0 when none
  Span date_span;                  // from "ngày" / "năm" to the year
  std::string issuer;              // as written; also one that stands before or is shared by a list; empty when none
  Span issuer_span;
  bool issuer_named_before = false;
  bool issuer_shared = false;  // one trailing issuer for several numbers
  std::string title;           // "về việc …", or the name of a law ("Tổ chức Chính phủ"); empty when none
  Span title_span;
  bool title_implied = false;  // the sentence tells the content ("ban hành kèm theo", "theo đề nghị của … tại Tờ trình …")
  std::vector<Pinpoint> articles;
  Mention mention = Mention::first;
  bool first_in_body = false;        // the first mention that does not stand in the trích yếu
  bool in_subject = false;           // stands in the trích yếu
  bool nested = false;               // stands inside the title of another citation
  bool in_legal_basis = false;       // stands in a căn cứ
  bool quoted = false;               // inside quotation marks
  bool historical = false;           // the text speaks of the past: thay thế, bãi bỏ, đã hết hiệu lực, trước đây
  bool has_so = false;               // the word "số" stands before the number
  bool blank = false;                // number or day left blank by a draft
  std::vector<std::string> defects;  // what is wrong with its shape, by name: see schema.hpp, citation_defects
  bool well_formed = true;           // corpus/dev/README.md: complete at first mention, and no defects
  // A later mention by a name that an earlier citation was given ("sau đây gọi tắt là Nghị định 30"): that one's index in
  // Facts::citations. Identifier, date, issuer and title are absent then, unless the name itself has them ("Luật Đất đai 2024").
  std::optional<std::uint32_t> short_for;
};

enum class OutlineKind : std::uint8_t { part, chapter, section, subsection, article, clause, point, heading, dash, appendix };
std::string_view to_string(OutlineKind kind);

// A labelled division. Stored flat in reading order; `parent` is an index into Facts::outline, or -1.
struct OutlineNode {
  OutlineKind kind;
  std::string label;   // "I", "1", "a", "đ", "5a"; empty for a dash or heading without label
  std::string marker;  // the label as written, with its punctuation: "1.", "a)", "Điều 5.", "I.", "-"
  Span label_span;     // the marker
  std::string title;   // rest of the line where it is a title (short, no full stop at its end, or CAPS); else empty
  Span title_span;
  Span span;  // from the marker to the end of the last block that belongs to it
  int parent = -1;
};

// One division that a reference names: "Điều 5" in "khoản 3 Điều 5 Quyết định này".
struct ReferenceStep {
  OutlineKind kind;   // of the word: "mục" is a section, whatever division bears that number; "phần" a part
  std::string label;  // "5", "IV", "đ" as written; empty where the sentence means the division it stands in ("Điều này")
  Span span;          // word and label, in a list the label alone; what two references share has one place
  int target = -1;    // index into Facts::outline, or -1
};

enum class ReferenceStatus : std::uint8_t {
  found,    // the last step has its target
  missing,  // the document is numbered at that level, and has no such division
  unknown,  // it may stand in another file or in a part that is not numbered
};
std::string_view to_string(ReferenceStatus status);

// A reference to a division of the document itself: "khoản 3 Điều 5 Quyết định này", "mục 2 nêu trên", "Phụ lục II (kèm theo)". A list
// gives one for each division it names, a range the first and the last.
struct InternalReference {
  Span span;                        // all its words; of a list the label asked for
  std::vector<ReferenceStep> path;  // outermost first, never empty
  std::string words;                // "khoản 3 Điều 5": the path from the innermost step on
  std::string missing_words;        // where missing: "khoản 3"
  std::string type;                 // "Quy chế" in "Điều 5 của Quy chế này", as written; empty where none is named
  ReferenceStatus status = ReferenceStatus::unknown;
  int missing = -1;  // where missing: index into `path` of the first step that leads nowhere
  int last = -1;     // where missing: index into Facts::outline of the last division of that kind there
};

// A date anywhere in the text.
struct DateMention {
  Span span;
  Date date;
  std::string day_text, month_text, year_text;  // as written, "" when blank
  bool long_form = false;                       // "ngày … tháng … năm …"
};

// How one block looks, where the document has a layout. Lengths are twips, shares percent of the letters and digits.
struct ParagraphFacts {
  std::uint32_t block = 0;                 // index into Document::blocks
  std::optional<ComponentKind> component;  // the innermost one that holds most of it
  bool first_of_component = false, last_of_component = false;
  std::optional<OutlineKind> label_of;      // a division whose label begins it
  std::optional<OutlineKind> title_of;      // a division whose title, on a line of its own, it is
  bool attached = false;                    // behind the signature block: an appendix or an attached text
  std::vector<std::string> fonts;           // of at least a twentieth of the letters, those of most letters first
  std::vector<std::string> sizes;           // points, likewise: "13", "13,5"; raised letters do not count
  std::uint16_t smallest = 0, largest = 0;  // of those sizes, half-points; 0: no letters
  std::uint8_t bold = 0, italic = 0, underlined = 0;
  std::uint8_t marker_bold = 0;        // of the label of a division
  std::string color;                   // "FF0000", of at least a twentieth: one that is not black; empty: none
  std::optional<bool> centered;        // looks centred in its column; nothing where blanks or tabs place it
  bool wraps = false;                  // certainly longer than one line
  std::optional<std::int32_t> indent;  // of the first line, from the edge of the column; nothing where blanks or tabs make it
  std::optional<std::int32_t> gap;     // to the paragraph before it; nothing at the start, in tables, behind empty or centred paragraphs
  std::optional<std::int32_t> space_above;  // to the last line above in its cell or the body, empty paragraphs counted; nothing at a start
  // Stands at the height that the decree asks for: place and date beside the number, "Nơi nhận" beside the first line of the signature.
  // Of the first paragraph of these; nothing where it is not sure.
  std::optional<bool> level;
  std::optional<bool> framed;       // lines are drawn around it; of short texts, nothing where it is not sure
  std::optional<bool> own_pages;    // of the first paragraph of an appendix: its pages count from 1; nothing where they show no number
  std::int32_t line_spacing = 100;  // percent of a single line
  std::optional<std::string_view> rule_line;  // "none", "border", "shape", "underline", "characters"; nothing where it is not sure
  std::optional<int> rule_line_percent;       // of the longest line of its component; nothing where a line break is not known
};

struct Facts {
  Family family = Family::other;
  std::string family_reason_vi;  // why it is not administrative: one clause, lower case; empty when it is
  std::string family_reason_en;
  std::string type = "unknown";       // slug
  Date date;                          // of the document itself; unknown parts 0
  bool header_lost = false;           // Quốc hiệu, Tiêu ngữ and issuing body all absent though number or type name is there
  bool body_only = false;             // neither header nor signature block: a body pasted alone
  std::vector<Component> components;  // in reading order
  std::vector<Citation> citations;    // in reading order
  std::vector<OutlineNode> outline;   // flat, in reading order
  std::vector<DateMention> dates;
  std::vector<InternalReference> references;  // by place of their last words
  std::vector<ParagraphFacts> paragraphs;     // one for each block where the document has a layout, else none

  Component const* first(ComponentKind kind) const {
    for (auto const& c : components)
      if (c.kind == kind) return &c;
    return nullptr;
  }
  bool has(ComponentKind kind) const { return first(kind) != nullptr; }
};

}  // namespace vanthu
