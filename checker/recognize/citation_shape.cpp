// Codes of types and bodies, and the defects of a citation's shape (the names are in schema.cpp).
#include "recognize/citation_shape.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <vector>

#include "grammar/codes.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using grammar::IdentifierForm;
using grammar::IdentifierMatch;
using grammar::ministry_codes;

struct TypeCode {
  std::string_view code;
  std::string_view type;
};

constexpr TypeCode type_codes[] = {
    {"NQ", "Nghị quyết"},
    {"NQLT", "Nghị quyết liên tịch"},
    {"NĐ", "Nghị định"},
    {"QĐ", "Quyết định"},
    {"QĐ", "Quy định"},
    {"QĐi", "Quy định"},
    {"QyĐ", "Quy định"},
    {"CT", "Chỉ thị"},
    {"QC", "Quy chế"},
    {"TC", "Thông cáo"},
    {"TB", "Thông báo"},
    {"HD", "Hướng dẫn"},
    {"CTr", "Chương trình"},
    {"KH", "Kế hoạch"},
    {"PA", "Phương án"},
    {"ĐA", "Đề án"},
    {"DA", "Dự án"},
    {"BC", "Báo cáo"},
    {"BB", "Biên bản"},
    {"TTr", "Tờ trình"},
    {"CĐ", "Công điện"},
    {"TT", "Thông tư"},
    {"TT", "Thông tri"},
    {"TTLT", "Thông tư liên tịch"},
    {"KL", "Kết luận"},
    {"L", "Luật"},
    {"L", "Lệnh"},
    {"PL", "Pháp lệnh"},
    {"VBHN", "Văn bản hợp nhất"},
    {"CV", "Công văn"},
    {"GM", "Giấy mời"},
    {"SL", "Sắc lệnh"},
    {"HĐ", "Hợp đồng"},
};

constexpr std::string_view central_bodies[] = {"CP",   "TTg",  "QH",    "UBTVQH", "CTN",    "HĐTP", "TANDTC", "VKSNDTC", "VKSTC",
                                               "KTNN", "VPQH", "VPCTN", "HĐBT",   "HĐBCQG", "BHXH", "TLĐ",    "ĐHQGHN",  "ĐHQG"};
constexpr std::string_view local_bodies[] = {"UBND",    "HĐND",  "TTHĐND", "VPUBND", "ĐĐBQH",   "SNV",   "STC",     "SKHĐT", "SNNMT",
                                             "SNNPTNT", "STNMT", "SXD",    "SGTVT",  "SKHCN",   "STTTT", "SLĐTBXH", "SGDĐT", "PGDĐT",
                                             "SYT",     "SCT",   "STP",    "SDTTG",  "SVHTTDL", "SVHTT", "CĐBVN"};
constexpr std::string_view party_bodies[] = {"TW",    "TU",      "TƯ",    "HU",     "QU",    "ThU",    "ĐU",    "ĐUK",   "BTCTW", "BTGTW",
                                             "BDVTW", "BTGDVTW", "BNCTW", "BKTTW",  "BĐNTW", "UBKTTW", "VPTW",  "QUTW",  "ĐUCA",  "BTCTU",
                                             "BTGTU", "BDVTU",   "BNCTU", "UBKTTU", "VPTU",  "UBKTHU", "BTCHU", "BTGHU", "VPHU"};

// What a code is known as.
struct Code {
  std::string_view type_code;                                          // the code itself, where it abbreviates a type
  bool ministry = false, local = false, state = false, party = false;  // a body: of that rank, of a province, of the State, of the Party
  bool body() const { return state || party; }
};

