"""Engines by name: each turns a scenario and its draws into a ledger.

An engine is a function `run(scenario, draws) -> Ledger`. What it does inside is its own affair;
every analysis reads the ledger alone.
"""

from __future__ import annotations

from collections.abc import Callable

from ipscost.draws import Draws
from ipscost.engines import expected
from ipscost.ledger import Ledger
from ipscost.scenario import Scenario

Engine = Callable[[Scenario, Draws], Ledger]
ENGINES: dict[str, Engine] = {"expected": expected.run}
