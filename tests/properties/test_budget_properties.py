"""The budget of a rollout against the same worked out month by month, in plain Python."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost import Settings
from ipscost.analysis.budget.accounts import budget
from tests.rollout_texts import BASE, loaded

TEXT = """\
rollout:
  starts: {starts}
  until: 2028-12
  assumption: made up
  intake:
    target: {{mean: {target}, unit: {pace}}}
    months: {months}
    recruitment: {recruitment}
    ramp_up: {ramp_up}
    delay: {delay}
  support: {{months: {support}, leaving: {leaving}}}
  staff:
    caseload: {caseload}
    posts: {posts}
    hired_ahead: {ahead}
    vacancy: {vacancy}
    role:
      one: {{salary: {{mean: 480000, unit: DKK_2024/year}}}}
      two: {{per: 5, of: one, salary: {{mean: 600000, unit: DKK_2024/year}}}}
    employer: {{share: 0.1, above: {{mean: 100000, unit: DKK_2024/year}}}}
    pension: 0.15
    overhead: 0.2
  line:
    yearly: {{mean: 12000, unit: DKK_2024/year, overhead: true}}
    each: {{mean: 1000, unit: DKK_2024/person}}
    new: {{mean: 5000, unit: DKK_2024/post}}
    desk: {{mean: 6000, unit: DKK_2024/post/year}}
    once: {{mean: 7000, unit: DKK_2024}}
    even: {{mean: 8000, unit: DKK_2024, spread: true}}
"""

rollouts = st.fixed_dictionaries(
    {
        "starts": st.sampled_from(["2024-01", "2024-03"]),
        "target": st.floats(5, 300).map(lambda x: round(x, 1)),
        "pace": st.sampled_from(["person", "person/year", "person/month"]),
        "months": st.integers(1, 20),
        "recruitment": st.sampled_from([0.4, 0.8, 1]),
        "ramp_up": st.sampled_from([0, 2.5, 6]),
        "delay": st.sampled_from([0, 1.25]),
        "support": st.sampled_from([3, 6.5, 12]),
        "leaving": st.sampled_from([0, 0.05]),
        "caseload": st.integers(4, 25),
        "posts": st.sampled_from(["part", "whole"]),
        "ahead": st.sampled_from([0, 1.5, 3]),
        "vacancy": st.sampled_from([0, 0.15]),
    }
)
PER_MONTH = (-60_000 / 24, -5_000 / 24)
"""What one person changes in a month of 24: benefits, of which the municipality pays 0.75; care."""


def plainly(of: dict) -> dict[str, float]:
    """Money and people of the rollout over its months, by the formulas and nothing else."""
    start = int(of["starts"][-2:]) - 1
    first = 12 if of["ahead"] > start else 0  # months before January 2024 in which posts are filled
    start += first
    total = 12 * 5 + first

    def line(x: float) -> float:  # the integral of min(1, x / ramp_up)
        ramp = of["ramp_up"]
        return x if not ramp else x * x / (2 * ramp) if x < ramp else x - ramp / 2

    weights = [line(k + 1) - line(k) for k in range(of["months"])]
    scale = {"person": of["target"] / sum(weights), "person/year": of["target"] / 12}
    scale["person/month"] = of["target"]
    plan = [0.0] * total
    for k, weight in enumerate(weights):
        plan[start + k] = scale[of["pace"]] * weight
    whole, part = int(of["delay"]), of["delay"] % 1
    late = [0.0] * total
    for t in range(total):
        late[t] += of["recruitment"] * (1 - part) * (plan[t - whole] if t >= whole else 0)
        late[t] += of["recruitment"] * part * (plan[t - whole - 1] if t > whole else 0)
    stay = [min(max(of["support"] - k, 0), 1) * (1 - of["leaving"]) ** k for k in range(13)]
    clients = [sum(plan[t - k] * stay[k] for k in range(min(t + 1, 13))) for t in range(total)] + [
        0.0
    ] * 4
    hired = int(of["ahead"])
    ahead = []
    for t in range(total):
        ends = [clients[t + j] for j in range(hired + 1)]
        if of["ahead"] > hired:
            rest = of["ahead"] - hired
            ends.append(clients[t + hired] * (1 - rest) + clients[t + hired + 1] * rest)
        ahead.append(max(ends))

    def rounded(need: float) -> float:
        return math.ceil(need - 1e-9) if of["posts"] == "whole" else need

    one = [rounded(each / of["caseload"]) for each in ahead]
    two = [rounded(each / 5) for each in one]
    one, two = ([each * (1 - of["vacancy"]) for each in posts] for posts in (one, two))
    begun, waiting = [], 0.0
    for t in range(total):
        now = sum(begun[t - k] * stay[k] for k in range(1, min(t + 1, 13)))
        ready = waiting + late[t]
        begun.append(max(min(ready, one[t] * of["caseload"] - now), 0.0))
        waiting = ready - begun[t]
    active = [each > 0 for each in ahead]
    costs = [s * 1.15 + 0.1 * (s - 100_000) for s in (480_000, 600_000)]
    highest, rises = 0.0, 0.0
    for posts in (a + b for a, b in zip(one, two, strict=True)):
        rises += max(posts - highest, 0)
        highest = max(posts, highest)
    salaries = (sum(one) * costs[0] + sum(two) * costs[1]) / 12
    yearly = 12_000 * sum(active) / 12
    lines = 1000 * sum(plan) + 5000 * rises + 6000 * (sum(one) + sum(two)) / 12 + 7000 + 8000
    followed = sum(s * min(24, total - t) for t, s in enumerate(begun))
    return {
        "programme": 1.2 * (salaries + yearly) + lines,
        "municipality": followed * (0.75 * PER_MONTH[0] + PER_MONTH[1]),
        "started": sum(begun),
        "waiting": waiting,
    }


@settings(max_examples=12)
@given(rollouts)
def test_a_budget_is_what_the_formulas_give_month_by_month(of: dict) -> None:
    expected = plainly(of)
    found = budget(loaded(BASE + TEXT.format(**of)), Settings(draws=0))
    books, people = found.point["constant"], found.people_point
    assert books.programme.sum() == pytest.approx(expected["programme"])
    assert books.change[0].sum() == pytest.approx(expected["municipality"], rel=1e-7)
    assert people.started.sum() == pytest.approx(expected["started"])
    assert people.waiting[-1, 0] == pytest.approx(expected["waiting"], abs=1e-4)
    assert np.isfinite(books.net()).all()
