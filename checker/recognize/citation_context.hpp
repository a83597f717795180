// What the sentence around a citation adds to it: an issuer named before, a content told by the sentence, a past that it belongs to.
#pragma once
#include <span>
#include <string_view>

#include "vanthu/document.hpp"
#include "vanthu/span.hpp"

namespace vanthu {

struct CitationContext {
  Span issuer;                // named before: "của X tại …", "X đã ban hành …"; empty when none
  bool content_told = false;  // "ban hành kèm theo", "theo đề nghị của X tại", "được … phê duyệt tại"
  bool date_told = false;     // "Ngày 22/11/2023, X phê duyệt … tại"
  bool historical = false;    // thay thế, bãi bỏ, hết hiệu lực, trước đây
};

// `words`: those of `text` that stand before the citation, others may follow; `block`: the block's bytes; `citation`: the reference with
// the pinpoints before it. `body_code` tells which issuer can be meant.
CitationContext citation_context(std::string_view text, std::span<Word const> words, Span block, Span citation, std::string_view body_code);

}  // namespace vanthu
