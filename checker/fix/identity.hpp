// What names or identifies in a document: who signs, whom it concerns, what is cited. A safe fix leaves it alone, whatever its rule says.
#pragma once
#include <vector>

#include "vanthu/diagnostic.hpp"
#include "vanthu/document.hpp"
#include "vanthu/facts.hpp"

namespace vanthu {

class Identity {
 public:
  Identity(Document const& document, Facts const& facts);

  // True when one of the edits changes anything in a signer's authority, position or name, in a number and symbol or a date by which a
  // document is known, or a letter or digit in the name of a body, a person or a place, or in the title of a cited document.
  bool changed_by(std::vector<Edit> const& edits) const;

 private:
  Document const& document_;
  std::vector<Span> exact_;  // nothing may change; ascending, apart
  std::vector<Span> names_;  // letters and digits may not; likewise
};

}  // namespace vanthu
