"""What is counted, one and many of it, in English and Danish; part of WORDS.

A unit of a scenario is an English word. One that is not listed has its regular plural in English,
where there is one; in Danish it has none. Money keeps its code: DKK_2024.
"""

from __future__ import annotations

import re

WORDS: dict[str, tuple[str, str]] = {
    "averted": ("{one} averted", "undgået {one}"),
    "avoided": ("{one} avoided", "undgået {one}"),
    "one_of_share": ("person with {label}", "person med {label}"),
    "one_of_share_avoided": ("person fewer with {label}", "person færre med {label}"),
    "one_of_unknown": ("unit of effect", "enhed af effekten"),
    "one_of_unknown_avoided": (
        "unit of effect avoided",
        "undgået enhed af effekten",
    ),
    "unit_share": ("share", "andel"),
    "unit_ratio": ("ratio", "forhold"),
    "one_QALY": ("QALY", "QALY"),
    "many_QALY": ("QALYs", "QALY"),
    "one_DALY": ("DALY", "DALY"),
    "many_DALY": ("DALYs", "DALY"),
    "one_admission": ("admission", "indlæggelse"),
    "many_admission": ("admissions", "indlæggelser"),
    "one_bed_day": ("bed day", "sengedag"),
    "many_bed_day": ("bed days", "sengedage"),
    "one_birth": ("birth", "fødsel"),
    "many_birth": ("births", "fødsler"),
    "one_call": ("call", "opkald"),
    "many_call": ("calls", "opkald"),
    "one_case": ("case", "tilfælde"),
    "many_case": ("cases", "tilfælde"),
    "one_child": ("child", "barn"),
    "many_child": ("children", "børn"),
    "one_complication": ("complication", "komplikation"),
    "many_complication": ("complications", "komplikationer"),
    "one_consultation": ("consultation", "konsultation"),
    "many_consultation": ("consultations", "konsultationer"),
    "one_contact": ("contact", "kontakt"),
    "many_contact": ("contacts", "kontakter"),
    "one_course": ("course", "forløb"),
    "many_course": ("courses", "forløb"),
    "one_crisis": ("crisis", "krise"),
    "many_crisis": ("crises", "kriser"),
    "one_day": ("day", "dag"),
    "many_day": ("days", "dage"),
    "one_death": ("death", "dødsfald"),
    "many_death": ("deaths", "dødsfald"),
    "one_episode": ("episode", "episode"),
    "many_episode": ("episodes", "episoder"),
    "one_event": ("event", "hændelse"),
    "many_event": ("events", "hændelser"),
    "one_fall": ("fall", "fald"),
    "many_fall": ("falls", "fald"),
    "one_fracture": ("fracture", "brud"),
    "many_fracture": ("fractures", "brud"),
    "one_hospitalisation": ("hospitalisation", "indlæggelse"),
    "many_hospitalisation": ("hospitalisations", "indlæggelser"),
    "one_hospitalization": ("hospitalization", "indlæggelse"),
    "many_hospitalization": ("hospitalizations", "indlæggelser"),
    "one_hour": ("hour", "time"),
    "many_hour": ("hours", "timer"),
    "one_infection": ("infection", "infektion"),
    "many_infection": ("infections", "infektioner"),
    "one_job": ("job", "job"),
    "many_job": ("jobs", "job"),
    "one_life": ("life", "liv"),
    "many_life": ("lives", "liv"),
    "one_life_year": ("life year", "leveår"),
    "many_life_year": ("life years", "leveår"),
    "one_LY": ("life year", "leveår"),
    "many_LY": ("life years", "leveår"),
    "one_meeting": ("meeting", "møde"),
    "many_meeting": ("meetings", "møder"),
    "one_minute": ("minute", "minut"),
    "many_minute": ("minutes", "minutter"),
    "one_month": ("month", "måned"),
    "many_month": ("months", "måneder"),
    "one_night": ("night", "nat"),
    "many_night": ("nights", "nætter"),
    "one_patient": ("patient", "patient"),
    "many_patient": ("patients", "patienter"),
    "one_person": ("person", "person"),
    "many_person": ("people", "personer"),
    "one_point": ("point", "point"),
    "many_point": ("points", "point"),
    "one_prescription": ("prescription", "recept"),
    "many_prescription": ("prescriptions", "recepter"),
    "one_readmission": ("readmission", "genindlæggelse"),
    "many_readmission": ("readmissions", "genindlæggelser"),
    "one_relapse": ("relapse", "tilbagefald"),
    "many_relapse": ("relapses", "tilbagefald"),
    "one_session": ("session", "session"),
    "many_session": ("sessions", "sessioner"),
    "one_sick_day": ("sick day", "sygedag"),
    "many_sick_day": ("sick days", "sygedage"),
    "one_stay": ("stay", "ophold"),
    "many_stay": ("stays", "ophold"),
    "one_stroke": ("stroke", "slagtilfælde"),
    "many_stroke": ("strokes", "slagtilfælde"),
    "one_suicide": ("suicide", "selvmord"),
    "many_suicide": ("suicides", "selvmord"),
    "one_treatment": ("treatment", "behandling"),
    "many_treatment": ("treatments", "behandlinger"),
    "one_visit": ("visit", "besøg"),
    "many_visit": ("visits", "besøg"),
    "one_week": ("week", "uge"),
    "many_week": ("weeks", "uger"),
    "one_workday": ("workday", "arbejdsdag"),
    "many_workday": ("workdays", "arbejdsdage"),
    "one_year": ("year", "år"),
    "many_year": ("years", "år"),
}

