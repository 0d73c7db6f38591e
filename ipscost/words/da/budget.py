"""The words of budget: a rollout in the calendar, whom it costs, and what must hold."""

from __future__ import annotations

BUYS = "{arm} til {started} af {planned} koster {cost}"
BUYS_ALL = "{arm} til {started} koster {cost}"
MORE = "{outcome}: {extra} flere{interval}"
FEWER = "{outcome}: {extra} færre{interval}"

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
    "budget_cost_known": "{cost} og det, der ikke kendes,",
    "budget_for_people": "{count} personer",
    "budget_for_people_one": "1 person",
    "budget_for_planned": "{count} planlagte personer",
    "budget_for_planned_one": "1 planlagt person",
    # whom it costs or saves
    "budget_net_gains": "{account}, {years}: en gevinst på {amount}{interval}",
    "budget_net_gains_perhaps": "{account}, {years}: en ventet gevinst på {amount}{interval}",
    "budget_net_gains_partial": (
        "Hvad {whom} i alt tjener eller taber, vides ikke; det, der kendes for {years}, er en "
        "gevinst på {amount}."
    ),
    "budget_net_loses": "{account}, {years}: et tab på {amount}{interval}",
    "budget_net_loses_perhaps": "{account}, {years}: et ventet tab på {amount}{interval}",
    "budget_net_loses_partial": (
        "Hvad {whom} i alt tjener eller taber, vides ikke; det, der kendes for {years}, er et "
        "tab på {amount}."
    ),
    # what must hold
    "budget_holds": "Tjener sig kun hjem{prices} ved {parts}.",
    "budget_holds_not": "Tjener sig kun hjem{prices} ved {parts}; {levers} er ikke nok.",
    "holds_every": "{parts} og {last}",
    "holds_one": "{parts} eller {last}",
    "budget_in_constant": " (i faste priser)",
    "budget_holds_always": (
        "Det tjener sig hjem for {whom} inden udgangen af {last}, uanset effekt, antal personer og "
        "pris inden for det, der er prøvet."
    ),
    "budget_holds_never": (
        "Ingen effekt, intet antal personer og ingen pris pr. plads, der er prøvet, tjener det "
        "hjem for {whom} inden udgangen af {last}."
    ),
    "holds_least": "mindst {part}",
    "holds_most": "højst {part}",
    "holds_now": "nu {now}",
    "holds_effect_counted": "{at} af effekten",
    "holds_effect_trial": "{at} af forsøgets effekt",
    "holds_people_target": "{at} rekrutteret",
    "holds_people_people": "{at} personer rekrutteret",
    "holds_place_planned": "{at} pr. plads",
    "holds_place_started": "{at} pr. person, der begynder",
    "holds_months_followed": "{at} måneders effekt",
    "holds_months_followed_beyond": "{at} måneders fortsat effekt",
    "holds_lever_effect": "en større effekt",
    "holds_lever_people": "flere personer",
    "holds_lever_place": "en billigere plads",
    "holds_lever_months": "en længere effekt",
    "holds_row_effect_counted": "Andel af den medregnede effekt",
    "holds_row_effect_trial": "Andel af forsøgets effekt",
    "holds_row_people_target": "Andel af måltallet, der rekrutteres",
    "holds_row_people_people": "Personer, der rekrutteres",
    "holds_row_place_planned": "Pris pr. planlagt person",
    "holds_row_place_started": "Pris pr. person, der begynder",
    "holds_row_months_followed": "Måneder, effekten varer",
    "holds_always": "ved enhver værdi",
    "holds_never": "ved ingen værdi",
    "holds_at_least": "{at} eller mere",
    "holds_at_most": "{at} eller mindre",
    # when it turns
    "budget_deepest": "Dybeste underskud: {amount}{interval} i {month}.",
    "budget_never_deep": "Der ventes ikke underskud i nogen måned.",
    "budget_back": "Tjent hjem fra {month}.",
    "budget_back_between": "Tjent hjem fra {month} ({low} til {high}).",
    "budget_back_later": "Tjent hjem fra {month} ({low} til efter {last}).",
    "budget_never_back": "Ikke tjent hjem ved udgangen af {last}.",
    "budget_never_back_between": "Ikke tjent hjem ved udgangen af {last} ({low} til {high}).",
    "budget_never_back_later": "Ikke tjent hjem ved udgangen af {last} (tidligst {low}).",
    "budget_chance": "Sandsynlighed for gevinst: {probability}.",
    # accounts and amounts
    "budget_millions": "mio. {currency}",
    "budget_nominal": "løbende priser",
    "budget_everybody": "Alle tilsammen",
    "budget_whom_everybody": "alle tilsammen",
    "budget_programme": "Indsatsen",
    "budget_grant": "Bevillinger",
    "budget_change": "Andre udgifter",
    "budget_block_grant": "Bloktilskud",
    "budget_net": "Netto",
    "budget_net_interval": "Netto ({level}-interval)",
    "budget_so_far": "Akkumuleret",
    "budget_so_far_interval": "Akkumuleret ({level}-interval)",
    "budget_block_alone": "Bloktilskud, alene",
    "budget_net_alone": "Netto, én alene",
    "budget_block_together": "Bloktilskud, alle",
    "budget_net_together": "Netto, hvis alle",
    "budget_net_stated": "Netto, som angivet",
    # tables
    "title_budget_short": "{account}: {unit}, {prices}; plus er en gevinst",
    "title_budget_years": (
        "År for år: {account}\n{unit}, {prices}, udiskonteret; plus er en gevinst, minus en udgift"
    ),
    "title_budget_by_payer": (
        "Efter betaler og år\n{unit}, {prices}, udiskonteret; plus er en gevinst, minus en udgift"
    ),
    "title_budget_who": (
        "Hvem betaler, og hvem beholder gevinsten\n{unit}, {prices}, udiskonteret; plus er en "
        "gevinst, minus en udgift"
    ),
    "title_budget_turns": (
        "Dybeste underskud, og hvornår det er tjent hjem\n{unit}, {prices}, udiskonteret"
    ),
    "title_budget_holds": (
        "Hvad der skal til, for at det tjener sig hjem, én ting ad gangen: {account}"
    ),
    "title_budget_grid": (
        "Netto efter effekt (rækker) og rekruttering (kolonner): {account}\n{unit}, faste "
        "priser, udiskonteret; plus er en gevinst"
    ),
    "title_budget_price": "Indsatsens pris, bygget op fra stillingerne\n{unit}, {prices}",
    "title_budget_price_lines": "Indsatsens pris, linje for linje\n{unit}, {prices}",
    "title_budget_published": "Prisen pr. person over for det, andre har offentliggjort",
    "title_budget_starters": (
        "Indsatsens pris pr. person, efter hvor mange der rekrutteres\n{prices}, udiskonteret"
    ),
    "title_budget_starters_extra": "{title}; ekstra personer: {outcome}",
    "title_budget_tried": (
        "Scenarieanalyserne: {account}\n{unit}, {prices}, udiskonteret, "
        "punktestimater; plus er en gevinst"
    ),
    "budget_tried": "Analyse",
    "budget_net_of_one": "{account}, én alene",
    "budget_net_of_all": "{account}, hvis alle",
    "title_budget_people": "Personer, år for år",
    "title_budget_posts": "Besatte stillinger, gennemsnit over året",
    "title_budget_discounted": (
        "Netto diskonteret med {rate} om året, som den eneste tabel\n{unit}, {prices}; plus er "
        "en gevinst"
    ),
    "title_budget_receivers": (
        "Hvem det koster, og hvem det gavner\n{unit}, {prices}, udiskonteret; plus er en gevinst"
    ),
    "title_budget_sites": (
        "Sted for sted: {account}\n{unit}, {prices}, udiskonteret; plus er en gevinst"
    ),
    "budget_what": "Hvad",
    "budget_now": "Nu",
    "budget_pays_at": "Tjener sig hjem ved",
    "budget_effect": "Effekt",
    "budget_recruited_share": "{share} rekrutteret",
    "budget_recruitment": "Rekruttering",
    "budget_started": "Personer, der begynder",
    "budget_per_started": "Pr. person, der begynder",
    "budget_per_extra": "Pr. ekstra person",
    "budget_per_extra_short": "Pr. ekstra person med udfaldet",
    "budget_deficit": "Dybeste underskud",
    "budget_deficit_interval": "Dybeste underskud ({level}-interval)",
    "budget_in_month": "I måned",
    "budget_back_from": "Tjent hjem fra",
    "budget_month_none": "ikke t.o.m. {last}",
    "budget_month_after": "efter {last}",
    "budget_no_deficit": "intet underskud",
    "budget_pays": "Udgift",
    "budget_rest": "Andre",
    "budget_pays_with_grants": "Indsats og bevillinger",
    "budget_gains": "Gevinst",
    "budget_line": "Post",
    "budget_in_all": "I alt",
    "budget_per_planned": "Pr. planlagt person",
    "budget_line_overhead": "Overhead",
    "budget_line_place": "Pladser",
    "budget_price_of": "Pris",
    "budget_unknown_year": "{amount} {currency} (prisår ukendt)",
    "budget_per_person": "Pr. person",
    "budget_which_price": "Hvad den er",
    "budget_net_price": "netto for den sædvanlige indsats: ikke prisen på en plads",
    "budget_full_price": "fuld udgift",
    "budget_counted_price": "det, der er regnet med her",
    "budget_own_price": "Denne udrulning, bygget op fra stillingerne",
    "budget_own_price_lines": "Denne udrulning, ud fra dens linjer",
    "budget_scenario_price": "Denne udrulning, som scenariet siger",
    "budget_people": "Personer",
    "budget_people_planned": "Planlagt at begynde",
    "budget_people_recruited": "Rekrutteret",
    "budget_people_started": "Begyndt",
    "budget_people_waiting": "Venter ved årets udgang",
    "budget_people_supported": "I forløb ved årets udgang",
    "budget_followed": "Andel af alle personmåneder, der er i regnskabet",
    "budget_role": "Stilling",
    "budget_site": "Sted",
    "budget_all_sites": "Alle steder",
    "budget_ends": " ({low} til {high})",
    "budget_end_gain": "gevinst på {amount}",
    "budget_end_loss": "tab på {amount}",
    "budget_end_more": "{amount} flere",
    "budget_end_fewer": "{amount} færre",
    "budget_ends_millions": " ({low} til {high} mio.)",
    # caveats and notes
    "caveat_budget_people": "De fleste tal gælder andre: {others}.",
    "caveat_net_price": "Indsatsen er regnet til en nettopris: for den kan ingen plads købes.",
    "caveat_recruitment_none": "Alle planlagte regnes for rekrutteret.",
    "caveat_recruitment_fixed": "At {share} rekrutteres, er regnet som sikkert.",
    "caveat_recruitment_assumed": (
        "At {share} rekrutteres, er antaget; personalet skal lønnes uanset."
    ),
    "caveat_followed": "{share} af personernes tid ligger efter {last} og er ikke talt med.",
    "caveat_financing": "Listen over, hvad der er garanteret, er fra en sekundær kilde: tjek den.",
    "caveat_financing_assumed": "At bloktilskuddet følger disse udgifter, er antaget.",
    "note_budget_cohorts": (
        "Regnskabet løber fra januar i det første år med en udgift til {last}; de første "
        "begynder i {first}. Hver følges fra sin egen måned som den ene person, scenariet "
        "beskriver: {arm} over for {reference}. Kun den tabel, der siger det, er diskonteret."
    ),
    "note_budget_holds": (
        "Hvad der skal til, er fundet for én ting ad gangen, med alt andet som ventet og i faste "
        "priser: den værdi, hvor regnskabets netto ender på 0. 100% af effekten er det, der er "
        "regnet med her."
    ),
    "note_budget_holds_beyond": (
        "Ingen følges i mere end {months} måneder: en effekt, der varer længere, antages at "
        "fortsætte som i de sidste {pace}."
    ),
    "note_budget_same_effect": (
        "Effekten er den samme her, hvad en plads end koster: hvad en billigere indsats ville "
        "opnå, er ikke kendt."
    ),
    "note_budget_same_effect_posts": (
        "Effekten er den samme her, hvad en plads end koster, hvor mange deltagere en stilling end "
        "har, og hvor længe de end får støtte: hvad mindre af det ville opnå, er ikke kendt."
    ),
    "note_budget_waiting": (
        "{count} rekrutterede personer begynder aldrig: stillingerne er fyldt helt til {last}."
    ),
    "note_budget_followed": (
        "De, der begynder sent, følges ikke til ende: {share} af alle måneder til horisonten "
        "ligger efter {last}, og hvad de ville koste eller spare da, tæller ikke med."
    ),
    "note_budget_grant_ends": "Når {year} er omme, er {count} personer stadig i forløb.",
    "note_budget_grant_ends_none": "Når {year} er omme, er ingen længere i forløb.",
    "note_budget_grant_ends_unknown": (
        "Hvor mange der stadig er i forløb, når {year} er omme, vides ikke: filen angiver ikke, "
        "hvor længe et forløb varer."
    ),
    "note_budget_grant": "{grant}: {giver} betaler {receiver} i {years}.",
    "note_budget_own_share": "Egenfinansieringen er {share} af indsatsens udgift.",
    "note_budget_unspent_repaid": "Uforbrugte midler betales tilbage til sidst.",
    "note_budget_unspent_kept": "Uforbrugte midler beholdes.",
    "note_budget_financing": (
        "Under budgetgarantien følger bloktilskuddet fra {giver} alle modtageres udgifter til: "
        "{categories}. Er {payer} alene om det, beholder den, hvad den sparer på det, og "
        "{others} bærer det meste af nedsættelsen; er alle med, falder hver enkelts bloktilskud "
        "så meget, som den sparer, og {giver} har besparelsen."
    ),
    "note_budget_financing_source": (
        "Reglen: {source}. Listen over, hvad der er dækket, kan være ændret siden."
    ),
    "note_budget_no_financing": (
        "Der er ikke regnet med regulering af bloktilskuddet, for filen angiver ingen "
        "(financing:). Under budgetgarantien beholder den, der sparer alene, sin besparelse; "
        "sparer alle, falder bloktilskuddet tilsvarende, og besparelsen er statens."
    ),
    "note_budget_indexation": "Priser stiger fra {year}: {parts}.",
    "note_budget_no_indexation": (
        "Alle beløb stiger som priserne i almindelighed fra {year}: filen angiver ikke andet "
        "(indexation:)."
    ),
    "budget_rises": "{what} {rate} om året",
    "budget_rises_prices": "priser i almindelighed",
    "budget_rises_wages": "lønninger",
    "budget_rises_programme": "indsatsen",
    "budget_rises_service": "andre indsatser",
    "budget_rises_transfer": "ydelser og skatter",
    "budget_rises_productivity": "produktion",
    "budget_rises_mixed": "indsatser og produktion",
    "note_budget_net_prices": (
        "Nettopriser er, hvad en indsats koster ud over det, den sædvanlige indsats bruger på de "
        "samme personer; en plads kan ikke købes for det: {labels}."
    ),
    "note_budget_own_price": (
        "Indsatsen koster det, der er angivet for udrulningen. Det, scenariet ellers siger, at den "
        "koster pr. person, er ikke regnet med: {labels}."
    ),
    "note_budget_rounding": (
        "Tabellerne stemmer, som de står; derfor kan et beløb afvige nogle få enheder på sidste "
        "decimal. Rækkerne til maskiner er eksakte."
    ),
    # pictures
    "picture_title_budget": "Hvem vinder, og hvem betaler, år for år",
    "picture_title_cumulative": "Akkumuleret netto for {account}",
    "picture_budget": "{unit}, {prices}, udiskonteret; plus er en gevinst",
    "picture_budget_of": "{money}.",
    "picture_budget_year": "{year}: {amounts}.",
    "picture_budget_back": "tjent hjem fra {month}",
    "picture_budget_deepest": "dybest i {month}",
    "picture_budget_one": (
        "Her deltager én alene; deltager alle, falder bloktilskuddet med det, hver sparer."
    ),
    "picture_budget_all": "Her deltager alle, og bloktilskuddet falder med det, hver sparer.",
    "picture_budget_months": "Måneder fra januar {first}",
    # the page
    "page_budget_title": "Budget for udrulning",
    "page_budget_read": (
        "Hvad indsatsen koster og sparer år for år, når den rulles ud, for alle personer "
        "tilsammen og udiskonteret."
    ),
}
