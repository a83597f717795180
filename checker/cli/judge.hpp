// One input judged as its configuration and its sidecar say.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cli/houses.hpp"
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

// `path` as Inputs gives it. Several threads may call it at once. An error of the kind "configuration" is one of the house, not of the
// file.
std::variant<Judged, ReadError> judge_input(Houses& houses, Options const& options, std::string const& path, std::string_view bytes);

}  // namespace vanthu::cli
