#include "lsp/complete.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lsp/words.hpp"
#include "text/unicode.hpp"

namespace vanthu::lsp {
namespace {

constexpr std::size_t most = 20;
constexpr int kind_text = 1, kind_reference = 18, kind_keyword = 14;  // CompletionItemKind

// Longer ones first where one begins another.
constexpr std::array<std::string_view, 16> cited_types = {"Thông tư liên tịch",
                                                          "Thông tư",
                                                          "Nghị quyết liên tịch",
                                                          "Nghị quyết",
                                                          "Nghị định",
                                                          "Quyết định",
                                                          "Chỉ thị",
                                                          "Bộ luật",
                                                          "Luật",
                                                          "Pháp lệnh",
                                                          "Hiến pháp",
                                                          "Thông báo",
                                                          "Kế hoạch",
                                                          "Công văn",
                                                          "Hướng dẫn",
                                                          "Quy định"};

bool is_law(std::string_view type) { return type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh" || type == "Hiến pháp"; }

std::string long_date(Date d) {
  if (!d.complete()) return d.year == 0 ? std::string() : fmt::format(" năm {}", d.year);
  return d.month < 3 ? fmt::format(" ngày {:02} tháng {:02} năm {}", d.day, d.month, d.year)
                     : fmt::format(" ngày {:02} tháng {} năm {}", d.day, d.month, d.year);
}

// "Về công tác văn thư" → "về công tác văn thư"; what begins with two capitals stays.
std::string as_title(std::string_view title) {
  std::size_t at = 0;
  if (title.empty()) return {};
  auto const first = next_code_point(title, at);
  auto second = at;
  if (at < title.size() && is_upper(next_code_point(title, second))) return " " + std::string(title);
  std::string out = " ";
  append_utf8(out, to_lower(first));
  return out += title.substr(at);
}

// The line that is written at, up to the place; `begin` is where it starts in the file.
struct Line {
  std::string_view before;
  std::uint32_t begin = 0;
};

class Completer {
 public:
  Completer(OpenDocument const& document, Analysis const& analysis, TextPosition at, Machine const& machine)
      : document_(document), analysis_(analysis), machine_(machine), at_(document.buffer.offset(at)) {
    auto const begin = document.buffer.offset({document.buffer.position(at_).line, 0});
    line_ = {std::string_view(document.buffer.text()).substr(begin, at_ - begin), begin};
  }

  std::vector<Completion> run() {
    auto const start = line_.before.find_first_not_of(" \t*_");
    auto const written = start == std::string_view::npos ? std::string_view() : line_.before.substr(start);
    auto const from = line_.begin + static_cast<std::uint32_t>(start == std::string_view::npos ? line_.before.size() : start);
    if (is_basis(written)) {
      basis(written, from);
    } else if (auto const cited = citation_in(line_.before)) {
      citations(line_.before.substr(*cited), line_.begin + static_cast<std::uint32_t>(*cited), false);
    } else if (in_recipients()) {
      recipients(written, from);
    } else if (is_authority(written)) {
      authorities(written, from);
    } else if (!written.empty() && std::string_view("Căn cứ").starts_with(to_nfc(written))) {
      add("Căn cứ", "Căn cứ ", {}, from, written, kind_keyword);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::string_view basis_word = "căn cứ";

  static bool is_basis(std::string_view written) {
    auto const folded = to_lower(to_nfc(written));
    return folded.starts_with(basis_word) && folded.size() > basis_word.size();
  }

  // Where a citation begins that reaches to the end of the text: a type, with no end of a clause behind it.
  static std::optional<std::size_t> citation_in(std::string_view text) {
    std::optional<std::size_t> out;
    for (auto const type : cited_types)
      if (auto const at = text.rfind(type); at != std::string_view::npos && (!out || at > *out)) out = at;
    if (!out) return std::nullopt;
    auto const rest = text.substr(*out);
    auto const too_long =
        rest.size() > 120 || rest.find_first_of(";:,") != std::string_view::npos || rest.find(" ngày ") != std::string_view::npos;
    return too_long ? std::nullopt : out;
  }

  void add(std::string label, std::string text, std::string detail, std::uint32_t from, std::string_view typed, int kind,
           std::string documentation = {}, char group = '0') {
    auto sort = fmt::format("{}{:02}", group, out_.size());
    out_.push_back({std::move(label), std::move(detail), std::move(documentation), kind, document_.buffer.range({from, at_}),
                    std::move(text), std::move(sort), std::string(typed)});
  }

  void citations(std::string_view typed, std::uint32_t from, bool as_basis) {
    // "số" is in no register.
    std::string query;
    auto const nfc = to_nfc(typed);
    for (auto const word : words(nfc))
      if (auto const text = slice(nfc, word); text != "số") query += fmt::format("{}{}", query.empty() ? "" : " ", text);
    if (auto const slash = nfc.find_last_of("/-"); slash != std::string::npos) {
      // A number that is being written stays in one piece: "30/2020".
      auto const blank = nfc.find_last_of(' ', slash);
      auto const number = nfc.substr(blank == std::string::npos ? 0 : blank + 1);
      query.clear();
      for (auto const word : words(std::string_view(nfc).substr(0, blank == std::string::npos ? 0 : blank)))
        if (auto const text = slice(nfc, word); text != "số") query += fmt::format("{} ", text);
      query += number;
    }
    if (query.empty()) return;
    auto const language = analysis_.language(machine_.language);
    for (auto const& d : machine_.find(document_.path, query, most)) {
      auto const ended = d.expired.year != 0 && !certainly_after(d.expired, day());
      auto const detail =
          ended ? fmt::format("{} {}", say(language, "hết hiệu lực từ", "no longer in force since"), to_string(d.expired)) : d.issuer;
      auto const more = d.replaced_by.empty()
                            ? d.title
                            : fmt::format("{}\n\n{}: {}", d.title, say(language, "thay thế bằng", "replaced by"), d.replaced_by);
      auto const label =
          is_law(d.type) && !d.title.empty() ? fmt::format("{} {}", d.type, d.title) : fmt::format("{} số {}", d.type, d.number);
      add(label, first_mention(d, as_basis) + (as_basis ? ";" : ""), detail, from, typed, kind_reference, more, ended ? '1' : '0');
    }
  }

  void basis(std::string_view written, std::uint32_t from) {
    auto const blank = written.find(' ', written.find(' ') + 1);
    if (blank == std::string_view::npos) return;
    auto const typed = written.substr(blank + 1);
    auto const at = from + static_cast<std::uint32_t>(blank + 1);
    if (!typed.empty()) return citations(typed, at, true);
    for (auto const* word : {"Luật ", "Nghị định số ", "Thông tư số ", "Nghị quyết số ", "Quyết định số ", "Chỉ thị số "})
      add(std::string(trim(word)), word, {}, at, typed, kind_keyword);
  }

  Date day() const {
    auto const* checked = analysis_.checked();
    if (analysis_.policy && analysis_.policy->options.date) return *analysis_.policy->options.date;
    return checked != nullptr && checked->facts.date.year != 0 ? checked->facts.date : machine_.today();
  }

  // Below "Nơi nhận:", with nothing but items between.
  bool in_recipients() const {
    auto const& text = document_.buffer.text();
    for (auto line = document_.buffer.position(at_).line; line-- > 0;) {
      auto const begin = document_.buffer.offset({line, 0});
      auto const whole = trim(std::string_view(text).substr(begin, document_.buffer.offset({line, UINT32_MAX}) - begin));
      auto const key = fold_ascii(whole);
      if (key.find("noi nhan:") != std::string::npos) return true;
      if (!whole.empty() && !whole.starts_with('-') && !whole.starts_with('+')) return false;
    }
    return false;
  }

  void recipients(std::string_view written, std::uint32_t from) {
    auto const* checked = analysis_.checked();
    auto const item = [&](std::string const& text) { add(text, "- " + text, {}, from, written, kind_text); };
    if (checked != nullptr && checked->facts.has(ComponentKind::addressees)) item("Như trên;");
    std::string article;
    if (checked != nullptr)
      for (auto const& node : checked->facts.outline)
        if (node.kind == OutlineKind::article) article = node.label;
    if (!article.empty()) item(fmt::format("Như Điều {};", article));
    for (auto const& unit : units(checked)) item(fmt::format("Lưu: VT, {}.", unit));
    item("Lưu: VT.");
  }

  // The drafting unit: as the document's own symbol has it, then those of the office.
  std::vector<std::string> units(Checked const* checked) const {
    std::vector<std::string> out;
    if (auto const* number = checked != nullptr ? checked->facts.first(ComponentKind::number) : nullptr)
      if (auto const* unit = number->field("unit_code"))
        if (auto const* text = std::get_if<std::string>(&unit->value)) out.push_back(*text);
    if (analysis_.policy)
      for (auto const& unit : analysis_.policy->options.office.units)
        if (std::find(out.begin(), out.end(), unit) == out.end()) out.push_back(unit);
    return out;
  }

  static bool is_authority(std::string_view written) {
    constexpr std::array<std::string_view, 5> prefixes = {"TM.", "KT.", "TL.", "TUQ.", "Q."};
    return written.size() >= 2 && std::any_of(prefixes.begin(), prefixes.end(),
                                              [&](auto prefix) { return prefix.starts_with(written) || written.starts_with(prefix); });
  }

  // By what the issuing body is: who heads it, and in whose name is signed.
  void authorities(std::string_view written, std::uint32_t from) {
    struct Head {
      std::string_view body, on_behalf, head;
    };
    constexpr std::array<Head, 7> heads = {{{"uy ban nhan dan", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"},
                                            {"hoi dong nhan dan", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"},
                                            {"bo ", "", "BỘ TRƯỞNG"},
                                            {"so ", "", "GIÁM ĐỐC"},
                                            {"cuc ", "", "CỤC TRƯỞNG"},
                                            {"phong ", "", "TRƯỞNG PHÒNG"},
                                            {"truong ", "", "HIỆU TRƯỞNG"}}};
    std::string key;
    if (auto const* checked = analysis_.checked())
      if (auto const* issuer = checked->facts.first(ComponentKind::issuer)) key = fold_ascii(slice(checked->document.text, issuer->span));
    if (key.starts_with("ubnd")) key = "uy ban nhan dan";
    auto const known = std::find_if(heads.begin(), heads.end(), [&](Head const& h) { return key.starts_with(h.body); });
    auto const one = [&](std::string const& text) {
      auto const typed = fold_ascii(written);
      if (fold_ascii(text).starts_with(typed)) add(text, text, {}, from, written, kind_keyword);
    };
    for (auto const& h : heads) {
      if (known != heads.end() && &h != &*known) continue;
      if (!h.on_behalf.empty()) one(fmt::format("TM. {}", h.on_behalf));
      for (auto const* prefix : {"KT.", "TL.", "TUQ.", "Q."}) one(fmt::format("{} {}", prefix, h.head));
    }
  }

  OpenDocument const& document_;
  Analysis const& analysis_;
  Machine const& machine_;
  std::uint32_t at_;
  Line line_;
  std::vector<Completion> out_;
};

}  // namespace

std::string first_mention(RegisteredDocument const& d, bool as_basis) {
  if (is_law(d.type) && !d.title.empty()) return fmt::format("{} {}{}", d.type, d.title, as_basis ? long_date(d.issued) : "");
  return fmt::format("{} số {}{}{}{}", d.type, d.number, long_date(d.issued), d.issuer.empty() ? "" : " của " + d.issuer,
                     as_title(d.title));
}

std::vector<Completion> completions_at(OpenDocument const& document, Analysis const& analysis, TextPosition at, Machine const& machine) {
  return Completer(document, analysis, at, machine).run();
}

}  // namespace vanthu::lsp
