"""The special functions of scipy, without the modules that `import scipy.special` loads.

The functions are in a compiled module within the package `scipy.special`. Importing the package
loads much that serves other purposes (numpy.f2py, numpy.ma, numpy.testing and some fifty more),
which takes twice as long as numpy itself; the compiled module takes a twentieth of that. So the
package is entered among the imported modules but run only when an attribute of it is first used.
The standard library's LazyLoader does the same, except that here modules inside the package can be
imported before it has run. The same holds for `scipy.linalg`, of which later versions need one
compiled module. If this fails, the packages are imported as usual, and the functions are the same.
"""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from importlib import import_module
from threading import RLock
from typing import Any

PACKAGE = "scipy.special"
PUT_OFF = (PACKAGE, "scipy.linalg")
NEEDED = (
    *("ndtr", "ndtri", "gammaincinv", "gammainccinv", "gammaincc"),
    *("betainc", "betaincc", "betaincinv", "betainccinv"),
)
_LOCK = RLock()


@cache
def special() -> Any:
    """A module with the functions NEEDED, imported when the first number is drawn."""
    with _LOCK:
        for name in PUT_OFF:
            if name not in sys.modules:
                _put_off(name)
    try:
        found = import_module(f"{PACKAGE}._ufuncs")
    except (ImportError, AttributeError):  # another scipy may keep its functions elsewhere
        return import_module(PACKAGE)
    return found if all(hasattr(found, name) for name in NEEDED) else import_module(PACKAGE)


def _put_off(name: str) -> None:
    """Enters a package among the imported modules; the first use of an attribute runs it."""
    parent, _, child = name.rpartition(".")
    above, spec = import_module(parent), importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    package, loader = importlib.util.module_from_spec(spec), spec.loader

    def run_for(attribute: str) -> Any:
        """An attribute of the package, after running it; other threads wait until it has run."""
        with _LOCK:
            if to_run:  # once: while it runs, it may ask itself for what is not there yet
                to_run.pop()(package)
        if attribute in vars(package):
            return vars(package)[attribute]
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}", name=attribute)

    to_run = [loader.exec_module]
    vars(package)["__getattr__"] = run_for
    if sys.modules.setdefault(name, package) is package:
        setattr(above, child, package)
