"""Messages in Danish, by the English ones that the code holds: what is wrong, and the fix.

common   what several of the others share
files    the file itself, its YAML, keys and numbers
amounts  amounts: units, sources, uncertainty, prices and discounting
tree     arms, payers, categories, outcomes and perspectives
states   a model of states
dates    months of the calendar, and amounts that change on a date
study    published studies, and a horizon that is not known
evidence which evaluations are shown, and in whose money
pooling  studies that are not to be pooled
links    correlations, analyses and calibration
doubts   what does not hang together in a scenario
results  results made elsewhere
batch    many scenarios at a time
cluster  clusters, and what is kept of a batch
options  options and arguments that cannot be read
taken    pictures, pages and workbooks
commands commands that cannot be carried out as they were given
planned  studies that are planned: power, and voi with --study
transfer an effect that is carried over to another group
rollout  a programme in the calendar
sites    a table of the sites of a rollout, and the net of a rollout
persons  how persons differ, and following them one by one
weeks    register weeks, and what their codes mean
rehearsal  made-up data to rehearse on
analyse  what is asked of individual data
data     a table of persons, and what its columns hold
keys     what the keys of a file are for, said where one is missing
yaml     what the parser of YAML says, and names of spaces
"""
