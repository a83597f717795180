"""A client of `vanthu lsp` over pipes, for measurements and tests."""
import json
import subprocess


class Client:
    def __init__(self, command, folder=None, capabilities=None, **more):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.next_id = 0
        self.notes = []  # notifications and requests of the server that nobody has asked for yet
        parameters = {"processId": None, "rootUri": None, "capabilities": capabilities or {}, **more}
        self.initialized = self.ask("initialize", parameters)
        self.tell("initialized", {})

    def send(self, message):
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode())

    def send_bytes(self, body):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive_bytes(self):
        length = None
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            name, value = line.split(b":")
            assert name == b"Content-Length", line
            length = int(value)
        if length is None:
            raise EOFError("the server has ended")
        return self.process.stdout.read(length)

    def receive(self):
        return json.loads(self.receive_bytes())

    def tell(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def ask(self, method, parameters):
        """The whole answer; what comes before it is kept in `notes`."""
        self.next_id += 1
        self.send({"id": self.next_id, "method": method, "params": parameters})
        while True:
            message = self.receive()
            if message.get("id") == self.next_id and "method" not in message:
                return message
            self.notes.append(message)

    def wait_for(self, method):
        """The parameters of the next message of this method."""
        while True:
            for i, message in enumerate(self.notes):
                if message.get("method") == method:
                    return self.notes.pop(i)["params"]
            self.notes.append(self.receive())

    def open(self, uri, text, language="plaintext", version=1):
        self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": language, "version": version, "text": text}})

    def change(self, uri, version, changes):
        self.tell("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes})

    def end(self):
        """The exit status."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.stdout.read()
        self.close()
        return self.process.wait(10)

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
