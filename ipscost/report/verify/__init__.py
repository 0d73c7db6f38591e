"""verify: published results beside what the run gives.

report  the sentence and the table
notes   its notes
"""
