"""verify: published results beside what the run gives.

report   the sentence, the table and the notes
figures  the numbers for machines
wording  what a published result is called
"""
