"""Made-up trials: persons of a scenario, the same ones however many there are, with holes."""

from __future__ import annotations

import math
from functools import cache

import builders
import numpy as np
import pytest

from ipscost import AskedError, Run, Settings, load, simulate
from ipscost.analysis.rehearsal.answers import answers
from ipscost.analysis.rehearsal.asked import MAR, MCAR, MNAR, Mechanism, TrialDesign
from ipscost.analysis.rehearsal.trial import SyntheticTrial, trial
from ipscost.delimited import write

SPREAD = """
spread:
  assumption: chosen for this test
  cost:
    care: {cv: 1.2}
    rehab: {sd: 400, unit: DKK_2024/person, zero: 0.4}
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
job: {unit: share, source: study table 1, usual: {mean: 0.3, n: 100}, ips: {mean: 0.5, n: 100}}
qaly: {unit: QALY/person, source: study table 1, usual: {mean: 0.7}, ips: {difference: 0.05}}
"""
CARE, REHABILITATION, JOB, QALY = range(4)
"""The places of the paths."""


@cache
def made_up() -> Run:
    """A scenario of which everything is stated, run without draws."""
    return builders.run(builders.text(builders.CARE + REHAB, outcome=OUTCOMES, more=SPREAD))


@cache
def of(design: TrialDesign) -> SyntheticTrial:
    """A trial of it."""
    return trial(made_up(), design)


@pytest.fixture(scope="module")
def many() -> SyntheticTrial:
    """A trial of many, with something before, at sites."""
    return of(TrialDesign(20_000, before=0.6, sites=400, icc=0.1))


def by_arm(made: SyntheticTrial, row: int) -> list[np.ndarray]:
    return made.persons.of_arms(made.persons.values[row])


def test_the_means_and_spreads_are_those_of_the_scenario(many: SyntheticTrial) -> None:
    """Also with sites, age and a time before: abs(z) < 4, with what sites add to the error."""
    wanted = {CARE: (1000, 700), REHABILITATION: (400, 500), QALY: (0.7, 0.75)}
    inflated = np.sqrt(1 + 0.1 * (50 - 1))
    for row, means in wanted.items():
        for values, mean in zip(by_arm(many, row), means, strict=True):
            error = values.std() / np.sqrt(values.size) * inflated
            assert abs(values.mean() - mean) < 4 * error
    first, second = by_arm(many, JOB)
    assert (first.mean(), second.mean()) == pytest.approx((0.3, 0.5), abs=0.02)
    care, rehab, qaly = (by_arm(many, row)[0] for row in (CARE, REHABILITATION, QALY))
    assert care.std() / care.mean() == pytest.approx(1.2, rel=0.05)
    assert rehab.std() == pytest.approx(400, rel=0.05)
    assert (rehab == 0).mean() == pytest.approx(0.4, abs=0.02)
    assert qaly.std() == pytest.approx(0.25, rel=0.02)


def test_what_was_before_goes_together_with_what_comes_after(many: SyntheticTrial) -> None:
    before = many.persons.before
    assert before is not None
    arms = [many.persons.arm == arm for arm in (0, 1)]
    for arm in arms:
        found = np.corrcoef(before[QALY, arm], many.persons.values[QALY, arm])[0, 1]
        assert found == pytest.approx(0.6, abs=0.02)
        assert before[CARE, arm].mean() == pytest.approx(1000, rel=0.05)


def test_the_stated_share_of_the_variance_lies_between_sites(many: SyntheticTrial) -> None:
    """By one-way analysis of variance, of what is normal."""
    values = by_arm(many, QALY)[0]
    site = many.persons.site[many.persons.arm == 0]
    means = np.bincount(site, values) / 50
    within = (values - means[site]).var(ddof=400)
    between = means.var(ddof=1) - within / 50
    assert between / (between + within) == pytest.approx(0.1, abs=0.03)


def test_age_goes_with_what_persons_differ_in_and_woman_with_nothing(many: SyntheticTrial) -> None:
    persons = many.persons
    assert np.corrcoef(persons.age, persons.values[QALY])[0, 1] == pytest.approx(0.29, abs=0.02)
    assert abs(np.corrcoef(persons.woman, persons.values[QALY])[0, 1]) < 0.02
    assert (persons.age.min(), persons.age.max()) == (18, 64)


def test_the_arms_are_different_persons(many: SyntheticTrial) -> None:
    one, other = by_arm(many, QALY)
    assert abs(np.corrcoef(one, other)[0, 1] - 0.1) < 0.03  # the sites that they share


