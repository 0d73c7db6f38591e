"""The analyses from Python: what they answer, and what they say to what is given wrongly."""

from __future__ import annotations

import inspect
import subprocess
import sys
import warnings
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import ipscost
from ipscost.analysis.simulate.summary import summarised
from ipscost.drawing.draws import KEPT_DRAWS
from ipscost.library import functions, research

FEW = ipscost.Settings(draws=200)
ANALYSES = (
    *("summary", "payers", "cea", "voi", "sensitivity", "grid", "threshold", "compare"),
    *("evidence", "explain", "verify", "calibrate", "budget", "power"),
)
GRID = {"cost.programme.ips": (900, 12000, 3), "cost.psychiatric.hospital.ips": None}


@cache
def run() -> ipscost.Run:
    return ipscost.simulate(ipscost.load("inklusion-ips"), FEW)


@cache
def rollout() -> ipscost.Run:
    example = Path(__file__).parents[3] / "examples" / "two-payers-three-years.yaml"
    return ipscost.simulate(ipscost.load(example), FEW)


@cache
def dearer() -> ipscost.Run:
    changes = ["cost.programme.ips.difference=3400"]
    return ipscost.simulate(ipscost.load("inklusion-ips", changes), FEW)


@cache
def summary() -> ipscost.Answer:
    return ipscost.summary(run())


ANSWERS: dict[str, Callable[[], ipscost.Answer]] = {
    "summary": summary,
    "payers": lambda: ipscost.payers(run()),
    "cea": lambda: ipscost.cea(run(), "qaly", 264000),
    "voi": lambda: ipscost.voi(run(), people=500, years=5),
    "power": lambda: ipscost.power(run(), [60, 243]),
    "sensitivity": lambda: ipscost.sensitivity(run(), bounds={"cost.programme.ips": (500, 1500)}),
    "grid": lambda: ipscost.grid(run(), GRID),
    "threshold": lambda: ipscost.threshold(run(), "cost.programme.ips"),
    "compare": lambda: ipscost.compare(run(), dearer()),
    "evidence": lambda: ipscost.evidence(run(), money="SEK_2023"),
    "explain": lambda: ipscost.explain(run(), "cost.programme.ips"),
    "verify": lambda: ipscost.verify(run()),
    "budget": lambda: ipscost.budget(rollout(), payer="kommune", prices="nominal"),
}


def test_dir_shows_what_there_is_and_imports_nothing_for_it() -> None:
    code = "import sys, ipscost; print(*dir(ipscost)); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    shown, loaded = (line.split() for line in done.stdout.splitlines())
    assert shown == sorted([*ipscost.__all__, "__version__"]) == dir(ipscost)
    assert {name for name in loaded if name.startswith(("ipscost", "numpy"))} == {"ipscost"}
    assert set(ANALYSES) <= set(ipscost.__all__)
    assert all(getattr(ipscost, name) is not None for name in dir(ipscost))


@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_is_documented(name: str) -> None:
    function = getattr(ipscost, name)
    text = inspect.getdoc(function) or ""
    assert len(text.splitlines()) > 2
    assert "Raises" in text or "TypeError" in text
    first = next(iter(inspect.signature(function).parameters.values()))
    assert first.name in ("run", "runs")


@pytest.mark.parametrize("name", ANSWERS)
def test_every_analysis_answers(name: str) -> None:
    answer = ANSWERS[name]()
    assert isinstance(answer, ipscost.Answer)
    assert len(repr(answer)) < 100
    assert "\n" not in repr(answer)
    assert answer.frame().shape[0] > 0
    assert all(isinstance(each, str) for each in (*answer.headline, *answer.notes))
    assert bool(answer.headline) == (name != "explain")
    assert str(answer.render()).endswith("\n")
    assert answer._repr_html_().startswith("<div ")


