"""The budget of a rollout as formulas: months of the calendar, prices by year, and payers.

The formulas are those of `ipscost.rollout` and `analysis.budget` for one draw, and build on what
the model says that a person changes by month; so a change of any input flows into the budget.

context  what all sheets share, and what is checked of them
columns  columns over the same rows
person   the sheet of what one person changes by month after the start
people   columns of people and posts by month of the calendar
amounts  columns of what the programme costs and others change, before prices rise
prices   the sheet of prices by year, and of what a post costs
payers   the sheet of what each payer pays by month
turning  when the cumulative net cost is deepest, and from when it is paid back
brief    the budget in brief
table    a table with a column a year
years    the sheet of the budget by year and payer
sheets   all of them
"""
