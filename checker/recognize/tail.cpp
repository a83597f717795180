// The tail: recipients and signatures. The two stand side by side on paper, so in text they follow each other, interleave line by
// line, or share lines; whatever is no recipient there is asked whether it is a part of a signature.
#include <algorithm>
#include <utility>

#include "grammar/label.hpp"
#include "grammar/recipients.hpp"
#include "recognize/components.hpp"
#include "recognize/signature_lines.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t reach_above = 12;        // lines before "Nơi nhận" where a signature may start
constexpr std::size_t longest_tail = 90;       // lines
constexpr std::size_t foreign_allowed = 8;     // lines in a tail that are nothing of it
constexpr std::size_t signature_gap = 6;       // lines between two parts of a signature
constexpr std::size_t longest_name_line = 40;  // bytes
constexpr std::size_t longest_text = 160;      // bytes; what is longer is text of the document

struct Item {
  Span span;         // in the document; what another column left inside is covered too
  std::string text;  // without it
  bool closed;       // a semicolon follows
};

struct SignaturePart {
  K kind;
  Span span;  // in the document
  std::size_t line;
  std::optional<grammar::AuthorityLine> authority = {};  // spans in the document
  Span name = {}, honorific = {};
};

// What has been read of the tail so far.
struct Tail {
  Document const& document;
  std::vector<Line> const& lines;
  std::vector<Component>& out;
  bool two_sign = false;  // side by side

  std::optional<ListLabel> label = {};
  std::size_t label_line = 0;
  std::uint32_t list_end = 0;  // end of the last item
  std::vector<Item> items = {};
  bool bulleted = false;
  std::optional<Component> archive = {};
  bool archive_last = true;
  std::vector<SignaturePart> signature = {};
  bool has_name = false;
};

Span at_base(std::uint32_t base, Span span) { return {base + span.begin, base + span.end}; }

bool is_bullet(Line const& line) { return grammar::match_item(line.text).bullet; }

// Minutes, and what two parties agree on.
bool is_signed_twice(std::string_view type) {
  constexpr std::string_view types[] = {"bien-ban", "hop-dong", "giay-uy-quyen", "ban-thoa-thuan", "ban-ghi-nho"};
  return std::ranges::find(types, type) != std::end(types);
}

// ---- where the tail starts

std::optional<std::size_t> find_label(Parts const& parts) {
  auto const& lines = parts.lines;
  std::optional<std::size_t> bare;
  for (auto i = parts.body_begin; i < lines.size(); ++i) {
    auto const label = recipients_label(lines[i]);
    if (!label) continue;
    if (label->rest < lines[i].text.size()) return i;
    for (auto next = i + 1; next < lines.size() && next < i + 4; ++next)
      if (is_bullet(lines[next]) || grammar::match_archive_line(lines[next].text) || lines[next].text.ends_with(';') ||
          find_authority(lines[next].text))
        return i;
    if (!bare) bare = i;
  }
  return bare;
}

// The label lost in a scan: bullets above an archive line are recipients all the same. What stands right above them is what is left of it,
// where it is short and ends with a colon.
struct LostLabel {
  std::size_t line;
  ListLabel label;  // end 0: nothing is left
};

std::optional<LostLabel> find_lost_label(Parts const& parts) {
  auto const& lines = parts.lines;
  for (auto i = parts.body_begin; i < lines.size(); ++i) {
    if (!is_bullet(lines[i]) || !grammar::match_archive_line(lines[i].text)) continue;
    auto first = i;
    std::size_t bullets = 0;
    for (auto at = i; at > parts.body_begin && i - at < longest_tail; --at) {
      auto const& above = lines[at - 1];
      bool const item = is_bullet(above) && above.column != Column::right && above.text.size() < longest_text;
      if (!item && above.column != Column::right && !above.junk) break;
      if (!item) continue;
      first = at - 1;
      ++bullets;
    }
    if (bullets == 0) continue;
    auto const near = first > parts.body_begin && lines[first - 1].column == Column::right ? first - 2 : first - 1;
    if (first > parts.body_begin + 1 && near >= parts.body_begin && lines[near].text.size() < 24 && lines[near].text.ends_with(':')) {
      auto const size = static_cast<std::uint32_t>(lines[near].text.size());
      return LostLabel{near, {size - 1, size, true}};
    }
    return LostLabel{first, {}};
  }
  return std::nullopt;
}

