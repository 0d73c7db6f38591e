"""explain: the numbers on the way of one number to the total.

sums      what a group, a payer, an account or a kind is made of
passages  what a number does: its draws, what it changes, and the way of a category to the total
"""
