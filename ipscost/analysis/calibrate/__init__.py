"""calibrate: unknown numbers of a scenario fitted to published targets.

fit         weighted least squares within bounds, on arrays
determined  standard errors and identifiability from a Jacobian, on arrays
calibrated  the fit of a scenario by its own engine
results     fitted numbers, goodness of fit, and numbers that are hardly identified
refusals    errors: what cannot be fitted, and what cannot be written to a file
"""
