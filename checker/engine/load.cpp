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
#include "engine/suggest.hpp"

namespace vanthu {
namespace {

struct Parsed {
  PackFile file;
  TomlValue table;
  std::string_view name;  // of the pack; empty when it has none
};

// Where a name was first given: a second time is an error that points there.
class Names {
 public:
  // False, and reported, when the name is taken.
  bool take(PackFile& file, std::string_view kind, std::string const& name, TomlPlace place, std::uint32_t length) {
    auto const [at, fresh] = taken_.try_emplace({std::string(kind), name}, fmt::format("{}:{}", file.name(), place.line));
    if (!fresh) file.report(place, length, fmt::format("{} \"{}\" is taken", kind, name), fmt::format("it is used at {}", at->second));
    return fresh;
  }
  void take_loaded(std::string_view kind, std::string_view name) {
    if (!name.empty()) taken_.try_emplace({std::string(kind), std::string(name)}, "a pack loaded before");
  }

 private:
  std::map<std::pair<std::string, std::string>, std::string> taken_;
};

std::uint32_t length_of(TomlKey const& key) { return static_cast<std::uint32_t>(key.name.size()); }

// --- Parts of a pack other than rules -----------------------------------------------------------------------------------------------

void load_header(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto& file = pack.file;
  auto const* header = file.get(pack.table, "pack", TomlKind::table);
  if (header == nullptr) {
    if (pack.table.find("pack") == nullptr) file.report(TomlPlace{}, 1, "a pack starts with [pack]");
    return;
  }
  constexpr std::string_view keys[] = {"name", "title", "defaults"};
  file.check_keys(*header, keys, "[pack]");
  PackInfo info{pack.name, builder.keep(std::string(file.name())), {}};
  if (auto const* name = file.get(*header, "name", TomlKind::string)) {
    if (!is_kebab_case(name->string)) file.report(*name, "the name is not kebab-case", "lower-case words joined by hyphens");
    names.take(file, "pack", name->string, name->begin, static_cast<std::uint32_t>(name->string.size() + 2));
  } else if (header->find("name") == nullptr) {
    file.report(*header, "[pack] has no \"name\"");
  }
  if (auto const* title = file.get(*header, "title", TomlKind::table)) {
    if (auto const texts = both_languages(file, *title, "title"))
      info.title = {builder.keep(texts->vi->string), builder.keep(texts->en->string)};
  } else if (header->find("title") == nullptr) {
    file.report(*header, "[pack] has no \"title\"");
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
  for (auto const force : forces)
    if (force == value.string) return force;
  file.report(value, fmt::format("there is no force \"{}\"", value.string),
              suggestion(value.string, {std::begin(forces), std::end(forces)}));
  return {};
}

void load_clause(PackFile& file, TomlKey const& key, TomlValue const& value, BasisSource& source, RuleBuilder& builder) {
  Clause clause{builder.keep(key.name), {}, source.force};
  if (value.kind == TomlKind::table) {
    constexpr std::string_view keys[] = {"clause", "force"};
    file.check_keys(value, keys, "a clause");
    if (auto const* force = file.get(value, "force", TomlKind::string)) clause.force = force_of(file, *force);
    if (auto const* text = file.get(value, "clause", TomlKind::string))
      clause.text = builder.keep(text->string);
    else if (value.find("clause") == nullptr)
      file.report(value, "a clause needs \"clause\"");
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
    constexpr std::string_view keys[] = {"title", "force", "clauses"};
    file.check_keys(value, keys, "a source");
    BasisSource source{pack.name, builder.keep(key.name), {}, {}, {}};
    if (auto const* title = file.get(value, "title", TomlKind::string)) source.title = builder.keep(title->string);
    if (auto const* force = file.get(value, "force", TomlKind::string)) source.force = force_of(file, *force);
    for (auto const needed : {"title", "force"})
      if (value.find(needed) == nullptr) file.report(key, fmt::format("source \"{}\" has no \"{}\"", key.name, needed));
    if (auto const* clauses = file.get(value, "clauses", TomlKind::table))
      for (auto const& [clause, text] : clauses->entries) load_clause(file, clause, text, source, builder);
    builder.data.sources.push_back(std::move(source));
  }
}

// --- Rules --------------------------------------------------------------------------------------------------------------------------

constexpr std::string_view sections[] = {"pack", "lists", "tables", "sources", "rules"};

void load_rules(Parsed& pack, RuleBuilder& builder, Names& names) {
  auto& file = pack.file;
  auto const* header = pack.table.find("pack");
  auto const* defaults = header == nullptr ? nullptr : header->find("defaults");
  if (defaults != nullptr && defaults->kind != TomlKind::table) defaults = nullptr;
  for (auto const& [key, value] : pack.table.entries) {
    if (std::find(std::begin(sections), std::end(sections), key.name) != std::end(sections)) continue;
    if (!is_code(key.name)) {
      auto const near = nearest(key.name, {std::begin(sections), std::end(sections)});
      file.report(key, fmt::format("\"{}\" is neither a part of a pack nor a rule", key.name),
                  near.empty() ? "a rule's code is two capitals and three digits: [VD103]" : fmt::format("did you mean \"{}\"?", near));
      continue;
    }
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
      pack.file.report(code, fmt::format("{} is a rule of this pack", code.name), fmt::format("change it in [{}] itself", code.name));
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

std::variant<RuleSet, std::vector<PackError>> load_packs(std::vector<PackSource> const& packs, RuleSet const* base) {
  std::vector<PackError> errors;
  std::vector<Parsed> parsed;
  for (auto const& source : packs) {
    PackFile file(source, errors);
    auto toml = parse_toml(source.text);
    if (auto const* error = std::get_if<TomlError>(&toml))
      file.report(error->place, 1, error->message);
    else
      parsed.push_back({file, std::move(std::get<TomlValue>(toml)), {}});
  }

  RuleBuilder builder(base == nullptr ? RuleData{} : base->data());
  for (auto& pack : parsed) {
    pack.name = builder.keep(pack_name(pack.table));
    remove_pack(builder.data, pack.name);
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
