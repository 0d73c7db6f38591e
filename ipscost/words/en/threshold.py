"""The words of threshold."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_threshold": "Where it turns with {arm}: {path}\n{answer}: {line}",
    "row_sure": "{unit}, {level} interval",
    "value_now": "Now",
    "value_at_zero": "At zero",
    "times_now": "Times now",
    "threshold_cost": (
        "{subject} may cost up to {value} ({aside}) before {arm} no longer saves {whom} money."
    ),
    "threshold_up_saving": (
        "{subject} may rise to {value} ({aside}) before {arm} no longer saves {whom} money."
    ),
    "threshold_down_saving": (
        "{subject} may fall to {value} ({aside}) before {arm} no longer saves {whom} money."
    ),
    "threshold_between_saving": (
        "{arm} saves {whom} money while {subject} lies between {low} and {high} ({aside})."
    ),
    "threshold_up_cost": (
        "{subject} must rise to {value} ({aside}) before {arm} saves {whom} money."
    ),
    "threshold_down_cost": (
        "{subject} must fall to {value} ({aside}) before {arm} saves {whom} money."
    ),
    "threshold_between_cost": (
        "{arm} costs {whom} more while {subject} lies between {low} and {high} ({aside})."
    ),
    "threshold_up_benefit": (
        "{subject} may rise to {value} ({aside}) before {arm} is no longer worth its cost "
        "at {worth}."
    ),
    "threshold_down_benefit": (
        "{subject} may fall to {value} ({aside}) before {arm} is no longer worth its cost "
        "at {worth}."
    ),
    "threshold_between_benefit": (
        "{arm} is worth its cost at {worth} while {subject} lies between {low} and {high} "
        "({aside})."
    ),
    "threshold_up_benefit_less": (
        "{subject} must rise to {value} ({aside}) before {arm} is worth its cost at {worth}."
    ),
    "threshold_down_benefit_less": (
        "{subject} must fall to {value} ({aside}) before {arm} is worth its cost at {worth}."
    ),
    "threshold_between_benefit_less": (
        "{arm} is not worth its cost at {worth} while {subject} lies between {low} and "
        "{high} ({aside})."
    ),
    "threshold_none_saving": (
        "At every value of {subject} that was looked at ({looked}), {arm} saves {whom} money: at "
        "least {nearest} per person."
    ),
    "threshold_none_cost": (
        "At every value of {subject} that was looked at ({looked}), {arm} costs {whom} more: at "
        "least {nearest} per person."
    ),
    "threshold_none_benefit": (
        "At every value of {subject} that was looked at ({looked}), the net benefit is {nearest} "
        "or more."
    ),
    "threshold_none_benefit_less": (
        "At every value of {subject} that was looked at ({looked}), the net benefit is -{nearest} "
        "or less."
    ),
    "looked_between": "from {low} to {high}",
    "looked_low": "{low} or more",
    "looked_high": "{high} or less",
    "looked_all": "below and above 0",
    "threshold_idle_saving": "{subject} makes no difference to the saving.",
    "threshold_idle_cost": "{subject} makes no difference to the extra cost.",
    "threshold_idle_benefit": "{subject} makes no difference to the net benefit.",
    "threshold_worth": (
        "The net benefit is 0 where {subject} is {value} ({aside}): that is the ICER of {arm} "
        "against {reference}."
    ),
    "threshold_now": "It is zero as {subject} stands: {now}.",
    "now_at": "now {now}",
    "sure_up_saving": "Up to {sure} the whole {level} interval is a saving.",
    "sure_up_benefit": "Up to {sure} the whole {level} interval is a positive net benefit.",
    "sure_down_saving": "Down to {sure} the whole {level} interval is a saving.",
    "sure_down_benefit": "Down to {sure} the whole {level} interval is a positive net benefit.",
    "sure_only_up_saving": "Only from {sure} up is the whole {level} interval a saving.",
    "sure_only_up_benefit": (
        "Only from {sure} up is the whole {level} interval a positive net benefit."
    ),
    "sure_only_down_saving": "Only from {sure} down is the whole {level} interval a saving.",
    "sure_only_down_benefit": (
        "Only from {sure} down is the whole {level} interval a positive net benefit."
    ),
    "sure_never_saving": "At no value that was looked at is the whole {level} interval a saving.",
    "sure_never_benefit": (
        "At no value that was looked at is the whole {level} interval a positive net benefit."
    ),
    "note_limits": "Looked for where {path} is possible: from {low} to {high}.",
    "note_least": "Looked for where {path} is possible: {low} or more.",
    "note_most": "Looked for where {path} is possible: {high} or less.",
    "note_several": (
        "The sign turns at more than one value with {arms}; the sentence names the nearest ones."
    ),
    "note_of_mean": (
        "The file states {path} as a median; the values here are of its mean, which is what counts."
    ),
    "note_sure_by_draws": (
        "The {level} interval at a value of {path} has that value in every draw, and the draws of "
        "the other numbers."
    ),
    "note_sure_moved": (
        "The {level} interval at a value of {path} has its draws, moved as a whole to that "
        "value, and the draws of the other numbers."
    ),
    "note_alone": (
        "{path} is drawn together with others; here it is varied alone: a difference is shifted "
        "and any other number scaled as a whole to the value, which is then its mean, and it goes "
        "together with the others as before."
    ),
    "note_try": "To see it there: {command}",
}
