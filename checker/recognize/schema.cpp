// Names and types of everything that rules and JSON see.
#include "vanthu/schema.hpp"

#include <array>
#include <cassert>

#include "text/code_pages.hpp"
#include "vanthu/diagnostic.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

using enum ValueType;

constexpr FieldDef number_fields[] = {
    {"label", string, "the word before the number: \"Số\""},
    {"colon", boolean, "a colon stands after the label"},
    {"number", string, "digits as written; null when a draft leaves them blank"},
    {"year", integer, "the year inside the number; null in administrative documents"},
    {"symbol", string, "ký hiệu: \"UBND-VX\", \"QĐ-BNV\""},
    {"identifier", string, "number, year and symbol as written"},
    {"type_code", string, "first group of the symbol when it abbreviates a document type (also written with ASCII D for Đ)"},
    {"body_code", string, "group that names the issuing body: \"UBND\", \"SGDĐT\""},
    {"unit_code", string, "last group of the symbol of a công văn: \"VX\""},
    {"spaced", boolean, "a blank stands beside \"/\" or \"-\" inside"},
    {"suggestion", string, "the symbol with ASCII D mended to Đ where a known name has Đ, else null"},
};
constexpr FieldDef place_date_fields[] = {
    {"place", string, "địa danh"},
    {"date", date, "unknown parts 0"},
    {"day", string, "as written, null when blank"},
    {"month", string, "as written, null when blank"},
    {"year", string, "as written, null when blank"},
    {"long_form", boolean, "written ngày … tháng … năm …"},
    {"comma", boolean, "a comma stands after the place"},
};
constexpr FieldDef name_fields[] = {
    {"name", string, "the name on one line, letter case as written"},
    {"abbreviated", boolean, "the name contains an abbreviation (UBND, HĐND)"},
};
constexpr FieldDef fixed_line_fields[] = {
    {"garbled", boolean, "recognized although letters are damaged"},
};
constexpr FieldDef type_name_fields[] = {
    {"name", string, "\"Chỉ thị\""},
    {"type", string, "slug"},
    {"caps", boolean, "written in capitals"},
};
constexpr FieldDef subject_fields[] = {
    {"prefix", string, "\"V/v\", \"Về việc\", \"Về\"; null when none"},
    {"words", integer, "number of words without the prefix"},
    {"final_mark", string, "punctuation at its end, null when none"},
    {"colon", boolean, "a colon stands after V/v"},
    {"capital_after_prefix", boolean, "the word after V/v starts with a capital"},
};
constexpr FieldDef addressees_fields[] = {
    {"colon", boolean, "a colon stands after Kính gửi"},
    {"items", list, "each addressee, without bullet and end mark"},
    {"count", integer, "number of items"},
    {"bulleted", boolean, "items start with \"- \""},
    {"label", string, "\"Kính gửi\" as written"},
};
constexpr FieldDef legal_basis_fields[] = {
    {"keyword", string, "\"Căn cứ\", \"Theo đề nghị\", \"Xét đề nghị\" …"},
    {"end_mark", string, "\";\", \".\", \",\" or null"},
    {"last", boolean, "it is the last of its block"},
    {"own_line", boolean, "it fills a block of its own"},
};
constexpr FieldDef closing_fields[] = {
    {"form", string, "as written: \"./.\", \"/.\", \"/.../\""},
};
constexpr FieldDef recipients_fields[] = {
    {"label", string, "\"Nơi nhận\" as written"},
    {"colon", boolean, "a colon stands after it"},
    {"items", list, "each recipient, without bullet and end mark, archive line left out"},
    {"count", integer, "number of items"},
    {"first", string, "first item, null when none"},
};
constexpr FieldDef archive_fields[] = {
    {"colon", boolean, "a colon stands after Lưu"}, {"codes", list, "\"VT\", \"VX4\", \"KGVX (NTH)\""},
    {"has_vt", boolean, "VT is among the codes"},   {"end_mark", string, "\".\", \";\" or null"},
    {"last", boolean, "no recipient follows it"},
};
constexpr FieldDef authority_fields[] = {
    {"prefix", string, "\"TM\", \"KT\", \"TL\", \"TUQ\", \"Q\", as written without its dot: also \"T/M\", \"K/T\""},
    {"dot", boolean, "a full stop stands after the prefix"},
    {"position", string, "what follows the prefix: \"CHỦ TỊCH\", \"ỦY BAN NHÂN DÂN\""},
    {"next_position", string, "the next line of the block without its prefix, null when none"},
    {"space", boolean, "a blank stands after the dot"},
};
constexpr FieldDef position_fields[] = {
    {"position", string, "\"PHÓ CHỦ TỊCH\""},
    {"after_kt", boolean, "the line before it starts with KT."},
};
constexpr FieldDef signer_name_fields[] = {
    {"name", string, "full name without titles"},
    {"honorific", string, "\"TS.\", \"PGS.TS.\" … before the name; null when none"},
};
constexpr FieldDef appendix_fields[] = {
    {"label", string, "\"Phụ lục I\" as written"},
    {"number", string, "\"I\"; null when none"},
    {"title", string, "its name, null when none"},
};

