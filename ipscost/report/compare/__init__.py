"""compare: scenarios side by side, and how much of their difference each input explains.

report        the report of compare: saving, categories, payers, outcomes
notes         the sentences above and below a comparison
claims        what the headline takes for granted, and what changes nothing of it
inputs_table  what differs and what each input explains, as a table down to the line in the file
"""
