"""The keys of a file, and the kinds of value that stand under them.

typed             numbers as people write them: what to write in their place
fields            the kinds of value: numbers, names, units, labels
schema            the keys of each section
json_schema       the JSON Schema that editors use, made from all keys
schema_amounts    the keys of one amount, and those that amounts below share
schema_model      the keys of horizon, effect, shared numbers, models and ladders
schema_accounts   the keys of payers, perspectives, welfare factors and discounting
schema_links      the keys of sections that name quantities: correlation, quantity_group, analyses
schema_calibrate  the keys of the section calibrate
schema_reporting  the keys of the section reporting
schema_study      the keys of the section study, and the country of a scenario
dates             months of the calendar
countries         the codes of countries
schema_transfer   the keys of the section transfer
schema_rollout    the keys of the section rollout
schema_spread     the keys of the section spread
schema_data       the keys of the section data
"""
