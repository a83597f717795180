#!/usr/bin/env python3
"""package_test.py DEB SOURCES: the Debian package, and what is ready-made for pipelines, each run as its users run it."""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

DEB, SOURCES = Path(sys.argv[1]), Path(sys.argv[2])
GOOD = (SOURCES / "samples/chi-thi.txt").read_bytes()
FAULTY = (SOURCES / "samples/cong-van.md").read_bytes()


def run(*command, cwd=None, env=None):
    return subprocess.run([str(c) for c in command], cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL)


class Unpacked(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        subprocess.run(["dpkg-deb", "-x", DEB, cls.root], check=True)
        cls.share = cls.root / "usr/share"
        cls.vanthu = cls.root / "usr/bin/vanthu"
        cls.path = {**os.environ, "PATH": f"{cls.vanthu.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()


class Package(Unpacked):
    def test_depends_on_what_it_loads_late(self):
        depends = run("dpkg-deb", "-f", DEB, "Depends").stdout
        for name in ("libzip4", "libicu72", "libfmt9", "libre2-9"):
            self.assertIn(name, depends)

    def test_runs_without_the_sources(self):
        said = run(self.vanthu, "check", "--lang", "en", "--no-config", SOURCES / "samples/cong-van.md", cwd="/", env={"PATH": "/usr/bin:/bin"})
        self.assertEqual(said.returncode, 1, said.stderr)
        self.assertIn("error[VD103]", said.stdout)
        self.assertIn("30/2020", run(self.vanthu, "registry", "find", "cong tac van thu", env={"PATH": "/usr/bin:/bin"}).stdout)

    def test_says_where_its_data_are_from(self):
        documentation = self.share / "doc/vanthu"
        for name in ("copyright", "copyright.register", "README.md", "docs/rules/VD103.md", "docs/schema/vanthu.check-1.schema.json", "rules/citations.toml"):
            self.assertTrue((documentation / name).is_file(), name)


class Pages(Unpacked):
    def commands(self):
        said = run(self.vanthu, "--help", "--lang", "en").stdout
        return re.findall(r"^  ([a-z][a-z-]+) {2,}\S", said.split("Commands:")[1], re.MULTILINE)

    def options(self, command):
        said = run(self.vanthu, command, "--help", "--lang", "en").stdout
        return set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", said, re.MULTILINE))

    def test_manual_has_every_option_and_no_warning(self):
        for path in ("man/man1/vanthu.1.gz", "man/vi/man1/vanthu.1.gz"):
            page = gzip.decompress((self.share / path).read_bytes()).decode()
            for command in self.commands():
                self.assertIn(f".SH VANTHU {command.upper()}\n", page)
                for option in self.options(command):
                    self.assertIn(option.replace("-", "\\-"), page)
            said = run("man", "--warnings", "-l", self.share / path, env={**self.path, "MANWIDTH": "100"})
            self.assertEqual((said.returncode, said.stderr), (0, ""))
            self.assertIn("--stdin-filename", said.stdout)

    def complete(self, *words):
        script = f"""source '{self.share}/bash-completion/completions/vanthu'
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _vanthu; printf '%s\\n' "${{COMPREPLY[@]}}" """
        return run("bash", "-c", script, "_", "vanthu", *words).stdout.split()

    def test_bash(self):
        self.assertLessEqual(set(self.commands()), set(self.complete("")))
        for command in self.commands():
            self.assertLessEqual(self.options(command), set(self.complete(command, "--")), command)
        self.assertEqual(self.complete("check", "--fail-on", ""), ["error", "warning", "info"])
        self.assertEqual(self.complete("explain", "VD103"), ["VD103"])
        self.assertEqual(self.complete("--lang", "vi", "che"), ["check"])
        self.assertEqual(self.complete("registry", "f"), ["find"])

    def test_zsh_and_fish(self):
        zsh, fish = self.share / "zsh/vendor-completions/_vanthu", self.share / "fish/vendor_completions.d/vanthu.fish"
        self.assertEqual(run("zsh", "-n", zsh).returncode, 0)
        asked = run("fish", "-c", f"source {fish}; complete -C 'vanthu check --fail-on '; complete -C 'vanthu explain VD103'", env=self.path).stdout
        self.assertEqual({line.split("\t")[0] for line in asked.splitlines()}, {"error", "warning", "info", "VD103"})
        text = zsh.read_text("utf-8")
        for command in self.commands():
            self.assertIn(f"    {command})", text)
            for option in self.options(command):
                self.assertIn(option, text)

    def test_a_page_for_each_rule_and_none_is_stale(self):
        said = run("python3", SOURCES / "tools/rule_pages.py", self.vanthu, SOURCES / "docs/rules", "--check")
        self.assertEqual((said.returncode, said.stderr), (0, ""))


class Repository(Unpacked):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.repository = Path(self.work.name)
        self.env = {**self.path, "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": self.work.name}
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Nguyễn Văn A")
        self.git("config", "user.email", "a@example.invalid")
        self.write("chỉ thị.txt", GOOD)
        self.git("add", ".")
        self.git("commit", "-qm", "đầu")

    def tearDown(self):
        self.work.cleanup()

    def git(self, *words):
        said = run("git", *words, cwd=self.repository, env=self.env)
        self.assertEqual(said.returncode, 0, said.stderr)
        return said.stdout

    def write(self, name, data):
        (self.repository / name).write_bytes(data)

    def test_hook_judges_what_is_staged(self):
        hook = self.repository / ".git/hooks/pre-commit"
        hook.write_bytes((SOURCES / "packaging/pre-commit").read_bytes())
        hook.chmod(0o755)
        self.write("công văn.md", FAULTY)
        self.git("add", ".")
        refused = run("git", "commit", "-qm", "sai", cwd=self.repository, env=self.env)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("VD103", refused.stdout + refused.stderr)
        self.write("công văn.md", GOOD)  # right in the folder, still wrong in the index
        self.assertNotEqual(run("git", "commit", "-qm", "sai", cwd=self.repository, env=self.env).returncode, 0)
        self.git("add", ".")
        self.git("commit", "-qm", "đúng")

    def test_hooks_for_the_framework(self):
        self.write("công văn.md", FAULTY)
        hooks = (SOURCES / ".pre-commit-hooks.yaml").read_text("utf-8")
        entries = dict(zip(re.findall(r"^- id: (.+)$", hooks, re.MULTILINE), re.findall(r"^  entry: (.+)$", hooks, re.MULTILINE)))
        self.assertEqual(run(*entries["vanthu"].split(), "công văn.md", cwd=self.repository, env=self.env).returncode, 1)
        self.assertEqual(run(*entries["vanthu"].split(), "chỉ thị.txt", cwd=self.repository, env=self.env).returncode, 0)
        self.assertEqual(run(*entries["vanthu-fix"].split(), "công văn.md", cwd=self.repository, env=self.env).returncode, 0)

    def test_action(self):
        inputs = re.findall(r"^  ([a-z-]+):\n    description", (SOURCES / "action.yml").read_text("utf-8"), re.MULTILINE)
        passed = re.findall(r"^    - \$\{\{ inputs\.([a-z-]+) \}\}$", (SOURCES / "action.yml").read_text("utf-8"), re.MULTILINE)
        self.assertEqual(inputs, passed)
        self.write("công văn.md", FAULTY)
        self.git("add", ".")
        self.git("commit", "-qm", "thêm")
        action = SOURCES / "packaging/action.sh"
        said = run(action, "chỉ thị.txt\ncông văn.md\n", "HEAD~1", "", "error", "out.sarif", "out.html", cwd=self.repository, env=self.env)
        self.assertEqual(said.returncode, 1, said.stderr)
        self.assertIn("::error file=công văn.md,line=20,", said.stdout)
        self.assertEqual(json.loads((self.repository / "out.sarif").read_text("utf-8"))["version"], "2.1.0")
        self.assertIn("VD103", (self.repository / "out.html").read_text("utf-8"))
        self.assertEqual(run(action, ".", "HEAD", "", "error", "", "", cwd=self.repository, env=self.env).returncode, 0)

    def test_gitlab_template(self):
        self.write("công văn.md", FAULTY)
        template = (SOURCES / "templates/vanthu.yml").read_text("utf-8")
        script = re.search(r"^  script:\n    - (.+)$", template, re.MULTILINE)[1]
        script = script.replace("$[[ inputs.fail-on ]]", "error").replace("$[[ inputs.paths ]]", ".")
        self.assertNotIn("$[[", script)
        self.assertEqual(run("bash", "-c", script, cwd=self.repository, env=self.env).returncode, 1)
        for name in re.findall(r"[\w-]+\.(?:json|xml|html)", template.split("artifacts:")[1]):
            self.assertTrue((self.repository / name).is_file(), name)
        found = json.loads((self.repository / "gl-code-quality-report.json").read_text("utf-8"))
        self.assertIn("VD103-missing-type-symbol", {entry["check_name"] for entry in found})
        self.assertTrue(ElementTree.parse(self.repository / "vanthu-junit.xml").getroot().findall(".//failure"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
