// One rule for people.
#include "report/rule_text.hpp"

#include <fmt/format.h>

#include "vanthu/doctype.hpp"

namespace vanthu::report {
namespace {

struct Explainer {
  Rule const& rule;
  Language language;
  std::string out;

  std::string_view say(std::string_view vi, std::string_view en) const { return language == Language::vi ? vi : en; }

  // "căn cứ: …"; the lines behind the first are moved in.
  void entry(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    out += fmt::format("{}: ", label);
    for (auto const c : text) {
      out += c;
      if (c == '\n') out += "  ";
    }
    out += '\n';
  }

  std::string basis() const {
    if (rule.basis.source.empty()) return {};
    auto const comma = rule.basis.clause.empty() ? "" : ", ";
    return fmt::format("{}{}{} ({})", rule.basis.source, comma, rule.basis.clause, force());
  }

  std::string_view force() const {
    if (rule.basis.force == "mandatory") return say("bắt buộc", "mandatory");
    if (rule.basis.force == "usual") return say("thông lệ", "usual");
    if (rule.basis.force == "template") return say("theo mẫu", "template");
    return say("quy ước riêng", "custom");
  }

  std::string types(std::vector<std::string_view> const& slugs) const {
    std::string list;
    for (auto const slug : slugs) {
      auto const* type = doc_type_by_slug(slug);
      list += fmt::format("{}{}", list.empty() ? "" : ", ", type ? type->name : slug);
    }
    return list;
  }

  std::string families() const {
    constexpr Family all[] = {Family::administrative, Family::legislation, Family::party, Family::other};
    constexpr std::string_view vi[] = {"văn bản hành chính", "văn bản quy phạm pháp luật", "văn bản của Đảng", "văn bản khác"};
    std::string list;
    for (auto const family : all)
      if (rule.families & (1 << static_cast<int>(family)))
        list += fmt::format("{}{}", list.empty() ? "" : ", ", language == Language::vi ? vi[static_cast<int>(family)] : to_string(family));
    return list;
  }

  std::string applies() const {
    auto text = families();
    auto const add = [&text](std::string_view label, std::string_view what) { text += fmt::format("; {}{}", label, what); };
    if (!rule.types.empty()) add(say("loại: ", "types: "), types(rule.types));
    if (!rule.not_types.empty()) add(say("trừ loại: ", "not: "), types(rule.not_types));
    if (rule.stage) add("", *rule.stage == Stage::draft ? say("dự thảo", "drafts") : say("đã ban hành", "issued"));
    if (rule.from != Date{}) add(say("từ ", "from "), to_string(rule.from));
    if (rule.until != Date{}) add(say("đến ", "until "), to_string(rule.until));
    if (rule.needs & needs_layout) add("", say("cần biết cách trình bày trang", "needs layout"));
    if (rule.in_passing.severity < rule.severity)
      add(say("nơi chỉ nhắc đến: ", "where only mentioned: "), to_string(rule.in_passing.severity));
    if (!rule.enabled) add("", say("tắt sẵn", "ships switched off"));
    return text;
  }

  std::string how() const {
    switch (rule.form) {
      case Form::check: return std::string(rule.check_name);
      case Form::phrases: return fmt::format("{} {}", rule.phrases.size(), say("cụm từ", "phrases"));
      case Form::condition: break;
    }
    std::string text;
    if (rule.when != no_expr) text = fmt::format("when {}", rule.when_text);
    if (rule.expect != no_expr) text += fmt::format("{}expect {}", text.empty() ? "" : "\n", rule.expect_text);
    return text;
  }

  std::string fix() const {
    if (rule.fix.action == FixAction::none && rule.form == Form::condition) return {};
    auto const safety =
        rule.fix.safety == Safety::safe ? say("áp dụng ngay được", "can be applied as it is") : say("cần xem lại", "needs a look");
    auto const with = template_text(rule.fix.with);
    return with.empty() ? std::string(safety) : fmt::format("\"{}\" ({})", with, safety);
  }

  std::string change_text(RuleChange const& change) const {
    return fmt::format("{}:{}{}{}", change.file, change.line, change.reason.empty() ? "" : "; ", change.reason);
  }