Code const& look_up(std::string_view code) {
  static std::unordered_map<std::string_view, Code> const codes = [] {
    std::unordered_map<std::string_view, Code> out;
    for (auto const& t : type_codes) out[t.code].type_code = t.code;
    for (auto const body : ministry_codes) out[body].ministry = out[body].state = true;
    for (auto const body : central_bodies) out[body].state = true;
    for (auto const body : local_bodies) out[body].local = out[body].state = true;
    for (auto const body : party_bodies) out[body].party = true;
    return out;
  }();
  static Code const unknown;
  auto const found = codes.find(code);
  return found == codes.end() ? unknown : found->second;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

std::string ascii_d(std::string_view code) { return replace_all(replace_all(std::string(code), "Đ", "D"), "đ", "d"); }

// A known code with the forms in which it is looked for.
struct KnownCode {
  std::string_view code;
  std::string_view type;  // of a type's code
  std::string ascii, lower, lower_ascii;
};

KnownCode known_code(std::string_view code, std::string_view type = {}) {
  return {code, type, ascii_d(code), to_lower(code), to_lower(ascii_d(code))};
}

std::vector<KnownCode> known_types() {
  std::vector<KnownCode> out;
  for (auto const& t : type_codes) out.push_back(known_code(t.code, t.type));
  return out;
}

std::vector<KnownCode> known_bodies() {
  std::vector<KnownCode> out;
  for (auto const list : {std::span<std::string_view const>(ministry_codes), std::span<std::string_view const>(central_bodies),
                          std::span<std::string_view const>(local_bodies)})
    for (auto const code : list) out.push_back(known_code(code));
  return out;
}

// Codes by the form in which neither letter case nor Đ matters; those of one form in the order of the tables.
using CodesByForm = std::unordered_map<std::string, std::vector<KnownCode>>;
CodesByForm by_form(std::vector<KnownCode> codes) {
  CodesByForm out;
  for (auto& code : codes) out[code.lower_ascii].push_back(std::move(code));
  return out;
}

// The code that a group should be, when it is a known one in wrong letter case or with ASCII D. Empty when the group is right or unknown.
struct Mended {
  std::string_view code;
  bool d = false;
  bool letter_case = false;
};

Mended mend(std::string_view group, std::string_view type, bool first) {
  auto const& known = look_up(group);
  if (first ? !known.type_code.empty() : known.body()) return {};
  static auto const types = by_form(known_types()), bodies = by_form(known_bodies());
  auto const& forms = first ? types : bodies;
  auto const same_form = forms.find(to_lower(ascii_d(group)));
  if (same_form == forms.end()) return {};
  auto const find = [&](auto same) {
    auto const found = std::ranges::find_if(same_form->second, [&](KnownCode const& k) { return (!first || k.type == type) && same(k); });
    return found == same_form->second.end() ? std::string_view() : found->code;
  };
  if (auto const code = find([&](auto const& k) { return k.code != group && k.ascii == group; }); !code.empty()) return {code, true, false};
  auto const lower = to_lower(group);
  if (auto const code = find([&](auto const& k) { return k.lower == lower; }); !code.empty()) return {code, false, true};
  if (auto const code = find([&](auto const& k) { return k.lower_ascii == lower; }); !code.empty()) return {code, true, true};
  return {};
}

// One insertion, deletion, substitution or exchange of neighbours apart.
bool one_edit_apart(std::string_view a, std::string_view b) {
  std::vector<char32_t> x, y;
  for (std::size_t i = 0; i < a.size();) x.push_back(next_code_point(a, i));
  for (std::size_t i = 0; i < b.size();) y.push_back(next_code_point(b, i));
  if (x.size() < y.size()) std::swap(x, y);
  if (x.size() - y.size() > 1) return false;
  auto const [i, j] = std::ranges::mismatch(x, y);
  if (x.size() == y.size() + 1) return std::equal(i + (i != x.end()), x.end(), j, y.end());
  if (i == x.end()) return false;
  if (std::equal(i + 1, x.end(), j + 1, y.end())) return true;
  return i + 1 != x.end() && *i == *(j + 1) && *(i + 1) == *j && std::equal(i + 2, x.end(), j + 2, y.end());
}

std::string_view nearest_ministry(std::string_view code) {
  std::string_view found;
  for (auto const known : ministry_codes) {
    if (!one_edit_apart(known, code)) continue;
    if (!found.empty()) return {};
    found = known;
  }
  return found;
}

bool one_of(std::string_view word, auto const& list) { return std::ranges::find(list, word) != std::end(list); }

// Types whose numbers have the year in them, and those whose numbers have none.
constexpr std::string_view years_in_number[] = {"Nghị định", "Thông tư", "Thông tư liên tịch"};
constexpr std::string_view no_years_in_number[] = {"Chỉ thị", "Kế hoạch", "Thông báo", "Báo cáo", "Tờ trình", "Công điện", "Công văn"};

bool law_type(std::string_view type) { return type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh"; }

bool is_letter_type(std::string_view type) { return type == "Công văn" || type == "Văn bản"; }

std::optional<int> to_int(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  int value = 0;
  for (char const c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string with_digits(std::string_view written) {
  std::string text(written);
  for (char& c : text) c = c == 'O' ? '0' : (c == 'I' || c == 'l') ? '1' : c;
  return text;
}

bool has_letter_for_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c == 'O' || c == 'I' || c == 'l'; });
}

// First bytes of § and of slashes and dashes beyond ASCII; the underscore.
bool has_odd_byte(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c == '\xC2' || c == '\xE2' || c == '_'; });
}

