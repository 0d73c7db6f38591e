"""The words of budget: a rollout in the calendar, whom it costs, and what must hold."""

from __future__ import annotations

BUYS = "{arm} for {started} of {planned} costs {cost}"
BUYS_ALL = "{arm} for {started} costs {cost}"
MORE = "{outcome}: {extra} more{interval}"
FEWER = "{outcome}: {extra} fewer{interval}"

WORDS: dict[str, str] = {
    # what is bought
    "budget_buys": f"{BUYS}",
    "budget_buys_more": f"{BUYS}; {MORE}",
    "budget_buys_fewer": f"{BUYS}; {FEWER}",
    "budget_buys_of": f"For {{population}}: {BUYS}",
    "budget_buys_of_more": f"For {{population}}: {BUYS}; {MORE}",
    "budget_buys_of_fewer": f"For {{population}}: {BUYS}; {FEWER}",
    "budget_buys_all": f"{BUYS_ALL}",
    "budget_buys_all_more": f"{BUYS_ALL}; {MORE}",
    "budget_buys_all_fewer": f"{BUYS_ALL}; {FEWER}",
    "budget_buys_of_all": f"For {{population}}: {BUYS_ALL}",
    "budget_buys_of_all_more": f"For {{population}}: {BUYS_ALL}; {MORE}",
    "budget_buys_of_all_fewer": f"For {{population}}: {BUYS_ALL}; {FEWER}",
    "budget_cost_known": "{cost} and what is not known",
    "budget_for_people": "{count} people",
    "budget_for_people_one": "1 person",
    "budget_for_planned": "{count} planned people",
    "budget_for_planned_one": "1 planned person",
    # whom it costs or saves
    "budget_net_gains": "{account}, {years}: a gain of {amount}{interval}",
    "budget_net_gains_perhaps": "{account}, {years}: an expected gain of {amount}{interval}",
    "budget_net_gains_partial": (
        "What {whom} gains or loses in all is not known; what is known of {years} is a gain "
        "of {amount}."
    ),
    "budget_net_loses": "{account}, {years}: a loss of {amount}{interval}",
    "budget_net_loses_perhaps": "{account}, {years}: an expected loss of {amount}{interval}",
    "budget_net_loses_partial": (
        "What {whom} gains or loses in all is not known; what is known of {years} is a loss "
        "of {amount}."
    ),
    # what must hold
    "budget_holds": "To pay back{prices} it needs {parts}.",
    "budget_holds_not": "To pay back{prices} it needs {parts}, not just {levers}.",
    "holds_every": "{parts} and {last}",
    "holds_one": "{parts} or {last}",
    "budget_in_constant": " (in constant prices)",
    "budget_holds_always": (
        "It pays {whom} back by the end of {last} whatever the effect, the people or the price "
        "within what was tried."
    ),
    "budget_holds_never": (
        "No effect, number of people or price of a place that was tried pays {whom} back by the "
        "end of {last}."
    ),
    "holds_least": "at least {part}",
    "holds_most": "at most {part}",
    "holds_now": "now {now}",
    "holds_effect_counted": "{at} of the effect",
    "holds_effect_trial": "{at} of the trial's effect",
    "holds_people_target": "{at} recruited",
    "holds_people_people": "{at} people recruited",
    "holds_place_planned": "{at} a place",
    "holds_place_started": "{at} per person who starts",
    "holds_months_followed": "{at} months of effect",
    "holds_months_followed_beyond": "{at} months of continued effect",
    "holds_lever_effect": "a larger effect",
    "holds_lever_people": "more people",
    "holds_lever_place": "a cheaper place",
    "holds_lever_months": "a longer effect",
    "holds_row_effect_counted": "Share of the effect counted",
    "holds_row_effect_trial": "Share of the trial's effect",
    "holds_row_people_target": "Share of the target recruited",
    "holds_row_people_people": "People recruited",
    "holds_row_place_planned": "Price per planned person",
    "holds_row_place_started": "Price per person who starts",
    "holds_row_months_followed": "Months that the effect lasts",
    "holds_always": "at any value",
    "holds_never": "at no value",
    "holds_at_least": "{at} or more",
    "holds_at_most": "{at} or less",
    # when it turns
    "budget_deepest": "Deepest deficit: {amount}{interval} in {month}.",
    "budget_never_deep": "No deficit is expected in any month.",
    "budget_back": "Paid back from {month}.",
    "budget_back_between": "Paid back from {month} ({low} to {high}).",
    "budget_back_later": "Paid back from {month} ({low} to after {last}).",
    "budget_never_back": "Not paid back by the end of {last}.",
    "budget_never_back_between": "Not paid back by the end of {last} ({low} to {high}).",
    "budget_never_back_later": "Not paid back by the end of {last} ({low} at the earliest).",
    "budget_chance": "Probability of a gain: {probability}.",
    # accounts and amounts
    "budget_millions": "million {currency}",
    "budget_nominal": "each year's prices",
    "budget_everybody": "All together",
    "budget_whom_everybody": "everybody together",
    "budget_programme": "Programme",
    "budget_grant": "Grants",
    "budget_change": "Other costs",
    "budget_block_grant": "Block grant",
    "budget_net": "Net",
    "budget_net_interval": "Net ({level} interval)",
    "budget_so_far": "Cumulative",
    "budget_so_far_interval": "Cumulative ({level} interval)",
    "budget_block_alone": "Block grant, alone",
    "budget_net_alone": "Net, one alone",
    "budget_block_together": "Block grant, all",
    "budget_net_together": "Net, if all do",
    "budget_net_stated": "Net, as stated",
    # tables
    "title_budget_short": "{account}: {unit}, {prices}; a plus is a gain",
    "title_budget_years": (
        "Year by year: {account}\n{unit}, {prices}, undiscounted; a plus is a gain, a minus a cost"
    ),
    "title_budget_by_payer": (
        "By payer and year\n{unit}, {prices}, undiscounted; a plus is a gain, a minus a cost"
    ),
    "title_budget_who": (
        "Who pays and who keeps\n{unit}, {prices}, undiscounted; a plus is a gain, a minus a cost"
    ),
    "title_budget_turns": (
        "The deepest cumulative deficit, and from when it is paid back\n{unit}, {prices}, "
        "undiscounted"
    ),
    "title_budget_holds": "What must hold for it to pay back, one thing at a time: {account}",
    "title_budget_grid": (
        "Net by effect (rows) and recruitment (columns): {account}\n{unit}, constant prices, "
        "undiscounted; a plus is a gain"
    ),
    "title_budget_price": "The price of the programme, from the posts up\n{unit}, {prices}",
    "title_budget_price_lines": "The price of the programme, line by line\n{unit}, {prices}",
    "title_budget_published": "The price of a person, beside what others published",
    "title_budget_starters": (
        "Cost of the programme per person, by how many are recruited\n{prices}, undiscounted"
    ),
    "title_budget_starters_extra": "{title}; extra people: {outcome}",
    "title_budget_tried": (
        "The scenario analyses: {account}\n{unit}, {prices}, undiscounted, point "
        "estimates; a plus is a gain"
    ),
    "budget_tried": "Analysis",
    "budget_net_of_one": "{account}, one alone",
    "budget_net_of_all": "{account}, if all do",
    "title_budget_people": "People, by year",
    "title_budget_posts": "Filled posts, mean over the year",
    "title_budget_discounted": (
        "Net discounted by {rate} a year, as no other table is\n{unit}, {prices}; a plus is a gain"
    ),
    "title_budget_receivers": (
        "Whom it costs and whom it benefits\n{unit}, {prices}, undiscounted; a plus is a gain"
    ),
    "title_budget_sites": "By site: {account}\n{unit}, {prices}, undiscounted; a plus is a gain",
    "budget_what": "What",
    "budget_now": "Now",
    "budget_pays_at": "Pays back at",
    "budget_effect": "Effect",
    "budget_recruited_share": "{share} recruited",
    "budget_recruitment": "Recruitment",
    "budget_started": "People who start",
    "budget_per_started": "Per person who starts",
    "budget_per_extra": "Per extra person",
    "budget_per_extra_short": "Per extra person with the outcome",
    "budget_deficit": "Deepest deficit",
    "budget_deficit_interval": "Deepest deficit ({level} interval)",
    "budget_in_month": "In month",
    "budget_back_from": "Paid back from",
    "budget_month_never": "never",
    "budget_from_first": "the start",
    "budget_pays": "Cost",
    "budget_rest": "Others",
    "budget_pays_with_grants": "Programme and grants",
    "budget_gains": "Benefit",
    "budget_line": "Line",
    "budget_in_all": "In all",
    "budget_per_planned": "Per planned person",
    "budget_line_overhead": "Overhead",
    "budget_line_place": "Places",
    "budget_price_of": "Price",
    "budget_unknown_year": "{amount} {currency} (price year unknown)",
    "budget_per_person": "Per person",
    "budget_which_price": "What it is",
    "budget_net_price": "net of usual practice: no price of a place",
    "budget_full_price": "full cost",
    "budget_counted_price": "what is counted here",
    "budget_own_price": "This rollout, from the posts up",
    "budget_own_price_lines": "This rollout, from its lines",
    "budget_scenario_price": "This rollout, as the scenario says",
    "budget_people": "People",
    "budget_people_planned": "Planned to start",
    "budget_people_recruited": "Recruited",
    "budget_people_started": "Started",
    "budget_people_waiting": "Waiting at year's end",
    "budget_people_supported": "In support at year's end",
    "budget_followed": "Share of all person-months in the accounts",
    "budget_role": "Role",
    "budget_site": "Site",
    "budget_all_sites": "All sites",
    "budget_ends": " ({low} to {high})",
    "budget_end_gain": "gain of {amount}",
    "budget_end_loss": "loss of {amount}",
    "budget_end_more": "{amount} more",
    "budget_end_fewer": "{amount} fewer",
    "budget_ends_millions": " ({low} to {high} million)",
    # caveats and notes
    "caveat_budget_people": "Most numbers are of other people: {others}.",
    "caveat_net_price": (
        "The programme is priced net of usual practice: no place can be bought for that."
    ),
    "caveat_recruitment_none": "All who are planned are taken to be recruited.",
    "caveat_recruitment_fixed": "That {share} are recruited is taken as certain.",
    "caveat_recruitment_assumed": (
        "That {share} are recruited is assumed; staff are paid either way."
    ),
    "caveat_followed": "{share} of people's months to the horizon lie after {last}: not counted.",
    "caveat_financing": (
        "Which costs are guaranteed is from a secondary source: check today's list."
    ),
    "caveat_financing_assumed": "That the block grant follows these costs is assumed.",
    "note_budget_cohorts": (
        "The accounts run from January of the first year with a cost to {last}; people start "
        "from {first}. Each is followed from their own month, as one person in this scenario is: "
        "{arm} against {reference}. Only the table that says so is discounted."
    ),
    "note_budget_holds": (
        "What must hold is found one thing at a time, all else as expected, in constant prices: "
        "the value at which the account's net is 0 in the end. 100% of the effect is what is "
        "counted here."
    ),
    "note_budget_holds_beyond": (
        "Nobody is followed for longer than {months} months: an effect that lasts longer is "
        "taken to go on as in the last {pace}."
    ),
    "note_budget_same_effect": (
        "The effect is the same here whatever a place costs: what a cheaper programme would "
        "achieve is not known."
    ),
    "note_budget_same_effect_posts": (
        "The effect is the same here whatever a place costs, however many clients a post has and "
        "however long they are supported: what less of it would achieve is not known."
    ),
    "note_budget_waiting": (
        "{count} recruited people never start: the posts are full until {last}."
    ),
    "note_budget_followed": (
        "People who start late are not followed to the end: {share} of all months to the horizon "
        "lie after {last}, and what they would cost or save then is not counted."
    ),
    "note_budget_grant_ends": "When {year} ends, {count} people are still in support.",
    "note_budget_grant_ends_none": "When {year} ends, nobody is in support any more.",
    "note_budget_grant_ends_unknown": (
        "How many are still in support when {year} ends is not known: the file does not state for "
        "how long people are supported."
    ),
    "note_budget_grant": "{grant}: {giver} pays {receiver} in {years}.",
    "note_budget_own_share": "The receiver pays {share} of the programme itself.",
    "note_budget_unspent_repaid": "What is not spent is paid back at the end.",
    "note_budget_unspent_kept": "What is not spent is kept.",
    "note_budget_financing": (
        "Under a budget guarantee the block grant from {giver} follows what all receivers spend "
        "on: {categories}. A saving on that stays with {payer} if it alone takes part, and "
        "{others} bear most of the cut; if all take part, each one's block grant falls as much "
        "as it saves, and {giver} has the saving."
    ),
    "note_budget_financing_source": (
        "The rule: {source}. The list of what is covered may have changed since."
    ),
    "note_budget_no_financing": (
        "No regulation of a block grant is counted, because the file states none (financing:). "
        "Under a budget guarantee a payer that alone saves keeps its saving; where all save, the "
        "block grant falls as much, and the saving is the state's."
    ),
    "note_budget_indexation": "Prices rise from {year} on: {parts}.",
    "note_budget_no_indexation": (
        "Every amount rises as general prices do from {year} on: the file states no other "
        "(indexation:)."
    ),
    "budget_rises": "{what} {rate} a year",
    "budget_rises_prices": "general prices",
    "budget_rises_wages": "wages",
    "budget_rises_programme": "programme",
    "budget_rises_service": "services",
    "budget_rises_transfer": "benefits and taxes",
    "budget_rises_productivity": "production",
    "budget_rises_mixed": "services and production",
    "note_budget_net_prices": (
        "Net prices are what a programme costs beyond what usual practice spends on the same "
        "people; no place can be bought for that: {labels}."
    ),
    "note_budget_own_price": (
        "The programme costs what the rollout states. What the scenario says that it costs a "
        "person is not counted: {labels}."
    ),
    "note_budget_rounding": (
        "Tables add up as shown, so that an amount may be off by a few units of its last digit; "
        "the rows for machines are exact."
    ),
    # pictures
    "picture_title_budget": "Who gains and who pays, year by year",
    "picture_title_cumulative": "Cumulative net of {account}",
    "picture_budget": "{unit}, {prices}, undiscounted; a plus is a gain",
    "picture_budget_of": "{money}.",
    "picture_budget_year": "{year}: {amounts}.",
    "picture_budget_back": "paid back from {month}",
    "picture_budget_deepest": "deepest in {month}",
    "picture_budget_one": (
        "Here one takes part alone; if all do, the block grant falls by what each saves."
    ),
    "picture_budget_all": "Here all take part, and the block grant falls by what each saves.",
    "picture_budget_months": "Months from January {first}",
    # the page
    "page_budget_title": "Budget of the rollout",
    "page_budget_read": (
        "What the programme costs and saves year by year as it is rolled out, for all people "
        "together and undiscounted."
    ),
}
