"""A table as a CSV file for spreadsheets, and as JSON for programs.

CSV: UTF-8 with a byte order mark, without which Excel takes Persian for another encoding, and lines
that end as in RFC 4180. A text that begins as a formula does gets an apostrophe in front, and so
does one that has nothing but apostrophes before such a beginning: taking one off gives all back.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from newsroom.site.open_data.columns import Table, Value

MARK = "'"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: Table[Any]) -> bytes:
    """The file of a table; an empty cell stands for what the record does not say."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(_cells(row) for row in table.values)
    return file.getvalue().encode("utf-8-sig")


def as_json(table: Table[Any]) -> str:
    """The rows as objects, one a line; `null` stands for what the record does not say."""
    names = [column.name for column in table.columns]
    rows = (dict(zip(names, row, strict=True)) for row in table.values)
    lines = (json.dumps(row, ensure_ascii=False, default=date.isoformat) for row in rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def is_marked(text: str) -> bool:
    """Whether a text stands in a CSV file with an apostrophe in front."""
    return text.lstrip(MARK).startswith(_FORMULA)


def _cells(row: tuple[Value, ...]) -> Iterator[object]:
    for value in row:
        match value:
            case str():
                yield f"{MARK}{value}" if is_marked(value) else value
            case bool():
                yield "true" if value else "false"
            case tuple():
                yield json.dumps(value, ensure_ascii=False) if value else None
            case _:
                yield value  # a day as in ISO 8601, a number, or nothing
