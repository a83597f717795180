// The tables of keys.
#include "engine/pack_keys.hpp"

#include <algorithm>

#include "checks/check.hpp"
#include "vanthu/doctype.hpp"
#include "vanthu/schema.hpp"

namespace vanthu {
namespace {

using enum Shape;
using enum Choice;
constexpr unsigned all = in_every_form;

// clang-format off
constexpr KeyDef file_table[] = {
    {"pack", Shape::pack, required, any, "tên và tiêu đề của gói", "name and title of the pack"},
    {"lists", lists, 0, any, "danh sách dùng trong điều kiện: list(\"tên\")", "lists for conditions: list(\"name\")"},
    {"tables", tables, 0, any, "bảng tra dùng trong điều kiện: lookup(\"tên\", khóa)", "tables for conditions: lookup(\"name\", key)"},
    {"sources", sources, 0, any, "văn bản làm căn cứ cho quy tắc", "documents that rules stand on"},
    {"rules", changes, 0, any, "thay đổi quy tắc của gói khác", "changes of rules that other packs bring"},
};
constexpr KeyDef pack_table[] = {
    {"name", text, required, any, "tên gói, chữ thường nối bằng gạch nối", "name of the pack, lower-case words joined by hyphens"},
    {"title", words, required, any, "tiêu đề cho người đọc", "title for people"},
    {"defaults", defaults, 0, any, "giá trị chung cho mọi quy tắc trong gói", "values for every rule of the pack"},
};
constexpr KeyDef rule_table[] = {
    {"name", text, all | required | is_identity, any, "tên lỗi, chữ thường nối bằng gạch nối", "the fault, lower-case words joined by hyphens"},
    {"on", text, in_condition | is_identity, node, "xét từng phần tử thuộc loại này", "looks at each node of this kind"},
    {"check", text, in_check | is_identity, Choice::check, "tên phép kiểm có sẵn", "name of a check"},
    {"phrases", Shape::phrases, in_phrases | judges, any, "các cụm từ sai và cách viết đúng", "wrong phrases and how they are written"},
    {"when", text, all | judges, any, "điều kiện để xét", "condition: where the rule looks"},
    {"expect", text, in_condition | judges, any, "điều phải đúng; sai thì báo", "condition that must hold; the rule fires where it does not"},
    {"options", Shape::options, in_check | judges, any, "tùy chọn của phép kiểm", "options of the check"},
    {"skip", names, in_phrases | judges, Choice::skip, "không tìm trong các phần này", "nothing is found in these parts"},
    {"if_before", names, in_phrases | judges, any, "chỉ tính khi đứng ngay sau một trong các từ này",
     "counts only where one of these stands directly before"},
    {"unless_before", names, in_phrases | judges, any, "không tính khi đứng ngay sau một trong các từ này",
     "does not count where one of these stands directly before"},
    {"unless_sentence", names, in_phrases | in_defaults | judges, any, "không tìm trong câu có một trong các cụm từ này",
     "nothing is found in a sentence that has one of these phrases"},
    {"in_passing", Shape::in_passing, in_phrases | in_defaults, any, "mức nhẹ hơn ở nơi chỉ nhắc đến", "a lower severity where it is only mentioned"},
    {"case", boolean, in_phrases | judges, any, "phân biệt chữ hoa, chữ thường", "letter case counts"},
    {"add_phrases", Shape::phrases, in_phrases | in_change | judges, any, "thêm cụm từ", "phrases to add"},
    {"remove_phrases", names, in_phrases | in_change | judges, any, "bỏ cụm từ, gọi theo chỗ sai", "phrases to take out, by what is wrong"},
    {"severity", text, all | required | in_defaults, severity, "mức độ", "how grave it is"},
    {"enabled", boolean, all, any, "false: tắt sẵn", "false: ships switched off"},
    {"reason", text, all | in_change, any, "lý do thay đổi; bắt buộc khi hạ mức hoặc tắt quy tắc có căn cứ bắt buộc",
     "why it is changed; required where a mandatory rule is lowered or switched off"},
    {"message", words, all | required, any, "lời báo: nêu cái có trong văn bản, chữ thường, không chấm câu", "what is there; lower case, no full stop; {placeholders}"},
    {"why", words, all, any, "lý do, in bởi vanthu explain", "the reason, shown by vanthu explain"},
    {"basis", text, all, any, "căn cứ: \"ND30:PL1.I.II.6\"", "source and clause: \"ND30:PL1.I.II.6\""},
    {"at", text, in_condition, any, "phần được đánh dấu", "the part to mark"},
    {"once", boolean, in_condition, any, "true: cả văn bản chỉ báo một lần", "true: one finding a document"},
    {"related", Shape::related, all, any, "chỗ liên quan, được đánh dấu thêm", "the cause, marked as well"},
    {"fix", Shape::fix, all | judges, any, "cách sửa", "the fix"},
    {"families", names, all | in_defaults | judges, family, "họ văn bản; mặc định: hành chính", "families of documents; administrative when absent"},
    {"types", names, all | in_defaults | judges, type, "chỉ những loại văn bản này", "only these types"},
    {"not_types", names, all | in_defaults | judges, type, "trừ những loại văn bản này", "not these types"},
    {"stage", text, all | in_defaults | judges, stage, "chỉ dự thảo, hoặc chỉ bản đã ban hành", "drafts only, or issued documents only"},
    {"from", date, all | in_defaults | judges, any, "văn bản từ ngày này", "documents from this day on"},
    {"until", date, all | in_defaults | judges, any, "văn bản đến hết ngày này", "documents up to this day"},
    {"needs", names, all | in_defaults, need, "cần biết cách trình bày trang", "not judged where the input lacks this"},
    {"examples", Shape::examples, all, any, "ví dụ sai và đúng; chạy bằng vanthu test-rules", "bad and good; run by vanthu test-rules"},
};
constexpr KeyDef words_table[] = {
    {"vi", text, required, any, "tiếng Việt", "Vietnamese"},
    {"en", text, required, any, "tiếng Anh", "English"},
};
constexpr KeyDef fix_table[] = {
    {"safety", text, all, safety, "safe: vanthu fix tự sửa; review: cần người xem", "safe: applied by vanthu fix; review: needs a look"},
    {"touches", text, all, touches, "cách sửa đụng đến gì: form (hình thức), name (tên gọi), reference (viện dẫn)",
     "what the fix touches: form, names, references"},
    {"title", words, all, any, "tên của cách sửa", "what the fix is called"},
    {"with", text, in_condition, any, "chữ viết vào; '' là bỏ đi", "the text put in; '' takes text out"},
    {"replace", text, in_condition, any, "thay phần này", "replaces this part"},
    {"insert_before", text, in_condition, any, "thêm trước phần này", "inserts before this part"},
    {"insert_after", text, in_condition, any, "thêm sau phần này", "inserts after this part"},
};
constexpr KeyDef related_table[] = {
    {"message", words, all | required, any, "lời ghi ở chỗ liên quan", "what is said there"},
    {"at", text, in_condition | required, any, "phần liên quan", "the part that is the cause"},
};
constexpr KeyDef in_passing_table[] = {
    {"severity", text, required, severity, "mức độ ở nơi chỉ nhắc đến", "how grave it is where it is only mentioned"},
    {"unless_in", names, 0, node, "trong các phần này thì giữ mức của quy tắc", "in these parts the severity of the rule stays"},
    {"unless_sentence", names, 0, any, "trong câu có một trong các cụm từ này thì giữ mức của quy tắc",
     "in a sentence that has one of these phrases the severity of the rule stays"},
};
constexpr KeyDef phrase_table[] = {
    {"wrong", text, required, any, "cách viết sai", "the wrong phrase"},
    {"right", text, 0, any, "cách viết đúng; không có thì không sửa tự động", "how it is written; without it no fix"},
    {"unless_before", names, 0, any, "bỏ qua khi ngay trước là một trong các từ này", "not where one of these words stands directly in front"},
    {"unless_after", names, 0, any, "bỏ qua khi ngay sau là một trong các từ này", "not where one of these words stands directly behind"},
};
constexpr KeyDef example_table[] = {
    {"bad", text, 0, any, "đoạn văn bản mà quy tắc báo đúng một lần", "a text in which the rule finds exactly one fault"},
    {"good", text, 0, any, "đoạn văn bản đúng; là kết quả sửa của \"bad\"", "a text without fault; what the fix makes of \"bad\""},
    {"fixable", boolean, 0, any, "false: \"good\" không phải kết quả sửa của \"bad\"", "false: \"good\" is not what the fix makes"},
    {"context", context, 0, any, "văn bản chứa đoạn này thuộc loại nào", "what document the text stands in"},
};
constexpr KeyDef context_table[] = {
    {"family", text, 0, family, "họ văn bản", "family of the document"},
    {"type", text, 0, type, "loại văn bản", "type of the document"},
    {"stage", text, 0, stage, "dự thảo hay đã ban hành", "draft or issued"},
    {"date", date, 0, any, "ngày của văn bản", "date of the document"},
    {"issuer", house, 0, any, "cơ quan soạn thảo, như [issuer] của vanthu.toml", "the drafter's office, as [issuer] of vanthu.toml"},
};
constexpr KeyDef house_table[] = {
    {"name", text, 0, any, "tên cơ quan", "name of the office"},
    {"symbol", text, 0, any, "ký hiệu", "its symbol"},
    {"place", text, 0, any, "địa danh", "its place"},
    {"units", names, 0, any, "chữ viết tắt các đơn vị", "abbreviations of its departments"},
};
constexpr KeyDef source_table[] = {
    {"title", text, required, any, "số, ký hiệu hoặc tên văn bản", "number or name of the document"},
    {"force", text, required, force, "mức độ bắt buộc", "how binding it is"},
    {"clauses", clauses, 0, any, "khóa → điều khoản", "key → clause"},
};
constexpr KeyDef clause_table[] = {
    {"clause", text, required, any, "điều, khoản, điểm", "the clause in words"},
    {"force", text, 0, force, "mức độ bắt buộc riêng của điều khoản", "a force of its own"},
};
// clang-format on

constexpr std::string_view severities[] = {"info", "warning", "error"};
constexpr std::string_view safeties[] = {"safe", "review"};
constexpr std::string_view touched[] = {"form", "name", "reference"};  // in the order of Touches, without unstated
constexpr std::string_view stages[] = {"draft", "issued"};
constexpr std::string_view families[] = {"administrative", "legislation", "party", "other"};
constexpr std::string_view needs[] = {"layout"};
constexpr std::string_view forces[] = {"mandatory", "usual", "template", "custom"};

template <class Items, class Name>
std::vector<std::string_view> collected(Items const& items, Name name) {
  std::vector<std::string_view> out;
  for (auto const& item : items) out.push_back(name(item));
  return out;
}

std::vector<std::string_view> with(std::vector<std::string_view> names, std::string_view one_more) {
  names.push_back(one_more);
  return names;
}

}  // namespace

TomlKind kind_of(Shape shape) {
  switch (shape) {
    case boolean: return TomlKind::boolean;
    case text: return TomlKind::string;
    case date: return TomlKind::date;
    case names:
    case Shape::phrases:
    case Shape::examples: return TomlKind::array;
    default: return TomlKind::table;
  }
}

std::vector<std::string_view> choices(Choice choice) {
  auto const list = [](auto const& items) { return std::vector<std::string_view>(std::begin(items), std::end(items)); };
  auto const node_names = [] { return collected(node_defs(), [](NodeDef const& def) { return def.name; }); };
  switch (choice) {
    case any: return {};
    case severity: return list(severities);
    case safety: return list(safeties);
    case touches: return list(touched);
    case stage: return list(stages);
    case family: return list(families);
    case type: return with(collected(doc_types(), [](DocType const& t) { return t.slug; }), "unknown");
    case need: return list(needs);
    case node: return node_names();
    case Choice::skip: return with(node_names(), "quotation");
    case Choice::check: return collected(all_checks(), [](Check const* check) { return check->name; });
    case force: return list(forces);
  }
  return {};
}

std::string_view noun(Choice choice, Language language) {
  auto const say = [&](std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; };
  switch (choice) {
    case any: return say("giá trị", "value");
    case severity: return say("mức độ", "severity");
    case safety: return say("mức an toàn", "safety");
    case touches: return say("loại cách sửa", "class of fix");
    case stage: return say("giai đoạn", "stage");
    case family: return say("họ văn bản", "family");
    case type: return say("loại văn bản", "type");
    case need: return say("nhu cầu", "need");
    case node:
    case Choice::skip: return say("loại phần tử", "kind of node");
    case Choice::check: return say("phép kiểm", "check");
    case force: return say("mức độ bắt buộc", "force");
  }
  return {};
}

std::span<KeyDef const> file_keys() { return file_table; }
std::span<KeyDef const> rule_keys() { return rule_table; }

std::span<KeyDef const> keys_of(Shape shape) {
  switch (shape) {
    case words: return words_table;
    case Shape::pack: return pack_table;
    case Shape::fix: return fix_table;
    case Shape::related: return related_table;
    case Shape::in_passing: return in_passing_table;
    case context: return context_table;
    case house: return house_table;
    case Shape::phrases: return phrase_table;
    case Shape::examples: return example_table;
    case sources: return source_table;
    case clauses: return clause_table;
    default: return {};
  }
}

KeyDef const* find_key(std::span<KeyDef const> keys, std::string_view name) {
  auto const found = std::find_if(keys.begin(), keys.end(), [&](KeyDef const& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

unsigned flag_of(Form form) {
  switch (form) {
    case Form::condition: return in_condition;
    case Form::check: return in_check;
    case Form::phrases: return in_phrases;
  }
  return 0;
}

std::vector<std::string_view> names_of(std::span<KeyDef const> keys, unsigned with, unsigned without) {
  std::vector<std::string_view> out;
  for (auto const& key : keys) {
    auto const forms = with & in_every_form;
    auto const rest = with & ~in_every_form;
    if ((forms == 0 || (key.flags & forms) != 0) && (key.flags & rest) == rest && (key.flags & without) == 0) out.push_back(key.name);
  }
  return out;
}

}  // namespace vanthu
