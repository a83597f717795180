#include "read/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "read/binary.hpp"
#include "read/font_text.hpp"
#include "read/foreign_letters.hpp"
#include "read/legacy.hpp"
#include "read/nfc.hpp"
#include "read/plain_bytes.hpp"
#include "read/source_text.hpp"
#include "text/code_pages.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

enum class Fold : std::uint8_t { none, blank, invisible, dash, eth, line_break };

// What the canonical text has instead of this character. Only characters from U+0080 on and controls are asked for.
Fold fold_of(char32_t c) {
  if (c < 0x20 || c == 0x7F) return Fold::invisible;
  switch (c) {
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return Fold::blank;
    case 0xAD:
    case 0x34F:
    case 0x61C:
    case 0x180E:
    case 0xFEFF: return Fold::invisible;
    case 0xD0:
    case 0x189: return Fold::eth;
    case 0x2010:
    case 0x2011: return Fold::dash;
    case 0x85:
    case 0x2028:
    case 0x2029: return Fold::line_break;
    default: break;
  }
  if (c < 0xA0) return Fold::invisible;
  if (c >= 0x2000 && c <= 0x200A) return Fold::blank;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) return Fold::invisible;
  if (c >= 0xFE00 && c <= 0xFE0F) return Fold::invisible;
  return Fold::none;
}

// True for characters that NFC neither changes nor joins with others, and that are of no script that looks like ours: Latin, punctuation,
// arrows and signs, private use. (Of U+2000 to U+2010, where NFC has two blanks, nothing is left after folding.)
bool is_settled(char32_t c) {
  return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2000 && c < 0x20D0) || (c >= 0x2190 && c < 0x2329) ||
         (c >= 0x2460 && c < 0x2800) || (c >= 0xE000 && c < 0xF900);
}

// Collects the text; runs of bytes that stand in the file as they are make one piece of the map.
class Output {
 public:
  explicit Output(std::size_t size) { result_.text.reserve(size); }

  void plain(std::string_view bytes, std::size_t source) {
    auto const begin = offset32(result_.text.size());
    result_.text.append(bytes);
    result_.map.append({begin, offset32(result_.text.size())}, {offset32(source), offset32(source + bytes.size())});
  }
  void character(char32_t c, SourceRange source) {
    if (c == 0xFEFF && source.begin == 0) return;  // the BOM
    settled_ = settled_ && is_settled(c);
    auto const begin = offset32(result_.text.size());
    auto const fold = c == '\n' || c == '\f' || c == '\t' || c == '\v' || (c >= 0x20 && c < 0x7F) ? Fold::none : fold_of(c);
    std::optional<AnomalyKind> anomaly;
    switch (fold) {
      case Fold::none: append_utf8(result_.text, c); break;
      case Fold::line_break: result_.text += '\v'; break;
      case Fold::blank:
        result_.text += ' ';
        anomaly = AnomalyKind::no_break_space;
        break;
      case Fold::invisible: anomaly = AnomalyKind::invisible; break;
      case Fold::dash:
        result_.text += '-';
        anomaly = AnomalyKind::odd_dash;
        break;
      case Fold::eth:
        result_.text += "Đ";
        anomaly = AnomalyKind::eth;
        break;
    }
    Span const span{begin, offset32(result_.text.size())};
    if (!span.empty()) result_.map.append(span, source);
    if (anomaly) result_.anomalies.push_back({*anomaly, span});
  }
  void letter(ShownLetter shown, SourceRange source) {
    if (shown.second == 0) return character(shown.first, source);
    settled_ = false;
    auto const begin = offset32(result_.text.size());
    append_utf8(result_.text, shown.first);
    append_utf8(result_.text, shown.second);
    result_.map.append({begin, offset32(result_.text.size())}, source);
  }
  // What is asked for by itself, though it stays as it is: it belongs to a run that plain() takes.
  void see(char32_t c) { settled_ = settled_ && is_settled(c); }

  // The text in NFC, look-alikes of other scripts noted.
  MappedText take() {
    if (settled_) return std::move(result_);
    auto composed = to_nfc(std::move(result_));
    note_foreign_letters(composed);
    return composed;
  }

 private:
  MappedText result_;
  bool settled_ = true;  // all characters so far
};

