"""The words about probabilistic results made elsewhere, in both languages; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "psa_effect": ("Effect", "Effekt"),
    "psa_qaly": ("QALYs", "QALY"),
    "psa_daly": ("DALYs", "DALY"),
    "note_psa_reference": (
        "The other arms are held against {arm}, the first in the file; --reference names another.",
        "De øvrige arme holdes op imod {arm}, den første i filen; --reference vælger en anden.",
    ),
    "note_psa_commas": (
        "{file} was read with decimal commas: 1,5 is one and a half.",
        "{file} er læst med decimalkomma: 1,5 er halvanden.",
    ),
    "note_psa_gaps": (
        "The draws of {file} are numbered from {first} to {last}, but {missing} of these numbers "
        "are missing. If the rows were lost, so was what they said.",
        "Trækningerne i {file} er nummereret fra {first} til {last}, men {missing} af numrene "
        "mangler. Er rækkerne gået tabt, er det, de sagde, det også.",
    ),
    "note_psa_expected": (
        "{file} holds expected values alone, one row an arm, so nothing can be said about how "
        "sure they are.",
        "{file} rummer kun forventede værdier, en række pr. arm, så der kan intet siges om, hvor "
        "sikre de er.",
    ),
    "note_psa_effect": (
        "The effect is what {file} calls {name}.",
        "Effekten er det, som {file} kalder {name}.",
    ),
    "note_psa_cost_alone": (
        "{file} has no effects: cost alone counts.",
        "{file} har ingen effekter: kun omkostningen tæller.",
    ),
    "note_psa_unread": (
        "Columns of {file} that were not read: {names}.",
        "Kolonner i {file}, som ikke er læst: {names}.",
    ),
    "note_psa_order": (
        "The draws of {parameters} were matched with those of {file} by their order, since not "
        "both number them.",
        "Trækningerne i {parameters} er parret med dem i {file} efter rækkefølgen, da ikke begge "
        "nummererer dem.",
    ),
    "note_psa_fixed": (
        "Parameters that are the same in every draw have nothing to tell and are left out: "
        "{names}.",
        "Parametre, der er ens i hver trækning, har intet at fortælle og er udeladt: {names}.",
    ),
    "note_psa_derived": (
        "Columns or arms of {file} that follow from others in every draw are no arms and are left "
        "out: {formulas}.",
        "Kolonner eller arme i {file}, der i hver trækning følger af andre, er ikke arme og er "
        "udeladt: {formulas}.",
    ),
    "note_psa_rows": (
        "Rows of {file} that are no draws were left out: {names}.",
        "Rækker i {file}, der ikke er trækninger, er udeladt: {names}.",
    ),
    "note_psa_titles": (
        "The headings of {file} stand on line {line}; what stands above them was not read.",
        "Overskrifterne i {file} står på linje {line}; det, der står over dem, er ikke læst.",
    ),
    "note_psa_western": (
        "{file} is not in UTF-8 and was read as Windows-1252; check the names for odd letters.",
        "{file} er ikke i UTF-8 og er læst som Windows-1252; se navnene efter for skæve bogstaver.",
    ),
    "note_psa_thousands": (
        "{file} was read with a mark for thousands: {example} is fifteen hundred, as its other "
        "numbers show.",
        "{file} er læst med tusindtalsskilletegn: {example} er femten hundrede, som filens øvrige "
        "tal viser.",
    ),
    "note_psa_net_benefit": (
        "{file} holds net benefits, which are at one threshold; what an effect is worth cannot be "
        "varied.",
        "{file} rummer nettogevinster, som gælder ved én tærskel; hvad en effekt er værd, kan ikke "
        "varieres.",
    ),
    "note_psa_results": (
        "Columns of {file} that hold results, not what was drawn, are left out: {names}.",
        "Kolonner i {file}, der rummer resultater og ikke det, der blev trukket, er udeladt: "
        "{names}.",
    ),
}
