"""The words of --help: the commands about individual data."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "brief_analyse": "Individual data to an evaluation and a scenario.",
    "command_analyse": (
        "Evaluate individual data, a row a person: what an arm costs and gives, who pays, what is "
        "missing and what the method changes. --model names a scenario with a section data, which "
        "says what the columns hold. Everything stays on this machine."
    ),
    "option_data": "Individual data, a row a person: CSV, a workbook, or - for stdin.",
    "option_analyse_model": "The model file: a scenario that says which columns hold what.",
    "option_analyse_out": "Write what was found as a scenario that every other command takes.",
    "option_analyse_force": "Let --out replace a file.",
    "option_analyse_outcome": "The outcome that counts beside cost; else the first in the data.",
    "option_analyse_wtp": "What one more of the outcome is worth: then net benefit is told.",
    "option_analyse_interval": "Where intervals come from; bootstrap imputes each sample once.",
    "option_analyse_imputations": (
        "How many imputations; auto until chance moves each estimate by at most 5% of its standard "
        "error."
    ),
    "option_analyse_bootstraps": "Samples of --interval bootstrap.",
    "option_analyse_mnar": (
        "Also the answer if what is imputed is moved, as in psychiatric:+10%, or in one arm, "
        "qaly:-0.05:ips; may be given several times."
    ),
    "option_analyse_cluster": (
        "How it counts that people of one site are alike; robust where there are 10 sites or more."
    ),
    "option_analyse_weeks": "Register weeks: person, week and code a row, or a column a week.",
    "option_analyse_codes": "What the codes of --weeks mean: code;state;benefit;behind.",
    "option_analyse_min_cell": "Hold back counts of fewer people than this.",
    "option_analyse_seed": "Seed of imputations and samples; the same seed gives the same answer.",
}
