"""The forms in which other programs write results: each read the same, or told what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ipscost.errors import ScenarioError
from ipscost.loading.psa import Results, read_psa

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


def read(text: str, folder: Path, **options: object) -> Results:
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
    assert any("Windows-1252" in note.en for note in found.notes)


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
