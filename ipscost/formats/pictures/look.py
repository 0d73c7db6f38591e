"""How all pictures look: widths, type, colours and marks, and texts that fit where they stand."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ipscost.analysis.interval import Interval
from ipscost.formats.hyphens import fitted
from ipscost.words import say
from ipscost.words.locale import marked
from ipscost.words.numbers import SHARES, number, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MILLIMETRE = 72 / 25.4
WIDTHS = {"one": 89 * MILLIMETRE, "two": 183 * MILLIMETRE}
"""The widths of one and of two columns of a journal, in points."""
FONT = " ".join(("DejaVu", "Sans"))
"""The font that comes with matplotlib, so that a picture is the same on every machine. It is wide:
what fits in it fits in the fonts of a reader, too."""

COLOURS = ("#004488", "#D55E00", "#009E73", "#AA4499", "#882255", "#666666", "#000000")
"""Colours for people who do not see all of them, from the schemes of Okabe and Ito
(jfly.uni-koeln.de/color) and of Paul Tol (personal.sron.nl/~pault): those that stand out from white
by 3 to 1, as WCAG 2.1 asks of graphics (1.4.11). The first two differ in grey, too."""
HATCHES = ("", "////", "....", "xxxx", "----", "\\\\\\\\", "++++")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
DASHES = ("-", (0, (5, 1.5)), (0, (1, 1)), (0, (5, 1, 1, 1)), (0, (8, 2)), (0, (3, 1)), "-")
"""Beside its colour each arm has a hatch, a mark and a line of its own, which differ in grey."""
GAIN, LOSS, WHOLE, LIGHT = COLOURS[0], COLOURS[1], "#8C8C8C", "#5A8FC0"
INK, QUIET, FAINT = "#111111", "#555555", "#BBBBBB"


@dataclass(frozen=True, slots=True)
class Block:
    """What a chart needs: its height in points, and what draws it below a place on the sheet."""

    height: float
    draw: Callable[[Figure, float], None]


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of a legend: `bar`, `line`, `dots` or `rule`, of the series in a place."""

    kind: str
    label: str
    colour: str
    hatch: str = ""
    dash: Any = "-"
    marker: str = ""


