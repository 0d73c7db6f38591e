"""Scenarios for tests, from the text of their sections: what a test does not name is the usual."""

from __future__ import annotations

import tempfile
import textwrap
from pathlib import Path

import ipscost
from ipscost import Ledger, Run, Scenario, Settings
from ipscost.drawing.draws import Draws
from ipscost.drawing.streams import Streams
from ipscost.engines import ENGINES
from ipscost.engines.outcome import Detail
from ipscost.scenario.nouns import Label
from ipscost.units import Money

ARMS = """
usual: {label: {en: Normal practice, da: Normalindsats}, reference: true, n: 100}
ips: {label: IPS, n: 100}
"""
THREE_ARMS = ARMS + "ipse: {label: IPSE, n: 100}\n"
PAYERS = """
municipality: {label: {en: Municipality, da: Kommune}}
region: {label: Region}
"""
SOURCES = "study: {cite: A study made up for this test, sure: verified, url: https://example.org}\n"

CARE = """
care:
  label: {en: Care, da: Pleje}
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {mean: 1000, se: 100}
  ips: {difference: -300, se: 50}
"""
"""One category with levels and an uncertain difference."""

PROGRAMME = """
programme:
  label: {en: Programme, da: Indsats}
  kind: programme
  payer: municipality
  unit: DKK_2024/person
  source: study table 2
  ips: {difference: 120}
"""
"""A fixed difference whose level was never published."""

BENEFITS = """
benefits:
  label: {en: Income support, da: Forsørgelse}
  kind: transfer
  payer: {municipality: 0.8, region: 0.2}
  unit: DKK_2024/person
  source: study table 3
  usual: {mean: 5000}
  ips: {difference: -1000, se: 200}
"""
"""A transfer, shared by two payers."""

GAIN = """
gain:
  label: {en: Productivity gain, da: Produktivitetsgevinst}
  kind: productivity
  payer: municipality
  unit: DKK_2024/person
  source: study table 4
  usual: {mean: -2000, se: 300}
  ips: {mean: -2600, se: 300}
"""
"""Productivity, a gain being a negative cost."""

JOB = """
job:
  label: {en: Job, da: Arbejde}
  unit: share
  source: study table 5
  usual: {events: 40, n: 100}
  ips: {events: 60, n: 100}
"""
"""A share, observed in 100 persons of each arm."""

HOSPITAL = """
hospital:
  label: {en: Hospital, da: Sygehus}
  ward:
    label: {en: Ward, da: Sengeafsnit}
    kind: service
    payer: region
    price: {mean: 100, unit: DKK_2024/day, source: study table 6}
    use:
      unit: day/person
      source: study table 6
      usual: {mean: 8, se: 1}
      ips: {ratio: 0.5, se: 0.1}
  clinic:
    label: {en: Clinic, da: Ambulatorium}
    kind: service
    payer: {region: 0.75, municipality: 0.25}
    unit: DKK_2024/person/month
    source: study table 7
    usual: {mean: 50, se: 5}
    ips: {mean: 60, se: 6}
"""
"""A group: price times use, and an amount a month."""


def text(
    cost: str = CARE,
    *,
    outcome: str = "",
    arm: str = ARMS,
    payer: str = PAYERS,
    months: int = 4,
    discount: str = "{cost: 0, outcome: 0}",
    money: str = "DKK_2024",
    perspective: str = "societal",
    more: str = "",
) -> str:
    """The text of a scenario file; `more` is appended as it is."""
    head = f"""
ipscost: 1
title: {{en: A test, da: En test}}
money: {money}
conversion: exchange_then_prices
horizon: {{months: {months}}}
perspective: {perspective}
discount: {discount}
"""
    sections = {"arm": arm, "payer": payer, "source": SOURCES, "cost": cost, "outcome": outcome}
    body = "".join(
        f"{name}:\n{textwrap.indent(section, '  ')}"
        for name, section in sections.items()
        if section
    )
    return f"{head.strip()}\n{body}{textwrap.dedent(more)}"


def load(
    content: str,
    *settings: str,
    price_year: int | None = None,
    money: Money | None = None,
    order: str = "",
) -> Scenario:
    """The scenario of a file with `content`, named study.yaml."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "study.yaml"
        file.write_text(content, encoding="utf-8")
        return ipscost.load(file, settings, price_year=price_year, money=money, order=order)


def english(text: Label | None) -> str:
    """The English of a text that must be there."""
    assert text is not None
    return text.tell("en")


def label(english: str, danish: str) -> Label:
    """A label with a text in each language."""
    return Label((("en", english), ("da", danish)))


def run(
    content: str, *, draws: int = 0, seed: int = 1, sampler: str = "random", months: bool = False
) -> Run:
    """A run of the scenario with `content`."""
    settings = Settings(draws=draws, seed=seed, sampler=sampler)
    return ipscost.simulate(load(content), settings, months=months)


def ledger(
    engine: str,
    scenario: Scenario,
    draws: Draws,
    *,
    detail: Detail = "periods",
    shared: bool = False,
    persons: int = 1_000,
) -> Ledger:
    """What the engine of a name makes of a scenario over `draws`."""
    streams = Streams(1, shared=shared, persons=persons)
    return ENGINES[engine](scenario, draws, streams, detail=detail).ledger


STUDY = text(CARE + PROGRAMME, outcome=JOB)
"""A scenario with an uncertain, a fixed and an observed number."""
