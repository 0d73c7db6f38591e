"""Makes `builders` importable from every folder of tests, and keeps the checkout clean.

What tests and the programs they start print does not depend on the developer's language.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

STORAGE = Path(tempfile.gettempdir()) / "ipscost-hypothesis"
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(STORAGE))
os.environ.pop("IPSCOST_LANG", None)
os.environ["LC_ALL"] = "C.UTF-8"
