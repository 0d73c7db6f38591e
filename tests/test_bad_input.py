"""Every code has a broken scenario, and every broken scenario is told so in the same words."""

from __future__ import annotations

import contextlib
import difflib
import os
import re
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from danish import english_in
from told import told

import ipscost
from ipscost.analysis.calibrate.calibrated import calibrated
from ipscost.analysis.coherence import incoherences
from ipscost.cli import main
from ipscost.codes import CODES
from ipscost.errors import Problem, ScenarioError
from ipscost.report.calibrate.written import written
from ipscost.report.compare.report import compare as _compare
from ipscost.report.explain.report import explain as _explain

compare = told(_compare)
explain = told(_explain)

BAD = Path(__file__).parent / "bad"
FIXTURES = sorted(path.name for path in BAD.glob("*.yaml"))
REWRITE = os.environ.get("IPSCOST_REWRITE") == "1"

MADE_IN_TESTS = {"E001", "E002", "E003", "E004", "E005", "E006", "E015"}
"""Codes of files that cannot lie in a repository as text; each has a test below."""

OF_BATCHES = {"E401", "E402", "E403", "E404", "E405", "E406", "E408"}
"""Codes of many scenarios at a time; each has a test in tests/batch."""

OF_SITES = {"E340"}
"""Codes of tables of sites; each message has a test in tests/unit/loading/test_sites.py."""

OF_DATA = {f"E36{digit}" for digit in range(10)}
"""Codes of tables of persons; each message has a test in tests/unit/loading/data/."""

OF_WEEKS = {"E357", "E358"}
"""Codes of register weeks; each message has a test in tests/unit/loading/test_week_files.py."""

OF_RESULTS = {code for code in CODES if code.startswith("E5")}
"""Codes of results made elsewhere; each has a broken file, which test_bad_results.py reads."""

SEVERAL = {"E013-both.yaml", "E112-payer-shares.yaml", "E114-negative-payer-share.yaml"}
"""Scenarios with more than one mistake on purpose."""

CURE = """\
ipscost: 1
title: Sound
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0.035, outcome: 0.035}
arm:
  usual: {reference: true}
  ips: {label: IPS}
payer:
  town: {label: Town}
source:
  study: {cite: A study 2024, sure: verified}
cost:
  care:
    kind: service
    payer: town
    unit: DKK_2024/person
    source: study table 1
    usual: {mean: 100}
    ips: {mean: 80, se: 10}
"""


@dataclass
class Case:
    """A broken scenario and the arguments that its first comments ask for."""

    file: str
    settings: list[str] = field(default_factory=list)
    price_year: int | None = None
    explain: str | None = None
    compare: str | None = None
    calibrate: str | None = None

    @classmethod
    def read(cls, file: str) -> Case:
        case = cls(file)
        for line in (BAD / file).read_text(encoding="utf-8").splitlines():
            match = re.fullmatch(r"# (set|price-year|explain|compare|calibrate): (.*)", line)
            if match is None:
                break
            if match[1] == "set":
                case.settings.append(match[2])
            elif match[1] == "price-year":
                case.price_year = int(match[2])
            elif match[1] == "compare":
                case.compare = match[2]
            elif match[1] == "calibrate":
                case.calibrate = match[2]
            else:
                case.explain = match[2]
        return case

    @property
    def code(self) -> str:
        return self.file[:4]

    @property
    def is_asked(self) -> bool:
        """True where the expected message is about the command line."""
        first = (BAD / self.file).with_suffix(".txt").read_text(encoding="utf-8")
        return first.startswith("--") or self.code == "E304"

    def problems(self) -> tuple[Problem, ...]:
        """What the library says; the current directory is that of the scenario."""
        strict = self.code.startswith("W")
        with pytest.raises(ScenarioError) as caught:
            self.run(strict)
        return caught.value.problems

    def run(self, strict: bool) -> None:
        scenario = ipscost.load(self.file, self.settings, price_year=self.price_year, strict=strict)
        if strict and (found := incoherences(scenario)):  # of which `check` alone speaks
            raise ScenarioError(found)
        if self.explain is not None:
            explain(ipscost.simulate(scenario, ipscost.Settings(draws=0)), self.explain)
        if self.compare is not None:
            pair = (ipscost.load(self.compare), scenario)
            compare([ipscost.simulate(each, ipscost.Settings(draws=0)) for each in pair])

        if self.calibrate is not None:
            written(calibrated(scenario), self.file)

    def commands(self) -> list[list[str]]:
        """The command lines that must refuse the scenario."""
        given = [part for setting in self.settings for part in ("--set", setting)]
        if self.code.startswith("W"):
            return [["check", "--strict", self.file, *given]]
        if self.explain is not None:
            return [["explain", self.file, self.explain, "--draws", "0", "--out", "out.txt"]]
        if self.compare is not None:
            return [["compare", self.compare, self.file, "--draws", "0", "--out", "out.txt"]]
        if self.calibrate is not None:
            return [["calibrate", self.file, "--out", "out.yaml"]]
        year = [] if self.price_year is None else ["--price-year", str(self.price_year)]
        run = ["simulate", self.file, *given, *year, "--draws", "0", "--out", "out.txt"]
        return [run] if year else [run, ["check", self.file, *given]]


