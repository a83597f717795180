// vanthu parse.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/run_inputs.hpp"
#include "report/json.hpp"
#include "report/layout_json.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {

int run_parse(Options const& options, Surroundings const& surroundings) {
  auto const indented = options.format == OutputFormat::json && is_single_file(options);
  Inputs inputs(options);
  if (!can_begin(inputs, options)) return 2;

  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) {
    return report::error_json(name, error, options.language, options.layout ? report::layout_schema : report::parse_schema) + "\n";
  };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const result = read(bytes, name, options.reading);
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& document = std::get<Document>(result);
    auto const json = options.layout ? report::layout_json(document, indented)
                                     : report::parse_json(document, recognize(document), options.stage.value_or(Stage::draft), indented);
    Piece piece{json + "\n", {}, {}, {}};
    piece.totals.files = 1;
    return piece;
  };
  auto const ending =
      run_inputs(inputs, options, surroundings, {}, work, [&](std::string const& name) { print(work.unreadable(name, not_checked())); });
  return exit_status(ending, 0);
}

}  // namespace vanthu::cli
