"""Analyses: each turns a run (compare: runs) into a report and reads nothing else.

estimates  a mean with its interval, a probability, a p-value
summary    simulate: costs, payers and outcomes of each arm
months     simulate --months: the course and the break-even
notes      what a reader must know beside the numbers
explain    the journey of one number from its line to the total
uncertainty  simulate --uncertainty: where the variance comes from
verify     the run against the published results
decisions  the arms of a run, or of a file of results, as a decision
saved      draws as files, for other programs
cea            cea: cost and effect together, dominance, net benefit, how sure the choice is
cea_terms      what cea asks, at which thresholds, and amounts in words
cea_headline   its sentences
cea_tables     its tables
cea_notes      its notes
cases          what compare sets side by side, and the differences between them
union          the union of their trees, and what each column sums up
compare        scenarios side by side: saving, categories, payers, outcomes
compare_notes  the sentences above and below a comparison
sides          an input as one scenario states it
inputs         what differs between two scenarios, and what each input explains
inputs_table   the same as a table, down to the line in the file
voi        the value of information: sentences, and the report
voi_terms  what voi asks, and what was found
voi_tables perfect information by threshold, quantities and groups by their worth
voi_notes  what the worth of information means, and of what nothing can be said
what_if            the answer at other values of a number: what sensitivity and threshold share
what_if_text       the answer in words, and the record, for both
tornado            each number moved by itself between two ends, ranked
sensitivity        the same as a report
what_if_grid       two numbers moved together
scenario_analyses  the scenario analyses that a file declares
turning            where one number turns the sign of the answer, and from where it is sure
threshold          the same as a report
roots              every zero of a function of one number
"""
