"""Good practice of a budget impact analysis: what meets each item, and what `check` doubts."""

from __future__ import annotations

from pathlib import Path

import pytest

import ipscost
from ipscost import Scenario, Settings
from ipscost.analysis.budget.practice import good_practice
from ipscost.analysis.checklists import DERIVED, MISSING, PARTLY, STATED
from ipscost.analysis.coherence import incoherences
from ipscost.analysis.verify import findings
from ipscost.errors import ScenarioError
from ipscost.report.report import tables_by_name
from ipscost.report.verify.stress import stress

EXAMPLES = Path(__file__).parents[4] / "examples"
TWO = EXAMPLES / "two-payers-three-years.yaml"
GRANT = "ips-for-unge-2023"


def of(*settings: str, file: object = TWO) -> Scenario:
    return ipscost.load(str(file), settings=list(settings))


def statuses(scenario: Scenario) -> dict[int, str]:
    items = good_practice(scenario)
    return {int(item.name.rpartition("_")[2]): item.status for item in items}


def lacks(scenario: Scenario, number: int) -> str:
    return good_practice(scenario)[number - 1].lacks


def codes(scenario: Scenario) -> list[str]:
    return [each.code for each in incoherences(scenario) if each.code.startswith("W45")]


def test_the_fourteen_items_are_of_a_rollout_alone() -> None:
    assert list(statuses(of())) == list(range(1, 15))
    assert good_practice(ipscost.load("inklusion-ips")) == ()


def test_recruitment_is_met_by_a_source_and_only_in_part_by_an_assumption() -> None:
    sourced = ipscost.load(EXAMPLES / "specialist-clinician.yaml")
    assert statuses(sourced)[5] == DERIVED
    assert (statuses(of())[5], lacks(of(), 5)) == (PARTLY, "uptake_source")
    unsaid = of("rollout.intake.recruitment=null")
    assert (statuses(unsaid)[5], lacks(unsaid, 5)) == (MISSING, "uptake")


def test_the_grant_meets_what_its_file_says_and_no_more() -> None:
    found = statuses(of(file=GRANT))
    assert [number for number, status in found.items() if status == DERIVED] == [
        *(2, 3, 4, 6, 7, 9, 10, 11),
        *(12, 13),
    ]
    assert MISSING not in found.values()
    assert found[14] == PARTLY


def test_only_its_author_can_say_that_a_budget_is_credible(tmp_path: Path) -> None:
    said = "reporting: {results_reviewed: by our finance department, setting: Denmark}"
    file = tmp_path / "said.yaml"
    file.write_text(f"{TWO.read_text(encoding='utf-8')}\n{said}\n", encoding="utf-8")
    assert [statuses(of(file=file))[number] for number in (1, 14)] == [STATED, STATED]
    assert [statuses(of())[number] for number in (1, 14)] == [PARTLY, PARTLY]


def test_the_table_stands_where_the_other_checklists_do() -> None:
    for scenario, there in ((of(), True), (ipscost.load("inklusion-ips"), False)):
        report, _ = stress(ipscost.simulate(scenario, Settings(draws=20)))
        assert ("practice" in tables_by_name(report)) == there


@pytest.mark.parametrize("name", [GRANT, "ungeloeftet-2025"])
def test_nothing_that_is_shipped_is_doubted(name: str) -> None:
    assert codes(of(file=name)) == []


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ((), ["W453"]),
        (("rollout.intake.recruitment=null",), ["W450"]),
        (("rollout.intake.recruitment={mean: 0.5, se: 0.1}",), []),
        (("rollout.intake.months=24", "rollout.intake.recruitment.se=0.1"), ["W451"]),
        (("rollout.intake.months=23", "rollout.intake.recruitment.se=0.1"), []),
        (("discount.cost=0.035", "rollout.intake.recruitment.se=0.1"), ["W452"]),
    ],
)
def test_what_check_doubts_of_a_rollout(settings: tuple[str, ...], found: list[str]) -> None:
    assert codes(of(*settings)) == found


def test_a_variant_takes_out_what_the_grant_has_and_what_varies_it(tmp_path: Path) -> None:
    def variant(more: str) -> Scenario:
        file = tmp_path / "ours.yaml"
        file.write_text(f"ipscost: 1\ntitle: Ours\nextends: {GRANT}\n{more}", encoding="utf-8")
        return ipscost.load(file)

    every = {each.name for each in of(file=GRANT).analyses}
    place = "{mean: 9000, unit: DKK_2025/person, assumption: an example}"
    priced = f"rollout: {{line: null, grant: null, place: {place}}}"
    ours = variant(priced)
    assert ours.rollout is not None
    assert (ours.rollout.lines, ours.rollout.grants) == ((), ())
    gone = every - {each.name for each in ours.analyses}
    assert gone == {"as_such_projects_went", "full_cost"}
    assert {each.name for each in variant("starts: 2024-01\nrollout: null").analyses}.isdisjoint(
        {*gone, "people_4000", "people_5000", "recruitment_60"}
    )
    fewer = {each.name for each in variant("analyses: {full_cost: null}").analyses}
    assert every - fewer == {"full_cost"}


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("{what: programme, path: rollout.line.none, value: 1, to: 1, unit: DKK}", "E219"),
        ("{what: posts, path: rollout.staff.role.none, value: 1, to: 1}", "E219"),
        ("{what: programme, value: 1, to: 1}", "E102"),
        ("{what: programme, value: 1, to: 1, unit: DKK_2024/month}", "E211"),
        ("{what: saving, value: 1, to: 1, unit: DKK, year: 2025}", "E219"),
        ("{what: programme, value: 1, to: 1, unit: DKK, year: 25}", "E114"),
    ],
)
def test_a_published_result_of_a_rollout_names_what_is_there(target: str, code: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        of(
            f"reproduces=[{target[:-1]}, arm: ips, source: study}}]",
            "source={study: {cite: A study, sure: verified}}",
        )
    assert [each.code for each in caught.value.problems] == [code]


def test_published_results_of_a_rollout_are_of_a_year_or_of_all_of_them() -> None:
    end = "arm: ips, source: s}"
    pool, post = "rollout.grant.pool", "rollout.staff.role.specialist"
    targets = (
        f"{{what: programme, value: 475000, to: 1, unit: DKK_2024, year: 2025, {end}",
        f"{{what: programme, value: 25000, to: 1, unit: DKK_2024/person, {end}",
        f"{{what: programme, value: 130050, to: 1, unit: DKK, year: 2026, {end}",
        f"{{what: grant, path: {pool}, value: 242250, to: 1, unit: DKK, {end}",
        f"{{what: posts, path: {post}, value: 0.79, to: 0.01, year: 2025, {end}",
        f"{{what: programme, value: 1, to: 1, unit: DKK, year: 2031, {end}",
    )
    own = of(f"reproduces=[{', '.join(targets)}]", "source={s: {cite: A study, sure: verified}}")
    found = findings(ipscost.simulate(own, Settings(draws=0)))
    assert [each.verdict for each in found] == ["agrees"] * 5 + ["not_known"]
