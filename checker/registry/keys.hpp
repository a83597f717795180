// Under what the register files a thing: one writing for all ways to write it.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::registry {

// "05/2020 /nđ-cp" → "5/2020/NĐ-CP": capitals, no blanks, no zeros in front, one kind of dash, Ð as Đ.
std::string number_key(std::string_view number);

// Words of letters and digits without diacritics, in small letters: "Tổ chức Chính phủ" → "to chuc chinh phu". For names, and for search.
std::string words_key(std::string_view text);

// words_key() of the name of a law without the year behind it: "Đất đai năm 2013" → "dat dai".
std::string law_key(std::string_view name);

}  // namespace vanthu::registry
