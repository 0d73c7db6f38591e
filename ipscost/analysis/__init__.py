"""Analyses: what is found in a run (in compare: runs) and in nothing else; `report/` tells it.

interval     a number with its interval
estimates    a mean with its interval, a probability, a p-value
percentiles  percentiles of many draws, of which the tails alone are sorted
lacking      which categories a sum lacks, and which arms cannot be decided on
reaches      which numbers a difference in cost depends on
simulate     simulate: what each arm costs, saves and gains, and how sure that is
course       the saving by month and by year, and the month of break-even
payers       payers: what each account gains, of what, from when, and what turns it
explain      explain: what sums are made of, and the way of a number to the total
in_turn      numbers that are given other values one at a time
uses         what each number is for: whose it is, what it may be
chances      the probabilities of moving, as the engine has them
verify       the run against the published results
decisions    the arms of a run, or of a file of results, as a decision
cea          cea: cost and effect together: differences, standings, net benefit, curves
voi          voi: what it is worth to know everything, one quantity or a group
compare      compare: what is set side by side, and what each input explains
calibrate    calibrate: the fit of unknown numbers to published targets
what_if      sensitivity and threshold: the answer at other values of a number
"""
