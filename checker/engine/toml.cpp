// From the TOML library's nodes to the plain tree.
#include "engine/toml.hpp"

// toml++ 3.3 asserts (in release builds: assumes) that a key follows "[" before it reports that none does. Without the assertion the
// report is reached.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

namespace vanthu {
namespace {

TomlPlace place(toml::source_position position) { return {position.line, position.column}; }

bool before(TomlPlace a, TomlPlace b) { return a.line != b.line ? a.line < b.line : a.column < b.column; }

TomlValue convert(toml::node const& node);

std::vector<TomlEntry> convert_entries(toml::table const& table) {
  std::vector<TomlEntry> out;
  out.reserve(table.size());
  for (auto const& [key, value] : table) out.push_back({{std::string(key.str()), place(key.source().begin)}, convert(value)});
  std::sort(out.begin(), out.end(), [](auto const& a, auto const& b) { return before(a.key.place, b.key.place); });
  return out;
}

Date date_of(toml::date date) { return {date.year, date.month, date.day}; }

// The library bounds the depth of nesting.
TomlValue convert(toml::node const& node) {
  TomlValue out;
  out.begin = place(node.source().begin);
  out.end = place(node.source().end);
  switch (node.type()) {
    case toml::node_type::boolean:
      out.kind = TomlKind::boolean;
      out.boolean = node.as_boolean()->get();
      break;
    case toml::node_type::integer:
      out.kind = TomlKind::integer;
      out.integer = node.as_integer()->get();
      break;
    case toml::node_type::string:
      out.kind = TomlKind::string;
      out.string = node.as_string()->get();
      break;
    case toml::node_type::date:
      out.kind = TomlKind::date;
      out.date = date_of(node.as_date()->get());
      break;
    case toml::node_type::array:
      out.kind = TomlKind::array;
      for (auto const& item : *node.as_array()) out.items.push_back(convert(item));
      break;
    case toml::node_type::table:
      out.kind = TomlKind::table;
      out.entries = convert_entries(*node.as_table());
      if (out.begin.line == 0 && !out.entries.empty()) out.begin = out.end = out.entries.front().key.place;
      break;
    case toml::node_type::floating_point: out.kind = TomlKind::floating; break;
    case toml::node_type::time:
    case toml::node_type::date_time:
    case toml::node_type::none: out.kind = TomlKind::time; break;
  }
  return out;
}

// "Error while parsing key-value pair: encountered …" → "encountered …"
std::string short_message(std::string_view description) {
  if (auto const colon = description.find(": "); description.starts_with("Error while") && colon != std::string_view::npos)
    description.remove_prefix(colon + 2);
  return std::string(description);
}

// Each dot of a key is a table inside a table, and tables are walked recursively.
std::optional<TomlPlace> too_deep(std::string_view text) {
  constexpr int max_dots = 1000;
  TomlPlace at;
  int dots = 0;
  for (char const c : text) {
    if (c == '.' && ++dots > max_dots) return at;
    if (c == '\n') {
      dots = 0;
      ++at.line;
    }
  }
  return std::nullopt;
}

// What stands between quotation marks or behind "#" and starts at `at`: the place after it. `at` itself when nothing of it starts there.
// An end that is missing is for the parser to tell.
std::size_t skip_quoted(std::string_view text, std::size_t at) {
  auto const rest = text.substr(at);
  if (rest.starts_with('#')) return std::min(text.find('\n', at), text.size());
  for (std::string_view const mark : {R"(""")", "'''", "\"", "'"}) {
    if (!rest.starts_with(mark)) continue;
    bool const one_line = mark.size() == 1;
    for (at += mark.size(); at < text.size(); ++at) {
      if (text[at] == '\\' && mark[0] == '"')
        ++at;
      else if (text.substr(at).starts_with(mark))
        return at + mark.size();
      else if (one_line && text[at] == '\n')
        return at;
    }
    return text.size();
  }
  return at;
}

// Letters beyond ASCII stand in quotation marks and comments only. The library must not see them elsewhere: some send it astray.
std::optional<TomlPlace> bare_letter(std::string_view text) {
  TomlPlace at;
  for (std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < text.size();) {
    auto const next = skip_quoted(text, i);
    if (next == i && static_cast<unsigned char>(text[i]) >= 0x80) return at;
    for (auto const end = next == i ? i + 1 : next; i < end; ++i) {
      if (text[i] == '\n')
        at = {at.line + 1, 1};
      else
        at.column += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(TomlKind kind, Language language) {
  auto const say = [&](std::string_view vi, std::string_view en) { return language == Language::vi ? vi : en; };
  switch (kind) {
    case TomlKind::boolean: return say("giá trị true/false", "a boolean");
    case TomlKind::integer: return say("số nguyên", "an integer");
    case TomlKind::floating: return say("số lẻ", "a number with a fraction");
    case TomlKind::string: return say("chuỗi ký tự", "a string");
    case TomlKind::date: return say("ngày", "a date");
    case TomlKind::time: return say("giờ", "a time");
    case TomlKind::array: return say("mảng", "an array");
    case TomlKind::table: return say("bảng", "a table");
  }
  return {};
}

TomlValue const* TomlValue::find(std::string_view key) const {
  for (auto const& entry : entries)
    if (entry.key.name == key) return &entry.value;
  return nullptr;
}

std::variant<TomlValue, TomlError> parse_toml(std::string_view text) {
  if (auto const place = too_deep(text)) return TomlError{*place, "a line with so many dots is no TOML that a person wrote"};
  if (auto const place = bare_letter(text))
    return TomlError{*place, "a letter that is not ASCII stands outside of quotation marks: a key with such letters is quoted too"};
  auto const result = toml::parse(text);
  if (!result) return TomlError{place(result.error().source().begin), short_message(result.error().description())};
  return convert(result.table());
}

}  // namespace vanthu
