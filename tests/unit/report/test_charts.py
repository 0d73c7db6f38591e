"""Charts hold numbers; a format draws them."""

from __future__ import annotations

import builders
import pytest
from told import told, words

from ipscost.analysis.what_if.question import ask
from ipscost.analysis.what_if.tornado import tornado
from ipscost.formats.bars import WIDTH, drawn, with_bars
from ipscost.formats.cells import in_words
from ipscost.report.charts import HIGH, LOW, NOTHING, ZERO, Bars, Series, TornadoBar, Waterfall
from ipscost.report.report import Column, Report, Row, Table
from ipscost.report.what_if.sensitivity import one_way
from ipscost.words.text import say


def chart(*bars: TornadoBar, now: float, scale: tuple[float, float]) -> Bars:
    return Bars(("a",) * len(bars), bars, now, scale, "DKK_2024/person")


@pytest.mark.parametrize(
    ("bar", "now", "scale", "expected"),
    [
        (TornadoBar((4, 8), (8, 16)), 8, (0, 16), NOTHING * 4 + LOW * 4 + HIGH * 8),
        (TornadoBar((8, 12), (0, 8)), 8, (0, 16), HIGH * 8 + LOW * 4 + NOTHING * 4),
        # a fall on both sides: the shorter stands before the longer
        (TornadoBar((4, 8), (0, 8)), 8, (0, 16), HIGH * 4 + LOW * 4 + NOTHING * 8),
        # too short for a character: one beside the answer now, on the side of the longer part
        (TornadoBar((7.9, 8), (8, 8.2)), 8, (0, 16), NOTHING * 8 + HIGH + NOTHING * 7),
        (TornadoBar((7.7, 8), (8, 8.2)), 8, (0, 16), NOTHING * 7 + LOW + NOTHING * 8),
        # zero inside the scale
        (
            TornadoBar((-4, 0), (0, 4)),
            0,
            (-8, 8),
            NOTHING * 4 + LOW * 4 + ZERO + HIGH * 3 + NOTHING * 4,
        ),
    ],
)
def test_a_bar_is_drawn_on_the_scale_of_its_chart(
    bar: TornadoBar, now: float, scale: tuple[float, float], expected: str
) -> None:
    assert len(expected) == WIDTH
    assert drawn(bar, chart(bar, now=now, scale=scale)) == expected


def test_the_chart_of_a_tornado_holds_the_answers_towards_each_end() -> None:
    question = ask(builders.run(builders.text(builders.CARE + builders.PROGRAMME)))
    swings = tornado(question).bars["ips"]
    table = told(lambda: one_way(question))().tables[0]
    found = table.chart
    assert isinstance(found, Bars)
    assert (found.now, found.unit) == (swings[0].now, "DKK_2024/person")
    assert found.scale == (swings[0].answer_high, swings[0].answer_low)
    assert found.bars[0] == TornadoBar((180, swings[0].answer_low), (swings[0].answer_high, 180))
    assert [row.cells[-1] for row in table.rows] == list(found.bars)


def test_a_table_keeps_its_bars_as_numbers_until_they_are_drawn() -> None:
    bar = TornadoBar((0, 8), (8, 16))
    picture = chart(bar, now=8, scale=(0, 16))
    row = Row("a", "A", (bar,))
    table = Table("", "", (Column("", style="bar"),), (row,), chart=picture)
    assert words(table).rows[0].cells == (bar,)
    assert with_bars(table).rows[0].cells == (LOW * 8 + HIGH * 8,)
    assert with_bars(table).chart == picture


def test_the_labels_of_a_chart_are_told_in_the_language_of_the_report() -> None:
    picture = Bars((say("saving"),), (TornadoBar((0, 1), (1, 2)),), 1, (0, 2), "DKK_2024/person")
    report = Report("", (), (Table("", "", (), (), chart=picture),), (), {})
    found = in_words(report, "da").tables[0].chart
    assert isinstance(found, Bars)
    assert found.labels == ("Besparelse",)
    assert found.bars == picture.bars


def test_points_that_lack_a_value_are_refused() -> None:
    with pytest.raises(ValueError, match="3 values of x have 2 of y"):
        Series("cost", (1, 2, 3), (1, 2))


def test_a_waterfall_stands_where_its_amounts_lead() -> None:
    found = Waterfall(("care", "programme"), (-300, 120), "DKK_2024/person", start=1000)
    assert found.levels == (1000, 700, 820)
