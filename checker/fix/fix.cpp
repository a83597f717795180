#include "vanthu/fix.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "engine/policy.hpp"
#include "fix/conflicts.hpp"
#include "fix/edits.hpp"
#include "fix/identity.hpp"
#include "fix/plan.hpp"
#include "fix/progress.hpp"

namespace vanthu {
namespace {

// Bytes that may be checked again before fixes that must be tried one by one are left alone: keeps the time in proportion to the file.
constexpr std::size_t work_at_least = std::size_t{64} << 20;
constexpr std::size_t work_per_byte = 40;

struct Candidate {
  std::size_t finding;  // index into State::findings
  Fix const* fix;
  Plan plan;
  std::optional<Setback> refused;
};

// A version of the file, and what is found in it.
struct State {
  std::string bytes;
  Checked checked;
  std::vector<Diagnostic> findings;  // those of `checked`; behind them those of all rules where only some were asked for
};

bool same_but_blanks(std::string_view a, std::string_view b) {
  auto const next = [](std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
    return at < text.size() ? text[at++] : '\0';
  };
  for (std::size_t i = 0, j = 0;;) {
    auto const c = next(a, i);
    if (c != next(b, j)) return false;
    if (c == '\0') return true;
  }
}

ReadError not_fixed() {
  return {"unsupported-format", "tài liệu Word (.docx) chỉ được soát, chưa sửa tự động được; tệp giữ nguyên",
          "Word documents (.docx) are only checked, not yet fixed; the file is as it was"};
}

std::string edited_text(std::string_view text, std::vector<Edit> const& edits) {
  std::string out;
  std::size_t at = 0;
  for (auto const& edit : edits) {
    out += text.substr(at, edit.span.begin - at);
    out += edit.text;
    at = edit.span.end;
  }
  return out += text.substr(at);
}

class Fixer {
 public:
  Fixer(std::string_view name, ChoosePolicy const& choose, FixOptions const& fix_options, std::size_t size)
      : name_(name), choose_(choose), fix_options_(fix_options), work_(work_at_least + work_per_byte * size) {}

  std::variant<Fixed, ReadError> run(std::string_view bytes) {
    auto first = judge(std::string(bytes));
    if (auto* error = std::get_if<ReadError>(&first)) return std::move(*error);
    state_ = std::move(std::get<State>(first));
    auto const original = state_.checked.document;
    EditLog log(static_cast<std::uint32_t>(bytes.size()));
    Fixed out;
    for (;;) {
      auto candidates = plan_all();
      auto accepted = choose(candidates);
      if (accepted.empty()) {
        for (auto const& c : candidates)
          if (c.refused) out.refused.push_back(refused(c));
        break;
      }
      std::sort(accepted.begin(), accepted.end(), [](auto const* a, auto const* b) { return a->finding < b->finding; });
      for (auto const* c : accepted) {
        auto const& d = state_.findings[c->finding];
        auto const at = log.original_of(source_range(state_.checked.document, d).begin);
        out.applied.push_back({d.code, c->fix->title, c->fix->safety, original.position(at)});
      }
      log.add(source_edits(accepted));
      state_ = *std::exchange(next_, std::nullopt);
    }
    out.edits = log.edits();
    for (auto const& d : state_.checked.diagnostics) out.need_a_look += !d.suppressed && !d.fixes.empty() && allowed(d) == nullptr;
    out.bytes = std::move(state_.bytes);
    out.remaining = std::move(state_.checked);
    return out;
  }

 private:
  std::variant<State, ReadError> judge(std::string bytes) {
    std::shared_ptr<Policy const> policy;
    auto result = check(bytes, name_, [&](Facts const& facts) { return policy = choose_(facts); });
    if (auto* error = std::get_if<ReadError>(&result)) return std::move(*error);
    if (std::get<Checked>(result).document.format == Format::docx) return not_fixed();
    State out{std::move(bytes), std::move(std::get<Checked>(result)), {}};
    out.findings = out.checked.diagnostics;
    checks_ = policy->options.select.empty() ? 1 : 2;
    if (checks_ == 1) return out;
    auto of_all = policy->options;
    of_all.select.clear();
    auto all = check(out.bytes, name_, policy->rules, of_all);
    if (auto* checked = std::get_if<Checked>(&all))
      std::move(checked->diagnostics.begin(), checked->diagnostics.end(), std::back_inserter(out.findings));
    return out;
  }

  Fix const* allowed(Diagnostic const& d) const {
    for (auto const& fix : d.fixes)
      if (fix.safety == Safety::safe || fix_options_.unsafe) return &fix;
    return nullptr;
  }

