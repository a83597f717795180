#!/usr/bin/env python3
"""many_files_test.py VANTHU SOURCES: folders, lists, threads, signals."""
import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import unittest
from pathlib import Path

VANTHU, SOURCES = sys.argv[1], Path(sys.argv[2])
TEXTS = [p.read_bytes() for p in sorted((SOURCES / "samples").iterdir())]
FAULTY = (SOURCES / "samples/cong-van.md").read_bytes()


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

    def test_the_same_alone_as_among_others(self):
        """Small documents are taken together: none has anything of another."""
        contents = [*TEXTS, b"", b"\xff\xfe\x00", TEXTS[0] * 40]
        for i in range(60):
            self.put(f"{i:02}.txt", content=contents[i % len(contents)])
        together = run("check", "--format", "ndjson", ".", cwd=self.folder)
        self.assertEqual(together.returncode, 3)
        alone = [run("check", "--format", "ndjson", f"{i:02}.txt", cwd=self.folder).stdout for i in range(60)]
        self.assertEqual(together.stdout.splitlines(), [line for out in alone for line in out.splitlines()])

    def test_five_thousand_files(self):
        for i in range(5000):
            self.put(f"{i % 3}/{i:05}.txt", content="Nội dung.\n")
        names = self.files("--jobs", 4)
        self.assertEqual(names, sorted(f"{i % 3}/{i:05}.txt" for i in range(5000)))

    def test_wrong_numbers_of_threads(self):
        for jobs in ("0", "-1", "many", "2x", "1000", ""):
            self.assertEqual(run("check", f"--jobs={jobs}", ".", cwd=self.folder).returncode, 2, jobs)


class Folders(InFolder):
    def test_gitignore(self):
        """What each .gitignore of a tree leaves out: nested ones, those above the folder that is named, repositories inside."""
        self.put(".git/info/exclude", content="rieng.md\n")
        self.put(".gitignore", content="/nhap/\n*.tmp.md\n!giu.tmp.md\n")
        self.put("a/.gitignore", content="*.md\n!b.md\n/c/d.txt\n")
        self.put("k/.git/HEAD", content="ref: x\n")
        self.put("k/.gitignore", content="cu.md\n")
        kept = ["a/b.md", "a/c/b.md", "a/c/e/d.txt", "a/giu.txt", "giu.tmp.md", "k/a.tmp.md", "k/rieng.md", "nhap.md", "x/nhap/a.md"]
        left_out = ["a/a.md", "a/c/d.txt", "a/giu.tmp.md", "b.tmp.md", "k/cu.md", "nhap/a.md", "rieng.md", "x/rieng.md"]
        self.put(*kept, *left_out)
        self.assertEqual(self.files(), sorted(kept))
        self.assertEqual(self.files("--no-gitignore"), sorted(kept + left_out))
        self.assertEqual(self.files("a"), [f for f in sorted(kept) if f.startswith("a/")], "the patterns above count")
        self.assertEqual(self.files("a/c/../c/"), ["a/c/../c/b.md", "a/c/../c/e/d.txt"])
        self.assertEqual(self.files(*left_out), left_out, "what is named is checked")
        self.assertEqual(self.files("nhap"), ["nhap/a.md"], "a folder that is named is gone through")
        self.assertEqual(self.files("nhap/a.md", "."), ["nhap/a.md", *sorted(kept)])

    def test_gitignore_outside_of_a_repository(self):
        self.put(".gitignore", content="*.md\n")
        self.put("a/.gitignore", content="x.txt\n")
        self.put("a/x.txt", "a/y.txt", "a/z.md")
        self.assertEqual(self.files("."), ["a/y.txt"])
        self.assertEqual(self.files("a"), ["a/y.txt", "a/z.md"], "without a repository nothing above the folder counts")

    def test_only_regular_files_and_no_links_to_folders(self):
        self.put("a/b.md", "c.md")
        os.mkfifo(self.folder / "pipe.md")
        os.mkfifo(self.folder / ".gitignore")
        (self.folder / "a/up").symlink_to("..")
        (self.folder / "self.md").symlink_to("self.md")
        (self.folder / "folder.md").symlink_to("a")
        (self.folder / "link.md").symlink_to("a/b.md")
        (self.folder / "to-pipe.md").symlink_to("pipe.md")
        self.assertEqual(self.files(), ["a/b.md", "c.md", "link.md", "self.md"])
        result = run("check", ".", cwd=self.folder)
        self.assertEqual(result.returncode, 3)
        self.assertIn("self.md", result.stderr.decode(), "a link that leads nowhere is told")

    def test_a_pipe_that_is_named_is_read(self):
        os.mkfifo(self.folder / "pipe.md")
        with start("check", "--format", "json", "pipe.md", cwd=self.folder) as process:
            with open(self.folder / "pipe.md", "wb") as pipe:
                pipe.write(TEXTS[0][:100])
                pipe.flush()
                time.sleep(0.3)
                pipe.write(TEXTS[0][100:])
            report = json.loads(process.stdout.read())
        self.put("file.md", content=TEXTS[0])
        expected = json.loads(run("check", "--format", "json", "file.md", cwd=self.folder).stdout)
        self.assertEqual(report["files"][0]["diagnostics"], expected["files"][0]["diagnostics"])

    @unittest.skipIf(os.geteuid() == 0 and not os.path.exists("/usr/bin/setpriv"), "root may read everything")
    def test_a_folder_that_cannot_be_opened_is_told(self):
        self.put("a/x.md", "shut/y.md", "z.md")
        self.folder.chmod(0o755)
        (self.folder / "shut").chmod(0)
        drop = ["setpriv", "--reuid=65534", "--clear-groups", "--inh-caps=-all"] if os.geteuid() == 0 else []
        result = subprocess.run([*drop, VANTHU, "check", "--format", "json", "."], cwd=self.folder, capture_output=True)
        (self.folder / "shut").chmod(0o755)
        self.assertEqual(result.returncode, 3, result.stderr)
        files = json.loads(result.stdout)["files"]
        self.assertEqual([f["file"] for f in files], ["a/x.md", "shut", "z.md"])
        self.assertEqual(files[1]["error"]["kind"], "unreadable")
        self.assertIn("shut: không được phép đọc", result.stderr.decode())

    def test_order_is_that_of_whole_paths(self):
        names = ["a-b.md", "a.md", "a/b.md", "a/b/c.md", "a0.md", "Ă.md", "ă/x.md"]
        self.put(*names)
        self.assertEqual(self.files(), sorted(names, key=lambda n: n.encode()))


