// The text of one pack while it is loaded: what is wrong in it is reported through this, with its place.
#pragma once
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile.hpp"
#include "engine/load.hpp"
#include "engine/say.hpp"
#include "engine/toml.hpp"

namespace vanthu {

class PackFile {
 public:
  // Both must outlive it. `language` is that of the words it has itself; messages come in it from those who report.
  PackFile(PackSource const& source, std::vector<PackError>& errors, Language language = Language::en);

  std::string_view name() const { return source_->name; }
  Say const& say() const { return say_; }

  void report(TomlPlace begin, std::uint32_t length, std::string message, std::string hint = {});
  void report(TomlKey const& key, std::string message, std::string hint = {});
  void report(TomlValue const& value, std::string message, std::string hint = {});
  // A problem inside the text that a TOML string holds; escapes and multi-line strings are seen through.
  void report(TomlValue const& string, TextProblem const& problem);

  // Reports keys of `table` that are not known. `what` names the table: "a rule".
  void check_keys(TomlValue const& table, std::span<std::string_view const> known, std::string_view what);

  // The entry of a table when it is there and of this kind; another kind is reported.
  TomlValue const* get(TomlValue const& table, std::string_view key, TomlKind kind);
  // Reports a value of another kind; `what` names the value: "severity".
  bool is(TomlValue const& value, TomlKind kind, std::string_view what);
  // The strings of an array; items of another kind are reported and left out. Each comes with its value.
  std::vector<TomlValue const*> strings(TomlValue const& array, std::string_view what);

 private:
  TomlPlace place_inside(TomlValue const& string, std::uint32_t offset) const;

  PackSource const* source_;
  std::vector<std::string_view> lines_;
  std::vector<PackError>* errors_;
  Say say_;
};

}  // namespace vanthu
