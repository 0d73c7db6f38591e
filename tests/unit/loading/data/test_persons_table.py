"""A table of persons and a model file become arrays: every number where it belongs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from ipscost.loading.data.model import read_model
from ipscost.loading.data.persons import read_data
from ipscost.scenario.data_model import DataModel, DataRead

HEAD = """\
ipscost: 1
title: Our own persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm:
  usual: {label: Usual care, reference: true}
  ips: {label: IPS}
payer: {municipality: {}, region: {}}
cost:
  psychiatric: {kind: service, payer: region, unit: DKK_2024/person}
  jobcenter: {kind: service, payer: municipality, unit: DKK_2024/person}
  benefit: {kind: transfer, payer: municipality, unit: DKK_2024/person}
outcome:
  qaly: {unit: QALY/person, better: higher}
  job: {unit: share, better: higher}
data:
"""
DATA = """\
  person: id
  arm: {column: Tr, usual: 0, ips: 1}
  assigned: random
  site: town
  baseline: [age, sex]
  cost:
    psychiatric: {columns: [c1, c2], baseline: c0}
    jobcenter: jc
    benefit: b
  outcome:
    qaly: {utility: {0: E, 6: E6, 12: E12}}
    job: {column: job12, baseline: job0}
  followed: {months: fup, until: died}
"""
ROWS = """\
id,Tr,town,age,sex,c0,c1,c2,jc,b,E,E6,E12,job12,job0,fup,died
a,0,North,30,m,10,100.5,200,50,1000,0.5,0.6,0.7,yes,no,12,0
b,1,South,40,f,20,,300,60,2000,0.4,0.5,0.9,no,no,12,0
c,0,South,51,f,30,120,NA,70,3000,0.1,0.2,.,1,0,7,1
d,1,North,62,m,,130,400,80,4000,0.3,0.3,0.3,0,1,5,0
e,0,North,33,m,50,140,500,90,5000,0.3,0.3,0.3,0,1,14,0
f,1,North,44,f,60,150,600,95,6000,0.6,0.3,0.1,1,1,12,0
g,0,North,25,f,70,160,700,99,7000,0.6,0.3,0.1,1,0,12,0
h,1,North,56,m,80,170,800,91,8000,0.6,0.3,0.1,0,0,12,0
i,0,North,47,f,90,180,900,92,9000,0.6,0.3,0.1,1,1,12,0
j,1,South,38,m,91,190,100,93,9000,0.2,0.3,0.1,1,0,12,0
k,0,South,38,m,93,110,100,93,9000,0.2,0.3,0.1,1,0,12,0
l,1,South,31,m,92,191,100,93,9000,0.2,0.3,0.1,1,0,12,0
"""


def model_of(folder: Path, data: str = DATA, head: str = HEAD) -> DataModel:
    """The model file with a section `data`."""
    file = folder / "model.yaml"
    file.write_text(head + data, encoding="utf-8")
    return read_model(file)


def read_rows(folder: Path, rows: str | bytes, data: str = DATA, head: str = HEAD) -> DataRead:
    """What is read of a table with such rows."""
    file = folder / "data.csv"
    file.write_bytes(rows.encode() if isinstance(rows, str) else rows)
    return read_data(str(file), model_of(folder, data, head))


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> DataRead:
    return read_rows(tmp_path_factory.mktemp("read"), ROWS)


def column(read: DataRead, name: str) -> list[float | None]:
    values = read.data.values[:, read.data.columns.index(name)]
    return [None if np.isnan(value) else float(value) for value in values]


def test_numbers_stand_where_they_were_written(read: DataRead) -> None:
    assert read.persons == 12
    assert column(read, "c1")[:4] == [100.5, None, 120, 130]
    assert column(read, "E12")[:4] == [0.7, 0.9, 0, 0.3]  # the third died before
    assert column(read, "job12")[:3] == [1, 0, 1]
    assert column(read, "c0")[3] is None
    assert read.data.arms == ("usual", "ips")
    assert read.data.reference == 0
    assert read.data.arm.tolist() == [0, 1] * 6
    assert read.digest == hashlib.sha256(ROWS.encode()).hexdigest()


def test_sites_are_counted_and_not_named(read: DataRead) -> None:
    assert read.data.site is not None
    assert read.data.site.tolist() == [0, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1]
    assert not any(word in repr(read) + repr(read.ids) for word in ("North", "South"))


def test_who_was_cut_off_is_not_complete(read: DataRead) -> None:
    assert read.data.followed is not None
    assert read.data.complete is not None
    assert read.data.followed[:5].tolist() == [12, 12, 7, 5, 14]
    assert read.data.complete[:5].tolist() == [True, True, True, False, True]


def test_nothing_comes_after_an_event_that_ended_what_was_followed(tmp_path: Path) -> None:
    """Person c died in month 7; person d, cut off in month 5, may have had something later."""
    data = DATA.replace("columns: [c1, c2]", "columns: [c1, c2], months: [7, 12]")
    rows = ROWS.replace("d,1,North,62,m,,130,400", "d,1,North,62,m,,130,")
    read = read_rows(tmp_path, rows, data)
    assert column(read, "c2")[2:4] == [0, None]
    assert column(read, "E12")[2] == 0
    assert any("what is missing after died counts as 0," in doubt for doubt in read.doubts)


def test_the_total_leaves_transfers_out_and_utilities_become_qalys(read: DataRead) -> None:
    sums = {each.name: each for each in read.endpoints}
    assert [*sums] == [
        *("cost", "cost.psychiatric", "cost.jobcenter", "cost.benefit"),
        *("outcome.qaly", "outcome.job"),
    ]
    values = read.data.values
    assert sums["cost"].of(values)[0] == 100.5 + 200 + 50
    assert np.isnan(sums["cost"].of(values)[[1, 2]]).all()
    assert sums["cost.benefit"].of(values)[0] == 1000
    area = (0.5 + 0.6) / 4 + (0.6 + 0.7) / 4
    assert sums["outcome.qaly"].of(values)[0] == pytest.approx(area, rel=1e-15)


def test_covariates_and_what_was_before_are_in_the_regressions(read: DataRead) -> None:
    names = read.data.columns
    adjust = {each.name: [names[place] for place in each.adjust] for each in read.endpoints}
    assert adjust["cost"] == adjust["cost.psychiatric"] == ["age", "sex: f", "c0"]
    assert adjust["cost.jobcenter"] == ["age", "sex: f"]
    assert adjust["outcome.qaly"] == ["age", "sex: f", "E"]
    assert adjust["outcome.job"] == ["age", "sex: f", "job0"]
    assert column(read, "sex: f")[:4] == [0, 1, 1, 0]


def test_persons_are_found_again_by_their_number(read: DataRead) -> None:
    assert read.ids is not None
    assert read.ids.rows_of(["c", "a", "x", "aa", ""]).tolist() == [2, 0, -1, -1, -1]


def test_what_is_not_known_before_the_data_is_unknown(tmp_path: Path) -> None:
    stated = HEAD.replace(
        "jobcenter: {kind", "jobcenter: {usual: {mean: 5, assumption: x}, ips: unknown, kind"
    )
    model = model_of(tmp_path, DATA, stated)
    paths = {number.path for number in model.scenario.unknowns}
    assert {"cost.jobcenter.usual", "cost.jobcenter.ips", "outcome.qaly.usual"} <= paths
    assert model.scenario.data is model.plan
    assert "data" not in model.node
    assert model.node["cost"]["jobcenter"]["usual"] == {"mean": "5", "assumption": "x"}
