"""Word documents of some twenty pages for bench.py, as Word writes them: header table, styles, many runs, numbering of its own, tables, page
number. All content is invented; the same number gives the same file."""
import random
import zipfile
from xml.sax.saxutils import escape

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."

CLAUSES = [
    "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các xã, phường triển khai thực hiện",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    "các cơ quan, đơn vị rà soát, cập nhật danh mục thủ tục hành chính thuộc phạm vi quản lý, báo cáo kết quả trước ngày 15 tháng 6 năm 2025",
    "tăng cường ứng dụng công nghệ thông tin trong quản lý hồ sơ công việc, bảo đảm an toàn thông tin và bảo vệ bí mật nhà nước",
    "kịp thời biểu dương, khen thưởng tập thể, cá nhân có thành tích; xử lý nghiêm các trường hợp vi phạm quy định của pháp luật",
    "theo hướng dẫn tại Công văn số 214/SNV-VP ngày 12 tháng 5 năm 2025 của Sở Nội vụ về việc lập hồ sơ và nộp lưu hồ sơ điện tử",
    "trong quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Văn phòng Ủy ban nhân dân tỉnh để được hướng dẫn",
    "nâng cao chất lượng phục vụ người dân và doanh nghiệp, lấy mức độ hài lòng làm thước đo đánh giá kết quả thực hiện nhiệm vụ",
    "theo quy định tại Điều 5 và khoản 2 Điều 8 Quyết định số 18/2024/QĐ-UBND ngày 20 tháng 9 năm 2024 của Ủy ban nhân dân tỉnh",
    "tổ chức tập huấn nghiệp vụ cho công chức, viên chức làm công tác văn thư, lưu trữ; thời gian hoàn thành trong quý III năm 2025",
]
HEADINGS = ["Mục đích, yêu cầu", "Nhiệm vụ trọng tâm", "Giải pháp thực hiện", "Kinh phí thực hiện", "Tổ chức thực hiện", "Chế độ báo cáo"]


