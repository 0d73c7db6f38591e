"""Who saves how much, and what the dearest carry: distribution and concentration."""

from __future__ import annotations

import numpy as np

from ipscost.analysis.distribution.answer import at_main
from ipscost.analysis.distribution.measures import GAIN, MAIN
from ipscost.decision.concentration import carried_by
from ipscost.decision.dependence import bounds_of_quantile
from ipscost.messages import Message
from ipscost.report.charts import Axis, Lines, Series
from ipscost.report.distribution.figures import figures
from ipscost.report.distribution.tables import arms_table, claimed, dearest_table, saving_table
from ipscost.report.pictures.findings import Findings
from ipscost.report.pictures.picture import NoPictureError, Picture, saving_of
from ipscost.words.text import Words, listing, percent, probability, rate, say, sentences, within

SHARES = tuple(step / 40 for step in range(2, 39))
"""The shares of persons up to which each line of savings goes, from 5 to 95%: beyond, a few persons
would make the picture wide."""
DEAREST = tuple(step / 50 for step in range(51))


def distribution(found: Findings) -> Picture:
    """The share of persons who save at most so much, in the model and at its bounds."""
    persons, scenario = found.persons, found.scenario
    arms = claimed(persons)
    if not arms:
        raise NoPictureError(
            Message(
                "it is not known how people differ in what differs between the arms of "
                "{file}; state it under spread:, or see ipscost distribution",
                file=scenario.file,
            )
        )
    lines, told = list[Series](), list[Words]()
    for arm in arms:
        quantiles = np.quantile(persons.savings(arm), SHARES)
        label = scenario.arms[arm].label if len(arms) > 1 else say("distribution_model")
        lines.append(Series(label, tuple(quantiles.tolist()), SHARES))
        low, high = persons.bounds(arm).gain
        told.append(
            say(
                "picture_distribution",
                arm=within(scenario.arms[arm].label),
                reference=within(scenario.arms[scenario.reference].label),
                share=probability(persons.of(arm).shares[GAIN].mean),
                low=probability(low),
                high=probability(high),
            )
        )
    if len(arms) == 1:
        one, other = persons.sorted_costs(arms[0])
        ends = [bounds_of_quantile(one, other, share) for share in SHARES]
        for side, key in enumerate(("distribution_least", "distribution_most")):
            lines.append(Series(say(key), tuple(each[side] for each in ends), SHARES))
    table = saving_table(persons, arms[0]) if len(arms) == 1 else arms_table(persons, arms)
    return Picture(
        name="distribution",
        title=say("picture_title_distribution"),
        chart=Lines(
            x=Axis(saving_of(scenario), found.unit),
            y=Axis(say("picture_share_at_most"), "share"),
            lines=tuple(lines),
        ),
        alt=sentences(*told),
        table=table,
        figures=tuple(e for e in figures(persons) if not e.measure.startswith("cost_")),
        note=say("picture_distribution_note"),
    )


def concentration(found: Findings) -> Picture:
    """What the dearest carry of the cost, as a curve for each arm."""
    persons, scenario = found.persons, found.scenario
    lines, told = list[Series](), list[Words]()
    for arm in (persons.reference, *persons.arms):
        carried = at_main(persons.carried(arm))
        if carried is None:
            continue
        curve = carried_by(persons.costs(arm, persons.main), DEAREST)
        lines.append(Series(scenario.arms[arm].label, DEAREST, tuple(curve.tolist())))
        label = within(scenario.arms[arm].label)
        told.append(say("picture_carried", arm=label, share=percent(carried.mean, 1)))
    if not lines:
        raise NoPictureError(
            Message(
                "it is not known how people differ in the cost of {file}, or what that is "
                "in each arm; state it under spread:, or see ipscost distribution",
                file=scenario.file,
            )
        )
    lines.append(Series(say("picture_all_alike"), (0.0, 1.0), (0.0, 1.0)))
    return Picture(
        name="concentration",
        title=say("picture_title_concentration"),
        chart=Lines(
            x=Axis(say("picture_share_of_people"), "share"),
            y=Axis(say("picture_share_of_cost"), "share"),
            lines=tuple(lines),
        ),
        alt=say("picture_concentration", dearest=rate(MAIN), parts=listing(told)),
        table=dearest_table(persons),
        figures=tuple(e for e in figures(persons) if e.measure.startswith("cost_")),
        note=say("note_distribution_dearest"),
    )
