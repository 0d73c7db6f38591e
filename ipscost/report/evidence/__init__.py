"""evidence: published evaluations side by side, a row a study.

report   the sentences, and all of it together
short    the state of knowledge on one screen
tables   the same in full: what was studied, what was reached, what it cost
picture  the effects as a forest
figures  the numbers for machines
notes    the notes and the caveats
wording  what a study is called, and its numbers as texts

With `--pool` studies are told as one:

pooled          the sentences and tables, and all of it together
pooled_figures  its numbers for machines
pooled_picture  the forest with the mean and a new place
pooled_notes    its notes and caveats
pooled_wording  an effect as text
"""
