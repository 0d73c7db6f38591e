"""What is not known is no 0: which levels, differences and accounts are whole, and what is said."""

from __future__ import annotations

from collections.abc import Callable

import builders
import pytest
import typer
from told import told

import ipscost
from ipscost import Run, Scenario, Settings, known
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.estimates import View
from ipscost.analysis.lacking import COST, EFFECT, EFFECT_OF_REFERENCE, LeftOut, left_out
from ipscost.analysis.payers import names
from ipscost.analysis.verify import findings
from ipscost.analysis.what_if.question import ask
from ipscost.cli.command import spread
from ipscost.errors import AskedError, ScenarioError, UndecidedError
from ipscost.formats.tidy import tidy
from ipscost.report.cea.report import cea as _cea
from ipscost.report.compare.report import compare as _compare
from ipscost.report.explain.report import explain as _explain
from ipscost.report.notes.gaps import refusal
from ipscost.report.payers.report import payers as _payers
from ipscost.report.report import UNKNOWN, Report
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold
from ipscost.scenario.nouns import SOCIETAL

cea = told(_cea)
compare = told(_compare)
explain = told(_explain)
payers = told(_payers)
with_months = told(_with_months)
summary = told(_summary)
one_way = told(_one_way)
threshold = told(_threshold)

PAYERS = """
town: {label: Town}
region: {label: Region}
both: {label: Town or region, of: [town, region]}
"""
CARE = """
care:
  label: Care
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {mean: 1000, se: 100}
  ips: {difference: -300, se: 50}
  ipse: unknown
"""
WARD = """
ward:
  label: Ward
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {mean: 500}
  ips: {difference: -20, se: 5}
  ipse: {difference: unknown, part_of: cost.all}
"""
ALL = """
all:
  label: All of it
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 2
  ips: {difference: 0}
  ipse: {difference: -90, se: 30}
"""
SHARED = """
shared:
  label: Shared
  kind: service
  payer: both
  unit: DKK_2024/person
  source: study table 2
  ips: {difference: -100, se: 30}
  ipse: {difference: 0}
"""
QALY = """
qaly:
  label: QALYs
  unit: QALY/person
  source: study table 3
  usual: {mean: 0.5, se: 0.05}
  ips: {difference: 0.02, se: 0.01}
  ipse: unknown
  threshold: {mean: 100000, unit: DKK_2024/QALY, source: study}
"""


def load(cost: str, *settings: str, outcome: str = "", more: str = "") -> Scenario:
    """A scenario of three arms and a payer that stands for two."""
    content = builders.text(cost, arm=builders.THREE_ARMS, payer=PAYERS, outcome=outcome, more=more)
    return builders.load(content, *settings)


def run(cost: str, *settings: str, outcome: str = "", months: bool = False) -> Run:
    """The same, simulated."""
    scenario = load(cost, *settings, outcome=outcome)
    courses = names(scenario) if months else ()
    return ipscost.simulate(scenario, Settings(draws=200), months=months, courses=courses)


def rows(report: Report, measure: str, path: str, arm: str = "ipse") -> list[dict[str, object]]:
    """The rows of a measure, which may be partial."""
    wanted = (measure, f"{measure}_partial")
    found = [row for row in tidy(report) if row["measure"] in wanted and row["path"] == path]
    return [row for row in found if row["arm"] == arm]


# --- the word of the format ------------------------------------------------------------------


@pytest.mark.parametrize(
    "stated",
    ["unknown", "{mean: unknown}", "{difference: unknown, se: 4}", "{ratio: unknown, note: why}"],
)
def test_an_amount_may_be_unknown_in_each_of_its_forms(stated: str) -> None:
    scenario = load(CARE.replace("ipse: unknown", f"ipse: {stated}"))
    (care,) = scenario.categories
    assert [known.difference(scenario, care, arm) for arm in scenario.arms] == [True, True, False]
    assert [known.level(scenario, care, arm) for arm in scenario.arms] == [True, True, False]
    assert [number.path for number in scenario.unknowns] == ["cost.care.ipse"]
    assert "cost.care.ipse" not in {number.path for number in scenario.quantities}


def test_what_is_against_an_unknown_level_is_unknown_but_for_a_difference() -> None:
    text = CARE.replace("usual: {mean: 1000, se: 100}", "usual: unknown")
    text = text.replace("ipse: unknown", "ipse: {mean: 700}")
    scenario = load(text)
    (care,) = scenario.categories
    assert [known.difference(scenario, care, arm) for arm in scenario.arms] == [True, True, False]
    assert [known.level(scenario, care, arm) for arm in scenario.arms] == [False, False, True]


