#include "cli/outputs.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/run_inputs.hpp"

namespace vanthu::cli {

std::optional<std::string> Outputs::open(Options const& options) {
  for (auto const& output : options.outputs) {
    auto& sink = sinks_.emplace_back(Sink{output.renderer, output.path, std::nullopt, false, {}});
    if (output.path == "-") continue;
    auto opened = OutputFile::open(output.path, options.language);
    if (auto const* why = std::get_if<std::string>(&opened)) return fmt::format("vanthu: --output {}: {}\n", output.path, *why);
    sink.file.emplace(std::get<OutputFile>(std::move(opened)));
  }
  return std::nullopt;
}

std::vector<std::string> Outputs::entry(report::Entry const& entry) const {
  std::vector<std::string> out;
  for (auto const& sink : sinks_) out.push_back(sink.renderer->entry(setting_, entry));
  return out;
}

std::vector<std::string> Outputs::unread(report::Unread const& unread) const {
  std::vector<std::string> out;
  for (auto const& sink : sinks_) out.push_back(sink.renderer->unread(setting_, unread));
  return out;
}

void Outputs::append(std::vector<std::string>& texts, std::vector<std::string> const& more) const {
  texts.resize(sinks_.size());
  for (std::size_t i = 0; i < sinks_.size(); ++i) {
    if (!texts[i].empty() && !more[i].empty()) texts[i] += sinks_[i].renderer->between;
    texts[i] += more[i];
  }
}

void Outputs::put(Sink& sink, std::string_view text, std::string& standard) {
  if (sink.file)
    sink.file->write(text);
  else
    standard += text;
}

std::string Outputs::begin() {
  std::string standard;
  for (auto& sink : sinks_)
    if (!sink.renderer->keeps_entries) put(sink, sink.renderer->head(setting_, {}), standard);
  return standard;
}

std::string Outputs::take(std::vector<std::string> const& texts) {
  std::string standard;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    auto& sink = sinks_[i];
    auto const before = std::exchange(sink.any, true) ? sink.renderer->between : sink.renderer->before_first;
    if (sink.renderer->keeps_entries) {
      sink.kept += before;
      sink.kept += texts[i];
    } else {
      put(sink, before, standard);
      put(sink, texts[i], standard);
    }
  }
  return standard;
}

std::string Outputs::take_not_checked(std::string const& name) {
  auto texts = unread({name, not_checked()});
  for (std::size_t i = 0; i < sinks_.size(); ++i)
    if (sinks_[i].renderer->tail_names_not_checked) texts[i].clear();
  return take(texts);
}

std::string Outputs::end(report::Run const& run) {
  std::string standard;
  for (auto& sink : sinks_) {
    if (sink.renderer->keeps_entries) put(sink, sink.renderer->head(setting_, run), standard);
    put(sink, sink.kept, standard);
    if (sink.any) put(sink, sink.renderer->after_last, standard);
    put(sink, sink.renderer->tail(setting_, run), standard);
  }
  return standard;
}

std::string Outputs::close() {
  std::string out;
  for (auto& sink : sinks_)
    if (sink.file)
      if (auto const why = sink.file->close(setting_.text.language)) out += fmt::format("vanthu: --output {}: {}\n", sink.path, *why);
  return out;
}

}  // namespace vanthu::cli