def test_a_study_is_asked_for_in_python_as_on_the_command_line() -> None:
    rows = ipscost.power(run(), 243, tests=["bootstrap"]).frame().set_index("measure")
    assert rows.loc["people_needed", "mean"].tolist()[:2] == [175, 234]
    assert rows.loc["power", "mean"] == pytest.approx(0.911, abs=1e-3)
    sites = ipscost.power(run(), design="clusters", sites=8, icc=0.05)
    assert sites.headline[0].startswith("No number of people is enough")
    many = ipscost.simulate(dearer().scenario, ipscost.Settings(draws=1000))
    whom = {"people": 500, "years": 5, "cost_person": 100}
    study = ipscost.voi(many, study=[50, 500], **whom).frame()  # type: ignore[arg-type]
    assert {"evsi", "enbs", "study_cost"} <= {*study["measure"]}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"n": 1}, "n is at least 2 people"),
        ({"design": "rct"}, "design is of two-arms, matched"),
        ({"design": "clusters", "icc": 0.1}, "needs sites, icc; add sites"),
        ({"sites": 8}, "sites is of another design than two-arms"),
        ({"design": "staggered", "sites": 3, "steps": 9, "icc": 0}, "no more than there are sites"),
        ({"design": "clusters", "sites": 8, "icc": 2}, "icc is a share"),
        ({"sd": 0}, "sd is above 0"),
        ({"correlation": 1}, "correlation is between -1 and 1"),
        ({"wtp": 5}, "add outcome='qaly'"),
        ({"tests": ["t"]}, "tests is of welch, bootstrap, gamma"),
        ({"cost_person": 5}, "add people=500, years=5"),
    ],
)
def test_a_study_that_cannot_be_is_refused(asked: dict[str, Any], told: str) -> None:
    with pytest.raises(ipscost.AskedError, match=told):
        ipscost.power(run(), **asked)


def test_a_budget_is_told_of_a_scenario_too_and_refused_without_a_rollout() -> None:
    told = ipscost.budget(rollout().scenario)
    assert told.headline == ipscost.budget(rollout()).headline
    with pytest.raises(ipscost.AskedError, match="add rollout: with starts"):
        ipscost.budget(run())
    with pytest.raises(TypeError, match="budget takes a run"):
        ipscost.budget("inklusion-ips")  # type: ignore[arg-type]
    for ask in (ipscost.budget, partial(ipscost.sensitivity, budget=True)):
        with pytest.raises(TypeError, match="payer is a name, not an int; write payer='state'"):
            ask(rollout(), payer=3)


def test_studies_are_pooled_by_a_measure_that_there_is() -> None:
    with pytest.raises(ipscost.AskedError, match="pool is of risk_ratio"):
        ipscost.evidence(run(), pool="ratio")
    with pytest.raises(ipscost.AskedError, match="tells no study"):
        ipscost.evidence(ipscost.simulate(ipscost.load("ips-ten-years"), ipscost.Settings(draws=0)))


def test_calibrate_fits_the_scenario_of_a_run() -> None:
    scenario = ipscost.load("examples/calibration.yaml")
    answer = ipscost.calibrate(ipscost.simulate(scenario, ipscost.Settings(draws=0)), starts=1)
    assert "targets" in answer.headline[0]


def test_an_answer_says_what_the_command_says(capsys: pytest.CaptureFixture[str]) -> None:
    from ipscost.cli import main

    assert main(["simulate", "inklusion-ips", "--draws", "200"]) == 0
    shown = capsys.readouterr().out
    end = shown.index("Every table")
    assert str(summary()).startswith(shown[:end])
    assert ".frame()" in str(summary())
    assert "--notes" not in str(summary())
    assert " ".join(shown.split()).startswith(summary().headline[0])
    assert len(summary().caveats) == 3
    assert summary().caveats == summary().notes[:3]


def test_an_answer_is_told_in_another_language() -> None:
    danish = summary().in_language("da")
    assert "sparer" in danish.headline[0]
    assert 'lang="da"' in danish._repr_html_()
    assert set(danish.frame()["label"]) != set(summary().frame()["label"])
    assert danish.frame()["mean"].equals(summary().frame()["mean"])
    assert ipscost.frame(danish)["label"].equals(danish.frame()["label"])
    assert ipscost.frame(danish.report)["label"].equals(summary().frame()["label"])