@cache
def problems_of(file: str) -> tuple[Problem, ...]:
    """What the library says of a broken scenario, found once."""
    with contextlib.chdir(BAD):
        return Case.read(file).problems()


def rendered(problems: tuple[Problem, ...]) -> str:
    return "\n".join(problem.render() for problem in problems)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def refusal(file: str | Path) -> str:
    """The text with which a file that a test made is refused."""
    with pytest.raises(ScenarioError) as caught:
        ipscost.load(file)
    return str(caught.value)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("file", FIXTURES)
def test_a_broken_scenario_is_refused_in_the_expected_words(file: str) -> None:
    found = rendered(problems_of(file)) + "\n"
    beside = BAD / file.replace(".yaml", ".txt")
    if REWRITE:
        beside.write_text(found, encoding="utf-8", newline="\n")
    expected = beside.read_text(encoding="utf-8") if beside.exists() else ""
    lines = difflib.unified_diff(
        expected.splitlines(), found.splitlines(), beside.name, "found", lineterm=""
    )
    assert found == expected, "\n".join(lines)


@pytest.mark.parametrize("file", FIXTURES)
def test_one_cause_is_one_problem(file: str) -> None:
    found = codes(problems_of(file))
    assert set(found) == {file[:4]}
    assert len(found) == 1 or file in SEVERAL


@pytest.mark.parametrize("file", FIXTURES)
def test_a_message_says_where_and_how_to_mend_it(file: str) -> None:
    for problem in problems_of(file):
        assert problem.fix.strip()
        assert problem.message.strip()
        text = problem.render()
        assert "None" not in text
        assert "yaml.org" not in text.replace("the tag tag:yaml.org", "")
        assert all(letter.isprintable() for letter in text.replace("\n", "")), ascii(text)


@pytest.mark.parametrize("file", FIXTURES)
def test_a_message_is_told_in_danish_without_english(file: str) -> None:
    assert [word for problem in problems_of(file) for word in english_in(problem)] == []


@pytest.mark.parametrize("file", {file.split(".")[0][:4]: file for file in FIXTURES}.values())
def test_the_command_line_refuses_a_broken_scenario_and_writes_nothing(
    file: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(BAD)
    case = Case.read(file)
    for command in case.commands():
        arguments = [str(tmp_path / part) if part.startswith("out.") else part for part in command]
        code = main(arguments)
        printed = capsys.readouterr()
        assert code == (2 if case.is_asked else 1), printed.err
        assert printed.out == "" or case.code == "E247"  # the fit is shown, and not written
        assert f"[{case.code}]" in printed.err
        assert "Traceback" not in printed.err
        assert "bug" not in printed.err
        assert not list(tmp_path.iterdir())


def test_every_code_has_a_broken_scenario() -> None:
    shown = {file[:4] for file in FIXTURES}
    made = MADE_IN_TESTS | OF_BATCHES | OF_SITES | OF_DATA | OF_WEEKS | OF_RESULTS
    assert shown | made == set(CODES)


def test_every_code_made_in_tests_is_asserted_below() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in sorted(MADE_IN_TESTS) if f"error[{code}]" not in text] == []


