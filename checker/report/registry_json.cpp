#include "report/registry_json.hpp"

#include <nlohmann/json.hpp>

#include "registry/sqlite.hpp"

namespace vanthu::report {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(Json const& json, int indent = -1) { return json.dump(indent, ' ', false, Json::error_handler_t::replace); }
Json text(std::string_view s) { return s.empty() ? Json() : Json(s); }
Json date(Date d) { return d == Date{} ? Json() : Json(to_string(d)); }

Json amendments_json(std::vector<Amendment> const& amendments) {
  auto out = Json::array();
  for (auto const& a : amendments) out.push_back({{"by", a.by}, {"issued", date(a.issued)}, {"effective", date(a.effective)}});
  return out;
}

Json document_json(RegisteredDocument const& d) {
  return {{"type", d.type},
          {"number", d.number},
          {"issuer", text(d.issuer)},
          {"date", date(d.issued)},
          {"also_dated", date(d.also_dated)},
          {"effective", date(d.effective)},
          {"expired", date(d.expired)},
          {"replaced_by", text(d.replaced_by)},
          {"title", text(d.title)},
          {"confidence", to_string(d.confidence)},
          {"codified", date(d.codified)},
          {"sources", text(d.sources)},
          {"own", d.own}};
}

}  // namespace

std::string found_json(std::vector<RegisteredDocument> const& found, std::vector<std::vector<Amendment>> const& amendments) {
  auto documents = Json::array();
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto document = document_json(found[i]);
    document["amended"] = amendments_json(amendments[i]);
    documents.push_back(std::move(document));
  }
  return dump({{"schema", registry_schema}, {"documents", std::move(documents)}}, 2);
}

std::string about_json(std::vector<registry::About> const& about, std::vector<registry::YearCount> const& counts) {
  auto databases = Json::array();
  for (auto const& a : about)
    databases.push_back({{"own", a.own},
                         {"bytes", a.bytes},
                         {"documents", a.documents},
                         {"dated", a.dated},
                         {"ended", a.ended},
                         {"with_successor", a.with_successor},
                         {"amendments", a.amendments},
                         {"bodies", a.bodies},
                         {"newest", date(a.newest)}});
  auto years = Json::array();
  for (auto const& c : counts)
    years.push_back({{"year", c.year == 0 ? Json() : Json(c.year)}, {"type", c.type}, {"documents", c.documents}});
  return dump({{"schema", registry_schema},
               {"sqlite", registry::sqlite_version()},
               {"databases", std::move(databases)},
               {"coverage", std::move(years)}},
              2);
}

std::string citations_json(Document const& document, std::vector<Citation> const& citations, std::vector<Standing> const& standings,
                           Date day) {
  auto list = Json::array();
  bool const of_word = document.format == Format::docx;  // a line of its source is a paragraph
  for (std::size_t i = 0; i < citations.size(); ++i) {
    auto const& c = citations[i];
    auto const& s = standings[i];
    auto const place = document.position(document.map.to_source(c.span).begin);
    Json registered;
    if (s.document) {
      registered = document_json(*s.document);
      registered["amended"] = amendments_json(s.amended);
    }
    list.push_back({{"line", of_word ? Json() : Json(place.line)},
                    {"column", of_word ? Json() : Json(place.column)},
                    {"paragraph", of_word ? Json(place.line) : Json()},
                    {"character", of_word ? Json(place.column - 1) : Json()},
                    {"text", slice(document.text, c.span)},
                    {"type", text(c.type)},
                    {"identifier", c.identifier ? Json(*c.identifier) : Json()},
                    {"date", date(c.date)},
                    {"issuer", text(c.issuer)},
                    {"title", text(c.title)},
                    {"mention", c.mention == Mention::first ? "first" : "later"},
                    {"short_for", c.short_for ? Json(slice(document.text, citations[*c.short_for].span)) : Json()},
                    {"historical", c.historical},
                    {"status", to_string(s.status)},
                    {"differs", s.differs},
                    {"candidate", text(s.candidate)},
                    {"registry", std::move(registered)}});
  }
  return dump({{"schema", citations_schema}, {"file", document.name}, {"date", date(day)}, {"citations", std::move(list)}});
}

}  // namespace vanthu::report
