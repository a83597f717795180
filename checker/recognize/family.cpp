#include "recognize/family.hpp"

#include <algorithm>

#include "grammar/label.hpp"
#include "text/unicode.hpp"
#include "text/word_index.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t stray_lines = 3;

template <class T>
T const* value(Component const* c, std::string_view field) {
  if (!c) return nullptr;
  auto const* f = c->field(field);
  return f ? std::get_if<T>(&f->value) : nullptr;
}

void find_type(Document const& document, Parts const& parts, Facts& facts) {
  auto const* number = facts.first(K::number);
  auto const* code = value<std::string>(number, "type_code");
  DocType const* by_code = code ? doc_type_by_abbr(*code) : nullptr;
  if (!by_code)
    if (auto const* mended = value<std::string>(number, "suggestion"))
      by_code = doc_type_by_abbr(std::string_view(*mended).substr(0, mended->find('-')));
  if (parts.type) {
    facts.type = parts.type->slug;
  } else if (!parts.unknown_title && (parts.v_v || facts.has(K::addressees))) {
    facts.type = "cong-van";
  } else if (facts.has(K::copy_form)) {
    auto const letters = letters_of(fold_ascii(slice(document.text, facts.first(K::copy_form)->span)));
    facts.type = letters.find("luc") != std::string::npos     ? "ban-sao-luc"
                 : letters.find("trich") != std::string::npos ? "ban-trich-sao"
                                                              : "ban-sao-y";
  } else if (by_code) {
    facts.type = std::string(by_code->slug);
  } else if (!parts.unknown_title && value<std::string>(number, "symbol")) {
    facts.type = "cong-van";
  }
}

void set_other(Facts& facts, Family family, std::string vi, std::string en) {
  facts.family = family;
  facts.family_reason_vi = std::move(vi);
  facts.family_reason_en = std::move(en);
}

// "ĐẢNG CỘNG SẢN VIỆT NAM" as a line of the header.
bool has_party_line(Parts const& parts) {
  auto const end = std::min<std::size_t>(parts.lines.size(), 40);
  for (std::size_t i = 0; i < end; ++i) {
    auto const& line = parts.lines[i];
    if (line.caps && line.text.size() < 200 && line.key.find("dang cong san viet nam") != std::string::npos) return true;
    if (line.text.size() > 260) break;
  }
  return false;
}

// "Số 06-HD/TW": the Party's form of a number, where no Quốc hiệu stands.
bool has_party_number(Document const& document, Facts const& facts) {
  auto const* number = facts.first(K::number);
  auto const* symbol = value<std::string>(number, "symbol");
  if (!symbol || facts.has(K::national_name)) return false;
  auto const slash = symbol->find('/');
  auto const body = slash == std::string::npos ? std::string_view() : std::string_view(*symbol).substr(slash + 1);
  if (body == "TW" || body == "TU" || body == "HU" || body == "ĐU" || body == "QU") return true;
  return slash != std::string::npos && slice(document.text, number->span).find('/') != std::string_view::npos &&
         slice(document.text, number->span).find('-') < slice(document.text, number->span).find('/');
}

// Prose before the header: instructions, articles, guides that quote a header further down.
std::size_t text_before_header(Parts const& parts) {
  std::size_t prose = 0;
  for (std::size_t i = 0; i < parts.header_begin; ++i) {
    auto const& line = parts.lines[i];
    if (line.kind == BlockKind::table_cell || line.kind == BlockKind::list_item || line.junk || line.caps || legal_basis_start(line))
      continue;
    if (line.key.starts_with("xet de nghi") || line.key.starts_with("theo de nghi")) continue;
    if (line.kind != BlockKind::heading && line.text.size() > 60 &&
        (line.text.ends_with('.') || line.text.ends_with(':') || line.text.size() > 250))
      ++prose;
  }
  return prose;
}

