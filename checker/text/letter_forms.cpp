#include "text/letter_forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace vanthu {
namespace {

bool is_tone(char32_t mark) { return mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323; }

}  // namespace

std::u32string stored_letter(char32_t letter, LetterForm form) {
  std::u32string const whole(1, letter);
  if (letter < 0xC0 || form == LetterForm::composed) return whole;
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfd = icu::Normalizer2::getNFDInstance(status);
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !nfd->getDecomposition(static_cast<UChar32>(letter), parts)) return whole;
  std::u32string all;
  for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1)) all += static_cast<char32_t>(parts.char32At(at));
  if (form == LetterForm::decomposed) return all;

  std::u32string out(1, all[0]), tones;
  for (auto const mark : all.substr(1)) {
    if (is_tone(mark)) {
      tones += mark;
    } else if (auto const pair = nfc->composePair(static_cast<UChar32>(out.back()), static_cast<UChar32>(mark)); pair >= 0) {
      out.back() = static_cast<char32_t>(pair);
    } else {
      out += mark;
    }
  }
  return out + tones;
}

}  // namespace vanthu
