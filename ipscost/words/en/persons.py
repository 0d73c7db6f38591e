"""The words about how persons differ, and about following them one by one."""

from __future__ import annotations

WORDS = {
    "spread_chosen": "chosen here; nobody has measured it in this group",
}
