"""power: what a study of so many people can see of an effect, and what it is worth.

report    the report of power
terms     names of the effect and the groups, and amounts, in words
headline  the answer in at most four sentences
tables    what each size sees, and how many people it takes
figures   its numbers for machines
notes     what the numbers mean, and what the design leaves open
"""
