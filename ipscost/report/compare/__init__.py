"""compare: scenarios side by side, and how much of their difference each input explains.

report        the report of compare: saving, categories, payers, outcomes
headline      which saves most, by how much more, and how sure that is
notes         its notes
claims        what the headline takes for granted, and what changes nothing of it
inputs_table  what differs and what each input explains, as a table down to the line in the file
"""
