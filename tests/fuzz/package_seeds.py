#!/usr/bin/env python3
"""package_seeds.py FOLDER: writes small Word documents for the target "package", without the four bytes that it puts in front itself."""
import io
import sys
import zipfile
from pathlib import Path

TYPES = ('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
         'document.main+xml"/></Types>')
ROOT = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="{}"/></Relationships>'
LINKS = '<Relationships><Relationship Id="b" Type="x/styles" Target="../word/styles.xml"/></Relationships>'
TEXT = "<w:document><w:body><w:p><w:r><w:t>một</w:t></w:r></w:p></w:body></w:document>"
WORD = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT.format("word/document.xml"), "word/document.xml": TEXT}
SEEDS = {
    "stored": (WORD, zipfile.ZIP_STORED),
    "deflated": (WORD, zipfile.ZIP_DEFLATED),
    "styles": ({**WORD, "word/_rels/document.xml.rels": LINKS, "word/styles.xml": "<w:styles/>"}, zipfile.ZIP_STORED),
    "elsewhere": ({**WORD, "_rels/.rels": ROOT.format("/a/../b.xml"), "b.xml": TEXT}, zipfile.ZIP_STORED),
    "odt": ({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED),
    "xlsx": ({"xl/workbook.xml": "<x/>"}, zipfile.ZIP_STORED),
    "empty": ({}, zipfile.ZIP_STORED),
}

for name, (parts, method) in SEEDS.items():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for part, text in parts.items():
            package.writestr(zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0)), text, method)
    Path(sys.argv[1], name).write_bytes(out.getvalue()[4:])
