"""The data of a made-up trial as they are seen: with holes, and with people who are cut off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ipscost.analysis.rehearsal.asked import (
    MAR,
    MCAR,
    MEAN_AGE,
    SD_OF_AGE,
    Mechanism,
    TrialDesign,
)
from ipscost.analysis.rehearsal.persons import DECIMALS, TrialPersons, persons_of
from ipscost.analysis.rehearsal.streams import of_arm
from ipscost.errors import AskedError, nearest
from ipscost.individual import holes
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.paths import is_within
from ipscost.scenario.special import special
from ipscost.scenario.spread import COST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

AGE, WOMAN, GROUP = "age", "woman", "group"
BASELINE = (AGE, WOMAN)
"""What is known of everybody before they start, besides the group of a scenario with groups."""
OWN = ("synthetic", "person", "arm", "site", *BASELINE, GROUP, "followed")
"""Columns of the data that are neither costs nor outcomes."""
BEFORE = "before_"
"""How the name of a column begins of what was before."""


@dataclass(frozen=True, eq=False)
class SyntheticTrial:
    """A made-up trial: its persons, and what is seen of them.

    seen: (path, person), not a number where missing. missing: (path, person), what the mechanism
    took away. followed: months, (person,); None where nobody is cut off.
    """

    persons: TrialPersons
    seen: Floats
    missing: Flags
    followed: Floats | None

    @cached_property
    def names(self) -> dict[str, str]:
        """The column of each path: `psychiatric_hospital` of `cost.psychiatric.hospital`."""
        found, taken = dict[str, str](), {*OWN}
        for path in self.persons.paths:
            short = path.split(".", 1)[1].replace(".", "_")
            name, count = short, 2
            while name in taken or f"{BEFORE}{name}" in taken or name.startswith(BEFORE):
                name, count = f"{path.split('.')[0]}_{short}_{count}", count + 1
            taken |= {name, f"{BEFORE}{name}"}
            found[path] = name
        return found

    @property
    def cut(self) -> Flags:
        """Who is cut off, (person,)."""
        if self.followed is None:
            return np.zeros(self.seen.shape[1], dtype=bool)
        return self.followed < self.persons.scenario.months

    def rows(self) -> list[tuple[str | float | int | None, ...]]:
        """The data as a table: a header, and a row a person. Texts are neutral in the file."""
        made, arms = self.persons, tuple(self.persons.scenario.arms)
        columns: dict[str, list[str | float | int | None]] = {
            "synthetic": [1] * made.arm.size,
            "person": [*range(1, made.arm.size + 1)],
            "arm": [arms[place] for place in made.arm.tolist()],
        }
        if made.design.sites:
            columns["site"] = [place + 1 for place in made.site.tolist()]
        columns[AGE] = [int(each) for each in made.age.tolist()]
        columns[WOMAN] = [int(each) for each in made.woman.tolist()]
        if made.group is not None:
            groups = [each.name for each in made.scenario.subgroups]
            columns[GROUP] = [groups[place] for place in made.group.tolist()]
        if made.before is not None:
            for path, own in zip(made.paths, made.before, strict=True):
                if path in made.told_before:
                    columns[f"{BEFORE}{self.names[path]}"] = own.tolist()
        for path, own in zip(made.paths, self.seen, strict=True):
            columns[self.names[path]] = own.tolist()
        if self.followed is not None:
            columns["followed"] = [int(each) for each in self.followed.tolist()]
        return [tuple(columns), *zip(*columns.values(), strict=True)]


def trial(run: Run, design: TrialDesign) -> SyntheticTrial:
    """A made-up trial of the scenario of a run without draws.

    Raises AskedError for what no trial of it can have.
    """
    _check(run, design)
    made = persons_of(run, design)
    whole = SyntheticTrial(made, made.values, np.zeros(made.values.shape, dtype=bool), None)
    seen, followed = made.values.copy(), None
    if design.censor:
        followed = _followed(made)
        seen = _so_far(made, followed)
    missing = np.zeros(seen.shape, dtype=bool)
    if design.missing is not None:
        missing = _missing(whole, design.missing)
    return replace(whole, seen=np.where(missing, np.nan, seen), missing=missing, followed=followed)


def _check(run: Run, design: TrialDesign) -> None:
    """Refuses a site without persons, and a cut within a horizon that has no parts."""
    arms = len(run.scenario.arms)
    if design.sites and design.sites > design.n * (arms if design.by_site else 1):
        raise AskedError(
            Message(
                "{sites} sites are more than there are persons in an arm; write fewer --sites",
                sites=design.sites,
            )
        )
    if design.by_site and design.sites < 2 * arms:
        raise AskedError(
            Message(
                "with whole sites in one arm each arm needs two of them; write --sites {least} "
                "or more",
                least=2 * arms,
            )
        )
    months = run.scenario.stated_months
    if design.censor and (months is None or months < 2):
        raise AskedError(
            Message(
                "within so short a horizon nobody can be followed for a part of it; leave out "
                "--censor"
            )
        )


# --- who is cut off ----------------------------------------------------------------------------


def _uniform(made: TrialPersons, name: str) -> Floats:
    """A uniform number of each person, (person,)."""
    arms = tuple(made.scenario.arms)
    own = [of_arm(made.design, arms, place, made.design.n) for place in range(len(arms))]
    return np.stack([each.of_each(name) for each in own], axis=1).ravel()


def _followed(made: TrialPersons) -> Floats:
    who, when = _uniform(made, "cut"), _uniform(made, "cut.month")
    return holes.months_followed(made.design.censor, made.scenario.months, who, when)


def _so_far(made: TrialPersons, followed: Floats) -> Floats:
    """What is seen of those who are cut off: costs so far, and no outcome, (path, person).

    Costs come by month as they do on average in the arm, or in the reference arm where the level
    is not known.
    """
    seen, ledger = made.values.copy(), made.run.point
    cut = followed < made.scenario.months
    for row, path in enumerate(made.paths):
        if not is_within(path, COST):
            seen[row, cut] = np.nan
            continue
        place = ledger.categories.index(path)
        for arm in range(len(ledger.arms)):
            own = made.arm == arm
            course = np.zeros(ledger.months)
            for period in np.flatnonzero(ledger.amount[arm, place, :, 0]).tolist():
                course += ledger.amount[arm, place, period, 0] * ledger.present[place, period]
            so_far = seen[row, own] * holes.share_so_far(course, followed[own])
            seen[row, own] = np.round(so_far, DECIMALS[COST]) + 0.0
    return seen


# --- what is missing ---------------------------------------------------------------------------


def _missing(whole: SyntheticTrial, asked: Mechanism) -> Flags:
    """What is missing, (path, person): the costs of a person together, each outcome by itself."""
    made = whole.persons
    costs = np.array([is_within(path, COST) for path in made.paths])
    found = np.zeros(made.values.shape, dtype=bool)
    found[costs] = _uniform(made, "missing.cost") < _chance(whole, asked, -1)
    for row in np.flatnonzero(~costs).tolist():
        own = _uniform(made, f"missing.{made.paths[row]}")
        found[row] = own < _chance(whole, asked, row)
    return found


def _chance(whole: SyntheticTrial, asked: Mechanism, row: int) -> Floats:
    """The chance that something is missing, (person,): of the costs (row -1) or of an outcome.

    Where it depends on a number, those with a high one are lost in the reference arm, and those
    with a low one in the others: so complete cases mislead about the difference.
    """
    made = whole.persons
    if asked.name == MCAR:
        return np.full(made.arm.size, asked.share)
    rank = _rank(whole, asked, row)
    reference = tuple(made.scenario.arms).index(made.scenario.reference)
    return holes.rising(np.where(made.arm == reference, rank, 1 - rank), asked.share)


def _rank(whole: SyntheticTrial, asked: Mechanism, row: int) -> Floats:
    """Where each person stands in what the holes depend on, from 0 to 1, (person,)."""
    made = whole.persons
    if asked.name == MAR:
        if asked.column == AGE:
            functions: Any = special()
            return np.asarray(functions.ndtr((made.age - MEAN_AGE) / SD_OF_AGE))
        if asked.column == WOMAN:
            return np.asarray(0.25 + made.woman / 2)
        place = _place_before(whole, asked.column)
        assert made.before is not None
        assert made.crowd_before is not None
        return holes.rank_among(made.before[place], made.crowd_before[place].ravel())
    own, crowd = (made.total(each) if row < 0 else each[row] for each in (made.values, made.crowd))
    rank = np.empty(made.arm.size)
    for arm, others in enumerate(crowd):
        rank[made.arm == arm] = holes.rank_among(own[made.arm == arm], others)
    return rank


def _place_before(whole: SyntheticTrial, column: str) -> int:
    """The place among the paths of a column of what was before. Refuses another column."""
    made = whole.persons
    known = {f"{BEFORE}{whole.names[path]}": path for path in made.told_before}
    if column in known:
        return made.paths.index(known[column])
    every = (*BASELINE, *known)
    raise AskedError(
        Message(
            "--missing mar:{column}: holes can depend on a column that everybody has; {fix}",
            column=column,
            fix=nearest(column, every),
        )
    )
