"""The documentation says what the program does."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import textwrap
from functools import cache
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from messages import said

import ipscost
from ipscost.analysis.evaluation.nouns import AskedOfData
from ipscost.cli import app, main
from ipscost.library.individual import evaluate_files
from ipscost.loading.data.model import read_model

ROOT = Path(__file__).parents[1]
REWRITE = bool(os.environ.get("IPSCOST_REWRITE"))
README = ROOT / "README.md"


@cache
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(path: Path, text: str) -> None:
    if REWRITE:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_page_on_models_shows_a_scenario_that_runs() -> None:
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    example = (ROOT / "examples" / "states.yaml").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(.*?)```", page, re.S)
    assert len(shown) > 10
    for block in shown:
        assert block in example
    scenario = ipscost.load(ROOT / "examples" / "states.yaml")
    run = ipscost.simulate(scenario, ipscost.Settings(draws=0))
    assert np.isfinite(run.point.present_value).all()
    assert run.point.present_value[1, 0, 0] == 12000  # the programme, at the start
    assert scenario.months == 60


def test_the_small_model_of_the_format_loads_and_runs(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8")
    block = page.split("<!-- small model -->\n```yaml\n")[1].split("```")[0]
    (tmp_path / "small.yaml").write_text(block, encoding="utf-8")
    scenario = ipscost.load(tmp_path / "small.yaml", strict=True)
    paths = [quantity.path for quantity in scenario.quantities]
    assert {"model.transition.benefit.job.ips", "model.transition.job.benefit.all"} <= set(paths)
    run = ipscost.simulate(scenario, ipscost.Settings(draws=20))
    assert run.point.difference("ips")[0, 0] < 0  # fewer months on benefit


@cache
def errors() -> str:
    """The page of error codes, as it is built."""
    text: str = build().errors()
    return text


def test_every_key_has_a_meaning() -> None:
    tables: str = build().keys()
    assert "see above" not in tables


def test_the_error_codes_are_documented() -> None:
    same(ROOT / "docs" / "errors.md", errors())


def test_every_error_code_has_a_text() -> None:
    sections = errors().split("\n## ")[1:]
    assert [s.partition(":")[0] for s in sections if not s.partition("\n")[2].strip()] == []


def test_the_keys_are_documented() -> None:
    page = ROOT / "docs" / "file-format.md"
    same(page, build().file_format(page.read_text(encoding="utf-8")))


def test_the_readme_shows_what_simulate_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["simulate", "scenarios/inklusion-ips.yaml"]) == 0
    shown = capsys.readouterr().out.split("\n\n- ")[0].rstrip()
    text = README.read_text(encoding="utf-8")
    before, rest = text.split("<!-- output -->\n```text\n")
    after = rest[rest.index("```") :]
    same(README, f"{before}<!-- output -->\n```text\n{shown}\n{after}")


def test_the_readme_shows_what_compare_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    files = ["examples/municipality.yaml", "examples/municipality-dearer.yaml"]
    assert main(["compare", *files, "--inputs"]) == 0
    out = capsys.readouterr().out
    headline = out[: out.index("\n\n")]
    table = out[out.index("Why ") : out.index("\n\n- ")]
    text = README.read_text(encoding="utf-8")
    before, rest = text.split("<!-- compare -->\n```text\n")
    after = rest[rest.index("```") :]
    same(README, f"{before}<!-- compare -->\n```text\n{headline}\n\n{table}\n{after}")


def test_the_page_on_cost_effectiveness_shows_what_cea_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    command = ["cea", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"]
    assert main(command) == 0
    short = capsys.readouterr().out.rstrip()
    tables = tables_of(command, capsys)
    page = ROOT / "docs" / "cost-effectiveness.md"
    text = marked(page.read_text(encoding="utf-8"), {"cea": short, "cea-tables": tables})
    same(page, text)
    flat, told = " ".join(short.split()), text.replace(short, "")
    for number in ("0.0255", "264,116 kr.", "72,013 kr.", "78,748 kr."):
        assert number in flat
        assert number in told
    assert round(0.0255 * 264_116 + 72_013) == 78_748
    assert re.search(r"^IPS +under 1% +85% +15% +0%$", tables, re.MULTILINE)


def tables_of(command: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The tables that a command shows with --notes, between its sentences and its notes."""
    assert main([*command, "--notes"]) == 0
    out = capsys.readouterr().out
    return out[out.index("\n\n") + 2 : out.index(f"\n\n{said('notes_caveat')}\n")]


