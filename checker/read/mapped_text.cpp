#include "read/mapped_text.hpp"

#include <algorithm>

#include "read/nfc.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

bool is_linear(SourceMap::Piece const& piece) { return piece.text.size() == piece.source.end - piece.source.begin; }

}  // namespace

void Copier::copy(Span range) {
  // A combining mark whose letter was left out must not meet another letter: the text would no longer be NFC.
  auto const gap = range.begin != end_ && !to_.text.empty() && to_.text.back() != '\n' && to_.text.back() != ' ';
  for (auto next = std::size_t{range.begin}; gap && range.begin < range.end; range.begin = offset32(next))
    if (starts_character(next_code_point(from_.text, next))) break;
  end_ = range.end;
  if (range.empty()) return;
  Span const target{offset32(to_.text.size()), offset32(to_.text.size() + range.size())};
  to_.text.append(slice(from_.text, range));
  auto const& pieces = from_.map.pieces();
  while (piece_ < pieces.size() && pieces[piece_].text.end <= range.begin) ++piece_;
  for (auto i = piece_; i < pieces.size() && pieces[i].text.begin < range.end; ++i) {
    auto const& piece = pieces[i];
    if (piece.text.contains(range) && is_linear(piece)) {  // as most are
      auto const source = piece.source.begin + (range.begin - piece.text.begin);
      to_.map.append(target, {source, source + range.size()});
      break;
    }
    Span const part{std::max(piece.text.begin, range.begin), std::min(piece.text.end, range.end)};
    Span const moved{part.begin - range.begin + target.begin, part.end - range.begin + target.begin};
    if (is_linear(piece)) {
      auto const source = piece.source.begin + (part.begin - piece.text.begin);
      to_.map.append(moved, {source, source + part.size()});
    } else {
      to_.map.append(moved, piece.source);
    }
    piece_ = i;
  }
  if (next_anomaly(range.begin) <= range.end) carry_anomalies(range, target);
}

void Copier::replace(Span range, std::string_view with) {
  end_ = range.begin;  // what comes next did not follow `with` before
  Span const target{offset32(to_.text.size()), offset32(to_.text.size() + with.size())};
  to_.text.append(with);
  auto const& pieces = from_.map.pieces();
  while (piece_ < pieces.size() && pieces[piece_].text.end <= range.begin) ++piece_;
  SourceRange source{};
  bool found = false;
  for (auto i = piece_; i < pieces.size() && pieces[i].text.begin < range.end; ++i) {
    auto const& piece = pieces[i];
    auto const begin = std::max(piece.text.begin, range.begin) - piece.text.begin;
    auto const end = std::min(piece.text.end, range.end) - piece.text.begin;
    if (!found) source.begin = piece.source.begin + (is_linear(piece) ? begin : 0);
    source.end = is_linear(piece) ? piece.source.begin + end : piece.source.end;
    found = true;
    piece_ = i;
  }
  if (found && !with.empty()) to_.map.append(target, source);
  if (next_anomaly(range.begin) <= range.end) carry_anomalies(range, target);
}

void Copier::carry_anomalies(Span range, Span target) {
  auto const same_size = range.size() == target.size();
  auto const& all = from_.anomalies;
  for (; anomaly_ < all.size(); ++anomaly_) {
    auto const& [kind, span] = all[anomaly_];
    if (span.begin > range.end || (span.begin == range.end && !span.empty())) break;
    auto const end = std::min(span.end, range.end);
    to_.anomalies.push_back({kind, same_size ? Span{span.begin - range.begin + target.begin, end - range.begin + target.begin} : target});
  }
}

}  // namespace vanthu
