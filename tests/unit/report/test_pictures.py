"""Pictures hold the numbers of the reports, and say in words what they show."""

from __future__ import annotations

import builders
import pytest
from pictured import ANALYSES, DRAWS, SCENARIO, findings, pictured

from ipscost.analysis.interval import Interval
from ipscost.errors import UndecidedError
from ipscost.report.cea.figures import figures as of_cea
from ipscost.report.charts import (
    Bars,
    Fan,
    Forest,
    GroupedBars,
    Icons,
    Lines,
    Panels,
    Scatter,
    Waterfall,
)
from ipscost.report.payers.report import payers
from ipscost.report.pictures import PICTURES, picture_of, pictures_of
from ipscost.report.pictures.accounts import MOST_BARS
from ipscost.report.pictures.decided import MOST_POINTS
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import NoPictureError
from ipscost.report.report import Figure
from ipscost.report.simulate.months import with_months
from ipscost.report.simulate.summary import summary
from ipscost.report.voi.report import voi
from ipscost.report.what_if.sensitivity import one_way
from ipscost.words.numbers import number as number_text
from ipscost.words.text import tell


def values(figures: tuple[Figure, ...], measure: str, arm: str = "") -> list[Interval]:
    """The numbers of a measure, of one arm or of any."""
    return [f.value for f in figures if f.measure == measure and arm in ("", f.arm)]


def test_a_waterfall_adds_up_to_the_saving_that_simulate_tells() -> None:
    chart = pictured("waterfall").chart
    assert isinstance(chart, Waterfall)
    told = summary(findings().run).figures
    leaves = [f.value.mean for f in told if f.measure == "saving" and f.level == "leaf"]
    total = next(f.value for f in told if f.measure == "saving" and f.level == "total")
    assert list(chart.amounts) == leaves
    assert chart.whole == total
    assert chart.levels[-1] == pytest.approx(total.mean)
    assert [row.cells[0] for row in pictured("waterfall").table.rows][-1] == total


def test_months_are_those_of_simulate() -> None:
    run = findings().run
    chart = pictured("months").chart
    assert isinstance(chart, Fan)
    told = with_months(summary(run), run).figures
    assert list(chart.courses[0].values) == values(told, "saving_so_far")


def test_payers_are_those_of_the_command() -> None:
    chart = pictured("payers").chart
    assert isinstance(chart, GroupedBars)
    scenario, settings = findings().scenario, findings().run.settings
    from ipscost.analysis.payers import names
    from ipscost.run import simulate

    told = payers(simulate(scenario, settings, courses=names(scenario))).figures
    assert list(chart.series[0].values) == values(told, "net_gain")
    assert list(pictured("payers").figures) == [f for f in told if f.measure == "net_gain"]


def test_the_plane_and_the_curves_are_those_of_cea() -> None:
    question = findings().cea
    told = tuple(of_cea(question))
    plane, curves = pictured("plane").chart, pictured("ceac").chart
    assert isinstance(plane, Scatter)
    assert isinstance(curves, Lines)
    (cloud,) = plane.clouds
    assert cloud.expected == (
        values(told, "incremental_effect")[0].mean,
        values(told, "incremental_cost")[0].mean,
    )
    assert len(cloud.points.x) == DRAWS
    assert plane.threshold is not None
    assert plane.threshold.at == 10000
    for line, arm in zip(curves.lines, ("ips", "usual"), strict=True):
        assert list(line.y) == [each.mean for each in values(told, "ceac", arm)]
    assert curves.spot is not None
    assert curves.spot.at == 10000


def test_of_very_many_draws_some_are_shown_evenly() -> None:
    found = picture_of("plane", findings(SCENARIO, 2 * MOST_POINTS + 1))
    assert isinstance(found.chart, Scatter)
    assert len(found.chart.clouds[0].points.x) == MOST_POINTS
    assert "1,000 of 2,001 draws" in tell(found.note, "en")
    drawn = [f.path for f in found.figures if f.level == "draw"]
    assert (drawn[0], drawn[-1]) == ("draw.1", "draw.2001")


def test_a_tornado_and_the_analyses_are_those_of_sensitivity() -> None:
    question = findings().question
    table = next(t for t in one_way(question).tables if t.name == "tornado")  # type: ignore[union-attr]
    tornado, analyses = pictured("tornado").chart, pictured("analyses").chart
    assert isinstance(tornado, Bars)
    assert isinstance(analyses, Forest)
    assert tornado.bars == table.chart.bars  # type: ignore[union-attr]
    base, dearer = analyses.intervals
    assert base is not None
    assert dearer is not None
    saving = findings().summary.comparisons[0].costs.total.saving
    assert saving is not None
    assert (base.mean, base.high) == pytest.approx((saving.mean, saving.high))
    assert dearer.mean == pytest.approx(base.mean - (900 - 560))


def test_what_is_worth_knowing_is_that_of_voi() -> None:
    found = findings()
    told = voi(found.research.question.decision).figures
    chart = pictured("evppi").chart
    assert isinstance(chart, GroupedBars)
    (bars,) = chart.series
    worth = [each for each in values(told, "evppi") if each.mean > 0]
    assert list(bars.values) == worth
    assert bars.values[-1] == values(told, "evpi")[0]


