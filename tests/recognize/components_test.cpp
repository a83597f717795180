// Components of whole documents and of the snippets that rules use as examples.
#include <gtest/gtest.h>

#include "recognized.hpp"

namespace vanthu {
namespace {

using K = ComponentKind;

constexpr char const* letter = R"(UBND TỈNH HƯNG YÊN
SỞ GIÁO DỤC VÀ ĐÀO TẠO

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: /SGDĐT-VP

Hưng Yên, ngày tháng 02 năm 2023

V/v rà soát việc liên kết
tổ chức thi trên địa bàn tỉnh

Kính gửi:

- Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố;
- Các trung tâm ngoại ngữ.

Căn cứ Công văn số 214/BGDĐT-GDTX ngày 17/02/2023 của Bộ Giáo dục và Đào tạo về việc rà soát, Sở Giáo dục và Đào tạo đề nghị các đơn vị thực hiện như sau:

1. Rà soát hồ sơ của các trung tâm./.

Nơi nhận:
- Như trên;
- Lưu: VT, VP.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Nguyễn Văn An
)";

TEST(Components, Letter) {
  auto const r = recognized(letter);
  EXPECT_EQ(components(r, K::governing_body), "UBND TỈNH HƯNG YÊN");
  EXPECT_EQ(components(r, K::issuer), "SỞ GIÁO DỤC VÀ ĐÀO TẠO");
  EXPECT_EQ(components(r, K::national_name), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  EXPECT_EQ(components(r, K::motto), "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(components(r, K::number), "Số: /SGDĐT-VP");
  EXPECT_EQ(components(r, K::place_date), "Hưng Yên, ngày tháng 02 năm 2023");
  EXPECT_EQ(components(r, K::type_name), "");
  EXPECT_EQ(components(r, K::subject), "V/v rà soát việc liên kết tổ chức thi trên địa bàn tỉnh");
  EXPECT_EQ(field(r, K::addressees, "items"), "Phòng Giáo dục và Đào tạo các huyện, thị xã, thành phố, Các trung tâm ngoại ngữ");
  EXPECT_EQ(field(r, K::legal_basis, "own_line"), "false");
  EXPECT_EQ(components(r, K::closing_mark), "./.");
  EXPECT_EQ(components(r, K::recipients), "Nơi nhận: / - Như trên; / - Lưu: VT, VP.");
  EXPECT_EQ(components(r, K::archive_line), "Lưu: VT, VP.");
  EXPECT_EQ(components(r, K::signing_authority), "KT. GIÁM ĐỐC");
  EXPECT_EQ(components(r, K::signer_position), "PHÓ GIÁM ĐỐC");
  EXPECT_EQ(components(r, K::signer_name), "Nguyễn Văn An");
  EXPECT_TRUE(components(r, K::body).starts_with("Căn cứ Công văn"));
  EXPECT_TRUE(components(r, K::body).ends_with("trung tâm./."));
}

TEST(Components, Decision) {
  auto const r = recognized(R"(ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/QĐ-UBND

Lai Châu, ngày 12 tháng 5 năm 2024

QUYẾT ĐỊNH
Về việc thành lập Tổ công tác

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;
Theo đề nghị của Giám đốc Sở Giáo dục và Đào tạo.

QUYẾT ĐỊNH:

Điều 1. Thành lập Tổ công tác.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:
- Như Điều 2;
- Lưu: VT, VX.
PL.(30)

CHỦ TỊCH

Trần Thị B

PHỤ LỤC I
DANH SÁCH THÀNH VIÊN
)");
  EXPECT_EQ(components(r, K::issuer), "ỦY BAN NHÂN DÂN / TỈNH LAI CHÂU");
  EXPECT_EQ(field(r, K::issuer, "name"), "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU");
  EXPECT_EQ(components(r, K::governing_body), "");
  EXPECT_EQ(components(r, K::type_name), "QUYẾT ĐỊNH");
  EXPECT_EQ(components(r, K::subject), "Về việc thành lập Tổ công tác");
  EXPECT_EQ(components(r, K::legal_basis),
            "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019; | Theo đề nghị của Giám đốc Sở Giáo dục và Đào tạo.");
  EXPECT_EQ(components(r, K::drafter_mark), "PL.(30)");
  EXPECT_EQ(components(r, K::signer_position), "CHỦ TỊCH");
  EXPECT_EQ(components(r, K::signer_name), "Trần Thị B");
  EXPECT_EQ(components(r, K::appendix), "PHỤ LỤC I");
  EXPECT_EQ(field(r, K::appendix, "title"), "DANH SÁCH THÀNH VIÊN");
  EXPECT_EQ(r.facts.type, "quyet-dinh");
}

TEST(Components, TwoColumnsSideBySide) {
  auto const r = recognized(R"(   ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỈNH LÂM ĐỒNG                  Độc lập - Tự do - Hạnh phúc

   Số: 11 /TB-UBND                Lâm Đồng, ngày 08 tháng 01 năm 2025

                              THÔNG BÁO
          Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp
                  về công tác thu gom rác thải

     Các cơ quan, đơn vị triển khai thực hiện các nội dung nêu trên theo quy định./.

Nơi nhận:                                          TL. CHỦ TỊCH
- CT, PCT UBND tỉnh;                          KT. CHÁNH VĂN PHÒNG
- Các Sở: Tài chính, Nội vụ;                  PHÓ CHÁNH VĂN PHÒNG
- Lưu: VT, KT.                                  Nguyễn Phước C
)");
  EXPECT_EQ(field(r, K::issuer, "name"), "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG");
  EXPECT_EQ(components(r, K::number), "Số: 11 /TB-UBND");
  EXPECT_EQ(components(r, K::place_date), "Lâm Đồng, ngày 08 tháng 01 năm 2025");
  EXPECT_EQ(components(r, K::subject), "Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về công tác thu gom rác thải");
  EXPECT_EQ(field(r, K::recipients, "items"), "CT, PCT UBND tỉnh, Các Sở: Tài chính, Nội vụ");
  EXPECT_EQ(components(r, K::signing_authority), "TL. CHỦ TỊCH | KT. CHÁNH VĂN PHÒNG");
  EXPECT_EQ(components(r, K::signer_position), "PHÓ CHÁNH VĂN PHÒNG");
  EXPECT_EQ(components(r, K::signer_name), "Nguyễn Phước C");
}

TEST(Components, ColumnsMergedWithoutGap) {
  auto const r = recognized(R"(ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỌI CHỦ NGHĨA VIỆT NAM
TỈNH LÂM ĐỒNG Độc lập - Tự do - Hạnh phúc
Số: 12 /TTr-UBND Lâm Đồng, ngày 20 tháng 12 năm 2024
TỜ TRÌNH
Về việc thành lập Tổ công tác
Kính gửi: Thường trực HĐND tỉnh
Kính đề nghị xem xét, chấp thuận./.
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như trên; KT. CHỦ TỊCH
- CT, PCT UBND tỉnh; PHÓ CHỦ TỊCH
- Lưu: VT, KT. Lê Văn D
)");
  EXPECT_EQ(field(r, K::issuer, "name"), "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG");
  EXPECT_EQ(field(r, K::national_name, "garbled"), "true");
  EXPECT_EQ(components(r, K::number), "Số: 12 /TTr-UBND");
  EXPECT_EQ(components(r, K::place_date), "Lâm Đồng, ngày 20 tháng 12 năm 2024");
  EXPECT_EQ(components(r, K::addressees), "Kính gửi: Thường trực HĐND tỉnh");
  EXPECT_EQ(field(r, K::recipients, "items"), "Như trên, CT, PCT UBND tỉnh");
  EXPECT_EQ(components(r, K::signing_authority), "TM. ỦY BAN NHÂN DÂN | KT. CHỦ TỊCH");
  EXPECT_EQ(components(r, K::signer_position), "PHÓ CHỦ TỊCH");
  EXPECT_EQ(components(r, K::signer_name), "Lê Văn D");
}

TEST(Components, DamagedByAScan) {
  auto const r = recognized(R"(SAOY _
ĐẠI HỌC QUỐC GIA ĐÀ LẠT _ CỌNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |
—== Độc lập - Tự do - Hạnh phúc
Số: ũ /QĐ-ĐHQG Lâm Đồng, ngày |D tháng 01 năm 2021
Ộ QUYÉTĐỊNH -
Về việc khen thưởng các tập thể
Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;
QUYÉT ĐỊNH:
Điều 1. Khen thưởng 02 tập thể./.
Aơi nhận:
- Như Điều 1;
- Lưu: VT.
KT, GIÁM ĐÓC
PHÓ GIÁM ĐÓC
Lê Văn D
)");
  EXPECT_EQ(components(r, K::copy_form), "SAOY");
  EXPECT_EQ(components(r, K::issuer), "ĐẠI HỌC QUỐC GIA ĐÀ LẠT");
  EXPECT_EQ(components(r, K::national_name), "CỌNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  EXPECT_EQ(field(r, K::number, "symbol"), "QĐ-ĐHQG");
  EXPECT_EQ(field(r, K::place_date, "date"), "2021-01-00");
  EXPECT_EQ(components(r, K::type_name), "QUYÉTĐỊNH");
  EXPECT_EQ(components(r, K::recipients), "Aơi nhận: / - Như Điều 1; / - Lưu: VT.");
  EXPECT_EQ(components(r, K::signing_authority), "KT, GIÁM ĐÓC");
  EXPECT_EQ(components(r, K::signer_name), "Lê Văn D");
}

TEST(Components, LabelOfTheRecipientsLost) {
  auto const r = recognized(R"(Số: 5/UBND-VX

Các đơn vị thực hiện./.

Rẻi miện:
- Như trên;
- CT, PCT UBND tỉnh;
- Lưu: VT, VX.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
)");
  EXPECT_EQ(field(r, K::recipients, "items"), "Như trên, CT, PCT UBND tỉnh");
  EXPECT_EQ(field(r, K::recipients, "label"), "Rẻi miện");
  EXPECT_EQ(components(r, K::archive_line), "Lưu: VT, VX.");
  EXPECT_EQ(components(r, K::signer_position), "PHÓ CHỦ TỊCH");
}

TEST(Components, NumberWithoutSlashBesideThePlace) {
  auto const r = recognized("ĐẠI HỌC ĐÀ LẠT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSó:2QĐĐ-ĐHĐL Lâm Đồng, ngày 02 tháng 6 năm 2024\n");
  EXPECT_EQ(components(r, K::number), "Só:2QĐĐ-ĐHĐL");
  EXPECT_EQ(components(r, K::place_date), "Lâm Đồng, ngày 02 tháng 6 năm 2024");
}

TEST(Components, TypeNameInSmallLetters) {
  auto const r = recognized("Số: 15/KH-UBND\n\nLạng Sơn, ngày 12 tháng 5 năm 2024\n\nKế hoạch\nPhòng cháy, chữa cháy rừng\n");
  EXPECT_EQ(components(r, K::type_name), "Kế hoạch");
  EXPECT_EQ(field(r, K::type_name, "caps"), "false");
  EXPECT_EQ(components(r, K::subject), "Phòng cháy, chữa cháy rừng");
}

TEST(Components, MarkdownHeadingsAndListedBases) {
  auto const r = recognized(R"(# QUYẾT ĐỊNH

**BỘ XÂY DỰNG - CỤC ĐƯỜNG SẮT**

**Số: 850/QĐ-CĐS**

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
**Độc lập - Tự do - Hạnh phúc**

**Hà Nội, ngày 21 tháng 7 năm 2025**

## QUYẾT ĐỊNH

Ban hành Quy chế làm việc.

## CĂN CỨ PHÁP LÝ

- Luật Đường sắt ngày 16/6/2017;
- Quyết định số 18/QĐ-BXD ngày 01/3/2025 của Bộ Xây dựng.

## NỘI DUNG

### Điều 1.

Ban hành Quy chế làm việc./.

## NƠI NHẬN

- Như Điều 1;
- Lưu: VT.

**KT. CỤC TRƯỞNG**
**PHÓ CỤC TRƯỞNG**

**Nguyễn Văn An**
)",
                            "a.md");
  EXPECT_EQ(components(r, K::governing_body), "BỘ XÂY DỰNG");
  EXPECT_EQ(components(r, K::issuer), "CỤC ĐƯỜNG SẮT");
  EXPECT_EQ(components(r, K::type_name), "QUYẾT ĐỊNH");
  EXPECT_EQ(components(r, K::subject), "Ban hành Quy chế làm việc.");
  EXPECT_EQ(components(r, K::legal_basis), "Luật Đường sắt ngày 16/6/2017; | Quyết định số 18/QĐ-BXD ngày 01/3/2025 của Bộ Xây dựng.");
  EXPECT_EQ(components(r, K::archive_line), "Lưu: VT.");
  EXPECT_EQ(components(r, K::signer_name), "Nguyễn Văn An");
}

TEST(Components, FormFields) {
  auto const r = recognized(R"(SỐ KÝ HIỆU: /THPTTP
TRÍCH YẾU: V/v bảo đảm an toàn thực phẩm
KÍNH GỬI: Các tổ chuyên môn; Giáo viên chủ nhiệm.
NƠI NHẬN: Sở Giáo dục (báo cáo); Các tổ chuyên môn; Lưu: VT
NỘI DUNG:
Nhà trường đề nghị các tổ chuyên môn thực hiện nghiêm túc.
)");
  EXPECT_EQ(components(r, K::number), "SỐ KÝ HIỆU: /THPTTP");
  EXPECT_EQ(components(r, K::subject), "V/v bảo đảm an toàn thực phẩm");
  EXPECT_EQ(field(r, K::addressees, "items"), "Các tổ chuyên môn, Giáo viên chủ nhiệm");
  EXPECT_EQ(field(r, K::recipients, "items"), "Sở Giáo dục (báo cáo), Các tổ chuyên môn");
  EXPECT_EQ(components(r, K::archive_line), "Lưu: VT");
  EXPECT_EQ(components(r, K::body), "Nhà trường đề nghị các tổ chuyên môn thực hiện nghiêm túc.");
  EXPECT_TRUE(r.facts.body_only);
}

struct Snippet {
  char const* text;
  char const* expected;
};

TEST(Components, Snippets) {
  Snippet const cases[] = {
      {"Độc lập – Tự do – Hạnh phúc", "motto: Độc lập – Tự do – Hạnh phúc\n"},
      {"Cộng hòa xã hội chủ nghĩa Việt Nam", "national-name: Cộng hòa xã hội chủ nghĩa Việt Nam\n"},
      {"Số: 5/QĐ-UBND", "number: Số: 5/QĐ-UBND\n"},
      {"Hà Nội, ngày 5 tháng 3 năm 2024", "place-date: Hà Nội, ngày 5 tháng 3 năm 2024\n"},
      {"V/v báo cáo kết quả", "subject: V/v báo cáo kết quả\n"},
      {"Kính gửi: Bộ Nội vụ", "addressees: Kính gửi: Bộ Nội vụ\n"},
      {"Kính gửi Bộ Nội vụ", "addressees: Kính gửi Bộ Nội vụ\n"},
      {"Nơi nhận:\n- Như trên;\n- Lưu: VT.", "recipients: Nơi nhận: / - Như trên; / - Lưu: VT.\narchive-line: Lưu: VT.\n"},
      {"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn A",
       "signing-authority: KT. CHỦ TỊCH\nsigner-position: PHÓ CHỦ TỊCH\nsigner-name: Nguyễn Văn A\n"},
      {"CHỦ TỊCH\n\nNguyễn Văn A", "signer-position: CHỦ TỊCH\nsigner-name: Nguyễn Văn A\n"},
      {"KT. THỦ TƯỚNG\nPhó Thủ tướng\n\nTS. Nguyễn Văn A",
       "signing-authority: KT. THỦ TƯỚNG\nsigner-position: Phó Thủ tướng\nsigner-name: TS. Nguyễn Văn A\n"},
      {"CHỈ THỊ\nVề việc phòng cháy", "type-name: CHỈ THỊ\nsubject: Về việc phòng cháy\n"},
      {"HỎA TỐC\nSố: 5/UBND-VX", "urgency: HỎA TỐC\nnumber: Số: 5/UBND-VX\n"},
  };
  for (auto const& c : cases) EXPECT_EQ(components(recognized(c.text)), c.expected) << c.text;
}

TEST(Components, NothingOfAHeaderInsideText) {
  auto const r = recognized(
      "Thực hiện Nghị quyết của Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam, Sở Nội vụ báo cáo kết quả kiểm tra năm 2024.\n\n"
      "Ngày 12/8/2024, Sở Nội vụ nhận được Công văn số 03/CV-HTN ngày 30/7/2024 của Hội Thiện nguyện.\n\n"
      "Căn cứ nội dung trên, các đơn vị triển khai thực hiện.\n");
  for (auto const kind : {K::national_name, K::number, K::place_date, K::legal_basis, K::issuer, K::signer_name})
    EXPECT_EQ(components(r, kind), "");
}

TEST(Components, NumberFields) {
  auto const r = recognized("Số: 120/SGDDT-VP");
  EXPECT_EQ(field(r, K::number, "number"), "120");
  EXPECT_EQ(field(r, K::number, "symbol"), "SGDDT-VP");
  EXPECT_EQ(field(r, K::number, "suggestion"), "SGDĐT-VP");
  EXPECT_EQ(field(r, K::number, "type_code"), "-");
  EXPECT_EQ(field(r, K::number, "body_code"), "SGDDT");
  EXPECT_EQ(field(r, K::number, "unit_code"), "VP");
  auto const typed = recognized("Số 05 /QĐ-UBND");
  EXPECT_EQ(field(typed, K::number, "colon"), "false");
  EXPECT_EQ(field(typed, K::number, "spaced"), "true");
  EXPECT_EQ(field(typed, K::number, "type_code"), "QĐ");
  EXPECT_EQ(field(typed, K::number, "body_code"), "UBND");
  for (char const* text : {"Số: 12/2O20/QĐ-U\u0412ND", "Số: 12/OO20/QĐ-UBND1", "Số: 12/20/QĐ-UBND"}) {
    auto const damaged = recognized(text);
    EXPECT_EQ(field(damaged, K::number, "year"), "2020") << text;
    EXPECT_EQ(field(damaged, K::number, "symbol"), "QĐ-UBND") << text;
  }
}

TEST(Components, MinutesAreSignedTwice) {
  auto const r = recognized(R"(BIÊN BẢN
Họp xét khen thưởng

Cuộc họp kết thúc vào hồi 11 giờ./.

THƯ KÝ

CHỦ TỌA

Nguyễn Văn A

Trần Thị B
)");
  EXPECT_EQ(components(r, K::signer_position), "THƯ KÝ | CHỦ TỌA");
  EXPECT_EQ(components(r, K::signer_name), "Nguyễn Văn A | Trần Thị B");
}

TEST(Components, SpansLieInTheDocumentAndInOrder) {
  auto const r = recognized(letter);
  std::uint32_t before = 0;
  for (auto const& c : r.facts.components) {
    EXPECT_LE(before, c.span.begin);
    EXPECT_LE(c.span.end, r.document.text.size());
    before = c.span.begin;
  }
}

}  // namespace
}  // namespace vanthu
