"""What holds whatever the numbers are."""

from __future__ import annotations

import random
from typing import Any

import builders
import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost import Ledger, Run
from ipscost.analysis.simulate.summary import IncrementalCost, summarised
from ipscost.engines.frame import discount_factors
from ipscost.loading.text.shipped import SHIPPED
from ipscost.units import Money, PriceTables, YearValue, convert

EVERYTHING = (
    builders.PROGRAMME + builders.CARE + builders.HOSPITAL + builders.GAIN + builders.BENEFITS
)
ROOT = SHIPPED.parent

amounts = st.integers(1, 10**6)
errors = st.integers(1, 10**4)
rates = st.floats(0, 0.2).map(lambda rate: round(rate, 4))
months = st.integers(1, 36)
weights = st.lists(st.integers(0, 9), min_size=6, max_size=6).filter(any)
shares = st.integers(0, 100).map(lambda percent: percent / 100)
kinds = st.sampled_from(["programme", "service", "transfer", "productivity"])


def category(name: str, lines: str, *, kind: str = "service", payer: str = "region") -> str:
    """A category over the horizon with the stated amounts."""
    head = f"{name}:\n  kind: {kind}\n  payer: {payer}\n  unit: DKK_2024/person\n  source: study\n"
    return head + "".join(f"  {line}\n" for line in lines.split("\n"))


def priced(price: float, use: float, change: float) -> str:
    """A category of price times use."""
    return f"""
ward:
  kind: service
  payer: region
  price: {{mean: {price}, unit: DKK_2024/day, source: study}}
  use:
    unit: day/person
    source: study
    usual: {{mean: {use}, se: 1}}
    ips: {{difference: {change}, se: 2}}
"""


def by_path(ledger: Ledger, arm: str = "ips") -> dict[str, np.ndarray]:
    """The discounted difference of each category, by path."""
    return dict(zip(ledger.categories, ledger.difference(arm), strict=True))


def ledger_of(run: Run) -> Ledger:
    assert run.ledger is not None
    return run.ledger


@given(price=amounts, use=st.integers(1, 500), change=st.integers(0, 500))
def test_doubling_a_price_doubles_its_row_and_no_other(price: int, use: int, change: int) -> None:
    once = builders.run(builders.text(priced(price, use, change) + builders.CARE), draws=20)
    twice = builders.run(builders.text(priced(2 * price, use, change) + builders.CARE), draws=20)
    for before, after in [(once.point, twice.point), (ledger_of(once), ledger_of(twice))]:
        assert by_path(after)["cost.ward"] == pytest.approx(2 * by_path(before)["cost.ward"])
        assert by_path(after)["cost.care"].tolist() == by_path(before)["cost.care"].tolist()


@given(level=amounts, change=amounts, spread=weights)
def test_without_discounting_the_present_value_is_the_plain_sum(
    level: int, change: int, spread: list[int]
) -> None:
    cost = category(
        "c",
        f"timing: {{weights: {spread}}}\nusual: {{mean: {level}}}\nips: {{mean: {change}}}",
    )
    ledger = builders.run(builders.text(cost, months=6)).point
    assert ledger.present_value[:, 0, 0] == pytest.approx([level, change])


@given(level=amounts, spread=weights, rate=rates)
def test_discounting_never_raises_a_cost_and_later_months_count_less(
    level: int, spread: list[int], rate: float
) -> None:
    cost = category(
        "c", f"timing: {{weights: {spread}}}\nusual: {{mean: {level}}}\nips: {{mean: 0}}"
    )
    content = builders.text(cost, months=6, discount=f"{{cost: {rate}, outcome: 0}}")
    ledger = builders.run(content).point
    by_hand = [
        level * weight / sum(spread) * (1 + rate) ** -((month - 0.5) / 12)
        for month, weight in enumerate(spread, start=1)
    ]
    assert ledger.present_value[0, 0, 0] == pytest.approx(sum(by_hand))
    factors = discount_factors(builders.load(content).discount, "cost", np.arange(6) / 12)
    assert (np.diff(factors) <= 0).all()


def shuffled(node: Any, order: random.Random) -> Any:
    """The same mappings with their keys in another order."""
    if not isinstance(node, dict):
        return node
    keys = list(node)
    order.shuffle(keys)
    return {key: shuffled(node[key], order) for key in keys}


