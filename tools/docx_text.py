#!/usr/bin/env python3
"""docx_text.py VANTHU PATH…: the text that vanthu reads in Word documents beside LibreOffice's own text export of them.

For each .docx (of a folder: all below it) the share of words that both have in the same order (difflib over lists of words), and what differs.
Left out before comparing, because one side does not print it on purpose: text boxes, footnotes and endnotes (LibreOffice's export drops them)
and words that are drawn lines ("______", which vanthu takes for lines, not words). Exit status 1 where a share is below 0.98.
"""
import difflib
import json
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

LEAST = 0.98
DRAWN = set("_-─–—=*")


def words(text):
    return [word for word in unicodedata.normalize("NFC", text).split() if len(word) < 3 or not set(word) <= DRAWN]


def read_by_vanthu(vanthu, path):
    document = json.loads(subprocess.run([vanthu, "parse", path], capture_output=True, check=True).stdout)
    return words("\n".join(block["text"] for block in document["blocks"] if block["region"] in ("body", "table")))


def read_by_libreoffice(paths, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", "--headless", profile, "--convert-to", "txt:Text", "--outdir", folder, *paths], capture_output=True, check=True)


def main():
    vanthu, *given = sys.argv[1:]
    paths = sorted(p for g in map(Path, given) for p in (g.rglob("*.docx") if g.is_dir() else [g]) if not p.name.startswith("~$"))
    if not paths:
        sys.exit("docx_text.py: no .docx there")
    worst = 1.0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            read_by_libreoffice([path], folder)
            theirs = words((Path(folder) / (path.stem + ".txt")).read_text(encoding="utf-8-sig"))
        ours = read_by_vanthu(vanthu, path)
        matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
        print(f"{matcher.ratio():.4f} {path}: {len(ours)} words, LibreOffice {len(theirs)}")
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind != "equal":
                print(f"    vanthu: {' '.join(ours[a:b])[:200]!r}  LibreOffice: {' '.join(theirs[c:d])[:200]!r}")
        worst = min(worst, matcher.ratio())
    sys.exit(worst < LEAST)


if __name__ == "__main__":
    main()
