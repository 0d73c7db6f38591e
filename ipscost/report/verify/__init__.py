"""verify: published results beside what the run gives.

report   the sentence and the table
figures  the numbers for machines
notes    its notes
wording  what a published result is called
"""
