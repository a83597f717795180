#!/usr/bin/env python3
"""lsp_test.py VANTHU SOURCES: vanthu lsp as a process: streams, threads, signals, and findings beside those of `vanthu check` on the same files."""
import json
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM, ROOT = sys.argv[1], Path(sys.argv[2])
sys.path.insert(0, str(ROOT / "bench"))
from lsp_client import Client  # noqa: E402

SEVERITIES = {"error": 1, "warning": 2, "info": 3}
PUBLISH = "textDocument/publishDiagnostics"


def framed(*messages):
    bodies = [m if isinstance(m, bytes) else json.dumps({"jsonrpc": "2.0", **m}).encode() for m in messages]
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(b), b) for b in bodies)


def bodies_of(output):
    out = []
    while output:
        head, output = output.split(b"\r\n\r\n", 1)
        length = int(head.removeprefix(b"Content-Length: "))
        out.append(json.loads(output[:length]))
        output = output[length:]
    return out


def run(data, *options):
    done = subprocess.run([PROGRAM, "lsp", *options], input=data, capture_output=True, timeout=60)
    return done.returncode, bodies_of(done.stdout), done.stderr.decode()


INITIALIZE = {"id": 1, "method": "initialize", "params": {"capabilities": {}}}
SHUTDOWN, EXIT = {"id": 2, "method": "shutdown"}, {"method": "exit"}


def checked(folder, *names):
    """Findings by file as `vanthu check` run in the folder has them: places in code points."""
    done = subprocess.run([PROGRAM, "check", "--format", "json", *names], cwd=folder, capture_output=True, timeout=60)
    return {f["file"]: [(d["code"], d["message"], SEVERITIES[d["severity"]], *[d["span"][e][k] - 1 for e in ("start", "end") for k in ("line", "column")])
                        for d in f.get("diagnostics", []) if not d["suppressed"]] for f in json.loads(done.stdout)["files"]}


def told(diagnostics):
    return [(d["code"], d["message"], d["severity"], *[d["range"][e][k] for e in ("start", "end") for k in ("line", "character")]) for d in diagnostics]


class Streams(unittest.TestCase):
    def test_ends_in_order(self):
        status, answers, errors = run(framed(INITIALIZE, {"method": "initialized", "params": {}}, SHUTDOWN, EXIT), "--stdio")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual([a.get("id") for a in answers], [1, 2])

    def test_ends_otherwise(self):
        self.assertEqual(run(framed(INITIALIZE, EXIT))[0], 1)
        self.assertEqual(run(framed(INITIALIZE))[0], 1, "the client is gone")
        self.assertEqual(run(b"")[0], 1)

    def test_what_follows_exit_is_not_read(self):
        status, answers, _ = run(framed(INITIALIZE, SHUTDOWN, EXIT, {"id": 3, "method": "x"}) + b"garbage" * 1000)
        self.assertEqual((status, len(answers)), (0, 2))

    def test_garbage_is_told_and_skipped(self):
        status, answers, _ = run(b"GET / HTTP/1.1\r\n\r\n" + framed(INITIALIZE, b"{", b"\xff\xfe", {"id": 9, "method": "x"}) + b"\0" * 100_000 +
                                 b"Content-Length: 99999999999\r\n\r\n")
        self.assertEqual(status, 1)
        self.assertEqual([a.get("error", {}).get("code") for a in answers], [-32700, None, -32700, -32700, -32601, -32700, -32700])

    def test_wrong_usage(self):
        self.assertEqual(run(b"", "--select", "VD", "file.md")[0], 2)
        self.assertEqual(run(b"", "--nonsense")[0], 2)

    def test_signal(self):
        client = Client([PROGRAM, "lsp"])
        client.process.send_signal(signal.SIGTERM)
        self.assertEqual(client.process.wait(10), 128 + signal.SIGTERM)
        client.close()


