#!/usr/bin/env python3
"""CPU time, wall time and peak memory of `vanthu check`, beside wc -m and rg with nine patterns on the same bytes and the targets we keep.

    bench.py VANTHU [--runs N] [--many]     archives made of real documents: 200 copies of each seed as .txt and as .md, one document of all of
                                            them, a tenth of it; --many: also 100,000 files against 1,000
    bench.py VANTHU --docx                  200 Word documents of twenty pages that are made for it, each beside `unzip -p` and `xmllint` on its text
    bench.py VANTHU --citations BENCH       how fast citations are found in 100 MB (BENCH: citations_bench, bench/citations.cpp) and the register answers:
                                            the texts of corpus/dev of $VANTHU_CORPUS, or the samples, over and over
    bench.py VANTHU FILE...                 these documents one by one

The seeds are those of $VANTHU_CORPUS, or the samples when that variable is unset (the targets are meant for the seeds). CPU time is user +
system of the child; all figures are medians. Peak memory is never less than what a child of this script begins with (shown in the first line).
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx_files

COPIES = 200
PATTERNS = ["Căn cứ", "Nơi nhận", "Ủy ban nhân dân", r"[Cc]hỉ thị số", r"Nghị định số \d+/\d{4}/NĐ-CP", r"ngày \d{1,2}[/ ]",
            r"\bKT\. ", r"(sử lý|xử lý)", r"Điều \d+\."]
ROOT = Path(__file__).resolve().parent.parent


def run(command, folder=None, output=os.devnull):
    """Seconds of CPU, seconds by the clock and KiB of peak memory of one run."""
    start = time.monotonic()
    pid = os.fork()  # not posix_spawn, which would make this script's memory count as the child's
    if pid == 0:
        try:
            null = os.open(os.devnull, os.O_RDWR)
            for n in (0, 1, 2):
                os.dup2(null, n)
            if output != os.devnull:
                os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
            if folder:
                os.chdir(folder)
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)[:200]} failed")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss


def measure(command, runs, folder=None):
    run(command, folder)  # warm
    cpu, wall, memory = zip(*(run(command, folder) for _ in range(runs)))
    return statistics.median(cpu), statistics.median(wall), statistics.median(memory) / 1024


def ratio_of(slow, fast, runs, folder=None):
    """How many times as long `slow` takes by the clock: the runs alternate, so that other work on the machine meets both."""
    pairs = [(run(slow, folder)[1], run(fast, folder)[1]) for _ in range(runs)]
    return statistics.median(s / f for s, f in pairs)


def row(name, figures, target="", met=None):
    cpu, wall, mib = figures
    mark = "" if met is None else "  ok" if met else "  MISSED"
    print(f"  {name:34} {cpu * 1000:8.1f} ms CPU {wall * 1000:8.1f} ms {mib:6.1f} MiB  {target}{mark}", flush=True)


def line(name, value, target, met):
    print(f"  {name:34} {value:>40}  {target}{'  ok' if met else '  MISSED'}", flush=True)


def seeds():
    corpus = os.environ.get("VANTHU_CORPUS")
    folder = Path(corpus, "seeds") if corpus else ROOT / "samples"
    return sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md"))


def make_archives(folder, documents):
    texts = [d.read_bytes() for d in documents]
    for suffix in ("txt", "md"):
        (folder / suffix).mkdir()
        for i in range(COPIES):
            for k, text in enumerate(texts):
                (folder / suffix / f"{i:03}-{k}.{suffix}").write_bytes(text)
    whole = b"\n\n".join(texts)
    (folder / "one.txt").write_bytes(b"\n\n".join([whole] * COPIES))
    (folder / "tenth.txt").write_bytes(b"\n\n".join([whole] * (COPIES // 10)))


def archives(vanthu, runs, many):
    documents = seeds()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_archives(folder, documents)
        with_jobs = b"--jobs" in subprocess.run([vanthu, "check", "--help"], capture_output=True).stdout  # builds of before had one thread
        one_job, two_jobs = ([vanthu, "check", *(["--jobs", n] if with_jobs else [])] for n in ("1", "2"))
        largest = max(documents, key=lambda d: d.stat().st_size)
        print(f"one document, {largest.stat().st_size} bytes")
        figures = measure([vanthu, "check", str(largest)], max(runs, 11))
        row("vanthu check", figures, "≤ 8 ms CPU, ≤ 16 MiB", figures[0] <= 0.008 and figures[2] <= 16)
        expressions = [x for p in PATTERNS for x in ("-e", p)]
        for suffix in ("txt", "md"):
            files = sorted(p.name for p in (folder / suffix).iterdir())
            size = sum(p.stat().st_size for p in (folder / suffix).iterdir())
            print(f"\n{len(files)} documents .{suffix}, {size} bytes")
            row("wc -m", measure(["wc", "-m", *files], runs, folder / suffix))
            if shutil.which("rg"):
                row("rg -j1, nine patterns", measure(["rg", "-j1", "-c", *expressions, "."], runs, folder / suffix))
            figures = measure([*one_job, "."], runs, folder / suffix)
            row("vanthu check --jobs 1", figures, "≤ 200 ms CPU, ≤ 40 MiB", figures[0] <= 0.2 and figures[2] <= 40)
            row("vanthu check --jobs 2", measure([*two_jobs, "."], runs, folder / suffix))
            ratio = ratio_of([*one_job, "."], [*two_jobs, "."], runs, folder / suffix)
            line("--jobs 2 is faster by the clock", f"{ratio:.2f} times", "≥ 1.8", ratio >= 1.8)
        print(f"\none document of {(folder / 'one.txt').stat().st_size} bytes, and a tenth of it")
        row("wc -m", measure(["wc", "-m", "one.txt"], runs, folder))
        whole, tenth = (measure([vanthu, "check", f"{n}.txt"], runs, folder) for n in ("one", "tenth"))
        row("vanthu check", whole, "≤ 250 ms", whole[0] <= 0.25)
        row("vanthu check, a tenth", tenth)
        line("ten times the text takes", f"{whole[0] / tenth[0]:.1f} times", "≤ 11", whole[0] <= 11 * tenth[0])
        if many:
            many_files(vanthu, folder, min(documents, key=lambda d: d.stat().st_size).read_bytes())


def many_files(vanthu, folder, text):
    print("\nsmall documents, --jobs 2")
    memory = {}
    for count in (1_000, 100_000):
        place = folder / f"many-{count}"
        for i in range(count):
            if i % 1000 == 0:
                (place / f"{i // 1000:03}").mkdir(parents=True)
            (place / f"{i // 1000:03}" / f"{i:06}.txt").write_bytes(text[:800].decode(errors="ignore").encode())
        figures = measure([vanthu, "check", "--jobs", "2", "."], 1 if count > 1_000 else 5, place)
        memory[count] = figures[2]
        row(f"{count} files", figures)
    grown = memory[100_000] - memory[1_000]
    line("more memory", f"{grown:.1f} MiB", "≤ 4 MiB", grown <= 4)


def word_documents(vanthu, count=200):
    for tool in ("unzip", "xmllint"):
        if not shutil.which(tool):
            sys.exit(f"needs {tool} (Debian: unzip, libxml2-utils)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs, memory, sizes = [], [], [], []
        for n in range(count):
            path, part = folder / f"{n:03}.docx", folder / "document.xml"
            docx_files.write(path, n)
            unzip, lint, check = ["unzip", "-p", str(path), "word/document.xml"], ["xmllint", "--noout", str(part)], [vanthu, "check", str(path)]
            if n == 0:
                run(unzip, output=part), run(lint), run(check)  # warm
            theirs.append(run(unzip, output=part)[0] + run(lint)[0])
            cpu, _, peak = run(check)
            ours.append(cpu)
            memory.append(peak / 1024)
            sizes.append((path.stat().st_size, part.stat().st_size))
        print(f"{count} Word documents of twenty pages; median size {statistics.median(z for z, _ in sizes):.0f} bytes, of the text as XML "
              f"{statistics.median(x for _, x in sizes):.0f}")
        cpu, reference = statistics.median(ours), statistics.median(theirs)
        line("unzip -p and xmllint --noout", f"{reference * 1000:.1f} ms CPU", "", True)
        line("vanthu check", f"{cpu * 1000:.1f} ms CPU, {statistics.median(memory):.1f} MiB", "≤ 30 ms CPU", cpu <= 0.03)
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        line("takes as much CPU as these two", f"{ratio:.2f} times", "≤ 2", ratio <= 2)


def citations(vanthu, bench, runs):
    corpus = os.environ.get("VANTHU_CORPUS")
    folder = Path(corpus, "corpus/dev/txt") if corpus else ROOT / "samples"
    texts = sorted(str(p) for p in folder.iterdir() if p.suffix in (".txt", ".md"))
    said = [dict(line.split(" ", 1) for line in subprocess.run([bench, *texts], check=True, capture_output=True, text=True).stdout.splitlines())
            for _ in range(runs)]
    figure = {name: statistics.median(float(s[name].split()[0]) for s in said) for name in said[0]}
    size = sum(os.path.getsize(t) for t in texts)
    print(f"{len(texts)} texts, {size} bytes, {figure['found']:.0f} citations, repeated to 100 MB; CPU time of one core")
    line("citations, words told apart", f"{figure['citations']:.0f} MB/s", "≥ 200 MB/s", figure["citations"] >= 200)
    line("telling words apart, for all rules", f"{figure['words']:.0f} MB/s", "", True)
    line("the register's first answer", f"{figure['register']:.2f} ms in the process", "≤ 2 ms", figure["register"] <= 2)
    row("vanthu registry info", measure([vanthu, "registry", "info", "30/2020/NĐ-CP"], max(runs, 11)))
    row("vanthu --version", measure([vanthu, "--version"], max(runs, 11)))


def one_by_one(vanthu, files, runs):
    for path in files:
        print(f"\n{path.name}: {path.stat().st_size} bytes")
        row("wc -m", measure(["wc", "-m", str(path)], runs))
        if shutil.which("rg"):
            row("rg, nine patterns", measure(["rg", "-c", *[x for p in PATTERNS for x in ("-e", p)], str(path)], runs))
        row("vanthu check", measure([vanthu, "check", str(path)], runs))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanthu")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--many", action="store_true")
    parser.add_argument("--docx", action="store_true")
    parser.add_argument("--citations", metavar="BENCH")
    arguments = parser.parse_args()
    vanthu = str(Path(arguments.vanthu).resolve())
    print(f"median of {arguments.runs} runs; memory below {run(['true'])[2] / 1024:.0f} MiB cannot be told apart\n")
    if arguments.files:
        one_by_one(vanthu, arguments.files, arguments.runs)
    elif arguments.citations:
        citations(vanthu, arguments.citations, arguments.runs)
    elif arguments.docx:
        word_documents(vanthu)
    else:
        archives(vanthu, arguments.runs, arguments.many)


if __name__ == "__main__":
    main()
