"""What the tools here share: the texts of folders, and what a build of vanthu says of one."""
import json
import shutil
import subprocess
import sys
from pathlib import Path

SUFFIXES = (".txt", ".md")


def fail(words):
    """Wrong usage: nothing can be said."""
    sys.stderr.write(words + "\n")
    sys.exit(2)


def program(name):
    return shutil.which(name) or fail(f"{name}: no such program")


def texts(folders):
    """[(folder, path)] of every text below the folders, in a fixed order."""
    found = []
    for folder in map(Path, folders):
        if not folder.is_dir():
            fail(f"{folder}: no such folder")
        found += [(folder, p) for p in sorted(folder.rglob("*")) if p.suffix in SUFFIXES and p.is_file()]
    if not found:
        fail("no texts (" + ", ".join(SUFFIXES) + ") there")
    return found


def run(vanthu, *arguments):
    """The JSON that `vanthu ARGUMENTS` prints; {"failure": words} when it does not end as it ought to."""
    try:
        done = subprocess.run([vanthu, *map(str, arguments)], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return {"failure": "still running after 60 s"}
    if done.returncode < 0:
        return {"failure": f"killed by signal {-done.returncode}"}
    try:
        return json.loads(done.stdout)
    except ValueError:
        return {"failure": f"exit {done.returncode}, no JSON: " + done.stderr.decode("utf-8", "replace").strip()[:200]}


def findings(vanthu, path):
    """The entry of one file in `vanthu check --format json`; {"failure": words} likewise."""
    said = run(vanthu, "check", "--lang", "vi", "--format", "json", path)
    return said if "failure" in said else said["files"][0]
