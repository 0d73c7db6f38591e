"""What cea and voi decide on: a scenario that is simulated, or results made elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ipscost.cli.options import ScenarioFile
from ipscost.cli.output import promise, tell, write
from ipscost.cli.simulated import simulated_with_analyses
from ipscost.cli.values import parted
from ipscost.errors import AskedError
from ipscost.messages import Message, ands

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
    "engine",
    "persons",
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
            message = Message(
                "--save-draws {save_draws}: write the name of a CSV file, such as draws.csv",
                save_draws=save_draws,
            )
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
        raise AskedError(Message("stdin can be read once; name a file for one of the two"))
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
        message = Message(
            "--better says how an effect counts, and {psa} has none; leave it out", psa=psa
        )
        raise AskedError(message)
    return decision_of_results(results, evidence.currency or "", evidence.better)


def _refuse_misfits(context: typer.Context, file: str | None, psa: str | None) -> None:
    """Refuses both or neither of FILE and --psa, and options that belong to the other one."""
    if file is None and psa is None:
        message = Message("expected a scenario FILE, or --psa FILE.csv with results made elsewhere")
        raise AskedError(Message("{message}; to start with, give inklusion-ips", message=message))
    if file is not None and psa is not None:
        raise AskedError(Message("expected a scenario FILE or --psa, found both; leave one out"))
    if file is not None and Path(file).suffix.lower() in (".csv", ".tsv", ".txt"):
        raise AskedError(
            Message(
                "expected a scenario FILE, found {file}; results made elsewhere are given as "
                "--psa {file}",
                file=file,
            )
        )
    alien = OF_RESULTS if psa is None else OF_SCENARIOS
    given = [f"--{name.strip('_').replace('_', '-')}" for name in alien if _is_given(context, name)]
    if given == ["--better"] and psa is None:
        raise AskedError(
            Message(
                "--better is for results made elsewhere; a scenario says it of its outcome: "
                "--set outcome.NAME.better=lower"
            )
        )
    if given and psa is None:
        message = Message("{given} is for results made elsewhere; add --psa", given=given[0])
        if len(given) > 1:
            message = Message(
                "{given} are for results made elsewhere; add --psa", given=", ".join(given)
            )
        raise AskedError(message)
    if given == ["--arm"]:
        raise AskedError(
            Message(
                "--arm chooses among the arms of a scenario; write --arms ARM,ARM with the "
                "names of those that count in {psa}",
                psa=psa,
            )
        )
    if given:
        message = Message(
            "{given} changes how a scenario is simulated, and --psa reads results that are there "
            "already; leave it out",
            given=given[0],
        )
        if len(given) > 1:
            message = Message(
                "{given} change how a scenario is simulated, and --psa reads results that are "
                "there already; leave it out",
                given=", ".join(given),
            )
        raise AskedError(message)


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
        raise AskedError(
            Message(
                "{file} states no outcome, so nothing can be set against its cost; add one "
                "under outcome:",
                file=scenario.file,
            )
        )
    if len(known) > 1:
        raise AskedError(
            Message(
                "{file} has several outcomes; add --outcome with one of: {known}",
                file=scenario.file,
                known=", ".join(known),
            )
        )
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
    cost, effect = Message("cost"), Message("effect")
    for what, known in ((cost, decision.cost_known), (effect, decision.effect_known)):
        arms = [arm for arm, is_known in zip(decision.psa.arms, known, strict=True) if not is_known]
        if arms:
            base = decision.psa.reference
            tell(
                Message(
                    "{file}: the {what} of {arms} is not known in full, so it holds "
                    "differences from {base}, whose own {what} is 0 there",
                    file=file,
                    what=what,
                    arms=ands(arms),
                    base=base,
                )
            )
