"""What is said where parts of a batch are missing: which, why, and what to do."""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipscost.batch.parts import BatchPart, Planned, described
from ipscost.batch.plan import Plan
from ipscost.batch.store import FOLDER, Store
from ipscost.messages import Message, ands, series

NAMED = 5
"""The most parts, files or options that a message lists, so that it stays readable."""


class IncompleteError(RuntimeError):
    """Runs are missing, so nothing is joined; the text says which, `fix` what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


NO_PART = Message(
    "run the same command with --part 1/N to --part N/N instead of --join, N being the number of "
    "parts, then join; or leave out --join to compute all of it at once"
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a part is of no use to a join: the end of a sentence that begins with the part.

    `asked_otherwise` is True if the part was computed with other options or for other runs than
    the join asks for, so that the join could ask for those instead.
    """

    text: str
    asked_otherwise: bool = False


@dataclass(slots=True)
class StoredPart:
    """A part of a batch in a folder: what it holds, or why that cannot be read."""

    part: BatchPart
    folder: Path
    keys: set[bytes] = field(default_factory=set)
    failed: dict[bytes, bytes] = field(default_factory=dict)
    record: dict[str, Any] = field(default_factory=dict)
    trouble: Trouble | None = None
    is_running: bool = False
    is_damaged: bool = False

    @property
    def file(self) -> Path:
        """Its store."""
        return self.folder / FOLDER / self.part.file

    @contextmanager
    def hold(self) -> Iterator[Store]:
        """Its store, locked by this process; a copy of it if it cannot be written.

        Raises what Store does, OtherLayoutError among it.
        """
        with ExitStack() as stack:
            try:
                store = Store(self.folder, self.part.file, anew=False)
            except OSError as error:
                if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                    raise
                copy = Path(stack.enter_context(TemporaryDirectory(prefix="ipscost-")))
                (copy / FOLDER).mkdir()
                for file in self.file.parent.glob(f"{self.file.name}*"):  # and SQLite's side files
                    shutil.copyfile(file, copy / FOLDER / file.name)
                store = Store(copy, self.part.file, anew=False)
            yield stack.enter_context(store)


def incomplete(
    plan: Plan,
    missing: Sequence[Planned],
    stored: Sequence[StoredPart],
    mine: Sequence[StoredPart],
    instead_of: str,
) -> IncompleteError:
    """The error for a join that lacks runs: which parts they belong to, why, and the fix."""
    count = len(missing)
    lacking = Message("{count:,} of {all:,} runs are missing", count=count, all=len(plan))
    if len(plan) == 1:
        lacking = Message("1 of 1 run is missing")
    elif count == 1:
        lacking = Message("1 of {all:,} runs is missing", all=len(plan))
    if not stored:
        return IncompleteError(
            Message("no part of the batch is there: {lacking}", lacking=lacking), NO_PART
        )
    of = _division(mine or stored)
    numbers = sorted({_index(plan, each) % of + 1 for each in missing})
    parts = [BatchPart(of, number) for number in numbers]
    first = Message(
        "parts {numbers} of {of} are not finished: {lacking}",
        numbers=_numbers(numbers),
        of=of,
        lacking=lacking,
    )
    if len(parts) == 1:
        first = Message(
            "part {number} of {of} is not finished: {lacking}",
            number=numbers[0],
            of=of,
            lacking=lacking,
        )
    lines = [first]
    troubles = _troubles(plan, stored, parts)
    lines += [
        Message(
            "  part {part} in {folder} {text}", part=each.part, folder=each.folder, text=why.text
        )
        for each, why in troubles[:NAMED]
    ]
    if (more := len(troubles) - NAMED) > 0:
        lines.append(Message("  and {more} more", more=more))
    running = [each for each in parts if any(f.part == each and f.is_running for f in stored)]
    steps = [
        Message("remove {file}*", file=each.file)
        for each in stored
        if each.is_damaged and each.part in parts
    ]
    if again := [each for each in parts if each not in running]:
        steps.append(
            Message(
                "run the same command {options} instead of {instead_of}",
                options=_options(again),
                instead_of=instead_of,
            )
        )
    could_ask = any(why.asked_otherwise for _, why in troubles[:NAMED])
    if running:
        named = _options(running, Message("part "))
        steps.append(
            Message("wait until {named} ends", named=named)
            if len(running) == 1
            else Message("wait until {named} end", named=named)
        )
    fix = Message("{steps}, then join again", steps=series(steps))
    if could_ask:
        fix = Message("join with what the parts were computed with and for; or {fix}", fix=fix)
    return IncompleteError(series(lines, "\n"), fix)


