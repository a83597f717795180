// First and later mentions: one pass with a table of what was seen.
#include "recognize/citation_mentions.hpp"

#include <algorithm>
#include <unordered_map>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

struct Seen {
  Date date;
  bool in_body;
};

bool agree(int a, int b) { return a == 0 || b == 0 || a == b; }

bool may_be_same(Citation const& c, Date seen) {
  if (!agree(c.date.year, seen.year)) return false;
  return c.family != CitationFamily::party || (agree(c.date.month, seen.month) && agree(c.date.day, seen.day));
}

std::vector<std::string> keys_of(Citation const& c) {
  std::vector<std::string> out;
  if (c.identifier) {
    auto key = identifier_key(*c.identifier);
    if (!c.number) key += " " + c.type + to_string(c.date);
    // A law and a resolution of the National Assembly can bear one number.
    if (c.legislature) key += c.family == CitationFamily::law ? " L" : " N";
    out.push_back(std::move(key));
  }
  if (c.family != CitationFamily::law) return out;
  auto name = fold_ascii(c.title);
  if (name.starts_with("sua d"))
    if (auto const of = name.find(" cua "); of != std::string::npos) name.replace(0, of, "sua");
  if (!name.empty() || c.type == "Hiến pháp") out.push_back("law " + c.type + " " + name);
  return out;
}

}  // namespace

std::string identifier_key(std::string_view identifier) {
  std::string out;
  for (std::size_t at = 0; at < identifier.size();) {
    auto const c = next_code_point(identifier, at);
    if (c == U'§')
      out += '8';
    else if (auto const letter = latin_look_alike(c); letter != 0)
      append_utf8(out, to_upper(static_cast<char32_t>(letter)));
    else if (is_letter(c) || is_digit(c))
      append_utf8(out, to_upper(c));
  }
  out.erase(0, std::min(out.find_first_not_of('0'), out.size()));
  return out;
}

void set_mentions(std::vector<Citation>& citations) {
  constexpr std::size_t most_dates = 16;  // of one number: keeps the whole linear
  std::unordered_map<std::string, std::vector<Seen>> seen;
  for (auto& c : citations) {
    bool before = false, before_in_body = false;
    auto const keys = keys_of(c);
    for (auto const& key : keys)
      for (auto const& s : seen[key])
        if (may_be_same(c, s.date)) {
          before = true;
          before_in_body |= s.in_body;
        }
    c.mention = before ? Mention::later : Mention::first;
    c.first_in_body = !c.in_subject && !before_in_body;
    for (auto const& key : keys)
      if (auto& list = seen[key]; list.size() < most_dates) list.push_back({c.date, !c.in_subject});
  }
}

}  // namespace vanthu
