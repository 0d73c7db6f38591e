"""trial: made-up data to rehearse on, and what must be said of them.

told        what a reader of such data must know
model_file  the model file beside the data
"""