_FORMS = {
    form.lower(): key.partition("_")[2]
    for key, (text, _) in WORDS.items()
    if re.match(r"(one|many)_(?!of_)", key)
    for form in (text, key.partition("_")[2].replace("_", " "))
}
"""The listed units by how they may be written: crises, bed day, ly."""

_UNCERTAIN = re.compile(
    r"(s|x|z|ch|sh|o|f|fe|us|is|um|a|man|ing|ness|ment|ism|work|care)$", re.IGNORECASE
)
"""How words end of which the plural is not formed by an s, or which have none."""


def one(unit: str, language: str) -> str:
    """One of a unit: `week`, in Danish `uge`; of one that is not listed, the word itself."""
    listed = _listed(unit)
    return WORDS[f"one_{listed}"][language == "da"] if listed else _plain(unit)


def many(unit: str, language: str) -> str:
    """Many of a unit: `weeks`, in Danish `uger`; nothing where no plural is known."""
    listed = _listed(unit)
    if listed:
        return WORDS[f"many_{listed}"][language == "da"]
    plain = _plain(unit)
    if language == "da" or not plain or _UNCERTAIN.search(plain):
        return ""
    return f"{plain[:-1]}ies" if re.search(r"[^aeiouA-Z]y$", plain) else f"{plain}s"


def _listed(unit: str) -> str:
    """The listed unit that a word is, in whatever letters and number, or nothing."""
    form = _plain(unit).lower()
    return _FORMS.get(form) or _FORMS.get(form.removesuffix("s"), "")


def _plain(unit: str) -> str:
    return unit.replace("_", " ").strip()


def named(unit: str, language: str) -> str:
    """A unit that stands alone: `day/person`, in Danish `dage/person`."""
    if language != "da" or not unit:
        return unit
    head, *per = unit.split("/")
    head = WORDS[f"unit_{head}"][1] if f"unit_{head}" in WORDS else many(head, language) or head
    return "/".join((head, *(one(each, language) for each in per)))


def beside(unit: str, language: str) -> str:
    """A unit behind its number: `0.5 share`, in Danish `0,5 (andel)`."""
    text = named(unit, language)
    return f"({text})" if language == "da" and f"unit_{unit}" in WORDS else text
