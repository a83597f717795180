#!/usr/bin/env python3
"""What a keystroke costs in an editor: from an edit that is written to a pipe to the diagnostics that come back, beside the targets we keep.

    lsp.py VANTHU [--edits N]

Documents: the largest seed of $VANTHU_CORPUS (a sample where that variable is unset) and that text many times, 300 kB. The echo is the same
bytes through `cat`: what pipes, this client and the other work on the machine take by themselves; it is measured in turn with the edits.
"""
import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench import line, seeds
from lsp_client import Client

LETTERS = "abcdeghiklmnopqrstuvxyàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệ "


class Echo:
    """`cat`, sent the bytes of an edit, then those of an answer."""

    def __init__(self):
        self.process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def seconds(self, size_in, size_out):
        data = b"x" * (size_in + size_out)
        start = time.perf_counter()
        received = 0
        while received < len(data):  # a pipe holds 64 KiB
            self.process.stdin.write(data[received:received + 32768])
            self.process.stdin.flush()
            wanted = min(32768, len(data) - received)
            received += len(self.process.stdout.read(wanted))
        return time.perf_counter() - start


def rss(pid):
    for entry in Path(f"/proc/{pid}/status").read_text().splitlines():
        if entry.startswith("VmRSS"):
            return int(entry.split()[1]) / 1024
    return 0


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def edits(text, count):
    """Somebody types a letter somewhere and takes it back, so that the text stays a draft: (range, text) of each edit."""
    chooser = random.Random(7)
    lines = [len(line.encode("utf-16-le")) // 2 for line in text.split("\n")]
    for _ in range(count // 2):
        n = chooser.randrange(len(lines))
        at = chooser.randrange(lines[n] + 1)
        yield {"start": {"line": n, "character": at}, "end": {"line": n, "character": at}}, chooser.choice(LETTERS)
        yield {"start": {"line": n, "character": at}, "end": {"line": n, "character": at + 1}}, ""


def cpu_seconds(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def start_to_first(vanthu, path, text, runs=21):
    def once():
        start = time.perf_counter()
        client = Client([vanthu, "lsp"])
        client.open(path.as_uri(), text)
        client.wait_for("textDocument/publishDiagnostics")
        seconds = time.perf_counter() - start
        client.end()
        return seconds
    once()
    return statistics.median(once() for _ in range(runs))


def keystrokes(vanthu, name, text, count, target):
    client = Client([vanthu, "lsp"])
    echo = Echo()
    uri = f"file:///{name}.txt"
    client.open(uri, text)
    client.wait_for("textDocument/publishDiagnostics")
    times, echoes, first = [], [], None
    cpu = cpu_seconds(client.process.pid)
    for version, (where, new) in enumerate(edits(text, count), 2):
        message = {"jsonrpc": "2.0", "method": "textDocument/didChange",
                   "params": {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"range": where, "text": new}]}}
        body = json.dumps(message, ensure_ascii=False).encode()
        start = time.perf_counter()
        client.send_bytes(body)
        answer = client.receive_bytes()
        times.append(time.perf_counter() - start)
        assert b'"version":%d,' % version in answer[:400], answer[:400]
        if version % 10 == 0:
            echoes.append(echo.seconds(len(body), len(answer)))
        if version == max(count // 10, 2):
            first = rss(client.process.pid)
    cpu = cpu_seconds(client.process.pid) - cpu
    grown = rss(client.process.pid) - first
    client.end()
    p50, p99 = percentile(times, 0.5) * 1000, percentile(times, 0.99) * 1000
    print(f"\n{name}: {len(text.encode())} bytes, {count} edits; an answer of {len(answer)} bytes")
    line("the same bytes through cat", f"median {percentile(echoes, 0.5) * 1000:.2f} ms, p99 {percentile(echoes, 0.99) * 1000:.2f} ms", "", True)
    line("keystroke to diagnostics", f"median {p50:.2f} ms, p99 {p99:.2f} ms", f"p99 ≤ {target} ms", p99 <= target)
    line("CPU time of the server", f"{cpu / count * 1000:.2f} ms an edit", "", True)
    line("more memory after all edits", f"{grown:.1f} MiB of {first:.1f}", "≤ 2 MiB", grown <= 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanthu")
    parser.add_argument("--edits", type=int, default=10_000)
    arguments = parser.parse_args()
    vanthu = str(Path(arguments.vanthu).resolve())
    largest = max(seeds(), key=lambda path: path.stat().st_size)
    text = largest.read_text()
    first = start_to_first(vanthu, largest.resolve(), text)
    line("start to first diagnostics", f"{first * 1000:.1f} ms", "≤ 30 ms", first <= 0.03)
    keystrokes(vanthu, "draft", text, arguments.edits, 5)
    keystrokes(vanthu, "long", "\n\n".join([text] * (300_000 // len(text.encode()) + 1)), max(arguments.edits // 10, 20), 30)


if __name__ == "__main__":
    sys.exit(main())
