#include "support/draft.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "support/docx.hpp"

namespace vanthu::test {
namespace {

Look centred(int size, bool bold, bool italic = false) {
  Look out;
  out.size = size;
  out.bold = bold;
  out.italic = italic;
  out.alignment = "center";
  out.first_line = out.before = out.after = 0;
  return out;
}
Look with_line(Look look, int length) {
  look.rule_line = length;
  return look;
}
Look flush(int size, bool bold = false, bool italic = false) {
  auto out = centred(size, bold, italic);
  out.alignment = "left";
  return out;
}
Look running(bool italic = false) {
  Look out;
  out.italic = italic;
  return out;
}

std::string drawn(int length) {
  return fmt::format(
      R"(<w:r><w:drawing><wp:anchor><wp:positionV relativeFrom="paragraph"><wp:posOffset>230000</wp:posOffset></wp:positionV><wp:extent cx="{0}" cy="0"/>)"
      R"(<a:graphic><a:graphicData><wps:wsp><wps:spPr><a:xfrm><a:ext cx="{0}" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>)"
      R"(</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>)",
      length * 635);
}

std::string const frame =
    R"(<w:pBdr><w:top w:val="single"/><w:left w:val="single"/><w:bottom w:val="single"/><w:right w:val="single"/></w:pBdr>)";

std::string xml(Part const& part) {
  auto const& l = part.look;
  auto const properties =
      (l.framed ? frame : "") +
      fmt::format(R"(<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="auto"/><w:ind w:firstLine="{}"/><w:jc w:val="{}"/>)",
                  l.before, l.after, l.line, l.first_line, l.alignment);
  auto const letters =
      fmt::format(R"(<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>{1}{2}{3}<w:sz w:val="{4}"/>)", l.font, l.bold ? "<w:b/>" : "",
                  l.italic ? "<w:i/>" : "", l.color.empty() ? "" : fmt::format(R"(<w:color w:val="{}"/>)", l.color), l.size);
  return fmt::format("<w:p><w:pPr>{}<w:rPr>{}</w:rPr></w:pPr>{}{}</w:p>", properties, letters, run(part.text, letters),
                     l.rule_line > 0 ? drawn(l.rule_line) : "");
}

std::string all_at(Draft const& draft, Place place) {
  std::string out;
  for (auto const& part : draft.parts)
    if (part.place == place) out += xml(part);
  return out;
}

std::string row(Draft const& draft, Place left, Place right) {
  auto const cell = [&](Place place, int width) {
    auto const inside = all_at(draft, place);
    return fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)", width, inside.empty() ? "<w:p/>" : inside);
  };
  return "<w:tr>" + cell(left, draft.left_column) + cell(right, draft.right_column) + "</w:tr>";
}

std::string table(Draft const& draft, std::string const& rows) {
  return fmt::format(
      R"(<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{}"/></w:tblGrid>{}</w:tbl>)",
      draft.left_column, draft.right_column, rows);
}

std::string section(Page const& p, int start) {
  std::string out;
  if (p.number)
    out +=
        p.in_footer ? R"(<w:footerReference w:type="default" r:id="footer1"/>)" : R"(<w:headerReference w:type="default" r:id="header1"/>)";
  out += fmt::format(
      R"(<w:pgSz w:w="{}" w:h="{}"{}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="567" w:footer="567" w:gutter="0"/>)",
      p.width, p.height, p.width > p.height ? R"( w:orient="landscape")" : "", p.top, p.right, p.bottom, p.left);
  out += "<w:pgNumType";
  if (start != 0) out += fmt::format(R"( w:start="{}")", start);
  if (!p.number_format.empty()) out += fmt::format(R"( w:fmt="{}")", p.number_format);
  out += "/>";
  if (p.first_page_differs) out += "<w:titlePg/>";
  return "<w:sectPr>" + out + "</w:sectPr>";
}

