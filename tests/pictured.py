"""A small scenario that has every picture, and what is found in it: made once for all tests."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import builders

from ipscost.loading import build, read
from ipscost.loading.analyses import variants
from ipscost.report.pictures import picture_of
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import Picture
from ipscost.run import simulate
from ipscost.settings import Settings

QALY = """
qaly:
  label: {en: QALYs, da: QALY}
  unit: QALY/person
  source: study table 6
  usual: {mean: 0.1}
  ips: {difference: 0.02, se: 0.02}
  threshold: {mean: 10000, unit: DKK_2024/QALY, source: study table 6}
"""
ANALYSES = """
analyses:
  dearer:
    label: {en: A dearer programme, da: En dyrere indsats}
    set: {cost.programme.ips.difference: 900}
"""
ROLLOUT = """
rollout:
  starts: 2025-03
  intake:
    target: {mean: 6000, interval: [5000, 7000], unit: person, source: study table 7}
    months: 18
    recruitment: 0.8
  assumption: chosen here
"""
SPREAD = """
spread:
  source: study table 8
  cost: {care: {cv: 1.5}, hospital: {cv: 2, zero: 0.5}}
"""
SCENARIO = builders.text(
    builders.CARE + builders.PROGRAMME + builders.HOSPITAL,
    outcome=builders.JOB + QALY,
    more=ANALYSES + ROLLOUT + SPREAD,
).replace("difference: 120", "difference: 560")
"""A programme that about pays for itself, so that the choice is unsure."""
DRAWS = 400


@cache
def findings(content: str = SCENARIO, draws: int = DRAWS, outcome: str = "") -> Findings:
    """What is found in a scenario, with its analyses and its course by month."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "study.yaml"
        file.write_text(content, encoding="utf-8")
        reading = read(str(file))
        scenario = build(reading, [])
        others = variants(reading, scenario, []).scenarios if scenario.analyses else ()
    settings = Settings(draws=draws)
    runs = tuple((each, simulate(other, settings)) for each, other in others)
    run = simulate(scenario, settings, months=True)
    return Findings(run, outcome=outcome, variants=runs)


@cache
def pictured(name: str, content: str = SCENARIO, draws: int = DRAWS, outcome: str = "") -> Picture:
    """The picture of a name."""
    return picture_of(name, findings(content, draws, outcome))
