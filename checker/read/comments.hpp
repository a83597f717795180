// Comments: no part of the text in Markdown; in other text only those for this program are comments.
#pragma once
#include <vector>

#include "read/mapped_text.hpp"

namespace vanthu {

// The text without <!-- … -->, in plain text without <!-- vanthu: … -->. Line ends inside stay, so that rows keep their numbers; a line
// that holds nothing but a comment for this program is gone, as if nobody had put it there. Those comments are added to `directives`, in
// order; what they cover is not known yet.
MappedText take_out_comments(MappedText text, Format format, std::vector<Directive>& directives);

// Fills Directive::covers of a document that is complete but for that.
void place_directives(Document& document);

}  // namespace vanthu