def test_an_unknown_price_makes_every_amount_unknown() -> None:
    cost = CARE.replace(
        "  unit: DKK_2024/person\n", "  price: {mean: unknown, unit: DKK_2024/day}\n"
    )
    head, arms = cost.split("  usual:")
    arms = "  usual:" + arms.replace("ipse: unknown", "ipse: {difference: 0}")
    use = "  use:\n    unit: day/person\n" + arms.replace("  usual", "    usual")
    use = use.replace("\n  ips", "\n    ips")
    scenario = load(head + use)
    (care,) = scenario.categories
    assert not any(known.difference(scenario, care, arm) for arm in ("ips", "ipse"))


def test_money_of_an_unknown_year_is_shown_as_published_and_counts_in_no_sum() -> None:
    scenario = load(
        CARE.replace("ipse: unknown", "ipse: {difference: -5300, unit: DKK_unknown/person}")
    )
    done = ipscost.simulate(scenario, Settings(draws=0))
    assert not known.difference(scenario, scenario.categories[0], "ipse")
    assert View(done, SOCIETAL).total("ipse").empty
    (note,) = [note for note in summary(done).notes if "published as" in note]
    assert note == (
        "cost.care.ipse was published as -5300 DKK_unknown/person; its price year is "
        "not known, so it cannot be converted and no sum includes it."
    )


def test_a_result_may_be_in_money_of_an_unknown_year() -> None:
    content = builders.STUDY.replace("DKK_2024", "DKK_unknown")
    report = summary(ipscost.simulate(builders.load(content), Settings(draws=0)))
    assert "in prices of an unknown year" in report.headline[0]


def test_the_command_line_may_say_that_a_number_is_unknown_and_state_one_that_was() -> None:
    cost = CARE + WARD + ALL
    unknown = load(cost, "cost.care.ips=unknown")
    assert not known.difference(unknown, unknown.categories[0], "ips")
    stated = load(cost, "cost.care.ipse.difference=-50", "cost.ward.ipse.difference=-10")
    assert not stated.unknowns
    assert [c.arms["ipse"].value for c in stated.categories] == [-50, -10, -90]


def test_a_number_that_a_model_needs_cannot_be_unknown() -> None:
    with pytest.raises(ScenarioError) as caught:
        ipscost.load("labour-market-ips", ["model.transition.benefit.out.from_19.ips=unknown"])
    assert {problem.code for problem in caught.value.problems} == {"E250"}


# --- sums ------------------------------------------------------------------------------------


def test_a_sum_with_something_unknown_is_partial_without_interval_or_probability() -> None:
    report = summary(run(CARE + SHARED))
    (total,) = rows(report, "saving", "cost")
    assert (total["mean"], total["low"], total["partial"]) == (0, None, 1)
    assert total["measure"] == "saving_partial"
    assert not rows(report, "probability_of_saving", "cost")
    assert not rows(report, "saving", "cost.care")
    (whole,) = rows(report, "saving", "cost", "ips")
    assert whole["partial"] == 0
    assert whole["low"] is not None


def test_no_headline_claims_a_saving_of_an_account_that_is_not_whole() -> None:
    ips, ipse, _ = summary(run(CARE + SHARED)).headline
    assert ips.startswith("IPS saves society 400 kr. per person")
    assert ipse == (
        "Whether IPSE saves society money compared with normal practice is not "
        "known. What is known adds up to a saving of 0 kr. per person over 4 months, "
        "in 2024 prices; missing: care (not known)."
    )
    (_, danish, _) = summary(run(CARE + SHARED), "da").headline
    assert danish.startswith(
        "Det vides ikke, om IPSE sparer samfundet penge sammenlignet med normalindsats"
    )


def test_what_another_category_holds_leaves_the_total_whole() -> None:
    found = run(WARD + ALL)
    view = View(found, SOCIETAL)
    assert not view.total("ipse").partial
    assert view.total("ipse").point == -90
    report = summary(found)
    (level,) = [row for row in tidy(report) if row["path"] == "cost" and row["arm"] == "ipse"][:1]
    assert (level["mean"], level["partial"]) == (410, 1)  # 500 of the ward less 90
    decision = decision_of(found, None, {})
    assert decision.psa.cost_mean.tolist() == [500, 480, 410]


@pytest.mark.parametrize("lost", ["cost.all.ipse=unknown", "cost.all.payer=town"])
def test_what_another_category_holds_counts_only_where_that_one_counts_alike(lost: str) -> None:
    view = View(run(WARD + ALL, lost), "region")
    assert view.total("ipse").partial
    assert not view.total("ips").partial


