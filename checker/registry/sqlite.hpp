// The one door to SQLite: a database that is bytes in memory, and questions to it. No file is ever opened here.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace vanthu::registry {

// A prepared statement. After an error it has no rows.
class Query {
 public:
  explicit Query(sqlite3_stmt* statement = nullptr) : statement_(statement) {}

  // Parameters count from 1; the text must live until the last step().
  Query& bind(int parameter, std::string_view text);
  Query& bind(int parameter, std::int64_t number);
  Query& bind_null(int parameter);
  bool step();    // true: there is a row, whose columns can be read until the next step()
  void reset();   // ready for new parameters
  bool finish();  // runs to the end and makes ready for the next parameters; false on an error
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  // Reads `bytes`, which must outlive it and are never copied or changed: pages are looked at where they stand. Nothing when memory is
  // short; whether the bytes are a database shows in the first query.
  static std::optional<Database> reading(std::string_view bytes);
  // An empty one to be filled.
  static std::optional<Database> empty();

  bool run(std::string const& sql);  // any number of statements without parameters
  Query prepare(std::string const& sql);
  std::string bytes() const;  // the whole database
  std::string error() const;  // of the last thing that failed, in English

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

// The SQLite inside, "3.40.1".
std::string_view sqlite_version();

}  // namespace vanthu::registry