  std::vector<Candidate> plan_all() const {
    std::vector<Candidate> out;
    auto const& document = state_.checked.document;
    SourceWriter writer(document);
    Identity const identity(document, state_.checked.facts);
    for (std::size_t i = 0; i < state_.checked.diagnostics.size(); ++i) {
      auto const& d = state_.findings[i];
      auto const* fix = d.suppressed ? nullptr : allowed(d);
      if (fix == nullptr) continue;
      auto& candidate = out.emplace_back(Candidate{i, fix, {}, {}});
      auto planned = plan(document, *fix, writer);
      if (auto const* why = std::get_if<Refusal>(&planned))
        candidate.refused = Setback{*why, {}};
      else
        candidate.plan = std::move(std::get<Plan>(planned));
      if (!candidate.refused && !fix_options_.unsafe && identity.changed_by(candidate.plan.text))
        candidate.refused = Setback{Refusal::identifies, {}};
    }
    return out;
  }

  // Those that can be applied together; the others are marked as refused, or wait for the next round because their place is taken.
  std::vector<Candidate const*> choose(std::vector<Candidate>& candidates) {
    std::vector<Candidate*> waiting;
    for (auto& c : candidates)
      if (!c.refused) waiting.push_back(&c);
    std::vector<Candidate const*> accepted;
    Conflicts taken;  // by those that were accepted
    while (!waiting.empty()) {
      std::vector<Candidate*> batch, later;
      auto wanted = taken;
      for (auto* c : waiting) {
        if (!taken.free(*c->fix, c->plan.source)) continue;
        if (wanted.free(*c->fix, c->plan.source)) {
          wanted.take(*c->fix, c->plan.source);
          batch.push_back(c);
        } else {
          later.push_back(c);
        }
      }
      accept(batch, accepted);
      for (auto const* c : batch)
        if (!c->refused) taken.take(*c->fix, c->plan.source);
      waiting = std::move(later);
    }
    return accepted;
  }

  // All of the batch at once where that is well; else each half by itself, so that what is refused is few and the same every time.
  void accept(std::span<Candidate* const> batch, std::vector<Candidate const*>& accepted) {
    if (batch.empty()) return;
    auto all = accepted;
    all.insert(all.end(), batch.begin(), batch.end());
    auto const failed = attempt(all);
    if (!failed) {
      accepted = std::move(all);
    } else if (batch.size() == 1 || failed->why == Refusal::not_tried) {
      for (auto* c : batch) c->refused = failed;
    } else {
      accept(batch.first(batch.size() / 2), accepted);
      accept(batch.subspan(batch.size() / 2), accepted);
    }
  }

  // Nothing: next_ is the file with all of these.
  std::optional<Setback> attempt(std::vector<Candidate const*> const& chosen) {
    auto const cost = state_.bytes.size() * checks_;
    if (cost > work_) return Setback{Refusal::not_tried, {}};
    work_ -= cost;
    std::vector<Edit> edits;
    std::vector<std::size_t> fixed;
    for (auto const* c : chosen) {
      edits.insert(edits.end(), c->plan.text.begin(), c->plan.text.end());
      fixed.push_back(c->finding);
    }
    std::sort(edits.begin(), edits.end(), [](Edit const& a, Edit const& b) { return a.span.begin < b.span.begin; });
    std::sort(fixed.begin(), fixed.end());
    auto result = judge(applied(state_.bytes, source_edits(chosen)));
    auto* state = std::get_if<State>(&result);
    auto const& before = state_.checked.document;
    if (state == nullptr || state->checked.document.encoding != before.encoding ||
        !same_but_blanks(edited_text(before.text, edits), state->checked.document.text))
      return Setback{Refusal::misread, {}};
    auto failed = setback(state_.findings, state->findings, edits, fixed);
    if (!failed) next_ = std::move(*state);
    return failed;
  }

  static std::vector<SourceEdit> source_edits(std::vector<Candidate const*> const& chosen) {
    std::vector<SourceEdit> out;
    for (auto const* c : chosen) out.insert(out.end(), c->plan.source.begin(), c->plan.source.end());
    std::sort(out.begin(), out.end(), [](SourceEdit const& a, SourceEdit const& b) { return a.range.begin < b.range.begin; });
    return out;
  }

  RefusedFix refused(Candidate const& c) const {
    auto const& d = state_.findings[c.finding];
    auto const& document = state_.checked.document;
    return {d.code, c.fix->title, c.fix->safety, document.position(source_range(document, d).begin), c.refused->why, c.refused->code};
  }

  std::string_view name_;
  ChoosePolicy const& choose_;
  FixOptions fix_options_;
  std::size_t work_;
  std::size_t checks_ = 1;  // of one version of the file
  State state_;
  std::optional<State> next_;
};

}  // namespace

std::variant<Fixed, ReadError> fix(std::string_view bytes, std::string_view name, RuleSet const& rules, CheckOptions const& options,
                                   FixOptions const& fix_options) {
  auto const policy = std::make_shared<Policy const>(Policy{rules, options, Severity::error});
  return fix(
      bytes, name, [&](Facts const&) { return policy; }, fix_options);
}

std::variant<Fixed, ReadError> fix(std::string_view bytes, std::string_view name, ChoosePolicy const& choose,
                                   FixOptions const& fix_options) {
  return Fixer(name, choose, fix_options, bytes.size()).run(bytes);
}

}  // namespace vanthu
