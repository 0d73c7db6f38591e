"""sensitivity and threshold: the answer at other values of a number.

question  the numbers that may vary, and the answer at other values of them
tornado   each number moved by itself between two ends, ranked
two_way   two numbers varied together
analyses  the answer in each scenario analysis
turning   where one number turns the sign of the answer, and from where it is sure
roots     every zero of a function of one number
"""
