"""The budget of a rollout: what it costs and saves in the calendar, whom, and when it pays back.

books       the accounts as arrays: by payer, year and draw
"""
