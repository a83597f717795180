#include "registry/sqlite.hpp"

#include <sqlite3.h>

namespace vanthu::registry {

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Query& Query::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

Query& Query::bind_null(int parameter) {
  sqlite3_bind_null(statement_.get(), parameter);
  return *this;
}

bool Query::step() { return statement_ && sqlite3_step(statement_.get()) == SQLITE_ROW; }

void Query::reset() {
  if (!statement_) return;
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

bool Query::finish() {
  if (!statement_) return false;
  while (sqlite3_step(statement_.get()) == SQLITE_ROW) {
  }
  return sqlite3_reset(statement_.get()) == SQLITE_OK;
}

std::string_view Query::text(int column) const {
  auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(statement_.get(), column));
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

std::optional<Database> Database::empty() {
  sqlite3* opened = nullptr;
  // One connection is used by one thread at a time: its owner sees to that.
  auto const result = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database out;
  out.database_.reset(opened);
  if (result != SQLITE_OK) return std::nullopt;
  return out;
}

std::optional<Database> Database::reading(std::string_view bytes) {
  auto out = empty();
  if (!out) return std::nullopt;
  auto const size = static_cast<sqlite3_int64>(bytes.size());
  // Never written to: SQLITE_DESERIALIZE_READONLY.
  auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
  if (sqlite3_deserialize(out->database_.get(), "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) return std::nullopt;
  // The bytes may come from anyone: no functions hidden in the schema, no page believed that does not hold together.
  sqlite3_db_config(out->database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(out->database_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  out->run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -64; PRAGMA query_only = ON");
  return out;
}

bool Database::run(std::string const& sql) { return sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; }

Query Database::prepare(std::string const& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database_.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
  return Query(statement);
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  std::unique_ptr<unsigned char, void (*)(void*)> const copy(sqlite3_serialize(database_.get(), "main", &size, 0), sqlite3_free);
  return copy ? std::string(reinterpret_cast<char const*>(copy.get()), static_cast<std::size_t>(size)) : std::string();
}

std::string Database::error() const { return sqlite3_errmsg(database_.get()); }

std::string_view sqlite_version() { return sqlite3_libversion(); }

}  // namespace vanthu::registry
