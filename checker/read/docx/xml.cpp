#include "read/docx/xml.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "read/docx/namespaces.hpp"
#include "read/source_text.hpp"
#include "text/unicode.hpp"

namespace vanthu::docx {
namespace {

constexpr std::uint64_t node_size = 64, attribute_size = 40, renamed_size = 64;  // of pugixml, with pointers of 64 bits

// What parsing will make, counted without making it.
struct Shape {
  std::uint64_t nodes = 0, attributes = 0;
  std::size_t depth = 0;
  bool document_type = false;
};

// Tags are looked through byte by byte, text is passed over. Says nothing of whether the XML is well-formed.
class ShapeScan {
 public:
  explicit ShapeScan(std::string_view xml) : xml_(xml) {}

  Shape run() {
    for (std::size_t at = xml_.find('<'); at != std::string_view::npos; at = xml_.find('<', at)) {
      at = markup(at);
      shape_.nodes += at < xml_.size() && xml_[at] != '<';  // text behind it
    }
    return shape_;
  }

 private:
  std::size_t behind(std::string_view end, std::size_t at) const {
    auto const found = xml_.find(end, at);
    return found == std::string_view::npos ? xml_.size() : found + end.size();
  }

  std::size_t markup(std::size_t at) {
    auto const rest = xml_.substr(at, 9);
    if (rest.starts_with("<!--")) return behind("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) {
      ++shape_.nodes;
      return behind("]]>", at + 9);
    }
    if (rest.starts_with("<?")) return behind("?>", at + 2);
    if (rest.starts_with("<!")) {
      shape_.document_type = true;
      return at + 2;
    }
    if (rest.starts_with("</")) {
      depth_ -= depth_ > 0;
      return behind(">", at + 2);
    }
    ++shape_.nodes;
    shape_.depth = std::max(shape_.depth, ++depth_);
    return tag(at + 1);
  }

  std::size_t tag(std::size_t at) {
    for (; at < xml_.size(); ++at) {
      switch (xml_[at]) {
        case '"':
        case '\'': {
          ++shape_.attributes;
          auto const close = xml_.find(xml_[at], at + 1);
          if (close == std::string_view::npos) return xml_.size();
          at = close;
          break;
        }
        case '>': depth_ -= xml_[at - 1] == '/'; return at + 1;
        default: break;
      }
    }
    return at;
  }

  std::string_view xml_;
  Shape shape_;
  std::size_t depth_ = 0;
};

// UTF-16 with a byte order mark → UTF-8; other bytes as they are.
std::string as_utf8(std::string bytes) {
  auto const little = bytes.starts_with("\xFF\xFE");
  if (!little && !bytes.starts_with("\xFE\xFF")) return bytes;
  std::string out;
  for (std::size_t at = 2; at < bytes.size();) append_utf8(out, next_in_source(bytes, little ? Encoding::utf16le : Encoding::utf16be, at));
  return out;
}

}  // namespace

std::variant<XmlPart, XmlProblem> parse_xml(std::string name, std::string bytes, Budget& budget) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    if (!budget.take(bytes.size() * 2)) return XmlProblem::too_large;
  XmlPart part{std::move(name), std::make_unique<std::string>(as_utf8(std::move(bytes))), std::make_unique<pugi::xml_document>()};
  auto& text = *part.bytes;
  auto const shape = ShapeScan(text).run();
  if (shape.document_type) return XmlProblem::document_type;
  if (shape.depth > deepest_xml) return XmlProblem::too_deep;
  if (!budget.take(shape.nodes * node_size + shape.attributes * attribute_size)) return XmlProblem::too_large;
  auto const foreign = has_foreign_prefixes(text);
  if (foreign && !budget.take(shape.nodes * renamed_size)) return XmlProblem::too_large;
  auto const parsed =
      part.document->load_buffer_inplace(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) return XmlProblem::malformed;
  if (foreign) use_known_prefixes(*part.document);
  return part;
}

bool is_on(pugi::xml_node toggle) {
  if (!toggle) return false;
  auto const value = toggle.attribute("w:val");
  if (!value) return true;
  std::string_view const text = value.value();
  return text != "0" && text != "false" && text != "off";
}

std::optional<std::int32_t> integer(pugi::xml_attribute attribute) {
  std::string_view const text = attribute.value();
  std::int32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace vanthu::docx