// A position alone may also be the line that names who decides: a name must follow, and no text before it.
bool leads_to_name(std::vector<Line> const& lines, std::size_t at, std::optional<std::size_t> label) {
  for (auto i = at + 1; i < lines.size() && i < at + 8; ++i) {
    if (legal_basis_start(lines[i]) || lines[i].text.size() > longest_text || lines[i].kind == BlockKind::heading) return false;
    if (label && i == *label) return true;
    if (match_name(lines[i].text) && !names_position(lines[i].key)) return true;
  }
  return false;
}

// The first line of recipients or signature: the signature may stand above the recipients, or alone.
std::optional<std::size_t> find_begin(Parts const& parts, std::optional<std::size_t> label) {
  auto const& lines = parts.lines;
  auto const from = label ? std::max(parts.body_begin, *label - std::min(*label, reach_above)) : parts.body_begin;
  auto const to = label.value_or(lines.size());
  for (auto i = from; i < to; ++i) {
    auto const& line = lines[i];
    if (line.kind == BlockKind::heading || line.kind == BlockKind::table_cell) continue;
    if (line.text.size() < longest_text && !is_bullet(line) && find_authority(line.text)) return i;
    if (line.caps && is_position_line(line, false) && leads_to_name(lines, i, label)) return i;
  }
  return label;
}

// ---- recipients

void add_archive(Tail& tail, grammar::ArchiveLine const& archive, std::uint32_t base) {
  Component c{K::archive_line, at_base(base, archive.span), {}};
  std::vector<std::string> codes;
  std::vector<Span> places;
  bool has_vt = false;
  for (auto const code : archive.codes) {
    places.push_back(at_base(base, code));
    codes.emplace_back(slice(tail.document.text, places.back()));
    auto const folded = fold_ascii(codes.back());
    has_vt = has_vt || starts_with_words(folded, "vt") || starts_with_words(folded, "van thu");
  }
  set_field(c, "colon", archive.colon, c.span);
  set_field(c, "has_vt", has_vt, c.span);
  set_field(c, "codes", std::move(codes), c.span);
  c.fields.back().items = std::move(places);
  set_text_field(c, "end_mark", tail.document, at_base(base, archive.end_mark));
  tail.list_end = std::max(tail.list_end, c.span.end);
  tail.archive = std::move(c);
  tail.archive_last = true;
}

void add_item(Tail& tail, std::string_view text, std::uint32_t base) {
  auto const item = grammar::match_item(text);
  if (item.text.empty()) return;
  if (auto const archive = grammar::match_archive_line(text.substr(item.text.begin)))
    return add_archive(tail, *archive, base + item.text.begin);
  bool const closed = !item.end_mark.empty() && text[item.end_mark.begin] == ';';
  tail.items.push_back({at_base(base, item.text), std::string(slice(text, item.text)), closed});
  if (tail.archive) tail.archive_last = false;
  tail.list_end = std::max(tail.list_end, base + (item.end_mark.empty() ? item.text.end : item.end_mark.end));
}

// The rest of a wrapped item. False when the line cannot be one.
bool extend_item(Tail& tail, std::string_view text, std::uint32_t base) {
  if (tail.items.empty() || tail.archive || text.size() > longest_text) return false;
  auto const item = grammar::match_item(text);
  if (item.text.empty() || words(text).empty()) return false;
  auto& last = tail.items.back();
  bool const closed = !item.end_mark.empty() && text[item.end_mark.begin] == ';';
  if (last.closed) {
    if (item.end_mark.empty()) return false;
    tail.items.push_back({at_base(base, item.text), std::string(slice(text, item.text)), closed});
  } else {
    last.span.end = base + item.text.end;
    last.text += ' ' + std::string(slice(text, item.text));
    last.closed = closed;
  }
  tail.list_end = std::max(tail.list_end, base + (item.end_mark.empty() ? item.text.end : item.end_mark.end));
  return true;
}

