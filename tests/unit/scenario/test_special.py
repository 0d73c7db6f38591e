"""The functions of scipy.special are there without the rest of its package, which works as ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ipscost.scenario import special

WITHOUT = """
import sys
from ipscost.scenario.special import special
functions = special()
values = [functions.ndtri(0.3), functions.gammaincinv(3, 0.3), functions.betaincinv(2, 5, 0.3)]
print(*sorted({"numpy.f2py", "numpy.testing", "unittest"} & set(sys.modules)))
"""
AFTERWARDS = {
    "the package itself": "import scipy.special as package; package.logsumexp([0.0])",
    "a name of it": "from scipy.special import logsumexp, ndtri; assert ndtri(0.3) == values[0]",
    "by way of scipy": "import scipy; scipy.special.logsumexp([0.0])",
    "all of it": "from scipy.special import *; assert gammaincinv(3.0, 0.3) == values[1]",
    "a module of it": "from scipy.special._orthogonal import legendre",
    "what stands on it": "from scipy.stats import beta; assert beta.ppf(0.3, 2, 5) == values[2]",
    "another that is put off": (
        "import scipy.linalg; from scipy.linalg import *\n"
        "assert scipy.linalg.inv([[2.0]]).tolist() == [[0.5]] and lu and scipy.linalg.lapack.dgetrf"
    ),
    "scipy.optimize": "from scipy.optimize import least_squares as f; f(lambda x: x - 1, 0.0)",
    "a name that is not there": (
        "import scipy.special\n"
        "try: scipy.special.nothing\n"
        "except AttributeError as error: assert 'scipy.special' in str(error)"
    ),
    "in threads": (
        "import scipy.special; from concurrent.futures import ThreadPoolExecutor as Pool\n"
        "with Pool(4) as pool: list(pool.map(lambda _: scipy.special.logsumexp([0.0]), range(8)))"
    ),
}


def run(code: str) -> str:
    """What `code` writes in an interpreter of its own."""
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_functions_come_without_what_the_package_brings_along() -> None:
    assert run(WITHOUT) == ""


@pytest.mark.parametrize("after", AFTERWARDS.values(), ids=AFTERWARDS)
def test_the_package_works_as_ever_afterwards(after: str) -> None:
    run(f"{WITHOUT}\n{after}")


def test_where_the_package_was_imported_before_it_is_left_as_it_is() -> None:
    before = "import sys, scipy.special; package = scipy.special"
    run(f"{before}\n{WITHOUT}\nassert sys.modules['scipy.special'] is package")


def test_a_scipy_that_keeps_its_functions_elsewhere_is_asked_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(special, "NEEDED", ("logsumexp",))
    found = special.special.__wrapped__()
    assert found.__name__ == "scipy.special"
    assert found.logsumexp([0.0]) == 0.0
