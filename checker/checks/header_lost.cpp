// header-lost: Quốc hiệu, Tiêu ngữ and issuing body are all absent although the number or the type name is there. Text extracted from a
// file often loses the header's table, so this is one finding for the whole block.
#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

void run(CheckInput const& input, std::vector<Finding>& out) {
  if (!input.facts.header_lost) return;
  for (auto const kind : {ComponentKind::number, ComponentKind::type_name, ComponentKind::subject})
    if (auto const* c = input.facts.first(kind)) {
      out.push_back({.at = c->span, .arguments = {}, .related = {}, .fix = {}});
      return;
    }
}

}  // namespace

Check const header_lost{"header-lost", {}, {}, run};

}  // namespace vanthu
