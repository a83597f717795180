// incomplete-citation: the first mention of a document in the body lacks its date, its issuer or its title.
// Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6, điểm b.
#include "checks/check.hpp"
#include "checks/checks.hpp"

namespace vanthu {
namespace {

bool judged(Citation const& c) {
  if (c.family == CitationFamily::law) return false;  // a law needs its name only
  // A reference whose sentence gives the missing parts before it is complete.
  return c.first_in_body && !c.well_formed && !c.nested && !c.in_subject && c.identifier.has_value();
}

// "Thông tư 49/2021/TT-BGDĐT: Thông tư số 49/2021/TT-BGDĐT ngày … của …": a label whose full form comes next.
bool is_label(std::vector<Citation> const& all, std::size_t index) {
  if (index + 1 == all.size()) return false;
  auto const& next = all[index + 1];
  return next.identifier == all[index].identifier && next.date.complete() && !next.issuer.empty() &&
         next.span.begin < all[index].span.end + 4;
}

void run(CheckInput const& input, std::vector<Finding>& out) {
  auto const wanted = input.options.value_or<std::vector<std::string>>("parts", {"date", "issuer", "title"});
  auto const* names = input.options.get<std::vector<std::pair<std::string, std::string>>>("names");
  auto const& all = input.facts.citations;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& c = all[i];
    if (!judged(c) || is_label(all, i)) continue;
    std::string missing;
    for (auto const& part : wanted) {
      bool const absent = (part == "date" && c.date == Date{} && !c.blank) || (part == "issuer" && c.issuer.empty()) ||
                          (part == "title" && c.title.empty() && !c.title_implied);
      if (!absent) continue;
      if (!missing.empty()) missing += ", ";
      auto name = part;
      if (names != nullptr)
        for (auto const& [key, value] : *names)
          if (key == part) name = value;
      missing += name;
    }
    if (missing.empty()) continue;
    out.push_back(
        {.at = c.span, .arguments = {{"missing", missing}, {"type", c.type}, {"identifier", *c.identifier}}, .related = {}, .fix = {}});
  }
}

constexpr OptionDef options[] = {
    {"parts", OptionType::list, false, "parts that must be there: date, issuer, title"},
    {"names", OptionType::table, false, "what the message calls each part"},
};
constexpr ArgumentDef arguments[] = {
    {"missing", "the parts that are not there"},
    {"type", "type of the cited document"},
    {"identifier", "its number and symbol"},
};

}  // namespace

Check const incomplete_citation{"incomplete-citation", options, arguments, run};

}  // namespace vanthu
