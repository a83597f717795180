// This machine as the language server needs it.
#pragma once
#include "cli/options.hpp"
#include "engine/rule_set.hpp"
#include "lsp/machine.hpp"

namespace vanthu::cli {

// `options` must outlive it; `shipped` are the rules without any configuration.
lsp::Machine lsp_machine(Options const& options, RuleSet shipped, Date (*today)());

}  // namespace vanthu::cli