// Marks of a program, a template or a page about documents rather than of a document.
bool quotes_documents(Document const& document, Parts const& parts) {
  static auto const paragraph = word_hash("paragraph"), pip = word_hash("pip");
  auto const of_code = [&](std::size_t i) {
    return static_cast<unsigned>(document.words[i].hash == paragraph) | (document.words[i].hash == pip);
  };
  auto const in_text = [&](std::string_view words) { return document.text.find(words) != std::string::npos; };
  bool const code = next_of(0, document.words.size(), of_code) < document.words.size();
  bool const fenced = in_text("```") || in_text("{{");
  bool const slots = in_text(": [");
  std::size_t marks = 0;
  for (auto const& line : parts.lines) {
    auto const t = line.text.substr(0, 400);
    auto const has = [&](std::string_view words) { return t.find(words) != std::string_view::npos; };
    if (t.starts_with("import ") || t.starts_with("const ") || t.starts_with("npm ") || (fenced && (has("```") || has("{{"))) ||
        (code && (has("new Paragraph") || has("pip install"))))
      ++marks;
    // "[trích yếu công văn]": a slot to be filled in.
    if (slots && line.text.ends_with(']') && line.text.find(": [") != std::string_view::npos) ++marks;
  }
  return marks >= 2 || in_text("](http");
}

// A petition or a declaration: someone speaks of himself.
bool is_personal(Parts const& parts) {
  return std::ranges::any_of(parts.lines, [](Line const& line) {
    static constexpr std::string_view openings[] = {"toi ten la",     "ten toi la", "toi la",        "nguoi lam don",
                                                    "nguoi viet don", "nguoi khai", "nguoi de nghi", "toi xin cam doan"};
    for (auto const words : openings)
      if (starts_with_words(line.key, words)) return true;
    return false;
  });
}

bool has_signature(Facts const& facts) {
  return facts.has(K::signing_authority) || facts.has(K::signer_position) || facts.has(K::signer_name);
}

// A text pasted without its header that is still an administrative one: bases at its beginning, or the type name as its first line.
bool looks_like_body(Parts const& parts, Facts const& facts) {
  if (facts.has(K::legal_basis) && !parts.lines.empty()) {
    auto const* basis = facts.first(K::legal_basis);
    for (auto const& line : parts.lines) {
      if (line.junk) continue;
      return basis->span.begin <= line.span.begin + 4 || parts.has_anchor;
    }
  }
  return false;
}

// A number with a year is legislation's where type and body can issue such: since 2009 no quyết định of a ministry, a sở or a school is.
bool may_legislate(Parts const& parts, Component const* number, std::int64_t year) {
  auto const* type = value<std::string>(number, "type_code");
  auto const* body = value<std::string>(number, "body_code");
  if (parts.type && parts.type->slug != "quyet-dinh" && parts.type->slug != "nghi-quyet") return false;
  if (!parts.type && (!type || (*type != "QĐ" && *type != "QD" && *type != "NQ"))) {
    // Nghị định, thông tư and the like abbreviate no administrative type.
    static constexpr std::string_view codes[] = {"NĐ", "ND", "TT", "TTLT", "NQLT", "PL", "L", "LCT"};
    return body && std::ranges::find(codes, *body) != std::end(codes);
  }
  if (year < 2009 || !body) return true;
  for (std::string_view const issuer :
       {"UBND", "HĐND", "HDND", "TTg", "TTG", "CP", "CTN", "KTNN", "UBTVQH", "QH", "HĐTP", "TANDTC", "VKSNDTC"})
    if (body->starts_with(issuer)) return true;
  return false;
}

// "(Kèm theo Nghị định số …)" near the top: an annex or a text that legislation has put into force. `lines`: how many are looked at.
bool attached_to_legislation(Parts const& parts, std::size_t lines) {
  auto const end = std::min({parts.lines.size(), lines, std::size_t{10}});
  for (std::size_t i = 0; i < end; ++i) {
    std::string_view const key = parts.lines[i].key;
    auto const at = key.find("kem theo ");
    if (at == std::string_view::npos || at > 20) continue;
    for (std::string_view const type : {"nghi dinh", "thong tu", "luat", "phap lenh"})
      if (key.substr(at + 9).starts_with(type)) return true;
  }
  return false;
}

// Headers one after the other behind the title of such an annex: models of documents, as Phụ lục III of Nghị định 30/2020/NĐ-CP has them.
// A form that is filled in has such a title too, and one header.
bool holds_models(Parts const& parts) {
  auto const headers =
      std::ranges::count_if(parts.lines, [](Line const& line) { return line.key.starts_with("cong hoa xa hoi chu nghia viet nam"); });
  return headers >= 2 && attached_to_legislation(parts, parts.header_begin);
}

