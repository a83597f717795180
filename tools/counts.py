#!/usr/bin/env python3
"""How many findings of each code the texts of a corpus get.

    counts.py VANTHU [--check FILE] [FOLDER...]

Prints a table with tabs: group (the folder), code, severity, findings, texts that have one. --check prints only where it differs from FILE, a table
printed before. Without FOLDER: seeds, corpus/dev/txt and corpus/negatives of $VANTHU_CORPUS.
Exit status: 0, with --check 1 when there is a difference, 2 wrong usage.
"""
import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import corpus

FOLDERS = ("seeds", "corpus/dev/txt", "corpus/negatives")
HEADER = ("group", "code", "severity", "findings", "texts")


def count(vanthu, folders):
    """{(group, code, severity): (findings, texts)}"""
    files = corpus.texts(folders.values())
    names = {path: name for name, path in folders.items()}
    with ThreadPoolExecutor() as pool:
        said = list(pool.map(lambda f: corpus.findings(vanthu, f[1]), files))
    findings, texts = Counter(), Counter()
    for (folder, path), entry in zip(files, said):
        if "failure" in entry:
            corpus.fail(f"{path}: {entry['failure']}")
        keys = [(names[folder], d["code"], d["severity"]) for d in entry.get("diagnostics", ())]
        findings.update(keys)
        texts.update(set(keys))
    return {key: (findings[key], texts[key]) for key in sorted(findings)}


def table(counts):
    return "".join("\t".join(map(str, row)) + "\n" for row in [HEADER, *((*key, *numbers) for key, numbers in counts.items())])


def stored(path):
    rows = [line.split("\t") for line in Path(path).read_text("utf-8").splitlines()]
    if tuple(rows[0]) != HEADER:
        corpus.fail(f"{path}: not a table that counts.py printed")
    return {tuple(row[:3]): (int(row[3]), int(row[4])) for row in rows[1:]}


def differences(before, after):
    for key in sorted({*before, *after}):
        (old, old_texts), (new, new_texts) = before.get(key, (0, 0)), after.get(key, (0, 0))
        if (old, old_texts) != (new, new_texts):
            yield f"{key[0]:<20}{key[1]}  {key[2]:<8}{old:>5} -> {new:<5}{new - old:+5}   in {old_texts} -> {new_texts} texts"


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.stderr.write(__doc__)
        return 2
    vanthu, *rest = arguments
    stored_in = None
    if rest[:1] == ["--check"] and len(rest) > 1:
        stored_in, rest = rest[1], rest[2:]
    elif any(r.startswith("-") for r in rest):
        sys.stderr.write(__doc__)
        return 2
    if not rest and not os.environ.get("VANTHU_CORPUS"):
        sys.stderr.write("Left out: the counts of findings in real documents (VANTHU_CORPUS names no folder; see CONTRIBUTING.md).\n")
        return 0
    folders = {f: Path(f) for f in rest} or {f: Path(os.environ["VANTHU_CORPUS"], f) for f in FOLDERS}
    counts = count(corpus.program(vanthu), folders)
    if stored_in is None:
        sys.stdout.write(table(counts))
        return 0
    found = list(differences(stored(stored_in), counts))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} counts differ from {stored_in}" if found else f"as in {stored_in}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
