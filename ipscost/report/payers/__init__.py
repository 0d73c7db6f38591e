"""payers: who gains and who pays, how sure that is, and from which month each is in plus.

report     all of it together
figures    its numbers for machines
tables     the tables: categories by payer, accounts, and the course by month or year
sentences  a sentence for each account
notes      its notes, the check that the payers sum to the total among them
"""
