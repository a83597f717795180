// The tail: recipients and signatures. The two stand side by side on paper, so in text they follow each other, interleave line by
// line, or share lines; whatever is no recipient there is asked whether it is a part of a signature.
#include <algorithm>

#include "grammar/label.hpp"
#include "grammar/recipients.hpp"
#include "grammar/signature.hpp"
#include "recognize/components.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr std::size_t reach_above = 12;    // lines before "Nơi nhận" where a signature may start
constexpr std::size_t longest_tail = 90;   // lines
constexpr std::size_t foreign_allowed = 8; // lines in a tail that are nothing of it

// A part of a signature, in reading order.
struct Part {
  K kind;
  Span span;  // in the document
  std::optional<grammar::AuthorityLine> authority;  // spans in the document
  std::size_t line;
};

bool is_bullet(Line const& line) { return grammar::match_item(line.text).bullet; }

// Text without marks at its ends that a scan or a rule left.
Span letters_only_ends(std::string_view text) {
  auto const all = words(text);
  if (all.empty()) return {};
  return {all.front().begin, all.back().end};
}

grammar::AuthorityLine moved(grammar::AuthorityLine a, std::uint32_t by) {
  for (auto* s : {&a.span, &a.prefix, &a.position}) *s = {s->begin + by, s->end + by};
  return a;
}

// An authority line that starts at a word of `text`; what stands before it belongs to another column. The rest must be in capitals.
std::optional<grammar::AuthorityLine> find_authority(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    bool const word_start = at == 0 || text[at - 1] == ' ';
    if (word_start)
      if (auto a = grammar::match_authority(text, at)) {
        auto const position = slice(text, a->position);
        auto const key = fold_ascii(position);
        bool const one_letter = a->prefix.size() == 1 && at > 0;
        // "Phó Thủ tướng" behind the prefix is a fault of letter case, not another thing.
        if (!one_letter && (all_caps(position) || names_position(key)) && (names_position(key) || names_body(key) || at == 0)) return a;
      }
    at = text.find(' ', at);
    if (at == std::string_view::npos) break;
    ++at;
  }
  return std::nullopt;
}

bool position_words(Line const& line) { return names_position(line.key) || (line.key.size() > 4 && line.key.starts_with("q. ")); }

// A line of the signature by itself, given what came before it.
bool is_position_line(Line const& line, bool after_signature) {
  if (line.text.size() > 150 || line.kind == BlockKind::heading || is_bullet(line) || line.text.find(':') != std::string_view::npos) return false;
  if (line.caps) return position_words(line) || (after_signature && !line.junk && words(line.text).size() >= 2 && !has_family_name(line.text));
  // In small letters only behind a line with a prefix, and only as a title.
  return after_signature && position_words(line) && line.text.size() < 60 && line.text.find_first_of(".;,") == std::string_view::npos;
}

struct NameMatch {
  Span name;       // in the text given
  Span honorific;  // empty when none
};

std::optional<NameMatch> match_name(std::string_view text) {
  auto begin = text.find_first_not_of(" .,*_|()-");
  if (begin == std::string_view::npos) return std::nullopt;
  auto end = text.find_last_not_of(" .,*_|()-") + 1;
  auto core = text.substr(begin, end - begin);
  for (std::string_view const note : {"(đã ký)", "(Đã ký)", "(đã kí"})
    if (core.starts_with(note)) return std::nullopt;
  auto const titles = grammar::match_honorific(core);
  auto at = static_cast<std::size_t>(titles.end);
  while (at < core.size() && core[at] == ' ') ++at;
  auto const name = core.substr(at);
  if (!looks_like_name(name)) return std::nullopt;
  auto const from = static_cast<std::uint32_t>(begin + at);
  NameMatch match{{from, static_cast<std::uint32_t>(from + name.size())}, {}};
  if (!titles.empty()) match.honorific = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin) + titles.end};
  return match;
}

class Tail {
 public:
  Tail(Document const& document, Parts& parts, std::vector<Component>& out) : document_(document), parts_(parts), lines_(parts.lines), out_(out) {}

  void run() {
    auto const label = find_label();
    auto const begin = find_begin(label);
    if (!begin) {
      parts_.tail_begin = parts_.tail_end = lines_.size();
      return;
    }
    parts_.tail_begin = *begin;
    parts_.tail_end = walk(*begin, label);
    add_recipients();
    add_signatures();
  }

