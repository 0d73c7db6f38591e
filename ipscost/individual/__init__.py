"""The mathematics of individual data: one row a person, with holes, groups and people cut off.

Modules:
  data         what individual data are here: arrays, and the sums that an evaluation is of
  weeks        register weeks: states by cycle, moves, runs, weeks behind on a ladder
  ids          the numbers by which persons are found again in another file
"""
