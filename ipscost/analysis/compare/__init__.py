"""compare: scenarios side by side, and the inputs that explain their differences.

A column of a comparison is one intervention of one scenario; the others are compared with the base.

comparison  the results: the savings and outcomes of each column, and their gaps to the base
cases       the columns, the differences between them, and which cannot be compared
union       the cost categories of all columns in one tree, and each column's sums over it
repeats     columns of a variant that only repeat the first scenario
claims      numbers with two sources, and changes that no saving depends on
inputs      the inputs that differ between two scenarios, and what each explains of the gap
sides       an input as one scenario states it: its value, its line and its numbers
switching   numbers and models of one scenario put into another
groups      the groups of people of a scenario as one input
ladders     tariffs in steps that differ between scenarios, each as one input
"""
