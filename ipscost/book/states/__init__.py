"""A model of states as formulas: a row a point of time, a column a number, a block an arm.

The formulas are those of the engine `states`, for one arm and one cycle at a time, and what is
counted is the plan of that engine (`engines.plan`), so that the two cannot part.

levels   the number behind each move, a hazard or a probability, with ratios applied
rows     the probability of each move out of a state, and of staying
effect   how much of the difference between the arms lasts
clocks   people by the time spent on a ladder or since an entry, and those who were never there
counted  what is counted of the people in each row, and what that costs
rates    categories that are a rate of others
columns  the columns of the sheet of cycles, and where they stand
titles   what these columns are called
block    the rows of an arm in that sheet
cycles   the sheet of cycles
spans    more columns in the sheet of months
by_month what each arm costs more in each month, for the budget of a rollout
model    the sheet of the model, whose rows build on the cycles
"""
