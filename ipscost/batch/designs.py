"""The variants of a scenario to run: grids of swept values, sampled points, a design file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipscost import numerals
from ipscost.batch.design_file import design_file
from ipscost.batch.variants import FILES, Design, Factor, thousands, value
from ipscost.drawing import streams
from ipscost.drawing.sobol import points
from ipscost.errors import Problem, ScenarioError, Span, closest, cut
from ipscost.messages import Message
from ipscost.settings import LARGEST

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SWEEP, RANGE, SAMPLE = "--sweep", "--range", "--sample"
MOST = 1_000_000
"""The most variants of a scenario: at a few milliseconds each, more would take hours, and are
probably a typo."""
_RANGE = re.compile(r"[^:,{}\[\]\"']+(:[^:,{}\[\]\"']*)+")


def design(
    sweeps: Sequence[str] = (),
    ranges: Sequence[str] = (),
    sample: str | None = None,
    file: Path | None = None,
    seed: int = 1,
) -> Design:
    """The design that the options ask for. Raises ScenarioError with everything wrong in them."""
    problems: list[Problem] = []
    factors: list[Factor | None] = [sweep(text, problems) for text in sweeps]
    if ranges or sample:
        factors.append(sampled(ranges, sample, seed, problems))
    if file is not None:
        factors.append(design_file(file, problems))
    usable = tuple(factor for factor in factors if factor is not None)
    seen: dict[str, Span] = {}
    for factor in usable:
        for path, span in zip(factor.paths, factor.places[0], strict=True):
            if path in seen:
                message = Message(
                    "{path} is varied twice, first in {text}",
                    path=path,
                    text=seen[path].text or seen[path].file,
                )
                problems.append(
                    Problem(span, "E401", path, message, Message("keep one of the two"))
                )
            seen[path] = span
    if not problems and len(whole := Design(usable)) > MOST:
        span = usable[0].places[0][0]
        message = Message(
            "expected at most {most:,} variants, found {whole:,}", most=MOST, whole=len(whole)
        )
        fix = Message(
            "sweep fewer values, or sample the ranges: --range PATH=low:high --sample lhs:1000"
        )
        problems.append(Problem(span, "E401", "", message, fix))
    if problems:
        raise ScenarioError(problems)
    asked: dict[str, Any] = {"sweeps": list(sweeps), "ranges": list(ranges), "sample": sample}
    if file is not None:
        asked["file"] = {"name": str(file), "sha256": usable[-1].digest}
    return Design(usable, asked)


# --- sweeps ----------------------------------------------------------------------------------


def sweep(text: str, problems: list[Problem]) -> Factor | None:
    """The factor of `PATH=low:high:n` or `PATH=a,b,c`; None if it is malformed."""
    path, span, values = _parts(SWEEP, text, "cost.programme.ips.difference=500:1500:5", problems)
    if values is None:
        return None
    if _RANGE.fullmatch(values):
        low, high, count = _range(values, 3, span, path, problems)
        if low is None or high is None or count is None:
            return None
        steps = [low + (high - low) * step / (count - 1) for step in range(count)]
        texts = [_text(step) for step in steps]
    else:
        texts = [text.strip() for text in _split(values)]
        if any(not v or re.fullmatch(r"0[0-9]+", v) or _RANGE.fullmatch(v) for v in texts):
            message = Message(
                "expected values between commas, found '{values}'", values=cut(values)
            )
            fix = Message(
                "write {sweep} {path}=1000,2000,3000, without a comma for thousands or decimals",
                sweep=SWEEP,
                path=path,
            )
            if _RANGE.fullmatch(points := values.replace(",", ".")):
                fix = Message(
                    "write {sweep} {path}={points} (decimal point)",
                    sweep=SWEEP,
                    path=path,
                    points=points,
                )
            problems.append(Problem(span, "E401", path, message, fix))
            return None
        if _mistyped(texts, span, path, problems) or _run_together(values, span, path, problems):
            return None
        numbers = [value(text) for text in texts]
        if len(set(numbers)) < len(texts):
            twice = next(v for v in texts if numbers.count(value(v)) > 1)
            message = Message("the value {twice} stands twice", twice=cut(twice))
            problems.append(Problem(span, "E401", path, message, Message("write each value once")))
            return None
    return Factor((path,), [(value,) for value in texts], [(span,)] * len(texts))


def _parts(
    option: str, text: str, example: str, problems: list[Problem]
) -> tuple[str, Span, str | None]:
    """Path, position and values of `PATH=VALUES`; the values are None if it is malformed."""
    path, equals, values = text.partition("=")
    path, span = path.strip(), Span(option, 1, 1, max(1, len(text)), text)
    if not equals or not path or not values.strip():
        message = Message("expected PATH=VALUES, found '{text}'", text=cut(text))
        problems.append(
            Problem(
                span,
                "E401",
                "",
                message,
                Message("write for example {option} {example}", option=option, example=example),
            )
        )
        return path, span, None
    if path.split(".")[0] in FILES:
        message = Message(
            "{path} names files, which are read before the variants are made", path=path
        )
        fix = Message(
            "write a scenario for each, with extends: and what it changes, and name them all"
        )
        problems.append(Problem(span, "E401", path, message, fix))
        return path, span, None
    return path, span, values.strip()


def _range(
    values: str, parts: int, span: Span, path: str, problems: list[Problem]
) -> tuple[float | None, float | None, int | None]:
    """Low, high and number of `low:high:n` (or `low:high`); None for each malformed one."""
    shape = Message("low:high:n") if parts == 3 else Message("low:high")
    example = "500:1500:5" if parts == 3 else "500:1500"
    texts = [part.strip() for part in values.split(":")]
    if len(texts) != parts:
        message = Message("expected {shape}, found '{values}'", shape=shape, values=cut(values))
        problems.append(
            Problem(
                span,
                "E401",
                path,
                message,
                Message("write for example {path}={example}", path=path, example=example),
            )
        )
        return None, None, None
    for text in texts[:2]:
        if not numerals.is_number(text) or abs(float(text)) >= LARGEST:
            message = Message(
                "expected numbers in {shape}, found '{text}'", shape=shape, text=cut(text)
            )
            fix = Message(
                "write for example {path}={example} (decimal point, no thousands mark)",
                path=path,
                example=example,
            )
            problems.append(Problem(span, "E401", path, message, fix))
            return None, None, None
    if _mistyped(texts[:2], span, path, problems):
        return None, None, None
    low, high = float(texts[0]), float(texts[1])
    if low >= high:
        message = Message(
            "expected low below high, found {low} to {high}", low=texts[0], high=texts[1]
        )
        fix = Message(
            "write {path}={decimals}",
            path=path,
            decimals=":".join([texts[1], texts[0], *texts[2:]]),
        )
        if low == high:
            fix = Message("write two different ends")
        problems.append(Problem(span, "E401", path, message, fix))
        return None, None, None
    if parts == 2:
        return low, high, None
    count = numerals.count(texts[2], digits=7) or 0
    if not 2 <= count <= MOST:
        message = Message(
            "expected a number of values from 2 to {most:,}, found '{text}'",
            most=MOST,
            text=cut(texts[2]),
        )
        fix = Message(
            "write for example {path}={low}:{high}:{steps}",
            path=path,
            low=texts[0],
            high=texts[1],
            steps=_steps(low, high, texts[2]),
        )
        problems.append(Problem(span, "E401", path, message, fix))
        return None, None, None
    return low, high, count


def _steps(low: float, high: float, step: str) -> int:
    """How many values a range has with steps of this size; 5 if the steps do not fit."""
    size = numerals.number(step) or 0.0
    count = round((high - low) / size) + 1 if 0 < size < LARGEST else 0
    is_whole = count > 1 and abs((count - 1) * size - (high - low)) < 1e-9 * (high - low)
    return count if is_whole and "." in step and count <= MOST else 5


def _mistyped(texts: Sequence[str], span: Span, path: str, problems: list[Problem]) -> bool:
    """True, with a problem, if a point in a number may mark thousands."""
    doubtful = thousands(texts)
    if doubtful is None:
        return False
    _, message, fix = doubtful
    problems.append(Problem(span, "E401", path, message, fix))
    return True


def _run_together(values: str, span: Span, path: str, problems: list[Problem]) -> bool:
    """True, with a problem, where a comma may be for decimals and not between values: `500,5`."""
    decimals = numerals.with_decimal_commas(values)
    if not decimals:
        return False
    rising = sorted({*map(int, values.split(","))})
    apart = f"{rising[0]}:{rising[-1]}:2" if len(rising) == 2 else ",".join(map(str, rising))
    fix = Message("write {path}={decimals}", path=path, decimals=",".join(decimals))
    if len(rising) > 1:
        fix = Message(
            "{fix} if decimals are meant, {path}={apart} if values between commas are",
            fix=fix,
            path=path,
            apart=apart,
        )
    if numerals.has_thousands(values, ","):
        fix = Message(
            "{fix}, {path}={whole} if thousands are",
            fix=fix,
            path=path,
            whole=numerals.without_marks(values),
        )
    message = Message("commas may mark decimals or part values in '{values}'", values=cut(values))
    problems.append(Problem(span, "E401", path, message, fix))
    return True


def _split(values: str) -> list[str]:
    """The parts between commas, not counting commas within brackets or quotes."""
    parts, start, depth, quote = list[str](), 0, 0, ""
    for index, letter in enumerate(values):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "{[":
            depth += 1
        elif letter in "}]":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(values[start:index])
            start = index + 1
    return [*parts, values[start:]]


def _text(value: float) -> str:
    """A number with ten significant digits, as in results."""
    return f"{value + 0.0:.10g}"


# --- samples ---------------------------------------------------------------------------------


def sampled(
    ranges: Sequence[str], sample: str | None, seed: int, problems: list[Problem]
) -> Factor | None:
    """The factor of points spread over `ranges` (PATH=low:high) as `sample` (lhs:N, sobol:N) says.

    None if something is malformed.
    """
    before = len(problems)
    paths, bounds, places = list[str](), list[tuple[float, float]](), list[Span]()
    for text in ranges:
        path, span, values = _parts(RANGE, text, "cost.care.ips.difference=500:1500", problems)
        if values is None:
            continue
        low, high, _ = _range(values, 2, span, path, problems)
        if low is not None and high is not None:
            paths.append(path)
            bounds.append((low, high))
            places.append(span)
    how, count = _sample(ranges, sample, problems)
    if len(problems) > before:
        return None
    points = SAMPLERS[how](paths, count, seed)
    rows = [
        tuple(_text(low + (high - low) * u) for u, (low, high) in zip(point, bounds, strict=True))
        for point in points.tolist()
    ]
    return Factor(tuple(paths), rows, [tuple(places)] * count)


def _sample(ranges: Sequence[str], sample: str | None, problems: list[Problem]) -> tuple[str, int]:
    """The sampler and the number of points that `sample` asks for."""
    text = sample or ""
    span = Span(SAMPLE, 1, 1, max(1, len(text)), text)
    how, _, number = text.partition(":")
    count = numerals.count(number, digits=7) or 0
    if sample is None:
        span = Span(RANGE, 1, 1, max(1, len(ranges[0])), ranges[0])
        message = Message("ranges are sampled, but not how often")
        fix = Message(
            "add {sample} lhs:100; or, for steps, {sweep} PATH=low:high:n",
            sample=SAMPLE,
            sweep=SWEEP,
        )
        problems.append(Problem(span, "E401", "", message, fix))
    elif not ranges:
        message = Message("a sample needs ranges, found none")
        fix = Message("add {range} PATH=low:high, once for each path", range=RANGE)
        problems.append(Problem(span, "E401", "", message, fix))
    elif how not in SAMPLERS or not 1 <= count <= MOST:
        message = Message("expected lhs:N or sobol:N, found '{text}'", text=cut(text))
        fix = Message("write for example lhs:100 (Latin hypercube) or sobol:128")
        if how not in SAMPLERS and count:
            near = closest(how, tuple(SAMPLERS))
            fix = (
                Message("write {near}:{count}", near=near, count=count)
                if near
                else Message("write lhs:{count}", count=count)
            )
        if how in SAMPLERS and re.fullmatch(r"[0-9]+", number) and float(number) > MOST:
            message, fix = (
                Message(
                    "expected at most {most:,} points, found {number}", most=MOST, number=number
                ),
                Message("write {how}:1000", how=how),
            )
            fix = Message("write sobol:1024") if how == "sobol" else fix
        problems.append(Problem(span, "E401", "", message, fix))
    elif how == "sobol" and count & (count - 1):
        lower, upper = 2 ** (count.bit_length() - 1), 2 ** count.bit_length()
        message = Message(
            "Sobol points are balanced for powers of 2 alone, found {count}", count=count
        )
        fix = Message(
            "write sobol:{lower} or sobol:{upper}; or lhs:{count}",
            lower=lower,
            upper=upper,
            count=count,
        )
        problems.append(Problem(span, "E401", "", message, fix))
    return how, count


def latin_hypercube(paths: Sequence[str], n: int, seed: int) -> Floats:
    """A Latin hypercube sample, shape (point, path), in (0, 1).

    Each of n equal slices of every range holds one point, at a random place inside the slice
    (McKay, Beckman, Conover 1979, Technometrics 21(2), doi 10.2307/1268522). A path has a stream
    of its own, so that a further range leaves the other columns as they were.
    """
    import numpy as np

    columns = []
    for path in paths:
        stream = streams.generator(seed, f"design.lhs.{path}")
        columns.append((stream.permutation(n) + stream.random(n)) / n)
    return np.column_stack(columns)


def sobol(paths: Sequence[str], n: int, seed: int) -> Floats:
    """Sobol points with a random digital shift of each column, shape (point, path), in [0, 1).

    The shift (exclusive or with a random number of 32 bits) keeps the balance of the points
    (L'Ecuyer, Lemieux 2002, doi 10.1007/0-306-48102-2_20).
    """
    import numpy as np

    shifts = [
        int(streams.generator(seed, f"design.sobol.{path}").integers(2**32)) for path in paths
    ]
    shifted: Floats = (points(len(paths), n) ^ np.array(shifts, dtype=np.uint64)).astype(float)
    return (shifted + 0.5) / 2.0**32


SAMPLERS: dict[str, Any] = {"lhs": latin_hypercube, "sobol": sobol}
