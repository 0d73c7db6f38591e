"""One amount: its value, source and uncertainty, by arm and by cycle.

prices       exchange rates and consumer prices
ways         the order of a conversion, and the countries between which it goes
world        prices of countries and mean rates, between which money goes
price_years  years that no index reaches: what is refused, and what a file assumes
discounting  discount rates, and schedules of them by name
sources      where a number comes from: its source, or an assumption
quantities   one amount: value, source, conversion
plain        a number that may stand without a unit and a source
values       what an amount states: unit, role, value, bounds, and their ranges
uncertainty  the distribution of an amount, from a standard error, interval, p-value or n
unknowns     a number that the file says is not known
meant        the fixes of a number that cannot be read, as it was meant
cycles       values that change by cycle: a list, or a column of a file
arms         amounts by arm, and whether they fit together
timing       when a category falls within the horizon
"""