def test_an_account_with_a_share_of_an_unsplit_payer_is_partial_everywhere() -> None:
    done = run(SHARED.replace("ipse: {difference: 0}", "ipse: {difference: 0}"), months=True)
    town, society = View(done, "town"), View(done, SOCIETAL)
    assert town.total("ips").partial
    assert not town.total("ipse").partial  # a share of nothing is nothing
    assert not society.total("ips").partial
    (sentence, _) = summary(run(SHARED + WARD + ALL, "perspective=region")).headline
    assert sentence.endswith("missing: shared (how payers share it is not known).")
    gained = payers(done)
    (row,) = rows(gained, "net_gain", "payer.town", "ips")[:1] or [None]
    assert row is None


def test_the_course_by_month_of_a_partial_account_has_no_month_of_break_even() -> None:
    scenario = load(WARD + ALL + SHARED, "perspective=region")
    done = ipscost.simulate(scenario, Settings(draws=100), months=True)
    report = with_months(summary(done), done)
    assert (
        "When IPS has paid for itself is not known, because the account is incomplete."
        in report.headline
    )
    months = [row for row in tidy(report) if str(row["path"]).startswith("month.")]
    assert {row["partial"] for row in months if row["arm"] == "ips"} == {1}


# --- every command ---------------------------------------------------------------------------


def refusal_of(asked: Callable[[], object]) -> str:
    """What the command line says where nothing can be decided."""
    with pytest.raises(UndecidedError) as caught:
        asked()
    return str(refusal(caught.value.why))


def test_cea_leaves_out_an_arm_of_which_cost_or_effect_is_not_known() -> None:
    done = run(WARD + ALL, outcome=QALY)
    report = cea(decision_of(done, done.scenario.outcomes[0], {}))
    assert {str(row["arm"]) for row in tidy(report)} <= {"", "usual", "ips"}
    assert report.noted("caveat_left_out") == [
        "IPSE is left out, because its difference in QALYs is not known."
    ]
    assert "dominates every" not in " ".join(report.headline)
    seen = run(SHARED, "perspective=town", "cost.shared.ipse.difference=3")
    refused = refusal_of(lambda: decision_of(seen, None, {}))
    assert "IPS is left out, because its account is incomplete" in refused


def test_what_is_left_out_is_which_arm_and_of_what_kind() -> None:
    assert left_out(run(CARE), "ipse", None) == LeftOut("ipse", COST)
    assert left_out(run(CARE), "ips", None) is None
    town = run(SHARED, "cost.shared.ipse.difference=3")
    assert left_out(town, "ips", None) is None
    assert left_out(town, "ips", None, "town") == LeftOut("ips", COST)
    effect = run(WARD + ALL, outcome=QALY)
    assert left_out(effect, "ipse", effect.scenario.outcomes[0]) == LeftOut("ipse", EFFECT)
    lost = run(WARD + ALL, "outcome.qaly.usual=unknown", "outcome.qaly.ips.mean=0.6", outcome=QALY)
    out = left_out(lost, "ips", lost.scenario.outcomes[0])
    assert out == LeftOut("ips", EFFECT_OF_REFERENCE)
    with pytest.raises(UndecidedError, match=r"^ips: effect_of_reference not known; ") as raised:
        decision_of(lost, lost.scenario.outcomes[0], {})
    assert raised.value.why.way is None


def test_the_command_line_tells_in_words_why_nothing_can_be_decided() -> None:
    def command() -> None:
        decision_of(run(CARE, "cost.care.ips=unknown"), None, {})

    with pytest.raises(
        typer.BadParameter, match=("IPS is left out, because its account is incomplete")
    ):
        spread(command, (), {})()


def test_sensitivity_and_threshold_leave_an_arm_out_and_refuse_it_by_name() -> None:
    done = run(CARE)
    question = ask(done)
    assert question.arms == ("ips",)
    assert one_way(question).headline[-1] == (
        "Of 2 numbers varied one at a time, the difference in care with IPS matters "
        "most: the saving then lies between 202 kr. and 398 kr. per person; none "
        "alone turns it into a cost."
    )
    assert refusal_of(lambda: ask(done, ["ipse"])).startswith("IPSE is left out")


def test_compare_ranks_only_what_is_whole() -> None:
    report = compare([run(CARE)])
    assert report.headline[0].startswith("IPS saves society 300 kr.")
    assert report.headline[1].startswith("What IPSE costs or saves society compared with")
    assert not rows(report, "saving_more", "cost")
    assert not rows(report, "probability_of_saving_more", "cost")


def test_verify_cannot_say_what_is_not_known() -> None:
    more = """
    reproduces:
      - {what: saving, arm: ipse, value: 0, to: 1, unit: DKK, source: study}
    """
    scenario = load(CARE, more=more)
    (finding,) = findings(ipscost.simulate(scenario, Settings(draws=0)))
    assert (finding.simulated, finding.verdict) == (None, "not_known")