constexpr FieldDef defects[] = {
    {"missing-type-code", string, "a circular whose symbol lacks TT: 11/2022/BGDĐT"},
    {"missing-hyphen", string, "12CT/TW, 154/2020/NĐCP"},
    {"swapped-form", string, "Party number in the state's form or the other way round"},
    {"ascii-d", string, "D for Đ: ND-CP"},
    {"ascii-letter-digit", string, "O for 0, l or I for 1 inside a number"},
    {"slash-for-hyphen", string, "NĐ/CP"},
    {"odd-dash", string, "an en dash, em dash or minus inside the identifier"},
    {"missing-space", string, "no blank between \"số\" and the number"},
    {"inner-space", string, "a blank inside the identifier (not one that a line end made)"},
    {"letter-case", string, "QĐ-TTG, Qđ-UBND"},
    {"two-digit-year", string, "12/97/NĐ-CP"},
    {"missing-year", string, "a type that needs a year in its number has none: 30/NĐ-CP"},
    {"extra-year", string, "a type whose number has no year carries one"},
    {"missing-zero", string, "5/2024/NĐ-CP"},
    {"doubled-word", string, "số số, Nghị định số Nghị định"},
    {"lowercase-type", string, "nghị định số 30/2020/NĐ-CP"},
    {"wrong-law-number", string, "the number of a law has another body's symbol: 08/2025/L-CTN"},
    {"unknown-code", string, "body code one letter away from a known one: TT-BGDT"},
    {"generic-type", string, "\"Văn bản\" instead of the type name"},
    {"damaged", string, "letters damaged by OCR in number or type"},
    {"footnote-mark", string, "the mark of a footnote is glued to the symbol: NĐ-CP1, NĐ-CP[2]"},
    {"foreign-letter", string, "a letter of another script stands for the Latin one it looks like"},
};

