"""The words about draws: how they are made, which go together, and how far they may be off."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "run_draws": "{draws}, startværdi {seed}",
    "drawn_one": "1 trækning",
    "drawn_random": "{draws} trækninger",
    "drawn_sobol": "{draws} trækninger fra Sobol-punkter",
    "run_point": "ingen trækninger",
    # drawn together
    "note_drawn": "Hvert usikkert tal trækkes uafhængigt af de andre.",
    "note_drawn_others": "Alle andre usikre tal trækkes uafhængigt.",
    "note_together": "Trækkes sammen ({label}): {paths}; korrelation {rho} ({source}).",
    "together_from_to": "fra {low} til {high}",
    "together_assumed": "antaget",
    "note_covariance": (
        "I {labels} ganges korrelerede tal med hinanden; deres kovarians er med i den forventede "
        "værdi."
    ),
    "note_sure_together": "Hvor godt korrelationerne er underbygget: {parts}.",
    "note_together_differs": (
        "Trækkes ikke ens i {names}, som korrelerer forskellige tal: {paths}. Det er med i "
        "forskellens interval."
    ),
    "inputs_correlation": "korrelation {rho} mellem {paths}",
    "step_together": "trækkes sammen",
    "together_is": "korrelation mellem normalscorerne {parts} ({label}; {source})",
    "together_pair": "{rho} med {path}",
    "step_covariance": "kovarians",
    "covariance_is": (
        "tal, der ganges med hinanden, er korrelerede, og det ændrer det forventede beløb: {parts}"
    ),
    "covariance_part": "{arm} {amount} {unit}",
    # the Monte Carlo error
    "note_sampling": (
        "Monte Carlo-fejl med {draws} trækninger: {mean} på den gennemsnitlige total, {ends} på "
        "enderne af dens {level}-interval. Forventede værdier er regnet eksakt og er ikke "
        "gennemsnit af trækninger."
    ),
    "note_sampling_compared": (
        "Monte Carlo-fejl med {draws} trækninger: {ends} på enderne af {level}-intervallet for "
        "forskellen i besparelse. Forventede værdier er regnet eksakt og er ikke gennemsnit af "
        "trækninger."
    ),
    "the_gap": "forskellen",
    "note_digits": "Flere trækninger kan ændre de sidste cifre i disse intervaller: {parts}.",
    "note_digits_none": (
        "Flere trækninger vil næppe ændre et ciffer i intervallerne for totalen og resultaterne."
    ),
    "digits_of": "{count} for {label}",
    "the_total": "totalen",
}
