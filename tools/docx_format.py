#!/usr/bin/env python3
"""How vanthu and LibreOffice see the same Word documents: font, size, bold, italic and alignment of every character.

    docx_format.py VANTHU [--keep FOLDER] [--show N] FILE|FOLDER…

vanthu's view is `vanthu parse --layout --format json`; LibreOffice's is its flat ODF export, whose styles are resolved here. The texts are
aligned word by word; what only one of the two shows (labels of lists, headers, hidden text) is not compared. Prints how many characters
agree and what differs: property, ours → theirs, how many characters, the first words. --keep FOLDER: where the exports are kept, and taken
from when they are newer than their documents. Ends with 1 when a property agrees in less than 98 % of the characters.
"""
import argparse
import collections
import difflib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from corpus import fail, program, run

PROPERTIES = ("font", "size", "bold", "italic", "alignment")
FLOOR = 0.98

OFFICE, STYLE, TEXT, FO, SVG, TABLE, DRAW = (
    "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}" % name
    for name in ("office", "style", "text", "xsl-fo-compatible", "svg-compatible", "table", "drawing"))


def exported(files, folder):
    """{document: its flat ODF}, made where it is absent or older."""
    result = {path: folder / (path.stem + ".fodt") for path in files}
    if len(set(result.values())) < len(files):
        fail("two documents of one name")
    old = [str(path) for path, out in result.items() if not out.exists() or out.stat().st_mtime < path.stat().st_mtime]
    if old:
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run([program("soffice"), "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", "fodt",
                            "--outdir", str(folder), *old], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return result


class Styles:
    """Styles of a flat ODF document (ODF 1.3 part 3, 16): automatic ones, their parents, the defaults."""

    def __init__(self, root):
        self.fonts = {face.get(STYLE + "name"): face.get(SVG + "font-family", "").strip("'\"") for face in root.iter(STYLE + "font-face")}
        self.named, self.defaults = {}, {}
        for group in ("styles", "automatic-styles"):
            for style in root.findall(OFFICE + group + "/*"):
                family = style.get(STYLE + "family")
                if style.tag == STYLE + "default-style":
                    self.defaults[family] = style
                elif style.tag == STYLE + "style":
                    # An automatic style may have the name of another one; the content means the automatic one.
                    self.named[group, family, style.get(STYLE + "name")] = style

    def chain(self, family, name):
        """A style and its parents, the nearest first; those of a name that does not exist are none."""
        found, seen = [], set()
        group = "automatic-styles"
        while name and (group, family, name) not in seen:
            seen.add((group, family, name))
            style = self.named.get((group, family, name))
            if style is None and group == "automatic-styles":
                style = self.named.get(("styles", family, name))
            if style is None:
                break
            found.append(style)
            name, group = style.get(STYLE + "parent-style-name"), "styles"
        return found

    def letters(self, paragraph, spans):
        """(font, size, bold, italic) below a paragraph style and the spans around the text, the outermost first."""
        levels = [self.chain("text", span) for span in reversed(spans)] + [self.chain("paragraph", paragraph)]
        styles = [style for level in levels for style in level] + [self.defaults.get("paragraph")]
        said = {}
        factor = 1.0
        for style in styles:
            properties = style.find(STYLE + "text-properties") if style is not None else None
            if properties is None:
                continue
            for name in ("font-weight", "font-style"):
                if (value := properties.get(FO + name)) and name not in said:
                    said[name] = value
            if "font" not in said and (properties.get(STYLE + "font-name") or properties.get(FO + "font-family")):
                name = properties.get(STYLE + "font-name")
                said["font"] = self.fonts.get(name) or properties.get(FO + "font-family", name).strip("'\"")
            if "size" not in said and (size := properties.get(FO + "font-size")):
                if size.endswith("%"):
                    factor *= float(size[:-1]) / 100
                else:
                    said["size"] = round(2 * factor * float(size.removesuffix("pt"))) / 2
        return (said.get("font", ""), said.get("size", 12.0), said.get("font-weight", "normal") in ("bold", "600", "700", "800", "900"),
                said.get("font-style", "normal") != "normal")

    def alignment(self, paragraph):
        for style in self.chain("paragraph", paragraph) + [self.defaults.get("paragraph")]:
            properties = style.find(STYLE + "paragraph-properties") if style is not None else None
            if properties is not None and (value := properties.get(FO + "text-align")):
                return {"start": "left", "end": "right"}.get(value, value)
        return "left"


def theirs(path):
    """[(character, font, size, bold, italic, alignment)] of a flat ODF file; paragraphs end with a line end."""
    root = ET.parse(path).getroot()
    styles = Styles(root)
    known, characters, boxes = {}, [], []
    skipped = {TEXT + "tracked-changes", TEXT + "note-citation", OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "sequence-decls",
               OFFICE + "forms", TEXT + "bookmark-start", TEXT + "bookmark-end"}

    def add(text, paragraph, spans):
        key = paragraph, tuple(spans)
        if key not in known:
            known[key] = (*styles.letters(paragraph, spans), styles.alignment(paragraph))
        characters.extend((c, *known[key]) for c in text)

    def inline(node, paragraph, spans):
        add(node.text or "", paragraph, spans)
        for child in node:
            if child.tag == TEXT + "s":
                add(" " * int(child.get(TEXT + "c", 1)), paragraph, spans)
            elif child.tag in (TEXT + "tab", TEXT + "line-break"):
                add(" ", paragraph, spans)
            elif child.tag == TEXT + "span":
                inline(child, paragraph, spans + [child.get(TEXT + "style-name")])
            elif child.tag == TEXT + "a":
                inline(child, paragraph, spans)
            elif child.tag == TEXT + "note" or child.tag.startswith(DRAW):
                boxes.append(child)
            elif child.tag not in skipped:
                inline(child, paragraph, spans)  # fields
            add(child.tail or "", paragraph, spans)

    def blocks(node):
        for child in node:
            if child.tag in (TEXT + "p", TEXT + "h"):
                inline(child, child.get(TEXT + "style-name"), [])
                add("\n", child.get(TEXT + "style-name"), [])
                later = boxes[:]
                boxes.clear()
                for box in later:
                    blocks(box)
            elif child.tag not in skipped:
                blocks(child)

    blocks(root.find(f"{OFFICE}body/{OFFICE}text"))
    return characters


def ours(vanthu, path):
    """The same of what vanthu says."""
    said = run(vanthu, "parse", "--layout", "--format", "json", path)
    if "failure" in said or "error" in said:
        fail(f"{path}: {said.get('failure') or said['error']}")
    characters = []
    for block in said["layout"]["blocks"]:
        alignment = block["paragraph"]["alignment"]
        for part in block["runs"]:
            look = part["font"], part["size"], part["bold"], part["italic"], alignment
            characters.extend((c, *look) for c in part["text"])
        characters.append(("\n", "", 0, False, False, alignment))
    return characters


def words(characters):
    """[(word, its characters)]; blanks are no words."""
    found, word = [], []
    for each in characters + [(" ",)]:
        if not each[0].isspace():
            word.append(each)
        elif word:
            found.append(("".join(c[0] for c in word), word))
            word = []
    return found


def compared(mine, other):
    """Characters that both have: (agreeing by property, all, {(property, ours, theirs): [characters, first words]})."""
    left, right = words(mine), words(other)
    matcher = difflib.SequenceMatcher(None, [w for w, _ in left], [w for w, _ in right], autojunk=False)
    agree, total, differences = collections.Counter(), 0, {}
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            for a, b in zip(left[block.a + k][1], right[block.b + k][1]):
                total += 1
                for at, name in enumerate(PROPERTIES, 1):
                    if a[at] == b[at]:
                        agree[name] += 1
                        continue
                    entry = differences.setdefault((name, a[at], b[at]), [0, ""])
                    entry[0] += 1
                    if not entry[1]:
                        entry[1] = " ".join(w for w, _ in left[block.a + k:block.a + k + 6])
    return agree, total, differences


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("vanthu")
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--show", type=int, default=8, help="differences shown of each document")
    arguments.add_argument("paths", nargs="+", type=Path)
    options = arguments.parse_args()
    vanthu = program(options.vanthu)
    files = [f for path in options.paths for f in (sorted(path.rglob("*.docx")) if path.is_dir() else [path])]
    if not files:
        fail("no .docx there")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        agree, total = collections.Counter(), 0
        for path, export in exported(files, folder).items():
            mine, other = ours(vanthu, path), theirs(export)
            same, count, differences = compared(mine, other)
            agree += same
            total += count
            shown = sum(1 for c in mine if not c[0].isspace())
            print(f"{path.name}: {count} of {shown} characters compared; " +
                  ", ".join(f"{name} {same[name] / max(count, 1):.4f}" for name in PROPERTIES))
            for (name, a, b), (number, where) in sorted(differences.items(), key=lambda d: -d[1][0])[:options.show]:
                print(f"    {name} {a} → {b}: {number}  “{where[:60]}”")
    print(f"all: {total} characters; " + ", ".join(f"{name} {agree[name] / max(total, 1):.4f}" for name in PROPERTIES))
    return 0 if all(agree[name] >= FLOOR * total for name in PROPERTIES) else 1


if __name__ == "__main__":
    sys.exit(main())
