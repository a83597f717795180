// What comments for this program say: right ones, and where wrong ones go wrong.
#include "engine/directive.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace vanthu {
namespace {

// codes [*] [until] "reason", or: problem "what is marked"@where.
std::string dump(std::string_view text) {
  auto const parsed = parse_directive(text);
  std::string out;
  if (parsed.problem != DirectiveProblem::none) {
    std::string_view const problems[] = {"", "form", "code", "date", "reason"};
    out += problems[static_cast<std::size_t>(parsed.problem)];
    return out + " \"" + std::string(slice(text, parsed.problem_span)) + "\"@" + std::to_string(parsed.problem_span.begin);
  }
  for (auto const& code : parsed.codes) {
    EXPECT_EQ(slice(text, code.span), code.name);
    out += code.name + " ";
  }
  if (parsed.whole_file) out += "* ";
  if (parsed.until) out += to_string(*parsed.until) + " ";
  return out + "\"" + parsed.reason + "\"";
}

void expect(std::initializer_list<std::pair<std::string_view, std::string_view>> cases) {
  for (auto const& [text, want] : cases) EXPECT_EQ(dump(text), want) << text;
}

TEST(Directive, RightOnes) {
  expect({
      {"allow VD103: quoted", "VD103 \"quoted\""},
      {"bỏ qua VD103: trích nguyên văn", "VD103 \"trích nguyên văn\""},
      {"Bỏ  qua VD103 , missing-type-symbol,CT:x", "VD103 missing-type-symbol CT \"x\""},
      {"allow-file VD1: a: b", "VD1 * \"a: b\""},
      {"bỏ qua cả tệp VD1: lý do", "VD1 * \"lý do\""},
      {"bỏ qua\n  CT301 đến 31/12/2026:\n  lý do", "CT301 2026-12-31 \"lý do\""},
      {"allow CT301 until 2026-12-31: why", "CT301 2026-12-31 \"why\""},
      {"ALLOW CT301 UNTIL 1/2/2026 : why", "CT301 2026-02-01 \"why\""},
  });
}

TEST(Directive, WrongOnesAndWhere) {
  expect({
      {"", "form \"\"@0"},
      {"alow VD103: x", "form \"alow\"@0"},
      {"bỏ VD103: x", "form \"bỏ\"@0"},
      {"allow: x", "code \"\"@5"},
      {"allow VD103,: x", "code \"\"@12"},
      {"allow VD103, trích: x", "code \"trích\"@13"},
      {"allow VD103 trích nguyên văn", "form \"trích\"@12"},
      {"allow VD103 VD104: x", "form \"VD104\"@12"},
      {"allow VD103", "reason \"\"@11"},
      {"allow VD103:", "reason \"\"@12"},
      {"allow VD103 until 2026-12-31", "reason \"\"@28"},
      {"allow VD103 until : x", "date \"\"@18"},
      {"allow VD103 until 2026-13-01: x", "date \"2026-13-01\"@18"},
      {"allow VD103 until 2026-12-00: x", "date \"2026-12-00\"@18"},
      {"allow VD103 đến 31/12: x", "date \"31/12\"@19"},
      {"allow VD103 đến 29/2/2026: x", "date \"29/2/2026\"@19"},
      {"allow VD103 until next year: x", "date \"next year\"@18"},
      {"allow VD103 until 999999999999-01-01: x", "date \"999999999999-01-01\"@18"},
  });
}

}  // namespace
}  // namespace vanthu
