// All recognizers in their order: components first, since citations and outline ask where they stand.
#include "vanthu/recognize.hpp"

#include <array>

#include "grammar/date.hpp"
#include "recognize/citations.hpp"
#include "recognize/components.hpp"
#include "recognize/family.hpp"
#include "recognize/outline.hpp"

namespace vanthu {
namespace {

// Bytes that a date can start with.
constexpr auto first_bytes = [] {
  std::array<bool, 256> out{};
  for (auto const c : std::string_view("0123456789nN")) out[static_cast<unsigned char>(c)] = true;
  return out;
}();

// A date can only start at "ngày", "năm" or a digit that no digit precedes.
bool may_start_date(std::string_view text, std::size_t at) {
  auto const c = text[at];
  if (c >= '0' && c <= '9') return at == 0 || !((text[at - 1] >= '0' && text[at - 1] <= '9') || text[at - 1] == '/' || text[at - 1] == '.');
  if (c != 'n' && c != 'N') return false;
  auto const rest = text.substr(at + 1);
  return rest.starts_with("gày") || rest.starts_with("ăm");
}

void recognize_dates(Document const& document, Facts& facts) {
  std::string_view const text = document.text;
  for (auto const& block : document.blocks) {
    auto const line = text.substr(0, std::min<std::size_t>(block.span.end, text.size()));
    for (std::size_t at = block.span.begin; at < line.size();) {
      if (!first_bytes[static_cast<unsigned char>(line[at])] || !may_start_date(line, at)) {
        ++at;
        continue;
      }
      auto match = grammar::match_date(line, at);
      if (!match || match->span.empty()) {
        ++at;
        continue;
      }
      auto const end = match->span.end;
      facts.dates.push_back({match->span, match->date, std::move(match->day_text), std::move(match->month_text),
                             std::move(match->year_text), match->long_form});
      at = end;
    }
  }
}

}  // namespace

Facts recognize(Document const& document) {
  Facts facts;
  auto const parts = recognize_components(document, facts);
  recognize_family(document, parts, facts);
  recognize_outline(document, parts, facts);
  recognize_dates(document, facts);
  recognize_citations(document, facts);
  return facts;
}

}  // namespace vanthu