bool has_odd_dash(std::string_view text) {
  return text.find("–") != std::string_view::npos || text.find("—") != std::string_view::npos || text.find("‑") != std::string_view::npos ||
         text.find("−") != std::string_view::npos || text.find('_') != std::string_view::npos;
}

void add(Citation& c, std::string_view defect) {
  if (std::ranges::find(c.defects, defect) == c.defects.end()) c.defects.emplace_back(defect);
}

// The identifier put together again from mended parts.
struct Draft {
  std::string number, year;
  std::string_view separator = "/";
  std::vector<std::string_view> groups, separators;  // of the match, or codes known here
  bool certain = true;

  std::string text() const {
    std::string out = number;
    if (!year.empty()) out.append("/").append(year);
    out += separator;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      out += groups[i];
      if (i < separators.size()) out += separators[i];
    }
    // "TT-BCA(V19)"
    if (!separators.empty() && separators.back() == "(") out += ")";
    return out;
  }
};

Draft draft_of(IdentifierMatch const& id) {
  Draft d;
  d.number = with_digits(id.number);
  d.year = with_digits(id.year);
  d.groups = id.groups;
  bool const party = id.form == IdentifierForm::party;
  bool const old_hyphen = id.separator.find('/') == std::string_view::npos && !party;
  d.separator = party || old_hyphen ? "-" : "/";
  d.separators.reserve(id.separators.size());
  for (auto const s : id.separators) d.separators.push_back(s.find('/') != std::string_view::npos ? "/" : s == "(" ? "(" : "-");
  return d;
}

}  // namespace

std::string_view known_type_code(std::string_view code) { return look_up(code).type_code; }

bool is_type_code(std::string_view code) { return !known_type_code(code).empty(); }

std::optional<int> year_of(IdentifierMatch const& id) {
  auto const year = to_int(with_digits(id.year));
  if (!year || id.year.size() == 3) return std::nullopt;
  return *year >= 100 ? *year : *year >= 45 ? 1900 + *year : 2000 + *year;
}

