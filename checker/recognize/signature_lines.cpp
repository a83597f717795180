#include "recognize/signature_lines.hpp"

#include <algorithm>

#include "grammar/recipients.hpp"
#include "grammar/words.hpp"
#include "recognize/vocabulary.hpp"
#include "text/byte_set.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr ByteSet rims(" .,*_|()-=");  // what stands around a name

bool position_words(Line const& line) {
  std::string_view key = line.key;
  while (!key.empty() && !(key[0] >= 'a' && key[0] <= 'z')) key.remove_prefix(1);
  return names_position(key);
}

}  // namespace

std::optional<grammar::AuthorityLine> find_authority(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (auto a = grammar::match_authority(text, at)) {
      auto const position = slice(text, a->position);
      auto const key = fold_ascii(position.substr(0, 120));
      bool const known = names_position(key) || names_body(key);
      bool const stray_letter = a->prefix.size() == 1 && at > 0;
      // "KT. Thủ trưởng" in small letters is a fault, not another thing; what stands behind the start of a line must be known.
      if (!stray_letter && position.size() < 160 && (all_caps(position) ? (known || at == 0) : names_position(key))) return a;
    }
    at = text.find(' ', at);
    if (at == std::string_view::npos) break;
    ++at;
  }
  return std::nullopt;
}

bool is_position_line(Line const& line, bool after_signature) {
  if (line.text.size() > 150 || line.kind == BlockKind::heading || grammar::match_item(line.text).bullet) return false;
  if (slice(line.text, letters_only_ends(line.text)).find(':') != std::string_view::npos) return false;
  if (line.key.ends_with(" dien:")) return false;  // of a công điện: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH điện:"
  if (line.caps) {
    bool const name = has_family_name(line.text) && looks_like_name(line.text);
    return position_words(line) || (after_signature && !line.junk && words(line.text).size() >= 2 && !name);
  }
  return after_signature && position_words(line) && line.text.size() < 60 && line.text.find_first_of(".;,") == std::string_view::npos;
}

namespace {

// The last letter is a small one, whatever signs stand behind it: what ends there is not in capitals.
bool ends_in_small_letter(std::string_view text) {
  for (auto end = text.size(); end > 0;) {
    auto const c = grammar::code_point_before(text, end);
    if (is_letter(c)) return is_lower(c);
    end -= std::min(end, grammar::utf8_size(c));
  }
  return false;
}

}  // namespace

std::optional<Span> trailing_position(std::string_view text) {
  if (text.size() > 160 || ends_in_small_letter(text)) return std::nullopt;
  auto const all = words(text);
  for (std::size_t i = 1; i + 1 < all.size(); ++i) {
    auto const rest = text.substr(all[i].begin);
    if (all_caps(rest) && names_position(fold_ascii(rest))) return Span{all[i].begin, all.back().end};
  }
  return std::nullopt;
}

std::optional<NameMatch> match_name(std::string_view text) {
  auto const core = rims.trimmed_from(text);
  if (core.empty() || text.size() > 120) return std::nullopt;
  auto const begin = static_cast<std::size_t>(core.data() - text.data());
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

std::optional<NameMatch> trailing_name(std::string_view text) {
  if (text.size() > 160) return std::nullopt;
  auto const all = words(text);
  for (std::size_t count = std::min<std::size_t>(4, all.size()); count >= 2; --count) {
    auto const first = all[all.size() - count].begin;
    auto const rest = text.substr(first, all.back().end - first);
    if (looks_like_name(rest) && !all_caps(rest) && !names_position(fold_ascii(rest))) return NameMatch{{first, all.back().end}, {}};
  }
  return std::nullopt;
}

bool is_contact(Line const& line) {
  if (line.text.size() > 300) return false;
  static constexpr std::string_view labels[] = {
      "dia chi:", "dien thoai:", "dt:", "email:", "e-mail:", "website:", "so dien thoai:", "fax:"};
  for (auto const word : labels)
    if (!line.key.empty() && line.key[0] == word[0] && line.key.starts_with(word)) return true;
  return false;
}

Span letters_only_ends(std::string_view text) {
  auto const all = words(text);
  if (all.empty()) return {};
  return {all.front().begin, all.back().end};
}

}  // namespace vanthu
