"""The commands for the site as a whole: `newsroom build`, `serve`."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import click

from newsroom.adapters.cli.checking import check
from newsroom.adapters.cli.failures import Failure, Misuse, shown
from newsroom.adapters.cli.helping import Told
from newsroom.adapters.cli.interruptions import SITE
from newsroom.adapters.cli.telling import language, tell
from newsroom.check.rules import check_form
from newsroom.record.causes import cause_by_number
from newsroom.record.problems import Message, errors_of, say
from newsroom.site import folders
from newsroom.site.preview import can_listen
from newsroom.site.timings import (
    ASKED,
    FILES,
    PAGES,
    PICTURES,
    READING,
    SEARCH,
    STORIES,
    TEXTS,
)

_TRACEBACK = "Traceback (most recent call last):"
_REFUSED = re.compile(r"\w+: \[Errno (?P<number>\d+)\] [^:]*(?:: '(?P<path>[^']*)')?")


@click.command(cls=Told)
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder the site is built in. [default: site]",
)
@click.option("--drafts", is_flag=True, help="Include drafts, marked as such, for a preview.")
@click.option("--timings", is_flag=True, help="Say where the time went.")
@click.pass_context
def build(context: click.Context, site_dir: Path | None, drafts: bool, timings: bool) -> None:
    """Check the content and build the site. The old site stays until the new one is complete.

    \b
    Example:
      newsroom build --site-dir /tmp/site
    """
    root: Path = context.obj
    target = unlinked(site_dir or root / SITE)
    with site_held(target, root) as lock:
        begun = perf_counter()
        context.invoke(check, is_published=not drafts)
        checked = perf_counter()
        with folders.replaced(target, drafts=drafts) as new, TemporaryDirectory() as apart:
            tell(say("Building …"), err=False)
            told = Path(apart, "timings.json") if timings else None
            _build_into(new, root, target, drafts=drafts, lock=lock, timings=told)
            stages = json.loads(told.read_text(encoding="utf-8")) if told else {}
    if timings:
        _tell_times({CHECK: checked - begun, **stages}, perf_counter() - begun)
    files = sum(1 for file in target.rglob("*") if file.is_file() and file.name != folders.MARK)
    tell(say("{count} files in '{path}'", count=files, path=target), err=False)


@click.command(cls=Told)
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Check and build the site, serve it on this machine, and rebuild on every change.

    Pages with problems of wording or translation are shown; any other error holds the site back.

    \b
    Example:
      newsroom serve --port 8080
    """
    if not can_listen(port):
        tell(say("port {port} cannot be used; give another with --port", port=str(port)))
        sys.exit(1)
    try:
        context.invoke(check)
    except SystemExit:
        if errors_of(check_form(context.obj, drafts=True)[1]):
            raise
        tell(say("you can preview the site as it is, but not build it"))
    address = f"127.0.0.1:{port}"
    try:
        # MkDocs says in English what the plugin says in the language of the editor.
        served = _mkdocs(context.obj, "serve", "--quiet", "--livereload", "--dev-addr", address)
    except KeyboardInterrupt:
        click.echo()
    else:
        sys.exit(min(served.returncode, 1))


CHECK, REST = "check", "rest"
_STAGES: Mapping[str, Message] = {
    CHECK: say("check"),
    READING: say("reading"),
    TEXTS: say("texts"),
    PAGES: say("pages"),
    STORIES: say("stories as files"),
    FILES: say("feeds, calendars and data"),
    SEARCH: say("search index"),
    PICTURES: say("share cards and pictures"),
    REST: say("MkDocs, writing and the rest"),
}
"""What a build does, in the order it is told."""


def _tell_times(stages: Mapping[str, float], whole: float) -> None:
    """Say how long each stage took, and the whole of it."""
    times = {**stages, REST: whole - sum(stages.values())}
    for stage in _STAGES:
        taken = round(times.get(stage, 0) * 1000)
        share = round(times.get(stage, 0) / whole * 100)
        line = say(
            "{stage}: {taken} ms ({share} %)", stage=_STAGES[stage], taken=taken, share=share
        )
        tell(line, err=False)


