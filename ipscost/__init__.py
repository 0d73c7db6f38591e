"""What supported employment costs and saves: scenarios in, sourced results out.

>>> import ipscost
>>> run = ipscost.simulate(ipscost.load("inklusion-ips"))
>>> round(-run.point.difference("ips").sum())
72013

`load` reads a scenario, `simulate` runs it, and each analysis takes the run and gives an answer:
`summary`, `payers`, `distribution`, `budget`, `cea`, `voi`, `power`, `sensitivity`, `grid`,
`threshold`, `compare`, `evidence`, `explain`, `verify`, `calibrate`. An answer has its `headline`,
its `caveats` and its numbers, `frame()`. `analyse` takes individual data and a model file in
place of a run.
"""

TYPE_CHECKING = False  # as in typing, which takes long enough to import for a Ctrl-C to fall into
if TYPE_CHECKING:
    from typing import Any

    from ipscost.errors import AskedError, ScenarioError
    from ipscost.ledger import Ledger
    from ipscost.library.answer import Answer, frame
    from ipscost.library.functions import (
        budget,
        calibrate,
        cea,
        compare,
        distribution,
        evidence,
        explain,
        grid,
        payers,
        sensitivity,
        summary,
        threshold,
        verify,
    )
    from ipscost.library.individual import analyse
    from ipscost.library.research import power, voi
    from ipscost.loading import load
    from ipscost.report.report import Report, Table
    from ipscost.run import Run, simulate
    from ipscost.scenario.nouns import Scenario
    from ipscost.settings import Settings
    from ipscost.version import __version__ as __version__

__all__ = [
    "Answer",
    "AskedError",
    "Ledger",
    "Report",
    "Run",
    "Scenario",
    "ScenarioError",
    "Settings",
    "Table",
    "analyse",
    "budget",
    "calibrate",
    "cea",
    "compare",
    "distribution",
    "evidence",
    "explain",
    "frame",
    "grid",
    "load",
    "payers",
    "power",
    "sensitivity",
    "simulate",
    "summary",
    "threshold",
    "verify",
    "voi",
]

_HOMES = {
    "__version__": "version",
    "Answer": "library.answer",
    "AskedError": "errors",
    "Ledger": "ledger",
    "Report": "report.report",
    "Run": "run",
    "Scenario": "scenario.nouns",
    "ScenarioError": "errors",
    "Settings": "settings",
    "Table": "report.report",
    "analyse": "library.individual",
    "budget": "library.functions",
    "calibrate": "library.functions",
    "cea": "library.functions",
    "compare": "library.functions",
    "distribution": "library.functions",
    "evidence": "library.functions",
    "explain": "library.functions",
    "frame": "library.answer",
    "grid": "library.functions",
    "load": "loading",
    "payers": "library.functions",
    "power": "library.research",
    "sensitivity": "library.functions",
    "simulate": "run",
    "summary": "library.functions",
    "threshold": "library.functions",
    "verify": "library.functions",
    "voi": "library.research",
}


def __getattr__(name: str) -> "Any":
    """Imports a public name when it is first asked for, so that `--help` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ipscost' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"ipscost.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """What there is to use; the modules that happen to be imported are not for that."""
    return [*__all__, "__version__"]
