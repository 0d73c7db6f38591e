"""Many scenarios: from files and a design to tidy tables in a folder.

variants     a design as a product of factors, and its variants
design_file  a table of variants
designs      sweeps, samples, and the whole design
named        the files that a design names, read in advance
plan         what to run; refuses in advance whatever can be refused
work         computes the variants of one scenario, in any process or on any machine
pool         workers: this process, or several of this machine
cluster      workers: a Dask cluster
store        finished results, kept so that an interrupted batch can continue
ours         which files in a folder belong to a batch; it touches no others
output       the contents of the files
writing      replaces files: all of them or none
doubts       the warnings, each once
parts        a part of a divided batch, and what it keeps
incomplete   what is said where parts of a batch are missing
joins        puts the parts of a batch together
unmoved      paths on which no saving depends
run          the whole batch, from plan to files
"""

from ipscost.batch.designs import design
from ipscost.batch.plan import Options, plan
from ipscost.batch.run import batch, join

__all__ = ["Options", "batch", "design", "join", "plan"]
