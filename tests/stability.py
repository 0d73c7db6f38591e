"""The same digits on every machine: every golden result under other kernels, threads and roundings.

    python tests/stability.py [NAME ...]

Each golden result (or those named) is computed in processes of their own: with the kernels of
OpenBLAS for three generations of processors, on one and two threads, and with every input number
moved by about 1e-12 of itself. What is printed must stay (`digits.py`). Prints what does not, and
exits 1. Where the linear algebra is not OpenBLAS's, or the processor lacks a kernel, fewer kernels
differ; a digest of an eigenvalue in each tells which do. It takes some minutes.
"""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import hashlib
import io
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
KERNELS = ("Haswell", "Sandybridge", "Prescott")
THREADS = ("1", "2")
SIZE = 1e-12


# --- in a process of its own -----------------------------------------------------------------


def moved(thing: Any, size: float, path: str = "") -> Any:
    """A scenario, or a part of one, with each of its input numbers moved by about `size` of it.

    Those are the parameters of every distribution, later values, discount rates and weights of
    months; a number that stands in several places is moved alike in all. What was stated is shown
    as it was.
    """
    from ipscost.scenario.nouns import Discount, Timing
    from ipscost.scenario.quantity import Quantity

    if isinstance(thing, Quantity):
        dist = thing.dist
        numbers = {
            field.name: _moved(getattr(dist, field.name), size, f"{thing.path}.{field.name}")
            for field in dataclasses.fields(dist)
        }
        series = tuple(_moved(value, size, thing.path) for value in thing.series)
        return dataclasses.replace(thing, dist=type(dist)(**numbers), series=series)
    if isinstance(thing, Discount):
        rates = (_moved(thing.cost, size, "cost"), _moved(thing.outcome, size, "outcome"))
        return dataclasses.replace(thing, cost=rates[0], outcome=rates[1])
    if isinstance(thing, Timing):
        weights = tuple(_moved(weight, size, str(i)) for i, weight in enumerate(thing.weights))
        return dataclasses.replace(thing, weights=weights)
    if isinstance(thing, tuple):
        return type(thing)(moved(each, size, path) for each in thing)
    if isinstance(thing, Mapping):
        return {key: moved(each, size, path) for key, each in thing.items()}
    if dataclasses.is_dataclass(thing) and type(thing).__module__ in (
        "ipscost.scenario.nouns",
        "ipscost.scenario.model",
    ):
        fields = [field.name for field in dataclasses.fields(thing) if field.init]
        found = {name: moved(getattr(thing, name), size, path) for name in fields}
        return dataclasses.replace(thing, **found)
    return thing


def _moved(value: Any, size: float, path: str) -> Any:
    """A number moved by `size` of it, up or down as its path has it; 1 stays, being exact."""
    if not isinstance(value, float) or value == 1:
        return value
    return value * (1 + (size if zlib.crc32(path.encode()) % 2 else -size))


def results(commands: Mapping[str, Sequence[str]], size: float) -> dict[str, str]:
    """What each command prints, with input numbers moved by `size` of them."""
    import ipscost.cli
    from ipscost.loading import build

    if size:

        def moving(*arguments: Any, **options: Any) -> Any:
            return moved(build(*arguments, **options), size)

        for each in [each for name, each in sys.modules.items() if name.startswith("ipscost.")]:
            if getattr(each, "build", None) is build:
                each.build = moving
    found = {}
    for name, arguments in commands.items():
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            ipscost.cli.main([*arguments])
        found[name] = out.getvalue()
    return found


def fingerprint() -> str:
    """Ten digits that tell how this process rounds an eigenvalue."""
    import numpy as np

    matrix = np.random.default_rng(1).standard_normal((300, 300))
    value = float(np.linalg.eigvalsh(matrix @ matrix.T)[0])
    return hashlib.sha256(value.hex().encode()).hexdigest()[:10]


# --- over processes --------------------------------------------------------------------------


def computed(
    commands: Mapping[str, Sequence[str]], kernel: str, threads: str = "1", size: float = 0.0
) -> tuple[str, dict[str, str]]:
    """The fingerprint of a process with a kernel and threads, and what each command prints."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "IPSCOST_LANG"},
        "OPENBLAS_CORETYPE": kernel,
        "OPENBLAS_NUM_THREADS": threads,
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, __file__, "--one", str(size)],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=ROOT,
    )
    said, found = json.loads(done.stdout)
    return said, found


def differences(found: Mapping[str, str], kept: Mapping[str, str]) -> list[str]:
    """What does not say the same, line by line."""
    from digits import same

    lines = []
    for name, text in kept.items():
        if not same(found[name], text, name):
            pair = (text.splitlines(), found[name].splitlines())
            lines += [f"  {name}", *(f"    {line}" for line in difflib.unified_diff(*pair, n=0))]
    return lines


def main(names: Sequence[str]) -> int:
    """Compares every golden result, or those of `names`, in every process."""
    sys.path[:0] = [str(HERE / "golden"), str(ROOT)]
    from test_golden import RUNS, TEXTS, numbers, rows, steady

    texts = {f"{name}.txt": arguments for name, arguments in TEXTS.items()}
    runs = {numbers(name): [*RUNS[name], "--format", "json"] for name in reversed(RUNS)}
    commands = {
        name: each for name, each in {**texts, **runs}.items() if name in names or not names
    }
    kept = {name: (HERE / "golden" / name).read_text(encoding="utf-8") for name in commands}
    bad = False
    for kernel in KERNELS:
        for threads in THREADS:
            for size in (0.0, SIZE):
                said, found = computed(commands, kernel, threads, size)
                shown = {
                    name: steady(text) if name in texts else rows(json.loads(text))
                    for name, text in found.items()
                }
                lines = differences(shown, kept)
                how = f"{kernel} ({said}), {threads} threads, inputs moved by {size:g}"
                print(f"{how}: {'the same' if not lines else 'differs'}", *lines, sep="\n")
                sys.stdout.flush()
                bad = bad or bool(lines)
    return int(bad)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        asked = json.loads(sys.stdin.read())
        answer = results(asked, float(sys.argv[2]))
        print(json.dumps([fingerprint(), answer]))
    else:
        sys.exit(main(sys.argv[1:]))
