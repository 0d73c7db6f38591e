"""Ordene om en indsats, der rulles ud i kalenderen."""

from __future__ import annotations

WORDS = {
    "rollout_chosen": "valgt her; ingen har målt det for denne indsats",
    "rollout_others": "Alle andre",
    "doubt_rollout_outcome": (
        "flere udfald er andele af mennesker ({outcomes}), og det er ikke sagt, hvilket en ekstra "
        "person tælles med"
    ),
}
