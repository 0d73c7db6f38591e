"""trial: made-up data of single persons, on which an evaluation is rehearsed before it is made.

asked      what a trial is asked to be: sizes, sites, holes
streams    the random numbers of its persons, with sites, age and what was before in them
levels     levels of what is known by its difference alone, made up
persons    what each person costs and reaches, and has before
trial      the data as they are seen: with holes, cut off
answers    what is true in the scenario, what the persons have, and what was taken away
"""
