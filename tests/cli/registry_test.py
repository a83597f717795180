#!/usr/bin/env python3
"""registry_test.py VANTHU SOURCES: the register and the citations of a dossier, as a script or a lawyer uses them."""
import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
import unittest
from pathlib import Path

from in_folder import InFolder

try:
    import jsonschema
except ImportError:
    sys.exit("needs python3-jsonschema")

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
LETTER = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

UBND TỈNH LÂM ĐỒNG
SỞ NỘI VỤ

Số: 214/SNV-VP

Lâm Đồng, ngày 10 tháng 9 năm 2025

V/v rà soát văn bản

Kính gửi: Các phòng, đơn vị thuộc Sở.

Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ quy định chi tiết một số điều của Luật Ban hành văn bản quy phạm pháp luật;

Thực hiện Nghị định số 30/2020/NĐ-CP ngày 03/5/2020 của Chính phủ về công tác văn thư và Kế hoạch số 41/KH-UBND ngày 12/5/2024 của UBND tỉnh Lâm Đồng về chuyển đổi số.

Sở Nội vụ yêu cầu các phòng, đơn vị rà soát và báo cáo trước ngày 30/9/2025./.

Nơi nhận:
- Như trên;
- Lưu: VT, VP.

GIÁM ĐỐC

Nguyễn Văn A
"""
OWN = "Số, ký hiệu;Loại;Cơ quan ban hành;Ngày ban hành;Ngày hết hiệu lực;Trích yếu\r\n41/KH-UBND;Kế hoạch;UBND tỉnh Lâm Đồng;12/5/2024;01/01/2025;Chuyển đổi số\r\n"


def run(*arguments, cwd=None, stdin=None):
    keep = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS")}
    return subprocess.run([VANTHU, *map(str, arguments)], capture_output=True, cwd=cwd, input=stdin, env={**keep, "LANG": "en_GB.UTF-8"}, timeout=120)


def schema(name):
    with open(SOURCES / "docs/schema" / name, encoding="utf-8") as file:
        return jsonschema.Draft202012Validator(json.load(file))


class WithRegister(InFolder):
    def out(self, *arguments, status=0):
        result = run(*arguments, cwd=self.folder)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result.stdout.decode()

    def findings(self, *arguments):
        said = json.loads(run("check", "--format", "json", "--select", "VD401,VD402,VD404", *arguments, cwd=self.folder).stdout)
        return [d["code"] for d in said["files"][0]["diagnostics"]]


class Find(WithRegister):
    def test_with_and_without_diacritics(self):
        for words in ("công tác văn thư", "cong tac van thu", "CONG TAC VAN THU", unicodedata.normalize("NFD", "công tác văn thư")):
            found = json.loads(self.out("registry", "find", *words.split(), "--format", "json"))
            self.assertIn("30/2020/NĐ-CP", [d["number"] for d in found["documents"]], words)

    def test_by_number(self):
        for number in ("30/2020/NĐ-CP", "30/2020/nd-cp", "30/2020/N\u00d0-CP"):
            self.assertIn("Về công tác văn thư", self.out("registry", "find", number), number)

    def test_nothing_found_is_no_failure(self):
        result = run("registry", "find", "khong co van ban nao nhu the nay")
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn(b"does not mean wrong", result.stderr)

    def test_json_fits_its_schema(self):
        check = schema("vanthu.registry-1.schema.json")
        for arguments in (("find", "lưu trữ"), ("info", "34/2016/NĐ-CP"), ("info",), ("stats",)):
            check.validate(json.loads(self.out("registry", *arguments, "--format", "json")))

    def test_info_and_stats(self):
        self.assertIn("Nghị định 78/2025/NĐ-CP", self.out("registry", "info", "34/2016/NĐ-CP"))
        self.assertIn("documents", self.out("registry", "info"))
        table = self.out("registry", "stats").splitlines()
        self.assertEqual(table[0].split()[0], "year")
        counts = json.loads(self.out("registry", "stats", "--format", "json"))
        self.assertEqual(int(table[-1].split()[-1]), sum(c["documents"] for c in counts["coverage"]))

    def test_wrong_usage(self):
        for arguments in ((), ("fnd", "a"), ("find",), ("import",), ("import", "a", "b"), ("stats", "a"), ("find", "a", "--format", "csv")):
            self.assertEqual(run("registry", *arguments, cwd=self.folder).returncode, 2, arguments)
        self.assertIn(b'did you mean "find"', run("registry", "fnd", "a").stderr)


class Import(WithRegister):
    def test_an_offices_documents_are_judged_too(self):
        self.put("a.txt", LETTER)
        self.put("own.csv", OWN)
        self.assertEqual(self.findings("a.txt"), ["VD401", "VD404"])
        self.assertIn("1 documents imported (1 new", self.out("registry", "import", "own.csv"))
        self.assertEqual(self.findings("a.txt"), ["VD401", "VD404", "VD402"])
        self.assertIn("Chuyển đổi số", self.out("registry", "find", "chuyen doi so lam dong"))
        self.assertEqual(len(json.loads(self.out("registry", "info", "--format", "json"))["databases"]), 2)

    def test_again_gives_the_same_bytes(self):
        self.put("own.csv", OWN)
        self.out("registry", "import", "own.csv")
        first = (self.folder / "vanthu-registry.sqlite").read_bytes()
        self.assertIn("0 new, 1 in place", self.out("registry", "import", "own.csv"))
        self.assertEqual(first, (self.folder / "vanthu-registry.sqlite").read_bytes())

    def test_another_file_is_added_to_the_nearest_register(self):
        self.put("own.csv", OWN)
        self.out("registry", "import", "own.csv")
        self.put("b/more.csv", "number,type,issued\n7/QĐ-SNV,Quyết định,2024-01-05\n")
        result = run("registry", "import", "more.csv", cwd=self.folder / "b")
        self.assertIn(b"2 in all", result.stdout)
        self.assertFalse((self.folder / "b/vanthu-registry.sqlite").exists())

    def test_bad_rows_leave_everything_as_it_was(self):
        self.put("own.csv", OWN)
        self.out("registry", "import", "own.csv")
        before = (self.folder / "vanthu-registry.sqlite").read_bytes()
        self.put("bad.csv", "number,type,issued\n7/QĐ-SNV,Quyết định,2024-01-05\n8/QĐ-SNV,Quyêt định,2024-01-05\n9/QĐ-SNV,Quyết định,31/4/2024\n")
        result = run("registry", "import", "bad.csv", cwd=self.folder)
        self.assertEqual(result.returncode, 2)
        self.assertEqual([line.partition(": ")[0] for line in result.stderr.decode().splitlines()[:2]], ["bad.csv:3", "bad.csv:4"])
        self.assertEqual(before, (self.folder / "vanthu-registry.sqlite").read_bytes())

    def test_an_error_of_the_shipped_register_is_mended(self):
        self.put("a.txt", LETTER)
        self.put("mend.csv", "number,type,issuer,issued\n34/2016/NĐ-CP,Nghị định,Chính phủ,2016-05-14\n30/2020/NĐ-CP,Nghị định,Chính phủ,2020-05-03\n")
        self.out("registry", "import", "mend.csv")
        self.assertEqual(self.findings("a.txt"), [])

    def test_what_is_no_register(self):
        self.put("a.txt", LETTER)
        for name, content, status in (("text.sqlite", "không phải", 2), ("cut.sqlite", b"SQLite format 3\0" + b"\0" * 200, 2), ("none.sqlite", None, 3)):
            if content is not None:
                self.put(name, content)
            for command in (("check", "a.txt"), ("parse", "a.txt"), ("citations", "a.txt"), ("registry", "info")):
                result = run(*command, "--registry", name, cwd=self.folder)
                self.assertEqual(result.returncode, status, (name, command))
                self.assertIn(name.encode(), result.stderr)


class Citations(WithRegister):
    def test_formats_say_the_same(self):
        self.put("ho-so/a.txt", LETTER)
        self.put("ho-so/b.txt", "Không viện dẫn gì.\n")
        lines = [json.loads(line) for line in self.out("citations", "ho-so", "--format", "json").splitlines()]
        check = schema("vanthu.citations-1.schema.json")
        for line in lines:
            check.validate(line)
        self.assertEqual([(c["identifier"], c["status"], c["differs"]) for c in lines[0]["citations"]],
                         [("34/2016/NĐ-CP", "replaced", []), (None, "unknown", []), ("30/2020/NĐ-CP", "in-force", ["date"]), ("41/KH-UBND", "unknown", [])])
        self.assertEqual(lines[0]["date"], "2025-09-10")
        self.assertEqual(lines[1]["citations"], [])
        table = list(csv.DictReader(io.StringIO(self.out("citations", "ho-so", "--format", "csv"))))
        self.assertEqual([(r["number"], r["status"], r["replaced_by"]) for r in table],
                         [("34/2016/NĐ-CP", "replaced", "Nghị định 78/2025/NĐ-CP"), ("", "unknown", ""), ("30/2020/NĐ-CP", "in-force", ""), ("41/KH-UBND", "unknown", "")])
        text = self.out("citations", "ho-so").splitlines()
        self.assertEqual(text[0], "ho-so/a.txt")
        self.assertRegex(text[1], r"15  replaced .*since 01/04/2025, by Nghị định số 78/2025/NĐ-CP")
        self.assertEqual(len(text), 6)

    def test_on_another_day(self):
        self.put("a.txt", LETTER)
        said = json.loads(self.out("citations", "a.txt", "--format", "json", "--date", "2018-01-01"))
        self.assertEqual([c["status"] for c in said["citations"]], ["in-force", "unknown", "not-issued", "unknown"])

    def test_parse_has_it_too(self):
        said = json.loads(self.out("parse", self.put("a.txt", LETTER)))
        schema("vanthu.parse-1.schema.json").validate(said)
        self.assertEqual([c["registry"]["status"] for c in said["citations"]], ["replaced", "unknown", "in-force", "unknown"])
        self.assertEqual(said["citations"][3]["registry"], {"status": "unknown"})

    def test_unreadable_files(self):
        result = run("citations", "none.txt", "--format", "json", cwd=self.folder)
        self.assertEqual(result.returncode, 3)
        schema("vanthu.citations-1.schema.json").validate(json.loads(result.stdout))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
