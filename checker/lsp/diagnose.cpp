// Diagnostics, pushed and pulled: of open documents, of whole folders, and of the files by which documents are judged.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lsp/findings.hpp"
#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"
#include "lsp/wire/results.hpp"
#include "lsp/words.hpp"

namespace vanthu::lsp {
namespace {

constexpr std::size_t batch = 50;  // reports that are sent together
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Tells one answer from another (FNV-1a).
std::string id_of(std::string_view findings) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (auto const c : findings) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return fmt::format("{:016x}", hash);
}

std::string findings_of(Server& server, OpenDocument& document) {
  if (!document.analysis) server.files_may_differ = true;
  auto const& analysis = analysis_of(document, server.machine);
  return findings_json(findings(analysis, document.uri, document.buffer, analysis.language(server.machine.language)));
}

// What is wrong in configurations and sidecars of open documents: JSON by path.
std::map<std::string, std::string> problems_of_files(Server& server) {
  std::map<std::string, std::vector<FileProblem>> problems;
  std::map<std::string, std::string> out;
  for (auto& [uri, document] : server.documents) {
    if (document.path.empty()) continue;
    auto const& analysis = analysis_of(document, server.machine);
    for (auto const& problem : analysis.judgement.problems) {
      auto& of_file = problems[problem.path];
      auto const same = [&](FileProblem const& other) {
        return other.line == problem.line && other.column == problem.column && other.message == problem.message;
      };
      if (std::none_of(of_file.begin(), of_file.end(), same)) of_file.push_back(problem);
    }
    if (auto const* checked = analysis.checked(); checked != nullptr && analysis.judgement.of_sidecar)
      if (auto const about = analysis.judgement.of_sidecar(*checked)) {
        auto const& path = analysis.judgement.sidecar;
        out[path] = findings_json(findings(*about, uri_of(path), TextBuffer(about->document.source, server.unit)));
      }
  }
  for (auto const& [path, list] : problems) {
    auto bytes = server.machine.load(path);
    auto* text = std::get_if<std::string>(&bytes);
    out[path] = findings_json(findings(list, path, TextBuffer(text != nullptr ? std::move(*text) : std::string(), server.unit)));
  }
  return out;
}

void publish_files(Server& server) {
  server.files_may_differ = false;
  auto now = problems_of_files(server);
  for (auto const& [path, before] : server.told_of_files)
    if (!now.contains(path)) publish_nothing(server, uri_of(path));
  for (auto const& [path, json] : now)
    if (auto const before = server.told_of_files.find(path); before == server.told_of_files.end() || before->second != json)
      notify(server, "textDocument/publishDiagnostics", publish_params(uri_of(path), std::nullopt, json));
  server.told_of_files = std::move(now);
}

// The report on one file of a workspace.
std::string report_of(Server& server, WorkspaceJob const& job, std::string const& path) {
  for (auto& [uri, document] : server.documents)
    if (document.path == path) {
      auto const json = findings_of(server, document);
      auto const id = id_of(json);
      auto const previous = job.wanted.previous.find(uri);
      auto const same = previous != job.wanted.previous.end() && previous->second == id;
      return workspace_report(uri, document.version, id, same ? "" : json);
    }
  auto const uri = uri_of(path);
  auto const previous = job.wanted.previous.find(uri);
  auto const stamp = server.machine.stamp(path);
  if (auto const known = server.remembered.find(path); known != server.remembered.end() && stamp == known->second.stamp &&
                                                       previous != job.wanted.previous.end() && previous->second == known->second.result_id)
    return workspace_report(uri, std::nullopt, known->second.result_id, {});
  auto const bytes = server.machine.load(path);
  auto const* text = std::get_if<std::string>(&bytes);
  auto json = std::string("[]");
  if (text != nullptr) {
    auto shown = std::string_view(*text);
    if (shown.starts_with(byte_order_mark)) shown.remove_prefix(byte_order_mark.size());  // as editors do
    auto const analysis = analyze(shown, path, path, server.machine);
    // Places count in the file's own bytes; those of a text that is not UTF-8 are told when it is opened.
    auto const* checked = analysis.checked();
    auto const is_text = checked != nullptr && checked->document.encoding == Encoding::utf8 && checked->document.format != Format::docx;
    if (is_text) json = findings_json(findings(*checked, uri, TextBuffer(std::string(shown), server.unit)));
  }
  auto id = id_of(json);
  if (stamp) server.remembered[path] = {*stamp, id};
  auto const same = previous != job.wanted.previous.end() && previous->second == id;
  return workspace_report(uri, std::nullopt, id, same ? "" : json);
}

void list_files(Server& server, WorkspaceJob& job) {
  job.files.emplace();
  for (auto const& folder : server.folders)
    server.machine.documents(folder, [&](std::string const& path) {
      job.files->push_back(path);
      return !server.cancelled(job.id);
    });
  std::sort(job.files->begin(), job.files->end());
  job.files->erase(std::unique(job.files->begin(), job.files->end()), job.files->end());
  if (!job.wanted.progress.empty())
    notify(server, "$/progress",
           progress_begin(job.wanted.progress, say(server.machine.language, "soát cả thư mục", "checking the folder")));
}

void flush(Server& server, WorkspaceJob& job) {
  auto const done = job.files->size() == 0 ? 100U : static_cast<unsigned>(job.next * 100 / job.files->size());
  if (!job.wanted.progress.empty())
    notify(server, "$/progress", progress_report(job.wanted.progress, fmt::format("{}/{}", job.next, job.files->size()), done));
  if (job.wanted.partial.empty() || job.items.empty()) return;
  notify(server, "$/progress", partial_result(job.wanted.partial, job.items));
  job.items.clear();
}

// The next file of the first job.
void go_on(Server& server) {
  auto& job = server.jobs.front();
  auto const end_progress = [&] {
    if (!job.wanted.progress.empty() && job.files) notify(server, "$/progress", progress_end(job.wanted.progress));
  };
  if (server.cancelled(job.id)) {
    end_progress();
    refuse(server, job.id, request_cancelled, "cancelled");
    server.jobs.erase(server.jobs.begin());
    return;
  }
  if (!job.files) return list_files(server, job);
  if (job.next < job.files->size()) {
    job.items.push_back(report_of(server, job, (*job.files)[job.next++]));
    if (job.next % batch == 0) flush(server, job);
    return;
  }
  if (job.files->size() % batch != 0) flush(server, job);
  end_progress();
  answer(server, job.id, reports(job.items));
  server.jobs.erase(server.jobs.begin());
}

}  // namespace

