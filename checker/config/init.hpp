// The vanthu.toml that `vanthu init` writes: every key with what it is for, all of them commented out.
#pragma once
#include <string>
#include <string_view>

namespace vanthu {

// `extends`: the file that holds there already, which is then built upon, so that writing it changes nothing; empty: none.
std::string config_template(std::string_view extends);

}  // namespace vanthu
