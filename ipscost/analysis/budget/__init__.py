"""The budget of a rollout: what it costs and saves in the calendar, whom, and when it pays back.

books       the accounts as arrays: by payer, year and draw
holds       what must hold for it to pay back: switching values, a grid, costs per person who starts
sites       several sites at once, with one effect in common
"""
