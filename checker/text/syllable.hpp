// Is a word built as a Vietnamese syllable is?
#pragma once
#include <string_view>

namespace vanthu {

// True for what can be one syllable: an initial, a rhyme, a tone that the rhyme allows ("nghĩa", "quyết", "yêu"; not "été", not "cac").
// Letters in either case, composed or with circumflex, breve and tone behind them in any order. Where the tone mark stands does not matter.
bool is_syllable(std::u16string_view word);

}  // namespace vanthu