// Length of the well-formed UTF-8 sequence at `at`; 0 when there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  auto const byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U; };
  auto const trail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  auto const lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return trail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!trail(1) || !trail(2) || (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!trail(1) || !trail(2) || !trail(3) || (lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

// The place of a fault, for its message.
Position place_of(std::string_view bytes, Encoding encoding, std::size_t offset) {
  Document probe;
  probe.encoding = encoding;
  probe.source = std::string(bytes.substr(0, offset));
  probe.line_starts = find_line_starts(probe.source, encoding);
  probe.code_point_counts = count_code_points(probe.source, encoding);
  return probe.position(offset32(offset));
}

ReadError invalid_utf8(std::string_view bytes, Encoding encoding, std::size_t offset) {
  auto const [at, line, column] = place_of(bytes, encoding, offset);
  auto const byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[offset]));
  return {"invalid-utf8",
          fmt::format("dòng {}, cột {}: byte 0x{:02X} không thuộc UTF-8; tệp có thể dùng bảng mã cũ (TCVN3, VNI, Windows-1258), "
                      "hãy lưu lại thành UTF-8",
                      line, column, byte),
          fmt::format("line {}, column {}: byte 0x{:02X} is not UTF-8; the file may be in an old encoding (TCVN3, VNI, Windows-1258), "
                      "save it as UTF-8",
                      line, column, byte)};
}

ReadError invalid_utf16(std::string_view bytes, Encoding encoding, std::size_t offset, bool odd) {
  auto const [at, line, column] = place_of(bytes, encoding, offset);
  return {
      "invalid-utf16",
      fmt::format("dòng {}, cột {}: {}", line, column, odd ? "tệp UTF-16 thiếu một byte ở cuối" : "nửa ký tự UTF-16 đứng lẻ"),
      fmt::format("line {}, column {}: {}", line, column, odd ? "the UTF-16 file lacks a byte at its end" : "unpaired UTF-16 surrogate")};
}

std::variant<MappedText, ReadError> decode_utf8(std::string_view bytes, Encoding encoding) {
  Output out(bytes.size());
  std::size_t run = 0;  // bytes from here on are kept as they are
  std::size_t at = 0;
  auto const flush = [&](std::size_t end) {
    if (end > run) out.plain(bytes.substr(run, end - run), run);
  };
  while ((at = end_of_plain(bytes, at)) < bytes.size()) {
    if (bytes[at] == '\0') return binary_error(bytes);
    auto const length = sequence_length(bytes, at);
    if (length == 0) return invalid_utf8(bytes, encoding, at);
    auto next = at;
    auto const c = next_code_point(bytes, next);
    if (c == '\r') {
      if (next < bytes.size() && bytes[next] == '\n') ++next;
      flush(at);
      out.character('\n', {offset32(at), offset32(next)});
      run = next;
    } else if (fold_of(c) != Fold::none) {
      flush(at);
      out.character(c, {offset32(at), offset32(next)});
      run = next;
    } else {
      out.see(c);
    }
    at = next;
  }
  flush(at);
  return out.take();
}

std::variant<MappedText, ReadError> decode_utf16(std::string_view bytes, Encoding encoding) {
  Output out(bytes.size());
  auto const little = encoding == Encoding::utf16le;
  auto const unit = [&](std::size_t at) -> char32_t {
    auto const first = static_cast<unsigned char>(bytes[at]);
    auto const second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? static_cast<char32_t>(first | second << 8) : static_cast<char32_t>(first << 8 | second);
  };
  for (std::size_t at = 0; at < bytes.size();) {
    if (at + 1 == bytes.size()) return invalid_utf16(bytes, encoding, at, true);
    auto c = unit(at);
    auto next = at + 2;
    if (c == 0) return binary_error(bytes);
    if (c >= 0xD800 && c <= 0xDFFF) {
      auto const low = c < 0xDC00 && next + 1 < bytes.size() ? unit(next) : 0;
      if (low < 0xDC00 || low > 0xDFFF) return invalid_utf16(bytes, encoding, at, false);
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      next += 2;
    }
    if (c == '\r') {
      if (next + 1 < bytes.size() && unit(next) == '\n') next += 2;
      c = '\n';
    }
    out.character(c, {offset32(at), offset32(next)});
    at = next;
  }
  return out.take();
}

MappedText decode_windows1258(std::string_view bytes) {
  Output out(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    auto const begin = at++;
    if (bytes[begin] == '\r') {
      if (at < bytes.size() && bytes[at] == '\n') ++at;
      out.character('\n', {offset32(begin), offset32(at)});
    } else {
      auto const c = decode_byte(CodePage::windows1258, static_cast<unsigned char>(bytes[begin])).first;
      out.character(static_cast<char32_t>(c), {offset32(begin), offset32(at)});
    }
  }
  auto text = out.take();
  // Letters in several bytes are how this encoding stores them, not a choice of the document's.
  std::erase_if(text.anomalies, [](Anomaly const& a) { return a.kind == AnomalyKind::decomposed; });
  return text;
}

