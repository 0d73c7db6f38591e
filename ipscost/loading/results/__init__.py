"""Results of a probabilistic analysis made elsewhere: reads a file of draws into a Psa.

psa           from a file of draws to a Psa, with its parameters
file          the messages about a file that is not delimited text
layout        which separator a text has, and where its headings are
sheet         cells as columns of numbers, read quickly, with their positions; designs use it too
words         known headings of columns
measures      what a heading says: which measure of which arm
columns       the roles of columns, and the measures of arms among them
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
values        the cells of a small table of values by path, such as a design or a table of sites
"""