def _build_into(
    new: Path,
    root: Path,
    target: Path,
    *,
    drafts: bool,
    lock: int,
    timings: Path | None = None,
) -> None:
    """Let MkDocs make a site; tells of what it complains of, and ends unless the site is whole."""
    command = ("build", "--strict", "--site-dir", str(new))
    options = {ASKED: str(timings)} if timings else {}
    result = _mkdocs(root, *command, drafts=drafts, capture_output=True, lock=lock, options=options)
    # What MkDocs does is of no interest, what it complains of is.
    complaints = [line for line in result.stderr.splitlines() if not line.startswith("INFO")]
    crash = crash_in(complaints)
    complaints = complaints[: crash.begin] if crash else complaints
    click.echo("\n".join(complaints), err=True, nl=bool(complaints))
    if result.returncode or not (new / "index.html").is_file():
        hint = say("'{path}' is unchanged", path=shown(target))
        raise Failure(crash.told(root) if crash else say("the build failed"), hint)


def unlinked(folder: Path) -> Path:
    """The whole path of a folder; of a link its own path, and not that of what it leads to."""
    return folder.parent.resolve() / folder.name if folder.is_symlink() else folder.resolve()


@contextmanager
def site_held(target: Path, root: Path) -> Iterator[int]:
    """Keep other builds away from a site that is ours, with what an interruption left put right."""
    try:
        folders.refuse_foreign(target, root)
        with folders.held(target) as lock:
            folders.put_back(target)
            yield lock
    except folders.ForeignError as foreign:
        raise Misuse(foreign.message, foreign.hint) from None
    except folders.BusyError as busy:
        raise Failure(busy.message, busy.hint) from None


def _mkdocs(
    root: Path,
    *arguments: str,
    drafts: bool = False,
    capture_output: bool = False,
    lock: int | None = None,
    options: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a process of its own: one adapter does not import the other.

    It holds the lock of the site, too, as it goes on for a while when this process is killed.
    """
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",  # its successor announces itself at every build
        "DRAFTS": str(drafts).lower(),
        "PYTHONUTF8": "1",
        "NEWSROOM_LANG": language(),
        folders.HELD: str(lock is not None).lower(),
        **(options or {}),
    }
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env=environment,
        check=False,
        encoding="utf-8",
        errors="replace",
        capture_output=capture_output,
        pass_fds=() if lock is None or os.name == "nt" else (lock,),
    )


@dataclass(frozen=True, slots=True)
class Crash:
    """A traceback of another program: what broke, and the files it went through."""

    begin: int
    """The line the traceback begins on, from 0."""
    last: str
    """The line that names the error."""
    frames: tuple[tuple[str, int], ...]
    """The files it went through, each with a line."""

    def told(self, root: Path) -> Message:
        """What happened; of an error in a template, its place."""
        refused = _REFUSED.match(self.last)
        cause = cause_by_number(int(refused["number"])) if refused else None
        if refused and cause:
            if refused["path"]:
                return say("'{path}': {reason}", path=refused["path"], reason=cause)
            return say("the system reported: {reason}", reason=cause)
        for path, line in reversed(self.frames):
            if Path(root, path).is_relative_to(root / "overrides"):
                place = Path(root, path).relative_to(root).as_posix()
                return say("'{path}', line {line}: {error}", path=place, line=line, error=self.last)
        return say("the build stopped: {error}", error=self.last)


def crash_in(lines: Sequence[str]) -> Crash | None:
    """The last traceback among the lines a program has written, if there is one."""
    starts = [at for at, line in enumerate(lines) if line.strip() == _TRACEBACK]
    if not starts:
        return None
    frames = (line.strip().split('"', 2) for line in lines if line.startswith("  File "))
    places = tuple((path, int(rest.split(",")[1].split()[1])) for _, path, rest in frames)
    # What marks a place in a line of a template begins at the margin, too.
    said = [line for line in lines[starts[-1] + 1 :] if line and line[0] not in " \t^~"]
    return Crash(starts[0], said[0].strip() if said else "", places)
