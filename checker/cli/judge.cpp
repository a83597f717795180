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
    judged.sidecar = sidecar_of(inputs[i].path, options.language);
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

std::optional<ReadError> judge_input(Houses& houses, std::string const& path, Judged& out) {
  auto const choose = [&](Facts const& facts) {
    return out.policy = with(out.house->policy(houses.absolute(path), facts.type), out.sidecar);
  };
  if (auto error = judge(out.checked, choose)) return error;
  if (out.sidecar) out.about_sidecar = judged(*out.sidecar, out.policy->rules, out.policy->options, out.checked);
  return std::nullopt;
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
  for (std::size_t i = 0; i < out.size(); ++i)
    if (auto* judged = std::get_if<Judged>(&out[i]))
      if (auto error = judge_input(houses, inputs[i].path, *judged)) out[i] = *std::move(error);
  return out;
}

}  // namespace vanthu::cli
