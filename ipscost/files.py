"""The files of a run: no input is overwritten, and outputs appear complete or not at all.

Code that reads a file calls `reads`, code that will write one calls `writes`, in any order; a clash
is reported before anything is computed. Files are compared by identity, not by name: a link,
another spelling of the path and, on a disk that ignores case, other capitals lead to the same file.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ipscost.messages import Message

Identity = tuple[int, int] | str
"""The device and inode of a file, or the path of one that does not exist yet."""

STREAMS = ("/dev/fd/", "/dev/std", "/proc/")
"""Where open streams have their names; whoever opened one decided what happens to its contents."""

PATIENCE = 2.0
"""How many seconds to wait for a pipe to get a reader: long enough for a program started beside
this one, short enough that nobody takes the wait for a computation."""


class ClashError(Exception):
    """A run would write over what it reads, or write two things into one file."""


@dataclass(slots=True)
class RunFiles:
    """The files that a run has read or will write, by identity, with the names used for them.

    is_personal: one of them holds data of persons, so that nothing of it may be told or kept.
    """

    read: dict[Identity, str] = field(default_factory=dict)
    written: dict[Identity, tuple[str, str]] = field(default_factory=dict)
    is_personal: bool = False


_KNOWN: ContextVar[RunFiles | None] = ContextVar("files of this run", default=None)


@contextmanager
def of_a_run(run: RunFiles | None = None) -> Iterator[None]:
    """Within this context, files that are read and written are checked against one another.

    run: what they are noted in, for whoever asks when the context is left.
    """
    token = _KNOWN.set(run or RunFiles())
    try:
        yield
    finally:
        _KNOWN.reset(token)


def reads(file: Path | int) -> None:
    """Records that a file, or an open stream, is read. Raises ClashError if it will be written."""
    known, identity = _KNOWN.get(), _plain(file)
    if known is None or identity is None:
        return
    known.read.setdefault(
        identity, Message("the standard input") if isinstance(file, int) else str(file)
    )
    if identity in known.written:
        option, name = known.written[identity]
        raise _over(option, name, known.read[identity])


def reads_persons() -> None:
    """Records that this run reads data of persons."""
    known = _KNOWN.get()
    if known is not None:
        known.is_personal = True


def reads_stdin() -> None:
    """Records that the standard input is read, which may be a file."""
    with suppress(OSError, ValueError, AttributeError):  # one of a test has no file behind it
        reads(sys.stdin.fileno())


def writes(file: Path, option: str) -> None:
    """Records that `option` will write a file. Raises ClashError if it is read, or written too."""
    known = _KNOWN.get()
    if known is None or _is_stream(file):
        return
    here = _plain(file)
    if here is None and file.exists():
        return  # a device or a pipe holds nothing that could be lost
    if here in known.read:
        raise _over(option, str(file), known.read[here])
    for identity in (here, os.path.realpath(file).casefold()):
        if identity in known.written:
            other, _ = known.written[identity]
            both = (
                option
                if other == option
                else Message("{first} and {next}", first=other, next=option)
            )
            raise ClashError(
                Message(
                    "{both} would both write {file}; name another file for one",
                    both=both,
                    file=file,
                )
            )
    for identity in (here, os.path.realpath(file).casefold()):
        if identity is not None:
            known.written[identity] = option, str(file)


def _over(option: str, name: str, read: str) -> ClashError:
    """The refusal of an output that is an input."""
    which = (
        Message("which this run reads")
        if name == read
        else Message("which this run reads as {read}", read=read)
    )
    return ClashError(
        Message(
            "{option} would write over {name}, {which}; name another file",
            option=option,
            name=name,
            which=which,
        )
    )


def _plain(file: Path | int) -> Identity | None:
    """The identity of a regular file; None for anything else, and if there is no file."""
    try:
        facts = os.stat(file)  # noqa: PTH116 - an open stream has a number
    except (OSError, ValueError):
        return None
    return (facts.st_dev, facts.st_ino) if stat.S_ISREG(facts.st_mode) else None


def _is_stream(file: Path) -> bool:
    """True for a name of an open stream, such as /dev/stdout."""
    return os.path.abspath(file).startswith(STREAMS)  # noqa: PTH100 - a link stays a link


# --- writing ---------------------------------------------------------------------------------


def write(file: Path, content: bytes) -> None:
    """Writes a file whole: see `whole`. Raises OSError if that cannot be."""
    with whole(file) as target:
        target.write(content)


@contextmanager
def whole(file: Path) -> Iterator[BinaryIO]:
    """A file to write into that replaces `file` at the end, completely or not at all.

    Until then its contents are in a temporary file beside it. Links are followed, and the new file
    gets the permissions and the owner of the one that it replaces. A device, a pipe or an open
    stream is written to directly. Raises OSError.
    """
    try:
        facts = file.stat()
    except FileNotFoundError:
        facts = None
    if facts is not None and (_is_stream(file) or not stat.S_ISREG(facts.st_mode)):
        with os.fdopen(_opened(file, is_pipe=stat.S_ISFIFO(facts.st_mode)), "wb") as into:
            yield into
        return
    target = Path(os.path.realpath(file))
    beside = part(target.parent)
    with fresh(beside, for_=target) as new:
        yield new
    put(beside, target)


def part(folder: Path) -> Path:
    """A temporary name in `folder` for a file that is being written, which nobody can guess."""
    import secrets  # takes long enough to import for `--help` to do without

    return folder / f".ipscost-{secrets.token_hex(6)}.part"


@contextmanager
def fresh(file: Path, for_: Path | None = None) -> Iterator[BinaryIO]:
    """A new file to write into, at a name that does not exist yet; removed if writing fails.

    Its permissions allow no more than those of the file `for_`, which it will replace. Raises
    OSError, also if that file is write-protected.
    """
    facts = None if for_ is None else _facts(for_)
    if facts is not None and not os.access(str(for_), os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(for_))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    mode = 0o666 if facts is None else facts.st_mode & 0o600
    handle = os.open(file, flags, mode)  # what the umask takes away of a new file is taken away
    try:
        with os.fdopen(handle, "wb") as new:
            yield new
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def put(new: Path, file: Path) -> None:
    """Replaces a file by a finished one, which gets the permissions and owner of the old one."""
    try:
        like(new, file)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _facts(file: Path) -> os.stat_result | None:
    """The status of a file; None if there is none."""
    try:
        return file.stat()
    except FileNotFoundError:
        return None


def _opened(file: Path, *, is_pipe: bool) -> int:
    """The existing file, opened for writing; for a pipe, waits briefly until there is a reader."""
    flags = os.O_WRONLY | os.O_APPEND
    if not is_pipe:
        return os.open(file, flags)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(file, flags | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(PATIENCE / 40)
        else:
            os.set_blocking(handle, True)
            return handle


def like(file: Path, other: Path) -> None:
    """Gives a file the owner, as far as that is allowed, and the permissions of another, if any."""
    facts, now = _facts(other), file.stat()
    if facts is None:
        return
    if hasattr(os, "chown") and (now.st_uid, now.st_gid) != (facts.st_uid, facts.st_gid):
        with suppress(OSError):
            os.chown(file, facts.st_uid, facts.st_gid)
    file.chmod(stat.S_IMODE(facts.st_mode))
