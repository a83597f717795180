// The outputs of one run: a format and where it goes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/rewrite.hpp"
#include "report/renderer.hpp"

namespace vanthu::cli {

class Outputs {
 public:
  // `setting` must outlive it.
  explicit Outputs(report::Setting const& setting) : setting_(setting) {}

  // Opens all of them before anything is checked, standard output first; what is wrong, as a line to print.
  std::optional<std::string> open(Options const& options);

  // One text for each output; from several threads at once.
  std::vector<std::string> entry(report::Entry const& entry) const;
  std::vector<std::string> unread(report::Unread const& unread) const;
  // `more` behind what is in `texts`.
  void append(std::vector<std::string>& texts, std::vector<std::string> const& more) const;

  // In the order of the inputs, by one thread at a time. What belongs on standard output comes back.
  std::string begin();
  std::string take(std::vector<std::string> const& texts);
  // An input that was not read because the run was interrupted.
  std::string take_not_checked(std::string const& name);
  std::string end(report::Run const& run);
  // Puts the files in their places. The lines to print about those that could not be written; empty when all were.
  std::string close();

 private:
  struct Sink {
    report::Renderer const* renderer;
    std::string path;
    std::optional<OutputFile> file;  // absent: standard output
    bool any = false;                // whether an entry was written
    std::string kept;
  };
  void put(Sink& sink, std::string_view text, std::string& standard);

  report::Setting const& setting_;
  std::vector<Sink> sinks_;
};

}  // namespace vanthu::cli
