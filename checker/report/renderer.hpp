// The formats of `vanthu check`: one common result, one renderer for each.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/rule_set.hpp"
#include "report/statistics.hpp"
#include "report/text.hpp"
#include "vanthu/check.hpp"

namespace vanthu::report {

// What all inputs of a run share.
struct Setting {
  TextStyle text;                  // its language is that of what is said about the whole run
  std::string folder;              // the current one, absolute: names in reports are relative to it
  std::vector<Rule const*> rules;  // the catalogue: those of the current folder, ascending by code
};

// One input judged.
struct Entry {
  Checked const& checked;
  Language language = Language::vi;
  Severity fail_on = Severity::error;  // what counts as failed
  bool new_only = false;               // findings of a baseline were taken out
};

struct Unread {
  std::string name;
  ReadError error;
};

struct CheckedFile {
  std::string name;
  Encoding encoding = Encoding::utf8;
  Format format = Format::text;
};

// What became of the findings of baselines.
struct BaselineTally {
  std::size_t remaining = 0;  // known, and still there
  std::size_t gone = 0;       // known, and not found any more
};

// What is known when all inputs were judged.
struct Run {
  Totals totals;
  int status = 0;  // the exit status
  bool interrupted = false;
  std::vector<std::string> not_checked;      // inputs that were not read because of it; in order
  std::vector<Unread> unread;                // ascending by name
  std::vector<CheckedFile> files;            // likewise
  std::vector<Rule const*> more_rules;       // that judged some file beside those of Setting::rules; ascending by code
  std::map<std::string, int> not_evaluated;  // rules that could not judge → how many files
  std::optional<BaselineTally> baseline;     // where one was used
  Statistics statistics;
  bool statistics_asked = false;  // by the user
};

inline std::string nothing(Setting const&, Run const&) { return {}; }

// Parts of one output, in this order: head, entries, tail. Entries are made in several threads and written in the order of the inputs;
// `before_first`, `between` and `after_last` stand around those that are not empty.
struct Renderer {
  std::string_view name;  // of --format
  // A head that tells of the whole run: everything is kept until its end. Else `run` is empty there.
  bool keeps_entries = false;
  bool needs_facts = false;             // its tail, or head, tells what RunFacts gathers: all of Run from `unread` on
  bool tail_names_not_checked = false;  // the inputs that an interrupted run did not read; else each is an unread entry
  std::string_view before_first = {}, between = {}, after_last = {};
  std::string (*head)(Setting const& setting, Run const& run) = nothing;
  std::string (*entry)(Setting const& setting, Entry const& entry);
  std::string (*unread)(Setting const& setting, Unread const& unread) = [](Setting const&, Unread const&) { return std::string(); };
  std::string (*tail)(Setting const& setting, Run const& run) = nothing;
};

// text, json, ndjson, sarif, github, gitlab, junit, checkstyle, rdjson, html.
std::span<Renderer const* const> renderers();
// Null when there is none of that name.
Renderer const* renderer(std::string_view name);

// --- Shared by renderers ------------------------------------------------------------------------------------------------------------

// An input's name as others look for it: without "." and "..", relative to the current folder where it stands below it, else absolute.
std::string relative_name(Setting const& setting, std::string_view name);

// Words of a problem with an input.
std::string const& words(ReadError const& error, Language language);

// `text` inside an XML element or attribute in double quotes: marked-up characters escaped, what XML 1.0 has no place for U+FFFD.
std::string xml(std::string_view text);

extern Renderer const text_renderer, json_renderer, ndjson_renderer, sarif_renderer, github_renderer, gitlab_renderer, junit_renderer,
    checkstyle_renderer, rdjson_renderer, html_renderer;

}  // namespace vanthu::report
