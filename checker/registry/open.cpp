#include "registry/open.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "registry/answers.hpp"
#include "registry/build.hpp"
#include "registry/keys.hpp"
#include "registry/sqlite.hpp"
#include "text/unicode.hpp"

namespace vanthu::registry {
namespace {

constexpr std::string_view columns =
    "type, number, issuer, issued, also_dated, effective, expired, replaced_by, title, confidence, codified, sources, id";

RegisteredDocument document_of(Query const& row, bool own) {
  RegisteredDocument out;
  out.type = row.text(0);
  out.number = row.text(1);
  out.issuer = row.text(2);
  out.issued = unpacked(row.integer(3));
  out.also_dated = unpacked(row.integer(4));
  out.effective = unpacked(row.integer(5));
  out.expired = unpacked(row.integer(6));
  out.replaced_by = row.text(7);
  out.title = row.text(8);
  out.confidence = static_cast<Confidence>(std::clamp<std::int64_t>(row.integer(9), 0, 2));
  out.codified = unpacked(row.integer(10));
  out.sources = row.text(11);
  out.own = own;
  return out;
}

// One database, opened when it is first asked.
class Layer {
 public:
  Layer(std::string_view bytes, bool own) : bytes_(bytes), own_(own) {}

  std::string_view bytes() const { return bytes_; }
  bool own() const { return own_; }

  // A question is prepared once.
  Query& ask(std::string const& sql) {
    if (!opened_) {
      database_ = Database::reading(bytes_);
      opened_ = true;
    }
    auto const [at, fresh] = questions_.try_emplace(sql);
    if (!fresh)
      at->second.reset();
    else if (database_)
      at->second = database_->prepare(sql);
    return at->second;
  }

  // Rows of `documents` for which a column has this key.
  void documents(std::string_view column, std::string const& key, std::vector<RegisteredDocument>& out) {
    auto& rows = ask(fmt::format("SELECT {} FROM documents WHERE {} = ?", columns, column));
    rows.bind(1, key);
    while (rows.step()) out.push_back(document_of(rows, own_));
  }

 private:
  std::string_view bytes_;
  bool own_;
  bool opened_ = false;
  std::optional<Database> database_;
  std::map<std::string, Query> questions_;  // gone before the database is
};

std::vector<std::string> split(std::string const& words) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < words.size();) {
    auto const end = std::min(words.find(' ', at), words.size());
    if (end > at) out.push_back(words.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Names and definitions of all tables and indexes.
std::string shape_of(std::string_view bytes) {
  Layer layer(bytes, false);
  std::string out;
  auto& rows = layer.ask("SELECT type, name, sql FROM sqlite_schema ORDER BY name");
  while (rows.step()) out += fmt::format("{} {} {}\n", rows.text(0), rows.text(1), rows.text(2));
  return out;
}

}  // namespace

std::optional<NotARegister> fault_of(std::string_view bytes) {
  NotARegister const foreign{"không phải sổ văn bản của vanthu", "not a register of vanthu"};
  if (!bytes.starts_with(std::string_view("SQLite format 3\0", 16))) return foreign;
  Layer layer(bytes, false);
  auto& id = layer.ask("PRAGMA application_id");
  if (!id.step() || id.integer(0) != application_id) return foreign;
  auto& version = layer.ask("PRAGMA user_version");
  if (!version.step() || version.integer(0) != tables_version)
    return NotARegister{"sổ do một phiên bản vanthu khác ghi; nhập lại từ CSV",
                        "written by another version of vanthu; import the CSV anew"};
  // No view or trigger of somebody else's answers in place of a table.
  auto const shape = shape_of(std::get<std::string>(build({})));
  if (shape_of(bytes) != shape) return foreign;
  auto& whole = layer.ask("PRAGMA quick_check(1)");
  if (!whole.step() || whole.text(0) != "ok") return NotARegister{"sổ bị hỏng; nhập lại từ CSV", "damaged; import the CSV anew"};
  return std::nullopt;
}

struct Catalogue::Inside {
  std::vector<Layer> layers;  // the office's own first
  Registry registry;
  std::mutex mutex;
  // By what was asked, as it was written: most documents write it alike.
  Answers<RegisteredDocument> by_number, by_law_name;
  Answers<RegisteredBody> by_name;

  std::vector<RegisteredDocument> documents(Answers<RegisteredDocument>& known, std::string_view column, std::string_view asked,
                                            std::string (*key_of)(std::string_view)) {
    std::lock_guard const hold(mutex);
    return known.of(std::string(asked), [&] { return ask_documents(column, key_of(asked)); });
  }

  // An own document stands for the shipped one of the same type, number and day.
  std::vector<RegisteredDocument> ask_documents(std::string_view column, std::string const& key) {
    std::vector<RegisteredDocument> out;
    if (key.empty()) return out;
    for (auto& layer : layers) layer.documents(column, key, out);
    if (layers.size() > 1) {
      std::erase_if(out, [&](RegisteredDocument const& d) {
        return !d.own && std::any_of(out.begin(), out.end(), [&](RegisteredDocument const& own) {
          return own.own && own.type == d.type && own.issued == d.issued && number_key(own.number) == number_key(d.number);
        });
      });
    }
    return out;
  }

  std::vector<RegisteredDocument> titled(std::string const& key) {
    constexpr std::size_t enough = 64;
    std::lock_guard const hold(mutex);
    std::vector<RegisteredDocument> out;
    if (key.empty()) return out;
    std::set<std::int64_t> seen;
    for (auto& layer : layers) {
      seen.clear();
      search(layer, fmt::format("\"{}\"", key), out.size() + enough, seen, out);
    }
    return out;
  }

  std::vector<Amendment> amendments(std::string const& key) {
    std::lock_guard const hold(mutex);
    std::vector<Amendment> out;
    for (auto& layer : layers) {
      auto& rows = layer.ask("SELECT by, issued, effective FROM amendments WHERE number_key = ? ORDER BY issued");
      rows.bind(1, key);
      while (rows.step()) out.push_back({std::string(rows.text(0)), unpacked(rows.integer(1)), unpacked(rows.integer(2))});
    }
    return out;
  }

  std::vector<RegisteredBody> bodies(std::string_view name) {
    std::lock_guard const hold(mutex);
    return by_name.of(std::string(name), [&] { return ask_bodies(words_key(name)); });
  }

  std::vector<RegisteredBody> ask_bodies(std::string const& key) {
    std::vector<RegisteredBody> out;
    for (auto& layer : layers) {
      auto& rows = layer.ask("SELECT name, code, kind, since, until, successor FROM bodies WHERE name_key = ?");
      rows.bind(1, key);
      while (rows.step())
        out.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)), unpacked(rows.integer(3)),
                       unpacked(rows.integer(4)), std::string(rows.text(5))});
    }
    return out;
  }

  void search(Layer& layer, std::string const& match, std::size_t limit, std::set<std::int64_t>& seen,
              std::vector<RegisteredDocument>& out) {
    auto& rows = layer.ask(fmt::format(
        "SELECT {} FROM documents WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY issued DESC, id LIMIT ?", columns));
    rows.bind(1, match).bind(2, static_cast<std::int64_t>(limit));
    while (out.size() < limit && rows.step())
      if (seen.insert(rows.integer(12)).second) out.push_back(document_of(rows, layer.own()));
  }
};

