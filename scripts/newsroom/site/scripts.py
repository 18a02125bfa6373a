"""ES modules joined into one classic script: it works from disk, where browsers load no modules."""

import posixpath
import re
from collections.abc import Callable, Iterator

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[\w./-]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class) (\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined_script(path: str, read: Callable[[str], str]) -> str:
    """The script of a module and of all it imports, in a scope of its own.

    Each module stands once, before those that need it. They share the scope: a name stands for one
    thing in all of them. Raises `ValueError` for a name that is not exported, and for an import or
    export that is not written `import { a, b } from "./c.js"` or `export const a`.
    """
    modules = dict(_modules(path, read, []))
    exported = {name: set(_EXPORT.findall(text)) for name, text in modules.items()}
    for name, text in modules.items():
        for names, other in _imports(name, text):
            if missing := names - exported[other]:
                raise ValueError(f"{other} does not export {', '.join(sorted(missing))}")
    body = "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in modules.values())
    if unknown := _OTHER.search(body):
        raise ValueError(f"not understood: {unknown[0]}")
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def _modules(path: str, read: Callable[[str], str], seen: list[str]) -> Iterator[tuple[str, str]]:
    """Path and text of the modules one needs, and of itself, in the order they are joined in."""
    seen.append(path)
    text = read(path)
    for _, other in _imports(path, text):
        if other not in seen:
            yield from _modules(other, read, seen)
    yield path, text


def _imports(path: str, text: str) -> Iterator[tuple[set[str], str]]:
    """The names a module imports, and the path of the module they come from."""
    for names, other in _IMPORT.findall(text):
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), other))
        yield set(re.findall(r"\w+", names)), place
