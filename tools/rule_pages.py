#!/usr/bin/env python3
"""docs/rules: one page a rule, in Vietnamese and English, as the program itself explains it.

    rule_pages.py VANTHU FOLDER [--check]

Writes FOLDER/CODE.md for each rule that ships and FOLDER/README.md, their list; takes away pages of rules that are no more. --check writes nothing.
Exit status: 0, with --check 1 when a page is stale, missing or left over, 2 wrong usage.
"""
import re
import subprocess
import sys
from pathlib import Path

HEADING = re.compile(r"^### (([A-Z]{2})\d{3}) (\S+)$", re.MULTILINE)
GROUP = re.compile(r"^## ([A-Z]{2}): (.+)$", re.MULTILINE)


def catalogue(vanthu, lang):
    """({group: its title}, {code: (name, what the program says of it)}), both ascending."""
    command = [vanthu, "rules", "--no-config", "--format", "md", "--lang", lang]
    text = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    groups = dict(GROUP.findall(text))
    found = list(HEADING.finditer(text))
    rules = {}
    for here, following in zip(found, [*found[1:], None]):
        body = text[here.end() : following.start() if following else len(text)]
        rules[here[1]] = (here[3], GROUP.sub("", body).strip("\n") + "\n")
    return groups, rules


def pages(vanthu):
    """{file name: text}"""
    groups, vi = catalogue(vanthu, "vi")
    groups_en, en = catalogue(vanthu, "en")
    out = {}
    table = "# Quy tắc · Rules\n\nMỗi quy tắc một trang, như `vanthu explain` giải thích. One page a rule, as `vanthu explain` has it.\n"
    for group, title in groups.items():
        table += f"\n## {group}: {title} · {groups_en[group]}\n\n| | | |\n|---|---|---|\n"
        for code, (name, body) in vi.items():
            if code.startswith(group):
                severity, says = body.strip().split("\n", 1)[0].split(" · ", 1)
                table += f"| [{code}]({code}.md) {name} | {severity} | {says.replace('|', chr(92) + '|')} |\n"
    for code, (name, body) in vi.items():
        out[code + ".md"] = f"# {code} {name}\n\n{body}\n## English\n\n{en[code][1]}"
    out["README.md"] = table
    return out


def main(arguments):
    check = "--check" in arguments
    rest = [a for a in arguments if a != "--check"]
    if len(rest) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(rest[1])
    wanted = pages(rest[0])
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} if folder.is_dir() else {}
    stale = sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))
    if check:
        for name in stale:
            print(f"{folder / name}: stale, missing or left over", file=sys.stderr)
        return 1 if stale else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (folder / name).write_text(wanted[name], "utf-8")
        else:
            (folder / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
