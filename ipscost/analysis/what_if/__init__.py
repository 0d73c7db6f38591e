"""sensitivity and threshold: the answer at other values of a number.

question           the numbers that may vary, and the answer at other values of them
text               the answer in words, and the record, for all reports here
tornado            each number moved by itself between two ends, ranked
sensitivity        the same as a report
grid               two numbers moved together
scenario_analyses  the scenario analyses that a file declares
turning            where one number turns the sign of the answer, and from where it is sure
threshold          the same as a report
roots              every zero of a function of one number
"""
