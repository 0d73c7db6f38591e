"""Results made elsewhere, in the forms in which other programs write them."""

from __future__ import annotations

import io
import time
from pathlib import Path

import numpy as np
import pytest

from ipscost.errors import ScenarioError
from ipscost.loading.results import file as psa_file
from ipscost.loading.results.psa import PsaResults, read_psa

COST = [[1000.5, 1100.0, 1050.25], [900.0, 950.75, 870.0]]
EFFECT = [[0.41, 0.4, 0.44], [0.52, 0.55, 0.53]]

WIDE = """\
draw,cost_usual,cost_ips,effect_usual,effect_ips
1,1000.5,900,0.41,0.52
2,1100,950.75,0.40,0.55
3,1050.25,870,0.44,0.53
"""
LONG = """\
draw,arm,cost,effect
1,usual,1000.5,0.41
1,ips,900,0.52
2,usual,1100,0.40
2,ips,950.75,0.55
3,usual,1050.25,0.44
3,ips,870,0.53
"""
DANISH = """\
draw;cost_usual;cost_ips;effect_usual;effect_ips
1;1000,5;900;0,41;0,52
2;1100;950,75;0,40;0,55
3;1050,25;870;0,44;0,53
"""
DRAWN = "draw,rate,price\n1,0.1,7\n2,0.2,8\n3,0.3,6\n"


def results(content: str | bytes, parameters: str = "", **options: str) -> PsaResults:
    """The results in a file with this content, and in another with these parameters."""
    raw = content if isinstance(content, bytes) else content.encode()
    Path("results.csv").write_bytes(raw)
    Path("drawn.csv").write_text(parameters, encoding="utf-8")
    drawn = "drawn.csv" if parameters else None
    return read_psa("results.csv", drawn, **options)  # type: ignore[arg-type]


def notes(found: PsaResults) -> list[str]:
    """The notes in English but the one on the reference."""
    return [note.tell("en") for note in found.notes if "held against" not in note.tell("en")]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


QUOTED = "\n".join(",".join(f'"{c}"' for c in line.split(",")) for line in WIDE.splitlines())
SHUFFLED = "\n".join(LONG.splitlines()[i] for i in (0, 3, 6, 2, 1, 5, 4))
R_CSV = """\
"","cost_usual","cost_ips","effect_usual","effect_ips"
"1",1000.5,9e+02,0.41,0.52
"2",1100,950.75,0.4,0.55
"3",1050.25,870,0.44,0.53
"""
"""As write.csv of R writes a data frame; write.csv2 does so with semicolons and decimal commas."""
R_CSV2 = R_CSV.replace(",", ";").replace(".", ",")
ORDER = "effect_ips,cost_usual,sim,effect_usual,cost_ips\n"
ORDER += "0.55,1100,2,0.40,950.75\n0.52,1000.5,1,0.41,900\n0.53,1050.25,3,0.44,870\n"


@pytest.mark.parametrize(
    "content",
    [
        WIDE,
        LONG,
        DANISH,
        SHUFFLED,
        ORDER,
        QUOTED,
        R_CSV,
        R_CSV2,
        "\ufeff" + WIDE,
        WIDE.replace("\n", "\r\n"),
        WIDE.replace("\n", "\r"),
        WIDE + "\n\n,,,,\n",
        "\n" + WIDE,
        "sep=,\n" + WIDE,
        "sep=;\r\n" + DANISH.replace("\n", "\r\n"),
        ("\ufeff" + DANISH).encode("utf-16-le"),
        WIDE.encode("utf-16"),
        WIDE.replace(",", "\t"),
        DANISH.replace(";", "\t"),
        WIDE.replace("cost_", "Cost ").replace("effect_", "QALYs."),
        WIDE.replace("cost_", "c_").replace("effect_", "e_"),
        WIDE.replace("draw", '""'),
        WIDE.replace("draw", "X"),
        WIDE.replace("cost_", "omkostning_").replace("effect_", "effekt_"),
        WIDE.replace("1000.5,", " 1000.5 ,"),
        WIDE.replace("0.41", "41e-2").replace("0.52", "+.52").replace(",900", ",900."),
        LONG.replace("draw,arm,cost,effect", ".index,.strategy_names,.cost,.effect"),
        LONG.replace("draw,arm,cost,effect", "Sample,Strategy_ID,Costs,QALYs"),
    ],
)
def test_each_way_of_writing_them_gives_the_same_results(content: str | bytes) -> None:
    psa = results(content, reference="usual").psa
    arms = [psa.arms.index("usual"), psa.arms.index("ips")]
    assert psa.cost[arms].tolist() == COST
    assert psa.effect[arms].tolist() == EFFECT
    assert psa.reference == "usual"
    assert psa.cost_mean[arms] == pytest.approx(np.mean(COST, axis=1))


