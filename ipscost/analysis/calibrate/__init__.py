"""calibrate: unknown numbers of a scenario fitted to published targets.

fit         weighted least squares between bounds, on arrays
determined  what a fit determines, on arrays
calibrated  the fit of a scenario, by its own engine
results     what a fit says, and what it does not tell apart
refusals    what cannot be fitted, and what cannot be written
"""
