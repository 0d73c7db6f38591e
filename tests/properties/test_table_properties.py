"""A table is read as it is meant, however it is written, or refused: never as other numbers."""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.batch.designs import design
from ipscost.errors import ScenarioError
from ipscost.loading.results.psa import PsaResults, read_psa

ARMS = ("usual", "ips", "ipse")
DRAWS = 6
SHAPES = ("cost_arm", "arm_cost", "costArm", "cost[arm]", "two lines", "arms above", "long")


@dataclass(frozen=True)
class Way:
    """How a table is written, and what stands in it besides the results."""

    shape: str
    delimiter: str
    decimal: str
    thousands: bool
    end: str
    encoding: str
    rows: str
    titles: int
    summary: tuple[str, ...]
    more: frozenset[str]
    seed: int

    @property
    def is_possible(self) -> bool:
        """False where numbers could not be told from what parts them."""
        return self.delimiter != self.decimal


WAYS = st.builds(
    Way,
    shape=st.sampled_from(SHAPES),
    delimiter=st.sampled_from([",", ";", "\t", "|", " "]),
    decimal=st.sampled_from([".", ","]),
    thousands=st.booleans(),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    rows=st.sampled_from(["draw", "", "unnamed", "r", "none"]),
    titles=st.integers(0, 2),
    summary=st.sampled_from(
        [(), ("Mean", "SD"), ("Gennemsnit",), ("2.5%", "97.5%"), ("", "Total")]
    ),
    more=st.frozensets(st.sampled_from(["sep", "difference", "sum", "mean", "units", "shuffled"])),
    seed=st.integers(0, 10_000),
).filter(lambda way: way.is_possible)


@dataclass
class Table:
    """Headings over a table, in one line or two, and its rows."""

    above: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: list[list[float | str]] = field(default_factory=list)


