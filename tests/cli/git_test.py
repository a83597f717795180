#!/usr/bin/env python3
"""git_test.py VANTHU SOURCES: what a pipeline does on a git repository of 200 documents."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
FAULTY = (SOURCES / "samples/cong-van.md").read_text(encoding="utf-8")
FAULTLESS = (SOURCES / "samples/cong-van-dung.md").read_text(encoding="utf-8")
FOLDERS = ("Sở Giáo dục", "Sở Nội vụ", "công văn đến/2025", "công văn đi")
PLAIN = {k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS") and not k.startswith("GIT_")}


def run(*arguments, cwd, env=None):
    return subprocess.run([VANTHU, *map(str, arguments)], capture_output=True, cwd=cwd, env={**PLAIN, **(env or {})}, timeout=300)


class InRepository(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def git(self, *arguments):
        settings = ("-c", "user.name=A", "-c", "user.email=a@example.invalid", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *settings, *arguments], cwd=self.folder, check=True, capture_output=True, env=PLAIN).stdout.decode()

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def check(self, *arguments, cwd=".", **rest):
        return run("check", *arguments, cwd=self.folder / cwd, **rest)

    def files(self, *arguments, cwd="."):
        result = self.check("--format", "json", *arguments, cwd=cwd)
        self.assertIn(result.returncode, (0, 1), result.stderr.decode())
        return [f["file"] for f in json.loads(result.stdout)["files"]]


class TwoHundredDocuments(InRepository):
    def setUp(self):
        super().setUp()
        self.git("init", "-q")
        for i in range(200):
            self.put(f"{FOLDERS[i % 4]}/văn bản {i:03}.md", (FAULTY if i % 5 == 0 else FAULTLESS).replace("31/3/2023", f"{1 + i % 28}/3/2023"))
        self.git("add", ".")
        self.git("commit", "-qm", "một")

    def test_a_pipeline(self):
        first = self.check()
        self.assertEqual(first.returncode, 1)
        self.assertEqual(first.stdout.decode().count(": error["), 40 * 3)
        self.assertEqual(run("baseline", cwd=self.folder).returncode, 0)
        use = ("--baseline", "vanthu-baseline.ndjson")
        self.assertEqual((self.check(*use).returncode, self.check(*use).stdout), (0, b""))

        # A branch: one document mended, one new, one with one fault more, one that only grew.
        self.git("add", ".")
        self.git("commit", "-qm", "mốc")
        self.git("switch", "-qc", "nhánh")
        mended, worse, grown = (f"{FOLDERS[i % 4]}/văn bản {i:03}.md" for i in (0, 5, 10))
        self.put(mended, FAULTLESS)
        self.put(worse, (self.folder / worse).read_text(encoding="utf-8").replace("3. Báo cáo", "3. Bổ xung, báo cáo"))
        self.put(grown, (self.folder / grown).read_text(encoding="utf-8").replace("2. Kịp thời", "Các đơn vị chủ động phối hợp.\n\n2. Kịp thời"))
        self.put("công văn đi/mới.md", FAULTLESS.replace("xử lý", "sử lý"))
        self.git("add", ".")
        self.git("commit", "-qm", "hai")
        # Meanwhile main moves on: that is not the branch's doing.
        self.git("switch", "-q", "main")
        self.put("Sở Nội vụ/văn bản 001.md", FAULTY)
        self.git("commit", "-qam", "ba")
        self.git("switch", "-q", "nhánh")

        changed = sorted([mended, worse, grown, "công văn đi/mới.md"])
        self.assertEqual(self.files("--since", "main"), changed)
        names = {form: f"báo cáo.{form}" for form in ("sarif", "github", "gitlab", "junit", "html", "rdjson", "checkstyle")}
        outputs = [x for form, name in names.items() for x in ("--output", f"{form}:{name}")]
        runs = []
        for jobs in (1, 2):
            result = self.check("--since", "main", *use, *outputs, "--statistics", "--jobs", jobs)
            self.assertEqual(result.returncode, 1)
            runs.append((result.stdout, result.stderr, [(self.folder / name).read_bytes() for name in names.values()]))
        self.assertTrue(runs[0] == runs[1], "two runs say the same, byte for byte")
        self.assertIn("8 phát hiện có từ trước không nêu lại; 4 phát hiện có từ trước đã hết", runs[0][1].decode())

        annotations = (self.folder / names["github"]).read_text(encoding="utf-8").splitlines()
        self.assertEqual([a.split(",")[0] + " " + a.split("title=")[1].split("::")[0] for a in annotations],
                         [f"::error file={worse} CT101 misspelling", "::error file=công văn đi/mới.md CT101 misspelling"])
        sarif = json.loads((self.folder / names["sarif"]).read_text(encoding="utf-8"))["runs"][0]
        self.assertEqual([(r["ruleId"], r["baselineState"]) for r in sarif["results"]], [("CT101", "new")] * 2)
        self.assertEqual(len(sarif["artifacts"]), 4)
        self.assertEqual(len(json.loads((self.folder / names["gitlab"]).read_text(encoding="utf-8"))), 2)

        self.assertEqual(self.check(*use, "--prune-baseline").returncode, 1)
        known = (self.folder / "vanthu-baseline.ndjson").read_text(encoding="utf-8")
        self.assertEqual((known.count("\n"), mended in known), (1 + 39 * 4, False))
        self.assertEqual(self.git("diff", "--numstat", "vanthu-baseline.ndjson").split()[:2], ["0", "4"])


class Chosen(InRepository):
    def setUp(self):
        super().setUp()
        self.git("init", "-q")
        self.put("a.md", FAULTLESS)
        self.put("thư mục/b c.md", FAULTLESS)
        self.put("ghi chú.rst", "x\n")
        self.git("add", ".")
        self.git("commit", "-qm", "một")

    def test_nothing_changed(self):
        for how in (("--changed",), ("--staged",), ("--since", "HEAD")):
            result = self.check(*how)
            self.assertEqual((result.returncode, result.stdout), (0, b""), how)

    def test_changed_with_untracked(self):
        self.put("thư mục/b c.md", FAULTY)
        self.put("mới \"đ\".md", FAULTLESS)
        self.put("bỏ qua.md", FAULTLESS)
        self.put(".gitignore", "bỏ qua.md\n")
        self.put("ghi chú.rst", "y\n")
        os.remove(self.folder / "a.md")
        self.assertEqual(self.files("--changed"), ['mới "đ".md', "thư mục/b c.md"])
        self.assertEqual(self.files("--since", "HEAD"), ['mới "đ".md', "thư mục/b c.md"])
        self.assertEqual(self.files("--changed", "thư mục"), ["thư mục/b c.md"])
        self.assertEqual(self.files("--changed", cwd="thư mục"), ["b c.md"])
        self.assertEqual(self.files("--changed", "..", cwd="thư mục"), ['../mới "đ".md', "b c.md"])
        self.assertEqual(self.files("--changed", "--exclude", "*/b c.md"), ['mới "đ".md'])
        self.put("vanthu.toml", '[check]\nexclude = ["mới*"]\n')
        result = self.check("--changed")
        self.assertNotIn("mới", result.stderr.decode(), "nobody named it")

    def test_the_staged_content_is_judged(self):
        self.put("a.md", FAULTY)
        self.git("add", "a.md")
        self.put("a.md", FAULTLESS)
        self.put("thư mục/b c.md", FAULTY)
        result = self.check("--staged")
        self.assertEqual((result.returncode, result.stdout.decode().count("a.md:"), "b c.md" in result.stdout.decode()), (1, 4, False))
        self.assertEqual(self.check("--changed", "a.md").returncode, 0)
        self.git("add", "a.md", "thư mục")
        self.put("thư mục/b c.md", FAULTLESS)
        self.assertEqual(self.check("--staged", cwd="thư mục").stdout.decode().count("b c.md:"), 4)
        os.remove(self.folder / "thư mục/b c.md")
        self.assertEqual(self.check("--staged").stdout.decode().count("b c.md:"), 4, "gone from the work tree, still to be committed")

    def test_staged_as_it_would_be_checked_out(self):
        self.put(".gitattributes", "*.md text eol=crlf\n")
        self.put("a.md", FAULTY.replace("\n", "\r\n"))
        self.git("add", ".")
        staged = json.loads(self.check("--staged", "--format", "json").stdout)["files"]
        whole = json.loads(self.check("--format", "json", "a.md").stdout)["files"]
        self.assertEqual(staged, whole)

    def test_a_hook_with_its_own_index(self):
        self.put("a.md", FAULTY)
        index = self.folder / ".git/another"
        env = {"GIT_INDEX_FILE": str(index)}
        subprocess.run(["git", "read-tree", "HEAD"], cwd=self.folder, env={**PLAIN, **env}, check=True)
        subprocess.run(["git", "add", "a.md"], cwd=self.folder, env={**PLAIN, **env}, check=True)
        self.assertEqual(self.check("--staged", env=env).returncode, 1)
        self.assertEqual(self.check("--staged").returncode, 0)

    def test_links_and_renames(self):
        os.symlink("a.md", self.folder / "link.md")
        self.git("mv", "a.md", "đổi tên.md")
        self.git("add", ".")
        self.assertEqual(self.files("--staged"), ["đổi tên.md"])

    def test_a_sidecar_counts(self):
        self.put("a.md.vanthu.toml", '[[ignore]]\ncode = "CT101"\nreason = "trích"\n')
        self.assertEqual(self.files("--changed"), ["a.md", "a.md.vanthu.toml"])

    def test_unused_suppressions_are_not_judged_by_a_part(self):
        self.put("vanthu.toml", '[[ignore]]\ncode = "CT101"\nreason = "trích"\n')
        self.put("a.md", FAULTLESS + "\n")
        self.assertIn("BQ101", self.check().stdout.decode())
        self.assertNotIn("BQ101", self.check("--changed").stdout.decode())

    def test_before_the_first_commit(self):
        (self.folder / "mới").mkdir()
        subprocess.run(["git", "init", "-q", self.folder / "mới"], check=True, env=PLAIN)
        self.put("mới/x.md", FAULTY)
        self.assertEqual(self.files("--changed", cwd="mới"), ["x.md"])
        self.assertEqual(self.check("--staged", cwd="mới").stdout, b"")
        subprocess.run(["git", "add", "."], cwd=self.folder / "mới", check=True, env=PLAIN)
        self.assertEqual(self.check("--staged", cwd="mới").returncode, 1)
        self.assertEqual(self.check("--since", "main", cwd="mới").returncode, 2)

    def test_what_goes_wrong_is_told(self):
        def wrong(*arguments, **rest):
            result = self.check(*arguments, **rest)
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            return result.stderr.decode()
        for rev in ("không-có", "-x", "--output=x", "HEAD~9", "a.md"):
            self.assertTrue(wrong(f"--since={rev}").startswith(f"vanthu: --since {rev}: kho git này không có bản nào gọi như vậy"), rev)
        self.assertFalse((self.folder / "x").exists())
        self.assertIn("git", wrong("--changed", env={"PATH": ""}))
        self.assertIn("không đi cùng nhau", wrong("--changed", "--staged"))
        self.assertIn("--files-from", wrong("--changed", "--files-from", "x"))
        self.assertIn("dữ liệu vào", wrong("--staged", "-"))
        with tempfile.TemporaryDirectory() as elsewhere:
            result = run("check", "--changed", cwd=elsewhere, env={"GIT_CEILING_DIRECTORIES": str(Path(elsewhere).parent)})
            self.assertEqual(result.returncode, 2)
            self.assertIn("vanthu: không hỏi được git về thư mục này (fatal: not a git repository", result.stderr.decode())
        self.git("checkout", "-q", "--orphan", "riêng")
        self.git("commit", "-qm", "khác")
        self.assertIn("không có bản gốc chung", wrong("--since", "main"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
