// The components of a document: the header from its first line to the addressees, the legal bases, the tail with recipients and
// signatures. Each part works on the lines and says where the next one may start.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "recognize/lines.hpp"
#include "recognize/vocabulary.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

// Where the parts of the document lie, as indices into the lines. What family, type and outline are decided from.
struct Parts {
  std::vector<Line> lines;
  std::size_t header_begin = 0;  // first line of the header; == body_begin where there is no header
  std::size_t body_begin = 0;    // first line after the header
  std::size_t tail_begin = 0;    // first line of recipients or signatures; lines.size() where there is none
  std::size_t tail_end = 0;      // first line after them
  std::size_t body_end = 0;      // first line after the text: tail_begin, but for forms, whose text follows the recipients
  bool has_anchor = false;       // some line of a header was found
  bool fields = false;           // the header is a form: "SỐ KÝ HIỆU: …", "TRÍCH YẾU: …"
  std::optional<TypeWord> type;  // from the type name line, administrative or not
  bool v_v = false;              // a subject with V/v
  bool unknown_title = false;    // a title in capitals stands where the type name would, and is none: "PHIẾU TRÌNH", "ĐƠN XIN …"
};

// The first step: `parts` holds nothing but the lines.
void recognize_header(Document const& document, Parts& parts, std::vector<Component>& out);

// The second: everything else. Components are left in reading order.
void recognize_components(Document const& document, Parts& parts, Facts& facts);

// Parts of recognize_components().
void recognize_legal_bases(Document const& document, Parts& parts, std::vector<Component>& out);
void recognize_tail(Document const& document, Parts& parts, std::vector<Component>& out);

// "Kính gửi" with its items, from line `at`; gives the first line after them.
std::size_t read_addressees(Document const& document, Parts const& parts, std::size_t at, std::size_t end, std::vector<Component>& out);

// The label "Kính gửi" or "Nơi nhận" (damaged by at most one letter) at the start of a line: where it ends, and whether a colon follows.
struct ListLabel {
  std::uint32_t end = 0;   // bytes of the line, label without colon
  std::uint32_t rest = 0;  // first byte after colon and blanks
  bool colon = false;
};
std::optional<ListLabel> addressees_label(Line const& line);
std::optional<ListLabel> recipients_label(Line const& line);

// A căn cứ starts here: "Căn cứ …", also behind a bullet. Gives the byte it starts at.
std::optional<std::uint32_t> legal_basis_start(Line const& line);

// Sets a field by its name in schema.hpp.
void set_field(Component& component, std::string_view name, Value value, Span span);
// A string field that a span of the document holds; an empty span leaves the field absent.
void set_text_field(Component& component, std::string_view name, Document const& document, Span span);

// `inner` counted from the start of `outer`.
constexpr Span inside(Span outer, Span inner) { return {outer.begin + inner.begin, outer.begin + inner.end}; }

}  // namespace vanthu