class Lists(InFolder):
    def setUp(self):
        super().setUp()
        self.names = ["b.md", "văn bản/tờ trình.md", "a.md"]
        self.put(*self.names, "-")

    def test_lines_and_nul(self):
        names = [n.encode() for n in self.names]
        for separator, options in ((b"\n", []), (b"\r\n", []), (b"\0", []), (b"\0", ["-0"]), (b"\0", ["--null"])):
            for end in (separator, b"", separator * 2):
                content = separator.join(names) + end
                self.assertEqual(self.files("--files-from", "-", *options, stdin=content), self.names, (separator, options))
                self.put("list", content=content)
                self.assertEqual(self.files("--files-from", "list", *options), self.names)
        self.assertEqual(self.files("--files-from", "-", stdin=b"\xef\xbb\xbf" + names[0]), self.names[:1])

    def test_names_with_line_ends(self):
        self.put("x\ny.md")
        self.assertEqual(self.files("--files-from", "-", "-0", stdin=b"x\ny.md\0a.md\0"), ["x\ny.md", "a.md"])

    def test_lists_beside_paths_folders_and_missing_files(self):
        self.assertEqual(self.files("a.md", "--files-from", "-", stdin="b.md\n./a.md\nvăn bản\n-\nmất.md\n".encode()),
                         ["a.md", "b.md", "văn bản/tờ trình.md", "./-", "mất.md"])
        self.assertEqual(self.files("--files-from", "-", stdin=b""), [])

    def test_wrong_use(self):
        for arguments in (["--files-from", "missing"], ["--files-from", "-", "-"], ["-0", "a.md"], ["--files-from"]):
            result = run("check", *arguments, cwd=self.folder, stdin=b"")
            self.assertEqual((result.returncode, result.stdout), (2, b""), arguments)
            self.assertNotEqual(result.stderr, b"")

    def test_results_come_while_the_list_is_still_written(self):
        for jobs in (1, 2):
            with start("check", "--format", "ndjson", "--jobs", jobs, "--files-from", "-", cwd=self.folder, stdin=subprocess.PIPE) as process:
                for name in ("a.md", "b.md"):
                    process.stdin.write(name.encode() + b"\n")
                    process.stdin.flush()
                    self.assertEqual(json.loads(process.stdout.readline())["file"], name)


