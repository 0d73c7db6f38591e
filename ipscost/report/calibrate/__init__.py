"""calibrate: the fit in sentences and tables, and as a scenario.

report   the fit as a report
figures  its numbers for machines
notes    its notes
wording  what unknowns, targets and what is not told apart are called
written  the fitted values as a scenario of their own
"""