@pytest.mark.parametrize(
    "content",
    [
        builders.text(EVERYTHING, outcome=builders.JOB),
        (ROOT / "scenarios/inklusion-ips.yaml").read_text(encoding="utf-8"),
        (ROOT / "examples/municipality.yaml").read_text(encoding="utf-8"),
    ],
    ids=["everything", "inklusion-ips", "municipality"],
)
@settings(max_examples=5)
@given(order=st.integers(0, 10**6))
def test_the_order_of_keys_in_a_file_does_not_matter(content: str, order: int) -> None:
    mixed = yaml.safe_dump(
        shuffled(yaml.safe_load(content), random.Random(order)), sort_keys=False, allow_unicode=True
    )
    one, other = (builders.run(text, draws=20) for text in (content, mixed))
    assert set(one.draws.columns) == set(other.draws.columns)
    for path, column in one.draws.columns.items():
        assert column.tolist() == other.draws.columns[path].tolist()
    for before, after in [(one.point, other.point), (ledger_of(one), ledger_of(other))]:
        expected, found = by_path(before), by_path(after)
        assert set(expected) == set(found)
        for path, values in expected.items():
            assert values.tolist() == found[path].tolist()
        for perspective in ("societal", *before.payers):
            total = before.weight(perspective) @ before.difference("ips")
            again = after.weight(perspective) @ after.difference("ips")
            assert again == pytest.approx(total, rel=1e-9, abs=1e-6)


@given(
    level=amounts,
    se=errors,
    same=st.sampled_from(["difference: 0", "ratio: 1"]),
    rate=rates,
    length=months,
)
def test_two_equal_arms_differ_by_exactly_nothing(
    level: int, se: int, same: str, rate: float, length: int
) -> None:
    cost = category("c", f"usual: {{mean: {level}, se: {se}}}\nips: {{{same}}}")
    content = builders.text(cost, months=length, discount=f"{{cost: {rate}, outcome: 0}}")
    run = builders.run(content, draws=50)
    assert run.point.difference("ips").tolist() == [[0.0]]
    assert not ledger_of(run).difference("ips").any()


@given(mean=amounts, change=st.integers(-(10**6), 10**6), se=errors, kind=kinds)
def test_a_new_category_leaves_every_other_draw_as_it_was(
    mean: int, change: int, se: int, kind: str
) -> None:
    new = category(
        "added",
        f"usual: {{mean: {mean}}}\nips: {{mean: {abs(change)}, se: {se}, dist: normal}}",
        kind=kind,
    )
    before = builders.run(builders.text(EVERYTHING, outcome=builders.JOB), draws=30)
    after = builders.run(builders.text(new + EVERYTHING, outcome=builders.JOB), draws=30)
    assert set(after.draws.columns) - set(before.draws.columns) == {
        "cost.added.usual",
        "cost.added.ips",
    }
    for path, column in before.draws.columns.items():
        assert column.tobytes() == after.draws.columns[path].tobytes()
    expected, found = by_path(ledger_of(before)), by_path(ledger_of(after))
    for path, values in expected.items():
        assert values.tobytes() == found[path].tobytes()


@given(few=st.integers(1, 200), more=st.integers(1, 200), seed=st.integers(0, 2**32))
def test_the_first_draws_of_more_are_the_same(few: int, more: int, seed: int) -> None:
    content = builders.text(EVERYTHING)
    short = builders.run(content, draws=few, seed=seed)
    long = builders.run(content, draws=few + more, seed=seed)
    for path, column in short.draws.columns.items():
        assert column.tolist() == long.draws.columns[path][:few].tolist()
    first = ledger_of(long).difference("ips")[:, :few]
    assert ledger_of(short).difference("ips").tolist() == first.tolist()