Catalogue::Catalogue(std::string_view shipped, std::string_view own) : inside_(std::make_unique<Inside>()) {
  if (!own.empty()) inside_->layers.emplace_back(own, true);
  inside_->layers.emplace_back(shipped, false);
  auto* const in = inside_.get();
  in->registry.by_number = [in](std::string_view number) { return in->documents(in->by_number, "number_key", number, number_key); };
  in->registry.by_law_name = [in](std::string_view name) { return in->documents(in->by_law_name, "law_key", name, law_key); };
  in->registry.by_title = [in](std::string_view words) { return in->titled(words_key(words)); };
  in->registry.amendments = [in](std::string_view number) { return in->amendments(number_key(number)); };
  in->registry.bodies = [in](std::string_view name) { return in->bodies(name); };
}

Catalogue::~Catalogue() = default;

Registry const& Catalogue::registry() const { return inside_->registry; }

std::vector<RegisteredDocument> Catalogue::find(std::string_view given, std::size_t limit) const {
  auto const words = to_nfc(given);  // from a terminal it may come decomposed
  auto const folded = words_key(words);
  auto const each = split(folded);
  std::vector<RegisteredDocument> out;
  if (each.empty()) return out;
  std::lock_guard const hold(inside_->mutex);
  for (auto& layer : inside_->layers) {
    std::vector<RegisteredDocument> exact;
    layer.documents("number_key", number_key(words), exact);
    std::set<std::int64_t> seen;
    std::vector<RegisteredDocument> found;
    if (exact.empty()) {
      // Only letters and digits are left, so that nothing in the question can be an operator of FTS5.
      inside_->search(layer, fmt::format("\"{}\" *", folded), limit, seen, found);
      inside_->search(layer, fmt::format("\"{}\" *", fmt::join(each, "\" AND \"")), limit, seen, found);
    }
    std::ranges::move(exact, std::back_inserter(out));
    std::ranges::move(found, std::back_inserter(out));
  }
  if (out.size() > limit) out.resize(limit);
  return out;
}

std::vector<RegisteredDocument> Catalogue::own_documents() const {
  std::lock_guard const hold(inside_->mutex);
  std::vector<RegisteredDocument> out;
  auto& layer = inside_->layers.front();
  if (!layer.own()) return out;
  auto& rows = layer.ask(fmt::format("SELECT {} FROM documents ORDER BY id", columns));
  while (rows.step()) out.push_back(document_of(rows, true));
  return out;
}

std::vector<About> Catalogue::about() const {
  std::lock_guard const hold(inside_->mutex);
  std::vector<About> out;
  for (auto& layer : inside_->layers) {
    auto& rows = layer.ask(
        "SELECT count(*), sum(issued > 0), sum(expired > 0), sum(replaced_by <> ''), max(issued), (SELECT count(*) FROM amendments), "
        "(SELECT count(*) FROM bodies) FROM documents");
    if (!rows.step()) continue;
    out.push_back({layer.own(), layer.bytes().size(), rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(5),
                   rows.integer(6), unpacked(rows.integer(4))});
  }
  return out;
}

std::vector<YearCount> Catalogue::by_year() const {
  std::lock_guard const hold(inside_->mutex);
  std::map<std::pair<int, std::string>, std::int64_t> counts;
  for (auto& layer : inside_->layers) {
    auto& rows = layer.ask("SELECT issued / 10000, type, count(*) FROM documents GROUP BY 1, 2");
    while (rows.step()) counts[{static_cast<int>(rows.integer(0)), std::string(rows.text(1))}] += rows.integer(2);
  }
  std::vector<YearCount> out;
  for (auto const& [key, count] : counts) out.push_back({key.first, key.second, count});
  return out;
}

}  // namespace vanthu::registry
