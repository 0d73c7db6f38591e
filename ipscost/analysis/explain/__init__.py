"""explain: how one number of a scenario enters the total, as numbers.

sums      the breakdown of a group, a payer, an account or a sum by kind
passages  the draws of a number, what it changes, and a category step by step to the total
"""
