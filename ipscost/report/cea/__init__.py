"""cea: cost and effect together, dominance, net benefit, how sure the choice is.

report      the report of cea
terms       names of arms, thresholds and amounts in words, and which rows are shown
headline    the answer in at most three sentences
short       the one or two tables that carry it
caveats     what a reader must know first
paragraphs  what was found in full sentences, for the notes
tables      its tables
figures     its numbers for machines
notes       its notes
"""
