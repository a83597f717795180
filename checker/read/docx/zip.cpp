#include "read/docx/zip.hpp"

#include <zip.h>

#include <utility>

namespace vanthu::docx {
namespace {

std::string small(std::string_view name) {
  std::string out(name);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Zip::Close::operator()(zip* archive) const { zip_discard(archive); }

std::variant<Zip, ZipProblem> Zip::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  Zip out;
  if (auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error); source != nullptr) {
    out.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (out.archive_ == nullptr) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (out.archive_ == nullptr) return ZipProblem::damaged;
  auto const count = zip_get_num_entries(out.archive_.get(), 0);
  for (std::int64_t i = 0; i < count; ++i)
    if (auto const* name = zip_get_name(out.archive_.get(), static_cast<zip_uint64_t>(i), 0); name != nullptr)
      out.names_.try_emplace(small(name), static_cast<std::uint64_t>(i));
  return out;
}

std::variant<std::string, ZipProblem> Zip::part(std::string const& name, Budget& budget) const {
  auto const found = names_.find(small(name));
  if (found == names_.end()) return ZipProblem::missing;
  auto const index = found->second;
  zip_stat_t about;
  if (zip_stat_index(archive_.get(), index, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0) return ZipProblem::damaged;
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) return ZipProblem::encrypted;
  if (!budget.take(about.size)) return ZipProblem::too_large;
  std::unique_ptr<zip_file_t, CloseFile> const file(zip_fopen_index(archive_.get(), index, 0));
  if (file == nullptr) return ZipProblem::damaged;
  std::string bytes(about.size, '\0');
  // One byte more than it says it has: only then is the checksum looked at.
  char more = 0;
  if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<std::int64_t>(bytes.size()) || zip_fread(file.get(), &more, 1) != 0)
    return ZipProblem::damaged;
  return bytes;
}

bool Zip::has(std::string const& name) const { return names_.contains(small(name)); }

bool Zip::has_below(std::string_view folder) const {
  auto const first = names_.lower_bound(folder);
  return first != names_.end() && first->first.starts_with(folder);
}

}  // namespace vanthu::docx
