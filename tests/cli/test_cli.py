"""Exit codes, streams and files: stdout is data, stderr is for people."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from messages import flat, said, tells

from ipscost.cli import main

COMMAND = [sys.executable, "-m", "ipscost"]
Capture = pytest.CaptureFixture[str]


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        check=False,
        **options,  # type: ignore[call-overload, no-any-return]
    )


def test_a_good_run_prints_its_result_to_stdout_and_nothing_to_stderr(capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips"]) == 0
    captured = capsys.readouterr()
    first, _, _ = captured.out.partition("\n\n")
    assert tells(first, "saves", amount="72,013 kr.", horizon=said("horizon", months=18))
    assert captured.err == ""


def test_a_bad_scenario_exits_1_and_leaves_stdout_empty(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("ipscost: 2\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    assert main(["simulate", str(path), "--out", str(out)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "error[E104] ipscost: expected one of 1, found '2'" in captured.err
    assert not out.exists()


def test_a_missing_file_is_answered_with_the_nearest_shipped_name(capsys: Capture) -> None:
    assert main(["simulate", "inklusion-isp"]) == 2
    assert capsys.readouterr().err == (
        "inklusion-isp: error[E001] no such file\n"
        "  fix: check the path, or write inklusion-ipse (a scenario that comes with ipscost)\n"
    ).replace("inklusion-ipse", "inklusion-ips")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["simulate"], "Missing argument 'FILE'"),
        (["simulat", "inklusion-ips"], "No such command 'simulat'"),
        (["simulate", "inklusion-ips", "--drws", "5"], "No such option: --drws"),
        (["simulate", "inklusion-ips", "--draws", "many"], "Invalid value for '--draws'"),
        (["simulate", "inklusion-ips", "--draws", "-1"], "Invalid value for '--draws'"),
        (["simulate", "inklusion-ips", "--level", "1"], "Invalid value for '--level'"),
        (
            ["simulate", "inklusion-ips", "--format", "pdf"],
            "--format must be one of table, plain, markdown, latex, csv, json, jsonl, parquet, "
            "xlsx, not 'pdf'",
        ),
        (["simulate", "inklusion-ips", "--lang", "de"], "--lang must be one of en, da, not 'de'"),
        (
            ["simulate", "inklusion-ips", "--out", "no/such/folder/x.csv"],
            "the folder no/such/folder does not exist; create it",
        ),
        (["simulate", "inklusion-ips", "--out", "."], "is a directory; name a file in it"),
        (
            ["simulate", "inklusion-ips", "--out", "result.docx"],
            "--out result.docx: the ending names no format; use .csv, .json, .jsonl, .md, "
            ".parquet, .tex, .txt, .xlsx, or add --format",
        ),
        (
            ["simulate", "inklusion-ips", "--csv-dialect", "excel-da"],
            "--csv-dialect excel-da is for CSV, but the format is table; add --format csv",
        ),
        (
            ["verify", "inklusion-ips", "--csv-dialect", "excel-da", "--out", "x.xlsx"],
            "--csv-dialect excel-da is for CSV, but the format is xlsx; add --format csv",
        ),
        (
            ["explain", "inklusion-ips", "cost", "--format", "csv", "--csv-dialect", "excel"],
            "--csv-dialect must be one of standard, excel-da, not 'excel'",
        ),
        (
            ["simulate", "inklusion-ips", "--out", "mine.yaml", "--format", "csv"],
            "--out mine.yaml would overwrite a scenario; name another file",
        ),
        (
            ["simulate", "inklusion-ips", "--draws", "10.000"],
            "expected a whole number, found '10.000'; write 10000",
        ),
        (
            ["simulate", "inklusion-ips", "--level", "95"],
            "expected a level between 0.01 and 0.999, found '95'; 95 per cent is 0.95",
        ),
        (["simulate", "inklusion-ips", "--price-year", "17"], "expected a year such as 2024"),
        (
            ["simulate", "inklusion-ips", "--draws", "900000000"],
            "900,000,000 draws need too much memory; use at most",
        ),
    ],
)
def test_a_wrong_command_line_exits_2_and_says_why(
    arguments: list[str], message: str, capsys: Capture
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_no_arguments_show_the_help() -> None:
    done = run()
    assert "simulate" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_version_is_printed(capsys: Capture) -> None:
    from ipscost import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ipscost {__version__}\n"


def test_verify_exits_1_where_a_published_result_is_not_met(
    tmp_path: Path, capsys: Capture
) -> None:
    source = Path(__file__).parents[2] / "scenarios" / "inklusion-ipse.yaml"
    text = source.read_text(encoding="utf-8").replace("value: 55000", "value: 72000")
    path = tmp_path / "claim.yaml"
    path.write_text(text, encoding="utf-8")
    assert main(["verify", str(path)]) == 1
    shown = capsys.readouterr().out
    assert tells(shown, "verify_bad", name="claim", bad=1, count=4)
    assert said("differs") in shown


def test_verify_of_every_shipped_scenario_passes(capsys: Capture) -> None:
    from ipscost.loading.text.shipped import names

    assert main(["verify", *names()]) == 0
    shown = capsys.readouterr().out
    for name, count, given in (("inklusion-ips", 7, 4), ("inklusion-ipse", 4, 3)):
        words = {"name": name, "count": count, "construction": given}
        assert said("verify_good_construction", **words) in flat(shown)


def test_the_format_follows_the_ending_of_the_file(tmp_path: Path, capsys: Capture) -> None:
    for ending, start in {
        "csv": "scenario,arm,versus,measure,path",
        "json": "{",
        "md": "For people",
        "tex": "For people",
        "txt": "For people",
        "jsonl": '{"scenario": "inklusion-ips", ',
        "parquet": "PAR1",
        "xlsx": "PK",
    }.items():
        out = tmp_path / f"result.{ending}"
        assert main(["simulate", "inklusion-ips", "--draws", "100", "--out", str(out)]) == 0
        assert out.read_bytes().startswith(start.encode())
    assert capsys.readouterr().out == ""
    assert json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))["record"]["seed"] == 1


def test_parquet_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert main(["simulate", "inklusion-ips", "--out", str(tmp_path / "x.parquet")]) == 2
    assert " ".join(capsys.readouterr().err.split()).endswith(
        "--format parquet needs the library pyarrow, which is missing; "
        "install it with: pip install pyarrow"
    )
    assert list(tmp_path.iterdir()) == []


def test_csv_for_danish_excel_is_written_as_it_wants_it(tmp_path: Path) -> None:
    out = tmp_path / "resultat.csv"
    dialect = ["--csv-dialect", "excel-da"]
    arguments = ["simulate", "inklusion-ips", "--draws", "10", "--lang", "da", *dialect]
    assert main([*arguments, "--out", str(out)]) == 0
    raw = out.read_bytes()
    assert raw.startswith(
        b"\xef\xbb\xbfscenario;arm;versus;measure;path;level;label;mean;low;high;"
    )
    assert raw.endswith(b"\r\n")
    assert ";Sociale og andre indsatser (rest);-14662,2168;" in raw.decode()
    piped = subprocess.run(
        [*COMMAND, *arguments, "--format", "csv"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
    )
    assert piped.stdout == raw


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    out = tmp_path / "result.csv"
    out.write_text("what was there\n", encoding="utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["simulate", "inklusion-ips", "--draws", "10", "--out", str(out)]) == 2
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "what was there\n"
    assert [path.name for path in tmp_path.iterdir()] == ["result.csv"]


def test_the_same_command_writes_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    for out in (first, second):
        assert main(["simulate", "inklusion-ips", "--months", "--out", str(out)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert main(["simulate", "inklusion-ips", "--seed", "2", "--out", str(second)]) == 0
    assert first.read_bytes() != second.read_bytes()


def test_a_reader_that_stops_early_ends_it_quietly() -> None:
    command = " ".join([*COMMAND, "simulate", "inklusion-ips", "--months"])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -n 1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("For people ")
    assert done.stderr == ""


WAITING = """
import time
from ipscost import run
from ipscost.__main__ import run as main

