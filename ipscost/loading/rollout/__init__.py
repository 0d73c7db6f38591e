"""A programme as it is rolled out, from the section `rollout`.

numbers    what each number may be: its unit, its range, and whether it may stand plainly
around     what the rest of the scenario has: arms, payers, categories, outcomes, prices
names      what a rollout names of it: arm, payers, outcome
intake     who starts and how long they are supported
staff      posts, what comes on top of salaries, and whether they fit the caseload
lines      costs beside posts, a price of a place, published prices
grants     money given, by year and giver
financing  a block grant that follows spending, and how prices and wages rise
targets    what published results of it may be of
whole      all of it together, and the dates
"""
