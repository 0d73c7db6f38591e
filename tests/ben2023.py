"""The open data of Ben et al. 2023 as arrays: see tests/replication/ben2023/README.md."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from ipscost.individual.data import Endpoint, IndividualData

FILE = Path(__file__).parent / "replication" / "ben2023" / "persons.csv"
QUARTERS = ("Cm1", "Cm2", "Cm3", "Cm4")


def persons() -> IndividualData:
    """All 200 persons; neither the arm nor the number of a person is a column."""
    with FILE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    columns = tuple(name for name in rows[0] if name not in ("id", "Tr"))
    values = [[float(row[name] or "nan") for name in columns] for row in rows]
    arm = np.array([int(row["Tr"]) for row in rows])
    return IndividualData(columns, np.array(values), arm, ("usual", "new"), 0)


def endpoint(data: IndividualData, name: str, weights: dict[str, float], *before: str) -> Endpoint:
    """The sum of columns by their names, with what was measured before."""
    each = np.array([weights.get(column, 0.0) for column in data.columns])
    return Endpoint(name, each, tuple(data.columns.index(column) for column in before))


def endpoints(data: IndividualData) -> tuple[Endpoint, Endpoint]:
    """The cost of a year, and quality-adjusted life years as the area below five utilities."""
    cost = endpoint(data, "cost", dict.fromkeys(QUARTERS, 1.0), "C", "age", "sex")
    area = {"E": 0.125, "Em1": 0.25, "Em2": 0.25, "Em3": 0.25, "Em4": 0.125}
    return cost, endpoint(data, "qaly", area, "E", "age", "sex")


def parts(data: IndividualData) -> tuple[Endpoint, ...]:
    """The cost of each quarter."""
    return tuple(endpoint(data, name, {name: 1.0}) for name in QUARTERS)


def some(data: IndividualData, chosen: np.ndarray) -> IndividualData:
    """The persons who are `chosen`."""
    return IndividualData(data.columns, data.values[chosen], data.arm[chosen], data.arms, 0)


def whole(data: IndividualData) -> IndividualData:
    """Those of whom nothing is missing."""
    return some(data, ~data.missing.any(axis=1))
