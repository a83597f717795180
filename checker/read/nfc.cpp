#include "read/nfc.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <utility>

namespace vanthu {

namespace {

// One note a word: letters of one word are noted together.
void note_decomposed(MappedText& text, Span letter) {
  if (!text.anomalies.empty() && text.anomalies.back().kind == AnomalyKind::decomposed) {
    auto& last = text.anomalies.back().span;
    if (slice(text.text, {last.end, letter.begin}).find_first_of(" \t\n\f\v") == std::string_view::npos) {
      last.end = letter.end;
      return;
    }
  }
  text.anomalies.push_back({AnomalyKind::decomposed, letter});
}

}  // namespace

MappedText to_nfc(MappedText text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::StringPiece const piece(text.text.data(), static_cast<int32_t>(text.text.size()));
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(piece, status)) return text;

  std::string composed;
  composed.reserve(text.text.size());
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  nfc->normalizeUTF8(0, piece, sink, &edits, status);
  if (U_FAILURE(status)) return text;

  MappedText result;
  result.text.reserve(composed.size());
  Copier copier(text, result);
  auto edit = edits.getFineIterator();
  while (edit.next(status) && U_SUCCESS(status)) {
    auto const source = static_cast<std::uint32_t>(edit.sourceIndex());
    Span const range{source, source + static_cast<std::uint32_t>(edit.oldLength())};
    if (!edit.hasChange()) {
      copier.copy(range);
      continue;
    }
    auto const begin = offset32(result.text.size());
    copier.replace(range, std::string_view(composed).substr(static_cast<std::size_t>(edit.destinationIndex()),
                                                            static_cast<std::size_t>(edit.newLength())));
    note_decomposed(result, {begin, offset32(result.text.size())});
  }
  return result;
}

bool starts_character(char32_t c) {
  if (c < 0x300) return true;
  UErrorCode status = U_ZERO_ERROR;
  auto const* nfc = icu::Normalizer2::getNFCInstance(status);
  return U_FAILURE(status) || nfc->hasBoundaryBefore(static_cast<UChar32>(c));
}

}  // namespace vanthu
