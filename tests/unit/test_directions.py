"""Whether more or less of an outcome is better, as its words say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipscost.directions import LESS_IS_BETTER, MORE_IS_BETTER, known

PAGE = (Path(__file__).parents[2] / "docs" / "file-format.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        *("dalys", "DALYs", "deaths", "Døde inden år 10", "Mortality at one year", "admissions"),
        *("Indlæggelser til psykiatrisk afdeling", "bed_days", "Sengedage", "Days in hospital"),
        *("months_on_benefit", "Months on cash benefit", "Måneder på ydelse over ti år"),
        *("relapses", "life years lost", "Side effects", "unemployment", "sygefravær"),
    ],
)
def test_less_of_a_burden_is_better(text: str) -> None:
    assert known([text]) == "lower"


@pytest.mark.parametrize(
    "text",
    [
        *("qaly", "QALYs gained since the start", "Weeks in a job over ten years", "effect", "e"),
        *("I arbejde efter 10 år", "deaths averted", "Undgåede indlæggelser", "relapse-free"),
        *("Life years", "Benefit", "utility", "Leveår", "Alive after five years"),
    ],
)
def test_more_of_a_good_is_better(text: str) -> None:
    assert known([text]) == "higher"


@pytest.mark.parametrize(
    "text",
    [
        *("score", "outcome", "hours", "Weeks without a job", "Uger uden arbejde", "unsafe"),
        *("Time to relapse", "Uger til job", "Weeks out of work", "No deaths", "job loss"),
    ],
)
def test_words_that_do_not_tell_leave_it_open(text: str) -> None:
    assert known([text]) is None


def test_texts_that_disagree_leave_it_open() -> None:
    assert known(["weeks", "Weeks in a job", "Uger i job"]) == "higher"
    assert known(["work", "Weeks without a job"]) is None
    assert known(["deaths", "Deaths averted"]) is None


def test_each_known_word_is_in_the_documentation() -> None:
    """With æ, ø and å for the letters that headings of files have instead."""
    letters = {"æ": "ae", "ø": "oe", "å": "aa"}
    page = re.sub("[æøå]", lambda found: letters[found[0]], " ".join(PAGE.lower().split()))
    missing = [word for word in (*LESS_IS_BETTER, *MORE_IS_BETTER) if word not in page]
    assert not missing
