// vanthu parse.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/registers.hpp"
#include "cli/run_inputs.hpp"
#include "report/json.hpp"
#include "report/layout_json.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {

int run_parse(Options const& options, Surroundings const& surroundings) {
  auto const indented = options.format == OutputFormat::json && is_single_file(options);
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  auto const* registry = std::get<0>(asked)->registry();
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
    auto const as_parsed = [&] {
      auto const facts = recognize(document);
      auto const day = facts.date.year != 0 ? facts.date : surroundings.today;
      auto standing = standings(facts.citations, day, registry);
      add_amendments(standing, day, *registry);
      return report::parse_json(document, facts, options.stage.value_or(Stage::draft), indented, standing);
    };
    Piece piece{(options.layout ? report::layout_json(document, indented) : as_parsed()) + "\n", {}, {}, {}};
    piece.totals.files = 1;
    return piece;
  };
  auto const ending =
      run_inputs(inputs, options, surroundings, {}, work, [&](std::string const& name) { print(work.unreadable(name, not_checked())); });
  return exit_status(ending, 0);
}

}  // namespace vanthu::cli
