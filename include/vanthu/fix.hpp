// The fixer as one function: findings with a fix in, the file's bytes with the fixes applied out. No files, no clock.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/check.hpp"

namespace vanthu {

struct FixOptions {
  bool unsafe = false;  // also fixes that need a look
};

// The bytes of the file that change: `bytes` stands for what was at `range`. An empty range inserts.
struct SourceEdit {
  SourceRange range;
  std::string bytes;
  friend bool operator==(SourceEdit const&, SourceEdit const&) = default;
};

enum class Refusal : std::uint8_t {
  identifies,      // it is said to be safe, but would change a signer, a number, a citation, the letters of a name
  markup,          // marks, a comment or a line end stand where it would write
  encoding,        // the file's encoding has no such letter
  misread,         // the text would be read in another way afterwards (as markup, as another column)
  no_effect,       // the finding would stay
  brings_finding,  // another finding would come
  not_tried,       // too many of the fixes before it had to be tried one by one
};

struct AppliedFix {
  std::string code, title;
  Safety safety = Safety::safe;
  Position at;  // of the finding, in the file as it was
};

struct RefusedFix {
  std::string code, title;
  Safety safety = Safety::safe;
  Position at;  // of the finding, in the fixed file
  Refusal why = Refusal::misread;
  std::string brought;  // code of the finding that would come
};

struct Fixed {
  std::string bytes;              // the whole file; what no edit covers is as it was
  std::vector<SourceEdit> edits;  // from the file as it was; ascending, apart from each other
  std::vector<AppliedFix> applied;
  std::vector<RefusedFix> refused;  // of those that `options` allow
  int need_a_look = 0;              // findings left whose fix only FixOptions::unsafe would apply
  Checked remaining;                // check() of `bytes`
};

// Applies the first fix of each finding that is not suppressed and whose fix is safe (`unsafe`: any), again and again until none is left
// that can be applied. Each is applied whole or not at all; of two that change the same place the one whose finding comes first (by place,
// then by code) wins. After each round everything is checked again, with all rules even where options.select names a few: what leaves its
// finding there or brings another is taken back. So a second run changes nothing. Text and Markdown only: a DOCX gives an error of the kind
// "unsupported-format".
std::variant<Fixed, ReadError> fix(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options,
                                   FixOptions const& fix_options);

// The same where rules and options depend on what the document is.
std::variant<Fixed, ReadError> fix(std::string_view bytes, std::string_view name, ChoosePolicy const& choose,
                                   FixOptions const& fix_options);

}  // namespace vanthu
