"""`python -m ipscost`."""

from ipscost.cli import run

run()
