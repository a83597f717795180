// The table of keys.
#include "config/keys.hpp"

namespace vanthu {
namespace {

using enum ConfigSection;
using Shape = ConfigShape;

constexpr std::string_view severities[] = {"error", "warning", "info"};
constexpr std::string_view stages[] = {"draft", "issued"};
constexpr std::string_view languages[] = {"vi", "en"};

constexpr ConfigSectionDef sections[] = {
    {"", false, "chung", "of the file"},
    {"check", false, "soát gì và báo thế nào", "what is checked and how it is reported"},
    {"packs", false, "gói quy tắc riêng của cơ quan", "the office's own rule packs"},
    {"rules.CODE", false, "sửa một quy tắc: mọi trường của nó, như trong gói quy tắc", "changes one rule: any of its fields, as in a pack"},
    {"overrides", true, "thiết lập riêng cho một số đường dẫn hoặc loại văn bản; mục sau thắng mục trước",
     "settings for some paths or document types; later ones win"},
    {"ignore", true, "phát hiện đã xem và chấp nhận", "findings that were looked at and may stay"},
    {"issuer", false, "cơ quan của người soạn thảo gọi là gì", "what the drafter's own office is called"},
};

constexpr ConfigKey keys[] = {
    {top, "extends", Shape::file, "", R"("../vanthu.toml")", "lấy tệp này làm nền; những gì ghi ở đây thắng nó",
     "builds on that file; what stands here wins over it"},

    {check, "select", Shape::codes, "[]", R"(["TT", "VD"])",
     "chỉ xét các quy tắc này; nhận cả phần đầu của mã; trống: mọi quy tắc đang bật",
     "only these rules; prefixes too; empty: every rule that is on"},
    {check, "ignore", Shape::codes, "[]", R"(["VH", "CT301"])", "bỏ các quy tắc này", "leave these rules out"},
    {check, "fail-on", Shape::choice, R"("error")", R"("warning")", "mức làm mã thoát thành 1",
     "least severity that makes the exit status 1", severities},
    {check, "stage", Shape::choice, R"("draft")", R"("issued")", "dự thảo hay đã ban hành", "a draft or issued", stages},
    {check, "lang", Shape::choice, "", R"("vi")", "ngôn ngữ của lời báo; không ghi: theo máy",
     "language of messages; absent: the machine's", languages},
    {check, "exclude", Shape::globs, "[]", R"(["mau/", "*.nhap.md"])", "không soát các đường dẫn khớp mẫu này",
     "paths that are not checked"},

    {check, "baseline", Shape::file, "", R"("vanthu-baseline.ndjson")",
     "tệp phát hiện có từ trước, do vanthu baseline ghi: chỉ báo những gì mới",
     "file of known findings, written by vanthu baseline: only new ones are reported"},

    {packs, "paths", Shape::files, "[]", R"(["quy-tac/*.toml"])", "tệp TOML chứa quy tắc riêng", "TOML files with rules of your own"},

    {rule, "severity", Shape::choice, "", R"("info")", "mức", "severity", severities},
    {rule, "reason", Shape::text, "", R"("theo Quy chế văn thư của cơ quan")",
     "lý do; bắt buộc khi hạ mức hoặc tắt một quy tắc có căn cứ bắt buộc",
     "why; needed to lower or switch off a rule with a mandatory clause"},

    {override_table, "paths", Shape::globs, "", R"(["cong-van/**"])", "áp dụng cho các đường dẫn này", "for these paths"},
    {override_table, "types", Shape::types, "", R"(["cong-van", "giay-moi"])", "áp dụng cho các loại văn bản này",
     "for these document types"},
    {override_table, "select", Shape::codes, "", R"(["VD"])", "như [check] select", "like [check] select"},
    {override_table, "ignore", Shape::codes, "", R"(["TT309"])", "như [check] ignore", "like [check] ignore"},
    {override_table, "fail-on", Shape::choice, "", R"("info")", "như [check] fail-on", "like [check] fail-on", severities},
    {override_table, "stage", Shape::choice, "", R"("issued")", "như [check] stage", "like [check] stage", stages},

    {ignore,
     "code",
     Shape::any_code,
     "",
     R"("VD103")",
     "mã, phần đầu của mã hoặc tên quy tắc",
     "code, beginning of codes or name of a rule",
     {},
     true},
    {ignore, "path", Shape::any_glob, "", R"("bao-cao/2024-*.md")", "chỉ ở các tệp này; không ghi: mọi tệp",
     "in these files only; absent: in all"},
    {ignore, "text", Shape::text, "", R"("Nghị định 34")", "chỉ ở đúng đoạn chữ này", "at this text only"},
    {ignore, "reason", Shape::text, "", R"("trích nguyên văn")", "lý do", "why", {}, true},
    {ignore, "until", Shape::date, "", "2026-12-31", "ngày cuối cùng còn hiệu lực", "the last day on which it holds"},

    {issuer, "name", Shape::text, "", R"("Ủy ban nhân dân tỉnh Lạng Sơn")", "tên đầy đủ của cơ quan", "full name of the office"},
    {issuer, "symbol", Shape::text, "", R"("UBND")", "chữ viết tắt tên cơ quan trong ký hiệu", "its abbreviation in symbols"},
    {issuer, "place", Shape::text, "", R"("Lạng Sơn")", "địa danh ghi trước ngày tháng", "the place written before the date"},
    {issuer, "units", Shape::texts, "", R"(["VX", "KT", "NC"])", "chữ viết tắt các đơn vị soạn thảo dùng trong ký hiệu công văn",
     "abbreviations of its departments in the symbols of official letters"},
};

}  // namespace

std::span<ConfigKey const> config_keys() { return keys; }
ConfigSectionDef const& config_section(ConfigSection section) { return sections[static_cast<std::size_t>(section)]; }

ConfigKey const* config_key(ConfigSection section, std::string_view name) {
  for (auto const& key : keys)
    if (key.section == section && key.name == name) return &key;
  return nullptr;
}

Severity severity_named(std::string_view name) {
  return name == severities[0] ? Severity::error : name == severities[1] ? Severity::warning : Severity::info;
}
Stage stage_named(std::string_view name) { return name == stages[1] ? Stage::issued : Stage::draft; }
Language language_named(std::string_view name) { return name == languages[1] ? Language::en : Language::vi; }
std::string_view stage_name(Stage stage) { return stages[stage == Stage::issued ? 1 : 0]; }
std::string_view language_name(Language language) { return languages[language == Language::en ? 1 : 0]; }

}  // namespace vanthu