std::string page_number(Page const& p) {
  return fmt::format(
      R"(<w:p><w:pPr><w:jc w:val="{}"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{}<w:sz w:val="{}"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p>)",
      p.number_alignment, p.number_italic ? "<w:i/>" : "", p.number_size);
}

}  // namespace

void Draft::each(std::string_view role, void (*change)(Look& look)) {
  bool found = false;
  for (auto& part : parts)
    if (part.role == role) {
      change(part.look);
      found = true;
    }
  if (!found) throw std::runtime_error("no part " + std::string(role));
}

Part& Draft::first(std::string_view role) {
  for (auto& part : parts)
    if (part.role == role) return part;
  throw std::runtime_error("no part " + std::string(role));
}

void Draft::insert_above(std::string_view role, int empty_paragraphs) {
  auto const& below = first(role);
  Part const empty{"empty", "", below.place, below.look};
  parts.insert(parts.begin() + (&below - parts.data()), static_cast<std::size_t>(empty_paragraphs), empty);
}

Draft decision() {
  using enum Place;
  auto mark = centred(28, true);
  mark.framed = true;
  return {{
      {"urgency", "HỎA TỐC", top, mark},
      {"circulation", "LƯU HÀNH NỘI BỘ", top, mark},
      {"governing-body", "UBND TỈNH LAI CHÂU", left, centred(24, false)},
      {"issuer", "SỞ NỘI VỤ", left, with_line(centred(24, true), 600)},
      {"national-name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right, centred(24, true)},
      {"motto", "Độc lập - Tự do - Hạnh phúc", right, with_line(centred(26, true), 3170)},
      {"number", "Số:      /QĐ-SNV", second_left, centred(26, false)},
      {"place-date", "Lai Châu, ngày     tháng 5 năm 2024", second_right, centred(26, false, true)},
      {"type-name", "QUYẾT ĐỊNH", body, centred(28, true)},
      {"subject", "Về việc ban hành Quy chế làm việc của Tổ công tác", body, with_line(centred(28, true), 3000)},
      {"authority", "GIÁM ĐỐC SỞ NỘI VỤ", body, centred(28, true)},
      {"basis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", body, running(true)},
      {"basis",
       "Căn cứ Nghị định số 127/2018/NĐ-CP ngày 21 tháng 9 năm 2018 của Chính phủ quy định trách nhiệm quản lý nhà nước về giáo dục;", body,
       running(true)},
      {"basis", "Theo đề nghị của Chánh Văn phòng Sở Nội vụ.", body, running(true)},
      {"decides", "QUYẾT ĐỊNH:", body,
       [] {
         auto look = centred(28, true);
         look.before = look.after = 120;
         return look;
       }()},
      {"article", "Điều 1. Nhiệm vụ của Tổ công tác", body,
       [] {
         auto look = running();
         look.bold = true;
         return look;
       }()},
      {"text",
       "Tổ công tác có nhiệm vụ rà soát cơ sở vật chất của các trường trên địa bàn tỉnh, báo cáo Giám đốc Sở Nội vụ kết quả trước ngày 31 "
       "tháng 7 "
       "năm 2024 và tự giải thể sau khi hoàn thành nhiệm vụ.",
       body, running()},
      {"text",
       "Tổ trưởng phân công nhiệm vụ cho từng thành viên, chịu trách nhiệm trước Giám đốc Sở về kết quả rà soát và các số liệu được nêu "
       "trong báo "
       "cáo của Tổ công tác.",
       body, running()},
      {"text", "Quyết định này có hiệu lực kể từ ngày ký./.", body, running()},
      {"recipients-label", "Nơi nhận:", tail_left, flush(24, true, true)},
      {"recipients", "- Như Điều 1;", tail_left, flush(22)},
      {"recipients", "- UBND tỉnh;", tail_left, flush(22)},
      {"recipients", "- Lưu: VT, VP.", tail_left, flush(22)},
      {"drafter-mark", "PL.(30)", tail_left, flush(22)},
      {"contact", "Địa chỉ: số 5 đường Nguyễn Trãi, Lai Châu", tail_left, flush(22)},
      {"authority-to-sign", "KT. GIÁM ĐỐC", tail_right, centred(28, true)},
      {"position", "PHÓ GIÁM ĐỐC", tail_right, centred(28, true)},
      {"name", "Phạm Văn Dũng", tail_right, centred(28, true)},
      {"appendix-label", "Phụ lục", behind, centred(28, true)},
      {"appendix-title", "QUY CHẾ LÀM VIỆC CỦA TỔ CÔNG TÁC", behind, centred(28, true)},
      {"appendix-note", "(Kèm theo Quyết định số      /QĐ-SNV của Sở Nội vụ)", behind, centred(28, false, true)},
      {"chapter-label", "Chương I", behind, centred(28, true)},
      {"chapter-title", "NHỮNG QUY ĐỊNH CHUNG", behind, centred(28, true)},
      {"attached", "Quy chế này quy định việc phân công và phối hợp giữa các thành viên của Tổ công tác.", behind, running()},
  }};
}

Draft letter() {
  using enum Place;
  return {{
      {"governing-body", "UBND TỈNH HƯNG YÊN", left, centred(24, false)},
      {"issuer", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", left, with_line(centred(24, true), 1400)},
      {"national-name", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right, centred(24, true)},
      {"motto", "Độc lập - Tự do - Hạnh phúc", right, with_line(centred(26, true), 3170)},
      {"number", "Số:      /SGDĐT-GDTX", second_left, centred(26, false)},
      {"subject", "V/v đăng ký thi đua", second_left,
       [] {
         auto look = centred(24, false);
         look.before = 120;
         return look;
       }()},
      {"place-date", "Hưng Yên, ngày     tháng 3 năm 2023", second_right, centred(28, false, true)},
      {"addressees", "Kính gửi: Phòng Giáo dục và Đào tạo huyện Văn Lâm", body, centred(28, false)},
      {"heading", "I. NỘI DUNG RÀ SOÁT", body,
       [] {
         auto look = running();
         look.bold = true;
         return look;
       }()},
      {"text",
       "Sở Giáo dục và Đào tạo đề nghị Phòng Giáo dục và Đào tạo rà soát các hợp đồng liên kết tổ chức thi, kịp thời xử lý các đơn vị tổ "
       "chức thi "
       "khi chưa được phê duyệt.",
       body, running()},
      {"text", "Kết quả gửi về Sở Giáo dục và Đào tạo trước ngày 31/3/2023./.", body, running()},
      {"recipients-label", "Nơi nhận:", tail_left, flush(24, true, true)},
      {"recipients", "- Như trên;", tail_left, flush(22)},
      {"recipients", "- Lưu: VT, GDTX.", tail_left, flush(22)},
      {"authority-to-sign", "KT. GIÁM ĐỐC", tail_right, centred(28, true)},
      {"position", "PHÓ GIÁM ĐỐC", tail_right, centred(28, true)},
      {"name", "Nguyễn Văn An", tail_right, centred(28, true)},
  }};
}

std::string docx_of(Draft const& draft) {
  using enum Place;
  auto const& page = draft.page;
  auto const appendix = all_at(draft, behind);
  bool const apart = page.appendix_counts_from_1 && !appendix.empty();
  auto const document = all_at(draft, top) + table(draft, row(draft, left, right) + row(draft, second_left, second_right)) +
                        all_at(draft, body) + table(draft, row(draft, tail_left, tail_right)) +
                        (apart ? "<w:p><w:pPr>" + section(page, page.start) + "</w:pPr></w:p>" : "") + appendix +
                        (page.embeds ? R"(<w:altChunk r:id="part1"/>)" : "") + section(page, apart ? 1 : page.start);
  Parts more;
  if (draft.page.number) more[draft.page.in_footer ? "word/footer1.xml" : "word/header1.xml"] = page_number(draft.page);
  return docx_of(document, {}, more);
}

}  // namespace vanthu::test
