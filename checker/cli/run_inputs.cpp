// A command over many inputs.
#include "cli/run_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

#include "cli/batches.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/parallel.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"

namespace vanthu::cli {
namespace {

constexpr std::size_t kept_buffer = std::size_t{1} << 20;  // what a thread keeps for its next input
constexpr std::size_t named_left = 10;                     // inputs not read that standard error names

unsigned jobs_of(Options const& options) {
  if (is_single_file(options)) return 1;
  return options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

// How many files there are to check; nothing where a list, which comes only once, says so.
std::optional<std::size_t> count_files(Options const& options) {
  if (!options.files_from.empty()) return std::nullopt;
  Inputs again(options);
  std::size_t out = 0;
  while (auto const input = again.next())
    if (input->note.empty()) ++out;
  return out;
}

std::optional<ReadError> load(std::string& bytes, std::string const& path, InputWork const& work) {
  return work.load ? work.load(bytes, path) : load_into(bytes, path);
}

Piece piece_of(Input const& input, Options const& options, InputWork const& work) {
  if (!input.note.empty()) return {{}, options.quiet ? std::string{} : fmt::format("vanthu: {}\n", input.note), {}, {}};
  auto const name = shown_name(options, input.path);
  if (input.error) return unreadable_piece(name, *input.error, options, work);
  thread_local std::string bytes;
  auto const error = load(bytes, input.path, work);
  auto out = error ? unreadable_piece(name, *error, options, work) : work.read(input.path, bytes);
  if (bytes.capacity() > kept_buffer) bytes = {};
  return out;
}

// The results of inputs that are taken together.
struct Pieces {
  std::vector<Piece> all;

  std::size_t size() const {
    std::size_t bytes = 0;
    for (auto const& piece : all) bytes += piece.size();
    return bytes;
  }
};

// Begun is what is loaded: of the rest an interruption leaves the names.
Pieces pieces_of(std::vector<Input> const& inputs, Options const& options, InputWork const& work, Batches& batches) {
  Pieces out{std::vector<Piece>(inputs.size())};
  std::vector<Loaded> loaded;
  std::vector<std::size_t> places;  // of these among the inputs
  std::size_t bytes = 0;
  auto const read = [&] {
    if (loaded.empty()) return;
    batches.weigh(loaded.size(), bytes);
    auto pieces = work.read_all(loaded);
    for (std::size_t i = 0; i < pieces.size(); ++i) out.all[places[i]] = std::move(pieces[i]);
    loaded.clear();
    places.clear();
    bytes = 0;
  };
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto const& input = inputs[i];
    if (!input.note.empty() || input.error || !work.read_all) {
      out.all[i] = piece_of(input, options, work);
    } else if (i > 0 && interruption() != 0) {
      out.all[i].not_read = shown_name(options, input.path);
    } else {
      Loaded one{input.path, {}, input.may_have_sidecar};
      if (auto const error = load(one.bytes, input.path, work)) {
        out.all[i] = unreadable_piece(shown_name(options, input.path), *error, options, work);
        continue;
      }
      // What a packed document unpacks to may be many times as much: it ends what is taken together.
      bytes += one.bytes.starts_with("PK") ? most_bytes_together : one.bytes.size();
      loaded.push_back(std::move(one));
      places.push_back(i);
      if (bytes >= most_bytes_together) read();
    }
  }
  read();
  return out;
}

// Prints pieces as they come in order.
class Printer {
 public:
  Printer(Framing framing, InputWork const& work, Progress& progress) : framing_(framing), work_(work), progress_(progress) {}

  void take(std::vector<Piece>& pieces, Ending& ending, std::vector<std::string>& not_read) {
    for (auto& piece : pieces) {
      if (!piece.not_read.empty()) not_read.push_back(std::move(piece.not_read));
      if (work_.arrived) work_.arrived(piece);
      if (!piece.out.empty()) {
        chunk_.append(std::exchange(any_, true) ? framing_.between : framing_.before_first);
        chunk_ += piece.out;
      }
      if (!piece.err.empty()) {
        flush();
        progress_.erase();
        print_error(piece.err);
      }
      add(ending.totals, piece.totals);
    }
    flush();
  }

 private:
  void flush() {
    if (chunk_.empty()) return;
    progress_.erase();
    print(chunk_);
    chunk_.clear();
  }

