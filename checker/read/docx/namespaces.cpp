#include "read/docx/namespaces.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace vanthu::docx {
namespace {

struct Namespace {
  std::string_view uri, prefix;
};

// ECMA-376 Part 1 and Part 4 (transitional); strict has names of its own for the same things.
constexpr Namespace known[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    {"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"urn:schemas-microsoft-com:vml", "v"},
    {"urn:schemas-microsoft-com:office:office", "o"},
    {"urn:schemas-microsoft-com:office:word", "w10"},
    {"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", ""},
    {"http://schemas.openxmlformats.org/package/2006/content-types", ""},
};
constexpr std::size_t longest_declaration = 512;  // bytes that are looked at
constexpr std::string_view nobody = "other";      // a prefix that nothing here asks for

Namespace const* find_uri(std::string_view uri) {
  auto const* const found = std::find_if(std::begin(known), std::end(known), [&](Namespace const& n) { return n.uri == uri; });
  return found == std::end(known) ? nullptr : found;
}

bool is_known_prefix(std::string_view prefix) {
  return !prefix.empty() && std::any_of(std::begin(known), std::end(known), [&](Namespace const& n) { return n.prefix == prefix; });
}

// The prefix that names of `prefix` get where it stands for `uri`.
std::string_view usual_prefix(std::string_view prefix, std::string_view uri) {
  if (auto const* found = find_uri(uri)) return found->prefix;
  return is_known_prefix(prefix) ? nobody : prefix;
}

// "xmlns" and "xmlns:w" of an attribute's name → "" and "w"; false for all others.
bool declared_prefix(std::string_view name, std::string_view& prefix) {
  if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':')) return false;
  prefix = name.size() > 5 ? name.substr(6) : std::string_view{};
  return true;
}

// The declarations in force while a tree is walked.
class Scopes {
 public:
  void enter(pugi::xml_node element) {
    opened_.push_back(declared_.size());
    for (auto const attribute : element.attributes()) {
      std::string_view prefix;
      if (!declared_prefix(attribute.name(), prefix)) continue;
      declared_.emplace_back(prefix);
      usual_[declared_.back()].emplace_back(usual_prefix(prefix, attribute.value()));
    }
  }
  void leave() {
    for (; declared_.size() > opened_.back(); declared_.pop_back()) usual_[declared_.back()].pop_back();
    opened_.pop_back();
  }

  // The name with its usual prefix; empty where it has it already.
  std::string renamed(std::string_view name, bool attribute) const {
    auto const colon = name.find(':');
    auto const prefix = colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
    if (attribute && prefix.empty()) return {};  // of no namespace, whatever the default one is
    auto const found = usual_.find(std::string(prefix));
    if (found == usual_.end() || found->second.empty() || found->second.back() == prefix) return {};
    auto const local = colon == std::string_view::npos ? name : name.substr(colon + 1);
    auto const& usual = found->second.back();
    return usual.empty() ? std::string(local) : usual + ":" + std::string(local);
  }

 private:
  std::unordered_map<std::string, std::vector<std::string>> usual_;  // prefix in the file → usual ones, innermost last
  std::vector<std::string> declared_;
  std::vector<std::size_t> opened_;  // size of declared_ before each open element
};

void rename(pugi::xml_node element, Scopes const& scopes) {
  for (auto attribute : element.attributes()) {
    std::string_view prefix;
    if (declared_prefix(attribute.name(), prefix)) continue;
    if (auto const name = scopes.renamed(attribute.name(), true); !name.empty()) attribute.set_name(name.c_str());
  }
  if (auto const name = scopes.renamed(element.name(), false); !name.empty()) element.set_name(name.c_str());
}

}  // namespace

bool has_foreign_prefixes(std::string_view xml) {
  for (auto at = xml.find("xmlns"); at != std::string_view::npos; at = xml.find("xmlns", at + 5)) {
    auto const declaration = xml.substr(at, longest_declaration);
    auto const equals = declaration.find('=');
    auto const quote = declaration.find_first_of("\"'", equals == std::string_view::npos ? declaration.size() : equals);
    if (quote == std::string_view::npos) continue;  // the word in a text
    auto const value = declaration.substr(quote + 1);
    std::string_view prefix;
    auto name = declaration.substr(0, equals);
    while (!name.empty() && name.back() <= ' ') name.remove_suffix(1);
    if (declared_prefix(name, prefix) && usual_prefix(prefix, value.substr(0, value.find(declaration[quote]))) != prefix) return true;
  }
  return false;
}

void use_known_prefixes(pugi::xml_document& document) {
  Scopes scopes;
  for (auto node = document.document_element(); node;) {
    scopes.enter(node);
    rename(node, scopes);
    auto const is_element = [](pugi::xml_node n) { return n.type() == pugi::node_element; };
    auto next = node.find_child(is_element);
    while (!next) {
      scopes.leave();
      next = node.next_sibling();
      while (next && !is_element(next)) next = next.next_sibling();
      if (next) break;
      node = node.parent();
      if (node == document) return;
    }
    node = next;
  }
}

}  // namespace vanthu::docx
