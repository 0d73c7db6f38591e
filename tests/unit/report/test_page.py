"""The page that people take away: what stands on it, and what is told where a scenario lacks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import builders
import pytest
from told import words

import ipscost
from ipscost.analysis.evidence import evidence_of, year_of
from ipscost.analysis.payers import names
from ipscost.formats import Page
from ipscost.formats.page import html
from ipscost.formats.page.sheets import sheets
from ipscost.formats.page.shown import safe_link
from ipscost.formats.page.slim import slim
from ipscost.report.page import one, several
from ipscost.report.page.document import (
    CommandLine,
    Data,
    Definitions,
    Document,
    FrontSign,
    Paragraph,
    Pictured,
    References,
)
from ipscost.report.page.material import Material
from ipscost.report.page.sections import SECTIONS
from ipscost.report.report import Table
from ipscost.words import LANGUAGES, has, say


def document(content: str, *settings: str, draws: int = 40, people: int | None = None) -> Document:
    return of(builders.load(content, *settings), draws, people)


def of(scenario: Any, draws: int = 40, people: int | None = None) -> Document:
    asked = ipscost.Settings(draws=draws)
    run = ipscost.simulate(scenario, asked, months=True, courses=names(scenario))
    return one.document(Material(run, people=people))


@pytest.fixture(scope="module")
def study() -> Document:
    return document(builders.STUDY, people=60)


@pytest.fixture(scope="module")
def trial() -> Document:
    """Two interventions, a model of states, transfers and an outcome of stated worth."""
    return of(ipscost.load("labour-market-ips"))


def sign(found: Document, place: int) -> tuple[list[tuple[str, str]], str]:
    """The values of a sign, and what stands below them, in English."""
    each: FrontSign = found.front.signs[place]
    return words(list(each.values)), words(each.below)


def texts(found: Document, name: str) -> list[str]:
    section = next(each for each in found.sections if each.name == name)
    return [words(block.text) for block in section.blocks if isinstance(block, Paragraph)]


UNKNOWN_OUTCOMES = [
    f"outcome.{each}.{arm}=unknown" for each in ("job", "hours") for arm in ("usual", "ips", "ipse")
]
COST, SAVING, EFFECT, CERTAINTY, EVIDENCE = range(5)


def test_every_section_has_a_title_and_its_place(trial: Document) -> None:
    order = [each.name for each in trial.sections]
    assert order == [
        n for n in SECTIONS if n not in ("stated", "budget", "persons")
    ]  # it states none
    assert order.index("assumed") == order.index("inputs") - 1  # not hidden at the end
    for language in LANGUAGES:
        told = [words(each.title, language) for each in trial.sections]
        assert len({*told}) == len(told)


def test_every_picture_has_words_and_every_table_a_caption(trial: Document) -> None:
    pictures = [block.picture for block in trial.blocks() if isinstance(block, Pictured)]
    shown = ["waterfall", "icons", "payers", "months", "tornado", "plane", "ceac"]
    assert [
        picture.name for picture in pictures
    ] == shown  # this file's analyses were not asked for
    tables = [block for block in trial.blocks() if isinstance(block, Data)]
    for language in LANGUAGES:
        for picture in pictures:
            assert re.search(r"\d", words(picture.alt, language)), picture.name
        assert all(sheet.title for table in tables for sheet in sheets(table, language))


def test_the_first_page_answers_in_five_signs(study: Document) -> None:
    place, below = sign(study, COST)
    assert place == [("", "+120 kr.")]
    assert "normal practice" in below
    assert sign(study, SAVING)[0] == [("", "180 kr.")]
    assert sign(study, EFFECT)[0] == [("", "60 of 100")]
    assert "40 of 100" in sign(study, EFFECT)[1]
    assert sign(study, CERTAINTY)[0] == [("", "over 97%")]  # 40 draws tell no more
    assert sign(study, EVIDENCE)[0] == [("", "5 of 5")]
    assert "10,800" in words(study.front.answer[-1])  # for 60 people


def test_a_share_of_people_is_rounded_as_on_paper() -> None:
    """46.5% are 47 of 100, as the trial has it."""
    found = of(ipscost.load("inklusion-ips"), draws=0)
    assert sign(found, EFFECT)[0] == [("", "60 of 100")]
    assert "47 of 100" in sign(found, EFFECT)[1]


def test_four_payers_stand_on_the_first_page(trial: Document) -> None:
    assert trial.front.table is not None
    (sheet,) = sheets(trial.front.table, "en")
    (body,) = sheet.bodies
    assert [line.cells[0].text for line in body] == ["+29,997", "+28,147", "+14,662", "+1,444"]
    assert [line.cells[0].behind for line in body] == ["*", "*", "", ""]
    told = [words(text) for text in trial.front.table_below]
    assert told == [say(f"page_{key}", "en") for key in ("star", "dash", "payers_one")]


def test_an_arm_that_is_not_known_is_not_told_as_0(trial: Document) -> None:
    assert sign(trial, COST)[0] == [
        ("IPS", "+6,897 kr."),
        ("IPSE", say("page_not_published", "en")),
    ]


PLAIN = """
care:
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {mean: 1000}
  ips: {mean: 800}
