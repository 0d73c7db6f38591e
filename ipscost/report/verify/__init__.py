"""verify: published results next to those of the run.

report   the sentence and the table
stress   verify --stress: tests of the model, and two checklists
figures  the numbers for machines
notes    its notes
wording  what a published result is called
"""
