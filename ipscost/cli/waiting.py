"""What is said while a command computes for long: a line on stderr, where that is a terminal."""

from __future__ import annotations

import os
import sys
import time
from threading import Event, Thread
from types import TracebackType

from ipscost.words import say

AFTER, EVERY = 3.0, 1.0
"""Seconds before the first word, and between two of them."""


class Waiting:
    """A line that counts seconds while the block runs, and is wiped away behind it."""

    def __init__(self, language: str, after: float = AFTER) -> None:
        self.language, self.after = language, after
        self._over = Event()
        self._thread: Thread | None = None

    def __enter__(self) -> Waiting:
        is_plain = os.environ.get("TERM") in ("dumb", "unknown")
        if sys.stderr is not None and sys.stderr.isatty() and not is_plain:
            self._thread = Thread(target=self._tell, daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()

    def _tell(self) -> None:
        """Says how long it has been, until it is over."""
        begun, wait = time.monotonic(), self.after
        told = ""
        while not self._over.wait(wait):
            seconds = round(time.monotonic() - begun)
            told = say("waiting", self.language, seconds=seconds)
            sys.stderr.write(f"\r{told}")
            sys.stderr.flush()
            wait = EVERY
        if told:
            sys.stderr.write(f"\r{' ' * len(told)}\r")
            sys.stderr.flush()
