"""How the section rollout is read: numbers, other files, changes, and what is left out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import builders
import fixes
import jsonschema
import pytest
import yaml

import ipscost
from ipscost import Scenario, ScenarioError
from ipscost.loading.keys import json_schema
from ipscost.scenario.distributions import Beta, Fixed, Gamma, Normal
from ipscost.scenario.rollout import Month, Rollout

DOCS = Path(__file__).parents[3] / "docs" / "file-format.md"
BLOCK = DOCS.read_text(encoding="utf-8").split("<!-- rollout -->\n```yaml\n")[1].split("```")[0]
"""The rollout that the documentation shows."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rollout of the documentation."""
    found = tmp_path_factory.mktemp("rollout")
    (found / "base.yaml").write_text(BLOCK, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def rollout(folder: Path) -> Rollout:
    """The rollout that the documentation shows."""
    return of(ipscost.load(folder / "base.yaml"))


def of(scenario: Scenario) -> Rollout:
    """The rollout of a scenario that has one."""
    assert scenario.rollout is not None
    return scenario.rollout


def variant(folder: Path, section: str, *settings: str, more: str = "") -> Rollout:
    """The rollout of a file that changes a part of the one shown."""
    text = f"ipscost: 1\nextends: base.yaml\ntitle: A variant\nrollout: {section}\n{more}"
    (folder / "variant.yaml").write_text(text, encoding="utf-8")
    return of(ipscost.load(folder / "variant.yaml", settings))


def value(rollout: Rollout, path: str) -> float:
    """The value of one of its numbers."""
    return next(each.value for each in rollout.stated if each.path == f"rollout.{path}")


# --- the example of the documentation ----------------------------------------------------------


def test_what_the_documentation_shows_is_read(rollout: Rollout) -> None:
    assert (rollout.arm, rollout.payer) == ("ips", "municipality")
    assert rollout.outcome == "outcome.job_or_education"
    assert (rollout.starts, rollout.until) == (Month(2024, 1), Month(2029, 12))
    assert (rollout.intake.pace, rollout.intake.months) == ("in_all", 36)
    staff = rollout.staff
    assert staff is not None
    assert [(role.name, role.of) for role in staff.roles] == [
        ("specialist", ""),
        ("leader", "specialist"),
        ("manager", ""),
    ]
    assert [(line.per, line.is_spread, line.has_overhead) for line in rollout.lines] == [
        ("post_year", False, True),
        ("once", True, False),
        ("year", False, False),
    ]
    (grant,) = rollout.grants
    assert (grant.giver, grant.receiver, grant.unspent) == ("state", "municipality", "repaid")
    assert [*grant.amounts] == [2024, 2025]
    financing = rollout.financing
    assert financing is not None
    assert (financing.scope, financing.sure, financing.source) == ("one", "secondary", "ministry")
    assert financing.others.tell("da") == "Andre kommuner"
    assert rollout.indexation is not None
    assert {*rollout.indexation.rates} == {"prices", "wages", "service"}


def test_every_number_has_the_path_of_its_key_and_a_unit(rollout: Rollout) -> None:
    units = {number.path.removeprefix("rollout."): str(number.unit) for number in rollout.stated}
    assert units["intake.target"] == "person"
    assert units["support.leaving"] == "share/month"
    assert units["staff.caseload"] == "person"
    assert units["staff.role.leader.per"] == "post"
    assert units["staff.employer.above"] == "DKK_2024/year"
    assert units["line.supervision"] == "DKK_2024/post/year"
    assert units["line.licence.growth"] == "share/year"
    assert units["grant.pool.amounts.2025"] == "DKK_2024"
    assert units["between_sites"] == "share"
    tree: Any = yaml.load(BLOCK, Loader=fixes.LOADER)
    for path in units:  # each leads to a key of the file
        node = tree["rollout"]
        for key in path.split("."):
            node = node[int(key)] if key.isdigit() else node[key]


def test_numbers_have_their_uncertainty_money_and_assumption(rollout: Rollout) -> None:
    found = {number.path.removeprefix("rollout."): number for number in rollout.stated}
    assert isinstance(found["intake.target"].dist, Gamma)
    assert isinstance(found["intake.recruitment"].dist, Beta)
    assert isinstance(found["staff.vacancy"].dist, Fixed)
    assert found["staff.vacancy"].is_assumed
    licence = found["line.licence"]
    assert licence.value == 800
    assert licence.conversion is not None  # of 2018, told in the money of the results
    assert licence.mean == pytest.approx(800 * licence.factor)
    rise = found["line.licence.growth"].dist
    assert isinstance(rise, Fixed)


def test_what_is_unknown_is_told_and_no_number(rollout: Rollout) -> None:
    gone = [number.path for number in rollout.unknowns]
    assert gone == ["rollout.staff.role.manager.salary", "rollout.published.tool"]
    assert not {*gone} & {number.path for number in rollout.numbers}
    tool = rollout.published[1].amount
    assert tool.gap is not None
    assert tool.gap.stated == "5300 DKK_unknown/person"
    assert [price.is_net for price in rollout.published] == [True, True]


def test_no_per_person_result_hangs_on_it(folder: Path) -> None:
    scenario = ipscost.load(folder / "base.yaml")
    assert not [each for each in scenario.quantities if each.path.startswith("rollout")]


def test_it_fits_the_schema_and_so_does_a_variant_of_a_part() -> None:
    checker = jsonschema.Draft202012Validator(json_schema.json_schema())
    tree: Any = yaml.load(BLOCK, Loader=fixes.LOADER)
    assert [
        *checker.iter_errors({**tree, "rollout": tree["rollout"] | {"starts": "2024-01"}})
    ] == []
    part = {"staff": {"role": {"leader": {"per": 8}}}, "intake": {"recruitment": 0.6}}
    whole = {"ipscost": 1, "title": "A variant", "extends": "base.yaml", "rollout": part}
    assert checker.is_valid(whole)
    assert not checker.is_valid(whole | {"rollout": {"intake": {"recruited": 0.6}}})
    del whole["extends"]
    assert not checker.is_valid(whole)


# --- other files -------------------------------------------------------------------------------


def test_a_variant_states_what_it_changes(folder: Path) -> None:
    found = variant(
        folder,
        "{intake: {recruitment: 0.6}, staff: {caseload: 15}, line: {licence: {mean: 900, "
        "unit: DKK_2024/year, assumption: dearer}}}",
    )
    assert value(found, "intake.recruitment") == 0.6
    assert value(found, "intake.target") == 150
    assert value(found, "staff.caseload") == 15
    assert value(found, "line.licence.growth") == 0.05  # no part of the amount that is replaced
    number = next(each for each in found.numbers if each.path == "rollout.intake.recruitment")
    assert number.is_fixed
    assert number.assumption is not None  # the other file's is of the number there
    assert "chosen here" in number.assumption.tell("en")


def test_what_says_the_same_in_another_way_takes_its_place(folder: Path) -> None:
    place = variant(
        folder, "{place: {mean: 105300, unit: DKK_2024/person, assumption: a}, line: null}"
    )
    assert place.staff is None
    assert place.place is not None
    assert place.lines == ()
    role = variant(folder, "{staff: {clients_per_year: 10, role: {leader: {posts: 2}}}}").staff
    assert role is not None
    assert role.caseload is None
    assert (role.roles[1].per, role.roles[1].of) == (None, "")
    assert role.roles[1].posts is not None
    (grant,) = variant(
        folder, "{grant: {pool: {total: {mean: 900, unit: DKK_2024, assumption: a}}}}"
    ).grants
    assert [*grant.amounts] == [2024, 2025, 2026]
    assert {number.path for number in grant.amounts.values()} == {"rollout.grant.pool.total"}
    assert [grant.share_in(year) for year in (2024, 2025, 2026, 2027)] == [1 / 3, 1 / 3, 1 / 3, 0]
    financing = variant(folder, "{financing: {scope: {share: 0.31}}}").financing
    assert financing is not None
    assert financing.share is not None
    assert (financing.scope, financing.share.value) == ("share", 0.31)
    plain = variant(folder, "{staff: {employer: 0.2}}").staff
    assert plain is not None
    assert plain.employer is not None
    assert (plain.employer.path, plain.employer_above) == ("rollout.staff.employer", None)


def test_null_takes_a_part_out_or_all_of_it(folder: Path) -> None:
    found = variant(folder, "{financing: null, grant: {pool: null}}")
    assert found.financing is None
    assert found.grants == ()
    scenario = ipscost.load(folder / "base.yaml", ["rollout=null"])
    assert scenario.rollout is None


# --- changes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "path", "expected", "fixed"),
    [
        ("rollout.intake.recruitment=0.6", "intake.recruitment", 0.6, True),
        ("rollout.intake.recruitment.mean=0.75", "intake.recruitment", 0.75, False),
        ("rollout.staff.vacancy.mean=0.2", "staff.vacancy", 0.2, True),
        (
            "rollout.staff.role.specialist.salary.mean=500000",
            "staff.role.specialist.salary",
            5e5,
            False,
        ),
        (
            "rollout.staff.role.manager.salary={mean: 7e5, unit: DKK_2024/year, assumption: a}",
            "staff.role.manager.salary",
            7e5,
            True,
        ),
        ("rollout.intake.target.mean=120", "intake.target", 120, False),
        ("rollout.line.licence.mean=900", "line.licence", 900, True),
        ("rollout.grant.pool.amounts.2025.mean=5", "grant.pool.amounts.2025", 5, True),
    ],
)
def test_a_number_is_set_by_its_path(
    folder: Path, setting: str, path: str, expected: float, fixed: bool
) -> None:
    settings = [setting]
    if path == "intake.target":  # the interval of the file does not hold it
        settings.append("rollout.intake.target.interval=[100, 140]")
    found = of(ipscost.load(folder / "base.yaml", settings))
    number = next(each for each in found.numbers if each.path == f"rollout.{path}")
    assert number.value == expected
    assert number.is_fixed == fixed


