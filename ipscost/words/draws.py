"""The words about draws: how they are made, which go together, and how far they may be off."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "run_draws": ("{draws}, seed {seed}", "{draws}, startværdi {seed}"),
    "drawn_one": ("1 draw", "1 trækning"),
    "drawn_random": ("{draws} draws", "{draws} trækninger"),
    "drawn_sobol": ("{draws} draws from Sobol points", "{draws} trækninger fra Sobol-punkter"),
    "run_point": ("no draws", "ingen trækninger"),
    # drawn together
    "note_drawn": (
        "Each uncertain number is drawn independently of the others.",
        "Hvert usikkert tal trækkes uafhængigt af de andre.",
    ),
    "note_drawn_others": (
        "All other uncertain numbers are drawn independently.",
        "Alle andre usikre tal trækkes uafhængigt.",
    ),
    "note_together": (
        "Drawn together, {label}: {paths}; correlation {rho} ({source}).",
        "Trækkes sammen, {label}: {paths}; korrelation {rho} ({source}).",
    ),
    "together_from_to": ("from {low} to {high}", "fra {low} til {high}"),
    "together_assumed": ("assumed", "antaget"),
    "note_covariance": (
        "Correlated numbers are multiplied in {labels}; the expected value has their covariance in "
        "it.",
        "Korrelerede tal ganges med hinanden i {labels}; deres kovarians er regnet med i den "
        "forventede værdi.",
    ),
    "note_sure_together": (
        "How sure the correlations are: {parts}.",
        "Hvor sikre korrelationerne er: {parts}.",
    ),
    "note_together_differs": (
        "Not drawn alike in {names}, which correlate other numbers: {paths}. The interval of the "
        "difference holds that too.",
        "Trækkes ikke ens i {names}, som korrelerer andre tal: {paths}. Det indgår også i "
        "forskellens interval.",
    ),
    "inputs_correlation": ("correlation {rho} of {paths}", "korrelation {rho} mellem {paths}"),
    "step_together": ("drawn together", "trækkes sammen"),
    "together_is": (
        "correlation of the normal scores {parts} ({label}; {source})",
        "korrelation mellem normalscorerne {parts} ({label}; {source})",
    ),
    "together_pair": ("{rho} with {path}", "{rho} med {path}"),
    "step_covariance": ("covariance", "kovarians"),
    "covariance_is": (
        "numbers that are multiplied are correlated, which changes the expected amount: {parts}",
        "tal, der ganges med hinanden, er korrelerede, og det ændrer det forventede beløb: {parts}",
    ),
    "covariance_part": ("{arm} {amount} {unit}", "{arm} {amount} {unit}"),
    # the Monte Carlo error
    "note_sampling": (
        "Monte Carlo error with {draws} draws: {mean} for the mean of the draws of the total, "
        "{ends} for the ends of its {level} interval. Expected values are exact, not means of "
        "draws.",
        "Monte Carlo-fejl med {draws} trækninger: {mean} for gennemsnittet af totalens "
        "trækninger, {ends} for enderne af dens {level}-interval. Forventede værdier er regnet "
        "præcist og er ikke gennemsnit af trækninger.",
    ),
    "note_sampling_compared": (
        "Monte Carlo error with {draws} draws: {ends} for the ends of the {level} interval of the "
        "difference in saving. Expected values are exact, not means of draws.",
        "Monte Carlo-fejl med {draws} trækninger: {ends} for enderne af {level}-intervallet for "
        "forskellen i besparelse. Forventede værdier er regnet præcist og er ikke gennemsnit af "
        "trækninger.",
    ),
    "the_gap": ("the difference", "forskellen"),
    "note_digits": (
        "More draws may change the last digits of an interval: {parts}.",
        "Flere trækninger kan ændre de sidste cifre i et interval: {parts}.",
    ),
    "note_digits_none": (
        "More draws are unlikely to change a digit of the intervals of the total and the outcomes.",
        "Flere trækninger vil næppe ændre et ciffer i intervallerne for totalen og resultaterne.",
    ),
    "digits_of": ("{count} for {label}", "{count} for {label}"),
    "the_total": ("the total", "totalen"),
}
