"""Analyses: each turns a run (compare: runs) into a report and reads nothing else.

estimates    a mean with its interval, a probability, a p-value
lacking      which categories a sum lacks, since they are not known or not divided
gaps         the same in words: a sentence in place of a claim, and notes
summary      simulate: costs, payers and outcomes of each arm
headline     simulate: a sentence an arm
given        what a sentence takes for granted, and settings that change nothing of it
reaches      which numbers a difference in cost depends on
frame        from whose side, at which rates, observed or extrapolated: in words
course       the saving by month and by year, and the month of break-even
months       simulate --months and --years: the course and the break-even
payers       payers: who gains, who pays, and from when each is in plus
uncertainty  simulate --uncertainty: where the variance comes from
notes        what a reader must know beside the numbers
model_notes  the same of a model: its cycle, its counting, the later effect, base case and draws
uses         what each number is for: what it is called, what it may be
chances      the probabilities of moving, as the engine has them
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
