"""Texts of a scenario: plain, or one in each language."""

from __future__ import annotations

from pathlib import Path

import builders
import pytest
import yaml

import ipscost
from ipscost.loading.text import yamldoc
from ipscost.scenario.nouns import Label
from ipscost.words.text import Text

BOTH = "{en: a guess, da: et gæt}"
GUESS = builders.label("a guess", "et gæt")
CARE = builders.CARE.replace("source: study table 1", f"assumption: {BOTH}")


def read(text: Text | None) -> Label:
    """A text as it is told in each language."""
    assert text is not None
    return builders.label(text.tell("en"), text.tell("da"))


def test_a_plain_text_is_the_same_in_both_languages() -> None:
    found = builders.load(builders.text(builders.CARE + "  note: By hand\n"))
    assert found.categories[0].note == Label.same("By hand")


def test_a_text_may_be_stated_in_each_language() -> None:
    found = builders.load(
        builders.text(
            CARE.replace("se: 50}", f"se: 50, note: {BOTH}}}") + f"  note: {BOTH}\n",
            outcome=builders.JOB + f"  note: {BOTH}\n",
            discount=f"{{cost: 0, outcome: 0, note: {BOTH}}}",
            more=f"""
            note: {BOTH}
            reproduces:
              - {{what: p, arm: ips, value: 0.1, to: 0.1, source: study, note: {BOTH}}}
            """,
        ).replace("sure: verified", f"sure: verified, note: {BOTH}")
    )
    care = found.categories[0]
    assert found.note == found.discount.note == care.note == care.arms["ips"].note == GUESS
    assert found.outcomes[0].note == found.targets[0].note == found.sources["study"].note == GUESS


def test_what_is_not_said_is_no_text() -> None:
    found = builders.load(builders.text())
    care = found.categories[0]
    assert (found.note, found.discount.note, care.note) == (None, None, None)
    assert (care.arms["ips"].note, care.arms["ips"].assumption) == (None, None)


def test_an_assumption_in_both_languages_holds_for_the_numbers_below() -> None:
    (care,) = builders.load(builders.text(CARE)).categories
    assert [number.assumption for number in care.numbers] == [GUESS, GUESS]


def test_an_assumption_of_the_category_holds_for_its_use() -> None:
    ward = builders.HOSPITAL.replace("    price:", f"    assumption: {BOTH}\n    price:")
    found = builders.load(builders.text(ward)).categories[0]
    assert {number.assumption for number in found.numbers} == {GUESS}


def test_an_assumption_can_be_set_in_both_languages() -> None:
    setting = "cost.care.assumption={en: theirs, da: deres}"
    (care,) = builders.load(builders.text(CARE), setting).categories
    assert read(care.arms["usual"].assumption) == builders.label("theirs", "deres")


def test_an_assumption_can_be_set_as_plain_text() -> None:
    (care,) = builders.load(builders.text(CARE), "cost.care.assumption='our own'").categories
    assert care.arms["usual"].assumption == Label.same("our own")


def test_a_number_set_on_the_command_line_says_so_in_both_languages() -> None:
    (care,) = builders.load(builders.text(), "cost.care.ips.difference=-200").categories
    assert read(care.arms["ips"].assumption) == builders.label(
        "difference set on the command line (the file's number is from study table 1)",
        "difference er ændret på kommandolinjen (filens eget tal er fra study table 1)",
    )


def test_what_was_assumed_before_is_kept_in_both_languages() -> None:
    (care,) = builders.load(builders.text(CARE), "cost.care.ips.difference=-200").categories
    assert read(care.arms["ips"].assumption) == builders.label(
        "difference set on the command line; a guess",
        "difference er ændret på kommandolinjen; et gæt",
    )


@pytest.mark.parametrize("text", ["{en: anew, da: forfra}", "{da: forfra, en: anew}"])
def test_a_variant_replaces_a_text_whole(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    base = builders.CARE + f"  note: {BOTH}\n  assumption: {BOTH}\n"
    Path("base.yaml").write_text(builders.text(base), encoding="utf-8")
    lines = f"cost: {{care: {{note: {text}, assumption: {text}}}}}\n"
    head = "ipscost: 1\nextends: base.yaml\ntitle: Variant\n"
    Path("variant.yaml").write_text(head + lines, encoding="utf-8")
    (care,) = ipscost.load("variant.yaml").categories
    assert care.note == care.arms["ips"].assumption == builders.label("anew", "forfra")


@pytest.mark.parametrize("key", ["note", "assumption"])
def test_a_variant_does_not_take_the_other_language_from_the_text_below(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("base.yaml").write_text(builders.text(CARE + f"  note: {BOTH}\n"), encoding="utf-8")
    lines = f"title: Variant\ncost: {{care: {{{key}: {{en: anew}}}}}}\n"
    Path("variant.yaml").write_text(f"ipscost: 1\nextends: base.yaml\n{lines}", encoding="utf-8")
    with pytest.raises(ipscost.ScenarioError) as caught:
        ipscost.load("variant.yaml")
    assert f"error[E102] cost.care.{key}: expected the key da, found none" in str(caught.value)


def test_how_uncertainty_was_stated_is_said_in_both_languages() -> None:
    text = builders.CARE.replace("se: 100", "interval: [850.5, 1149.5]").replace(
        "se: 50", "p: 0.09"
    )
    (care,) = builders.load(builders.text(text, outcome=builders.JOB)).categories
    assert read(care.arms["usual"].way) == builders.label(
        "95% interval 850.5 to 1149.5", "95%-interval 850,5 til 1149,5"
    )
    assert read(care.arms["ips"].way) == builders.label("p 0.09 (two-sided)", "p 0,09 (tosidet)")


def test_the_level_of_an_interval_keeps_its_decimals() -> None:
    text = builders.CARE.replace("se: 100", "interval: [850, 1150], level: 0.975")
    way = builders.load(builders.text(text)).categories[0].arms["usual"].way
    assert read(way) == builders.label("97.5% interval 850 to 1150", "97,5%-interval 850 til 1150")


def test_the_characters_that_are_not_allowed_are_those_of_yaml_and_the_byte_order_mark() -> None:
    edges = (0x9, 0xA, 0xD, 0x20, 0x7E, 0x85, 0xA0, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0x10000)
    near = {code + step for code in edges for step in (-1, 0, 1)} | {0, 0x1F, 0x9F, 0x10FFFF}
    for character in map(chr, sorted(near)):
        of_yaml = yaml.reader.Reader.NON_PRINTABLE.search(character) is not None
        found = yamldoc._FORBIDDEN.search(character) is not None
        assert found == (of_yaml or character == "\ufeff"), hex(ord(character))
