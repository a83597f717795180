// Files written anew: beside, then renamed, so that nobody ever sees half of one.
#pragma once
#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

#include "vanthu/diagnostic.hpp"

namespace vanthu::cli {

// What a file looked like, to see whether somebody else wrote it meanwhile. Nothing when there is none.
std::optional<struct stat> look_at(std::string const& path);

// Puts `bytes` into the file `path`, or the one a link there leads to, with the mode and, where that may be done, the owner it had. `seen`
// is what look_at() gave before the file was last read. Gives the reason, in `language`, when the file was left as it was: read-only,
// changed meanwhile, no file of its own, any failure.
std::optional<std::string> rewrite(std::string const& path, std::string_view bytes, struct stat const& seen, Language language);

// The same for a file that may not be there yet, whatever it holds. Devices and pipes are written straight.
std::optional<std::string> write_output(std::string const& path, std::string_view bytes, Language language);

// Why a file that somebody else wrote meanwhile is left alone.
std::string changed_meanwhile(Language language);

}  // namespace vanthu::cli
