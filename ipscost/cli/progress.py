"""What a long command shows while it runs, on stderr and only where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from ipscost.batch.run import Progress
from ipscost.batch.work import Result
from ipscost.cli import spoken
from ipscost.cli.output import tell
from ipscost.errors import Problem, of_scenario
from ipscost.messages import Message

SHOWN = 20
"""How many failed runs are reported in full; errors.csv has them all."""


class ProgressBar(Progress):
    """A progress bar with the time left, and each failure above it as it happens."""

    def __init__(self, *, color: bool, several: bool = False) -> None:
        self.several = several
        self.done = self.total = self.failed = 0
        self.bar: Any = None
        if sys.stderr.isatty():
            self.bar = _bar(color)

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self.bar is not None:
            self.bar.stop()

    def start(self, total: int, reused: int) -> None:
        self.done, self.total = reused, total
        if self.bar is not None:
            self.task = self.bar.add_task("", total=total, completed=reused)
            self.bar.start()

    def step(self, result: Result) -> None:
        if result.problems:
            self.failed += 1
            if self.failed <= SHOWN:
                self.tell("\n".join(spoken.rendered(problem) for problem in self._named(result)))
            elif self.failed == SHOWN + 1:
                self.tell(
                    Message("more failures are not shown here; errors.csv will have them all")
                )
        else:
            self.done += 1
        if self.bar is not None and result.variant.number:
            self.bar.advance(self.task)
        elif self.bar is not None:
            self.bar.refresh()

    def _named(self, result: Result) -> Iterator[Problem]:
        """The problems of a run, with its scenario where there are several and none is named."""
        changes = {change.span.file for change in result.variant.changes}
        for problem in result.problems:
            name = result.scenario
            yield of_scenario(problem, name, changes) if self.several else problem

    def tell(self, text: str) -> None:
        """Prints a text to stderr, above the bar if there is one."""
        text = spoken.told(text)
        if self.bar is not None:
            self.bar.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            tell(text, lines=True)


def _bar(color: bool) -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskProgressColumn, TimeRemainingColumn
    from rich.progress import Progress as Rich

    console = Console(stderr=True, no_color=not color)
    columns = (BarColumn(), MofNCompleteColumn(), TaskProgressColumn(), TimeRemainingColumn())
    return Rich(*columns, console=console, transient=True, refresh_per_second=4)
