#include "report/fix_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(Json const& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class Some>
Json common(Some const& fix) {
  return {{"code", fix.code},
          {"title", fix.title},
          {"safety", vanthu::to_string(fix.safety)},
          {"at", {{"offset", fix.at.offset}, {"line", fix.at.line}, {"column", fix.at.column}}}};
}

}  // namespace

std::string fix_json(std::string_view name, Fixed const& fixed, bool with_schema) {
  Json out;
  if (with_schema) out["schema"] = fix_schema;
  out["file"] = name;
  out["changed"] = !fixed.edits.empty();
  out["applied"] = Json::array();
  for (auto const& fix : fixed.applied) out["applied"].push_back(common(fix));
  out["refused"] = Json::array();
  for (auto const& fix : fixed.refused) {
    auto json = common(fix);
    json["reason"] = to_string(fix.why);
    json["brings"] = fix.brought.empty() ? Json() : Json(fix.brought);
    out["refused"].push_back(std::move(json));
  }
  out["need_a_look"] = fixed.need_a_look;
  return dump(out);
}

std::string fix_json_head() {
  return fmt::format("{{\"schema\": {}, \"version\": {}, \"files\": [", dump(Json(fix_schema)), dump(Json(version())));
}

std::string fix_json_tail(FixTotals const& totals) {
  return fmt::format("], \"summary\": {}}}\n", dump({{"files", totals.files + totals.unreadable},
                                                     {"changed", totals.changed},
                                                     {"applied", totals.applied},
                                                     {"refused", totals.refused},
                                                     {"need_a_look", totals.need_a_look},
                                                     {"unreadable", totals.unreadable}}));
}

}  // namespace vanthu::report
