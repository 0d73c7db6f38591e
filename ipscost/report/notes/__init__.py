"""What a reader must know beside the numbers, by what it is about.

common  unknown, assumed, fixed, how sure, how converted, and how the same run can be had again
model   a model of states: its cycle, its counting, the later effect, work
given   what a claim takes for granted
gaps    what an account lacks: a sentence in place of a claim, and why an arm is left out
"""
