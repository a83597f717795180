// vanthu parse.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/words.hpp"
#include "report/json.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {

int run_parse(Options const& options) {
  std::vector<std::string> notes;
  auto const paths = gather(options, notes);
  for (auto const& note : notes) print_error(fmt::format("vanthu: {}\n", note));
  auto const indented = options.format == OutputFormat::json && paths.size() == 1;

  auto status = 0;
  for (auto const& path : paths) {
    auto const name = shown_name(options, path);
    auto bytes = load(path);
    auto const* error = std::get_if<ReadError>(&bytes);
    std::variant<Document, ReadError> read_document;
    if (!error) {
      read_document = read(std::get<std::string>(bytes), name);
      error = std::get_if<ReadError>(&read_document);
    }
    if (error) {
      status = 3;
      print_error(fmt::format("{}: {}\n", name, say(options.language, error->message_vi, error->message_en)));
      print(report::error_json(name, *error, options.language, report::parse_schema) + "\n");
      continue;
    }
    auto const& document = std::get<Document>(read_document);
    print(report::parse_json(document, recognize(document), options.stage, indented) + "\n");
  }
  return status;
}

}  // namespace vanthu::cli
