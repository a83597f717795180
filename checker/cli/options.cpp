// argv and environment → options. The only file that includes CLI11, whose own words and exit codes never reach the user.
#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "cli/words.hpp"
#include "config/config.hpp"
#include "report/json.hpp"
#include "report/renderer.hpp"

namespace vanthu::cli {
namespace {

constexpr int usage_error = 2;
constexpr unsigned most_jobs = 256;
constexpr unsigned most_memory = 16384;  // MiB

struct CommandText {
  Command command;
  std::string_view name, vi, en;
};
constexpr CommandText commands[] = {
    {Command::check, "check", "soát tệp và thư mục", "check files and folders"},
    {Command::baseline, "baseline", "ghi lại các phát hiện hiện có, để về sau chỉ báo những phát hiện mới",
     "store today's findings, so that later only new ones are reported"},
    {Command::fix, "fix", "sửa những gì sửa được chắc chắn; --unsafe sửa cả những gì cần xem lại",
     "apply fixes that are safe; --unsafe also those that need a look"},
    {Command::parse, "parse", "in ra những gì nhận ra được: thành phần, viện dẫn, bố cục (JSON)",
     "print what is recognized: components, citations, outline (JSON)"},
    {Command::citations, "citations", "mọi viện dẫn và tình trạng của từng văn bản được viện dẫn, theo sổ văn bản",
     "every citation and how it stands to the register of legal documents"},
    {Command::registry, "registry", "tra sổ văn bản; nhập văn bản của cơ quan",
     "look into the register of legal documents; import an office's own"},
    {Command::rules, "rules", "danh mục quy tắc", "the catalogue of rules"},
    {Command::explain, "explain", "giải thích một quy tắc: căn cứ, lý do, ví dụ", "one rule: clause, reason, examples"},
    {Command::config, "config", "giá trị nào của vanthu.toml đang dùng cho một đường dẫn, lấy từ đâu",
     "which values of vanthu.toml hold for a path, and who says so"},
    {Command::init, "init", "ghi một vanthu.toml có chú thích vào thư mục hiện tại",
     "write a commented vanthu.toml into the current folder"},
    {Command::lsp, "lsp", "máy chủ ngôn ngữ (LSP) cho trình soạn thảo, trên dữ liệu vào và ra chuẩn",
     "language server (LSP) for editors, on standard input and output"},
    {Command::test_rules, "test-rules", "thử các ví dụ của gói quy tắc", "run the examples of rule packs"},
    {Command::schema, "schema", "JSON Schema cho trình soạn thảo TOML", "the JSON Schema for editors of TOML"},
};

template <class T>
struct Choice {
  std::string_view name;
  T value;
};

// What was given as text, before it is judged.
struct Raw {
  std::string lang, format, color, fail_on, stage, date, jobs, max_memory;
  std::vector<std::string> outputs;
};

struct Wrong {
  std::string message;
};

template <class T>
T choose(std::string_view option, std::string_view given, std::span<Choice<T> const> choices, Language language) {
  std::vector<std::string_view> names;
  for (auto const& choice : choices) {
    if (choice.name == given) return choice.value;
    names.push_back(choice.name);
  }
  throw Wrong{fmt::format("{} {}: {} \"{}\"{}; {}: {}", say(language, "tùy chọn", "option"), option,
                          say(language, "không có giá trị", "there is no value"), given, did_you_mean(given, names, language),
                          say(language, "có", "there are"), fmt::join(names, ", "))};
}

template <class T, std::size_t n>
void set_choice(T& out, std::string_view option, std::string const& given, Choice<T> const (&choices)[n], Language language) {
  if (!given.empty()) out = choose<T>(option, given, choices, language);
}
template <class T, std::size_t n>
void set_choice(std::optional<T>& out, std::string_view option, std::string const& given, Choice<T> const (&choices)[n],
                Language language) {
  if (!given.empty()) out = choose<T>(option, given, choices, language);
}

class Parser {
 public:
  explicit Parser(Language language) : language_(language), app_(std::string(words(about_vi, about_en)), "vanthu") {
    auto const formatter = app_.get_formatter();
    formatter->label("Usage", words("Cách dùng", "Usage"));
    formatter->label("OPTIONS", words("TÙY CHỌN", "OPTIONS"));
    formatter->label("SUBCOMMAND", words("LỆNH", "COMMAND"));
    formatter->label("Positionals", words("Đối số", "Arguments"));
    formatter->column_width(32);
    app_.require_subcommand(0, 1);
    common(app_);
    app_.set_version_flag("--version", "vanthu " + std::string(report::version()), words("in số phiên bản", "print the version"));
    app_.footer(words("Chi tiết về một lệnh: vanthu LỆNH --help", "More about a command: vanthu COMMAND --help"));
    for (auto const& text : commands) add(text);
  }

