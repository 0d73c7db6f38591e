"""The special functions of scipy, without the modules that `import scipy.special` brings along.

The functions are a compiled module within the package `scipy.special`. Importing the package first
imports all that numpy and scipy have for other purposes (numpy.f2py, numpy.ma, numpy.testing and
some fifty more), which takes twice as long as numpy itself; the compiled module takes a twentieth
of that. So the package is put off: it stands among the imported modules, and is carried out when
somebody asks it for anything. That is how the standard library's LazyLoader puts off a module,
except that here the modules within it can be imported before. So is `scipy.linalg`, of which the
functions of later versions need one compiled module. Where this does not work, the packages are
imported as ever: the functions are the same.
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
    *("ndtr", "ndtri", "gammaincinv", "gammainccinv"),
    *("betainc", "betaincc", "betaincinv", "betainccinv"),
)
_LOCK = RLock()


@cache
def special() -> Any:
    """A module that has the functions NEEDED, imported when the first number is drawn."""
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
    """Enters a package among the imported modules; the first attribute asked for runs it."""
    parent, _, child = name.rpartition(".")
    above, spec = import_module(parent), importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    package, loader = importlib.util.module_from_spec(spec), spec.loader

    def run_for(attribute: str) -> Any:
        """What the package has by this name, once it has run; other threads wait until then."""
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
