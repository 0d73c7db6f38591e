"""cea: cost and effect together, dominance, net benefit, how sure the choice is.

report    the report of cea
terms     what cea asks, at which thresholds, and amounts in words
headline  its sentences
tables    its tables
notes     its notes
"""