def test_a_frame_holds_the_numbers_of_the_run() -> None:
    rows = summary().frame().set_index(["measure", "path"])
    saving = -run().point.difference("ips").sum()
    assert rows.loc[("saving", "cost"), "mean"].item() == pytest.approx(saving)


def test_scenario_analyses_are_those_of_the_file() -> None:
    rows = ANSWERS["sensitivity"]().frame()
    names = {analysis.name for analysis in run().scenario.analyses}
    assert {f"analyses.{name}" for name in names} <= set(rows["path"])


def test_a_file_that_was_changed_has_no_scenario_analyses(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("ipscost: 1\nextends: inklusion-ips\ntitle: Mine\n", encoding="utf-8")
    before = ipscost.simulate(ipscost.load(file), FEW)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(ipscost.sensitivity(before).report.tables) > 1
    file.write_text("ipscost: 1\nextends: inklusion-ips\ntitle: Other\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="load it again") as told:
        assert len(ipscost.sensitivity(before).report.tables) == 1
    assert told[0].filename == __file__
    file.unlink()
    with pytest.warns(UserWarning, match="left out: no such file"):
        ipscost.summary(before)


def test_a_run_is_repeated_for_the_months_that_it_lacks() -> None:
    kept = ipscost.simulate(run().scenario, FEW, months=True)
    rows = [ipscost.summary(each, months=True).frame() for each in (run(), kept)]
    assert rows[0].equals(rows[1])
    assert "saving_in_month" in set(rows[0]["measure"])
    assert "variance_share" in set(ipscost.summary(run(), uncertainty=True).frame()["measure"])


@pytest.mark.parametrize(
    "thing",
    [
        *(lambda: run(), lambda: run().scenario, lambda: run().draws, lambda: run().point),
        *(lambda: run().ledger, lambda: run().settings, lambda: summary()),
        *(lambda: summary().report, lambda: summary().report.tables[0]),
        *(lambda: summarised(run()), lambda: ipscost.ScenarioError(())),
    ],
)
def test_everything_is_shown_in_one_line(thing: Callable[[], object]) -> None:
    shown = repr(thing())
    assert len(shown) < 100
    assert "\n" not in shown
    assert type(thing()).__name__ in shown


def test_showing_draws_does_not_make_them() -> None:
    draws = ipscost.simulate(run().scenario, ipscost.Settings(draws=KEPT_DRAWS + 1)).draws
    assert repr(draws) == "<Draws: quantities 12, draws 20,001>"
    assert not draws.columns.is_drawn  # type: ignore[attr-defined]


WRONG: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: ipscost.simulate("inklusion-ips"), TypeError, "load('inklusion-ips'))"),  # type: ignore[arg-type]
    (lambda: ipscost.simulate(Path("a.yaml")), TypeError, "load('a.yaml'))"),  # type: ignore[arg-type]
    (lambda: ipscost.simulate(run()), TypeError, "not a Run; write"),  # type: ignore[arg-type]
    (
        lambda: ipscost.simulate(run().scenario, {"draws": 5}),  # type: ignore[arg-type]
        TypeError,
        "write ipscost.simulate(scenario, ipscost.Settings(draws=5))",
    ),
    (lambda: ipscost.simulate(run().scenario, 5), TypeError, "Settings(draws=5))"),  # type: ignore[arg-type]
    (lambda: ipscost.simulate(run().scenario, courses="public"), TypeError, "courses=['public']"),
    (
        lambda: ipscost.load("inklusion-ips", "cost.programme.ips.difference=3400"),
        TypeError,
        "load('inklusion-ips', ['cost.programme.ips.difference=3400'])",
    ),
    (lambda: ipscost.load("a", {"cost.x.ips": 3}), TypeError, "load('a', ['cost.x.ips=3'])"),  # type: ignore[arg-type]
    (lambda: ipscost.load("a", [3]), TypeError, "PATH=VALUE"),  # type: ignore[list-item]
    (lambda: ipscost.load(run().scenario), TypeError, "not a Scenario; write"),  # type: ignore[arg-type]
    (lambda: ipscost.load("a", price_year="2024"), TypeError, "write price_year=2024"),  # type: ignore[arg-type]
    (lambda: ipscost.Settings(draws="100"), TypeError, "write draws="),  # type: ignore[arg-type]
    (lambda: ipscost.Settings(seed=1.0), TypeError, "write seed=1"),  # type: ignore[arg-type]
    (lambda: ipscost.summary("a"), TypeError, "ipscost.summary(ipscost.simulate(ipscost.load('a"),  # type: ignore[arg-type]
    (lambda: ipscost.cea(run().scenario), TypeError, "write ipscost.cea(ipscost.simulate("),  # type: ignore[arg-type]
    (lambda: ipscost.summary(run(), "da"), TypeError, ".in_language('da')"),  # type: ignore[arg-type]
    (lambda: ipscost.payers(run(), 95), ValueError, "level=0.95"),
    (lambda: ipscost.payers(run(), arms="ips"), TypeError, "arms=['ips']"),
    (lambda: ipscost.payers(run(), arms=["ipz"]), ipscost.AskedError, "write ips"),
    (lambda: ipscost.payers(run(), arms=[1]), TypeError, "arms=['1']"),  # type: ignore[list-item]
    (lambda: ipscost.payers(run(), only="regoin"), ipscost.AskedError, "write region"),
    (lambda: ipscost.cea(run()), ipscost.AskedError, "outcome=: job_or_education, qaly"),
    (lambda: ipscost.cea(run(), "qalys"), ipscost.AskedError, "write qaly"),
    (lambda: ipscost.cea(run(), "qaly", "much"), TypeError, "write wtp=264000"),  # type: ignore[arg-type]
    (lambda: ipscost.voi(run(), people=5), ipscost.AskedError, "add years=5"),
    (lambda: ipscost.voi(run(), people=0, years=5), ipscost.AskedError, "at least 1"),
    (lambda: ipscost.voi(run(), people=1.5, years=5), TypeError, "people is a whole number"),  # type: ignore[arg-type]
    (lambda: ipscost.voi(run(), discount=0.03), ipscost.AskedError, "people=500, years=5"),
    (lambda: ipscost.voi(run(), people=1, years=1, discount=3), ipscost.AskedError, "0.035"),
    (lambda: ipscost.voi(run(), groups=["a"]), TypeError, "groups={'Care'"),  # type: ignore[arg-type]
    (lambda: ipscost.sensitivity(run(), bounds=[1]), TypeError, "bounds={'cost."),  # type: ignore[arg-type]
    (lambda: ipscost.sensitivity(run(), bounds={"a": (2, 1)}), ipscost.AskedError, "lower and"),
    (lambda: ipscost.grid(run(), {"a": (1, 2)}), ipscost.AskedError, "from 2 to 100"),  # type: ignore[dict-item]
    (lambda: ipscost.threshold(run(), 3), TypeError, "(run, 'cost.programme.ips')"),  # type: ignore[arg-type]
    (lambda: ipscost.explain(run(), "cost.x"), ipscost.ScenarioError, "E304"),
    (lambda: ipscost.compare([run(), dearer()]), TypeError, "ipscost.compare(*runs)"),  # type: ignore[arg-type]
    (lambda: ipscost.compare(), TypeError, "write ipscost.compare(run, other)"),
    (lambda: ipscost.compare(run(), dearer(), allow="horizon"), TypeError, "allow=['horizon']"),
    (lambda: ipscost.calibrate(run(), starts=0), ValueError, "starts is too small"),
    (lambda: ipscost.calibrate(run()), ipscost.ScenarioError, "E249"),
    (lambda: ipscost.frame(run()), TypeError, "ipscost.frame(ipscost.summary(run))"),  # type: ignore[arg-type]
    (lambda: summary().in_language("dk"), ValueError, "must be one of en, da"),
    (lambda: summary().render("doc"), ValueError, "must be one of"),
]


