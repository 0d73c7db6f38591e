"""The budget of a rollout: what it costs and saves in the calendar, whom, and when it pays back.

books       the accounts as arrays: by payer, year and draw
doubts      what does not hang together in a rollout, for `check`
practice    what good practice asks of a budget impact analysis, and where it is answered
"""
