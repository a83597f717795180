// TOML → ConfigFile: every key by the table in keys.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "config/config.hpp"
#include "config/config_file.hpp"
#include "config/paths.hpp"
#include "engine/pack_file.hpp"
#include "engine/suggest.hpp"
#include "text/glob.hpp"
#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

struct KindWords {
  std::string_view vi, en;
};

KindWords words_of(TomlKind kind) {
  switch (kind) {
    case TomlKind::boolean: return {"giá trị true/false", "a boolean"};
    case TomlKind::integer: return {"số nguyên", "an integer"};
    case TomlKind::floating: return {"số lẻ", "a number with a fraction"};
    case TomlKind::string: return {"chuỗi ký tự", "a string"};
    case TomlKind::date: return {"ngày", "a date"};
    case TomlKind::time: return {"giờ", "a time"};
    case TomlKind::array: return {"mảng", "an array"};
    case TomlKind::table: return {"bảng", "a table"};
  }
  return {};
}

class Parser {
 public:
  Parser(ConfigFile& out, Language language, std::vector<PackError>& errors) : out_(out), words_{language}, file_(out.source, errors) {}

  void parse() {
    auto toml = parse_toml(out_.source.text);
    if (auto const* error = std::get_if<TomlError>(&toml)) {
      file_.report(error->place, 1, fmt::format("{}: {}", say("không đúng cú pháp TOML", "not TOML"), error->message));
      return;
    }
    auto const& root = std::get<TomlValue>(toml);
    for (auto const& [key, value] : root.entries) {
      if (key.name == "check")
        out_.check = table(ConfigSection::check, key, value);
      else if (key.name == "packs")
        out_.packs = table(ConfigSection::packs, key, value);
      else if (key.name == "issuer")
        out_.issuer = table(ConfigSection::issuer, key, value);
      else if (key.name == "rules")
        out_.top.rules = rules(key, value);
      else if (key.name == "overrides")
        out_.overrides = tables(ConfigSection::override_table, key, value);
      else if (key.name == "ignore")
        out_.ignores = tables(ConfigSection::ignore, key, value);
      else
        setting(ConfigSection::top, key, value, out_.top, {"check", "packs", "rules", "overrides", "ignore", "issuer"});
    }
  }

 private:
  std::string_view say(std::string_view vi, std::string_view en) const { return words_.say(vi, en); }

  ConfigTable table(ConfigSection section, TomlKey const& key, TomlValue const& value) {
    ConfigTable out{key.place, {}, {}};
    if (!is(key, value, TomlKind::table)) return out;
    if (!value.entries.empty()) out.place = value.entries.front().key.place;
    if (section == ConfigSection::override_table) check_scope(key, value);
    for (auto const& [inner, given] : value.entries) {
      if (section == ConfigSection::override_table && inner.name == "rules")
        out.rules = rules(inner, given);
      else
        setting(section, inner, given, out,
                section == ConfigSection::override_table ? std::vector<std::string_view>{"rules"} : std::vector<std::string_view>{});
    }
    for (auto const& def : config_keys())
      if (def.section == section && def.required && value.find(def.name) == nullptr)
        file_.report(value.entries.empty() ? key : value.entries.front().key,
                     fmt::format(fmt::runtime(say("{} thiếu khóa \"{}\" ({})", "{} has no \"{}\" ({})")), title(section), def.name,
                                 say(def.doc_vi, def.doc_en)));
    return out;
  }

  std::vector<ConfigTable> tables(ConfigSection section, TomlKey const& key, TomlValue const& value) {
    std::vector<ConfigTable> out;
    if (value.kind != TomlKind::array) {
      file_.report(key, fmt::format(fmt::runtime(say("\"{}\" viết trong hai ngoặc vuông", "\"{}\" stands in double brackets")), key.name),
                   title(section));
      return out;
    }
    for (auto const& item : value.items) out.push_back(table(section, key, item));
    return out;
  }

