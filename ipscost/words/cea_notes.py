"""The words of the notes of cea, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # notes
    "note_better_option": (
        "More is taken as better for {label}; if less is, add --better lower.",
        "Mere er regnet som bedre for {label}; er mindre bedre, tilføj --better lower.",
    ),
    "note_cea_threshold": (
        "Threshold: {worth}, stated as {stated}{source}.",
        "Tærskel: {worth}, angivet som {stated}{source}.",
    ),
    "note_cea_threshold_assumed": (
        "Assumed for the threshold: {text}.",
        "Antaget om tærsklen: {text}.",
    ),
    "note_cea_threshold_given": (
        "The thresholds are those of --wtp; the scenario states {worth}{source}.",
        "Tærsklerne er dem fra --wtp; scenariet angiver {worth}{source}.",
    ),
    "cea_source": (" in {source}", " i {source}"),
    "note_cea_no_threshold": (
        "No threshold is stated for {label}, so there is no net benefit here: --wtp N gives "
        "one{file}. The curves run to about twice {rule}.",
        "Der er ikke angivet nogen tærskel for {label}, så her er ingen nettogevinst: --wtp N "
        "angiver en{file}. Kurverne går til omkring det dobbelte af {rule}.",
    ),
    "cea_in_file": (
        ", as does threshold: in the scenario",
        ", og det gør threshold: i scenariet også",
    ),
    "cea_rule_icer": ("the highest ICER, {worth}", "den højeste ICER, {worth}"),
    "cea_rule_ratio": (
        "the largest ratio of a difference in cost to a difference in effect, whatever their "
        "signs, {worth}",
        "det største forhold mellem en forskel i omkostning og en forskel i effekt, uanset "
        "fortegn, {worth}",
    ),
    "note_cea_values": (
        "Differences, ICERs and net benefits are point estimates; intervals, probabilities, "
        "expected losses, EVPI and the best arm of the curves are over the draws. An ICER has no "
        "interval, since over the draws its sign loses its meaning; net benefit says how sure the "
        "result is, given this model and its inputs.",
        "Forskelle, ICER og nettogevinster er punktestimater; intervaller, "
        "sandsynligheder, forventede tab, EVPI og kurvernes bedste arm er over trækningerne. En "
        "ICER har intet interval, for over trækningerne mister dens fortegn sin mening; "
        "nettogevinsten siger, hvor sikkert resultatet er, givet denne model og dens input.",
    ),
    "note_cea_means": (
        "Differences, ICERs and net benefits are of the means over the draws. An ICER has no "
        "interval, since over the draws its sign loses its meaning; net benefit says how sure the "
        "result is, given this model and its inputs.",
        "Forskelle, ICER og nettogevinster er af gennemsnittene over trækningerne. En ICER har "
        "intet interval, for over trækningerne mister dens fortegn sin mening; nettogevinsten "
        "siger, hvor sikkert resultatet er, givet denne model og dens input.",
    ),
    "note_cea_few": (
        "{draws} draws are too few for intervals and probabilities to mean much.",
        "{draws} trækninger er for få til, at intervaller og sandsynligheder siger ret meget.",
    ),
    "note_cea_error": (
        "With {draws} draws the sampling error of a probability is at most {points} percentage "
        "points (95%).",
        "Med {draws} trækninger er en sandsynligheds stikprøvefejl højst {points} procentpoint "
        "(95%).",
    ),
    "note_cea_point": (
        "No probabilities, intervals or curves, because nothing was drawn; --draws 10000 gives "
        "them.",
        "Ingen sandsynligheder, intervaller eller kurver, for intet er trukket; --draws 10000 "
        "giver dem.",
    ),
    "note_cea_fixed": (
        "No probabilities, intervals or curves, because nothing that counts here has a stated "
        "uncertainty.",
        "Ingen sandsynligheder, intervaller eller kurver, for intet, der tæller her, har en "
        "angivet usikkerhed.",
    ),
    "note_cea_file": (
        "{draws} draws from {file}; ipscost {version}; digest {digest}.",
        "{draws} trækninger fra {file}; ipscost {version}; kontroltal {digest}.",
    ),
    "note_cea_file_point": (
        "Expected values from {file}; ipscost {version}; digest {digest}.",
        "Forventede værdier fra {file}; ipscost {version}; kontroltal {digest}.",
    ),
    "note_cea_rows": (
        "The curves have {count} thresholds; CSV, JSON and a workbook hold them all.",
        "Kurverne har {count} tærskler; CSV, JSON og en projektmappe rummer dem alle.",
    ),
}