def test_row_numbers_of_r_are_told_from_draws() -> None:
    lines = LONG.splitlines()
    numbered = [f'"{place}",{line}' for place, line in enumerate(lines)]
    numbered[0] = '"",' + lines[0]
    assert results("\n".join(numbered)).psa.cost.tolist() == COST


def test_decimal_commas_are_read_and_a_note_says_so() -> None:
    assert notes(results(DANISH)) == [
        "results.csv was read with decimal commas: 1,5 is one and a half."
    ]
    assert notes(results(WIDE)) == []


def test_semicolons_with_points_for_decimals_are_read_where_they_cannot_mean_thousands() -> None:
    found = results(WIDE.replace(",", ";"))
    assert found.psa.cost.tolist() == COST
    assert notes(found) == []


@pytest.mark.parametrize(
    "content",
    [
        "Strategy,Cost,QALYs\nusual,1000,0.4\nips,900,0.5\n",
        '"","Strategy","Cost","QALYs"\n"1","usual",1000,0.4\n"2","ips",900,0.5\n',
        "cost_usual,cost_ips,qaly_usual,qaly_ips\n1000,900,0.4,0.5\n",
    ],
)
def test_one_row_an_arm_without_draws_is_read_as_expected_values(content: str) -> None:
    found = results(content)
    assert found.psa.draws == 1
    assert found.psa.cost_mean.tolist() == [1000, 900]
    assert found.psa.effect_mean.tolist() == [0.4, 0.5]
    assert found.is_qaly
    assert notes(found) == [
        "results.csv holds expected values alone, one row an arm, so nothing can be said about "
        "how sure they are."
    ]


def test_draws_stand_in_the_order_of_their_numbers() -> None:
    rows = [f"{draw},{draw * 10},{draw},1,2" for draw in (10, 9, 2, 1)]
    psa = results("\n".join([WIDE.splitlines()[0], *rows])).psa
    assert psa.cost[1].tolist() == [1, 2, 9, 10]


def test_draws_may_have_names() -> None:
    content = WIDE.replace("\n1,", "\nlow,").replace("\n2,", "\nhigh,").replace("\n3,", "\nmid,")
    assert results(content).psa.cost[1].tolist() == [950.75, 900, 870]


def test_what_is_not_read_is_told() -> None:
    more = ["age", *"123456"]
    lines = [f"{line},{extra}" for line, extra in zip(LONG.splitlines(), more, strict=True)]
    assert notes(results("\n".join(lines))) == ["Columns of results.csv that were not read: age."]


def test_another_word_before_each_arm_is_an_effect_and_a_note_says_so() -> None:
    found = results(WIDE.replace("effect_", "hours_"))
    assert found.psa.effect.tolist() == EFFECT
    assert (found.outcome, found.is_nameless) == ("hours", False)
    assert notes(found) == ["The effect is what results.csv calls hours."]


def test_the_outcome_names_one_of_several_effects() -> None:
    lines = WIDE.replace("effect_", "qaly_").splitlines()
    more = [",ly_usual,ly_ips", ",7,8", ",7,9", ",6,8"]
    content = "\n".join(line + more for line, more in zip(lines, more, strict=True))
    assert results(content, outcome="ly").psa.effect.tolist() == [[7, 7, 6], [8, 9, 8]]
    assert results(content, outcome="outcome.QALYs").psa.effect.tolist() == EFFECT


def test_a_column_that_is_of_no_arm_is_no_effect() -> None:
    more = ["utility_hospital", "1", "2", "3"]
    content = "\n".join(f"{a},{b}" for a, b in zip(WIDE.splitlines(), more, strict=True))
    found = results(content)
    assert found.psa.effect.tolist() == EFFECT
    assert notes(found) == ["Columns of results.csv that were not read: utility_hospital."]


@pytest.mark.parametrize("arm", [".", "-x", "a_b-c", "100%", "æ ø", "=A"])
def test_an_arm_may_have_any_name(arm: str) -> None:
    assert results(WIDE.replace("_ips", f"_{arm}")).psa.arms == ("usual", arm)
    assert results(LONG.replace("ips", arm)).psa.arms == ("usual", arm)