  // Codes and fields are judged where the rules are known.
  std::vector<RuleTable> rules(TomlKey const& key, TomlValue const& value) {
    std::vector<RuleTable> out;
    if (!is(key, value, TomlKind::table)) return out;
    for (auto const& [code, fields] : value.entries)
      if (is(code, fields, TomlKind::table)) out.push_back({code, fields});
    return out;
  }

  void setting(ConfigSection section, TomlKey const& key, TomlValue const& value, ConfigTable& into, std::vector<std::string_view> known) {
    auto const* def = config_key(section, key.name);
    if (def == nullptr) {
      for (auto const& other : config_keys())
        if (other.section == section) known.push_back(other.name);
      auto hint = words_.suggest(key.name, known);
      if (hint.empty() || section == ConfigSection::top)
        if (auto const elsewhere = section_with(key.name); !elsewhere.empty() && nearest(key.name, known).empty())
          hint = fmt::format(fmt::runtime(say("\"{}\" thuộc về {}", "\"{}\" belongs in {}")), key.name, elsewhere);
      file_.report(key, fmt::format(fmt::runtime(say("{} không có khóa \"{}\"", "{} has no key \"{}\"")), title(section), key.name), hint);
      return;
    }
    if (fits(*def, key, value)) into.settings.push_back({def, key, value});
  }

  // "[check]" for "select" at the top of the file.
  std::string section_with(std::string_view name) const {
    for (auto const& def : config_keys())
      if (def.name == name && def.section != ConfigSection::rule) return title(def.section);
    return {};
  }

  std::string title(ConfigSection section) const {
    auto const& def = config_section(section);
    if (section == ConfigSection::top) return std::string(say("tệp", "the file"));
    return fmt::format(fmt::runtime(def.array ? "[[{}]]" : "[{}]"), def.name);
  }

  void check_scope(TomlKey const& key, TomlValue const& value) {
    if (value.find("paths") != nullptr || value.find("types") != nullptr) return;
    file_.report(
        value.entries.empty() ? key : value.entries.front().key,
        std::string(say("[[overrides]] không nói cho đường dẫn hay loại văn bản nào", "[[overrides]] names neither paths nor types")),
        std::string(say("ghi \"paths\", \"types\" hoặc cả hai; cho mọi văn bản thì ghi ở [check], [rules.CODE]",
                        "give \"paths\", \"types\" or both; what holds for all documents stands in [check], [rules.CODE]")));
  }

  // --- Values ---

  bool fits(ConfigKey const& def, TomlKey const& key, TomlValue const& value) {
    switch (def.shape) {
      case ConfigShape::text:
      case ConfigShape::file: return is(key, value, TomlKind::string) && not_empty(key, value);
      case ConfigShape::choice: return is(key, value, TomlKind::string) && one_of(def, value);
      case ConfigShape::date: return is(key, value, TomlKind::date);
      case ConfigShape::texts:
      case ConfigShape::codes:
      case ConfigShape::types:
      case ConfigShape::globs:
      case ConfigShape::files:
        if (!is(key, value, TomlKind::array)) return false;
        break;
      case ConfigShape::any_code:
      case ConfigShape::any_glob:
        if (value.kind != TomlKind::string && !is(key, value, TomlKind::array)) return false;
        break;
    }
    if (value.kind == TomlKind::string) return item(def, key, value);
    bool right = true;
    for (auto const& one : value.items) right = is(key, one, TomlKind::string) && item(def, key, one) && right;
    bool const may_be_empty = !def.fallback.empty() || def.shape == ConfigShape::codes;
    if (value.items.empty() && !may_be_empty) {
      file_.report(value, fmt::format(fmt::runtime(say("\"{}\" trống", "\"{}\" is empty")), key.name));
      return false;
    }
    return right;
  }

  bool item(ConfigKey const& def, TomlKey const& key, TomlValue const& value) {
    if (!not_empty(key, value)) return false;
    if (def.shape == ConfigShape::types) return type(value);
    if (def.shape == ConfigShape::globs || def.shape == ConfigShape::any_glob) return glob(value);
    return true;
  }

