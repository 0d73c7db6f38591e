"""The words about probabilistic results made elsewhere."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "psa_effect": "Effekt",
    "psa_qaly": "QALY",
    "psa_daly": "DALY",
    "note_psa_reference": (
        "De øvrige arme holdes op imod {arm}, den første i filen; --reference vælger en anden."
    ),
    "note_psa_commas": "{file} er læst med decimalkomma: 1,5 er halvanden.",
    "note_psa_gaps": (
        "Trækningerne i {file} er nummereret fra {first} til {last}, men {missing} af numrene "
        "mangler. Er rækkerne gået tabt, er det, de sagde, det også."
    ),
    "note_psa_expected": (
        "{file} rummer kun forventede værdier, en række pr. arm, så der kan intet siges om, hvor "
        "sikre de er."
    ),
    "note_psa_effect": "Effekten er det, som {file} kalder {name}.",
    "note_psa_cost_alone": "{file} har ingen effekter: kun omkostningen tæller.",
    "note_psa_unread": "Kolonner i {file}, som ikke er læst: {names}.",
    "note_psa_order": (
        "Trækningerne i {parameters} er parret med dem i {file} efter rækkefølgen, da ikke begge "
        "nummererer dem."
    ),
    "note_psa_fixed": (
        "Parametre, der er ens i hver trækning, har intet at fortælle og er udeladt: {names}."
    ),
    "note_psa_derived": (
        "Kolonner eller arme i {file}, der i hver trækning følger af andre, er ikke arme og er "
        "udeladt: {formulas}."
    ),
    "note_psa_rows": "Rækker i {file}, der ikke er trækninger, er udeladt: {names}.",
    "note_psa_titles": (
        "Overskrifterne i {file} står på linje {line}; det, der står over dem, er ikke læst."
    ),
    "note_psa_western": (
        "{file} er ikke i UTF-8 og er læst som Windows-1252; se navnene efter for skæve bogstaver."
    ),
    "note_psa_thousands": (
        "{file} er læst med tusindtalsskilletegn: {example} er femten hundrede, som filens øvrige "
        "tal viser."
    ),
    "note_psa_net_benefit": (
        "{file} rummer nettogevinster, som gælder ved én tærskel; hvad en effekt er værd, kan ikke "
        "varieres."
    ),
    "note_psa_results": (
        "Kolonner i {file}, der rummer resultater og ikke det, der blev trukket, er udeladt: "
        "{names}."
    ),
}