def test_arms_that_end_alike_are_told_apart() -> None:
    content = "cost_a,cost_b_a,ly_a,ly_b_a\n1,2,3,4\n5,6,7,8\n"
    psa = results(content).psa
    assert psa.arms == ("a", "b_a")
    assert psa.effect.tolist() == [[3, 7], [4, 8]]


def test_cost_alone_is_read_where_no_effect_is_needed() -> None:
    Path("costs.csv").write_text("cost_a,cost_b\n1,2\n3,5\n")
    found = read_psa("costs.csv", effect_needed=False)
    assert found.psa.effect.tolist() == [[0, 0], [0, 0]]
    assert notes(found) == ["costs.csv has no effects: cost alone counts."]


# --- parameters ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "drawn",
    [
        DRAWN,
        "price,draw,rate\n6,3,0.3\n7,1,0.1\n8,2,0.2\n",
        DRAWN.replace(",", ";").replace(".", ","),
        DRAWN.replace("draw", '""'),
        DRAWN.replace("draw", "X"),
        DRAWN.replace("draw", '""')
        .replace("\n1", "\n0")
        .replace("\n2", "\n1")
        .replace("\n3", "\n2"),
        "rate,price\n0.1,7\n0.2,8\n0.3,6\n",
        "rate,price,\n0.1,7,\n0.2,8,\n0.3,6,\n",
    ],
)
@pytest.mark.parametrize("content", [WIDE, LONG])
def test_parameters_are_matched_with_the_draws_of_the_results(content: str, drawn: str) -> None:
    found = results(content, drawn)
    assert {name: values.tolist() for name, values in found.psa.parameters.items()} == {
        "rate": [0.1, 0.2, 0.3],
        "price": [7, 8, 6],
    }
    assert set(found.inputs) == {"results.csv", "drawn.csv"}


@pytest.mark.parametrize("content", [ORDER, SHUFFLED])
def test_numbered_draws_are_matched_whatever_their_order(content: str) -> None:
    drawn = results(content, DRAWN).psa.parameters
    assert drawn["rate"].tolist() == [0.1, 0.2, 0.3]


def test_parameters_without_draws_are_matched_by_order_and_a_note_says_so() -> None:
    found = results(ORDER, "rate\n0.2\n0.1\n0.3\n")
    assert found.psa.parameters["rate"].tolist() == [0.1, 0.2, 0.3]
    assert notes(found) == [
        "The draws of drawn.csv were matched with those of results.csv by their order, since not "
        "both number them."
    ]
    in_long = results(SHUFFLED, "rate\n0.2\n0.3\n0.1\n")  # draws first stand there as 2, 3, 1
    assert in_long.psa.parameters["rate"].tolist() == [0.1, 0.2, 0.3]


def test_a_parameter_that_is_called_x_is_no_number_of_rows() -> None:
    drawn = results(WIDE, "x,rate\n0.7,0.1\n0.9,0.2\n0.8,0.3\n").psa.parameters
    assert drawn["x"].tolist() == [0.7, 0.9, 0.8]


def test_what_never_varies_is_left_out_and_told() -> None:
    found = results(WIDE, DRAWN.replace("price", "fixed").replace(",8", ",7").replace(",6", ",7"))
    assert set(found.psa.parameters) == {"rate"}
    assert found.fixed == {"fixed": 7}
    assert notes(found) == [
        "Parameters that are the same in every draw have nothing to tell and are left out: fixed."
    ]


# --- files that cannot be read ---------------------------------------------------------------


def refusal(file: str, parameters: str | None = None) -> str:
    """The text with which a file is refused."""
    with pytest.raises(ScenarioError) as caught:
        read_psa(file, parameters)
    return str(caught.value)


def test_a_missing_file_names_one_of_nearly_its_name() -> None:
    Path("results.csv").write_text(WIDE)
    assert refusal("reslts.csv") == (
        "reslts.csv: error[E001] no such file\n  fix: write results.csv"
    )
    assert refusal("none/results.csv").endswith("fix: check the path: there is no folder none")
    assert refusal("other").endswith("fix: check the spelling and the folder")
    assert refusal("results.csv", "drwan.csv").startswith("drwan.csv: error[E001]")


