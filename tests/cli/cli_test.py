#!/usr/bin/env python3
"""cli_test.py VANTHU SOURCES: runs the program as a script would."""
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from pathlib import Path

try:
    import jsonschema
except ImportError:
    sys.exit("needs python3-jsonschema")

sys.path.insert(0, str(Path(__file__).parent))
from documents import LETTER, W, docx, paragraphs  # noqa: E402
from in_folder import InFolder  # noqa: E402

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
SAMPLES = SOURCES / "samples"
FAULTY, FAULTLESS = SAMPLES / "cong-van.md", SAMPLES / "cong-van-dung.md"


def run(*arguments, stdin=None, cwd=None, **environment):
    keep = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS")}
    return subprocess.run([VANTHU, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, env={**keep, **environment}, timeout=120)


def out(*arguments, **rest):
    return run(*arguments, **rest).stdout.decode()


def err(*arguments, **rest):
    return run(*arguments, **rest).stderr.decode()


def schema(name):
    with open(SOURCES / "docs/schema" / name, encoding="utf-8") as file:
        return jsonschema.Draft202012Validator(json.load(file))


CHECK, PARSE = schema("vanthu.check-1.schema.json"), schema("vanthu.parse-1.schema.json")
CONFIG, FIX = schema("vanthu.config-1.schema.json"), schema("vanthu.fix-1.schema.json")
LAYOUT, RULES = schema("vanthu.layout-1.schema.json"), schema("vanthu.rules-1.schema.json")


class WordDocuments(InFolder):
    def test_findings_at_paragraphs_and_characters(self):
        self.put("a.docx", LETTER)
        result = run("check", "--select", "VD", "a.docx", cwd=self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("a.docx: đoạn 9, ký tự 23: error[VD103]", result.stdout.decode())
        self.assertIn("9 | Thực hiện Thông tư số 11/2022/BNV ngày", result.stdout.decode())
        report = json.loads(out("check", "--select", "VD", "--format", "json", "a.docx", cwd=self.folder))
        CHECK.validate(report)
        start = report["files"][0]["diagnostics"][0]["span"]["start"]
        self.assertEqual(start, {"offset": None, "line": None, "column": None, "paragraph": 9, "character": 22})
        self.assertIn("a.docx: paragraph 9, character 23:", out("check", "--select", "VD", "--lang", "en", "a.docx", cwd=self.folder))

    def test_parse(self):
        self.put("a.docx", LETTER)
        document = json.loads(out("parse", "a.docx", cwd=self.folder))
        PARSE.validate(document)
        self.assertEqual((document["format"], document["type"]), ("docx", "cong-van"))
        self.assertEqual([b["text"] for b in document["blocks"]][:3], ["UBND TỈNH LẠNG SƠN", "SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
        kinds = [c["kind"] for c in document["components"]]
        for kind in ("national-name", "motto", "governing-body", "issuer", "number", "place-date", "subject", "addressees", "recipients", "signer-name"):
            self.assertIn(kind, kinds)

    def test_layout(self):
        self.put("a.docx", docx(
            "<w:p><w:pPr><w:jc w:val='both'/><w:ind w:firstLine='567'/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val='27'/></w:rPr><w:t>Điều 1.</w:t></w:r>"
            "<w:r><w:rPr><w:rFonts w:ascii='Arial' w:hAnsi='Arial'/></w:rPr><w:t xml:space='preserve'> Hiệu lực</w:t></w:r></w:p>"
            + paragraphs("hết")))
        shape = json.loads(out("parse", "--layout", "a.docx", cwd=self.folder))
        LAYOUT.validate(shape)
        first, last = shape["layout"]["blocks"]
        self.assertEqual((first["paragraph"]["alignment"], first["paragraph"]["first_line"]), ("justify", 567))
        self.assertEqual([(r["text"], r["font"], r["size"], r["bold"]) for r in first["runs"]],
                         [("Điều 1.", "Times New Roman", 13.5, True), (" Hiệu lực", "Arial", 10, False)])
        self.assertEqual([r["text"] for r in last["runs"]], ["hết"])
        self.put("b.docx", b"PK")
        LAYOUT.validate(json.loads(run("parse", "--layout", "b.docx", cwd=self.folder).stdout))

    def test_bytes_not_names_tell_the_format(self):
        self.put("a.txt", LETTER)
        self.put("b.docx", FAULTLESS.read_bytes())
        self.assertEqual(json.loads(out("parse", "a.txt", cwd=self.folder))["format"], "docx")
        self.assertEqual(json.loads(out("parse", "b.docx", cwd=self.folder))["format"], "text")
        self.assertEqual(json.loads(run("parse", "-", stdin=LETTER).stdout)["format"], "docx")

    def test_sidecar_and_configuration(self):
        self.put("a.docx", LETTER)
        self.put("a.docx.vanthu.toml", '[[ignore]]\ncode = "VD103"\nreason = "viện dẫn đúng nguyên văn"\n')
        self.assertEqual(out("check", "--select", "VD103", "a.docx", cwd=self.folder), "")
        (self.folder / "a.docx.vanthu.toml").unlink()
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\n')
        self.assertIn("VD103", out("check", ".", cwd=self.folder))
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\n[[overrides]]\npaths = ["*.docx"]\nselect = ["VD101"]\n')
        self.assertEqual(out("check", ".", cwd=self.folder), "")

    def test_fix_leaves_them_alone_and_does_the_rest(self):
        self.put("a.docx", LETTER)
        faulty = self.put("b.md", FAULTY.read_bytes())
        result = run("fix", "--unsafe", ".", cwd=self.folder)
        self.assertEqual(result.returncode, 3)
        self.assertIn("a.docx: tài liệu Word (.docx) chỉ được soát", result.stderr.decode())
        self.assertEqual((self.folder / "a.docx").read_bytes(), LETTER)
        self.assertNotEqual(faulty.read_bytes(), FAULTY.read_bytes())

    def test_memory(self):
        self.put("a.docx", docx(paragraphs("a" * (20 << 20))))
        report = json.loads(out("check", "--format", "json", "--max-memory", "16", "a.docx", cwd=self.folder))
        CHECK.validate(report)
        self.assertEqual(report["files"][0]["error"]["kind"], "too-large")
        self.assertIn("--max-memory", report["files"][0]["error"]["message"])
        for wrong in ("0", "x", "99999"):
            self.assertEqual(run("check", "--max-memory", wrong, "a.docx", cwd=self.folder).returncode, 2)


class ExitStatus(InFolder):
    def test_0_nothing_found(self):
        result = run("check", FAULTLESS)
        self.assertEqual((result.returncode, result.stdout), (0, b""), result.stdout.decode())

    def test_1_findings(self):
        self.assertEqual(run("check", FAULTY).returncode, 1)

    def test_2_wrong_usage(self):
        for arguments in (["check", "--nonsense"], ["check", "--format", "yaml", FAULTY], ["check", "--select", "ZZ", FAULTY], ["chek"], [],
                          ["check", "--date", "2024-13-01", FAULTY], ["check", "--lang", "fr", FAULTY], ["explain"], ["explain", "ZZ999"],
                          ["check", "--select"], ["rules", "extra"]):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertNotEqual(result.stderr, b"", arguments)

    def test_3_unreadable_wins_and_the_others_are_checked(self):
        missing = self.folder / "missing.md"
        result = run("check", "--format", "json", missing, FAULTY)
        self.assertEqual(result.returncode, 3)
        self.assertIn("missing.md", result.stderr.decode())
        files = json.loads(result.stdout)["files"]
        self.assertEqual(files[0]["error"]["kind"], "unreadable")
        self.assertTrue(files[1]["diagnostics"])
        self.assertEqual(run("parse", missing).returncode, 3)

    def test_fail_on(self):
        report = json.loads(out("check", "--format", "json", FAULTY))
        warning = next(d["code"] for d in report["files"][0]["diagnostics"] if d["severity"] == "warning")
        check = ["check", "--select", warning, FAULTY]
        self.assertEqual([run(*check, "--fail-on", severity).returncode for severity in ("error", "warning", "info")], [0, 1, 1])
        self.assertEqual(run("check", "--fail-on", "info", FAULTLESS).returncode, 0)

    def test_help_and_version(self):
        for arguments in (["--help"], ["check", "-h"], ["--version"]):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stderr), (0, b""))
            self.assertNotEqual(result.stdout, b"")


class Inputs(InFolder):
    def test_standard_input(self):
        result = run("check", "-", "--stdin-filename", "du-thao.md", stdin=FAULTY.read_bytes())
        self.assertEqual(result.returncode, 1)
        self.assertIn("du-thao.md:", result.stdout.decode())
        named = out("check", FAULTY)
        self.assertEqual(result.stdout.decode().replace("du-thao.md", str(FAULTY)), named)

    def test_folders_in_order_of_their_paths(self):
        for name in ("b.txt", "a/z.md", "a.markdown", "c.docx", "~$c.docx", "e.odt", ".hidden.md", ".git/x.md", "k/nested/deep.TXT"):
            self.put(name, FAULTLESS.read_text())
        files = [f["file"] for f in json.loads(out("check", "--format", "json", ".", cwd=self.folder))["files"]]
        self.assertEqual(files, ["a.markdown", "a/z.md", "b.txt", "c.docx", "k/nested/deep.TXT"])
        self.assertEqual(out("check", "--format", "json", cwd=self.folder), out("check", "--format", "json", ".", cwd=self.folder))

    def test_exclude(self):
        for name in ("a.md", "nhap/b.md", "sub/nhap/c.md", "d.md"):
            self.put(name, FAULTLESS.read_text())

        def files(*globs):
            options = [x for g in globs for x in ("--exclude", g)]
            return [f["file"] for f in json.loads(out("check", "--format", "json", *options, ".", cwd=self.folder))["files"]]

        self.assertEqual(files("nhap"), ["a.md", "d.md"])
        self.assertEqual(files("**/nhap/*"), ["a.md", "d.md"])
        self.assertEqual(files("[ad].md", "c.md"), ["nhap/b.md"])
        self.assertEqual(files("*/b.md"), ["a.md", "d.md", "sub/nhap/c.md"])
        # As in vanthu.toml: a pattern with "/" starts where the folder does, and * stays inside a name.
        self.assertEqual(files("*/c.md"), ["a.md", "d.md", "nhap/b.md", "sub/nhap/c.md"])
        self.assertEqual(files("**/c.md"), ["a.md", "d.md", "nhap/b.md"])
        for pattern, why in (("../a", "ra ngoài thư mục gốc"), ("[x", "không có"), ("", "trống")):
            result = run("check", "--exclude", pattern, ".", cwd=self.folder)
            self.assertEqual(result.returncode, 2)
            self.assertIn(why, result.stderr.decode())

    def test_a_file_named_twice_is_checked_once(self):
        self.put("a.md", FAULTLESS.read_text())
        self.assertEqual(len(json.loads(out("check", "--format", "json", "a.md", "./a.md", ".", cwd=self.folder))["files"]), 1)

    def test_unreadable_files(self):
        files = {"empty.txt": b"", "binary.txt": b"PK\x03\x04\x00\x00\x08\x00" + bytes(range(256)), "latin.txt": b"C\xf4ng v\xe3n\n" * 9}
        for name, content in files.items():
            self.put(name, content)
        result = run("check", "--format", "json", ".", cwd=self.folder)
        self.assertEqual(result.returncode, 3)
        report = json.loads(result.stdout)
        CHECK.validate(report)
        for entry in report["files"]:
            self.assertTrue(entry["error"]["kind"] and entry["error"]["message"], entry)
            self.assertIn(entry["file"], result.stderr.decode())
        self.assertEqual(report["summary"]["unreadable"], 3)

    def test_a_folder_without_documents_is_told(self):
        result = run("check", self.folder)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn(str(self.folder), result.stderr.decode())

    def test_names_that_look_like_commands(self):
        self.put("rules", FAULTY.read_text())
        self.assertEqual(run("check", "rules", cwd=self.folder).returncode, 1)


class Words(InFolder):
    def test_language_from_the_locale(self):
        vietnamese, english = out("check", FAULTY), out("check", "--lang", "en", FAULTY)
        self.assertIn("= căn cứ:", vietnamese)
        self.assertIn("= basis:", english)
        for locale in ("C", "POSIX", "C.UTF-8", "vi_VN.UTF-8"):
            self.assertEqual(out("check", FAULTY, LANG=locale), vietnamese)
        self.assertEqual(out("check", FAULTY, LANG="en_US.UTF-8"), english)
        self.assertEqual(out("check", FAULTY, LANG="en_US.UTF-8", LC_ALL="C"), vietnamese)
        self.assertEqual(out("check", FAULTY, LANG="en_US.UTF-8", LC_ALL=""), english)
        self.assertEqual(out("check", "--lang=vi", FAULTY, LANG="en_US.UTF-8"), vietnamese)

    def test_did_you_mean(self):
        self.assertIn('có phải là "--format"?', err("check", "--fromat", "json", FAULTY))
        self.assertIn('có phải là "json"?', err("check", "--format", "jsn", FAULTY))
        self.assertIn('có phải là "check"?', err("chek", FAULTY))
        self.assertIn('did you mean "VD103"?', err("explain", "VD1O3", "--lang", "en"))
        self.assertIn('có phải là "VD103"?', err("check", "--ignore", "VD1O3", FAULTY))
        self.assertIn("--select", err("check", "--select"))

    def test_colour(self):
        self.assertNotIn("\x1b", out("check", FAULTY))
        self.assertIn("\x1b", out("check", "--color", "always", FAULTY))
        self.assertIn("\x1b", out("check", "--color", "always", FAULTY, NO_COLOR="1"))
        self.assertNotIn("\x1b", out("check", "--color", "never", FAULTY))

    def test_quiet_and_summary(self):
        self.assertIn("trong 1 tệp", err("check", FAULTY))
        self.assertEqual(err("check", "--quiet", FAULTY), "")
        self.assertEqual(out("check", "--quiet", FAULTY), out("check", FAULTY))

    def test_excerpts_fit_the_terminal(self):
        for columns in (40, 80, 200):
            for line in out("check", FAULTY, COLUMNS=str(columns)).splitlines():
                if "|" in line[:8]:
                    self.assertLessEqual(len(unicodedata.normalize("NFC", line)), columns, line)


class Selection(InFolder):
    def codes(self, *arguments):
        return {d["code"] for d in json.loads(out("check", "--format", "json", *arguments, FAULTY))["files"][0]["diagnostics"]}

    def test_codes_and_prefixes(self):
        everything = self.codes()
        self.assertIn("VD103", everything)
        self.assertEqual(self.codes("--select", "VD103"), {"VD103"})
        self.assertEqual(self.codes("--select", "VD,TT"), {c for c in everything if c[:2] in ("VD", "TT")})
        self.assertEqual(self.codes("--select", "VD", "--select", "TT"), self.codes("--select", "VD,TT"))
        self.assertEqual(self.codes("--ignore", "VD1"), {c for c in everything if not c.startswith("VD1")})
        self.assertEqual(self.codes("--select", "VD", "--ignore", "VD103"), {c for c in everything if c.startswith("VD") and c != "VD103"})


class Suppressions(InFolder):
    SIDECAR = '[[ignore]]\ncode = ["VD103", "CT101", "TT215"]\nreason = "giữ nguyên"\n'

    def report(self, *arguments, **rest):
        report = json.loads(out("check", "--format", "json", *arguments, cwd=self.folder, **rest))
        CHECK.validate(report)
        return report

    def test_comment_and_sidecar(self):
        self.put("a.md", "<!-- vanthu: bỏ qua cả tệp VD301: chưa rõ nơi ban hành -->\n" + FAULTY.read_text())
        self.put("a.md.vanthu.toml", self.SIDECAR)
        report = self.report("a.md")
        self.assertEqual([f["file"] for f in report["files"]], ["a.md"])
        suppressed = {d["code"]: d["suppressed"] for d in report["files"][0]["diagnostics"]}
        self.assertEqual(suppressed["VD301"], {"origin": "comment", "reason": "chưa rõ nơi ban hành"})
        self.assertEqual(suppressed["VD103"], {"origin": "sidecar", "reason": "giữ nguyên"})
        self.assertEqual(report["summary"]["suppressed"], len(suppressed))
        self.assertEqual([report["summary"][x] for x in ("errors", "warnings", "infos")], [0, 0, 0])
        result = run("check", "--fail-on", "info", "a.md", cwd=self.folder)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn("4 phát hiện được bỏ qua có lý do", result.stderr.decode())
        shown = out("check", "--show-suppressed", "a.md", cwd=self.folder)
        self.assertIn("= bỏ qua: giữ nguyên\n", shown)
        self.assertIn("= bỏ qua: chưa rõ nơi ban hành\n", shown)

    def test_a_sidecar_is_for_its_document_alone(self):
        for name in ("a.md", "b.md"):
            self.put(name, FAULTY.read_text())
        self.put("a.md.vanthu.toml", self.SIDECAR)
        counts = [sum(d["suppressed"] is not None for d in f["diagnostics"]) for f in self.report()["files"]]
        self.assertEqual(counts, [3, 0])
        self.assertEqual(self.report("-", "--stdin-filename", "a.md", stdin=FAULTY.read_bytes())["summary"]["suppressed"], 0)

    def test_what_is_unused_expired_or_unknown_is_told_at_its_line(self):
        self.put("a.md", FAULTY.read_text())
        self.put("a.md.vanthu.toml", self.SIDECAR + '\n[[ignore]]\ncode = "VD3"\nreason = "r"\nuntil = 2020-01-31\n\n'
                 '[[ignore]]\ncode = ["NQ", "VD1O3"]\nreason = "r"\n')
        about = next(f for f in self.report()["files"] if f["file"] == "a.md.vanthu.toml")
        self.assertEqual([(d["code"], d["span"]["start"]["line"]) for d in about["diagnostics"]], [("BQ103", 6), ("BQ101", 11), ("BQ108", 11)])
        self.assertIn("a.md.vanthu.toml:6:1: warning[BQ103]", out("check", "a.md", cwd=self.folder))
        lines = [json.loads(line) for line in out("check", "--format", "ndjson", "a.md", cwd=self.folder).splitlines()]
        self.assertEqual([line["file"] for line in lines], ["a.md", "a.md.vanthu.toml"])
        self.assertEqual(len(self.report("--select", "VD", "a.md")["files"]), 1)

    def test_a_broken_sidecar_is_told_and_the_rest_is_checked(self):
        self.put("a.md", FAULTY.read_text())
        self.put("b.md", FAULTLESS.read_text())
        self.put("a.md.vanthu.toml", self.SIDECAR + "reson = 'x'\n")
        result = run("check", "--lang", "en", "--format", "json", cwd=self.folder)
        self.assertEqual(result.returncode, 3)
        self.assertIn('a.md.vanthu.toml:4:1: error: [[ignore]] has no key "reson"', result.stderr.decode())
        self.assertIn('did you mean "reason"?', result.stderr.decode())
        files = json.loads(result.stdout)["files"]
        self.assertEqual([f["file"] for f in files], ["a.md", "a.md.vanthu.toml", "b.md"])
        self.assertEqual(files[1]["error"]["kind"], "bad-sidecar")
        self.assertTrue(all(d["suppressed"] is None for d in files[0]["diagnostics"]))

    def test_comments_do_nothing_for_who_does_not_want_them(self):
        self.put("a.txt", "<!-- vanthu: allow CT101: hết lỗi -->\n" + FAULTLESS.read_text())
        self.assertIn("BQ101", out("check", "a.txt", cwd=self.folder))
        self.assertNotIn("BQ101", out("check", "--ignore", "BQ", "a.txt", cwd=self.folder))


class Json(InFolder):
    def test_check_fits_its_schema_and_is_repeatable(self):
        first = out("check", "--format", "json", SAMPLES)
        self.assertEqual(first, out("check", "--format", "json", SAMPLES))
        report = json.loads(first)
        CHECK.validate(report)
        self.assertEqual(report["summary"]["files"], len(report["files"]))
        diagnostics = [d for f in report["files"] for d in f["diagnostics"]]
        self.assertEqual(sum(d["severity"] == "error" for d in diagnostics), report["summary"]["errors"])

    def test_ndjson_has_one_file_a_line(self):
        lines = out("check", "--format", "ndjson", SAMPLES).splitlines()
        self.assertEqual(len(lines), len(list(SAMPLES.iterdir())))
        whole = json.loads(out("check", "--format", "json", SAMPLES))
        for line, file in zip(lines, whole["files"]):
            entry = json.loads(line)
            self.assertEqual(entry.pop("schema"), "vanthu.check/1")
            self.assertEqual(entry, file)

    def test_no_input_is_still_json(self):
        report = json.loads(out("check", "--format", "json", self.folder))
        CHECK.validate(report)
        self.assertEqual(report["files"], [])

    def test_parse(self):
        one = json.loads(out("parse", FAULTY))
        PARSE.validate(one)
        self.assertEqual((one["type"], one["family"], one["date"], one["stage"]), ("cong-van", "administrative", "2023-03-00", "draft"))
        self.assertEqual(json.loads(out("parse", "--stage", "issued", FAULTY))["stage"], "issued")
        shape = json.loads(out("parse", "--layout", FAULTY))
        LAYOUT.validate(shape)
        self.assertIsNone(shape["layout"])
        several = [json.loads(line) for line in out("parse", SAMPLES).splitlines()]
        self.assertEqual(len(several), len(list(SAMPLES.iterdir())))
        for model in several:
            PARSE.validate(model)
            self.assertEqual(model["family"], "administrative", model["file"])
        self.assertEqual(len(out("parse", "--format", "ndjson", FAULTY).splitlines()), 1)

    def test_places_are_bytes_and_code_points_of_the_file(self):
        text = FAULTLESS.read_text().replace("TT-BGDĐT", "BGDĐT")
        for encode in (lambda t: t.encode(), lambda t: unicodedata.normalize("NFD", t).encode(), lambda t: b"\xef\xbb\xbf" + t.encode(),
                       lambda t: t.replace("\n", "\r\n").encode(), lambda t: b"\xff\xfe" + t.encode("utf-16-le")):
            stored = encode(text)
            path = self.put("a.md", stored)
            report = json.loads(out("check", "--format", "json", "--select", "VD103", path))
            (diagnostic,) = report["files"][0]["diagnostics"]
            start, end = diagnostic["span"]["start"], diagnostic["span"]["end"]
            encoding = "utf-16-le" if stored.startswith(b"\xff\xfe") else "utf-8"
            marked = stored[start["offset"]:end["offset"]].decode(encoding)
            self.assertIn("BGDĐT", unicodedata.normalize("NFC", marked))
            line = stored.decode("utf-16" if encoding == "utf-16-le" else "utf-8-sig").replace("\r\n", "\n").split("\n")[start["line"] - 1]
            self.assertEqual(line[start["column"] - 1:end["column"] - 1], marked)

    def test_real_documents_have_the_same_findings_in_every_form(self):
        corpus = os.environ.get("VANTHU_CORPUS")
        if not corpus:
            self.skipTest("left out: VANTHU_CORPUS names no folder with real documents")
        for seed in sorted(Path(corpus, "seeds").iterdir()):
            text = seed.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            decomposed = unicodedata.normalize("NFD", text)
            forms = {"NFC": (text.encode(), "utf-8"), "NFD": (decomposed.encode(), "utf-8"), "BOM": (b"\xef\xbb\xbf" + text.encode(), "utf-8"),
                     "CRLF": (text.replace("\n", "\r\n").encode(), "utf-8"),
                     "UTF-16LE": (b"\xff\xfe" + text.encode("utf-16-le"), "utf-16-le"), "UTF-16BE": (b"\xfe\xff" + text.encode("utf-16-be"), "utf-16-be"),
                     "NFD, CRLF, UTF-16LE": (b"\xff\xfe" + decomposed.replace("\n", "\r\n").encode("utf-16-le"), "utf-16-le")}
            found = {form: self.findings(stored, encoding) for form, (stored, encoding) in forms.items()}
            self.assertTrue(found["NFC"], seed.name)
            for form, findings in found.items():
                self.assertEqual(findings, found["NFC"], f"{seed.name} as {form}")

    # Code, lines, marked text (NFC, LF) and message of each finding; line and column must lead to the bytes that the offsets give.
    def findings(self, stored, encoding):
        def plain(text):
            return unicodedata.normalize("NFC", text).replace("\r\n", "\n")

        report = json.loads(out("check", "--format", "json", self.put("a.txt", stored)))
        lines = stored.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
        result = []
        for diagnostic in report["files"][0]["diagnostics"]:
            start, end = diagnostic["span"]["start"], diagnostic["span"]["end"]
            marked = plain(stored[start["offset"]:end["offset"]].decode(encoding))
            self.assertTrue(plain(lines[start["line"] - 1][start["column"] - 1:]).startswith(marked.split("\n")[0]), diagnostic)
            result.append((diagnostic["code"], start["line"], end["line"], marked, diagnostic["message"]))
        return result

    def test_real_documents_fit_the_schemas(self):
        corpus = os.environ.get("VANTHU_CORPUS")
        if not corpus:
            self.skipTest("left out: VANTHU_CORPUS names no folder with real documents")
        folders = [folder for folder in (Path(corpus, "seeds"), Path(corpus, "corpus/dev/txt"), Path(corpus, "corpus/negatives")) if folder.is_dir()]
        report = json.loads(out("check", "--format", "json", *folders))
        CHECK.validate(report)
        for line in out("parse", "--format", "ndjson", *folders).splitlines():
            PARSE.validate(json.loads(line))
        for line in out("parse", "--layout", "--format", "ndjson", Path(corpus, "corpus")).splitlines():
            LAYOUT.validate(json.loads(line))


class Configuration(InFolder):
    def codes(self, *arguments, **rest):
        report = json.loads(out("check", "--format", "json", *arguments, cwd=self.folder, **rest))
        return {f["file"]: {d["code"] for d in f.get("diagnostics", ()) if not d["suppressed"]} for f in report["files"]}

    def test_the_nearest_file_holds_for_each_input(self):
        for name in ("a.md", "sub/b.md", "sub/deep/c.md", "-/d.md"):
            self.put(name, FAULTY.read_text())
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\n')
        self.put("sub/vanthu.toml", '[check]\nselect = ["VD"]\nignore = ["VD103"]\n')
        codes = self.codes(".")
        self.assertEqual(codes["a.md"], {"VD103"})
        self.assertEqual(codes["-/d.md"], {"VD103"})
        self.assertTrue(codes["sub/b.md"] and all(c.startswith("VD") and c != "VD103" for c in codes["sub/b.md"]), codes)
        self.assertEqual(codes["sub/deep/c.md"], codes["sub/b.md"])
        self.assertEqual(self.codes("--config", "sub/vanthu.toml", "a.md")["a.md"], codes["sub/b.md"])
        self.assertGreater(len(self.codes("--no-config", "a.md")["a.md"]), 1)
        self.assertEqual(self.codes("--select", "TT", "sub/b.md")["sub/b.md"], self.codes("--no-config", "--select", "TT", "a.md")["a.md"])
        self.assertEqual(self.codes("--stdin-filename", "sub/x.md", "-", stdin=FAULTY.read_bytes())["sub/x.md"], codes["sub/b.md"])

    def test_fail_on_and_command_line(self):
        self.put("a.md", FAULTY.read_text())
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\n[rules.VD103]\nseverity = "info"\nreason = "theo quy chế"\n')
        self.assertEqual(run("check", "a.md", cwd=self.folder).returncode, 0)
        self.assertEqual(run("check", "--fail-on", "info", "a.md", cwd=self.folder).returncode, 1)
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\nfail-on = "info"\n[rules.VD103]\nseverity = "info"\nreason = "theo quy chế"\n')
        self.assertEqual(run("check", "a.md", cwd=self.folder).returncode, 1)
        self.assertEqual(run("check", "--fail-on", "error", "a.md", cwd=self.folder).returncode, 0)
        self.assertEqual(run("check", "--no-config", "a.md", cwd=self.folder).returncode, 1)

    def test_rules_are_shown_and_tried_as_they_are_here(self):
        pack = (SOURCES / "docs/examples/goi-quy-tac-tinh.toml").read_text()
        self.put("goi.toml", pack)
        self.put("vanthu.toml", '[packs]\npaths = ["goi.toml"]\n[rules.VD103]\nenabled = false\nreason = "theo quy chế"\n')
        listed = json.loads(out("rules", "--format", "json", cwd=self.folder))["rules"]
        self.assertIn("CH001", [r["code"] for r in listed])
        self.assertFalse(next(r for r in listed if r["code"] == "VD103")["enabled"])
        self.assertIn("theo quy chế", out("explain", "VD103", cwd=self.folder))
        self.assertNotIn("CH001", out("rules", "--no-config", cwd=self.folder))
        here, shipped = [run("test-rules", *option, cwd=self.folder) for option in ((), ("--no-config",))]
        self.assertEqual((here.returncode, shipped.returncode), (0, 0), here.stderr)
        self.assertNotEqual(here.stderr, shipped.stderr)
        self.put("vanthu.toml", "[rules.VD103]\nx = 1\n")
        for command in (("rules",), ("explain", "VD103"), ("test-rules",)):
            self.assertEqual(run(*command, cwd=self.folder).returncode, 2)

    def test_overrides_by_path_and_type(self):
        decomposed = unicodedata.normalize("NFD", "công văn")
        for name in ("a.md", f"{decomposed}/b.md"):
            self.put(name, FAULTY.read_text())
        self.put("vanthu.toml", """
[check]
select = ["VD103"]

[[overrides]]
paths  = ["công văn/**"]
ignore = ["VD103"]

[[overrides]]
types = ["cong-van"]
[overrides.rules.VD103]
message.vi = "cơ quan dặn: ghi {type} có TT"
message.en = "house rule: write {type} with TT"
""")
        self.assertEqual(self.codes("."), {"a.md": {"VD103"}, f"{decomposed}/b.md": set()})
        self.assertIn("cơ quan dặn: ghi", out("check", "a.md", cwd=self.folder))
        self.put("chi-thi.txt", (SAMPLES / "chi-thi.txt").read_text().replace("TT-B", "B"))
        self.assertNotIn("cơ quan dặn", out("check", "chi-thi.txt", cwd=self.folder))

    def test_excluded_files(self):
        for name in ("a.md", "mau/b.md", "x/c.nhap.md"):
            self.put(name, FAULTLESS.read_text())
        self.put("vanthu.toml", '[check]\nexclude = ["mau/", "*.nhap.md"]\n')
        self.assertEqual(list(self.codes(".")), ["a.md"])
        result = run("check", "mau/b.md", cwd=self.folder)
        self.assertEqual(result.returncode, 0)
        self.assertIn("vanthu.toml:2", result.stderr.decode())
        self.assertEqual(list(self.codes("--no-config", "mau/b.md")), ["mau/b.md"])

    def test_language_of_the_house(self):
        self.put("a.md", FAULTY.read_text())
        self.put("vanthu.toml", '[check]\nlang = "en"\n')
        self.assertEqual(out("check", "a.md", cwd=self.folder), out("check", "--lang", "en", "--no-config", "a.md", cwd=self.folder))
        self.assertEqual(out("check", "--lang", "vi", "a.md", cwd=self.folder), out("check", "--no-config", "a.md", cwd=self.folder))

    def test_nothing_is_checked_with_a_wrong_configuration(self):
        for name in ("a.md", "z/b.md"):
            self.put(name, FAULTY.read_text())
        for toml, words in (("[check]\nselct = []\n", 'có phải là "select"?'), ("[check]\nselect = [\"VD1O3\"]\n", '"VD103"'), ("[check\n", "TOML"),
                            ("extends = \"no.toml\"\n", "z/no.toml"), ("[rules.VD103]\nseverity = \"info\"\n", "reason"),
                            ("[packs]\npaths = [\"no.toml\"]\n", "z/no.toml")):
            self.put("z/vanthu.toml", toml)
            result = run("check", ".", cwd=self.folder)
            self.assertEqual((result.returncode, result.stdout), (2, b""), toml)
            self.assertIn("z/vanthu.toml:", result.stderr.decode())
            self.assertIn("lỗi:", result.stderr.decode())
            self.assertIn(words, result.stderr.decode())
            self.assertIn("error:", err("check", "--lang", "en", ".", cwd=self.folder))
        self.assertEqual(run("check", "a.md", cwd=self.folder).returncode, 1)  # no concern of theirs
        self.assertEqual(run("check", "--no-config", ".", cwd=self.folder).returncode, 1)
        self.assertEqual(run("check", "--config", "missing.toml", "a.md", cwd=self.folder).returncode, 2)
        self.assertEqual(run("check", "--config", "z/vanthu.toml", "--no-config", "a.md", cwd=self.folder).returncode, 2)

    def test_rules_of_ones_own(self):
        self.put("a.md", FAULTLESS.read_text())
        self.put("quy-tac/cua-toi.toml", """
[pack]
name     = "mine"
title.vi = "Của tôi"
title.en = "Mine"

[CH101]
name       = "some-number"
on         = "document"
expect     = 'number == null and symbol == null'
severity   = "warning"
message.vi = 'có số hoặc ký hiệu'
message.en = 'a number or symbol'
""")
        self.put("vanthu.toml", '[packs]\npaths = ["quy-tac/*.toml"]\n')
        self.assertEqual(self.codes("a.md")["a.md"], {"CH101"})
        self.assertEqual(self.codes("--select", "CH101", "a.md")["a.md"], {"CH101"})
        self.assertEqual(run("check", "--select", "CH101", "--no-config", "a.md", cwd=self.folder).returncode, 2)

    def test_show(self):
        self.put("base.toml", '[check]\nstage = "issued"\n[[ignore]]\ncode = "VD103"\npath = "docs/a.md"\nreason = "đã xem"\nuntil = 2099-12-31\n')
        self.put("docs/vanthu.toml", """extends = "../base.toml"
[check]
ignore = ["VH"]
[rules.VD103]
severity = "warning"
reason = "quy chế"
[[overrides]]
types = ["cong-van"]
select = ["VD"]
[[overrides]]
paths = ["b.md"]
ignore = []
""")
        show = ["config", "show", "docs/a.md", "--fail-on", "info"]
        text = out(*show, cwd=self.folder)
        for line in ("# docs/a.md: docs/vanthu.toml ← base.toml", "[rules.VD103]", "# khi loại văn bản là cong-van: docs/vanthu.toml:8", "[[ignore]]"):
            self.assertIn(line + "\n", text)
        for pattern in (r'stage += "issued" +# base.toml:2', r'ignore += \["VH"\] +# docs/vanthu.toml:3', r'fail-on += "info" +# dòng lệnh', r'exclude += \[\] +# mặc định',
                        r'severity += "warning" +# docs/vanthu.toml:5', r'select += \["VD"\] +# docs/vanthu.toml:9', r'until += 2099-12-31 +# base.toml:7'):
            self.assertRegex(text, pattern)
        report = json.loads(out(*show, "--format", "json", cwd=self.folder))
        CONFIG.validate(report)
        values = {(v["section"], v["key"]): (v["value"], v["origin"]) for v in report["values"]}
        self.assertEqual(values["check", "ignore"], (["VH"], {"kind": "file", "file": "docs/vanthu.toml", "line": 3, "column": 1}))
        self.assertEqual(values["check", "fail-on"], ("info", {"kind": "command-line"}))
        self.assertEqual(values["check", "exclude"], ([], {"kind": "default"}))
        self.assertEqual(report["overrides"][0]["when"], {"types": ["cong-van"]})
        self.assertEqual(json.loads(out("config", "show", "docs/b.md", "--format", "json", cwd=self.folder))["ignores"], [])
        self.assertIn("ignore  = []", out("config", "show", "docs/b.md", cwd=self.folder))
        self.assertIn("không có vanthu.toml nào", out("config", "show", cwd=self.folder))
        CONFIG.validate(json.loads(out("config", "show", "--format", "json", cwd=self.folder)))
        self.put("docs/vanthu.toml", "[chek]\n")
        for arguments in (["show", "docs/a.md"], ["shw"], [], ["show", "a", "b"]):
            result = run("config", *arguments, cwd=self.folder)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)

    def test_schema_for_editors(self):
        shipped = (SOURCES / "docs/schema/vanthu.toml.schema.json").read_bytes()
        self.assertEqual(run("schema", "config").stdout, shipped, "made anew by: vanthu schema config >docs/schema/vanthu.toml.schema.json")
        validator = jsonschema.Draft7Validator(json.loads(shipped))
        jsonschema.Draft7Validator.check_schema(json.loads(shipped))
        for good in ({}, {"extends": "../vanthu.toml", "check": {"select": ["VD"], "fail-on": "info"}, "rules": {"VD103": {"severity": "info", "reason": "x"}}},
                     {"overrides": [{"types": ["cong-van"], "rules": {"VD103": {"enabled": True}}}], "ignore": [{"code": ["VD1"], "reason": "x"}]}):
            self.assertEqual(list(validator.iter_errors(good)), [], good)
        for bad in ({"chek": {}}, {"check": {"select": "VD"}}, {"check": {"stage": "final"}}, {"rules": {"VD1": {}}}, {"overrides": [{"select": []}]},
                    {"overrides": [{"types": ["cong-vam"]}]}, {"ignore": [{"code": "VD103"}]}, {"issuer": {"name": ""}}, {"check": {"lang": 1}}):
            self.assertNotEqual(list(validator.iter_errors(bad)), [], bad)
        self.assertEqual(run("schema").returncode, 2)

    def test_the_office(self):
        self.put("vanthu.toml", '[issuer]\nname = "UBND tỉnh Lạng Sơn"\nsymbol = "UBND"\nplace = "Lạng Sơn"\nunits = ["VX"]\n')
        letter = ("ỦY BAN NHÂN DÂN\nTỈNH {province}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
                  "Số: 15/UBND-{unit}\nV/v phòng cháy\n\n{place}, ngày 12 tháng 5 năm 2024\n\nKính gửi: Sở Nội vụ\n")
        self.put("own.txt", letter.format(province="LẠNG SƠN", unit="VX2", place="Lạng Sơn"))
        self.put("faulty.txt", letter.format(province="LẠNG SƠN", unit="XV", place="Cao Bằng"))
        self.put("other.txt", letter.format(province="CAO BẰNG", unit="XV", place="Cao Bằng"))
        codes = {file: {c for c in found if c.startswith("NQ12")} for file, found in self.codes(".").items()}
        self.assertEqual(codes, {"own.txt": set(), "faulty.txt": {"NQ123", "NQ124"}, "other.txt": set()})

    def test_init(self):
        self.put("a.md", FAULTY.read_text())
        before = out("check", "--format", "json", "a.md", cwd=self.folder)
        result = run("init", cwd=self.folder)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        written = (self.folder / "vanthu.toml").read_bytes()
        self.assertEqual(out("check", "--format", "json", "a.md", cwd=self.folder), before)
        self.assertEqual(run("check", "a.md", cwd=self.folder).stderr, run("check", "--no-config", "a.md", cwd=self.folder).stderr)
        again = run("init", cwd=self.folder)
        self.assertEqual(again.returncode, 2)
        self.assertIn("vanthu.toml", again.stderr.decode())
        self.assertEqual((self.folder / "vanthu.toml").read_bytes(), written)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.md", "vanthu.toml"])
        self.assertEqual(run("init", "extra", cwd=self.folder).returncode, 2)

    def test_what_init_writes_can_be_used(self):
        run("init", cwd=self.folder)
        text = (self.folder / "vanthu.toml").read_text()
        keys = [line for line in text.splitlines() if line.startswith("# ") and (" = " in line or line.startswith("# [")) and " / " not in line]
        self.assertGreater(len(keys), 20)
        used = "\n".join(line[2:] if line in keys else line for line in text.splitlines() if not line.startswith("# extends"))
        self.put("vanthu.toml", used)
        self.put("quy-tac/a.toml", '[pack]\nname = "a"\ntitle.vi = "a"\ntitle.en = "a"\n')
        result = run("config", "show", cwd=self.folder)
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def test_init_below_a_configuration_goes_on_with_it(self):
        self.put("vanthu.toml", '[check]\nselect = ["VD103"]\n')
        self.put("sub/a.md", FAULTY.read_text())
        before = out("check", "--format", "json", "sub/a.md", cwd=self.folder)
        self.assertEqual(run("init", cwd=self.folder / "sub").returncode, 0)
        self.assertEqual(out("check", "--format", "json", "sub/a.md", cwd=self.folder), before)
        self.assertIn('\nextends = "../vanthu.toml"\n', (self.folder / "sub/vanthu.toml").read_text())


class Fix(InFolder):
    BEFORE = "Kính gửi: Sở Nội vụ\n\nĐề nghị công nhận chứng chỉ/ chứng nhận. Kịp thời sử lý.\n"
    SAFE = BEFORE.replace("chỉ/ chứng", "chỉ/chứng")
    ALL = SAFE.replace("sử lý", "xử lý")

    def test_in_place(self):
        path = self.put("a.md", self.BEFORE)
        path.chmod(0o640)
        result = run("fix", path)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertEqual(result.stderr.decode(), f"{path}: đã sửa 1 phát hiện; 1 cần xem lại (--unsafe)\n")
        self.assertEqual(path.read_text(), self.SAFE)
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        self.assertEqual(os.listdir(self.folder), ["a.md"])
        before = path.stat()
        self.assertEqual(run("fix", path).returncode, 0)  # nothing is written where nothing changes
        self.assertEqual((path.stat().st_ino, path.stat().st_mtime_ns), (before.st_ino, before.st_mtime_ns))
        self.assertEqual(err("fix", "--lang", "en", "--unsafe", path), f"{path}: 1 fix applied\n")
        self.assertEqual(path.read_text(), self.ALL)

    def test_folders(self):
        for name in ("a.txt", "b/c.md", "b/d.md"):
            self.put(name, self.BEFORE)
        self.put("b/e.odt", self.BEFORE)
        result = run("fix", "--exclude", "d.md", ".", cwd=self.folder)
        self.assertEqual(result.returncode, 0)
        self.assertTrue(result.stderr.decode().endswith("đã sửa 2 phát hiện ở 2 trong 2 tệp\n"), result.stderr.decode())
        self.assertEqual([(self.folder / name).read_text() for name in ("a.txt", "b/c.md", "b/d.md", "b/e.odt")],
                         [self.SAFE, self.SAFE, self.BEFORE, self.BEFORE])

    def test_standard_input_goes_to_standard_output(self):
        result = run("fix", "--unsafe", "-", stdin=self.BEFORE.encode())
        self.assertEqual((result.returncode, result.stdout.decode()), (0, self.ALL))
        self.assertEqual(run("fix", "-", stdin=b"\0").returncode, 3)
        self.assertEqual(run("fix", "-", stdin=b"\0").stdout, b"")
        faultless = FAULTLESS.read_bytes()
        self.assertEqual(run("fix", "--stdin-filename", "a.md", "-", stdin=faultless).stdout, faultless)

    def test_another_file(self):
        path, other = self.put("a.txt", self.BEFORE), self.folder / "b.txt"
        self.assertEqual(run("fix", "-o", other, path).returncode, 0)
        self.assertEqual((path.read_text(), other.read_text()), (self.BEFORE, self.SAFE))
        self.assertEqual(out("fix", "-o", "-", path), self.SAFE)
        self.assertEqual(run("fix", "-o", other, path, self.put("c.txt", "c")).returncode, 2)
        self.assertEqual(run("fix", "-o", self.folder / "no" / "b.txt", path).returncode, 3)

    def test_links_are_followed(self):
        path = self.put("folder/a.txt", self.BEFORE)
        link = self.folder / "link.txt"
        link.symlink_to("folder/a.txt")
        self.assertEqual(run("fix", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(path.read_text(), self.SAFE)

    def test_files_that_cannot_be_written(self):
        path, other = self.put("a.txt", self.BEFORE), self.put("b.txt", self.BEFORE)
        path.chmod(0o444)
        result = run("fix", path, other)
        self.assertEqual(result.returncode, 3)
        self.assertIn("a.txt: tệp chỉ cho đọc", result.stderr.decode())
        self.assertEqual((path.read_text(), other.read_text()), (self.BEFORE, self.SAFE))
        self.assertEqual(run("fix", self.folder / "missing.txt").returncode, 3)

    def patched(self, *names):
        for tool in (["patch", "-s", "-p0", "--binary"], ["git", "apply", "-p0", "--whitespace=nowarn"]):
            with tempfile.TemporaryDirectory() as folder:
                for name in names:
                    target = Path(folder, name)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes((self.folder / name).read_bytes())
                result = run("fix", "--unsafe", "--diff", ".", cwd=folder)
                self.assertEqual(result.returncode, 1, result.stderr.decode())
                tool_result = subprocess.run(tool, input=result.stdout, cwd=folder, capture_output=True)
                self.assertEqual(tool_result.returncode, 0, f"{tool}: {tool_result.stdout} {tool_result.stderr}\n{result.stdout.decode(errors='replace')}")
                patched = {name: Path(folder, name).read_bytes() for name in names}
                for name in names:
                    Path(folder, name).write_bytes((self.folder / name).read_bytes())
                run("fix", "--unsafe", ".", cwd=folder)
                self.assertEqual(patched, {name: Path(folder, name).read_bytes() for name in names}, tool)
                self.assertNotEqual(patched[names[0]], (self.folder / names[0]).read_bytes())

    def test_patches(self):
        path = self.put("a.txt", self.BEFORE)
        result = run("fix", "--diff", "a.txt", cwd=self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout.decode(), """--- a.txt
+++ a.txt
@@ -1,3 +1,3 @@
 Kính gửi: Sở Nội vụ
 
-Đề nghị công nhận chứng chỉ/ chứng nhận. Kịp thời sử lý.
+Đề nghị công nhận chứng chỉ/chứng nhận. Kịp thời sử lý.
""")
        self.assertEqual(path.read_text(), self.BEFORE)
        self.assertEqual(run("fix", "--diff", FAULTLESS).returncode, 0)
        self.put("b c/đ.md", self.BEFORE.rstrip("\n"))
        self.put("b c/crlf.md", self.BEFORE.replace("\n", "\r\n"))
        self.put("far.txt", ("Kịp thời sử lý.\n" + "Dòng này đúng.\n\n" * 20) * 3)
        self.put("near.txt", ("Kịp thời sử lý.\n" + "Dòng này đúng.\n\n" * 2) * 3)
        self.put("nfd.txt", unicodedata.normalize("NFD", self.BEFORE))
        self.put("faulty.md", FAULTY.read_bytes())
        self.patched("a.txt", "b c/đ.md", "b c/crlf.md", "far.txt", "near.txt", "nfd.txt", "faulty.md")

    def test_real_documents_as_patches(self):
        corpus = os.environ.get("VANTHU_CORPUS")
        if not corpus:
            self.skipTest("left out: VANTHU_CORPUS names no folder with real documents")
        names = []
        for seed in sorted(Path(corpus, "seeds").iterdir()):
            if seed.suffix in (".txt", ".md") and run("fix", "--unsafe", "--diff", seed).returncode == 1:
                self.put(seed.name, seed.read_bytes())
                names.append(seed.name)
        self.patched(*names)

    def test_json(self):
        path = self.put("a.txt", self.BEFORE)
        report = json.loads(out("fix", "--format", "json", path, self.folder / "missing.txt"))
        FIX.validate(report)
        self.assertEqual(report["summary"], {"files": 2, "changed": 1, "applied": 1, "refused": 0, "need_a_look": 1, "unreadable": 1})
        (applied,) = report["files"][0]["applied"]
        self.assertEqual((applied["code"], applied["safety"], applied["at"]["line"]), ("CT201", "safe", 3))
        lines = out("fix", "--format", "ndjson", FAULTLESS, self.folder / "missing.txt").splitlines()
        for line in lines:
            FIX.validate({"schema": "vanthu.fix/1", "version": "", "files": [json.loads(line)], "summary": report["summary"]})
        self.assertEqual(len(lines), 2)
        self.assertEqual(run("fix", "--format", "json", "--diff", path).returncode, 2)
        self.assertEqual(run("fix", "--format", "json", "-", stdin=b"a").returncode, 2)

    def test_what_may_stay_is_not_fixed(self):
        comment = "<!-- vanthu: bỏ qua CT201: tên riêng -->\n"
        path = self.put("a.md", self.BEFORE.replace("Đề nghị", comment + "Đề nghị"))
        self.assertEqual(run("fix", "--unsafe", path).returncode, 0)
        self.assertEqual(path.read_text(), self.BEFORE.replace("Đề nghị", comment + "Đề nghị").replace("sử lý", "xử lý"))
        path, sidecar = self.put("b.md", self.BEFORE), self.put("b.md.vanthu.toml", '[[ignore]]\ncode = "CT1"\nreason = "trích"\n')
        run("fix", "--unsafe", path)
        self.assertEqual(path.read_text(), self.SAFE)
        # A wrong sidecar might have meant to protect it.
        self.put("b.md", self.BEFORE)
        sidecar.write_text("[[ignore]]\nreason = \"trích\"\n")
        self.assertEqual(run("fix", "--unsafe", path).returncode, 3)
        self.assertEqual(path.read_text(), self.BEFORE)

    def test_the_configuration_holds(self):
        path = self.put("a.md", self.BEFORE)
        self.put("vanthu.toml", '[check]\nignore = ["CT201"]\n')
        self.assertEqual(run("fix", "--unsafe", "a.md", cwd=self.folder).returncode, 0)
        self.assertEqual(path.read_text(), self.BEFORE.replace("sử lý", "xử lý"))
        self.put("vanthu.toml", "[check]\nignroe = []\n")
        self.assertEqual(run("fix", "a.md", cwd=self.folder).returncode, 2)
        self.assertEqual(run("fix", "--no-config", "a.md", cwd=self.folder).returncode, 0)
        self.assertEqual(path.read_text(), self.ALL)

    def test_quiet_and_select(self):
        path = self.put("a.txt", self.BEFORE)
        self.assertEqual(err("fix", "-q", "--select", "CT1", path), "")
        self.assertEqual(path.read_text(), self.BEFORE)
        self.assertEqual(run("fix", "--select", "XX999", path).returncode, 2)


class Readme(unittest.TestCase):
    def test_its_output_is_what_the_program_prints(self):
        for name in ("README.md", "README.vi.md"):
            block = (SOURCES / name).read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
            command, shown = block.split("\n", 1)
            self.assertTrue(command.startswith("$ vanthu "))
            self.assertEqual(shown.strip(), out(*command.split()[2:], cwd=SOURCES, COLUMNS="100").strip(), name)


class Rules(InFolder):
    def test_catalogue(self):
        catalogue = json.loads(out("rules", "--format", "json"))
        RULES.validate(catalogue)
        codes = [r["code"] for r in catalogue["rules"]]
        self.assertEqual(codes, sorted(codes))
        self.assertIn("VD103", codes)
        text = out("rules")
        self.assertEqual([line[:5] for line in text.splitlines()], codes)
        for language, title in (("vi", "## VD: Viện dẫn"), ("en", "## VD: Citations")):
            markdown = out("rules", "--format", "md", "--lang", language).splitlines()
            self.assertEqual([line[4:9] for line in markdown if line.startswith("### ")], codes)
            self.assertIn(title, markdown)

    def test_explain(self):
        for name in ("VD103", "vd103", "missing-type-symbol"):
            text = out("explain", name)
            for part in ("VD103", "missing-type-symbol", "căn cứ:", "sai:", "đúng:"):
                self.assertIn(part, text)
        self.assertIn("basis:", out("explain", "VD103", "--lang", "en"))

    def test_every_rule_can_be_explained(self):
        for rule in json.loads(out("rules", "--format", "json"))["rules"]:
            self.assertEqual(run("explain", rule["code"]).returncode, 0, rule["code"])

    def test_examples(self):
        self.assertEqual(run("test-rules").returncode, 0, out("test-rules") + err("test-rules"))
        pack = self.put("mine.toml", """
[pack]
name     = "mine"
title.vi = "Của tôi"
title.en = "Mine"

[CH901]
name       = "my-phrase"
phrases    = [{ wrong = "văn bản nêu trên kia", right = "văn bản nêu trên" }]
severity   = "info"
message.vi = 'cụm từ "{found}"'
message.en = 'the phrase "{found}"'
fix        = { safety = "review" }

[[CH901.examples]]
bad  = "Theo văn bản nêu trên kia, các đơn vị thực hiện."
good = "Theo văn bản nêu trên, các đơn vị thực hiện."
""")
        self.assertEqual(run("test-rules", pack).returncode, 0, out("test-rules", pack) + err("test-rules", pack))
        broken = self.put("broken.toml", pack.read_text().replace('bad  = "Theo văn bản nêu trên kia', 'bad  = "Theo văn bản'))
        self.assertEqual(run("test-rules", broken).returncode, 2)
        wrong = self.put("wrong.toml", pack.read_text().replace("severity", "sevrity"))
        result = run("test-rules", wrong)
        self.assertEqual(result.returncode, 2)
        self.assertIn("wrong.toml:", result.stderr.decode())
        self.assertEqual(run("test-rules", self.folder / "missing.toml").returncode, 3)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
