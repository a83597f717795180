// vanthu registry: look into the register, add the office's own documents to it.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "cli/registers.hpp"
#include "cli/rewrite.hpp"
#include "cli/words.hpp"
#include "registry/build.hpp"
#include "registry/keys.hpp"
#include "registry/rows.hpp"
#include "report/registry_json.hpp"
#include "report/registry_text.hpp"

namespace vanthu::cli {
namespace {

using registry::Catalogue;

constexpr std::size_t most_found = 20;

std::string words_of(Options const& options) { return fmt::format("{}", fmt::join(options.paths.begin() + 1, options.paths.end(), " ")); }

int print_found(Catalogue const& catalogue, std::vector<RegisteredDocument> const& found, std::string const& asked, bool all_of_it,
                Options const& options) {
  std::vector<std::vector<Amendment>> amendments;
  for (auto const& d : found) amendments.push_back(catalogue.registry().amendments(d.number));
  if (options.format == OutputFormat::json) {
    print(report::found_json(found, amendments) + "\n");
    return 0;
  }
  if (found.empty()) {
    print_error(fmt::format(
        "{}: {}\n", asked,
        say(options.language, "không có trong sổ (chưa biết, không phải là sai)", "not registered (unknown, which does not mean wrong)")));
    return 0;
  }
  if (!all_of_it) print(report::found_text(found, options.language));
  for (std::size_t i = 0; all_of_it && i < found.size(); ++i) print(report::document_text(found[i], amendments[i], options.language));
  return 0;
}

std::string identity(RegisteredDocument const& d) {
  return fmt::format("{}|{}|{}|{}", d.type, registry::number_key(d.number), to_string(d.issued), registry::words_key(d.issuer));
}

// The office's documents with those of the file: a row that is there already is replaced. Everything or nothing.
int import_file(Options const& options) {
  auto const& file = options.paths[1];
  auto const bytes = load(file);
  if (auto const* error = std::get_if<ReadError>(&bytes)) {
    print_error(fmt::format("{}: {}\n", file, say(options.language, error->message_vi, error->message_en)));
    return 3;
  }
  auto rows = registry::document_rows(std::get<std::string>(bytes));
  if (auto const* problems = std::get_if<std::vector<registry::RowProblem>>(&rows)) {
    for (auto const& p : *problems)
      print_error(fmt::format("{}:{}: {}\n", file, p.line, say(options.language, p.message_vi, p.message_en)));
    print_error(fmt::format(fmt::runtime(say(options.language, "{} lỗi; chưa nhập gì\n", "{} problems; nothing was imported\n")),
                            problems->size()));
    return 2;
  }
  Options to_write = options;
  to_write.registry = own_register_path(options);
  auto const seen = look_at(to_write.registry);
  std::vector<RegisteredDocument> documents;
  if (seen) {
    auto const before = registers(to_write);
    if (auto const* status = std::get_if<int>(&before)) return *status;
    documents = std::get<0>(before)->catalogue->own_documents();
  }
  auto const old_count = documents.size();
  auto& added = std::get<std::vector<RegisteredDocument>>(rows);
  std::vector<std::string> keys;
  for (auto const& d : added) keys.push_back(identity(d));
  std::sort(keys.begin(), keys.end());
  std::erase_if(documents, [&](RegisteredDocument const& d) { return std::binary_search(keys.begin(), keys.end(), identity(d)); });
  auto const replaced = old_count - documents.size(), imported = added.size();
  std::move(added.begin(), added.end(), std::back_inserter(documents));
  auto const total = documents.size();
  auto const built = registry::build({std::move(documents), {}, {}});
  auto const* failure = std::get_if<registry::BuildError>(&built);
  auto const reason = failure ? failure->message
                      : seen  ? rewrite(to_write.registry, std::get<std::string>(built), *seen, options.language).value_or("")
                              : write_output(to_write.registry, std::get<std::string>(built), options.language).value_or("");
  if (!reason.empty()) {
    print_error(fmt::format("{}: {}\n", to_write.registry, reason));
    return 3;
  }
  print(fmt::format(fmt::runtime(say(options.language, "{}: nhập {} văn bản ({} mới, {} thay dòng cũ), có tất cả {}\n",
                                     "{}: {} documents imported ({} new, {} in place of older rows), {} in all\n")),
                    to_write.registry, imported, imported - replaced, replaced, total));
  return 0;
}

}  // namespace

int run_registry(Options const& options) {
  auto const& what = options.paths.front();
  if (what == "import") return import_file(options);
  auto const asked = registers(options);
  if (auto const* status = std::get_if<int>(&asked)) return *status;
  auto const& catalogue = *std::get<0>(asked)->catalogue;
  auto const as_json = options.format == OutputFormat::json;
  if (what == "find") return print_found(catalogue, catalogue.find(words_of(options), most_found), words_of(options), false, options);
  if (what == "info" && options.paths.size() > 1)
    return print_found(catalogue, catalogue.registry().by_number(words_of(options)), words_of(options), true, options);
  if (as_json)
    print(report::about_json(catalogue.about(), catalogue.by_year()) + "\n");
  else if (what == "info")
    print(report::about_text(catalogue.about(), options.language));
  else
    print(report::years_text(catalogue.by_year(), options.language));
  return 0;
}

}  // namespace vanthu::cli
