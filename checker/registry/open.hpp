// A register that can be asked: databases in memory, the office's own before the one that ships. Nothing is opened before the first
// question.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vanthu/registry.hpp"

namespace vanthu::registry {

// Why these bytes are no register of this program, in both languages; nothing when they are one.
struct NotARegister {
  std::string vi, en;
};
std::optional<NotARegister> fault_of(std::string_view bytes);

// What one database is.
struct About {
  bool own = false;
  std::size_t bytes = 0;
  std::int64_t documents = 0, dated = 0, ended = 0, with_successor = 0, amendments = 0, bodies = 0;
  Date newest;  // day of issue
};

// Documents by year of issue (0: not known) and type.
struct YearCount {
  int year = 0;
  std::string type;
  std::int64_t documents = 0;
};

class Catalogue {
 public:
  // Both must outlive it; `own` may be empty: there is none then.
  Catalogue(std::string_view shipped, std::string_view own);
  ~Catalogue();
  Catalogue(Catalogue const&) = delete;
  Catalogue& operator=(Catalogue const&) = delete;

  // As the core asks; lives as long as the catalogue.
  Registry const& registry() const;

  // Documents with all these words in number, type, issuer or title, without regard to diacritics and letter case; the last word may be
  // the beginning of one. A number comes first, then those that have the words side by side, then the rest; newest first. At most `limit`.
  std::vector<RegisteredDocument> find(std::string_view words, std::size_t limit) const;
  // All documents, in the order of the file: those of the own register only.
  std::vector<RegisteredDocument> own_documents() const;
  std::vector<About> about() const;
  std::vector<YearCount> by_year() const;  // ascending

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace vanthu::registry
