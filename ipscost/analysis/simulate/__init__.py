"""simulate: incremental costs and outcomes of each arm against the reference arm, as numbers.

summary   costs by category, outcomes, and savings by payer
place     what a place costs: the programme itself
saving    the total saving of an arm and its uncertainty
condition up to what difference of which category an arm saves money
groups    what changes for each group of people
months    the saving by month and by year, with its uncertainty
variance  the quantities and payers that the uncertainty of the saving comes from
"""
