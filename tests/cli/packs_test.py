#!/usr/bin/env python3
"""packs_test.py VANTHU SOURCES: packs as their authors meet them: mistakes, the worked example, the schema for editors."""
import datetime
import json
import re
import sys
import tomllib
import unittest

import jsonschema

from cli_test import SOURCES, InFolder, err, out, run

EXAMPLE = SOURCES / "docs/examples/goi-quy-tac-tinh.toml"
PLANTED = sorted((SOURCES / "tests/cli/planted").glob("*.toml"))
SHIPPED = sorted((SOURCES / "rules").rglob("*.toml"))
PACK = jsonschema.Draft7Validator(json.loads((SOURCES / "docs/schema/pack.schema.json").read_text(encoding="utf-8")))


def as_json(value):
    """TOML has dates, JSON has not: editors check them as text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def expected(path):
    """`#! message` behind a line: an error there, with this message."""
    line, marks = 0, []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text.startswith("#! "):
            marks.append((line, text[3:]))
        else:
            line = number
    return sorted(marks)


def reported(path, language):
    result = run("test-rules", path, "--lang", language)
    text = (result.stdout + result.stderr).decode()
    word = {"vi": "lỗi", "en": "error"}[language]
    found = re.findall(rf"^{re.escape(str(path))}:(\d+)(?::\d+)?: {word}: (.*)$", text, re.MULTILINE)
    return result.returncode, sorted((int(line), message) for line, message in found), text


class PlantedMistakes(unittest.TestCase):
    def test_each_is_reported_at_its_line_with_its_message(self):
        self.assertGreaterEqual(len(PLANTED), 30)
        for path in PLANTED:
            with self.subTest(path.name):
                status, found, text = reported(path, "en")
                self.assertEqual(found, expected(path), text)
                self.assertTrue(found)
                self.assertEqual(status, 2)
                lines = path.read_text(encoding="utf-8").splitlines()
                for line, message in found:
                    if "example" not in message:
                        self.assertIn(f"error: {message}\n  {lines[line - 1]}\n", text)

    def test_in_vietnamese_too(self):
        for path in PLANTED:
            with self.subTest(path.name):
                status, found, text = reported(path, "vi")
                self.assertEqual([line for line, _ in found], [line for line, _ in expected(path)], text)
                self.assertFalse({message for _, message in found} & {message for _, message in expected(path)}, text)


class WorkedExample(InFolder):
    def test_ten_rules_of_all_forms_and_two_changes(self):
        pack = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
        rules = {code: rule for code, rule in pack.items() if re.fullmatch("[A-Z]{2}[0-9]{3}", code)}
        self.assertEqual(len(rules), 10)
        self.assertEqual(len(pack["rules"]), 2)
        for form in ("on", "check", "phrases"):
            self.assertTrue(any(form in rule for rule in rules.values()), form)
        self.assertTrue(all(rule.get("examples") for rule in rules.values()))

    def test_its_examples_hold(self):
        result = run("test-rules", EXAMPLE)
        self.assertEqual(result.returncode, 0, (result.stdout + result.stderr).decode())
        self.assertNotIn(b" 0 ", result.stderr.split(b",")[0])

    def test_used_by_the_other_commands(self):
        letter = SOURCES / "samples/cong-van.md"
        check = ["check", "--select", "VD103", "--format", "json", letter]
        before, after = (json.loads(out(*check, *more))["files"][0]["diagnostics"] for more in ([], ["--pack", EXAMPLE]))
        self.assertEqual([d["span"] for d in before], [d["span"] for d in after])
        self.assertEqual({(d["severity"], d["message"].endswith("chưa có ký hiệu loại văn bản")) for d in after}, {("warning", True)})
        self.assertEqual({d["severity"] for d in before}, {"error"})
        rules = {rule["code"]: rule for rule in json.loads(out("rules", "--pack", EXAMPLE, "--format", "json"))["rules"]}
        self.assertEqual(rules["VD103"]["severity"], "warning")
        self.assertEqual(rules["VD103"]["changes"][0]["file"], str(EXAMPLE))
        self.assertEqual(rules["CH006"]["fires"]["options"], {"component": "addressees", "minimum": 3})
        jsonschema.Draft202012Validator(json.loads((SOURCES / "docs/schema/vanthu.rules-1.schema.json").read_text(encoding="utf-8"))).validate(
            json.loads(out("rules", "--pack", EXAMPLE, "--format", "json")))
        text = out("explain", "VD103", "--pack", EXAMPLE)
        self.assertIn("đã thay đổi: ", text)
        self.assertIn("sửa dần đến hết năm", text)
        self.assertIn("gói: tinh-an-phuoc", out("explain", "CH002", "--pack", EXAMPLE))
        self.assertEqual(run("rules", "--pack", self.folder / "none.toml").returncode, 3)
        self.assertEqual(run("check", "--pack", PLANTED[0], letter).returncode, 2)

    def test_the_page_shows_what_the_pack_says(self):
        page = (SOURCES / "docs/writing-a-pack.md").read_text(encoding="utf-8")
        pack = EXAMPLE.read_text(encoding="utf-8")
        blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
        self.assertTrue(blocks)
        for block in blocks:
            self.assertIn(block, pack)


class ShippedPacks(InFolder):
    def test_a_shipped_file_takes_the_place_of_what_is_built_in(self):
        for path in SHIPPED:
            result = run("test-rules", path)
            self.assertEqual(result.returncode, 0, path.name + (result.stdout + result.stderr).decode())


class Schema(unittest.TestCase):
    def test_it_is_what_the_program_prints(self):
        self.assertEqual((SOURCES / "docs/schema/pack.schema.json").read_text(encoding="utf-8"), out("schema", "pack"),
                         "vanthu schema pack >docs/schema/pack.schema.json")
        jsonschema.Draft7Validator.check_schema(PACK.schema)

    def test_packs_that_are_right_fit(self):
        for path in [*SHIPPED, EXAMPLE]:
            problems = [f"{'.'.join(map(str, e.absolute_path))}: {e.message}" for e in PACK.iter_errors(as_json(tomllib.loads(path.read_text(encoding="utf-8"))))]
            self.assertEqual(problems, [], path.name)

    def test_planted_mistakes_of_shape_do_not(self):
        refused = 0
        for path in PLANTED:
            text = path.read_text(encoding="utf-8")
            try:
                fits = PACK.is_valid(as_json(tomllib.loads(text)))
            except tomllib.TOMLDecodeError:
                continue
            self.assertEqual("# schema: refuses" in text, not fits, path.name)
            refused += not fits
        self.assertGreaterEqual(refused, 20)

    def test_wrong_usage(self):
        for arguments in (["schema"], ["schema", "pck"], ["schema", "pack", "more"]):
            self.assertEqual(run(*arguments).returncode, 2)
            self.assertIn("vanthu schema pack" if len(arguments) < 3 else "more", err(*arguments))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