def test_a_bare_number_needs_its_form_where_it_has_a_unit(folder: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(folder / "base.yaml", ["rollout.intake.target=120"])
    (problem,) = caught.value.problems
    assert problem.fix == "write rollout.intake.target.mean for rollout.intake.target"


def test_clients_a_year_follow_what_is_changed_on_the_command_line(folder: Path) -> None:
    text = BLOCK.replace("    posts: part ", "    clients_per_year: 13.3\n    posts: part ")
    (folder / "both.yaml").write_text(text, encoding="utf-8")
    for setting in ("rollout.staff.caseload=25", "rollout.support.months=12"):
        staff = of(ipscost.load(folder / "both.yaml", [setting])).staff
        assert staff is not None
        assert staff.clients_per_year is None
    both = ["rollout.staff.caseload=25", "rollout.staff.clients_per_year=13.3"]
    staff = of(ipscost.load(folder / "both.yaml", both)).staff
    assert staff is not None
    assert staff.caseload is None  # the last one that is set counts


def test_an_analysis_sets_its_numbers(folder: Path) -> None:
    more = "analyses: {fewer: {set: {rollout.intake.recruitment: 0.6}}}\n"
    variant(folder, "{}", more=more)
    scenario = ipscost.load(folder / "variant.yaml")
    analysis = next(each for each in scenario.analyses if each.name == "fewer")
    assert (
        value(of(ipscost.load(folder / "variant.yaml", analysis.settings)), "intake.recruitment")
        == 0.6
    )


TWO_PROGRAMMES = """
programme:
  kind: programme
  payer: municipality
  unit: DKK_2024/person
  source: study
  ips: {difference: 120}
  ipse: {difference: 150}
"""
SMALL = """
rollout:
  arm: ips
  starts: 2024-01
  intake: {target: {mean: 5, unit: person/month, source: study}, months: 4}
"""


def test_a_rollout_goes_with_its_arm() -> None:
    content = builders.text(TWO_PROGRAMMES, arm=builders.THREE_ARMS, more=SMALL)
    assert of(builders.load(content)).arm == "ips"
    assert of(builders.load(content, "--arm=ips")).payer == "municipality"
    assert builders.load(content, "--arm=ipse").rollout is None


def test_which_outcome_counts_people_is_doubted_where_several_could() -> None:
    stated = "{unit: share, source: study, usual: {mean: 0.4}, ips: {mean: 0.5}}\n"
    one, two = f"job: {stated}", f"job: {stated}school: {stated}"
    programme = builders.PROGRAMME
    assert of(builders.load(builders.text(programme, more=SMALL))).outcome == ""
    assert (
        of(builders.load(builders.text(programme, outcome=one, more=SMALL))).outcome
        == "outcome.job"
    )
    scenario = builders.load(builders.text(programme, outcome=two, more=SMALL))
    assert of(scenario).outcome == ""
    assert [problem.code for problem in scenario.warnings] == ["W441"]
    named = SMALL + "  outcome: school\n"
    scenario = builders.load(builders.text(programme, outcome=two, more=named))
    assert of(scenario).outcome == "outcome.school"
    assert scenario.warnings == ()


# --- numbers that are wrong --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "told", "fix"),
    [
        ("{starts: 1.3.2024}", "found '1.3.2024'", "write 2024-03"),
        ("{starts: 2024}", "found '2024'", "write 2024-01"),
        ("{starts: 2024-01-15}", "or its first day", "write 2024-01"),
        ("{starts: 2024-00}", "no such month", "write 2024-01"),
        ("{starts: snart}", "found 'snart'", "write a month such as 2024-01"),
        ("{intake: {recruitment: 80}}", "at most 1, found 80", "write 0.8 if"),
        ("{intake: {recruitment: '0,8'}}", "a number", "write 0.8"),
        ("{staff: {vacancy: 10}}", "at most 1, found 10", "write 0.1 if"),
        ("{support: {leaving: 5}}", "below 1, found 5", "write 0.05 if"),
        ("{indexation: {wages: 3}}", "below 1, found 3", "write 0.03 if"),
        ("{intake: {target: {mean: 0, unit: person, assumption: a}}}", "above 0", "such as 20"),
        ("{intake: {target: unknown}}", "expected a number, found unknown", "write {mean: ..., "),
        ("{staff: {caseload: {mean: 20, bounds: [0, 30], assumption: a}}}", "above 0", "such as"),
        (
            "{support: {months: {mean: 1.5, unit: year, assumption: a}}}",
            "unit month",
            "write month",
        ),
        (
            "{line: {licence: {mean: 1, unit: DKK_2024/month, assumption: a}}}",
            "DKK_2024/year or",
            "write DKK_2024",
        ),
        ("{line: {licence: {spread: true}}}", "stated once", "take spread out"),
        ("{line: {licence: {mean: unknown}}}", "with its unit", "write {mean: unknown, unit: DKK"),
        ("{financing: {scope: some}}", "found 'some'", "write one"),
        ("{financing: {scope: [one]}}", "found a list", "write one, or write all"),
        ("{financing: {scope: {share: 0.3}, share: 0.02}}", "stands twice", "take share out"),
        ("{financing: {source: null}}", "expected a source", "add source"),
        ("{start: 2026-01}", "unknown key start", "write starts"),  # `starts` is of the other file
        ("{intake: {months: 12, recruitment: 0,85}}", "found '0,85'", "write 0.85"),
        (
            "{intake: {target: {mean: 9, unit: personer/år, assumption: a}}}",
            "",
            "write person/year",
        ),
        (
            "{staff: {role: {specialist: {salary: {mean: 9, unit: kr., assumption: a}}}}}",
            "found 'kr.'",
            "write DKK_2024/year",
        ),
        ("{staff: {posts: hele}}", "found 'hele'", "write whole"),
        ("{staff: {role: {specialist: {per: 3}}}}", "first role", "take per out"),
        (
            "{staff: {role: {leader: {of: manager}, manager: {per: 2, of: leader}}}}",
            "in a circle",
            "",
        ),
        ("{staff: {role: {manager: {of: leader}}}}", "how many posts of manager", "add per"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(
    folder: Path, section: str, told: str, fix: str
) -> None:
    with pytest.raises(ScenarioError) as caught:
        variant(folder, section)
    (problem,) = caught.value.problems
    assert told in problem.message
    assert problem.fix.startswith(fix) or fix in problem.fix


def test_a_point_for_thousands_of_people_is_doubted(folder: Path) -> None:
    target = "{mean: 1.200, unit: person, assumption: a}"
    text = f"ipscost: 1\nextends: base.yaml\ntitle: A\nrollout: {{intake: {{target: {target}}}}}\n"
    (folder / "variant.yaml").write_text(text, encoding="utf-8")
    doubts = [p for p in ipscost.load(folder / "variant.yaml").warnings if p.code == "W402"]
    assert [doubt.fix.partition(",")[0] for doubt in doubts] == [
        "write 1200 if the point marks thousands"
    ]


def test_accounts_that_end_before_grants_are_paid(folder: Path) -> None:
    with pytest.raises(
        ScenarioError, match="a grant of 2025 lies outside of the rollout, 2023 to 2024"
    ):
        variant(folder, "{until: 2024-06}")  # the posts are filled two months ahead


def test_normal_is_how_a_rise_is_drawn(folder: Path) -> None:
    found = variant(folder, "{indexation: {wages: {mean: 0.01, se: 0.02, assumption: a}}}")
    rate = next(each for each in found.numbers if each.path == "rollout.indexation.wages")
    assert isinstance(rate.dist, Normal)
    assert re.fullmatch(r"rollout\.\w+\.\w+", rate.path)


def test_a_change_of_a_rollout_that_is_not_there_says_what_to_write() -> None:
    with pytest.raises(ScenarioError) as caught:
        builders.load(builders.text(), "rollout.intake.recruitment=0.6")
    (problem,) = caught.value.problems
    assert problem.fix == "write rollout={starts: 2025-01, intake: {target: ..., months: 12}}"


def test_a_number_with_a_source_of_its_own_is_no_assumption_of_the_part(rollout: Rollout) -> None:
    trial, tool = (price.amount for price in rollout.published)
    assert (trial.source_text, trial.assumption) == ("park2022 table 1", None)
    assert tool.assumption is not None


def test_a_shared_number_may_stand_in_a_rollout() -> None:
    more = "number: {load: {mean: 20, unit: person, source: study}}\n" + SMALL
    more += """\
  support: {months: 6}
  staff:
    caseload: {number: load}
    role: {specialist: {salary: {mean: 400000, unit: DKK_2024/year, source: study}}}
"""
    scenario = builders.load(
        builders.text(builders.PROGRAMME, more=more.replace("arm: ips", "note: a"))
    )
    staff = of(scenario).staff
    assert staff is not None
    assert staff.caseload is not None
    assert (staff.caseload.path, staff.caseload.value) == ("number.load", 20)
    assert scenario.warnings == ()  # it is used