def marked(text: str, shown: dict[str, str]) -> str:
    """A page with what a program printed in the blocks of these marks."""
    for mark, printed in shown.items():
        before, rest = text.split(f"<!-- {mark} -->\n```text\n")
        text = f"{before}<!-- {mark} -->\n```text\n{printed}\n{rest[rest.index('```') :]}"
    return text


def test_the_page_on_the_value_of_information_shows_what_voi_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    settled = ["voi", "scenarios/inklusion-ips.yaml", "--outcome", "qaly"]
    at_stake = [
        *("voi", "examples/municipality.yaml", "--people", "500", "--years", "5"),
        *("--group", "Bed days=cost.psychiatric.bed_days"),
        *("--group", "Jobcenter and consultant=cost.jobcenter,cost.programme"),
    ]
    shown = {}
    study = ["voi", "examples/municipality.yaml", "--sd", "120000", "--study", "--people", "20000"]
    study += ["--years", "5", "--cost-fixed", "1000000", "--cost-person", "5000"]
    commands = {"voi": settled, "voi-municipality": at_stake, "voi-study": study}
    for mark, command in commands.items():
        assert main(command) == 0
        shown[mark] = capsys.readouterr().out.rstrip()
    shown["voi-tables"] = tables_of(at_stake, capsys)
    page = ROOT / "docs" / "value-of-information.md"
    same(page, marked(page.read_text(encoding="utf-8"), shown))


def test_the_page_on_power_shows_what_power_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    own = ["power", "examples/municipality.yaml", "--sd", "120000", "--n", "60,243,500"]
    worth = ["--people", "20000", "--years", "5", "--cost-fixed", "1000000"]
    commands = {
        "power": ["power", "inklusion-ips", "--n", "60,243,500"],
        "power-worth": [*own, *worth, "--cost-person", "5000"],
        "power-rollout": ["power", "examples/our-rollout.yaml"],
    }
    shown = {}
    for mark, command in commands.items():
        assert main(command) == 0
        shown[mark] = f"$ ipscost {' '.join(command)}\n{capsys.readouterr().out.rstrip()}"
    page = ROOT / "docs" / "power.md"
    same(page, marked(page.read_text(encoding="utf-8"), shown))


def test_the_page_on_individual_data_shows_what_analyse_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "examples" / "analyse")
    monkeypatch.setenv("COLUMNS", "80")
    command = ["analyse", "persons.csv", "--model", "persons.yaml"]
    found = evaluate_files("persons.csv", read_model("persons.yaml"), AskedOfData())
    monkeypatch.setattr("ipscost.library.individual.evaluate_files", lambda *_, **__: found)
    shown = {}
    for mark, asked in (("analyse", command), ("methods", [*command, "--only", "methods"])):
        assert main(asked) == 0
        shown[mark] = f"$ ipscost {' '.join(asked)}\n{capsys.readouterr().out.rstrip()}"
    page = ROOT / "docs" / "analyse.md"
    same(page, marked(page.read_text(encoding="utf-8"), shown))


def test_the_page_on_rehearsing_shows_what_trial_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    command = ["trial", "inklusion-ips", "--n", "243", "--out", "persons.csv"]
    command += ["--missing", "mar:age", "--key", "answers.json"]
    assert main(command) == 0
    printed = f"$ ipscost {' '.join(command)}\n{capsys.readouterr().out.rstrip()}"
    page = ROOT / "docs" / "trial.md"
    same(page, marked(page.read_text(encoding="utf-8"), {"trial": printed}))


