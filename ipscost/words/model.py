"""The words of a model of states: its moves, its numbers, and the steps of a ladder."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "move_to": ("{origin} to {target}", "{origin} til {target}"),
    "move_out": ("Leaving {origin}", "Ud af {origin}"),
    "move_stay": ("Staying in {origin}", "Bliver i {origin}"),
    "way_count": ("{n} persons counted", "{n} personer talt"),
    "ladder_step": ("{label}: {step}", "{label}: {step}"),
    "doubt_unused": (
        "the number {name} is used nowhere, so it changes nothing",
        "tallet {name} bruges ingen steder, så det ændrer intet",
    ),
}