def numbers(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Costs and effects, (arm, draw), as they would be printed."""
    rng = np.random.default_rng(seed)
    cost = rng.uniform(900, 12_000, (len(ARMS), DRAWS)).round(2)
    return cost, rng.uniform(0.1, 0.9, (len(ARMS), DRAWS)).round(4)


def heading(shape: str, measure: str, arm: str) -> str:
    """What stands above a column."""
    return {
        "cost_arm": f"{measure}_{arm}",
        "arm_cost": f"{arm} {measure}",
        "costArm": f"{measure}{arm.title()}",
        "cost[arm]": f"{measure}[{arm}]",
    }.get(shape, arm)


def wide(way: Way, cost: np.ndarray, effect: np.ndarray) -> Table:
    """A row a draw."""
    columns: list[tuple[str, str, np.ndarray]] = []
    for measure, values in (("cost", cost), ("qaly", effect)):
        extra = {"difference": ("inc", values[1] - values[0])}
        extra["sum"], extra["mean"] = ("total", values.sum(axis=0)), ("mean", values.mean(axis=0))
        of = [*zip(ARMS, values, strict=True), *(extra[e] for e in sorted(way.more & {*extra}))]
        columns += [(measure, arm, each) for arm, each in of]
    if way.shape == "arms above":
        columns.sort(key=lambda column: column[1])
    elif "shuffled" in way.more and way.shape != "two lines":
        random.Random(way.seed).shuffle(columns)
    table = Table(head=[heading(way.shape, measure, arm) for measure, arm, _ in columns])
    if way.shape in ("two lines", "arms above"):
        place = int(way.shape == "arms above")
        groups = [column[place] for column in columns]
        table.above = [g if i == 0 or groups[i - 1] != g else "" for i, g in enumerate(groups)]
        table.head = [column[1 - place] for column in columns]
    table.rows = [[float(values[draw]) for *_, values in columns] for draw in range(DRAWS)]
    return table


def long(way: Way, cost: np.ndarray, effect: np.ndarray) -> Table:
    """A row a draw and arm."""
    table = Table(head=["arm", "cost", "qaly"])
    arms = list(zip(ARMS, cost, effect, strict=True))
    if "difference" in way.more:
        arms.append(("Incremental", cost[1] - cost[0], effect[1] - effect[0]))
    table.rows = [[arm, float(c[d]), float(e[d])] for d in range(DRAWS) for arm, c, e in arms]
    return table


def number(value: float, way: Way) -> str:
    """A number as a program prints it."""
    decimals = 4 if abs(value) < 10 else 2
    text = f"{value:,.{decimals}f}" if way.thousands else f"{value:.{decimals}f}"
    if way.decimal == ",":
        text = text.translate(str.maketrans(",.", ".,"))
    return f'"{text}"' if way.delimiter in text else text


def written(way: Way) -> bytes:
    """The table in its way of writing."""
    cost, effect = numbers(way.seed)
    is_long = way.shape == "long"
    table = (long if is_long else wide)(way, cost, effect)
    name = "draw" if is_long else way.rows
    head = {"draw": ["draw"], "": ['""'], "unnamed": ["Unnamed: 0"]}.get(name, [])
    quoted = name == "r" or way.delimiter == " "
    lines = [["Trækninger af en model"] for _ in range(way.titles)]
    if table.above:
        lines.append([*([""] * len(head)), *table.above])
    lines.append([*head, *(f'"{each}"' if quoted else each for each in table.head)])
    if "units" in way.more and name == "draw" and not is_long:
        lines.append(["", *["(kr.)"] * len(table.head)])
    for place, row in enumerate(table.rows):
        label = {"r": f'"{place + 1}"', "none": None, "unnamed": str(place)}.get(
            name, str((place // (len(table.rows) // DRAWS) if is_long else place) + 1)
        )
        cells = [f'"{each}"' if isinstance(each, str) else number(each, way) for each in row]
        lines.append(cells if label is None else [label, *cells])
    if name in ("draw", "", "unnamed"):
        for label in way.summary:
            cells = [f'"{e}"' if isinstance(e, str) else number(e, way) for e in table.rows[0]]
            lines.append([f'"{label}"' if label else "", *(cells if label else [""] * len(cells))])
    first = f"sep={way.delimiter}{way.end}" if "sep" in way.more else ""
    return (first + "".join(way.delimiter.join(line) + way.end for line in lines)).encode(
        way.encoding
    )


def result(way: Way) -> PsaResults | None:
    """What is read of the table; None where it is refused with a place and a fix."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "results.csv")
        file.write_bytes(written(way))
        try:
            return read_psa(file)
        except ScenarioError as error:
            problems = error.problems
    assert all(problem.fix for problem in problems)
    return None


@settings(max_examples=120)
@given(WAYS)
def test_a_table_gives_its_numbers_or_is_refused(way: Way) -> None:
    found = result(way)
    if found is None:
        return
    cost, effect = numbers(way.seed)
    arms = [arm.casefold() for arm in found.psa.arms]
    assert sorted(arms) == sorted(ARMS), way
    order = [arms.index(arm) for arm in ARMS]
    assert found.psa.cost[order].tolist() == cost.tolist()
    assert found.psa.effect[order].tolist() == effect.tolist()


PLAIN = Way("cost_arm", ",", ".", False, "\n", "utf-8", "draw", 0, (), frozenset(), 1)


@pytest.mark.parametrize(
    "change",
    [
        *({"shape": shape} for shape in SHAPES),
        *({"delimiter": each} for each in ";\t| "),
        *({"rows": each, "delimiter": d} for each in ("", "unnamed", "r") for d in ",;\t"),
        {"delimiter": ";", "decimal": ","},
        {"delimiter": ";", "decimal": ",", "thousands": True},
        {"thousands": True},
        {"decimal": ",", "delimiter": "\t", "encoding": "utf-16"},
        {"titles": 2},
        {"titles": 1, "encoding": "cp1252"},
        {"summary": ("Mean", "SD")},
        {"summary": ("", "Total"), "rows": ""},
        *({"more": frozenset({each})} for each in ("difference", "sum", "mean", "units", "sep")),
        {"more": frozenset({"difference"}), "shape": "long"},
        {"summary": ("2.5%", "97.5%"), "shape": "long"},
    ],
    ids=str,
)
def test_the_usual_ways_are_read(change: dict[str, object]) -> None:
    way = Way(**{**PLAIN.__dict__, **change})  # type: ignore[arg-type]
    found = result(way)
    assert found is not None
    assert sorted(arm.casefold() for arm in found.psa.arms) == sorted(ARMS)


VALUES = st.lists(st.tuples(st.integers(1, 2_000_000), st.integers(0, 3)), min_size=1, max_size=5)


@settings(max_examples=60)
@given(VALUES, st.sampled_from(";,\t|"), st.sampled_from(".,"), st.booleans(), st.booleans())
def test_a_design_gives_its_numbers_or_is_refused(
    values: list[tuple[int, int]], delimiter: str, decimal: str, thousands: bool, settled: bool
) -> None:
    if delimiter == decimal:
        return
    true = [(whole / 10**decimals, decimals) for whole, decimals in values]
    texts = []
    for value, decimals in [*true, *([(0.035, 3)] if settled else [])]:
        text = f"{value:,.{decimals}f}" if thousands else f"{value:.{decimals}f}"
        if decimal == ",":
            text = text.translate(str.maketrans(",.", ".,"))
        texts.append(f'"{text}"' if delimiter in text else text)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "design.csv")
        rows = [f"{delimiter.join(('v', text))}" for text in texts]
        file.write_text("\n".join([delimiter.join(("perspective", "x")), *rows]))
        try:
            found = design(file=file)
        except ScenarioError:
            return
    read = [float(found.variant(place).changes[1].text) for place in range(len(true))]
    wanted = [value for value, _ in true]
    if settled or read != wanted:
        # what no other number settles is a decimal point among commas, if it stands alone
        alone = delimiter == "," and len(true) == 1 and not settled
        assert read == wanted or alone
