"""The words about a programme that is rolled out in the calendar."""

from __future__ import annotations

WORDS = {
    "rollout_chosen": "chosen here; nobody has measured it for this programme",
    "rollout_others": "All others",
    "doubt_rollout_outcome": (
        "several outcomes are shares of people ({outcomes}), and it is not said by which one "
        "an extra person is counted"
    ),
}
