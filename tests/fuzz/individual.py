"""Tables of made-up persons and their model files, each altered."""

from __future__ import annotations

import random

import odd
import yaml
from inputs import CHANGES, Dumper, Input, Loader, _encoded, _format

MODEL = """\
ipscost: 1
title: Persons
money: DKK_2024
horizon: {months: 12}
perspective: societal
discount: {cost: 0, outcome: 0}
arm: {usual: {reference: true}, ips: {label: IPS}}
payer: {town: {}, region: {}}
cost:
  hospital: {kind: service, payer: region, unit: DKK_2024/person}
  jobcenter: {kind: service, payer: town, unit: DKK_2024/person}
outcome:
  job: {unit: share, better: higher}
  qaly: {unit: QALY/person, better: higher}
data:
  person: id
  arm: {column: Tr, usual: 0, ips: 1}
  assigned: observed
  site: town
  baseline: [age, sex]
  cost: {hospital: {columns: h, baseline: h0}, jobcenter: jc}
  outcome: {job: job12, qaly: {utility: {0: e0, 12: e12}}}
  followed: {months: fup, until: died}
"""
HEADS = ["id", "Tr", "town", "age", "sex", "h0", "h", "jc", "job12", "e0", "e12", "fup", "died"]
ODD = ("", "NA", "-99", "0", "1", "1e6", "1e-9", "-5", "x", "1,5", "2.000", "ja", "12,0")
ASKED = (
    (),
    (),
    ("--interval", "bootstrap", "--bootstraps", "200"),
    ("--cluster", "robust"),
    ("--wtp", "100"),
    ("--mnar", "jobcenter:+10%"),
    ("--min-cell", "1"),
    ("--out", "new.yaml"),
)


def persons(rng: random.Random) -> Input:
    """An evaluation of made-up persons, of whom some cells, columns or letters are changed."""
    table = [_person(rng, place) for place in range(rng.choice((0, 1, 8, 20, 60, 60, 60, 60)))]
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        _change(rng, table)
    mark, between = rng.choice(((".", ","), (".", ";"), (",", ";"), (".", "\t")))
    rows = [HEADS, *([cell.replace(".", mark) for cell in row] for row in table)]
    content = "".join(between.join(row) + "\n" for row in rows)
    if rng.random() < 0.3:
        content = odd.altered(rng, content)
    root = yaml.compose(MODEL, Loader=Loader)
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        rng.choice(CHANGES)(rng, root)
    try:
        model = yaml.serialize(root, Dumper=Dumper, allow_unicode=True)
    except (yaml.YAMLError, UnicodeEncodeError, RecursionError):
        model = odd.altered(rng, MODEL)
    files = {"persons.csv": _encoded(rng, content), "model.yaml": model.encode("utf-8", "replace")}
    command = ["analyse", "persons.csv", "--model", "model.yaml", "--imputations", "2"]
    command += [*rng.choice(ASKED), *rng.choice(((), ("--lang", "da"), ("--format", _format(rng))))]
    return Input("persons", files, None, [command])


def _person(rng: random.Random, place: int) -> list[str]:
    """The cells of one person."""
    arm = place % 2
    amounts = [f"{rng.gammavariate(1, 20_000):.2f}" for _ in range(3)]
    utilities = [f"{rng.uniform(0.2, 1):.2f}" for _ in range(2)]
    months = rng.choice((12, 12, 12, 7))
    return [
        *(str(1000 + place), str(arm), rng.choice("NSEW"), str(rng.randrange(18, 60))),
        *(rng.choice("mf"), *amounts, rng.choice("01"), *utilities, str(months), "0"),
    ]


def _change(rng: random.Random, table: list[list[str]]) -> None:
    """Changes a column of all, of an arm or of some; or leaves few rows."""
    column, text, way = rng.randrange(len(HEADS)), rng.choice(ODD), rng.randrange(4)
    if way == 3:
        del table[rng.choice((0, 1, 2, 5, 12)) :]
    arm = rng.choice("01")
    for row in table:
        if way == 0 or (way == 1 and row[1] == arm) or (way == 2 and rng.random() < 0.4):
            row[column] = text
