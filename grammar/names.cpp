// Names of bodies and of laws.
#include "grammar/names.hpp"

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

#include "grammar/phrase_set.hpp"
#include "grammar/words.hpp"

namespace vanthu::grammar {
namespace {

// Names that are complete as they stand. Longer ones first.
constexpr std::string_view closed_names[] = {
    "thủ tướng chính phủ",
    "chính phủ",
    "ủy ban thường vụ quốc hội",
    "quốc hội",
    "chủ tịch nước",
    "bộ chính trị",
    "ban bí thư trung ương đảng",
    "ban bí thư trung ương",
    "ban bí thư",
    "hội đồng bộ trưởng",
    "hội đồng chính phủ",
    "hội đồng nhà nước",
    "văn phòng chính phủ",
    "văn phòng quốc hội",
    "tổng thanh tra chính phủ",
    "thanh tra chính phủ",
    "tổng kiểm toán nhà nước",
    "kiểm toán nhà nước",
    "thống đốc ngân hàng nhà nước việt nam",
    "thống đốc ngân hàng nhà nước",
    "ngân hàng nhà nước việt nam",
    "ngân hàng nhà nước",
    "chánh án tòa án nhân dân tối cao",
    "tòa án nhân dân tối cao",
    "hội đồng thẩm phán tòa án nhân dân tối cao",
    "viện trưởng viện kiểm sát nhân dân tối cao",
    "viện kiểm sát nhân dân tối cao",
};

// Fields of ministries, departments and divisions; what follows "Bộ", "Sở", "Phòng", "Cục" …
constexpr std::string_view fields[] = {
    "văn hóa, thể thao và du lịch",
    "văn hóa - thể thao và du lịch",
    "văn hóa và thể thao",
    "văn hóa - thông tin",
    "văn hóa - xã hội",
    "giáo dục và đào tạo",
    "giáo dục & đào tạo",
    "khoa học, công nghệ và môi trường",
    "khoa học và công nghệ",
    "nông nghiệp và phát triển nông thôn",
    "nông nghiệp và môi trường",
    "tài nguyên và môi trường",
    "tài chính - kế hoạch",
    "tài chính",
    "thông tin và truyền thông",
    "kế hoạch và đầu tư",
    "dân tộc và tôn giáo",
    "lao động - thương binh và xã hội",
    "lao động-thương binh và xã hội",
    "lao động, thương binh và xã hội",
    "bưu chính, viễn thông",
    "tổ chức - cán bộ chính phủ",
    "tuyên giáo và dân vận",
    "quy hoạch và kiến trúc",
    "quy hoạch - kiến trúc",
    "kinh tế, hạ tầng và đô thị",
    "giao thông vận tải",
    "giao thông công chánh",
    "công thương",
    "công nghiệp",
    "thương mại",
    "thủy sản",
    "y tế",
    "nội vụ",
    "tư pháp",
    "công an",
    "quốc phòng",
    "ngoại giao",
    "ngoại vụ",
    "xây dựng",
    "du lịch",
    "thanh tra",
};

constexpr std::string_view field_heads[] = {"bộ", "sở", "phòng", "cục", "vụ", "ty", "ban"};

// A unit that a place name follows; after the place nothing in small letters belongs to the name but another unit.
constexpr std::string_view units[] = {"tỉnh", "huyện", "quận", "xã", "phường", "thành phố", "thị xã", "thị trấn", "tp", "đặc khu"};

// What ends a name though it stands in small letters: the next part of the sentence starts here.
constexpr std::string_view stop_words[] = {
    "về",    "để",   "được",  "đã",    "đang", "có",    "là",   "kèm",   "theo", "tại", "trong", "trên",  "với", "này",  "nêu", "cho",
    "hết",   "còn",  "không", "thì",   "bằng", "từ",    "đến",  "kể",    "ngày", "số",  "năm",   "như",   "mà",  "nếu",  "khi", "hoặc",
    "và",    "bị",   "cùng",  "ngoài", "sau",  "trước", "nhằm", "phải",  "gồm",  "vào", "đó",    "đây",   "gửi", "ký",   "của", "việc",
    "nhưng", "cũng", "thuộc", "bởi",   "vẫn",  "một",   "các",  "những", "chịu", "trừ", "do",    "trình", "ghi", "nhất",
};
constexpr std::string_view stop_phrases[] = {
    "ban hành",   "quy định",  "hướng dẫn",  "phê duyệt",  "sửa đổi",     "bãi bỏ",    "hủy bỏ",     "thay thế",    "kiện toàn",
    "đính chính", "bổ sung",   "bổ nhiệm",   "điều chỉnh", "triển khai",  "thực hiện", "thông qua",  "thông báo",   "giao nhiệm",
    "giao chỉ",   "giao dự",   "giao kế",    "giao quyền", "giao cho",    "giao các",  "công bố",    "công nhận",   "chỉ đạo",
    "yêu cầu",    "đề nghị",   "báo cáo",    "chấp thuận", "trả lời",     "góp ý",     "tăng cường", "đẩy mạnh",    "tiếp tục",
    "đồng ý",     "đối với",   "kính gửi",   "quyết định", "tổ chức",     "cụ thể",    "xử lý",      "xử phạt",     "thu hồi",
    "tham gia",   "đánh giá",  "hợp nhất",   "liên quan",  "phối hợp",    "kết luận",  "hoàn thành", "xác nhận",    "thành lập",
    "thi hành",   "chi tiết",  "phân công",  "phân cấp",   "phân bổ",     "xây dựng",  "tổng kết",   "sơ kết",      "nâng cao",
    "bảo đảm",    "đảm bảo",   "quán triệt", "thống nhất", "xem xét",     "cấp phép",  "cấp giấy",   "khen thưởng", "tặng thưởng",
    "giải quyết", "giải thể",  "sắp xếp",    "chuyển đổi", "chuyển giao", "áp dụng",   "hỗ trợ",     "bao gồm",     "chủ trì",
    "đính kèm",   "thẩm định", "thẩm quyền", "gia hạn",    "tạm dừng",    "tạm thời",  "bầu cử",     "phân loại",   "phát triển kinh",
    "xin ý",      "cử cán",    "mời họp",    "đầu tư",     "quản lý",
};

// Phrases with a capital that open a title: "của Chính phủ Quy định chi tiết".
constexpr std::string_view capital_stops[] = {"v/v",        "quy định",  "về việc",   "về",        "ban hành", "phê duyệt",
                                              "hướng dẫn",  "sửa đổi",   "kiện toàn", "công bố",   "bãi bỏ",   "thông qua",
                                              "điều chỉnh", "thành lập", "giao",      "tăng cường"};

// A body of its own after "và" or a comma.
constexpr std::string_view body_heads[] = {"bộ",     "ủy",   "hội",   "thủ",   "chính", "quốc",  "chủ",  "sở",   "tòa",
                                           "viện",   "ngân", "thanh", "tổng",  "văn",   "ban",   "ubnd", "hđnd", "giám",
                                           "thường", "tỉnh", "các",   "phòng", "liên",  "trung", "đoàn", "mặt"};

// Further words that open the name of a body, where no "của" announces it.
constexpr std::string_view body_openers[] = {"thành", "huyện", "quận", "đảng", "cục",   "chi", "vụ",     "công",   "trường", "hiệu",
                                             "bệnh",  "đại",   "học",  "kho",  "bảo",   "phó", "trưởng", "thống",  "kiểm",   "quân",
                                             "nhà",   "trạm",  "đội",  "hạt",  "chánh", "cơ",  "xã",     "phường", "thị"};

// Words in small letters that a name may start with all the same.
constexpr std::string_view small_openers[] = {"ủy", "hội", "bộ", "chủ", "thủ", "chính", "liên", "ubnd"};

// Types of documents: a body's name never starts with one, and ends before one.
constexpr std::string_view document_types[] = {
    "luật",      "bộ luật",   "pháp lệnh", "nghị quyết", "nghị định", "quyết định",   "thông tư", "thông báo",
    "chỉ thị",   "kế hoạch",  "tờ trình",  "báo cáo",    "kết luận",  "chương trình", "đề án",    "công văn",
    "công điện", "hướng dẫn", "quy định",  "quy chế",    "phụ lục",   "điều",
};

// Capitals that open a sentence, not a name.
constexpr std::string_view sentence_openers[] = {"theo", "xét",  "căn",  "tại",  "trên", "thực", "tiếp", "trong", "về",  "sau",
                                                 "qua",  "để",   "ngày", "đồng", "nay",  "do",   "từ",   "ngoài", "như", "đối",
                                                 "yêu",  "giao", "đề",   "khi",  "nếu",  "việc", "các",  "nhằm",  "số"};

constexpr std::string_view law_names[] = {
    "an ninh mạng",
    "an ninh quốc gia",
    "an toàn thông tin mạng",
    "an toàn thực phẩm",
    "an toàn, vệ sinh lao động",
    "ban hành văn bản quy phạm pháp luật của hội đồng nhân dân, ủy ban nhân dân",
    "ban hành văn bản quy phạm pháp luật",
    "biên phòng việt nam",
    "biên giới quốc gia",
    "biển việt nam",
    "báo chí",
    "bình đẳng giới",
    "bưu chính, viễn thông",
    "bưu chính",
    "bảo hiểm tiền gửi",
    "bảo hiểm xã hội",
    "bảo hiểm y tế",
    "bảo vệ bí mật nhà nước",
    "bảo vệ dữ liệu cá nhân",
    "bảo vệ môi trường",
    "bảo vệ quyền lợi người tiêu dùng",
    "bảo vệ và kiểm dịch thực vật",
    "bảo vệ, chăm sóc và giáo dục trẻ em",
    "bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân",
    "các công cụ chuyển nhượng",
    "các tổ chức tín dụng",
    "cán bộ, công chức",
    "căn cước công dân",
    "căn cước",
    "cạnh tranh",
    "chăn nuôi",
    "chất lượng sản phẩm, hàng hóa",
    "chứng khoán",
    "chuyển đổi số",
    "chuyển giao công nghệ",
    "công an nhân dân",
    "công chứng",
    "công đoàn",
    "công nghệ cao",
    "công nghệ thông tin",
    "công nghiệp công nghệ số",
    "công nghiệp quốc phòng, an ninh và động viên công nghiệp",
    "công an xã",
    "cư trú",
    "dân quân tự vệ",
    "dân số",
    "dân sự",
    "di sản văn hóa",
    "doanh nghiệp nhà nước",
    "doanh nghiệp",
    "dầu khí",
    "du lịch",
    "dược",
    "dữ liệu",
    "dự trữ quốc gia",
    "đa dạng sinh học",
    "đất đai",
    "đấu giá tài sản",
    "đấu thầu",
    "đầu tư công",
    "đầu tư nước ngoài",
    "đầu tư theo hình thức đối tác công tư",
    "đầu tư theo phương thức đối tác công tư",
    "đầu tư",
    "đặc xá",
    "đê điều",
    "địa chất và khoáng sản",
    "điện ảnh",
    "điện lực",
    "đo đạc và bản đồ",
    "đo lường",
    "đường bộ",
    "đường sắt",
    "giá",
    "giám định tư pháp",
    "giao dịch điện tử",
    "giao thông đường bộ",
    "giao thông đường thủy nội địa",
    "giáo dục đại học",
    "giáo dục nghề nghiệp",
    "giáo dục quốc phòng và an ninh",
    "giáo dục quốc phòng - an ninh",
    "giáo dục",
    "hải quan",
    "hàng hải việt nam",
    "hàng không dân dụng việt nam",
    "hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác",
    "hình sự",
    "hóa chất",
    "hòa giải, đối thoại tại tòa án",
    "hòa giải ở cơ sở",
    "hoạt động chữ thập đỏ",
    "hoạt động giám sát của quốc hội và hội đồng nhân dân",
    "hôn nhân và gia đình",
    "hộ tịch",
    "hợp tác xã",
    "kế toán",
    "khám bệnh, chữa bệnh",
    "khiếu nại, tố cáo",
    "khiếu nại",
    "khoa học và công nghệ",
    "khoa học, công nghệ và đổi mới sáng tạo",
    "khoáng sản",
    "kiến trúc",
    "kiểm toán độc lập",
    "kiểm toán nhà nước",
    "kinh doanh bảo hiểm",
    "kinh doanh bất động sản",
    "lao động",
    "lâm nghiệp",
    "luật sư",
    "lưu trữ",
    "lý lịch tư pháp",
    "lực lượng dự bị động viên",
    "lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "mặt trận tổ quốc việt nam",
    "năng lượng nguyên tử",
    "ngân hàng nhà nước việt nam",
    "ngân sách nhà nước",
    "nghĩa vụ quân sự",
    "người cao tuổi",
    "người khuyết tật",
    "người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng",
    "nhà giáo",
    "nhà ở",
    "nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại việt nam",
    "nuôi con nuôi",
    "phá sản",
    "phí và lệ phí",
    "phổ biến, giáo dục pháp luật",
    "phòng bệnh",
    "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "phòng cháy và chữa cháy",
    "phòng, chống bạo lực gia đình",
    "phòng, chống bệnh truyền nhiễm",
    "phòng, chống khủng bố",
    "phòng, chống ma túy",
    "phòng, chống mua bán người",
    "phòng, chống rửa tiền",
    "phòng, chống tác hại của rượu, bia",
    "phòng, chống tác hại của thuốc lá",
    "phòng, chống tham nhũng",
    "phòng, chống thiên tai",
    "phòng thủ dân sự",
    "quản lý ngoại thương",
    "quản lý nợ công",
    "quản lý thuế",
    "quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
    "quản lý, sử dụng tài sản công",
    "quản lý, sử dụng tài sản nhà nước",
    "quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp",
    "quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "quảng cáo",
    "quốc phòng",
    "quốc tịch việt nam",
    "quy hoạch đô thị và nông thôn",
    "quy hoạch đô thị",
    "quy hoạch",
    "sĩ quan quân đội nhân dân việt nam",
    "sở hữu trí tuệ",
    "sử dụng năng lượng tiết kiệm và hiệu quả",
    "tài nguyên nước",
    "tài nguyên, môi trường biển và hải đảo",
    "tần số vô tuyến điện",
    "thanh niên",
    "thanh tra",
    "thể dục, thể thao",
    "thi đua, khen thưởng",
    "thi hành án dân sự",
    "thi hành án hình sự",
    "thi hành tạm giữ, tạm giam",
    "thống kê",
    "thú y",
    "thư viện",
    "thuế bảo vệ môi trường",
    "thuế giá trị gia tăng",
    "thuế sử dụng đất nông nghiệp",
    "thuế sử dụng đất phi nông nghiệp",
    "thuế tài nguyên",
    "thuế thu nhập cá nhân",
    "thuế thu nhập doanh nghiệp",
    "thuế tiêu thụ đặc biệt",
    "thuế xuất khẩu, thuế nhập khẩu",
    "thủ đô",
    "thủ đô hà nội",
    "thủy lợi",
    "thủy sản",
    "thực hiện dân chủ ở cơ sở",
    "thực hành tiết kiệm, chống lãng phí",
    "thương mại điện tử",
    "thương mại",
    "tiếp cận thông tin",
    "tiếp công dân",
    "tiết kiệm, chống lãng phí",
    "tiêu chuẩn và quy chuẩn kỹ thuật",
    "tín ngưỡng, tôn giáo",
    "tổ chức chính phủ",
    "tổ chức chính quyền địa phương",
    "tổ chức hội đồng nhân dân và ủy ban nhân dân",
    "tổ chức hđnd và ubnd",
    "tổ chức quốc hội",
    "tổ chức tòa án nhân dân",
    "tổ chức viện kiểm sát nhân dân",
    "tố cáo",
    "tố tụng dân sự",
    "tố tụng hành chính",
    "tố tụng hình sự",
    "trách nhiệm bồi thường của nhà nước",
    "trẻ em",
    "trí tuệ nhân tạo",
    "trọng tài thương mại",
    "trợ giúp pháp lý",
    "trồng trọt",
    "trật tự, an toàn giao thông đường bộ",
    "trưng cầu ý dân",
    "tương trợ tư pháp",
    "ưu đãi người có công với cách mạng",
    "viên chức",
    "việc làm",
    "viễn thông",
    "xây dựng",
    "xuất bản",
    "xuất cảnh, nhập cảnh của công dân việt nam",
    "xử lý vi phạm hành chính",
};

// In small letters after the first word of a law's name that is not in the list: what ends it.
constexpr std::string_view law_stops[] = {"và",  "về",   "quy",   "được", "đã",  "có",    "thì",   "là",   "tại",  "theo", "này",
                                          "của", "cho",  "để",    "khi",  "nếu", "trong", "với",   "năm",  "ngày", "số",   "hoặc",
                                          "còn", "hết",  "không", "phải", "bao", "gồm",   "như",   "từ",   "đến",  "các",  "những",
                                          "do",  "bởi",  "ban",   "hiện", "sửa", "sau",   "trước", "nêu",  "trên", "mà",   "thay",
                                          "bị",  "đang", "sẽ",    "vào",  "bổ",  "đối",   "ngoài", "nhằm", "bằng", "chưa"};

// Is the word one of the list?
template <auto const& list>
bool one_of(std::string_view text, Word word) {
  static PhraseSet const set(list);
  return set.may_begin(word.hash) && std::ranges::find(list, fold(slice(text, word.span))) != std::end(list);
}

bool starts_upper(std::string_view text, std::size_t at) { return is_upper(first_code_point(text, at)); }

std::string folded_word(std::string_view text, std::size_t at, std::size_t end) { return fold(text.substr(at, end - at)); }

Span make(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// The place after the longest of the phrases of one list that begins with this word of the text.
template <auto const& phrases>
std::optional<std::size_t> skip_longest(std::string_view text, Word word) {
  static PhraseSet const set(phrases);
  return set.skip_longest(text, word);
}
template <auto const& phrases>
std::optional<std::size_t> skip_longest(std::string_view text, std::size_t at) {
  return skip_longest<phrases>(text, word_at(text, at));
}

// What separates two words of a name: a blank, or a hyphen before a capital ("Lao động - Thương binh"). The start of the next word.
std::optional<std::size_t> next_in_name(std::string_view text, std::size_t at) {
  static constexpr std::string_view separators[] = {" - ", " – ", "-", " & ", "&"};
  auto const is_ascii_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (at + 1 < text.size() && text[at] == ' ' && is_ascii_letter(text[at + 1])) return at + 1;  // the most often
  for (auto const separator : separators)
    if (auto const next = skip(text, at, separator); next && starts_upper(text, *next)) return next;
  if (auto const next = skip(text, at, " "); next && is_word_char(first_code_point(text, *next))) return next;
  return std::nullopt;
}

// "tỉnh Bình Thuận", "thành phố Hồ Chí Minh", "Bình Thuận" after a complete name. The end, `at` when there is none.
std::size_t skip_place(std::string_view text, std::size_t at) {
  for (;;) {
    auto const next = skip(text, at, " ");
    if (!next) return at;
    auto const unit = starts_upper(text, *next) ? std::nullopt : skip_longest<units>(text, *next);
    auto end = unit ? *unit : at;
    while (true) {
      auto const word = next_in_name(text, end);
      if (!word || !starts_upper(text, *word)) break;
      auto const stop = word_end(text, *word);
      if (skip_longest<capital_stops>(text, *word) || skip_longest<document_types>(text, *word)) break;
      end = stop;
    }
    if (end == at) return at;
    at = end;
  }
}

// "Kế hoạch số …", "Luật …": another document, where "Ban Chỉ đạo" and "Ủy ban Kế hoạch Nhà nước" go on.
bool document_at(std::string_view text, std::size_t at) {
  auto const type = skip_longest<document_types>(text, at);
  if (!type) return false;
  auto const next = skip(text, *type, " ");
  return skip_phrase(text, at, "luật") || (next && (is_digit(first_code_point(text, *next)) || skip_phrase(text, *next, "số")));
}

// Words at places that only go on: those known are handed out, others are read.
struct WordsOnward {
  std::string_view text;
  std::span<Word const> known;
  Word at(std::size_t place) {
    while (!known.empty() && known.front().span.begin < place) known = known.subspan(1);
    return !known.empty() && known.front().span.begin == place && known.front().span.end <= text.size() ? known.front()
                                                                                                        : word_at(text, place);
  }
};

}  // namespace

bool opens_body(std::string_view text, Word const& word) {
  if (!starts_upper(text, word.span.begin)) return false;
  return one_of<body_heads>(text, word) || one_of<body_openers>(text, word) || (word.span.size() >= 3 && all_caps(slice(text, word.span)));
}

std::optional<Span> match_issuer(std::string_view text, std::size_t at, bool joint, std::span<Word const> words) {
  if (at >= text.size()) return std::nullopt;
  WordsOnward onward{text, words};
  auto word = onward.at(at);
  if (word.span.empty() || (!starts_upper(text, at) && !one_of<small_openers>(text, word))) return std::nullopt;
  if (one_of<sentence_openers>(text, word) || skip_longest<document_types>(text, word)) return std::nullopt;

  bool complete = false;  // nothing in small letters may follow
  std::size_t end = word.span.end;
  for (int count = 0; count < 24; ++count) {
    if (auto const closed = skip_longest<closed_names>(text, word)) {
      end = *closed;
      complete = true;
    } else {
      end = word.span.end;
      auto const after = skip(text, end, " ");
      if (after && one_of<field_heads>(text, word)) {
        if (auto const field = skip_longest<fields>(text, *after)) {
          end = *field;
          complete = true;
          // "Liên Bộ Y tế - Quốc phòng"
          for (auto more = skip(text, end, " - "); more; more = skip(text, end, " - ")) {
            auto const other = skip_longest<fields>(text, *more);
            if (!other) break;
            end = *other;
          }
        }
      } else if (auto const unit = starts_upper(text, word.span.begin) ? std::nullopt : skip_longest<units>(text, word)) {
        end = *unit;
        complete = true;
      }
    }
    if (complete) end = skip_place(text, end);

    // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
    if (auto const chief = skip(text, end, ", "); chief && skip_phrase(text, *chief, "chủ nhiệm") && !joint) {
      word = onward.at(*chief);
      complete = false;
      continue;
    }
    // Two bodies of a joint circular; "và" inside one name.
    auto const joined = skip(text, end, " và ");
    auto const listed = joint ? skip(text, end, ", ") : std::nullopt;
    if (auto const other = joined ? joined : listed) {
      auto const other_word = onward.at(*other);
      bool const body = one_of<body_heads>(text, other_word);
      bool const goes_on =
          starts_upper(text, *other) && !skip_longest<document_types>(text, other_word) && (joint ? body : joined && !body && !complete);
      if (!goes_on) break;
      word = other_word;
      complete = false;
      continue;
    }
    auto const next = next_in_name(text, end);
    if (!next || complete) break;
    auto const next_word = onward.at(*next);
    if (starts_upper(text, *next)) {
      if (skip_longest<capital_stops>(text, next_word) || document_at(text, *next)) break;
      if (one_of<stop_words>(text, next_word) && all_caps(slice(text, next_word.span))) break;
    } else {
      if (is_digit(first_code_point(text, *next))) break;
      if (one_of<stop_words>(text, next_word) || skip_longest<stop_phrases>(text, next_word)) break;
    }
    word = next_word;
  }
  return make(at, end);
}

namespace {

// The next words of the text, folded once for all comparisons.
struct Window {
  std::string folded;
  std::vector<std::size_t> ends;  // in the text, of each word
};

Window window_at(std::string_view text, std::size_t at) {
  constexpr std::size_t most_words = 18;  // the longest name has 17
  Window out;
  while (out.ends.size() < most_words) {
    auto const end = word_end(text, at);
    if (end == at) break;
    out.folded += folded_word(text, at, end);
    out.ends.push_back(end);
    std::optional<std::size_t> next;
    for (std::string_view const separator : {", ", " - ", " "})
      if (!next && (next = skip(text, end, separator))) out.folded += separator;
    if (!next) break;
    at = *next;
  }
  return out;
}

std::size_t count_words(std::string_view name) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < name.size();) {
    auto const end = word_end(name, at);
    if (end == at) {
      ++at;
      continue;
    }
    ++count;
    at = end;
  }
  return count;
}

bool starts_with_words(std::string_view window, std::string_view name) {
  return window.starts_with(name) && (window.size() == name.size() || window[name.size()] == ' ' || window[name.size()] == ',');
}

// Names without their marks, by the first words of these.
struct AsciiNames {
  std::vector<std::string> names;
  WordTable first_words;
};
AsciiNames const& law_names_ascii() {
  static AsciiNames const names = [] {
    auto const first_word = [](std::string const& name) { return word_at(name, 0).hash; };
    std::vector<std::string> out;
    for (auto const name : law_names) out.push_back(fold_ascii(name));
    std::ranges::stable_sort(out, {}, first_word);
    std::vector<std::uint32_t> hashes;
    for (auto const& name : out) hashes.push_back(first_word(name));
    return AsciiNames{std::move(out), WordTable(hashes)};
  }();
  return names;
}

// A known name; with marks lost by a scan only when it has more than one syllable.
std::optional<LawName> known_law(std::string_view text, std::size_t at) {
  auto const first = word_at(text, at);
  if (auto const end = skip_longest<law_names>(text, first)) return LawName{make(at, *end), true, false};
  auto const& all = law_names_ascii();
  auto const [begin, end] = all.first_words.find(word_hash(fold_ascii(slice(text, first.span))));
  if (begin == end) return std::nullopt;
  auto const window = window_at(text, at);
  auto const folded = fold_ascii(window.folded);
  std::string_view best;
  for (std::string_view const name : std::span(all.names).subspan(begin, end - begin))
    if (name.size() > best.size() && starts_with_words(folded, name)) best = name;
  auto const words = count_words(best);
  if (words < 2 || words > window.ends.size()) return std::nullopt;
  return LawName{make(at, window.ends[words - 1]), true, true};
}

std::optional<std::size_t> skip_any(std::string_view text, std::size_t at, std::initializer_list<std::string_view> phrases) {
  for (auto const phrase : phrases)
    if (auto const end = skip_phrase(text, at, phrase)) return end;
  return std::nullopt;
}

// "10 luật có liên quan đến an ninh, trật tự": up to the date, a semicolon or the end.
std::size_t skip_laws_by_subject(std::string_view text, std::size_t at) {
  auto end = at;
  for (int count = 0; count < 40; ++count) {
    auto const stop = word_end(text, end == at ? at : end);
    if (end == at) {
      end = stop;
    }
    auto next = skip(text, end, ", ");
    if (next && starts_upper(text, *next)) break;
    if (!next) next = skip(text, end, " ");
    if (!next || !is_word_char(first_code_point(text, *next))) break;
    auto const next_end = word_end(text, *next);
    auto const word = folded_word(text, *next, next_end);
    if (word == "ngày" || word == "năm" || word == "số" || word == "được" || word == "đã" || word == "này") break;
    end = next_end;
  }
  return end;
}

std::optional<LawName> match_plain_law(std::string_view text, std::size_t at) {
  if (auto known = known_law(text, at)) return known;
  if (!starts_upper(text, at)) return std::nullopt;

  auto end = word_end(text, at);
  int count = 1;
  for (; count < 14; ++count) {
    auto const next = skip(text, end, " ");
    if (!next || !is_letter(first_code_point(text, *next))) break;
    auto const word = word_at(text, *next);
    if (one_of<law_stops>(text, word) || (starts_upper(text, *next) && skip_longest<document_types>(text, word))) break;
    end = word.span.end;
  }
  // One syllable is no name, unless it abbreviates one: "Luật BHXH".
  if (count < 2 && !(all_caps(text.substr(at, end - at)) && end - at >= 3)) return std::nullopt;
  return LawName{make(at, end), false, false};
}

// "sửa đổi, bổ sung một số điều của Luật X và Luật Y": the name ends where the last of the laws named in it ends.
std::optional<LawName> match_amending(std::string_view text, std::size_t at) {
  auto end = skip_any(text, at,
                      {"sửa đổi, bổ sung một số điều của", "sửa đổi, bổ sung một số điều tại", "sửa đổi bổ sung một số điều của",
                       "sửa đổi một số điều của"});
  bool damaged = false;
  if (!end) {
    // The same words with marks lost: "bô sung một sô điêu của".
    auto const window = text.substr(at, 60);
    auto const position = window.find(" của ");
    if (position == std::string_view::npos) return std::nullopt;
    auto const folded = fold_ascii(window.substr(0, position));
    if (folded != "sua doi, bo sung mot so dieu" && !(folded.starts_with("sua doi, bo") && folded.size() <= 32)) return std::nullopt;
    end = at + position + std::string_view(" của").size();
    damaged = true;
  }
  auto p = skip(text, *end, " ");
  if (!p) return std::nullopt;
  bool const several = skip_phrase(text, *p, "các luật").has_value();
  if (several) p = *p + std::string_view("các ").size();
  if (is_digit(first_code_point(text, *p)) || (several && skip(text, *p, "luật")))
    return LawName{make(at, skip_laws_by_subject(text, *p)), true, damaged};
  LawName name{make(at, *end), true, damaged};
  for (int count = 0; count < 12; ++count) {
    auto after = skip_any(text, *p, {"bộ luật", "luật", "pháp lệnh"});
    after = after ? skip(text, *after, " ") : std::nullopt;
    if (!after) break;
    auto const inner = match_plain_law(text, *after);
    if (!inner) break;
    name.span.end = inner->span.end;
    name.damaged |= inner->damaged;
    auto next = skip(text, inner->span.end, " và ");
    if (!next) next = skip(text, inner->span.end, ", ");
    if (!next) break;
    // After a comma only when the list goes on to a date or "và"; else the next law is a citation of its own.
    if (text[inner->span.end] == ',' && !several) break;
    p = next;
  }
  if (name.span.end == *end) return std::nullopt;
  return name;
}

}  // namespace

std::optional<LawName> match_law_name(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_letter(first_code_point(text, at))) return std::nullopt;
  if (auto const first = to_lower(first_code_point(text, at)); first == U's')
    if (auto amending = match_amending(text, at)) return amending;
  return match_plain_law(text, at);
}

}  // namespace vanthu::grammar
