"""The words of --help: the commands, their options, and what stands for a value."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # the page
    "help_usage": "Usage: {line}",
    "help_program": "What supported employment costs and saves: scenarios in, sourced results out.",
    "help_default": "{text} (default {value})",
    "help_example": "Example:",
    "help_examples": "Examples:",
    "help_more": "Help on a command: {command}",
    "help_first": "To begin: {command}",
    # groups of commands
    "commands_start": "Start",
    "commands_answer": "Answer",
    "commands_sure": "How sure is it",
    "commands_numbers": "Look into the numbers",
    "commands_away": "Take away",
    "commands_many": "Many scenarios at a time",
    "commands_around": "Editors and shells",
    # groups of options
    "panel_own": "Options",
    "panel_changes": "What is simulated",
    "panel_psa": "Results made elsewhere",
    "panel_draws": "How it is simulated",
    "panel_sharing": "Who computes it",
    "panel_output": "How the result is written",
    "panel_program": "Options before the command",
    # commands: a line in the list of them, and what their own help begins with
    "brief_new": "Write a commented scenario to start from.",
    "command_new": (
        "Write a commented scenario to start from, and the schema with which editors check it."
    ),
    "brief_check": "Find every mistake in a scenario, without running it.",
    "command_check": (
        "Check scenarios without running them: every problem at once, with its line and fix."
    ),
    "brief_list": "List the scenarios that come with ipscost.",
    "command_list": (
        "List the scenarios that come with ipscost. Their names can be used wherever a file is "
        "asked for."
    ),
    "brief_simulate": "What a scenario costs and saves per person.",
    "command_simulate": (
        "Simulate what a scenario costs and saves per person, compared with normal practice."
    ),
    "brief_payers": "Who gains and who pays, and from when.",
    "command_payers": (
        "Show who gains and who pays, why, how sure that is, and from which month each payer has "
        "its money back."
    ),
    "brief_distribution": "Who gains among people, and what the costliest carry.",
    "command_distribution": (
        "Show how savings and costs are spread over people: who gains and who does not, what holds "
        "whoever is costly in which arm, and what the costliest carry, by payer and category."
    ),
    "brief_budget": "What a rollout costs whom in which year.",
    "command_budget": (
        "Show what a rollout costs and saves by calendar year and payer, when it is paid back, and "
        "what must hold for that."
    ),
    "brief_compare": "Scenarios side by side, and why they differ.",
    "command_compare": (
        "Compare scenarios side by side: savings, payers, outcomes, and why they differ."
    ),
    "brief_cea": "Cost-effectiveness: what is paid for what is achieved.",
    "command_cea": (
        "Show what each arm costs for what it achieves, and how sure the choice between them is."
    ),
    "brief_evidence": "What published evaluations found, side by side.",
    "command_evidence": (
        "Show published evaluations side by side, a row each: against what, for whom, what was "
        "reached and what it cost. Without files, all that come with ipscost. What a new place "
        "may expect: --pool. To carry an effect over: transfer: in a scenario of your own."
    ),
    "brief_plot": "One picture: a file for a report, or in the terminal.",
    "command_plot": (
        "Draw one picture of a scenario: an SVG, PNG or PDF with --out, else in the terminal. "
        "The pictures: waterfall, months, payers, plane, ceac, tornado, evppi, analyses, icons, "
        "budget, cumulative, distribution, concentration, power, study."
    ),
    "brief_sensitivity": "Which numbers move the saving most.",
    "command_sensitivity": (
        "Show what moves the saving most: each number alone, then the file's scenario analyses."
    ),
    "brief_threshold": "How far a number may go before the answer turns.",
    "command_threshold": (
        "Find the value of a number at which the saving, or the net benefit, is zero."
    ),
    "brief_power": "What a study of so many people can see.",
    "command_power": (
        "Show what a study of so many people can see of an effect: power, assurance, the interval, "
        "how many people it takes, and what the study is worth."
    ),
    "brief_trial": "Made-up individual data, to rehearse an evaluation on.",
    "command_trial": (
        "Write made-up individual data, drawn from a scenario, to rehearse an evaluation on before "
        "the real data come: a CSV, the model file beside it, and the answers. Nobody was "
        "followed, and every file says so."
    ),
    "brief_voi": "What more research would be worth.",
    "command_voi": (
        "Show what more research is worth, and which numbers are most worth measuring better."
    ),
    "brief_explain": "Where one number comes from, and what it does.",
    "command_explain": ("Explain one number: from its line in the file to its share of the total."),
    "brief_verify": "Hold a scenario against published results.",
    "command_verify": "Hold scenarios against the published results that they must reproduce.",
    "brief_calibrate": "Fit unknown numbers to published results.",
    "command_calibrate": (
        "Fit unknown numbers to published targets, and say which ones the targets determine."
    ),
    "brief_batch": "Run many scenarios, or many variants, into CSV files.",
    "command_batch": (
        "Run many scenarios, or many variants of some, into tidy CSVs; a second run goes on where "
        "the first stopped."
    ),
    "brief_workbook": "The whole model as a live workbook.",
    "command_workbook": (
        "Write the whole model as a workbook with live formulas, for Excel or LibreOffice: inputs "
        "to change, the model, results, sensitivity, and checks against ipscost."
    ),
    "brief_import": "Read a changed workbook back as a scenario.",
    "command_import": (
        "Read what was changed in a workbook back as a scenario, which extends the one that the "
        "workbook was made from and says only what differs."
    ),
    "brief_report": "A page for a council, and everything behind it.",
    "command_report": (
        "Write what people take away: one file that opens in any browser, with a first page for a "
        "council, and behind it pictures, tables, every input and the record. Several scenarios "
        "are compared with the first."
    ),
    "brief_schema": "Print the JSON Schema with which editors check scenarios.",
    "command_schema": (
        "Print the JSON Schema of scenario files, with which editors complete and check them."
    ),
    "brief_completion": "Let the shell complete what you type.",
    "command_completion": (
        "Print the script with which a shell completes commands, options, scenarios and what "
        "stands in them. Load it once, as below, and start the shell anew."
    ),
    # arguments
    "option_file": (
        "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin."
    ),
    "option_cea_file": (
        "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin; "
        "or leave it out and give --psa."
    ),
    "option_voi_file": (
        "A scenario file, the name of one that comes with ipscost (ipscost list), or - for stdin; "
        "or leave it out and give --psa."
    ),
    "option_files": (
        "Scenario files, names of those that come with ipscost (ipscost list), or - for stdin."
    ),
    "option_batch_files": (
        "Scenario files, folders of them, patterns in quotes, or names of those that come with "
        "ipscost."
    ),
    "option_path": "A number of the scenario, such as cost.programme.ips or discount.cost.",
    "option_explain_path": (
        "A number of the scenario, such as cost.programme.ips, or a group of them, such as cost; "
        "without it, all paths are listed."
    ),
    "option_kind": "The picture: waterfall, months, payers, and so on, as above.",
    "option_model": "A workbook that ipscost workbook wrote, saved by Excel or LibreOffice.",
    "option_scenario": (
        "The scenario that the workbook was made from, if it is no longer where the workbook says."
    ),
    "option_name": "The name of the new scenario.",
    "option_shell": "The shell that you use.",
    # what is changed
    "option_set": "Change one value of the scenario; may be given several times.",
    "option_perspective": (
        "See it from this side: societal, a payer, public, health, welfare, or one that the "
        "scenario declares."
    ),
    "option_price_year": "State the money in the prices of this year.",
    "option_stress": (
        "Also try what must hold of any model on this one, and fill in two checklists: CHEERS 2022 "
        "and AdViSHE."
    ),
    # how it is simulated
    "option_draws": "Draws of the uncertain numbers; 0 for the point estimate.",
    "option_seed": "Seed of the draws; the same seed gives the same draws.",
    "option_sampler": "How numbers are drawn: at random, or evenly by the points of Sobol.",
    "option_engine": (
        "Compute expected values, or follow persons one by one, who differ as spread: says."
    ),
    "option_persons": "Persons followed in each draw, with --engine persons; else 1,000.",
    "option_level": "Level of the intervals.",
    # how the result is written
    "option_lang": "Language of the result; else that of IPSCOST_LANG, or of the system.",
    "option_format": "Format of the result; else a table, or what the ending of --out says.",
    "option_csv_dialect": "How CSV is written; excel-da opens right in Danish Excel.",
    "option_import_out": "Write the new scenario to this file, which must not exist yet.",
    "option_out": "Write the result to this file.",
    "option_notes": "Show every table and note, not the short answer alone.",
    "option_only": (
        "Show this table alone, without sentences and notes; may be given several times."
    ),
    "option_list_tables": "List the names and titles of the tables.",
    "option_plot": "Draw a small picture below the result.",
    "option_no_color": "No colour in the terminal.",
    "option_help": "Show this help.",
    "option_version": "Show the version.",
    # of several commands
    "option_months": "Show the course by month.",
    "option_years": "Show the course by year.",
    "option_outcome": "The outcome that counts as the effect: qaly, or outcome.qaly.",
    "option_wtp": (
        "Thresholds: what one more of the outcome (or one less, where that is better) is worth, "
        "in the money of the result."
    ),
    "option_arm": "Show this intervention, leave out the others; may be given several times.",
    "option_people": "Give the result for so many people in all, too; else as the scenario says.",
    # results made elsewhere
    "option_psa": (
        "Read probabilistic results made elsewhere (- for stdin), in place of a scenario."
    ),
    "option_effects": "The effects, a column an arm, where --psa holds the costs alone.",
    "option_parameters": "The parameters drawn, one row a draw.",
    "option_reference": "The arm that the others are compared with; else the first.",
    "option_better": "Whether less or more of the effect is better; else as its name says.",
    "option_arms": "The arms that count; else all that follow from no others.",
    "option_cost": "The cost that counts, where several may: cost_disc.",
    "option_currency": "The money of the costs, such as DKK_2017.",
    "option_save_draws": (
        "Write cost and effect in each draw to this file, and what was drawn beside it."
    ),
    # of one command
    "option_check_strict": "Treat warnings as errors.",
    "option_check_every": "Show every problem, however many there are.",
    "option_simulate_uncertainty": "Show where the uncertainty comes from.",
    "option_payers_payer": ("Show this account alone: a payer, or a perspective such as public."),
    "option_budget_payer": (
        "Whose account is told: a payer, public or all; by default all public payers together."
    ),
    "option_budget_prices": "Prices of the scenario's year throughout, or those of each year.",
    "option_budget_sites": "The sites of the rollout: a row each, joined by name.",
    "option_compare_vs": (
        "Compare with this variant of the scenario, the values of which are changed (semicolons "
        "between several); may be given several times."
    ),
    "option_compare_base": "The scenario that the others are compared with; else the first.",
    "option_compare_money": (
        "State all in this money, such as DKK_2024, or EUR_2024/DEU where countries share it."
    ),
    "option_compare_inputs": "Show which inputs differ, and what each explains.",
    "option_compare_allow": (
        "Compare scenarios although they differ in this (all: in either); may be given several "
        "times."
    ),
    "option_evidence_studies": "Scenarios with a study: section; else all that are shipped.",
    "option_evidence_group": "Show evaluations of this group alone (youth); may be repeated.",
    "option_evidence_country": "Show evaluations of this country alone (DNK); may be repeated.",
    "option_evidence_design": "Show evaluations of this design alone; may be repeated.",
    "option_evidence_money": (
        "The money that costs are told in, as EUR_2024/DEU; else kroner of the last year with "
        "prices."
    ),
    "option_evidence_pool": (
        "Pool the effects of the evaluations (random effects), and say what a new place may expect."
    ),
    "option_evidence_allow": (
        "Pool evaluations although they differ in this, or have an arm in which nobody or "
        "everybody was reached (zero); may be repeated."
    ),
    "option_evidence_measure": "The effect that the picture shows.",
    "option_plot_out": "Draw it into this file: .svg, .png or .pdf.",
    "option_plot_width": "How wide: one column of a journal (89 mm), or two (183 mm).",
    "option_plot_data": "Write the numbers of the picture to this file.",
    "option_plot_csv_dialect": "How --data is written; excel-da opens right in Danish Excel.",
    "option_plot_outcome": (
        "The outcome that counts: of tornado, analyses and evppi it makes net benefits."
    ),
    "option_budget": ("The answer is the net of the whole rollout instead of one person's saving."),
    "option_payer": (
        "Whose net of the rollout: a payer, public or all; public if nothing is said."
    ),
    "option_sensitivity_bounds": (
        "Vary a number between these values, in the unit in which it is stated."
    ),
    "option_sensitivity_grid": (
        "Vary two numbers together: give it twice; N is how many values of each."
    ),
    "option_report_what_if": (
        "A number that the reader can change between these values, up to eight of them; else "
        "those that matter most."
    ),
    "option_report_allow": (
        "Compare scenarios although they differ in this (all: in either); may be given several "
        "times."
    ),
    "option_report_out": (
        "The page to write: FILE.html, FILE.pdf for paper, or FILE.docx for a case of two pages."
    ),
    "option_report_template": "A file of Word whose styles, page and headers FILE.docx has.",
    "option_distribution_persons": "People followed, 1,000 to 200,000; else 50,000.",
    "option_power_n": "Numbers of people with the intervention; else those for 80 and 90% power.",
    "option_power_design": "How people are compared.",
    "option_power_controls": "People without for each with the intervention; else 1.",
    "option_power_sites": "Sites in all, for clusters and staggered.",
    "option_power_steps": "Groups of sites that start one after another, for staggered.",
    "option_power_icc": "Share of the variance between people that lies between sites.",
    "option_power_before": "Correlation of a person's before and after, for before-after; else 0.",
    "option_power_test": (
        "How simulated studies are tested; several with commas, to see what the choice changes."
    ),
    "option_power_outcome": "The outcome that is measured in place of the cost: qaly.",
    "option_power_wtp": (
        "What one more of the outcome is worth: then net benefit is measured, with --outcome."
    ),
    "option_power_sd": (
        "Standard deviation between people, of the cost, or of the outcome if that alone is "
        "measured; else what the scenario implies."
    ),
    "option_power_correlation": "Correlation of a person's cost and effect, with --wtp.",
    "option_power_people": "People a year whom the choice is for; with --years.",
    "option_power_years": "Years over which the choice is made; with --people.",
    "option_power_discount": (
        "The yearly discount rate of these years, with --people; else the scenario's."
    ),
    "option_power_cost_fixed": "What the study costs once, with --people.",
    "option_power_cost_person": "What it costs for each person in it, with --people.",
    "option_voi_group": (
        "Numbers that one study would measure together; may be given several times."
    ),
    "option_voi_study": "What a randomised study of two groups is worth, by its size (EVSI).",
    "option_voi_n": "Numbers of people in each group, with --study; else seven from 25 to 2,500.",
    "option_voi_sd": (
        "Standard deviation of cost between people, with --study; else what the scenario implies."
    ),
    "option_voi_correlation": "Correlation of a person's cost and effect, with --study.",
    "option_voi_cost_fixed": "What the study costs once, with --study and --people.",
    "option_voi_cost_person": "What it costs for each person in it, with --study and --people.",
    "option_voi_people": "People a year whom the choice is for; with --years.",
    "option_voi_years": "Years over which the choice is made; with --people.",
    "option_voi_discount": (
        "The yearly discount rate of these years, with --people; else the scenario's."
    ),
    "option_calibrate_out": "Write the fitted numbers as a scenario that extends FILE.",
    "option_calibrate_force": "Let --out replace a file.",
    "option_calibrate_starts": (
        "From how many places, beside the stated start, the search begins."
    ),
    "option_trial_n": "People in each arm.",
    "option_trial_out": "Write the data to this file, and the model file beside it (FILE.yaml).",
    "option_trial_key": "Write the answers to this file: what is true, and what was taken away.",
    "option_trial_missing": (
        "Leave gaps: mcar:0.2 by chance, mar:age by a column, mnar by the size of what is missing; "
        "a share may follow each, else 0.2."
    ),
    "option_trial_censor": "Cut this share of people off before the end (censoring).",
    "option_trial_before": "Add what each person had before, with this correlation.",
    "option_trial_design": "Chance decides for each person, or for whole sites (clusters).",
    "option_trial_sites": "Put the people at so many sites.",
    "option_trial_icc": "Share of the variance between people that lies between sites.",
    "option_trial_seed": "Seed of the people; the same seed gives the same people.",
    "option_calibrate_seed": (
        "Seed of the places where the search begins; the same seed gives the same answer."
    ),
    "option_batch_out": (
        "Folder for the results; a second run with it goes on where the first stopped."
    ),
    "option_batch_sweep": "Vary a path over N values, or PATH=a,b,c; several make a grid.",
    "option_batch_range": "Vary a path within bounds, by --sample.",
    "option_batch_sample": "Spread N points over the ranges: Latin hypercube, or Sobol.",
    "option_batch_design": "Variants from a file: a column a path, a row each.",
    "option_batch_months": "Write months.csv too.",
    "option_batch_keep_draws": "Write draws.parquet too.",
    "option_jobs": "Processes of this machine that compute.",
    "option_scheduler": "Let a Dask cluster compute (pip install 'ipscost[cluster]').",
    "option_worker_timeout": (
        "How many seconds to wait for a cluster that has no worker; else {wait}."
    ),
    "option_part": ("Compute part K of N alone, for --join: parts may run anywhere, at any time."),
    "option_join": "Write the tables from parts; nothing is computed.",
    "option_from": (
        "With --join: another folder into which parts were written; may be given again."
    ),
    # what stands for a value
    "metavar_OPTIONS": "OPTIONS",
    "metavar_COMMAND": "COMMAND",
    "metavar_FILE": "FILE",
    "metavar_DATA": "DATA",
    "metavar_MODEL": "MODEL",
    "metavar_SHIFT": "SHIFT",
    "metavar_KIND": "KIND",
    "metavar_NAME": "NAME",
    "metavar_PATH": "PATH",
    "metavar_VALUE": "VALUE",
    "metavar_YEAR": "YEAR",
    "metavar_SHARE": "SHARE",
    "metavar_FROM": "FROM",
    "metavar_TO": "TO",
    "metavar_STEP": "STEP",
    "metavar_MONEY": "MONEY",
    "metavar_DIR": "DIR",
    "metavar_LOW": "LOW",
    "metavar_HIGH": "HIGH",
    "metavar_SECONDS": "SECONDS",
    "metavar_RATE": "RATE",
    "metavar_TABLE": "TABLE",
    "metavar_NEW": "NEW",
    "metavar_HOST": "HOST",
    "metavar_COLUMN": "COLUMN",
}
