"""The text of scenarios with states that between them have all that a workbook must follow."""

from __future__ import annotations

from pathlib import Path

from model_texts import text

MORTAL = """
benefit: {label: {en: benefit, da: ydelse}, start: rest}
job:
  label: {en: job, da: arbejde}
  start: {usual: {mean: 0.05}, ips: {difference: 0.01}, unit: share, source: study}
dead: {label: {en: dead, da: død}, death: true}
"""
HISTORY = text(
    """
benefit:
  job:
    unit: share
    by: 18
    source: study
    usual: {mean: 0.4}
    ips: {hazard_ratio: 1.5}
  dead: {unit: probability/year, source: study, all: {mean: [0.01, 0.02, 0.03]}}
  benefit: rest
job:
  benefit:
    unit: rate/month
    source: study
    from_1: {usual: {mean: 0.05}, ips: {difference: -0.01}}
    from_7: {all: {mean: 0.02}}
  dead: {of: benefit.dead, source: study, all: {hazard_ratio: 0.8}}
  job: rest
""",
    """
plan:
  kind: programme
  payer: municipality
  unit: EUR_2016/person
  source: study
  timing: {months: [1, 4], continues: true}
  usual: {mean: 100}
  ips: {difference: 900}
start:
  {kind: service, payer: region, unit: DKK_2024/person, source: study, at_start: {all: {mean: 50}}}
loss:
  kind: service
  payer: {municipality: 0.4, region: 0.6}
  unit: DKK_2024/person
  source: study
  on_move: {job: {benefit: {usual: {mean: 300}, ips: {difference: 20}}}}
found:
  {kind: service, payer: region, unit: DKK_2024/person, source: study, on_entry: {job: {mean: 70}}}
visits:
  kind: service
  payer: region
  source: study
  price: {mean: 180, unit: DKK_2024/visit}
  use:
    unit: visit/person/week
    in: {benefit: {mean: [0.6, 0.5]}, job: {usual: {mean: 0.4}, ips: {ratio: 0.9}}}
  timing: {months: [2, 9]}
work:
  kind: productivity
  payer: municipality
  source: study
  friction: {mean: 2.5, unit: month, source: study}
  price: {mean: -300, unit: DKK_2024/hour}
  use: {unit: hour/person/week, in: {job: {mean: 20}}}
wage:
  kind: transfer
  payer: municipality
  receiver: region
  of: cost.work
  source: study
  rate: {mean: 0.9, unit: share}
benefits:
  kind: transfer
  ladder: refunds
  unit: DKK_2024/person/month
  source: study
  in: {benefit: {mean: 10000}}
tax:
  kind: transfer
  payer: region
  receiver: municipality
  of: [cost.work, cost.benefits, cost.plan]
  source: study
  timing: {months: [3, 10]}
  rate: {mean: 0.3, unit: share}
fee:
  kind: transfer
  payer: region
  of: [cost.benefits, cost.plan]
  source: study
  rate: {mean: 0.1, unit: share}
""",
    states=MORTAL,
    horizon="{months: 12}",
    model="cycle: month\ndeath_first: true\n",
    outcome="""
ever: {label: Ever, unit: share, ever_in: [job], by: 7}
there: {label: There, unit: share, share_in: [job], at: 14}
weeks: {label: Weeks, unit: week/person, time_in: [job]}
qaly: {label: QALY, unit: QALY/person/year, source: study, in: {all: {mean: 0.7}}}
asked: {label: Asked, unit: point/person, source: study, usual: {mean: 3}, ips: {difference: 1}}
""",
    more="""
    effect:
      after: 6
      then: decays
      half_life: {mean: 4, unit: month, source: study}
      source: study
    ladder:
      refunds:
        states: [benefit]
        weeks_at_start: {mean: 10, unit: week, source: study}
        source: study
        step:
          first: {label: first, to: 26, payer: {region: 0.6, municipality: 0.4}}
          second: {label: second, to: 40, payer: {region: 0.3, municipality: 0.7}}
          after: {label: after, payer: {region: 0.2, municipality: 0.8}}
    conversion: exchange_then_prices
    """,
)
WEIBULL = text(
    """
benefit:
  out:
    unit: month
    source: study
    shape: {usual: {mean: 0.8, source: study}, ips: {ratio: 1.1, source: study}}
    usual: {mean: 20}
    ips: {hazard_ratio: 1.4}
    to:
      job: {usual: {mean: 0.5}, ips: {difference: 0.1}, unit: share, source: study}
      school: {all: {mean: 0.3}, unit: share, source: study}
      home: rest
  benefit: rest
job:
  benefit: {unit: rate/year, source: study, usual: {mean: 0.5}, ips: {risk_ratio: 0.8}}
  home: {unit: rate/year, source: study, all: {mean: 0.3}}
  job: rest
school:
  job: {of: job.benefit, source: study, usual: {odds_ratio: 1.2}, ips: {hazard_ratio: 0.9}}
  school: rest
""",
    states="""
benefit: {label: {en: benefit, da: ydelse}, start: rest}
job: {label: {en: job, da: arbejde}}
school: {label: {en: school, da: skole}}
home: {label: {en: home, da: hjem}, absorbing: true}
""",
    counting="start",
    horizon="{months: 4}",
    model="cycle: week\n",
    more="effect: {after: 2, then: stops, source: study}\n",
)
COUNTS = text(
    """
well:
  source: study
  counts: {well: 60, ill: 30, dead: 10}
  from_1: {ips: {risk_ratio: 0.5}}
  from_25: {ips: {risk_ratio: 1}}
ill:
  dead: {unit: probability/year, source: study, usual: {mean: 0.3}, ips: {odds_ratio: 0.7}}
  well: {unit: probability/year, source: study, usual: {mean: 0.2}, ips: {difference: 0.1}}
  ill: rest
""",
    """
care:
  kind: service
  payer: region
  unit: DKK_2024/person/year
  source: study
  in: {well: {mean: 100}, ill: {usual: {mean: 5000}, ips: {ratio: 0.9}}}
""",
    states="""
well: {label: {en: well, da: rask}, start: {mean: 0.7, unit: share, source: study}}
ill: {label: {en: ill, da: syg}, start: rest}
dead: {label: {en: dead, da: død}, death: true}
""",
    counting="simpson",
    horizon="{years: 6}",
    model="cycle: year\n",
)
ROWS = text(
    """
well:
  ill: {unit: probability/year, source: study, usual: {mean: 0.3}, ips: {hazard_ratio: 0.7}}
  worse: {unit: probability/month, source: study, all: {mean: 0.02}}
  dead: {unit: probability/year, source: study, all: {mean: 0.1}}
  well: rest
ill:
  well: {unit: probability/month, source: study, all: {mean: 0.3}}
  worse: {unit: probability/month, source: study, all: {mean: 0.2}}
  ill: {unit: probability/month, source: study, all: {mean: 0.5}}
worse:
  dead: {unit: rate/year, source: study, all: {mean: 0.4}}
  well: {unit: share, by: 6, source: study, usual: {mean: 0.4}, ips: {odds_ratio: 1.5}}
  worse: rest
""",
    """
care:
  kind: service
  payer: region
  unit: DKK_2024/person/month
  source: study
  in: {all: {mean: 100}}
""",
    states="""
well: {label: {en: well, da: rask}, start: rest}
ill: {label: {en: ill, da: syg}, start: {mean: 0.2, unit: share, source: study}}
worse: {label: {en: worse, da: værre}, start: {mean: 0.1, unit: share, source: study}}
dead: {label: {en: dead, da: død}, death: true}
""",
    counting="end",
    horizon="{months: 8}",
    model="cycle: month\n",
    outcome="alive: {label: Alive, unit: share, share_in: [well, ill, worse], at: 8}\n",
)
EACH = {"history": HISTORY, "weibull": WEIBULL, "counts": COUNTS, "rows": ROWS}


def files(folder: Path) -> dict[str, str]:
    """Each scenario as a file, by its name."""
    for name, each in EACH.items():
        (folder / f"{name}.yaml").write_text(each, encoding="utf-8")
    return {name: str(folder / f"{name}.yaml") for name in EACH}
