// Looks back from "số" for the type that the number belongs to.
#include "recognize/citation_lists.hpp"

#include <algorithm>

#include "grammar/names.hpp"
#include "grammar/words.hpp"
#include "text/unicode.hpp"

namespace vanthu {

bool list_gap(std::string_view gap) {
  if (gap.size() > longest_list_gap) return false;
  auto text = trim(gap);
  while (!text.empty() && (text.front() == ',' || text.front() == ';' || text.front() == '.' || text.front() == '-')) text.remove_prefix(1);
  text = trim(text);
  return text.empty() || text == "và" || text == "hoặc" || text == "cùng" || text == "và các" || text == "các";
}

namespace {

std::string glued(std::string_view words) {
  std::string out(words);
  std::erase(out, ' ');
  return out;
}

}  // namespace

std::optional<RestoredType> restore_type(std::string_view text, std::size_t block_begin, std::size_t so, std::string_view code) {
  struct Entry {
    std::string_view code, type, ascii, cut;
  };
  constexpr Entry entries[] = {
      {"NĐ", "Nghị định", "nghi dinh", "Nghị"},
      {"NQ", "Nghị quyết", "nghi quyet", "Nghị"},
      {"QĐ", "Quyết định", "quyet dinh", "Quyết"},
      {"CT", "Chỉ thị", "chi thi", "Chỉ"},
      {"TT", "Thông tư", "thong tu", "Thông"},
      {"TB", "Thông báo", "thong bao", "Thông"},
      {"KH", "Kế hoạch", "ke hoach", "Kế"},
      {"TTr", "Tờ trình", "to trinh", "Tờ"},
      {"BC", "Báo cáo", "bao cao", "Báo"},
      {"KL", "Kết luận", "ket luan", "Kết"},
      {"HD", "Hướng dẫn", "huong dan", "Hướng"},
      {"CTr", "Chương trình", "chuong trinh", "Chương"},
      {"", "Công văn", "cong van", ""},
  };
  auto before = text.substr(block_begin, so - block_begin);
  while (before.ends_with(' ')) before.remove_suffix(1);
  auto const last = before.rfind(' ');
  auto const one = last == std::string_view::npos ? 0 : last + 1;
  auto const previous = one < 2 ? std::string_view::npos : before.rfind(' ', one - 2);
  auto const two = one == 0 ? 0 : previous == std::string_view::npos ? 0 : previous + 1;
  auto const plain = before.size() - two < 40 ? fold_ascii(before.substr(two)) : std::string();
  auto const last_word = before.size() - one < 40 ? fold_ascii(before.substr(one)) : std::string();
  for (auto const& e : entries) {
    if (e.code != code) continue;
    if (!e.cut.empty() && before.substr(one) == e.cut) return RestoredType{block_begin + one, e.type};
    if (plain == e.ascii) return RestoredType{block_begin + two, e.type};
    // "Quyếtđịnh"
    if (last_word == glued(e.ascii)) return RestoredType{block_begin + one, e.type};
  }
  return std::nullopt;
}

std::optional<grammar::CitationMatch> distant_head(std::string_view text, std::size_t block_begin, std::size_t so) {
  auto before = text.substr(block_begin, so - block_begin);
  if (!before.ends_with(": ") && !before.ends_with("gồm ")) return std::nullopt;
  if (before.size() > 300) before = before.substr(before.size() - 300);
  auto const small = before.rfind("các "), capital = before.rfind("Các ");
  auto const each = small == std::string_view::npos ? capital : capital == std::string_view::npos ? small : std::max(small, capital);
  if (each == std::string_view::npos || before.find_first_of(";.", each) != std::string_view::npos) return std::nullopt;
  auto const at = static_cast<std::size_t>(before.data() - text.data()) + each + std::string_view("các ").size();
  grammar::CitationMatch out;
  out.type = grammar::match_type(text.substr(0, so), at);
  if (!out.type) return std::nullopt;
  if (auto const of = grammar::skip(text, out.type->span.end, " của "))
    if (auto const issuer = grammar::match_issuer(text.substr(0, so), *of)) {
      out.issuer_span = *issuer;
      out.issuer_before_number = true;
    }
  return out;
}

}  // namespace vanthu
