#include "conformance/invariants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "vanthu/schema.hpp"

namespace vanthu::test {
namespace {

class Inspection {
 public:
  explicit Inspection(Checked const& checked) : document_(checked.document), facts_(checked.facts), diagnostics_(checked.diagnostics) {}

  std::vector<std::string> run() {
    blocks();
    diagnostics();
    components();
    citations();
    outline();
    references();
    if (document_.layout) layout(*document_.layout);
    for (auto const& date : facts_.dates) inside(date.span, "a date");
    in_order(facts_.dates, "dates");
    for (auto const& anomaly : document_.anomalies) inside(anomaly.span, "an anomaly");
    in_order(document_.anomalies, "anomalies");
    return std::move(broken_);
  }

 private:
  template <class... Args>
  void expect(bool holds, fmt::format_string<Args...> words, Args&&... args) {
    if (!holds) broken_.push_back(fmt::format(words, std::forward<Args>(args)...));
  }

  // The span covers whole letters of the text, and has a place in the file.
  void inside(Span span, std::string_view what) {
    auto const& text = document_.text;
    expect(span.begin <= span.end && span.end <= text.size(), "{}: {}-{} in a text of {} bytes", what, span.begin, span.end, text.size());
    if (span.begin > span.end || span.end > text.size()) return;
    expect(is_border(text, span.begin) && is_border(text, span.end), "{}: {}-{} cuts a letter", what, span.begin, span.end);
    auto const source = document_.map.to_source(span);
    auto const size = document_.source.size();
    expect(source.begin <= source.end && source.end <= size, "{}: {}-{} in a file of {} bytes", what, source.begin, source.end, size);
    if (source.begin > source.end || source.end > size) return;
    if (document_.encoding == Encoding::utf8 || document_.encoding == Encoding::utf8_bom)
      expect(is_border(document_.source, source.begin) && is_border(document_.source, source.end), "{}: {}-{} cuts a letter of the file",
             what, source.begin, source.end);
    place(source.begin, what);
    place(source.end, what);
  }

  void place(std::uint32_t offset, std::string_view what) {
    auto const at = document_.position(offset);
    auto const& starts = document_.line_starts;
    expect(at.offset == offset, "{}: position {} of offset {}", what, at.offset, offset);
    expect(at.line >= 1 && at.line <= starts.size(), "{}: line {} of {}", what, at.line, starts.size());
    if (at.line < 1 || at.line > starts.size()) return;
    expect(starts[at.line - 1] <= offset && (at.line == starts.size() || offset < starts[at.line]), "{}: offset {} is not on line {}", what,
           offset, at.line);
    expect(at.column >= 1 && at.column - 1 <= offset - starts[at.line - 1], "{}: column {} is beyond line {}", what, at.column, at.line);
  }

  void blocks() {
    expect(!document_.blocks.empty(), "no block");
    std::uint32_t at = 0;
    for (auto const& block : document_.blocks) {
      expect(block.span.begin == at, "a block begins at {} instead of {}", block.span.begin, at);
      inside(block.span, "a block");
      expect(block.row <= block.last_row, "a block ends above its beginning");
      at = block.span.end + 1;
      if (at > document_.text.size()) break;
      expect(document_.text[at - 1] == '\n', "no line end behind the block that ends at {}", block.span.end);
    }
    expect(at == document_.text.size(), "text behind the last block");
    expect(is_utf8(document_.text), "text that is no UTF-8");
  }

  void layout(Layout const& layout) {
    expect(layout.blocks.size() == document_.blocks.size(), "{} layouts of {} blocks", layout.blocks.size(), document_.blocks.size());
    std::uint32_t at = 0;
    for (auto const& [span, format] : layout.runs) {
      expect(span.begin == at && span.end > at, "a run of one format: {}-{} behind {}", span.begin, span.end, at);
      expect(format < layout.formats.size(), "format {} of {}", format, layout.formats.size());
      inside(span, "a run of one format");
      at = span.end;
    }
    expect(at == document_.text.size(), "runs of formats end at {}", at);
    expect(!layout.sections.empty(), "no section");
    for (auto const& block : layout.blocks) expect(block.section < layout.sections.size(), "section {}", block.section);
    expect(std::is_sorted(layout.sections.begin(), layout.sections.end(),
                          [](Section const& a, Section const& b) { return a.first_block < b.first_block; }),
           "sections out of order");
    for (auto const& line : layout.rule_lines) expect(line.block < layout.blocks.size(), "a line below block {}", line.block);
  }

