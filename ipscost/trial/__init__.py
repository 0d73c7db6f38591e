"""What a study of people can see: the mathematics of its size, on numbers alone.

designs    how people are compared, and how sure a difference between means then is
power      the probability of seeing an effect, how many people that takes, the interval's width
assurance  the same probability over what the effect may be
benefit    how much people differ in net benefit
simulated  the same studies drawn person by person or site by site, as a check of the formulas
tested     how two groups are tested: Welch's test, the bootstrap, gamma regression

This package knows nothing of scenarios, files or words: it takes numbers and returns numbers.
"""