 private:
  // ---- where it starts

  std::optional<std::size_t> find_label() const {
    std::optional<std::size_t> bare;
    for (auto i = parts_.body_begin; i < lines_.size(); ++i) {
      auto const label = recipients_label(lines_[i]);
      if (!label) continue;
      if (label->rest < lines_[i].text.size()) return i;
      for (auto next = i + 1; next < lines_.size() && next < i + 4; ++next)
        if (is_bullet(lines_[next]) || grammar::match_archive_line(lines_[next].text) || lines_[next].text.ends_with(';') || find_authority(lines_[next].text))
          return i;
      if (!bare) bare = i;
    }
    return bare;
  }

  // The signature may stand above the recipients, or alone.
  std::optional<std::size_t> find_begin(std::optional<std::size_t> label) const {
    auto const from = label ? std::max(parts_.body_begin, *label - std::min(*label, reach_above)) : parts_.body_begin;
    auto const to = label ? *label : lines_.size();
    for (auto i = from; i < to; ++i) {
      auto const& line = lines_[i];
      if (is_bullet(line) || line.kind == BlockKind::heading || line.kind == BlockKind::table_cell) continue;
      if (line.text.size() < 160 && find_authority(line.text)) return i;
      if (is_position_line(line, false) && line.caps && leads_to_name(i, label)) return i;
    }
    return label;
  }

  // A position alone may also be the line that names who decides: a name must follow, and no text before it.
  bool leads_to_name(std::size_t at, std::optional<std::size_t> label) const {
    for (auto i = at + 1; i < lines_.size() && i < at + 8; ++i) {
      if (legal_basis_start(lines_[i])) return false;
      if (label && i == *label) return true;
      if (lines_[i].text.size() > 160) return false;
      if (lines_[i].kind == BlockKind::heading) return false;
      if (match_name(lines_[i].text) && !position_words(lines_[i])) return true;
    }
    return false;
  }

  // ---- walking over it

  std::size_t walk(std::size_t begin, std::optional<std::size_t> label) {
    std::size_t foreign = 0, last = begin;
    bool in_list = false;
    auto const end = std::min(lines_.size(), begin + longest_tail);
    for (auto i = begin; i < end; ++i) {
      auto const& line = lines_[i];
      auto const before = std::pair(parts_of_signature_.size(), items_.size() + (archive_ ? 1 : 0) + marks_);
      if (label && i == *label) {
        open_list(i);
        in_list = true;
        last = i;
        continue;
      }
      if (line.fixed != FixedLine::none) break;
      if (auto const l = grammar::match_label(line.text); l && l->kind != grammar::LabelKind::dash && l->kind != grammar::LabelKind::plus && !in_list) break;
      if (auto const l = grammar::match_label(line.text); l && (l->kind == grammar::LabelKind::appendix || l->kind == grammar::LabelKind::article)) break;
      if (line.kind == BlockKind::heading && !find_authority(line.text) && !match_name(line.text) && !is_position_line(line, true)) break;
      if (line.text.size() > 500) break;
      take(i, in_list);
      bool const took = before != std::pair(parts_of_signature_.size(), items_.size() + (archive_ ? 1 : 0) + marks_) || extended_;
      extended_ = false;
      if (took) {
        last = i;
        foreign = 0;
      } else if (++foreign > foreign_allowed || (!line.junk && line.text.size() > 120)) {
        break;
      }
      if (archive_ && has_name_ && !took && line.text.size() > 40) break;
    }
    return std::min(last + 1, lines_.size());
  }

  void open_list(std::size_t at) {
    auto const& line = lines_[at];
    auto const label = *recipients_label(line);
    label_ = label;
    list_line_ = at;
    list_span_ = {line.span.begin, line.span.begin + (label.colon ? colon_end(line, label) : label.end)};
    auto const rest = line.text.substr(label.rest);
    if (rest.empty()) return;
    auto const base = line.span.begin + label.rest;
    if (auto const a = find_authority(rest)) {
      push_signature({K::signing_authority, inside({base, 0}, a->span), moved(*a, base), at});
      return;
    }
    auto const core = letters_only_ends(rest);
    if (all_caps(rest) && names_position(fold_ascii(slice(rest, core)))) {
      push_signature({K::signer_position, {base + core.begin, base + core.end}, std::nullopt, at});
      return;
    }
    if (all_caps(rest) && rest.size() < 60) return;  // damaged beyond telling
    // Several on one line are parted by semicolons.
    for (std::size_t from = 0; from < rest.size();) {
      auto const stop = rest.find(';', from);
      auto const to = stop == std::string_view::npos ? rest.size() : stop + 1;
      add_item(rest.substr(from, to - from), base + static_cast<std::uint32_t>(from));
      from = to;
    }
  }

