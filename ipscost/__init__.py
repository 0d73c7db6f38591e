"""What supported employment costs and saves: scenarios in, sourced results out.

>>> import ipscost
>>> run = ipscost.simulate(ipscost.load("inklusion-ips"))
>>> round(-run.point.difference("ips").sum())
72013
"""

TYPE_CHECKING = False  # as in typing, which takes long enough to import for a Ctrl-C to fall into
if TYPE_CHECKING:
    from typing import Any

    from ipscost.errors import ScenarioError
    from ipscost.formats.machine import frame
    from ipscost.ledger import Ledger
    from ipscost.loading import load
    from ipscost.report.report import Report, Table
    from ipscost.report.simulate.summary import summary
    from ipscost.run import Run, simulate
    from ipscost.scenario.nouns import Scenario
    from ipscost.settings import Settings
    from ipscost.version import __version__ as __version__

__all__ = [
    "Ledger",
    "Report",
    "Run",
    "Scenario",
    "ScenarioError",
    "Settings",
    "Table",
    "frame",
    "load",
    "simulate",
    "summary",
]

_HOMES = {
    "__version__": "version",
    "Ledger": "ledger",
    "Report": "report.report",
    "Run": "run",
    "Scenario": "scenario.nouns",
    "ScenarioError": "errors",
    "Settings": "settings",
    "Table": "report.report",
    "frame": "formats.machine",
    "load": "loading",
    "simulate": "run",
    "summary": "report.simulate.summary",
}


def __getattr__(name: str) -> "Any":
    """Imports a public name when it is first asked for, so that `--help` stays quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ipscost' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"ipscost.{_HOMES[name]}"), name)
