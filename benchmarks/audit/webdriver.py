"""WebKitGTK, spoken to in WebDriver through WebKitWebDriver, on a screen nobody sees.

https://www.w3.org/TR/webdriver2/
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from benchmarks.audit.tools import webkit_driver, xvfb

_PATIENCE = 60
"""Seconds an answer may take."""


class WebKit:
    """One window."""

    key, name = "webkit", "WebKitGTK"

    def __init__(self, host: str) -> None:
        self._base = f"{host}/session"
        session = self._send("POST", "", {"capabilities": {}})
        self._base += f"/{session['sessionId']}"
        self.version = f"{self.name} {session['capabilities']['browserVersion']}"

    def open(self, url: str) -> None:
        """Go to an address and wait until the page is complete."""
        self._send("POST", "/url", {"url": url})

    def run(self, script: str) -> None:
        """Run a script on the page."""
        self._send("POST", "/execute/sync", {"script": script, "args": []})

    def ask(self, expression: str) -> Any:
        """What an expression or its promise comes to, as far as JSON can hold it."""
        script = f"return (async () => JSON.stringify(await ({expression})))()"
        said = self._send("POST", "/execute/sync", {"script": script, "args": []})
        return json.loads(said) if said else None

    def act(self, sources: Sequence[Mapping[str, Any]]) -> None:
        """Move, press and type as WebDriver has it."""
        self._send("POST", "/actions", {"actions": sources})

    def close(self) -> None:
        """End the session."""
        self._send("DELETE", "")

    def _send(self, method: str, path: str, body: object = None) -> Any:
        """The value of an answer; ends the program when the driver refuses."""
        data = None if body is None else json.dumps(body).encode()
        request = Request(self._base + path, data, {"Content-Type": "application/json"})
        request.method = method
        try:
            with urlopen(request, timeout=_PATIENCE) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            sys.exit(f"{self.name} refused {path or method}: {json.load(error)['value']}")


@contextmanager
def started_webkit() -> Iterator[WebKit]:
    """WebKitGTK with one window on a screen of its own, closed afterwards."""
    with _screen() as display:
        port = _free_port()
        command = (webkit_driver(), f"--port={port}")
        environment = {**os.environ, "DISPLAY": display}
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            _wait_for(port)
            it = WebKit(f"http://127.0.0.1:{port}")
            yield it
            it.close()
        finally:
            process.terminate()
            process.wait(_PATIENCE)


@contextmanager
def _screen() -> Iterator[str]:
    """The name of a display that shows itself nowhere."""
    reading, writing = os.pipe()
    size = ("-screen", "0", "1440x1000x24")
    command = (xvfb(), "-displayfd", str(writing), *size, "-nolisten", "tcp")
    process = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    try:
        yield f":{number}" if number else sys.exit("Xvfb did not start")
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        port: int = it.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(_PATIENCE * 10):
        try:
            with urlopen(f"http://127.0.0.1:{port}/status", timeout=_PATIENCE):
                return
        except URLError:
            time.sleep(0.1)
    sys.exit("WebKitWebDriver did not start")