  void diagnostics() {
    for (auto const& d : diagnostics_) {
      inside(d.span, d.code);
      if (d.outside_text) {
        auto const& [begin, end] = *d.outside_text;
        expect(begin <= end && end <= document_.source.size(), "{}: {}-{} in a file of {} bytes", d.code, begin, end,
               document_.source.size());
        place(begin, d.code);
        place(end, d.code);
      }
      expect(!d.message.empty() && is_utf8(d.message), "{}: message \"{}\"", d.code, d.message);
      for (auto const& related : d.related) inside(related.span, d.code + ", related");
      for (auto const& fix : d.fixes) {
        std::uint32_t end = 0;
        for (auto const& edit : fix.edits) {
          inside(edit.span, d.code + ", edit");
          expect(edit.span.begin >= end, "{}: edits overlap at {}", d.code, edit.span.begin);
          end = edit.span.end;
          expect(is_utf8(edit.text), "{}: an edit that is no UTF-8", d.code);
        }
        expect(!fix.edits.empty(), "{}: a fix that does nothing", d.code);
      }
    }
    auto const key = [](Diagnostic const& d) { return std::tuple(d.span.begin, std::string_view(d.code)); };
    expect(std::is_sorted(diagnostics_.begin(), diagnostics_.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); }),
           "findings out of order");
  }

  void components() {
    for (auto const& c : facts_.components) {
      auto const kind = to_string(c.kind);
      inside(c.span, kind);
      for (auto const& field : c.fields) {
        auto const what = fmt::format("{}.{}", kind, field.name);
        auto const defs = component_fields(c.kind);
        auto const def = std::find_if(defs.begin(), defs.end(), [&](FieldDef const& f) { return f.name == field.name; });
        expect(def != defs.end(), "{} is not in the schema", what);
        if (def != defs.end()) expect(fits(field.value, def->type), "{} is no {}", what, to_string(def->type));
        inside(field.span, what);
        for (auto const item : field.items) inside(item, what);
      }
    }
    in_order(facts_.components, "components");
  }

  static bool fits(Value const& value, ValueType type) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    switch (type) {
      case ValueType::boolean: return std::holds_alternative<bool>(value);
      case ValueType::integer: return std::holds_alternative<std::int64_t>(value);
      case ValueType::string: return std::holds_alternative<std::string>(value) && is_utf8(std::get<std::string>(value));
      case ValueType::date: return std::holds_alternative<Date>(value);
      case ValueType::list: return std::holds_alternative<std::vector<std::string>>(value);
    }
    return false;
  }

  void citations() {
    auto const names = citation_defects();
    for (auto const& c : facts_.citations) {
      inside(c.span, "a citation");
      expect(!c.span.empty(), "an empty citation");
      for (auto const part : {c.type_span, c.identifier_span, c.symbol_span, c.date_span, c.issuer_span, c.title_span})
        inside(part, "a part of a citation");
      for (auto const& defect : c.defects)
        expect(std::any_of(names.begin(), names.end(), [&](FieldDef const& f) { return f.name == defect; }), "unknown defect {}", defect);
    }
    in_order(facts_.citations, "citations");
  }

  void outline() {
    auto index = 0;
    for (auto const& node : facts_.outline) {
      inside(node.span, "a division");
      inside(node.label_span, "a label");
      inside(node.title_span, "a title");
      expect(node.parent >= -1 && node.parent < index, "division {} lies in division {}", index, node.parent);
      ++index;
    }
    in_order(facts_.outline, "divisions");
  }

  void references() {
    auto const division = [&](int index) { return index >= -1 && index < static_cast<int>(facts_.outline.size()); };
    for (auto const& r : facts_.references) {
      inside(r.span, "a reference");
      expect(!r.path.empty(), "a reference to nothing");
      for (auto const& step : r.path) {
        inside(step.span, "a step of a reference");
        expect(division(step.target), "a step leads to division {}", step.target);
      }
      expect((r.status == ReferenceStatus::missing) == (r.missing >= 0), "a reference that is missing at {}", r.missing);
      expect(r.missing < static_cast<int>(r.path.size()) && division(r.last), "a reference missing at {} behind {}", r.missing, r.last);
    }
    in_order(facts_.references, "references");
  }

  template <class T>
  void in_order(std::vector<T> const& things, std::string_view what) {
    expect(std::is_sorted(things.begin(), things.end(), [](T const& a, T const& b) { return a.span.begin < b.span.begin; }),
           "{} out of order", what);
  }

  static bool is_border(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  }

  // Whole letters only: as many continuation bytes as each first byte asks for.
  static bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      auto const first = static_cast<unsigned char>(text[i++]);
      if (first >= 0x80 && (first < 0xC2 || first > 0xF4)) return false;
      for (auto more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3; more > 0; --more)
        if (i == text.size() || is_border(text, i++)) return false;
    }
    return true;
  }

  Document const& document_;
  Facts const& facts_;
  std::vector<Diagnostic> const& diagnostics_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_invariants(Checked const& checked) { return Inspection(checked).run(); }

}  // namespace vanthu::test
