#include "cli/judge.hpp"

#include <utility>

#include "cli/inputs.hpp"

namespace vanthu::cli {

std::variant<Judged, ReadError> judge_input(Houses& houses, Options const& options, std::string const& path, std::string_view bytes) {
  Judged out;
  out.sidecar = sidecar_of(path, options.language);
  out.house = houses.of(path);
  if (!out.house->config().errors.empty()) return configuration_error(*out.house);
  auto const choose = [&](Facts const& facts) {
    return out.policy = with(out.house->policy(houses.absolute(path), facts.type), out.sidecar);
  };
  auto result = check(bytes, shown_name(options, path), choose, options.reading);
  if (auto* error = std::get_if<ReadError>(&result)) return std::move(*error);
  out.checked = std::get<Checked>(std::move(result));
  if (out.sidecar) out.about_sidecar = judged(*out.sidecar, out.policy->rules, out.policy->options, out.checked);
  return out;
}

}  // namespace vanthu::cli
