"""The phrases of fixes, and what numbers they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_bad_input import CURE

import ipscost
from ipscost.errors import ScenarioError
from ipscost.loading.keys.fields import number_fix, parse_number
from ipscost.loading.text.edits import in_proportion, interval_around, shares_to_one, toward_zero
from ipscost.loading.text.yamldoc import parse
from ipscost.scenario.distributions import Beta, Unseen

SHARE = "outcome:\n  dead:\n    unit: share\n    source: study\n"


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=4))
def test_each_way_to_mend_shares_makes_them_sum_to_1(shares: list[float]) -> None:
    named = {f"p{place}": round(share, 4) for place, share in enumerate(shares)}
    fix = shares_to_one(named, ["p0"])
    for name, value in re.findall(r"write (p\d): ([\d.e-]+)", fix):
        assert sum((named | {name: float(value)}).values()) == pytest.approx(1, abs=1e-6)
    whole = [float(part) for part in re.findall(r": ([\d.]+)", in_proportion(named))]
    assert sum(whole) == pytest.approx(1, abs=1e-12)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_an_interval_put_right_holds_the_number(value: float, low: float, high: float) -> None:
    fix = interval_around(value, parse(f"[{low!r}, {high!r}]", "own.yaml"), "interval")
    found = re.search(r"\[(\S+), (\S+)\]", fix)
    assert found is not None
    if found[1] == "...":
        assert not high <= value <= low or low == high
        return
    ends = (float(found[1]), float(found[2]))
    margin = 1e-4 * (abs(value) + abs(low) + abs(high))
    assert min(ends) - margin <= value <= max(ends) + margin


@pytest.mark.parametrize(
    ("value", "ends", "fix"),
    [
        (30000, "[22.000, 38.000]", "write [22000, 38000]"),
        (80, "[100, 60]", "write [60, 100]"),
        (80, "[85, 100]", "write interval: [..., ...] (ends that hold 80)"),
        (30, "[22.000, 28.000]", "write interval: [..., ...] (ends that hold 30)"),
    ],
)
def test_no_interval_is_made_up(value: float, ends: str, fix: str) -> None:
    assert interval_around(value, parse(ends, "own.yaml"), "interval") == fix


@given(st.floats(-10, 10))
def test_a_limit_is_cut_towards_0(value: float) -> None:
    assert abs(toward_zero(value)) <= abs(value)


@given(
    st.integers(0, 999_999_999),
    st.integers(0, 99),
    st.sampled_from(["{:,}", "{:_}", "{}"]),
    st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u00a0", ","), ("'", ".")]),
    st.sampled_from(["", " kr.", " DKK"]),
)
def test_the_fix_of_a_number_names_its_value(
    whole: int, cents: int, form: str, marks: tuple[str, str], unit: str
) -> None:
    thousands, decimal = marks
    digits = form.format(whole).replace("_", ",").replace(",", thousands)
    text = f"{digits}{decimal}{cents:02d}{unit}"
    named = [
        float(each)
        for each in re.findall(r"write (\S+)|, (\S+) if", number_fix(text))
        for each in each
        if each
    ]
    assert any(each == pytest.approx(whole + cents / 100) for each in named), number_fix(text)


@given(st.text("0123456789.,+-x% ", min_size=1, max_size=12))
def test_what_the_fix_of_a_number_names_is_a_number(text: str) -> None:
    fix = number_fix(text)
    for named in re.findall(r"write ([-+\d.eE]+)(?: |$)", fix):
        parse_number(named)
    assert re.match(r"write (a number|\S+)", fix)


def test_of_no_event_the_estimate_is_0_and_the_draws_reach_to_5_per_cent(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    arms = "    usual: {events: 0, n: 50}\n    ips: {events: 30, n: 30}\n"
    file.write_text(CURE + SHARE + arms, encoding="utf-8")
    (outcome,) = ipscost.load(file).outcomes
    none, every = outcome.arms["usual"].dist, outcome.arms["ips"].dist
    assert none == Unseen(0.5, 50.5, 0.0)
    assert every == Unseen(30.5, 0.5, 1.0)
    assert (none.mean, every.mean) == (0.0, 1.0)
    assert float(none.ppf(0.975)) == pytest.approx(0.0490, abs=0.0005)  # type: ignore[arg-type]
    assert float(every.ppf(0.025)) == pytest.approx(0.9203, abs=0.0005)  # type: ignore[arg-type]


def test_one_event_is_counted_as_before() -> None:
    assert Beta.from_counts(1, 50) == Beta(1, 49)


@pytest.mark.parametrize("named", ["Kommune", "kommune", "Municipality", "MUNICIPALITY", "Town"])
def test_a_label_is_taken_for_its_name(named: str, tmp_path: Path) -> None:
    text = CURE.replace("label: Town", "label: {en: Municipality, da: Kommune}")
    file = tmp_path / "label.yaml"
    file.write_text(text.replace("payer: town", f"payer: {named}"), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file)
    assert caught.value.problems[0].fix == "write town"


@pytest.mark.parametrize("content", ["root:x:0:0\n", "password: hunter2\n", "token_hunter2\n"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Sound", "title: Sound\nextends: secret"),
        ("title: Sound", "title: Sound\nprices: [secret]"),
        ("discount: {cost: 0.035, outcome: 0.035}", "discount: {schedule: secret.yaml}"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_not_quoted(
    content: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("secret", "secret.yaml"):
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "own.yaml").write_text(CURE.replace(old, new), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load("own.yaml")
    assert "error[E281]" in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert "root" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "fix"),
    [
        ("mean: 80, se: 10", "mean: 10000, sd: 8000, n: 100", "write se: 800 (8000 / sqrt(100))"),
        ("mean: 80, se: 10", "mean: 80, SD: 12", "write se: ... (sd / sqrt(n)"),
        ("mean: 80, se: 10", "mean: 80, ci: [60, 100]", "write interval"),
        ("se: 10", "interval: 60-100", "write [60, 100]"),
        ("DKK_2024/person", "DKK 2024 per person", "write DKK_2024/person"),
        ("DKK_2024/person", "DKK_2024 pr. person", "write DKK_2024/person"),
        ("    payer", "\u00a0\u00a0\u00a0\u00a0payer", "replace each no-break space by a space"),
    ],
)
def test_what_newcomers_write_is_told_what_was_meant(
    old: str, new: str, fix: str, tmp_path: Path
) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(CURE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file)
    assert caught.value.problems[0].fix.startswith(fix)