def test_the_page_on_register_weeks_shows_what_analyse_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "examples" / "weeks")
    monkeypatch.setenv("COLUMNS", "80")
    command = ["analyse", "persons.csv", "--model", "model.yaml"]
    assert main([*command, "--weeks", "weeks.csv", "--codes", "codes.csv", "--notes"]) == 0
    printed = capsys.readouterr().out
    tables = printed[printed.index("Weeks in each state") : printed.index("\n- ")]
    tables = tables.rpartition("\n\n")[0]  # without the heading of the notes
    page = ROOT / "docs" / "weeks.md"
    same(page, marked(page.read_text(encoding="utf-8"), {"weeks": tables.rstrip()}))


def test_the_page_on_people_shows_what_distribution_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = {}
    for mark, name in (
        ("distribution", "inklusion-ips"),
        ("distribution-unknown", "labour-market-ips"),
    ):
        assert main(["distribution", name]) == 0
        shown[mark] = f"$ ipscost distribution {name}\n{capsys.readouterr().out.rstrip()}"
    page = ROOT / "docs" / "distribution.md"
    same(page, marked(page.read_text(encoding="utf-8"), shown))


def headline_and_notes(
    arguments: list[str], capsys: pytest.CaptureFixture[str], *starts: str
) -> list[str]:
    """The sentence of a result, and its notes that begin so, each as the terminal wraps it."""
    assert main(arguments) == 0
    head, _, rest = capsys.readouterr().out.partition("\n\n")
    notes = re.split(r"^- ", rest, flags=re.MULTILINE)[1:]
    return [head, *(f"- {note.rstrip()}" for note in notes if note.startswith(starts))]


def test_the_method_shows_what_correlation_and_sobol_points_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    apart, together = (
        headline_and_notes(["simulate", f"examples/{name}.yaml"], capsys, "none")[0]
        for name in ("municipality", "municipality-together")
    )
    shown = {"together": f"{apart}\n\n{together}"}
    few = ["simulate", "inklusion-ips", "--draws", "8192", "--notes"]
    errors = [
        headline_and_notes([*few, *more], capsys, "Monte Carlo", "More draws", "8,192")[1:]
        for more in ([], ["--sampler", "sobol"])
    ]
    shown["sobol"] = "\n\n".join("\n".join(notes) for notes in errors)
    page = ROOT / "docs" / "method.md"
    text = page.read_text(encoding="utf-8")
    for name, block in shown.items():
        before, rest = text.split(f"<!-- {name} -->\n```text\n")
        text = f"{before}<!-- {name} -->\n```text\n{block}\n{rest[rest.index('```') :]}"
    same(page, text)


CALIBRATION = ROOT / "docs" / "calibration.md"


@pytest.mark.parametrize(
    ("mark", "name", "end"),
    [
        ("calibrate", "calibration", "\n\nWhat to know first"),
        ("ridge", "calibration-open", "\n\ncalibration-open: targets"),
    ],
)
def test_the_page_on_calibration_shows_what_is_printed(
    mark: str,
    name: str,
    end: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["calibrate", f"examples/{name}.yaml", "--notes"]) == 0
    shown = capsys.readouterr().out.split(end)[0].rstrip()
    text = CALIBRATION.read_text(encoding="utf-8")
    before, after = text.split(f"<!-- {mark} -->\n```text\n")
    after = after[after.index("```") :]
    same(CALIBRATION, f"{before}<!-- {mark} -->\n```text\n{shown}\n{after}")


def test_the_page_on_calibration_shows_what_is_written(tmp_path: Path) -> None:
    new = tmp_path / "labour.yaml"
    assert main(["calibrate", str(ROOT / "examples/calibration.yaml"), "--out", str(new)]) == 0
    written = new.read_text(encoding="utf-8")
    start = written.index("        from_1:\n")
    shown = textwrap.dedent(written[start : written.index("        from_19:")]).rstrip()
    shown = shown.replace(f"ipscost {ipscost.__version__}", "ipscost VERSION")
    text = CALIBRATION.read_text(encoding="utf-8")
    before, after = text.split("<!-- written -->\n```yaml\n")
    after = after[after.index("```") :]
    same(CALIBRATION, f"{before}<!-- written -->\n```yaml\n{shown}\n{after}")