def _division(parts: Sequence[StoredPart]) -> int:
    """Into how many parts the batch was divided, as most of the parts present say."""
    often = Counter(each.part.of for each in parts)
    return max(often, key=lambda of: (often[of], of))


def _index(plan: Plan, planned: Planned) -> int:
    """The number of a run in its plan, from 0."""
    return planned.index * len(plan.design) + planned.variant.number - 1


def _numbers(numbers: Sequence[int]) -> str:
    """`7 and 12`; more than a few are written as Slurm takes them: `1-5,7,12`."""
    if len(numbers) <= NAMED:
        return _all([str(number) for number in numbers])
    return _array(numbers)


def _array(numbers: Sequence[int]) -> str:
    """`1-5,7,12`, as Slurm takes the numbers of an array."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in stretches)


def _options(parts: Sequence[BatchPart], option: str = Message("with --part ")) -> str:
    """`with --part 7/40 and with --part 12/40`, or `with --part K/40 for each K of 1-5,7,12`."""
    if len(parts) <= NAMED:
        return _all([Message("{option}{part}", option=option, part=each) for each in parts])
    return Message(
        "{option}K/{of} for each K of {array}",
        option=option,
        of=parts[0].of,
        array=_array([each.number for each in parts]),
    )


def _troubles(
    plan: Plan, stored: Sequence[StoredPart], missing: Sequence[BatchPart]
) -> list[tuple[StoredPart, Trouble]]:
    """Each part that is of no use, with the reason."""
    troubles = []
    for each in stored:
        trouble = each.trouble
        if trouble is None and each.part in missing and each.record:
            trouble = _difference(plan, each)
        if trouble is not None:
            troubles.append((each, trouble))
    return troubles


def _difference(plan: Plan, stored: StoredPart) -> Trouble | None:
    """How what a part was asked for differs from the plan; None if it was asked for this."""
    then, now = stored.record, described(plan, stored.part)
    for name in ("ipscost", "numpy", "scipy"):
        if then["versions"][name] != now["versions"][name]:
            before, here = then["versions"][name], now["versions"][name]
            return Trouble(
                Message(
                    "was computed by {name} {before}, not {here}",
                    name=name,
                    before=before,
                    here=here,
                )
            )
    if then["runs"] == now["runs"]:
        return None
    if options := _differing(then["options"], now["options"]):
        text = Message(
            "was computed {few}", few=_few([_option(name, then, now) for name in options])
        )
        return Trouble(text, asked_otherwise=True)
    if design := _differing(then["design"], now["design"]):
        is_file = "file" in design and not {"sweeps", "ranges", "sample"} & {*design}
        name = now["design"]["file"]["name"] if is_file and "file" in now["design"] else "design"
        return Trouble(Message("was computed for another {name}", name=name), asked_otherwise=True)
    if others := sorted({*then["scenarios"]} ^ {*now["scenarios"]}):
        text = Message(
            "was computed for other scenarios: only one of the two has {few}", few=_few(others)
        )
        return Trouble(text, asked_otherwise=True)
    files: dict[str, None] = {}
    for scenario in _differing(then["files"], now["files"]):
        before, here = then["files"].get(scenario, {}), now["files"].get(scenario, {})
        files |= dict.fromkeys(name for name in _differing(before, here) if name in here)
    if files:
        return Trouble(Message("was computed from another {few}", few=_few(list(files))))
    return Trouble(Message("is of another batch"))


def _option(name: str, then: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """How an option of a part differs from that of the join: `with --seed 2, not 1`."""
    option = f"--{OPTIONS.get(name, name.replace('_', '-'))}"
    before, here = then["options"].get(name), now["options"].get(name)
    if isinstance(here, bool):
        if before:
            return Message("with {option}", option=option)
        return Message("without {option}", option=option)
    if isinstance(here, list):
        return Message("with another {option}", option=option)
    if before is None:
        return Message("without {option}", option=option)
    return Message("with {option} {before}, not {here}", option=option, before=before, here=here)


OPTIONS = {"language": "lang", "settings": "set"}
"""Options that have a different name in a plan."""


def _differing(then: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """The keys whose values differ, or that only one of the two mappings has."""
    names = dict.fromkeys([*now, *then])
    return [name for name in names if then.get(name, "") != now.get(name, "")]


def _all(texts: Sequence[str]) -> str:
    """`a, b and c`."""
    return ands([*([series(texts[:-1])] if len(texts) > 1 else []), *texts[-1:]])


def _few(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    if len(names) <= NAMED:
        return _all(names)
    return Message("{names} and {more} more", names=series(names[:NAMED]), more=len(names) - NAMED)
