// Prints what `vanthu parse` prints of the citations of one file; for measuring while only citations matter.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "recognize/citations.hpp"
#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

int main(int argc, char** argv) {
  using namespace vanthu;
  if (argc < 2) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  auto const read_result = read(bytes.str(), argv[1]);
  auto const* document = std::get_if<Document>(&read_result);
  if (!document) return 3;
  Facts facts;
#ifdef WITH_COMPONENTS
  facts = recognize(*document);
#else
  recognize_citations(*document, facts);
#endif
  nlohmann::json out{{"components", nlohmann::json::array()}, {"citations", nlohmann::json::array()}};
  auto const place = [&](std::uint32_t at) { return nlohmann::json{{"line", document->position(at).line}}; };
  for (auto const& c : facts.citations) {
    auto const source = document->map.to_source(c.span);
    nlohmann::json j{{"text", std::string(slice(document->text, c.span))},
                     {"span", {{"start", place(source.begin)}, {"end", place(source.end)}}},
                     {"type", c.type},
                     {"title", c.title},
                     {"date", c.date.year ? to_string(c.date) : ""},
                     {"issuer", c.issuer},
                     {"mention", c.mention == Mention::first ? "first" : "later"},
                     {"well_formed", c.well_formed},
                     {"nested", c.nested},
                     {"implied", c.title_implied},
                     {"defects", c.defects}};
    j["identifier"] = c.identifier ? nlohmann::json(*c.identifier) : nlohmann::json(nullptr);
    j["canonical"] = c.canonical ? nlohmann::json(*c.canonical) : nlohmann::json(nullptr);
    for (auto const& a : c.articles) j["articles"].push_back(a.article + "/" + a.clause + "/" + a.point);
    out["citations"].push_back(j);
  }
  std::cout << out.dump(1) << "\n";
}