SENSITIVITY = ROOT / "docs" / "sensitivity.md"
GRID = ["--grid", "cost.programme.ips=900:12000:5", "--grid", "cost.psychiatric.hospital.ips"]


@pytest.mark.parametrize(
    ("mark", "arguments", "start", "end"),
    [
        ("sensitivity", ["sensitivity"], "For people", "\n\n\n"),
        (
            "tornado",
            ["sensitivity", "--notes"],
            "Saving with IPS, one",
            "\n\nSaving with IPS in the",
        ),
        ("grid", ["sensitivity", *GRID], "For people", "\n\n- "),
        ("analyses", ["sensitivity", "--notes"], "Saving with IPS in the", "\n\nWhat each"),
        ("threshold", ["threshold", "cost.programme.ips"], "For people", "\n\n\n"),
    ],
)
def test_the_page_on_sensitivity_shows_what_is_printed(
    mark: str,
    arguments: list[str],
    start: str,
    end: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    command, *rest = arguments
    assert main([command, "scenarios/inklusion-ips.yaml", *rest]) == 0
    out = capsys.readouterr().out
    shown = out[out.index(start) :].split(end)[0].rstrip()
    text = SENSITIVITY.read_text(encoding="utf-8")
    before, after = text.split(f"<!-- {mark} -->\n```text\n")
    after = after[after.index("```") :]
    same(SENSITIVITY, f"{before}<!-- {mark} -->\n```text\n{shown}\n{after}")


def test_the_numbers_that_the_page_on_sensitivity_works_out_are_those_shown() -> None:
    text = SENSITIVITY.read_text(encoding="utf-8")
    scenario = ipscost.load(ROOT / "scenarios/inklusion-ips.yaml")
    hospital = next(q for q in scenario.quantities if q.path == "cost.psychiatric.hospital.ips")
    low = float(hospital.dist.ppf(np.array([0.025]))[0])
    assert f"72,013 + ({-low:,.0f} - 3,730) x {hospital.factor:.5f} = 104,563 kr." in text
    assert round(72_013.14 + (-low - 3730) * hospital.factor) == 104_563
    assert "914 + 9,543 = 10,457 euros" in text
    assert "78,910 kr. per person (now 6,897 kr.)" in " ".join(text.split())
    analysis = next(a for a in scenario.analyses if a.name == "as_acceptable_as_published")
    assert analysis.settings == ("cost.social_and_other.ips.se=5410",)
    assert "standard error of 5,410 euros" in " ".join(text.split())


PAYERS = ROOT / "docs" / "payers.md"


@pytest.mark.parametrize(
    ("mark", "arguments", "start", "end"),
    [
        ("payers-short", [], "For people", "\n\n\n"),
        ("payers-account", ["--notes"], "- The public sector: ", "\n- Region: "),
        ("payers-accounts", ["--notes"], "Net gain and break-even: IPS ", "\n\nWho gains"),
    ],
)
def test_the_page_on_payers_shows_what_is_printed(
    mark: str,
    arguments: list[str],
    start: str,
    end: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["payers", "labour-market-ips", *arguments]) == 0
    out = capsys.readouterr().out
    shown = out[out.index(start) :].split(end)[0].rstrip()
    text = PAYERS.read_text(encoding="utf-8")
    before, after = text.split(f"<!-- {mark} -->\n```text\n")
    after = after[after.index("```") :]
    same(PAYERS, f"{before}<!-- {mark} -->\n```text\n{shown}\n{after}")


def test_the_welfare_account_that_the_page_on_payers_works_out_is_the_one_computed() -> None:
    text = " ".join(PAYERS.read_text(encoding="utf-8").split())
    run = ipscost.simulate(ipscost.load("ips-ten-years"), ipscost.Settings(draws=0))
    change = run.point.difference("ips")[:, 0]
    society, welfare = (-(run.point.weight(view) @ change) for view in ("societal", "welfare"))
    assert f"society saves {society:,.0f} kr. with IPS" in text
    assert f"1.28 x {society:,.0f} = {welfare:,.0f} kr. is the account `welfare`" in text
    assert welfare == pytest.approx(1.28 * society)


def test_the_factor_that_the_method_works_out_is_the_one_of_the_schedule() -> None:
    text = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    assert "1.035^-35 × 1.025^-5 = 0.265" in text
    assert round(1.035**-35 * 1.025**-5, 3) == 0.265


def test_the_readme_shows_a_real_message() -> None:
    text = README.read_text(encoding="utf-8")
    shown = next(b for b in re.findall(r"```text\n(.*?)```", text, re.S) if "E112" in b)
    real = (ROOT / "tests" / "bad" / "E112-danish.txt").read_text(encoding="utf-8")
    assert shown.rstrip() == real.replace("E112-danish.yaml", "mine.yaml").rstrip()


def test_windows_is_told_the_same_as_others() -> None:
    text = README.read_text(encoding="utf-8")
    (usual,) = re.findall(r"<!-- run-command -->\n```sh\n(.*?)\n```", text, re.S)
    (windows,) = re.findall(r"<!-- windows-command -->\n```powershell\n(.*?)\n```", text, re.S)
    for before, after in (
        ("python3", "py"),
        (".venv/bin/pip", ".venv/bin/python -m pip"),
        ("/bin/", "/Scripts/"),
        ("/", "\\"),
        (" && ", "\n"),
    ):
        usual = usual.replace(before, after)
    assert windows == usual


def test_every_command_stands_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    commands = [command.name or command.callback.__name__ for command in app.registered_commands]  # type: ignore[union-attr]
    assert len(commands) == 26
    for name in commands:
        assert f"`ipscost {name}" in text, name


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in app.registered_commands:
        name = command.name or command.callback.__name__  # type: ignore[union-attr]
        assert main([name, "--help"]) == 0
        assert len(capsys.readouterr().out.splitlines()) > 4, name


def test_links_in_the_documentation_lead_somewhere() -> None:
    for page in [README, *sorted((ROOT / "docs").glob("*.md"))]:
        for target, anchor in re.findall(r"\]\(([^)#]*)(#[^)]*)?\)", page.read_text("utf-8")):
            if target.startswith("http"):
                continue
            there = page.parent / target if target else page
            assert there.exists(), f"{page.name}: {target}"
            if anchor:
                headings = re.findall(r"^#+ (.*)$", there.read_text("utf-8"), re.MULTILINE)
                anchors = {
                    re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in headings
                }
                assert anchor[1:] in anchors, f"{page.name}: {target}{anchor}"


def test_the_architecture_page_names_every_module() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in (ROOT / "ipscost").iterdir():
        if path.name not in ("__init__.py", "__main__.py", "__pycache__", "template.yaml"):
            assert path.name in text, path.name
    for folder in (
        "loading",
        "analysis",
        "report",
        "formats",
        "decision",
        "words",
        "scenario",
        "drawing",
    ):
        for init in (ROOT / "ipscost" / folder).rglob("__init__.py"):
            described = init.read_text(encoding="utf-8")
            for path in init.parent.iterdir():
                if path.stem not in ("__init__", "__pycache__"):
                    assert re.search(rf"^\s*{path.stem} ", described, re.MULTILINE), path


def test_the_example_runs() -> None:
    script = ROOT / "examples" / "from_python.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("IPS saves 72,013 kr. per person")


def test_the_dependencies_are_pinned_below_and_constrained() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["dev"], *extras["parquet"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0].lower() for line in lines}
    for requirement in wanted:
        name = re.split(r"[><=;\s]", requirement)[0]
        assert ">=" in requirement, requirement
        assert name.lower() in pinned, name
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9.]+", line) for line in lines)
