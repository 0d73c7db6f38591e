"""Words that are too long for their column are broken where a reader would break them."""

from __future__ import annotations

import pytest

from ipscost.formats.hyphens import fitted, longest, narrowest


@pytest.mark.parametrize(
    ("word", "width", "pieces"),
    [
        ("Produktivitetsgevinst", 19, "Produktivitets- gevinst"),
        ("diskonteringsrente", 16, "diskonterings- rente"),
        ("Uddannelsesstøtte", 14, "Uddannelses- støtte"),
        ("Jobcenterindsatser†", 16, "Jobcenterindsat- ser†"),
        ("Normalindsats", 11, "Normalind- sats"),
        ("DKK_2019/person/month", 16, "DKK_2019/person/ month"),
        ("cost.programme.ips.difference", 20, "cost.programme.ips. difference"),
        ("overgangsarbejde", 12, "overgangs- arbejde"),
        ("erhvervsaktivitet", 11, "erhvervs- aktivitet"),
        ("selvhjælpskursus", 12, "selvhjælps- kursus"),
        ("selvhjælpskursus", 8, "selv- hjælps- kursus"),
        ("(95%-interval)", 10, "(95%- interval)"),
    ],
)
def test_a_long_word_is_broken_at_a_mark_or_with_a_hyphen(
    word: str, width: int, pieces: str
) -> None:
    assert fitted(f"a {word}, b", max(width, len(word) + 9)) == f"a {word}, b"
    assert fitted(word, width) == pieces
    assert all(len(piece) <= width for piece in pieces.split())


def test_a_number_is_never_broken() -> None:
    for number in ("137,937.0342632", "-17.912", "0,01153442342342342", "2026-11-28"):
        assert fitted(number, 4).replace(" ", "") == number
        assert "- " not in fitted(number.replace("-", ""), 4)


def test_how_narrow_a_text_can_be() -> None:
    text = "Psykiatrisk sygehusbehandling, EUR_2016/person"
    assert longest(text) == len("sygehusbehandling,")
    assert narrowest(text) == 10
    assert narrowest("0.01153442342342342") == len("0.01153442342342342")
