"""Every printed fix, typed as it is told, mends what it is told for and breaks nothing else.

The fix of each broken file is applied by the grammar of `fixes.py`. What only an author can decide
is answered in ANSWERED, with the reason why no rule could.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import fixes
import pytest
import yaml
from test_bad_input import BAD, CURE, FIXTURES, Case

from ipscost.cli import main
from ipscost.errors import Problem, ScenarioError

FILE = "only the author knows which file is meant"
SECTION = "what a whole section is to say is the author's"
PRICES = "prices of a year come from an office of statistics"
HORIZON = "what an amount is over another horizon is the author's"
DECIDE = "two of the author's numbers contradict each other"
TEXT = "where a text that cannot be read was to end, or what it was, only its author knows"

ANSWERED = {
    "E001-column": (FILE, "none.csv", "monthly.csv"),
    "E001-extends-nul": (FILE, '"a\\0b"', "sound.yaml"),
    "E001-extends": (FILE, "nowhere.yaml", "sound.yaml"),
    "E001-prices": (FILE, "nowhere.yaml", "prices/own.yaml"),
    "E004-comments": (SECTION, "# nothing but\n", CURE),
    "E010-list-as-key": (TEXT, "[a, b]: 1\n", ""),
    "E010-percent-first": (TEXT, "%80", "80"),
    "E010-quote": (TEXT, '"A study 2024, sure', '"A study 2024", sure'),
    "E012-arm": (DECIDE, "  usual: {label: Usual}\n", ""),
    "E012-flood": (
        TEXT,
        "    kind: service\n    payer: town\n    unit: DKK_2024/person\n    ips",
        "    ips",
    ),
    "E013-alias": (TEXT, "*level", "{mean: 80}"),
    "E013-merge": (TEXT, "<<: *level", "mean: 80"),
    "E015": (SECTION, re.compile(r"usual: \{a: .*"), "usual: {mean: 100}"),
    "E016": (SECTION, "---\ntitle: Another\n", ""),
    "E103-cost-list": (SECTION, re.compile(r"cost: \[\]"), CURE[CURE.index("cost:\n") :]),
    "E103-cost-text": (SECTION, "cost: none", CURE[CURE.index("cost:\n") :]),
    "E103-list": (SECTION, "  - usual\n  - ips\n", "  usual: {reference: true}\n  ips: {}\n"),
    "E103-root-list": (SECTION, "- ipscost: 1\n- title: Broken\n", CURE),
    "E103-root-text": (SECTION, "Costs per person\n", CURE),
    "E112-line-end": (TEXT, "|\n        one\n        two", "100"),
    "E212": (PRICES, "title: Broken", "title: Broken\nprices: [prices/changes.yaml]"),
    "E116": (SECTION, re.compile(r"prices: \[.*\]\n"), ""),
    "E221": (HORIZON, "DKK_2024/person", "DKK_2024/person/month"),
    "E233-file": (FILE, "rates/none.yaml", "rates/own.yaml"),
    "E249": (
        SECTION,
        "outcome:\n",
        "calibrate:\n  unknown: {cost.rent.ips: {low: -9, high: 0}}\n  target:\n    rent: {path: "
        "cost.rent, what: difference, arm: ips, value: -4, unit: DKK_2024, se: 1, source: study}\n"
        "outcome:\n",
    ),
    "E262-above": (DECIDE, "mean: 0.6", "mean: 0.4"),
    "E262-year": (DECIDE, "mean: 0.6", "mean: 0.4"),
    "E266-mixed": (DECIDE, "rate/year, all: {mean: 0.1}", "probability/month, all: {mean: 0.008}"),
    "E268-short": ("the missing values are the author's", "{file: rates.csv, column: rate}", "0.1"),
    "E269-order": (DECIDE, "first: {to: 4", "first: {to: 2"),
    "E281": (FILE, "rates/accounts", "sound.yaml"),
    "E281-prices": (FILE, "rates/accounts", "prices/own.yaml"),
    "E281-schedule": (FILE, "rates/accounts", "rates/own.yaml"),
    "E281-column": (FILE, "rates/accounts", "monthly.csv"),
    "E301": (FILE, "E301-other.yaml", "sound.yaml"),
    "E301-itself": (FILE, "E301-itself.yaml", "sound.yaml"),
    "E301-other": (FILE, "E301.yaml", "sound.yaml"),
    "W432": ("a newer publication is the author's to find", "A study 2009", "A study 2024"),
    "W411": (DECIDE, "[1.2, 1.9]", "[1.8, 2.7]"),
    "W403": (DECIDE, "[75, 120]", "[60, 100]"),
}
"""Broken files whose fix asks its author: why, and the edit that follows it to the letter."""

MALFORMED = (*(f"E01{last}" for last in range(7)), "E101", "E103", "E104", "E105", "E106", "E112")
"""What a fix may never leave behind; anything else that is told next must have an end itself."""
STEPS = 5


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the broken files, which fixes are applied in."""
    copy = tmp_path_factory.mktemp("fixed") / "bad"
    shutil.copytree(BAD, copy)
    (copy / "monthly.csv").write_text("cycle,rate\n" + "".join(f"{n},0.1\n" for n in range(12)))
    (copy / "sound.yaml").write_text(CURE, encoding="utf-8")
    return copy


