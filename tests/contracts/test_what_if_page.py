"""The numbers that a reader of a page can change: the page gives what a new run would give."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import builders
import numpy as np
import pytest

from ipscost import Scenario
from ipscost.analysis.what_if.live import live
from ipscost.analysis.what_if.question import ask
from ipscost.cli import main
from ipscost.formats import Page
from ipscost.formats.page import HERE, html
from ipscost.formats.page.what_if import data, script
from ipscost.loading import build, read
from ipscost.report.page.document import Document, Front, Section
from ipscost.report.what_if.sliders import Sliders, what_if
from ipscost.rounding import OERE
from ipscost.run import simulate
from ipscost.settings import Settings
from ipscost.words.text import say

NONE = Settings(draws=0)
SHIPPED = ("inklusion-ips", "inklusion-ipse", "labour-market-ips", "ips-ten-years")
STATES = "examples/states.yaml"
POINTS, BUILT = 50, 5
"""Random values, and how many of these a changed scenario is built and run for."""
SAVINGS = """values => {
  const block = document.querySelector("[data-what-if]");
  return values.map(each => block.savings(each));
}"""
FRONT = Front((), (), (), None, "", None, (), (), ())


def block(scenario: Scenario, people: int = 1) -> Sliders:
    """The what-if of a scenario, of the numbers by rule."""
    found = live(ask(simulate(scenario, NONE)))
    assert found is not None
    return what_if(found, people)


def page(found: Sliders, language: str = "en", *, live: bool = True) -> str:
    """A page with a what-if alone."""
    sections = (Section("what_if", say("page_what_if_title"), (found,)),)
    document = Document("test", "test", FRONT, sections, "0")
    return html(document, Page(language=language), live=live)


@pytest.fixture(scope="module")
def opened(chromium: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A function that opens a what-if in the browser; a message of the browser is a failure."""
    folder = tmp_path_factory.mktemp("pages")
    context = chromium.new_context()
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))

    def open_(found: Sliders, language: str = "en") -> Any:
        assert not told
        file = Path(folder) / "page.html"
        file.write_text(page(found, language), encoding="utf-8")
        tab.goto(file.as_uri())
        assert not told
        return tab

    yield open_
    assert not told
    context.close()


@pytest.mark.programs
@pytest.mark.parametrize("name", [*SHIPPED, STATES])
def test_at_random_values_the_page_gives_the_saving_of_a_new_run(name: str, opened: Any) -> None:
    reading = read(name)
    scenario = build(reading)
    found = block(scenario)
    rng = np.random.default_rng(15)
    values = [
        [
            float(rng.choice(one.input.stops))
            if one.input.is_grid
            else float(rng.uniform(one.input.low, one.input.high))
            for one in found.sliders
        ]
        for _ in range(POINTS)
    ]
    answers = opened(found).evaluate(SAVINGS, values)
    told = np.array([[arm["total"] for arm in answer] for answer in answers])
    question = ask(simulate(scenario, NONE))
    columns = dict(zip([one.path for one in found.sliders], np.array(values).T, strict=True))
    assert np.abs(told - question.answers(columns).T).max() < OERE
    for row, own in zip(values[:BUILT], answers, strict=False):
        changes = [
            one.setting.replace("@", repr(value))
            for one, value in zip(found.sliders, row, strict=True)
        ]
        point = simulate(build(reading, changes), NONE, outcomes=False).point
        for arm, shown in zip(found.answers, own, strict=True):
            cost = point.difference(arm.arm)[:, 0]
            assert abs(shown["total"] + cost @ point.weight(scenario.perspective)) < OERE, changes
            for payer, saved in zip(arm.payers, shown["payers"], strict=True):
                place = [*scenario.payers].index(payer.path.removeprefix("payer."))
                assert abs(saved + cost @ point.payer_share[:, place]) < OERE, (payer, changes)
            assert abs(sum(shown["categories"]) - shown["total"]) < OERE, changes
            for category, saved in zip(arm.categories, shown["categories"], strict=True):
                if category.path in point.categories:  # and not all others together
                    place = point.categories.index(category.path)
                    counted = point.weight(scenario.perspective)[place]
                    assert abs(saved + cost[place] * counted) < OERE, (category, changes)


STUDY = builders.text(
    builders.CARE + builders.PROGRAMME.replace("Programme", "<script>alert(1)</script>"),
    discount="{cost: 0.03, outcome: 0.02}",
    months=24,
)


@pytest.fixture(scope="module")
def study() -> Sliders:
    return block(builders.load(STUDY), people=60)


def text(tab: Any, selector: str) -> str:
    return str(tab.locator(selector).first.text_content())


@pytest.mark.programs
def test_keys_fields_and_the_button_change_the_answer(study: Sliders, opened: Any) -> None:
    tab = opened(study, "da")
    before = text(tab, "[data-answer]")
    assert "174,78 kr. pr. person" in before
    assert before.endswith("For 60 personer er det 10.486,96 kr.")
    assert study.sliders[1].path == "cost.care.ips"
    tab.locator("[data-range='1']").focus()
    tab.keyboard.press("ArrowLeft")
    moved = text(tab, "[data-answer]")
    assert moved != before
    slider = tab.locator("[data-range='1']")
    assert slider.get_attribute("aria-valuetext").startswith("-305 kr.")
    tab.locator("input[data-value='1']").fill("-301.5")
    assert "-301.5" in text(tab, "[data-command]")
    tab.locator("input[data-value='1']").fill("5000")
    assert tab.locator("input[data-value='1']").get_attribute("aria-invalid") == "true"
    assert re.search(r"Skriv et tal fra -\d", text(tab, "#what_if-1-1-value-wrong"))
    tab.locator("[data-people]").fill("1.5")
    assert "helt antal" in text(tab, "#what_if-1-people-wrong")
    tab.locator("[data-reset]").click()
    assert text(tab, "[data-answer]") == before
    assert text(tab, "[data-command]") == study.command
    tab.locator("[data-said]", has_text=before).wait_for(state="attached")  # it is read aloud


@pytest.mark.programs
def test_a_label_is_text_wherever_it_stands(study: Sliders, opened: Any) -> None:
    content = page(study)
    assert "<script>alert" not in content
    assert "\\u003cscript\\u003ealert(1)" in content
    assert opened(study).locator("label", has_text="<script>alert(1)</script>").count() >= 1
    assert "</" not in script({"label": "</script><!--\u2028"})


def test_paper_has_the_table_and_no_control(study: Sliders) -> None:
    content = page(study, live=False)
    assert "data-what-if" not in content
    assert "<script" not in content
    assert study.tables[0].rows[0].cells[2] == study.tables[0].rows[1].cells[2]
    assert content.count('<th scope="row"') == len(study.sliders)


def test_the_record_of_a_page_names_the_numbers_that_were_asked_for(folder: Path) -> None:
    asked = ["--what-if", "cost.care.ips=-400:0.5"]
    assert main(["report", "study.yaml", "--draws", "0", *asked, "-o", "page.html"]) == 0
    content = (folder / "page.html").read_text(encoding="utf-8")
    assert f"{' '.join(asked)} --lang en -o page.html" in content
    assert content.count('<input type="range"') == 1


def test_the_script_is_small_and_the_numbers_have_room() -> None:
    assert (HERE / "what_if.js").stat().st_size <= 10_000
    states = block(build(read("examples/states.yaml")))
    assert len(script(data(states, "en"))) <= 55_000
