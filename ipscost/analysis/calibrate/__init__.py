"""calibrate: unknown numbers of a scenario fitted to published targets.

fit        weighted least squares between bounds, on arrays
determined what a fit determines, on arrays
calibrated the fit of a scenario, by its own engine
refusals   what cannot be fitted, and what cannot be written
wording    what unknowns, targets and what is not told apart are called
report     the fit as a report
written    the fitted values as a scenario of their own
"""
