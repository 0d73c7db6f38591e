"""Analyses: numbers computed from a run (in compare, from several); `report/` puts them in words.

interval     a number with its interval
estimates    means, intervals, probabilities and p-values from the draws
percentiles  percentiles of many draws, sorting only the tails
sampling     Monte Carlo standard errors of means and of the ends of intervals
lacking      unknown categories that leave a sum partial, and arms that cannot be decided on
reaches      which quantities a cost difference depends on
simulate     simulate: incremental costs and outcomes of each arm, and their uncertainty
carried      what of a trial's effect was carried over, what went with it, what stayed
caveats      what to know before the answer is used: swings, weak sources, what is lacking
course       the saving by month and by year, and the month of break-even
payers       payers: net savings by payer, by category and over time, and what reverses them
studies      evidence: what published evaluations found, side by side
evidence     how sure the numbers of a scenario are, and how new their sources
coherence    check: what does not hang together in a scenario, without running it
pooling      evidence --pool: studies as one, and what may not be pooled
explain      explain: how a sum breaks down, and how a number enters the total
in_turn      columns in which numbers take other values one at a time
uses         what each number is used for, and the values it can take
chances      transition probabilities in the base case, as the engine applies them
persons      how far apart the savings of persons are who were followed one by one
counts       the people behind two shares of an outcome, and the ratio of these
conversions  how money became that of the result, and how far apart the ways lie
verify       the run against the published results
stress       verify --stress: what must hold of any model, tried on this one
checklists   CHEERS 2022 and AdViSHE: what a scenario and its run answer of them
decisions    the arms of a run, or of results from a file, as a decision problem
cea          cea: ICERs, dominance, net benefit, acceptability curves
voi          voi: EVPI, and EVPPI of quantities and groups of them
compare      compare: scenarios side by side, and how much each input explains
calibrate    calibrate: unknown numbers fitted to published targets
evaluation   analyse: individual data as an economic evaluation
distribution  distribution: how a saving and a cost are spread over persons
evaluation   analyse: individual data to an economic evaluation
power        power: what a study of so many people sees, and what it is worth
rehearsal    trial: made-up data of single persons to rehearse on, and the answers
budget       budget: what a rollout costs and saves in the calendar, whom, and when it pays back
what_if      sensitivity and threshold: the result at other values of a number
"""
