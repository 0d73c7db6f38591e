"""Ordene om, hvordan personer er forskellige, og om at følge dem en for en."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "valgt her; ingen har målt det i denne gruppe",
}
