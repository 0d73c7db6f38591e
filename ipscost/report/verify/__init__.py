"""verify: published results beside what the run gives.

report  the sentence, the table and the notes
"""