  Framing framing_;
  InputWork const& work_;
  Progress& progress_;
  std::string chunk_;
  bool any_ = false;
};

void tell_left(Ending const& ending, std::vector<std::string> const& first_names, Language language) {
  auto out = fmt::format("vanthu: {}; {}",
                         ending.signal == SIGPIPE ? say(language, "không ghi tiếp được kết quả", "the output is closed")
                                                  : say(language, "bị ngắt giữa chừng", "interrupted"),
                         language == Language::vi ? fmt::format("chưa soát {} tệp", ending.not_checked)
                                                  : fmt::format("{} files not checked", ending.not_checked));
  if (ending.list_unread) out += say(language, " và những tệp ở phần danh sách chưa đọc", " and those of the rest of the list");
  for (std::size_t i = 0; i < first_names.size(); ++i) out += fmt::format("{} {}", i == 0 ? ":" : ",", first_names[i]);
  if (ending.not_checked > first_names.size())
    out += fmt::format(", … ({} {})", ending.not_checked - first_names.size(), say(language, "tệp nữa", "more"));
  print_error(out + "\n");
}

}  // namespace

Piece unreadable_piece(std::string const& name, ReadError const& error, Options const& options, InputWork const& work) {
  Piece out;
  if (error.kind == interrupted_kind) {
    out.not_read = name;
    return out;
  }
  out.totals.unreadable = 1;
  out.err = fmt::format("{}: {}\n", name, say(options.language, error.message_vi, error.message_en));
  if (work.unreadable) out.out = work.unreadable(name, error);
  if (work.unread) out.outputs = work.unread(name, error);
  return out;
}

Ending run_inputs(Inputs& inputs, Options const& options, Surroundings const& surroundings, Framing framing, InputWork const& work,
                  std::function<void(std::string const& name)> const& left) {
  catch_signals();
  Ending ending;
  std::vector<std::string> not_read;
  Progress progress(surroundings.progress && !options.quiet, options.language, [&] { return count_files(options); });
  Printer printer(framing, work, progress);
  std::mutex output;  // guards the three
  auto const jobs = jobs_of(options);
  Batches batches(inputs, jobs, !work.read_all || !options.files_from.empty());
  in_order(
      is_single_file(options) ? 0 : jobs,
      [&]() -> std::optional<std::vector<Input>> {
        auto out = batches.next();
        return out.empty() ? std::nullopt : std::optional(std::move(out));
      },
      [&](std::vector<Input> const& several) { return pieces_of(several, options, work, batches); },
      [&](std::vector<Pieces>& done) {
        std::scoped_lock const lock(output);
        for (auto& pieces : done) printer.take(pieces.all, ending, not_read);
      },
      [&] {
        std::scoped_lock const lock(output);
        progress.show(static_cast<std::size_t>(ending.totals.files + ending.totals.unreadable));
        return interruption() == 0;
      });
  progress.erase();
  if (interruption() == 0) return ending;

  std::vector<std::string> first_names;
  auto const tell = [&](std::string const& name) {
    ++ending.not_checked;
    if (first_names.size() < named_left) first_names.push_back(name);
    left(name);
  };
  for (auto const& name : not_read) tell(name);
  while (auto const input = batches.left())
    if (input->note.empty()) tell(shown_name(options, input->path));
  ending.list_unread = inputs.list_cut_short();
  bool const complete = ending.not_checked == 0 && !ending.list_unread && interruption() != SIGPIPE;
  if (complete) return ending;
  ending.signal = interruption();
  if (output_error() == 0 || output_error() == EPIPE) tell_left(ending, first_names, options.language);
  return ending;
}

ReadError not_checked() { return {std::string(interrupted_kind), "chưa soát vì bị ngắt giữa chừng", "not checked: interrupted before"}; }

bool can_begin(Inputs const& inputs, Options const& options) {
  auto const error = inputs.list_error();
  if (error)
    print_error(
        fmt::format("vanthu: --files-from {}: {}\n", options.files_from, say(options.language, error->message_vi, error->message_en)));
  return !error;
}

int exit_status(Ending const& ending, int status) {
  if (ending.signal != 0) return 128 + ending.signal;
  return ending.totals.unreadable > 0 ? 3 : status;
}

}  // namespace vanthu::cli
