"""The command for the whole record as files to be passed on: `newsroom edition`."""

from pathlib import Path

import click

from newsroom.adapters.cli.checking import check
from newsroom.adapters.cli.failures import shown
from newsroom.adapters.cli.settings import look_folders, markdown_settings, site_url
from newsroom.adapters.cli.site import site_held, unlinked
from newsroom.adapters.cli.telling import tell
from newsroom.edition.branch import branch_files
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import say
from newsroom.site import folders
from newsroom.site.site import Site, SiteSettings


@click.command()
@click.option(
    "--repository",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder for the tree of a branch that a code host shows as pages.",
)
@click.pass_context
def edition(context: click.Context, repository: Path) -> None:
    """Make files of the whole record that can be passed on and read without its site.

    With --repository, its reports, timeline and participants as Markdown and each report as a file,
    to be pushed as a branch of their own. The folder is replaced whole, or stays as it was.

    \b
    Example:
      newsroom edition --repository read
    """
    root: Path = context.obj
    target = unlinked(repository)
    with site_held(target, root):
        context.invoke(check, is_published=True)
        written = write_branch(root, target)
    tell(say("{count} files in '{path}'", count=written, path=shown(target)), err=False)


def write_branch(root: Path, target: Path) -> int:
    """Write the tree of the branch in place of a folder that is held; how many files it has."""
    settings = SiteSettings(
        site_url(root), markdown_settings(root), root=root, overrides=look_folders(root)
    )
    site = Site(Catalogue.load(root)[0], settings)
    count = 0
    with folders.replaced(target) as new:
        for file in branch_files(site):
            path = new / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            content = file.content
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            count += 1
    return count
