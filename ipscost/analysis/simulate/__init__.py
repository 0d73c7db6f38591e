"""simulate: what each arm costs, saves and gains against the reference arm, as numbers.

summary   costs, outcomes and payers of each arm
saving    what an arm saves in all, and how sure that is
months    the saving by month and by year, and when the arm has paid itself back
variance  which quantities, and which payers, the uncertainty comes from
"""
