// A package in memory and its parts by name. The only door to libzip.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

struct zip;

namespace vanthu::docx {

// Memory that reading may still take, in bytes.
struct Budget {
  std::uint64_t left = 0;

  // False when there is not so much; nothing is taken then.
  bool take(std::uint64_t bytes) {
    if (bytes > left) return false;
    left -= bytes;
    return true;
  }
};

enum class ZipProblem : std::uint8_t {
  damaged,     // no package, cut short, or its checksums are wrong
  missing,     // no part of that name
  encrypted,   // the part needs a password
  too_large,   // the part needs more than is left of the budget
  no_library,  // libzip is not installed
};

class Zip {
 public:
  // `bytes` must outlive it.
  static std::variant<Zip, ZipProblem> open(std::string_view bytes);

  // The part of that name, letter case aside; of several with one name the first. The budget pays for its size unpacked, before anything is
  // unpacked. Paths are only compared, never used.
  std::variant<std::string, ZipProblem> part(std::string const& name, Budget& budget) const;
  bool has(std::string const& name) const;
  // Whether any part lies in that folder ("xl/"); small letters.
  bool has_below(std::string_view folder) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  std::unique_ptr<zip, Close> archive_;
  std::map<std::string, std::uint64_t, std::less<>> names_;  // in small letters
};

}  // namespace vanthu::docx
