"""Analyses: each turns a run (compare: runs) into a report and reads nothing else.

estimates    a mean with its interval, a probability, a p-value
summary      simulate: costs, payers and outcomes of each arm
months       simulate --months: the course and the break-even
uncertainty  simulate --uncertainty: where the variance comes from
notes        what a reader must know beside the numbers
explain      the journey of one number from its line to the total
verify       the run against the published results
decisions    the arms of a run, or of a file of results, as a decision
saved        draws as files, for other programs
cea          cea: cost and effect together
compare      compare: scenarios side by side, and why they differ
voi          voi: the value of information
calibrate    calibrate: unknown numbers fitted to published targets
what_if      sensitivity and threshold: the answer at other values of a number
"""