  static std::uint32_t colon_end(Line const& line, ListLabel const& label) {
    auto end = label.rest;
    while (end > label.end && line.text[end - 1] == ' ') --end;
    return end;
  }

  void take(std::size_t at, bool in_list) {
    auto const& line = lines_[at];
    auto const base = line.span.begin;
    if (grammar::is_drafter_mark(line.text)) {
      out_.push_back({K::drafter_mark, line.span, {}});
      ++marks_;
      return;
    }
    if (is_contact(line)) {
      out_.push_back({K::contact, line.span, {}});
      ++marks_;
      return;
    }
    bool const bullet = is_bullet(line);
    bool const archive_line = in_list && grammar::match_archive_line(line.text).has_value();
    bool const listed = in_list && (bullet || archive_line || (!bulleted_ && items_open() && line.text.ends_with(';')));
    if (listed) {
      take_item(at);
      return;
    }
    if (auto const a = find_authority(line.text)) {
      if (in_list && a->span.begin > 0) extend_item(line.text.substr(0, a->span.begin), base);
      push_signature({K::signing_authority, inside({base, 0}, a->span), moved(*a, base), at});
      return;
    }
    bool const after = !parts_of_signature_.empty();
    bool const close = after && at - parts_of_signature_.back().line <= 6;
    if (!has_name_ && is_position_line(line, close && after)) {
      auto const core = letters_only_ends(line.text);
      if (continues_position(at)) {
        parts_of_signature_.back().span.end = base + core.end;
        if (auto& a = parts_of_signature_.back().authority) a->span.end = a->position.end = base + core.end;
        parts_of_signature_.back().line = at;
        extended_ = true;
      } else {
        push_signature({K::signer_position, {base + core.begin, base + core.end}, std::nullopt, at});
      }
      return;
    }
    if (auto const name = match_name(line.text); name && may_be_name(line, at)) {
      push_name(*name, base, at);
      return;
    }
    if (in_list && extend_item(line.text, base)) {
      extended_ = true;
      return;
    }
    if (auto const piece = trailing_name(line.text); piece && after && !has_name_ && archive_) push_name(*piece, base, at);
  }

  static bool is_contact(Line const& line) {
    if (line.text.size() > 300) return false;
    for (std::string_view const word : {"dia chi:", "dien thoai:", "dt:", "email:", "e-mail:", "website:", "so dien thoai:", "fax:"})
      if (line.key.starts_with(word)) return true;
    return false;
  }

  bool items_open() const { return !archive_; }

  // ---- recipients

  void take_item(std::size_t at) {
    auto const& line = lines_[at];
    auto text = line.text;
    auto const base = line.span.begin;
    bulleted_ = bulleted_ || is_bullet(line);
    // What another column adds: an authority line, a position, a name.
    if (auto const a = find_authority(text); a && a->span.begin > 0) {
      push_signature({K::signing_authority, inside({base, 0}, a->span), moved(*a, base), at});
      text = text.substr(0, a->span.begin);
    } else if (auto const cut = trailing_position(text)) {
      push_signature({K::signer_position, inside({base, 0}, *cut), std::nullopt, at});
      text = text.substr(0, cut->begin);
    }
    if (auto const archive = grammar::match_archive_line(text)) {
      auto const rest = text.substr(archive->span.end);
      add_archive(*archive, base, at);
      if (auto const name = trailing_name(rest); name && !has_name_)
        push_name(*name, base + archive->span.end, at);
      return;
    }
    if (!has_name_ && !parts_of_signature_.empty())
      if (auto const semicolon = text.rfind(';'); semicolon != std::string_view::npos) {
        auto const rest = text.substr(semicolon + 1);
        if (auto const name = match_name(rest); name && has_family_name(slice(rest, name->name))) {
          push_name(*name, base + static_cast<std::uint32_t>(semicolon) + 1, at);
          text = text.substr(0, semicolon + 1);
        }
      }
    add_item(text, base);
  }

