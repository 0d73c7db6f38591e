"""The words of the notes of cea."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # notes
    "note_better_option": "More is taken as better for {label}; if less is, add --better lower.",
    "note_cea_threshold": "Threshold: {worth}, stated as {stated}.",
    "note_cea_threshold_cited": "Threshold: {worth}, stated as {stated} in {source}.",
    "note_cea_threshold_assumed": "Assumed for the threshold: {text}.",
    "note_cea_threshold_given": ("The thresholds are those of --wtp; the scenario states {worth}."),
    "note_cea_threshold_given_cited": (
        "The thresholds are those of --wtp; the scenario states {worth} in {source}."
    ),
    "note_cea_no_threshold": (
        "No threshold is stated for {label}, so there is no net benefit here: --wtp N gives one, "
        "as does threshold: in the scenario."
    ),
    "note_cea_no_threshold_file": (
        "No threshold is stated for {label}, so there is no net benefit here: --wtp N gives one."
    ),
    "cea_curves_icer": "The curves run to about twice the highest ICER, {worth}.",
    "cea_curves_ratio": (
        "The curves run to about twice the largest ratio of a difference in cost to a difference "
        "in effect, whatever their signs, {worth}."
    ),
    "note_cea_values": (
        "Differences, ICERs and net benefits are point estimates; intervals, probabilities, "
        "expected losses, EVPI and the best arm of the curves are over the draws. An ICER has no "
        "interval, since over the draws its sign loses its meaning; net benefit says how sure the "
        "result is, given this model and its inputs."
    ),
    "note_cea_means": (
        "Differences, ICERs and net benefits are of the means over the draws. An ICER has no "
        "interval, since over the draws its sign loses its meaning; net benefit says how sure the "
        "result is, given this model and its inputs."
    ),
    "note_cea_few": "{draws} draws are too few for intervals and probabilities to mean much.",
    "note_cea_error": (
        "With {draws} draws the sampling error of a probability is at most {points} percentage "
        "points (95%)."
    ),
    "note_cea_point": (
        "No probabilities, intervals or curves, because nothing was drawn; --draws 10000 gives "
        "them."
    ),
    "note_cea_fixed": (
        "No probabilities, intervals or curves, because nothing that counts here has a stated "
        "uncertainty."
    ),
    "note_cea_file": "{draws} draws from {file}; ipscost {version}; digest {digest}.",
    "note_cea_file_point": "Expected values from {file}; ipscost {version}; digest {digest}.",
    "note_cea_rows": "The curves have {count} thresholds; CSV, JSON and a workbook hold them all.",
}
