#include "registry/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "registry/keys.hpp"
#include "registry/sqlite.hpp"

namespace vanthu::registry {
namespace {

// Names are looked up by their keys (keys.hpp). `words` is for search: contentless, its rows have the ids of `documents`. What is in it is
// folded before, since no tokenizer of FTS5 folds đ.
constexpr std::string_view tables = R"(
  PRAGMA page_size = 4096;
  PRAGMA journal_mode = OFF;
  PRAGMA application_id = {};
  PRAGMA user_version = {};
  BEGIN;
  CREATE TABLE documents(id INTEGER PRIMARY KEY, number_key TEXT NOT NULL, law_key TEXT, type TEXT NOT NULL, number TEXT NOT NULL,
    issuer TEXT, issued INTEGER, also_dated INTEGER, effective INTEGER, expired INTEGER, replaced_by TEXT, title TEXT,
    confidence INTEGER, codified INTEGER, sources TEXT);
  CREATE TABLE amendments(number_key TEXT NOT NULL, by TEXT NOT NULL, issued INTEGER, effective INTEGER);
  CREATE TABLE bodies(name_key TEXT NOT NULL, name TEXT NOT NULL, code TEXT, kind TEXT, since INTEGER, until INTEGER, successor TEXT);
  CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='ascii');
)";
constexpr std::string_view indexes = R"(
  CREATE INDEX by_number ON documents(number_key);
  CREATE INDEX by_law ON documents(law_key) WHERE law_key IS NOT NULL;
  CREATE INDEX by_amended ON amendments(number_key);
  CREATE INDEX by_name ON bodies(name_key);
  INSERT INTO words(words) VALUES('optimize');
  COMMIT;
  VACUUM;
)";

bool is_law(RegisteredDocument const& d) { return d.type == "Luật" || d.type == "Bộ luật" || d.type == "Pháp lệnh"; }

bool add(Database& database, std::vector<RegisteredDocument> const& documents) {
  auto insert = database.prepare("INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  auto index = database.prepare("INSERT INTO words(rowid, text) VALUES(?, ?)");
  std::int64_t id = 0;
  for (auto const& d : documents) {
    auto const key = number_key(d.number), law = is_law(d) ? law_key(d.title) : std::string();
    auto const words = words_key(fmt::format("{} {} {} {}", d.type, d.number, d.issuer, d.title));
    insert.bind(1, ++id).bind(2, key).bind(4, d.type).bind(5, d.number).bind(6, d.issuer);
    law.empty() ? insert.bind_null(3) : insert.bind(3, law);
    insert.bind(7, packed(d.issued)).bind(8, packed(d.also_dated)).bind(9, packed(d.effective)).bind(10, packed(d.expired));
    insert.bind(11, d.replaced_by).bind(12, d.title).bind(13, std::int64_t{static_cast<int>(d.confidence)});
    insert.bind(14, packed(d.codified)).bind(15, d.sources);
    if (!insert.finish() || !index.bind(1, id).bind(2, words).finish()) return false;
  }
  return true;
}

bool add(Database& database, std::vector<AmendmentRow> const& amendments) {
  auto insert = database.prepare("INSERT INTO amendments VALUES(?, ?, ?, ?)");
  for (auto const& [amended, a] : amendments) {
    auto const key = number_key(amended);
    if (!insert.bind(1, key).bind(2, a.by).bind(3, packed(a.issued)).bind(4, packed(a.effective)).finish()) return false;
  }
  return true;
}

bool add(Database& database, std::vector<RegisteredBody> const& bodies) {
  auto insert = database.prepare("INSERT INTO bodies VALUES(?, ?, ?, ?, ?, ?, ?)");
  for (auto const& b : bodies) {
    auto const key = words_key(b.name);
    insert.bind(1, key).bind(2, b.name).bind(3, b.code).bind(4, b.kind).bind(5, packed(b.since)).bind(6, packed(b.until));
    if (!insert.bind(7, b.successor).finish()) return false;
  }
  return true;
}

void order(Content& content) {
  std::ranges::sort(content.documents, {}, [](RegisteredDocument const& d) {
    return std::tuple(number_key(d.number), d.type, packed(d.issued), d.issuer, d.title);
  });
  std::ranges::sort(content.amendments, {},
                    [](AmendmentRow const& a) { return std::tuple(number_key(a.amended), packed(a.amendment.issued), a.amendment.by); });
  std::ranges::sort(content.bodies, {}, [](RegisteredBody const& b) { return std::tuple(words_key(b.name), packed(b.since), b.code); });
}

}  // namespace

std::variant<std::string, BuildError> build(Content content) {
  order(content);
  auto database = Database::empty();
  if (!database) return BuildError{"out of memory"};
  if (!database->run(fmt::format(fmt::runtime(tables), application_id, tables_version)) || !add(*database, content.documents) ||
      !add(*database, content.amendments) || !add(*database, content.bodies) || !database->run(std::string(indexes)))
    return BuildError{database->error()};
  return database->bytes();
}

}  // namespace vanthu::registry
