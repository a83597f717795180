#!/usr/bin/env python3
"""reports_test.py VANTHU SOURCES: every format of `vanthu check`, what it says of places, and where it goes."""
import base64
import hashlib
import html.parser
import json
import os
import re
import subprocess
import sys
import unicodedata
import unittest
import urllib.parse
import xml.etree.ElementTree
from pathlib import Path

try:
    import jsonschema
except ImportError:
    sys.exit("needs python3-jsonschema")

sys.path.insert(0, str(Path(__file__).parent))
from documents import LETTER  # noqa: E402
from in_folder import InFolder  # noqa: E402

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
FAULTY = (SOURCES / "samples/cong-van.md").read_text(encoding="utf-8")
FAULTLESS = (SOURCES / "samples/cong-van-dung.md").read_text(encoding="utf-8")
FORMATS = ("text", "json", "ndjson", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")
HOSTILE = 'a,b:c%<&>"\'é\t.txt'

LINE = "Các đơn vị \U0001F600 kịp thời sử lý các hồ sơ của người dân theo Thông tư số 11/2022/BGDĐT ngày 26/7/2022 của Bộ Giáo dục và Đào tạo."


def with_line(line):
    """The sample with this line in its body, the twentieth."""
    lines = FAULTLESS.split("\n")
    return "\n".join(lines[:19] + [line, ""] + lines[19:])


def run(*arguments, cwd=None, stdin=None):
    keep = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS")}
    return subprocess.run([VANTHU, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, env=keep, timeout=120)


def schema(name):
    with open(SOURCES / "docs/schema" / name, encoding="utf-8") as file:
        return jsonschema.Draft202012Validator(json.load(file))


CHECK, BASELINE = schema("vanthu.check-1.schema.json"), schema("vanthu.baseline-1.schema.json")

# From the published description: docs.gitlab.com/ci/testing/code_quality, "Code Quality report format".
GITLAB = jsonschema.Draft202012Validator({
    "type": "array", "items": {
        "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1}, "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"type": "object", "required": ["path", "lines"], "properties": {
                "path": {"type": "string", "pattern": "^(?!\\./)"},
                "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}})

# reviewdog's proto/rdf: DiagnosticResult as JSON.
RD_POSITION = {"type": "object", "required": ["line"], "additionalProperties": False,
               "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}}
RD_RANGE = {"type": "object", "required": ["start"], "additionalProperties": False, "properties": {"start": RD_POSITION, "end": RD_POSITION}}
RDJSON = jsonschema.Draft202012Validator({
    "type": "object", "required": ["diagnostics"], "additionalProperties": False, "properties": {
        "source": {"type": "object", "required": ["name"]}, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "diagnostics": {"type": "array", "items": {
            "type": "object", "required": ["message", "location"], "additionalProperties": False, "properties": {
                "message": {"type": "string", "minLength": 1}, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "location": {"type": "object", "required": ["path"], "additionalProperties": False,
                             "properties": {"path": {"type": "string"}, "range": RD_RANGE}},
                "code": {"type": "object", "required": ["value"]},
                "suggestions": {"type": "array", "items": {"type": "object", "required": ["range", "text"], "additionalProperties": False,
                                                           "properties": {"range": RD_RANGE, "text": {"type": "string"}}}}}}}}})

COMMAND = re.compile(r"^::(error|warning|notice) file=([^,:]*)(?:,line=(\d+),endLine=(\d+)(?:,col=(\d+),endColumn=(\d+))?)?,title=([^,:]*)::(.*)$")


def unescaped(text):
    return urllib.parse.unquote(text)


class Page(html.parser.HTMLParser):
    """Elements of a page, its text, and everything that could load or run something."""
    VOID = {"meta", "br"}

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.wrong, self.text, self.ids, self.targets, self.style = [], [], [], "", set(), set(), ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attributes:
            if name in ("src", "style", "action", "data", "srcset") or name.startswith("on") or (name == "href" and not value.startswith("#")):
                self.wrong.append((tag, name, value))
            if name == "id":
                self.wrong += [(tag, "id twice", value)] if value in self.ids else []
                self.ids.add(value)
            if name == "href":
                self.targets.add(value[1:])
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            self.wrong.append((tag, attributes))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(("unbalanced", tag))

    def handle_data(self, data):
        if "style" in self.open:
            self.style += data
        else:
            self.text += data


class WithReports(InFolder):
    def check(self, *arguments):
        return run("check", *arguments, cwd=self.folder)

    def report(self, form, *arguments):
        return self.check("--format", form, *arguments).stdout.decode()

    def sarif(self, *arguments):
        return json.loads(self.report("sarif", *arguments))["runs"][0]


class EveryFormat(WithReports):
    def test_hostile_names_and_texts(self):
        self.put(HOSTILE, FAULTY.replace("Kịp thời sử lý", "Kịp thời ]]> <script>alert(1)</script> {0} [x](y) % & \u200b sử lý"))
        self.put("empty.txt", "")
        self.put("thư mục/đơn vị.docx", LETTER)
        for form in FORMATS:
            with self.subTest(form):
                text = self.report(form)
                if form == "json":
                    CHECK.validate(json.loads(text))
                elif form == "ndjson":
                    self.assertEqual(len([json.loads(line) for line in text.splitlines()]), 3)
                elif form == "sarif":
                    run_ = json.loads(text)["runs"][0]
                    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run_["results"]}
                    self.assertEqual({urllib.parse.unquote(u) for u in uris}, {HOSTILE, "thư mục/đơn vị.docx"})
                    for uri in uris:
                        self.assertRegex(uri, r"^[A-Za-z0-9._~/%-]+$")
                elif form == "github":
                    for line in text.splitlines():
                        self.assertRegex(line, COMMAND)
                    self.assertEqual({unescaped(COMMAND.match(line)[2]) for line in text.splitlines()}, {HOSTILE, "empty.txt", "thư mục/đơn vị.docx"})
                elif form == "gitlab":
                    issues = json.loads(text)
                    GITLAB.validate(issues)
                    self.assertEqual(len({i["fingerprint"] for i in issues}), len(issues))
                elif form in ("junit", "checkstyle"):
                    root = xml.etree.ElementTree.fromstring(text)
                    self.assertIn(HOSTILE, [e.get("name") for e in root])
                elif form == "rdjson":
                    RDJSON.validate(json.loads(text))
                elif form == "html":
                    page = Page(text)
                    self.assertEqual((page.wrong, page.open), ([], []))
                    self.assertLessEqual(page.targets, page.ids)
                    self.assertIn("<script>alert(1)</script>", page.text)

    def test_the_same_bytes_whatever_the_threads(self):
        for i in range(40):
            self.put(f"{i % 3}/{i}.md", FAULTY * (20 if i % 13 == 0 else 1))
        self.put("0/empty.txt", "")
        for form in FORMATS:
            first, *others = [self.check("--format", form, "--jobs", jobs, "--statistics").stdout for jobs in (1, 2, 8)]
            for other in others:
                self.assertTrue(first == other, form)

    def test_nothing_found(self):
        self.put("a.md", FAULTLESS)
        for form in FORMATS:
            with self.subTest(form):
                result = self.check("--format", form)
                self.assertEqual(result.returncode, 0)
                if form in ("text", "github"):
                    self.assertEqual(result.stdout, b"")
                if form == "gitlab":
                    self.assertEqual(json.loads(result.stdout), [])
                if form == "rdjson":
                    self.assertEqual(json.loads(result.stdout)["diagnostics"], [])
                if form == "junit":
                    self.assertEqual(xml.etree.ElementTree.fromstring(result.stdout).find("testsuite").get("failures"), "0")

    def test_suppressed_findings_are_left_out_or_marked(self):
        self.put("a.md", with_line("\n<!-- vanthu: bỏ qua CT101: trích nguyên văn -->\nCác đơn vị kịp thời sử lý hồ sơ.\n"))
        self.assertEqual(self.report("github", "--select", "CT101"), "")
        self.assertEqual(json.loads(self.report("gitlab", "--select", "CT101")), [])
        self.assertEqual(json.loads(self.report("rdjson", "--select", "CT101"))["diagnostics"], [])
        self.assertNotIn("<error", self.report("checkstyle", "--select", "CT101"))
        self.assertIn('<skipped message="trích nguyên văn"/>', self.report("junit", "--select", "CT101"))
        self.assertIn("trích nguyên văn", Page(self.report("html", "--select", "CT101")).text)
        suppression, = self.sarif("--select", "CT101")["results"][0]["suppressions"]
        self.assertEqual((suppression["kind"], suppression["justification"]), ("inSource", "trích nguyên văn"))
        self.put("a.md", with_line("Các đơn vị kịp thời sử lý hồ sơ."))
        self.put("a.md.vanthu.toml", '[[ignore]]\ncode = "CT101"\nreason = "bản chụp"\n')
        self.assertEqual(self.sarif("--select", "CT101")["results"][0]["suppressions"][0]["kind"], "external")

    def test_severities_and_the_threshold(self):
        self.put("a.md", FAULTY)
        suite = xml.etree.ElementTree.fromstring(self.report("junit")).find("testsuite")
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("4", "3"))
        suite = xml.etree.ElementTree.fromstring(self.report("junit", "--fail-on", "warning")).find("testsuite")
        self.assertEqual(suite.get("failures"), "4")
        self.assertEqual(sorted(i["severity"] for i in json.loads(self.report("gitlab"))), ["major"] * 3 + ["minor"])
        self.assertEqual(sorted(COMMAND.match(line)[1] for line in self.report("github").splitlines()), ["error"] * 3 + ["warning"])


class Places(WithReports):
    """The finding at "sử lý" in every unit, the line stored in every way."""

    def stored(self):
        for form in ("NFC", "NFD"):
            line = unicodedata.normalize(form, LINE)
            for end in ("\n", "\r\n"):
                text = unicodedata.normalize(form, with_line(LINE)).replace("\n", end)
                name = form.lower()
                yield f"{name} {end!r}", line, text.encode(), text, 0
                yield f"{name} {end!r} bom", line, b"\xef\xbb\xbf" + text.encode(), text, 3
                yield f"{name} {end!r} utf-16", line, b"\xff\xfe" + text.encode("utf-16-le"), text, 2

    def test_every_unit(self):
        for name, line, stored, text, bom in self.stored():
            with self.subTest(name):
                self.put("a.txt", stored)
                wrong = unicodedata.normalize("NFD", "sử lý") if name.startswith("nfd") else "sử lý"
                points, points_end = line.index(wrong) + 1, line.index(wrong) + len(wrong) + 1
                utf8 = len(line[:points - 1].encode()) + 1
                result, = [r for r in self.sarif("--select", "CT101")["results"]]
                physical = result["locations"][0]["physicalLocation"]
                region, context = physical["region"], physical["contextRegion"]
                self.assertEqual((region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]), (20, points, 20, points_end))
                self.assertEqual(text[region["charOffset"]:region["charOffset"] + region["charLength"]], wrong)
                self.assertEqual(stored[region["byteOffset"]:region["byteOffset"] + region["byteLength"]],
                                 wrong.encode("utf-16-le" if bom == 2 else "utf-8"))
                self.assertEqual(region["snippet"]["text"], wrong)
                self.assertEqual((context["startColumn"], context["snippet"]["text"]), (1, line))
                at = json.loads(self.report("rdjson", "--select", "CT101"))["diagnostics"][0]["location"]["range"]
                self.assertEqual(at, {"start": {"line": 20, "column": utf8}, "end": {"line": 20, "column": utf8 + len(wrong.encode())}})
                self.assertEqual(COMMAND.match(self.report("github", "--select", "CT101").rstrip("\n")).groups()[2:6],
                                 ("20", "20", str(points), str(points_end)))
                positions = json.loads(self.report("gitlab", "--select", "CT101"))[0]["location"]["positions"]
                self.assertEqual(positions["begin"], {"line": 20, "column": points})
                error = xml.etree.ElementTree.fromstring(self.report("checkstyle", "--select", "CT101")).find("file/error")
                self.assertEqual((error.get("line"), error.get("column")), ("20", str(points)))

    def test_fixes_applied_by_their_regions_mend_the_file(self):
        for name, line, stored, text, bom in self.stored():
            with self.subTest(name):
                self.put("a.txt", stored)
                fix = self.sarif("--select", "VD103")["results"][0]["fixes"][0]
                replacement, = fix["artifactChanges"][0]["replacements"]
                region, inserted = replacement["deletedRegion"], replacement["insertedContent"]["text"]
                at, end = region["byteOffset"], region["byteOffset"] + region["byteLength"]
                encoding = "utf-16-le" if bom == 2 else "utf-8"
                mended = (stored[:at] + inserted.encode(encoding) + stored[end:])[bom:].decode(encoding)
                self.assertIn("11/2022/TT-BGD", mended)
                lines = text.split("\r\n" if "\r\n" in text else "\n")
                suggestion, = json.loads(self.report("rdjson", "--select", "VD103"))["diagnostics"][0]["suggestions"]
                start, stop = (suggestion["range"][k]["column"] - 1 for k in ("start", "end"))
                row = lines[suggestion["range"]["start"]["line"] - 1].encode()
                lines[suggestion["range"]["start"]["line"] - 1] = (row[:start] + suggestion["text"].encode() + row[stop:]).decode()
                self.assertEqual(("\r\n" if "\r\n" in text else "\n").join(lines), mended)

    def test_places_of_a_word_document(self):
        self.put("a.docx", LETTER)
        only = ("--select", "VD103", "a.docx")
        region = self.sarif(*only)["results"][0]["locations"][0]
        self.assertEqual((region["physicalLocation"]["region"]["startLine"], region["physicalLocation"]["region"]["startColumn"]), (9, 23))
        self.assertNotIn("byteOffset", region["physicalLocation"]["region"])
        self.assertNotIn("charOffset", region["physicalLocation"]["region"])
        self.assertEqual(region["logicalLocations"][0]["name"], "đoạn 9, ký tự 23")
        self.assertEqual(region["logicalLocations"][0]["fullyQualifiedName"], "paragraph/9/character/22")
        self.assertNotIn("fixes", self.sarif(*only)["results"][0])
        line = self.report("github", *only)
        self.assertTrue(line.startswith("::error file=a.docx,title=VD103 missing-type-symbol::đoạn 9, ký tự 23: "), line)
        self.assertTrue(json.loads(self.report("gitlab", *only))[0]["description"].startswith("VD103: đoạn 9, ký tự 23: "))
        at = json.loads(self.report("rdjson", *only))["diagnostics"][0]
        self.assertEqual((at["location"], "suggestions" in at), ({"path": "a.docx"}, False))
        self.assertTrue(at["message"].startswith("đoạn 9, ký tự 23: "))
        self.assertIn('message="đoạn 9, ký tự 23: ', self.report("checkstyle", *only))
        self.assertIn('name="VD103 missing-type-symbol (đoạn 9, ký tự 23)" classname="a.docx">', self.report("junit", *only))
        self.assertIn("đoạn 9, ký tự 23", Page(self.report("html", *only)).text)


class Sarif(WithReports):
    def test_rules_tell_everything(self):
        self.put("a.md", FAULTY)
        run_ = self.sarif()
        driver = run_["tool"]["driver"]
        rules = driver["rules"]
        self.assertEqual([r["id"] for r in rules], sorted(r["id"] for r in rules))
        for result in run_["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            self.assertRegex(result["partialFingerprints"]["vanthuContext/v1"], "^[0-9a-f]{16}$")
        for rule in rules:
            for key in ("shortDescription", "fullDescription", "help"):
                self.assertTrue(rule[key]["text"], rule["id"])
            self.assertTrue(rule["help"]["markdown"].startswith(f"### {rule['id']} {rule['name']}"))
            self.assertNotIn("helpUri", rule)
            for relation in rule.get("relationships", []):
                target = relation["target"]
                component = run_["taxonomies"][target["toolComponent"]["index"]]
                self.assertEqual(component["name"], target["toolComponent"]["name"])
                self.assertEqual(component["taxa"][target["index"]]["id"], target["id"])
        self.assertEqual([t["name"] for t in driver["supportedTaxonomies"]], [t["name"] for t in run_["taxonomies"]])
        self.assertEqual((run_["columnKind"], run_["language"]), ("unicodeCodePoints", "vi"))
        self.assertEqual(self.sarif("--lang", "en")["language"], "en")

    def test_what_was_not_judged_is_a_notification(self):
        self.put("a.md", FAULTY)
        self.put("b.txt", "")
        self.put("c.md", FAULTY)
        self.put("c.md.vanthu.toml", "sai\n")
        invocation, = self.sarif()["invocations"]
        self.assertEqual((invocation["exitCode"], invocation["executionSuccessful"]), (3, False))
        told = invocation["toolExecutionNotifications"]
        unread = [n for n in told if n["descriptor"]["id"] == "unread"]
        self.assertEqual([n["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for n in unread], ["b.txt"])
        self.assertEqual([n["properties"]["kind"] for n in invocation["toolConfigurationNotifications"]], ["bad-sidecar"])
        codes = [n["associatedRule"]["id"] for n in told if n["descriptor"]["id"] == "not-evaluated"]
        layout = [f["rules"]["not_evaluated"] for f in json.loads(self.report("json", "a.md"))["files"]]
        self.assertEqual(len(codes), layout[0])
        self.assertIn("KT101", codes)

    def test_paths_are_relative_where_they_can_be(self):
        self.put("in/a.md", FAULTY)
        self.put("out/b.md", FAULTY)

        def locations(*paths):
            result = run("check", "--format", "sarif", "--select", "CT101", *paths, cwd=self.folder / "in")
            return [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in json.loads(result.stdout)["runs"][0]["results"]]
        inside = {"uri": "a.md", "uriBaseId": "%SRCROOT%"}
        self.assertEqual(locations("./a.md"), [inside])
        self.assertEqual(locations(self.folder / "in/a.md"), [inside])
        self.assertEqual(locations("../out/b.md"), [{"uri": (self.folder / "out/b.md").as_uri()}])

    def test_rules_of_another_folder_come_behind(self):
        self.put("a.md", FAULTY)
        self.put("own/a.md", "Ban tổ chức hội diễn.\n")
        self.put("own/rules.toml", (SOURCES / "docs/examples/goi-quy-tac-tinh.toml").read_text(encoding="utf-8"))
        self.put("own/vanthu.toml", '[packs]\npaths = ["rules.toml"]\n')
        rules = [r["id"] for r in self.sarif()["tool"]["driver"]["rules"]]
        self.assertTrue(any(r.startswith("CH") for r in rules))
        self.assertEqual(len(rules), len(set(rules)))


class Html(WithReports):
    def test_a_page_that_needs_nothing(self):
        self.put("a.md", FAULTY)
        text = self.report("html")
        page = Page(text)
        policy = [a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"][0]
        digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
        self.assertIn(f"style-src 'sha256-{digest}'", policy)
        self.assertIn("default-src 'none'", policy)
        self.assertNotRegex(page.style, r"url\(|@import")
        self.assertEqual(page.tags[0][1]["lang"], "vi")
        self.assertIn("3 lỗi cần sửa trước khi ký", page.text)
        self.assertEqual(sum(1 for t, a in page.tags if t == "mark"), 4)
        self.assertIn("Theo loại văn bản", page.text)

    def test_long_paragraphs_are_cut_around_marks(self):
        self.put("a.txt", with_line("đơn vị " * 30000 + "kịp thời sử lý hồ sơ " + "đơn vị " * 30000))
        text = self.report("html", "--select", "CT101")
        self.assertLess(len(text), 12000)
        self.assertIn('<mark class="error">sử lý</mark>', text)


class Outputs(WithReports):
    def test_several_at_once(self):
        self.put("a.md", FAULTY)
        result = self.check("--output", "sarif:out/x.sarif", "a.md")
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertIn("không có thư mục này", result.stderr.decode())
        (self.folder / "out").mkdir()
        names = {form: f"out/a:b.{form}" for form in FORMATS}
        result = self.check("a.md", *[x for form, name in names.items() for x in ("--output", f"{form}:{name}")])
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout.decode(), self.report("text", "a.md"))
        for form, name in names.items():
            self.assertEqual((self.folder / name).read_text(encoding="utf-8"), self.report(form, "a.md"), form)
        self.assertEqual(sorted(os.listdir(self.folder / "out")), sorted(Path(n).name for n in names.values()))

    def test_standard_output(self):
        self.put("a.md", FAULTY)
        self.assertEqual(self.check("--output", "github:-", "a.md").stdout.decode(), self.report("github", "a.md"))
        for wrong in (("--format", "json", "--output", "github:-"), ("--output", "json:-", "--output", "github:-"),
                      ("--output", "sarif"), ("--output", "sarif:"), ("--output", "sarrif:x"), ("--output", "json:x", "--output", "sarif:x"), ("--format", "xml")):
            result = self.check(*wrong, "a.md")
            self.assertEqual((result.returncode, result.stdout), (2, b""), wrong)
        self.assertIn('"sarif"?', self.check("--output", "sarrif:x").stderr.decode())
        self.assertEqual(os.listdir(self.folder), ["a.md"])

    def test_what_cannot_be_written_is_told(self):
        self.put("a.md", FAULTY)
        result = self.check("--output", "json:/dev/full", "a.md")
        self.assertEqual(result.returncode, 2)
        self.assertIn("/dev/full", result.stderr.decode())

    def test_wrong_configuration_leaves_no_files(self):
        self.put("a.md", FAULTY)
        self.put("vanthu.toml", "sai\n")
        self.assertEqual(self.check("--output", "json:x.json").returncode, 2)
        self.assertEqual(sorted(os.listdir(self.folder)), ["a.md", "vanthu.toml"])


class Statistics(WithReports):
    def test_by_rule_folder_and_type(self):
        self.put("a/1.md", FAULTY)
        self.put("a/2.md", FAULTY)
        self.put("b/3.txt", FAULTLESS)
        report = json.loads(self.report("json", "--statistics"))
        CHECK.validate(report)
        statistics = report["statistics"]
        self.assertEqual([(r["code"], r["findings"], r["files"]) for r in statistics["rules"]],
                         [("CT101", 2, 2), ("TT215", 2, 2), ("VD103", 2, 2), ("VD301", 2, 2)])
        self.assertEqual(statistics["folders"], [{"folder": "a", "files": 2, "errors": 6, "warnings": 2, "infos": 0},
                                                 {"folder": "b", "files": 1, "errors": 0, "warnings": 0, "infos": 0}])
        self.assertEqual([t["type"] for t in statistics["types"]], ["cong-van"])
        self.assertNotIn("statistics", json.loads(self.report("json")))
        text = self.report("text", "--statistics")
        self.assertIn("CT101            2    2  misspelling\n", text)
        self.assertNotIn(" \n", text.split("\nquy tắc")[1])
        self.assertRegex(text, r"\ncong-van +3 +6 +2 +0  Công văn\n")
        result = self.check("--format", "ndjson", "--statistics")
        self.assertEqual(len(result.stdout.splitlines()), 3)
        self.assertIn("CT101", result.stderr.decode())


class Baseline(WithReports):
    def test_only_what_is_new(self):
        self.put("a/1.md", FAULTY)
        self.put("b/2.md", FAULTY)
        result = run("baseline", cwd=self.folder)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertEqual(result.stderr.decode(), "đã ghi 8 phát hiện của 2 tệp vào vanthu-baseline.ndjson\n")
        lines = [json.loads(line) for line in (self.folder / "vanthu-baseline.ndjson").read_text(encoding="utf-8").splitlines()]
        for line in lines:
            BASELINE.validate(line)
        self.assertEqual(lines[1:], sorted(lines[1:], key=lambda f: (f["file"], f["code"])))
        use = ("--baseline", "vanthu-baseline.ndjson")
        result = self.check(*use)
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn("8 phát hiện có từ trước không nêu lại; 0 phát hiện có từ trước đã hết\n", result.stderr.decode())
        # One mended, one new, a line put in front.
        self.put("a/1.md", "Một đoạn mới được đưa lên đầu.\n\n" + FAULTY.replace("Kịp thời sử lý", "Kịp thời xử lý") + "\nCần bổ xung hồ sơ.\n")
        report = json.loads(self.report("json", *use))
        CHECK.validate(report)
        found = [(d["code"], d["span"]["start"]["line"]) for f in report["files"] for d in f["diagnostics"] if d["code"].startswith(("CT1", "VD"))]
        self.assertEqual([code for code, _ in found], ["CT101"])
        self.assertEqual(report["summary"]["baseline"], {"remaining": 7, "gone": 1})
        self.assertEqual({r["baselineState"] for r in self.sarif(*use)["results"]}, {"new"})
        self.assertIn("7 phát hiện đã có", Page(self.report("html", *use)).text)

    def test_pruning_takes_out_and_never_adds(self):
        self.put("a.md", FAULTY)
        self.put("b.md", FAULTY)
        run("baseline", "-o", "known", cwd=self.folder)
        before = (self.folder / "known").read_text(encoding="utf-8").splitlines()
        self.put("a.md", FAULTY.replace("sử lý", "xử lý") + "\nCần bổ xung hồ sơ.\n")
        result = self.check("--baseline", "known", "--prune-baseline", "--select", "VD", "a.md")
        self.assertEqual((self.folder / "known").read_text(encoding="utf-8").splitlines(), before, "that rule did not judge")
        self.assertEqual(result.returncode, 0)
        self.check("--baseline", "known", "--prune-baseline", "a.md")
        self.assertEqual((self.folder / "known").read_text(encoding="utf-8").splitlines(),
                         [line for line in before if not ('"a.md"' in line and "CT101" in line)])
        os.remove(self.folder / "b.md")
        self.check("--baseline", "known", "--prune-baseline", "a.md")
        self.assertNotIn('"b.md"', (self.folder / "known").read_text(encoding="utf-8"))

    def test_a_file_that_moved_is_known_again(self):
        self.put("a.md", FAULTY)
        run("baseline", "-o", "known", cwd=self.folder)
        (self.folder / "new").mkdir()
        os.rename(self.folder / "a.md", self.folder / "new/b.md")
        result = self.check("--baseline", "known", "--prune-baseline")
        self.assertEqual((result.returncode, result.stdout), (0, b""))
        self.assertIn("4 phát hiện có từ trước không nêu lại; 0", result.stderr.decode())
        self.assertIn('"file": "new/b.md"', (self.folder / "known").read_text(encoding="utf-8"))
        self.assertEqual(self.check("--baseline", "known").returncode, 0)
        self.put("c.md", FAULTY)
        self.assertEqual(self.check("--baseline", "known").returncode, 1, "a copy is new")

    def test_named_by_the_configuration(self):
        self.put("x/a.md", FAULTY)
        self.put("vanthu.toml", '[check]\nbaseline = "known.ndjson"\n')
        result = self.check()
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertIn("known.ndjson: không có tệp này", result.stderr.decode())
        self.assertEqual(run("baseline", cwd=self.folder).returncode, 0)
        self.assertEqual(self.check().returncode, 0)
        self.assertEqual(run("check", "a.md", cwd=self.folder / "x").returncode, 0)
        self.assertEqual(run("check", "a.md", "--no-config", cwd=self.folder / "x").returncode, 1)
        self.assertEqual(run("config", "show", cwd=self.folder).stdout.decode().count("baseline"), 1)

    def test_broken_ones_are_told_with_their_line(self):
        self.put("a.md", FAULTY)
        head = '{"schema": "vanthu.baseline/1"}\n'
        entry = '{"file": "a.md", "code": "VD103", "fingerprint": "0123456789abcdef", "text": "x"}\n'
        for content, line in (("", 1), ("{}\n", 1), ('{"schema": "vanthu.baseline/2"}\n', 1), (head + "<<<<<<< HEAD\n", 2), (head + entry + "[1]\n", 3),
                              (head + entry.replace("VD103", "") + entry, 2), (head + entry.replace("0123", "012"), 2), (head + entry.replace("0123", "012g"), 2),
                              (head + entry.replace('"file": "a.md", ', ""), 2), (head + "\xff\n", 2), (head + "[" * 100000, 2), (head + '{"file": 1}\n', 2)):
            self.put("known", content.encode("latin-1"))
            result = self.check("--baseline", "known")
            self.assertEqual((result.returncode, result.stdout), (2, b""), content[:80])
            self.assertTrue(result.stderr.decode().startswith(f"known:{line}: "), result.stderr)
        self.put("known", (head + entry).replace("\n", "\r\n"))
        self.assertEqual(self.check("--baseline", "known").returncode, 1)
        self.assertIn("--prune-baseline", self.check("--prune-baseline").stderr.decode())


@unittest.skipUnless(os.environ.get("VANTHU_SARIF_SCHEMA"), "left out: VANTHU_SARIF_SCHEMA names no schema of SARIF (./dev test-editors has it)")
class SarifSchema(WithReports):
    def test_every_kind_of_result_fits(self):
        validator = jsonschema.Draft4Validator(json.loads(Path(os.environ["VANTHU_SARIF_SCHEMA"]).read_text(encoding="utf-8")))
        self.put("a.md", FAULTY)
        self.put("b.docx", LETTER)
        self.put("empty.txt", "")
        self.put("c.md", with_line("\n<!-- vanthu: bỏ qua CT101: trích -->\nCác đơn vị sử lý hồ sơ.\n\nCác đơn vị sử lý hồ sơ, sử lý công văn.\n"))
        self.put(HOSTILE, FAULTY)
        run("baseline", "-o", "known", "a.md", cwd=self.folder)
        for more in ((), ("--lang", "en"), ("--baseline", "known"), ("a.md",)):
            report = json.loads(self.report("sarif", *more))
            self.assertEqual([e.message for e in validator.iter_errors(report)], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
