"""Who starts and who waits, where the posts have room for so many clients at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipscost.rollout.sums import running

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

SLACK = 1e-9
"""A need that is above the room by no more than this share of it has room: posts that are planned
for exactly the people who come must not keep any of them waiting for what rounding leaves."""


def binds(clients: Floats, room: Floats) -> Flags:
    """True for the draws in which somebody has to wait, (draw,).

    clients: who would be supported if everybody started when recruited; room: for how many clients
    there is room; both (month, draw).
    """
    over: Flags = clients > room * (1 + SLACK)
    waits: Flags = np.logical_or.reduce(over, axis=0)
    return waits


def started(recruited: Floats, support: Floats, room: Floats) -> Floats:
    """The people who start in each month, those who wait first, (month, draw).

    recruited: people who are ready to start; support: the share of them still supported k months
    later (`staff.supported_after`); room: for how many clients there is room; all (month, draw).

    started[t] = min(waiting + recruited[t], (room[t] - clients still supported) / S[0]), never
    below 0, where S[0], the support in the month of the start, is 1 unless that is shorter. Who
    does not start waits for the next month. It is deterministic: people are shares of them.
    """
    months = len(recruited)
    width = max(recruited.shape[1], support.shape[1], room.shape[1])
    begun = np.zeros((months, width))
    clients = np.zeros((months + len(support), width))  # those who started before
    waiting = np.zeros(width)
    first = np.where(support[0] > 0, support[0], 1.0)
    for month in range(months):
        ready = waiting + recruited[month]
        has_room = clients[month] + ready * first <= room[month] * (1 + SLACK)
        free = np.maximum(room[month] - clients[month], 0.0) / first
        begun[month] = np.where(has_room, ready, free)
        waiting = ready - begun[month]
        clients[month : month + len(support)] += begun[month] * support
    return begun


def waiting_at(recruited: Floats, begun: Floats) -> Floats:
    """The people who wait at the end of each month, (month, draw): recruited and not started."""
    ready = running(recruited)
    left = ready - running(begun)
    waiting: Floats = np.where(left > SLACK * ready, left, 0.0)
    return waiting
