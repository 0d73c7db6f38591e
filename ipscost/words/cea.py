"""The words of cea, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # units in a sentence
    "cea_per": ("per {one}", "pr. {one}"),
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
        "raises the share of people with {label} by {amount} percentage points{interval}",
        "øger andelen med {label} med {amount} procentpoint{interval}",
    ),
    "cea_effect_less_share": (
        "lowers the share of people with {label} by {amount} percentage points{interval}",
        "sænker andelen med {label} med {amount} procentpoint{interval}",
    ),
    "cea_effect_same_share": (
        "leaves the share of people with {label} as it is{interval}",
        "ændrer ikke andelen med {label}{interval}",
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
    "cea_effect_more_unit": (
        "gives {amount} more (unit: {unit}){interval}",
        "giver {amount} mere (enhed: {unit}){interval}",
    ),
    "cea_effect_less_unit": (
        "gives {amount} less (unit: {unit}){interval}",
        "giver {amount} mindre (enhed: {unit}){interval}",
    ),
    "cea_effect_same_unit": (
        "gives as much (unit: {unit}){interval}",
        "giver lige så meget (enhed: {unit}){interval}",
    ),
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
        "Sandsynligheden for, at {arm} koster mindre, er {cheaper}, for at den opnår mere, "
        "{better}, og for begge dele {both}.",
    ),
    # the headline: dominance and ratios
    "cea_dominates": (
        "By the point estimates {arm} is cheaper and more effective, so it dominates "
        "{other}{doubt}.",
        "Efter punktestimaterne er {arm} billigere og mere effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_dominates_cost": (
        "By the point estimates {arm} is cheaper and as effective, so it dominates {other}{doubt}.",
        "Efter punktestimaterne er {arm} billigere og lige så effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_dominates_effect": (
        "By the point estimates {arm} costs the same and is more effective, so it dominates "
        "{other}{doubt}.",
        "Efter punktestimaterne koster {arm} det samme, er mere effektiv og dominerer dermed "
        "{other}{doubt}.",
    ),
    "cea_doubt_cost": (
        "; but that it is cheaper is not clear, since the interval of the difference in cost "
        "includes 0",
        "; men det er ikke klart, at den er billigere, for intervallet for forskellen i omkostning "
        "omfatter 0",
    ),
    "cea_doubt_effect": (
        "; but that it is more effective is not clear, since the interval of the difference in "
        "effect includes 0",
        "; men det er ikke klart, at den er mere effektiv, for intervallet for forskellen i effekt "
        "omfatter 0",
    ),
    "cea_doubt_both": (
        "; but neither is clear, since the intervals of both differences include 0",
        "; men ingen af delene er klar, for begge forskelles intervaller omfatter 0",
    ),
    "cea_doubt_few": (
        "; but from {draws} draws that is not clear",
        "; men ud fra {draws} trækninger er det ikke klart",
    ),
    "cea_ratio_doubt_few": (
        "; but from {draws} draws that is not clear",
        "; men ud fra {draws} trækninger er det ikke klart",
    ),
    "cea_pair": ("{arm} against {versus}", "{arm} over for {versus}"),
    "cea_doubts_few": (
        "But from {draws} draws none of this is clear.",
        "Men ud fra {draws} trækninger er intet af det klart.",
    ),
    "cea_doubts_cost": (
        "Not clear, since the interval of the difference in cost includes 0: {pairs}.",
        "Ikke klart, for intervallet for forskellen i omkostning omfatter 0: {pairs}.",
    ),
    "cea_doubts_effect": (
        "Not clear, since the interval of the difference in effect includes 0: {pairs}.",
        "Ikke klart, for intervallet for forskellen i effekt omfatter 0: {pairs}.",
    ),
    "cea_doubts_both": (
        "Not clear, since the intervals of both differences, in cost and in effect, include 0: "
        "{pairs}.",
        "Ikke klart, for intervallerne for begge forskelle, i omkostning og i effekt, omfatter 0: "
        "{pairs}.",
    ),
    "cea_doubts_many_cost": (
        "Of these comparisons {count} are not clear, since the interval of the difference in cost "
        "includes 0.",
        "Af disse sammenligninger er {count} ikke klare, for intervallet for forskellen i "
        "omkostning omfatter 0.",
    ),
    "cea_doubts_many_effect": (
        "Of these comparisons {count} are not clear, since the interval of the difference in "
        "effect includes 0.",
        "Af disse sammenligninger er {count} ikke klare, for intervallet for forskellen i effekt "
        "omfatter 0.",
    ),
    "cea_doubts_many_both": (
        "Of these comparisons {count} are not clear, since the intervals of both differences, in "
        "cost and in effect, include 0.",
        "Af disse sammenligninger er {count} ikke klare, for intervallerne for begge forskelle, i "
        "omkostning og i effekt, omfatter 0.",
    ),
    "cea_same": (
        "By the point estimates {arm} and {other} cost and achieve the same.",
        "Efter punktestimaterne koster og opnår {arm} og {other} det samme.",
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
        "By the point estimates {arm} dominates every other arm: none costs less or achieves more.",
        "Efter punktestimaterne dominerer {arm} alle de andre: ingen koster mindre eller opnår "
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
        "At {worth} the expected net monetary benefit of {arm} against {reference} (its extra "
        "effect in money less its extra cost) is {amount} per person{interval}",
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (den "
        "ekstra effekt i penge minus den ekstra omkostning) {amount} pr. person{interval}",
    ),
    "cea_best": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less "
        "cost), {amount} per person more than {reference}{interval}",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen), {amount} pr. person mere end {reference}{interval}",
    ),
    "cea_best_reference": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less "
        "cost)",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen)",
    ),
    "cea_at_pair_first": (
        "At {worth} the expected net monetary benefit of {arm} against {reference} (its extra "
        "effect in money less its extra cost) is {amount} per person{odds}",
        "Ved {worth} er den forventede monetære nettogevinst af {arm} over for {reference} (den "
        "ekstra effekt i penge minus den ekstra omkostning) {amount} pr. person{odds}",
    ),
    "cea_at_pair_more": ("at {worth} it is {amount}{odds}", "ved {worth} er den {amount}{odds}"),
    "cea_at_best_first": (
        "At {worth} {arm} has the highest expected net monetary benefit (effect in money less "
        "cost){odds}",
        "Ved {worth} har {arm} den højeste forventede monetære nettogevinst (effekten i penge "
        "minus omkostningen){odds}",
    ),
    "cea_at_best_more": ("at {worth} {arm} has{odds}", "ved {worth} har {arm}{odds}"),
    "cea_at_odds_first": (
        ", with a probability of {probability} that {arm} is the best choice",
        ", med en sandsynlighed på {probability} for, at {arm} er det bedste valg",
    ),
    "cea_at_odds_more": (" ({probability})", " ({probability})"),
    "cea_at_as_good": (
        " (as good: that is the ICER)",
        " (lige gode: det er ICER)",
    ),
    "cea_most_often": (
        "{other} is the best in more of the draws ({probability}), but by less: on average {arm} "
        "is better.",
        "{other} er bedst i flere af trækningerne ({probability}), men med mindre: i gennemsnit er "
        "{arm} bedre.",
    ),
    "cea_as_good": (
        "At {worth} {arm} is as good as {others}.",
        "Ved {worth} er {arm} lige så god som {others}.",
    ),
    "cea_as_good_icer": (
        "At {worth} {arm} is as good as {others}: that is the ICER.",
        "Ved {worth} er {arm} lige så god som {others}: det er ICER.",
    ),
    "cea_benefit_odds": (
        ", and the probability that {arm} has the highest net benefit is {probability}; knowing "
        "every uncertain number for sure would be worth {evpi} per person (the expected value of "
        "perfect information, EVPI).",
        ", og sandsynligheden for, at {arm} har den højeste nettogevinst, er {probability}; at "
        "kende hvert usikkert tal med sikkerhed ville være {evpi} værd pr. person (den forventede "
        "værdi af perfekt information, EVPI).",
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
        "1 {one} er værd{money}",
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
    "cea_icer_unit": ("ICER in {unit}", "ICER i {unit}"),
    "cea_on_frontier": ("On the frontier", "På fronten"),
    "cea_least_costly": ("least costly", "billigst"),
    "cea_dominant": ("dominates", "dominerer"),
    "cea_dominated": ("dominated", "domineret"),
    "cea_extendedly_dominated": ("extendedly dominated", "udvidet domineret"),
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
    "cea_n": ("Dearer, same effect", "Dyrere, samme effekt"),
    "cea_s": ("Cheaper, same effect", "Billigere, samme effekt"),
    "cea_e": ("Same cost, more effect", "Samme omkostning, mere effekt"),
    "cea_w": ("Same cost, less effect", "Samme omkostning, mindre effekt"),
    "cea_origin": ("Same cost and effect", "Samme omkostning og effekt"),
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
}
