"""A model of states: where people begin, their transitions, and the horizon.

stretches  from which month on the numbers under from_N hold
reach      whether values by cycle fit the cycles that are run
times      rows for a time other than a cycle, within which people may move on
horizon    how long costs and outcomes are counted, what was observed, the effect afterwards
model      a model of states: its parts below, put together
states     who starts where, and which states nobody leaves
moves      the transitions out of each state, in stretches of time
leaving    where those who leave a state go, with the share of each target
counts     rows stated as counts of persons
rows       whether rows sum to 1, and no probability exceeds 1
"""
