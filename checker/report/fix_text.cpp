#include "report/fix_text.hpp"

#include <fmt/format.h>

#include "report/excerpt.hpp"

namespace vanthu::report {
namespace {

struct Words {
  std::string_view name, vi, en;
};

// In the order of Refusal.
constexpr Words refusals[] = {
    {"identifies", "chạm tới người ký, số, ký hiệu, viện dẫn hoặc tên gọi, cần xem lại (--unsafe)",
     "it would change a signer, number, citation or name and needs a look (--unsafe)"},
    {"markup", "có dấu định dạng, chú thích hoặc chỗ ngắt dòng xen giữa", "marks, a comment or a line end stand in between"},
    {"encoding", "bảng mã của tệp không có chữ này", "the file's encoding has no such letter"},
    {"misread", "sửa xong thì văn bản được đọc khác đi", "the text would be read in another way"},
    {"no-effect", "sửa xong thì phát hiện vẫn còn", "the finding would stay"},
    {"brings-finding", "sửa xong thì có thêm phát hiện", "it would bring another finding"},
    {"not-tried", "có quá nhiều chỗ phải thử riêng từng chỗ", "too many had to be tried one by one"},
};

Words const& words(Refusal refusal) { return refusals[static_cast<std::size_t>(refusal)]; }

std::string plural(int n, std::string_view word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "es"); }

}  // namespace

void add(FixTotals& totals, Fixed const& fixed) {
  ++totals.files;
  totals.changed += fixed.edits.empty() ? 0 : 1;
  totals.applied += static_cast<int>(fixed.applied.size());
  totals.refused += static_cast<int>(fixed.refused.size());
  totals.need_a_look += fixed.need_a_look;
}

std::string fix_text(std::string_view name, Fixed const& fixed, bool done, Language language) {
  auto const vi = language == Language::vi;
  auto const file = printable(name);
  auto const applied = static_cast<int>(fixed.applied.size()), refused = static_cast<int>(fixed.refused.size());
  if (applied + refused + fixed.need_a_look == 0) return {};
  auto out = vi ? fmt::format("{}: {} {} phát hiện", file, done ? "đã sửa" : "sẽ sửa", applied)
                : fmt::format("{}: {} {}", file, plural(applied, "fix"), done ? "applied" : "to apply");
  if (fixed.need_a_look > 0)
    out += vi ? fmt::format("; {} cần xem lại (--unsafe)", fixed.need_a_look)
              : fmt::format("; {} {} a look (--unsafe)", fixed.need_a_look, fixed.need_a_look == 1 ? "needs" : "need");
  if (refused > 0) out += vi ? fmt::format("; {} không sửa được", refused) : fmt::format("; {} not applied", refused);
  out += '\n';
  for (auto const& r : fixed.refused) {
    auto const& why = words(r.why);
    out += fmt::format("{}:{}:{}: {}[{}] {}: {}{}\n", file, r.at.line, r.at.column, vi ? "không sửa " : "not applied: ", r.code,
                       printable(r.title), vi ? why.vi : why.en, r.brought.empty() ? "" : fmt::format(" [{}]", r.brought));
  }
  return out;
}

std::string fix_summary(FixTotals const& totals, bool done, Language language) {
  if (language == Language::vi)
    return fmt::format("{} {} phát hiện ở {} trong {} tệp\n", done ? "đã sửa" : "sẽ sửa", totals.applied, totals.changed, totals.files);
  return fmt::format("{} {} in {} of {} {}\n", plural(totals.applied, "fix"), done ? "applied" : "to apply", totals.changed, totals.files,
                     totals.files == 1 ? "file" : "files");
}

std::string_view to_string(Refusal refusal) { return words(refusal).name; }

}  // namespace vanthu::report
