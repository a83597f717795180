// Labels that only the numbering knows (ECMA-376 Part 1, 17.9): "1.", "a)", "Điều 3." before a paragraph that stores none of it.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "read/docx/indents.hpp"

namespace vanthu::docx {

// What w:numPr says once styles are resolved: a list (w:numId, never 0) and a level of it, 0 … 8.
struct ListItem {
  std::int32_t list = 0;
  std::int32_t level = 0;
  friend bool operator==(ListItem const&, ListItem const&) = default;
};

// What stands between label and text (17.9.28).
enum class Suffix : std::uint8_t { tab, space, nothing };

struct Label {
  std::string text;  // UTF-8 as a reader sees it: the signs of symbol fonts are Unicode ones; empty where a level shows nothing
  Suffix suffix = Suffix::tab;
};

// One level of a list, overrides of the list (w:lvlOverride) included.
struct Level {
  std::int32_t start = 0;               // of w:start or w:startOverride
  bool starts_over = false;             // w:startOverride: the first item of this list counts from `start`
  std::string_view number_format;       // w:numFmt; of a custom one, its w:format
  std::string_view text;                // w:lvlText: "%1.%2"
  Suffix suffix = Suffix::tab;          //
  std::optional<std::int32_t> restart;  // w:lvlRestart: begins again after an item of this level (from 1) or above; 0: never
  bool legal = false;                   // w:isLgl: all numbers of the label as decimals
  std::string_view style;               // w:pStyle: id of the paragraph style that is linked to this level
  Indents indents;                      // of its w:pPr, of which Word takes nothing else
  pugi::xml_node run_properties;        // w:rPr of the label; null where absent
  std::string_view font;                // that w:rPr names
};

// The lists of a document, read as they are asked for. Keeps the nodes it is given; they must live as long.
class Numbering {
 public:
  // `numbering`, `styles`: the roots of the parts, either may be null. Styles tell where w:numStyleLink leads.
  Numbering(pugi::xml_node numbering, pugi::xml_node styles);
  ~Numbering();
  Numbering(Numbering const&) = delete;
  Numbering& operator=(Numbering const&) = delete;

  // Null where the document defines no such list or level.
  Level const* level(ListItem item) const;

  // The level of a list that is linked to a paragraph style.
  std::optional<std::int32_t> level_of_style(std::int32_t list, std::string_view style) const;

  // Lists with the same number here count on from each other: those of one w:abstractNum. Nothing for lists that are not defined.
  std::optional<std::uint32_t> family(std::int32_t list) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Where the lists of one story stand (main text, a note, a header, a text box count by themselves). Call in the order of the text, once
// for each paragraph that is shown; not for one whose end is deleted or hidden: it joins the next.
class ListCounters {
 public:
  explicit ListCounters(Numbering const& numbering) : numbering_(&numbering) {}

  // Counts the item and gives its label; empty where the list is not defined.
  Label next(ListItem item);

 private:
  struct Family {
    std::array<std::int32_t, 9> value{};
    std::array<bool, 9> running{};
  };
  Numbering const* numbering_;
  std::map<std::uint32_t, Family> families_;
  std::map<std::int32_t, std::uint32_t> started_over_;  // by list: a bit for each level whose w:startOverride was used
};

}  // namespace vanthu::docx
