"""A stream belongs to its name and the seed, and to nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from ipscost.drawing import streams
from ipscost.drawing.streams import Streams


def test_the_first_number_of_seed_1_is_the_one_it_has_always_been() -> None:
    found = streams.uniforms(1, "cost.psychiatric.hospital.ips", 2)
    assert found.tolist() == [0.7955893391524577, 0.3912246074008262]


def test_a_stream_does_not_depend_on_what_was_drawn_before() -> None:
    alone = streams.uniforms(1, "b", 5)
    streams.uniforms(1, "a", 1000)
    assert streams.uniforms(1, "b", 5).tolist() == alone.tolist()


def test_the_first_of_more_numbers_are_the_same() -> None:
    assert streams.uniforms(3, "a", 1000)[:10].tolist() == streams.uniforms(3, "a", 10).tolist()


def test_different_names_give_different_numbers() -> None:
    names = ["a", "b", "A", "a ", "ab", "ba", "", "å"]
    firsts = {float(streams.uniforms(1, name, 1)[0]) for name in names}
    assert len(firsts) == len(names)


def test_different_seeds_give_different_numbers() -> None:
    firsts = {float(streams.uniforms(seed, "a", 1)[0]) for seed in range(50)}
    assert len(firsts) == 50


def test_two_streams_are_not_correlated() -> None:
    n = 100_000
    one, other = streams.uniforms(1, "cost.a.ips", n), streams.uniforms(1, "cost.b.ips", n)
    assert abs(np.corrcoef(one, other)[0, 1]) < 4 / np.sqrt(n)


def test_every_number_lies_inside_zero_and_one() -> None:
    found = streams.uniforms(1, "a", 100_000)
    assert found.min() > 0
    assert found.max() < 1


def test_a_zero_becomes_the_smallest_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    class Zeros:
        def random(self, n: int) -> np.ndarray:
            return np.zeros(n)

    monkeypatch.setattr(streams.np.random, "Generator", lambda bits: Zeros())
    assert streams.uniforms(1, "a", 2).tolist() == [2.0**-54, 2.0**-54]


def test_the_people_of_a_draw_have_its_numbers_in_whichever_block_it_lies() -> None:
    whole, part = Streams(3), Streams(3, first=5)
    assert part.uniforms("need", 2, 4).tolist() == whole.uniforms("need", 7, 4).tolist()
    found = {tuple(whole.uniforms(name, draw, 4)) for name in ("need", "fall") for draw in (0, 1)}
    assert len(found) == 4
    assert whole.uniforms("need", 0, 9)[:4].tolist() == whole.uniforms("need", 0, 4).tolist()


def test_shared_streams_are_the_same_in_all_draws() -> None:
    shared = Streams(3, first=5, shared=True)
    first = Streams(3).uniforms("need", 0, 4).tolist()
    assert [shared.uniforms("need", draw, 4).tolist() for draw in (0, 3)] == [first, first]
