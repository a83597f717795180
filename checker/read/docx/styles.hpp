// The styles of a document by their ids (ECMA-376 Part 1, 17.7.4).
#pragma once
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::docx {

enum class StyleType : std::uint8_t { paragraph, character, table, numbering };

struct Style {
  std::string_view id;
  StyleType type = StyleType::paragraph;
  pugi::xml_node node;    // w:style
  std::string_view base;  // w:basedOn
};

// Keeps the nodes it is given; they must live as long.
class Styles {
 public:
  // `styles`: the root of the part; may be null.
  explicit Styles(pugi::xml_node styles);

  // Index of the style with this id and type; where there is none, of the type's default style (w:default), if any.
  std::optional<std::uint32_t> find(std::string_view id, StyleType type) const;

  // A style and those it is based on, the deepest first. A basedOn that leads to another type, to no style or back into the chain ends it.
  std::vector<std::uint32_t> chain(std::uint32_t style) const;

  Style const& operator[](std::uint32_t style) const { return styles_[style]; }
  std::size_t size() const { return styles_.size(); }

  pugi::xml_node paragraph_defaults() const { return paragraph_defaults_; }  // w:pPr of w:docDefaults
  pugi::xml_node run_defaults() const { return run_defaults_; }              // w:rPr of w:docDefaults

 private:
  std::optional<std::uint32_t> named(std::string_view id, StyleType type) const;

  std::vector<Style> styles_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
  std::optional<std::uint32_t> defaults_[4];
  pugi::xml_node paragraph_defaults_, run_defaults_;
};

}  // namespace vanthu::docx
