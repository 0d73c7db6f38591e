"""Reads probabilistic results made elsewhere: a file of draws into a Psa, with its parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ipscost.decision import Psa
from ipscost.directions import SUFFIX
from ipscost.errors import STDIN, Problem, ScenarioError, nearest
from ipscost.loading.results.columns import AskedColumns, Long, Wide
from ipscost.loading.results.headers import roles
from ipscost.loading.results.measures import plain, word
from ipscost.loading.results.parameters import Parameters, read_parameters
from ipscost.loading.results.sheet import Body, Sheet, open_sheet
from ipscost.loading.results.tables import (
    ResultTable,
    columns_alone,
    read_table,
    read_two,
    refuse_few,
)
from ipscost.loading.results.words import EFFECT, NAMELESS, QALY, SHORT_EFFECT
from ipscost.messages import Message
from ipscost.words.text import Text, say

MOST_ARMS = 1_000
"""No analysis compares more arms. A file with more has draws as columns, or is something else."""


@dataclass(frozen=True)
class PsaResults:
    """Probabilistic results from a file.

    psa: with one draw where the file holds expected values alone. outcome: what the file calls the
    effect, in lower case; empty if it has none. is_nameless: True if that does not say
    what the effect is; is_qaly: True if it is a QALY. is_net_benefit: the costs are net
    benefits with the opposite sign.
    notes: what a reader has to know. fixed: parameters that never vary, left out of the psa.
    inputs: the SHA-256 of each file, by its name as it was given.
    """

    name: str
    file: str
    psa: Psa
    outcome: str
    is_nameless: bool
    is_qaly: bool
    is_net_benefit: bool
    notes: tuple[Text, ...]
    fixed: Mapping[str, float]
    inputs: Mapping[str, str]


def read_psa(
    file: str | Path,
    parameters: str | Path | None = None,
    *,
    effects: str | Path | None = None,
    reference: str | None = None,
    cost: str | None = None,
    outcome: str | None = None,
    arms: Sequence[str] = (),
    effect_needed: bool = True,
) -> PsaResults:
    """The results in `file`, wide or long, and what was drawn for them in `parameters`.

    `-` is the standard input. If `effects` is given, `file` holds costs alone. The arm
    `reference` is the comparator, by default the first one; `cost` and `outcome` choose columns
    if several may be meant, `arms` the arms to use. Draws are put in the
    order of their numbers. Raises ScenarioError with every problem that can be reported at once.
    """
    asked = AskedColumns(cost, outcome, tuple(arms), effect_needed)
    sheet, beside, by_order = open_sheet(str(file)), None, False
    columns: Wide | Long
    if effects is None:
        columns = roles(sheet, asked)
        table = read_table(sheet, columns, asked.arms)
        name = columns.outcome
    else:
        beside = open_sheet(str(effects))
        columns, others = (
            columns_alone(each, asked, is_cost=each is sheet) for each in (sheet, beside)
        )
        table, by_order = read_two(sheet, columns, beside, others, asked.arms)
        name = others.outcome
    refuse_few(sheet, table, columns, MOST_ARMS)
    drawn = _drawn(parameters, sheet, table)
    psa = Psa(
        arms=table.arms,
        reference=_reference(sheet, table.arms, reference),
        cost=table.cost,
        effect=table.effect,
        cost_mean=table.cost.mean(axis=1),
        effect_mean=table.effect.mean(axis=1),
        parameters={} if drawn is None else drawn.values,
    )
    read = [sheet, *([] if beside is None else [beside]), *([] if drawn is None else [drawn.sheet])]
    bare = word(plain(name)[0]) if name else ""
    notes = _Notes(sheet, beside, table, columns, drawn, psa, name)
    return PsaResults(
        name=sheet.shown if sheet.shown == STDIN else Path(file).stem,
        file=sheet.shown,
        psa=psa,
        outcome=name,
        is_nameless=name in (*NAMELESS, *SHORT_EFFECT),
        is_qaly=bare in QALY,
        is_net_benefit=columns.is_net_benefit,
        notes=tuple(notes.all(is_first=reference is None, named=outcome, by_order=by_order)),
        fixed={} if drawn is None else drawn.fixed,
        inputs={each.shown: each.digest for each in read},
    )


def _drawn(parameters: str | Path | None, sheet: Sheet, table: ResultTable) -> Parameters | None:
    """The parameters drawn for the results, if a file of them is given."""
    if parameters is None:
        return None
    if table.cost.shape[1] == 1:
        message = Message(
            "expected draws that parameters could belong to, found expected values alone"
        )
        fix = Message("leave --parameters out, or give a file with a row per draw")
        raise ScenarioError([Problem(sheet.heading(0), "E510", "", message, fix)])
    values = np.concatenate([table.cost, table.effect])
    return read_parameters(str(parameters), table.draws, sheet, table.arms, values)


def _reference(sheet: Sheet, arms: tuple[str, ...], wanted: str | None) -> str:
    """The reference arm. Raises ScenarioError (E511) if `wanted` is unknown."""
    if wanted is None:
        return arms[0]
    folded = {arm.casefold(): arm for arm in arms}
    if wanted.casefold() in folded:
        return folded[wanted.casefold()]
    message, fix = (
        Message("no arm {wanted} is there", wanted=wanted),
        Message("--reference: {nearest}", nearest=nearest(wanted, arms)),
    )
    raise ScenarioError([Problem(sheet.heading(0), "E511", "", message, fix)])


@dataclass(frozen=True)
class _Notes:
    """The notes on how the files were read."""

    sheet: Sheet
    beside: Sheet | None
    table: ResultTable
    columns: Wide | Long
    drawn: Parameters | None
    psa: Psa
    outcome: str

    def all(self, *, is_first: bool, named: str | None, by_order: bool) -> Iterator[Text]:
        """All notes, the most important first."""
        file, table, columns = self.sheet.shown, self.table, self.columns
        if table.cost.shape[1] == 1:
            yield say("note_psa_expected", file=file)
        if table.formulas:
            yield say("note_psa_derived", file=file, formulas="; ".join(table.formulas))
        if table.rows:
            yield say("note_psa_rows", file=file, names=", ".join(table.rows))
        yield from _laid_out(self.sheet, table.body)
        if self.beside is not None and table.beside is not None:
            yield from _laid_out(self.beside, table.beside)
        yield from self.gaps()
        if columns.is_net_benefit:
            yield say("note_psa_net_benefit", file=file)
        elif not self.outcome:
            yield say("note_psa_cost_alone", file=file)
        elif named is None and self.outcome not in (*EFFECT, *SHORT_EFFECT):
            where = file if self.beside is None else self.beside.shown
            name = self.outcome.removesuffix(SUFFIX)
            yield say("note_psa_effect", file=where, name=name)
        if is_first:
            yield say("note_psa_reference", arm=self.psa.reference)
        is_same = self.drawn is not None and self.drawn.sheet.digest == self.sheet.digest
        if columns.unread and not is_same:
            names = ", ".join(self.sheet.headers[column] for column in columns.unread)
            yield say("note_psa_unread", file=file, names=names)
        if self.beside is not None and by_order:
            yield say("note_psa_order", parameters=self.beside.shown, file=file)
        if self.drawn is not None:
            yield from self.of_parameters(self.drawn)

    def gaps(self) -> Iterator[Text]:
        """Numbers of draws that are missing."""
        keys = self.table.draws.keys if self.table.draws.sure else None
        if keys is None or keys.dtype.kind != "f" or (keys != keys.round()).any():
            return
        missing = int(keys[-1] - keys[0]) + 1 - len(keys)
        if missing:
            ends = {"first": f"{keys[0]:.0f}", "last": f"{keys[-1]:.0f}"}
            file = self.sheet.shown
            yield say("note_psa_gaps", file=file, missing=str(missing), **ends)

    def of_parameters(self, drawn: Parameters) -> Iterator[Text]:
        """How the parameters were read."""
        other = drawn.sheet.shown
        if other != self.sheet.shown:
            yield from _laid_out(drawn.sheet, drawn.body)
            if drawn.rows:
                yield say("note_psa_rows", file=other, names=", ".join(drawn.rows))
        if drawn.by_order:
            yield say("note_psa_order", parameters=other, file=self.sheet.shown)
        if drawn.results:
            names = ", ".join(drawn.results)
            yield say("note_psa_results", file=other, names=names)
        if drawn.fixed:
            yield say("note_psa_fixed", names=", ".join(drawn.fixed))


def _laid_out(sheet: Sheet, body: Body) -> Iterator[Text]:
    """How a file is laid out, if it could have been read in another way."""
    file = sheet.shown
    if sheet.layout.titles:
        yield say("note_psa_titles", file=file, line=str(sheet.layout.first))
    if sheet.is_western:
        yield say("note_psa_western", file=file)
    if body.has_thousands:
        mark = "," if body.decimal == "." else "."
        yield say("note_psa_thousands", file=file, example=f"1{mark}500")
    elif body.has_commas:
        yield say("note_psa_commas", file=file)