// Several recipients on one line are parted by semicolons.
void add_items(Tail& tail, std::string_view text, std::uint32_t base) {
  for (std::size_t from = 0; from < text.size();) {
    auto const stop = text.find(';', from);
    auto const to = stop == std::string_view::npos ? text.size() : stop + 1;
    add_item(tail, text.substr(from, to - from), base + static_cast<std::uint32_t>(from));
    from = to;
  }
}

// ---- signatures

void push_authority(Tail& tail, grammar::AuthorityLine a, std::uint32_t base, std::size_t line) {
  for (auto* s : {&a.span, &a.prefix, &a.position}) *s = at_base(base, *s);
  tail.signature.push_back({.kind = K::signing_authority, .span = a.span, .line = line, .authority = a});
}

void push_position(Tail& tail, Span span, std::size_t line) {
  tail.signature.push_back({.kind = K::signer_position, .span = span, .line = line});
}

void push_name(Tail& tail, NameMatch const& match, std::uint32_t base, std::size_t line) {
  SignaturePart part{.kind = K::signer_name, .span = at_base(base, match.name), .line = line, .name = at_base(base, match.name)};
  if (!match.honorific.empty()) {
    part.honorific = at_base(base, match.honorific);
    part.span.begin = part.honorific.begin;
  }
  tail.signature.push_back(std::move(part));
  tail.has_name = true;
}

bool may_be_name(Tail const& tail, Line const& line, std::size_t at) {
  if (line.text.ends_with(';') || line.text.ends_with(':') || is_bullet(line)) return false;
  if (!tail.has_name)
    return !tail.signature.empty() ||
           ((tail.archive || (line.column == Column::right && words(line.text).size() > 2)) && has_family_name(line.text));
  auto const names = std::ranges::count(tail.signature, K::signer_name, &SignaturePart::kind);
  auto const& last = tail.signature.back();
  return tail.two_sign && names == 1 && last.kind == K::signer_name && at - last.line <= 2;
}

// "PHI CHÍNH PHỦ" below "VỤ TRƯỞNG VỤ TỔ CHỨC": the same line of the paper, wrapped.
bool continues_position(Tail const& tail, std::size_t at) {
  if (tail.signature.empty()) return false;
  auto const& last = tail.signature.back();
  auto const& line = tail.lines[at];
  return last.kind != K::signer_name && last.line + 1 == at && line.caps && !names_position(line.key) && !line.blank_before &&
         line.column == tail.lines[last.line].column;
}

// ---- line by line

// A recipient, with what another column added to its line.
void take_item(Tail& tail, std::size_t at) {
  auto const& line = tail.lines[at];
  auto text = line.text;
  auto const base = line.span.begin;
  tail.bulleted = tail.bulleted || is_bullet(line);
  if (auto const a = find_authority(text); a && a->span.begin > 0) {
    push_authority(tail, *a, base, at);
    text = text.substr(0, a->span.begin);
  } else if (auto const cut = trailing_position(text)) {
    push_position(tail, at_base(base, *cut), at);
    text = text.substr(0, cut->begin);
  }
  if (auto const archive = grammar::match_archive_line(text)) {
    add_archive(tail, *archive, base);
    auto const name = trailing_name(text.substr(archive->span.end));
    if (name && !tail.has_name) push_name(tail, *name, base + archive->span.end, at);
    return;
  }
  if (auto const stop = text.rfind(';'); stop != std::string_view::npos && !tail.has_name && !tail.signature.empty()) {
    auto const rest = text.substr(stop + 1);
    if (auto const name = match_name(rest); name && has_family_name(slice(rest, name->name))) {
      push_name(tail, *name, base + static_cast<std::uint32_t>(stop) + 1, at);
      text = text.substr(0, stop + 1);
    }
  }
  add_item(tail, text, base);
}

