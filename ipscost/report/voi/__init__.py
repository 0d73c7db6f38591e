"""voi: what it is worth to know more before choosing, and what is most worth measuring.

report  its sentences, and the report
terms   what voi asks, and what was found
tables  perfect information by threshold, quantities and groups by their worth
notes   what the worth of information means, and of what nothing can be said
"""
