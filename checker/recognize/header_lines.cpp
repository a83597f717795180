#include "recognize/header_lines.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace vanthu {

std::optional<grammar::NumberLine> number_line(Line const& line) {
  if (line.text.size() > 120 || line.kind == BlockKind::list_item) return std::nullopt;
  auto number = grammar::match_number_line(line.text);
  if (!number) return std::nullopt;
  auto const rest = line.text.substr(number->span.end);
  std::size_t letters = 0;
  for (std::size_t i = 0; i < rest.size();) letters += is_letter(next_code_point(rest, i));
  if (letters > 3 || rest.size() > 12) return std::nullopt;
  return number;
}

std::optional<grammar::PlaceDate> place_line(Line const& line) {
  if (line.text.size() > 140 || line.kind == BlockKind::list_item) return std::nullopt;
  return grammar::match_place_date(line.text);
}

bool is_v_v(Line const& line) { return line.key.starts_with("v/v") || line.key.starts_with("v / v"); }

std::optional<std::uint32_t> form_field(Line const& line, std::string_view words) {
  if (!starts_with_words(line.key, words) || line.kind == BlockKind::table_cell) return std::nullopt;
  auto const colon = line.text.find(':');
  if (colon == std::string_view::npos || colon > words.size() * 3 + 4) return std::nullopt;
  auto const value = line.text.find_first_not_of(' ', colon + 1);
  return static_cast<std::uint32_t>(value == std::string_view::npos ? line.text.size() : value);
}

Span without_scan_marks(std::string_view text) {
  auto all = words(text);
  while (all.size() > 1 && code_points(slice(text, all.front())) == 1 && !is_digit(static_cast<unsigned char>(text[all.front().begin])))
    all.erase(all.begin());
  if (all.empty()) return {0, static_cast<std::uint32_t>(text.size())};
  return {all.front().begin, all.back().end};
}

namespace {

// "Về việc …", also behind what a scan made of a rule.
bool opens_subject(Line const& line) {
  std::string_view key = line.key;
  while (!key.empty() && !(key[0] >= 'a' && key[0] <= 'z')) key.remove_prefix(1);
  return key.starts_with("ve ") || key.starts_with("ban hanh ");
}

// "PHƯỜNG AN HÒA" has the letters of "PHƯƠNG ÁN".
bool names_ward(std::string_view text) { return to_lower(text.substr(0, 24)).starts_with("phường "); }

}  // namespace

std::optional<TypeLine> type_line(std::vector<Line> const& lines, std::size_t at, bool small_letters) {
  auto const& line = lines[at];
  if (!line.caps) {
    auto type = small_letters && line.text.size() < 40 && line.kind != BlockKind::list_item && line.kind != BlockKind::table_cell
                    ? type_of(line.key)
                    : std::nullopt;
    if (!type) return std::nullopt;
    return TypeLine{std::move(*type), {0, static_cast<std::uint32_t>(line.text.size())}, {}};
  }
  if (line.kind == BlockKind::table_cell) return std::nullopt;
  auto const core = without_scan_marks(line.text);
  auto const key = fold_ascii(slice(line.text, core));
  bool const subject_follows = at + 1 < lines.size() && opens_subject(lines[at + 1]);
  bool const colon = line.text.substr(core.end).find(':') != std::string_view::npos;
  if (!subject_follows && (colon || line.kind == BlockKind::list_item)) return std::nullopt;
  if (auto type = subject_follows ? damaged_type_of(key) : type_of(key)) return TypeLine{std::move(*type), core, {}};
  auto const prefix = type_prefix(key);
  if (!prefix || names_ward(slice(line.text, core)) || line.kind == BlockKind::list_item || starts_with_words(key, "quy dinh chung") ||
      starts_with_words(key, "quy dinh cu the"))
    return std::nullopt;
  // The words of the name, then the subject.
  auto const count = static_cast<std::size_t>(std::ranges::count(prefix->first.slug, '-')) + 1;
  auto const all = words(line.text);
  auto const first = std::ranges::find_if(all, [&](Span w) { return w.begin >= core.begin; }) - all.begin();
  if (static_cast<std::size_t>(first) + count >= all.size()) return std::nullopt;
  auto const last = all[static_cast<std::size_t>(first) + count - 1];
  auto const next = all[static_cast<std::size_t>(first) + count];
  return TypeLine{prefix->first, {core.begin, last.end}, {next.begin, core.end}};
}

std::optional<ComponentKind> stamp(Line const& line) {
  if (line.text.size() > 60 || !line.caps) return std::nullopt;
  auto const letters = letters_of(line.key);
  static constexpr std::string_view urgencies[] = {"hoatoc", "thuongkhan", "khan", "hoatochengio"};
  for (auto const word : urgencies)
    if (letters == word) return ComponentKind::urgency;
  static constexpr std::string_view secrecies[] = {"mat", "toimat", "tuyetmat"};
  for (auto const word : secrecies)
    if (letters == word) return ComponentKind::secrecy;
  static constexpr std::string_view circulations[] = {"xemxongtralai", "luuhanhnoibo", "tailieuthuhoi", "khongphobien", "tailieumat"};
  for (auto const word : circulations)
    if (letters == word) return ComponentKind::circulation;
  static constexpr std::string_view copies[] = {"saoy",    "saoluc",    "trichsao",    "saoybanchinh",
                                                "bansaoy", "bansaoluc", "bantrichsao", "saoychinh"};
  for (auto const word : copies)
    if (letters == word) return ComponentKind::copy_form;
  return std::nullopt;
}

bool name_part(Line const& line, bool known_only) {
  if (!line.caps || line.text.size() > 140) return false;
  if (line.fixed != FixedLine::none || line.text.find(':') != std::string_view::npos) return false;
  auto const core = without_scan_marks(line.text);
  auto const key = fold_ascii(slice(line.text, core));
  if (line.kind == BlockKind::list_item && !names_body(key)) return false;  // a mark that a scan left looks like a bullet
  if (std::string_view(key).starts_with("can cu") || starts_with_words(key, "don") || starts_with_words(key, "to khai")) return false;
  if (starts_with_words(key, "noi dung") || starts_with_words(key, "van ban") || starts_with_words(key, "thong tin van ban")) return false;
  if (stamp(line) || type_of(key) || (type_prefix(key) && !names_ward(slice(line.text, core)))) return false;
  bool const body = names_body(key) || names_position(key) || names_unit(key);
  return body || (!known_only && line.kind != BlockKind::heading && !line.junk);
}

bool small_letter_name(Line const& line) {
  return !line.caps && line.text.size() < 90 && names_body(line.key) && line.text.find_first_of(".:;,") == std::string_view::npos &&
         line.kind == BlockKind::paragraph && !line.text.empty() && is_upper([&] {
           std::size_t at = 0;
           return next_code_point(line.text, at);
         }());
}

}  // namespace vanthu