// Bytes that are not UTF-8: `error` stands unless they read as Vietnamese in an old encoding.
std::variant<Decoded, ReadError> decode_legacy(std::string_view bytes, ReadError error) {
  if (bytes.find('\0') != std::string_view::npos) return binary_error(bytes);
  auto const page = find_code_page(bytes);
  if (!page) return error;
  if (*page == CodePage::windows1258) return Decoded{Encoding::windows1258, {}, decode_windows1258(bytes)};
  std::vector<FontText> parts{{{0, offset32(bytes.size())}, *page, false}};
  auto text = decode_known(bytes, Encoding::windows1252, parts);
  raise_capitals(text, parts);
  return Decoded{Encoding::windows1252, std::move(parts), std::move(text)};
}

// Letters in several characters are how old fonts have them, not a choice of the document's.
void forget_decomposed_in(std::span<FontText const> parts, MappedText& text) {
  std::size_t part = 0;
  std::erase_if(text.anomalies, [&](Anomaly const& a) {
    if (a.kind != AnomalyKind::decomposed) return false;
    auto const at = text.map.to_source(a.span).begin;
    while (part < parts.size() && parts[part].source.end <= at) ++part;
    return part < parts.size() && parts[part].source.begin <= at;
  });
}

// UTF-16 without a BOM shows by its zero bytes: text in Latin letters has them in every other place and nowhere else.
std::optional<Encoding> guess_utf16(std::string_view bytes) {
  auto const sample = bytes.substr(0, 4096);
  if (sample.size() < 8 || sample.find('\0') == std::string_view::npos) return std::nullopt;
  std::size_t zeros[2] = {0, 0}, plausible[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) {
    auto const byte = static_cast<unsigned char>(sample[i]);
    zeros[i % 2] += byte == 0;
    plausible[i % 2] += byte == 0 || byte == 0x01 || byte == 0x03 || byte == 0x1E || byte == 0x20;
  }
  auto const half = sample.size() / 2;
  auto const high_bytes = [&](int odd) { return zeros[1 - odd] == 0 && zeros[odd] * 2 >= half && plausible[odd] * 10 >= half * 9; };
  if (high_bytes(1)) return Encoding::utf16le;
  if (high_bytes(0)) return Encoding::utf16be;
  return std::nullopt;
}

Encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8_bom;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return guess_utf16(bytes).value_or(Encoding::utf8);
}

}  // namespace

std::variant<Decoded, ReadError> decode(std::string_view bytes) {
  if (auto error = known_binary(bytes)) return *std::move(error);
  auto const encoding = encoding_of(bytes);
  auto const wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  auto text = wide ? decode_utf16(bytes, encoding) : decode_utf8(bytes, encoding);
  if (auto* error = std::get_if<ReadError>(&text)) {
    if (error->kind != "invalid-utf8" || encoding != Encoding::utf8) return std::move(*error);
    return decode_legacy(bytes, std::move(*error));
  }
  Decoded out{encoding, {}, std::get<MappedText>(std::move(text))};
  if (auto const page = find_font_encoding(bytes, encoding)) {
    out.font_texts = lines_in_font(bytes, encoding, *page);
    out.text = decode_known(bytes, encoding, out.font_texts);
    raise_capitals(out.text, out.font_texts);
  }
  return out;
}

MappedText decode_known(std::string_view source, Encoding encoding, std::span<FontText const> font_texts) {
  if (font_texts.empty() && encoding == Encoding::utf8)
    if (auto text = decode_utf8(source, encoding); auto* decoded = std::get_if<MappedText>(&text)) return std::move(*decoded);
  Output out(source.size());
  FontTexts fonts(font_texts);
  for (std::size_t at = 0; at < source.size();) {
    auto const begin = at;
    auto const c = next_in_source(source, encoding, at);
    if (c == '\r') {
      auto next = at;
      if (next < source.size() && next_in_source(source, encoding, next) == '\n') at = next;
      out.character('\n', {offset32(begin), offset32(at)});
    } else {
      out.letter(fonts.shown(c, begin), {offset32(begin), offset32(at)});
    }
  }
  auto text = out.take();
  forget_decomposed_in(font_texts, text);
  return text;
}

}  // namespace vanthu