def test_every_code_of_a_batch_is_asserted_in_its_tests() -> None:
    files = (Path(__file__).parent / "batch").glob("test_*.py")
    text = "".join(file.read_text(encoding="utf-8") for file in files).replace("\\", "")
    assert [code for code in sorted(OF_BATCHES) if f"error[{code}]" not in text] == []


def test_no_expected_text_is_left_without_its_scenario() -> None:
    texts = {path.stem for path in BAD.glob("*.txt")}
    assert texts == {file.removesuffix(".yaml") for file in FIXTURES}


def test_the_scenario_that_the_others_are_broken_copies_of_is_sound(folder: Path) -> None:
    (folder / "sound.yaml").write_text(CURE, encoding="utf-8")
    assert ipscost.load("sound.yaml", strict=True).warnings == ()


# --- files that cannot lie in a repository as text -------------------------------------------


def test_a_missing_file_names_the_shipped_scenarios(folder: Path) -> None:
    assert refusal("none.yaml") == (
        "none.yaml: error[E001] no such file\n"
        "  fix: check the path, or use one of: inklusion-ips, inklusion-ipse, "
        "ips-for-unge-2023, ips-ten-years, labour-market-ips, ungeloeftet-2025 (a scenario that "
        "comes with ipscost)"
    )


def test_a_misspelt_shipped_scenario_is_suggested(folder: Path) -> None:
    assert refusal("inklusion-isp").endswith(
        "fix: check the path, or write inklusion-ips (a scenario that comes with ipscost)"
    )


def test_a_shipped_name_behind_a_folder_is_explained(folder: Path) -> None:
    assert refusal("scenarios/inklusion-ips.yaml").endswith(
        "fix: write the shipped scenario's name alone: inklusion-ips"
    )


def test_a_directory_is_no_scenario(folder: Path) -> None:
    (folder / "cases").mkdir()
    assert refusal("cases") == (
        "cases: error[E002] expected a file, found a directory\n  fix: name a .yaml file inside it"
    )


