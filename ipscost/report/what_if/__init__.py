"""sensitivity and threshold: how the result changes when a number takes other values.

sensitivity        each number moved by itself between two ends, as a report
threshold          where one number turns the sign of the answer, as a report
grid               two numbers moved together
sliders            numbers that a reader of a page can change, and the same as tables
scenario_analyses  the scenario analyses that a file declares
figures            the numbers of all of these for machines
caveats            what to know before the answer is used
notes              the notes of all of them
rollout            the answer where it is the net of a rollout
text               the answer in words, and the record, for all reports here
"""
