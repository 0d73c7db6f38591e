"""Whatever is done to the file of a model, it is read or refused in words, with no traceback."""

from __future__ import annotations

import copy
from typing import Any

import builders
import model_texts
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import ipscost
from ipscost import ScenarioError, Settings

WHOLE = yaml.load(
    model_texts.text(
        rows="""
benefit:
  out:
    unit: share
    by: 18
    source: study table 1
    shape: {mean: 0.7, unit: ratio}
    usual: {mean: 0.4, n: 100}
    ips: {hazard_ratio: 1.5, interval: [1.1, 2.0]}
    to: {job: {mean: 0.6}, sick: rest}
job:
  source: study table 2
  benefit: {unit: probability/month, from_1: {all: {mean: 0.1}}, from_7: {mean: 0.05}}
  dead: {unit: probability/year, mean: [0.01, 0.02]}
  job: rest
sick:
  source: study table 3
  counts: {sick: 70, job: 30}
  ips: {risk_ratio: 1.2}
""",
        states=model_texts.STATES + "sick: {start: {mean: 0.1, source: study 1}}\n"
        "dead: {death: true}\n",
        cost="""
benefits:
  kind: transfer
  ladder: refund
  unit: DKK_2024/person/month
  source: study table 3
  in: {benefit: {mean: 10000}}
work:
  kind: productivity
  payer: region
  price: {number: wage}
  use: {unit: hour/person/month, source: study 2, in: {job: {mean: 80}}}
  friction: {mean: 3, unit: month, assumption: the usual}
tax: {kind: transfer, payer: region, of: cost.work, rate: {mean: 0.3, source: study 1}}
start: {kind: service, payer: region, unit: DKK_2024/person, source: study 1, at_start: {mean: 5}}
entry: {kind: service, payer: region, unit: DKK_2024/person, source: study 1,
        on_entry: {job: {usual: {mean: 5}, ips: {difference: 1, se: 1}}}}
ward: {kind: service, payer: region, unit: DKK_2024/person, source: study 1,
       timing: {months: [1, 18], continues: true}, usual: {mean: 5}, ips: {difference: 1, se: 1}}
""",
        outcome="""
ever: {unit: share, ever_in: [job, sick], by: 30}
weeks: {unit: week/person, time_in: [job]}
qaly: {unit: QALY/person/year, source: study 1, in: {all: {mean: 0.6, se: 0.05}}}
""",
        more="""
effect: {after: 18, then: decays, half_life: {mean: 24, unit: month, assumption: so},
         assumption: it fades}
number:
  wage: {label: Wage, mean: -200, unit: DKK_2024/hour, source: study 1}
ladder:
  refund:
    states: [benefit]
    weeks_at_start: {mean: 10, unit: week, assumption: a guess}
    source: study 3
    step:
      first: {to: 26, payer: {region: 0.4, municipality: 0.6}}
      after: {payer: {region: 0.2, municipality: 0.8}}
""",
    ),
    yaml.BaseLoader,
)
"""Every part of the format of models, as plain text without types."""
SECTIONS = ("model", "number", "ladder", "effect", "cost", "outcome", "horizon")
VALUES = ("", "0", "-1", "1.5", "200", "rest", "all", "job", "nobody", "true", "share", "[1, 2]")


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of everything in a tree."""
    found = [path] if path else []
    if isinstance(node, dict | list):
        keys = node if isinstance(node, dict) else range(len(node))
        for key in keys:
            found += places(node[key], (*path, key))
    return found


PLACES = [path for path in places(WHOLE) if path[0] in SECTIONS]


def changed(path: tuple[Any, ...], change: Any) -> str:
    """The text of the scenario with what stands at `path` removed (None), or replaced."""
    tree = copy.deepcopy(WHOLE)
    holder = tree
    for key in path[:-1]:
        holder = holder[key]
    if change is None:
        del holder[path[-1]]
    elif isinstance(change, str):
        holder[path[-1]] = change
    else:  # renamed
        holder[f"{path[-1]}x"] = holder.pop(path[-1]) if isinstance(holder, dict) else holder[-1]
    return yaml.safe_dump(tree, sort_keys=False).replace("'", "")


def test_the_scenario_that_is_broken_is_sound() -> None:
    found = builders.load(yaml.safe_dump(WHOLE, sort_keys=False).replace("'", ""))
    assert found.warnings == ()
    run = ipscost.simulate(found, Settings(draws=20))
    assert run.ledger is not None


@settings(max_examples=60)
@given(st.sampled_from(PLACES), st.sampled_from((None, *VALUES)))
def test_a_scenario_with_one_thing_changed_is_read_or_refused(
    path: tuple[Any, ...], change: str | None
) -> None:
    content = changed(path, change)
    try:
        found = builders.load(content)
    except ScenarioError as error:
        for problem in error.problems:
            assert problem.message
            assert problem.fix
            problem.render()
        return
    assert len({q.path for q in found.quantities}) == len(found.quantities)
    ipscost.simulate(found, Settings(draws=0))


@settings(max_examples=60)
@given(st.sampled_from([path for path in PLACES if isinstance(path[-1], str)]))
def test_a_misspelt_key_is_never_passed_over(path: tuple[Any, ...]) -> None:
    names = {"label", "note"}  # a state, a step, a number or a category may be called anything
    tree = copy.deepcopy(WHOLE)
    holder: Any = tree
    for key in path[:-1]:
        holder = holder[key]
    if not isinstance(holder, dict):
        return
    free = {("number",), ("ladder",), ("cost",), ("outcome",), ("ladder", "refund", "step")}
    if path[:-1] in free or path[-1] in names or len(path) == 1:
        return
    holder[f"{path[-1]}_x"] = holder.pop(path[-1])
    with pytest.raises(ScenarioError):
        builders.load(yaml.safe_dump(tree, sort_keys=False).replace("'", ""))
