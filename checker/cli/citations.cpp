// vanthu citations: every citation with its standing, so that a dossier can be gone through.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/registers.hpp"
#include "cli/run_inputs.hpp"
#include "report/json.hpp"
#include "report/registry_json.hpp"
#include "report/registry_text.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {

int run_citations(Options const& options, Surroundings const& surroundings) {
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  auto const* registry = std::get<0>(asked)->registry();
  Inputs inputs(options);
  if (!can_begin(inputs, options)) return 2;
  auto const as_json = options.format == OutputFormat::json;

  InputWork work;
  work.unreadable = [&](std::string const& name, ReadError const& error) {
    return as_json ? report::error_json(name, error, options.language, report::citations_schema) + "\n" : std::string();
  };
  work.read = [&](std::string const& path, std::string_view bytes) {
    auto const name = shown_name(options, path);
    auto const result = read(bytes, name, options.reading);
    if (auto const* error = std::get_if<ReadError>(&result)) return unreadable_piece(name, *error, options, work);
    auto const& document = std::get<Document>(result);
    auto const facts = recognize(document);
    auto const day = options.date.value_or(facts.date.year != 0 ? facts.date : surroundings.today);
    auto standing = standings(facts.citations, day, registry);
    add_amendments(standing, day, *registry);
    Piece piece;
    piece.totals.files = 1;
    if (as_json)
      piece.out = report::citations_json(document, facts.citations, standing, day) + "\n";
    else if (options.format == OutputFormat::csv)
      piece.out = report::citations_csv(document, facts.citations, standing);
    else
      piece.out = report::citations_text(document, facts.citations, standing, options.language);
    return piece;
  };
  if (options.format == OutputFormat::csv) print(report::citations_csv_head());
  auto const ending =
      run_inputs(inputs, options, surroundings, {}, work, [&](std::string const& name) { print(work.unreadable(name, not_checked())); });
  return exit_status(ending, 0);
}

}  // namespace vanthu::cli