add = run._Whole.add

def waiting(whole, place, ledger):
    add(whole, place, ledger)
    print("a block is done", flush=True)
    time.sleep(600)

run._Whole.add = waiting
main()
"""
"""The program, but that it waits after the first block of draws, and says so."""


def test_an_interrupt_exits_130_without_a_traceback(tmp_path: Path) -> None:
    arguments = ["simulate", "inklusion-ips", "--out", str(tmp_path / "result.csv")]
    command = [sys.executable, "-c", WAITING, *arguments]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "a block is done\n"
    process.send_signal(signal.SIGINT)
    _, error = process.communicate()
    assert process.returncode == 130
    assert "interrupted; nothing was written" in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_bug_of_ours_is_owned_and_kept_in_a_file(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("nobody expected this")

    monkeypatch.setattr("ipscost.cli.simulate.simulated_with_analyses", broken)
    assert main(["simulate", "inklusion-ips"]) == 3
    error = capsys.readouterr().err
    assert "ipscost has a bug, and this is not your fault: KeyError: 'nobody expected" in error
    kept = Path(error.strip().rsplit(" ", 1)[1])
    assert "Traceback" in kept.read_text(encoding="utf-8")
    kept.unlink()


def in_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command writes into a terminal of 80 columns."""
    master, slave = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    process = subprocess.Popen([*COMMAND, *arguments], stdout=slave, env=settings)
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait(timeout=60)
    os.close(master)
    return shown.decode()


