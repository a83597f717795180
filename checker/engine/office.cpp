#include "engine/office.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

using Words = std::vector<std::string>;

struct Abbreviation {
  std::string_view shorter, full;
};
constexpr Abbreviation abbreviations[] = {
    {"ubnd", "ủy ban nhân dân"},        {"hđnd", "hội đồng nhân dân"}, {"tp", "thành phố"}, {"tx", "thị xã"},
    {"tphcm", "thành phố hồ chí minh"}, {"vp", "văn phòng"},
};
constexpr std::string_view levels[] = {"tỉnh", "huyện", "quận", "xã", "phường"};
constexpr std::string_view two_word_levels[] = {"thành phố", "thị xã", "thị trấn", "đặc khu"};

void add_words(Words& out, std::string_view folded) {
  for (auto const span : words(folded)) out.emplace_back(slice(folded, span));
}

Words words_of_name(std::string_view name) {
  Words out;
  auto const folded = fold(name);
  for (auto const span : words(folded)) {
    auto const word = slice(folded, span);
    auto const known = std::find_if(std::begin(abbreviations), std::end(abbreviations), [&](auto const& a) { return a.shorter == word; });
    if (known == std::end(abbreviations))
      out.emplace_back(word);
    else
      add_words(out, known->full);
  }
  return out;
}

// How many words from `at` on name a level of the administration: 0, 1 or 2.
std::size_t level_at(Words const& words, std::size_t at) {
  if (at + 1 < words.size()) {
    auto const pair = words[at] + " " + words[at + 1];
    if (std::find(std::begin(two_word_levels), std::end(two_word_levels), pair) != std::end(two_word_levels)) return 2;
    if (pair == "xã hội") return 0;
  }
  return std::find(std::begin(levels), std::end(levels), words[at]) != std::end(levels) ? 1 : 0;
}

struct Name {
  Words core, levels;
};
Name parts_of(Words const& words) {
  Name out;
  for (std::size_t i = 0; i < words.size();) {
    auto const n = level_at(words, i);
    auto& into = n == 0 ? out.core : out.levels;
    for (auto const end = i + std::max<std::size_t>(n, 1); i < end; ++i) into.push_back(words[i]);
  }
  return out;
}

bool same(Words const& a, Words const& b) {
  auto const left = parts_of(a), right = parts_of(b);
  return left.core == right.core && (left.levels == right.levels || left.levels.empty() || right.levels.empty());
}

std::string joined(Words const& words) {
  std::string out;
  for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

Words drop(Words const& words, std::size_t n) { return {words.begin() + static_cast<std::ptrdiff_t>(n), words.end()}; }

bool starts_with(Words const& words, Words const& head) {
  return words.size() > head.size() && std::equal(head.begin(), head.end(), words.begin());
}
bool ends_with(Words const& words, Words const& tail) {
  return words.size() >= tail.size() && std::equal(tail.rbegin(), tail.rend(), words.rbegin());
}

std::string_view field(Facts const& facts, ComponentKind kind, std::string_view name) {
  auto const* component = facts.first(kind);
  auto const* found = component == nullptr ? nullptr : component->field(name);
  auto const* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->value);
  return text == nullptr ? std::string_view{} : std::string_view(*text);
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) { return same(words_of_name(a), words_of_name(b)); }

std::string_view to_string(OwnIssuer issuer) {
  switch (issuer) {
    case OwnIssuer::own: return "own";
    case OwnIssuer::misspelled: return "misspelled";
    case OwnIssuer::other: return "other";
  }
  return {};
}

std::optional<OwnIssuer> own_issuer(Facts const& facts, Office const& office) {
  auto const written = field(facts, ComponentKind::issuer, "name");
  auto const name = words_of_name(office.name);
  if (written.empty() || name.empty()) return std::nullopt;
  auto const text = joined(name);
  if (text == "ủy ban nhân dân" || text == "hội đồng nhân dân") return std::nullopt;  // which one is not said
  auto const issuer = words_of_name(written);
  if (same(issuer, name)) return OwnIssuer::own;
  // "Sở Nội vụ" below "UBND tỉnh Lạng Sơn" is the Sở Nội vụ tỉnh Lạng Sơn.
  if (starts_with(name, issuer)) {
    auto const governing = words_of_name(field(facts, ComponentKind::governing_body, "name"));
    auto const rest = drop(name, issuer.size());
    return governing.empty() || ends_with(parts_of(governing).core, parts_of(rest).core) ? OwnIssuer::own : OwnIssuer::other;
  }
  // The office left out what it belongs to: "Sở Nội vụ".
  if (starts_with(issuer, name) && level_at(issuer, name.size()) != 0) return OwnIssuer::own;
  return issuer.size() == name.size() && fold_ascii(joined(issuer)) == fold_ascii(text) ? OwnIssuer::misspelled : OwnIssuer::other;
}

std::optional<bool> own_symbol(Facts const& facts, Office const& office) {
  auto const symbol = field(facts, ComponentKind::number, "symbol");
  if (symbol.empty() || office.symbol.empty()) return std::nullopt;
  // Whether Đ is written as D is another rule's matter.
  return fold_ascii(symbol).find(fold_ascii(office.symbol)) != std::string::npos;
}

std::optional<bool> own_place(Facts const& facts, Office const& office) {
  auto const place = field(facts, ComponentKind::place_date, "place");
  if (place.empty() || office.place.empty()) return std::nullopt;
  return same_name(place, office.place);
}

std::optional<bool> own_unit(Facts const& facts, Office const& office) {
  auto const code = field(facts, ComponentKind::number, "unit_code");
  if (code.empty() || office.units.empty()) return std::nullopt;
  auto const letters = [](std::string_view unit) {
    auto folded = fold_ascii(unit);
    while (!folded.empty() && is_digit(static_cast<unsigned char>(folded.back()))) folded.pop_back();
    return folded;
  };
  return std::any_of(office.units.begin(), office.units.end(), [&](std::string const& unit) { return letters(unit) == letters(code); });
}

}  // namespace vanthu
