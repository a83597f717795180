// The issuing body beside the office of the one who drafts.
#include "engine/office.hpp"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

TEST(SameName, IsTolerant) {
  struct Case {
    std::string_view a, b;
    bool same;
  };
  constexpr Case cases[] = {
      {"ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn", true},
      {"Uỷ ban nhân dân tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", true},
      {"UBND tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", true},
      {"UBND Lạng Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn", true},
      {"HĐND tỉnh Lạng Sơn", "UBND tỉnh Lạng Sơn", false},
      {"TP. Hồ Chí Minh", "Hồ Chí Minh", true},
      {"Tp.Hồ Chí Minh", "Thành phố Hồ Chí Minh", true},
      {"TPHCM", "Thành phố Hồ Chí Minh", true},
      {"huyện Kỳ Anh", "thị xã Kỳ Anh", false},
      {"Lạng Sơn", "Lang Sơn", false},
      {"Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội", true},
      {"Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh", false},
  };
  for (auto const& c : cases) {
    EXPECT_EQ(same_name(c.a, c.b), c.same) << c.a << " / " << c.b;
    EXPECT_EQ(same_name(c.b, c.a), c.same) << c.b << " / " << c.a;
  }
}

// `governing` and the others may be empty: absent then.
Facts facts(std::string governing, std::string issuer, std::string symbol = {}, std::string unit = {}, std::string place = {}) {
  Facts out;
  auto const add = [&](ComponentKind kind, std::string_view field, std::string text) {
    if (text.empty()) return;
    Component* at = nullptr;
    for (auto& component : out.components)
      if (component.kind == kind) at = &component;
    if (at == nullptr) at = &out.components.emplace_back(Component{kind, {}, {}});
    at->fields.push_back({field, std::move(text), {}, {}});
  };
  add(ComponentKind::governing_body, "name", std::move(governing));
  add(ComponentKind::issuer, "name", std::move(issuer));
  add(ComponentKind::number, "symbol", std::move(symbol));
  add(ComponentKind::number, "unit_code", std::move(unit));
  add(ComponentKind::place_date, "place", std::move(place));
  return out;
}

std::string issuer(std::string governing, std::string name, std::string office) {
  auto const own = own_issuer(facts(std::move(governing), std::move(name)), {std::move(office), {}, {}, {}});
  return own ? std::string(to_string(*own)) : "-";
}

TEST(OwnIssuer, TellsTheOfficeFromOthers) {
  constexpr char const* department = "Sở Nội vụ tỉnh Lạng Sơn";
  EXPECT_EQ(issuer("", "SỞ NỘI VỤ TỈNH LẠNG SƠN", department), "own");
  EXPECT_EQ(issuer("UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ", department), "own");
  EXPECT_EQ(issuer("UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ", department), "other");
  EXPECT_EQ(issuer("", "SỞ NỘI VỤ", department), "own");
  EXPECT_EQ(issuer("UBND TỈNH LẠNG SƠN", "SỞ Y TẾ", department), "other");
  EXPECT_EQ(issuer("UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ", "Sở Nội vụ"), "own");
  EXPECT_EQ(issuer("", "SỞ NỘI VỤ TỈNH LẠNG SƠN", "Sở Nội vụ"), "own");
  EXPECT_EQ(issuer("SỞ NỘI VỤ", "CHI CỤC VĂN THƯ - LƯU TRỮ", department), "other");
  EXPECT_EQ(issuer("", "ỦY BAN NHÂN DÂN TỈNH LANG SƠN", "Ủy ban nhân dân tỉnh Lạng Sơn"), "misspelled");
  EXPECT_EQ(issuer("", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "Ủy ban nhân dân tỉnh Lạng Sơn"), "other");
  EXPECT_EQ(issuer("", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG", "Ủy ban nhân dân"), "-");  // which one is not said
  EXPECT_EQ(issuer("", "SỞ NỘI VỤ", ""), "-");
  EXPECT_EQ(issuer("", "", department), "-");
}

TEST(OwnOffice, SymbolPlaceAndUnit) {
  Office const office{"Sở Giáo dục và Đào tạo", "SGDĐT", "Lạng Sơn", {"VP", "GDTrH"}};
  EXPECT_EQ(own_symbol(facts("", "", "KH-SGDĐT"), office), true);
  EXPECT_EQ(own_symbol(facts("", "", "KH-SGDDT"), office), true);  // D for Đ is another rule's matter
  EXPECT_EQ(own_symbol(facts("", "", "KH-SNV"), office), false);
  EXPECT_EQ(own_symbol(facts("", "", ""), office), std::nullopt);
  EXPECT_EQ(own_symbol(facts("", "", "KH-SNV"), {}), std::nullopt);
  EXPECT_EQ(own_place(facts("", "", "", "", "Lạng Sơn"), office), true);
  EXPECT_EQ(own_place(facts("", "", "", "", "tỉnh Lạng Sơn"), office), true);
  EXPECT_EQ(own_place(facts("", "", "", "", "Cao Bằng"), office), false);
  EXPECT_EQ(own_place(facts("", "", "", "", ""), office), std::nullopt);
  EXPECT_EQ(own_unit(facts("", "", "", "GDTrH"), office), true);
  EXPECT_EQ(own_unit(facts("", "", "", "gdtrh2"), office), true);
  EXPECT_EQ(own_unit(facts("", "", "", "TCCB"), office), false);
  EXPECT_EQ(own_unit(facts("", "", "", "TCCB"), {}), std::nullopt);
}

}  // namespace
}  // namespace vanthu
