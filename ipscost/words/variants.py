"""Whole sentences in many variants, for the words of a language: each has a key of its own.

What is told names one key. Which parts the sentences under these keys have in common is known to
the language alone; one in which the parts do not fit together writes the sentences out.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

LOWER = "_lower"
"""How the key of a sentence ends that is told where less of an outcome is better."""


def filled(sentences: Mapping[str, str], **parts: Mapping[str, str]) -> dict[str, str]:
    """Each sentence with each combination of parts, which stand in it as `{name}`.

    The names of the parts that were chosen stand behind the key.

    >>> filled({"fruit": "I eat {how}."}, how={"one": "an apple", "many": "{count} apples"})
    {'fruit_one': 'I eat an apple.', 'fruit_many': 'I eat {count} apples.'}
    """
    found = {}
    for key, text in sentences.items():
        for chosen in product(*parts.values()):
            variant = text
            for name, part in zip(parts, chosen, strict=True):
                variant = variant.replace(f"{{{name}}}", parts[name][part])
            found["_".join((key, *chosen))] = variant
    return found


def listed(
    sentences: Mapping[str, str], between: str, **parts: Mapping[str, str]
) -> dict[str, str]:
    """Each sentence with each combination of parts, which stand in it as `{parts}`, joined.

    An empty part is left out, and so are sentences without any.

    >>> listed({"eat": "I eat {parts}."}, " and ", a={"no": "", "one": "an apple"}, b={"pear": "x"})
    {'eat_no_pear': 'I eat x.', 'eat_one_pear': 'I eat an apple and x.'}
    """
    found = {}
    for key, text in sentences.items():
        for chosen in product(*parts.values()):
            texts = [parts[name][part] for name, part in zip(parts, chosen, strict=True)]
            told = between.join(filter(None, texts))
            if told:
                found["_".join((key, *chosen))] = text.replace("{parts}", told)
    return found


def ended(sentences: Mapping[str, str], endings: Mapping[str, str]) -> dict[str, str]:
    """Each sentence with each ending, the name of which stands behind the key, before `_lower`.

    >>> ended({"eat": "I eat", "eat_lower": "I fast"}, {"_now": " now."})
    {'eat_now': 'I eat now.', 'eat_now_lower': 'I fast now.'}
    """
    return {
        key.removesuffix(LOWER) + name + (LOWER if key.endswith(LOWER) else ""): text + ending
        for key, text in sentences.items()
        for name, ending in endings.items()
    }
