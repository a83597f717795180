#include "registry/csv.hpp"

#include <algorithm>

namespace vanthu::registry {
namespace {

char separator_of(std::string_view text) {
  auto const first = text.substr(0, text.find('\n'));
  auto best = ',';
  for (char const c : {';', '\t'})
    if (std::count(first.begin(), first.end(), c) > std::count(first.begin(), first.end(), best)) best = c;
  return best;
}

}  // namespace

std::variant<std::vector<CsvRecord>, CsvError> parse_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto const separator = separator_of(text);
  std::vector<CsvRecord> out;
  std::uint32_t line = 1;
  for (std::size_t at = 0; at < text.size();) {
    CsvRecord record{line, {}};
    for (bool more = true; more;) {
      std::string field;
      if (at < text.size() && text[at] == '"') {
        auto const opened = line;
        for (++at;; ++at) {
          if (at >= text.size()) return CsvError{opened, true};
          if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')) break;
          if (text[at] == '"') ++at;
          if (text[at] == '\n') ++line;
          field += text[at];
        }
        ++at;
      } else {
        auto const end = std::min(text.find_first_of(std::string{separator, '\n'}, at), text.size());
        field = text.substr(at, end - at);
        if (field.ends_with('\r')) field.pop_back();
        at = end;
      }
      record.fields.push_back(std::move(field));
      if (at < text.size() && text[at] == '\r') ++at;
      if (at < text.size() && text[at] != separator && text[at] != '\n') return CsvError{line, false};
      more = at < text.size() && text[at] == separator;
      if (at < text.size()) ++at;
    }
    ++line;
    if (record.fields.size() > 1 || !record.fields[0].empty()) out.push_back(std::move(record));
  }
  return out;
}

std::string csv_line(std::vector<std::string_view> const& fields) {
  std::string out;
  for (auto const& field : fields) {
    if (&field != fields.data()) out += ',';
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
      out += field;
      continue;
    }
    out += '"';
    for (char const c : field) out.append(c == '"' ? 2 : 1, c);
    out += '"';
  }
  return out + "\n";
}

}  // namespace vanthu::registry
