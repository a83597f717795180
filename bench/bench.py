#!/usr/bin/env python3
"""CPU time and peak memory of `vanthu check` beside wc -m and rg -c on the same documents.

    bench.py VANTHU [FILE...]

Without FILE: the seeds and the largest document of $VANTHU_CORPUS/corpus/dev/txt, or the largest of samples/ when that variable is unset. CPU time
is user + system of the child, median of several runs; peak memory is never less than what this script itself takes (shown in the first line).
"""
import os
import resource
import statistics
import sys
from pathlib import Path

RUNS = 11


def documents(arguments):
    if arguments:
        return [Path(a) for a in arguments]
    corpus = os.environ.get("VANTHU_CORPUS")
    folder = Path(corpus, "corpus/dev/txt") if corpus else Path(__file__).resolve().parent.parent / "samples"
    seeds = sorted(Path(corpus, "seeds").iterdir()) if corpus else []
    return seeds + [max((p for p in folder.iterdir() if p.suffix in (".txt", ".md")), key=lambda p: p.stat().st_size)]


def run(command):
    """Seconds of CPU and KiB of peak memory of one run."""
    null = os.open(os.devnull, os.O_RDWR)
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, n) for n in (0, 1, 2)])
    os.close(null)
    _, status, usage = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} failed on {command[-1]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def measure(command):
    run(command)  # warm
    times, memory = zip(*(run(command) for _ in range(RUNS)))
    return statistics.median(times), max(memory)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    vanthu = sys.argv[1]
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"median of {RUNS} runs; memory below {floor / 1024:.0f} MiB cannot be told apart")
    for path in documents(sys.argv[2:]):
        print(f"\n{path.name}: {path.stat().st_size} bytes")
        commands = {"wc -m": ["wc", "-m", str(path)], "rg -c": ["rg", "-c", r"\p{L}+", str(path)],
                    "vanthu check": [vanthu, "check", str(path)]}
        results = {name: measure(command) for name, command in commands.items()}
        cpu, _ = results["vanthu check"]
        for name, (seconds, kib) in results.items():
            ratio = "" if name == "vanthu check" or not seconds else f"   vanthu takes {cpu / seconds:.1f} times as much CPU"
            print(f"  {name:13} {seconds * 1000:7.1f} ms CPU  {kib / 1024:6.1f} MiB{ratio}")


if __name__ == "__main__":
    main()
