#include "lsp/documents.hpp"

#include <algorithm>
#include <utility>

namespace vanthu::lsp {

Analysis analyze(std::string_view bytes, std::string const& name, std::string const& path, Machine const& machine) {
  Analysis out{ReadError{}, nullptr, machine.judgement(path)};
  auto const choose = [&](Facts const& facts) { return out.policy = out.judgement.choose(facts); };
  out.result = check(bytes, name, choose);
  if (auto* checked = std::get_if<Checked>(&out.result); checked != nullptr && out.judgement.take_known) out.judgement.take_known(*checked);
  return out;
}

Analysis const& analysis_of(OpenDocument& document, Machine const& machine) {
  if (!document.analysis)
    document.analysis = std::make_shared<Analysis const>(analyze(document.buffer.text(), document.name, document.path, machine));
  return *document.analysis;
}

std::string name_of(std::string const& uri, std::string const& path, std::string_view language) {
  if (!path.empty()) return path;
  return uri + (language == "markdown" ? ".md" : ".txt");
}

std::uint32_t text_offset(SourceMap const& map, std::uint32_t source_offset) {
  auto const& pieces = map.pieces();
  auto const piece = std::partition_point(pieces.begin(), pieces.end(), [&](auto const& p) { return p.source.end <= source_offset; });
  if (piece == pieces.end()) return pieces.empty() ? 0 : pieces.back().text.end;
  if (source_offset <= piece->source.begin) return piece->text.begin;
  auto const linear = piece->text.size() == piece->source.end - piece->source.begin;
  return linear ? piece->text.begin + (source_offset - piece->source.begin) : piece->text.begin;
}

}  // namespace vanthu::lsp