  std::variant<Options, Exit> parse(std::vector<std::string> arguments) {
    // What follows "--" is never an option; CLI11 would still take it for one behind another path.
    auto const mark = std::find(arguments.begin(), arguments.end(), "--");
    std::vector<std::string> const operands(mark == arguments.end() ? mark : mark + 1, arguments.end());
    arguments.erase(mark, arguments.end());
    std::reverse(arguments.begin(), arguments.end());  // CLI11 wants them so
    try {
      app_.parse(arguments);
      options_.paths.insert(options_.paths.end(), operands.begin(), operands.end());
      return finish();
    } catch (CLI::CallForHelp const&) {
      auto const chosen = app_.get_subcommands();
      return Exit{0, chosen.empty() ? app_.help() : chosen.front()->help("vanthu"), {}};
    } catch (CLI::CallForVersion const&) {
      return Exit{0, app_.version() + "\n", {}};
    } catch (CLI::ArgumentMismatch const& e) {
      // "--format: 1 required TEXT missing", "Expected …"
      std::string const what = e.what();
      return wrong(fmt::format("{}: {}", what.substr(0, what.find(':')), words("thiếu giá trị", "a value is missing")));
    } catch (CLI::ConversionError const& e) {
      // "Could not convert: --quiet = maybe"
      std::string const what = e.what();
      return wrong(fmt::format("{}{}", words("giá trị không dùng được", "the value cannot be used"), what.substr(what.find(':'))));
    } catch (CLI::ParseError const& e) {
      return wrong(e.what());
    } catch (Wrong const& e) {
      return wrong(e.message);
    }
  }

 private:
  static constexpr std::string_view about_vi =
      "vanthu: soát thể thức và viện dẫn của dự thảo văn bản hành chính. Không gửi gì ra khỏi máy này.";
  static constexpr std::string_view about_en =
      "vanthu: checks format and citations of draft Vietnamese administrative documents. Nothing leaves this machine.";

  std::string words(std::string_view vi, std::string_view en) const { return std::string(say(language_, vi, en)); }

