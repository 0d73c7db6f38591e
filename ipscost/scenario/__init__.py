"""What a scenario is: frozen nouns; every number with its words, its source and its line.

nouns          Scenario, Category, Outcome and the rest
terms          discount rates, and published results that a scenario must reproduce
links          what names quantities by path: correlations, groups, scenario analyses
study          what it tells of the study behind it: design, comparator, outcome
reporting      what only the author of a scenario can say of it
quantity       Quantity: one number, its words, its source, its line
distributions  distributions by name: ways to state them, mean, sd, inverse CDF
sound          whether a distribution can hold a number, and be computed reliably
special        the special functions of scipy, without the rest of its package
model          states, moves and the amounts tied to them
transfer       what of a trial's effect carries over to another group, and what hangs on it
rollout        a programme as it is rolled out: people, posts, payers, grants
spread         how persons differ from one another: stated, or derived from standard errors
data_plan      which columns of individual data hold what
data_model     a scenario that individual data fill, and what was read of persons
subgroups      groups of people, each with a share and with numbers of its own
in_force       from when and until when amounts hold
dated          which months of the horizon these are, for a person who starts in one
calibration    what is fitted to what: unknowns, and targets with their errors
kinds          a table of the kinds of cost: what the accounts make of each
paths          what lies below what, and the walk over a tree of categories
called         what a reader calls an arm, a payer or an outcome: a name or a label
left_out       a scenario without some of its arms
perspectives   which categories an account counts, and with what share
"""