constexpr FieldDef citation_fields[] = {
    {"type", string, "\"Chỉ thị\""},
    {"type_text", string, "as written"},
    {"family", string, "state, law, party"},
    {"identifier", string, "number and symbol as written"},
    {"canonical", string, "as it ought to be written, where certain"},
    {"number", string, "null when blank"},
    {"year", integer, "the year inside the identifier"},
    {"symbol", string, "\"CT/TW\", \"NĐ-CP\""},
    {"type_code", string, "group of the symbol that abbreviates a type"},
    {"body_code", string, "group of the symbol that names the issuing body"},
    {"legislature", integer, "15 in QH15"},
    {"date", date, "of the document cited"},
    {"issuer", string, "as written, also one that stands before or is shared by a list"},
    {"title", string, "\"về việc …\", or the name of a law"},
    {"mention", string, "first, later"},
    {"first_in_body", boolean, "the first mention outside the trích yếu"},
    {"in_subject", boolean, "stands in the trích yếu"},
    {"in_legal_basis", boolean, "stands in a căn cứ"},
    {"nested", boolean, "stands inside the title of another citation"},
    {"quoted", boolean, "inside quotation marks"},
    {"historical", boolean, "the text speaks of the past"},
    {"has_so", boolean, "the word \"số\" stands before the number"},
    {"blank", boolean, "number or day left blank by a draft"},
    {"issuer_named_before", boolean, "the issuer stands before the type"},
    {"issuer_shared", boolean, "one trailing issuer for several numbers"},
    {"title_implied", boolean, "the sentence tells the content"},
    {"defects", list, "what is wrong with its shape, by name"},
    {"well_formed", boolean, "complete at first mention, and no defects"},
    {"short_name", boolean, "cited by a name that an earlier citation was given: \"sau đây gọi tắt là Nghị định 30\""},
    {"registry_status", string, "unknown, known, in-force, not-issued, not-in-force, expired, replaced: on the document's date"},
    {"registry_first", boolean, "the first citation of a registered document that speaks of it as living law"},
    {"registry_differs", list, "what the register says otherwise: date, type, issuer, title"},
    {"registry_type", string, "its type in the register; this and the following: null when it is not registered"},
    {"registry_date", date, "day of issue"},
    {"registry_effective", date, "first day in force"},
    {"registry_expired", date, "first day no longer in force"},
    {"registry_successor", string, "of one that is replaced: \"Nghị định số 78/2025/NĐ-CP\""},
    {"registry_candidate", string,
     "number of the one registered document that has type, symbol, date and title as cited, where only the number differs"},
    {"registry_issuer", string, "who issued it"},
    {"registry_title", string, "its trích yếu, the name of a law"},
    {"in_force", boolean, "it was in force on the document's date; null when that is not known"},
    {"misdated_issuer", string, "the issuer cited, when its name did not hold on the date cited; null else"},
    {"misdated_since", date, "the first day of that name"},
    {"misdated_until", date, "the last day of that name"},
    {"misdated_successor", string, "what it has been called since, null when not known"},
};
constexpr std::string_view citation_parts[] = {"type", "identifier", "symbol", "date", "issuer", "title"};

constexpr FieldDef date_fields[] = {
    {"date", date, "unknown parts 0"},
    {"day", string, "as written, null when blank"},
    {"month", string, "as written, null when blank"},
    {"year", string, "as written, null when blank"},
    {"long_form", boolean, "written ngày … tháng … năm …"},
    {"owner", string, "place-date or citation: what it is the date of; null else"},
};

constexpr FieldDef outline_fields[] = {
    {"kind", string, "part, chapter, section, subsection, article, clause, point, heading, dash, appendix"},
    {"label", string, "\"I\", \"1\", \"a\"; null for a dash"},
    {"marker", string, "the label as written, with its punctuation"},
    {"title", string, "rest of the line where it is a title"},
    {"depth", integer, "0 for the outermost"},
    {"parent", string, "kind of the division it stands in"},
};
constexpr std::string_view outline_parts[] = {"marker", "title"};

constexpr FieldDef reference_fields[] = {
    {"status", string, "found, missing, unknown: the document is numbered at that level, and has it or not; it may be elsewhere"},
    {"kind", string, "kind of the division asked for, by its word: mục is a section"},
    {"label", string, "its label; null in \"Điều này\""},
    {"path", string, "what is asked for without the words around it: \"khoản 3 Điều 5\""},
    {"type", string, "\"Quy chế\" in \"Điều 5 của Quy chế này\", null when none is named"},
    {"missing", string, "what leads nowhere: \"khoản 3\"; null unless it is missing"},
    {"last", string, "label of the last division where it is missed: \"2.\"; null unless it is missing"},
};
constexpr std::string_view reference_parts[] = {"missing", "last", "target"};

