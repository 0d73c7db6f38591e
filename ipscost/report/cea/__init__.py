"""cea: cost and effect together, dominance, net benefit, how sure the choice is.

report    the report of cea
terms     names of arms, thresholds and amounts in words, and which rows are shown
headline  its sentences
tables    its tables
figures   its numbers for machines
notes     its notes
"""
