"""What cea and voi decide on: the same options lead to the same decision for both."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import builders
import numpy as np
import pytest
import typer
from messages import said

from ipscost.analysis.decisions import Decision
from ipscost.cli import spoken
from ipscost.cli.command import spread
from ipscost.cli.decided import decided
from ipscost.cli.options import Changes, Evidence, Simulation
from ipscost.errors import ScenarioError
from ipscost.report.cea.terms import outcome_label

RESULTS = "draw,cost_usual,qaly_usual,cost_ips,qaly_ips\n1,100,0.5,90,0.6\n2,110,0.4,120,0.5\n"
PARAMETERS = "draw,rate,price,fixed\n2,0.2,7,1\n1,0.1,8,1\n"

found: list[Decision] = []
app = typer.Typer()


def decide(
    context: typer.Context,
    *,
    evidence: Evidence,
    outcome: Annotated[str | None, typer.Option()] = None,
    changes: Changes,
    simulation: Simulation,
    cost_alone: Annotated[bool, typer.Option()] = False,
) -> None:
    """A command with the options that cea and voi share."""
    needed = not cost_alone
    decision, _ = decided(context, evidence, outcome, changes, simulation, effect_needed=needed)
    found.append(decision)


app.command()(spread(decide, (), {}))


def ask(*arguments: str) -> Decision:
    """The decision that the command line leads to."""
    spoken.listen(())
    app(list(arguments), standalone_mode=False, default_map={"draws": 200})
    return found.pop()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results.csv").write_text(RESULTS)
    (tmp_path / "drawn.csv").write_text(PARAMETERS)
    return tmp_path


def test_results_made_elsewhere_become_a_decision() -> None:
    asked = ("--psa", "results.csv", "--parameters", "drawn.csv", "--currency", "DKK_2017")
    decision = ask(*asked)
    assert decision.name == "results"
    assert decision.psa.arms == ("usual", "ips")
    assert decision.psa.reference == "usual"
    assert decision.psa.cost.tolist() == [[100, 110], [90, 120]]
    assert decision.psa.effect_mean == pytest.approx([0.45, 0.55])
    assert {n: v.tolist() for n, v in decision.psa.parameters.items()} == {
        "rate": [0.1, 0.2],
        "price": [8, 7],
    }
    assert (decision.money, decision.effect_unit) == ("DKK_2017", "QALY")
    assert decision.outcome == "outcome.qaly"
    assert decision.cost_known.all()
    assert decision.record["draws"] == 2
    assert len(decision.record["inputs"]["results.csv"]) == 64
    assert [note.tell("en") for note in decision.notes] == [
        said("note_psa_reference", arm="usual"),
        said("note_psa_fixed", names="fixed"),
    ]


def test_a_scenario_is_simulated_with_the_outcome_that_is_named() -> None:
    decision = ask("inklusion-ips", "--outcome", "qaly")
    assert decision.run is not None
    assert decision.outcome == "outcome.qaly"
    assert decision.psa.draws == 200
    assert np.ptp(decision.psa.cost[1]) > 0


# --- which outcome ---------------------------------------------------------------------------


def refused(*arguments: str) -> str:
    """What is said about a slip of the command line."""
    with pytest.raises(typer.BadParameter) as caught:
        ask(*arguments)
    return str(caught.value)


def test_a_scenario_with_several_outcomes_needs_one_named() -> None:
    assert refused("inklusion-ips", "--draws", "0") == (
        "inklusion-ips.yaml has several outcomes; add --outcome with one of: job_or_education, qaly"
    )
    assert refused("inklusion-ips", "--draws", "0", "--outcome", "qalys") == (
        "--outcome qalys: no outcome is called that; write qaly"
    )
    assert ask("inklusion-ips", "--outcome", "outcome.qaly").outcome == "outcome.qaly"


def test_a_scenario_with_one_outcome_needs_none_named(folder: Path) -> None:
    (folder / "one.yaml").write_text(builders.text(outcome=builders.JOB))
    assert ask("one.yaml").outcome == "outcome.job"
    (folder / "none.yaml").write_text(builders.text())
    assert refused("none.yaml") == (
        "none.yaml states no outcome, so nothing can be set against its cost; add one under "
        "outcome:"
    )
    assert refused("none.yaml", "--outcome", "job") == (
        "--outcome job: no outcome is called that; the scenario has none"
    )


def test_cost_alone_counts_where_no_effect_is_needed(folder: Path) -> None:
    decision = ask("inklusion-ips", "--cost-alone")
    assert (decision.outcome, outcome_label(decision)) == ("", None)
    (folder / "costs.csv").write_text("cost_a,cost_b\n1,2\n3,5\n")
    assert ask("--psa", "costs.csv", "--cost-alone").outcome == ""
    with pytest.raises(ScenarioError, match="expected a column effect_ARM"):
        ask("--psa", "costs.csv")


# --- options that do not fit -----------------------------------------------------------------


def test_neither_or_both_of_file_and_psa_are_refused() -> None:
    assert refused() == (
        "expected a scenario FILE, or --psa FILE.csv with results made elsewhere; to start with, "
        "give inklusion-ips"
    )
    assert refused("inklusion-ips", "--psa", "results.csv") == (
        "expected a scenario FILE or --psa, found both; leave one out"
    )


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        (("--set", "discount.cost=0"), "--set"),
        (("--draws", "200"), "--draws"),
        (("--seed", "1"), "--seed"),
        (("--sampler", "random"), "--sampler"),
        (("--price-year", "2020"), "--price-year"),
        (("--save-draws", "more.csv"), "--save-draws"),
    ],
)
def test_an_option_of_the_simulation_is_refused_with_results(
    option: tuple[str, str], shown: str
) -> None:
    assert refused("--psa", "results.csv", *option) == (
        f"{shown} changes how a scenario is simulated, and --psa reads results that are there "
        "already; leave it out"
    )
    assert not Path("more.csv").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (("--parameters", "drawn.csv"), "--parameters is"),
        (("--reference", "ips"), "--reference is"),
        (("--currency", "DKK_2017"), "--currency is"),
        (("--reference", "a", "--parameters", "b"), "--parameters, --reference are"),
    ],
)
def test_an_option_of_results_is_refused_with_a_scenario(
    option: tuple[str, ...], said: str
) -> None:
    assert refused("inklusion-ips", *option) == f"{said} for results made elsewhere; add --psa"


def test_money_without_its_year_is_refused() -> None:
    assert "write it with its year, DKK_2017" in refused(
        "--psa", "results.csv", "--currency", "DKK"
    )


def test_results_given_as_a_scenario_are_told_how_to_be_given() -> None:
    assert refused("results.csv") == (
        "expected a scenario FILE, found results.csv; results made elsewhere are given as "
        "--psa results.csv"
    )


def test_stdin_is_read_once() -> None:
    assert refused("--psa", "-", "--parameters", "-") == (
        "stdin can be read once; name a file for one of the two"
    )


# --- draws as files --------------------------------------------------------------------------


def saved(*arguments: str) -> tuple[Decision, Decision]:
    """The decision of a scenario, and the one between the results that it saved."""
    decision = ask(*arguments, "--save-draws", "draws.csv")
    return decision, ask("--psa", "draws.csv", "--parameters", "draws-parameters.csv")


@pytest.mark.parametrize("outcome", ["qaly", "job_or_education"])
def test_draws_that_were_saved_are_the_same_when_read(outcome: str) -> None:
    first, again = saved("inklusion-ips", "--outcome", outcome)
    assert again.psa.arms == first.psa.arms
    assert again.psa.reference == first.psa.reference
    differences = first.psa.cost - first.psa.cost[0]  # the levels are not known in full
    assert np.array_equal(again.psa.cost, differences)
    assert not again.psa.cost[0].any()
    assert np.array_equal(again.psa.effect, first.psa.effect)
    assert again.outcome == first.outcome
    assert list(again.psa.parameters) == list(first.psa.parameters)
    for path, drawn in first.psa.parameters.items():
        assert np.array_equal(again.psa.parameters[path], drawn)


def test_the_reference_arm_is_saved_first(folder: Path) -> None:
    arms = "ips: {label: IPS}\nusual: {label: Usual, reference: true}\n"
    (folder / "turned.yaml").write_text(builders.text(arm=arms, outcome=builders.JOB))
    first, again = saved("turned.yaml")
    assert first.psa.arms == ("ips", "usual")
    assert again.psa.arms == ("usual", "ips")
    assert again.psa.reference == "usual"
    assert np.array_equal(again.psa.cost, first.psa.cost[::-1])


def test_saved_draws_are_a_plain_table() -> None:
    ask("inklusion-ips", "--outcome", "qaly", "--draws", "2", "--save-draws", "draws.csv")
    head, *rows = Path("draws.csv").read_text().splitlines()
    assert head == "draw,cost_sau,cost_ips,qaly_sau,qaly_ips"
    assert [row.split(",")[0] for row in rows] == ["1", "2"]
    assert Path("draws-parameters.csv").read_text().startswith("draw,cost.")


def test_a_level_that_is_not_known_is_told_when_draws_are_saved(
    capsys: pytest.CaptureFixture[str],
) -> None:
    ask("inklusion-ips", "--outcome", "qaly", "--draws", "2", "--save-draws", "draws.csv")
    assert capsys.readouterr().err == (
        "draws.csv: the cost of sau and ips is not known in full, so it holds differences from "
        "sau, whose own cost is 0 there\n"
    )


def test_the_point_estimate_is_saved_as_expected_values() -> None:
    ask("inklusion-ips", "--outcome", "qaly", "--draws", "0", "--save-draws", "draws.csv")
    assert not Path("draws-parameters.csv").exists()
    again = ask("--psa", "draws.csv")
    assert again.psa.draws == 1
    assert again.record["draws"] == 0


def test_draws_are_not_saved_where_they_cannot_be(folder: Path) -> None:
    given = ("inklusion-ips", "--outcome", "qaly", "--save-draws")
    assert refused(*given, "none/draws.csv") == (
        "none/draws.csv: the folder none does not exist; create it"
    )
    assert refused(*given, "draws.yaml") == (
        "--save-draws draws.yaml: write the name of a CSV file, such as draws.csv"
    )
