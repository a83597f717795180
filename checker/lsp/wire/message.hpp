// JSON-RPC 2.0: bodies of messages → what they are, and answers → bodies.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace vanthu::lsp {

using Id = std::variant<std::int64_t, std::string>;

struct Params;  // JSON, opened by wire/params.hpp

enum class MessageKind : std::uint8_t { request, notification, response, invalid };

struct Message {
  MessageKind kind = MessageKind::invalid;
  std::optional<Id> id;  // of a request, a response; of an invalid message where it has one
  std::string method;
  std::shared_ptr<Params const> params;  // null where there are none
  int error = 0;                         // invalid: the answer to it
  std::string why;                       // in English
};

// Codes of JSON-RPC and LSP.
inline constexpr int parse_error = -32700, invalid_request = -32600, method_not_found = -32601, invalid_params = -32602,
                     internal_error = -32603, not_initialized = -32002, request_cancelled = -32800;

// Never fails: what is no message is one that is invalid. Half of a surrogate pair in a string is read as U+FFFD, which takes as many
// units. More than `most_values` values, or more than `deepest` inside each other, are not read.
Message parse_message(std::string_view body);
inline constexpr std::size_t most_values = 4'000'000, deepest = 200;

// For bytes that are none at all.
Message no_message(std::string_view why);

// What a `$/cancelRequest` names.
std::optional<Id> cancelled_id(Message const& message);

// `result` and `params` are JSON.
std::string response(Id const& id, std::string_view result);
std::string error_response(std::optional<Id> const& id, int code, std::string_view message);
std::string notification(std::string_view method, std::string_view params);
std::string request(std::int64_t id, std::string_view method, std::string_view params);

}  // namespace vanthu::lsp
