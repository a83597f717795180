// The short name that a text gives to what it has just named: "(sau đây gọi tắt là Nghị định 30)".
#pragma once
#include <optional>
#include <string_view>

#include "vanthu/span.hpp"

namespace vanthu::grammar {

// The words that give a short name, from the blank or comma at byte `at` on: " (sau đây gọi là “", ", sau đây viết tắt là ". The place of
// what follows; nothing where no such words stand. "Gọi chung là" names several things at once and gives none.
std::optional<std::size_t> skip_short_name_words(std::string_view text, std::size_t at);

// The name itself, without quotation marks; what follows the words above. Nothing where it is empty or longer than 80 bytes.
std::optional<Span> match_short_name(std::string_view text, std::size_t at);

}  // namespace vanthu::grammar
