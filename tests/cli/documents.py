"""Word documents for the tests of the program."""
import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body):
    """The bytes of a Word document with this XML in its body."""
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml'"
        " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1'"
        " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": f"<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def paragraphs(*texts):
    return "".join(f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>" for text in texts)


LETTER = docx(
    "<w:tbl><w:tr><w:tc>" + paragraphs("UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ") + "</w:tc><w:tc>"
    + paragraphs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc") + "</w:tc></w:tr><w:tr><w:tc>"
    + paragraphs("Số:      /SNV-VP", "V/v báo cáo kết quả") + "</w:tc><w:tc>" + paragraphs("Lạng Sơn, ngày      tháng 3 năm 2025")
    + "</w:tc></w:tr></w:tbl>"
    + paragraphs("Kính gửi: Bộ Nội vụ", "Thực hiện Thông tư số 11/2022/BNV ngày 26/7/2022 của Bộ Nội vụ quy định về báo cáo, Sở Nội vụ báo cáo như sau./.")
    + "<w:tbl><w:tr><w:tc>" + paragraphs("Nơi nhận:", "- Như trên;", "- Lưu: VT, VP.") + "</w:tc><w:tc>"
    + paragraphs("GIÁM ĐỐC", "", "Nguyễn Văn A") + "</w:tc></w:tr></w:tbl>")
