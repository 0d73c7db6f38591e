"""The headings that columns of results have in the programs that write them."""

from __future__ import annotations

from ipscost.directions import DALYS

DRAW = (
    *("draw", "draws", "sim", "sims", "simulation", "simulation_id", "sim_id", "nsim"),
    *(
        "nsamp",
        "iteration",
        "iterations",
        "iter",
        "sample",
        "sample_id",
        "replicate",
        "replication",
        "rep",
    ),
    *("run", "psa_id", "psa_run", "index", "traekning", "simulering"),
)
"""Headings of the column that numbers the draws."""

ROWS = ("", "x", "unnamed_0")
"""Headings of a first column in which R or pandas has numbered the rows."""

ARM = (
    *("arm", "arms", "strategy", "strategies", "strategy_name", "strategy_names", "strategy_id"),
    *("treatment", "treatments", "treatment_name", "trt", "intervention", "interventions"),
    *("comparator", "option", "alternative", "strategi", "behandling", "indsats"),
)
COST = ("cost", "costs", "total_cost", "total_costs", "cost_total", "omkostning", "omkostninger")
EXTRA = ("merudgift", "merudgifter", "meromkostning", "meromkostninger", "extra_cost", "added_cost")
"""Headings of the difference in cost."""
SAVING = ("saving", "savings", "besparelse", "besparelser")
"""Words for a cost with the opposite sign."""
QALY = ("qaly", "qalys", "total_qaly", "total_qalys")
SHORT_COST, SHORT_EFFECT = ("c",), ("e", "eff", "u")
"""Short headings that count only if none of the longer ones occurs."""

NAMELESS = ("effect", "effects", "effectiveness", "outcome", "effekt", "effekter")
"""Headings of an effect that do not say what the effect is."""

EFFECT = (*NAMELESS, *QALY, *DALYS, "ly", "lys", "life_years", "utility")
OUTCOMES = (
    *("hours", "days", "weeks", "months", "years", "deaths", "death", "deceased"),
    *("survival", "events", "event", "cases", "case", "admissions", "admission", "visits", "falls"),
    *("infections", "relapses", "relapse", "remission", "response", "responders", "cured", "cures"),
    *(
        "employment",
        "employed",
        "job",
        "jobs",
        "work",
        "job_or_education",
        "education",
        "fractures",
    ),
    *("strokes", "births", "screened", "detected", "life_expectancy", "livsaar", "timer", "dage"),
    *("uger", "maaneder", "aar", "indlaeggelser", "doede", "i_job", "beskaeftigelse", "score"),
    *("hours_worked", "weeks_worked", "life_years_gained", "lyg", "qalys_gained", "effect_size"),
)
"""Headings of an effect that say what it is; other effects have to be asked for."""
GROUPS = (
    *("subgroup", "subgroups", "group", "grp", "grp_id", "population", "pop", "sex", "gender"),
    *("age_group", "country", "region", "scenario", "scenarios", "perspective", "dr", "rate"),
    *("discount_rate", "discount", "horizon", "wtp", "threshold", "run_id", "cohort", "analysis"),
    *("undergruppe", "gruppe", "koen", "version", "model", "category", "batch", "seed"),
)
"""Headings of a column that distinguishes several results stacked in one file."""
