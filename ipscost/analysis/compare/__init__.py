"""compare: scenarios set side by side, and why they differ.

cases      what is set side by side, and the differences between them
union      the union of their trees, and what each column sums up
sides      an input as one scenario states it
fuller     the same in more words and digits, for two that would read alike
switching  numbers and models of one scenario put into another
ladders    ladders whose steps differ, as one input each
inputs     what differs between two scenarios, and what each input explains
"""
