"""payers: the accounts of all payers, what each gains, and what turns them.

accounts  the accounts that are shown: every payer, and the perspectives
turning   what is held fixed in every draw and turns an account at a bound
division  what each gains: by category, in all, and as time goes on
"""
