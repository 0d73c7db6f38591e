"""The mathematics of a rollout, on months of the calendar and draws; it knows no scenario.

Arrays are (month, draw) unless said otherwise; an axis of draws may have length 1.
"""
