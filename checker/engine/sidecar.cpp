#include "engine/sidecar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "engine/pack_file.hpp"
#include "engine/suggest.hpp"
#include "text/unicode.hpp"

namespace vanthu {
namespace {

constexpr std::string_view keys[] = {"code", "reason", "text", "until"};

class SidecarParser {
 public:
  SidecarParser(PackSource const& source, Language language, std::vector<PackError>& errors)
      : source_(source), vietnamese_(language == Language::vi), file_(source, errors) {}

  std::vector<Suppression> parse() {
    auto const toml = parse_toml(source_.text);
    if (auto const* error = std::get_if<TomlError>(&toml)) {
      file_.report(error->place, 1, fmt::format("{}: {}", say("không đúng cú pháp TOML", "not TOML"), error->message));
      return {};
    }
    std::vector<Suppression> out;
    for (auto const& [key, value] : std::get<TomlValue>(toml).entries) {
      if (key.name != "ignore")
        unknown(key, say("tệp này chỉ có các mục [[ignore]]; không có", "this file holds [[ignore]] only; there is no"), {{"ignore"}});
      else if (value.kind != TomlKind::array)
        file_.report(
            key, std::string(say("\"ignore\" viết trong hai ngoặc vuông: [[ignore]]", "\"ignore\" stands in double brackets: [[ignore]]")));
      else
        for (auto const& item : value.items) out.push_back(suppression(key, item));
    }
    return out;
  }

 private:
  std::string_view say(std::string_view vi, std::string_view en) const { return vietnamese_ ? vi : en; }

  void unknown(TomlKey const& key, std::string_view what, std::vector<std::string_view> const& known) {
    auto const best = nearest(key.name, known);
    file_.report(key, fmt::format("{} \"{}\"", what, key.name),
                 best.empty() ? std::string() : fmt::format("{} \"{}\"?", say("có phải", "did you mean"), best));
  }

  Suppression suppression(TomlKey const& key, TomlValue const& table) {
    Suppression out;
    out.origin = SuppressionOrigin::sidecar;
    out.file = source_.name;
    auto const place = table.kind == TomlKind::table && !table.entries.empty() ? table.entries.front().key : key;
    out.line = place.place.line;
    out.column = place.place.column;
    if (table.kind != TomlKind::table) {
      wrong_kind(key, table, say("bảng", "a table"));
      return out;
    }
    for (auto const& [name, value] : table.entries) {
      if (name.name == "code")
        codes(name, value, out.codes);
      else if (name.name == "reason")
        text(name, value, out.reason);
      else if (name.name == "text")
        text(name, value, out.text);
      else if (name.name == "until" && value.kind == TomlKind::date)
        out.until = value.date;
      else if (name.name == "until")
        wrong_kind(name, value, say("ngày, không có ngoặc kép: 2026-12-31", "a date without quotes: 2026-12-31"));
      else
        unknown(name, say("[[ignore]] không có khóa", "[[ignore]] has no key"), {std::begin(keys), std::end(keys)});
    }
    for (auto const needed : {"code", "reason"})
      if (table.find(needed) == nullptr)
        file_.report(place, fmt::format(fmt::runtime(say("[[ignore]] thiếu khóa \"{}\"", "[[ignore]] has no \"{}\"")), needed));
    return out;
  }

  void codes(TomlKey const& key, TomlValue const& value, std::vector<std::string>& into) {
    auto const one = [&](TomlValue const& item) {
      std::string code;
      text(key, item, code);
      if (!code.empty()) into.push_back(std::move(code));
    };
    if (value.kind != TomlKind::array) return one(value);
    for (auto const& item : value.items) one(item);
    if (value.items.empty()) empty(key, value);
  }

  void text(TomlKey const& key, TomlValue const& value, std::string& into) {
    if (value.kind != TomlKind::string) return wrong_kind(key, value, say("chuỗi ký tự", "a string"));
    if (trim(value.string).empty()) return empty(key, value);
    into = value.string;
  }

  void empty(TomlKey const& key, TomlValue const& value) {
    file_.report(value, fmt::format(fmt::runtime(say("\"{}\" trống", "\"{}\" is empty")), key.name));
  }

  void wrong_kind(TomlKey const& key, TomlValue const& value, std::string_view wanted) {
    auto const message = fmt::format(fmt::runtime(say("\"{}\" nhận {}", "\"{}\" takes {}")), key.name, wanted);
    if (value.kind == TomlKind::table)
      file_.report(key, message);
    else
      file_.report(value, message);
  }

  PackSource const& source_;
  bool vietnamese_;
  PackFile file_;
};

}  // namespace

std::vector<Suppression> parse_sidecar(PackSource const& source, Language language, std::vector<PackError>& errors) {
  return SidecarParser(source, language, errors).parse();
}

}  // namespace vanthu
