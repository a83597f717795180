#include "fix/plan.hpp"

#include <algorithm>
#include <optional>

#include "fix/hunks.hpp"
#include "read/nfc.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Piece = SourceMap::Piece;

bool is_linear(Piece const& piece) { return piece.text.size() == piece.source.end - piece.source.begin; }

std::string nfc(std::string_view text) {
  MappedText mapped;
  mapped.text = text;
  return to_nfc(std::move(mapped)).text;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x2060 || c == 0x3000 ||
         c == 0xFEFF;
}

class Planner {
 public:
  Planner(Document const& document, SourceWriter& writer) : document_(document), pieces_(document.map.pieces()), writer_(writer) {}

  std::variant<Plan, Refusal> run(Fix const& fix) {
    for (auto const& edit : fix.edits) {
      auto const with = nfc(edit.text);
      auto const refusal = with == slice(document_.text, edit.span) ? rewrite(edit.span) : replace(edit.span, with);
      if (refusal) return *refusal;
    }
    if (plan_.source.empty()) return Refusal::no_effect;
    for (std::size_t i = 1; i < plan_.source.size(); ++i)
      if (plan_.source[i].range.begin < plan_.source[i - 1].range.end) return Refusal::markup;
    return std::move(plan_);
  }

 private:
  using Failure = std::optional<Refusal>;

  Failure replace(Span span, std::string_view with) {
    for (auto& hunk : find_hunks(slice(document_.text, span), with)) {
      Span old{span.begin + hunk.old.begin, span.begin + hunk.old.end};
      if (old.empty()) move_before_line_end(old, hunk.with);
      auto const range = old.empty() ? place_of(old.begin, !span.empty() && old.begin == span.begin) : range_of(old);
      if (!range) return Refusal::markup;
      if (auto const failure = write(old, hunk.with, *range)) return failure;
    }
    return std::nullopt;
  }

  // The characters of the text stay; those that the file has in another way are written anew.
  Failure rewrite(Span span) {
    for (std::size_t at = span.begin; at < span.end;) {
      auto const begin = static_cast<std::uint32_t>(at);
      next_code_point(document_.text, at);
      for (auto next = at; at < span.end; at = next)
        if (starts_character(next_code_point(document_.text, next))) break;
      Span const letter{begin, static_cast<std::uint32_t>(at)};
      auto const stored = writer_.stored_text(document_.map.to_source(letter));
      auto const text = slice(document_.text, letter);
      if (stored == text || stored.empty() || stored.find_first_of("\r\n") != std::string::npos) continue;
      auto const range = range_of(letter);
      if (!range) return Refusal::markup;
      if (auto const failure = write(letter, text, *range)) return failure;
    }
    return std::nullopt;
  }

  Failure write(Span old, std::string_view with, SourceRange range) {
    auto bytes = writer_.bytes(with, old);
    if (!bytes) return Refusal::encoding;
    plan_.text.push_back({old, std::string(with)});
    plan_.source.push_back({range, *std::move(bytes)});
    return std::nullopt;
  }

  // "kinh tế⏎xã hội": the "- " that goes behind the blank would start the next line; " -" before the blank says the same.
  void move_before_line_end(Span& at, std::string& with) const {
    if (at.begin == 0 || with.empty() || document_.text[at.begin - 1] != ' ' || with.back() != ' ') return;
    auto const blank = document_.map.to_source({at.begin - 1, at.begin});
    if (writer_.stored_text(blank).find_first_of("\r\n") == std::string::npos) return;
    with = " " + with.substr(0, with.size() - 1);
    at = {at.begin - 1, at.begin - 1};
  }

  // Where an insertion goes: behind the character before it, inside the marks around that; `forward`: before the character behind it.
  std::optional<SourceRange> place_of(std::uint32_t at, bool forward) const {
    auto const piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](Piece const& p) { return p.text.end <= at; });
    auto const holds = piece != pieces_.end() && piece->text.begin <= at;
    if (holds && piece->text.begin < at && !is_linear(*piece)) return std::nullopt;
    if (!forward || !holds) return document_.map.to_source({at, at});
    auto const source = piece->source.begin + (at - piece->text.begin);
    return SourceRange{source, source};
  }

  // The file's bytes of a span, where nothing else stands between them.
  std::optional<SourceRange> range_of(Span span) const {
    std::optional<SourceRange> out;
    auto at = span.begin;
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](Piece const& p) { return p.text.end <= span.begin; });
    for (; piece != pieces_.end() && piece->text.begin < span.end; ++piece) {
      Span const part{std::max(piece->text.begin, span.begin), std::min(piece->text.end, span.end)};
      if (part.begin != at) return std::nullopt;
      auto source = piece->source;
      if (is_linear(*piece))
        source = {piece->source.begin + (part.begin - piece->text.begin), piece->source.begin + (part.end - piece->text.begin)};
      else if (part != piece->text || !is_plain(*piece))
        return std::nullopt;
      if (out && source.begin != out->end) return std::nullopt;
      out = SourceRange{out ? out->begin : source.begin, source.end};
      at = part.end;
    }
    return at == span.end ? out : std::nullopt;
  }

  // A blank of the text may be a run of blanks or a line end, with marks, comments or page numbers in it.
  bool is_plain(Piece const& piece) const {
    if (slice(document_.text, piece.text) != " ") return true;
    auto const stored = writer_.stored_text(piece.source);
    auto lines = 0;
    for (std::size_t at = 0; at < stored.size();) {
      auto const c = next_code_point(stored, at);
      if (c == '\n' || (c == '\r' && !stored.substr(at).starts_with('\n')))
        ++lines;
      else if (c != '\r' && !is_blank(c))
        return false;
    }
    return lines <= 1;
  }

  Document const& document_;
  std::vector<Piece> const& pieces_;
  SourceWriter& writer_;
  Plan plan_;
};

}  // namespace

std::variant<Plan, Refusal> plan(Document const& document, Fix const& fix, SourceWriter& writer) {
  return Planner(document, writer).run(fix);
}

}  // namespace vanthu
