"""Made-up trials with holes give back the scenario that they are drawn from.

Costs and a share of persons are missing by age, otherwise in each arm (`mar`), so complete cases
are wrong. Multiple imputation by arm, joint regressions and Rubin's rules are to be right: without
bias, and with 95% intervals that hold the truth of the scenario in 95% of trials.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

import builders
import numpy as np
import pytest

from ipscost import Run
from ipscost.analysis.evaluation.evaluate import evaluated
from ipscost.analysis.evaluation.nouns import AskedOfData, PersonsEvaluation
from ipscost.analysis.rehearsal.answers import answers
from ipscost.analysis.rehearsal.asked import MAR, Mechanism, TrialDesign
from ipscost.analysis.rehearsal.trial import SyntheticTrial, trial
from ipscost.delimited import write
from ipscost.drawing.streams import generator
from ipscost.individual.data import Endpoint, IndividualData
from ipscost.individual.imputation import imputed
from ipscost.individual.regression import sur
from ipscost.individual.rubin import Imputed, pooled
from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data
from ipscost.report.rehearsal.model_file import model_file

SPREAD = """
spread:
  assumption: chosen for this test
  cost:
    care: {cv: 1.2}
    rehab: {sd: 300, unit: DKK_2024/person, zero: 0.3}
  outcome:
    qaly: {sd: 0.25, unit: QALY/person, dist: normal}
  together: 0.3
"""
REHAB = """
rehab:
  kind: service
  payer: municipality
  unit: DKK_2024/person
  source: study table 1
  usual: {mean: 400}
  ips: {mean: 500}
"""
OUTCOMES = """
job: {unit: share, source: study table 1, usual: {mean: 0.3, n: 100}, ips: {mean: 0.45, n: 100}}
qaly: {unit: QALY/person, source: study table 1, usual: {mean: 0.7}, ips: {difference: 0.05}}
"""
NUMBERS = ("cost", "outcome.qaly", "outcome.job", "cost.care", "cost.rehab")
"""Endpoints, and the parts of the first of them."""


@cache
def made_up() -> Run:
    """The scenario of which the data are made."""
    return builders.run(builders.text(builders.CARE + REHAB, outcome=OUTCOMES, more=SPREAD))


def of_seed(seed: int, persons: int = 200) -> SyntheticTrial:
    """A trial with so many persons in each arm, 20% of whom lack costs and each outcome."""
    design = TrialDesign(persons, seed, before=0.5, missing=Mechanism(MAR, 0.2, "age"))
    return trial(made_up(), design)


def read_back(folder: Path, seed: int, censor: float) -> PersonsEvaluation:
    """The evaluation of such a trial by what is in its files, as `analyse` makes it."""
    design = TrialDesign(200, seed, before=0.5, missing=Mechanism(MAR, 0.2, "age"), censor=censor)
    made = trial(made_up(), design)
    data, model = folder / "persons.csv", folder / "persons.yaml"
    data.write_text(write(made.rows()), encoding="utf-8")
    if not model.exists():  # the same for every seed, but for the note that says it
        model.write_text(model_file(made), encoding="utf-8")
    asked = read_model(str(model))
    read = read_data(data, asked)
    how = AskedOfData(imputations=20, seed=seed, outcome="outcome.qaly")
    return evaluated(asked.scenario, read.data, read.endpoints, how, read.balance)


def as_data(made: SyntheticTrial) -> tuple[IndividualData, list[Endpoint], list[Endpoint]]:
    """The trial as an evaluation has it, with its endpoints and the parts of the cost."""
    persons, paths = made.persons, made.persons.paths
    assert persons.before is not None
    rows = np.stack([*made.seen, *persons.before, persons.age, persons.woman], axis=1)
    names = (*paths, *(f"before.{path}" for path in paths), "age", "woman")
    count = rows.shape[1]

    def endpoint(name: str, own: Sequence[str]) -> Endpoint:
        weights = np.zeros(count)
        weights[[names.index(path) for path in own]] = 1.0
        before = [names.index(f"before.{path}") for path in own]
        return Endpoint(name, weights, (*before, count - 2, count - 1))

    costs = [path for path in paths if path.startswith("cost.")]
    joint = [endpoint("cost", costs), *(endpoint(path, [path]) for path in NUMBERS[1:3])]
    parts = [endpoint(path, [path]) for path in NUMBERS[3:]]
    return IndividualData(names, rows, persons.arm, ("usual", "ips"), 0), joint, parts


def analysed(made: SyntheticTrial, imputations: int) -> Imputed:
    """The differences by NUMBERS, by Rubin's rules."""
    data, joint, parts = as_data(made)
    values = imputed(data, range(imputations), partial(generator, made.persons.design.seed))
    found = sur(values, data, joint, parts)
    return pooled(found.effect[:, :, 0], found.effect_covariance, found.freedom)


def complete(made: SyntheticTrial) -> np.ndarray:
    """The differences by NUMBERS of complete cases, whatever was before."""
    data, joint, parts = as_data(made)
    known = ~data.missing.any(axis=1)
    values = np.array([each.of(data.values) for each in (*joint, *parts)])
    first, second = (values[:, known & (data.arm == arm)].mean(axis=1) for arm in (0, 1))
    return second - first


@cache
def truth() -> np.ndarray:
    """What is true of NUMBERS in the scenario."""
    found = answers(of_seed(1, 2))["truth"]["difference"]["ips"]
    return np.array([found[name] for name in NUMBERS])


def test_holes_by_a_column_leave_no_bias_but_in_complete_cases() -> None:
    trials = [of_seed(seed) for seed in range(1, 17)]
    found = np.array([analysed(made, 2).estimate for made in trials])
    error = found.std(axis=0, ddof=1) / np.sqrt(len(trials))
    assert (abs(found.mean(axis=0) - truth()) < 3.5 * error).all()
    cases = np.array([complete(made) for made in trials])
    wrong = (cases.mean(axis=0) - truth()) / (cases.std(axis=0, ddof=1) / np.sqrt(len(trials)))
    assert wrong[1] > 3  # of the QALYs; costs differ too much for so few trials


@pytest.mark.slow
def test_intervals_hold_the_truth_in_95_of_100_trials() -> None:
    trials = range(1, 1001)
    found = [analysed(of_seed(seed), 20) for seed in trials]
    ends = np.array([each.interval() for each in found])
    held = (ends[:, 0] <= truth()) & (truth() <= ends[:, 1])
    shares = dict(zip(NUMBERS, held.mean(axis=0).tolist(), strict=True))
    assert all(0.93 <= share <= 0.97 for share in shares.values()), shares


@pytest.mark.slow
@pytest.mark.parametrize("censor", [0.0, 0.1])
def test_what_analyse_finds_in_the_files_holds_the_truth(tmp_path: Path, censor: float) -> None:
    """Also where people are cut off."""
    held = np.zeros(len(NUMBERS))
    for seed in range(1, 401):
        found = read_back(tmp_path, seed, censor)
        for place, name in enumerate(NUMBERS):
            one = found.cost("ips") if name == "cost" else found.category(name, "ips")
            assert one is not None
            ends = one.interval(0.95)
            assert ends.low is not None
            assert ends.high is not None
            held[place] += ends.low <= truth()[place] <= ends.high
    shares = dict(zip(NUMBERS, (held / 400).tolist(), strict=True))
    assert all(0.93 <= share <= 0.97 for share in shares.values()), shares