@pytest.mark.parametrize(("call", "kind", "said"), WRONG, ids=[said for *_, said in WRONG])
def test_what_is_given_wrongly_is_answered_with_what_to_write(
    call: Callable[[], Any], kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind) as raised:
        call()
    assert said in str(raised.value)


def test_runs_that_differ_in_money_or_settings_are_not_compared() -> None:
    restated = ipscost.load("inklusion-ips", price_year=2024)
    with pytest.raises(ipscost.AskedError, match=r"money=first\.scenario\.money"):
        ipscost.compare(run(), ipscost.simulate(restated, FEW))
    other = ipscost.simulate(run().scenario, ipscost.Settings(draws=100))
    with pytest.raises(ipscost.AskedError, match=r"simulate\(scenario, first\.settings\)"):
        ipscost.compare(run(), other)


def test_a_result_is_told_for_so_many_people() -> None:
    told = ipscost.summary(run(), people=60)
    assert "60 people" in told.headline[0]
    saving = -60 * run().point.difference("ips").sum()
    assert any(abs(told.frame()["mean"] - saving) < 0.01)
    both = ipscost.compare(run(), dearer(), names=["Now", "Dearer"], people=60).frame()
    assert any(abs(both["mean"] - saving) < 0.01)
    for wrong, kind in ((0, ipscost.AskedError), (10**9, ipscost.AskedError), (60.5, TypeError)):
        with pytest.raises(kind, match="people"):
            ipscost.payers(run(), people=wrong)  # type: ignore[arg-type]


