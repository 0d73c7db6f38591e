"""From uncertain quantities to columns of draws: by name, by inverse CDF, with correlations.

streams        random numbers from a seed and a name
sobol          quasi-random numbers: scrambled Sobol points
groups         the shares of groups of people in each draw
copula         the Gaussian copula: correlated normal scores, expected products
interpolation  gamma and beta quantiles by a polynomial of the normal score
recipes        what the draws of an uncertain quantity are made from
draws          a column of draws for each quantity
beside         the same for numbers beside those of a scenario, as of a rollout
"""
