#include "lsp/wire/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lsp/wire/json.hpp"

namespace vanthu::lsp {
namespace {

// Before memory is taken for its values: a value may take a hundred times the bytes it is written in.
bool is_reasonable(std::string_view body) {
  std::size_t depth = 0, values = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    auto const c = body[at];
    if (quoted) {
      at = body.find_first_of("\"\\", at);
      if (at == std::string_view::npos) return true;  // no JSON: the parser will say so
      if (body[at] == '\\')
        ++at;
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > deepest || ++values > most_values) return false;
    } else if (c == '}' || c == ']') {
      depth -= depth > 0;
    } else if (c == ',' && ++values > most_values) {
      return false;
    }
  }
  return true;
}

// Escapes of surrogates that have no other half, as editors send them that count in UTF-16, made into U+FFFD.
std::string without_lone_surrogates(std::string_view body) {
  std::string out(body);
  // 'h', 'l': the high, low half of a pair is written at `at`; else 0.
  auto const half = [&](std::size_t at) {
    if (at + 6 > out.size() || out[at] != '\\' || out[at + 1] != 'u' || (out[at + 2] | 0x20) != 'd') return '\0';
    auto const digit = out[at + 3] | 0x20;
    if (std::string_view("89ab").find(static_cast<char>(digit)) != std::string_view::npos) return 'h';
    return std::string_view("cdef").find(static_cast<char>(digit)) != std::string_view::npos ? 'l' : '\0';
  };
  for (std::size_t at = 0; (at = out.find('\\', at)) != std::string::npos;) {
    auto const kind = half(at);
    if (kind == 'h' && half(at + 6) == 'l') {
      at += 12;
    } else if (kind != '\0') {
      out.replace(at + 2, 4, "fffd");
      at += 6;
    } else {
      at += 2;
    }
  }
  return out;
}

Message invalid(int code, std::string why, std::optional<Id> id = {}) {
  return {MessageKind::invalid, std::move(id), {}, {}, code, std::move(why)};
}

std::optional<Id> id_of(Json const& json) {
  if (json.is_number_integer() && (!json.is_number_unsigned() || json.get<std::uint64_t>() <= INT64_MAX)) return json.get<std::int64_t>();
  if (json.is_string()) return json.get<std::string>();
  return std::nullopt;
}

std::string id_json(Id const& id) {
  if (auto const* number = std::get_if<std::int64_t>(&id)) return std::to_string(*number);
  return dump(std::get<std::string>(id));
}

}  // namespace

Message parse_message(std::string_view body) {
  if (!is_reasonable(body)) return invalid(invalid_request, "too many values, or too deep");
  auto json = Json::parse(body, nullptr, false);
  if (json.is_discarded()) json = Json::parse(without_lone_surrogates(body), nullptr, false);
  if (json.is_discarded()) return invalid(parse_error, "not JSON");
  if (!json.is_object()) return invalid(invalid_request, "not a message");
  Message out;
  auto const id = json.find("id");
  if (id != json.end()) out.id = id_of(*id);
  auto const method = json.find("method");
  if (method == json.end()) {
    if (!json.contains("result") && !json.contains("error")) return invalid(invalid_request, "no method", out.id);
    out.kind = MessageKind::response;
    return out;
  }
  if (!method->is_string()) return invalid(invalid_request, "the method is no string", out.id);
  if (id != json.end() && !out.id) return invalid(invalid_request, "the id is no integer and no string");
  out.kind = id == json.end() ? MessageKind::notification : MessageKind::request;
  out.method = method->get<std::string>();
  if (auto const params = json.find("params"); params != json.end()) out.params = std::make_shared<Params>(Params{std::move(*params)});
  return out;
}

Message no_message(std::string_view why) { return invalid(parse_error, std::string(why)); }

std::optional<Id> cancelled_id(Message const& message) {
  if (message.method != "$/cancelRequest" || !message.params || !message.params->value.is_object()) return std::nullopt;
  auto const id = message.params->value.find("id");
  return id == message.params->value.end() ? std::nullopt : id_of(*id);
}

std::string response(Id const& id, std::string_view result) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"result":{}}})", id_json(id), result);
}

std::string error_response(std::optional<Id> const& id, int code, std::string_view message) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"error":{{"code":{},"message":{}}}}})", id ? id_json(*id) : "null", code,
                     dump(std::string(message)));
}

std::string notification(std::string_view method, std::string_view params) {
  return fmt::format(R"({{"jsonrpc":"2.0","method":"{}","params":{}}})", method, params);
}

std::string request(std::int64_t id, std::string_view method, std::string_view params) {
  return fmt::format(R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{}}})", id, method, params);
}

}  // namespace vanthu::lsp
