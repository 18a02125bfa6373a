"""The commands for the site as a whole: `newsroom build`, `serve`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from newsroom.cli.checking import check
from newsroom.record.problems import errors_of
from newsroom.review.rules import check_form


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: site]",
)
@click.option("--drafts", is_flag=True, help="With the drafts, each marked; for a preview.")
@click.pass_context
def build(context: click.Context, site_dir: Path | None, drafts: bool) -> None:
    """Check the content and build the site; the old one stays until the new one is whole.

    \b
    Example:
      newsroom build --site-dir /tmp/site
    """
    root: Path = context.obj
    context.invoke(check)
    target = (site_dir or root / "site").resolve()
    _refuse_foreign(target)
    new = target.with_name(f".{target.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    click.echo("Building …")
    result = _mkdocs(
        root, "build", "--strict", "--site-dir", str(new), drafts=drafts, capture_output=True
    )
    # What MkDocs does is of no interest, what it complains of is.
    complaints = [line for line in result.stderr.splitlines() if not line.startswith("INFO")]
    click.echo("\n".join(complaints), err=True, nl=bool(complaints))
    if result.returncode or not (new / "index.html").is_file():
        shutil.rmtree(new, ignore_errors=True)
        click.echo(f"The build failed; '{target}' is as it was", err=True)
        sys.exit(1)
    _swap(new, target)
    files = sum(1 for file in target.rglob("*") if file.is_file())
    click.echo(f"{files} files in '{target}'")


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port on this machine.")
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Check and build the site, serve it on this machine, and rebuild on every change.

    A page whose words or whose translation have problems is shown; with other errors none is.

    \b
    Example:
      newsroom serve --port 8080
    """
    try:
        context.invoke(check)
    except SystemExit:
        if errors_of(check_form(context.obj, drafts=True)[1]):
            raise
        click.echo("The site can be looked at as it is; a build refuses it")
    try:
        _mkdocs(context.obj, "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}")
    except KeyboardInterrupt:
        click.echo()


def _mkdocs(
    root: Path, *arguments: str, drafts: bool = False, capture_output: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a process of its own: one door does not import the other."""
    # MkDocs' successor announces itself at every build.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DRAFTS": str(drafts).lower()}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment, check=False, text=True, capture_output=capture_output
    )


def _refuse_foreign(target: Path) -> None:
    """A folder that holds anything but a site of ours is never replaced."""
    if target.exists() and any(target.iterdir()) and not (target / "sitemap.xml").is_file():
        raise click.UsageError(f"'{target}' holds other files; name an empty or new folder")


def _swap(new: Path, target: Path) -> None:
    """Put the new site in place of the old one by renaming."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
