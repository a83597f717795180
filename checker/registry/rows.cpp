#include "registry/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "grammar/citation.hpp"
#include "registry/csv.hpp"
#include "registry/keys.hpp"
#include "text/unicode.hpp"

namespace vanthu::registry {
namespace {

struct Column {
  std::string_view name;
  std::vector<std::string_view> also;  // as words_key() makes them
  bool required = false;
};

std::optional<Date> parse_day(std::string_view text) {
  if (auto const iso = parse_iso_date(text)) return iso;
  Date date;
  int* const parts[] = {&date.day, &date.month, &date.year};
  std::size_t part = 0;
  for (char const c : text) {
    if (c == '/' && part < 2 && *parts[part] != 0) {
      ++part;
    } else if (c >= '0' && c <= '9' && *parts[part] < 1000) {
      *parts[part] = *parts[part] * 10 + (c - '0');
    } else {
      return std::nullopt;
    }
  }
  return part == 2 && date.year >= 1900 && date.complete() && is_valid(date) ? std::optional(date) : std::nullopt;
}

// One CSV with the columns that are known of it.
class Table {
 public:
  Table(std::string_view csv, std::span<Column const> columns) {
    auto parsed = parse_csv(csv);
    if (auto const* error = std::get_if<CsvError>(&parsed)) {
      if (error->unclosed)
        problem(error->line, "dấu ngoặc kép mở ở đây không được đóng", "the quotation mark opened here is never closed");
      else
        problem(error->line, "sau dấu ngoặc kép đóng có chữ", "something stands behind a closing quotation mark");
      return;
    }
    records_ = std::get<std::vector<CsvRecord>>(std::move(parsed));
    if (records_.empty()) {
      problem(1, "tệp trống", "the file is empty");
      return;
    }
    find(columns, records_.front());
    records_.erase(records_.begin());
    if (!problems_.empty()) records_.clear();  // without the columns nothing can be said of the rows
  }

  std::vector<CsvRecord> const& records() const { return records_; }
  std::vector<RowProblem>& problems() { return problems_; }

  void problem(std::uint32_t line, std::string vi, std::string en) { problems_.push_back({line, std::move(vi), std::move(en)}); }

  std::string_view text(CsvRecord const& record, std::string_view column) const {
    auto const at = columns_.find(column);
    return at == columns_.end() || at->second >= record.fields.size() ? std::string_view() : trim(record.fields[at->second]);
  }

  Date day(CsvRecord const& record, std::string_view column) {
    auto const given = text(record, column);
    if (given.empty()) return {};
    if (auto const date = parse_day(given)) return *date;
    problem(record.line, fmt::format("{}: \"{}\" không phải một ngày; viết như 2024-03-05 hoặc 5/3/2024", column, given),
            fmt::format("{}: \"{}\" is not a date; written like 2024-03-05 or 5/3/2024", column, given));
    return {};
  }

  // False for a row whose fields are more than the columns.
  bool fits(CsvRecord const& record) {
    if (record.fields.size() <= width_) return true;
    problem(record.line, fmt::format("{} ô, nhiều hơn {} cột của dòng đầu", record.fields.size(), width_),
            fmt::format("{} fields, more than the {} columns of the first line", record.fields.size(), width_));
    return false;
  }

 private:
  void find(std::span<Column const> columns, CsvRecord const& header) {
    width_ = header.fields.size();
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
      auto const given = words_key(header.fields[i]);
      auto const known = std::find_if(columns.begin(), columns.end(), [&](Column const& c) {
        return words_key(c.name) == given || std::find(c.also.begin(), c.also.end(), given) != c.also.end();
      });
      if (known == columns.end())
        problem(header.line, fmt::format("không có cột \"{}\"", trim(header.fields[i])),
                fmt::format("there is no column \"{}\"", trim(header.fields[i])));
      else if (!columns_.emplace(known->name, i).second)
        problem(header.line, fmt::format("cột \"{}\" có hai lần", known->name), fmt::format("column \"{}\" stands twice", known->name));
    }
    for (auto const& column : columns)
      if (column.required && !columns_.contains(column.name))
        problem(header.line, fmt::format("thiếu cột \"{}\"", column.name), fmt::format("column \"{}\" is missing", column.name));
  }

