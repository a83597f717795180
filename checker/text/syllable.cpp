#include "text/syllable.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace vanthu {
namespace {

// Vowels: without tone, then with grave, hook above, tilde, acute, dot below.
constexpr std::u16string_view vowels = u"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
constexpr std::u16string_view tones = u"\u0300\u0309\u0303\u0301\u0323";
constexpr std::size_t acute = 4, dot_below = 5;  // the tones of syllables that end in c, ch, p, t

// Longest first where one starts as another does.
constexpr std::u16string_view initials[] = {u"ngh", u"ch", u"gh", u"gi", u"kh", u"ng", u"nh", u"ph", u"qu", u"th", u"tr", u"b", u"c", u"d",
                                            u"đ",   u"g",  u"h",  u"k",  u"l",  u"m",  u"n",  u"p",  u"r",  u"s",  u"t",  u"v", u"x"};

constexpr std::u16string_view rhymes[] = {
    u"a",   u"ac",  u"ach",  u"ai",   u"am",   u"an",   u"ang",  u"anh",  u"ao",   u"ap",   u"at",  u"au", u"ay",         // a
    u"ăc",  u"ăm",  u"ăn",   u"ăng",  u"ăp",   u"ăt",   u"âc",   u"âm",   u"ân",   u"âng",  u"âp",  u"ât", u"âu", u"ây",  // ă â
    u"e",   u"ec",  u"em",   u"en",   u"eng",  u"eo",   u"ep",   u"et",                                                   // e
    u"ê",   u"êch", u"êm",   u"ên",   u"ênh",  u"êp",   u"êt",   u"êu",                                                   // ê
    u"i",   u"ia",  u"ich",  u"im",   u"in",   u"inh",  u"ip",   u"it",   u"iu",                                          // i
    u"iêc", u"iêm", u"iên",  u"iêng", u"iêp",  u"iêt",  u"iêu",                                                           // iê
    u"o",   u"oc",  u"oi",   u"om",   u"on",   u"ong",  u"op",   u"ot",   u"ooc",  u"oong",                               // o
    u"oa",  u"oac", u"oach", u"oai",  u"oan",  u"oang", u"oanh", u"oao",  u"oap",  u"oat",  u"oay",                       // oa
    u"oăc", u"oăm", u"oăn",  u"oăng", u"oăt",  u"oe",   u"oen",  u"oeo",  u"oet",                                         // oă oe
    u"ô",   u"ôc",  u"ôi",   u"ôm",   u"ôn",   u"ông",  u"ôp",   u"ôt",                                                   // ô
    u"ơ",   u"ơi",  u"ơm",   u"ơn",   u"ơp",   u"ơt",                                                                     // ơ
    u"u",   u"ua",  u"uc",   u"ui",   u"um",   u"un",   u"ung",  u"up",   u"ut",                                          // u
    u"uâc", u"uân", u"uâng", u"uât",  u"uây",  u"uê",   u"uêch", u"uên",  u"uênh", u"uơ",                                 // uâ uê uơ
    u"uôc", u"uôi", u"uôm",  u"uôn",  u"uông", u"uôt",                                                                    // uô
    u"uy",  u"uya", u"uych", u"uynh", u"uyt",  u"uyu",  u"uyên", u"uyêt",                                                 // uy
    u"ư",   u"ưa",  u"ưc",   u"ưi",   u"ưng",  u"ưt",   u"ưu",                                                            // ư
    u"ươc", u"ươi", u"ươm",  u"ươn",  u"ương", u"ươp",  u"ươt",  u"ươu",                                                  // ươ
    u"y",   u"ych", u"ynh",  u"yt",   u"yêm",  u"yên",  u"yêng", u"yêt",  u"yêu",                                         // y
};

// The vowel with a circumflex or breve on it, without tone; 0 where there is none.
char16_t with_mark(char16_t vowel, char16_t mark) {
  if (mark == 0x302) return vowel == u'a' ? u'â' : vowel == u'e' ? u'ê' : vowel == u'o' ? u'ô' : u'\0';
  return mark == 0x306 && vowel == u'a' ? u'ă' : u'\0';
}

bool is_rhyme(std::u16string_view rhyme, std::size_t tone) {
  if (std::ranges::find(rhymes, rhyme) == std::end(rhymes)) return false;
  auto const stop = rhyme.ends_with(u'c') || rhyme.ends_with(u"ch") || rhyme.ends_with(u'p') || rhyme.ends_with(u't');
  return !stop || tone == acute || tone == dot_below;
}

}  // namespace

bool is_syllable(std::u16string_view word) {
  constexpr std::size_t longest = 16;  // "nghiêng" with each vowel in letter and marks
  if (word.size() > longest) return false;
  std::u16string letters;
  std::size_t tone = 0;
  for (auto const c : word) {
    if (auto const mark = tones.find(c); mark != std::u16string_view::npos) {
      if (tone != 0 || letters.empty() || vowels.find(letters.back()) == std::u16string_view::npos) return false;
      tone = mark + 1;
    } else if (c >= 0x300 && c < 0x370) {
      if (letters.empty()) return false;
      letters.back() = with_mark(letters.back(), c);
    } else {
      auto const lower = static_cast<char16_t>(to_lower(static_cast<char32_t>(c)));
      auto const vowel = vowels.find(lower);
      if (vowel != std::u16string_view::npos && vowel % 6 != 0) {
        if (tone != 0) return false;
        tone = vowel % 6;
      }
      letters += vowel == std::u16string_view::npos ? lower : vowels[vowel - vowel % 6];
    }
  }
  if (is_rhyme(letters, tone)) return true;
  auto const* const initial = std::ranges::find_if(initials, [&](std::u16string_view i) { return letters.starts_with(i); });
  if (initial == std::end(initials)) return false;
  std::u16string_view const rest = letters;
  // "gì", "giêng": the i belongs to the rhyme.
  return is_rhyme(rest.substr(initial->size()), tone) || (*initial == u"gi" && is_rhyme(rest.substr(1), tone));
}

}  // namespace vanthu
