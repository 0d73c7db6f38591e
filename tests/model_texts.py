"""The text of scenarios with a model of states; what a test does not name is the usual."""

from __future__ import annotations

import textwrap

STATES = """
benefit: {label: {en: benefit, da: ydelse}, start: rest}
job: {label: {en: job, da: arbejde}}
"""
ROWS = """
benefit:
  job:
    unit: share
    by: 18
    source: study table 1
    usual: {mean: 0.4, n: 100}
    ips: {hazard_ratio: 1.5, interval: [1.1, 2.0]}
  benefit: rest
job:
  benefit: {unit: rate/year, source: study table 2, all: {mean: 0.5, se: 0.1}}
  job: rest
"""
COST = """
benefits:
  kind: transfer
  payer: municipality
  unit: DKK_2024/person/month
  source: study table 3
  in: {benefit: {mean: 10000}}
"""
HEAD = """\
ipscost: 1
title: {en: A model, da: En model}
money: DKK_2024
perspective: societal
discount: {cost: 0.035, outcome: 0.035}
arm:
  usual: {label: {en: Normal practice, da: Normalindsats}, reference: true}
  ips: {label: IPS}
payer:
  municipality: {label: {en: Municipality, da: Kommune}}
  region: {label: Region}
source:
  study: {cite: A study made up for this test, sure: verified, url: https://example.org}
"""


def text(
    rows: str = ROWS,
    cost: str = COST,
    *,
    states: str = STATES,
    counting: str = "half_cycle",
    horizon: str = "{months: 24}",
    model: str = "",
    outcome: str = "",
    more: str = "",
) -> str:
    """The text of a scenario file with a model; `model` and `more` are lines put in as they are."""
    parts = [HEAD, f"horizon: {horizon}\n", "model:\n", f"  counting: {counting}\n"]
    parts += [textwrap.indent(textwrap.dedent(model), "  ")]
    for name, section in (("state", states), ("transition", rows)):
        parts.append(f"  {name}:\n{textwrap.indent(section, '    ')}")
    for name, section in (("cost", cost), ("outcome", outcome)):
        if section:
            parts.append(f"{name}:\n{textwrap.indent(section, '  ')}")
    return "".join((*parts, textwrap.dedent(more)))
