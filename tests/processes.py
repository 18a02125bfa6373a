"""Programs as processes of their own, forked from one that has loaded the engine already.

To start Python and load the engine takes longer than most of what a test then asks of it. What is
forked reads its arguments, writes its streams and ends as any program does. What the start itself
reads, encodings and the locale, is read once for all: a test of those starts the command.

Run as a program, this module is the process the others are forked from.
"""

import atexit
import ctypes
import functools
import gc
import json
import os
import resource
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any

COMMAND = "from newsroom.adapters.cli import main; main(prog_name='newsroom')"
MKDOCS = "from mkdocs.__main__ import cli; cli(prog_name='mkdocs')"
_PATIENCE = 300
"""Seconds a program may take."""
_NEW_MOUNTS = 0x00020000
"""`CLONE_NEWNS` of Linux, which Python knows from 3.12 on."""


def run(
    program: str,
    *arguments: str,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdout: IO[Any] | None = None,
    max_file: int | None = None,
    mounting: str = "",
) -> subprocess.CompletedProcess[str]:
    """Run `python -c PROGRAM ARGUMENTS` with nothing on its standard input.

    `stdout` is an open file that takes its output. No file it writes gets longer than `max_file`
    bytes. `mounting` is a program of a shell, whose mounts it alone sees; only root may.
    """
    order = {
        "program": program,
        "arguments": arguments,
        "cwd": str(cwd or Path.cwd()),
        "env": dict(os.environ if env is None else env),
        "max_file": max_file,
        "mounting": mounting,
    }
    server, (out, to_out), (err, to_err) = _server(), os.pipe(), os.pipe()
    with tempfile.TemporaryFile() as written:
        written.write(json.dumps(order).encode())
        written.flush()
        files = [written.fileno(), stdout.fileno() if stdout else to_out, to_err]
        socket.send_fds(server, [b"!"], files)
    os.close(to_out)
    os.close(to_err)
    told = [data.decode("utf-8", "replace") for data in _read(out, err)]
    answer = server.recv(16)
    assert answer, "the process that forks has come to an end"
    return subprocess.CompletedProcess(program, int(answer), *told)


def _read(*pipes: int) -> list[bytes]:
    """What is written to pipes until all their other ends are closed."""
    found = dict.fromkeys(pipes, b"")
    with selectors.DefaultSelector() as selector:
        for pipe in pipes:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 16)
                found[key.fd] += data
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    return list(found.values())


@functools.cache
def _server() -> socket.socket:
    """The connection to the server of this process; the one ends with the other."""
    ours, theirs = socket.socketpair()
    ours.settimeout(_PATIENCE)
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.processes", str(theirs.fileno())],
        cwd=Path(__file__).parents[1],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    theirs.close()

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours


def _serve(connection: socket.socket) -> dict[str, Any] | None:
    """Fork for each order; what is forked returns with its order, the server at its end."""
    while True:
        message, files, *_ = socket.recv_fds(connection, 1, 3)
        if not message:
            return None
        child = os.fork()
        if not child:
            connection.close()
            with os.fdopen(files[0], "rb") as written:
                written.seek(0)
                order: dict[str, Any] = json.load(written)
            _take_streams(*files[1:])
            return order
        for file in files:
            os.close(file)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(str(code).encode())


def _take_streams(out: int, err: int) -> None:
    """Put the standard streams on other files, and open them as Python does at its start."""
    for file, number in ((out, 1), (err, 2)):
        os.dup2(file, number)
        os.close(file)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", newline="\n", closefd=False)
    sys.stderr = os.fdopen(
        2, "w", 1, encoding="utf-8", errors="backslashreplace", newline="\n", closefd=False
    )


def _load() -> None:
    """Load what the programs import, with what the engine keeps once it has made it."""
    from newsroom.adapters.cli import COMMANDS
    from newsroom.record.orthography import default_word_lists
    from newsroom.text.lexicon import Lexicon

    names = [f"newsroom.adapters.cli.{module}" for module, _ in COMMANDS.values()]
    more = ("mkdocs.__main__", "mkdocs.commands.build", "newsroom.adapters.mkdocs")
    plugins = ("mkdocs_static_i18n.plugin", "material.plugins.search.plugin")
    for name in (*names, *more, *plugins):
        import_module(name)
    Lexicon.of(default_word_lists())


def _prepare(order: Mapping[str, Any]) -> None:
    """Make this process what was ordered."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(order["env"])
    if order["mounting"]:
        if ctypes.CDLL(None, use_errno=True).unshare(_NEW_MOUNTS):
            raise OSError(ctypes.get_errno(), "no mounts of its own")
        subprocess.run(["sh", "-ec", f"mount --make-rprivate /; {order['mounting']}"], check=True)
    os.chdir(order["cwd"])
    sys.argv = ["-c", *order["arguments"]]
    if order["max_file"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["max_file"],) * 2)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever stops the tests closes the connection
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    _load()
    gc.freeze()
    asked = _serve(socket.socket(fileno=int(sys.argv[1])))
    if asked is not None:
        _prepare(asked)
        exec(asked["program"], {"__name__": "__main__"})