std::optional<std::string> pull(Server& server, ParamsPtr const& params) {
  auto const wanted = pull_params(params);
  if (!wanted) return std::nullopt;
  auto* document = find_document(server, wanted->uri);
  auto const json = document != nullptr ? findings_of(server, *document) : std::string("[]");
  auto const id = id_of(json);
  return report(id, id == wanted->previous ? "" : json);
}

void pull_workspace(Server& server, Id const& id, ParamsPtr const& params) {
  auto wanted = workspace_pull_params(params);
  if (!wanted) return refuse(server, id, invalid_params, "parameters of another shape");
  server.jobs.push_back({id, std::move(*wanted), std::nullopt, 0, {}});
}

bool diagnose(Server& server) {
  if (!server.client.pulls)
    for (auto& [uri, document] : server.documents)
      if (!document.told) {
        document.told = true;
        notify(server, "textDocument/publishDiagnostics", publish_params(uri, document.version, findings_of(server, document)));
        return true;
      }
  if (server.files_may_differ) return publish_files(server), true;
  if (server.jobs.empty()) return false;
  go_on(server);
  return true;
}

void publish_nothing(Server& server, std::string const& uri) {
  notify(server, "textDocument/publishDiagnostics", publish_params(uri, std::nullopt, "[]"));
}

}  // namespace vanthu::lsp
