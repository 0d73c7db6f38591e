"""Sweeps, samples and design files: which variants they make."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipscost.batch import design
from ipscost.batch.designs import latin_hypercube, sobol
from ipscost.batch.variants import Design
from ipscost.errors import ScenarioError

A, B = "cost.a.ips.difference", "cost.b.ips.difference"
POINTS = st.integers(1, 60)
SEEDS = st.integers(0, 2**32)
NAMES = st.lists(st.text("abcdef", min_size=1, max_size=4), min_size=1, max_size=4, unique=True)


def texts(found: Design) -> list[tuple[str, ...]]:
    """The values of every variant."""
    variants = (found.variant(index) for index in range(len(found)))
    return [tuple(change.text for change in variant.changes) for variant in variants]


def names(found: Design) -> list[str]:
    return [found.variant(index).name for index in range(len(found))]


def written(folder: Path, text: str) -> Path:
    file = folder / "design.csv"
    file.write_bytes(text.encode())
    return file


# --- sweeps ----------------------------------------------------------------------------------


def test_a_design_of_nothing_is_one_variant_without_a_name() -> None:
    assert texts(design()) == [()]
    assert names(design()) == [""]


def test_a_sweep_has_both_ends_and_equal_steps() -> None:
    found = [float(value) for (value,) in texts(design([f"{A}=500:1500:11"]))]
    assert found == [500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 1500]


@settings(max_examples=100)
@given(
    low=st.floats(-1e6, 1e6),
    width=st.floats(1e-3, 1e6),
    n=st.integers(2, 200),
)
def test_a_sweep_rises_from_low_to_high(low: float, width: float, n: int) -> None:
    found = [float(v) for (v,) in texts(design([f"{A}={low:.10f}:{low + width:.10f}:{n}"]))]
    assert len(found) == n
    assert found[0] == pytest.approx(low, rel=1e-9, abs=1e-9)
    assert found[-1] == pytest.approx(low + width, rel=1e-9, abs=1e-9)
    assert found == sorted(found)


def test_a_sweep_over_a_list_keeps_its_order_and_its_text() -> None:
    assert texts(design([f"{A}=300,100,2e2"])) == [("300",), ("100",), ("2e2",)]


def test_a_comma_in_braces_brackets_or_quotes_divides_nothing() -> None:
    found = texts(design(["payer={town: 0.5, region: 0.5},[a, b],\"x, y\",'p, q'"]))
    assert found == [("{town: 0.5, region: 0.5}",), ("[a, b]",), ('"x, y"',), ("'p, q'",)]


def test_a_colon_in_braces_or_quotes_makes_no_range() -> None:
    assert texts(design(["x={a: 1}"])) == [("{a: 1}",)]
    assert texts(design(['title="a: b"'])) == [('"a: b"',)]


def test_several_sweeps_make_a_grid_in_which_the_last_varies_fastest() -> None:
    found = design([f"{A}=1, 2", f"{B}=1:3:3"])
    assert found.paths == (A, B)
    assert texts(found) == [("1", "1"), ("1", "2"), ("1", "3"), ("2", "1"), ("2", "2"), ("2", "3")]
    assert names(found) == ["1", "2", "3", "4", "5", "6"]


@settings(max_examples=100)
@given(sizes=st.lists(st.integers(2, 5), min_size=1, max_size=4))
def test_a_grid_holds_every_combination_once(sizes: list[int]) -> None:
    found = texts(design([f"p{i}=1:{n}:{n}" for i, n in enumerate(sizes)]))
    assert len(found) == len(set(found)) == np.prod(sizes)
    assert found == sorted(found)


def test_a_sweep_a_sample_and_a_file_multiply_one_another(tmp_path: Path) -> None:
    file = written(tmp_path, "c\n7\n8\n")
    found = texts(design(["a=1, 2"], ["b=0:1"], "lhs:3", file))
    assert len(set(found)) == 2 * 3 * 2
    assert [row[2] for row in found[:4]] == ["7", "8", "7", "8"]


def test_a_huge_grid_is_made_variant_by_variant() -> None:
    found = design([f"{A}=1:1000:1000", f"{B}=1:1000:1000"])
    assert len(found) == 1_000_000
    assert [change.text for change in found.variant(999_999).changes] == ["1000", "1000"]
    assert found.variant(999_999).name == "1000000"


# --- samples ---------------------------------------------------------------------------------


@settings(max_examples=100)
@given(paths=NAMES, n=POINTS, seed=SEEDS)
def test_a_latin_hypercube_has_one_point_in_every_slice_of_every_column(
    paths: list[str], n: int, seed: int
) -> None:
    points = latin_hypercube(paths, n, seed)
    assert points.shape == (n, len(paths))
    for column in points.T:
        assert sorted(np.floor(column * n).astype(int)) == list(range(n))


@settings(max_examples=100)
@given(paths=NAMES, n=POINTS, seed=SEEDS)
def test_a_further_range_leaves_the_columns_of_a_latin_hypercube_as_they_were(
    paths: list[str], n: int, seed: int
) -> None:
    points = latin_hypercube(paths, n, seed)
    with_more = latin_hypercube(["further", *paths], n, seed)
    assert np.array_equal(with_more[:, 1:], points)


@settings(max_examples=40)
@given(paths=NAMES, power=st.integers(0, 7), seed=SEEDS)
def test_sobol_points_are_balanced_in_halves_quarters_and_all_finer_slices(
    paths: list[str], power: int, seed: int
) -> None:
    n = 2**power
    points = sobol(paths, n, seed)
    assert points.shape == (n, len(paths))
    assert ((points > 0) & (points < 1)).all()
    for column in points.T:
        assert sorted(np.floor(column * n).astype(int)) == list(range(n))


@settings(max_examples=40)
@given(power=st.integers(2, 7), seed=SEEDS)
def test_the_first_two_sobol_columns_are_balanced_in_quarters_of_the_square(
    power: int, seed: int
) -> None:
    points = np.floor(sobol(["a", "b"], 2**power, seed) * 2).astype(int)
    _, counts = np.unique(points, axis=0, return_counts=True)
    assert counts.tolist() == [2**power // 4] * 4


@settings(max_examples=40)
@given(paths=NAMES, seed=SEEDS)
def test_a_further_range_behind_leaves_the_columns_of_sobol_as_they_were(
    paths: list[str], seed: int
) -> None:
    with_more = sobol([*paths, "further"], 16, seed)
    assert np.array_equal(with_more[:, :-1], sobol(paths, 16, seed))


@pytest.mark.parametrize("sample", ["lhs:32", "sobol:32"])
def test_the_same_seed_gives_the_same_points_and_another_seed_others(sample: str) -> None:
    ranges = [f"{A}=500:1500", f"{B}=-1:1"]
    first = texts(design((), ranges, sample, seed=7))
    assert texts(design((), ranges, sample, seed=7)) == first
    assert texts(design((), ranges, sample, seed=8)) != first


@pytest.mark.parametrize("sample", ["lhs:64", "sobol:64"])
def test_points_lie_within_their_ranges_and_fill_them(sample: str) -> None:
    found = np.array(texts(design((), [f"{A}=500:1500", f"{B}=-0.1:0.1"], sample))).astype(float)
    for column, (low, high) in zip(found.T, [(500, 1500), (-0.1, 0.1)], strict=True):
        slices = np.floor((column - low) / (high - low) * 64)
        assert sorted(slices) == list(range(64))


def test_the_points_of_two_ranges_do_not_move_together() -> None:
    for sample in ("lhs:1024", "sobol:1024"):
        found = np.array(texts(design((), ["a=0:1", "b=0:1", "c=0:1"], sample))).astype(float)
        correlation = np.corrcoef(found.T) - np.eye(3)
        assert np.abs(correlation).max() < 0.1


# --- design files ----------------------------------------------------------------------------


def test_a_design_file_has_a_column_a_path_and_a_row_a_variant(tmp_path: Path) -> None:
    found = design(file=written(tmp_path, f"{A},{B}\n1,2\n3,4\n"))
    assert found.paths == (A, B)
    assert texts(found) == [("1", "2"), ("3", "4")]
    assert names(found) == ["1", "2"]


def test_a_column_name_names_the_variants(tmp_path: Path) -> None:
    found = design(file=written(tmp_path, f"{A},name,{B}\n1,low,2\n3,high,4\n"))
    assert found.paths == (A, B)
    assert texts(found) == [("1", "2"), ("3", "4")]
    assert names(found) == ["low", "high"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_design_file_of_danish_excel_has_decimal_commas(
    tmp_path: Path, mark: str, end: str
) -> None:
    lines = [f"name;{A};perspective", "lav;1.234,5;societal", "høj;-0,25;payer.town", ""]
    found = design(file=written(tmp_path, mark + end.join(lines)))
    assert found.paths == (A, "perspective")
    assert texts(found) == [("1234.5", "societal"), ("-0.25", "payer.town")]
    assert names(found) == ["lav", "høj"]


def test_blank_lines_and_spaces_around_values_are_no_values(tmp_path: Path) -> None:
    found = design(file=written(tmp_path, f"\n {A} , name\n\n 1 , x\n,\n2,y\n\n"))
    assert texts(found) == [("1",), ("2",)]
    assert names(found) == ["x", "y"]


def test_a_value_with_a_comma_stands_in_quotes(tmp_path: Path) -> None:
    found = design(file=written(tmp_path, 'payer,x\n"{town: 0.5, region: 0.5}",1\n'))
    assert texts(found) == [("{town: 0.5, region: 0.5}", "1")]


def test_a_value_knows_where_it_stands_in_its_file(tmp_path: Path) -> None:
    file = written(tmp_path, f"{A};{B}\n1;2\n3;44\n")
    change = design(file=file).variant(1).changes[1]
    assert change.span.place == f"{file}:3:3"
    assert change.span.text == "3;44"


def test_what_was_asked_for_is_kept_for_the_record(tmp_path: Path) -> None:
    file = written(tmp_path, f"{A}\n1\n")
    asked = design(["x=1, 2"], ["y=0:1"], "lhs:2", file).asked
    assert asked["sweeps"] == ["x=1, 2"]
    assert asked["ranges"] == ["y=0:1"]
    assert asked["sample"] == "lhs:2"
    assert asked["file"]["name"] == str(file)
    assert len(asked["file"]["sha256"]) == 64


# --- the same path twice ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sweeps", "ranges", "sample"),
    [
        ([f"{A}=1, 2", f"{A}=3, 4"], [], None),
        ([f"{A}=1, 2"], [f"{A}=3:4"], "lhs:2"),
        ([], [f"{A}=1:2", f"{A}=3:4"], "lhs:2"),
    ],
)
def test_a_path_varies_once(sweeps: list[str], ranges: list[str], sample: str | None) -> None:
    with pytest.raises(ScenarioError, match=f"error\\[E401\\] {A}: {A} is varied twice, first in"):
        design(sweeps, ranges, sample)


@pytest.mark.parametrize(
    "values", ["1.875,2", "0.9375:1.875:2", "1.125", "0.500,0.750", "1.2,1.25"]
)
def test_three_decimals_are_decimals_where_not_all_values_look_like_thousands(values: str) -> None:
    assert len(design([f"cost.care.ips.difference={values}"])) >= 1


@pytest.mark.parametrize("values", ["1.000,2", "40.500,50.250", "40.500:50.250:3", "2,1.000.000"])
def test_a_point_that_may_mark_thousands_is_refused(values: str) -> None:
    with pytest.raises(ScenarioError, match=r"write (40500|1000|1000000)"):
        design([f"cost.care.ips.difference={values}"])
