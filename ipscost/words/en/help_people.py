"""The words of --help: the commands about individual data."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "brief_analyse": "Individual data to an evaluation and a scenario.",
    "command_analyse": (
        "Turn individual data, a row for each person, into an economic evaluation: what an arm "
        "costs and gives, who pays, what is missing and what the method changes. A scenario with a "
        "section data (--model) says what the columns hold. Everything stays on this machine."
    ),
    "option_data": "Individual data, a row for each person: CSV, a workbook, or - for stdin.",
    "option_analyse_model": "The model file: a scenario that says which columns hold what.",
    "option_analyse_out": "Write what was found as a scenario that every other command takes.",
    "option_analyse_force": "Let --out replace a file.",
    "option_analyse_outcome": "The outcome that counts beside cost; else the first in the data.",
    "option_analyse_wtp": "What one more of the outcome is worth; gives the net benefit.",
    "option_analyse_interval": "Where intervals come from; bootstrap imputes each sample once.",
    "option_analyse_imputations": (
        "How many imputations; auto is as many as bring the Monte Carlo error of each estimate "
        "below 5% of its standard error."
    ),
    "option_analyse_bootstraps": "Samples of --interval bootstrap.",
    "option_analyse_mnar": (
        "Show the answer too if what is imputed is higher or lower, as in psychiatric:+10%, or in "
        "one arm, qaly:-0.05:ips; may be given several times."
    ),
    "option_analyse_cluster": (
        "Allow for people of one site being alike; robust where there are 10 sites or more."
    ),
    "option_analyse_weeks": "Register weeks: rows of person, week and code, or a column a week.",
    "option_analyse_codes": "What the codes of --weeks mean: code;state;benefit;behind.",
    "option_analyse_min_cell": "Hold back counts of fewer people than this.",
    "option_analyse_seed": "Seed of imputations and samples; the same seed gives the same answer.",
}
