"""Results are read as they were written, however they were written; broken ones are told so."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.decision import Psa
from ipscost.delimited import neutral
from ipscost.errors import Problem, ScenarioError
from ipscost.loading.results.psa import read_psa

NUMBERS = st.floats(-1e9, 1e9)
NAMES = st.text("abcXYZ æø-.'1", min_size=1, max_size=6).map(str.strip).filter(bool)


@dataclass(frozen=True)
class Way:
    """A way to write a table: what stands between cells, for decimals and behind lines."""

    delimiter: str
    decimal: str
    end: str
    encoding: str


WAYS = st.builds(
    Way,
    delimiter=st.sampled_from([",", ";", "\t"]),
    decimal=st.sampled_from([".", ","]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
).filter(lambda way: way.delimiter != way.decimal)


@st.composite
def psas(draw: st.DrawFn) -> Psa:
    """Results of two to four arms and two to six draws, with two parameters."""
    arms = draw(st.lists(NAMES, min_size=2, max_size=4, unique_by=lambda n: n.casefold().strip()))
    draws = draw(st.integers(2, 6))
    size = len(arms) * draws
    cost, effect = (
        np.array(draw(st.lists(NUMBERS, min_size=size, max_size=size))).reshape(len(arms), draws)
        for _ in range(2)
    )
    values = [
        np.array(draw(st.lists(NUMBERS, min_size=draws, max_size=draws, unique=True)))
        for _ in range(2)
    ]
    return Psa(
        arms=tuple(arms),
        reference=arms[0],
        cost=cost,
        effect=effect,
        cost_mean=cost.mean(axis=1),
        effect_mean=effect.mean(axis=1),
        parameters=dict(zip(("rate", "price"), values, strict=True)),
    )


def text(rows: Sequence[Sequence[str | float]], way: Way) -> bytes:
    """A table, its first row the headings, in one way of writing it."""

    def cell(value: str | float) -> str:
        if isinstance(value, str):
            return f'"{neutral(value)}"'
        return repr(float(value)).replace(".", way.decimal)

    lines = [way.delimiter.join(cell(value) for value in row) + way.end for row in rows]
    return "".join(lines).encode(way.encoding)


def tables(psa: Psa, is_wide: bool, mixer: random.Random) -> tuple[list[list[str | float]], ...]:
    """The results and the parameters as rows in any order, the headings first."""
    head: list[str | float] = ["draw", "arm", "cost", "effect"]
    rows: list[list[str | float]]
    if is_wide:
        head = ["draw", *(f"{kind}_{arm}" for kind in ("cost", "effect") for arm in psa.arms)]
        rows = [[d, *psa.cost[:, d], *psa.effect[:, d]] for d in range(psa.draws)]
    else:
        rows = [
            [d, arm, psa.cost[a, d], psa.effect[a, d]]
            for a, arm in enumerate(psa.arms)
            for d in range(psa.draws)
        ]
    drawn: list[list[str | float]] = [
        [*(values[d] for values in psa.parameters.values()), d] for d in range(psa.draws)
    ]
    mixer.shuffle(rows)
    mixer.shuffle(drawn)
    return [head, *rows], [[*psa.parameters, "draw"], *drawn]


@settings(max_examples=60)
@given(psas(), st.booleans(), WAYS, WAYS, st.randoms(use_true_random=False))
def test_results_come_back_as_they_were(
    psa: Psa, is_wide: bool, way: Way, other: Way, mixer: random.Random
) -> None:
    results, drawn = tables(psa, is_wide, mixer)
    with tempfile.TemporaryDirectory() as folder:
        file, beside = Path(folder, "results.csv"), Path(folder, "drawn.csv")
        file.write_bytes(text(results, way))
        beside.write_bytes(text(drawn, other))
        found = read_psa(file, beside, reference=psa.reference, arms=psa.arms).psa
    places = [found.arms.index(arm) for arm in psa.arms]
    assert set(found.arms) == set(psa.arms)
    assert found.reference == psa.reference
    assert np.array_equal(found.cost[places], psa.cost)
    assert np.array_equal(found.effect[places], psa.effect)
    for name, values in psa.parameters.items():
        assert np.array_equal(found.parameters[name], values)


SOUND = (
    "draw,cost_usual,cost_ips,qaly_usual,qaly_ips\n1,100,90.5,0.4,0.5\n2,110,95,0.41,0.52\n",
    "draw,arm,cost,effect\n1,a,100,0.4\n1,b,90,0.5\n2,a,110,0.3\n2,b,95,0.6\n",
    "draw;cost_a;cost_b;effect_a;effect_b\n1;10,5;9;0,4;0,5\n2;11;9;0,3;0,6\n",
    "Strategy,Cost,QALYs\na,100,0.4\nb,90,0.5\n",
)
CELLS = (
    *("", "NA", "NaN", "inf", "-1e400", "1_0", "1,5", "1.234,5", "=1+1", "x", '"', '""', "\n", ","),
    *(";", "\t", "\r", "\x1c", "\u2028", "1e308", "-1e308", "9" * 30, "\u0663", "\ufeff", "cost_a"),
    *("draw", "arm", "1", "2", " ", "'", "'=1", "sep=;", "%", "−5", "A", "\x00"),
)


def tried(raw: bytes, drawn: bytes | None) -> None:
    """Reads what may be broken: results, or problems that have a place and a fix."""
    problems: tuple[Problem, ...] = ()
    with tempfile.TemporaryDirectory() as folder:
        file, beside = Path(folder, "results.csv"), Path(folder, "drawn.csv")
        file.write_bytes(raw)
        if drawn is not None:
            beside.write_bytes(drawn)
        try:
            read_psa(file, beside if drawn is not None else None)
        except ScenarioError as error:
            problems = error.problems
    for problem in problems:
        assert problem.code in ("E004", "E006") or problem.span.line > 0
        assert problem.fix
        assert all(letter.isprintable() for letter in problem.render().replace("\n", ""))


@settings(max_examples=250)
@given(
    st.sampled_from(SOUND),
    st.lists(
        st.tuples(st.integers(0, 120), st.integers(0, 12), st.sampled_from(CELLS)), max_size=4
    ),
    st.booleans(),
)
def test_broken_cells_are_told_or_read(
    content: str, changes: list[tuple[int, int, str]], is_drawn: bool
) -> None:
    for place, length, cell in changes:
        content = content[:place] + cell + content[place + length :]
    raw = content.encode("utf-8", "replace")
    tried(SOUND[0].encode() if is_drawn else raw, raw if is_drawn else None)


@settings(max_examples=150)
@given(
    st.sampled_from(SOUND),
    st.integers(0, 100),
    st.binary(max_size=20),
)
def test_broken_bytes_are_told_or_read(content: str, place: int, noise: bytes) -> None:
    raw = content.encode()
    tried(raw[:place] + noise + raw[place + len(noise) :], None)


@settings(max_examples=100)
@given(st.text(max_size=200) | st.text(',;\n"1.acost_eft', max_size=80))
def test_any_text_is_told_or_read(content: str) -> None:
    tried(content.encode("utf-8", "replace"), None)


@pytest.mark.parametrize("content", SOUND)
def test_what_is_broken_in_these_tests_was_sound(content: str, tmp_path: Path) -> None:
    file = tmp_path / "sound.csv"
    file.write_text(content, encoding="utf-8")
    assert len(read_psa(file).psa.arms) == 2
