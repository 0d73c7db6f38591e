"""The words of the sheets of the budget of a workbook."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "book_month_counted": "{what}, {arm}",
    # inputs
    "book_now_rollout_gains": "The rollout gains all together {amount} {money}, undiscounted",
    "book_now_rollout_costs": "The rollout costs all together {amount} {money}, undiscounted",
    "book_rollout_intake": "Rollout: people",
    "book_rollout_costs": "Rollout: what the programme costs",
    "book_rollout_grants": "Rollout: grants",
    "book_rollout_financing": "Rollout: block grant",
    "book_rollout_prices": "Rollout: how prices rise",
    # sheets
    "book_budget_budget": "Budget",
    "book_budget_person": "Per person",
    "book_budget_months": "Months of the budget",
    "book_budget_payers": "Payers by month",
    "book_budget_prices": "Prices by year",
    # the sheet of the budget
    "book_budget_budget_about": (
        "What the rollout costs and saves by calendar year, undiscounted, as ipscost budget shows "
        "it: a plus is a gain, a minus a cost. It follows every yellow cell of Inputs. Months, "
        "posts and the change per person are on the sheets that follow; there a cost is above 0. "
        "For the uncertainty, run ipscost budget."
    ),
    "book_budget_brief": "In brief, {prices}",
    "book_budget_basis_constant": "in constant prices, {money}",
    "book_budget_basis_nominal": "in the prices of each year",
    "book_budget_persons": "people",
    "book_budget_planned": "Planned to start",
    "book_budget_recruited": "Recruited",
    "book_budget_started": "Started",
    "book_budget_waiting": "Waiting",
    "book_budget_supported": "Supported",
    "book_budget_waiting_last": "Still waiting in the last month",
    "book_budget_waiting_end": "Waiting at the end of the year",
    "book_budget_supported_end": "Supported at the end of the year",
    "book_budget_followed": "Share of the months of those who started that is within the accounts",
    "book_budget_programme_cost": "The programme costs",
    "book_budget_price_planned": "The programme per person planned",
    "book_budget_price_started": "The programme per person who started",
    "book_budget_is_net": "published net of what usual practice spends: no price of a place",
    "book_budget_extra": "More people with: {outcome}",
    "book_budget_price_extra": "The programme per extra person with it",
    "book_budget_none": "none",
    "book_budget_unknown": "not known",
    "book_budget_net_all": "Net of all together",
    "book_budget_discounted": "The same discounted to the start of the rollout",
    "book_budget_turning": "Cumulative deficit, {prices}",
    "book_budget_account": "Account",
    "book_budget_account_public": "The public sector",
    "book_budget_account_all": "All together",
    "book_budget_deepest": "Deepest deficit",
    "book_budget_deepest_month": "In the month",
    "book_budget_back": "Paid back from",
    "book_budget_deepest_at": "Number of the month",
    "book_budget_last_at": "Last month in deficit",
    "book_budget_never_deep": "never in deficit",
    "book_budget_never_back": "not in these years",
    "book_budget_by_payer": "By payer and year, {prices}",
    "book_budget_payer": "Payer",
    "book_budget_in_all": "In all",
    "book_budget_price": "Programme",
    "book_budget_grant": "Grants",
    "book_budget_change": "Other costs",
    "book_budget_block": "Block grant",
    "book_budget_net": "Net",
    "book_budget_scopes": "Net over all years, by who takes part, {prices}",
    "book_budget_scopes_short": "Net",
    "book_budget_before_block": "Before the block grant",
    "book_budget_scope_one": "One alone",
    "book_budget_scope_all": "If all do",
    "book_budget_scope_own": "As in the file",
    "book_budget_lines": "What the programme is made of, {prices}",
    "book_budget_line": "Part",
    "book_budget_overhead": "Overhead",
    "book_budget_place": "Places",
    "book_budget_categories": "Other costs whoever pays, {prices}",
    "book_budget_category": "Cost",
    "book_budget_people_years": "People and posts",
    "book_budget_people_label": "In the year",
    "book_budget_posts_of": "Filled posts, mean of the year: {role}",
    "book_budget_star": "* Incomplete: a part of it is not known.",
    # per person
    "book_budget_person_about": (
        "What a person who starts changes in each month after the start, undiscounted, and how "
        "much of a person is still supported then. The rows go from the last month up to the "
        "first at the bottom, since a spreadsheet multiplies columns from above to below: those "
        "who started long ago stand beside the late months. The shares on top say who pays."
    ),
    "book_budget_person_support": "Support",
    "book_budget_person_supported": "Share still supported",
    "book_budget_person_changes": "Difference per person, {money}",
    "book_budget_person_counted": "What that is made of",
    "book_budget_person_left_out": "{label} (not counted: the rollout has a price of its own)",
    "book_budget_guaranteed": "What the block grant follows",
    # months
    "book_budget_months_about": (
        "The rollout by month of the calendar. Who starts is who is recruited, and who waited, as "
        "far as the filled posts have room; everybody is a share of people. Amounts are in the "
        "money of the results, before prices rise; how they do is on Prices by year."
    ),
    "book_budget_month": "Month",
    "book_budget_number": "No.",
    "book_budget_factor": "Discount factor",
    "book_budget_plan": "The plan",
    "book_budget_pace": "Share of full pace",
    "book_budget_clients": "Supported, as planned",
    "book_budget_clients_ahead": "The most that are, so far ahead as posts are filled",
    "book_budget_active": "Runs",
    "book_budget_posts": "Posts",
    "book_budget_filled": "{label}, filled",
    "book_budget_filled_all": "Filled posts in all",
    "book_budget_room": "Room for clients",
    "book_budget_ready": "Ready to start",
    "book_budget_free": "Places left",
    "book_budget_people": "Who starts",
    "book_budget_items": "The programme",
    "book_budget_changes": "What changes for those who started",
    # payers
    "book_budget_payers_about": (
        "What each payer pays in each month: the amounts of the sheet before, times the share of "
        "the payer, times how prices have risen by then. A cost is above 0, a saving below. "
        "Cumulative is the net cost so far."
    ),
    "book_budget_payers_constant": "Constant prices, {money}",
    "book_budget_payers_nominal": "Prices of each year",
    "book_budget_price_of": "Programme: {payer}",
    "book_budget_grant_of": "Grants: {payer}",
    "book_budget_grant_paid": "{label}, paid",
    "book_budget_grant_repaid": "{label}, paid back",
    "book_budget_change_of": "Other costs: {payer}",
    "book_budget_saved": "Saved on what the block grant follows",
    "book_budget_block_of": "Block grant: {payer}",
    "book_budget_net_of": "Net: {payer}",
    "book_budget_cumulative_of": "Cumulative: {account}",
    # prices
    "book_budget_prices_about": (
        "General prices as published, and after that as assumed; and what each amount is "
        "multiplied by in a year. In constant prices only what rises more, or less, than general "
        "prices changes. Salaries rise as wages, other costs as their kind, lines by their own "
        "growth, and what has no rate of its own as general prices."
    ),
    "book_budget_post_costs": "What a filled post costs a year, {money}, before overhead",
    "book_budget_role": "Role",
    "book_budget_salary": "Salary",
    "book_budget_employer": "Employer's share",
    "book_budget_pension": "Pension",
    "book_budget_post_sum": "A post a year",
    "book_budget_general": "General prices",
    "book_budget_year": "Year",
    "book_budget_rise": "Rise in the year",
    "book_budget_level": "Level",
    "book_budget_factors_constant": "Multiplied by, in constant prices",
    "book_budget_factors_nominal": "Multiplied by, in the prices of each year",
    # checks
    "book_budget_checks": "The budget and ipscost",
}
