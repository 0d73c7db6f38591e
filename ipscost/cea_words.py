"""The words of cea, in English and Danish; part of words.WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # units in a sentence
    "cea_per": ("per {one}", "pr. {one}"),
    "cea_one_QALY": ("QALY", "QALY"),
    "cea_one_hour": ("hour", "time"),
    "cea_one_visit": ("visit", "besøg"),
    "cea_one_day": ("day", "dag"),
    "cea_one_month": ("month", "måned"),
    "cea_one_year": ("year", "år"),
    "cea_one_share": ("person with {label}", "person med {label}"),
    "cea_one_person": ("person", "person"),
    "cea_one_unknown": ("unit of effect", "enhed af effekten"),
    "cea_many_hour": ("hours", "timer"),
    "cea_many_visit": ("visits", "besøg"),
    "cea_many_day": ("days", "dage"),
    "cea_many_month": ("months", "måneder"),
    "cea_many_year": ("years", "år"),
    # the headline: costs and effects
    "cea_when": (
        "Over {horizon} and in {year} prices, {arm} costs {cost} and {effect}.",
        "Over {horizon} og i {year}-priser koster {arm} {cost} og {effect}.",
    ),
    "cea_plain": ("{arm} costs {cost} and {effect}.", "{arm} koster {cost} og {effect}."),
    "cea_cost_less": (
        "{amount} less per person than {reference}{interval}",
        "{amount} mindre pr. person end {reference}{interval}",
    ),
    "cea_cost_more": (
        "{amount} more per person than {reference}{interval}",
        "{amount} mere pr. person end {reference}{interval}",
    ),
    "cea_cost_same": (
        "the same per person as {reference}{interval}",
        "det samme pr. person som {reference}{interval}",
    ),
    "cea_effect_more_QALY": (
        "gives {amount} more QALYs{interval}",
        "giver {amount} QALY mere{interval}",
    ),
    "cea_effect_less_QALY": (
        "gives {amount} fewer QALYs{interval}",
        "giver {amount} QALY mindre{interval}",
    ),
    "cea_effect_same_QALY": ("gives as many QALYs{interval}", "giver lige så mange QALY{interval}"),
    "cea_effect_more_share": (
        "has {amount} percentage points more people with {label}{interval}",
        "har {amount} procentpoint flere med {label}{interval}",
    ),
    "cea_effect_less_share": (
        "has {amount} percentage points fewer people with {label}{interval}",
        "har {amount} procentpoint færre med {label}{interval}",
    ),
    "cea_effect_same_share": (
        "has as many people with {label}{interval}",
        "har lige så mange med {label}{interval}",
    ),
    "cea_effect_more": (
        "gives {amount} more {many}{interval}",
        "giver {amount} flere {many}{interval}",
    ),
    "cea_effect_less": (
        "gives {amount} fewer {many}{interval}",
        "giver {amount} færre {many}{interval}",
    ),
    "cea_effect_same": ("gives as many {many}{interval}", "giver lige så mange {many}{interval}"),
    "cea_effect_more_unknown": (
        "has an effect that is {amount} higher{interval}",
        "har en effekt, der er {amount} højere{interval}",
    ),
    "cea_effect_less_unknown": (
        "has an effect that is {amount} lower{interval}",
        "har en effekt, der er {amount} lavere{interval}",
    ),
    "cea_effect_same_unknown": ("has the same effect{interval}", "har samme effekt{interval}"),
    "cea_odds": (
        "The probability that {arm} costs less is {cheaper}, that it achieves more {better}, and "
        "that it does both {both}.",
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at det opnår mere, "
        "{better}, og for begge dele {both}.",
    ),
    # the headline: dominance and ratios
    "cea_dominates": (
        "At the expected values {arm} is cheaper and more effective, so it dominates "
        "{other}{doubt}.",
        "Ved de forventede værdier er {arm} billigere og mere effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_dominates_cost": (
        "At the expected values {arm} is cheaper and as effective, so it dominates {other}{doubt}.",
        "Ved de forventede værdier er {arm} billigere og lige så effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_dominates_effect": (
        "At the expected values {arm} costs the same and is more effective, so it dominates "
        "{other}{doubt}.",
        "Ved de forventede værdier koster {arm} det samme, er mere effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_doubt_cost": (
        "; but that it is cheaper is not clear, since the interval of the cost includes 0",
        "; men det er ikke klart, at den er billigere, for intervallet for omkostningen omfatter 0",
    ),
    "cea_doubt_effect": (
        "; but that it is more effective is not clear, since the interval of the effect includes 0",
        "; men det er ikke klart, at den er mere effektiv, for intervallet for effekten omfatter 0",
    ),
    "cea_doubt_both": (
        "; but neither is clear, since both intervals include 0",
        "; men ingen af delene er klar, for begge intervaller omfatter 0",
    ),
    "cea_same": (
        "At the expected values {arm} and {other} cost and achieve the same.",
        "Ved de forventede værdier koster og opnår {arm} og {other} det samme.",
    ),
    "cea_ratio": (
        "What {arm} adds to {other} costs {icer} (incremental cost-effectiveness ratio, "
        "ICER){doubt}.",
        "Det, {arm} opnår mere end {other}, koster {icer} (inkrementel "
        "omkostningseffektivitetsratio, ICER){doubt}.",
    ),
    "cea_given_up": (
        "{other} is cheaper and less effective than {arm}: it saves {icer} given up (incremental "
        "cost-effectiveness ratio, ICER, of {arm} against {other}){doubt}.",
        "{other} er billigere og mindre effektiv end {arm}: det sparer {icer}, der gives afkald på "
        "(inkrementel omkostningseffektivitetsratio, ICER, for {arm} mod {other}){doubt}.",
    ),
    "cea_ratio_doubt_cost": (
        "; but the interval of the difference in cost includes 0",
        "; men intervallet for forskellen i omkostning omfatter 0",
    ),
    "cea_ratio_doubt_effect": (
        "; but the interval of the difference in effect includes 0",
        "; men intervallet for forskellen i effekt omfatter 0",
    ),
    "cea_ratio_doubt_both": (
        "; but both intervals, of cost and of effect, include 0",
        "; men begge intervaller, for omkostning og for effekt, omfatter 0",
    ),
    "cea_all_dominated": (
        "At the expected values {arm} dominates every other arm: none costs less or achieves more.",
        "Ved de forventede værdier dominerer {arm} alle de andre: ingen koster mindre eller opnår "
        "mere.",
    ),
    "cea_frontier": (
        "On the efficiency frontier, from the least to the most costly, are {arms}; in brackets "
        "the ICER against the one before, {per}.",
        "På efficiensfronten står, fra den billigste til den dyreste, {arms}; i parentes ICER over "
        "for den foregående, {per}.",
    ),
    "cea_off_many_dominated": ("{count} arms are dominated.", "{count} arme er domineret."),
    "cea_off_many_extended": (
        "{count} arms are extendedly dominated.",
        "{count} arme er udvidet domineret.",
    ),
    "cea_off_many_same": (
        "{count} arms are the same as another.",
        "{count} arme er det samme som en anden.",
    ),
    "cea_off_dominated": ("Dominated: {arms}.", "Domineret: {arms}."),
    "cea_off_extended": ("Extendedly dominated: {arms}.", "Udvidet domineret: {arms}."),
    "cea_off_same": ("The same as another: {arms}.", "Det samme som en anden: {arms}."),
    # the headline: net benefit
    "cea_benefit": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} is {amount} per "
        "person{interval}",
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} "
        "{amount} pr. person{interval}",
    ),
    "cea_best": (
        "At {worth} {arm} has the highest expected net monetary benefit, {amount} per person more "
        "than {reference}{interval}",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst, {amount} pr. person "
        "mere end {reference}{interval}",
    ),
    "cea_best_reference": (
        "At {worth} {arm} has the highest expected net monetary benefit",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst",
    ),
    "cea_benefit_odds": (
        ", and the probability that {arm} has the highest net benefit is {probability}; knowing "
        "every uncertain number for sure would be worth {evpi} per person (EVPI).",
        ", og sandsynligheden for, at {arm} har den højeste nettogevinst, er {probability}; at "
        "kende hvert usikkert tal med sikkerhed ville være {evpi} værd pr. person (EVPI).",
    ),
    "cea_less_than_one": ("less than {amount}", "under {amount}"),
    "cea_course": (
        "From {low} to {high} the probability that {arm} has the highest net benefit goes from "
        "{first} to {last}.",
        "Fra {low} til {high} går sandsynligheden for, at {arm} har den højeste nettogevinst, fra "
        "{first} til {last}.",
    ),
    "cea_course_flat": (
        "From {low} to {high} the probability that {arm} has the highest net benefit is {first} "
        "throughout.",
        "Fra {low} til {high} er sandsynligheden for, at {arm} har den højeste nettogevinst, hele "
        "vejen {first}.",
    ),
    "cea_cost_fixed": (
        "The probabilities leave out how sure the costs are, since no uncertainty of them is "
        "stated.",
        "Sandsynlighederne medregner ikke, hvor sikre omkostningerne er, for deres usikkerhed er "
        "ikke angivet.",
    ),
    "cea_effect_fixed": (
        "The probabilities leave out how sure the effects are, since no uncertainty of them is "
        "stated.",
        "Sandsynlighederne medregner ikke, hvor sikre effekterne er, for deres usikkerhed er ikke "
        "angivet.",
    ),
    "cea_unsure": (
        "How sure this is cannot be said: nothing that counts here has a stated uncertainty.",
        "Hvor sikkert det er, kan ikke siges: intet, der tæller her, har en angivet usikkerhed.",
    ),
    # tables
    "title_cea": (
        "{title}\nCosts and effects{where}\n{effect}A difference is the arm less {reference}",
        "{title}\nOmkostninger og effekter{where}\n{effect}En forskel er armen minus {reference}",
    ),
    "cea_where": (
        ", {currency} per person over {horizon}, {year} prices\n{perspective}{discounted}",
        ", {currency} pr. person over {horizon}, {year}-priser\n{perspective}{discounted}",
    ),
    "cea_where_file": (
        ", {currency} per person, {year} prices",
        ", {currency} pr. person, {year}-priser",
    ),
    "cea_effect_unit": ("Effect: {label}. ", "Effekt: {label}. "),
    "title_incremental": (
        "Incremental analysis, from the least to the most costly\neach arm against the next less "
        "effective one on the frontier,\na dominated arm against the one that dominates it",
        "Inkrementel analyse, fra den billigste til den dyreste\nhver arm over for den næste "
        "mindre effektive på fronten,\nen domineret arm over for den, der dominerer den",
    ),
    "title_benefit": (
        "Net benefit of each arm less that of {reference}, at {worth}",
        "Nettogevinst for hver arm minus {reference}, ved {worth}",
    ),
    "title_benefit_several": (
        "Net benefit of each arm less that of {reference}\nby what one {one} is worth{money}",
        "Nettogevinst for hver arm minus {reference}\nefter hvad 1 {one} er værd{money}",
    ),
    "title_plane": (
        "Cost-effectiveness plane: share of the draws, each arm against {reference}",
        "Omkostningseffektivitetsplanet: andel af trækningerne, hver arm over for {reference}",
    ),
    "title_acceptability": (
        "Acceptability: the probability that an arm has the highest net benefit\nby what one {one} "
        "is worth{money}",
        "Acceptabilitet: sandsynligheden for, at en arm har den højeste nettogevinst\nefter hvad "
        "én {one} er værd{money}",
    ),
    "title_loss": (
        "Expected loss of each choice, and the value of perfect information (EVPI)\n{money}per "
        "person, by what one {one} is worth",
        "Forventet tab ved hvert valg og værdien af perfekt information (EVPI)\n{money}pr. person, "
        "efter hvad 1 {one} er værd",
    ),
    "cea_in_money": (", in {money}", ", i {money}"),
    "cea_arm": ("Arm", "Arm"),
    "cea_cost": ("Cost", "Omkostning"),
    "cea_effect": ("Effect", "Effekt"),
    "cea_incremental_cost": ("Incremental cost{level}", "Forskel i omkostning{level}"),
    "cea_incremental_effect": ("Incremental effect{level}", "Forskel i effekt{level}"),
    "cea_level": (" ({level} interval)", " ({level}-interval)"),
    "cea_against": ("Against", "Over for"),
    "cea_step_cost": ("Incremental cost", "Forskel i omkostning"),
    "cea_step_effect": ("Incremental effect", "Forskel i effekt"),
    "cea_icer": ("ICER{per}", "ICER{per}"),
    "cea_on_frontier": ("On the frontier", "På fronten"),
    "cea_least_costly": ("least costly", "billigst"),
    "cea_dominant": ("dominates", "dominerer"),
    "cea_dominated": ("dominated", "domineret"),
    "cea_extended": ("extendedly dominated", "udvidet domineret"),
    "cea_equal": ("the same", "det samme"),
    "cea_nmb": ("Net monetary benefit{level}", "Monetær nettogevinst{level}"),
    "cea_nhb": ("Net health benefit{level}", "Sundhedsmæssig nettogevinst{level}"),
    "cea_neb": ("Net benefit in effect{level}", "Nettogevinst i effekt{level}"),
    "cea_probability_better": ("Probability of a benefit", "Sandsynlighed for gevinst"),
    "cea_ne": ("Dearer, more effect", "Dyrere, mere effekt"),
    "cea_se": ("Cheaper, more effect", "Billigere, mere effekt"),
    "cea_sw": ("Cheaper, less effect", "Billigere, mindre effekt"),
    "cea_nw": ("Dearer, less effect", "Dyrere, mindre effekt"),
    "cea_threshold": ("Threshold", "Tærskel"),
    "cea_best_arm": ("Highest expected", "Højest forventet"),
    "cea_best_probability": ("Its probability", "Sandsynlighed"),
    "cea_evpi": ("EVPI", "EVPI"),
    "cea_arms_by_threshold": (
        "The probability of each arm, at some of these thresholds",
        "Sandsynligheden for hver arm ved nogle af disse tærskler",
    ),
    "cea_losses_by_threshold": (
        "The expected loss of each arm, at the same thresholds",
        "Det forventede tab for hver arm ved de samme tærskler",
    ),
    # notes
    "note_cea_threshold": (
        "Threshold: {worth}, stated as {stated}{source}.",
        "Tærskel: {worth}, angivet som {stated}{source}.",
    ),
    "note_cea_threshold_assumed": (
        "Assumed for the threshold: {text}.",
        "Antaget om tærsklen: {text}.",
    ),
    "note_cea_threshold_given": (
        "The thresholds are those of --wtp; the scenario states {worth}{source}.",
        "Tærsklerne er dem fra --wtp; scenariet angiver {worth}{source}.",
    ),
    "cea_source": (" in {source}", " i {source}"),
    "note_cea_no_threshold": (
        "No threshold is stated for {label}, so there is no net benefit here: --wtp N gives "
        "one{file}. The curves run to about twice {rule}.",
        "Der er ikke angivet nogen tærskel for {label}, så her er ingen nettogevinst: --wtp N "
        "angiver en{file}. Kurverne går til omkring det dobbelte af {rule}.",
    ),
    "cea_in_file": (
        ", as does threshold: in the scenario",
        ", og det gør threshold: i scenariet også",
    ),
    "cea_rule_icer": ("the highest ICER, {worth}", "den højeste ICER, {worth}"),
    "cea_rule_ratio": (
        "the largest ratio of a difference in cost to a difference in effect, whatever their "
        "signs, {worth}",
        "det største forhold mellem en forskel i omkostning og en forskel i effekt, uanset "
        "fortegn, {worth}",
    ),
    "note_cea_values": (
        "Incremental costs, effects, ICERs and net benefits are at the expected values of the "
        "inputs; intervals, probabilities, expected losses and EVPI are over the draws, and so is "
        "the arm with the highest expected net benefit in the curves.",
        "Forskelle i omkostning og effekt, ICER og nettogevinster er ved inputtenes forventede "
        "værdier; intervaller, sandsynligheder, forventede tab og EVPI er over trækningerne, og "
        "det samme er armen med den højeste forventede nettogevinst i kurverne.",
    ),
    "note_cea_means": (
        "Incremental costs, effects, ICERs and net benefits are of the means over the draws.",
        "Forskelle i omkostning og effekt, ICER og nettogevinster er af gennemsnittene over "
        "trækningerne.",
    ),
    "note_cea_icer": (
        "An ICER has no interval: over the draws its sign loses its meaning. Net benefit says how "
        "sure the result is.",
        "En ICER har intet interval: over trækningerne mister dens fortegn sin mening. "
        "Nettogevinsten siger, hvor sikkert resultatet er.",
    ),
    "note_cea_probability": (
        "That an arm has the highest net benefit is a statement about what is known, given this "
        "model and its inputs; the choice is by the expected net benefit, and EVPI says what the "
        "remaining uncertainty costs.",
        "At en arm har den højeste nettogevinst, er et udsagn om, hvad vi ved, givet denne model "
        "og dens input; valget følger den forventede nettogevinst, og EVPI siger, hvad den "
        "tilbageværende usikkerhed koster.",
    ),
    "note_cea_error": (
        "With {draws} draws the sampling error of a probability is at most {points} percentage "
        "points (95%).",
        "Med {draws} trækninger er en sandsynligheds stikprøvefejl højst {points} procentpoint "
        "(95%).",
    ),
    "note_cea_axis": (
        "In {share} of the draws {arm} costs or achieves just what {reference} does; the same cost "
        "counts as cheaper, the same effect as less.",
        "I {share} af trækningerne koster eller opnår {arm} præcis det samme som {reference}; "
        "samme omkostning tæller som billigere, samme effekt som mindre.",
    ),
    "note_cea_point": (
        "No probabilities, intervals or curves, because nothing was drawn; --draws 10000 gives "
        "them.",
        "Ingen sandsynligheder, intervaller eller kurver, for intet er trukket; --draws 10000 "
        "giver dem.",
    ),
    "note_cea_fixed": (
        "No probabilities, intervals or curves, because nothing that counts here has a stated "
        "uncertainty.",
        "Ingen sandsynligheder, intervaller eller kurver, for intet, der tæller her, har en "
        "angivet usikkerhed.",
    ),
    "note_cea_file": (
        "{draws} draws from {file}; ipscost {version}; digest {digest}.",
        "{draws} trækninger fra {file}; ipscost {version}; kontroltal {digest}.",
    ),
    "note_cea_file_point": (
        "Expected values from {file}; ipscost {version}; digest {digest}.",
        "Forventede værdier fra {file}; ipscost {version}; kontroltal {digest}.",
    ),
    "note_cea_rows": (
        "The curves have {count} thresholds; CSV, JSON and a workbook hold them all.",
        "Kurverne har {count} tærskler; CSV, JSON og en projektmappe rummer dem alle.",
    ),
}
