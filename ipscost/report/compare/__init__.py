"""compare: scenarios side by side, and how much of their difference each input explains.

report        the report of compare: saving, categories, payers, outcomes
figures       the numbers for machines
tables        the tables for readers, with a column a scenario or a line a scenario
inputs_table  what differs and what each input explains, down to the line in the file
headline      which saves most, by how much more, and how sure that is
short         what is shown first: the savings, and the categories that differ most
caveats       what to know before the answer is used
notes         its notes
converted     how money went between countries, and what the other ways would have made
aside         what is in money of its own, and why
claims        what the headline takes for granted, and how finely a probability may be told
labels        what columns and lines are called
sides         an input as one scenario states it, in words
fuller        the same in more words and digits, for two that would read alike
"""
