"""A scenario with a rollout that several test files share: small, with round numbers."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ipscost import Scenario, load

BASE = """\
ipscost: 1
title: A rollout
money: DKK_2024
horizon: {months: 24}
perspective: municipality
discount: {cost: 0.035, outcome: 0.035}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  municipality: {label: Municipality, public: true}
  state: {label: State, public: true}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  programme:
    kind: programme
    payer: municipality
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 0}
    ips: {mean: 20000}
  benefits:
    kind: transfer
    payer: {municipality: 0.75, state: 0.25}
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 200000}
    ips: {difference: -60000, se: 15000}
  care:
    kind: service
    payer: municipality
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 50000}
    ips: {difference: -5000, se: 4000}
outcome:
  job:
    unit: share
    source: study table 2
    usual: {mean: 0.3}
    ips: {mean: 0.45}
"""

ROLLOUT = """\
rollout:
  starts: 2024-01
  intake:
    target: {mean: 60, unit: person, source: study}
    months: 12
    recruitment: {mean: 0.8, se: 0.05, source: study}
  support: {months: 12}
  staff:
    caseload: 20
    role:
      specialist: {label: Specialist, salary: {mean: 500000, unit: DKK_2024/year, source: study}}
  line:
    office: {label: Office, mean: 100000, unit: DKK_2024/year, source: study}
"""


def rollout_text(more: str = "", *, base: str = BASE, rollout: str = ROLLOUT) -> str:
    """The scenario with its rollout; `more` are further lines below `rollout:`."""
    return base + rollout + more


def loaded(text: str) -> Scenario:
    """The scenario of a text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rollout.yaml"
        file.write_text(text, encoding="utf-8")
        return load(file)
