#include "conformance/layout_faults.hpp"

#include <utility>

namespace vanthu::test {
namespace {

// More text than one page holds.
void lengthen(Draft& draft) {
  auto const at = draft.parts.end() - 1;
  auto const last = *at;
  draft.parts.insert(draft.parts.end(), 80, last);
}

// clang-format off
constexpr LayoutFault faults[] = {
    {"KT101", "", [](Draft& d) { d.page.width = 12240; d.page.height = 15840; }},
    {"KT102", "", [](Draft& d) { std::swap(d.page.width, d.page.height); }, true},
    {"KT103", "", [](Draft& d) { d.page.top = 851; }, false, true},
    {"KT104", "", [](Draft& d) { d.page.bottom = 1701; }, false, true},
    {"KT105", "", [](Draft& d) { d.page.left = 1134; }, false, true},
    {"KT106", "", [](Draft& d) { d.page.right = 567; }, false, true},
    {"KT107", "", [](Draft& d) { d.page.number = false; lengthen(d); }},
    {"KT108", "", [](Draft& d) { d.page.number_alignment = "right"; }, false, true},
    {"KT108", "", [](Draft& d) { d.page.in_footer = true; }},
    {"KT109", "", [](Draft& d) { d.page.first_page_differs = false; }, false, true},
    {"KT110", "", [](Draft& d) { d.page.number_format = "lowerRoman"; }},
    {"KT111", "", [](Draft& d) { d.page.number_size = 20; }, false, true},
    {"KT112", "", [](Draft& d) { d.page.number_italic = true; }, false, true},
    {"KT113", "", [](Draft& d) { d.page.start = 2; }, false, true},
    {"KT121", "Phạm Văn Dũng", [](Draft& d) { d.each("name", [](Look& l) { l.font = "Arial"; }); }, false, true},
    {"KT122", "Điều 1. Nhiệm vụ của Tổ công tác", [](Draft& d) { d.each("article", [](Look& l) { l.color = "FF0000"; }); }, false, true},
    {"KT201", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [](Draft& d) { d.each("national-name", [](Look& l) { l.size = 22; }); }, false, true},
    {"KT202", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [](Draft& d) { d.each("national-name", [](Look& l) { l.bold = false; }); }},
    {"KT203", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [](Draft& d) { d.right_column = 8000; d.each("national-name", [](Look& l) { l.alignment = "left"; }); }},
    {"KT204", "Độc lập - Tự do - Hạnh phúc", [](Draft& d) { d.each("motto", [](Look& l) { l.size = 24; l.rule_line = 2930; }); }, false, true},
    {"KT205", "Độc lập - Tự do - Hạnh phúc", [](Draft& d) { d.each("motto", [](Look& l) { l.italic = true; }); }, false, true},
    {"KT206", "Độc lập - Tự do - Hạnh phúc", [](Draft& d) { d.each("motto", [](Look& l) { l.alignment = "left"; }); }, false, true},
    {"KT207", "Độc lập - Tự do - Hạnh phúc", [](Draft& d) { d.each("motto", [](Look& l) { l.rule_line = 0; }); }},
    {"KT208", "Độc lập - Tự do - Hạnh phúc", [](Draft& d) { d.each("motto", [](Look& l) { l.rule_line = 1200; }); }, false, true},
    {"KT211", "UBND TỈNH LAI CHÂU", [](Draft& d) { d.each("governing-body", [](Look& l) { l.size = 28; }); }},
    {"KT212", "UBND TỈNH LAI CHÂU", [](Draft& d) { d.each("governing-body", [](Look& l) { l.bold = true; }); }, false, true},
    {"KT213", "UBND TỈNH LAI CHÂU", [](Draft& d) { d.each("governing-body", [](Look& l) { l.alignment = "left"; }); }, false, true},
    {"KT214", "SỞ NỘI VỤ", [](Draft& d) { d.each("issuer", [](Look& l) { l.size = 22; }); }, false, true},
    {"KT215", "SỞ NỘI VỤ", [](Draft& d) { d.each("issuer", [](Look& l) { l.bold = false; }); }, false, true},
    {"KT216", "SỞ NỘI VỤ", [](Draft& d) { d.each("issuer", [](Look& l) { l.alignment = "right"; }); }},
    {"KT217", "SỞ NỘI VỤ", [](Draft& d) { d.each("issuer", [](Look& l) { l.rule_line = 0; }); }, false, true},
    {"KT218", "SỞ NỘI VỤ", [](Draft& d) { d.each("issuer", [](Look& l) { l.rule_line = 1300; }); }},
    {"KT221", "Số: /QĐ-SNV", [](Draft& d) { d.each("number", [](Look& l) { l.size = 28; }); }, false, true},
    {"KT222", "Số: /QĐ-SNV", [](Draft& d) { d.each("number", [](Look& l) { l.bold = true; }); }, false, true},
    {"KT223", "Số: /QĐ-SNV", [](Draft& d) { d.each("number", [](Look& l) { l.alignment = "left"; }); }, false, true},
    {"KT224", "Lai Châu, ngày tháng 5 năm 2024", [](Draft& d) { d.each("place-date", [](Look& l) { l.size = 24; }); }, false, true},
    {"KT225", "Lai Châu, ngày tháng 5 năm 2024", [](Draft& d) { d.each("place-date", [](Look& l) { l.italic = false; }); }},
    {"KT226", "Lai Châu, ngày tháng 5 năm 2024", [](Draft& d) { d.each("place-date", [](Look& l) { l.alignment = "right"; }); }, false, true},
    {"KT231", "QUYẾT ĐỊNH", [](Draft& d) { d.each("type-name", [](Look& l) { l.size = 32; }); }, false, true},
    {"KT232", "QUYẾT ĐỊNH", [](Draft& d) { d.each("type-name", [](Look& l) { l.bold = false; }); }, false, true},
    {"KT233", "QUYẾT ĐỊNH", [](Draft& d) { d.each("type-name", [](Look& l) { l.alignment = "left"; }); }, false, true},
    {"KT234", "Về việc ban hành Quy chế làm việc của Tổ công tác", [](Draft& d) { d.each("subject", [](Look& l) { l.size = 24; l.rule_line = 2600; }); }},
    {"KT235", "Về việc ban hành Quy chế làm việc của Tổ công tác", [](Draft& d) { d.each("subject", [](Look& l) { l.bold = false; }); }, false, true},
    {"KT236", "Về việc ban hành Quy chế làm việc của Tổ công tác", [](Draft& d) { d.each("subject", [](Look& l) { l.alignment = "left"; }); }},
    {"KT237", "Về việc ban hành Quy chế làm việc của Tổ công tác", [](Draft& d) { d.each("subject", [](Look& l) { l.rule_line = 0; }); }, false, true},
    {"KT238", "Về việc ban hành Quy chế làm việc của Tổ công tác", [](Draft& d) { d.each("subject", [](Look& l) { l.rule_line = 7000; }); }},
    {"KT241", "V/v đăng ký thi đua", [](Draft& d) { d.each("subject", [](Look& l) { l.size = 28; }); }, true},
    {"KT242", "V/v đăng ký thi đua", [](Draft& d) { d.each("subject", [](Look& l) { l.bold = true; }); }, true},
    {"KT243", "V/v đăng ký thi đua", [](Draft& d) { d.each("subject", [](Look& l) { l.alignment = "left"; }); }, true},
    {"KT301", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.size = 24; }); }, false, true},
    {"KT302", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.alignment = "left"; }); }, false, true},
    {"KT303", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.first_line = 0; }); }, false, true},
    {"KT304", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.before = l.after = 0; }); }},
    {"KT305", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.line = 480; }); }},
    {"KT306", "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 tháng 7 năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.", [](Draft& d) { d.each("text", [](Look& l) { l.italic = true; }); }},
    {"KT311", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", [](Draft& d) { d.each("basis", [](Look& l) { l.italic = false; }); }, false, true},
    {"KT321", "Chương I", [](Draft& d) { d.each("chapter-label", [](Look& l) { l.bold = false; }); }},
    {"KT322", "Chương I", [](Draft& d) { d.each("chapter-label", [](Look& l) { l.alignment = "left"; }); }},
    {"KT323", "NHỮNG QUY ĐỊNH CHUNG", [](Draft& d) { d.each("chapter-title", [](Look& l) { l.bold = false; }); }},
    {"KT324", "NHỮNG QUY ĐỊNH CHUNG", [](Draft& d) { d.each("chapter-title", [](Look& l) { l.alignment = "left"; }); }},
    {"KT325", "Điều 1. Nhiệm vụ của Tổ công tác", [](Draft& d) { d.each("article", [](Look& l) { l.bold = false; }); }},
    {"KT331", "Phụ lục", [](Draft& d) { d.each("appendix-label", [](Look& l) { l.size = 26; }); }},
    {"KT332", "Phụ lục", [](Draft& d) { d.each("appendix-label", [](Look& l) { l.bold = false; }); }},
    {"KT333", "Phụ lục", [](Draft& d) { d.each("appendix-label", [](Look& l) { l.alignment = "left"; }); }},
    {"KT334", "QUY CHẾ LÀM VIỆC CỦA TỔ CÔNG TÁC", [](Draft& d) { d.each("appendix-title", [](Look& l) { l.bold = false; }); }},
    {"KT335", "QUY CHẾ LÀM VIỆC CỦA TỔ CÔNG TÁC", [](Draft& d) { d.each("appendix-title", [](Look& l) { l.alignment = "left"; }); }},
    {"KT336", "(Kèm theo Quyết định số /QĐ-SNV của Sở Nội vụ)", [](Draft& d) { d.each("appendix-note", [](Look& l) { l.italic = false; }); }},
    {"KT337", "(Kèm theo Quyết định số /QĐ-SNV của Sở Nội vụ)", [](Draft& d) { d.each("appendix-note", [](Look& l) { l.alignment = "right"; }); }},
    {"KT401", "KT. GIÁM ĐỐC", [](Draft& d) { d.each("authority-to-sign", [](Look& l) { l.size = 24; }); }, false, true},
    {"KT402", "PHÓ GIÁM ĐỐC", [](Draft& d) { d.each("position", [](Look& l) { l.bold = false; }); }, false, true},
    {"KT403", "Phạm Văn Dũng", [](Draft& d) { d.each("name", [](Look& l) { l.size = 24; }); }},
    {"KT404", "Phạm Văn Dũng", [](Draft& d) { d.each("name", [](Look& l) { l.bold = false; }); }},
    {"KT405", "Phạm Văn Dũng", [](Draft& d) { d.each("name", [](Look& l) { l.alignment = "left"; }); }},
    {"KT411", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Văn Lâm", [](Draft& d) { d.each("addressees", [](Look& l) { l.size = 24; }); }, true},
    {"KT412", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Văn Lâm", [](Draft& d) { d.each("addressees", [](Look& l) { l.bold = true; }); }, true},
    {"KT413", "Nơi nhận:", [](Draft& d) { d.each("recipients-label", [](Look& l) { l.size = 28; }); }, false, true},
    {"KT414", "Nơi nhận:", [](Draft& d) { d.each("recipients-label", [](Look& l) { l.italic = false; }); }},
    {"KT415", "- Như Điều 1;", [](Draft& d) { d.each("recipients", [](Look& l) { l.size = 24; }); }, false, true},
    {"KT416", "- Như Điều 1;", [](Draft& d) { d.each("recipients", [](Look& l) { l.italic = true; }); }, false, true},
    {"KT417", "- Như Điều 1;", [](Draft& d) { d.each("recipients", [](Look& l) { l.alignment = "center"; }); }},
    {"KT421", "HỎA TỐC", [](Draft& d) { d.each("urgency", [](Look& l) { l.size = 24; }); }},
    {"KT422", "HỎA TỐC", [](Draft& d) { d.each("urgency", [](Look& l) { l.bold = false; }); }},
    {"KT423", "LƯU HÀNH NỘI BỘ", [](Draft& d) { d.each("circulation", [](Look& l) { l.size = 24; }); }},
    {"KT424", "LƯU HÀNH NỘI BỘ", [](Draft& d) { d.each("circulation", [](Look& l) { l.bold = false; }); }},
    {"KT427", "SAO Y", [](Draft& d) { d.parts.insert(d.parts.begin(), {"copy-form", "SAO Y", Place::top, d.parts[0].look}); d.parts[0].look.size = 24; }},
    {"KT428", "SAO Y", [](Draft& d) { d.parts.insert(d.parts.begin(), {"copy-form", "SAO Y", Place::top, d.parts[0].look}); d.parts[0].look.bold = false; }},
    {"KT425", "PL.(30)", [](Draft& d) { d.each("drafter-mark", [](Look& l) { l.size = 26; }); }},
    {"KT426", "Địa chỉ: số 5 đường Nguyễn Trãi, Lai Châu", [](Draft& d) { d.each("contact", [](Look& l) { l.size = 26; }); }},
};
// clang-format on

}  // namespace

std::span<LayoutFault const> layout_faults() { return faults; }

}  // namespace vanthu::test
