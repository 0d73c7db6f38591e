"""Analyses: each turns a run into a report and reads nothing but the run.

estimates  a mean with its interval, a probability, a p-value
summary    simulate: costs, payers and outcomes of each arm
months     simulate --months: the course and the break-even
notes      what a reader must know beside the numbers
explain    the journey of one number from its line to the total
verify     the run against the published results
"""
