"""voi: what it is worth to know more before choosing, and what is most worth measuring.

report   its sentences, and the report
terms    names of quantities and groups, and amounts in words
tables   perfect information by threshold, quantities and groups by their worth
figures  its numbers for machines
notes    what the worth of information means, and of what nothing can be said
"""
