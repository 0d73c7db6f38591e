"""The words of what a sentence takes for granted, and of what changes nothing; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "given_if": (", if {parts}", ", hvis {parts}"),
    "given_and": (" and if ", ", og hvis "),
    "given_exact_one": (
        "1 number without a stated uncertainty is exact",
        "1 tal uden angivet usikkerhed passer præcist",
    ),
    "given_exact_many": (
        "{count} numbers without a stated uncertainty are exact",
        "{count} tal uden angivet usikkerhed passer præcist",
    ),
    "given_assumed_one": (
        "the assumption about 1 number holds",
        "antagelsen om 1 tal holder",
    ),
    "given_assumed_many": (
        "the assumptions about {count} numbers hold",
        "antagelserne om {count} tal holder",
    ),
    "given_extrapolated_none": ("the extrapolation holds", "fremskrivningen holder"),
    "given_extrapolated_one": (
        "the assumption about 1 number and the extrapolation hold",
        "antagelsen om 1 tal og fremskrivningen holder",
    ),
    "given_extrapolated_many": (
        "the assumptions about {count} numbers and the extrapolation hold",
        "antagelserne om {count} tal og fremskrivningen holder",
    ),
    "given_construction": (
        "The uncertainty of the saving is by construction: it was chosen to agree with a published "
        "figure.",
        "Usikkerheden om besparelsen er fastlagt på forhånd: den er valgt, så den passer med et "
        "offentliggjort tal.",
    ),
    "given_intervals": ("The intervals hold if {parts}.", "Intervallerne gælder, hvis {parts}."),
    "given_sure": (
        "The probabilities and intervals hold if {parts}.",
        "Sandsynlighederne og intervallerne gælder, hvis {parts}.",
    ),
    "unmeasured_one": (
        "This says nothing of 1 number that the choice depends on and that has no stated "
        "uncertainty: it may be worth measuring too.",
        "Det siger intet om 1 tal, som valget afhænger af, og som ingen angivet usikkerhed har: "
        "det kan også være værd at måle.",
    ),
    "unmeasured_many": (
        "This says nothing of {count} numbers that the choice depends on and that have no stated "
        "uncertainty: they may be worth measuring too.",
        "Det siger intet om {count} tal, som valget afhænger af, og som ingen angivet usikkerhed "
        "har: de kan også være værd at måle.",
    ),
    "given_alike_one": (
        "the number that they have from different sources errs alike in both",
        "fejlen i det tal, som de har fra hver sin kilde, er den samme i begge",
    ),
    "given_alike_many": (
        "the {count} numbers that they have from different sources err alike in both",
        "fejlen i de {count} tal, som de har fra hver sin kilde, er den samme i begge",
    ),
    "note_variance_fixed": (
        "The shares are of the stated uncertainty: numbers that the total depends on and that have "
        "none are in no share: {paths}.",
        "Andelene er af den angivne usikkerhed: tal, som totalen afhænger af, og som ingen har, "
        "er ikke med i nogen andel: {paths}.",
    ),
    "unmoved_one": (
        "Changing {paths} leaves the saving as it is: no difference in cost that counts here "
        "depends on it.",
        "At {paths} er ændret, ændrer ikke besparelsen: ingen forskel i omkostning, der tæller "
        "her, afhænger af det.",
    ),
    "unmoved_many": (
        "Changing {paths} leaves the saving as it is: no difference in cost that counts here "
        "depends on them.",
        "At {paths} er ændret, ændrer ikke besparelsen: ingen forskel i omkostning, der tæller "
        "her, afhænger af dem.",
    ),
}
