"""What `reader` makes of the feeds of the site in the first argument, named in the others, as JSON.

Runs in an environment of its own, see `followed.py`.
"""

import json
import sys

from reader import make_reader


def main() -> None:
    """Print the entries of each feed."""
    root, *paths = sys.argv[1:]
    reader = make_reader(":memory:", feed_root=root)
    found = {}
    for path in paths:
        reader.add_feed(path)
        reader.update_feed(path)
        found[path] = [
            {
                "id": entry.id,
                "link": entry.link,
                "title": entry.title,
                "lang": entry.content[0].language,
                "day": str(entry.published or entry.updated)[:10],
                "html": entry.content[0].value,
            }
            for entry in reader.get_entries(feed=path)
        ]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
