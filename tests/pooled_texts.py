"""Studies to be pooled, as scenario files."""

from __future__ import annotations

from pathlib import Path

TEXT = """\
ipscost: 1
name: {name}
title: {name}
country: {country}
money: EUR_2016
horizon: {{months: 18}}
perspective: societal
discount: {{cost: 0, outcome: 0}}
study:
  design: {design}
  n: {n}
  groups: [some]
  comparator: {against}
  whose: society's
  arm: ips
  outcome: {{path: outcome.work, kind: {kind}, months: {months}}}
arm:
  usual: {{reference: true}}
  ips: {{label: IPS}}
payer:
  town: {{label: Town}}
source:
  paper: {{cite: "{paper}", sure: abstract}}
cost:
  care: {{kind: service, payer: town, unit: EUR_2016/person, source: paper, ips: {{difference: 9}}}}
outcome:
  work: {{label: In work, unit: share, source: paper, usual: {control}, ips: {reached}}}
"""


def study(
    name: str,
    reached: tuple[int, int],
    control: tuple[int, int],
    country: str = "DNK",
    kind: str = "job",
    months: int = 18,
    design: str = "trial",
    against: str = "usual services",
    paper: str = "",
    *,
    are_people_known: bool = True,
) -> str:
    """A study in which so many of so many people had the outcome in each arm."""
    stated = [
        f"{{events: {events}, n: {n}}}" if are_people_known else f"{{mean: {events / n:.3f}}}"
        for events, n in (reached, control)
    ]
    return TEXT.format(
        name=name,
        country=country,
        design=design,
        n=reached[1] + control[1],
        against=against,
        kind=kind,
        months=months,
        paper=paper or f"{name} 2020",
        reached=stated[0],
        control=stated[1],
    )


STUDIES = {
    "alpha": study("alpha", (146, 243), (111, 239), against="jobcenter"),
    "beta": study("beta", (105, 271), (63, 270), "USA", against="transitional work"),
    "gamma": study("gamma", (60, 160), (50, 158), "GBR"),
    "later": study("later", (72, 162), (62, 164), months=24),
    "other": study("other", (36, 91), (33, 96), "NOR", kind="any_work"),
    "arm": study("arm", (140, 238), (111, 239), paper="alpha 2020"),
    "gamma2": study("gamma2", (58, 155), (52, 163), "GBR", paper="gamma, later"),
    "cohort": study("cohort", (30, 100), (20, 110), "NLD", design="cohort"),
    "nobody": study("nobody", (0, 20), (5, 22), "SWE"),
    "unsure": study("unsure", (10, 40), (9, 40), "SWE", are_people_known=False),
    "review": study("review", (100, 400), (80, 400), "FIN", design="meta_analysis"),
}


def write(folder: Path) -> None:
    """Each study into a file of its name."""
    for name, text in STUDIES.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