@pytest.mark.parametrize(
    "missing", [Mechanism(MAR, 0.3, "before_qaly"), Mechanism(MNAR, 0.2), Mechanism(MCAR, 0.1)]
)
def test_a_larger_trial_has_the_same_persons_first_and_the_same_holes(missing: Mechanism) -> None:
    small, large = (
        write(of(TrialDesign(n, 7, 3, 0.1, before=0.5, missing=missing, censor=0.2)).rows())
        for n in (40, 90)
    )
    assert large.startswith(small)


def test_a_further_arm_or_outcome_moves_nobody() -> None:
    more = builders.CARE + REHAB + REHAB.replace("rehab:", "third:")
    extra = builders.text(
        more.replace("ips: {", "ipse: {mean: 9}\n  ips: {"),
        outcome=OUTCOMES.replace("ips: {", "ipse: {mean: 0.4}, ips: {"),
        arm="ipse: {label: IPSE}\n" + builders.ARMS,
        more=SPREAD,
    )
    plain, wide = of(TrialDesign(30)), trial(builders.run(extra), TrialDesign(30))
    for path in plain.persons.paths:
        rows = plain.persons.paths.index(path), wide.persons.paths.index(path)
        assert np.array_equal(
            plain.persons.of_arms(plain.persons.values[rows[0]])[1],
            wide.persons.of_arms(wide.persons.values[rows[1]])[2],
        )


GROUPS = """
groups:
  young: {share: {mean: 0.25, source: study table 1}, set: {cost.care.usual.mean: 4000}}
  older: {share: rest}
"""


def test_persons_have_the_group_of_the_scenario_and_its_numbers() -> None:
    text = builders.text(builders.CARE + REHAB, outcome=OUTCOMES, more=SPREAD + GROUPS)
    made = trial(builders.run(text), TrialDesign(4_000, before=0.5))
    persons = made.persons
    young = persons.group == 0
    assert young.mean() == pytest.approx(0.25, abs=0.02)
    usual, ips = persons.values[CARE, persons.arm == 0], persons.values[CARE, persons.arm == 1]
    assert usual[young[persons.arm == 0]].mean() == pytest.approx(4000, rel=0.1)
    assert ips[young[persons.arm == 1]].mean() == pytest.approx(3700, rel=0.1)
    assert persons.before is not None
    assert persons.before[CARE, young].mean() == pytest.approx(4000, rel=0.1)
    assert {row[made.rows()[0].index("group")] for row in made.rows()[1:20]} == {"young", "older"}
    assert answers(made)["truth"]["mean"]["usual"]["cost.care"] == pytest.approx(1750)


def test_another_seed_has_other_persons() -> None:
    one, other = of(TrialDesign(30, seed=1)), of(TrialDesign(30, seed=2))
    assert not np.array_equal(one.persons.values, other.persons.values)


def test_holes_by_age_make_complete_cases_wrong_and_the_column_mends_it() -> None:
    made = of(TrialDesign(20_000, missing=Mechanism(MAR, 0.3, "age")))
    seen, age, arm = made.seen[QALY], made.persons.age, made.persons.arm
    assert np.isnan(seen).mean() == pytest.approx(0.3, abs=0.01)
    complete = np.nanmean(seen[arm == 1]) - np.nanmean(seen[arm == 0])
    assert complete - 0.05 > 0.015  # standard error 0.003
    known = ~np.isnan(seen)
    design = np.stack([np.ones(known.sum()), arm[known], age[known]], axis=1)
    mended = np.linalg.lstsq(design, seen[known], rcond=None)[0][1]
    assert mended == pytest.approx(0.05, abs=0.012)


def test_holes_by_size_take_the_dear_in_the_reference_arm_and_the_cheap_in_the_other() -> None:
    made = of(TrialDesign(4_000, missing=Mechanism(MNAR, 0.2)))
    total = made.persons.total(made.persons.values)
    lost = made.missing[CARE]
    assert np.array_equal(lost, made.missing[REHABILITATION])
    for arm, sign in ((0, 1), (1, -1)):
        own = made.persons.arm == arm
        assert lost[own].mean() == pytest.approx(0.2, abs=0.03)
        assert sign * (total[own & lost].mean() - total[own & ~lost].mean()) > 200


