"""analyse: individual data as an economic evaluation, and as a scenario.

report    the report of analyse
terms     who is compared, and amounts, in words
headline  the answer in a few sentences
short     the short answer, on one screen
tables    costs and outcomes, payers, what the method changes, who lacks what, balance
notes     what was done with the data, and what the data cannot say
week_notes how register weeks became states, and what is held back
figures   its numbers for machines
weeks     what register weeks tell: states, moves, weeks behind, who pays
written   what was found, as a scenario that every other command takes
"""
