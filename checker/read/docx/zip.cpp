#include "read/docx/zip.hpp"

#include <zip.h>

#include <utility>
#ifdef VANTHU_LIBZIP
#include <dlfcn.h>
#endif

namespace vanthu::docx {
namespace {

// What is used of libzip. With VANTHU_LIBZIP, the name of its shared object, it is loaded when the first package is opened: libzip brings
// libcrypto, whose relocations would cost every run on a text a millisecond.
struct Library {
  decltype(&::zip_error_init) error_init;
  decltype(&::zip_error_fini) error_fini;
  decltype(&::zip_source_buffer_create) source_buffer_create;
  decltype(&::zip_source_free) source_free;
  decltype(&::zip_open_from_source) open_from_source;
  decltype(&::zip_discard) discard;
  decltype(&::zip_get_num_entries) get_num_entries;
  decltype(&::zip_get_name) get_name;
  decltype(&::zip_stat_index) stat_index;
  decltype(&::zip_fopen_index) fopen_index;
  decltype(&::zip_fread) fread;
  decltype(&::zip_fclose) fclose;
};

#ifdef VANTHU_LIBZIP
// Null when it is not installed.
Library const* library() {
  static auto const loaded = []() -> std::unique_ptr<Library> {
    auto* const object = dlopen(VANTHU_LIBZIP, RTLD_NOW | RTLD_LOCAL);
    if (object == nullptr) return nullptr;
    bool all = true;
    auto const find = [&]<class Function>(char const* name, Function& into) {
      into = reinterpret_cast<Function>(dlsym(object, name));
      all = all && into != nullptr;
    };
    auto out = std::make_unique<Library>();
    find("zip_error_init", out->error_init);
    find("zip_error_fini", out->error_fini);
    find("zip_source_buffer_create", out->source_buffer_create);
    find("zip_source_free", out->source_free);
    find("zip_open_from_source", out->open_from_source);
    find("zip_discard", out->discard);
    find("zip_get_num_entries", out->get_num_entries);
    find("zip_get_name", out->get_name);
    find("zip_stat_index", out->stat_index);
    find("zip_fopen_index", out->fopen_index);
    find("zip_fread", out->fread);
    find("zip_fclose", out->fclose);
    if (!all) return nullptr;
    return out;
  }();
  return loaded.get();
}
#else
Library const* library() {
  static constexpr Library linked{::zip_error_init,
                                  ::zip_error_fini,
                                  ::zip_source_buffer_create,
                                  ::zip_source_free,
                                  ::zip_open_from_source,
                                  ::zip_discard,
                                  ::zip_get_num_entries,
                                  ::zip_get_name,
                                  ::zip_stat_index,
                                  ::zip_fopen_index,
                                  ::zip_fread,
                                  ::zip_fclose};
  return &linked;
}
#endif

std::string small(std::string_view name) {
  std::string out(name);
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

struct CloseFile {
  void operator()(zip_file_t* file) const { library()->fclose(file); }
};

}  // namespace

void Zip::Close::operator()(zip* archive) const { library()->discard(archive); }

std::variant<Zip, ZipProblem> Zip::open(std::string_view bytes) {
  auto const* lib = library();
  if (lib == nullptr) return ZipProblem::no_library;
  zip_error_t error;
  lib->error_init(&error);
  Zip out;
  if (auto* source = lib->source_buffer_create(bytes.data(), bytes.size(), 0, &error); source != nullptr) {
    out.archive_.reset(lib->open_from_source(source, ZIP_RDONLY, &error));
    if (out.archive_ == nullptr) lib->source_free(source);
  }
  lib->error_fini(&error);
  if (out.archive_ == nullptr) return ZipProblem::damaged;
  auto const count = lib->get_num_entries(out.archive_.get(), 0);
  for (std::int64_t i = 0; i < count; ++i)
    if (auto const* name = lib->get_name(out.archive_.get(), static_cast<zip_uint64_t>(i), 0); name != nullptr)
      out.names_.try_emplace(small(name), static_cast<std::uint64_t>(i));
  return out;
}

std::variant<std::string, ZipProblem> Zip::part(std::string const& name, Budget& budget) const {
  auto const found = names_.find(small(name));
  if (found == names_.end()) return ZipProblem::missing;
  auto const index = found->second;
  auto const& lib = *library();
  zip_stat_t about;
  if (lib.stat_index(archive_.get(), index, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0) return ZipProblem::damaged;
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) return ZipProblem::encrypted;
  if (!budget.take(about.size)) return ZipProblem::too_large;
  std::unique_ptr<zip_file_t, CloseFile> const file(lib.fopen_index(archive_.get(), index, 0));
  if (file == nullptr) return ZipProblem::damaged;
  std::string bytes(about.size, '\0');
  // One byte more than it says it has: only then is the checksum looked at.
  char more = 0;
  if (lib.fread(file.get(), bytes.data(), bytes.size()) != static_cast<std::int64_t>(bytes.size()) || lib.fread(file.get(), &more, 1) != 0)
    return ZipProblem::damaged;
  return bytes;
}

bool Zip::has(std::string const& name) const { return names_.contains(small(name)); }

bool Zip::has_below(std::string_view folder) const {
  auto const first = names_.lower_bound(folder);
  return first != names_.end() && first->first.starts_with(folder);
}

}  // namespace vanthu::docx
