"""budget: what a rollout costs and saves in the calendar, whom, and what must hold for that.

report     all of it together
answer     what was found: the books, seen from one account, and what must hold for it
headline   the answer in three paragraphs: what is bought, what must hold, when it turns
holds      what must hold, as a sentence, and as a table
amounts    amounts as tables show them: what a table adds up is the sum of what stands in it
labels     what accounts, months and lines are called
short      the table of the short answer
tables     the accounts by year and payer, and when each turns
price      the tables of the programme: its price from the posts up, people and posts by year
tried      the table of the scenario analyses
sites      the table of the sites
figures    the numbers of all of these for machines
caveats    what to know before the answer is used
notes      the notes
"""
