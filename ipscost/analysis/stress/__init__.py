"""verify --stress: what must hold of any model, tried on this one by changing its numbers.

tested      what a test found, and what the tests stand on: the base case and its sums
inputs      prices and amounts: doubled, set to 0, a row counted twice; an effect of nothing
people      people in states: probabilities, and nobody lost on the way
results     discounting, payers, the length of the horizon
uncertainty draws: their mean, their range, the seed, the ends of every number
run         all tests in turn

The tests are those of TECH-VER (Büyükkaramikli et al. 2019, doi.org/10.1007/s40273-019-00844-y,
table 2) that need no more than the model itself.
"""
