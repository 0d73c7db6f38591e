"""The words about probabilistic results made elsewhere."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "psa_effect": "Effect",
    "psa_qaly": "QALYs",
    "psa_daly": "DALYs",
    "note_psa_reference": (
        "The other arms are held against {arm}, the first in the file; --reference names another."
    ),
    "note_psa_commas": "{file} was read with decimal commas: 1,5 is one and a half.",
    "note_psa_gaps": (
        "The draws of {file} are numbered from {first} to {last}, but {missing} of these numbers "
        "are missing. If the rows were lost, so was what they said."
    ),
    "note_psa_expected": (
        "{file} holds expected values alone, one row an arm, so nothing can be said about how "
        "sure they are."
    ),
    "note_psa_effect": "The effect is what {file} calls {name}.",
    "note_psa_cost_alone": "{file} has no effects: cost alone counts.",
    "note_psa_unread": "Columns of {file} that were not read: {names}.",
    "note_psa_order": (
        "The draws of {parameters} were matched with those of {file} by their order, since not "
        "both number them."
    ),
    "note_psa_fixed": (
        "Parameters that are the same in every draw have nothing to tell and are left out: {names}."
    ),
    "note_psa_derived": (
        "Columns or arms of {file} that follow from others in every draw are no arms and are left "
        "out: {formulas}."
    ),
    "note_psa_rows": "Rows of {file} that are no draws were left out: {names}.",
    "note_psa_titles": (
        "The headings of {file} stand on line {line}; what stands above them was not read."
    ),
    "note_psa_western": (
        "{file} is not in UTF-8 and was read as Windows-1252; check the names for odd letters."
    ),
    "note_psa_thousands": (
        "{file} was read with a mark for thousands: {example} is fifteen hundred, as its other "
        "numbers show."
    ),
    "note_psa_net_benefit": (
        "{file} holds net benefits, which are at one threshold; what an effect is worth cannot be "
        "varied."
    ),
    "note_psa_results": (
        "Columns of {file} that hold results, not what was drawn, are left out: {names}."
    ),
}
