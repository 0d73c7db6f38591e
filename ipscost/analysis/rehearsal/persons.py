"""What each person of a made-up trial costs and reaches, and has before: nothing is missing yet.

The persons are those of the engine of persons, in the base case of the scenario: their means are
those of the scenario, up to the chance of drawing so many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from ipscost.analysis.rehearsal.asked import TrialDesign
from ipscost.analysis.rehearsal.levels import with_levels
from ipscost.analysis.rehearsal.streams import TrialStreams, of_arm
from ipscost.drawing.draws import Draws, base_case
from ipscost.engines import persons as engine
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.run import Run
from ipscost.scenario.nouns import Scenario
from ipscost.scenario.spread import COST
from ipscost.units import SHARE, Unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    T = TypeVar("T", bound=np.generic)

CROWD = 4_096
"""So many persons of each arm tell where somebody stands among others. Always the same ones, so
that a larger trial changes nothing for those who are in a smaller one."""
MOST = 100_000
"""Persons in an arm: no trial has followed more, and a file of them has tens of megabytes."""
OWN = 0.02
"""What was before is in the data if more than this share of its variance is its own."""
DECIMALS = {"cost": 2, "outcome": 6}
"""How costs and outcomes are written."""


@dataclass(frozen=True, eq=False)
class TrialPersons:
    """The persons of a trial, all measured.

    paths: of the categories and outcomes that are in the data, in the order of the scenario.
    values: (path, person); before: the same, None where nothing before is asked for. Persons of
    the arms come in turn, so that a larger trial has the same ones first.
    crowd: (path, arm, CROWD), persons of each arm among whom ranks are taken; crowd_before: the
    same of what was before.
    arm, site, age, woman: (person,). group: the place of each person's group among those of the
    scenario, (person,), None where it has none.
    left_out: paths of what is not in the data, as nobody knows by how much the arms differ in it,
    or of a share, how large it is. levels: the levels that are made up, by path, of what is known
    by its difference alone. alike: those in which all persons of an arm are alike, as nobody knows
    how they differ. told_before: those of which what was before says more than that of the others
    before them, as a tax that is a share of a wage does not; none without a before.
    """

    run: Run
    design: TrialDesign
    paths: tuple[str, ...]
    values: Floats
    before: Floats | None
    crowd: Floats
    crowd_before: Floats | None
    arm: Ints
    site: Ints
    age: Floats
    woman: Floats
    left_out: tuple[str, ...]
    levels: Mapping[str, float]
    alike: tuple[str, ...]
    told_before: tuple[str, ...]
    group: Ints | None = None

    @property
    def scenario(self) -> Scenario:
        """Whose persons they are."""
        return self.run.scenario

    @property
    def weights(self) -> Floats:
        """What counts of each of the paths in the total cost of the perspective, (path,)."""
        ledger = self.run.point
        counted = ledger.weight(self.scenario.perspective)
        own = dict(zip(ledger.categories, counted.tolist(), strict=True))
        return np.array([own.get(path, 0.0) for path in self.paths])

    def total(self, values: Floats) -> Floats:
        """The total cost that the perspective counts, (...), of values, (path, ...)."""
        found = np.zeros(values.shape[1:])
        for weight, own in zip(self.weights.tolist(), values, strict=True):
            if weight:
                found = found + weight * own
        return found

    def of_arms(self, values: NDArray[T]) -> list[NDArray[T]]:
        """Values, (..., person), by arm."""
        return [values[..., self.arm == place] for place in range(len(self.scenario.arms))]


def persons_of(run: Run, design: TrialDesign) -> TrialPersons:
    """The persons of a trial of the scenario of a run without draws.

    Raises AskedError where no cost is known to differ between persons, or nothing is known at all.
    """
    run, levels = with_levels(run)
    scenario, arms = run.scenario, tuple(run.scenario.arms)
    told = _told(run)
    paths = tuple(path for path in scenario.holders if told[path])
    count = max(design.n, CROWD)
    draws = base_case(scenario)
    after, before, groups = [], [], []
    own = [of_arm(design, arms, place, count) for place in range(len(arms))]
    for place, streams in enumerate(own):
        found, group = _of_arm(run, draws, streams, paths, place)
        after.append(found)
        if group is not None:
            groups.append(group[: design.n])
    if design.before is not None:
        base = arms.index(scenario.reference)
        for place in range(len(arms)):
            streams = of_arm(design, arms, place, count, is_before=True)
            before.append(_of_arm(run, draws, streams, paths, base)[0])
    every = np.stack(after, axis=1)
    crowd_before = np.stack(before, axis=1)[..., :CROWD] if before else None
    alike = [
        path
        for path, values in zip(paths, every, strict=True)
        if all(np.ptp(one) == 0 for one in values) and values.any()
    ]
    made = TrialPersons(
        run=run,
        design=design,
        paths=paths,
        values=_in_turn(every[..., : design.n]),
        before=_in_turn(np.stack(before, axis=1)[..., : design.n]) if before else None,
        crowd=every[..., :CROWD],
        crowd_before=crowd_before,
        arm=np.tile(np.arange(len(arms)), design.n),
        site=_in_turn(np.stack([each.site[: design.n] for each in own])),
        age=_in_turn(np.stack([each.age[: design.n] for each in own])),
        woman=_in_turn(np.stack([each.of_each("woman")[: design.n] < 0.5 for each in own])) * 1.0,
        left_out=tuple(path for path in scenario.holders if not told[path]),
        levels={path: level for path, level in levels.items() if path in paths},
        alike=tuple(alike),
        told_before=_told_before(paths, crowd_before),
        group=_in_turn(np.stack(groups)) if groups else None,
    )
    _check(made)
    return made


def _check(made: TrialPersons) -> None:
    """Refuses persons whose costs are all alike: nothing could be learnt from such data."""
    if not made.weights.any():
        raise AskedError(
            Message(
                "{file}: no cost that counts is known by arm, so there is nothing to make up data "
                "of; state the amounts",
                file=made.scenario.file,
            )
        )
    if not np.ptp(made.total(made.crowd), axis=1).any():
        size = np.abs(made.weights * made.crowd.mean(axis=2).T).max(axis=0)
        raise AskedError(
            Message(
                "{file} does not say how much persons differ in any cost that counts, and it "
                "cannot be derived without a standard error and the n of both arms; add spread: "
                "{{cost: {{{name}: {{sd: ..., unit: {unit}, assumption: ...}}}}}} to the file",
                file=made.scenario.file,
                name=made.paths[int(size.argmax())].removeprefix(f"{COST}."),
                unit=Unit(made.scenario.money, ("person",)),
            )
        )


def _in_turn(by_arm: Any) -> Any:
    """(..., arm, person) as (..., person), the arms in turn."""
    return np.swapaxes(by_arm, -1, -2).reshape(*by_arm.shape[:-2], -1)


def _told_before(paths: tuple[str, ...], crowd: Floats | None) -> tuple[str, ...]:
    """The paths whose values before do not follow from those of the costs before them.

    crowd: (path, arm, person), None without a before. An outcome has a regression of its own.
    """
    if crowd is None:
        return ()
    kept, found = [np.ones(crowd[0].size)], []
    for path, values in zip(paths, crowd.reshape(len(paths), -1), strict=True):
        if not np.ptp(values):
            continue
        if path.startswith(f"{COST}."):
            left = values - values.mean()
            design = np.stack(kept, axis=1)
            told = design @ np.linalg.lstsq(design, left, rcond=None)[0]
            if (left - told).var() < OWN * left.var():
                continue
            kept.append(left / left.std())
        found.append(path)
    return tuple(found)


def _told(run: Run) -> dict[str, bool]:
    """Whether each category and outcome can be in the data."""
    ledger, found = run.point, dict[str, bool]()
    amounts = ledger.present_value[:, :, 0]
    for place, path in enumerate(ledger.categories):
        found[path] = bool(ledger.told[:, place].all() and amounts[:, place].any())
    for place, path in enumerate(ledger.outcomes):
        is_share = run.scenario.holders[path].unit == SHARE  # type: ignore[union-attr]
        known = bool(ledger.outcome_known[:, place].all())
        found[path] = bool(ledger.outcome_told[:, place].all()) and (known or not is_share)
    return found


def _of_arm(
    run: Run, draws: Draws, streams: TrialStreams, paths: tuple[str, ...], place: int
) -> tuple[Floats, Ints | None]:
    """What the persons of `streams` have of each path in the arm at `place`, (path, person).

    And the group of each, (person,), None where the scenario has none.
    """
    scenario, ledger = run.scenario, run.point
    blocks = list(engine.follow(scenario, draws, streams))
    costs = np.concatenate([block.costs[place] for block in blocks], axis=1)
    outcomes = np.concatenate([block.outcomes[place] for block in blocks], axis=1)
    own = dict(zip(ledger.categories, costs, strict=True))
    own |= dict(zip(ledger.outcomes, outcomes, strict=True))
    rows = []
    for path in paths:
        rows.append(np.round(own[path], DECIMALS[path.partition(".")[0]]) + 0.0)
    groups = [block.group for block in blocks if block.group is not None]
    return np.array(rows), np.concatenate(groups) if groups else None
