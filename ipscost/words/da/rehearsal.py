"""Ordene i trial: opdigtede data at øve sig på."""

from __future__ import annotations

WORDS = {
    "trial_wrote": (
        "skrev {file}: SYNTETISKE data, {persons} opdigtede personer med {n} i hver gruppe"
    ),
    "trial_wrote_model": "skrev {file}: modellen, der siger, hvad der står i hvilken kolonne",
    "trial_wrote_key": "skrev {file}: facit, som I ser på til sidst",
    "trial_nobody": (
        "SYNTETISK: Ingen er fulgt. Personerne er trukket ud fra {scenario} (startværdi {seed}) og "
        "har dets gennemsnit bortset fra tilfældigheder. De er til at øve sig på og viser intet."
    ),
    "trial_age": (
        "Desuden opdigtet: age (alder), {first} til {last} år, med en korrelation på {r} med det, "
        "personer er forskellige i (undtagen forløb gennem tilstande), og woman (kvinde), 1 for "
        "halvdelen, som ikke hænger sammen med noget."
    ),
    "trial_before": (
        "Desuden opdigtet: hvad hver person havde i lige så lang tid før, som med {reference}, med "
        "en korrelation på {r} med det, der kommer efter (lidt mindre for skæve omkostninger)."
    ),
    "trial_sites": (
        "Desuden opdigtet: {sites} steder, som {icc} af variansen ligger imellem (lidt mindre for "
        "skæve omkostninger); hvert sted har alle grupper."
    ),
    "trial_sites_whole": (
        "Desuden opdigtet: {sites} steder, som {icc} af variansen ligger imellem (lidt mindre for "
        "skæve omkostninger); et helt sted hører til én gruppe."
    ),
    "trial_mcar": (
        "{share} af personerne mangler omkostninger, og lige så mange hvert resultat, hvem de end "
        "er (mcar)."
    ),
    "trial_mar": (
        "{share} af personerne mangler omkostninger, og lige så mange hvert resultat, efter "
        "{column} (mar): med {reference} oftest, hvor tallet er højt, ellers hvor det er lavt."
    ),
    "trial_mnar": (
        "{share} af personerne mangler omkostninger, og lige så mange hvert resultat, efter dets "
        "egen størrelse (mnar): med {reference} oftest dem, der har meget, ellers dem, der har "
        "lidt."
    ),
    "trial_cut": (
        "{share} af personerne følges ikke til ende, i en hvilken som helst måned og hvem de end "
        "er: Deres omkostninger indtil da står der, deres resultater mangler."
    ),
    "trial_roughly": (
        "Udledt af standardfejl og ikke offentliggjort: hvor forskellige personer er i {labels}. "
        "Tag øvelsens styrke som et groft fingerpeg."
    ),
    "trial_alike": (
        "Ingen ved, hvor forskellige personer er i {labels}: alle i en gruppe har samme beløb, så "
        "data ser mere sikre ud end virkelige. Angiv det under spread: i scenariet."
    ),
    "trial_no_level": (
        "For {labels} har scenariet kun forskellen: niveauet med {reference} er opdigtet, så kun "
        "forskellen betyder noget."
    ),
    "trial_left_out": (
        "Ikke med i dataene, fordi scenariet ikke siger nok om det for hver gruppe, eller fordi "
        "ingen har noget: {labels}."
    ),
    "trial_title": "SYNTETISKE DATA (ingen er fulgt): {title}",
    "trial_population": "opdigtede personer (SYNTETISKE data)",
    "trial_next": "næste skridt: ipscost analyse {data} --model {model}",
    "trial_name": "SYNTETISK",
    "trial_comment": (
        "SYNTETISK: opdigtede data at øve sig på. Ingen er fulgt; skrevet af ipscost trial."
    ),
    "trial_present": (
        "Beløbene er allerede nutidsværdier for hele perioden, så her diskonteres intet."
    ),
    "trial_as_stated": "som i det scenarie, de opdigtede personer er trukket ud fra",
}