constexpr FieldDef item_fields[] = {
    {"index", integer, "from 0"},
    {"last", boolean, "no other item follows"},
    {"end_mark", string, "the sign directly behind it, null when none"},
};

constexpr FieldDef document_fields[] = {
    {"family", string, "administrative, legislation, party, other"},
    {"family_reason", string, "why it is not administrative, in the language of the message"},
    {"type", string, "slug, \"unknown\""},
    {"type_name", string, "\"Chỉ thị\""},
    {"type_abbr", string, "\"CT\"; null where there is none"},
    {"stage", string, "draft, issued"},
    {"date", date, "its own, the one asked for, or today's"},
    {"encoding", string, "of the file: UTF-8, UTF-16LE, UTF-16BE, windows-1258"},
    {"font_encoding", string, "TCVN3 (ABC), VNI: text was typed for fonts of that encoding, and is converted; null where all is Unicode"},
    {"header_lost", boolean, "Quốc hiệu, Tiêu ngữ and issuing body all absent"},
    {"body_only", boolean, "neither header nor signature block"},
    {"issuer", string, "name as written"},
    {"governing_body", string, "name as written"},
    {"number", string, "of its own number"},
    {"symbol", string, "of its own number"},
    {"type_code", string, "of its own number"},
    {"body_code", string, "of its own number"},
    {"unit_code", string, "of its own number"},
    {"place", string, "địa danh"},
    {"subject", string, "trích yếu without V/v"},
    {"authority_prefix", string, "\"TM\", \"KT\""},
    {"signer_position", string, "\"PHÓ CHỦ TỊCH\""},
    {"signer_name", string, "name without titles"},
    {"house_name", string, "what the drafter's own office is called: [issuer] of vanthu.toml; null when nobody says so"},
    {"house_symbol", string, "its abbreviation in symbols"},
    {"house_place", string, "its địa danh"},
    {"house_units", list, "abbreviations of its departments"},
    {"house_issuer", string, "own: the issuing body is that office; misspelled: it is, but for diacritics; other"},
    {"house_symbol_fits", boolean, "house_symbol stands in the symbol; null when one is absent"},
    {"house_place_fits", boolean, "the place is house_place, written in one of the usual ways"},
    {"house_unit_fits", boolean, "unit_code is one of house_units; digits behind it do not count"},
};

constexpr FieldDef suppression_fields[] = {
    {"state", string, "`used`, `unused`, `unjudged` (its rules did not run), `unknown` (no such rule), `expired`, `malformed`"},
    {"problem", string, "of a malformed one: `form`, `code`, `date`, `reason`"},
    {"code", string, "code, beginning of codes or name that it gives"},
    {"nearest", string, "of an unknown one: the rule that was perhaps meant, null when none is near"},
    {"reason", string, "why, null when none is given"},
    {"until", date, "the last day on which it holds"},
    {"origin", string, "`comment`, `sidecar`, `config`"},
    {"whole_file", boolean, "a comment that speaks of the whole document"},
};
constexpr FieldDef anomaly_fields[] = {
    {"kind", string,
     "decomposed, no-break-space, invisible, eth, foreign-letter, odd-dash, emphasis, ocr-mark, space-run, line-join, cell-split, "
     "not-read"},
    {"in_identifier", boolean, "stands in the number or symbol of a citation"},
};

