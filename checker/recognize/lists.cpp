// What "Kính gửi" and "Nơi nhận" have in common: the label, and the items of the former.
#include <algorithm>

#include "grammar/recipients.hpp"
#include "recognize/components.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

std::optional<ListLabel> list_label(Line const& line, std::string_view words_wanted, bool damage_allowed) {
  if (line.text.size() < 8) return std::nullopt;
  auto const head = line.text.substr(0, std::min<std::size_t>(line.text.size(), 40));
  std::size_t skip = 0;
  while (skip < head.size() && (head[skip] == '-' || head[skip] == '*' || head[skip] == '_' || head[skip] == ' ')) ++skip;
  if (skip > 2) return std::nullopt;
  // Most lines: neither the words nor the colon that lets them be damaged.
  if (!std::string_view(line.key).substr(std::min(skip, line.key.size())).starts_with(words_wanted) &&
      head.find(':') == std::string_view::npos && head.find(';') == std::string_view::npos)
    return std::nullopt;
  auto const found = words(head.substr(skip));
  if (found.size() < 2) return std::nullopt;
  auto const end = static_cast<std::uint32_t>(skip) + found[1].end;
  auto const key = fold_ascii(head.substr(skip, found[1].end));
  ListLabel label;
  label.end = end;
  auto at = end;
  while (at < line.text.size() && line.text[at] == ' ') ++at;
  if (at < line.text.size() && (line.text[at] == ':' || line.text[at] == ';')) {
    label.colon = line.text[at] == ':';
    ++at;
  }
  bool const marked = at > end && (line.text[at - 1] == ':' || line.text[at - 1] == ';');
  while (at < line.text.size() && line.text[at] == ' ') ++at;
  label.rest = at;
  bool const exact = key == words_wanted;
  bool const near = damage_allowed && marked && edit_distance(key, words_wanted, 1) <= 1;
  if (!exact && !near) return std::nullopt;
  return label;
}

}  // namespace

std::optional<ListLabel> addressees_label(Line const& line) {
  auto label = list_label(line, "kinh gui", true);
  if (!label) return std::nullopt;
  // "Kính gửi Sở Nội vụ" without a colon: only a short line that does not go on as a sentence.
  if (!label->colon && label->rest < line.text.size() && (line.text.size() > 120 || line.text.find(", ") != std::string_view::npos))
    return std::nullopt;
  return label;
}

std::optional<ListLabel> recipients_label(Line const& line) {
  auto label = list_label(line, "noi nhan", true);
  if (!label || line.kind == BlockKind::table_cell) return std::nullopt;
  if (!label->colon && label->rest < line.text.size()) {
    // Without a colon, only what stands beside it in another column may follow.
    auto const rest = line.text.substr(label->rest);
    if (!all_caps(rest) && !line.caps) return std::nullopt;
  }
  return label;
}

std::size_t read_addressees(Document const& document, Parts const& parts, std::size_t at, std::size_t end, std::vector<Component>& out) {
  auto const& lines = parts.lines;
  auto const& first = lines[at];
  auto const label = addressees_label(first);
  if (!label) return at + 1;
  Component c{ComponentKind::addressees, first.span, {}};
  std::vector<Span> items;
  std::size_t bullets = 0;
  bool open = true;  // the list goes on: no item has closed it with a full stop
  auto const add = [&](Span place, std::string_view text) {
    auto const item = grammar::match_item(text);
    if (item.text.empty()) return;
    items.push_back(inside(place, item.text));
    bullets += item.bullet;
    open = item.end_mark.empty() || text[item.end_mark.begin] != '.';
    c.span.end = place.begin + (item.end_mark.empty() ? item.text.end : item.end_mark.end);
  };
  c.span.end = first.span.begin + label->rest;
  if (label->rest < first.text.size()) {
    // Several on one line are parted by semicolons.
    std::size_t from = label->rest;
    while (from < first.text.size()) {
      auto const stop = first.text.find(';', from);
      auto const to = stop == std::string_view::npos ? first.text.size() : stop + 1;
      add({first.span.begin + static_cast<std::uint32_t>(from), first.span.begin + static_cast<std::uint32_t>(to)},
          first.text.substr(from, to - from));
      from = to;
    }
  } else {
    c.span.end = first.span.begin + (label->colon ? label->rest : label->end);
    while (c.span.end > first.span.begin + label->end && first.text[c.span.end - first.span.begin - 1] == ' ') --c.span.end;
  }
  bool const one_line = !items.empty();
  bool more = !one_line || first.text.ends_with(';') || first.text.ends_with(',');
  std::size_t next = at + 1;
  for (; next < end; ++next) {
    auto const& line = lines[next];
    if (line.fixed != FixedLine::none || line.kind == BlockKind::heading || recipients_label(line) || legal_basis_start(line)) break;
    if (line.junk && line.kind != BlockKind::list_item) {
      if (line.text.size() < 4 && next + 1 < end && lines[next + 1].kind == BlockKind::list_item && open) continue;
      break;
    }
    auto const item = grammar::match_item(line.text);
    if (item.bullet) {
      if (!open || (one_line && bullets == 0 && !more)) break;
      add(line.span, line.text);
      continue;
    }
    // Without bullets: an item ends with a semicolon, the last one with a full stop or nothing and is short.
    if (!open || !more || bullets > 0 || line.text.size() > 200 || line.text.ends_with(':')) {
      // The rest of a wrapped item.
      std::size_t i = 0;
      bool const goes_on = !items.empty() && open && !line.blank_before && !lines[next - 1].text.ends_with(';') && line.text.size() < 120 &&
                           (is_lower(next_code_point(line.text, i)) || (bullets > 0 && line.text.ends_with(';')));
      if (!goes_on) break;
      items.back().end = line.span.begin + item.text.end;
      c.span.end = line.span.begin + (item.end_mark.empty() ? item.text.end : item.end_mark.end);
      open = item.end_mark.empty() || line.text[item.end_mark.begin] != '.';
      continue;
    }
    add(line.span, line.text);
    more = line.text.ends_with(';') || line.text.ends_with(',');
  }
  std::vector<std::string> texts;
  for (auto const item : items) {
    texts.emplace_back(slice(document.text, item));
    for (auto& ch : texts.back()) ch = ch == '\n' ? ' ' : ch;
  }
  set_field(c, "label", std::string(first.text.substr(0, label->end)), {first.span.begin, first.span.begin + label->end});
  set_field(c, "colon", label->colon, {first.span.begin, first.span.begin + label->end});
  set_field(c, "count", static_cast<std::int64_t>(items.size()), c.span);
  set_field(c, "bulleted", bullets > 0, c.span);
  set_field(c, "items", std::move(texts), c.span);
  c.fields.back().items = std::move(items);
  out.push_back(std::move(c));
  return next;
}

}  // namespace vanthu
