"""Reports: the findings of an analysis in sentences, tables and notes; a folder per command.

report     Report, Table, Figure: what every command answers, in no language and of no width
as_yaml    a scenario as the text of a file
uses       what each number is called
rollout    what each number of a rollout is called, and what the accounts make of it
spread     what each number of how persons differ is called, and how it is derived
charts     pictures as numbers
checklists a checklist as a table: how each item is met, and where
pictures   what was found, as pictures: a chart, its words, and its numbers as a table
frame      from whose side, at which rates, in prices of which year, observed or extrapolated
phrases    phrases that several reports share
caveats    at most three of what to know first, in words
people     what is told of one person, for so many people in all
notes      what a reader has to know besides the numbers
simulate   costs, payers and outcomes of each arm, and where the variance comes from
payers     who gains and who pays
budget     what a rollout costs and saves in the calendar, and what must hold
verify     published results next to those of the run
explain    the journey of one number from its line to the total
compare    scenarios side by side, and why they differ
evidence   published evaluations side by side
cea        cost and effect together
voi        the value of information
distribution  who gains among persons, and what the dearest carry
power      what a study of so many people can see, and what it is worth
rehearsal  made-up data to rehearse on: the model file beside it, and what must be said
analyse    individual data as an economic evaluation, and as a scenario
calibrate  unknown numbers fitted to published targets
page       a front page and sections, which people take away
what_if    sensitivity and threshold: the answer at other values of a number
"""
