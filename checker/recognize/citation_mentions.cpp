// First and later mentions: one pass with a table of what was seen.
#include "recognize/citation_mentions.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

// A citation seen under a key.
struct Seen {
  Date date;
  bool in_body;
  std::uint32_t citation;  // its number
  std::uint32_t next;      // index of the next one under the same key
};

// Those of one key, in reading order.
struct SeenList {
  std::uint32_t first = 0, last = 0, count = 0;
};

bool agree(int a, int b) { return a == 0 || b == 0 || a == b; }

bool may_be_same(Citation const& c, Date seen) {
  if (!agree(c.date.year, seen.year)) return false;
  return c.family != CitationFamily::party || (agree(c.date.month, seen.month) && agree(c.date.day, seen.day));
}

// identifier_key()
void append_key(std::string& out, std::string_view identifier) {
  auto const begin = out.size();
  for (std::size_t at = 0; at < identifier.size();) {
    auto const c = next_code_point(identifier, at);
    if (c < 0x80) {
      bool const leading_zero = c == '0' && out.size() == begin;
      if (is_word_char(c) && !leading_zero) out += static_cast<char>(unicode::letters[c].upper);
    } else if (c == U'§') {
      out += '8';
    } else if (auto const letter = latin_look_alike(c); letter != 0) {
      append_utf8(out, to_upper(static_cast<char32_t>(letter)));
    } else if (is_letter(c)) {
      append_utf8(out, to_upper(c));
    }
  }
}

// Key by its number; empty when it has none. Such keys hold capitals and figures, the others begin with a small letter.
std::string number_key(Citation const& c) {
  if (!c.identifier) return {};
  auto key = identifier_key(c.canonical ? *c.canonical : *c.identifier);
  if (!c.number) key += " " + c.type + to_string(c.date);
  // A law and a resolution of the National Assembly can bear one number.
  if (c.legislature) key += c.family == CitationFamily::law ? " L" : " N";
  return key;
}

// Key of a law by its name; empty for others.
std::string name_key(Citation const& c) {
  if (c.family != CitationFamily::law) return {};
  auto name = fold_ascii(c.title);
  if (name.starts_with("sua d"))
    if (auto const of = name.find(" cua "); of != std::string::npos) name.replace(0, of, "sua");
  if (name.empty() && c.type != "Hiến pháp") return {};
  return std::string("l").append(c.type).append(" ").append(name);
}

bool one_of(std::string_view type, auto... types) { return ((type == std::string_view(types)) || ...); }

// What stays when one thing in the symbol is mistyped: the number, the body, the type's word. Only of types whose numbers either always
// have a year or never: of others "12/QĐ-UBND" and "12/2020/QĐ-UBND" are two documents.
std::string rough_key(Citation const& c) {
  if (!c.number || c.body_code.empty() || !one_of(c.type, "Nghị định", "Thông tư", "Chỉ thị", "Kế hoạch", "Thông báo")) return {};
  std::string key = "r";
  key.append(c.type).append(" ");
  append_key(key, *c.number);
  append_key(key.append(" "), c.body_code);
  return key;
}

// A bare mention of what was cited before with a slip, or with a slip of what was cited before.
bool is_slip(Citation const& c, Citation const& before) {
  auto const year_of = [](Citation const& of) { return of.year ? *of.year : of.date.year; };
  return agree(year_of(c), year_of(before)) || agree(year_of(c), before.date.year);
}

// Said plainly only beside the whole form: without a date nobody knows which rules of numbers held.
void learn_from(Citation const& whole, Citation& c) {
  auto const add = [&](std::string_view defect) {
    if (std::find(c.defects.begin(), c.defects.end(), defect) != c.defects.end()) return;
    c.defects.emplace_back(defect);
    c.canonical = whole.canonical;
  };
  if (!whole.defects.empty() || !whole.canonical || c.date.year != 0 || !c.identifier) return;
  if (!c.year && whole.year && one_of(c.type, "Nghị định", "Thông tư")) add("missing-year");
  auto const hyphens = std::count(c.identifier->begin(), c.identifier->end(), '-');
  auto const slashes = std::count(c.identifier->begin(), c.identifier->end(), '/');
  auto const& right = *whole.identifier;
  if (whole.date.year >= 1998 && slashes > std::count(right.begin(), right.end(), '/') &&
      hyphens < std::count(right.begin(), right.end(), '-'))
    add("slash-for-hyphen");
}

}  // namespace

std::string identifier_key(std::string_view identifier) {
  std::string out;
  append_key(out, identifier);
  return out;
}

void set_mentions(std::vector<Citation>& citations) {
  constexpr std::uint32_t most_dates = 16;  // of one number: keeps the whole linear
  std::unordered_map<std::string, SeenList> lists;
  lists.reserve(2 * citations.size());
  std::vector<Seen> seen;
  seen.reserve(3 * citations.size());
  auto const each = [&](SeenList const& list, auto const& visit) {
    for (auto i = list.first, left = list.count; left > 0; i = seen[i].next, --left) visit(seen[i]);
  };
  for (std::uint32_t number = 0; number < citations.size(); ++number) {
    auto& c = citations[number];
    bool before = false, before_in_body = false;
    std::optional<std::size_t> whole;
    auto const remember = [&](Seen const& s) {
      before = true;
      before_in_body |= s.in_body;
      if (!whole) whole = s.citation;
    };
    SeenList* under[3] = {};  // by number, by name, roughly
    auto const list_of = [&](std::string key) { return key.empty() ? nullptr : &lists[std::move(key)]; };
    under[0] = list_of(number_key(c));
    under[1] = list_of(name_key(c));
    under[2] = list_of(rough_key(c));
    for (auto const* list : {under[0], under[1]})
      if (list != nullptr)
        each(*list, [&](Seen const& s) {
          if (may_be_same(c, s.date)) remember(s);
        });
    if (under[2] != nullptr && !before && c.date.year == 0)
      each(*under[2], [&](Seen const& s) {
        if (is_slip(c, citations[s.citation])) remember(s);
      });
    if (whole) learn_from(citations[*whole], c);
    c.mention = before ? Mention::later : Mention::first;
    c.first_in_body = !c.in_subject && !before_in_body;
    for (auto* list : under) {
      if (list == nullptr || list->count == most_dates) continue;
      auto const index = static_cast<std::uint32_t>(seen.size());
      if (list->count++ == 0)
        list->first = index;
      else
        seen[list->last].next = index;
      list->last = index;
      seen.push_back({c.date, !c.in_subject, number, 0});
    }
  }
}

}  // namespace vanthu
