"""explain: the journey of one number, from its line in the file to its share of the total.

report     the report of explain, and the way of a number through the ledger
figures    the numbers of sums and correlations for machines
journeys   the steps of a number: its line, its source, its money, its draws
notes      the notes of a sum
sums       the table of what a group, a payer, an account or a kind is made of
together   the members and the matrix of a correlation
"""
