"""Probabilistic results made anywhere: a file of draws to a Psa.

psa           probabilistic results made anywhere: a file of draws to a Psa
file          what is told of a file that is no delimited text
layout        what parts its cells, and where its headings stand
sheet         its cells as columns of numbers, quickly, and where each stands; designs use it too
words         the headings that columns have
measures      what a heading says: which measure of which arm
columns       what columns are, and the measures of arms among them
long_columns  which column is what, with one row per draw and arm
headers       which column is what, by its heading
derived       arms that follow from others in every draw
arms          which arms count
rows          rows that are no draws
cells         what is wrong with a cell, a draw or an arm
long          the rows of results with one row per draw and arm
match         rows of one file matched with the draws of another
tables        cost and effect of each arm in each draw, from one file or two
parameters    what was drawn, matched with the draws of the results
"""
