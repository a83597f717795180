// Packs: header, lists, tables, sources, then the rules.
#include "engine/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/blob.hpp"
#include "engine/load_rule.hpp"
#include "engine/override.hpp"
#include "engine/pack_file.hpp"
#include "engine/pack_keys.hpp"
#include "engine/suggest.hpp"

namespace vanthu {
namespace {

struct Parsed {
  PackFile file;
  TomlValue table;
  std::string_view name;  // of the pack; empty when it has none
  bool own = false;       // stands beside the packs that ship: its rules have codes of the user's group
};

constexpr std::string_view own_group = "CH";

// Where a name was first given: a second time is an error that points there.
class Names {
 public:
  static std::string_view noun(std::string_view kind, Say const& say) {
    if (say.language == Language::en) return kind;
    constexpr std::pair<std::string_view, std::string_view> words[] = {{"pack", "gói"},     {"list", "danh sách"}, {"table", "bảng"},
                                                                       {"source", "nguồn"}, {"rule", "quy tắc"},   {"name", "tên"}};
    for (auto const& [en, vi] : words)
      if (en == kind) return vi;
    return kind;
  }

  // False, and reported, when the name is taken.
  bool take(PackFile& file, std::string_view kind, std::string const& name, TomlPlace place, std::uint32_t length) {
    auto const [at, fresh] = taken_.try_emplace({std::string(kind), name}, fmt::format("{}:{}", file.name(), place.line));
    if (!fresh)
      file.report(place, length, file.say()("{} \"{}\" đã có", "{} \"{}\" is taken", noun(kind, file.say()), name),
                  at->second.empty() ? file.say()("ở một gói nạp trước", "it is used at a pack loaded before")
                                     : file.say()("ở {}", "it is used at {}", at->second));
    return fresh;
  }
  void take_loaded(std::string_view kind, std::string_view name) {
    if (!name.empty()) taken_.try_emplace({std::string(kind), std::string(name)}, "");
  }

