"""A scenario as a workbook that is the whole model, live; and changed inputs read back from it.

formulas   formulas, each as what Excel reads and as the value that it has now
blocks     texts that hold numbers, and sums over blocks of cells
algebra    how sums of products change, and what if some inputs were others
cells      a workbook in no library: sheets, cells, names
writing    a workbook of cells to an .xlsx file
inputs     the sheet of inputs
rollout_inputs  the numbers of a rollout for that sheet, and what each is called
months     the sheet of months: discount factors, and when amounts fall
prices     how money becomes the reported money, as rows of the sheet of the model
carried    an effect that is carried over to another group, as formulas
expected_model  the sheet of a model whose amounts are all stated
accounts   what the sheets of results are told by a model, whatever the engine
results    the sheet of results
sensitivity  the sheet of one-way sensitivity
uncertainty  the sheet of what the draws gave
checks     the sheet of checks
record     the sheet of the record
build      a run to a workbook
reading    a workbook that came back, opened safely
changes    what was changed in it, and what is amiss
variant    what was changed as a scenario file that extends another
importing  from a workbook that came back to that file
budget     the budget of a rollout as formulas
states     a model of states as formulas: its cycles, and the sheet of its model
"""
