"""Firefox, spoken to in WebDriver BiDi over its own socket: no driver stands between.

https://w3c.github.io/webdriver-bidi/
"""

import json
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from websockets.sync.client import ClientConnection, connect

from benchmarks.audit.tools import firefox

_PATIENCE = 60
"""Seconds an answer may take."""
_ADDRESS = "WebDriverBiDiServer.json"
"""Where Firefox writes the port it has chosen, in the profile."""


class Firefox:
    """One tab."""

    key, name = "firefox", "Firefox"

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._sent = 0
        session = self.send("session.new", capabilities={})
        self.version = f"{self.name} {session['capabilities']['browserVersion']}"
        self._context = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, url: str) -> None:
        """Go to an address and wait until the page is complete."""
        self.send("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, script: str) -> None:
        """Run a script on the page."""
        self._evaluate(script)

    def ask(self, expression: str) -> Any:
        """What an expression or its promise comes to, as far as JSON can hold it."""
        said = self._evaluate(f"(async () => JSON.stringify(await ({expression})))()")
        return json.loads(said["value"]) if said["type"] == "string" else None

    def act(self, sources: Sequence[Mapping[str, Any]]) -> None:
        """Move, press and type as WebDriver has it."""
        self.send("input.performActions", context=self._context, actions=sources)

    def printed(self, width: float, height: float, margin: float) -> bytes:
        """The page as a PDF, on a sheet measured in centimetres."""
        around = dict.fromkeys(("top", "bottom", "left", "right"), margin)
        page = {"width": width, "height": height}
        said = self.send("browsingContext.print", context=self._context, page=page, margin=around)
        return b64decode(said["data"])

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command; ends the program when Firefox refuses it."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        answer: dict[str, Any] = json.loads(self._socket.recv(timeout=_PATIENCE))
        if answer["type"] == "error":
            sys.exit(f"Firefox refused {method}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def _evaluate(self, expression: str) -> dict[str, Any]:
        said = self.send(
            "script.evaluate",
            expression=expression,
            target={"context": self._context},
            awaitPromise=True,
        )
        if said["type"] == "exception":
            sys.exit(f"A probe failed in Firefox: {said['exceptionDetails']['text']}")
        result: dict[str, Any] = said["result"]
        return result


@contextmanager
def started_firefox() -> Iterator[Firefox]:
    """Firefox with one empty tab, closed afterwards."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = (firefox(), "--headless", "--no-remote", "--remote-debugging-port", "0")
        process = subprocess.Popen(
            (*command, "--profile", profile), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            with connect(f"{_address(Path(profile))}/session", max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(_PATIENCE)


def _address(profile: Path) -> str:
    for _ in range(_PATIENCE * 10):
        try:
            at = json.loads((profile / _ADDRESS).read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
        else:
            return f"ws://{at['ws_host']}:{at['ws_port']}"
    sys.exit("Firefox did not start")
