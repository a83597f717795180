// Build tool: loads packs as the program would and writes them as bytes inside a C++ file. A broken pack fails the build.
//   packc OUTPUT.cpp ROOT PACK.toml…      names of packs in errors are relative to ROOT
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/load.hpp"

namespace {

std::string read_file(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// Octal escapes of three digits need no separator.
std::string as_literals(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 64 == 0) out += i == 0 ? "    \"" : "\"\n    \"";
    auto const c = static_cast<unsigned char>(bytes[i]);
    bool const plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '?';
    out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("\\{:03o}", c);
  }
  return out + "\"";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::vector<vanthu::PackSource> packs;
  for (int i = 3; i < argc; ++i) packs.push_back({std::filesystem::relative(argv[i], argv[2]).string(), read_file(argv[i])});
  auto const loaded = vanthu::load_packs(packs);
  if (auto const* errors = std::get_if<std::vector<vanthu::PackError>>(&loaded)) {
    for (auto const& error : *errors) fmt::print(stderr, "{}", to_text(error));
    return 1;
  }
  auto const bytes = std::get<vanthu::RuleSet>(loaded).bytes();
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Made by packc from rules/**/*.toml.\n#include \"engine/builtin.hpp\"\n\n#pragma GCC diagnostic ignored "
         "\"-Woverlength-strings\"\n\nnamespace vanthu {\nnamespace {\n\nconstexpr char "
         "bytes[] =\n"
      << as_literals(bytes)
      << ";\n\n}  // namespace\n\nRuleSet builtin_rules() { return RuleSet::from_static({bytes, sizeof bytes - 1}); }\n\n"
      << "}  // namespace vanthu\n";
  return out.good() ? 0 : 1;
}
