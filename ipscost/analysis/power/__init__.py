"""power: what a study of so many people can see, as numbers.

asked      the plan of the study that power is asked for
between    how much people differ in what is measured: given, stated, derived, or that of a share
rolled     the people of a rollout, and what it gains at its own costs
target     what is measured: a saving, an outcome or net benefit, with its effect and uncertainty
plan       how people are compared, what that costs, and what each size sees and is worth
study      the study that voi values
own        what the study behind the scenario could see at its own size
checked    the same studies drawn person by person
"""
