// issuer-code: the symbol's group for the issuing body contradicts the issuing body's name. Abbreviations are set by each body itself
// (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3), so only the kinds of bodies in the rule's table are judged.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::string const* text_of(Component const* c, std::string_view field) {
  auto const* f = c ? c->field(field) : nullptr;
  return f ? std::get_if<std::string>(&f->value) : nullptr;
}

// `allowed`: codes parted by blanks; "S*" stands for every code that starts with S.
bool allows(std::string_view allowed, std::string_view code) {
  while (!allowed.empty()) {
    auto const end = allowed.find(' ');
    auto const one = allowed.substr(0, end);
    if (one.ends_with('*') ? code.starts_with(one.substr(0, one.size() - 1)) : code == one) return true;
    allowed = end == std::string_view::npos ? std::string_view{} : allowed.substr(end + 1);
  }
  return false;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* number = input.facts.first(ComponentKind::number);
  auto const* issuer = input.facts.first(ComponentKind::issuer);
  auto const* code = text_of(number, "body_code");
  auto const* name = text_of(issuer, "name");
  if (code == nullptr || name == nullptr) return;
  auto const folded = fold(*name);
  for (auto const& [head, allowed] : *input.options.get<std::vector<std::pair<std::string, std::string>>>("codes")) {
    if (!folded.starts_with(fold(head))) continue;
    if (allows(allowed, *code)) return;
    out.push_back({.at = number->field("symbol")->span,
                   .arguments = {{"code", *code}, {"issuer", *name}, {"allowed", allowed}},
                   .related = {issuer->span},
                   .fix = {}});
    return;
  }
}

constexpr OptionDef options[] = {{"codes", OptionType::table, true, "how the issuer's name starts → codes it may have"}};
constexpr ArgumentDef arguments[] = {
    {"code", "the code in the symbol"},
    {"issuer", "the issuing body's name"},
    {"allowed", "codes that the table gives"},
};

}  // namespace

Check const issuer_code{"issuer-code", options, arguments, run};

}  // namespace vanthu
