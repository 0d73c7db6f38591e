"""The words about a programme that is rolled out in the calendar."""

from __future__ import annotations

WORDS = {
    "rollout_chosen": "chosen here; nobody has measured it for this programme",
    "rollout_others": "All others",
    "doubt_rollout_outcome": (
        "several outcomes are shares of people ({outcomes}), and it is not said by which one "
        "an extra person is counted"
    ),
    # what a number is used for
    "rollout_label_published": "{label}",
    "rollout_subject_published": "the published price “{label}”",
    "rollout_used_target": (
        "who is planned to start; posts follow this plan, whether people are recruited or not"
    ),
    "rollout_used_recruitment": (
        "people who start = this x those who are planned; posts stay as planned"
    ),
    "rollout_used_ramp_up": (
        "the pace of the intake rises to its full in a straight line over this time"
    ),
    "rollout_used_delay": "people start this much later than planned; posts are filled as planned",
    "rollout_used_of": "no more can be planned to start; nothing is computed from it",
    "rollout_used_support_months": (
        "how long a person counts as a client, and is part of a caseload"
    ),
    "rollout_used_leaving": (
        "clients fall by this share each month; the effect is that of all who start"
    ),
    "rollout_used_caseload": (
        "posts = clients as planned / this; where all posts are taken, people wait"
    ),
    "rollout_used_clients_per_year": "caseload = this x months of support / 12",
    "rollout_used_hired_ahead": "posts are filled and paid this long before they are needed",
    "rollout_used_vacancy": "posts that are paid and have clients = posts x (1 - this)",
    "rollout_used_salary": (
        "cost of a post = this + the employer's contribution + pension, and overhead on all of "
        "it; rises with wages"
    ),
    "rollout_used_per": "posts of “{label}” = posts of “{of}” / this",
    "rollout_used_posts": "so many posts of “{label}”, whatever the clients",
    "rollout_used_employer": (
        "added to a salary: this x what the salary is above the part that is free of it"
    ),
    "rollout_used_employer_above": (
        "the part of a salary that no employer's contribution is paid on"
    ),
    "rollout_used_pension": "added to a salary: this x the salary",
    "rollout_used_overhead": (
        "added to the cost of posts, and of the lines that overhead is paid on: this x that cost"
    ),
    "rollout_used_place": (
        "this x the people who are planned to start, paid in the month they are planned, "
        "recruited or not"
    ),
    "rollout_used_line_once": "paid once, in the first month",
    "rollout_used_line_spread": "spread evenly over the months of the programme",
    "rollout_used_line_year": "paid for each year of the programme, a twelfth a month",
    "rollout_used_line_post_year": "paid for each filled post and year",
    "rollout_used_line_post": "paid once for each post, when it is first filled",
    "rollout_used_line_person": "paid for each person who is planned to start, in that month",
    "rollout_used_growth": "“{label}” rises by this share a year",
    "rollout_used_published": (
        "stands beside the price that follows from posts; it is part of no sum"
    ),
    "rollout_used_grant": (
        "paid to the receiver evenly over the months of the rollout in {year}, in money of the year"
    ),
    "rollout_used_own_share_repaid": (
        "what “{label}” is above 1 - this of the programme's cost is paid back"
    ),
    "rollout_used_own_share_kept": (
        "the share of the programme's cost that the receiver of “{label}” must pay itself; what "
        "is not spent is kept"
    ),
    "rollout_used_share": (
        "of what is saved on what the block grant follows, this share falls on the payer, the "
        "rest on others"
    ),
    "rollout_used_prices": (
        "after the years whose consumer prices are known, prices in general rise by this share a "
        "year"
    ),
    "rollout_used_wages": (
        "salaries rise by this share a year from the price year of the results on"
    ),
    "rollout_used_kind": (
        "costs of kind {kind} rise by this share a year from the price year of the results on"
    ),
    "rollout_used_between_sites": (
        "sites draw effects of their own around the common one, with this standard deviation"
    ),
}
