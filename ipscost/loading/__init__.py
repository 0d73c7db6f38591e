"""From a scenario file to a Scenario: `load` is the one way in.

`read` and `build` are its two halves, for scenarios of which there are many variants.

yamldoc     text to nodes that know their line
inputs      the files that a scenario depends on, each read once
variants    what a file extends, and what --set changes
typed       numbers as people write them: what to write in their place
fields      the kinds of value: numbers, names, units, labels
schema      the keys of each section, and the JSON Schema made from them
schema_amounts    the keys of one amount, and those that amounts below share
schema_model      the keys of horizon, effect, shared numbers, models and ladders
schema_accounts   the keys of payers, perspectives, welfare factors and discounting
schema_calibrate  the keys of the section calibrate
findings    a section held against its keys: values, or problems
sections    the top-level sections that are well-formed, and where parts stand
prices      exchange rates and consumer prices
discounting discount rates, and schedules of them by name
edits       the phrases that fixes are made of
sources     where a number comes from: its source, or an assumption
quantities  one amount: value, source, conversion
uncertainty its distribution, from a standard error, interval, p-value or n
unknowns    a number that the file says is not known
meant         the fixes of a number that cannot be read, as it was meant
cycles      values that change by cycle: a list, or a column of a file
arms        amounts by arm, and whether they fit together
stretches   from which month on the numbers under from_N hold
reach       whether values by cycle fit the cycles that are run
times       rows of another time than a cycle, where people may move on
timing      when a category falls within the horizon
horizon     how long is counted, what was observed, and the effect after that
scope       what costs and outcomes may refer to: numbers, states, ladders
accounts    payers, receivers, perspectives and the factors of welfare economics
model       a model of states: its parts below, put together
states      who begins where, and which states nobody leaves
moves       the transitions out of each state, in stretches of time
counts      rows stated by persons counted
rows        whether rows sum to 1, and no probability is above
rules       amounts tied to states and moves
ladders     payer shares that change with weeks
categories  the tree of costs
stated      what a category states, in one of its ways
outcomes    the outcomes: stated, valued in states, or given by the model
targets     the published results to be reproduced
calibrate   what is fitted to which published results
links       correlations, groups of quantities and analyses, which name quantities by path
thresholds  what one more of an outcome is worth
psa         probabilistic results made anywhere: a file of draws to a Psa
psa_file       the bytes of such a file; what is no text is refused
psa_layout     what parts its cells, and where its headings stand
psa_sheet      its cells as columns of numbers, quickly, and where each stands; designs use it too
psa_words      the headings that columns have
psa_measures   what a heading says: which measure of which arm
psa_columns    what columns are, and the measures of arms among them
psa_long_columns which column is what, with a row a draw and arm
psa_headers    which column is what, by its heading
psa_derived    arms that follow from others in every draw
psa_arms       which arms count
psa_rows       rows that are no draws
psa_cells      what is wrong with a cell, a draw or an arm
psa_long       the rows of results with a row a draw and arm
psa_match      rows of one file matched with the draws of another
psa_tables     cost and effect of each arm in each draw, from one file or two
psa_parameters what was drawn, matched with the draws of the results
shipped     the scenarios that come with ipscost
reading     the files of a scenario, read before it is built
build       all of it together
analyses    the scenario analyses of a file as scenarios of their own
"""

from ipscost.loading.build import build, load
from ipscost.loading.inputs import Shelf, digests
from ipscost.loading.reading import Reading, gather, may_name_file, read

__all__ = ["Reading", "Shelf", "build", "digests", "gather", "load", "may_name_file", "read"]
