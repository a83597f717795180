// The schema names what the model gives: same names, same order, the types declared.
#include "engine/model.hpp"

#include <gtest/gtest.h>

#include "support.hpp"

namespace vanthu::test {
namespace {

std::vector<std::string_view> schema_fields(NodeKind kind) {
  std::vector<std::string_view> out;
  for (auto const& field : node_def(kind).fields) out.push_back(field.name);
  return out;
}

bool has_type(Val const& value, ValueType type) {
  switch (type) {
    case ValueType::boolean: return std::holds_alternative<bool>(value);
    case ValueType::integer: return std::holds_alternative<std::int64_t>(value);
    case ValueType::string: return std::holds_alternative<std::string_view>(value);
    case ValueType::date: return std::holds_alternative<Date>(value);
    case ValueType::list: return std::holds_alternative<ListView>(value);
  }
  return false;
}

// Two recipients, a nested outline, a citation and a document with every part there.
struct Full {
  Document document = lines("Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\nĐiều 1. Phạm vi\n1. Khoản một;");
  Facts facts;
  std::vector<SuppressionNode> suppressions;

  Full() {
    Citation c;
    c.span = {0, 4};
    c.type = c.type_text = c.type_code = c.body_code = c.issuer = "a";
    c.title = "a b c d";
    c.identifier = c.canonical = "1/2024/A";
    c.number = c.symbol = "a";
    c.year = c.legislature = 1;
    c.date = {2024, 1, 1};
    c.defects = {"ascii-d"};
    facts.citations.push_back(c);
    facts.dates.push_back({{0, 4}, {2024, 1, 1}, "1", "1", "2024", true});
    auto const article = find(document, "Điều 1. Phạm vi\n1. Khoản một;");
    auto const clause = find(document, "1. Khoản một;");
    facts.outline.push_back(
        {OutlineKind::article, "1", "Điều 1.", find(document, "Điều 1."), "Phạm vi", find(document, "Phạm vi"), article, -1});
    facts.outline.push_back(
        {OutlineKind::clause, "1", "1.", {clause.begin, clause.begin + 2}, "Khoản một", {clause.begin + 3, clause.end - 1}, clause, 0});
    InternalReference reference;
    reference.span = {0, 4};
    reference.path = {{OutlineKind::article, "1", {0, 4}, 0}, {OutlineKind::clause, "2", {0, 4}, -1}};
    reference.words = reference.missing_words = reference.type = "a";
    reference.status = ReferenceStatus::missing;
    reference.missing = 1;
    reference.last = 1;
    facts.references.push_back(reference);
    document.anomalies.push_back({AnomalyKind::eth, {0, 1}});
    document.font_texts = {{{0, 4}, CodePage::tcvn3, false}};
    facts.family_reason_vi = "là luật";
    facts.family_reason_en = "is a law";
    facts.type = "chi-thi";
    auto const component = [&](ComponentKind kind, std::initializer_list<std::string_view> fields, Span span = {0, 4}) {
      Component out{kind, span, {}};
      for (auto const name : fields) out.fields.push_back({field_name(kind, name), std::string("a"), {1, 2}, {}});
      facts.components.push_back(std::move(out));
    };
    component(ComponentKind::issuer, {"name"});
    component(ComponentKind::governing_body, {"name"});
    component(ComponentKind::number, {"number", "symbol", "type_code", "body_code", "unit_code"});
    component(ComponentKind::place_date, {"place"});
    component(ComponentKind::subject, {});
    component(ComponentKind::signing_authority, {"prefix"});
    component(ComponentKind::signer_position, {"position"});
    component(ComponentKind::signer_name, {"name"});
    Component recipients{ComponentKind::recipients, {0, 40}, {}};
    recipients.fields.push_back({field_name(ComponentKind::recipients, "items"),
                                 std::vector<std::string>{"Sở Y tế", "Lưu: VT"},
                                 {},
                                 {find(document, "Sở Y tế"), find(document, "Lưu: VT")}});
    facts.components.push_back(std::move(recipients));
    SuppressionNode suppression;
    suppression.state = "malformed";
    suppression.problem = "date";
    suppression.text = suppression.code = suppression.nearest = suppression.reason = "a";
    suppression.until = {2024, 1, 1};
    suppressions.push_back(suppression);
  }
  Office const office{"a", "UBND", "Lạng Sơn", {"VX"}};
  Registry const registry{
      [](std::string_view) {
        RegisteredDocument d;
        d.type = d.number = d.issuer = d.replaced_by = "a";
        d.title = "another one, really other";
        d.issued = d.effective = {2024, 1, 1};
        d.expired = {2024, 2, 1};
        d.confidence = Confidence::high;
        return std::vector{d};
      },
      [](std::string_view) { return std::vector<RegisteredDocument>(); },
      [](std::string_view) {
        RegisteredDocument d;
        d.type = "a";
        d.number = "2/2024/A";
        d.title = "a b c d";
        d.issued = {2024, 1, 1};
        d.confidence = Confidence::high;
        return std::vector{d};
      },
      [](std::string_view) { return std::vector<Amendment>(); },
      [](std::string_view) {
        return std::vector{RegisteredBody{"a", "", "", {2024, 2, 1}, {2024, 3, 1}, "b"}};
      },
  };
  Model model(Language language = Language::vi) const {
    return {document, facts, {2024, 6, 15}, Stage::draft, language, suppressions, &office, &registry};
  }
};

TEST(Model, NamesOfTheSchema) {
  for (auto const kind : {NodeKind::citation, NodeKind::date, NodeKind::outline, NodeKind::reference, NodeKind::recipient,
                          NodeKind::addressee, NodeKind::document, NodeKind::anomaly, NodeKind::suppression})
    EXPECT_EQ(model_fields(kind), schema_fields(kind)) << node_def(kind).name;
}

TEST(Model, TypesOfTheSchema) {
  Full const full;
  auto const model = full.model();
  for (auto const kind : {NodeKind::citation, NodeKind::date, NodeKind::outline, NodeKind::reference, NodeKind::recipient,
                          NodeKind::document, NodeKind::anomaly, NodeKind::suppression}) {
    auto const& def = node_def(kind);
    auto const node = kind == NodeKind::recipient ? model.nodes(kind).front() : model.nodes(kind).back();
    for (std::size_t i = 0; i < def.fields.size(); ++i)
      EXPECT_TRUE(has_type(model.field(node, static_cast<std::uint32_t>(i + 1)), def.fields[i].type))
          << def.name << " " << def.fields[i].name;
  }
}

TEST(Model, NamesOfComponents) {
  for (std::size_t i = 0; is_component(static_cast<NodeKind>(i)); ++i) {
    auto const kind = static_cast<ComponentKind>(i);
    EXPECT_EQ(component_kind(to_string(kind)), kind);
  }
}

Val named(Model const& model, Node node, std::string_view name) {
  auto const fields = node_def(node.kind).fields;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].name == name) return model.field(node, static_cast<std::uint32_t>(i + 1));
  throw std::runtime_error("no such field");
}