constexpr FieldDef section_fields[] = {
    {"index", integer, "from 0"},
    {"width", integer, "of the paper in mm, null when not told"},
    {"height", integer, "of the paper in mm, null when not told"},
    {"landscape", boolean, "the paper is wider than high"},
    {"top", integer, "margin in mm, null when the paper is not told"},
    {"bottom", integer, "margin in mm"},
    {"left", integer, "margin in mm, with the gutter"},
    {"right", integer, "margin in mm"},
    {"tables", boolean, "a table with part of the content or of an appendix stands in it"},
    {"attached", boolean, "it begins behind the signature block"},
    {"page_number", string, "header, footer: where the number of the page stands; null when there is none"},
    {"page_number_alignment", string, "left, center, right, justify; null when there is none"},
    {"page_number_on_first", boolean, "the first page of the section shows it; null when there is none"},
    {"page_number_arabic", boolean, "in Arabic digits; null when there is none"},
    {"page_number_start", integer, "counts from here; null when it goes on"},
    {"page_number_size", integer, "points, rounded; null when there is none"},
    {"page_number_italic", boolean, "null when there is none"},
    {"page_number_font", string, "null when there is none"},
};

constexpr FieldDef paragraph_fields[] = {
    {"component", string, "kind of the innermost component that holds most of it: `body`, `motto` …; null outside of all"},
    {"first_of_component", boolean, "the first paragraph of that component"},
    {"last_of_component", boolean, "the last one"},
    {"label_of", string, "kind of the division whose label begins it: `chapter`, `article` …"},
    {"title_of", string, "kind of the division whose title, on the line below the label, it is"},
    {"attached", boolean, "stands behind the signature block: appendices, attached texts"},
    {"region", string, "`body`, `table`, `text-box`, `footnote`"},
    {"fonts", list, "fonts of at least 5 % of its letters, the most frequent first"},
    {"sizes", list, "sizes in points of at least 5 % of its letters, as written: \"13\", \"13,5\""},
    {"smallest", integer, "the smallest of `sizes`, rounded down; null without letters"},
    {"largest", integer, "the largest of `sizes`, rounded up; null without letters"},
    {"bold", integer, "percent of its letters and digits"},
    {"italic", integer, "percent of its letters and digits"},
    {"underlined", integer, "percent of its letters and digits"},
    {"marker_bold", integer, "of the label that begins it, percent; null without one"},
    {"color", string, "\"FF0000\": of at least 5 % of its letters, where it is not black; null when all are black"},
    {"alignment", string, "`left`, `center`, `right`, `justify`"},
    {"centered", boolean, "looks centred in its column or fills it; null where blanks or tabs place it"},
    {"wraps", boolean, "certainly longer than one line"},
    {"indent", integer, "of its first line in mm, from the edge of the column; null where blanks or tabs make it"},
    {"gap", integer, "points between it and the paragraph before; null at a start, in tables, behind an empty or centred paragraph"},
    {"space_above", integer,
     "points between it and the last line above it in its cell or the body, empty paragraphs counted; null where nothing stands above"},
    {"level", boolean,
     "of place-date: at the height of the number; of recipients: at that of the signature's first line; first paragraphs only, null where "
     "it is not sure"},
    {"framed", boolean, "lines are drawn around it; null where it is not sure, and for texts of more than 64 bytes"},
    {"own_pages", boolean,
     "of the first paragraph of an appendix: its pages count from 1; null where they show no number and where a short one may be one page"},
    {"line_spacing", integer, "percent of a single line"},
    {"rule_line", string,
     "below the last paragraph of motto, issuer, subject: `border`, `shape`, `underline`, `characters`, `none`; null where it is not sure"},
    {"rule_line_percent", integer,
     "its length in percent of the longest line of the component; null when not known, as where a paragraph of it wraps"},
};

constexpr std::string_view encodings[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "windows-1252"};
constexpr std::string_view families[] = {"administrative", "legislation", "party", "other"};
constexpr std::string_view stages[] = {"draft", "issued"};
constexpr std::string_view house_issuers[] = {"own", "misspelled", "other"};
constexpr std::string_view citation_families[] = {"state", "law", "party"};
constexpr std::string_view registry_statuses[] = {"unknown", "known", "in-force", "not-issued", "not-in-force", "expired", "replaced"};
constexpr std::string_view registry_differences[] = {"date", "type", "issuer", "title"};
constexpr std::string_view mentions[] = {"first", "later"};
constexpr std::string_view outline_kinds[] = {"part",   "chapter", "section", "subsection", "article",
                                              "clause", "point",   "heading", "dash",       "appendix"};
