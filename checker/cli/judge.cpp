#include "cli/judge.hpp"

#include <utility>

#include "cli/inputs.hpp"
#include "engine/judge.hpp"
#include "vanthu/recognize.hpp"

namespace vanthu::cli {
namespace {

using Result = std::variant<Judged, ReadError>;

Result read_input(Houses& houses, Options const& options, Loaded const& input) {
  Judged out;
  out.sidecar = sidecar_of(input.path, options.language);
  out.house = houses.of(input.path);
  if (!out.house->config().errors.empty()) return configuration_error(*out.house);
  auto document = read(input.bytes, shown_name(options, input.path), options.reading);
  if (auto* error = std::get_if<ReadError>(&document)) return std::move(*error);
  out.checked.document = std::get<Document>(std::move(document));
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
  std::vector<Result> out;
  out.reserve(inputs.size());
  for (auto const& input : inputs) out.push_back(read_input(houses, options, input));
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
