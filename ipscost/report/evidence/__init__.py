"""evidence: published evaluations side by side, a row a study.

report   the sentences, and all of it together
short    the state of knowledge on one screen
tables   the same in full: what was studied, what was reached, what it cost
picture  the effects as a forest
figures  the numbers for machines
notes    the notes and the caveats
wording  what a study is called, and its numbers as texts
"""
