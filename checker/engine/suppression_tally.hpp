// What became of suppressions over a whole run: one of the configuration is unused only when no file used it.
#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "vanthu/suppression.hpp"

namespace vanthu {

class SuppressionTally {
 public:
  // Adds what Checked::uses says of CheckOptions::suppressions of one document. Only those of the configuration are kept. Not to be called
  // by two threads at once; the order of the calls does not matter.
  void add(std::span<Suppression const> suppressions, std::span<SuppressionUse const> uses);

  // What came together for the suppressions of one file, in the order of their places.
  struct File {
    std::vector<Suppression> suppressions;
    std::vector<SuppressionUse> uses;  // a code is known, judged or used when it was so in one document
  };
  // By the name of the file.
  std::map<std::string, File> files() const;

 private:
  struct Entry {
    Suppression suppression;
    SuppressionUse use;
  };
  std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, Entry> entries_;  // by file, line, column
};

}  // namespace vanthu