class Ends(InFolder):
    """A run that waits for a pipe in the middle of its inputs is sent a signal: what stands before is done, the rest is told."""

    def setUp(self):
        super().setUp()
        self.before, self.after = [f"a{i}.md" for i in range(3)], [f"c{i}.md" for i in range(3)]
        self.put(*self.before, *self.after)
        os.mkfifo(self.folder / "b.md")

    def interrupted(self, number, *options):
        arguments = [*self.before, "b.md", *self.after]
        with start("check", "--jobs", "1", *options, *arguments, cwd=self.folder) as process:
            with open(self.folder / "b.md", "wb"):  # returns when the run reads the pipe
                process.send_signal(number)
                out, err = process.communicate(timeout=60)
        return process.returncode, out.decode(), err.decode()

    def test_json_stays_whole(self):
        for number, name in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            status, out, err = self.interrupted(number, "--format", "json")
            self.assertEqual(status, name)
            report = json.loads(out)
            self.assertEqual([f["file"] for f in report["files"]], self.before)
            self.assertEqual(report["not_checked"], ["b.md", *self.after])
            self.assertEqual((report["summary"]["interrupted"], report["summary"]["not_checked"], report["summary"]["files"]), (True, 4, 3))
            self.assertIn("chưa soát 4 tệp: b.md, c0.md, c1.md, c2.md", err)

    def test_lines(self):
        status, out, _ = self.interrupted(signal.SIGINT, "--format", "ndjson")
        entries = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([e["file"] for e in entries], [*self.before, "b.md", *self.after])
        self.assertEqual([e.get("error", {}).get("kind") for e in entries], [None] * 3 + ["interrupted"] * 4)
        self.assertEqual(status, 130)

    def test_text(self):
        status, _, err = self.interrupted(signal.SIGINT)
        self.assertEqual(status, 130)
        self.assertIn("trong 3 tệp", err)
        self.assertIn("chưa soát 4 tệp", err)

    def test_long_lists_of_names_are_cut(self):
        self.after = [f"{i:03}.md" for i in range(500)]
        _, _, err = self.interrupted(signal.SIGINT)
        self.assertIn("chưa soát 501 tệp: b.md, 000.md", err)
        self.assertIn("(491 tệp nữa)", err)
        self.assertLess(len(err), 1000)

    def test_threads_finish_what_they_began(self):
        with start("check", "--jobs", "4", "--format", "json", *self.before, "b.md", *self.after, cwd=self.folder) as process:
            with open(self.folder / "b.md", "wb"):
                process.send_signal(signal.SIGINT)
                out, _ = process.communicate(timeout=60)
        report = json.loads(out)
        done = [f["file"] for f in report["files"]]
        self.assertEqual(done[:3], self.before)
        self.assertEqual(sorted(done + report["not_checked"]), sorted([*self.before, "b.md", *self.after]))
        self.assertEqual(process.returncode, 130)

    def test_a_list_that_nobody_ends(self):
        for jobs in ("1", "2"):
            with start("check", "--format", "ndjson", "--jobs", jobs, "--files-from", "-", cwd=self.folder, stdin=subprocess.PIPE) as process:
                process.stdin.write(b"a0.md\n")
                process.stdin.flush()
                self.assertIn("a0.md", process.stdout.readline().decode())
                process.send_signal(signal.SIGTERM)
                self.assertEqual(process.wait(timeout=60), 143)
                self.assertIn("phần danh sách chưa đọc", process.stderr.read().decode())

    def test_a_second_signal_ends_at_once(self):
        self.put("long.md", content=FAULTY * 50)
        for second in (signal.SIGINT, signal.SIGTERM):
            with start("parse", "long.md", "a0.md", cwd=self.folder) as process:
                while struct.unpack("i", fcntl.ioctl(process.stdout, termios.FIONREAD, b"1234"))[0] < 65536:
                    self.assertIsNone(process.poll())
                    time.sleep(0.01)
                process.send_signal(signal.SIGINT)  # it cannot end in order: nobody takes its output
                time.sleep(0.3)
                self.assertIsNone(process.poll())
                process.send_signal(second)
                self.assertEqual(process.wait(timeout=60), -second)

    def test_output_that_nobody_reads(self):
        for i in range(300):
            self.put(f"d/{i:03}.md", content=FAULTY * 3)
        for jobs in ("1", "2"):
            for output in ("text", "json", "ndjson"):
                with start("check", "--jobs", jobs, "--format", output, "d", cwd=self.folder) as process:
                    process.stdout.read(10)
                    process.stdout.close()
                    err = process.stderr.read().decode()
                    self.assertEqual(process.wait(timeout=60), 141, err)
                    self.assertIn("chưa soát", err)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([VANTHU, "check", "--format", "json", *self.before], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn("No space left", result.stderr.decode())


class Terminal(InFolder):
    def on_terminal(self, *arguments):
        """Standard error of a run whose standard error is a terminal, and which waits 1.5 seconds for a pipe."""
        self.put(*(f"a{i}.md" for i in range(3)), "c.md")
        os.mkfifo(self.folder / "b.md")
        ours, theirs = os.openpty()
        process = subprocess.Popen([VANTHU, "check", *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=theirs,
                                   env={**{k: v for k, v in os.environ.items() if not k.startswith("L")}, "TERM": "xterm"})
        os.close(theirs)
        with open(self.folder / "b.md", "wb") as pipe:
            time.sleep(1.5)
            pipe.write(TEXTS[0])
        process.communicate(timeout=60)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 65536)
            except OSError:
                break
        os.close(ours)
        return shown.decode()

    def test_progress_after_a_second_then_erased(self):
        shown = self.on_terminal("--jobs", "2", "a0.md", "a1.md", "a2.md", "b.md", "c.md")
        self.assertIn("đã soát 3/5 tệp", shown)
        self.assertLess(shown.count("đã soát"), 30)
        self.assertRegex(shown.rsplit("đã soát", 1)[1], r"^ [345]/5 tệp\r\x1b\[K")

    def test_none_with_quiet_and_without_a_terminal(self):
        self.assertNotIn("đã soát", self.on_terminal("--quiet", "--jobs", "2", "a0.md", "a1.md", "a2.md", "b.md", "c.md"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
