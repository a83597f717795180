// The JSON library behind wire/: nobody else includes this.
#pragma once
#include <nlohmann/json.hpp>

namespace vanthu::lsp {

using Json = nlohmann::json;

struct Params {
  Json value;
};

inline std::string dump(Json const& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace vanthu::lsp
