#include "report/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "engine/fingerprint.hpp"
#include "report/json.hpp"
#include "text/unicode.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_text = 60;  // code points

std::string cut(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < longest_text; ++n) next_code_point(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

std::optional<std::uint64_t> fingerprint(std::string const& text) {
  std::uint64_t out = 0;
  auto const end = text.data() + text.size();
  auto const [rest, error] = std::from_chars(text.data(), end, out, 16);
  if (text.size() != 16 || error != std::errc{} || rest != end) return std::nullopt;
  return out;
}

std::optional<std::string> string_of(Json const& json, char const* key) {
  auto const at = json.find(key);
  if (at == json.end() || !at->is_string()) return std::nullopt;
  return at->get<std::string>();
}

bool judged(Checked const& checked, RuleSet const& rules, std::string_view code) {
  auto const all = rules.rules();
  auto const at = std::ranges::lower_bound(all, code, {}, &Rule::code);
  if (at == all.end() || at->code != code) return true;  // no such rule any more
  auto const index = static_cast<std::size_t>(at - all.begin());
  auto const ran = index < checked.ran.size() ? checked.ran[index] : Ran::yes;
  return ran == Ran::yes || ran == Ran::not_applicable;
}

}  // namespace

std::vector<KnownFinding> known_findings(Checked const& checked, std::string const& file) {
  std::vector<KnownFinding> out;
  for (auto const& d : checked.diagnostics)
    if (!d.suppressed) out.push_back({file, d.code, d.fingerprint, cut(slice(checked.document.text, d.span))});
  return out;
}

std::string baseline_text(std::vector<KnownFinding> findings) {
  std::ranges::sort(findings);
  findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
  auto out = fmt::format("{{\"schema\": \"{}\"}}\n", baseline_schema);
  for (auto const& f : findings)
    out += fmt::format("{{\"file\": {}, \"code\": {}, \"fingerprint\": \"{}\", \"text\": {}}}\n", json_string(f.file), json_string(f.code),
                       fingerprint_text(f.fingerprint), json_string(f.text));
  return out;
}

std::variant<std::vector<KnownFinding>, BaselineError> parse_baseline(std::string_view bytes) {
  std::vector<KnownFinding> out;
  bool headed = false;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const end = std::min(bytes.find('\n', at), bytes.size());
    auto line = bytes.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (trim(line).empty()) continue;
    auto const json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return BaselineError{number, "dòng này không phải một đối tượng JSON", "this line is no JSON object"};
    if (!std::exchange(headed, true)) {
      if (string_of(json, "schema") != baseline_schema)
        return BaselineError{number, fmt::format("không có \"schema\": \"{}\" ở dòng đầu", baseline_schema),
                             fmt::format("the first line has no \"schema\": \"{}\"", baseline_schema)};
      continue;
    }
    auto file = string_of(json, "file"), code = string_of(json, "code"), print = string_of(json, "fingerprint");
    for (auto const& [value, name] : {std::pair{&file, "file"}, std::pair{&code, "code"}, std::pair{&print, "fingerprint"}})
      if (!*value || (*value)->empty())
        return BaselineError{number, fmt::format("thiếu \"{}\"", name), fmt::format("\"{}\" is missing", name)};
    auto const value = fingerprint(*print);
    if (!value) return BaselineError{number, "\"fingerprint\" không phải 16 chữ số hệ 16", "\"fingerprint\" is not 16 hexadecimal digits"};
    out.push_back({std::move(*file), std::move(*code), *value, string_of(json, "text").value_or("")});
  }
  if (!headed)
    return BaselineError{1, fmt::format("tệp trống, không có \"schema\": \"{}\"", baseline_schema),
                         fmt::format("empty: no \"schema\": \"{}\"", baseline_schema)};
  return out;
}

Baseline::Baseline(std::vector<KnownFinding> findings, std::function<bool(std::string const& file)> const& exists) {
  std::ranges::sort(findings);
  for (auto& finding : findings) {
    auto const [file, fresh] = files_.try_emplace(finding.file);
    if (fresh) file->second.exists = exists(finding.file);
    if (!file->second.exists) missing_[finding.fingerprint].push_back(finding.file);
    file->second.known.push_back(known_.size());
    known_.push_back({std::move(finding), State::not_looked_at, {}});
  }
}

std::vector<std::size_t> const* Baseline::known_of(Checked const& checked, std::string const& file) const {
  if (auto const at = files_.find(file); at != files_.end()) return &at->second.known;
  std::map<std::string_view, std::size_t> alike;
  for (auto const& d : checked.diagnostics)
    if (auto const at = missing_.find(d.fingerprint); !d.suppressed && at != missing_.end())
      for (auto const& name : at->second) ++alike[name];
  std::vector<std::size_t> const* best = nullptr;
  std::size_t most = 0;
  for (auto const& [name, count] : alike) {
    auto const& known = files_.find(name)->second.known;
    if (2 * count < known.size() || count <= most) continue;
    most = count;
    best = &known;
  }
  return best;
}

void Baseline::take_known(Checked& checked, RuleSet const& rules, std::string const& file) {
  std::scoped_lock const lock(mutex_);
  auto const* known = known_of(checked, file);
  if (known == nullptr) return;
  std::map<std::uint64_t, Known*> by_fingerprint;
  for (auto const i : *known) by_fingerprint.emplace(known_[i].finding.fingerprint, &known_[i]);
  std::set<Known const*> found;
  std::erase_if(checked.diagnostics, [&](Diagnostic const& d) {
    auto const at = by_fingerprint.find(d.fingerprint);
    if (d.suppressed || at == by_fingerprint.end() || at->second->finding.code != d.code) return false;
    found.insert(at->second);
    return true;
  });
  for (auto const i : *known) {
    auto& one = known_[i];
    if (found.contains(&one)) {
      one.state = State::remaining;
      if (one.finding.file != file && (one.moved_to.empty() || file < one.moved_to)) one.moved_to = file;
    } else if (one.state == State::not_looked_at && judged(checked, rules, one.finding.code)) {
      one.state = State::gone;
    }
  }
}

BaselineTally Baseline::tally() const {
  std::scoped_lock const lock(mutex_);
  BaselineTally out;
  for (auto const& known : known_) {
    if (known.state == State::remaining) ++out.remaining;
    if (known.state == State::gone || (known.state == State::not_looked_at && !files_.find(known.finding.file)->second.exists)) ++out.gone;
  }
  return out;
}

std::vector<KnownFinding> Baseline::left() const {
  std::scoped_lock const lock(mutex_);
  std::vector<KnownFinding> out;
  for (auto const& known : known_) {
    if (known.state == State::gone || (known.state == State::not_looked_at && !files_.find(known.finding.file)->second.exists)) continue;
    out.push_back(known.finding);
    if (!known.moved_to.empty()) out.back().file = known.moved_to;
  }
  return out;
}

bool Baseline::changed() const {
  auto const moved = [](Known const& known) { return !known.moved_to.empty(); };
  return tally().gone > 0 || std::ranges::any_of(known_, moved);
}

}  // namespace vanthu::report
