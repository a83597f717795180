#!/usr/bin/env python3
"""many_files_test.py VANTHU SOURCES: folders, lists, threads, signals."""
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
TEXTS = [p.read_bytes() for p in sorted((SOURCES / "samples").iterdir())]


def run(*arguments, stdin=None, cwd=None):
    return subprocess.run([VANTHU, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, timeout=300,
                          env={k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS")})


def start(*arguments, cwd, **pipes):
    return subprocess.Popen([VANTHU, *map(str, arguments)], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **pipes)


class InFolder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)

    def put(self, *names, content=b"\n".join(TEXTS)[:400]):
        for name in names:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def files(self, *arguments, stdin=None):
        """Names in the order of the report."""
        result = run("check", "--format", "json", *arguments, cwd=self.folder, stdin=stdin)
        self.assertIn(result.returncode, (0, 1, 3), result.stderr.decode())
        return [f["file"] for f in json.loads(result.stdout)["files"]]


class Order(InFolder):
    def test_the_same_bytes_whatever_the_threads(self):
        for i in range(600):
            # One in a hundred takes long, so that others are done before it.
            self.put(f"{i % 7}/{i:04}.{'md' if i % 2 else 'txt'}", content=TEXTS[i % len(TEXTS)] * (200 if i % 100 == 0 else 1))
        self.put("3/empty.txt", content=b"")
        for command in (["check"], ["check", "--format", "json"], ["check", "--format", "ndjson"], ["parse"]):
            results = [run(*command, "--jobs", jobs, ".", cwd=self.folder) for jobs in (1, 2, 8)]
            for result in results[1:]:
                self.assertEqual(result.returncode, 3)
                self.assertEqual(result.stdout == results[0].stdout, True, command)
                self.assertEqual(result.stderr, results[0].stderr)

    def test_five_thousand_files(self):
        for i in range(5000):
            self.put(f"{i % 3}/{i:05}.txt", content="Nội dung.\n")
        names = self.files("--jobs", 4)
        self.assertEqual(names, sorted(f"{i % 3}/{i:05}.txt" for i in range(5000)))

    def test_wrong_numbers_of_threads(self):
        for jobs in ("0", "-1", "many", "2x", "1000", ""):
            self.assertEqual(run("check", f"--jobs={jobs}", ".", cwd=self.folder).returncode, 2, jobs)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
