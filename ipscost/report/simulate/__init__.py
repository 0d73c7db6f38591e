"""simulate: costs, payers and outcomes of each arm, by month, and how sure they are.

summary      costs, payers and outcomes of each arm
headline     the answer in at most three sentences
short        the tables of the short answer
months       --months and --years: the course and the break-even
uncertainty  --uncertainty: where the variance comes from
groups       what each group of people costs and saves
notes        the notes of all of them
figures      the numbers of all of these for machines
labels       what their rows are called
"""
