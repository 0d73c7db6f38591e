"""From uncertain quantities to columns of draws: by name, by inverse CDF, alone or together.

streams        seed and name to random numbers
sobol          quasi-random numbers: scrambled points of Sobol
copula         the Gaussian copula: correlated normal scores, expected products
interpolation  gamma and beta quantiles by a polynomial of the normal score
draws          a column of draws per quantity, alone or together
"""