  void add_item(std::string_view text, std::uint32_t base) {
    auto const item = grammar::match_item(text);
    if (item.text.empty()) return;
    if (auto const archive = grammar::match_archive_line(text.substr(item.text.begin))) {
      add_archive(*archive, base + item.text.begin, list_line_);
      return;
    }
    items_.push_back(inside({base, 0}, item.text));
    if (archive_) archive_last_ = false;
    list_span_.end = std::max(list_span_.end, base + (item.end_mark.empty() ? item.text.end : item.end_mark.end));
  }

  // The rest of a wrapped item.
  bool extend_item(std::string_view text, std::uint32_t base) {
    if (items_.empty() || archive_ || text.size() > 160) return false;
    auto const item = grammar::match_item(text);
    if (item.text.empty()) return false;
    auto const end = base + (item.end_mark.empty() ? item.text.end : item.end_mark.end);
    if (items_.back().end < document_.text.size() && slice(document_.text, {items_.back().end, items_.back().end + 1}) == ";") {
      // The item before is closed. Without bullets this is the next one; with them, what a scan left of the next.
      if (item.end_mark.empty() || words(text).empty()) return false;
      items_.push_back(inside({base, 0}, item.text));
    } else {
      items_.back().end = base + item.text.end;
    }
    list_span_.end = std::max(list_span_.end, end);
    return true;
  }

  void add_archive(grammar::ArchiveLine const& archive, std::uint32_t base, std::size_t at) {
    Component c{K::archive_line, inside({base, 0}, archive.span), {}};
    std::vector<std::string> codes;
    std::vector<Span> places;
    bool has_vt = false;
    for (auto const code : archive.codes) {
      places.push_back(inside({base, 0}, code));
      codes.emplace_back(slice(document_.text, places.back()));
      auto const folded = fold_ascii(codes.back());
      has_vt = has_vt || starts_with_words(folded, "vt") || starts_with_words(folded, "van thu");
    }
    set_field(c, "colon", archive.colon, c.span);
    set_field(c, "has_vt", has_vt, c.span);
    set_field(c, "codes", std::move(codes), c.span);
    c.fields.back().items = std::move(places);
    set_text_field(c, "end_mark", document_, inside({base, 0}, archive.end_mark));
    list_span_.end = std::max(list_span_.end, c.span.end);
    archive_ = std::move(c);
    archive_last_ = true;
    archive_line_ = at;
  }

  void add_recipients() {
    if (!label_) return;
    auto const& line = lines_[list_line_];
    auto const label = Span{line.span.begin, line.span.begin + label_->end};
    Component c{K::recipients, {line.span.begin, list_span_.end}, {}};
    set_text_field(c, "label", document_, label);
    set_field(c, "colon", label_->colon, label);
    set_field(c, "count", static_cast<std::int64_t>(items_.size()), c.span);
    if (!items_.empty()) set_text_field(c, "first", document_, items_.front());
    std::vector<std::string> texts;
    for (auto const item : items_) {
      texts.emplace_back(slice(document_.text, item));
      std::ranges::replace(texts.back(), '\n', ' ');
    }
    set_field(c, "items", std::move(texts), c.span);
    c.fields.back().items = items_;
    out_.push_back(std::move(c));
    if (archive_) {
      set_field(*archive_, "last", archive_last_, archive_->span);
      out_.push_back(std::move(*archive_));
    }
  }

  // ---- signatures

  void push_signature(Part part) { parts_of_signature_.push_back(std::move(part)); }

  // "PHI CHÍNH PHỦ" below "VỤ TRƯỞNG VỤ TỔ CHỨC": the same line of the paper, wrapped.
  bool continues_position(std::size_t at) const {
    if (parts_of_signature_.empty()) return false;
    auto const& last = parts_of_signature_.back();
    auto const& line = lines_[at];
    return last.kind != K::signer_name && last.line + 1 == at && line.caps && !position_words(line) && !line.blank_before && line.column == lines_[last.line].column &&
           !find_authority(line.text);
  }