constexpr std::string_view reference_statuses[] = {"found", "missing", "unknown"};
constexpr std::string_view suppression_states[] = {"used", "unused", "unjudged", "unknown", "expired", "malformed"};
constexpr std::string_view suppression_problems[] = {"form", "code", "date", "reason"};
constexpr std::string_view suppression_origins[] = {"comment", "sidecar", "config"};
constexpr std::string_view regions[] = {"body", "table", "text-box", "footnote"};
constexpr std::string_view alignments[] = {"left", "center", "right", "justify"};
constexpr std::string_view page_parts[] = {"header", "footer"};
constexpr std::string_view rule_lines[] = {"none", "border", "shape", "underline", "characters"};
constexpr std::string_view anomaly_kinds[] = {"decomposed", "no-break-space", "invisible", "eth",       "foreign-letter", "odd-dash",
                                              "emphasis",   "ocr-mark",       "space-run", "line-join", "cell-split",     "not-read"};

constexpr NodeDef nodes[] = {
    {"national-name", fixed_line_fields, {}},
    {"motto", fixed_line_fields, {}},
    {"governing-body", name_fields, {}},
    {"issuer", name_fields, {}},
    {"number", number_fields, {}},
    {"place-date", place_date_fields, {}},
    {"type-name", type_name_fields, {}},
    {"subject", subject_fields, {}},
    {"addressees", addressees_fields, {}},
    {"legal-basis", legal_basis_fields, {}},
    {"body", {}, {}},
    {"closing-mark", closing_fields, {}},
    {"recipients", recipients_fields, {}},
    {"archive-line", archive_fields, {}},
    {"signing-authority", authority_fields, {}},
    {"signer-position", position_fields, {}},
    {"signer-name", signer_name_fields, {}},
    {"appendix", appendix_fields, {}},
    {"urgency", {}, {}},
    {"secrecy", {}, {}},
    {"circulation", {}, {}},
    {"drafter-mark", {}, {}},
    {"contact", {}, {}},
    {"copy-form", {}, {}},
    {"citation", citation_fields, citation_parts},
    {"date", date_fields, {}},
    {"outline", outline_fields, outline_parts},
    {"reference", reference_fields, reference_parts},
    {"recipient", item_fields, {}},
    {"addressee", item_fields, {}},
    {"document", document_fields, {}},
    {"anomaly", anomaly_fields, {}},
    {"section", section_fields, {}},
    {"paragraph", paragraph_fields, {}},
    {"suppression", suppression_fields, {}},
};
static_assert(std::size(nodes) == static_cast<std::size_t>(NodeKind::suppression) + 1);

}  // namespace

std::span<NodeDef const> node_defs() { return nodes; }