void read_symbol(IdentifierMatch const& id, Citation& c) {
  if (!id.number.empty()) c.number = std::string(id.number);
  c.year = year_of(id);
  c.symbol = id.symbol;
  c.symbol_span = id.symbol_span;

  auto const first = id.groups.front();
  auto const second = id.groups.size() > 1 ? id.groups[1] : std::string_view();
  auto const& known = look_up(first);
  bool code = !known.type_code.empty() || !mend(first, c.type, true).code.empty();
  // A letter's symbol starts with a body; only before a known body do the same letters name a type.
  if (is_letter_type(c.type)) code = code && (first == "CV" || (look_up(second).state && !known.state));
  if (code) c.type_code = first;
  if (code)
    c.body_code = second;
  else if (!second.empty() && !is_letter_type(c.type) && !known.body())
    c.body_code = second;
  else
    c.body_code = first;

  for (auto const group : id.groups)
    for (std::string_view const body : {"UBTVQH", "QH"})
      if (group[0] == body[0] && group.starts_with(body))
        if (auto const term = to_int(group.substr(body.size()))) {
          c.legislature = term;
          c.body_code = body;
          break;
        }
}

void judge_shape(grammar::CitationMatch const& match, bool inner_space, Citation& c) {
  if (match.doubled) add(c, "doubled-word");
  if (match.damaged) add(c, "damaged");
  if (!match.identifier) return;
  auto const& id = *match.identifier;
  if (match.type && match.type->lowercase) add(c, "lowercase-type");
  if (match.type && match.type->generic) add(c, "generic-type");

  auto draft = draft_of(id);
  std::string_view const type = c.type;
  auto const written = [&](std::string_view part) {
    return id.separator.find(part) != std::string_view::npos || id.symbol.find(part) != std::string::npos ||
           id.number.find(part) != std::string_view::npos;
  };
  // After 1997 numbers follow today's rules; of undated ones without a year nothing is known.
  int const year = c.year ? *c.year : c.date.year;
  bool const modern = year >= 1998;
  bool const old = year != 0 && year < 1998;
  bool const party = id.form == IdentifierForm::party;

  bool const odd_signs = has_odd_byte(id.number) || has_odd_byte(id.separator) || has_odd_byte(id.symbol);
  if ((odd_signs && (written("§") || written("⁄"))) || id.year.size() == 3) add(c, "damaged");
  if (has_letter_for_digit(id.number) || has_letter_for_digit(id.year)) add(c, "ascii-letter-digit");
  if (odd_signs && (has_odd_dash(id.symbol) || has_odd_dash(id.separator))) add(c, "odd-dash");
  // "12 CT/TW" lacks its hyphen; before 1998 that was a usual form.
  bool const blank_for_hyphen = party && id.separator == " ";
  if (inner_space && !blank_for_hyphen) add(c, "inner-space");
  if (match.glued) add(c, "missing-space");
  if (!id.mark.empty()) add(c, "footnote-mark");
  if (id.foreign) add(c, "foreign-letter");
  if (blank_for_hyphen && old) draft.certain = false;

  for (std::size_t i = 0; i < draft.groups.size(); ++i) {
    auto const mended = mend(draft.groups[i], type, i == 0 && !c.type_code.empty());
    if (mended.code.empty() || (i > 0 && c.type_code.empty() && is_letter_type(c.type))) continue;
    if (mended.d) add(c, "ascii-d");
    if (mended.letter_case) add(c, "letter-case");
    draft.groups[i] = mended.code;
  }

  // One group that is a type and a body run together: NĐCP.
  if (draft.groups.size() == 1 && c.type_code.empty() && !old && !is_letter_type(c.type)) {
    auto const group = draft.groups.front();
    for (auto const& t : type_codes) {
      if (t.type != type || !group.starts_with(t.code)) continue;
      auto const rest = group.substr(t.code.size());
      if (!look_up(rest).body()) continue;
      add(c, "missing-hyphen");
      draft.groups = {t.code, rest};
      draft.separators = {party ? "/" : "-"};
      break;
    }
  }
  if (party && !old && (id.separator.empty() || id.separator == " ")) add(c, "missing-hyphen");
  // "6326TTr-STNMT": the slash is gone.
  if (!party && id.separator.empty() && !id.number.empty()) {
    add(c, "damaged");
  }

  // What a scan makes of letters: "QĐĐ" for QĐ, "SƠDĐT" for SGDĐT.
  auto const doubled = [](std::string_view group) {
    if (group.find("ĐĐ") == std::string_view::npos || look_up(group).body()) return false;
    auto const& single = look_up(replace_all(replace_all(std::string(group), "ĐĐĐ", "Đ"), "ĐĐ", "Đ"));
    return !single.type_code.empty() || single.body();
  };
  for (auto const group : draft.groups)
    if (doubled(group) || group.find("Ơ") != std::string_view::npos) add(c, "damaged");

  bool const two = draft.groups.size() >= 2 && is_type_code(draft.groups[0]);
  auto const second = two ? look_up(draft.groups[1]) : Code{};
  if (!party && !old && second.party) {
    add(c, "swapped-form");
    draft.separator = "-";
    draft.separators[0] = "/";
    draft.certain = draft.certain && draft.year.empty();
  } else if (party && !old && second.state) {
    add(c, "swapped-form");
    draft.separator = "/";
    draft.separators[0] = "-";
  } else if (two && !party && modern && draft.separators[0] == "/" && draft.groups[0] != "TTLT" && draft.groups[0] != "NQLT") {
    add(c, "slash-for-hyphen");
    draft.separators[0] = "-";
  }

  if (id.year.size() == 2 && modern) {
    add(c, "two-digit-year");
    draft.year = std::to_string(*c.year);
  }
  bool const needs_year = one_of(type, years_in_number);
  if (needs_year && !party && two && id.year.empty() && !id.number.empty() && c.date.year >= 1998) {
    add(c, "missing-year");
    draft.certain = false;
  }
  if (c.year && (party || (*c.year >= 2017 && one_of(type, no_years_in_number)))) {
    add(c, "extra-year");
    draft.year.clear();
    draft.certain = draft.certain && party;
  }
  if (draft.number.size() == 1 && modern) {
    add(c, "missing-zero");
    draft.number.insert(0, "0");
  }
  if (c.type_code.empty() && !party && c.year && *c.year >= 2000 && type == "Thông tư" &&
      (look_up(draft.groups[0]).ministry || draft.groups[0].starts_with("B"))) {
    add(c, "missing-type-code");
    draft.groups.insert(draft.groups.begin(), "TT");
    draft.separators.insert(draft.separators.begin(), "-");
    draft.certain = draft.certain && look_up(draft.groups[1]).ministry;
  }
  if (law_type(type) && !c.legislature && c.body_code != "UBTVQH" && c.body_code != "QH" && year >= 1998) {
    add(c, "wrong-law-number");
    draft.certain = false;
  }
  if (two && !party && modern && draft.groups.size() == 2 && draft.groups[1].starts_with("B") && !second.body()) {
    bool const circular = draft.groups[0] == "TT";
    if ((circular || draft.groups[0] == "QĐ") && (circular || code_points(draft.groups[1]) >= 5))
      if (auto const nearest = nearest_ministry(draft.groups[1]); !nearest.empty()) {
        add(c, "unknown-code");
        draft.groups[1] = nearest;
      }
  }

  bool const damaged = std::ranges::find(c.defects, "damaged") != c.defects.end();
  if (draft.certain && !damaged && !id.number.empty()) c.canonical = draft.text();
}

bool issuer_fits(std::string_view code, std::string_view issuer) {
  auto const name = fold(issuer);
  auto const has = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  if (code == "UBND" || code == "UB") return has("ubnd") || has("ủy ban");
  if (code == "HĐND") return has("hđnd") || has("hội đồng nhân dân");
  if (code == "TTg") return has("thủ tướng");
  if (code == "CP") return has("chính phủ") && !has("thủ tướng") && !has("văn phòng");
  if (code == "QH") return has("quốc hội") && !has("thường vụ");
  if (code.starts_with("VP")) return has("văn phòng");
  if (code == "TU") return has("ủy");
  if (look_up(code).ministry && code.starts_with("B")) return has("bộ");
  if (look_up(code).local && code.starts_with("S")) return has("sở");
  return true;
}

}  // namespace vanthu
