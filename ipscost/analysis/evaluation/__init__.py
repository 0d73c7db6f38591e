"""analyse: individual data as an economic evaluation, as numbers.

weeks         what register weeks tell: weeks in each state, moves
week_nouns    the same as numbers, and what is held back
week_benefits who pays benefits, weeks behind on a ladder, what a week costs
week_scenario what they tell, put into the mapping of a scenario's file
"""
