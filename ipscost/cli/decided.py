"""What cea and voi decide on: a scenario that is simulated, or results made elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipscost.cli.options import ScenarioFile
from ipscost.cli.output import promise, tell, write
from ipscost.cli.simulated import simulated_with_analyses
from ipscost.cli.values import parted
from ipscost.errors import AskedError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer

    from ipscost.analysis.decisions import Decision
    from ipscost.cli.options import Changes, Evidence, Simulation
    from ipscost.scenario.nouns import Analysis, Outcome, Scenario

OF_SCENARIOS = (
    "set_",
    "arm",
    "perspective",
    "draws",
    "seed",
    "sampler",
    "price_year",
    "save_draws",
)
OF_RESULTS = (
    "effects",
    "parameters",
    "reference",
    "better",
    "arms",
    "cost",
    "currency",
)


def decided(
    context: typer.Context,
    evidence: Evidence,
    outcome: str | None,
    changes: Changes,
    simulation: Simulation,
    *,
    effect_needed: bool = True,
) -> tuple[Decision, Sequence[tuple[Analysis, Scenario]]]:
    """The decision that the options of a command ask for; `context` knows which were given.

    With it the scenario analyses as scenarios; none of results made elsewhere. If no effect is
    needed and no outcome is named, only cost counts in a scenario. Raises AskedError for options
    that do not fit together, ScenarioError for a faulty file.
    """
    _refuse_misfits(context, evidence.file, evidence.psa)
    if evidence.psa is not None:
        return _of_results(evidence, evidence.psa, outcome, effect_needed=effect_needed), ()
    assert evidence.file is not None
    save_draws = evidence.save_draws
    if save_draws is not None:
        if save_draws.suffix.lower() != ".csv":
            message = f"--save-draws {save_draws}: write the name of a CSV file, such as draws.csv"
            raise AskedError(message)
        promise(save_draws, "--save-draws")
        promise(_parameters_beside(save_draws), "--save-draws")
    source = ScenarioFile(
        file=evidence.file,
        set_=changes.set_,
        perspective=changes.perspective,
        arm=changes.arm,
    )
    run, analyses = simulated_with_analyses(source, simulation)
    from dataclasses import asdict

    from ipscost.analysis.decisions import decision_of

    counted = _outcome(run.scenario, outcome, effect_needed=effect_needed)
    decision = decision_of(run, counted, asdict(run.record))
    if save_draws is not None:
        _save(decision, save_draws)
    return decision, analyses


def _of_results(
    evidence: Evidence, psa: str, outcome: str | None, *, effect_needed: bool
) -> Decision:
    """The decision between results made elsewhere."""
    if [psa, evidence.effects, evidence.parameters].count("-") > 1:
        raise AskedError("stdin can be read once; name a file for one of the two")
    from ipscost.analysis.decisions import decision_of_results
    from ipscost.loading.results.psa import read_psa

    results = read_psa(
        psa,
        evidence.parameters,
        effects=evidence.effects,
        reference=evidence.reference,
        cost=evidence.cost,
        outcome=outcome,
        arms=parted(evidence.arms) if evidence.arms else (),
        effect_needed=effect_needed,
    )
    if evidence.better is not None and not results.outcome:
        message = f"--better says how an effect counts, and {psa} has none; leave it out"
        raise AskedError(message)
    return decision_of_results(results, evidence.currency or "", evidence.better)


def _refuse_misfits(context: typer.Context, file: str | None, psa: str | None) -> None:
    """Refuses both or neither of FILE and --psa, and options that belong to the other one."""
    if file is None and psa is None:
        message = "expected a scenario FILE, or --psa FILE.csv with results made elsewhere"
        raise AskedError(f"{message}; to start with, give inklusion-ips")
    if file is not None and psa is not None:
        raise AskedError("expected a scenario FILE or --psa, found both; leave one out")
    if file is not None and Path(file).suffix.lower() in (".csv", ".tsv", ".txt"):
        message = f"expected a scenario FILE, found {file}; results made elsewhere are given as "
        raise AskedError(f"{message}--psa {file}")
    alien = OF_RESULTS if psa is None else OF_SCENARIOS
    given = [f"--{name.strip('_').replace('_', '-')}" for name in alien if _is_given(context, name)]
    if given == ["--better"] and psa is None:
        message = "--better is for results made elsewhere; a scenario says it of its outcome: "
        raise AskedError(f"{message}--set outcome.NAME.better=lower")
    if given and psa is None:
        are = "is" if len(given) == 1 else "are"
        raise AskedError(f"{', '.join(given)} {are} for results made elsewhere; add --psa")
    if given == ["--arm"]:
        message = "--arm chooses among the arms of a scenario; write --arms ARM,ARM with the names "
        raise AskedError(f"{message}of those that count in {psa}")
    if given:
        changes = "changes" if len(given) == 1 else "change"
        message = f"{', '.join(given)} {changes} how a scenario is simulated, and --psa reads "
        raise AskedError(f"{message}results that are there already; leave it out")


def _is_given(context: typer.Context, name: str) -> bool:
    """True if an option was given on the command line, not by default."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _outcome(scenario: Scenario, name: str | None, *, effect_needed: bool) -> Outcome | None:
    """The outcome that counts as the effect; None if only cost counts."""
    from ipscost.scenario.called import chosen_outcome

    known = {outcome.path.removeprefix("outcome."): outcome for outcome in scenario.outcomes}
    if name is not None:
        return chosen_outcome(scenario, name)
    if not effect_needed:
        return None
    if not known:
        message = f"{scenario.file} states no outcome, so nothing can be set against its cost; "
        raise AskedError(f"{message}add one under outcome:")
    if len(known) > 1:
        message = f"{scenario.file} has several outcomes; add --outcome with one of: "
        raise AskedError(message + ", ".join(known))
    return next(iter(known.values()))


def _parameters_beside(file: Path) -> Path:
    """The name of the file of parameters that goes with a file of draws."""
    return file.with_name(f"{file.stem}-parameters{file.suffix}")


def _save(decision: Decision, file: Path) -> None:
    """Writes cost and effect in each draw to a file, and the parameters to one next to it.

    If it holds differences, because levels are not known, stderr says so.
    """
    from ipscost.formats.draws import parameters_text, results_text

    write(results_text(decision), file)
    if decision.psa.parameters:
        write(parameters_text(decision), _parameters_beside(file))
    for what, known in (("cost", decision.cost_known), ("effect", decision.effect_known)):
        arms = [arm for arm, is_known in zip(decision.psa.arms, known, strict=True) if not is_known]
        if arms:
            message = (
                f"{file}: the {what} of {' and '.join(arms)} is not known in full, so it holds "
            )
            base = decision.psa.reference
            tell(f"{message}differences from {base}, whose own {what} is 0 there")
