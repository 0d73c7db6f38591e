"""sensitivity, threshold and what-ifs: the result at other values of a number.

The answer to a question is the saving of an arm, or its incremental net benefit.

question  the numbers that can be varied, and the answer at other values of them
tornado   one-way analysis: each number between two ends, ranked by how far the answer moves
two_way   two-way analysis: two numbers varied together
analyses  the answer in each scenario analysis
turning   thresholds: where a number reverses the sign of the answer, and where that is certain
chosen    which numbers a what-if has, their ends, and the values that it stops at
live      a what-if without a run: coefficients that give the answer at other values of numbers
roots     all zeros of a function of one number
"""
