"""Rows of a table that are not draws: means and the like, and results stacked in one file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from ipscost.errors import Problem, ScenarioError, cut
from ipscost.loading.results.measures import word
from ipscost.loading.results.sheet import SHOWN, Body, Sheet, with_more
from ipscost.messages import Message
from ipscost.numerals import LOOSE, number

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LAST = 12
"""How many of the last rows may be means and the like of those above them."""
CHANCE = 1e-5
"""A row is taken for the means of others only if chance would agree less often than this."""
FEWEST_ABOVE = 4
"""With fewer rows above it, no row is taken for their means."""
SAMPLE = 200
"""Chances are judged by about this many rows, so that large files take no longer."""
TOGETHER = 0.999
"""Columns with at least this correlation are counted as one piece of evidence."""
MOST_VALUES = 50
"""A column with more distinct values than this does not distinguish groups of results."""

_SUMMARY = re.compile(
    r"(the_)?(grand_)?(mean|average|avg|sd|std|stdev|st_dev|stddev|st_deviation|std_dev|standard_deviation|se|sem|std_err|"
    r"std_error|standard_error|min|max|minimum|maximum|median|total|totals|sum|count|n|var|"
    r"variance|cv|iqr|lower|upper|lcl|ucl|lci|uci|lcri|ucri|ci|cri|skewness|kurtosis|"
    r"deterministic|base_case|basecase|point_estimate|gennemsnit|middel|middelvaerdi|gns|lo|hi|base|base_value|point|point_value|i_alt|ialt|"
    r"standardafvigelse|spredning|standardfejl|antal|varians|nedre|oevre|statistics|summary|"
    r"q1|q3|quantile|percentile|expected_value)"
    r"(_(s|value|values|ci|cri|limit|bound|95|\d+|\d+_ci|of_draws|cost|costs))*"
)
_PERCENT = re.compile(
    rf"{LOOSE}\s*(%|pct|th|st|nd|rd)?\s*(percentile|quantile|ci|cri|fraktil|percentil)"
    rf"|{LOOSE}\s*%|(p|q|perc|pct|percentile|quantile|lower|upper)[\s_]*{LOOSE}\s*%?"
    rf"|{LOOSE}\s*%?\s*(ci|cri)\s*\(?(low|high|lower|upper)\)?"
    rf"|(low|high|lower|upper)\s*{LOOSE}\s*%.*",
    re.IGNORECASE,
)


def is_summary_row(label: str) -> bool:
    """True for the label of a row such as `Mean` or `97.5%`."""
    return bool(_SUMMARY.fullmatch(word(label)) or _PERCENT.fullmatch(label.strip()))


def draws_alone(
    sheet: Sheet, body: Body, label: int | None, numbers: Sequence[int]
) -> tuple[Body, list[str]]:
    """The body without rows that are not draws, and the labels of those.

    They are recognised in the column `label`, whose other cells are numbers. Raises ScenarioError
    (E513) for rows that may not be draws.
    """
    if label is None:
        _refuse_means(sheet, body, numbers, is_first=True)
        return body, []
    texts = body.texts[label]
    try:
        np.fromiter(map(float, texts), float, len(texts))
    except ValueError:
        return _told_by_label(sheet, body, label, numbers)
    # the first of evenly spread points is their middle: draw 1, not a summary
    _refuse_means(sheet, body, numbers, is_first=bool(texts) and float(texts[0]) == 0)
    return body, []


def _told_by_label(
    sheet: Sheet, body: Body, label: int, numbers: Sequence[int]
) -> tuple[Body, list[str]]:
    texts = body.texts[label]
    others = [row for row, text in enumerate(texts) if not _is_number(text)]
    summaries = [row for row in others if is_summary_row(texts[row])]
    if len(others) - len(summaries) > body.rows - len(others):
        _refuse_rows(sheet, body, label, summaries)
        return body, []  # the draws have names
    values = np.array([body.numbers[column] for column in numbers])
    empty = {row for row in others if np.isnan(values[:, row]).all()} if len(values) else set()
    left = sorted({*summaries, *empty})
    if len(left) == body.rows:
        return body, []
    rest = [row for row in others if row not in left and texts[row]]
    _refuse_rows(sheet, body, label, rest)
    return body.without(left), list(
        dict.fromkeys(
            cut(texts[row]) or Message("line {lines}", lines=body.lines[row]) for row in left
        )
    )


def _is_number(text: str) -> bool:
    return number(text.replace(",", ".")) is not None


def _refuse_rows(sheet: Sheet, body: Body, label: int, rows: Sequence[int]) -> None:
    """Raises ScenarioError for rows whose labels are not those of draws."""
    problems = []
    for row in rows[:SHOWN]:
        text, span = sheet.cell(body, row, label)
        if text.lower() in ("na", "nan", ""):
            continue
        message = Message("expected a draw named like the others, found '{text}'", text=cut(text))
        fix = Message(
            "take line {lines} out if it is no draw, else name it like the others",
            lines=body.lines[row],
        )
        problems.append(Problem(span, "E513", "", message, fix))
    if problems:
        raise ScenarioError(with_more(problems, max(len(rows), len(problems))))


def _refuse_means(sheet: Sheet, body: Body, numbers: Sequence[int], *, is_first: bool) -> None:
    """Raises ScenarioError if a row holds the means or sums of other rows.

    The last rows are checked against those above and, if `is_first`, the first against the rest.
    """
    values = np.array([body.numbers[column] for column in numbers])
    finite = np.isfinite(values).all(axis=0) if len(values) else np.zeros(0, dtype=bool)
    start = max(FEWEST_ABOVE, body.rows - LAST)
    if body.rows <= FEWEST_ABOVE or not finite[:start].all():
        return
    summary = _summarised(values[:, 1:], values[:, 0]) if is_first and finite.all() else ""
    if summary:
        _, span = sheet.cell(body, 0, numbers[0])
        line = body.lines[0]
        message = Message(
            "line {line} holds the {summary} of the rows below it, so it is no draw",
            line=line,
            summary=summary,
        )
        raise ScenarioError(
            [Problem(span, "E513", "", message, Message("take line {line} out", line=line))]
        )
    for row in range(start, body.rows):
        if not finite[row]:
            return
        if summary := _summarised(values[:, :row], values[:, row]):
            line = body.lines[row]
            _, span = sheet.cell(body, row, numbers[0])
            message = Message(
                "line {line} holds the {summary} of the rows above it, so it is no draw",
                line=line,
                summary=summary,
            )
            fix = Message("take line {line} out", line=line)
            if row + 1 < body.rows:
                fix = Message("take line {line} and the lines below it out", line=line)
            raise ScenarioError(
                [
                    Problem(
                        span,
                        "E513",
                        "",
                        message,
                        fix,
                    )
                ]
            )


def _summarised(others: Floats, here: Floats) -> str:
    """`means` or `sums` if a row holds those of others, hardly by chance; else empty."""
    allowed = np.array([_half(value) for value in here])
    sums = others.sum(axis=1)
    for name, expected in ((Message("means"), sums / others.shape[1]), (Message("sums"), sums)):
        if (np.abs(here - expected) <= allowed + 1e-12 * np.abs(expected)).all():
            return name if _chance(others, allowed) < CHANCE else ""
    return ""


def _chance(others: Floats, allowed: Floats) -> float:
    """How likely a draw is to be so close to some numbers; correlated columns count once."""
    spread = others.max(axis=1) - others.min(axis=1)
    apart: list[int] = []
    few = others[:, :: max(1, others.shape[1] // SAMPLE)]
    for column in np.argsort(allowed / np.where(spread > 0, spread, np.inf)):
        few_spread = few[column].max() - few[column].min()
        if few_spread > 0 and not any(_moves_with(few[column], few[each]) for each in apart):
            apart.append(int(column))
    return float(np.prod([min(1.0, 2 * allowed[each] / spread[each]) for each in apart]))


def _moves_with(one: Floats, other: Floats) -> bool:
    """True if the two are almost perfectly correlated."""
    return abs(float(np.corrcoef(one, other)[0, 1])) > TOGETHER


def _half(value: float) -> float:
    """Half a unit of the last decimal that a number is written with."""
    text = f"{value:.12g}"
    decimals = len(text.partition(".")[2]) if "e" not in text else 0
    return max(0.5 * 10.0**-decimals, 1e-11 * abs(value))


# --- results below one another ---------------------------------------------------------------


def refuse_piled(sheet: Sheet, body: Body, columns: Sequence[int]) -> None:
    """Raises ScenarioError if a column shows that one file holds the results of several groups.

    Such a column has few distinct values, each in the same number of rows.
    """
    for column in columns:
        texts = body.texts[column]
        counts = Counter(texts)
        if 1 < len(counts) <= min(MOST_VALUES, body.rows // 2) and len(set(counts.values())) == 1:
            header = sheet.headers[column]
            message = Message(
                "the column {header} has {values} values, each in {rows:,} rows, so results of "
                "several groups stand below one another",
                header=header,
                values=len(counts),
                rows=counts[texts[0]],
            )
            fix = Message(
                "keep the rows of one value of {header}: {values}",
                header=header,
                values=_values(counts),
            )
            raise ScenarioError([Problem(sheet.heading(column), "E519", "", message, fix)])


def telling_apart(sheet: Sheet, groups: Sequence[int], used: Sequence[int]) -> str:
    """A column other than `used` that distinguishes rows of a group, for a fix; or empty."""
    rest = [c for c, header in enumerate(sheet.headers) if header and c not in used]
    if not rest:
        return ""
    texts = sheet.body([], rest).texts
    few = [c for c in rest if 1 < len(set(texts[c])) <= min(MOST_VALUES, len(groups) // 2)]
    for size in (1, 2):
        for columns in combinations(sorted(few, key=lambda c: len(set(texts[c]))), size):
            rows = list(zip(groups, *(texts[column] for column in columns), strict=True))
            if len(set(rows)) == len(rows):
                chosen = [
                    Message(
                        "{header} ({values})",
                        header=sheet.headers[c],
                        values=_values(dict.fromkeys(texts[c])),
                    )
                    for c in columns
                ]
                first, *others = chosen
                for each in others:
                    first = Message("{first} and one of {next}", first=first, next=each)
                return first
    return ""


def _values(values: dict[str, object] | Counter[str]) -> str:
    """`A or B`, or `A, B, C or 4 more`."""
    shown = [cut(each, 20) or Message("none") for each in values]
    if len(shown) > 4:
        return Message("{shown} or {more} more", shown=", ".join(shown[:3]), more=len(shown) - 3)
    return Message("{first} or {next}", first=", ".join(shown[:-1]), next=shown[-1])
