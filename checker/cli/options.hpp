// argv and environment → options. Words in the user's language; the door to CLI11.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vanthu/check.hpp"

namespace vanthu::report {
struct Renderer;  // report/renderer.hpp
}

namespace vanthu::cli {

enum class Command : unsigned char {
  check,
  baseline,
  fix,
  parse,
  citations,
  registry,
  rules,
  explain,
  test_rules,
  config,
  init,
  lsp,
  schema
};
enum class OutputFormat : unsigned char { text, json, ndjson, markdown, csv };
enum class ColorWhen : unsigned char { automatic, always, never };

// A format of `vanthu check`, and where it goes: a file, "-" for standard output.
struct Output {
  report::Renderer const* renderer = nullptr;
  std::string path = "-";
};

struct Options {
  Command command = Command::check;
  Language language = Language::vi;
  std::vector<std::string> paths;  // files and folders; "-" is standard input. For explain: the code; for test-rules: packs; for schema: of
                                   // what; for registry: find WORDS …
  std::string stdin_filename = "-";  // how standard input is called, and which format it is read in
  std::vector<std::string> exclude;  // globs
  std::string files_from;            // a list of paths, "-" for standard input; empty: none
  bool nul_ends = false;             // paths of the list end with NUL
  bool no_gitignore = false;         // what git ignores is not left out of folders
  ReadOptions reading;
  unsigned jobs = 0;  // threads; 0 = as many as there are cores
  OutputFormat format = OutputFormat::text;
  ColorWhen color = ColorWhen::automatic;
  bool quiet = false;  // findings alone
  bool show_suppressed = false;
  std::optional<Language> given_language;  // by --lang: `language` is that, or the one of the locale
  std::optional<Severity> fail_on;
  std::optional<Stage> stage;
  std::optional<Date> date;
  bool unsafe = false;                      // fix: also what needs a look
  bool diff = false;                        // fix: show, change nothing
  bool layout = false;                      // parse: how it looks instead of what it says
  std::string output;                       // fix: write here instead of in place; "-" is standard output
  std::vector<std::string> select, ignore;  // codes or prefixes
  std::string config;                       // the one vanthu.toml for all inputs; empty: the nearest of each
  bool no_config = false;
  // check, baseline
  std::vector<Output> outputs;  // standard output first
  bool statistics = false;      // tell how many findings there are of what
  std::string baseline;         // a file of known findings; empty: what the configuration says
  bool prune_baseline = false;  // take out of it what is gone
  std::string since;            // a revision: only what git says has changed; empty: none
  bool staged = false, changed = false;
  std::optional<std::vector<std::string>> listed;  // what git named: instead of `paths`
  std::string registry;                            // the office's own register; empty: the nearest upward from the current folder
  std::vector<std::string> packs;                  // files of packs beside those that ship
};

// The program ends here: `out` for standard output, `err` for standard error.
struct Exit {
  int status = 0;
  std::string out, err;
};

// Value of an environment variable, empty when unset.
using Environment = std::string (*)(char const* name);

// --lang, else LC_ALL, LC_MESSAGES, LANG, the first that is set: "vi…", C, POSIX or none is Vietnamese, the rest English.
Language language_of(std::vector<std::string> const& arguments, Environment environment);

// Wrong usage gives an Exit with status 2, --help and --version one with status 0.
std::variant<Options, Exit> parse_options(std::vector<std::string> const& arguments, Environment environment);

}  // namespace vanthu::cli