  // "**căn cứ:** …" as an item of a list.
  void item(std::string_view label, std::string const& text) {
    if (!text.empty()) out += fmt::format("- **{}:** {}\n", label, text);
  }

  // A text of an example, which may have several lines.
  void example(std::string_view label, std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    if (text.find('\n') == std::string_view::npos && text.find('`') == std::string_view::npos)
      out += fmt::format("- **{}:** `{}`\n", label, text);
    else
      out += fmt::format("- **{}:**\n\n{}\n", label, indented(text));
  }

  static std::string indented(std::string_view text) {
    std::string out = "      ";
    for (auto const c : text) {
      out += c;
      if (c == '\n') out += "      ";
    }
    return out + '\n';
  }

  std::string markdown() {
    out = fmt::format("### {} {}\n\n{} · {}\n\n", rule.code, rule.name, to_string(rule.severity), template_text(rule.message.in(language)));
    item(say("căn cứ", "basis"), basis());
    item(say("lý do", "why"), std::string(rule.why.in(language)));
    item(say("áp dụng", "applies to"), applies());
    item(say("cách sửa", "fix"), fix());
    for (auto const& change : rule.changes) item(say("đã thay đổi", "changed"), change_text(change));
    for (auto const& example_ : rule.examples) {
      if (example_.bad) example(say("sai", "bad"), *example_.bad);
      if (example_.good) example(say("đúng", "good"), *example_.good);
    }
    return out + '\n';
  }

  std::string run() {
    out = fmt::format("{} {} ({})\n{}\n\n", rule.code, rule.name, to_string(rule.severity), template_text(rule.message.in(language)));
    entry(say("căn cứ", "basis"), basis());
    entry(say("lý do", "why"), rule.why.in(language));
    entry(say("áp dụng", "applies to"), applies());
    entry(say("điều kiện", "condition"), how());
    entry(say("cách sửa", "fix"), fix());
    if (rule.code.starts_with("CH")) entry(say("gói", "pack"), rule.pack);
    for (auto const& change : rule.changes) entry(say("đã thay đổi", "changed"), change_text(change));
    for (auto const& example : rule.examples) {
      out += '\n';
      if (example.bad) entry(say("sai", "bad"), *example.bad);
      if (example.good) entry(say("đúng", "good"), *example.good);
    }
    return std::move(out);
  }
};

}  // namespace

std::string template_text(Template const& words) {
  std::string out;
  for (auto const& part : words) out += part.kind == PartKind::text ? std::string(part.text) : fmt::format("{{{}}}", part.text);
  return out;
}

std::string rules_markdown(std::span<Rule const> rules, Language language) {
  struct Group {
    std::string_view code, vi, en;
  };
  constexpr Group groups[] = {{"TT", "Thể thức", "Components"},
                              {"VD", "Viện dẫn", "Citations"},
                              {"BC", "Bố cục", "Structure"},
                              {"NQ", "Nhất quán", "Agreement between components"},
                              {"VH", "Viết hoa", "Capitals"},
                              {"BQ", "Lời bỏ qua", "Suppressions"},
                              {"CT", "Chính tả, mã ký tự", "Spelling and encoding"},
                              {"TN", "Tên gọi theo thời gian", "Names by date"},
                              {"KT", "Kỹ thuật trình bày", "Layout"},
                              {"CH", "Quy tắc riêng", "Rules of your own"}};
  auto const vi = language == Language::vi;
  std::string out = vi ? "# Danh mục quy tắc\n\n" : "# Catalogue of rules\n\n";
  std::string_view group;
  for (auto const& rule : rules) {
    if (rule.code.substr(0, 2) != group) {
      group = rule.code.substr(0, 2);
      std::string_view title = group;
      for (auto const& known : groups)
        if (known.code == group) title = vi ? known.vi : known.en;
      out += fmt::format("## {}: {}\n\n", group, title);
    }
    out += rule_markdown(rule, language);
  }
  return out;
}

std::string rule_markdown(Rule const& rule, Language language) { return Explainer{rule, language, {}}.markdown(); }

std::string explain(Rule const& rule, Language language) { return Explainer{rule, language, {}}.run(); }

}  // namespace vanthu::report
