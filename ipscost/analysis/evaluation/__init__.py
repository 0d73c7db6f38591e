"""analyse: individual data as an economic evaluation, as numbers.

nouns       what is asked, and what an evaluation is
asked       what a reader asks for by name, held against what the data hold
differences what differs between arms, jointly, and any sum of it
case        the data with what is asked of them, and the regressions that methods share
main        the main analysis: imputed or not, by as many imputations as are enough
ways        what the method changes: the same question by other methods
resampled   the same estimates in bootstrap samples
weights     weights where chance did not decide, and what they do to the groups
beside      other methods for the cost: Welch, gamma, two-part, people cut off
people      who is in the data and who lacks what, as far as it may be shown
spread      how much people differ, and what the model file states beside the data
evaluate    all of it, in order
weeks         what register weeks tell: weeks in each state, moves
week_nouns    the same as numbers, and what is held back
week_benefits who pays benefits, weeks behind on a ladder, what a week costs
week_scenario what they tell, put into the mapping of a scenario's file
"""
