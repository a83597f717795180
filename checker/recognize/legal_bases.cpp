// The căn cứ: one a line between type name and text in a decision, the opening sentence of a công văn, and lists that a site
// has re-typeset under a heading of their own.
#include <algorithm>

#include "recognize/components.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t junk_allowed = 3;

struct Keyword {
  std::string_view key;
  bool opens;  // starts a block of bases; the others only go on with one
};
constexpr Keyword keywords[] = {
    {"can cu", true},         {"theo de nghi", false}, {"xet de nghi", false}, {"xet to trinh", false},  {"theo de xuat", false},
    {"theo to trinh", false}, {"thuc hien", false},    {"xet bao cao", false}, {"xet tinh hinh", false}, {"tren co so", false},
    {"xet yeu cau", false},   {"xet thay", false},     {"xet nhu cau", false}, {"xet", false},
};

// Where the words of a line start behind a bullet or what a scan left of one.
std::uint32_t first_letter(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size() && i < 8;) {
    at = i;
    if (is_letter(next_code_point(text, i))) return static_cast<std::uint32_t>(at);
  }
  return 0;
}

struct Start {
  std::uint32_t at;  // byte of the line
  Keyword const* keyword;
};

std::optional<Start> basis_start(Line const& line) {
  if (line.text.size() < 6) return std::nullopt;
  auto const at = first_letter(line.text);
  auto const key = at == 0 ? line.key : fold_ascii(line.text.substr(at, 60));
  for (auto const& k : keywords)
    if (starts_with_words(key, k.key)) return Start{at, &k};
  return std::nullopt;
}

// "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" on its own line.
bool decides(Line const& line) {
  if (!line.caps) return false;
  auto const letters = letters_of(line.key);
  return letters == "quyetdinh" || letters == "quyetnghi" || letters == "chithi";
}

Span keyword_span(Line const& line, std::uint32_t at, std::string_view key) {
  auto const wanted = static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
  auto const found = words(line.text.substr(at, 60));
  auto const end = found.size() < wanted ? static_cast<std::uint32_t>(0) : found[wanted - 1].end;
  return {line.span.begin + at, line.span.begin + at + end};
}

Component basis(Document const& document, Span span, std::optional<Span> keyword, bool own_line) {
  Component c{K::legal_basis, span, {}};
  if (keyword) set_text_field(c, "keyword", document, *keyword);
  auto const text = slice(document.text, span);
  if (!text.empty() && std::string_view(";.,:").find(text.back()) != std::string_view::npos)
    set_text_field(c, "end_mark", document, {span.end - 1, span.end});
  set_field(c, "last", false, span);
  set_field(c, "own_line", own_line, span);
  return c;
}

void mark_last(std::vector<Component>& out) {
  if (!out.empty() && out.back().kind == K::legal_basis)
    for (auto& f : out.back().fields)
      if (f.name == "last") f.value = true;
}

// The first sentence of a paragraph: up to a full stop that a blank and a capital follow.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t i = text.find(". "); i != std::string_view::npos; i = text.find(". ", i + 1)) {
    std::size_t next = i + 2;
    if (next < text.size() && is_upper(next_code_point(text, next)) && i > 12) return i + 1;
  }
  return text.size();
}

bool names_decision(Parts const& parts) {
  return parts.type && (parts.type->slug == "quyet-dinh" || parts.type->slug == "nghi-quyet" || !parts.type->administrative);
}

// A paragraph that only names a basis, not one that goes on to what is decided ("…, Sở Y tế đề nghị …").
bool fills_line(Line const& line) {
  if (line.text.ends_with(';')) return true;
  if (line.text.ends_with(':')) return false;
  // The main clause stands behind a comma and starts with the name of whoever acts.
  auto const key = fold_ascii(line.text);
  for (std::string_view const verb :
       {" yeu cau ", " de nghi cac ", " de nghi so ", " xay dung ke hoach", " ban hanh ke hoach", " thong bao ", " bao cao ", " huong dan ",
        " nhu sau", " tran trong ", " kinh de nghi", " trien khai thuc hien ke hoach"})
    if (auto const at = key.rfind(verb); at != std::string::npos) {
      auto const comma = key.rfind(',', at);
      if (comma != std::string::npos && key.size() - comma < 400 && comma > 30 && at - comma < 80) return false;
    }
  return true;
}

