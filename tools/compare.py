#!/usr/bin/env python3
"""What two builds of vanthu say differently of the same texts.

    compare.py OLD_VANTHU NEW_VANTHU FOLDER...

Prints, file by file, the facts (`vanthu parse`) and findings (`vanthu check`) that went (-), came (+) or changed (~), then totals.
Exit status: 0 the two agree, 1 they do not, 2 wrong usage.
"""
import re
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

import corpus

COLUMNS = 140
ENCODINGS = {"UTF-8": "utf-8", "UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be"}


class Item:
    """Something that a build says of a file: `what` and `line` tell where to look for it in the other build's answer, `text` is shown with it,
    `fields` are what may change."""

    def __init__(self, what, line, text, fields):
        self.what, self.line, self.text, self.fields = what, line, text, fields


def line_of(node):
    return node["span"]["start"]["line"]


def outline_items(nodes, above=""):
    for node in nodes:
        place = above + " > " * bool(above) + (node["label"] or node["kind"])
        yield Item("outline", line_of(node), place, {"kind": node["kind"], "title": node["title"]})
        yield from outline_items(node["children"], place)


def fact_items(said):
    if "failure" in said or "error" in said:
        yield Item("document", 0, "", {"error": said.get("failure") or said["error"]["kind"]})
        return
    yield Item("document", 0, "", {k: said[k] for k in ("family", "type", "date")})
    for c in said["components"]:
        yield Item("component " + c["kind"], line_of(c), "", {"whole": c["text"], **c["fields"]})
    for c in said["citations"]:
        yield Item("citation", line_of(c), c["text"], {k: v for k, v in c.items() if k not in ("text", "span")})
    yield from outline_items(said["outline"])


def finding_items(said, source, encoding):
    for d in said.get("diagnostics", ()):
        span = d["span"]
        marked = source[span["start"]["offset"]:span["end"]["offset"]].decode(encoding, "replace")
        yield Item("finding " + d["code"], line_of(d), marked, {"message": d["message"], "severity": d["severity"]})
    if "failure" in said:
        yield Item("finding", 0, "", {"error": said["failure"]})


def answers(vanthu, path):
    facts = corpus.run(vanthu, "parse", "--format", "json", path)
    encoding = ENCODINGS.get(facts.get("encoding"), "utf-8")
    return [*fact_items(facts), *finding_items(corpus.findings(vanthu, path), path.read_bytes(), encoding)]


def pair_up(old, new):
    """(old item or None, new item or None): those of one kind, line and text first, then those of one kind and line, in their order."""
    pairs = []
    for key in (lambda i: (i.what, i.line, i.text), lambda i: (i.what, i.line)):
        waiting = defaultdict(list)
        for item in new:
            waiting[key(item)].append(item)
        left = []
        for item in old:
            if waiting[key(item)]:
                pairs.append((item, waiting[key(item)].pop(0)))
            else:
                left.append(item)
        old, new = left, [i for items in waiting.values() for i in items]
    return pairs + [(i, None) for i in old] + [(None, i) for i in new]


def one_line(text):
    return re.sub(" {2,}", " ", text.replace("\n", "⏎"))


def shown(value):
    if isinstance(value, str):
        return '"' + one_line(value) + '"'
    return {None: "-", True: "yes", False: "no"}.get(value, str(value)) if not isinstance(value, (list, dict)) else str(value)


def changes(old, new):
    """[(name, old value, new value)] of the fields that differ; the text counts as one."""
    out = [("text", old.text, new.text)] if old.text != new.text else []
    names = list(dict.fromkeys([*old.fields, *new.fields]))
    return out + [(n, old.fields.get(n), new.fields.get(n)) for n in names if old.fields.get(n) != new.fields.get(n)]


def cut(line):
    return line if len(line) <= COLUMNS else line[:COLUMNS - 1] + "…"


def report(pairs, totals):
    """The lines for one file; none when nothing differs."""
    out = []
    for old, new in sorted(pairs, key=lambda p: ((p[0] or p[1]).line, (p[0] or p[1]).what)):
        item = old or new
        head = f"{item.what:<28}{item.line or '':>5}  "
        if old and new:
            differing = changes(old, new)
            if not differing:
                continue
            totals[item.what]["~"] += 1
            if item.text and differing[0][0] != "text":
                head += shown(item.text)
            out.append(cut("  ~ " + head.rstrip()))
            for name, before, after in differing:
                out += [cut(f"      - {name}: {shown(before)}"), cut(f"      + {' ' * len(name)}  {shown(after)}")]
            continue
        sign = "-" if old else "+"
        totals[item.what][sign] += 1
        said = item.fields.get("message") or item.fields.get("whole") or item.fields.get("title") or item.fields.get("error") or ""
        words = " ".join(filter(None, [shown(item.text) if item.text else "", one_line(said)]))
        out.append(cut(f"  {sign} {head}{words}"))
    return out


def compare(old_vanthu, new_vanthu, folders):
    totals = defaultdict(Counter)  # by what: +, -, ~
    files = corpus.texts(folders)
    paths = [path for _, path in files]
    with ThreadPoolExecutor() as pool:
        old, new = pool.map(lambda p: answers(old_vanthu, p), paths), pool.map(lambda p: answers(new_vanthu, p), paths)
        changed = 0
        for path, before, after in zip(paths, old, new):
            lines = report(pair_up(before, after), totals)
            if lines:
                changed += 1
                print(path, *lines, "", sep="\n")
    print(f"{changed} of {len(paths)} texts differ")
    for what, count in sorted(totals.items()):
        print(f"  {what:<28}  +{count['+']:<5} -{count['-']:<5} ~{count['~']}")
    return 1 if changed else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.stderr.write(__doc__)
        sys.exit(2)
    sys.exit(compare(corpus.program(sys.argv[1]), corpus.program(sys.argv[2]), sys.argv[3:]))