def test_who_is_cut_off_has_costs_so_far_and_no_outcome() -> None:
    made = of(TrialDesign(4_000, censor=0.25))
    assert made.followed is not None
    assert made.cut.mean() == pytest.approx(0.25, abs=0.02)
    assert np.isnan(made.seen[JOB][made.cut]).all()
    assert np.array_equal(made.seen[:, ~made.cut], made.persons.values[:, ~made.cut])
    part = made.seen[CARE] / np.where(made.persons.values[CARE] > 1, made.persons.values[CARE], 1)
    known = made.cut & (made.persons.values[CARE] > 100)
    assert part[known] == pytest.approx(made.followed[known] / 4, abs=1e-4)


def test_whole_sites_have_one_arm() -> None:
    made = of(TrialDesign(30, sites=5, icc=0.1, by_site=True))
    pairs = {*zip(made.persons.site.tolist(), made.persons.arm.tolist(), strict=True)}
    assert sorted(pairs) == [(0, 0), (1, 1), (2, 0), (3, 1), (4, 0)]


def test_the_answers_have_the_truth_the_sample_and_what_was_taken_away() -> None:
    made = of(TrialDesign(400, missing=Mechanism(MAR, 0.25, "woman"), censor=0.1))
    found = answers(made)
    assert found["synthetic"]
    difference = found["truth"]["difference"]["ips"]
    assert difference == pytest.approx(
        {"cost": -200, "cost.care": -300, "cost.rehab": 100, "outcome.job": 0.2}
        | {"outcome.qaly": 0.05}
    )
    sample, error = found["sample"]["difference"]["ips"], found["sample"]["standard_error"]["ips"]
    for path, value in difference.items():
        assert abs(sample[path] - value) < 4 * error[path]
    assert found["missing"]["column"] == "woman"
    assert found["missing"]["persons"]["ips"]["cost.care"] == int(
        np.isnan(made.seen[CARE][made.persons.arm == 1]).sum()
    )
    assert sum(found["cut_off"]["persons"].values()) == int(made.cut.sum())


def test_where_whole_sites_have_an_arm_they_are_what_the_sample_is_of() -> None:
    made = of(TrialDesign(60, sites=6, icc=0.2, by_site=True))
    found = answers(made)["sample"]["standard_error"]["ips"]["cost.care"]
    square, persons = 0.0, made.persons
    for arm in (0, 1):
        sites = [
            persons.values[CARE][(persons.arm == arm) & (persons.site == site)].mean()
            for site in np.unique(persons.site[persons.arm == arm])
        ]
        square += np.var(sites, ddof=1) / len(sites)  # sites have as many persons each
    assert found == pytest.approx(math.sqrt(square))


def test_a_level_that_nobody_knows_is_made_up_and_what_persons_differ_in_is_not() -> None:
    made = trial(simulate(load("inklusion-ips"), Settings(draws=0)), TrialDesign(50, before=0.5))
    persons = made.persons
    social = persons.paths.index("cost.social_and_other")
    # 988 euros and 239 and 243 persons: 10,845 euros, in kroner of 2017
    sd = 10_845 * 7.546
    assert dict(persons.levels) == {
        "cost.programme": 0.0,
        "cost.social_and_other": pytest.approx(sd, rel=0.01),
    }
    usual, ips = persons.crowd[social]
    assert (usual.std(), ips.std()) == pytest.approx((sd, sd), rel=0.1)
    assert min(usual.min(), ips.min()) >= 0
    difference = answers(made)["truth"]["difference"]["ips"]
    assert difference["cost.social_and_other"] == pytest.approx(-14_662, abs=1)
    assert difference["cost"] == pytest.approx(-72_013, abs=1)
    assert persons.alike == ("cost.programme",)
    header = made.rows()[0]
    assert "before_programme" not in header
    assert "before_psychiatric_hospital" in header


def test_what_follows_from_other_costs_has_no_before() -> None:
    """Wages are what is produced, and each tax is a share of one of them."""
    made = trial(simulate(load("labour-market-ips"), Settings(draws=0)), TrialDesign(9, before=0.5))
    costs = [path for path in made.persons.told_before if path.startswith("cost.")]
    assert costs == ["cost.with_ipse", "cost.productivity", "cost.benefits.after"]


def test_without_any_spread_there_is_nothing_to_rehearse_on() -> None:
    with pytest.raises(AskedError, match="does not say how much persons differ"):
        trial(builders.run(builders.text(REHAB)), TrialDesign(10))
    with pytest.raises(AskedError, match="holes can depend on a column"):
        of(TrialDesign(10, missing=Mechanism(MAR, 0.2, "agee")))
    with pytest.raises(AskedError, match="each arm needs two"):
        of(TrialDesign(10, sites=3, icc=0.1, by_site=True))
