"""The options that commands share, each declared once: a dataclass per group.

What help says of an option stands in `words/<language>/help.py`.

A command takes a group as one parameter, and `command` expands it into its options.

The classes have no comparison or repr, and their annotations are not strings, since both would
take time whenever the program starts.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from ipscost.cli import values
from ipscost.errors import AskedError
from ipscost.messages import Message
from ipscost.settings import DRAWS, LEVEL, PERSONS, SEED, Settings


def named(option: str) -> Any:
    """An option that takes a name of the scenario."""
    return typer.Option(option, metavar="NAME", show_default=False)


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Changes:
    """What is changed in each scenario that is read."""

    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", show_default=False),
    ] = None
    perspective: Annotated[
        str | None,
        typer.Option(
            "--perspective", metavar="NAME", parser=values.perspective, show_default=False
        ),
    ] = None
    arm: Annotated[
        list[str] | None,
        named("--arm"),
    ] = None

    @property
    def changes(self) -> list[str]:
        """The changes by --set and --perspective, the latter marked as an option."""
        side = [f"--perspective={self.perspective}"] if self.perspective else []
        return [*(self.set_ or ()), *side]

    @property
    def of_one(self) -> list[str]:
        """The changes of a single scenario, with those by --arm, marked as an option."""
        return [*self.changes, *(f"--arm={arm}" for arm in self.arm or ())]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class ScenarioFile(Changes):
    """A scenario, and what is changed in it."""

    file: Annotated[str, typer.Argument(metavar="FILE", show_default=False)]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Sources(Changes):
    """Several scenarios, and what is changed in each of them.

    --arm chooses among the arms of all, so it is no change of each.
    """

    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", show_default=False, callback=values.one_stdin),
    ]


@dataclass(frozen=True, repr=False, eq=False)
class Simulation:
    """How a scenario is simulated, and how wide the intervals of its results are."""

    draws: Annotated[
        int,
        typer.Option(parser=values.whole, metavar="N"),
    ] = DRAWS
    seed: Annotated[
        int,
        typer.Option(parser=values.whole, metavar="N"),
    ] = SEED
    sampler: Annotated[
        str,
        typer.Option(parser=values.sampler, metavar="random|sobol"),
    ] = "random"
    price_year: Annotated[
        int | None,
        typer.Option(show_default=False, parser=values.year, metavar="YEAR"),
    ] = None
    level: Annotated[float, typer.Option(parser=values.level, metavar="SHARE")] = LEVEL

    @property
    def settings(self) -> Settings:
        """The settings of a run."""
        return Settings(draws=self.draws, seed=self.seed, sampler=self.sampler)


@dataclass(frozen=True, repr=False, eq=False)
class PersonsSimulation(Simulation):
    """The same, and whether persons are followed one by one."""

    engine: Annotated[
        str,
        typer.Option(parser=values.engine, metavar="expected|persons"),
    ] = values.EXPECTED
    persons: Annotated[
        int | None,
        typer.Option(parser=values.persons, metavar="N", show_default=False),
    ] = None

    @property
    def settings(self) -> Settings:
        """The settings of a run. Refuses a number of persons whom nobody follows."""
        if self.engine == values.EXPECTED:
            if self.persons is not None:
                raise AskedError(
                    Message(
                        "--persons is of --engine persons; add --engine persons, or leave it out"
                    )
                )
            return Settings(draws=self.draws, seed=self.seed, sampler=self.sampler)
        persons = PERSONS if self.persons is None else self.persons
        return Settings(self.draws, self.seed, self.engine, self.sampler, persons)


@dataclass(frozen=True, repr=False, eq=False)
class CourseOptions:
    """Whether the course over time is shown, too."""

    months: Annotated[bool, typer.Option("--months")] = False
    years: Annotated[bool, typer.Option("--years")] = False


@dataclass(frozen=True, repr=False, eq=False)
class Sketched:
    """Whether a small picture stands below the result."""

    plot: Annotated[bool, typer.Option("--plot")] = False


@dataclass(frozen=True, repr=False, eq=False)
class ForPeople:
    """For how many people the result is told, beside one of them."""

    people: Annotated[
        int | None,
        typer.Option("--people", parser=values.people, metavar="N", show_default=False),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class EffectOptions:
    """Which outcome counts as the effect, and what one more of it is worth."""

    outcome: Annotated[
        str | None,
        named("--outcome"),
    ] = None
    wtp: Annotated[
        values.Thresholds | None,
        typer.Option(
            "--wtp", parser=values.thresholds, metavar="N|N,N|FROM:TO:STEP", show_default=False
        ),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class RolloutOptions:
    """Whether the answer is the net of the rollout, and whose."""

    budget: Annotated[bool, typer.Option("--budget")] = False
    payer: Annotated[
        str | None,
        named("--payer"),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class Evidence:
    """What is decided on: a scenario that is simulated, or results made elsewhere."""

    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", show_default=False),
    ] = None
    psa: Annotated[
        str | None,
        typer.Option("--psa", metavar="FILE.csv", show_default=False),
    ] = None
    effects: Annotated[
        str | None,
        typer.Option("--effects", metavar="FILE.csv", show_default=False),
    ] = None
    parameters: Annotated[
        str | None,
        typer.Option("--parameters", metavar="FILE.csv", show_default=False),
    ] = None
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar="ARM", show_default=False),
    ] = None
    better: Annotated[
        str | None,
        typer.Option("--better", metavar="lower|higher", parser=values.better, show_default=False),
    ] = None
    arms: Annotated[
        str | None,
        typer.Option("--arms", metavar="ARM,ARM", show_default=False),
    ] = None
    cost: Annotated[
        str | None,
        named("--cost"),
    ] = None
    currency: Annotated[
        str | None,
        typer.Option("--currency", metavar="MONEY", parser=values.currency, show_default=False),
    ] = None
    save_draws: Annotated[
        Path | None,
        typer.Option("--save-draws", metavar="FILE.csv", show_default=False),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class Language:
    """The language in which a command reports."""

    lang: Annotated[
        str | None,
        typer.Option(show_default=False, metavar="en|da"),
    ] = None

    @property
    def language(self) -> str:
        """The language by --lang, IPSCOST_LANG or the locale. Refuses an unknown one."""
        from ipscost.words import language

        return language(self.lang, os.environ)


@dataclass(frozen=True, repr=False, eq=False)
class Output(Language):
    """How a result is written, and where to."""

    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="table|plain|markdown|latex|csv|json|jsonl|parquet|xlsx",
            show_default=False,
        ),
    ] = None
    csv_dialect: Annotated[
        str,
        typer.Option("--csv-dialect", metavar="standard|excel-da"),
    ] = "standard"
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False),
    ] = None
    notes: Annotated[
        bool,
        typer.Option("--notes"),
    ] = False
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="TABLE", show_default=False),
    ] = None
    list_tables: Annotated[bool, typer.Option("--list-tables")] = False
    no_color: Annotated[bool, typer.Option("--no-color")] = False
