"""The words of sensitivity and threshold where the answer is the net of a rollout."""

from __future__ import annotations

SITES_BUY = "{arm} at {sites} for {started} of {planned} planned people costs {cost}"

WORDS: dict[str, str] = {
    # the answer
    "rollout_saves": (
        "The rollout of {arm} saves {whom} {amount} in all by the end of {last}, in {year} "
        "(point estimate)."
    ),
    "rollout_costs": (
        "The rollout of {arm} costs {whom} {amount} in all by the end of {last}, in {year} "
        "(point estimate)."
    ),
    "rollout_same": (
        "The rollout of {arm} costs {whom} nothing in all by the end of {last}, in {year} "
        "(point estimate)."
    ),
    "rollout_everybody": "everybody together",
    "rollout_saving": "Net saving of the rollout",
    "rollout_in": "{currency} in all, {years}, {year}, undiscounted, {whom}",
    "title_tornado_rollout_short": (
        "{answer} with {arm}, {currency} in all, one number varied at a time\n"
        "{low} towards its low end, {high} towards its high end; the bars meet at {now}"
    ),
    "rollout_most": (
        "Of {count} numbers varied one at a time, {subject} matters most: the net saving then lies "
        "between {low} and {high} in all."
    ),
    "rollout_only": (
        "Only {subject} was varied: the net saving then lies between {low} and {high} in all."
    ),
    "rollout_turns_saving_none": "None alone turns it into a cost.",
    "rollout_turns_saving_itself": "That alone can turn it into a cost.",
    "rollout_turns_saving_one": "Only {subjects} can turn it into a cost on its own.",
    "rollout_turns_saving_many": "Each of these alone can turn it into a cost: {subjects}.",
    "rollout_turns_cost_none": "None alone turns the cost into a saving.",
    "rollout_turns_cost_itself": "That alone can turn the cost into a saving.",
    "rollout_turns_cost_one": "Only {subjects} can turn the cost into a saving on its own.",
    "rollout_turns_cost_many": ("Each of these alone can turn the cost into a saving: {subjects}."),
    "rollout_none_saving": (
        "At every value of {subject} tried ({looked}), the rollout of {arm} saves {whom} money: at "
        "least {nearest} in all."
    ),
    "rollout_none_cost": (
        "At every value of {subject} tried ({looked}), the rollout of {arm} costs {whom} money: at "
        "least {nearest} in all."
    ),
    "note_rollout_answer": (
        "The answer is the net of the whole rollout for {whom}, not of one person: programme, "
        "grants, other costs and block grant, undiscounted, in {year} throughout."
    ),
    "caveat_rollout_apart": (
        "What the rollout costs is not part of this answer per person: ask ipscost budget."
    ),
    # sites
    "budget_sites_count": "{count} sites",
    "budget_sites_buy": f"{SITES_BUY}.",
    "budget_sites_buy_of": f"For {{population}}: {SITES_BUY}.",
    "caveat_sites": (
        "All but the table of sites is of the rollout as the file has it: {planned} people."
    ),
    "note_sites_drawn": (
        "All sites share one draw of the effect and of every number that their rows do not state, "
        "so that together they are no surer than one of them; an uncertain number of a row is "
        "drawn for that site alone."
    ),
    "note_sites_drawn_spread": (
        "All sites share one draw of the effect and of every number that their rows do not state, "
        "so that together they are little surer than one of them; by how much a site's effect "
        "differs from the common one, and an uncertain number of its row, are drawn for it alone."
    ),
    "note_sites_repeated": (
        "More than one site has this in full, since no column states its own: {paths}."
    ),
    "note_sites_together": (
        "The {count} sites together are taken to be {share} of all who receive the block grant, "
        "and bear what falls on them in proportion to what each saves."
    ),
    # what the numbers of a rollout are called: in a table, and in a sentence
    "rollout_label_target": "People to be recruited",
    "rollout_subject_target": "the number of people to be recruited",
    "rollout_label_recruitment": "Share of the target recruited",
    "rollout_subject_recruitment": "the share of the target that is recruited",
    "rollout_label_ramp_up": "Months to full intake",
    "rollout_subject_ramp_up": "the number of months until the intake is full",
    "rollout_label_delay": "Months late",
    "rollout_subject_delay": "the number of months by which people start late",
    "rollout_label_of": "People in the target group",
    "rollout_subject_of": "the number of people in the target group",
    "rollout_label_support_months": "Months of support",
    "rollout_subject_support_months": "the number of months of support",
    "rollout_label_leaving": "Drop-out a month",
    "rollout_subject_leaving": "the share of those supported who drop out each month",
    "rollout_label_caseload": "Caseload",
    "rollout_subject_caseload": "the caseload",
    "rollout_label_clients_per_year": "People who start per post a year",
    "rollout_subject_clients_per_year": "the number of people who start per post a year",
    "rollout_label_hired_ahead": "Months that staff are hired ahead",
    "rollout_subject_hired_ahead": "the number of months that staff are hired ahead",
    "rollout_label_vacancy": "Vacant posts",
    "rollout_subject_vacancy": "the share of posts that stand vacant",
    "rollout_label_salary": "Salary: {label}",
    "rollout_subject_salary": "the salary of “{label}”",
    "rollout_label_per": "Posts for each “{label}”",
    "rollout_subject_per": "the number of posts for each “{label}”",
    "rollout_label_posts": "Posts: {label}",
    "rollout_subject_posts": "the number of posts of “{label}”",
    "rollout_label_employer": "Employer's contribution",
    "rollout_subject_employer": "the employer's contribution",
    "rollout_label_employer_above": "Salary free of employer's contribution",
    "rollout_subject_employer_above": "the salary that is free of employer's contribution",
    "rollout_label_pension": "Pension contribution",
    "rollout_subject_pension": "the pension contribution",
    "rollout_label_overhead": "Overhead",
    "rollout_subject_overhead": "the overhead",
    "rollout_label_place": "Price of a place",
    "rollout_subject_place": "the price of a place",
    "rollout_label_line": "{label}",
    "rollout_subject_line": "the cost of “{label}”",
    "rollout_label_growth": "Yearly rise: {label}",
    "rollout_subject_growth": "the yearly rise of “{label}”",
    "rollout_label_grant": "{label}, {year}",
    "rollout_subject_grant": "the grant “{label}” in {year}",
    "rollout_label_own_share": "Own share: {label}",
    "rollout_subject_own_share": "the own share of “{label}”",
    "rollout_label_share": "Share of all who receive the block grant",
    "rollout_subject_share": "the share of all who receive the block grant",
    "rollout_label_prices": "Yearly rise of prices",
    "rollout_subject_prices": "the yearly rise of prices",
    "rollout_label_wages": "Yearly rise of salaries",
    "rollout_subject_wages": "the yearly rise of salaries",
    "rollout_label_kind": "Yearly rise of costs of kind {kind}",
    "rollout_subject_kind": "the yearly rise of costs of kind {kind}",
    "rollout_label_between_sites": "Spread of the effect between sites",
    "rollout_subject_between_sites": "the spread of the effect between sites",
}
