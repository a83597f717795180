// Build tool: the project's CSV files → the database of the register. A bad row fails the build. The same files give the same bytes.
//   registryc OUTPUT DATA       DATA holds documents.csv, amendments.csv, bodies.csv
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "registry/build.hpp"

namespace {

using namespace vanthu::registry;

std::string read_file(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

template <class Row>
bool take(std::vector<Row>& into, Rows<Row> rows, std::filesystem::path const& path) {
  if (auto const* problems = std::get_if<std::vector<RowProblem>>(&rows)) {
    for (auto const& problem : *problems) fmt::print(stderr, "{}:{}: {}\n", path.string(), problem.line, problem.message_en);
    return false;
  }
  into = std::get<std::vector<Row>>(std::move(rows));
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::filesystem::path const data = argv[2];
  Content content;
  auto const documents = data / "documents.csv", amendments = data / "amendments.csv", bodies = data / "bodies.csv";
  bool const read = take(content.documents, document_rows(read_file(documents)), documents) &&
                    take(content.amendments, amendment_rows(read_file(amendments)), amendments) &&
                    take(content.bodies, body_rows(read_file(bodies)), bodies);
  if (!read) return 1;
  auto const built = build(std::move(content));
  if (auto const* error = std::get_if<BuildError>(&built)) {
    fmt::print(stderr, "{}: {}\n", argv[1], error->message);
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << std::get<std::string>(built);
  return out.good() ? 0 : 1;
}
