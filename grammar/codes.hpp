// Codes of bodies that stand in symbols.
#pragma once
#include <string_view>

namespace vanthu::grammar {

// Ministries and bodies of that rank, abolished ones too. None of these codes has digits.
inline constexpr std::string_view ministry_codes[] = {
    "BQP",  "BCA",  "BNG",  "BTP",     "BCT",     "BYT",   "BGDĐT", "BVHTTDL", "BNV",     "BTC",   "BXD",    "BKHCN",    "BNNMT",  "BDTTG",
    "NHNN", "TTCP", "VPCP", "BKHĐT",   "BNNPTNT", "BTNMT", "BGTVT", "BTTTT",   "BLĐTBXH", "UBDT",  "BCN",    "BTM",      "BVHTT",  "BBCVT",
    "BTS",  "BKH",  "BNN",  "BKHCNMT", "TCHQ",    "TCCP",  "BTL",   "BGD",     "BLĐ",     "BTCCP", "BGD&ĐT", "BLĐTB&XH", "LĐTBXH",
};

}  // namespace vanthu::grammar
