"""What a reader must know beside the numbers, by what it is about.

common  unknown, assumed, fixed, how sure, how converted, and how the same run can be had again
model   a model of states: its cycle, its counting, the later effect, work
given   what a claim takes for granted
"""
