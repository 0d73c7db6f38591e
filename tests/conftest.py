"""Makes `builders` importable from every folder of tests, and keeps the checkout clean."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

STORAGE = Path(tempfile.gettempdir()) / "ipscost-hypothesis"
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(STORAGE))