// "Nơi nhận: TL. CHỦ TỊCH", "Nơi nhận: Sở A; Sở B; Lưu: VT": what stands behind the label.
void open_list(Tail& tail, std::size_t at, ListLabel const& label) {
  auto const& line = tail.lines[at];
  tail.label = label;
  tail.label_line = at;
  auto end = label.colon ? label.rest : label.end;
  while (end > label.end && line.text[end - 1] == ' ') --end;
  tail.list_end = line.span.begin + end;
  if (label.end == 0) return take_item(tail, at);
  auto const rest = line.text.substr(label.rest);
  auto const base = line.span.begin + label.rest;
  if (rest.empty()) return;
  auto const core = letters_only_ends(rest);
  if (auto const a = find_authority(rest)) {
    push_authority(tail, *a, base, at);
  } else if (all_caps(rest) && names_position(fold_ascii(slice(rest, core)))) {
    push_position(tail, at_base(base, core), at);
  } else if (!all_caps(rest)) {
    add_items(tail, rest, base);
  }
}

// One line of the tail. False when it is nothing of it.
bool take(Tail& tail, std::size_t at) {
  auto const& line = tail.lines[at];
  auto const base = line.span.begin;
  if (grammar::is_drafter_mark(line.text) || is_contact(line)) {
    tail.out.push_back({is_contact(line) ? K::contact : K::drafter_mark, line.span, {}});
    return true;
  }
  bool const in_list = tail.label.has_value();
  bool const right = line.column == Column::right;
  bool const unbulleted_item = !tail.bulleted && !tail.archive && !right && line.text.ends_with(';');
  if (in_list && !right && (is_bullet(line) || unbulleted_item || grammar::match_archive_line(line.text))) {
    take_item(tail, at);
    return true;
  }
  if (auto const a = find_authority(line.text)) {
    if (in_list && a->span.begin > 0 && !right) extend_item(tail, line.text.substr(0, a->span.begin), base);
    push_authority(tail, *a, base, at);
    return true;
  }
  bool const after = !tail.signature.empty();
  if (!tail.has_name && is_position_line(line, after && at - tail.signature.back().line <= signature_gap)) {
    auto const core = letters_only_ends(line.text);
    if (!continues_position(tail, at)) {
      push_position(tail, at_base(base, core), at);
      return true;
    }
    auto& last = tail.signature.back();
    last.span.end = base + core.end;
    if (last.authority) last.authority->span.end = last.authority->position.end = last.span.end;
    last.line = at;
    return true;
  }
  if (auto const name = match_name(line.text); name && may_be_name(tail, line, at)) {
    push_name(tail, *name, base, at);
    return true;
  }
  if (right && !tail.has_name) {
    // What a scan made of the right column: the position or the name may stand behind it.
    if (auto const cut = trailing_position(line.text)) {
      push_position(tail, at_base(base, *cut), at);
      return true;
    }
    if (auto const name = trailing_name(line.text); name && after && has_family_name(slice(line.text, name->name))) {
      push_name(tail, *name, base, at);
      return true;
    }
    return false;
  }
  if (in_list && !right && extend_item(tail, line.text, base)) return true;
  if (auto const name = trailing_name(line.text);
      name && after && !tail.has_name && (tail.archive || line.text.size() < longest_name_line)) {
    push_name(tail, *name, base, at);
    return true;
  }
  return false;
}

// What cannot stand inside a tail: the header or the divisions of another text, a heading, a long paragraph.
bool ends_tail(Tail const& tail, std::size_t at) {
  auto const& line = tail.lines[at];
  if (line.fixed != FixedLine::none || line.text.size() > 500) return true;
  if (auto const label = grammar::match_label(line.text)) {
    using L = grammar::LabelKind;
    if (label->kind == L::appendix || label->kind == L::article) return true;
    if (label->kind != L::dash && label->kind != L::plus && !tail.label) return true;
  }
  return line.kind == BlockKind::heading && !find_authority(line.text) && !match_name(line.text) && !is_position_line(line, true);
}

