"""Costs and outcomes, their payers and rules, and published targets.

scope       what costs and outcomes may refer to: numbers, states, ladders
arms        the arms that are compared, and those that are left out
accounts    payers, receivers, perspectives and the factors of welfare economics
rules       amounts tied to states and moves
ladders     payer shares that change with the weeks in some states
categories  the tree of costs
dates       amounts that change on a date
stated      the amounts of a category, in whichever way they are stated
outcomes    the outcomes: stated, valued in states, or given by the model
targets     the published results to be reproduced
thresholds  what one more of an outcome is worth
"""