 private:
  std::map<std::pair<std::string, std::string>, std::string> taken_;
};

std::uint32_t length_of(TomlKey const& key) { return static_cast<std::uint32_t>(key.name.size()); }

// --- Parts of a pack other than rules -----------------------------------------------------------------------------------------------

void load_header(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto& file = pack.file;
  auto const& say = file.say();
  auto const* header = file.get(pack.table, "pack", TomlKind::table);
  if (header == nullptr) {
    if (pack.table.find("pack") == nullptr) file.report(TomlPlace{}, 1, say("gói mở đầu bằng [pack]", "a pack starts with [pack]"));
    return;
  }
  file.check_keys(*header, names_of(keys_of(Shape::pack), 0), "[pack]");
  PackInfo info{pack.name, builder.keep(std::string(file.name())), {}};
  if (auto const* name = file.get(*header, "name", TomlKind::string)) {
    if (!is_kebab_case(name->string))
      file.report(*name, say("tên không viết theo kiểu nối bằng gạch nối", "the name is not kebab-case"),
                  say("chữ thường không dấu, nối bằng gạch nối", "lower-case words joined by hyphens"));
    names.take(file, "pack", name->string, name->begin, static_cast<std::uint32_t>(name->string.size() + 2));
  } else if (header->find("name") == nullptr) {
    file.report(*header, say("[pack] thiếu \"{}\"", "[pack] has no \"{}\"", "name"));
  }
  if (auto const* title = file.get(*header, "title", TomlKind::table)) {
    if (auto const texts = both_languages(file, *title, "title"))
      info.title = {builder.keep(texts->vi->string), builder.keep(texts->en->string)};
  } else if (header->find("title") == nullptr) {
    file.report(*header, say("[pack] thiếu \"{}\"", "[pack] has no \"{}\"", "title"));
  }
  if (auto const* defaults = file.get(*header, "defaults", TomlKind::table)) check_defaults(file, *defaults);
  builder.data.packs.push_back(info);
}

void load_lists(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto const* lists = pack.file.get(pack.table, "lists", TomlKind::table);
  if (lists == nullptr) return;
  for (auto const& [key, value] : lists->entries) {
    if (!names.take(pack.file, "list", key.name, key.place, length_of(key)) || !pack.file.is(value, TomlKind::array, key.name)) continue;
    NamedList list{pack.name, builder.keep(key.name), {}};
    for (auto const* item : pack.file.strings(value, key.name)) list.items.push_back(builder.keep(item->string));
    builder.data.lists.push_back(std::move(list));
  }
}

void load_tables(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto const* tables = pack.file.get(pack.table, "tables", TomlKind::table);
  if (tables == nullptr) return;
  for (auto const& [key, value] : tables->entries) {
    if (!names.take(pack.file, "table", key.name, key.place, length_of(key)) || !pack.file.is(value, TomlKind::table, key.name)) continue;
    NamedTable table{pack.name, builder.keep(key.name), {}};
    for (auto const& [entry, text] : value.entries)
      if (pack.file.is(text, TomlKind::string, entry.name)) table.entries.emplace_back(builder.keep(entry.name), builder.keep(text.string));
    std::sort(table.entries.begin(), table.entries.end());
    builder.data.tables.push_back(std::move(table));
  }
}

// Nothing when it is no force, which is then reported.
std::string_view force_of(PackFile& file, TomlValue const& value) {
  auto const known = choices(Choice::force);
  for (auto const force : known)
    if (force == value.string) return force;
  auto const& say = file.say();
  file.report(value, say("không có {} \"{}\"", "there is no {} \"{}\"", vanthu::noun(Choice::force, say.language), value.string),
              suggestion(value.string, known, say.language));
  return {};
}

void load_clause(PackFile& file, TomlKey const& key, TomlValue const& value, BasisSource& source, RuleBuilder& builder) {
  Clause clause{builder.keep(key.name), {}, source.force};
  if (value.kind == TomlKind::table) {
    file.check_keys(value, names_of(keys_of(Shape::clauses), 0), file.say()("điều khoản", "a clause"));
    if (auto const* force = file.get(value, "force", TomlKind::string)) clause.force = force_of(file, *force);
    if (auto const* text = file.get(value, "clause", TomlKind::string))
      clause.text = builder.keep(text->string);
    else if (value.find("clause") == nullptr)
      file.report(value, file.say()("điều khoản phải có \"clause\"", "a clause needs \"clause\""));
  } else if (file.is(value, TomlKind::string, key.name)) {
    clause.text = builder.keep(value.string);
  }
  source.clauses.push_back(clause);
}

void load_sources(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto& file = pack.file;
  auto const* sources = file.get(pack.table, "sources", TomlKind::table);
  if (sources == nullptr) return;
  for (auto const& [key, value] : sources->entries) {
    if (!names.take(file, "source", key.name, key.place, length_of(key)) || !file.is(value, TomlKind::table, key.name)) continue;
    file.check_keys(value, names_of(keys_of(Shape::sources), 0), file.say()("nguồn", "a source"));
    BasisSource source{pack.name, builder.keep(key.name), {}, {}, {}};
    if (auto const* title = file.get(value, "title", TomlKind::string)) source.title = builder.keep(title->string);
    if (auto const* force = file.get(value, "force", TomlKind::string)) source.force = force_of(file, *force);
    for (auto const needed : names_of(keys_of(Shape::sources), required))
      if (value.find(needed) == nullptr)
        file.report(key, file.say()("nguồn \"{}\" thiếu \"{}\"", "source \"{}\" has no \"{}\"", key.name, needed));
    if (auto const* clauses = file.get(value, "clauses", TomlKind::table))
      for (auto const& [clause, text] : clauses->entries) load_clause(file, clause, text, source, builder);
    builder.data.sources.push_back(std::move(source));
  }
}

// --- Rules --------------------------------------------------------------------------------------------------------------------------

void load_rules(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto& file = pack.file;
  auto const& say = file.say();
  auto const* header = pack.table.find("pack");
  auto const* defaults = header == nullptr ? nullptr : header->find("defaults");
  if (defaults != nullptr && defaults->kind != TomlKind::table) defaults = nullptr;
  for (auto const& [key, value] : pack.table.entries) {
    if (find_key(file_keys(), key.name) != nullptr) continue;
    if (!is_code(key.name)) {
      auto const near = nearest(key.name, names_of(file_keys(), 0));
      file.report(key,
                  say("\"{}\" không phải phần của gói, cũng không phải quy tắc", "\"{}\" is neither a part of a pack nor a rule", key.name),
                  near.empty() ? say("mã quy tắc là hai chữ hoa và ba chữ số: [{0}103]",
                                     "a rule's code is two capitals and three digits: [{0}103]", pack.own ? own_group : "VD")
                               : say("có phải là \"{}\"?", "did you mean \"{}\"?", near));
      continue;
    }
    if (pack.own && !key.name.starts_with(own_group))
      file.report(key, say("mã của quy tắc riêng bắt đầu bằng {}", "the code of a rule of your own starts with {}", own_group),
                  say("[{0}{1}]; thay đổi quy tắc có sẵn thì viết [rules.{2}]",
                      "[{0}{1}]; a change of a rule that ships stands in [rules.{2}]", own_group, key.name.substr(2), key.name));
    if (!names.take(file, "rule", key.name, key.place, length_of(key)) || !file.is(value, TomlKind::table, key.name)) continue;
    auto rule = load_rule(file, key, value, defaults, builder);
    rule.pack = pack.name;
    auto const* name = value.find("name");
    if (name != nullptr && !rule.name.empty())
      names.take(file, "name", name->string, name->begin, static_cast<std::uint32_t>(name->string.size() + 2));
    builder.data.rules.push_back(std::move(rule));
  }
}

// Changes of rules that other packs brought.
void load_overrides(Parsed& pack, RuleBuilder& builder) {
  auto const* overrides = pack.file.get(pack.table, "rules", TomlKind::table);
  if (overrides == nullptr) return;
  for (auto const& [code, table] : overrides->entries) {
    auto const* own = pack.table.find(code.name);
    if (own != nullptr)
      pack.file.report(code, pack.file.say()("{} là quy tắc của chính gói này", "{} is a rule of this pack", code.name),
                       pack.file.say()("sửa ngay ở [{}]", "change it in [{}] itself", code.name));
    else
      override_rule(pack.file, code, table, builder);
  }
}

// The name that a pack gives itself, whatever else is wrong with it.
std::string pack_name(TomlValue const& table) {
  auto const* header = table.find("pack");
  auto const* name = header == nullptr ? nullptr : header->find("name");
  return name == nullptr ? std::string() : name->string;
}

bool is_loaded(RuleData const& data, std::string_view name) {
  return std::any_of(data.packs.begin(), data.packs.end(), [&](PackInfo const& pack) { return pack.name == name; });
}

// No rule of the user's own group and no change of others' rules: what a new version of a shipped pack looks like. A pack of an office that
// only happens to have the name of one replaces nothing; its name is taken.
bool may_replace(TomlValue const& table) {
  auto const own = [](TomlEntry const& entry) {
    return entry.key.name == "rules" || (is_code(entry.key.name) && entry.key.name.starts_with(own_group));
  };
  return std::none_of(table.entries.begin(), table.entries.end(), own);
}

// A pack loaded before makes room for a new one of the same name. Lists and tables stay for the rules that already refer to them.
void remove_pack(RuleData& data, std::string_view name) {
  if (name.empty()) return;
  auto const of_pack = [&](auto const& x) { return x.pack == name; };
  std::erase_if(data.packs, [&](PackInfo const& pack) { return pack.name == name; });
  std::erase_if(data.rules, of_pack);
  std::erase_if(data.sources, of_pack);
  for (auto& list : data.lists)
    if (of_pack(list)) list.name = {};
  for (auto& table : data.tables)
    if (of_pack(table)) table.name = {};
}

void take_names(RuleData const& base, Names& names) {
  for (auto const& pack : base.packs) names.take_loaded("pack", pack.name);
  for (auto const& list : base.lists) names.take_loaded("list", list.name);
  for (auto const& table : base.tables) names.take_loaded("table", table.name);
  for (auto const& source : base.sources) names.take_loaded("source", source.key);
  for (auto const& rule : base.rules) {
    names.take_loaded("rule", rule.code);
    names.take_loaded("name", rule.name);
  }
}

// By line within each pack, once each.
void order(std::vector<PackError>& errors, std::vector<PackSource> const& packs) {
  std::map<std::string_view, std::size_t> rank;
  for (auto const& pack : packs) rank.try_emplace(pack.name, rank.size());
  auto const key = [&](PackError const& e) { return std::tuple(rank.at(e.file), e.line, e.column, std::string_view(e.message)); };
  std::stable_sort(errors.begin(), errors.end(), [&](auto const& a, auto const& b) { return key(a) < key(b); });
  errors.erase(std::unique(errors.begin(), errors.end(), [&](auto const& a, auto const& b) { return key(a) == key(b); }), errors.end());
}

}  // namespace

std::variant<RuleSet, std::vector<PackError>> load_packs(std::vector<PackSource> const& packs, RuleSet const* base, Language language) {
  std::vector<PackError> errors;
  std::vector<Parsed> parsed;
  for (auto const& source : packs) {
    PackFile file(source, errors, language);
    auto toml = parse_toml(source.text);
    if (auto const* error = std::get_if<TomlError>(&toml))
      file.report(error->place, 1, language == Language::vi ? fmt::format("không đúng cú pháp TOML: {}", error->message) : error->message);
    else
      parsed.push_back({file, std::move(std::get<TomlValue>(toml)), {}, false});
  }

  RuleBuilder builder(base == nullptr ? RuleData{} : base->data());
  for (auto& pack : parsed) {
    pack.name = builder.keep(pack_name(pack.table));
    auto const replaces = may_replace(pack.table);
    pack.own = base != nullptr && !(replaces && is_loaded(builder.data, pack.name));
    if (replaces) remove_pack(builder.data, pack.name);
  }
  Names names;
  take_names(builder.data, names);
  // What rules may refer to comes first, wherever it stands.
  for (auto& pack : parsed) {
    load_header(pack, builder, names);
    load_lists(pack, builder, names);
    load_tables(pack, builder, names);
    load_sources(pack, builder, names);
  }
  for (auto& pack : parsed) load_rules(pack, builder, names);
  for (auto& pack : parsed) load_overrides(pack, builder);

  if (!errors.empty()) {
    order(errors, packs);
    return errors;
  }
  std::sort(builder.data.rules.begin(), builder.data.rules.end(), [](Rule const& a, Rule const& b) { return a.code < b.code; });
  return RuleSet::from_bytes(to_bytes(builder.data));
}

}  // namespace vanthu
