"""A program killed before any step it takes in a folder: as a power cut or `kill -9` would do it."""

import json
import signal
from pathlib import Path

from .processes import run

_PROGRAM = """
import json, os, signal, sys
folder, at, code = sys.argv[1], int(sys.argv[2]), sys.argv[3]
arguments = json.loads(sys.argv[4])
exec(code)
seen = 0
STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "shutil.rmtree")

def hook(event, values):
    global seen
    if event in STEPS and any(folder in str(value) for value in values):
        if seen == at:
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

sys.addaudithook(hook)
work(*arguments)
"""


def is_killed(folder: Path, at: int, code: str, *arguments: object) -> bool:
    """Run `work(*arguments)`, which `code` defines, and kill it before its step `at` in a folder.

    False when it has come to its end before; its end has to be a good one.
    """
    result = run(_PROGRAM, str(folder), str(at), code, json.dumps(arguments))
    assert result.returncode in (0, -signal.SIGKILL), result.stderr
    return result.returncode != 0


def tree(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder by its path, hidden files too; of a folder `None`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }
