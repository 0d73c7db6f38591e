"""What readers see is in both languages: words, texts of the shipped scenarios, whole results."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from told import told

import ipscost
from ipscost import Report, Run, Scenario, Settings
from ipscost.analysis.calibrate.calibrated import calibrated
from ipscost.analysis.decisions import decision_of
from ipscost.analysis.payers import names
from ipscost.analysis.voi import Population
from ipscost.analysis.what_if.question import Question, ask
from ipscost.analysis.what_if.two_way import GridSide
from ipscost.errors import ScenarioError
from ipscost.formats.cells import grid
from ipscost.loading.text.shipped import template
from ipscost.report.calibrate.report import report as _calibration
from ipscost.report.cea.report import cea as _cea
from ipscost.report.compare.report import compare as _compare
from ipscost.report.explain.report import explain as _explain
from ipscost.report.payers.report import payers as _payers
from ipscost.report.simulate.months import with_months as _with_months
from ipscost.report.simulate.summary import summary as _summary
from ipscost.report.simulate.uncertainty import with_uncertainty as _with_uncertainty
from ipscost.report.verify.report import verify as _verify
from ipscost.report.voi.report import voi as _voi
from ipscost.report.what_if.grid import grid as _two_way
from ipscost.report.what_if.scenario_analyses import analyses as _analyses
from ipscost.report.what_if.sensitivity import one_way as _one_way
from ipscost.report.what_if.threshold import threshold as _threshold
from ipscost.scenario.nouns import Label, Outcome
from ipscost.words import LANGUAGES
from ipscost.words.locale import words_of
from ipscost.words.nouns import many, one

verify = told(_verify)
calibration = told(_calibration)
cea = told(_cea)
compare = told(_compare)
explain = told(_explain)
payers = told(_payers)
with_months = told(_with_months)
summary = told(_summary)
with_uncertainty = told(_with_uncertainty)
voi = told(_voi)
two_way = told(_two_way)
analyses = told(_analyses)
one_way = told(_one_way)
threshold = told(_threshold)

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "bad"
SCENARIOS = [
    *sorted((ROOT / "scenarios").glob("*.yaml")),
    ROOT / "examples/municipality.yaml",
    ROOT / "examples/municipality-together.yaml",
]
TEMPLATE = "template.yaml"

SAME_WORDS = {
    *("power_half", "power_assurance", "power_by_bootstrap", "power_by_gamma"),
    *("metavar_DATA", "metavar_MODEL"),
    *("of_group", "seen_by", "spread_of_arm"),
    "budget_for_people_one",
    *("budget_line_overhead", "picture_budget_of", "picture_budget_year"),
    *("book_budget_budget", "book_budget_overhead", "book_budget_pension", "book_month_counted"),
    "analyse_of_arm",
    "one_of_share_in",
    "book_check_category",
    "book_check_outcome",
    "book_column_arm",
    "book_column_budget",
    "book_column_input",
    "book_column_note",
    "book_counted_of",
    "book_cycle_arm",
    "book_cycle_sum",
    "book_goes",
    "book_level_hazard",
    "book_model",
    "book_ok",
    "book_record_repeat_how",
    "evidence_ends_short",
    "evidence_levels_short",
    "evidence_ratio_short",
    "rollout_label_grant",
    "rollout_label_line",
    "rollout_label_overhead",
    "stress_command",
    "stress_count",
    "unit_rate",
    "unit_money",
    "ladder_step",
    "model_mean",
    "read_mean",
    "read_model_mean",
    "rollout_label_published",
    "rule_mean",
    *("over", "under", "counted_share", "note_target", "step_note", "sure_is"),
    *("way_n",),
    *("named", "note_run_compared", "note_scenario", "compare_changed"),
    *("cea_arm", "cea_evpi", "cea_icer", "cea_icer_in", "cea_short_icer"),
    *("one_QALY", "one_DALY", "one_episode", "one_job", "one_patient", "one_person", "one_point"),
    *("one_session", "month_never", "month_first", "month_from"),
    "turns_for",
    *("note_voi_group", "cause"),
    *("quantity_mean", "covariance_part", "digits_of"),
    *("calibrate_is_mean", "calibrate_to_each"),
    *("compare_over", "compare_for", "compare_over_for"),
    *("labelled", "result_of", "ranked", "flagged", "price_times_use"),
    *("conversion_alone", "conversion_is", "conversion_step"),
    *("page_computed_with", "page_input", "page_newest_of"),
    *("page_of", "page_plus", "page_program"),
    *("page_record_version", "page_term_icer", "page_term_ips"),
    *("page_term_qaly", "page_term_tornado"),
    "pooled_i2_short",
}
"""Keys of the words whose text is the same in both languages."""

SAME_TEXTS = {"IPS", "IPSE", "Region", "Jobcenter", "Ungeløftet"}
"""Texts of shipped scenarios that are the same in both languages."""

ENGLISH = re.compile(
    r"\b(the|of|and|with|from|is|was|were|are|be|per|by|not|no|none|which|that|this|it|its|as|each"
    r"|only|on|against|between|without|assumed|assumption|source|level|difference|mean|share"
    r"|people|years?|months?|draws|seed|saves|costs|saving|money|prices)\b"
)
"""Words that tell that a Danish result has English in it."""


def scenario(name: str, folder: Path) -> Scenario:
    """A shipped scenario, or the one that `ipscost new` writes."""
    if name != TEMPLATE:
        return ipscost.load(ROOT / name)
    (folder / TEMPLATE).write_text(template("IPS"), encoding="utf-8")
    return ipscost.load(folder / TEMPLATE)


NAMES = [*(str(path.relative_to(ROOT)) for path in SCENARIOS), TEMPLATE]


# --- words -----------------------------------------------------------------------------------


def placeholders(text: str) -> list[str]:
    """The names of what is filled in, as often as they stand there."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_with_the_same_placeholders(language: str) -> None:
    words, english = words_of(language), words_of("en")
    assert len(english) > 1000
    assert words.keys() == english.keys()
    assert [key for key, text in words.items() if not text.strip()] == []
    differ = [key for key in words if placeholders(words[key]) != placeholders(english[key])]
    assert differ == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_has_one_and_many_in_every_language(language: str) -> None:
    words = import_module(f"ipscost.words.{language}.nouns").WORDS
    units = {key[4:] for key in words if re.match(r"one_(?!of_)", key)}
    assert len(units) > 40
    assert {key[5:] for key in words if key.startswith("many_")} == units
    for unit in units:
        found = one(unit, language), many(unit, language)
        assert found == (words[f"one_{unit}"], words[f"many_{unit}"])