"""


def test_what_a_scenario_cannot_give_is_told() -> None:
    found = document(builders.text(PLAIN, months=1))
    lacking = ("page_place_none", "page_no_outcome", "page_not_known")
    told = [sign(found, place)[0][0][1] for place in (COST, EFFECT, CERTAINTY)]
    assert told == [say(key, "en") for key in lacking]
    assert texts(found, "outcomes") == [say("page_no_outcome_long", "en")]
    assert texts(found, "months") == [say("page_months_none", "en")]
    assert say("page_no_uncertainty", "en") in texts(found, "sure")
    assert texts(found, "analyses") == [say("page_no_analyses", "en")]
    assert words(found.front.holds) == (say("page_holds_none", "en"),)
    assert html(found, Page(language="da"))


def test_an_account_that_is_not_whole_claims_nothing() -> None:
    cost = builders.CARE + "rent:\n  kind: service\n  payer: region\n  unit: DKK_2024/person\n"
    cost += "  source: study\n  usual: {mean: 1}\n  ips: unknown\n"
    found = document(builders.text(cost))
    assert sign(found, SAVING)[0] == [("", say("page_not_known", "en"))]
    unknown = of(ipscost.load("tests/golden/three-arms.yaml", UNKNOWN_OUTCOMES))
    assert sign(unknown, EFFECT)[0] == [("", say("page_not_known", "en"))]
    assert say("page_no_tornado", "en") in texts(found, "sure")
    assert html(found, Page())


def test_every_input_stands_with_its_line(trial: Document) -> None:
    scenario = ipscost.load("labour-market-ips")
    section = next(each for each in trial.sections if each.name == "inputs")
    (data,) = (block for block in section.blocks if isinstance(block, Data))
    (sheet,) = sheets(data, "en")
    lines = [line for body in sheet.bodies for line in body]
    paths = {line.cells[5].text for line in lines}
    numbers = {number.path for number in (*scenario.quantities, *scenario.unknowns)}
    assert numbers | {"discount.cost", "discount.outcome", "outcome.qaly.threshold"} <= paths
    price = next(line for line in lines if line.cells[5].text == "cost.programme.ips")
    assert [cell.text for cell in price.cells[:2]] == ["+914", "EUR_2016/person"]
    assert price.cells[6].text == str(scenario.holders["cost.programme"].arms["ips"].span.line)
    assert "Net tax factor" in [words(row.label) for row in data.table.rows]


def test_what_authors_state_and_what_was_checked_stand_on_the_page() -> None:
    said = "reporting:\n  funding: {en: A fund <b>, da: En fond}\n  setting: One town\n"
    scenario = builders.load(builders.STUDY + said)
    found = {each.name: each for each in of(scenario).sections}
    (definitions,) = found["stated"].blocks
    assert isinstance(definitions, Definitions)
    assert [words(each.meaning) for each in definitions.items] == ["One town", "A fund <b>"]
    tables = [b.table for b in found["checked"].blocks if isinstance(b, Data)]
    assert [table.name for table in tables] == ["stress", "advishe"]  # nothing was published
    (cheers,) = (b.table for b in found["cheers"].blocks if isinstance(b, Data))
    assert isinstance(cheers, Table)
    assert len(cheers.rows) == 28
    keys = import_module("ipscost.loading.keys.schema_reporting").ReportingKeys.model_fields
    assert all(has(f"page_said_{key}") for key in keys)


def test_an_interval_has_a_column_for_each_end(study: Document) -> None:
    section = next(each for each in study.sections if each.name == "saving")
    data = next(block for block in section.blocks if isinstance(block, Data))
    for language, number in (
        ("en", r"[+-]?\d{1,3}(,\d{3})*%?"),
        ("da", r"[+-]?\d{1,3}(\.\d{3})*%?"),
    ):
        (sheet,) = sheets(data, language)
        heads = [heading.text for heading in sheet.headings]
        assert heads[4:6] == [say("page_low", language), say("page_high", language)]
        cells = [cell for body in sheet.bodies for line in body for cell in line.cells]
        assert all(re.fullmatch(f"{number}|-|", cell.text) for cell in cells)


def test_of_very_many_rows_the_largest_are_kept() -> None:
    row = "  kind: service\n  payer: region\n  unit: DKK_2024/person\n  source: study\n"
    row += "  usual: {{mean: 1000}}\n  ips: {{difference: {0}}}\n"
    cost = "".join(f"c{place}:\n{row.format(-place)}" for place in range(160))
    run = ipscost.simulate(builders.load(builders.text(cost)), ipscost.Settings(draws=0))
    (table, *_) = Material(run).summary.tables
    (sheet,) = sheets(Data(table), "en")
    assert sheet.left_out == 10
    labels = [line.label for line in sheet.bodies[0]]
    assert {"C159", "C10"} <= {*labels}
    assert "C9" not in labels
    assert [line.label for line in sheet.bodies[-1]][-1] == "Total"


def test_a_record_has_the_command_that_makes_the_page_again() -> None:
    found = document(builders.STUDY, "cost.care.usual.mean=900", draws=10, people=60)
    (command,) = (block for block in found.blocks() if isinstance(block, CommandLine))
    (line,) = command.lines
    for language in LANGUAGES:
        told = words(line, language)
        assert told.startswith("ipscost report ")
        assert told.endswith(
            "study.yaml --set cost.care.usual.mean=900 --draws 10 --seed 1 --people 60 "
            f"--lang {language} -o page.html"
        )


def test_the_first_page_says_what_each_intervention_is(trial: Document, study: Document) -> None:
    told = {words(each.term, "da"): words(each.meaning, "da") for each in trial.front.facts}
    assert [*told][-3:] == ["IPS", "IPSE", "Nyeste evidens"]
    assert told["IPS"].startswith("individuelt planlagt job med støtte")
    assert "IPS" not in [words(each.term, "da") for each in study.front.facts]  # without a note


def test_the_styles_of_a_picture_are_its_own_and_none_that_a_text_has() -> None:
    text = '<text style="fill:red">x style="}body{display:none}"</text>'
    small = slim(f'<svg><style type="text/css">*{{}}</style>{text}{text}</svg>', "a")
    assert "<style>.a0{" in small
    assert ".a1{fill:red}</style>" in small
    assert small.count('<text class="a1">x style="}body{display:none}"</text>') == 2


def test_only_addresses_of_the_web_are_links(study: Document) -> None:
    (references,) = (block for block in study.blocks() if isinstance(block, References))
    assert [each.link for each in references.items] == ["https://example.org"]
    assert safe_link("https://doi.org/10.1/x")
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//x",
        "https:",
        "ftp://x",
        "https://[",
    ):
        assert safe_link(address) == ""


@pytest.mark.parametrize(
    ("cite", "year"),
    [
        ("Park AL. European Psychiatry 2022;65(1):e51", 2022),
        ("Smith J. J Ment Health 2014;23:2001-2012. doi 10.1000/2030.1999", 2014),
        ("Costs from 1990-2010 (2012)", 2012),
        ("A press release of 09-02-2021", 2021),
        ("A report", None),
    ],
)
def test_the_year_of_a_source_is_read_in_its_reference(cite: str, year: int | None) -> None:
    assert year_of(cite) == year


def test_evidence_is_that_of_the_numbers() -> None:
    found = evidence_of(ipscost.load("inklusion-ips"))
    assert dict(found.counts) == {
        "verified": 2,
        "secondary": 9,
        "abstract": 0,
        "derived": 1,
        "assumed": 0,
    }
    assert found.newest is not None
    assert (found.newest.name, found.year) == ("park2022", 2022)


def compared(files: Sequence[str]) -> Document:
    scenarios = [ipscost.load(file) for file in files]
    runs = [ipscost.simulate(each, ipscost.Settings(draws=40)) for each in scenarios]
    return several.document([Material(run) for run in runs])


def test_several_scenarios_stand_side_by_side_and_say_why_they_differ() -> None:
    found = compared(["examples/municipality.yaml", "examples/municipality-dearer.yaml"])
    order = [each.name for each in found.sections]
    assert order[:3] == ["compare", "why", "assumed"]
    assert order[-2:] == ["record", "glossary"]
    assert {"saving-1", "saving-2", "inputs-1", "inputs-2"} <= {*order}
    assert [label for label, _ in sign(found, SAVING)[0]] == ["municipality", "municipality-dearer"]
    page = html(found, Page())
    names_of = re.findall(r' id="([^"]+)"', page)
    assert len(names_of) == len({*names_of})
