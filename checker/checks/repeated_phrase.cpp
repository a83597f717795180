// repeated-phrase: the same run of words stands twice in direct succession ("… ở nước ngoài, … ở nước ngoài").
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::size_t longest = 12;  // words of a phrase; bounds the work per word

// Between the two only blanks or one comma may stand: "A; A" and "A. A" are lists.
bool close(std::string_view text, Span a, Span b) {
  auto const gap = text.substr(a.end, b.begin - a.end);
  return gap.find_first_not_of(" ,") == std::string_view::npos;
}

void search(std::string_view text, std::size_t shift, std::size_t minimum, std::vector<Finding>& out) {
  auto const spans = words(text);
  std::vector<std::string> folded;
  folded.reserve(spans.size());
  for (auto const s : spans) folded.push_back(fold(slice(text, s)));
  for (std::size_t i = 0; i + 2 * minimum <= spans.size(); ++i) {
    for (std::size_t n = std::min(longest, (spans.size() - i) / 2); n >= minimum; --n) {
      if (folded[i] != folded[i + n] || !close(text, spans[i + n - 1], spans[i + n])) continue;
      std::size_t same = 1;
      while (same < n && folded[i + same] == folded[i + n + same]) ++same;
      if (same < n) continue;
      // "a b, a b, a c" repeats from a and from b alike: the copies are parted at a comma where there is one.
      for (std::size_t k = 0; k < n && i + k + 2 * n <= spans.size(); ++k) {
        if (k > 0 && folded[i + k + n - 1] != folded[i + k + 2 * n - 1]) break;
        if (text.substr(spans[i + k + n - 1].end, spans[i + k + n].begin - spans[i + k + n - 1].end).find(',') == std::string_view::npos)
          continue;
        i += k;
        break;
      }
      auto const first = Span{static_cast<std::uint32_t>(spans[i].begin + shift), static_cast<std::uint32_t>(spans[i + n - 1].end + shift)};
      auto const all = Span{first.begin, static_cast<std::uint32_t>(spans[i + 2 * n - 1].end + shift)};
      out.push_back({.at = all,
                     .arguments = {{"phrase", std::string(text.substr(spans[i].begin, first.size()))}},
                     .related = {},
                     .fix = {{{first.end, all.end}, ""}}});
      i += 2 * n - 1;
      break;
    }
  }
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const minimum = static_cast<std::size_t>(std::max<std::int64_t>(2, input.options.value_or<std::int64_t>("words", 4)));
  for (auto const& block : input.document.blocks)
    if (block.kind != BlockKind::table_cell) search(slice(input.document.text, block.span), block.span.begin, minimum, out);
}

constexpr OptionDef options[] = {{"words", OptionType::integer, false, "shortest phrase, in words; 4 when absent"}};
constexpr ArgumentDef arguments[] = {{"phrase", "the phrase that is repeated"}};

}  // namespace

Check const repeated_phrase{"repeated-phrase", options, arguments, run};

}  // namespace vanthu