class Findings(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        for sample in sorted((ROOT / "samples").iterdir()):
            for name, form in ((f"Dự thảo {sample.name}", lambda t: t), (f"crlf-{sample.name}", lambda t: t.replace("\n", "\r\n"))):
                (self.folder / name).write_bytes(form(sample.read_text()).encode())

    def client(self, **capabilities):
        capabilities.setdefault("general", {})["positionEncodings"] = ["utf-32"]
        return Client([PROGRAM, "lsp"], "/", capabilities, workspaceFolders=[{"uri": self.folder.as_uri(), "name": "x"}])

    def open(self, client, name):
        path = self.folder / name
        client.open(path.as_uri(), path.read_bytes().decode(), "markdown")
        while (published := client.wait_for(PUBLISH))["uri"] != path.as_uri():
            pass
        return published["diagnostics"]

    def compare(self):
        names = sorted(p.name for p in self.folder.iterdir() if p.suffix in (".md", ".txt"))
        expected = checked(self.folder, *names)
        client = self.client()
        for name in names:
            self.assertEqual(told(self.open(client, name)), expected.get(name, []), name)
        self.assertEqual(client.end(), 0)
        client = self.client()
        report = client.ask("workspace/diagnostic", {"previousResultIds": []})["result"]["items"]
        of_folder = {f: d for f, d in checked(self.folder, ".").items() if not f.endswith(".toml")}
        self.assertEqual({i["uri"]: told(i["items"]) for i in report}, {(self.folder / f).as_uri(): d for f, d in of_folder.items()})
        client.end()
        return sum(map(len, expected.values()))

    def test_are_those_of_check(self):
        self.assertGreater(self.compare(), 5)

    def test_are_those_of_check_in_a_house(self):
        (self.folder / "vanthu.toml").write_text('[check]\nignore = ["TT"]\nexclude = ["*thong-bao*"]\n\n[rules.CT101]\nseverity = "info"\n\n[[overrides]]\n'
                                                 'paths = ["crlf-*"]\n[overrides.rules.CT101]\nseverity = "error"\n')
        (self.folder / "crlf-cong-van.md.vanthu.toml").write_text('[[ignore]]\ncode = "VD103"\nreason = "thử"\n')
        self.assertGreater(self.compare(), 3)

    def test_sidecars_are_judged_at_their_place(self):
        sidecar = self.folder / "Dự thảo cong-van-dung.md.vanthu.toml"
        sidecar.write_text('[[ignore]]\ncode = "VD103"\nreason = "thử"\n')
        client = self.client()
        self.open(client, "Dự thảo cong-van-dung.md")
        published = client.wait_for(PUBLISH)
        self.assertEqual(published["uri"], sidecar.as_uri())
        self.assertEqual(told(published["diagnostics"]), checked(self.folder, "Dự thảo cong-van-dung.md")[sidecar.name])
        sidecar.write_text("[[ignore]]\ncode = 1\n")
        client.tell("textDocument/didSave", {"textDocument": {"uri": (self.folder / "Dự thảo cong-van-dung.md").as_uri()}})
        published = client.wait_for(PUBLISH)
        while published["uri"] != sidecar.as_uri() or published["diagnostics"][0]["code"] != "configuration":
            published = client.wait_for(PUBLISH)
        self.assertEqual(published["diagnostics"][0]["range"]["start"]["line"], 1)
        sidecar.unlink()
        client.tell("textDocument/didSave", {"textDocument": {"uri": (self.folder / "Dự thảo cong-van-dung.md").as_uri()}})
        while published["diagnostics"] or published["uri"] != sidecar.as_uri():
            published = client.wait_for(PUBLISH)
        client.end()

    def test_several_folders_each_with_its_own_house(self):
        other = Path(tempfile.mkdtemp())
        text = (ROOT / "samples/cong-van.md").read_text()
        (other / "a.md").write_text(text)
        (other / "vanthu.toml").write_text('[check]\nselect = ["CT"]\n')
        client = self.client()
        folder = lambda path: {"uri": path.as_uri(), "name": path.name}
        client.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [folder(other)], "removed": []}})
        pull = lambda: {i["uri"]: told(i["items"]) for i in client.ask("workspace/diagnostic", {"previousResultIds": []})["result"]["items"]}
        both = pull()
        self.assertEqual({f[0] for f in both[(other / "a.md").as_uri()]}, {"CT101"})
        self.assertGreater(len({f[0] for f in both[(self.folder / "crlf-cong-van.md").as_uri()]}), 1)
        client.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [], "removed": [folder(self.folder)]}})
        self.assertEqual(list(pull()), [(other / "a.md").as_uri()])
        client.end()

    def test_an_office_has_its_own_register(self):
        (self.folder / "own.csv").write_text("type,number,issuer,issued,expired,replaced_by\nCông văn,214/BGDĐT-GDTX,Bộ Giáo dục và Đào tạo,2023-02-17,2023-02-20,\n")
        before = self.compare()
        subprocess.run([PROGRAM, "registry", "import", "own.csv"], cwd=self.folder, check=True, capture_output=True)
        self.assertGreater(self.compare(), before)

    def test_findings_of_the_baseline_are_known(self):
        subprocess.run([PROGRAM, "baseline", "."], cwd=self.folder, check=True, capture_output=True)
        (self.folder / "vanthu.toml").write_text('[check]\nbaseline = "vanthu-baseline.ndjson"\n')
        self.assertEqual(self.compare(), 0)
        path = self.folder / "Dự thảo cong-van.md"
        path.write_text(path.read_text().replace("Kịp thời", "Kịp thời sử lý"))
        self.assertEqual(self.compare(), 1)
        (self.folder / "vanthu-baseline.ndjson").unlink()
        client = self.client()
        self.assertEqual(self.open(client, path.name), [])
        published = client.wait_for(PUBLISH)
        self.assertEqual((published["uri"], published["diagnostics"][0]["range"]["start"]["line"]), ((self.folder / "vanthu.toml").as_uri(), 1))
        client.end()

    def test_edits_that_come_together_are_judged_together(self):
        client = self.client()
        uri = (self.folder / "Dự thảo cong-van.md").as_uri()
        self.open(client, "Dự thảo cong-van.md")
        nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
        client.process.stdin.write(framed(*[{"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": v}, "contentChanges": [{"range": nowhere, "text": "a"}]}} for v in range(2, 402)]))
        client.process.stdin.flush()
        versions = []
        while not versions or versions[-1] < 401:
            versions.append(client.wait_for(PUBLISH)["version"])
        self.assertEqual(versions, sorted(versions))
        self.assertLess(len(versions), 200)
        client.end()

    def test_edits_do_not_wait_for_a_folder(self):
        text = (ROOT / "samples/cong-van.md").read_text()
        for n in range(600):
            (self.folder / f"{n:03}.md").write_text(text)
        client = self.client()
        self.open(client, "000.md")
        uri = (self.folder / "000.md").as_uri()
        client.send({"id": 77, "method": "workspace/diagnostic", "params": {"previousResultIds": [], "partialResultToken": "p"}})
        client.change(uri, 2, [{"text": "x"}])
        order = []
        while "answer" not in order:
            message = client.receive()
            order.append("answer" if message.get("id") == 77 else "edit" if message.get("method") == PUBLISH else "part")
        self.assertIn("edit", order)
        self.assertLess(order.index("edit"), order.index("answer") - 5, order)
        client.send({"id": 78, "method": "workspace/diagnostic", "params": {"previousResultIds": []}})
        client.tell("$/cancelRequest", {"id": 78})
        self.assertEqual(client.receive()["error"]["code"], -32800)
        client.end()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
