"""What differs between two scenarios is found, switched one at a time, and adds up."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import builders
import pytest
from told import told, words

import ipscost
from ipscost import Run, Settings
from ipscost.analysis.compare.cases import ComparedArm, cases_of
from ipscost.analysis.compare.inputs import Explanation, explain_gap
from ipscost.analysis.compare.switching import within
from ipscost.formats.cells import grid
from ipscost.formats.tidy import tidy
from ipscost.report.compare.report import compare as _compare
from ipscost.report.compare.sides import apart as _apart
from ipscost.report.report import Row, Table
from ipscost.scenario.nouns import Timing

compare, apart = told(_compare), told(_apart)

COST = builders.CARE + builders.PROGRAMME + builders.HOSPITAL + builders.BENEFITS
PLAIN = builders.text(COST, outcome=builders.JOB)


def run(name: str, content: str) -> Run:
    scenario = dataclasses.replace(builders.load(content), name=name, file=f"{name}.yaml")
    return ipscost.simulate(scenario, Settings(draws=0))


def pair(base: str, other: str) -> tuple[ComparedArm, ComparedArm]:
    """The two columns of two scenarios."""
    (one, two), _ = cases_of([run("a", base), run("b", other)])
    return one, two


def explained(base: str, other: str) -> Explanation:
    """Why two scenarios differ; what is switched together is always the whole difference."""
    one, two = pair(base, other)
    found = explain_gap(one, two)
    assert found.together == pytest.approx(two.saving.point - one.saving.point, abs=1e-9)
    return found


def changes(found: Explanation) -> dict[str, float]:
    return {each.path: round(c, 6) for each, c in zip(found.inputs, found.changes, strict=True)}


def kinds(found: Explanation) -> dict[str, str]:
    return {each.path: each.what for each in found.inputs}


def test_scenarios_that_say_the_same_differ_in_nothing() -> None:
    found = explained(PLAIN, PLAIN.replace("A test", "Another title"))
    assert found.inputs == ()
    assert found.together == found.interaction == 0
    # 4 of the frame; numbers 2 + 1 + 3 + 2 + 2 + 2; timings 6; kind and payer of 5 categories
    assert found.same == 4 + 12 + 6 + 10


def test_one_number_explains_the_whole() -> None:
    found = explained(PLAIN, PLAIN.replace("difference: 120", "difference: 200"))
    assert changes(found) == {"cost.programme.ips": -80}
    assert found.interaction == 0


def test_a_price_and_a_use_interact() -> None:
    other = PLAIN.replace("mean: 100, unit: DKK_2024/day", "mean: 150, unit: DKK_2024/day")
    other = other.replace("ratio: 0.5, se: 0.1", "ratio: 0.25, se: 0.1")
    found = explained(PLAIN, other)
    assert changes(found) == {
        "cost.hospital.ward.price": 200,
        "cost.hospital.ward.use.ips": 200,
    }
    assert found.interaction == pytest.approx(100)
    assert found.together == pytest.approx(500)


def test_the_largest_comes_first() -> None:
    other = PLAIN.replace("difference: 120", "difference: 130")
    other = other.replace("difference: -300", "difference: -200")
    found = explained(PLAIN, other)
    assert list(changes(found)) == ["cost.care.ips", "cost.programme.ips"]


def test_another_uncertainty_explains_nothing_of_the_mean() -> None:
    found = explained(PLAIN, PLAIN.replace("-300, se: 50", "-300, se: 90"))
    assert kinds(found) == {"cost.care.ips": "sure"}
    assert changes(found) == {"cost.care.ips": 0}


def test_another_reference_level_changes_what_is_a_ratio_to_it() -> None:
    found = explained(PLAIN, PLAIN.replace("mean: 8, se: 1", "mean: 10, se: 1"))
    assert changes(found) == {"cost.hospital.ward.use.usual": 100}
    found = explained(PLAIN, PLAIN.replace("mean: 1000, se: 100", "mean: 2000, se: 100"))
    assert changes(found) == {"cost.care.usual": 0}


def test_a_category_of_one_scenario_alone_is_one_input() -> None:
    smaller = builders.text(builders.CARE + builders.HOSPITAL, outcome=builders.JOB)
    found = explained(PLAIN, smaller)
    assert kinds(found) == {"cost.programme": "dropped", "cost.benefits": "dropped"}
    assert changes(found) == {"cost.programme": 120, "cost.benefits": 0}
    found = explained(smaller, PLAIN)
    assert kinds(found) == {"cost.programme": "added", "cost.benefits": "added"}
    assert changes(found) == {"cost.programme": -120, "cost.benefits": 0}


def test_scenarios_without_a_common_category() -> None:
    found = explained(builders.text(builders.CARE), builders.text(builders.GAIN))
    assert changes(found) == {"cost.gain": 600, "cost.care": -300}


def test_a_category_stated_otherwise_is_one_input() -> None:
    other = PLAIN.replace("ips: {difference: -300, se: 50}", "ips: {mean: 600, se: 50}")
    found = explained(PLAIN, other)
    assert kinds(found) == {"cost.care": "form"}
    assert changes(found) == {"cost.care": 100}
    (each,) = found.inputs
    assert each.other is not None
    assert (
        apart(each.base, each.other)[1]
        == "usual 1000 DKK_2024/person, se 100; ips 600 DKK_2024/person, se 50"
    )


def test_an_amount_a_month_instead_of_over_the_horizon() -> None:
    monthly = builders.CARE.replace("/person", "/person/month").replace("-300", "-100")
    found = explained(builders.text(), builders.text(monthly))
    assert kinds(found) == {"cost.care": "form"}
    assert changes(found) == {"cost.care": 100}


def test_kind_and_payer() -> None:
    found = explained(PLAIN, PLAIN.replace("kind: transfer", "kind: service"))
    assert changes(found) == {"cost.benefits.kind": 1000}
    shares = PLAIN.replace("{municipality: 0.8, region: 0.2}", "{municipality: 0.5, region: 0.5}")
    assert changes(explained(PLAIN, shares)) == {"cost.benefits.payer": 0}
    seen = [text.replace("societal", "municipality") for text in (PLAIN, shares)]
    assert changes(explained(*seen)) == {"cost.benefits.payer": -300}


def test_discounting_and_timing() -> None:
    care = builders.text(builders.CARE + "  timing: {months: [1, 1]}\n")
    found = explained(builders.text(), care)
    assert changes(found) == {"cost.care.timing": 0}
    (each,) = found.inputs
    assert each.base is not None
    assert each.other is not None
    assert apart(each.base, each.other) == (
        "months [1, 4]",
        "months [1, 1]",
    )
    rate = care.replace("{cost: 0,", "{cost: 0.1,")
    found = explained(builders.text(), rate)
    assert set(changes(found)) == {"cost.care.timing", "discount.cost"}
    assert found.interaction > 0


def test_horizon_and_perspective_where_they_are_allowed() -> None:
    monthly = builders.text(builders.HOSPITAL)
    longer = builders.text(builders.HOSPITAL, months=6, perspective="region")
    found = explained(monthly, longer)
    assert changes(found) == {"horizon.months": -20, "perspective": 10}
    assert found.interaction == pytest.approx(5)


def test_arms_of_other_names_are_matched_by_their_part() -> None:
    other = PLAIN.replace("  ips: {label", "  ipse: {label").replace("  ips: {", "  ipse: {")
    other = other.replace("usual:", "sau:").replace("difference: 120", "difference: 100")
    found = explained(PLAIN, other)
    assert changes(found) == {"cost.programme.ips": 20}


def test_two_arms_of_one_scenario() -> None:
    cost = builders.CARE + "  ipse: {difference: -100, se: 50}\n"
    three = run("a", builders.text(cost, arm=builders.THREE_ARMS))
    (one, two), _ = cases_of([three])
    found = explain_gap(one, two)
    assert changes(found) == {"cost.care.ips": -200}


def test_other_money_is_told_with_what_it_is_worth() -> None:
    base = builders.text(builders.CARE.replace("DKK_2024", "EUR_2016"), money="DKK_2017")
    other = builders.text(builders.CARE.replace("DKK_2024", "DKK_2016"), money="DKK_2017")
    found = explained(base, other)
    each = next(each for each in found.inputs if each.path == "cost.care.ips")
    text, _ = apart(each.base, each.other)
    assert text == "difference -300 EUR_2016/person = -2263.85 DKK_2017/person, se 50"


def test_outcomes_are_listed_and_explain_nothing() -> None:
    found = explained(PLAIN, PLAIN.replace("events: 60", "events: 66"))
    assert changes(found) == {"outcome.job.ips": 0}
    report = compare([run("a", PLAIN), run("b", PLAIN.replace("60,", "66,"))], inputs=True)
    assert any(note.startswith("Inputs of outcomes explain none") for note in report.notes)


def test_the_line_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(PLAIN, encoding="utf-8")
    variant = "ipscost: 1\ntitle: Dearer\nextends: base.yaml\ncost:\n  programme:\n"
    variant += "    ips: {difference: 200, assumption: ours}\n"
    (tmp_path / "dearer.yaml").write_text(variant, encoding="utf-8")
    runs = [
        ipscost.simulate(ipscost.load(tmp_path / name), Settings(draws=0))
        for name in ("base.yaml", "dearer.yaml")
    ]
    report = compare(runs, inputs=True)
    line = PLAIN.splitlines().index("    ips: {difference: 120}") + 1
    rows = [row for row in tidy(report) if row["measure"] == "input"]
    assert [(row["scenario"], row["label"], row["mean"]) for row in rows] == [
        ("base", f"{tmp_path}/base.yaml:{line}", 120),
        ("dearer", f"{tmp_path}/dearer.yaml:6", 200),
    ]
    shown = [cells for _, cells in grid(report.tables[-1], "en").lines]
    assert ("cost.programme.ips", "", "-80") in shown
    assert ("…/dearer.yaml:6", "Dearer: difference 200 DKK_2024/person", "") in shown


def test_what_the_command_line_set_has_no_line() -> None:
    base = builders.load(PLAIN)
    other = builders.load(PLAIN, "cost.programme.ips.difference=90")
    (one, two), _ = cases_of(
        [
            ipscost.simulate(dataclasses.replace(each, name=name), Settings(draws=0))
            for name, each in (("a", base), ("b", other))
        ]
    )
    (each,) = explain_gap(one, two).inputs
    assert each.other is not None
    assert each.other.place == "--set"


def test_the_parts_and_the_interaction_sum_to_the_whole() -> None:
    other = PLAIN.replace("mean: 100, unit", "mean: 150, unit").replace("mean: 8,", "mean: 4,")
    report = compare([run("a", PLAIN), run("b", other)], inputs=True)
    rows = [row for row in tidy(report) if row["measure"] == "explained"]
    leaves = sum(row["mean"] for row in rows if row["level"] == "leaf")
    (total,) = [row["mean"] for row in rows if row["level"] == "total"]
    assert leaves == pytest.approx(total)
    assert any(note.startswith("Interaction:") for note in report.notes)
    labels = [cells[0] for _, cells in grid(report.tables[-1], "en").lines]
    assert labels[-2:] == ["Interaction", "All together"]


def test_no_interaction_is_said() -> None:
    other = PLAIN.replace("difference: 120", "difference: 200")
    report = compare([run("a", PLAIN), run("b", other)], inputs=True)
    labels = [cells[0] for _, cells in grid(report.tables[-1], "en").lines]
    assert "Interaction" not in labels
    assert any(note.startswith("No interaction") for note in report.notes)


@pytest.mark.parametrize(
    ("timing", "months", "weights"),
    [
        (Timing((0.5, 0.5), "uniform", 1, 2, False, False), 4, (0.25,) * 4),
        (Timing((1.0, 1.0), "uniform", 1, 2, True, False), 3, (1.0, 1.0, 1.0)),
        (Timing((0.5, 0.5, 0, 0), "months", 1, 2, False, True), 3, (0.5, 0.5, 0.0)),
        (Timing((0, 0, 0.5, 0.5), "months", 3, 4, False, True), 2, (0.0, 1.0)),
        (Timing((0.0, 1.0), "end", 1, 2, False, False), 3, (0.0, 0.0, 1.0)),
        (Timing((0.75, 0.25), "weights", 1, 2, False, True), 3, (0.75, 0.25, 0.0)),
        (Timing((0.75, 0.25), "weights", 1, 2, False, True), 1, (1.0,)),
        (Timing((0.0, 1.0), "weights", 1, 2, False, True), 1, (1.0,)),
    ],
)
def test_a_timing_is_brought_to_other_months(
    timing: Timing, months: int, weights: tuple[float, ...]
) -> None:
    assert within(timing, months).weights == weights


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("a/b.yaml:7", "a/b.yaml:7"),
        (
            "/a/very/long/folder/somewhere/examples/study.yaml:128",
            "…/somewhere/examples/study.yaml:128",
        ),
        (f"/a/{'x' * 60}.yaml:128", f"…{'x' * 28}.yaml:128"),
    ],
)
def test_a_long_place_is_shortened_from_the_left_and_keeps_its_line(place: str, shown: str) -> None:
    labels = []
    for style in ("place", ""):
        table = Table("", "", (), (Row("", place, (), style=style),))
        labels.append(words(table).rows[0].label)
    assert labels == [shown, place]


# --- models ------------------------------------------------------------------------------------

VARIANTS = {
    "a number": (
        "model: {transition: {job: {benefit: {ips: {hazard_ratio: 0.8, assumption: x}}}}}",
        {"model.transition.job.benefit.ips"},
    ),
    "a shared number": (
        "number: {hours: {mean: 20, unit: hour/person/week, assumption: x}}",
        {"number.hours"},
    ),
    "the cycle": ("model: {cycle: week}", {"model"}),
    "a ladder": (
        "ladder: {reimbursement: {weeks_at_start: {mean: 10, unit: week, assumption: x}}}",
        {"ladder.reimbursement"},
    ),
}


LABOUR = Path(__file__).parents[3] / "scenarios/labour-market-ips.yaml"
COUNTS = (
    "    education: {{counts: {{education: {stay}, benefit: {leave}}}, source: christensen2019}}\n"
)


def labour(folder: Path, name: str, more: str) -> Run:
    """The labour-market scenario, as the municipality sees it, with `more`."""
    content = f"ipscost: 1\nextends: {LABOUR}\ntitle: {name}\nperspective: municipality\n{more}\n"
    (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return ipscost.simulate(ipscost.load(folder / f"{name}.yaml"), Settings(draws=0))


def counted(folder: Path, name: str, stay: int, leave: int) -> Run:
    """The labour-market scenario with persons counted who leave education."""
    text = LABOUR.read_text(encoding="utf-8")
    start = text.index("    education:\n      benefit:\n        label:")
    end = text.index("    job:\n      benefit:")
    content = text[:start] + COUNTS.format(stay=stay, leave=leave) + text[end:]
    content = content[: content.index("\nreproduces:")] + "\n"
    (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    return ipscost.simulate(ipscost.load(folder / f"{name}.yaml"), Settings(draws=0))


def moved(start: ComparedArm, end: ComparedArm) -> set[str]:
    """What differs between two columns, once its parts are seen to sum to the whole."""
    found = explain_gap(start, end)
    assert found.together == pytest.approx(end.saving.point - start.saving.point, abs=1e-6)
    return {each.path for each in found.inputs}


@pytest.mark.parametrize("kind", VARIANTS)
@pytest.mark.parametrize("arm", ["ips", "ipse"])
def test_variants_of_a_model_are_explained_in_full(tmp_path: Path, kind: str, arm: str) -> None:
    stated, paths = VARIANTS[kind]
    runs = labour(tmp_path, "base", ""), labour(tmp_path, "variant", stated)
    one, two = cases_of(runs, [arm])[0]
    expected = paths if arm == "ips" or kind != "a number" else set()
    assert moved(one, two) == moved(two, one) == expected


def test_counts_that_differ_are_explained_in_full(tmp_path: Path) -> None:
    stated = labour(tmp_path, "stated", "")
    few, many = counted(tmp_path, "few", 95, 5), counted(tmp_path, "many", 80, 20)
    one, two = cases_of([few, many], ["ips"])[0]
    start = "model.transition.education.counts"
    assert moved(one, two) == moved(two, one) == {f"{start}.education", f"{start}.benefit"}
    one, two = cases_of([stated, few], ["ips"])[0]
    assert "model" in moved(one, two) & moved(two, one)
