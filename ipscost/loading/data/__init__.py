"""Individual data: a model file, and the columns of a table of persons as arrays.

A table is read in blocks of rows, so that memory goes with the persons and the columns that the
model names, not with the file. No message holds a value of a person: it names the line and the
column, and says how many there are.

model       a scenario with a section `data`, to a DataModel
table       a file as blocks of rows: its separator, its headings, its encoding
excel       the same of a workbook
lines       on which line of the file each row stands
numbers     a column of texts to numbers, whatever their decimal mark
groups      a column of texts to groups
refusals    what is wrong with a table, told by line and column
columns     the columns that a model names, where they stand in a table
persons     all of it together: a table and a model to arrays
checks      whether the arrays can be analysed
sums        what an evaluation is of, as sums of columns
weeks       register weeks of persons, from a file of any length to an array
week_starts from when the weeks of each person count
codes       a table of what register codes mean
week_text   how the weeks of a year are written
"""
