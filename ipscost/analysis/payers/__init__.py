"""payers: who gains and who pays, why, how sure that is, and from which month each is in plus.

accounts   the accounts that are shown: every payer, and the perspectives
turning    what is held fixed in every draw and turns an account at a bound
tables     the tables: categories by payer, accounts, and the course by month or year
sentences  a sentence for each account, and the check that the payers sum to the total
report     all of it together
"""