void find_family(Document const& document, Parts const& parts, Facts& facts) {
  facts.family = Family::administrative;
  if (has_party_line(parts) && !facts.has(K::national_name))
    return set_other(facts, Family::party, "tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM, là văn bản của Đảng", "the header is the Party's");
  if (has_party_number(document, facts))
    return set_other(facts, Family::party, "số, ký hiệu theo thể thức văn bản của Đảng", "the number has the Party's form");

  if (holds_models(parts))
    return set_other(facts, Family::legislation, "là các mẫu văn bản kèm theo văn bản quy phạm pháp luật",
                     "models of documents that are attached to legislation");

  auto const* number = facts.first(K::number);
  auto const* year = value<std::int64_t>(number, "year");
  bool const party_type = parts.type && (parts.type->slug == "ket-luan" || parts.type->slug == "thong-tri");
  if (parts.type && !parts.type->administrative && !party_type && (number || facts.has(K::national_name)))
    return set_other(facts, Family::legislation, "tên loại thuộc văn bản quy phạm pháp luật", "the type is one of legislation");
  if (year && may_legislate(parts, number, *year))
    return set_other(facts, Family::legislation, "số có năm ban hành như văn bản quy phạm pháp luật",
                     "the number carries a year as legislation does");
  if (parts.type && !parts.type->administrative)
    return set_other(facts, Family::other, "tên loại không thuộc 29 loại văn bản hành chính",
                     "the type is none of the 29 administrative ones");

  if (!number && attached_to_legislation(parts, parts.lines.size()))
    return set_other(facts, Family::legislation, "là phần kèm theo văn bản quy phạm pháp luật", "it is attached to legislation");

  bool const national = facts.has(K::national_name) || facts.has(K::motto);
  bool const header = number || facts.has(K::place_date) || facts.has(K::issuer);
  bool const tail = facts.has(K::recipients) || facts.has(K::archive_line);
  bool const snippet = parts.lines.size() <= 12;

  // A few lines may stand above a header that is whole: a site's words, what a scan made of a stamp.
  bool const whole = facts.has(K::national_name) && number && facts.has(K::place_date);
  if (parts.has_anchor && text_before_header(parts) > (whole ? stray_lines : 0))
    return set_other(facts, Family::other, "phần đầu văn bản nằm sau một đoạn văn khác, chỉ được trích dẫn",
                     "a header is only quoted, behind other text");
  if (!snippet && quotes_documents(document, parts))
    return set_other(facts, Family::other, "là tài liệu nói về văn bản, có đoạn mã hoặc chỗ điền",
                     "a text about documents, with code or slots to fill in");

  if (!number && is_personal(parts))
    return set_other(facts, Family::other, "là đơn, tờ khai của cá nhân", "a petition or declaration of a person");
  if (number || (facts.has(K::subject) && parts.v_v)) return;
  if (parts.unknown_title)
    return set_other(facts, Family::other, "tên văn bản không thuộc 29 loại văn bản hành chính",
                     "the title names none of the 29 administrative types");
  if (national && facts.has(K::issuer) && (parts.type || tail || facts.has(K::subject) || snippet)) return;
  if (national && parts.type && (tail || has_signature(facts) || facts.has(K::legal_basis)) && facts.type != "hop-dong" &&
      facts.type != "giay-uy-quyen" && facts.type != "ban-thoa-thuan" && facts.type != "giay-nghi-phep")
    return;
  if (parts.type && facts.type != "hop-dong" && facts.type != "giay-uy-quyen" && facts.type != "ban-thoa-thuan" && !national) return;
  if (tail && !national) return;
  if (facts.has(K::addressees) && tail) return;
  if (looks_like_body(parts, facts) && !national) return;
  if (snippet && (header || tail || has_signature(facts) || facts.has(K::addressees) || facts.has(K::closing_mark)) &&
      !(national && parts.lines.size() > 3))
    return;
  if (snippet && national && parts.lines.size() <= 3) return;
  set_other(facts, Family::other, "không thấy thành phần thể thức nào đủ để nhận ra văn bản hành chính",
            "too few components to tell an administrative document");
}

}  // namespace

void recognize_family(Document const& document, Parts const& parts, Facts& facts) {
  find_type(document, parts, facts);
  if (auto const* date = value<Date>(facts.first(K::place_date), "date")) facts.date = *date;
  find_family(document, parts, facts);
  bool const header = facts.has(K::national_name) || facts.has(K::motto) || facts.has(K::issuer);
  bool const number_line = facts.has(K::number) && !parts.fields;
  facts.body_only = facts.has(K::body) && !header && !number_line && !has_signature(facts);
  facts.header_lost = facts.family != Family::party && !header && !facts.body_only && (facts.has(K::number) || facts.has(K::type_name));
}

}  // namespace vanthu