def told(case: Case) -> tuple[Problem, ...]:
    """What is wrong with the case, or doubtful where it is about a doubt."""
    try:
        case.run(case.code.startswith("W"))
    except ScenarioError as error:
        return error.problems
    return ()


@contextlib.contextmanager
def edited(file: Path, edit: Callable[[str], str]) -> Iterator[None]:
    """The file with an edit applied, for a while."""
    before = file.read_text(encoding="utf-8")
    file.write_text(edit(before), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(before, encoding="utf-8")


def after(case: Case, problem: Problem, actions: list[str]) -> tuple[Problem, ...]:
    """What is wrong once the actions of a fix are done."""
    file, case = problem.span.file, replace(case, settings=list(case.settings))

    def done(text: str) -> str:
        for action in actions:
            text = fixes.edited(text, problem, action)
        return text

    if actions[0].startswith("add --"):  # an option of the command
        command = case.commands()[0]
        arguments = [*command[: command.index("--out")], *actions[0].split()[1:]]
        with contextlib.redirect_stdout(io.StringIO()):
            assert main(arguments) == 0
        return ()
    if file == "--price-year" and actions[0].endswith(" to the file"):
        with edited(Path(case.file), done):
            return told(case)
    if file == "--price-year":
        return told(replace(case, price_year=int(done(problem.span.text))))
    if file.startswith("--"):
        setting = problem.span.text
        index = next(i for i, each in enumerate(case.settings) if each.endswith(setting))
        option = case.settings[index].removesuffix(setting)
        if actions == [f"take {setting.partition('=')[0]} out"]:
            del case.settings[index]
        else:
            case.settings[index] = option + done(setting)
        return told(case)
    if not problem.span.line:  # the file as a whole: what was asked of it
        assert case.explain is not None
        whole = replace(problem.span, line=1, column=1, length=len(case.explain))
        asked = fixes.edited(case.explain, replace(problem, span=whole), actions[0])
        return told(replace(case, explain=asked))
    text = Path(file).read_text(encoding="utf-8")
    with edited(Path(file), done):
        _only_there(text, Path(file).read_text(encoding="utf-8"), problem)
        return _followed(case, problem, told(case), STEPS)


def _followed(
    case: Case, first: Problem, left: tuple[Problem, ...], steps: int
) -> tuple[Problem, ...]:
    """What is left once the fix of each further problem is followed too."""
    if not left or not steps or any(same(each, first) for each in left):
        return left
    problem = left[0]
    if any(each.code in MALFORMED for each in left) or not Path(problem.span.file).is_file():
        return left
    text = Path(problem.span.file).read_text(encoding="utf-8")
    try:
        for action in fixes.ways(problem.fix)[0][0]:
            text = fixes.edited(text, problem, action)
    except fixes.NoEditError:
        return left
    with edited(Path(problem.span.file), lambda _: text):
        return _followed(case, first, told(case), steps - 1)


def same(one: Problem, two: Problem) -> bool:
    return (one.code, one.path, one.message) == (two.code, two.path, two.message)


def _leaves(text: str, only: int = 0) -> dict[tuple[str, ...], str] | None:
    """Every scalar of a YAML text (of one line) by its path; None where it cannot be read."""
    found: dict[tuple[str, ...], str] = {}

    def walk(node: Any, path: tuple[str, ...]) -> None:
        if isinstance(node, yaml.ScalarNode):
            if only in (0, node.start_mark.line + 1):
                found[path] = node.value
        elif isinstance(node, yaml.SequenceNode):
            for index, child in enumerate(node.value):
                walk(child, (*path, str(index)))
        else:
            for key, child in node.value:
                walk(child, (*path, str(key.value)))

    try:
        walk(yaml.compose(text, Loader=fixes.LOADER), ())
    except (yaml.YAMLError, AttributeError):
        return None
    return found


def _only_there(text: str, other: str, problem: Problem) -> None:
    """Asserts that nothing changed but what the problem is about, or what its fix names.

    That is the mapping at its path, the line that it points at, and the names in its words.
    """
    before, now = _leaves(text), _leaves(other)
    is_text = problem.code.startswith("E01")  # as it stood, it meant something else
    if before is None or now is None or is_text or problem.span.file.endswith(".csv"):
        return
    pointed = _leaves(text, only=problem.span.line) or {}
    words = set(re.findall(r"[\w.]+", f"{problem.fix} {problem.message} {problem.path}"))
    for path, _ in set(before.items()) ^ set(now.items()):
        place = ".".join(path)
        inside = path in pointed or place.startswith(problem.path.rpartition(".")[0] or "\0")
        assert inside or words & set(path), f"{place} is changed by: {problem.fix}"


@pytest.mark.parametrize("file", [f for f in FIXTURES if f.removesuffix(".yaml") not in ANSWERED])
def test_a_fix_applied_by_rule_mends_the_problem(
    file: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    case = Case.read(file)
    problems = told(case)
    assert problems
    for problem in problems:
        others = [each for each in problems if each is not problem]
        for way in fixes.ways(problem.fix):
            outcomes = [after(case, problem, actions) for actions in way]
            new = [[q for q in left if not any(same(q, o) for o in others)] for left in outcomes]
            assert not all(new), f"{way}: {new[0][0].render() if new[0] else ''}"


@pytest.mark.parametrize("name", ANSWERED)
def test_a_fix_that_asks_its_author_mends_the_problem_once_answered(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    _, old, new = ANSWERED[name]
    path = folder / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    answered = text.replace(old, new, 1) if isinstance(old, str) else old.sub(new, text)
    assert answered != text
    with edited(path, lambda _: answered):
        assert [problem.render() for problem in told(Case.read(path.name))] == []


def test_only_broken_files_are_answered() -> None:
    assert {f"{name}.yaml" for name in ANSWERED} <= set(FIXTURES)


def test_few_fixes_ask_their_author() -> None:
    assert len(ANSWERED) <= len(FIXTURES) / 10


def test_the_grammar_refuses_a_fix_that_is_no_edit() -> None:
    with pytest.raises(fixes.NoEditError):
        fixes.edited("a: 1\n", problem_of("check the number"), "check the number")


def test_the_grammar_refuses_a_fix_that_names_what_is_there() -> None:
    with pytest.raises(fixes.NoEditError, match="already"):
        fixes.edited("a: 1\n", problem_of("write 1"), "write 1")


def problem_of(fix: str) -> Problem:
    from ipscost.errors import Span

    return Problem(Span("a.yaml", 1, 4, 1, "a: 1"), "E112", "a", "expected", fix)