// Gives the first line after the tail.
std::size_t walk(Tail& tail, std::size_t begin, std::optional<std::size_t> label_line, ListLabel const& label) {
  std::size_t foreign = 0, last = begin;
  auto const end = std::min(tail.lines.size(), begin + longest_tail);
  for (auto i = begin; i < end; ++i) {
    if (label_line && i == *label_line) {
      open_list(tail, i, label);
      last = i;
      continue;
    }
    if (ends_tail(tail, i)) break;
    if (take(tail, i)) {
      last = i;
      foreign = 0;
      continue;
    }
    auto const& line = tail.lines[i];
    if (++foreign > foreign_allowed || (!line.junk && line.text.size() > 120)) break;
    if (tail.archive && tail.has_name && line.text.size() > 40) break;
  }
  return last + 1;
}

// ---- components

void add_recipients(Tail& tail) {
  if (!tail.label) return;
  auto const begin = tail.lines[tail.label_line].span.begin;
  auto const label = Span{begin, begin + tail.label->end};
  Component c{K::recipients, {begin, tail.list_end}, {}};
  set_text_field(c, "label", tail.document, label);  // absent where a scan lost it
  set_field(c, "colon", tail.label->colon, label);
  set_field(c, "count", static_cast<std::int64_t>(tail.items.size()), c.span);
  if (!tail.items.empty()) set_field(c, "first", tail.items.front().text, tail.items.front().span);
  std::vector<std::string> texts;
  std::vector<Span> places;
  for (auto& item : tail.items) {
    places.push_back(item.span);
    texts.push_back(std::move(item.text));
  }
  set_field(c, "items", std::move(texts), c.span);
  c.fields.back().items = std::move(places);
  tail.out.push_back(std::move(c));
  if (!tail.archive) return;
  set_field(*tail.archive, "last", tail.archive_last, tail.archive->span);
  tail.out.push_back(std::move(*tail.archive));
}

void add_signatures(Tail& tail) {
  for (std::size_t i = 0; i < tail.signature.size(); ++i) {
    auto const& part = tail.signature[i];
    auto const* before = i > 0 ? &tail.signature[i - 1] : nullptr;
    auto const* next = i + 1 < tail.signature.size() ? &tail.signature[i + 1] : nullptr;
    Component c{part.kind, part.span, {}};
    if (part.authority) {
      set_text_field(c, "prefix", tail.document, part.authority->prefix);
      set_field(c, "dot", part.authority->dot, part.authority->prefix);
      set_text_field(c, "position", tail.document, part.authority->position);
      set_field(c, "space", part.authority->space, part.authority->prefix);
      if (next && next->kind != K::signer_name)
        set_text_field(c, "next_position", tail.document, next->authority ? next->authority->position : next->span);
    } else if (part.kind == K::signer_position) {
      set_text_field(c, "position", tail.document, part.span);
      bool const after_kt =
          before && before->authority && letters_of(fold_ascii(slice(tail.document.text, before->authority->prefix))) == "kt";
      set_field(c, "after_kt", after_kt, part.span);
    } else {
      set_text_field(c, "name", tail.document, part.name);
      set_text_field(c, "honorific", tail.document, part.honorific);
    }
    tail.out.push_back(std::move(c));
  }
}

}  // namespace

void recognize_tail(Document const& document, Parts& parts, std::vector<Component>& out) {
  auto label_line = find_label(parts);
  ListLabel label;
  if (label_line) {
    label = *recipients_label(parts.lines[*label_line]);
  } else if (auto const lost = find_lost_label(parts)) {
    label_line = lost->line;
    label = lost->label;
  }
  auto const begin = find_begin(parts, label_line);
  parts.tail_begin = begin.value_or(parts.lines.size());
  parts.tail_end = parts.lines.size();
  if (!begin) return;
  Tail tail{.document = document, .lines = parts.lines, .out = out, .two_sign = parts.type && is_signed_twice(parts.type->slug)};
  parts.tail_end = walk(tail, *begin, label_line, label);
  add_recipients(tail);
  add_signatures(tail);
}

}  // namespace vanthu