// The block of bases right behind the header.
void opening_bases(Document const& document, Parts const& parts, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  bool const decision = names_decision(parts);
  auto at = parts.body_begin;
  std::size_t skipped = 0;
  // The line that names who decides, what a scan left, and above the bases of a decision the rest of a trích yếu that a blank line cut.
  auto const above_bases = [&](Line const& line) {
    return line.junk || (line.caps && !decides(line)) || (decision && !line.caps && !starts_with_words(line.key, "dieu"));
  };
  while (at < lines.size() && skipped < junk_allowed && !basis_start(lines[at]) && above_bases(lines[at])) {
    ++at;
    ++skipped;
  }
  // A block of bases that starts with "Xét đề nghị" leads to QUYẾT ĐỊNH.
  bool const leads_on = [&] {
    for (auto i = at; i < lines.size() && i < at + 6; ++i)
      if (decides(lines[i])) return true;
    return false;
  }();
  bool any = false;
  std::size_t junk = 0;
  for (; at < lines.size(); ++at) {
    auto const& line = lines[at];
    if (decides(line) || line.fixed != FixedLine::none || line.kind == BlockKind::heading || line.kind == BlockKind::table_cell) break;
    auto const start = basis_start(line);
    bool const alone = lines.size() - parts.body_begin <= 2 && parts.body_begin == 0;  // a snippet of one line
    bool const counts = start && (start->keyword->opens || any || (decision && leads_on) || alone) &&
                        (start->keyword->key != "thuc hien" || (any && decision));
    if (counts) {
      bool const next_is_one = at + 1 < lines.size() && (basis_start(lines[at + 1]) || decides(lines[at + 1]));
      bool const own = decision || any || next_is_one || fills_line(line);
      auto span = Span{line.span.begin + start->at, line.span.end};
      if (!own) span.end = line.span.begin + static_cast<std::uint32_t>(sentence_end(line.text));
      out.push_back(basis(document, span, keyword_span(line, start->at, start->keyword->key), own));
      any = true;
      junk = 0;
      if (!own) break;
      continue;
    }
    if (!any) break;
    if (line.junk && junk < junk_allowed) {
      ++junk;
      continue;
    }
    // The rest of a wrapped basis that the reader left apart.
    auto& last = out.back();
    auto const before = slice(document.text, last.span);
    std::size_t i = 0;
    bool const open = !before.ends_with(';') && !before.ends_with('.') && !before.ends_with(',') && !before.ends_with(':');
    bool const lower = is_lower(next_code_point(line.text, i));
    if (open && !line.caps && (lower || !line.blank_before) && line.kind == BlockKind::paragraph && line.text.size() < 600) {
      auto keyword = std::optional<Span>();
      if (auto const* f = last.field("keyword")) keyword = f->span;
      last = basis(document, {last.span.begin, line.span.end}, keyword, true);
      continue;
    }
    break;
  }
  if (any) mark_last(out);
}

// "CĂN CỨ PHÁP LÝ" as a heading, with a list below it.
bool heads_list(Line const& line) {
  if (line.text.size() > 60 || line.kind == BlockKind::table_cell || line.kind == BlockKind::list_item) return false;
  auto key = std::string_view(line.key);
  while (!key.empty() && !(key[0] >= 'a' && key[0] <= 'z')) key.remove_prefix(1);
  if (key.ends_with(':')) key.remove_suffix(1);
  if (!line.caps && line.kind != BlockKind::heading) return false;
  static constexpr std::string_view headings[] = {"can cu",     "can cu phap ly",     "can cu phap luat", "can cu ban hanh",
                                                  "cac can cu", "can cu xet de nghi", "co so phap ly",    "can cu phap ly ban hanh"};
  for (auto const heading : headings)
    if (key == heading) return true;
  return false;
}

void listed_bases(Document const& document, Parts const& parts, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  for (std::size_t head = 0; head < lines.size(); ++head) {
    if (!heads_list(lines[head])) continue;
    bool any = false;
    auto at = head + 1;
    for (; at < lines.size(); ++at) {
      auto const& line = lines[at];
      auto const start = basis_start(line);
      if (line.kind == BlockKind::heading || (line.kind != BlockKind::list_item && !start)) break;
      auto const first = start ? start->at : first_letter(line.text);
      auto const keyword = start ? std::optional(keyword_span(line, first, start->keyword->key)) : std::nullopt;
      out.push_back(basis(document, {line.span.begin + first, line.span.end}, keyword, true));
      any = true;
    }
    if (any) mark_last(out);
    head = at - 1;
  }
}

}  // namespace

std::optional<std::uint32_t> legal_basis_start(Line const& line) {
  auto const start = basis_start(line);
  if (!start || !start->keyword->opens) return std::nullopt;
  return start->at;
}

void recognize_legal_bases(Document const& document, Parts& parts, std::vector<Component>& out) {
  auto const before = out.size();
  listed_bases(document, parts, out);
  std::vector<Component> opening;
  opening_bases(document, parts, opening);
  // The list under a heading may be what follows the header. Both are in reading order.
  auto const listed = out.size();
  for (auto& c : opening) {
    auto const ends_before = [&](Component const& o) { return o.span.end <= c.span.begin; };
    auto const end = out.begin() + static_cast<std::ptrdiff_t>(listed);
    auto const next = std::partition_point(out.begin() + static_cast<std::ptrdiff_t>(before), end, ends_before);
    if (next == end || !next->span.overlaps(c.span)) out.push_back(std::move(c));
  }
}

}  // namespace vanthu