def test_explain_says_what_the_file_says_of_an_unknown_number() -> None:
    done = run(WARD + ALL)
    (table,) = explain(done, "cost.ward.ipse").tables
    texts = [row.cells[0] for row in table.rows]
    assert texts[-1] == (
        "the file says that this number is known only as part of All of it (cost.all)"
    )
    assert "not known" in " ".join(
        str(row.cells[0]) for row in explain(done, "cost.ward").tables[-1].rows
    )


@pytest.mark.parametrize("name", ["labour-market-ips", "ips-ten-years"])
def test_no_shipped_scenario_states_of_ipse_what_nobody_published(name: str) -> None:
    scenario = ipscost.load(name)
    gone = {number.path for number in scenario.unknowns}
    assert {
        f"cost.{path}.ipse" for path in ("programme", "jobcenter", "psychiatric.hospital")
    } <= gone
    assert "outcome.qaly.ipse" in gone
    assert not [q for q in scenario.quantities if q.path.endswith(".ipse") and q.value == 0]


def test_a_refusal_says_from_which_side_or_for_which_outcome_it_is_known() -> None:
    done = run(SHARED.replace("ipse: {difference: 0}", "ipse: unknown"), "perspective=town")
    refused = refusal_of(lambda: ask(done))
    assert refused.endswith("It is known with --perspective societal")
    lost = run(
        WARD + ALL, "outcome.qaly.ips=unknown", outcome=QALY + QALY.replace("qaly:", "life:")
    )
    refused = refusal_of(lambda: decision_of(lost, lost.scenario.outcomes[0], {}))
    assert refused.endswith("It is known with --outcome life")


def test_a_refusal_names_no_payer_on_whom_nothing_falls() -> None:
    payers = builders.PAYERS + "citizen: {label: Citizen}\n"
    gone = builders.CARE.replace("{difference: -300, se: 50}", "unknown")
    done = builders.run(builders.text(gone, payer=payers))
    refused = refusal_of(lambda: ask(done))
    assert refused.endswith("Nothing can be said until that is stated")


GAIN = """
gain:
  label: Gain
  kind: productivity
  payer: region
  unit: DKK_2024/person
  source: study table 2
  ips: {difference: 0}
  ipse: {difference: -90, se: 30}
"""


def test_a_kind_whose_amount_holds_one_of_another_kind_is_partial() -> None:
    cost = WARD.replace("part_of: cost.all", "part_of: cost.gain") + GAIN
    report = summary(run(cost))
    (kind,) = rows(report, "difference_by_kind", "kind.productivity")
    assert (kind["partial"], kind["low"]) == (1, None)
    (leaf,) = rows(report, "difference", "cost.gain")
    assert leaf["partial"] == 0  # the amount itself is what was published
    (total,) = rows(report, "difference", "cost")
    assert total["partial"] == 0


def test_payers_show_a_category_that_is_not_known_and_claim_no_gain() -> None:
    done = run(CARE + SHARED, "cost.care.ips=unknown", months=True)
    report = payers(done)
    named = [table for table in report.tables if any(r.path == "cost.care" for r in table.rows)]
    row = next(row for row in named[0].rows if row.path == "cost.care")
    assert set(row.cells) == {None, UNKNOWN}
    assert not [text for text in report.headline if text.startswith("Region: gain")]


def test_a_tie_is_no_most_and_a_ranking_says_of_whom_it_is() -> None:
    two = [run(WARD + ALL), run(WARD + ALL, "cost.all.ipse=unknown")]
    report = compare(two)
    assert "to save society most" in report.headline[0]
    assert report.notes[0].endswith("Only those whose account is complete are ranked here.")
    assert report.named[0].name == "caveat_of_known"
    same = compare([run(SHARED), run(SHARED)], arms=["ips"])
    assert same.headline[0].startswith("IPS saves society 100 kr.")


def test_the_note_of_an_outcome_names_the_arm_of_which_it_is_not_known() -> None:
    done = run(WARD + ALL, "outcome.qaly.usual=unknown", "outcome.qaly.ips.mean=0.6", outcome=QALY)
    notes = summary(done).notes
    assert "Not known, shown as a dash: QALYs with normal practice." in notes
    refused = refusal_of(lambda: decision_of(done, done.scenario.outcomes[0], {}))
    assert "QALYs is not known for normal practice" in refused


def test_numbers_of_an_arm_that_is_left_out_are_not_worth_measuring() -> None:
    done = run(WARD + ALL, outcome=QALY)
    decision = decision_of(done, done.scenario.outcomes[0], {})
    assert not [path for path in decision.psa.parameters if path.endswith(".ipse")]


def test_a_threshold_of_an_unknown_number_says_what_to_begin_with() -> None:
    with pytest.raises(AskedError, match=r"--set cost.care.ipse.mean=0$"):
        threshold(ask(run(CARE)), "cost.care.ipse")