def test_a_file_that_may_not_be_read_says_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "locked.yaml"
    file.write_text(CURE, encoding="utf-8")
    genuine = Path.open

    def closed(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "locked.yaml":
            raise PermissionError(13, "Permission denied")
        return genuine(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    assert refusal("locked.yaml") == (
        "locked.yaml: error[E003] cannot be read: Permission denied\n"
        "  fix: check the name and its permissions"
    )


def test_a_name_too_long_for_the_system_is_refused(folder: Path) -> None:
    assert "error[E003] cannot be read: File name too long" in refusal("a" * 5000)


@pytest.mark.parametrize("content", ["", "   \n\n", "# only\n# comments\n", "\ufeff"])
def test_a_file_without_content_is_refused(folder: Path, content: str) -> None:
    (folder / "empty.yaml").write_text(content, encoding="utf-8")
    assert refusal("empty.yaml") == (
        "empty.yaml: error[E004] expected keys and values, found nothing\n"
        "  fix: write keys and values, or start from a scenario: ipscost new my-scenario"
    )


def test_a_file_of_100_megabytes_is_refused_without_reading_it(folder: Path) -> None:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(100_000_000)
    start = time.process_time()
    assert refusal("large.yaml") == (
        "large.yaml: error[E005] expected at most 2 MB, found more\n"
        "  fix: a scenario is a few kilobytes; is this the right file?"
    )
    assert time.process_time() - start < 5


def test_a_file_that_is_not_utf8_names_the_byte_and_line(folder: Path) -> None:
    (folder / "latin.yaml").write_bytes("ipscost: 1\ntitle: Løn\n".encode("latin-1"))
    assert refusal("latin.yaml") == (
        "latin.yaml: error[E006] expected UTF-8 text, found byte 0xf8 on line 2\n"
        "  fix: save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
    )


def test_a_binary_file_is_refused(folder: Path) -> None:
    (folder / "book.xlsx").write_bytes(b"PK\x03\x04\x14\x00\x06\x00")
    assert refusal("book.xlsx") == (
        "book.xlsx: error[E006] expected UTF-8 text, found a binary file\n"
        "  fix: save the file as UTF-8 text; a spreadsheet or Word file cannot be read"
    )


def test_a_table_is_refused_without_a_line_of_it(folder: Path) -> None:
    """It may be one of persons, which was given where its model file belongs."""
    (folder / "persons.csv").write_text("id,cost\n7,815\n", encoding="utf-8")
    assert refusal("persons.csv") == (
        "persons.csv: error[E103] expected a scenario, found a table\n"
        "  fix: name a .yaml file; ipscost analyse TABLE --model MODEL.yaml reads a table"
    )


@pytest.mark.parametrize(
    "text",
    [
        "cost: " + "{a: " * 10_000 + "}" * 10_000,
        "cost: " + "[" * 10_000 + "]" * 10_000,
        "[" * 10_000,
        "\n".join(" " * depth + "a:" for depth in range(1_900)),
        "- " * 10_000 + "a",
    ],
    ids=["braces", "brackets", "unclosed", "indented", "dashes"],
)
def test_a_scenario_nested_10000_deep_is_refused_at_once(folder: Path, text: str) -> None:
    (folder / "deep.yaml").write_text(text, encoding="utf-8")
    start = time.process_time()
    said = refusal("deep.yaml")
    assert "error[E015] expected at most 40 levels, found more" in said
    assert said.endswith("fix: flatten the tree of categories")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old-mac"])
def test_a_line_is_counted_the_same_with_every_line_ending(folder: Path, ending: str) -> None:
    text = CURE.replace("mean: 80", "meen: 80").replace("\n", ending)
    (folder / "ends.yaml").write_bytes(text.encode())
    assert refusal("ends.yaml").startswith(
        "ends.yaml:21:11: error[E101] cost.care.ips.meen: unknown key meen"
    )


def test_a_byte_order_mark_shifts_no_column(folder: Path) -> None:
    text = "\ufeff" + CURE.replace("ipscost: 1", "ipscost: one")
    (folder / "mark.yaml").write_text(text, encoding="utf-8")
    assert refusal("mark.yaml").startswith("mark.yaml:1:10: error[E104] ipscost:")


def test_a_long_chain_of_extends_is_refused(folder: Path) -> None:
    for number in range(1_200):
        text = f"ipscost: 1\ntitle: Link\nextends: {number + 1}.yaml\n"
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    (folder / "1200.yaml").write_text(CURE, encoding="utf-8")
    assert "error[E015] extends: expected at most" in refusal("0.yaml")


@pytest.mark.parametrize("name", ["price", "use", "label", "note", "timing"])
def test_an_arm_named_like_a_key_of_a_category_is_refused_as_a_name(
    folder: Path, name: str
) -> None:
    text = CURE.replace("  ips: {label", f"  {name}: {{label").replace("    ips:", f"    {name}:")
    (folder / "names.yaml").write_text(text, encoding="utf-8")
    assert f"names.yaml:9:3: error[E106] arm.{name}:" in refusal("names.yaml")


def test_a_payer_called_societal_is_refused_as_a_name(folder: Path) -> None:
    text = CURE.replace("town", "societal")
    (folder / "payer.yaml").write_text(text, encoding="utf-8")
    assert "payer.yaml:11:3: error[E106] payer.societal:" in refusal("payer.yaml")


def test_a_share_per_person_is_no_way_round_the_limits_of_a_share(folder: Path) -> None:
    outcome = "{unit: share/person, source: study, usual: {mean: 5}, ips: {mean: 6}}"
    (folder / "share.yaml").write_text(f"{CURE}outcome:\n  job: {outcome}\n", encoding="utf-8")
    assert "error[E211] outcome.job:" in refusal("share.yaml")


@pytest.mark.parametrize("written", ["−20", "–20"])
def test_a_minus_copied_from_a_publication_is_read_in_the_fix(folder: Path, written: str) -> None:
    text = CURE.replace("mean: 80", f"difference: {written}")
    (folder / "minus.yaml").write_text(text, encoding="utf-8")
    assert "fix: write -20" in refusal("minus.yaml")


@pytest.mark.parametrize("label", ["{0} [red] %s", "[/bold]", "100 % & _x_ #1 $", "😀 æøå"])
def test_a_label_may_hold_any_text(
    folder: Path, capsys: pytest.CaptureFixture[str], label: str
) -> None:
    text = CURE.replace("    kind:", f'    label: "{label}"\n    kind:')
    (folder / "label.yaml").write_text(text, encoding="utf-8")
    assert main(["simulate", "label.yaml", "--draws", "0", "--format", "csv"]) == 0
    assert label in capsys.readouterr().out
