#include "cli/judge.hpp"

#include <utility>

#include "cli/inputs.hpp"
#include "engine/judge.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {
namespace {

using Result = std::variant<Judged, ReadError>;

// Each with what is known before its bytes are read.
std::vector<Result> read_inputs(Houses& houses, Options const& options, std::span<Loaded const> inputs) {
  std::vector<Result> out(inputs.size());
  std::vector<std::string> names;
  std::vector<ReadInput> to_read;
  std::vector<Result*> of;  // each of these
  names.reserve(inputs.size());
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto& judged = out[i].emplace<Judged>();
    if (inputs[i].may_have_sidecar) judged.sidecar = sidecar_of(inputs[i].path, options.language);
    judged.house = houses.of(inputs[i].path);
    if (!judged.house->config().errors.empty()) {
      out[i] = configuration_error(*judged.house);
      continue;
    }
    to_read.push_back({inputs[i].bytes, names.emplace_back(shown_name(options, inputs[i].path))});
    of.push_back(&out[i]);
  }
  auto documents = read(to_read, options.reading);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (auto* error = std::get_if<ReadError>(&documents[i]))
      *of[i] = std::move(*error);
    else
      std::get<Judged>(*of[i]).checked.document = std::get<Document>(std::move(documents[i]));
  }
  return out;
}

}  // namespace

std::vector<Result> judge_inputs(Houses& houses, Options const& options, std::span<Loaded const> inputs) {
  auto out = read_inputs(houses, options, inputs);
  std::vector<Document const*> documents;
  for (auto const& result : out)
    if (auto const* judged = std::get_if<Judged>(&result)) documents.push_back(&judged->checked.document);
  auto facts = recognize(documents);
  auto next = facts.begin();
  for (auto& result : out)
    if (auto* judged = std::get_if<Judged>(&result)) judged->checked.facts = std::move(*next++);
  std::vector<ToJudge> to_judge;
  for (std::size_t i = 0; i < out.size(); ++i) {
    auto* one = std::get_if<Judged>(&out[i]);
    if (one == nullptr) continue;
    one->policy = with(one->house->policy(houses.absolute(inputs[i].path), one->checked.facts.type), one->sidecar);
    if (one->policy != nullptr)
      to_judge.push_back({one->checked, one->policy->rules, one->policy->options});
    else
      out[i] = no_policy();
  }
  judge(to_judge);
  for (auto& result : out)
    if (auto* one = std::get_if<Judged>(&result); one != nullptr && one->sidecar)
      one->about_sidecar = judged(*one->sidecar, one->policy->rules, one->policy->options, one->checked);
  return out;
}

}  // namespace vanthu::cli