def test_the_words_differ_unless_they_are_the_same_in_both() -> None:
    english, danish = words_of("en"), words_of("da")
    assert {key for key in english if english[key] == danish[key]} == SAME_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_the_same_modules_and_no_key_in_two_of_them(language: str) -> None:
    folder = ROOT / "ipscost" / "words"
    files = sorted((folder / language).glob("[!_]*.py"))
    assert [path.name for path in files] == [
        p.name for p in sorted((folder / "en").glob("[!_]*.py"))
    ]
    keys = [
        key
        for path in files
        for key in import_module(f"ipscost.words.{language}.{path.stem}").WORDS
    ]
    assert len(files) > 5
    assert len(keys) == len(set(keys))
    assert set(keys) == words_of(language).keys()


def compared(path: Path) -> Iterator[str]:
    """The languages that a module compares something with, or asks a text for."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        parts: list[ast.AST] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.Call):
            parts = [*node.args]
        elif isinstance(node, ast.Attribute) and node.attr in LANGUAGES:
            yield node.attr
        for part in parts:
            if isinstance(part, ast.Constant) and part.value in LANGUAGES:
                yield part.value


def test_no_module_knows_a_language_by_its_name() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in sorted((ROOT / "ipscost").rglob("*.py"))
        if (names := list(compared(path)))
    }
    assert found == {}


def test_a_language_that_is_named_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('a = x == "da"\nb = f.tell("en")\nc = label.da\nd = "en"\n', encoding="utf-8")
    assert sorted(compared(module)) == ["da", "da", "en"]


PROSE = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]|^ ?[A-Za-z]{2,} $|^ [A-Za-z]{2,}")
"""Two words with a space between, or one beside what an f-string fills in."""


def prose(path: Path) -> Iterator[str]:
    """The strings of a module that read as text.

    Docstrings, messages, texts of errors (`raise`, and functions that return one) and what a Python
    session shows of a thing (`__repr__`) are left out.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        is_error = isinstance(node, ast.FunctionDef) and isinstance(node.returns, ast.Name)
        is_shown = isinstance(node, ast.FunctionDef) and node.name == "__repr__"
        is_error = is_error and node.returns.id.endswith("Error")  # type: ignore[attr-defined]
        is_named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        is_message = is_named and node.func.id == "Message"  # type: ignore[attr-defined]
        if isinstance(node, ast.Raise) or is_shown or is_error or is_message:
            skipped |= set(ast.walk(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and node not in skipped else None
        if isinstance(text, str) and PROSE.search(text):
            yield text


STYLES = {"Heading 1", "Heading 2", "List Bullet", "Table Grid"}
"""Styles of Word, whose names in a file are the same in every language."""
MODULES = [
    path
    for folder in ("analysis", "report", "formats")
    for path in sorted((ROOT / "ipscost" / folder).rglob("*.py"))
]


def test_no_analysis_or_format_words_anything_itself() -> None:
    assert len(MODULES) > 100
    assert [(path, text) for path in MODULES for text in prose(path) if text not in STYLES] == []


def test_prose_is_told_from_names(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        '"""A docstring of words."""\n'
        "def f(x):\n"
        '    raise ValueError("no such thing")\n'
        'a = ["cost", "payer.", f"{f} x {f} ", "note_a", f"{a}: {b}"]\n'
        'b = [f"{f} of the {f}", "as it is"]\n',
        encoding="utf-8",
    )
    assert list(prose(module)) == ["as it is", " of the "]


# --- texts of scenarios ----------------------------------------------------------------------


def labels(value: Any) -> Iterator[Label]:
    """Every text for readers inside a scenario, at any depth."""
    if isinstance(value, Label):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "way":
                yield from labels(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from labels(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from labels(item)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_shipped_scenario_is_in_both_languages(name: str, tmp_path: Path) -> None:
    found = set(labels(scenario(name, tmp_path)))
    assert len(found) > 10
    same = {label.tell("en") for label in found if label.tell("en") == label.tell("da")}
    assert same <= SAME_TEXTS


# --- whole results ---------------------------------------------------------------------------


def reports(run: Run) -> Iterator[Report]:
    """Every result that a scenario has, in Danish."""
    yield with_months(summary(run, "da"), run, "da", years=True)
    yield payers(run, "da", months=True, years=True)
    yield with_uncertainty(summary(run, "da"), run, "da")
    yield verify(run, "da")[0]
    yield voi(decision_of(run, None, {}), "da", population=Population(1_000, 5, 0.035))
    found = run.scenario
    for outcome in told(found):
        decision = decision_of(run, outcome, {})
        yield cea(decision, "da")
        yield cea(decision, "da", wtp=(1_000, 20_000, 3_000.5))
        names = tuple(decision.psa.parameters)
        groups = {"A": names[:2]} if run.settings.draws >= 100 and names else {}
        yield voi(decision, "da", wtp=(1_000, 20_000, 3_000.5), groups=groups)
    views = (f"perspective.{view}" for view in run.point.perspectives)
    for path in ("cost", *found.groups, *(f"payer.{payer}" for payer in found.payers), *views):
        yield explain(run, path, "da")
    for path in found.holders:
        yield explain(run, path, "da")
    if found.model is None or found.observed is None:  # one model's will do
        yield from what_ifs(run)


def told(found: Scenario) -> tuple[Outcome, ...]:
    """The outcomes whose results are read: of a model the last alone, since it has many."""
    return found.outcomes if found.model is None else found.outcomes[-1:]


def around(question: Question, path: str) -> tuple[float, float]:
    """Two possible values of a number, one on each side of it."""
    varied = question.varied[path]
    low, high = varied.limits
    return max(low, varied.now - 0.01), min(high, varied.now + 0.01)


def what_ifs(run: Run) -> Iterator[Report]:
    """What sensitivity and threshold say, in Danish: of the saving and of each net benefit."""
    numbers = [number.path for number in run.scenario.quantities]
    outcomes = () if run.scenario.model else run.scenario.outcomes
    for outcome in (None, *(outcome.path for outcome in outcomes)):
        question = ask(run, outcome=outcome, wtp=None if outcome is None else 1000.0)
        ends = {path: around(question, path) for path in (numbers[0], numbers[-1])}
        sides = [GridSide(path, *ends[path], 2) for path in ends]
        yield one_way(question, "da", bounds=ends)
        yield two_way(question, sides, "da")
        thresholds = [path for path in question.varied if path.endswith(".threshold")]
        for path in (*ends, "discount.cost", *thresholds):
            is_worth = outcome is not None and path == f"{outcome}.threshold"
            yield threshold(ask(run, outcome=outcome) if is_worth else question, path, "da")
    some = None if run.scenario.model is None else 3  # a model has many of one kind
    for analysis in run.scenario.analyses[:some]:
        changed = ipscost.load(ROOT / run.scenario.file, analysis.settings)
        variant = ipscost.simulate(changed, run.settings)
        yield analyses(ask(run), [(analysis, variant)], "da")


def texts(report: Report) -> Iterator[str]:
    """Every sentence, heading, label, cell and note."""
    yield from report.headline
    yield from report.notes
    for table in report.tables:
        shown = grid(table, report.language)
        yield from (shown.title, *shown.headings)
        for _, cells in shown.lines:
            yield from cells


def without_citations(text: str, found: Scenario) -> str:
    """The text less what stays as it is: citations, lines of the file, paths, units, commands."""
    cited = {source.cite.rstrip(".") for source in found.sources.values()}
    tables = [*found.prices.exchange.values(), *found.prices.change.values()]
    cited |= {entry.source for years in tables for entry in years.values()}
    cited |= {found.discount.source.rstrip(".")} - {""}
    thresholds = [o.threshold for o in found.outcomes if o.threshold is not None]
    numbers = [*found.quantities, *found.targets, *thresholds]
    cited |= {f"{n.source.name} {n.place}".strip() for n in numbers if n.source is not None}
    for citation in sorted(cited, key=len, reverse=True):
        text = text.replace(citation, " ")
    text = text.replace(found.file, " ").replace(found.name, " ")
    text = re.sub(r"doi 10\.\S+|\{.*\}|`.*`|ipscost [a-z]+ .*|https?://\S+", " ", text)
    text = re.sub(r"--[a-z]+", " ", text)  # options
    text = re.sub(r"\b[A-Za-z]\w*([./]\w+)+|reproduces:|^prices$", " ", text)  # units and paths
    return re.sub(r"\bi (share|ratio)\b|\d (share|ratio)\b|[A-Z]{3}_\d{4}", " ", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_danish_result_has_no_english_in_it_and_decimal_commas(name: str, tmp_path: Path) -> None:
    found = scenario(name, tmp_path)
    run = ipscost.simulate(found, Settings(draws=100), courses=names(found))
    found_texts = {text for report in reports(run) for text in texts(report)}
    assert len(found_texts) > 50
    for text in found_texts:
        left = without_citations(text, found)
        assert not ENGLISH.search(left.lower()), text
        left = left.replace(ipscost.__version__, " ")
        assert not re.search(r"\b0\.\d|\d\.\d{1,2}(?!\d)|\d\.\d{4}|\d,\d{3}\.", left), text


CALIBRATED = [
    "examples/calibration.yaml",
    "examples/calibration-open.yaml",
    "tests/golden/calibrate.yaml",
    "tests/golden/calibrate-open.yaml",
]


@pytest.mark.parametrize("name", CALIBRATED)
def test_a_danish_calibration_has_no_english_in_it(name: str) -> None:
    found = ipscost.load(ROOT / name)
    for text in texts(calibration(calibrated(found, starts=0), "da")):
        left = without_citations(text, found)
        assert not ENGLISH.search(left.lower()), text
        left = left.replace(ipscost.__version__, " ")
        assert not re.search(r"\b0\.\d|\d\.\d{1,2}(?!\d)|\d\.\d{4}|\d,\d{3}\.", left), text


PAIRS = [
    ("scenarios/inklusion-ips.yaml", "scenarios/inklusion-ipse.yaml"),
    ("examples/municipality.yaml", "examples/municipality-dearer.yaml"),
    ("examples/municipality.yaml", "examples/municipality-together.yaml"),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: Path(pair[1]).stem)
def test_a_danish_comparison_has_no_english_in_it(pair: tuple[str, str]) -> None:
    runs = [ipscost.simulate(ipscost.load(ROOT / name), Settings(draws=20)) for name in pair]
    report = compare(runs, "da", inputs=True)
    for text in texts(report):
        left = text
        for run in runs:
            left = without_citations(left, run.scenario).replace(run.scenario.name, " ")
        assert not ENGLISH.search(left.lower()), text


@pytest.mark.parametrize(
    "name", sorted(path.name for path in BAD.glob("W40[234]*.yaml")), ids=lambda name: name[:-5]
)
def test_a_warning_that_results_repeat_is_in_both_languages(name: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(BAD / name, strict=True)
    for problem in caught.value.problems:
        assert problem.told is not None
        assert problem.told.tell("en") == problem.message
        assert problem.told.tell("da") != problem.message
        assert problem.message in problem.render()
