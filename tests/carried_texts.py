"""The text of scenarios whose effect is carried over, in each way and on each scale."""

from __future__ import annotations

from pathlib import Path

import builders
import model_texts
from builders import CARE, GAIN, HOSPITAL, JOB, PROGRAMME

WEEKS = """
weeks:
  unit: week/person
  source: study table 8
  usual: {mean: 20, se: 2}
  ips: {ratio: 1.3, se: 0.1}
in_work:
  unit: share
  source: study table 9
  usual: {mean: 0.3, n: 100}
  ips: {difference: 0.1, se: 0.05}
"""
SHARE = """
  share: {mean: 0.5, se: 0.2, assumption: a guess}
  baseline: {job: {mean: 0.3, n: 90, source: study}, weeks: {mean: 12, source: study}}
  cost: {gain: 0.2}
  outcome: {in_work: 0.8}
  stays: [cost.hospital.ward]
"""
POOLED = """
  pooled: {%s, interval: [%s], source: study}
  baseline: {job: {mean: 0.3, n: 90, source: study}}
"""
WEIGHT = """
  weight: 0.4
  other: {reference: {mean: 0.2, source: study}, intervention: {mean: 0.35, source: study}}
"""
EFFECTS = {
    "risk_ratio": ("risk_ratio: 1.8", "1.2, 2.7"),
    "odds_ratio": ("odds_ratio: 2.5", "1.4, 4.5"),
    "hazard_ratio": ("hazard_ratio: 2", "1.2, 3.3"),
    "points": ("difference: 0.15", "0.05, 0.25"),
}


def carried(scale: str, way: str) -> str:
    """The text of a scenario with all that can be carried, on a scale and in a way."""
    section = f"transfer:\n  scale: {scale}\n  of: job\n{way.strip(chr(10))}\n"
    cost = PROGRAMME + CARE + GAIN + HOSPITAL
    return builders.text(cost, outcome=JOB + WEEKS, more=section)


MODEL_WAYS = (
    "share: 0.5, cost: {visits: 0.3}",
    "pooled: {hazard_ratio: 2, interval: [1.2, 3.3], source: study}, stays: [cost.plan]",
    "weight: 0.6, other: {hazard_ratio: 0.8, source: study}",
    "weight: 0.6, other: {reference: {mean: 0.2, source: study}, "
    "intervention: {mean: 0.35, source: study}}",
)
OF_STATES = """
plan:
  kind: service
  payer: municipality
  unit: DKK_2024/person
  source: study
  timing: {months: [1, 4], continues: true}
  usual: {mean: 100}
  ips: {difference: 900}
visits:
  kind: service
  payer: region
  source: study
  price: {mean: 180, unit: DKK_2024/visit}
  use:
    unit: visit/person/month
    in: {benefit: {all: {mean: 0.6}}, job: {usual: {mean: 0.4}, ips: {ratio: 0.9}}}
"""


def of_states(way: str) -> str:
    """The text of a model of states whose effect is carried over in a way."""
    cost = model_texts.COST + PROGRAMME + OF_STATES
    outcome = "weeks: {unit: week/person, time_in: [job]}\n"
    half_life = "{mean: 6, unit: month, assumption: a guess}"
    effect = f"effect: {{after: 12, then: decays, half_life: {half_life}, assumption: a guess}}\n"
    more = f"{effect}transfer: {{scale: hazard_ratio, {way}}}\n"
    return model_texts.text(
        cost=cost, outcome=outcome, horizon="{months: 24, observed: 12}", more=more
    )


def files(into: Path) -> list[str]:
    """Files of such scenarios, one in each way, on different scales."""
    found = []
    for name, scale, way in (
        ("share", "odds_ratio", SHARE),
        ("pooled", "risk_ratio", POOLED % EFFECTS["risk_ratio"]),
        ("weight", "hazard_ratio", WEIGHT),
    ):
        file = into / f"carried-{name}.yaml"
        file.write_text(carried(scale, way), encoding="utf-8")
        found.append(str(file))
    states = into / "carried-states.yaml"
    states.write_text(of_states(MODEL_WAYS[2]), encoding="utf-8")
    return [*found, str(states)]