  bool is(TomlKey const& key, TomlValue const& value, TomlKind kind) {
    if (value.kind == kind) return true;
    auto const wanted = words_of(kind), given = words_of(value.kind);
    auto const message = fmt::format(fmt::runtime(say("\"{}\" nhận {}; đây là {}", "\"{}\" takes {}; this is {}")), key.name,
                                     say(wanted.vi, wanted.en), say(given.vi, given.en));
    std::string hint;
    if (kind == TomlKind::array && value.kind == TomlKind::string) hint = fmt::format("{} = [\"{}\"]", key.name, value.string);
    if (kind == TomlKind::date && value.kind == TomlKind::string && parse_iso_date(value.string))
      hint = fmt::format("{} = {}", key.name, value.string);
    if (value.kind == TomlKind::table)
      file_.report(key, message, hint);
    else
      file_.report(value, message, hint);
    return false;
  }

  bool not_empty(TomlKey const& key, TomlValue const& value) {
    if (!trim(value.string).empty()) return true;
    file_.report(value, fmt::format(fmt::runtime(say("\"{}\" trống", "\"{}\" is empty")), key.name));
    return false;
  }

  bool one_of(ConfigKey const& def, TomlValue const& value) {
    if (std::find(def.choices.begin(), def.choices.end(), value.string) != def.choices.end()) return true;
    file_.report(value,
                 fmt::format(fmt::runtime(say("\"{}\" không có giá trị \"{}\"", "\"{}\" has no value \"{}\"")), def.name, value.string),
                 words_.suggest(value.string, {def.choices.begin(), def.choices.end()}));
    return false;
  }

  bool type(TomlValue const& value) {
    std::vector<std::string_view> known;
    for (auto const& type : doc_types()) known.push_back(type.slug);
    known.emplace_back("unknown");
    if (std::find(known.begin(), known.end(), value.string) != known.end()) return true;
    std::string hint;
    for (auto const& type : doc_types())
      if (fold(type.name) == fold(value.string)) hint = fmt::format(fmt::runtime(say("viết là \"{}\"", "written \"{}\"")), type.slug);
    file_.report(value, fmt::format(fmt::runtime(say("không có loại văn bản \"{}\"", "there is no document type \"{}\"")), value.string),
                 hint.empty() ? words_.suggest(value.string, known) : hint);
    return false;
  }

  bool glob(TomlValue const& value) {
    auto const problem = glob_problem(value.string);
    if (!problem) return true;
    file_.report(value, TextProblem{problem->span, std::string(words_of(problem->fault, words_.language)), {}});
    return false;
  }

  ConfigFile& out_;
  ConfigWords words_;
  PackFile file_;
};

}  // namespace

ConfigSetting const* ConfigTable::find(std::string_view name) const {
  for (auto const& setting : settings)
    if (setting.def->name == name) return &setting;
  return nullptr;
}

std::string ConfigWords::suggest(std::string_view name, std::vector<std::string_view> const& known) const {
  constexpr std::size_t listed = 16;
  if (auto const best = nearest(name, known); !best.empty())
    return fmt::format(fmt::runtime(say("có phải là \"{}\"?", "did you mean \"{}\"?")), best);
  if (known.empty() || known.size() > listed) return {};
  return fmt::format("{}: {}", say("có", "there are"), fmt::join(known, ", "));
}

std::shared_ptr<ConfigFile const> parse_config(PackSource source, std::string path, Language language, std::vector<PackError>& errors) {
  auto out = std::make_shared<ConfigFile>();
  out->source = std::move(source);
  out->folder = parent_of(path);
  out->path = std::move(path);
  Parser(*out, language, errors).parse();
  return out;
}

std::vector<std::string_view> strings_of(TomlValue const& value) {
  if (value.kind == TomlKind::string) return {value.string};
  std::vector<std::string_view> out;
  for (auto const& item : value.items) out.push_back(item.string);
  return out;
}

}  // namespace vanthu
