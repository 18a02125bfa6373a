"""Our own templates: what they print is escaped, and a name they are not given is an error."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import jinja2


class OwnTemplates(jinja2.BaseLoader):
    """Loads the templates below the folder `own` strictly, and the theme's as they are written.

    A theme asks everywhere for names that may be absent; in ours one raises `UndefinedError`, whose
    traceback has template and line. A template keeps the environment it was compiled for, so that
    those of both kinds can extend and include each other.
    """

    def __init__(self, environment: jinja2.Environment, own: Path) -> None:
        assert environment.loader is not None
        self._all, self._own = environment.loader, own
        self._theirs = environment.overlay(autoescape=False)
        self._ours = environment.overlay(autoescape=True, undefined=jinja2.StrictUndefined)
        self._theirs.loader = self._ours.loader = self

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        is_own = (self._own / name).is_file()
        return self._all.load(self._ours if is_own else self._theirs, name, globals)
