// recognize_dump FILE…: prints family, type, components with their lines and fields, outline and dates. For developers.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <type_traits>
#include <variant>

#include "vanthu/read.hpp"
#include "vanthu/recognize.hpp"

namespace {

std::string to_text(vanthu::Value const& value) {
  return std::visit(
      [](auto const& v) -> std::string {
        using T = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<T, std::monostate>) {
          return "null";
        } else if constexpr (std::is_same_v<T, bool>) {
          return v ? "true" : "false";
        } else if constexpr (std::is_same_v<T, std::int64_t>) {
          return std::to_string(v);
        } else if constexpr (std::is_same_v<T, std::string>) {
          return '"' + v + '"';
        } else if constexpr (std::is_same_v<T, vanthu::Date>) {
          return vanthu::to_string(v);
        } else {
          std::string out = "[";
          for (auto const& item : v) out += (out.size() > 1 ? ", " : "") + ('"' + item + '"');
          return out + "]";
        }
      },
      value);
}

std::string shortened(std::string_view text) {
  std::string out(text.size() > 160 ? std::string(text.substr(0, 100)) + " … " + std::string(text.substr(text.size() - 40))
                                    : std::string(text));
  for (auto& c : out) c = c == '\n' ? '|' : c;
  return out;
}

void dump(vanthu::Document const& document, vanthu::Facts const& facts) {
  auto const line = [&](vanthu::Span span) {
    auto const range = document.map.to_source(span);
    return std::pair(document.position(range.begin).line, document.position(range.end).line);
  };
  std::printf("family %s (%s) type %s date %s%s%s\n", std::string(vanthu::to_string(facts.family)).c_str(), facts.family_reason_en.c_str(),
              facts.type.c_str(), vanthu::to_string(facts.date).c_str(), facts.header_lost ? " header-lost" : "",
              facts.body_only ? " body-only" : "");
  for (auto const& c : facts.components) {
    auto const [first, last] = line(c.span);
    std::printf("C %s %u-%u: %s\n", std::string(vanthu::to_string(c.kind)).c_str(), first, last,
                shortened(vanthu::slice(document.text, c.span)).c_str());
    for (auto const& f : c.fields)
      std::printf("    %s = %s  <%s>\n", std::string(f.name).c_str(), to_text(f.value).c_str(),
                  shortened(vanthu::slice(document.text, f.span)).c_str());
  }
  for (auto const& n : facts.outline) {
    auto const [first, last] = line(n.span);
    std::printf("O %s [%s] '%s' parent %d %u-%u: %s\n", std::string(vanthu::to_string(n.kind)).c_str(), n.label.c_str(), n.marker.c_str(),
                n.parent, first, last, shortened(n.title).c_str());
  }
  for (auto const& d : facts.dates)
    std::printf("D %u: %s %s\n", line(d.span).first, vanthu::to_string(d.date).c_str(),
                shortened(vanthu::slice(document.text, d.span)).c_str());
}

}  // namespace

int main(int count, char** names) {
  for (int i = 1; i < count; ++i) {
    std::ifstream file(names[i], std::ios::binary);
    std::string const bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    auto const result = vanthu::read(bytes, names[i]);
    std::printf("F %s\n", names[i]);
    if (auto const* document = std::get_if<vanthu::Document>(&result))
      dump(*document, vanthu::recognize(*document));
    else
      std::printf("unreadable: %s\n", std::get<vanthu::ReadError>(result).kind.c_str());
  }
}
