"""The forms in which other programs write results: each read the same, or told what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ipscost.errors import ScenarioError
from ipscost.loading.results.psa import PsaResults, read_psa

COST = [[1000.5, 1100, 1050.25, 990], [900, 950.75, 870, 880]]
EFFECT = [[0.41, 0.4, 0.44, 0.42], [0.52, 0.55, 0.53, 0.53]]
DRAWS = range(4)
ROWS = [[str(v) for v in (COST[0][d], COST[1][d], EFFECT[0][d], EFFECT[1][d])] for d in DRAWS]


def table(head: str, *, sep: str = ",", first: bool = True, end: str = "\n") -> str:
    """A table with these headings over the four columns of the results."""
    rows = [[*([str(d + 1)] if first else []), *ROWS[d]] for d in DRAWS]
    return end.join([head, *(sep.join(row) for row in rows)]) + end


def with_more(head: str, *columns: Sequence[float]) -> str:
    """The table with further columns behind it."""
    lines = table("draw,cost_usual,cost_ips,qaly_usual,qaly_ips").splitlines()
    lines[0] += f",{head}"
    for d in DRAWS:
        lines[d + 1] += "," + ",".join(str(column[d]) for column in columns)
    return "\n".join(lines) + "\n"


PLAIN = table("draw,cost_usual,cost_ips,qaly_usual,qaly_ips")
MORE_COST = [round(ips - usual, 2) for usual, ips in zip(*COST, strict=True)]
MORE_EFFECT = [round(ips - usual, 2) for usual, ips in zip(*EFFECT, strict=True)]
DANISH = ";".join(("træning", "omkostning_usual", "omkostning_ips", "effekt_usual", "effekt_ips"))

READ = {
    "R write.table": table('"cost_usual" "cost_ips" "qaly_usual" "qaly_ips"', sep=" "),
    "R write.csv2": table('"";"cost_usual";"cost_ips";"qaly_usual";"qaly_ips"', sep=";").replace(
        ".", ","
    ),
    "pandas": table(",cost_usual,cost_ips,qaly_usual,qaly_ips"),
    "Excel, sep=": "sep=;\r\n"
    + table(DANISH.replace("træning", "draw"), sep=";", end="\r\n").replace(".", ","),
    "Excel, thousands": PLAIN.replace("1000.5", '"1,000.50"').replace("1050.25", '"1,050.25"'),
    "Excel, title": f"Results of 4 draws,,,,\n,,,,\n{PLAIN}",
    "Excel, remarks": f"# model 3, seed 1, 4 draws\n{PLAIN}",
    "Excel, units": PLAIN.replace("\n1,", "\n,(kr.),(kr.),(QALY),(QALY)\n1,"),
    "Excel, two lines": table(",Cost,,QALY,\nDraw,usual,ips,usual,ips"),
    "TreeAge": '"Monte Carlo",,,,\n\n'
    + table("ITERATION,Cost (usual),Cost (ips),Eff (usual),Eff (ips)"),
    "TreeAge, arm first": table("Iteration,usual - Cost,ips - Cost,usual - QALYs,ips - QALYs"),
    "dampack": table(
        '"cost.usual","cost.ips","effectiveness.usual","effectiveness.ips"', first=False
    ),
    "BCEA": table("c_usual,c_ips,e_usual,e_ips", first=False),
    "BUGS": table("iter,cost[usual],cost[ips],qaly[usual],qaly[ips]"),
    "SAS": table("sim cost_usual cost_ips qaly_usual qaly_ips", sep=" "),
    "glued": table("sim,costUsual,costIps,qalyUsual,qalyIps"),
    "means below": f"{PLAIN}Mean,1035.2,900.2,0.4175,0.5325\nStd. dev.,5,3,0.02,0.01\nN,4,4,4,4\n",
    "source below": f"{PLAIN}Source: own model,,,,\n",
    "differences": with_more("cost_diff,qaly_diff", MORE_COST, MORE_EFFECT),
    "differences named by arms": with_more("cost_ips-usual,qaly_ips-usual", MORE_COST, MORE_EFFECT),
    "net benefits and ratio": with_more("nmb_usual,nmb_ips,icer", *[MORE_COST] * 3),
    "increments first": with_more("inc_cost,inc_qaly", MORE_COST, MORE_EFFECT),
    "parts": with_more("drugcost_usual,drugcost_ips,days_usual,days_ips", *[MORE_COST] * 4),
}


def read(text: str, folder: Path, **options: object) -> PsaResults:
    """The results of a text."""
    file = folder / "results.csv"
    file.write_text(text, encoding="utf-8", newline="")
    return read_psa(file, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", READ)
def test_each_form_gives_the_same_results(name: str, tmp_path: Path) -> None:
    psa = read(READ[name], tmp_path).psa
    assert [arm.lower() for arm in psa.arms] == ["usual", "ips"]
    assert psa.cost.tolist() == COST
    assert psa.effect.tolist() == EFFECT


def test_windows_text_is_read_and_a_note_says_so(tmp_path: Path) -> None:
    text = table("trækning,omkostning_før,omkostning_ips,effekt_før,effekt_ips")
    (tmp_path / "w.csv").write_bytes(text.encode("cp1252"))
    found = read_psa(tmp_path / "w.csv")
    assert found.psa.arms == ("før", "ips")
    assert any("Windows-1252" in note.tell("en") for note in found.notes)


TOLD = {
    "copies in another money": (
        with_more("cost_usual_eur,cost_ips_eur", *([v / 7.5 for v in row] for row in COST)),
        "E514",
        "cost_usual_eur is 0.133333 x cost_usual in every draw",
    ),
    "a sum by another name": (
        with_more(
            "cost_both,qaly_both",
            *([sum(pair) for pair in zip(*of, strict=True)] for of in (COST, EFFECT)),
        ),
        "E514",
        "cost_both is cost_usual + cost_ips in every draw",
    ),
    "two perspectives": (
        with_more("cost_public_usual,cost_public_ips", [1] * 4, [2] * 4)
        .replace("cost_usual", "cost_health_usual")
        .replace("cost_ips", "cost_health_ips"),
        "E502",
        "cost_health_ARM and cost_public_ARM may each be the cost",
    ),
    "undiscounted copies": (
        with_more("cost_usual_undisc,cost_ips_undisc", *COST),
        "E502",
        "cost_ARM and cost_undisc_ARM may each be the cost",
    ),
    "aligned by blanks": (PLAIN.replace(",", "   "), "E512", "several blanks"),
    "Markdown": (
        "\n".join(f"| {line.replace(',', ' | ')} |" for line in PLAIN.splitlines()),
        "E512",
        "bars",
    ),
    "no headings": (PLAIN.split("\n", 1)[1], "E520", "expected headings"),
    "another row": (f"{PLAIN}scenario 2,1,2,3,4\n", "E513", "found 'scenario 2'"),
    "two groups": (
        "subgroup,draw,arm,cost,qaly\n"
        + "".join(f"{g},{d},{a},{d},0\n" for g in ("old", "young") for d in DRAWS for a in "ab"),
        "E507",
        "another column tells the two apart",
    ),
    "money of another name": (
        table("sim,cost_usual,cost_ips,staff_usual,staff_ips"),
        "E515",
        "staff_ARM may be one, but its name does not tell",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_clear_is_told(name: str, tmp_path: Path) -> None:
    text, code, part = TOLD[name]
    with pytest.raises(ScenarioError) as caught:
        read(text, tmp_path)
    problem = caught.value.problems[0]
    assert problem.code == code
    assert part in problem.message


def test_arms_that_are_named_count_whatever_follows_from_what(tmp_path: Path) -> None:
    text, _, _ = TOLD["a sum by another name"]
    assert read(text, tmp_path, arms=["usual", "ips"]).psa.arms == ("usual", "ips")
    assert read(text, tmp_path, arms=["usual", "ips", "Both"]).psa.arms == ("usual", "ips", "both")
    with pytest.raises(ScenarioError, match="no arm ipse is there"):
        read(text, tmp_path, arms=["usual", "ipse"])


def test_one_of_two_costs_is_chosen(tmp_path: Path) -> None:
    text, _, _ = TOLD["two perspectives"]
    psa = read(text, tmp_path, cost="cost_health").psa
    assert (psa.arms, psa.cost.tolist()) == (("usual", "ips"), COST)
    assert read(text, tmp_path, cost="public_cost").psa.cost[:, 0].tolist() == [1, 2]


# --- tables with rows and columns that follow from others ----------------------------------------


def drawn(draws: int = 40) -> tuple[list[list[float]], list[list[float]]]:
    """Costs of two arms and their effects in some draws, as a file writes them: (draw, arm)."""
    random = np.random.default_rng(5)
    cost = random.normal((1000, 940), (80, 120), (draws, 2)).round(2)
    effect = random.normal((0.40, 0.49), (0.02, 0.03), (draws, 2)).round(4)
    return cost.tolist(), effect.tolist()


def written(
    more: str = "", third: Sequence[Sequence[float]] = (), *, is_numbered: bool = True
) -> str:
    """A file of these draws, with the cost and effect of a third arm where some are given."""
    cost, effect = drawn()
    lines = [f"{'draw,' * is_numbered}cost_usual,cost_ips,qaly_usual,qaly_ips{more}"]
    for row in range(len(cost)):
        cells = [*([row + 1] if is_numbered else []), *cost[row], *effect[row]]
        lines.append(",".join(map(str, [*cells, *(of[row] for of in third)])))
    return "\n".join(lines) + "\n"


def combined(one: float, other: float, digits: tuple[int, int]) -> list[list[float]]:
    """The same sum of the two arms in cost and effect, rounded."""
    return [
        (np.array(of) @ [one, other]).round(places).tolist()
        for of, places in zip(drawn(), digits, strict=True)
    ]


FOLLOWING = {
    "a mixture": (combined(0.7, 0.3, (2, 4)), "0.7 x cost_usual + 0.3 x cost_ips"),
    "a rounded difference": (combined(-1, 1, (0, 2)), "cost_ips - cost_usual"),
    "thousands": (combined(0, 0.001, (3, 7)), "0.001 x cost_ips"),
    "a copy": (combined(0, 1, (2, 4)), "cost_ips"),
    "a rounded copy": (combined(0, 1, (0, 3)), "cost_ips"),
    "the best of each draw": (
        [[min(of) for of in drawn()[0]], [max(of) for of in drawn()[1]]],
        "one of cost_usual, cost_ips",
    ),
}


@pytest.mark.parametrize("name", FOLLOWING)
def test_an_arm_that_follows_from_others_is_asked_about(name: str, tmp_path: Path) -> None:
    third, formula = FOLLOWING[name]
    text = written(",cost_x,qaly_x", third)
    with pytest.raises(ScenarioError) as caught:
        read(text, tmp_path)
    problem = caught.value.problems[0]
    assert problem.code == "E514"
    assert problem.message == f"cost_x is {formula} in every draw, so it may be no arm"
    assert read(text, tmp_path, arms=("usual", "ips", "x")).psa.arms == ("usual", "ips", "x")


def _own(seed: int = 8) -> list[float]:
    return np.random.default_rng(seed).normal(0.45, 0.03, 40).round(4).tolist()


REAL = {
    "of its own": [(np.array(_own()) * 2000).round(2).tolist(), _own(9)],
    "the cost of another": [combined(0, 1, (2, 4))[0], _own()],
    "a mixture in cost alone": [combined(0.7, 0.3, (2, 4))[0], _own()],
    "the effect of another": [
        (np.array(_own()) * 2000).round(2).tolist(),
        combined(0, 1, (2, 4))[1],
    ],
    "the same cost and few effects": [
        combined(0, 1, (2, 4))[0],
        [round(of[1] + 0.1 * (row % 3 - 1), 4) for row, of in enumerate(drawn()[1])],
    ],
}


@pytest.mark.parametrize("name", REAL)
def test_an_arm_of_its_own_stays_one(name: str, tmp_path: Path) -> None:
    psa = read(written(",cost_x,qaly_x", REAL[name]), tmp_path).psa
    assert psa.arms == ("usual", "ips", "x")


@pytest.mark.parametrize("kind", ["price", "two prices", "counts"])
def test_arms_of_one_uncertain_number_stay_arms(kind: str, tmp_path: Path) -> None:
    random = np.random.default_rng(3)
    price, worth = random.normal(1, 0.1, (2, 40))
    if kind == "counts":
        cost, effect = random.integers(0, 4, (2, 3, 40))
    else:
        cost = np.outer([310, 275, 430], price)
        effect = np.outer([0.31, 0.45, 0.52], worth if kind == "two prices" else price)
    heads = "cost_a,cost_b,cost_c,qaly_a,qaly_b,qaly_c"
    lines = [",".join(map(repr, row)) for row in np.concatenate([cost, effect]).T.tolist()]
    assert len(read("\n".join([heads, *lines]), tmp_path).psa.arms) == 3


def test_the_name_of_a_difference_may_have_a_number(tmp_path: Path) -> None:
    found = read(written(",cost_diff1,qaly_diff1", combined(-1, 1, (0, 2))), tmp_path)
    assert found.psa.arms == ("usual", "ips")
    assert any("cost_diff1 = cost_ips - cost_usual" in note.tell("en") for note in found.notes)


def _summary(kind: str, digits: int = 12) -> list[float]:
    table = np.concatenate(drawn(), axis=1)
    values = table.sum(axis=0) if kind == "sums" else table.mean(axis=0)
    return [float(f"{value:.{digits}g}") for value in values]


@pytest.mark.parametrize(
    ("kind", "is_numbered"), [("sums", False), ("sums", True), ("means", False), ("means", True)]
)
def test_a_last_row_that_sums_up_is_refused(kind: str, is_numbered: bool, tmp_path: Path) -> None:
    cells = [*([41] if is_numbered else []), *_summary(kind)]
    with pytest.raises(ScenarioError) as caught:
        read(written(is_numbered=is_numbered) + ",".join(map(str, cells)) + "\n", tmp_path)
    problem = caught.value.problems[0]
    assert (problem.code, problem.fix) == ("E513", "take line 42 out")
    assert problem.message == f"line 42 holds the {kind} of the rows above it, so it is no draw"


def test_a_first_row_of_means_is_refused_where_it_is_no_numbered_draw(tmp_path: Path) -> None:
    head, rest = written().split("\n", 1)
    means = ",".join(map(str, _summary("means", 5)))
    with pytest.raises(ScenarioError) as caught:
        read(f"{head}\n0,{means}\n{rest}", tmp_path)
    problem = caught.value.problems[0]
    assert (problem.code, problem.fix) == ("E513", "take line 2 out")
    assert problem.message == "line 2 holds the means of the rows below it, so it is no draw"


def test_the_middle_of_evenly_spread_points_is_a_draw(tmp_path: Path) -> None:
    points = [0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875]
    lines = [f"{n},{900 + p},{700 + 3 * p},{p},{2 * p}" for n, p in enumerate(points, 1)]
    text = "\n".join(["draw,cost_usual,cost_ips,qaly_usual,qaly_ips", *lines])
    assert read(text, tmp_path).psa.draws == 7


def test_columns_that_move_together_say_once_that_a_row_is_the_mean(tmp_path: Path) -> None:
    points = [3, 9, 14, 26, 38, 18]  # the last is the mean of the others
    lines = [f"{n},{900 + p},{700 + 3 * p},{p},{2 * p}" for n, p in enumerate(points, 1)]
    text = "\n".join(["draw,cost_usual,cost_ips,qaly_usual,qaly_ips", *lines])
    assert read(text, tmp_path).psa.draws == 6


@pytest.mark.parametrize("label", ["Gns", "Gns.", "lo", "hi", "base", "point", "Base value"])
def test_more_rows_that_sum_up_are_left_out(label: str, tmp_path: Path) -> None:
    psa = read(f"{PLAIN}{label},1,2,3,4\n", tmp_path).psa
    assert psa.cost.tolist() == COST


@pytest.mark.parametrize(
    "outcome", ["dalys_averted", "qaly_loss", "relapse_free", "days_in_hospital"]
)
def test_an_effect_that_begins_with_a_known_word_can_be_named(outcome: str, tmp_path: Path) -> None:
    found = read(PLAIN.replace("qaly_", f"{outcome}_"), tmp_path, outcome=outcome)
    assert found.psa.effect.tolist() == EFFECT
    assert found.outcome == outcome


def test_costs_of_several_kinds_are_to_be_added_up(tmp_path: Path) -> None:
    heads = "draw,drugcost_usual,drugcost_ips,hospcost_usual,hospcost_ips,qaly_usual,qaly_ips"
    with pytest.raises(ScenarioError) as caught:
        read(f"{heads}\n1,1,2,3,4,0.1,0.2\n2,2,3,4,5,0.2,0.3\n", tmp_path)
    problem = caught.value.problems[0]
    assert problem.code == "E501"
    assert problem.fix == (
        "add a column cost_ARM for each arm that holds the sum of drugcost_ARM and hospcost_ARM"
    )