def test_a_terminal_gets_colour_and_a_pipe_does_not() -> None:
    command = ("simulate", "inklusion-ips", "--draws", "100")
    assert "\x1b[1m" in in_a_terminal(*command)
    assert "\x1b" not in run(*command).stdout


def test_a_doubt_about_the_file_goes_to_stderr_and_the_result_to_stdout(
    tmp_path: Path, capsys: Capture
) -> None:
    source = Path(__file__).parents[2] / "ipscost" / "template.yaml"
    text = source.read_text(encoding="utf-8").replace("mean: 35000, se", "mean: 35.000, se")
    path = tmp_path / "doubt.yaml"
    path.write_text(text.replace("difference: -12000", "difference: -12"), encoding="utf-8")
    assert main(["simulate", str(path), "--draws", "10", "--notes"]) == 0
    captured = capsys.readouterr()
    assert "warning[W402] cost.jobcenter.usual.mean: " in captured.err
    assert "W402" not in captured.out
    assert tells(captured.out, "note_warning")
    assert tells(captured.out, "doubt_point", text="35.000")


def test_list_goes_on_below_itself_at_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 50
    assert "                     practice" in lines


def test_list_names_the_shipped_scenarios(capsys: Capture) -> None:
    assert main(["list"]) == 0
    own, _, others = capsys.readouterr().out.partition("\n\n")
    assert f"{own}\n" == (
        "inklusion-ips        Projekt Inklusion: IPS against normal practice\n"
        "inklusion-ipse       Projekt Inklusion: IPSE against normal practice\n"
        "ips-for-unge-2023    The grant of 2023: IPS for young people against normal practice\n"
        "ips-ten-years        Ten years of the public purses: IPS and IPSE against normal "
        "practice\n"
        "labour-market-ips    Benefit, education and job month by month: IPS and IPSE against "
        "normal practice\n"
        "ungeloeftet-2025     Ungeløftet in Høje-Taastrup: IPS for young people at full cost "
        "against normal practice\n"
    )
    from ipscost.loading.text.shipped import find

    heading, *evaluations = others.splitlines()
    assert tells(heading, "list_evidence")
    assert all(find(line.split()[0]) for line in evaluations)
    title = "VIP-STAR: IPS against transitional work for veterans with PTSD"
    assert f"vip-star             {title}" in evaluations


def test_a_price_year_restates_the_money(capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips", "--draws", "0", "--price-year", "2024"]) == 0
    # 72,013 kr. of 2017 times the consumer prices of 2018 to 2024
    factor = 1.0081 * 1.0076 * 1.0042 * 1.0185 * 1.0770 * 1.033 * 1.014
    assert tells(capsys.readouterr().out, "saves_of", amount=f"{72013.142 * factor:,.0f} kr.")


def test_a_price_year_without_an_index_is_an_error(capsys: Capture) -> None:
    assert main(["simulate", "inklusion-ips", "--price-year", "2025"]) == 2
    assert capsys.readouterr().err == (
        "--price-year:1:1: error[E212] money: no consumer prices for DKK in 2025\n"
        "    1 | 2025\n"
        "      | ^^^^\n"
        "  fix: write 2024 (prices are known from 1994 to 2024), or add these lines to the file:\n"
        "prices:\n"
        "  assume: 2025\n"
        "  growth: 0.018\n"
        '  assumption: "consumer prices rise by 1.8% a year after 2024, the mean of the 10 years '
        'before"\n'
        "or, to leave the file as it is, add to the command:\n"
        "  --set 'prices={assume: 2025, growth: 0.018, assumption: \"consumer prices rise by 1.8% "
        "a year after 2024, the mean of the 10 years before\"}'\n"
    )


def test_a_cost_can_be_set_on_the_command_line(capsys: Capture) -> None:
    setting = "cost.programme.ips.difference=3400"
    assert main(["simulate", "inklusion-ips", "--draws", "0", "--notes", "--set", setting]) == 0
    shown = capsys.readouterr().out
    # the programme is 3,400 - 914 euros of 2016 dearer
    saving = 72013.142 - (3400 - 914) * 7.46038 * 1.0115
    assert tells(shown, "saves_of", amount=f"{saving:,.0f} kr.")
    assert tells(shown, "note_set", settings=setting)


def test_a_full_disk_behind_stdout_is_no_bug() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "simulate", "inklusion-ips", "--draws", "10"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "the result cannot be written: No space left on device" in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "no-such-file"], 2),
        (["check", "no-such-file", "amiss.yaml"], 1),
        (["simulate", "amiss.yaml"], 1),
        (["simulate", "inklusion-ips", "--draws", "0", "--set", "money"], 2),
        (["simulate", "extends.yaml"], 1),
        (["explain", "inklusion-ips", "cost.nope", "--draws", "0"], 2),
        (["batch", "no-such-folder", "--out", "out"], 2),
        (["batch", ".", "--out", "out", "--sweep", "x.y=1:2:2"], 2),
        (["batch", "amiss.yaml", "--out", "out"], 1),
    ],
)
def test_what_was_asked_for_ends_with_2_and_what_a_file_holds_with_1(
    arguments: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "amiss.yaml").write_text("ipscost: 1\n", encoding="utf-8")
    text = "ipscost: 1\nextends: none.yaml\n"
    (tmp_path / "extends.yaml").write_text(text, encoding="utf-8")
    text = "ipscost: 1\ntitle: Own\nextends: inklusion-ips\n"
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    assert main(arguments) == code


