// authority-line: nothing stands between the trích yếu and the first legal basis, where the line belongs that says who decides
// ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH").
#include <algorithm>
#include <tuple>

#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const& components = input.facts.components;
  auto const basis = std::ranges::find(components, ComponentKind::legal_basis, &Component::kind);
  auto const subject = std::ranges::find(components, ComponentKind::subject, &Component::kind);
  if (basis == components.end() || subject == components.end() || subject->span.end > basis->span.begin) return;
  // A trích yếu in capitals may have swallowed the line.
  if (all_caps(slice(input.document.text, subject->span))) return;
  bool const between = std::ranges::any_of(input.document.blocks, [&](Block const& block) {
    return block.span.begin >= subject->span.end && block.span.end <= basis->span.begin;
  });
  if (!between) out.push_back({.at = basis->span, .arguments = {}, .related = {subject->span}, .fix = {}});
}

}  // namespace

Check const authority_line{"authority-line", {}, {}, run};

}  // namespace vanthu
