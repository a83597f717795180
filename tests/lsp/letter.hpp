// An official letter without a fault, around a paragraph of one's own.
#pragma once
#include <string>
#include <string_view>

namespace vanthu::test {

constexpr unsigned letter_line = 14;  // of the paragraph, from 0

inline std::string letter(std::string_view paragraph) {
  return "UBND TỈNH HƯNG YÊN\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố:    "
         "/SGDĐT-GDTX\n\n"
         "Hưng Yên, ngày    tháng 3 năm 2023\n\nV/v rà soát hồ sơ\n\nKính gửi: Các trung tâm ngoại ngữ.\n\n" +
         std::string(paragraph) +
         "\n\nSở đề nghị các đơn vị thực hiện./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT, GDTX.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn "
         "An\n";
}

}  // namespace vanthu::test