  std::map<std::string_view, std::size_t> columns_;
  std::size_t width_ = 0;
  std::vector<CsvRecord> records_;
  std::vector<RowProblem> problems_;
};

template <class Row>
Rows<Row> result(Table& table, std::vector<Row> rows) {
  if (table.problems().empty()) return rows;
  auto& problems = table.problems();
  std::stable_sort(problems.begin(), problems.end(), [](auto const& a, auto const& b) { return a.line < b.line; });
  return std::move(problems);
}

// "kế hoạch" → "Kế hoạch"; empty when it is no type of document.
std::string type_named(std::string_view given) {
  auto const match = grammar::match_type(given, 0);
  if (match && match->span.end == given.size() && !match->generic) return std::string(match->type);
  return {};
}

Confidence confidence_named(std::string_view given) {
  if (given == "low") return Confidence::low;
  return given == "medium" ? Confidence::medium : Confidence::high;  // an office knows its own documents
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void judge_order(Table& table, CsvRecord const& record, RegisteredDocument const& row) {
  for (auto const& [name, date] : {std::pair("effective", row.effective), std::pair("expired", row.expired)})
    if (row.issued.complete() && date.complete() && certainly_after(row.issued, date))
      table.problem(record.line, fmt::format("{} ({}) trước ngày ban hành ({})", name, to_string(date), to_string(row.issued)),
                    fmt::format("{} ({}) is before the day of issue ({})", name, to_string(date), to_string(row.issued)));
}

}  // namespace

Rows<RegisteredDocument> document_rows(std::string_view csv) {
  static Column const columns[] = {
      {"number", {"so ky hieu", "so va ky hieu", "so hieu"}, true},
      {"type", {"loai", "loai van ban", "ten loai", "ten loai van ban"}, true},
      {"issuer", {"co quan ban hanh", "noi ban hanh"}},
      {"issued", {"ngay ban hanh", "thoi gian ban hanh"}},
      {"also_dated", {}},
      {"effective", {"ngay co hieu luc", "co hieu luc tu", "hieu luc tu"}},
      {"expired", {"ngay het hieu luc", "het hieu luc tu"}},
      {"replaced_by", {"thay the bang", "van ban thay the", "duoc thay the bang"}},
      {"title", {"trich yeu", "trich yeu noi dung", "ten goi"}},
      {"confidence", {}},
      {"codified", {}},
      {"sources", {}},
  };
  Table table(csv, columns);
  std::vector<RegisteredDocument> rows;
  std::map<std::string, std::uint32_t> seen;
  for (auto const& record : table.records()) {
    if (!table.fits(record)) continue;
    RegisteredDocument row;
    row.number = to_nfc(table.text(record, "number"));
    if (row.number.empty() || !has_digit(row.number))
      table.problem(record.line, fmt::format("\"{}\" không phải số, ký hiệu của văn bản", row.number),
                    fmt::format("\"{}\" is not the number of a document", row.number));
    auto const type = to_nfc(table.text(record, "type"));
    row.type = type_named(type);
    if (row.type.empty())
      table.problem(record.line, fmt::format("không có loại văn bản \"{}\"", type),
                    fmt::format("there is no type of document \"{}\"", type));
    row.issuer = to_nfc(table.text(record, "issuer"));
    row.title = to_nfc(table.text(record, "title"));
    row.replaced_by = to_nfc(table.text(record, "replaced_by"));
    row.sources = table.text(record, "sources");
    row.confidence = confidence_named(table.text(record, "confidence"));
    row.issued = table.day(record, "issued");
    row.also_dated = table.day(record, "also_dated");
    row.effective = table.day(record, "effective");
    row.expired = table.day(record, "expired");
    if (auto const month = table.text(record, "codified"); !month.empty())
      row.codified = parse_iso_date(std::string(month) + "-00").value_or(Date{});
    judge_order(table, record, row);
    auto const key = row.type + "|" + number_key(row.number) + "|" + to_string(row.issued) + "|" + words_key(row.issuer);
    if (auto const [at, fresh] = seen.emplace(key, record.line); !fresh)
      table.problem(record.line, fmt::format("{} {} đã có ở dòng {}", row.type, row.number, at->second),
                    fmt::format("{} {} stands in line {} already", row.type, row.number, at->second));
    rows.push_back(std::move(row));
  }
  return result(table, std::move(rows));
}

Rows<AmendmentRow> amendment_rows(std::string_view csv) {
  static Column const columns[] = {{"amended", {}, true}, {"by", {}, true}, {"issued", {}},
                                   {"effective", {}},     {"action", {}},   {"scope", {}}};
  Table table(csv, columns);
  std::vector<AmendmentRow> rows;
  for (auto const& record : table.records()) {
    // "Nghị định 34/2016/NĐ-CP": the number is the last word.
    auto const amended = table.text(record, "amended");
    rows.push_back({std::string(amended.substr(amended.rfind(' ') == std::string_view::npos ? 0 : amended.rfind(' ') + 1)),
                    {std::string(table.text(record, "by")), table.day(record, "issued"), table.day(record, "effective")}});
  }
  return result(table, std::move(rows));
}

Rows<RegisteredBody> body_rows(std::string_view csv) {
  static Column const columns[] = {{"name", {}, true}, {"code", {}},      {"kind", {}},      {"since", {}},
                                   {"until", {}},      {"successor", {}}, {"confidence", {}}};
  Table table(csv, columns);
  std::vector<RegisteredBody> rows;
  for (auto const& record : table.records())
    rows.push_back({std::string(table.text(record, "name")), std::string(table.text(record, "code")),
                    std::string(table.text(record, "kind")), table.day(record, "since"), table.day(record, "until"),
                    std::string(table.text(record, "successor"))});
  return result(table, std::move(rows));
}

}  // namespace vanthu::registry
