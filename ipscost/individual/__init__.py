"""The mathematics of individual data: one row a person, with holes, groups and people cut off.

Modules:
  data         what individual data are here: arrays, and the sums that an evaluation is of
  weeks        register weeks: states by cycle, moves, runs, weeks behind on a ladder
  ids          the numbers by which persons are found again in another file
  holes        who is not measured or cut off, in data that are made up
  disclosure   what is held back so that no person can be told from results
  sums         sums over persons and small linear systems, in a fixed order, many at a time
  regression   costs and outcomes on the arm and what was before, jointly; parts add up to the total
  robust       covariances that hold where persons are alike within clusters
  imputation   what is missing, many times over, by chained equations; and what if it were other
  rubin        imputations as one answer, and how many it takes
  resampling   bootstraps: of persons, of sites and persons, with an imputation nested in each
  beside       what other methods say: complete cases, arms as they are, gamma, two-part
  censoring    mean costs where persons were cut off
  logistic     logistic regression, and whether the data let it be made
  weighting    where arms were not drawn by lot: weights, balance, effective numbers, E-value

This package knows nothing of scenarios, files or words: it takes arrays and returns arrays. Random
numbers come from generators that it is handed by name; a result's digits depend on neither blocks,
nor processors, nor the company of other samples.
"""