def run(text, properties="", rsid=""):
    return (f'<w:r{rsid}><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>{properties}'
            f'<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def paragraph(runs, properties="", number=0):
    return (f'<w:p w14:paraId="{number:08X}" w14:textId="77777777" w:rsidR="00A31B5C" w:rsidRDefault="00A31B5C" w:rsidP="004C6D7E">'
            f'<w:pPr>{properties}<w:rPr><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:pPr>{"".join(runs)}</w:p>')


def centred(*lines):
    return "".join(paragraph([run(text, properties)], '<w:jc w:val="center"/>') for text, properties in lines)


def cell(width, content):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def table(rows, borders=""):
    return (f'<w:tbl><w:tblPr><w:tblW w:w="9214" w:type="dxa"/>{borders}<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid><w:gridCol w:w="4607"/>'
            f'<w:gridCol w:w="4607"/></w:tblGrid>{"".join(f"<w:tr>{row}</w:tr>" for row in rows)}</w:tbl>')


def sentence_runs(rng):
    """A paragraph of three to five clauses, in runs as Word cuts them: at edits, at bold words, at spelling marks."""
    text = "; ".join(f"{rng.choice(CLAUSES)} (mục {rng.randint(1, 999)})" for _ in range(rng.randint(3, 5)))
    text = text[0].upper() + text[1:] + "."
    words, runs = text.split(" "), []
    while words:
        count = rng.randint(4, 24)
        piece = " ".join(words[:count]) + (" " if len(words) > count else "")
        words = words[count:]
        runs.append(run(piece, "<w:b/>" if rng.random() < 0.05 else "", ' w:rsidR="00D41F2A"' if rng.random() < 0.4 else ""))
        if rng.random() < 0.15:
            runs.append('<w:proofErr w:type="spellStart"/>')
    return runs


def document(n, paragraphs=65):
    rng = random.Random(n)
    body = [table(
        [cell(4000, centred(("ỦY BAN NHÂN DÂN", ""), ("TỈNH BÌNH AN", "<w:b/>"))) +
         cell(5214, centred(("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<w:b/>"), ("Độc lập - Tự do - Hạnh phúc", "<w:b/>"))),
         cell(4000, centred((f"Số: {n + 1}/KH-UBND", ""))) +
         cell(5214, centred((f"Bình An, ngày {n % 28 + 1:02} tháng 5 năm 2025", "<w:i/>")))])]
    body.append(centred(("KẾ HOẠCH", "<w:b/>"), ("Triển khai công tác văn thư, lưu trữ trên địa bàn tỉnh năm 2025", "<w:b/>")))
    for k in range(paragraphs):
        if k % 20 == 0:
            body.append(paragraph([run(HEADINGS[k // 20 % len(HEADINGS)], "<w:b/>")],
                                  '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', k))
        listed = k % 3 == 1
        level = 1 if k % 2 else 2
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if listed else ""
        body.append(paragraph(sentence_runs(rng), f'<w:pStyle w:val="BodyText"/>{numbering}<w:spacing w:before="120" w:after="120"/>'
                                                  '<w:ind w:firstLine="709"/><w:jc w:val="both"/>', 1000 + k))
        if k % 40 == 30:
            rows = [cell(4607, paragraph([run(f"Nhiệm vụ {i + 1}: {rng.choice(CLAUSES)}")], '<w:pStyle w:val="TableText"/>')) +
                    cell(4607, paragraph([run(f"Sở Nội vụ, hoàn thành trong tháng {i % 12 + 1}")], '<w:pStyle w:val="TableText"/>'))
                    for i in range(15)]
            body.append(table(rows, '<w:tblStyle w:val="TableGrid"/>'))
    recipients = ["Nơi nhận:", "- Như trên;", "- Sở Nội vụ (để báo cáo);", "- Lưu: VT, VP."]
    body.append(table([cell(4607, "".join(paragraph([run(text)]) for text in recipients)) +
                       cell(4607, centred(("TM. ỦY BAN NHÂN DÂN", "<w:b/>"), ("CHỦ TỊCH", "<w:b/>"), ("", ""), ("Nguyễn Văn A", "<w:b/>")))]))
    body.append('<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="851" '
                'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>')
    return f'{HEAD}<w:document {W}><w:body>{"".join(body)}</w:body></w:document>'


def styles():
    out = ['<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
           '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
           '<w:latentStyles w:count="376">', *(f'<w:lsdException w:name="Style {i}" w:semiHidden="1" w:unhideWhenUsed="1"/>' for i in range(376)),
           '</w:latentStyles>',
           '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Times New Roman" '
           'w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:style>',
           '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
           '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0"/></w:pPr>'
           '</w:style>']
    for name, base, properties in [("Heading1", "Normal", '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
                                   ("BodyText", "Normal", '<w:pPr><w:jc w:val="both"/></w:pPr>'),
                                   ("TableText", "BodyText", '<w:pPr><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>'),
                                   ("Header", "Normal", "")] + [(f"Style{i}", "Normal", "<w:rPr><w:i/></w:rPr>") for i in range(40)]:
        out.append(f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{base}"/><w:qFormat/>{properties}</w:style>')
    return f'{HEAD}<w:styles {W}>{"".join(out)}</w:styles>'


def numbering():
    levels = "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
                     for i, (kind, text) in enumerate([("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]))
    return (f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


HEADER = (f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
          '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
          '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>')
THEME = (f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:fontScheme name="Office">'
         '<a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
         '</a:themeElements></a:theme>')
PARTS = [("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "settings", "settings.xml"),
         ("rId4", "theme", "theme/theme1.xml"), ("rId5", "header", "header1.xml")]
CONTENT_TYPES = (f'{HEAD}<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                 '<Default Extension="xml" ContentType="application/xml"/>'
                 f'<Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>' +
                 "".join(f'<Override PartName="/word/{name}" ContentType="{WORD}{kind}+xml"/>' for _, kind, name in PARTS if kind != "theme") +
                 '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>')


def relationships(items):
    return (f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">' +
            "".join(f'<Relationship Id="{i}" Type="{OFFICE}{kind}" Target="{target}"/>' for i, kind, target in items) + "</Relationships>")


def write(path, n):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in [("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", relationships([("rId1", "officeDocument", "word/document.xml")])),
                              ("word/document.xml", document(n)), ("word/_rels/document.xml.rels", relationships(PARTS)),
                              ("word/styles.xml", styles()), ("word/numbering.xml", numbering()), ("word/settings.xml", f"{HEAD}<w:settings {W}/>"),
                              ("word/theme/theme1.xml", THEME), ("word/header1.xml", HEADER)]:
            package.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
