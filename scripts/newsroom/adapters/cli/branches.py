"""The tree of a branch that a code host shows as pages: `newsroom edition --repository`."""

from pathlib import Path

import click

from newsroom.adapters.cli.checking import check
from newsroom.adapters.cli.failures import shown
from newsroom.adapters.cli.settings import markdown_settings, own_looks, site_url
from newsroom.adapters.cli.site import site_held, unlinked
from newsroom.adapters.cli.telling import tell
from newsroom.edition.branch import branch_files
from newsroom.record.catalogue import Catalogue
from newsroom.record.problems import say
from newsroom.site import folders
from newsroom.site.site import Site, SiteSettings


def make_branch(context: click.Context, repository: Path) -> None:
    """Check the record and put its tree in place of a folder of ours; all files or none."""
    root: Path = context.obj
    target = unlinked(repository)
    with site_held(target, root):
        context.invoke(check, is_published=True)
        written = write_branch(root, target)
    tell(say("{count} files in '{path}'", count=written, path=shown(target)), err=False)


def rendered_site(root: Path, catalogue: Catalogue) -> Site:
    """The site of a record, rendered for what is no copy of the built one."""
    looks = own_looks(root)
    settings = SiteSettings(site_url(root), markdown_settings(root), root=root, overrides=looks)
    return Site(catalogue, settings)


def write_branch(root: Path, target: Path) -> int:
    """Write the tree of the branch in place of a folder that is held; how many files it has."""
    site = rendered_site(root, Catalogue.load(root)[0])
    count = 0
    with folders.replaced(target) as new:
        for file in branch_files(site):
            path = new / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            content = file.content
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            count += 1
    return count
