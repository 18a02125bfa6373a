"""Style sheets, scripts and the icon as they are published: each in one file with what it imports.

A sheet is a list of components (`styles/`). Where a browser cannot look a colour up,
`light(accent)` and `dark(accent)` stand for those of `styles/tokens.css`; a selector with `CHOICE`
stands for one with each choice a page is filtered by.

A script is made of ES modules (`scripts/`), joined into a classic one: it works from disk, where
browsers load no modules.

Without comments, indents and line ends sheets and scripts are a fifth smaller on the wire; names
stay, so that what a browser shows can be found in the sources. That work is rcssmin's and rjsmin's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from rcssmin import cssmin  # type: ignore[import-untyped]
from rjsmin import jsmin  # type: ignore[import-untyped]

from newsroom.record.palette import TOKENS, Colours, palette_of, with_colours
from newsroom.site.index import CHOICES

Read = Callable[[str], str]
"""Gives the text of a file by its path below `assets/`."""

_COMPACT: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin, ".svg": str.strip}
STORY_SHEET = "story.css"
"""The sheet that stands in each file of a story, and is no file of the site itself."""
_PARTS = ("assets/styles/", "assets/scripts/", f"assets/{STORY_SHEET}")
_COLOUR = re.compile(r"\b(light|dark)\((\w+)\)")
_TOKEN = re.compile(r"--nr-([\w-]+): ([^;]+);")
_TOKEN_USE = re.compile(r"var\(--nr-([\w-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]+)\}")
_DRAWN = ("fill", "stroke")
"""What of a drawing a picture is told, too: how its shapes and letters are coloured."""
_STATEMENT = re.compile(
    r'^(?:import \{(?P<names>[^}]*)\} from "(?P<path>\.[\w./-]+)";$'
    r"|export (?=(?:const|let|class) (?P<exported>\w+))"
    r"|(?P<unknown>(?:import|export)\b.*))",
    re.MULTILINE,
)
"""An import or export of a module, as far as it goes when modules are joined."""


def coloured(read: Read, colours: Colours) -> Read:
    """The same files, with a record's colours among the tokens."""

    def read_coloured(name: str) -> str:
        return with_colours(read(name), colours) if name == TOKENS else read(name)

    return read_coloured


def is_compactable(uri: str) -> bool:
    """Whether a file is published whole and small: a sheet, a script or an icon of `assets/`."""
    path = PurePosixPath(uri)
    return str(path.parent) == "assets" and path.suffix in _COMPACT and "." not in path.stem


def is_part(uri: str) -> bool:
    """Whether a file is not published by itself: a part of sheets, scripts or stories."""
    return uri.startswith(_PARTS)


def compact(name: str, read: Read) -> str:
    """The style sheet, script or icon of a name, whole and made small.

    Raises `KeyError` for a colour that is no token, `ValueError` for a module that does not fit.
    """
    kind = PurePosixPath(name).suffix
    text = joined_script(name, read) if kind == ".js" else _coloured(_sheet(name, read), read)
    return _COMPACT[kind](text) + "\n"


def picture_rules(read: Read) -> str:
    """The rules of the parts of drawings, for a picture: it looks up no colour and is never dark.

    Raises `KeyError` for a colour that is no token.
    """
    palette = palette_of(read(TOKENS))

    def colour(name: str) -> str:
        return palette[name].light if name in palette else ""

    rules = _COMMENT.sub("", read("styles/graphic.css").partition("@media")[0])
    parts = (
        (selector, [it for it in declarations.split(";") if it.strip().startswith(_DRAWN)])
        for selector, declarations in _RULE.findall(rules)
    )
    return "".join(
        f"{selector.strip()}{{{_TOKEN_USE.sub(lambda found: colour(found[1]), ';'.join(kept))}}}"
        for selector, kept in parts
        if kept
    )


def joined_script(path: str, read: Read) -> str:
    """The script of a module and of all it imports, in a scope of its own.

    Each module stands once, before those that need it. They share the scope: a name stands for one
    thing in all of them. Raises `ValueError` for a name that is not exported, and for an import or
    export that is not written `import { a, b } from "./c.js"` or `export const a`.
    """
    modules: dict[str, _Module] = {}
    _read_modules(path, read, modules, set())
    for module in modules.values():
        for other, names in module.imports.items():
            if missing := names - modules[other].exports:
                raise ValueError(f"{other} does not export {', '.join(sorted(missing))}")
    body = "\n".join(module.body for module in modules.values())
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _sheet(name: str, read: Read) -> str:
    """A style sheet with those it imports in their place; what they load is then beside it."""
    lines = []
    for line in read(name).replace('url("../', 'url("').splitlines():
        if line.startswith('@import url("'):
            line = _sheet(line.removeprefix('@import url("').removesuffix('");'), read)
        elif "CHOICE" in line and line.endswith(" {"):
            selector = line.removesuffix(" {")
            line = ",\n".join(selector.replace("CHOICE", choice) for choice in CHOICES) + " {"
        lines.append(line)
    return "\n".join(lines)


def _coloured(text: str, read: Read) -> str:
    palette = palette_of(read(TOKENS)) if _COLOUR.search(text) else {}
    return _COLOUR.sub(lambda found: getattr(palette[found[2]], found[1]), text)


@dataclass(frozen=True, slots=True)
class _Module:
    body: str
    """Its text without what imports and exports."""
    imports: Mapping[str, set[str]]
    """The names it takes of other modules, by their paths."""
    exports: set[str]


def _read_modules(path: str, read: Read, modules: dict[str, _Module], begun: set[str]) -> None:
    """Add the modules one needs and then itself to `modules`, by path."""
    begun.add(path)
    module = _module(path, read(path))
    for other in module.imports:
        if other not in begun:
            _read_modules(other, read, modules, begun)
    modules[path] = module


def _module(path: str, text: str) -> _Module:
    imports: dict[str, set[str]] = {}
    exports: set[str] = set()

    def without(found: re.Match[str]) -> str:
        if found["unknown"]:
            raise ValueError(f"not understood: {found[0]}")
        if found["exported"]:
            exports.add(found["exported"])
        else:
            place = normpath(join(dirname(path), found["path"]))
            imports.setdefault(place, set()).update(found["names"].replace(",", " ").split())
        return ""

    return _Module(_STATEMENT.sub(without, text), imports, exports)