def test_an_icon_array_has_whole_people() -> None:
    chart = pictured("icons").chart
    assert isinstance(chart, Icons)
    assert [(group.count, group.of) for group in chart.groups] == [(60, 100), (40, 100)]


def test_each_arm_has_its_panel_on_the_picture() -> None:
    arms = builders.text(
        builders.CARE + "  ipse: unknown\n" + builders.PROGRAMME + "  ipse: {difference: 9}\n",
        arm=builders.THREE_ARMS,
    )
    found = pictured("waterfall", arms, 50)
    assert isinstance(found.chart, Panels)
    assert [tell(title, "en") for title in found.chart.titles] == ["IPS", "IPSE"]
    assert [len(row.cells) for row in found.table.rows] == [2] * len(found.table.rows)
    chart = found.chart.charts[1]
    assert isinstance(chart, Waterfall)
    assert chart.amounts == (None, -9.0)
    assert "*" in tell(found.alt, "en")  # what is not known of it is told


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize("name", PICTURES)
def test_words_carry_the_numbers_of_a_picture(name: str, language: str) -> None:
    found = pictured(name)
    alt = tell(found.alt, language)
    assert alt.endswith(".")
    assert tell(found.title, language)
    for number in TOLD.get(name, {}).get(language, ()):
        assert number in alt
    if name in ("waterfall", "payers"):
        for figure in found.figures:
            size = max(abs(each.value.mean) for each in found.figures)
            amount = number_text(figure.value.mean, figure.unit, language, sign=True, beside=size)
            assert amount in alt


TOLD = {
    "plane": {"en": ("+0.0200",), "da": ("+0,0200",)},
    "ceac": {"en": ("10,000 kr.",), "da": ("10.000 kr.",)},
    "icons": {"en": ("60 with IPS and 40",), "da": ("60 med IPS og 40",)},
    "evppi": {"en": ("kr. per person",), "da": ("kr. pr. person",)},
}


# --- what does not apply ---------------------------------------------------------------------

BARE = builders.text(builders.CARE.replace(", se: 100", "").replace(", se: 50", ""), months=1)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("months", "one month"),
        ("plane", "no outcome"),
        ("ceac", "no outcome"),
        ("evppi", "ci: [low, high]"),
        ("analyses", "analyses:"),
        ("icons", "unit: share"),
    ],
)
def test_a_picture_that_does_not_apply_says_why_and_what_to_do(name: str, why: str) -> None:
    with pytest.raises(NoPictureError) as error:
        pictured(name, BARE, 10)
    text = str(error.value)
    assert why in text
    assert ";" in text


def test_a_page_has_the_pictures_that_apply() -> None:
    found = findings(BARE, 10)
    assert [each.name for each in pictures_of(found)] == ["waterfall", "payers", "tornado"]
    assert [each.name for each in pictures_of(findings())] == [*PICTURES]


def test_no_draws_no_cloud() -> None:
    with pytest.raises(NoPictureError, match="draw to draw"):
        pictured("plane", SCENARIO, 0)


def test_few_draws_are_worth_no_information() -> None:
    with pytest.raises(NoPictureError, match="add --draws 10000"):
        pictured("evppi", SCENARIO, 50)


def test_an_unknown_cost_is_drawn_as_such_and_has_no_tornado() -> None:
    unknown = (
        SCENARIO.replace("ips: {difference: 560}", "ips: unknown")
        .replace("    source: study table 2\n", "    source: study table 2\n", 1)
        .replace(ANALYSES, "")
    )
    found = pictured("waterfall", unknown, 50)
    assert isinstance(found.chart, Waterfall)
    assert None in found.chart.amounts
    assert found.chart.whole is not None
    assert found.chart.whole.partial
    assert "*" in tell(found.note, "da")
    with pytest.raises(UndecidedError):
        pictured("tornado", unknown, 50)


def test_an_outcome_that_is_no_share_is_no_icon_array() -> None:
    with pytest.raises(NoPictureError, match="name one of: job"):
        pictured("icons", SCENARIO, DRAWS, "qaly")


def test_of_very_many_categories_the_others_are_one() -> None:
    category = builders.PROGRAMME.strip("\n")
    many = "\n".join(
        category.replace("programme:", f"p{place}:").replace(
            "difference: 120", f"difference: {place + 1}"
        )
        for place in range(500)
    )
    found = picture_of("waterfall", Findings(builders.run(builders.text(f"\n{many}\n"))))
    chart = found.chart
    assert isinstance(chart, Waterfall)
    assert len(chart.labels) == MOST_BARS + 1
    assert tell(chart.labels[-1], "en") == "Other, 480 categories"
    assert tell(chart.labels[-1], "da") == "Andet, 480 kategorier"
    assert chart.amounts[-1] == -sum(range(1, 481))
    assert chart.levels[-1] == -sum(range(1, 501))
