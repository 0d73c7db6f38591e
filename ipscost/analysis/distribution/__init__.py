"""distribution: how a saving and a cost are spread over persons, as numbers.

crowd      persons of the base case, and the same persons in some draws
measures   what is counted of them: quantiles, who gains and who loses, what the dearest carry
answer     the distribution of an arm's saving: these with intervals, and bounds without assumptions
"""
