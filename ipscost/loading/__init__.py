"""From a scenario file to a Scenario: `load` is the one way in.

`read` and `build` are its two halves, for scenarios of which there are many variants.

yamldoc     text to nodes that know their line
variants    what a file extends, and what --set changes
fields      the kinds of value: numbers, names, units, labels
schema_calibrate  the keys of the section calibrate
schema      the keys of each section, and the JSON Schema made from them
findings    a section held against its keys: values, or problems
schema_accounts  the keys of payers, perspectives, welfare factors and discounting
prices      exchange rates and consumer prices
discounting discount rates, and schedules of them by name
quantities  one amount: value, uncertainty, source, conversion
stretches   from which cycle on the numbers under from_N hold
reach       whether values by cycle fit the cycles that are run
timing      when a category falls within the horizon
accounts    payers, receivers, perspectives and the factors of welfare economics
categories  the tree of costs, and the outcomes
targets     the published results to be reproduced
calibrate   what is fitted to which published results
links       correlations, groups of quantities and analyses, which name quantities by path
thresholds  what one more of an outcome is worth
psa         probabilistic results made anywhere: a file of draws to a Psa
psa_file       the bytes of such a file; what is no text is refused
psa_sheet      its cells as columns of numbers, quickly, and where each stands
psa_headers    which column is what, by its heading
psa_cells      what is wrong with a cell, a draw or an arm
psa_long       the rows of results with a row a draw and arm
psa_parameters what was drawn, matched with the draws of the results
shipped     the scenarios that come with ipscost
build       all of it together
analyses    the scenario analyses of a file as scenarios of their own
"""

from ipscost.loading.build import Reading, build, load, read

__all__ = ["Reading", "build", "load", "read"]
