"""Many scenarios: from files and a design to tidy tables in a folder.

variants     a design as a product of factors, and its variants
design_file  a CSV of variants
designs      sweeps and samples, and the whole design
named    the files that a design names, read beforehand
plan     what is to be done, and everything that can be refused beforehand
work     one scenario's variants to rows, on whichever process or machine
pool     who computes: this process, or several
cluster  who computes: a Dask cluster
store    what is finished, kept so that a killed batch goes on where it was
ours     what in a folder is a batch's own, which alone it touches
output   what the files hold
writing  how they take their places: all, or none
doubts   the warnings, each once
parts    a share of a batch, and what it keeps
joins    from parts to the whole
unmoved  the paths on which no saving depends
run      all of it together
"""

from ipscost.batch.designs import design
from ipscost.batch.plan import Options, plan
from ipscost.batch.run import batch, join

__all__ = ["Options", "batch", "design", "join", "plan"]