def test_a_directory_is_no_file_of_results() -> None:
    Path("results").mkdir()
    assert refusal("results") == (
        "results: error[E002] expected a CSV file, found a directory\n  fix: name a file in it"
    )


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert "error[E003] cannot be read: File name too long" in refusal("a" * 5000)


@pytest.mark.parametrize("content", ["", "\n\n  \n", "\ufeff"])
def test_an_empty_file_of_results_is_refused(content: str) -> None:
    Path("empty.csv").write_text(content, encoding="utf-8")
    assert refusal("empty.csv") == (
        "empty.csv: error[E004] expected headings and rows, found nothing\n"
        "  fix: write a line of headings, and below it a row for each draw"
    )


def test_a_file_of_2_gigabytes_is_refused_without_reading_it() -> None:
    with Path("large.csv").open("wb") as file:
        file.truncate(2_000_000_000)
    start = time.process_time()
    assert refusal("large.csv") == (
        "large.csv: error[E005] expected at most 500 MB, found more\n"
        "  fix: keep the columns of draw, arm, cost and effect alone, or fewer draws"
    )
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "expected a CSV file, found a workbook or an archive"),
        (b"PAR1\x15\x04\x00\x00", "expected a CSV file, found a binary one"),
        (WIDE.encode("utf-16-le"), "expected a CSV file, found a binary one"),
        (b"\xff\xfe\x00\xd8", "expected text, found broken UTF-16"),
        (
            b"tr\x9dkning,cost\n",
            "expected UTF-8 text, found byte 0x9d on line 1",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, found: str) -> None:
    Path("book.csv").write_bytes(content)
    assert refusal("book.csv").startswith(f"book.csv: error[E006] {found}\n  fix: ")


def test_a_cell_without_end_is_refused() -> None:
    Path("long.csv").write_text(WIDE.replace("1000.5", "1" * 200_000))
    assert refusal("long.csv").startswith(
        "long.csv:2:1: error[E503] the cells cannot be told apart: field larger than field limit"
    )
    Path("head.csv").write_text('"draw,cost_a\n1,2\n')
    assert refusal("head.csv").startswith(
        "head.csv:1:1: error[E503] expected a quote that ends the cell, found none"
    )


def test_a_place_is_counted_below_blank_lines_and_cells_of_several_lines() -> None:
    head, first, second, third = LONG.splitlines()[:4]
    lines = [head, "", first.replace("usual", '"usual\ncare"'), second, ",,,", third, "2,ips,x,0"]
    Path("lines.csv").write_text("\r\n".join(lines))
    assert refusal("lines.csv").startswith("lines.csv:8:7: error[E504] expected a number")


# --- the standard input ----------------------------------------------------------------------


def given(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    """Puts bytes into the standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_results_are_read_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, WIDE.encode())
    found = read_psa("-")
    assert found.psa.cost.tolist() == COST
    assert (found.name, found.file, list(found.inputs)) == ("<stdin>", "<stdin>", ["<stdin>"])


def test_stdin_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psa_file, "MOST_BYTES", 1000)
    given(monkeypatch, b"1," * 600)
    assert refusal("-").startswith("<stdin>: error[E005] expected at most 0.001 MB, found more")


def test_a_closed_stdin_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert refusal("-").startswith("<stdin>: error[E003] cannot be read: ")


def test_numbers_of_draws_that_are_missing_are_told() -> None:
    head, *rows = WIDE.splitlines()
    numbered = [f"draw,{head}"] if not head.startswith(("draw", "sim")) else [head]
    values = [row.partition(",")[2] if numbered == [head] else row for row in rows]
    lines = [*numbered, *(f"{2 * place + 3},{row}" for place, row in enumerate(values))]
    last, missing = 2 * len(values) + 1, len(values) - 1
    assert notes(results("\n".join(lines))) == [
        f"The draws of results.csv are numbered from 3 to {last}, but {missing} of these numbers "
        "are missing. If the rows were lost, so was what they said."
    ]


def test_a_file_of_another_name_is_no_fix_for_one_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "onearm.csv").write_text(WIDE, encoding="utf-8")
    for name, fix in (("nothere.csv", "check the spelling and the folder"), ("onearms.csv", "wr")):
        with pytest.raises(ScenarioError) as caught:
            read_psa(tmp_path / name)
        (problem,) = caught.value.problems
        assert problem.code == "E001"
        assert problem.fix.startswith(fix)
