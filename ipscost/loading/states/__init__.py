"""A model of states: where people begin, their transitions, and the horizon.

stretches  from which month on the numbers under from_N hold
reach      whether values by cycle fit the cycles that are run
times      rows of another time than a cycle, where people may move on
horizon    how long is counted, what was observed, and the effect after that
model      a model of states: its parts below, put together
states     who begins where, and which states nobody leaves
moves      the transitions out of each state, in stretches of time
leaving    where those go who leave a state, with the share of each
counts     rows stated by persons counted
rows       whether rows sum to 1, and no probability is above
"""
