"""Ord om forløbsuger."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_weeks_states": (
        "Uger i hver tilstand, pr. person, af {weeks} fulgte uger ({level}-interval)"
    ),
    "title_weeks_paid": (
        "Ydelser pr. betaler og person over {weeks} uger, ikke diskonteret ({level}-interval)"
    ),
    "weeks_more": "Uger i hver tilstand og ydelser pr. betaler: --only weeks og --only benefits.",
    "title_weeks_moves_week": "Overgange fra uge til uge, af alle uger i tilstanden",
    "title_weeks_moves_month": "Overgange fra måned til måned, af alle måneder i tilstanden",
    "title_weeks_moves_year": "Overgange fra år til år, af alle år i tilstanden",
    "title_weeks_behind": "{ladder}: tilbagelagte uger ved starten og personer efter trin",
    "weeks_cite": (
        "Egne forløbsuger, talt den {date} (fil {file}, SHA-256 {digest}; koder som i {codes})"
    ),
    "weeks_told": "Af ugerne: {text}.",
    "weeks_state": "Tilstand",
    "weeks_move": "Overgang",
    "weeks_step": "Trin",
    "weeks_of": "{count} af {steps}",
    "weeks_from": "fra cyklus {first}",
    "weeks_behind": "Tilbagelagte uger, gennemsnit op til sidste trin",
    "note_weeks_rule_week": "Overgange er talt fra uge til uge.",
    "note_weeks_rule_month": (
        "En persons tilstand i en måned er den, ugen viser, hvor måneden begynder. En måned er "
        "1/12 af 365,25 dage, dvs. 4,35 uger og ikke 4."
    ),
    "note_weeks_rule_year": (
        "En persons tilstand i et år er den, ugen viser, hvor året begynder. Et år er 365,25 dage, "
        "dvs. 52,18 uger."
    ),
    "note_weeks_paid": (
        "Ydelser efter betaler er talt uge for uge ud fra hver persons egne tilbagelagte uger. Et "
        "scenarie har ét antal tilbagelagte uger for alle, så dets egne regnskaber kan afvige fra "
        "disse tal."
    ),
}
