"""How long a thousand sources take to import, and how much memory: `python -m benchmarks.intake`."""

import resource
import time
from pathlib import Path

from benchmarks.phrases import read_phrases
from newsroom.intake.importing import Desk, Wishes, import_source
from newsroom.record.catalogue import Catalogue
from newsroom.record.documents import Reading
from newsroom.text.dates import parse_period
