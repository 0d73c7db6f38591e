"""What cea and voi decide on: the same options lead to the same decision for both."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import pytest
import typer

from ipscost.analysis.decisions import Decision
from ipscost.cli.decided import decided
from ipscost.cli.options import (
    Currency,
    Draws,
    FileOrPsa,
    OutcomeName,
    Parameters,
    PriceYear,
    Psa,
    Reference,
    Sampler,
    SaveDraws,
    Seed,
    Set,
)

RESULTS = "draw,cost_usual,qaly_usual,cost_ips,qaly_ips\n1,100,0.5,90,0.6\n2,110,0.4,120,0.5\n"
PARAMETERS = "draw,rate,price,fixed\n2,0.2,7,1\n1,0.1,8,1\n"

found: list[Decision] = []
app = typer.Typer()


@app.command()
def command(
    context: typer.Context,
    file: FileOrPsa = None,
    psa: Psa = None,
    parameters: Parameters = None,
    reference: Reference = None,
    currency: Currency = None,
    outcome: OutcomeName = None,
    set_: Set = None,
    draws: Draws = 200,
    seed: Seed = 1,
    sampler: Sampler = "random",
    price_year: PriceYear = None,
    save_draws: SaveDraws = None,
    cost_alone: Annotated[bool, typer.Option()] = False,
) -> None:
    """A command with the options that cea and voi share."""
    decision = decided(
        context,
        file,
        psa=psa,
        parameters=parameters,
        reference=reference,
        currency=currency,
        outcome=outcome,
        set_=set_,
        draws=draws,
        seed=seed,
        sampler=sampler,
        price_year=price_year,
        save_draws=save_draws,
        effect_needed=not cost_alone,
    )
    found.append(decision)


def ask(*arguments: str) -> Decision:
    """The decision that the command line leads to."""
    app(list(arguments), standalone_mode=False)
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
    assert [note.en for note in decision.notes] == [
        "The other arms are held against usual, the first in the file; --reference names another.",
        "Parameters that are the same in every draw have nothing to tell and are left out: fixed.",
    ]


def test_a_scenario_is_simulated_with_the_outcome_that_is_named() -> None:
    decision = ask("inklusion-ips", "--outcome", "qaly")
    assert decision.run is not None
    assert decision.outcome == "outcome.qaly"
    assert decision.psa.draws == 200
    assert np.ptp(decision.psa.cost[1]) > 0
