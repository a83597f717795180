// Where the name of an issuing body or of a law ends: running text has no marks around names, so their words decide.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "vanthu/document.hpp"
#include "vanthu/span.hpp"

namespace vanthu::grammar {

// The longest sensible name of a body that starts at `at`: "Bộ trưởng Bộ Giáo dục và Đào tạo", "UBND tỉnh Bình Thuận", "Ban Bí thư Trung
// ương". Stops before verbs ("về", "quy định", "ban hành" …), punctuation and a following body. `joint` allows "Bộ Y tế và Bộ Tài chính".
// Nothing when no name starts there. `words`: those of the text from `at` or before, none where they are not known.
std::optional<Span> match_issuer(std::string_view text, std::size_t at, bool joint = false, std::span<Word const> words = {});

// True when the word is one that names of bodies begin with: "Sở", "Chủ tịch", "UBND".
bool opens_body(std::string_view text, Word const& word);

struct LawName {
  Span span;             // "Phòng, chống thiên tai", "sửa đổi, bổ sung một số điều của Luật Xây dựng"
  bool known = false;    // stands in the list of names
  bool damaged = false;  // a known name with letters lost by a scan
};

// The name of a law, code or ordinance that starts at `at`, after the word "Luật". A name that is not in the list must start with a
// capital.
std::optional<LawName> match_law_name(std::string_view text, std::size_t at);

}  // namespace vanthu::grammar
