"""compare: scenarios side by side, and how much of their difference each input explains.

report        the report of compare: saving, categories, payers, outcomes
cases         what is set side by side, and the differences between them
union         the union of their trees, and what each column sums up
notes         the sentences above and below a comparison
sides         an input as one scenario states it
switching     numbers and models of one scenario put into another
ladders       ladders whose steps differ, as one input each
inputs        what differs between two scenarios, and what each input explains
switching     numbers and models of one scenario put into another
inputs_table  the same as a table, down to the line in the file
"""
