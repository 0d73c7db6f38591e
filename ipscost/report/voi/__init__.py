"""voi: what it is worth to know more before choosing, and what is most worth measuring.

report      the report of voi
terms       names of quantities and groups, and amounts in words
headline    the answer in a few sentences
short       the one or two tables that carry it
paragraphs  what was found in full sentences, for the notes
tables      perfect information by threshold, quantities and groups by their worth
study       what a study of so many people is worth, and what is left after its cost
figures     its numbers for machines
notes       what the worth of information means, and of what nothing can be said
"""
