"""From a scenario file to a Scenario, by `load`.

`read` and `build` are its two halves, for scenarios with many variants.

keys       the keys of a file, and the kinds of value under them
text       the text of a file: its nodes and lines, what it extends, what is wrong
cursor     a place in a file: its node, path and keys, and the problems found there
amounts    one amount: its value, source and uncertainty, by arm and by cycle
states     a model of states, and how long is counted
tree       what is counted, and for whom: costs, outcomes, payers, rules, targets
cited      the publications that numbers come from
rollout    a programme in the calendar: who starts, its posts, who pays and gives
reading    the files of a scenario, read before it is built
transfer   what of an effect carries over to another group
transferable whether it can be, by the numbers that there are
links      correlations, groups of quantities and analyses, which name quantities by path
bounds     whether the bounds of what is fitted suit its number
calibrate  what is fitted to which published results
data_plan  which columns of individual data fill what
spread     how persons differ from one another
groups     groups of people with shares and with numbers of their own
study      what it tells of the study behind it
reporting  what its author says of it, each with its line
build      all of it together
placing    what is wrong with a variant, at the line that makes it
analyses   the scenario analyses of a file as scenarios of their own
results    probabilistic results made anywhere: a file of draws to a Psa
data       individual data: a model file, and a table of persons as arrays
sites      a table of the sites of a rollout, each a variant of the scenario
"""

from ipscost.loading.amounts.world import world
from ipscost.loading.build import build, load
from ipscost.loading.reading import Reading, gather, may_name_file, read, stated
from ipscost.loading.text.inputs import Shelf, digests

__all__ = [
    "Reading",
    "Shelf",
    "build",
    "digests",
    "gather",
    "load",
    "may_name_file",
    "read",
    "stated",
    "world",
]