@dataclass
class Look:
    """A sheet of a width in points, in a language; `narrow` if it is one column wide.

    Places on the sheet are in points from its left and from its top.
    """

    width: float
    language: str
    narrow: bool = False
    margin: float = 4.0
    leading: float = 1.25
    title: float = 9.0
    height: float = field(default=0.0, init=False)

    @property
    def size(self) -> float:
        """The size of labels, in points."""
        return 7.5 if self.narrow else 8.0

    @property
    def small(self) -> float:
        """The size of the numbers at axes and of notes, in points."""
        return 7.0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @contextmanager
    def settings(self) -> Iterator[None]:
        """What matplotlib is told while a picture is made; what it has to tell is left out."""
        logging.getLogger("matplotlib").setLevel(logging.ERROR)  # such as where it keeps its cache
        from matplotlib import rc_context

        with (
            warnings.catch_warnings(),
            rc_context(
                {
                    "font.family": [FONT],
                    "font.size": self.size,
                    "text.parse_math": False,
                    "text.usetex": False,
                    "axes.linewidth": 0.6,
                    "axes.unicode_minus": False,
                    "hatch.linewidth": 0.6,
                    "svg.hashsalt": "ipscost",
                    "path.simplify": False,
                }
            ),
        ):
            warnings.filterwarnings("ignore", message=r"Glyph .*")  # a box stands for it
            yield

    # --- places ------------------------------------------------------------------------------

    def sheet(self, height: float) -> Figure:
        """An empty sheet, white: a page may be dark."""
        from matplotlib.figure import Figure

        self.height = height
        return Figure(figsize=(self.width / 72, height / 72), facecolor="white")

    def axes(self, figure: Figure, box: tuple[float, float, float, float]) -> Axes:
        """Axes in a box: left, top, width and height in points; with a line below alone."""
        left, top, width, height = box
        place = (
            left / self.width,
            1 - (top + height) / self.height,
            width / self.width,
            height / self.height,
        )
        made = figure.add_axes(place)
        for side in ("top", "right", "left"):
            made.spines[side].set_visible(False)
        made.spines["bottom"].set_color(QUIET)
        made.tick_params(labelsize=self.small, colors=INK, width=0.6, length=3, pad=2)
        made.patch.set_visible(False)
        return made

    def write(
        self,
        figure: Figure,
        text: str,
        left: float,
        top: float,
        size: float,
        *,
        at: str = "left",
        bold: bool = False,
        colour: str = INK,
    ) -> None:
        """A line of text whose middle is `top` points below the top of the sheet."""
        figure.text(
            left / self.width,
            1 - top / self.height,
            text,
            fontsize=size,
            ha=at,
            va="center_baseline",
            weight="bold" if bold else "normal",
            color=colour,
        )

    def write_lines(
        self,
        figure: Figure,
        texts: Sequence[str],
        left: float,
        top: float,
        size: float,
        **more: Any,
    ) -> None:
        """Lines of text below one another, the first beginning at `top`."""
        for place, text in enumerate(texts):
            self.write(figure, text, left, top + (place + 0.5) * size * self.leading, size, **more)

    # --- texts that fit ----------------------------------------------------------------------

    def wide(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text in points."""
        return size * _width(text, bold)

    def wrapped(
        self, text: str, room: float, size: float, *, bold: bool = False, most: int = 0
    ) -> list[str]:
        """A text in lines that fit into `room` points; with `most`, no more than so many.

        What does not fit then ends in an ellipsis. Words that are too long are broken.
        """
        letters = max(4, int(room / self.wide("n", size, bold=bold)))
        lines = [""]
        for word in fitted(text, letters).split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.wide(longer, size, bold=bold) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        lines = [piece for line in lines for piece in self._cut(line, room, size, bold)]
        if most and len(lines) > most:
            lines = [*lines[: most - 1], self._ended(lines[most - 1], room, size, bold)]
        return lines

    def _cut(self, line: str, room: float, size: float, bold: bool) -> Iterator[str]:
        """A line that cannot be broken anywhere else, broken where it no longer fits."""
        while len(line) > 1 and self.wide(line, size, bold=bold) > room:
            fit = len(line) - 1
            while fit > 1 and self.wide(line[:fit], size, bold=bold) > room:
                fit -= 1
            yield line[:fit]
            line = line[fit:]
        yield line

    def _ended(self, line: str, room: float, size: float, bold: bool) -> str:
        while line and self.wide(f"{line}…", size, bold=bold) > room:
            line = line[:-1]
        return f"{line.rstrip()}…"

    # --- numbers -----------------------------------------------------------------------------

    def amount(self, value: Interval | None, unit: str, beside: float, *, sign: bool = True) -> str:
        """An amount, with its sign; a star where it leaves out something unknown."""
        if value is None:
            return say("not_known", self.language)
        text = number(value.mean, unit, self.language, sign=sign, beside=beside)
        return f"{text}*" if value.partial else text

    def ticks(
        self,
        low: float,
        high: float,
        room: float,
        unit: str = "",
        *,
        upright: bool = False,
        step: float = 0.0,
    ) -> tuple[list[float], list[str]]:
        """Round numbers from `low` to `high` with `room` points for them, and their labels."""
        if not step:
            step = self._step(low, high, room, unit, upright)
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        places = [place * step for place in range(first, last + 1)]
        return places, [self._tick(place, step, unit) for place in places]

    def _step(self, low: float, high: float, room: float, unit: str, upright: bool) -> float:
        """The smallest round step at which the labels have room beside, or above, each other."""
        for count in range(7, 1, -1):
            step = _round_step((high - low) / count)
            ends = [self._tick(end, step, unit) for end in (low, high)]
            needed = 26.0 if upright else max(self.wide(e, self.small) for e in ends) + 9
            if room * step / (high - low) >= needed:
                return step
        return _round_step((high - low) / 2)

    def _tick(self, value: float, step: float, unit: str) -> str:
        scale = 100 if unit in SHARES else 1
        size = step * scale
        decimals = next((n for n in range(9) if abs(round(size, n) - size) < 1e-9 * size), 9)
        if unit == "share":
            return percent(value, self.language, decimals)
        return marked(f"{value * scale + 0.0:,.{decimals}f}", self.language)

    def measured(self, axes: Axes, room: float, unit: str, *, across: bool = True) -> None:
        """Round numbers at the x axis, or the y axis, as many as there is room for."""
        low, high = axes.get_xlim() if across else axes.get_ylim()
        places, labels = self.ticks(low, high, room, unit, upright=not across)
        if across:
            axes.set_xticks(places, labels)
        else:
            axes.set_yticks(places, labels)

    # --- legends -----------------------------------------------------------------------------

    def legend(self, signs: Sequence[Sign]) -> Block:
        """Signs with their labels in lines as wide as the sheet; no height without any."""
        lines = [list[tuple[float, Sign, list[str]]]()]
        left, gap = 0.0, 14.0
        heights = []
        for sign in signs:
            text = self.wrapped(sign.label, self.inner - 20, self.size)
            width = 17 + max(self.wide(line, self.size) for line in text)
            if left and left + width > self.inner:
                lines.append([])
                left = 0.0
            lines[-1].append((left, sign, text))
            left += width + gap
        heights = [
            max((len(text) for _, _, text in line), default=0) * self.size * self.leading + 2
            for line in lines
        ]
        total = sum(heights) + 3 if signs else 0.0

        def draw(figure: Figure, top: float) -> None:
            for line, height in zip(lines, heights, strict=True):
                for left, sign, text in line:
                    x, y = self.margin + left, top + self.size * self.leading / 2
                    self._sign(figure, sign, x, y)
                    self.write_lines(figure, text, x + 17, top, self.size)
                top += height

        return Block(total, draw)

    def _sign(self, figure: Figure, sign: Sign, left: float, top: float) -> None:
        """The sign of a series, 12 points wide."""
        from matplotlib.lines import Line2D
        from matplotlib.patches import Rectangle

        x, y = left / self.width, 1 - top / self.height
        wide, high = 12 / self.width, 6 / self.height
        if sign.kind == "bar":
            patch = Rectangle((x, y - high / 2), wide, high, facecolor=sign.colour, linewidth=0.4)
            patch.set(edgecolor="white" if sign.hatch else sign.colour, hatch=sign.hatch)
            patch.set_transform(figure.transFigure)
            figure.add_artist(patch)
            return
        spots = [x + wide / 2] if sign.kind == "dots" else [x, x + wide]
        ys = [y] * len(spots)
        if sign.kind == "rule":
            spots, ys = [x + wide / 2] * 2, [y - high / 2, y + high / 2]
        figure.add_artist(
            Line2D(
                spots,
                ys,
                transform=figure.transFigure,
                color=sign.colour,
                linestyle="" if sign.kind == "dots" else sign.dash,
                marker=sign.marker,
                markersize=5,
                linewidth=1.4 if sign.kind == "line" else 1.0,
            )
        )


@lru_cache(maxsize=4096)
def _width(text: str, bold: bool) -> float:
    """The width of a text in a font of one point."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    font = get_font(findfont(FontProperties(family=FONT, weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64 / 100


def _round_step(least: float) -> float:
    """The least of 1, 2, 2.5 and 5 times a power of ten that is not below a number."""
    if not least > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(n * power for n in (1, 2, 2.5, 5, 10) if n * power >= least * (1 - 1e-9))


def spread(places: Iterable[float], gap: float, low: float, high: float) -> list[float]:
    """Places moved apart so that each is `gap` from the next, between `low` and `high`.

    >>> spread([1.0, 1.0, 9.0], 2.0, 0.0, 10.0)
    [1.0, 3.0, 9.0]
    """
    wanted = [*places]
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    found = dict[int, float]()
    least = low
    for place in order:
        found[place] = max(wanted[place], least)
        least = found[place] + gap
    most = high
    for place in reversed(order):
        found[place] = min(found[place], most)
        most = found[place] - gap
    return [found[place] for place in range(len(wanted))]
