"""Where the program starts: the console script, and `python -m ipscost`."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Runs the command line and exits with its code."""
    # A run is short and makes few cycles; collecting them while it starts is a twentieth of it.
    gc.set_threshold(100_000)
    from ipscost.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