std::vector<std::string_view> field_values(NodeKind kind, std::string_view field) {
  auto const any_of = [](auto const& names) { return std::vector<std::string_view>(std::begin(names), std::end(names)); };
  auto const names = [](auto const& items, auto member) {
    std::vector<std::string_view> out;
    for (auto const& item : items) out.push_back(item.*member);
    return out;
  };
  auto const slugs = [&] {
    auto out = names(doc_types(), &DocType::slug);
    out.emplace_back("unknown");
    return out;
  };
  auto const component_names = [] {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; is_component(static_cast<NodeKind>(i)); ++i) out.push_back(nodes[i].name);
    return out;
  };
  switch (kind) {
    case NodeKind::document:
      if (field == "family") return any_of(families);
      if (field == "stage") return any_of(stages);
      if (field == "type") return slugs();
      if (field == "encoding") return any_of(encodings);
      if (field == "house_issuer") return any_of(house_issuers);
      if (field == "font_encoding") return {to_string(CodePage::tcvn3), to_string(CodePage::vni)};
      return {};
    case NodeKind::citation:
      if (field == "family") return any_of(citation_families);
      if (field == "mention") return any_of(mentions);
      if (field == "defects") return names(defects, &FieldDef::name);
      if (field == "registry_status") return any_of(registry_statuses);
      if (field == "registry_differs") return any_of(registry_differences);
      return {};
    case NodeKind::outline:
      if (field == "kind" || field == "parent") return any_of(outline_kinds);
      return {};
    case NodeKind::reference:
      if (field == "status") return any_of(reference_statuses);
      if (field == "kind") return any_of(outline_kinds);
      return {};
    case NodeKind::section:
      if (field == "page_number") return any_of(page_parts);
      if (field == "page_number_alignment") return any_of(alignments);
      return {};
    case NodeKind::paragraph:
      if (field == "component") return component_names();
      if (field == "label_of" || field == "title_of") return any_of(outline_kinds);
      if (field == "region") return any_of(regions);
      if (field == "alignment") return any_of(alignments);
      if (field == "rule_line") return any_of(rule_lines);
      return {};
    case NodeKind::suppression:
      if (field == "state") return any_of(suppression_states);
      if (field == "problem") return any_of(suppression_problems);
      if (field == "origin") return any_of(suppression_origins);
      return {};
    case NodeKind::anomaly: return field == "kind" ? any_of(anomaly_kinds) : std::vector<std::string_view>{};
    default: return kind == node_kind(ComponentKind::type_name) && field == "type" ? slugs() : std::vector<std::string_view>{};
  }
}

std::string_view to_string(ComponentKind kind) { return node_def(node_kind(kind)).name; }
std::string_view to_string(Family family) { return families[static_cast<std::size_t>(family)]; }
std::string_view to_string(OutlineKind kind) { return outline_kinds[static_cast<std::size_t>(kind)]; }
std::string_view to_string(ReferenceStatus status) { return reference_statuses[static_cast<std::size_t>(status)]; }
std::string_view to_string(Region region) { return regions[static_cast<std::size_t>(region)]; }
std::string_view to_string(Alignment alignment) { return alignments[static_cast<std::size_t>(alignment)]; }
std::string_view to_string(AnomalyKind kind) { return anomaly_kinds[static_cast<std::size_t>(kind)]; }

std::optional<ComponentKind> component_kind(std::string_view name) {
  for (std::size_t i = 0; is_component(static_cast<NodeKind>(i)); ++i)
    if (nodes[i].name == name) return static_cast<ComponentKind>(i);
  return std::nullopt;
}

std::string_view to_string(Format format) {
  switch (format) {
    case Format::text: return "text";
    case Format::markdown: return "markdown";
    case Format::docx: return "docx";
  }
  return {};
}

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_bom: return encodings[0];
    case Encoding::utf16le: return encodings[1];
    case Encoding::utf16be: return encodings[2];
    case Encoding::windows1258: return encodings[3];
    case Encoding::windows1252: return encodings[4];
  }
  return {};
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string_view to_string(Safety safety) { return safety == Safety::safe ? "safe" : "review"; }

std::string_view to_string(SuppressionOrigin origin) { return suppression_origins[static_cast<std::size_t>(origin)]; }

std::span<FieldDef const> component_fields(ComponentKind kind) { return node_def(node_kind(kind)).fields; }

std::string_view field_name(ComponentKind kind, std::string_view name) {
  for (auto const& f : component_fields(kind))
    if (f.name == name) return f.name;
  assert(false && "the schema has no such field");
  return {};
}

std::span<FieldDef const> citation_defects() { return defects; }

std::string_view to_string(ValueType type) {
  switch (type) {
    case boolean: return "boolean";
    case integer: return "integer";
    case string: return "string";
    case date: return "date";
    case list: return "list";
  }
  return {};
}

}  // namespace vanthu
