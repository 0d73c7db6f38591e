"""compare: scenarios set side by side, and why they differ.

comparison  what is found, as numbers alone: each column's sums, and their gaps to the base
cases       what is set side by side, and the differences between them
union       the union of their trees, and what each column sums up
claims      numbers that are seen twice, and what no saving depends on
inputs      what differs between two scenarios, and what each input explains
sides       an input as one scenario states it: the noun, its line and its numbers
switching   numbers and models of one scenario put into another
ladders     ladders whose steps differ, as one input each
"""
