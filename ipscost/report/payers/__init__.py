"""payers: who gains and who pays, how sure that is, and from which month each is in plus.

report     all of it together
figures    its numbers for machines
tables     the tables: categories by payer, accounts, and the course by month or year
labels     what the rows of both are called
sentences  a sentence for each account, and the check that the payers sum to the total
notes      its notes
"""
