"""The machine-readable numbers of verify: each published result next to that of the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipscost.analysis.interval import Interval
from ipscost.analysis.verify import Finding, unit_of
from ipscost.report.report import Figure
from ipscost.report.verify.wording import label
from ipscost.run import Run


def figures(run: Run, found: Sequence[Finding]) -> Iterator[Figure]:
    """The numbers of each finding in its own unit, and 1 where it `agrees`, 0 where it does not."""
    for number, finding in enumerate(found):
        target, unit = finding.target, unit_of(finding.target, run.scenario)
        agrees = None if finding.verdict == "unchecked" else float(finding.verdict == "agrees")
        for measure, value, of in (
            ("published", target.value, unit),
            ("simulated", finding.simulated, unit),
            ("difference", finding.difference, unit),
            ("agrees", agrees, "share"),
        ):
            if value is not None:
                path, named = f"reproduces.{number}", label(run, target)
                yield Figure(measure, path, "leaf", named, Interval(value), arm=target.arm, unit=of)
