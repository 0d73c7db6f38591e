"""The options that commands share, each declared once: a dataclass per group.

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
from ipscost.settings import DRAWS, LEVEL, SEED, Settings

SCENARIO = (
    "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin."
)


def named(option: str, about: str) -> Any:
    """An option that takes a name of the scenario; `about` is its help."""
    return typer.Option(option, metavar="NAME", help=about, show_default=False)


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Changes:
    """What is changed in each scenario that is read."""

    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="PATH=VALUE",
            help="Change one value of the scenario; may be given several times.",
            show_default=False,
        ),
    ] = None
    perspective: Annotated[
        str | None,
        typer.Option(
            "--perspective",
            metavar="NAME",
            help="See it from this side: societal, a payer, public, health, welfare, one declared.",
            parser=values.perspective,
            show_default=False,
        ),
    ] = None
    arm: Annotated[
        list[str] | None,
        named("--arm", "Show this intervention, leave out the others; may be given several times."),
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

    file: Annotated[str, typer.Argument(metavar="FILE", help=SCENARIO, show_default=False)]


@dataclass(frozen=True, kw_only=True, repr=False, eq=False)
class Sources(Changes):
    """Several scenarios, and what is changed in each of them.

    --arm chooses among the arms of all, so it is no change of each.
    """

    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help=SCENARIO, show_default=False, callback=values.one_stdin
        ),
    ]


@dataclass(frozen=True, repr=False, eq=False)
class Simulation:
    """How a scenario is simulated, and how wide the intervals of its results are."""

    draws: Annotated[
        int,
        typer.Option(
            help="Draws of the uncertain numbers; 0 for the point estimate.",
            parser=values.whole,
            metavar="N",
        ),
    ] = DRAWS
    seed: Annotated[
        int,
        typer.Option(
            help="Seed of the draws; the same seed, the same draws.",
            parser=values.whole,
            metavar="N",
        ),
    ] = SEED
    sampler: Annotated[
        str,
        typer.Option(
            help="How numbers are drawn: random, or the quasi-random points of Sobol.",
            parser=values.sampler,
            metavar="random|sobol",
        ),
    ] = "random"
    price_year: Annotated[
        int | None,
        typer.Option(
            help="Restate the money in the prices of this year.",
            show_default=False,
            parser=values.year,
            metavar="YEAR",
        ),
    ] = None
    level: Annotated[
        float, typer.Option(help="Level of the intervals.", parser=values.level, metavar="SHARE")
    ] = LEVEL

    @property
    def settings(self) -> Settings:
        """The settings of a run."""
        return Settings(draws=self.draws, seed=self.seed, sampler=self.sampler)


@dataclass(frozen=True, repr=False, eq=False)
class CourseOptions:
    """Whether the course over time is shown, too."""

    months: Annotated[bool, typer.Option("--months", help="Show the course by month.")] = False
    years: Annotated[bool, typer.Option("--years", help="Show the course by year.")] = False


@dataclass(frozen=True, repr=False, eq=False)
class ForPeople:
    """For how many people the result is told, beside one of them."""

    people: Annotated[
        int | None,
        typer.Option(
            "--people",
            help="Give the result for so many people in all, too; by default as the file says.",
            parser=values.people,
            metavar="N",
            show_default=False,
        ),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class EffectOptions:
    """Which outcome counts as the effect, and what one more of it is worth."""

    outcome: Annotated[
        str | None,
        named("--outcome", "The outcome that counts as the effect: qaly, or outcome.qaly."),
    ] = None
    wtp: Annotated[
        values.Thresholds | None,
        typer.Option(
            "--wtp",
            help="Thresholds: what one more of the outcome (or one less, where that is better) is "
            "worth, in the money of the result.",
            parser=values.thresholds,
            metavar="N|N,N|FROM:TO:STEP",
            show_default=False,
        ),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class Evidence:
    """What is decided on: a scenario that is simulated, or results made elsewhere."""

    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help=f"{SCENARIO} Or --psa.", show_default=False),
    ] = None
    psa: Annotated[
        str | None,
        typer.Option(
            "--psa",
            metavar="FILE.csv",
            help="Read probabilistic results made elsewhere (- for stdin), in place of a scenario.",
            show_default=False,
        ),
    ] = None
    effects: Annotated[
        str | None,
        typer.Option(
            "--effects",
            metavar="FILE.csv",
            help="With --psa: the effects, a column an arm, where --psa holds the costs alone.",
            show_default=False,
        ),
    ] = None
    parameters: Annotated[
        str | None,
        typer.Option(
            "--parameters",
            metavar="FILE.csv",
            help="With --psa: the parameters drawn, one row a draw.",
            show_default=False,
        ),
    ] = None
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference",
            metavar="ARM",
            help="With --psa: the arm that others are held against; by default the first.",
            show_default=False,
        ),
    ] = None
    better: Annotated[
        str | None,
        typer.Option(
            "--better",
            metavar="lower|higher",
            help="With --psa: whether less or more of the effect is better; by default as its name "
            "says.",
            parser=values.better,
            show_default=False,
        ),
    ] = None
    arms: Annotated[
        str | None,
        typer.Option(
            "--arms",
            metavar="ARM,ARM",
            help="With --psa: the arms that count; by default all that follow from no others.",
            show_default=False,
        ),
    ] = None
    cost: Annotated[
        str | None,
        named("--cost", "With --psa: the cost that counts, where several may: cost_disc."),
    ] = None
    currency: Annotated[
        str | None,
        typer.Option(
            "--currency",
            metavar="MONEY",
            help="With --psa: the money of the costs, such as DKK_2017.",
            parser=values.currency,
            show_default=False,
        ),
    ] = None
    save_draws: Annotated[
        Path | None,
        typer.Option(
            "--save-draws",
            metavar="FILE.csv",
            help="Write cost and effect in each draw to this file, and what was drawn beside it.",
            show_default=False,
        ),
    ] = None


@dataclass(frozen=True, repr=False, eq=False)
class Language:
    """The language in which a command reports."""

    lang: Annotated[
        str | None,
        typer.Option(
            help="Language of the result; by default that of IPSCOST_LANG, else of the locale.",
            show_default=False,
            metavar="en|da",
        ),
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
            help="Format of the result; by default table, or what --out's ending says.",
            show_default=False,
        ),
    ] = None
    csv_dialect: Annotated[
        str,
        typer.Option(
            "--csv-dialect",
            metavar="standard|excel-da",
            help="How CSV is written; excel-da opens right in Danish Excel.",
        ),
    ] = "standard"
    out: Annotated[
        Path | None,
        typer.Option(help="Write the result to this file.", show_default=False),
    ] = None
    notes: Annotated[
        bool,
        typer.Option("--notes", help="Show every table and note, not the short answer alone."),
    ] = False
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="TABLE",
            help="Show this table alone, without sentences and notes; may be given several times.",
            show_default=False,
        ),
    ] = None
    list_tables: Annotated[
        bool, typer.Option("--list-tables", help="List the names and titles of the tables.")
    ] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="No colour in the terminal.")] = False