def test_verify_checks_the_other_files_where_one_cannot_be_read(capsys: Capture) -> None:
    assert main(["verify", "no-such-file", "inklusion-ipse"]) == 2
    captured = capsys.readouterr()
    assert tells(captured.out, "verify_good_construction", name="inklusion-ipse", count=4)
    assert "error[E001]" in captured.err


def test_verify_without_draws_does_not_fail_what_needs_them(capsys: Capture) -> None:
    assert main(["verify", "inklusion-ips", "--draws", "0"]) == 0
    words = {"good": 6, "count": 7, "construction": 3, "unchecked": 1}
    assert tells(capsys.readouterr().out, "verify_some_construction_unchecked", **words)


def test_a_file_named_without_its_ending_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text("ipscost: 1\n", encoding="utf-8")
    assert main(["simulate", "mine"]) == 2
    assert "fix: write mine.yaml" in capsys.readouterr().err


DANISH = "inklusion-ips        Projekt Inklusion: IPS over for normalindsatsen"
ENGLISH = "inklusion-ips        Projekt Inklusion: IPS against normal practice"


@pytest.mark.parametrize(
    ("arguments", "environment", "first"),
    [
        ([], {}, ENGLISH),
        (["--lang", "da"], {}, DANISH),
        ([], {"IPSCOST_LANG": "da"}, DANISH),
        ([], {"LC_ALL": "da_DK.UTF-8"}, DANISH),
        (["--lang", "en"], {"IPSCOST_LANG": "da", "LC_ALL": "da_DK.UTF-8"}, ENGLISH),
    ],
)
def test_the_language_is_that_of_the_option_the_variable_or_the_locale(
    arguments: list[str],
    environment: dict[str, str],
    first: str,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["list", *arguments]) == 0
    assert capsys.readouterr().out.splitlines()[0] == first


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["simulate", "inklusion-ips", "--draws", "0"], "saves"),
        (["explain", "inklusion-ips", "cost", "--draws", "0"], "title_parts"),
        (["verify", "inklusion-ips"], "verify_good_construction"),
        (["check", "inklusion-ips"], "check_good_warned"),
        (["list"], ""),
    ],
)
def test_every_command_with_a_result_follows_the_variable(
    arguments: list[str], key: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPSCOST_LANG", "da")
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert tells(out, key, "da") if key else DANISH in out
    monkeypatch.setenv("IPSCOST_LANG", "dansk")
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert "IPSCOST_LANG must be one of en, da, not 'dansk'" in captured.err
    assert captured.out == ""


# --- compare ---------------------------------------------------------------------------------

VARIANT = "ipscost: 1\ntitle: A variant\nextends: inklusion-ips\n"


def variant(folder: Path, name: str, more: str = "") -> str:
    """The path of a scenario that extends inklusion-ips."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(VARIANT + more, encoding="utf-8")
    return str(file)


def test_compare_prints_its_result_to_stdout_and_nothing_to_stderr(capsys: Capture) -> None:
    assert main(["compare", "inklusion-ips", "inklusion-ipse", "--inputs"]) == 0
    captured = capsys.readouterr()
    names = {"name": "IPS", "other": "IPSE"}
    assert tells(captured.out, "compare_more", amount="17,017 kr.", **names)
    assert captured.err == ""


def test_compare_writes_data_alone_to_stdout(capsys: Capture) -> None:
    assert main(["compare", "inklusion-ips", "inklusion-ipse", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["record"]) == {"inklusion-ips", "inklusion-ipse"}
    assert {row["scenario"] for row in found["rows"]} == {"inklusion-ips", "inklusion-ipse"}


@pytest.mark.parametrize("command", ["compare", "check"])
def test_a_setting_that_does_not_fit_names_the_scenario_that_it_does_not_fit(
    command: str, capsys: Capture
) -> None:
    setting = "cost.programme.ips.difference=1000"
    assert main([command, "inklusion-ips", "inklusion-ipse", "--set", setting]) == 2
    told = "".join(capsys.readouterr())
    assert "(in inklusion-ips)" not in told
    assert "--set:1:6: error[E303] cost.programme.ips.difference: expected a path of the " in told
    assert "found none at cost.programme (in inklusion-ipse)\n" in told


def test_compare_sets_in_every_scenario(tmp_path: Path, capsys: Capture) -> None:
    other = variant(tmp_path, "other.yaml")
    setting = "cost.programme.ips.difference=1000"
    assert (
        main(["compare", "inklusion-ips", other, "--set", setting, "--draws", "0", "--notes"]) == 0
    )
    captured = capsys.readouterr()
    assert tells(captured.out, "compare_same", name="IPS", other="“A variant”")
    assert tells(captured.out, "note_set", settings=setting)


def test_compare_converts_to_the_money_of_the_first(tmp_path: Path, capsys: Capture) -> None:
    other = variant(tmp_path, "euro.yaml", "money: EUR_2016\n")
    assert main(["compare", "inklusion-ips", other, "--draws", "0", "--notes"]) == 0
    out = capsys.readouterr().out
    assert tells(out, "compare_same", name="IPS", other="“A variant”")
    stated = {
        "name": "A variant",
        "stated": "EUR_2016",
        "money": "DKK_2017",
        "base": "IPS",
    }
    assert tells(out, "note_restated_own", **stated)
    assert main(["compare", other, "inklusion-ips", "--price-year", "2020", "--draws", "0"]) == 2
    assert "error[E212] money: no consumer prices for EUR" in capsys.readouterr().err


def test_compare_names_the_file_that_has_no_price(tmp_path: Path, capsys: Capture) -> None:
    other = variant(tmp_path, "late.yaml", "money: EUR_2030\n")
    assert main(["compare", "inklusion-ips", other, "--draws", "0"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(
        f"{other}:4:8: error[E212] money: no exchange rate from EUR to DKK for 2030, so EUR_2030 "
        "cannot become DKK_2017"
    )
    assert captured.err.count("error[") == 1


def test_compare_tells_the_problems_of_every_file(tmp_path: Path, capsys: Capture) -> None:
    files = [variant(tmp_path, f"{name}.yaml", "horizn: 1\n") for name in "ab"]
    assert main(["compare", "inklusion-ips", *files]) == 1
    assert capsys.readouterr().err.count("error[E101] horizn") == 2


def test_compare_tells_files_of_one_name_apart(tmp_path: Path, capsys: Capture) -> None:
    files = [variant(tmp_path, f"{folder}/mine.yaml") for folder in ("north", "south")]
    assert main(["compare", *files, "--base", "south/mine", "--draws", "0", "--notes"]) == 0
    out = capsys.readouterr().out
    assert "north/mine" in out
    assert tells(out, "title_gap", base="south/mine", interval="")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["inklusion-ips"], "inklusion-ips alone cannot be compared"),
        (["inklusion-ips", "inklusion-ips"], "is named twice"),
        (["inklusion-ips", "inklusion-ipse", "--base", "inklusion-isp"], "write inklusion-ips"),
        (["inklusion-ips", "inklusion-ipse", "--arm", "ipx"], "write ips"),
        (["inklusion-ips", "inklusion-ipse", "--allow", "money"], "--allow must be one of horizon"),
        (["inklusion-ips", "inklusion-ipse", "--draws", "99999999999"], "need too much memory"),
    ],
)
def test_compare_refuses_what_it_cannot_compare(
    arguments: list[str], message: str, capsys: Capture
) -> None:
    assert main(["compare", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err


def test_compare_fits_three_long_names_into_80_columns(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    names = [f"a-municipality-with-a-very-long-name-number-{n}.yaml" for n in range(3)]
    label = "cost:\n  programme:\n    label: The programme of this municipality, without what it "
    label += "spends on normal practice in the same year\n"
    files = [variant(tmp_path, name, label) for name in names]
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *names]) == 0
    assert len(files) == 3
    shown = capsys.readouterr().out
    assert max(len(line) for line in shown.splitlines()) <= 80