  // A position in capitals at the end of a recipient's line: "- CT, PCT UBND tỉnh; PHÓ CHÁNH VĂN PHÒNG".
  static std::optional<Span> trailing_position(std::string_view text) {
    auto const all = words(text);
    for (std::size_t i = 1; i < all.size(); ++i) {
      auto const rest = text.substr(all[i].begin);
      if (all_caps(rest) && names_position(fold_ascii(rest)) && all.size() - i >= 2) return Span{all[i].begin, all.back().end};
    }
    return std::nullopt;
  }

  // A name at the end of a line, behind what a scan made of the signature.
  static std::optional<NameMatch> trailing_name(std::string_view text) {
    auto const all = words(text);
    for (std::size_t count = std::min<std::size_t>(4, all.size()); count >= 2; --count) {
      auto const first = all[all.size() - count].begin;
      auto const rest = text.substr(first, all.back().end - first);
      if (looks_like_name(rest) && !names_position(fold_ascii(rest))) return NameMatch{{first, all.back().end}, {}};
    }
    return std::nullopt;
  }

  bool may_be_name(Line const& line, std::size_t at) const {
    if (line.text.ends_with(';') || line.text.ends_with(':') || is_bullet(line)) return false;
    std::size_t names = 0;
    for (auto const& p : parts_of_signature_) names += p.kind == K::signer_name;
    if (names == 0) return !parts_of_signature_.empty() || (archive_ && has_family_name(line.text));
    // Minutes are signed twice, side by side.
    auto const& last = parts_of_signature_.back();
    return names == 1 && last.kind == K::signer_name && at - last.line <= 2 && parts_.type && parts_.type->slug == "bien-ban";
  }

  void push_name(NameMatch const& match, std::uint32_t base, std::size_t at) {
    Part part{K::signer_name, inside({base, 0}, match.name), std::nullopt, at};
    honorific_ = match.honorific.empty() ? Span{} : inside({base, 0}, match.honorific);
    if (!honorific_.empty()) part.span.begin = honorific_.begin;
    name_ = inside({base, 0}, match.name);
    names_.push_back({name_, honorific_});
    has_name_ = true;
    parts_of_signature_.push_back(std::move(part));
  }

  void add_signatures() {
    std::size_t name = 0;
    for (std::size_t i = 0; i < parts_of_signature_.size(); ++i) {
      auto const& part = parts_of_signature_[i];
      Component c{part.kind, part.span, {}};
      if (part.kind == K::signing_authority) {
        auto const& a = *part.authority;
        set_text_field(c, "prefix", document_, a.prefix);
        set_field(c, "dot", a.dot, a.prefix);
        set_text_field(c, "position", document_, a.position);
        set_field(c, "space", a.space, a.prefix);
        if (i + 1 < parts_of_signature_.size() && parts_of_signature_[i + 1].kind != K::signer_name) {
          auto const& next = parts_of_signature_[i + 1];
          set_text_field(c, "next_position", document_, next.authority ? next.authority->position : next.span);
        }
      } else if (part.kind == K::signer_position) {
        set_text_field(c, "position", document_, part.span);
        bool after_kt = false;
        if (i > 0 && parts_of_signature_[i - 1].authority) {
          auto const prefix = letters_of(fold_ascii(slice(document_.text, parts_of_signature_[i - 1].authority->prefix)));
          after_kt = prefix == "kt";
        }
        set_field(c, "after_kt", after_kt, part.span);
      } else {
        set_text_field(c, "name", document_, names_[name].first);
        set_text_field(c, "honorific", document_, names_[name].second);
        ++name;
      }
      out_.push_back(std::move(c));
    }
  }

  Document const& document_;
  Parts& parts_;
  std::vector<Line> const& lines_;
  std::vector<Component>& out_;

  std::optional<ListLabel> label_;
  std::size_t list_line_ = 0, archive_line_ = 0, marks_ = 0;
  Span list_span_;
  std::vector<Span> items_;
  bool bulleted_ = false, archive_last_ = true, has_name_ = false, extended_ = false;
  std::optional<Component> archive_;
  std::vector<Part> parts_of_signature_;
  std::vector<std::pair<Span, Span>> names_;
  Span name_, honorific_;
};

}  // namespace

void recognize_tail(Document const& document, Parts& parts, std::vector<Component>& out) { Tail(document, parts, out).run(); }

}  // namespace vanthu
