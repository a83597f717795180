#!/usr/bin/env python3
"""docx_memory_test.py VANTHU SOURCES: Word documents that unpack to far more than they are. Each ends with a result or with words for it, in
bounded memory: 20 times the file, at least 64 MiB, at most 512 MiB, beyond what the program needs for nothing."""
import io
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

VANTHU = sys.argv[1]
MIB = 1 << 20
SECONDS = 300  # of CPU: what does not end is found, what is slow is not
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = ('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
         'document.main+xml"/></Types>')
ROOT = '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
PARAGRAPH = "<w:p><w:r><w:t>Kính gửi: Sở Nội vụ</w:t></w:r></w:p>"


def package(body=(PARAGRAPH,), **more):
    """A document whose body is written piece by piece; further parts: kind = text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        z.writestr("[Content_Types].xml", TYPES)
        z.writestr("_rels/.rels", ROOT)
        links = "".join(f'<Relationship Id="{kind}" Type="x/{kind.rstrip("0123456789")}" Target="{kind}.xml"/>' for kind in more)
        z.writestr("word/_rels/document.xml.rels", f"<Relationships>{links}</Relationships>")
        with z.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {W}><w:body>".encode())
            for piece in body:
                part.write(piece if isinstance(piece, bytes) else piece.encode())
            part.write(b"</w:body></w:document>")
        for kind, text in more.items():
            z.writestr(f"word/{kind}.xml", text)
    return out.getvalue()


def run(*arguments):
    """Exit status, standard output and peak memory in bytes of one run."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([VANTHU, *arguments], stdout=output, stderr=subprocess.DEVNULL,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)))
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return process.returncode, output.read(), usage.ru_maxrss * 1024


# A child counts what its parent had when it began: one that stays small starts them. The rules, and what the allocator rounds up, come on
# top.
STARTER = multiprocessing.get_context("fork").Pool(1)
NOTHING = max(STARTER.apply(run, ["--version"])[2], 24 * MIB) + 4 * MIB
SANITIZED = run("--version")[2] > 64 * MIB    # then memory is not the program's own


class Memory(unittest.TestCase):
    def check(self, content, *options, name="a.docx", most=None):
        """The kind of its error, or "none"."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            path.write_bytes(content)
            status, output, peak = STARTER.apply(run, ["check", "--format", "json", *options, str(path)])
        self.assertIn(status, (0, 1, 3))
        file = json.loads(output)["files"][0]
        if most is None:
            most = min(max(20 * len(content), 64 * MIB), 512 * MIB)
        if not SANITIZED:
            self.assertLessEqual(peak / MIB, (most + NOTHING + len(content)) / MIB)
        if "error" not in file:
            return "none"
        self.assertTrue(file["error"]["message"])
        return file["error"]["kind"]

    def test_one_huge_part(self):
        megabyte = b"<w:p><w:r><w:t>" + b"a" * MIB + b"</w:t></w:r></w:p>"
        self.assertEqual(self.check(package(megabyte for _ in range(600))), "too-large")
        self.assertEqual(self.check(package([PARAGRAPH, b" " * (600 * MIB)])), "too-large")
        self.assertEqual(self.check(package(styles=f"<w:styles {W}>{' ' * 300 * MIB}</w:styles>")), "too-large")

    def test_many_large_parts(self):
        big = "<w:hdr>" + " " * (20 * MIB) + "</w:hdr>"
        self.assertEqual(self.check(package(**{f"header{i}": big for i in range(20)})), "too-large")

    def test_millions_of_runs(self):
        self.assertEqual(self.check(package(["<w:p>" + "<w:r/>" * 3_000_000 + "</w:p>"])), "too-large")
        run_of_one = "<w:r><w:t>a</w:t></w:r>" * 100_000
        self.assertIn(self.check(package(["<w:p>", *[run_of_one] * 20, "</w:p>"])), ("none", "too-large"))
        self.assertIn(self.check(package([PARAGRAPH * 100_000])), ("none", "too-large"))

    def test_millions_of_attributes(self):
        self.assertEqual(self.check(package(["<w:p" + ' a="b"' * 5_000_000 + "/>"])), "too-large")

    def test_one_run_of_fifty_megabytes(self):
        words = "Ủy ban nhân dân tỉnh giao các sở, ban, ngành thực hiện nhiệm vụ. " * 10_000
        kind = self.check(package(["<w:p><w:r><w:t>", *[words] * 60, "</w:t></w:r></w:p>"]))
        self.assertIn(kind, ("none", "too-large"))

    def test_the_limit_can_be_set(self):
        text = package(["<w:p><w:r><w:t>" + "Ủy ban nhân dân xã. " * 500_000 + "</w:t></w:r></w:p>"])
        self.assertEqual(self.check(text, "--max-memory", "16", most=64 * MIB), "too-large")

    def test_tables_of_many_columns(self):
        cells = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * 65_536
        wide = package(["<w:tbl><w:tr>" + cells + "</w:tr></w:tbl>"])
        self.assertEqual(self.check(wide), "too-large")
        self.assertEqual(self.check(wide, "--max-memory", "128", most=128 * MIB), "none")

    def test_styles_without_end(self):
        styles = "".join(f'<w:style w:type="paragraph" w:styleId="s{i}"><w:basedOn w:val="s{i + 1}"/></w:style>' for i in range(50_000))
        body = "".join(f'<w:p><w:pPr><w:pStyle w:val="s{i}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' for i in range(0, 50_000, 10))
        self.assertEqual(self.check(package([body], styles=f"<w:styles {W}>{styles}</w:styles>")), "none")

    def test_zip64(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as z:
            z.writestr("[Content_Types].xml", TYPES)
            z.writestr("_rels/.rels", ROOT)
            for name, text in (("word/document.xml", f"<w:document {W}><w:body>{PARAGRAPH}</w:body></w:document>"), ("word/a.xml", "")):
                with z.open(name, "w", force_zip64=True) as part:
                    part.write(text.encode())
            for i in range(66_000):  # more than fit without
                z.writestr(f"word/media/{i}.png", b"")
        self.assertEqual(self.check(out.getvalue()), "none")

    def test_cut_at_every_kilobyte(self):
        with tempfile.TemporaryDirectory() as folder:
            whole = package([f"<w:p><w:r><w:t>{os.urandom(40).hex()}</w:t></w:r></w:p>" for _ in range(3000)])
            for size in range(1024, len(whole), 1024):
                Path(folder, f"{size:07}.docx").write_bytes(whole[:size])
            status, output, _ = run("check", "--format", "json", folder)
        self.assertEqual(status, 3)
        self.assertEqual({f["error"]["kind"] for f in json.loads(output)["files"]}, {"damaged"})


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=1)
