"""What a reader must know beside the numbers, by what it is about.

A note is a function `(about) -> Iterator[Words]`; a command shows those in its tuples.

about    what notes are about, and the notes of functions
order    which note stands before which, for all commands
common   assumed, fixed, drawn together, how sure, converted, discounted
carried  what of an effect is carried over, what goes with it, what stays
lacking  what was never published, and what cannot be told apart
calendar when the person starts, and which amounts hold when
model    time: what is extrapolated, and how a model of states counts it
persons  what the intervals hold where persons were followed one by one
running  the Monte Carlo error, how it was run, and how more can be asked
given    what a claim takes for granted
gaps     what an account lacks: a sentence in place of a claim, and why an arm is left out
"""
