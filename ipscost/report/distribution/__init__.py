"""distribution: who gains and who does not, among persons.

report     the answer as a whole
headline   what holds whatever goes with what, and what the model has
tables     savings by arm, what the dearest carry, payers, and why persons differ by category
figures    the same for machines
notes      what an answer about persons takes for granted, and what it cannot tell
"""
