"""What is wrong with studies that were to be pooled."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "--pool: nobody or everybody of an arm was reached in {studies}; add --allow zero to add half "
    "a person to each group of such a study, or choose others": (
        "--pool: ingen eller alle i en arm nåede udfaldet i {studies}; tilføj --allow zero for at "
        "lægge en halv person til hver gruppe i en sådan evaluering, eller vælg andre"
    ),
    "--pool: the outcomes are unlike: {outcomes}; {alike}add {options}": (
        "--pool: udfaldene er forskellige: {outcomes}; {alike}tilføj {options}"
    ),
    "--pool: the outcomes were measured after unlike times, in months: {months}; {alike}add "
    "--allow horizon": (
        "--pool: udfaldene er målt efter forskellig tid, i måneder: {months}; {alike}tilføj "
        "--allow horizon"
    ),
    "pool those that are alike, as {files}, or ": (
        "læg dem sammen, som er ens, altså {files}, eller "
    ),
    "--pool: none of {count} evaluations can be pooled: none is a study of people with a share of "
    "them as its outcome and an interval; give others, or leave out --group, --country and "
    "--design": (
        "--pool: ingen af {count} evalueringer kan lægges sammen: ingen er en undersøgelse af "
        "personer med en andel af dem som udfald og et interval; angiv andre, eller udelad "
        "--group, --country og --design"
    ),
    "--pool: a pool needs two evaluations or more, and only {study} can be pooled; give more, or "
    "leave out --group, --country and --design": (
        "--pool: der skal mindst to evalueringer til, og kun {study} kan bruges; angiv flere, "
        "eller udelad --group, --country og --design"
    ),
    "--pool: a pool needs two evaluations or more, and only {study} can be pooled: {left} is left "
    "out ({why}); give more": (
        "--pool: der skal mindst to evalueringer til, og kun {study} kan bruges: {left} er ikke "
        "med ({why}); angiv flere"
    ),
    "it shares people with {other}": "den har personer fælles med {other}",
    "its outcome is no share of people": "dens udfald er ikke en andel af personer",
    "a model or a review, no study of people": (
        "en model eller en oversigt, ikke en undersøgelse af personer"
    ),
    "it holds one form of the programme against another": (
        "den holder én form for indsatsen op mod en anden"
    ),
    "it does not say how sure its effect is": "den siger ikke, hvor sikker effekten er",
    "--allow counts for --pool; add --pool risk_ratio": (
        "--allow gælder for --pool; tilføj --pool risk_ratio"
    ),
}