TEST(Model, Derived) {
  Full const full;
  auto const model = full.model();
  auto const outline = model.nodes(NodeKind::outline);
  EXPECT_EQ(std::get<std::string_view>(model.field(outline[0], 0)), "Điều 1. Phạm vi");
  EXPECT_EQ(std::get<std::int64_t>(named(model, outline[0], "depth")), 0);
  EXPECT_EQ(std::get<std::int64_t>(named(model, outline[1], "depth")), 1);
  EXPECT_EQ(std::get<std::string_view>(named(model, outline[1], "parent")), "article");
  auto const recipients = model.nodes(NodeKind::recipient);
  ASSERT_EQ(recipients.size(), 2U);
  EXPECT_EQ(std::get<std::string_view>(model.field(recipients[0], 0)), "Sở Y tế");
  EXPECT_EQ(std::get<std::string_view>(named(model, recipients[0], "end_mark")), ";");
  EXPECT_FALSE(std::get<bool>(named(model, recipients[0], "last")));
  EXPECT_TRUE(std::get<bool>(named(model, recipients[1], "last")));
  EXPECT_EQ(std::get<std::string_view>(named(model, {}, "type_name")), "Chỉ thị");
  EXPECT_EQ(std::get<std::string_view>(named(model, {}, "family_reason")), "là luật");
  EXPECT_EQ(std::get<std::string_view>(named(full.model(Language::en), {}, "family_reason")), "is a law");
}

TEST(Model, SubjectWithoutItsPrefix) {
  auto const document = lines("V/v: tuyển sinh năm 2024");
  Facts facts;
  Component subject{ComponentKind::subject, {0, static_cast<std::uint32_t>(document.text.size() - 1)}, {}};
  subject.fields.push_back({field_name(ComponentKind::subject, "prefix"), std::string("V/v"), {0, 3}, {}});
  facts.components.push_back(subject);
  Model const model(document, facts, {}, Stage::draft, Language::vi);
  EXPECT_EQ(std::get<std::string_view>(named(model, {}, "subject")), "tuyển sinh năm 2024");
}

TEST(Model, MissingComponentsHaveAPlace) {
  auto const document = lines("ỦY BAN NHÂN DÂN\nCHỈ THỊ\nNội dung./.");
  Facts facts;
  facts.components.push_back({ComponentKind::issuer, find(document, "ỦY BAN NHÂN DÂN"), {}});
  facts.components.push_back({ComponentKind::type_name, find(document, "CHỈ THỊ"), {}});
  facts.components.push_back({ComponentKind::body, find(document, "Nội dung./."), {}});
  Model const model(document, facts, {}, Stage::draft, Language::vi);
  auto const at = [&](ComponentKind kind) { return model.place_of_missing(kind).begin; };
  EXPECT_EQ(at(ComponentKind::national_name), 0U);
  EXPECT_EQ(at(ComponentKind::number), find(document, "ỦY BAN NHÂN DÂN").end);
  EXPECT_EQ(at(ComponentKind::subject), find(document, "CHỈ THỊ").end);
  EXPECT_EQ(at(ComponentKind::recipients), find(document, "Nội dung./.").end);
  Facts const none;
  Model const empty(document, none, {}, Stage::draft, Language::vi);
  EXPECT_EQ(empty.place_of_missing(ComponentKind::number), (Span{0, 0}));
}

}  // namespace
}  // namespace vanthu::test
