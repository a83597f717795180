#include "recognize/vocabulary.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "vanthu/doctype.hpp"

namespace vanthu {
namespace {

constexpr std::string_view bodies[] = {
    "uy ban",
    "ubnd",
    "hoi dong",
    "hdnd",
    "bo",
    "so",
    "phong",
    "ban",
    "cuc",
    "tong cuc",
    "chi cuc",
    "vu",
    "vien",
    "van phong",
    "truong",
    "dai hoc",
    "hoc vien",
    "trung tam",
    "cong ty",
    "tong cong ty",
    "tap doan",
    "ngan hang",
    "toa an",
    "thanh tra",
    "kho bac",
    "bao hiem",
    "dai",
    "bao",
    "benh vien",
    "hoi",
    "lien hiep",
    "lien doan",
    "lien minh",
    "doan",
    "cong an",
    "cong doan",
    "quan khu",
    "quan doan",
    "co quan",
    "thi hanh an",
    "chinh phu",
    "quoc hoi",
    "thu tuong chinh phu",
    "tong lien doan",
    "mat tran",
    "ubmttq",
    "kiem toan",
    "nha xuat ban",
    "tap chi",
    "thong tan xa",
    "dang bo",
    "dang uy",
    "tinh uy",
    "thanh uy",
    "huyen uy",
    "quan uy",
    "chi bo",
    "chi doan",
    "chu tich nuoc",
    "khu quan ly",
    "ban quan ly",
    "to",
    "tram",
    "quy",
    "khoa",
    "dang cong san",
    "thue",
    "hai quan",
    "cang vu",
    "nha may",
    "xi nghiep",
    "hop tac xa",
    "doi",
    "hat",
    "vuon quoc gia",
    "bo tu lenh",
    "ban chi huy",
    "su doan",
    "lu doan",
    "nha truong",
    "tieu ban",
    "mam non",
    "trung uong",
};

constexpr std::string_view units[] = {"tinh",     "thanh pho", "tp",      "huyen",    "quan",     "thi xa",     "xa",       "phuong",
                                      "thi tran", "dac khu",   "khu vuc", "viet nam", "nhan dan", "trung uong", "quoc gia", "va"};

constexpr std::string_view positions[] = {
    "chu tich",        "giam doc",
    "tong giam doc",   "bo truong",
    "thu truong",      "thu tuong",
    "cuc truong",      "vu truong",
    "vien truong",     "hieu truong",
    "hieu pho",        "truong phong",
    "truong ban",      "chanh van phong",
    "chanh thanh tra", "tong thanh tra",
    "thong doc",       "chanh an",
    "tong cuc truong", "chi cuc truong",
    "doi truong",      "to truong",
    "bi thu",          "chu nhiem",
    "tong bien tap",   "chi huy truong",
    "truong cong an",  "truong khoa",
    "truong doan",     "tong kiem toan",
    "truong tram",     "hat truong",
    "thu ky",          "chu toa",
    "chu tri",         "nguoi ghi bien ban",
    "vien pho",        "doi pho",
    "giam sat",        "ke toan truong",
    "chinh uy",        "tu lenh",
    "pho giam doc",    "thuong truc",
    "uy vien",         "truong tieu ban",
    "hoi truong",      "quan doc",
    "truong thon",     "chu nha truong",
    "nguoi dai dien",  "dai dien",
    "tham muu truong", "su doan truong",
    "tong thu ky",     "truong dai",
    "nguoi uy quyen",  "nguoi duoc uy quyen",
};

// With their marks: without them CHỦ (TỊCH) would be the family name Chu, TRƯỞNG (PHÒNG) the name Trương.
constexpr std::string_view family_names[] = {
    "nguyễn", "trần",  "lê",   "phạm",  "hoàng", "huỳnh", "phan",   "vũ",    "võ",     "đặng",  "bùi",   "đỗ",     "hồ",    "ngô",
    "dương",  "lý",    "đinh", "mai",   "tô",    "tống",  "trịnh",  "đào",   "đoàn",   "lương", "lưu",   "cao",    "hà",    "lâm",
    "phùng",  "quách", "thái", "thạch", "tăng",  "vương", "kiều",   "từ",    "trương", "chu",   "tạ",    "nghiêm", "bạch",  "bế",
    "nông",   "hứa",   "la",   "lò",    "quàng", "vi",    "vàng",   "giàng", "y",      "k'",    "đàm",   "đồng",   "khuất", "kim",
    "lục",    "ma",    "mạc",  "nhữ",   "ninh",  "ông",   "phương", "sơn",   "tiêu",   "tôn",   "triệu", "trà",    "ung",   "văn",
    "viên",   "diệp",  "danh", "doãn",  "châu",  "cù",    "giang",  "hán",   "khổng",  "lại",
};

struct OtherType {
  std::string_view name, slug;
};
constexpr OtherType other_types[] = {
    {"Nghị định", "nghi-dinh"}, {"Thông tư liên tịch", "thong-tu-lien-tich"},
    {"Thông tư", "thong-tu"},   {"Nghị quyết liên tịch", "nghi-quyet-lien-tich"},
    {"Bộ luật", "bo-luat"},     {"Luật", "luat"},
    {"Pháp lệnh", "phap-lenh"}, {"Hiến pháp", "hien-phap"},
    {"Lệnh", "lenh"},           {"Kết luận", "ket-luan"},
    {"Thông tri", "thong-tri"}, {"Quy chuẩn kỹ thuật quốc gia", "quy-chuan-ky-thuat-quoc-gia"},
};

bool starts_with_one_of(std::string_view key, auto const& list) {
  return !key.empty() &&
         std::ranges::any_of(list, [&](std::string_view word) { return word[0] == key[0] && starts_with_words(key, word); });
}

// A type with the forms in which its line is looked for.
struct TypeForms {
  TypeWord type;
  std::string letters;  // "quyetdinh"
  std::string words;    // "quyet dinh"
};

// All but those that are never the type name line of a document: a công văn has none.
std::vector<TypeForms> const& type_forms() {
  static auto const forms = [] {
    std::vector<TypeForms> out;
    auto const add = [&](TypeWord type) {
      std::string words(type.slug);
      std::ranges::replace(words, '-', ' ');
      if (type.slug != "cong-van" && type.slug != "thu-cong") out.push_back({type, letters_of(type.slug), std::move(words)});
    };
    for (auto const& t : doc_types()) add({t.name, t.slug, true});
    for (auto const& t : other_types) add({t.name, t.slug, false});
    return out;
  }();
  return forms;
}

}  // namespace

bool names_body(std::string_view key) { return starts_with_one_of(key, bodies); }
bool names_unit(std::string_view key) { return starts_with_one_of(key, units); }

bool names_position(std::string_view key) {
  static constexpr std::string_view before_position[] = {"quyen ", "q. ", "q.", "tong pho ", "pho ", "nguyen "};
  for (auto const before : before_position)
    if (key.starts_with(before)) key.remove_prefix(before.size());
  return starts_with_one_of(key, positions);
}

bool looks_like_name(std::string_view text) {
  std::size_t count = 0;
  bool any_lower = false, caps_inside = false;
  if (text.size() > 60) return false;
  for (std::size_t i = 0; i < text.size();) {
    while (i < text.size() && text[i] == ' ') ++i;
    if (i >= text.size()) break;
    ++count;
    bool first = true, small = false;
    std::size_t letters = 0;
    while (i < text.size() && text[i] != ' ') {
      auto const c = next_code_point(text, i);
      if (!is_letter(c) && c != '\'' && c != U'’' && c != '-') return false;
      if (first && !is_upper(c)) return false;
      // "GẦN Ty", "PHÒng": not a way to write a name.
      if (!first && small && is_upper(c)) return false;
      if (!first) (is_lower(c) ? small : caps_inside) = true;
      first = false;
      ++letters;
    }
    any_lower = any_lower || small;
    if (letters > 9 || (any_lower && caps_inside)) return false;
  }
  return count >= 2 && count <= 6 && (any_lower || has_family_name(text));
}

bool has_family_name(std::string_view text) {
  auto const folded = fold(text.substr(0, text.find(' ')));
  return std::ranges::find(family_names, folded) != std::end(family_names);
}

std::optional<TypeWord> type_of(std::string_view key) {
  if (key.find(':') != std::string_view::npos) return std::nullopt;
  auto const letters = letters_of(key);
  for (auto const& form : type_forms())
    if (form.letters == letters) return form.type;
  return std::nullopt;
}

std::optional<TypeWord> damaged_type_of(std::string_view key) {
  auto found = type_of(key);
  auto const letters = letters_of(key);
  if (found || letters.size() < 6 || letters.size() > 30) return found;
  for (auto const& form : type_forms())
    if (form.letters.size() >= 6 && edit_distance(form.letters, letters, 1) <= 1) return form.type;
  return std::nullopt;
}

std::optional<std::pair<TypeWord, std::size_t>> type_prefix(std::string_view key) {
  std::optional<std::pair<TypeWord, std::size_t>> found;
  for (auto const& form : type_forms())
    if (starts_with_words(key, form.words) && (!found || form.words.size() > found->second)) found = {form.type, form.words.size()};
  return found;
}

}  // namespace vanthu
