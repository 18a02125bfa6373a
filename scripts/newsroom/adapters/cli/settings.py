"""What the commands read off `mkdocs.yml` themselves: single settings, without MkDocs."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from newsroom.adapters.cli import ROOT_FILE
from newsroom.defaults import theme_folder
from newsroom.site.rendering import MarkdownSettings


def site_url(root: Path) -> str:
    """The address of the site: `site_url`, or a variable and its default; may be empty."""
    value = _setting(root, "site_url")
    if not isinstance(value, yaml.SequenceNode):
        return "" if value is None or value.tag == "!ENV" else str(value.value)
    names = [item.value for item in value.value]
    return next(
        (os.environ[name] for name in names[:-1] if name in os.environ), "".join(names[-1:])
    )


def markdown_settings(root: Path) -> MarkdownSettings:
    """The extensions pages are rendered with, those MkDocs adds among them."""
    listed = _setting(root, "markdown_extensions")
    items = listed.value if isinstance(listed, yaml.SequenceNode) else ()
    options: dict[str, dict[str, Any]] = {}
    names = ["toc", "tables", "fenced_code"]
    for item in items:
        if isinstance(item, yaml.MappingNode):
            named = yaml.CSafeLoader("").construct_mapping(item, deep=True)
            options |= {str(name): dict(value or {}) for name, value in named.items()}
            names += map(str, named)
        else:
            names.append(str(item.value))
    return MarkdownSettings(tuple(dict.fromkeys(names)), options)


def security_expires(root: Path) -> date | None:
    """The day `extra.security` expires; `None` where it does not say it."""
    node = _setting(root, "extra")
    for name in ("security", "expires"):
        entries: Iterable[tuple[yaml.Node, yaml.Node]] = getattr(node, "value", ())
        node = next((value for key, value in entries if key.value == name), None)
    try:
        return date.fromisoformat(str(node.value)) if node else None
    except ValueError:  # the build tells of it
        return None


def own_looks(root: Path) -> tuple[Path, ...]:
    """Where the record's own templates, styles and scripts lie, if it has some."""
    entries: Iterable[tuple[yaml.Node, yaml.Node]] = getattr(_setting(root, "theme"), "value", ())
    return tuple(root / str(value.value) for key, value in entries if key.value == "custom_dir")


def look_folders(root: Path) -> tuple[Path, ...]:
    """Where templates, styles and scripts lie: the record's own folder, then the engine's."""
    return (*own_looks(root), theme_folder())


def _setting(root: Path, name: str) -> yaml.Node | None:
    try:
        text = (root / ROOT_FILE).read_text(encoding="utf-8")
        settings = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (OSError, ValueError, yaml.YAMLError):  # the build tells of it
        return None
    entries: Iterable[tuple[yaml.Node, yaml.Node]] = getattr(settings, "value", ())
    return next((value for key, value in entries if key.value == name), None)
