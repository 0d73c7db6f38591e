"""The budget of a rollout: what it costs and saves in the calendar, whom, and when it pays back.

accounts    the budget of a scenario: books of the base case, over draws, at other values
books       the accounts as arrays: by payer, year and draw
filling     makes the books of a block of draws
per_start   what people who start change, computed once for rollouts that share it
programme   who starts, the posts that there are, and what the programme costs by month
shares      who bears what, how it is priced, and which accounts are complete
levels      price levels by year, in constant and nominal prices
numbers     the numbers of a rollout, as in the base case or drawn, and its calendar
seen        the books as estimates: what an account gains in a year, and when it turns
holds       what must hold for it to pay back: switching values, a grid, costs per person who starts
tried       the budget in each scenario analysis
sites       several sites at once, with one effect in common
limits      between which values each number is possible
question    the net of a rollout as what sensitivity and threshold ask about
doubts      what does not hang together in a rollout, for `check`
published   the accounts' value for a published result of a rollout
practice    what good practice asks of a budget impact analysis, and where it is answered
"""
