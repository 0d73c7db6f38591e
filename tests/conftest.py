"""Makes `builders` importable from every folder of tests, and keeps the checkout clean.

What tests and the programs they start print does not depend on the developer's language or folder,
and what Hypothesis tries not on which tests are run: its settings stand here alone.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
STORAGE = Path(tempfile.gettempdir()) / "ipscost-hypothesis"
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(STORAGE))

settings.register_profile(
    "ipscost",
    max_examples=16,
    deadline=None,  # nor the check for slow data: no test hangs on a busy machine
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ipscost")

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode, too
sys.dont_write_bytecode = False
os.environ.pop("IPSCOST_LANG", None)
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the workers of xdist share the processors


def pytest_collection_finish() -> None:
    """The garbage collector does not visit the collected tests, which stay to the end.

    It comes as seldom as in the program itself (`ipscost/__main__.py`): to look through all that
    thousands of tests make is a quarter of their time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(300_000)


@pytest.fixture(autouse=True, scope="session")
def _shipped_scenarios_are_built_once() -> None:
    """A shipped scenario is read once in a process of tests, and built once with each change.

    Both are frozen, and what is found out about them is remembered (`ipscost/remembered.py`).
    Hundreds of tests run commands on the same few files, as one long session would; those that
    start a program of their own, and all files of tests, are read anew.
    """
    import shipped_once

    shipped_once.install()


@pytest.fixture(autouse=True, scope="session")
def _at_the_root() -> Iterator[None]:
    """Paths that tests name are those of the repository, wherever pytest was started."""
    with contextlib.chdir(ROOT):
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which commands are run, with study.yaml."""
    import builders

    monkeypatch.chdir(tmp_path)
    (tmp_path / "study.yaml").write_text(builders.STUDY, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for every test that needs one."""
    import browser

    with browser.opened() as opened:
        yield opened