def test_arms_accounts_and_outcomes_are_called_by_their_labels_too() -> None:
    labelled = ipscost.payers(run(), arms=["IPS"], only="kommune")
    assert labelled.frame().equals(ipscost.payers(run(), only="municipality").frame())
    assert (
        ipscost.cea(run(), "QALYs gained since the start").headline
        == ipscost.cea(run(), "qaly").headline
    )


def test_variants_of_one_file_are_told_apart() -> None:
    rows = ipscost.compare(run(), dearer()).frame()
    assert set(rows["scenario"]) == {"inklusion-ips", "cost.programme.ips.difference=3400"}
    named = ipscost.compare(run(), dearer(), names=["Now", "Dearer"])
    assert set(named.frame()["scenario"]) == {"Now", "Dearer"}
    assert any("Dearer" in sentence for sentence in named.headline)
    based = ipscost.compare(run(), dearer(), names=["Now", "Dearer"], base="Dearer")
    assert set(based.frame()["versus"].dropna()) >= {"Dearer"}
    with pytest.raises(
        ipscost.AskedError, match="names=\\['inklusion-ips 1', 'inklusion-ips 2'\\]"
    ):
        ipscost.compare(run(), run())
    with pytest.raises(ipscost.AskedError, match="one for each run: 2, not 1"):
        ipscost.compare(run(), dearer(), names=["Now"])


def test_numbers_of_numpy_are_numbers() -> None:
    settings = ipscost.Settings(draws=int(np.int64(50)), seed=np.int64(3))  # type: ignore[arg-type]
    few = ipscost.simulate(run().scenario, settings)
    assert ipscost.cea(few, "qaly", np.float64(264000), level=np.float64(0.9)).headline


def test_the_names_of_the_analyses_are_those_of_the_commands() -> None:
    from ipscost.cli import app

    commands = {c.name or c.callback.__name__ for c in app.registered_commands}  # type: ignore[union-attr]
    own = {name for name in (*vars(functions), *vars(research)) if name in ANALYSES}
    assert own == set(ANALYSES)
    assert commands & {*ANALYSES, "simulate"} == {*ANALYSES, "simulate"} - {"summary", "grid"}
