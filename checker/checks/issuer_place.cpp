// issuer-place: the place before the date is not the province of a provincial body.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4, điểm a.
#include "checks/check.hpp"
#include "checks/checks.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

// The province in "ủy ban nhân dân tỉnh hưng yên", folded; empty when the name is not one of a provincial body.
std::string province_of(std::string const& folded) {
  for (std::string_view const word : {" tỉnh ", " thành phố "})
    if (auto const at = folded.find(word); at != std::string::npos) return folded.substr(at + word.size());
  return {};
}

std::string name_of(Component const* c) {
  auto const* f = c ? c->field("name") : nullptr;
  auto const* s = f ? std::get_if<std::string>(&f->value) : nullptr;
  return s ? fold(*s) : std::string{};
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const* issuer = input.facts.first(ComponentKind::issuer);
  auto const* governing = input.facts.first(ComponentKind::governing_body);
  auto const* place_date = input.facts.first(ComponentKind::place_date);
  auto const* place = place_date ? place_date->field("place") : nullptr;
  auto const* written = place ? std::get_if<std::string>(&place->value) : nullptr;
  if (issuer == nullptr || written == nullptr) return;
  auto const name = name_of(issuer);
  bool const council = name.starts_with("ủy ban nhân dân tỉnh ") || name.starts_with("hội đồng nhân dân tỉnh ");
  auto const province = council ? province_of(name) : name.starts_with("sở ") ? province_of(name_of(governing)) : std::string{};
  if (province.empty()) return;
  auto const here = fold(*written);
  // "Thành phố Hồ Chí Minh" and "Hồ Chí Minh", "tỉnh Lai Châu" and "Lai Châu" name one province.
  if (here == province || here.ends_with(" " + province)) return;
  out.push_back({.at = place->span, .arguments = {{"place", *written}}, .related = {council ? issuer->span : governing->span}, .fix = {}});
}

constexpr ArgumentDef arguments[] = {{"place", "the place as written"}};

}  // namespace

Check const issuer_place{"issuer-place", {}, arguments, run};

}  // namespace vanthu