@given(
    numbers=st.lists(st.tuples(amounts, amounts, kinds, shares), min_size=2, max_size=5),
    rate=rates,
    perspective=st.sampled_from(["societal", "municipality", "region"]),
)
def test_the_leaves_sum_to_their_group_and_to_the_total(
    numbers: list[tuple[int, int, str, float]], rate: float, perspective: str
) -> None:
    leaves = "".join(
        category(
            f"c{index}",
            f"usual: {{mean: {level}}}\nips: {{mean: {other}}}",
            kind=kind,
            payer=f"{{municipality: {share}, region: {round(1 - share, 2)}}}",
        )
        for index, (level, other, kind, share) in enumerate(numbers)
    )
    grouped = "group:\n" + "".join(f"  {line}\n" for line in leaves.strip().split("\n"))
    content = builders.text(
        grouped, discount=f"{{cost: {rate}, outcome: 0}}", perspective=perspective
    )
    (compared,) = summarised(builders.run(content)).comparisons
    costs = compared.costs

    def means(found: IncrementalCost) -> list[float]:
        numbers = (found.reference, found.own, found.difference)
        return [each.mean for each in numbers if each is not None]

    if not costs.tree:
        assert means(costs.total) == [0.0]  # nothing but transfers, and society counts none
        return
    (_, group), *leaf_sums = costs.tree
    assert group.path == "cost.group"
    added = np.sum([means(found) for _, found in leaf_sums], axis=0)
    assert added == pytest.approx(means(group), abs=1e-6)
    assert added == pytest.approx(means(costs.total), abs=1e-6)


@given(numbers=st.lists(st.tuples(amounts, amounts, kinds, shares), min_size=1, max_size=4))
def test_the_savings_of_the_payers_sum_to_the_total(
    numbers: list[tuple[int, int, str, float]],
) -> None:
    leaves = "".join(
        category(
            f"c{index}",
            f"usual: {{mean: {level}}}\nips: {{mean: {other}}}",
            kind=kind,
            payer=f"{{municipality: {share}, region: {round(1 - share, 2)}}}",
        )
        for index, (level, other, kind, share) in enumerate(numbers)
    )
    (found,) = summarised(builders.run(builders.text(leaves))).comparisons
    everyone, total = found.together.saving, found.costs.total.difference
    assert everyone is not None
    assert total is not None
    savings = [payer.saving.mean for payer in found.payers if payer.saving is not None]
    assert sum(savings) == pytest.approx(everyone.mean, abs=1e-6)
    assert everyone.mean == pytest.approx(-total.mean, abs=1e-6)


@given(year=st.integers(2012, 2024))
def test_another_price_year_scales_every_amount_by_the_change_of_prices(year: int) -> None:
    content = (ROOT / "scenarios/inklusion-ips.yaml").read_text(encoding="utf-8")
    base = builders.load(content)
    other = builders.load(content, price_year=year)
    changes = base.prices.change["DKK"]
    ratio = 1.0
    for step in range(min(2017, year) + 1, max(2017, year) + 1):
        ratio *= 1 + changes[step].value / 100
    ratio = ratio if year >= 2017 else 1 / ratio
    for before, after in zip(base.quantities, other.quantities, strict=True):
        expected = before.mean * (ratio if before.unit.money else 1)
        assert after.mean == pytest.approx(expected, rel=1e-12)


@given(level=amounts, percent=st.integers(1, 300), rate=rates)
def test_a_difference_and_a_ratio_that_say_the_same_give_the_same(
    level: int, percent: int, rate: float
) -> None:
    change = level * percent / 100 - level
    contents = [
        builders.text(
            category("c", f"usual: {{mean: {level}}}\nips: {{{stated}}}"),
            discount=f"{{cost: {rate}, outcome: 0}}",
        )
        for stated in (f"difference: {change!r}", f"ratio: {percent / 100}")
    ]
    one, other = (builders.run(content).point.present_value for content in contents)
    assert one == pytest.approx(other, rel=1e-9, abs=1e-6)


@given(
    rate=st.floats(0.01, 100),
    changes=st.lists(st.floats(-5, 15), min_size=8, max_size=8),
    start=st.integers(2010, 2017),
    end=st.integers(2010, 2017),
    inverse=st.booleans(),
)
def test_converting_there_and_back_changes_nothing(
    rate: float, changes: list[float], start: int, end: int, inverse: bool
) -> None:
    prices = {2010 + index: YearValue(value, "s") for index, value in enumerate(changes)}
    pair = ("DKK", "EUR") if inverse else ("EUR", "DKK")
    exchange = {pair: {year: YearValue(rate, "s") for year in prices}}
    tables = PriceTables(exchange, {"DKK": prices})
    euros, kroner = Money("EUR", start), Money("DKK", end)
    there = convert(euros, kroner, tables, "exchange_then_prices")
    back = convert(kroner, euros, tables, "prices_then_exchange")
    assert there.factor * back.factor == pytest.approx(1, rel=1e-12)
