// What the register has answered, by key: the documents of a run cite the same laws and bodies again and again. Bounded: what is too much
// is forgotten and asked anew.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

namespace vanthu::registry {

template <class Row>
class Answers {
 public:
  // The rows for `key`; ask() gives them the first time. Valid until the next call.
  template <class Ask>
  std::vector<Row> const& of(std::string const& key, Ask ask) {
    if (auto const known = rows_.find(key); known != rows_.end()) return known->second;
    auto rows = ask();
    auto const size = 1 + rows.size() + key.size() / key_bytes;
    if (held_ + size > most) {
      rows_.clear();
      held_ = 0;
    }
    held_ += size;
    return rows_.insert_or_assign(key, std::move(rows)).first->second;
  }

 private:
  static constexpr std::size_t most = 8192;      // keys and rows: a few MiB
  static constexpr std::size_t key_bytes = 256;  // of a key that counts as one more row
  std::size_t held_ = 0;
  std::unordered_map<std::string, std::vector<Row>> rows_;
};

}  // namespace vanthu::registry
