"""payers: who gains and who pays, how sure that is, and from which month each breaks even.

report     all of it together
figures    its numbers for machines
tables     the tables: categories by payer, accounts, and the course by month or year
sentences  the answer in three sentences, and one for each account
notes      its caveats and notes, the check that the payers sum to the total among them
"""
