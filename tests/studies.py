"""Small scenarios of published evaluations, for tests of what stands side by side."""

from __future__ import annotations

from pathlib import Path

VETERANS = {
    "country": "USA",
    "money": "USD_2019",
    "outcome": "  control: {mean: 0.233, n: 270, source: paper table 2}\n"
    "  ips: {mean: 0.387, n: 271, source: paper table 2}\n",
    "cost": "{difference: 4584, p: 0.17, source: paper table 3}",
    "study": "n: 541, groups: [ptsd], comparator: {en: transitional work, da: overgangsjob}",
    "months": "{months: 18}",
}
"""The shares and the difference in cost that VIP-STAR prints, 3,056 dollars a year."""

MOOD = {
    "country": "DNK",
    "money": "EUR_unknown",
    "outcome": "  control: {events: 62, n: 164, source: paper abstract}\n"
    "  ips: {events: 72, n: 162, source: paper abstract}\n",
    "cost": "{difference: 1183, source: paper table 1}",
    "study": "n: 326, groups: [mood], comparator: {en: services as usual, da: vanlig indsats}, "
    "doubt: {en: hours fell = odd, da: timerne faldt}",
    "months": "{months: 12}",
}
"""The counts of IPS-MA, and its difference in cost, of which nobody saw the price year."""

SWEDEN = {
    "country": "SWE",
    "money": "EUR_2014",
    "outcome": "  control: unknown\n  ips: unknown\n",
    "cost": "{difference: -7247, source: paper abstract}",
    "study": "n: unknown, groups: [mood], comparator: {en: rehabilitation, da: revalidering}",
    "months": "unknown",
}
"""A total alone: neither people nor outcome nor uncertainty is known."""


ITSELF = {
    **MOOD,
    "outcome": "  assumption: {en: two equal arms, da: to lige store arme}\n"
    "  control: {mean: 0.46, n: 60, source: paper abstract}\n"
    "  ips: {mean: 0.41, n: 60, source: paper abstract}\n",
    "study": "n: 120, same_programme: true, comparator: {en: no time limit, da: uden grænse}",
}
"""One form of a programme against another; the people in each arm are assumed."""


def text(parts: dict[str, str]) -> str:
    """The scenario of some parts."""
    design = parts.get("design", "trial")
    return f"""ipscost: 1
title: {{en: A study, da: Et studie}}
country: {parts["country"]}
population: {{en: a group, da: en gruppe}}
money: {parts["money"]}
horizon: {parts["months"]}
perspective: societal
discount: {{cost: 0, outcome: 0}}
study: {{design: {design}, {parts["study"]}, whose: {{en: the payer's, da: betalerens}},
  outcome: {{path: outcome.work, kind: work}}}}
arm: {{control: {{label: Control, reference: true}}, ips: {{label: IPS}}}}
payer: {{all: {{label: Everybody}}}}
source: {{paper: {{cite: A paper of 2020, sure: abstract}}}}
cost:
  total:
    label: Everything
    kind: service
    payer: all
    unit: {parts["money"]}/person
    ips: {parts["cost"]}
outcome:
  work:
    label: {{en: In work, da: I arbejde}}
    unit: share
{parts["outcome"].replace("  ", "    ")}{parts.get("reproduces", "")}"""


def write(folder: Path, **studies: dict[str, str]) -> list[str]:
    """Writes scenarios into a folder; their files."""
    for name, parts in studies.items():
        (folder / f"{name}.yaml").write_text(text(parts), encoding="utf-8")
    return [str(folder / f"{name}.yaml") for name in studies]
