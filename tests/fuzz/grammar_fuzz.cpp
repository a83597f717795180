// Fuzz target: every grammar at one place of a line. The first byte chooses the place.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/citation.hpp"
#include "grammar/date.hpp"
#include "grammar/division.hpp"
#include "grammar/header.hpp"
#include "grammar/identifier.hpp"
#include "grammar/label.hpp"
#include "grammar/names.hpp"
#include "grammar/recipients.hpp"
#include "grammar/signature.hpp"

namespace {

using vanthu::Span;

void expect_inside(std::string_view text, Span span) {
  if (span.begin > span.end || span.end > text.size()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  namespace grammar = vanthu::grammar;
  std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const at = std::min<std::size_t>(data[0], text.size());
  auto const inside = [&](auto const& match) {
    if (match) expect_inside(text, match->span);
  };

  inside(grammar::match_date(text, at));
  inside(grammar::match_identifier(text, at));
  inside(grammar::match_identifier(text, at, true));
  inside(grammar::match_type(text, at));
  inside(grammar::match_citation(text.substr(at)));
  inside(grammar::match_list_item(text, at));
  expect_inside(text, grammar::match_title(text, at, vanthu::index_words(text)));
  expect_inside(text, grammar::match_pinpoints(text, vanthu::index_words(text), 0, at).span);
  if (auto const issuer = grammar::match_issuer(text, at)) expect_inside(text, *issuer);
  if (auto const issuer = grammar::match_issuer(text, at, true)) expect_inside(text, *issuer);
  if (auto const law = grammar::match_law_name(text, at)) expect_inside(text, law->span);
  grammar::opens_body(text, vanthu::word_at(text, at));

  inside(grammar::match_number_line(text));
  inside(grammar::match_place_date(text, at));
  expect_inside(text, grammar::match_subject_prefix(text).span);
  grammar::match_label(text);
  expect_inside(text, grammar::match_item(text).text);
  inside(grammar::match_archive_line(text));
  if (auto const mark = grammar::match_closing_mark(text)) expect_inside(text, *mark);
  inside(grammar::match_authority(text, at));
  expect_inside(text, grammar::match_honorific(text));
  grammar::is_drafter_mark(text);
  return 0;
}
