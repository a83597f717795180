#include "fix/source_writer.hpp"

#include <algorithm>
#include <array>

#include "read/font_text.hpp"
#include "read/nfc.hpp"
#include "read/source_text.hpp"
#include "text/code_pages.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::array forms = {LetterForm::composed, LetterForm::tone_apart, LetterForm::decomposed};
constexpr std::uint32_t neighbourhood = 400;  // bytes of text on each side that show how letters are stored

std::optional<char> windows1258_byte(char32_t c) {
  for (unsigned byte = 0; byte < 256; ++byte)
    if (auto const decoded = decode_byte(CodePage::windows1258, static_cast<unsigned char>(byte)).first;
        decoded == c && decoded != unassigned)
      return static_cast<char>(byte);
  return std::nullopt;
}

std::optional<char> windows1252_byte(char32_t c) {
  for (unsigned byte = 0; byte < 256; ++byte)
    if (decode_windows1252(static_cast<unsigned char>(byte)) == c) return static_cast<char>(byte);
  return std::nullopt;
}

void append_utf16(std::string& out, char32_t unit, bool little) {
  auto const low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8U & 0xFF);
  out += little ? low : high;
  out += little ? high : low;
}

// False where the encoding has no bytes for it.
bool append(std::string& out, char32_t c, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_bom: append_utf8(out, c); return true;
    case Encoding::utf16le:
    case Encoding::utf16be: {
      auto const little = encoding == Encoding::utf16le;
      if (c >= 0x10000) {
        append_utf16(out, 0xD800 + ((c - 0x10000) >> 10U), little);
        append_utf16(out, 0xDC00 + ((c - 0x10000) & 0x3FF), little);
      } else {
        append_utf16(out, c, little);
      }
      return true;
    }
    case Encoding::windows1258: {
      auto const byte = windows1258_byte(c);
      if (byte) out += *byte;
      return byte.has_value();
    }
    case Encoding::windows1252: {
      auto const byte = windows1252_byte(c);
      if (byte) out += *byte;
      return byte.has_value();
    }
  }
  return false;
}

// A letter as an old font has it, in one character or two of the file.
bool append_in_font(std::string& out, char32_t c, FontText const& font, Encoding encoding) {
  if (font.capitals) return false;  // its small letters show as capitals: what is meant cannot be told
  auto const stored = stored_in_font(font.page, c);
  return stored && std::ranges::all_of(
                       *stored, [&](char byte) { return append(out, decode_windows1252(static_cast<unsigned char>(byte)), encoding); });
}

bool append_all(std::string& out, std::u32string_view letters, Encoding encoding) {
  auto const before = out.size();
  for (auto const c : letters)
    if (!append(out, c, encoding)) {
      out.resize(before);
      return false;
    }
  return true;
}

std::u32string code_points_of(Document const& document, SourceRange range) {
  std::u32string out;
  FontTexts fonts(document.font_texts);
  for (std::size_t at = range.begin; at < range.end;) {
    auto const begin = at;
    auto const [first, second] = fonts.shown(next_in_source(document.source, document.encoding, at), begin);
    out += first;
    if (second != 0) out += second;
  }
  return out;
}

// What would be read as markup.
bool needs_escape(char32_t c) { return c < 0x80 && std::string_view("\\`*_[]<|").find(static_cast<char>(c)) != std::string_view::npos; }

// The form that most of the letters with marks in `span` are stored in; nothing where there are none.
std::optional<LetterForm> form_in(Document const& document, Span span) {
  std::array<int, 3> votes{};
  for (std::size_t at = span.begin; at < span.end;) {
    auto const begin = static_cast<std::uint32_t>(at);
    auto const letter = next_code_point(document.text, at);
    if (letter < 0xC0 || stored_letter(letter, LetterForm::decomposed).size() == 1) continue;
    // In windows-1258 most letters have one form only: they tell nothing of the others.
    if (document.encoding == Encoding::windows1258 && !windows1258_byte(letter)) continue;
    auto const stored = code_points_of(document, document.map.to_source({begin, static_cast<std::uint32_t>(at)}));
    for (std::size_t i = 0; i < forms.size(); ++i) votes[i] += stored_letter(letter, forms[i]) == stored;
  }
  auto const most = std::max_element(votes.begin(), votes.end());
  if (*most == 0) return std::nullopt;
  return forms[static_cast<std::size_t>(most - votes.begin())];
}

std::u32string line_end_of(Document const& document) {
  if (document.line_starts.size() < 2) return U"\n";
  std::size_t const end = document.line_starts[1];
  std::u32string last;
  for (std::size_t at = end - std::min<std::size_t>(end, 4); at < end;) last += next_in_source(document.source, document.encoding, at);
  if (last.ends_with(U"\r\n")) return U"\r\n";
  return last.ends_with(U"\r") ? U"\r" : U"\n";
}

std::string to_nfc_text(std::string text) {
  MappedText mapped;
  mapped.text = std::move(text);
  return to_nfc(std::move(mapped)).text;
}

}  // namespace

std::optional<std::string> SourceWriter::bytes(std::string_view text, Span place) {
  std::string out;
  auto const encoding = document_.encoding;
  auto const source = document_.map.to_source(place).begin;
  auto const* font = font_text_at(document_.font_texts, source);
  if (font == nullptr && source > 0) font = font_text_at(document_.font_texts, source - 1);
  auto const ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  auto const form = ascii || font ? LetterForm::composed : form_around(place);
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if (c == '\n') {
      if (!line_end_) line_end_ = line_end_of(document_);
      append_all(out, *line_end_, encoding);
      continue;
    }
    if (document_.format == Format::markdown && needs_escape(c)) append(out, '\\', encoding);
    if (font) {
      if (!append_in_font(out, c, *font, encoding)) return std::nullopt;
      continue;
    }
    // A letter that the encoding lacks in this form may have bytes in another.
    if (!append_all(out, stored_letter(c, form), encoding) && !append_all(out, stored_letter(c, LetterForm::composed), encoding) &&
        !append_all(out, stored_letter(c, LetterForm::tone_apart), encoding))
      return std::nullopt;
  }
  return out;
}

std::string SourceWriter::stored_text(SourceRange range) const {
  std::string out;
  for (auto const c : code_points_of(document_, range)) append_utf8(out, c);
  return to_nfc_text(std::move(out));
}

LetterForm SourceWriter::form_around(Span place) {
  auto const& text = document_.text;
  auto const block = document_.block_at(place.begin);
  auto const limits = block < document_.blocks.size() ? document_.blocks[block].span : place;
  auto const inside = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  Span near{std::max(limits.begin, place.begin - std::min(place.begin, neighbourhood)), std::min(limits.end, place.end + neighbourhood)};
  while (inside(near.begin)) ++near.begin;
  while (inside(near.end)) ++near.end;
  if (auto const form = form_in(document_, near)) return *form;
  return form_of_file();
}

LetterForm SourceWriter::form_of_file() {
  if (!form_of_file_)
    form_of_file_ = form_in(document_, {0, static_cast<std::uint32_t>(document_.text.size())}).value_or(LetterForm::composed);
  return *form_of_file_;
}

}  // namespace vanthu
