// One input judged as its configuration and its sidecar say.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/houses.hpp"
#include "cli/load.hpp"
#include "cli/suppressions.hpp"
#include "engine/policy.hpp"

namespace vanthu::cli {

struct Judged {
  Checked checked;
  std::shared_ptr<Policy const> policy;
  std::shared_ptr<House const> house;
  std::optional<Sidecar> sidecar;
  std::optional<Checked> about_sidecar;  // what there is to say of it
};

// One result for each input, whose path is as Inputs gives it. Several threads may call it at once. An error of the kind "configuration" is
// one of the house, not of the file. Each step is taken with all inputs before the next one: the program is larger than the caches of a
// processor, and a small document done by itself brings all of it in anew.
std::vector<std::variant<Judged, ReadError>> judge_inputs(Houses& houses, Options const& options, std::span<Loaded const> inputs);

}  // namespace vanthu::cli