  CLI::Option* value(CLI::App& app, std::string const& name, std::string& into, std::string_view vi, std::string_view en,
                     std::string const& shape) {
    return app.add_option(name, into, words(vi, en))->option_text(shape)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  // May be repeated; one value each, so that it never swallows the paths behind it.
  CLI::Option* values(CLI::App& app, std::string const& name, std::vector<std::string>& into, std::string_view vi, std::string_view en,
                      std::string const& shape) {
    return app.add_option(name, into, words(vi, en))->allow_extra_args(false)->option_text(shape);
  }

  void common(CLI::App& app) {
    app.option_defaults()->group(words("Tùy chọn", "Options"));
    app.set_help_flag("-h,--help", words("in phần trợ giúp này", "print this help"));
    app.allow_extras();
    value(app, "--lang", raw_.lang, "ngôn ngữ của lời báo", "language of messages", "vi|en");
  }

  void add(CommandText const& text) {
    auto& app = *app_.add_subcommand(std::string(text.name), words(text.vi, text.en));
    app.group(words("Lệnh", "Commands"));
    common(app);
    auto& o = options_;
    switch (text.command) {
      case Command::check:
        inputs(app);
        memory(app);
        value(app, "--format", raw_.format, "dạng kết quả (text)", "output format (text)", join_formats("|"));
        values(app, "--output", raw_.outputs, "ghi thêm kết quả dạng này vào tệp (\"-\": ra màn hình); dùng được nhiều lần",
               "also write this format to a file (\"-\": standard output); may be repeated", "FORMAT:FILE");
        app.add_flag("--statistics", o.statistics,
                     words("đếm theo quy tắc, thư mục, loại văn bản", "counts by rule, folder and document type"));
        git(app);
        selection(app);
        packs(app);
        stage(app);
        config(app);
        value(app, "--baseline", o.baseline, "chỉ báo những gì không có trong tệp này (do vanthu baseline ghi)",
              "report only what is not in this file (written by vanthu baseline)", "FILE");
        app.add_flag("--prune-baseline", o.prune_baseline,
                     words("bỏ khỏi tệp ấy những phát hiện đã hết", "take out of that file what is gone"));
        registry(app);
        date(app);
        value(app, "--color", raw_.color, "tô màu (auto)", "colour (auto)", "auto|always|never");
        app.add_flag("--show-suppressed", o.show_suppressed,
                     words("in cả các phát hiện được bỏ qua có lý do", "print suppressed findings too"));
        app.add_flag("-q,--quiet", o.quiet, words("chỉ in các phát hiện", "print findings alone"));
        app.footer(words("Mã thoát: 0 không có phát hiện từ mức --fail-on trở lên; 1 có; 2 dùng sai; 3 có tệp không đọc được.",
                         "Exit status: 0 no findings at or above --fail-on; 1 findings; 2 wrong usage; 3 an input could not be read."));
        break;
      case Command::baseline:
        inputs(app);
        memory(app);
        value(app, "-o", o.output, "ghi vào tệp này (vanthu-baseline.ndjson, hoặc tệp mà vanthu.toml nêu)",
              "write here (vanthu-baseline.ndjson, or what vanthu.toml says)", "FILE");
        codes(app);
        packs(app);
        stage(app);
        config(app);
        registry(app);
        date(app);
        app.add_flag("-q,--quiet", o.quiet, words("không báo gì ngoài lỗi", "report errors alone"));
        break;
      case Command::fix:
        inputs(app);
        app.add_flag("--unsafe", o.unsafe, words("sửa cả những gì cần xem lại", "also apply fixes that need a look"));
        app.add_flag("--diff", o.diff, words("in bản vá, không sửa tệp nào", "print a patch, change nothing"));
        value(app, "-o", o.output, "ghi kết quả vào tệp này (một tệp vào)", "write the result here (one input)", "FILE");
        value(app, "--format", raw_.format, "dạng báo cáo (text)", "format of the report (text)", "text|json|ndjson");
        codes(app);
        stage(app);
        config(app);
        registry(app);
        date(app);
        app.add_flag("-q,--quiet", o.quiet, words("không báo gì ngoài lỗi", "report errors alone"));
        app.footer(
            words("Mã thoát: 0 xong; 1 --diff và có chỗ sẽ sửa; 2 dùng sai; 3 có tệp không đọc hoặc không ghi được.",
                  "Exit status: 0 done; 1 --diff and something would change; 2 wrong usage; 3 a file could not be read or written."));
        break;
      case Command::parse:
        inputs(app);
        memory(app);
        value(app, "--format", raw_.format, "dạng kết quả (json)", "output format (json)", "json|ndjson");
        stage(app);
        app.add_flag("--layout", options_.layout,
                     words("in cách trình bày của từng đoạn (phông chữ, cỡ chữ, canh lề …), cho .docx",
                           "print how each paragraph looks (font, size, alignment …), of .docx"));
        registry(app);
        break;
      case Command::citations:
        inputs(app);
        memory(app);
        value(app, "--format", raw_.format, "dạng kết quả (text); json: mỗi tệp một dòng",
              "output format (text); json: a line for each file", "text|json|csv");
        registry(app);
        date(app);
        app.footer(
            words("Văn bản không có trong sổ là chưa biết, không phải là sai. Tình trạng xét vào ngày của văn bản viện dẫn.",
                  "A document that is not registered is unknown, not wrong. The standing is that on the date of the citing document."));
        break;
      case Command::registry:
        app.add_option(
               "WHAT", o.paths,
               words("find TỪ…: tìm theo số, tên, không cần dấu; info [SỐ]: về sổ, về một văn bản; stats: số văn bản theo năm và loại; "
                     "import TỆP.csv: nhập văn bản của cơ quan",
                     "find WORDS…: by number or name, without diacritics too; info [NUMBER]: of the register, of a document; stats: "
                     "documents by year and type; import FILE.csv: an office's own documents"))
            ->option_text("find|info|stats|import ...");
        value(app, "--format", raw_.format, "dạng kết quả (text)", "output format (text)", "text|json");
        registry(app);
        break;
      case Command::rules:
        value(app, "--format", raw_.format, "dạng kết quả (text)", "output format (text)", "text|json|md");
        packs(app);
        config(app);
        break;
      case Command::explain:
        app.add_option("CODE", o.paths, words("mã quy tắc, ví dụ VD103", "code of a rule, such as VD103"))->option_text(" ");
        packs(app);
        config(app);
        break;
      case Command::config:
        app.add_option("show", o.paths, words("show [ĐƯỜNG DẪN]; không nêu là thư mục hiện tại", "show [PATH]; none: the current folder"))
            ->option_text(" ");
        value(app, "--format", raw_.format, "dạng kết quả (text)", "output format (text)", "text|json");
        selection(app);
        stage(app);
        config(app);
        value(app, "--stdin-filename", options_.stdin_filename, "tên gọi của dữ liệu vào từ \"-\"", "what \"-\" is called", "NAME");
        break;
      case Command::init: break;
      case Command::lsp:
        app.add_flag("--stdio")->description(
            words("như khi không có: trình soạn thảo hay thêm vào", "as without it: editors like to add it"));
        codes(app);
        stage(app);
        config(app);
        registry(app);
        packs(app);
        break;
      case Command::schema:
        app.add_option("KIND", o.paths,
                       words("của gì: pack (gói quy tắc), config (vanthu.toml)", "of what: pack (rule packs), config (vanthu.toml)"))
            ->option_text("pack|config");
        break;
      case Command::test_rules:
        app.add_option("PACK", o.paths,
                       words("tệp TOML; không nêu là mọi gói đang dùng ở đây", "TOML files; none: all packs in force here"))
            ->option_text("...");
        config(app);
        registry(app);
        break;
    }
  }

  void inputs(CLI::App& app) {
    app.add_option("PATH", options_.paths,
                   words("tệp, thư mục (.docx, .txt, .md, .markdown) hoặc \"-\"; không nêu là thư mục hiện tại",
                         "files, folders (.docx, .txt, .md, .markdown) or \"-\"; none: the current folder"))
        ->option_text("...");
    value(app, "--stdin-filename", options_.stdin_filename, "tên gọi của dữ liệu vào từ \"-\"", "what \"-\" is called", "NAME");
    values(app, "--exclude", options_.exclude, "bỏ qua những đường dẫn khớp mẫu này", "leave out paths that match", "GLOB");
    app.add_flag("--no-gitignore", options_.no_gitignore,
                 words("soát cả những tệp trong thư mục mà .gitignore bỏ qua", "also the files of folders that .gitignore leaves out"));
    value(app, "--files-from", options_.files_from, "soát các tệp kê trong FILE (\"-\": dữ liệu vào), mỗi dòng một đường dẫn",
          "check the files listed in FILE (\"-\": standard input), one path a line", "FILE");
    app.add_flag("-0,--null", options_.nul_ends,
                 words("trong danh sách, mỗi đường dẫn kết thúc bằng NUL", "paths of the list end with NUL"));
    value(app, "--jobs", raw_.jobs, "số luồng (bằng số nhân máy tính)", "threads (as many as there are cores)", "N");
  }

  void git(CLI::App& app) {
    value(app, "--since", options_.since, "chỉ soát những tệp đã đổi kể từ bản REV của git", "only files changed since git's REV", "REV");
    app.add_flag("--staged", options_.staged, words("chỉ soát những gì sắp ghi vào git (git add)", "only what git is about to commit"));
    app.add_flag("--changed", options_.changed,
                 words("chỉ soát những tệp đã đổi so với bản git mới nhất", "only files changed since git's last commit"));
  }

  static std::string join_formats(std::string_view between) {
    std::vector<std::string_view> names;
    for (auto const* renderer : report::renderers()) names.push_back(renderer->name);
    return fmt::format("{}", fmt::join(names, between));
  }

  report::Renderer const* format_named(std::string_view option, std::string_view name) const {
    if (auto const* found = report::renderer(name)) return found;
    std::vector<std::string_view> names;
    for (auto const* renderer : report::renderers()) names.push_back(renderer->name);
    throw Wrong{fmt::format("{} {}: {} \"{}\"{}; {}: {}", words("tùy chọn", "option"), option,
                            words("không có giá trị", "there is no value"), name, did_you_mean(name, names, language_),
                            words("có", "there are"), join_formats(", "))};
  }

  // "sarif:ket-qua.sarif": what stands behind the first colon is the file, whatever it is called.
  Output output_of(std::string const& given) const {
    auto const colon = given.find(':');
    if (colon == std::string::npos || colon + 1 == given.size())
      throw Wrong{fmt::format("--output {}: {}", given,
                              words("viết FORMAT:FILE, ví dụ sarif:ket-qua.sarif", "write FORMAT:FILE, such as sarif:findings.sarif"))};
    return {format_named("--output", given.substr(0, colon)), given.substr(colon + 1)};
  }

  void judge_outputs() {
    auto& outputs = options_.outputs;
    outputs = {{format_named("--format", raw_.format.empty() ? "text" : raw_.format), "-"}};
    bool taken = !raw_.format.empty();
    for (auto const& given : raw_.outputs) {
      auto output = output_of(given);
      if (output.path == "-") {
        if (std::exchange(taken, true))
          throw Wrong{words("hai dạng kết quả cùng ra màn hình (--format, --output FORMAT:-)",
                            "two formats for standard output (--format, --output FORMAT:-)")};
        outputs.front() = output;
        continue;
      }
      if (std::ranges::any_of(outputs, [&](Output const& o) { return o.path == output.path; }))
        throw Wrong{
            fmt::format("--output: {}: {}", words("hai dạng kết quả cùng ghi vào một tệp", "two formats for one file"), output.path)};
      outputs.push_back(std::move(output));
    }
    auto const asked = (options_.since.empty() ? 0 : 1) + (options_.staged ? 1 : 0) + (options_.changed ? 1 : 0);
    if (asked > 1)
      throw Wrong{words("--since, --staged và --changed không đi cùng nhau", "--since, --staged and --changed exclude each other")};
    if (asked == 0) return;
    if (!options_.files_from.empty())
      throw Wrong{
          words("--files-from không đi cùng --since, --staged, --changed", "--files-from excludes --since, --staged and --changed")};
    if (std::ranges::find(options_.paths, "-") != options_.paths.end())
      throw Wrong{words("git không biết dữ liệu vào (\"-\")", "git knows nothing of standard input (\"-\")")};
  }

  void memory(CLI::App& app) {
    value(app, "--max-memory", raw_.max_memory, "số MiB bộ nhớ để giải nén một tệp .docx (20 lần cỡ tệp, 64–512)",
          "MiB of memory to unpack a .docx (20 times its size, 64–512)", "MIB");
  }

  void selection(CLI::App& app) {
    codes(app);
    value(app, "--fail-on", raw_.fail_on, "mức làm mã thoát thành 1 (error)", "least severity that makes the exit status 1 (error)",
          "error|warning|info");
  }

  void codes(CLI::App& app) {
    values(app, "--select", options_.select, "chỉ xét các quy tắc này; nhận cả phần đầu của mã: VD, VD1",
           "only these rules; prefixes too: VD, VD1", "CODES")
        ->delimiter(',');
    values(app, "--ignore", options_.ignore, "bỏ các quy tắc này", "leave these rules out", "CODES")->delimiter(',');
  }

  void config(CLI::App& app) {
    value(app, "--config", options_.config, "dùng tệp này thay cho vanthu.toml gần nhất",
          "use this file instead of the nearest vanthu.toml", "FILE");
    app.add_flag("--no-config", options_.no_config, words("không đọc vanthu.toml nào", "read no vanthu.toml"));
  }

  void registry(CLI::App& app) {
    value(app, "--registry", options_.registry, "sổ văn bản của cơ quan (vanthu-registry.sqlite gần nhất)",
          "the office's own register (the nearest vanthu-registry.sqlite)", "FILE");
  }

  void packs(CLI::App& app) {
    values(app, "--pack", options_.packs, "thêm gói quy tắc của tệp này; dùng được nhiều lần",
           "the rule pack of this file too; may be repeated", "FILE");
  }

  void date(CLI::App& app) {
    value(app, "--date", raw_.date, "ngày thay cho ngày của văn bản", "date to stand for the document's own", "YYYY-MM-DD");
  }

  void stage(CLI::App& app) {
    value(app, "--stage", raw_.stage, "dự thảo hay đã ban hành (draft)", "a draft or issued (draft)", "draft|issued");
  }

  Exit wrong(std::string_view message) const {
    return {usage_error, {}, fmt::format("vanthu: {}\n{}\n", message, words("xem: vanthu --help", "see: vanthu --help"))};
  }

  std::variant<Options, Exit> finish() {
    auto const chosen = app_.get_subcommands();
    auto const extras = app_.remaining(true);
    if (chosen.empty()) {
      if (extras.empty()) return Exit{usage_error, {}, app_.help()};
      std::vector<std::string_view> names;
      for (auto const& text : commands) names.push_back(text.name);
      auto const& extra = extras.front();
      if (extra.starts_with("-")) throw_unknown_option(extra, app_);
      throw Wrong{fmt::format("{} \"{}\"{}", words("không có lệnh", "there is no command"), extra, did_you_mean(extra, names, language_))};
    }
    auto& app = *chosen.front();
    for (auto const& extra : extras)
      if (extra.size() > 1 && extra.starts_with("-")) throw_unknown_option(extra, app);
    if (!extras.empty()) throw_too_many(extras.front());
    for (auto const& text : commands)
      if (text.name == app.get_name()) options_.command = text.command;
    if (options_.command == Command::rules && !options_.paths.empty()) throw_too_many(options_.paths.front());
    if (options_.command == Command::explain && options_.paths.empty())
      throw Wrong{
          words("explain: thiếu mã quy tắc, ví dụ: vanthu explain VD103", "explain: a code is missing, such as: vanthu explain VD103")};
    if (options_.command == Command::schema) {
      if (options_.paths.size() > 1) throw_too_many(options_.paths[1]);
      if (options_.paths.empty() || (options_.paths.front() != "pack" && options_.paths.front() != "config"))
        throw Wrong{words("schema: của gì? viết: vanthu schema pack, hoặc vanthu schema config",
                          "schema: of what? write: vanthu schema pack, or vanthu schema config")};
    }
    if (options_.command == Command::registry) judge_registry();
    if ((options_.command == Command::init || options_.command == Command::lsp) && !options_.paths.empty())
      throw_too_many(options_.paths.front());
    if (options_.command == Command::config) {
      auto const& paths = options_.paths;
      if (paths.empty() || paths.front() != "show")
        throw Wrong{words("config: viết \"vanthu config show [ĐƯỜNG DẪN]\"", "config: write \"vanthu config show [PATH]\"")};
      if (paths.size() > 2) throw_too_many(paths[2]);
    }
    if (options_.command == Command::explain && options_.paths.size() > 1) throw_too_many(options_.paths[1]);
    judge();
    return options_;
  }

  void judge_registry() {
    std::vector<std::string_view> const known = {"find", "info", "stats", "import"};
    auto const& paths = options_.paths;
    if (paths.empty())
      throw Wrong{words("registry: viết registry find, info, stats hoặc import", "registry: write registry find, info, stats or import")};
    auto const& what = paths.front();
    if (std::find(known.begin(), known.end(), what) == known.end()) {
      throw Wrong{
          fmt::format("registry: {} \"{}\"{}", words("không có lệnh", "there is no command"), what, did_you_mean(what, known, language_))};
    }
    if (what == "find" && paths.size() < 2) throw Wrong{words("registry find: thiếu từ cần tìm", "registry find: words are missing")};
    if (what == "import" && paths.size() < 2)
      throw Wrong{words("registry import: thiếu tệp CSV", "registry import: the CSV file is missing")};
    if (what == "import" && paths.size() > 2) throw_too_many(paths[2]);
    if (what == "stats" && paths.size() > 1) throw_too_many(paths[1]);
  }

  [[noreturn]] void throw_unknown_option(std::string const& given, CLI::App const& app) const {
    auto const name = given.substr(0, given.find('='));
    std::vector<std::string> names;
    for (auto const* option : app.get_options())
      for (auto const& known : option->get_lnames()) names.push_back("--" + known);
    throw Wrong{fmt::format("{} {}{}", words("không có tùy chọn", "there is no option"), name,
                            did_you_mean(name, {names.begin(), names.end()}, language_))};
  }

  [[noreturn]] void throw_too_many(std::string const& given) const {
    throw Wrong{fmt::format("{}: {}", words("thừa đối số", "too many arguments"), given)};
  }

  void judge() {
    static constexpr Choice<Language> languages[] = {{"vi", Language::vi}, {"en", Language::en}};
    static constexpr Choice<OutputFormat> all_formats[] = {
        {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"ndjson", OutputFormat::ndjson}};
    static constexpr Choice<OutputFormat> machine_formats[] = {{"json", OutputFormat::json}, {"ndjson", OutputFormat::ndjson}};
    static constexpr Choice<OutputFormat> list_formats[] = {
        {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"md", OutputFormat::markdown}};
    static constexpr Choice<OutputFormat> table_formats[] = {
        {"text", OutputFormat::text}, {"json", OutputFormat::json}, {"csv", OutputFormat::csv}};
    static constexpr Choice<OutputFormat> plain_formats[] = {{"text", OutputFormat::text}, {"json", OutputFormat::json}};
    static constexpr Choice<ColorWhen> colors[] = {
        {"auto", ColorWhen::automatic}, {"always", ColorWhen::always}, {"never", ColorWhen::never}};
    static constexpr Choice<Severity> severities[] = {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
    static constexpr Choice<Stage> stages[] = {{"draft", Stage::draft}, {"issued", Stage::issued}};

    set_choice(options_.given_language, "--lang", raw_.lang, languages, language_);
    options_.language = options_.given_language.value_or(language_);
    for (auto const& glob : options_.exclude)
      if (auto const problem = glob_problem(glob))
        throw Wrong{fmt::format("--exclude \"{}\": {}", glob, words_of(problem->fault, options_.language))};
    if (options_.no_config && !options_.config.empty())
      throw Wrong{words("--config và --no-config không đi cùng nhau", "--config and --no-config exclude each other")};
    switch (options_.command) {
      case Command::check: judge_outputs(); break;
      case Command::parse:
        options_.format = OutputFormat::json;
        set_choice(options_.format, "--format", raw_.format, machine_formats, language_);
        break;
      case Command::config:
      case Command::rules: set_choice(options_.format, "--format", raw_.format, list_formats, language_); break;
      case Command::citations: set_choice(options_.format, "--format", raw_.format, table_formats, language_); break;
      case Command::registry: set_choice(options_.format, "--format", raw_.format, plain_formats, language_); break;
      default: set_choice(options_.format, "--format", raw_.format, all_formats, language_); break;
    }
    set_choice(options_.color, "--color", raw_.color, colors, language_);
    set_choice(options_.fail_on, "--fail-on", raw_.fail_on, severities, language_);
    set_choice(options_.stage, "--stage", raw_.stage, stages, language_);
    if (!raw_.jobs.empty()) {
      auto const end = raw_.jobs.data() + raw_.jobs.size();
      auto const [rest, error] = std::from_chars(raw_.jobs.data(), end, options_.jobs);
      if (error != std::errc{} || rest != end || options_.jobs < 1 || options_.jobs > most_jobs)
        throw Wrong{fmt::format("--jobs: {} \"{}\" ({} 1–{})", words("không dùng được", "cannot be used:"), raw_.jobs,
                                words("nhận", "takes"), most_jobs)};
    }
    if (!raw_.max_memory.empty()) {
      std::uint64_t mebibytes = 0;
      auto const end = raw_.max_memory.data() + raw_.max_memory.size();
      auto const [rest, error] = std::from_chars(raw_.max_memory.data(), end, mebibytes);
      if (error != std::errc{} || rest != end || mebibytes < 1 || mebibytes > most_memory)
        throw Wrong{fmt::format("--max-memory: {} \"{}\" ({} 1–{})", words("không dùng được", "cannot be used:"), raw_.max_memory,
                                words("nhận", "takes"), most_memory)};
      options_.reading.max_memory = mebibytes << 20U;
    }
    if (options_.nul_ends && options_.files_from.empty())
      throw Wrong{words("--null chỉ đi cùng --files-from", "--null goes with --files-from")};
    if (options_.files_from == "-" && std::find(options_.paths.begin(), options_.paths.end(), "-") != options_.paths.end())
      throw Wrong{words("dữ liệu vào không thể vừa là danh sách tệp (--files-from -) vừa là văn bản (\"-\")",
                        "standard input cannot be both the list of files (--files-from -) and a document (\"-\")")};
    if (!raw_.date.empty()) {
      options_.date = parse_iso_date(raw_.date);
      if (!options_.date || !options_.date->complete())
        throw Wrong{fmt::format("--date: {} \"{}\"; {}: 2024-03-05", words("không phải một ngày:", "not a date:"), raw_.date,
                                words("viết như", "written like"))};
    }
  }

  Language language_;
  CLI::App app_;
  Raw raw_;
  Options options_;
};

}  // namespace

Language language_of(std::vector<std::string> const& arguments, Environment environment) {
  std::string given;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i].starts_with("--lang=")) given = arguments[i].substr(7);
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) given = arguments[i + 1];
  }
  if (given == "vi") return Language::vi;
  if (given == "en") return Language::en;
  for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    auto const locale = environment(name);
    if (locale.empty()) continue;
    auto const language = locale.substr(0, locale.find_first_of("_.@"));
    return language == "vi" || language == "C" || language == "POSIX" ? Language::vi : Language::en;
  }
  return Language::vi;
}

std::variant<Options, Exit> parse_options(std::vector<std::string> const& arguments, Environment environment) {
  return Parser(language_of(arguments, environment)).parse(arguments);
}

}  // namespace vanthu::cli
