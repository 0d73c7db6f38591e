"""The words of threshold."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "turns_for": "For {population}: {sentence}",
    # tables
    "title_threshold": ("Threshold of {path}: {arm} compared with {reference}\n{answer}: {line}"),
    "title_thresholds": "Threshold of {path}, compared with {reference}\n{answer}: {line}",
    "arm": "Intervention",
    "row_sure": "{unit}, {level} interval",
    "value_now": "Now",
    "value_at_zero": "Threshold",
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
        "At every value of {subject} tried ({looked}), {arm} saves {whom} money: at least "
        "{nearest} per person."
    ),
    "threshold_none_cost": (
        "At every value of {subject} tried ({looked}), {arm} costs {whom} more: at least "
        "{nearest} per person."
    ),
    "threshold_none_benefit": (
        "At every value of {subject} tried ({looked}), the net benefit of {arm} is at least "
        "{nearest} per person."
    ),
    "threshold_none_benefit_less": (
        "At every value of {subject} tried ({looked}), the net benefit of {arm} is at most "
        "-{nearest} per person."
    ),
    "looked_between": "from {low} to {high}",
    "looked_low": "{low} or more",
    "looked_high": "{high} or less",
    "looked_all": "below and above 0",
    "threshold_idle_saving": "{subject} makes no difference to the saving with {arm}.",
    "threshold_idle_cost": "{subject} makes no difference to the extra cost with {arm}.",
    "threshold_idle_benefit": "{subject} makes no difference to the net benefit of {arm}.",
    "threshold_worth": (
        "The net benefit is 0 where {subject} is {value} ({aside}): that is the ICER of {arm} "
        "compared with {reference}."
    ),
    "threshold_now": "That is the threshold: {subject} is {now} now.",
    "now_at": "now {now}",
    "sure_up_saving": "Up to {sure}, even the low end of the {level} interval is a saving.",
    "sure_up_benefit": (
        "Up to {sure}, even the low end of the {level} interval is a positive net benefit."
    ),
    "sure_down_saving": "Down to {sure}, even the low end of the {level} interval is a saving.",
    "sure_down_benefit": (
        "Down to {sure}, even the low end of the {level} interval is a positive net benefit."
    ),
    "sure_only_up_saving": (
        "Only above {sure} is even the low end of the {level} interval a saving."
    ),
    "sure_only_up_benefit": (
        "Only above {sure} is even the low end of the {level} interval a positive net benefit."
    ),
    "sure_only_down_saving": (
        "Only below {sure} is even the low end of the {level} interval a saving."
    ),
    "sure_only_down_benefit": (
        "Only below {sure} is even the low end of the {level} interval a positive net benefit."
    ),
    "sure_never_saving": "At no value tried is even the low end of the {level} interval a saving.",
    "sure_never_benefit": (
        "At no value tried is even the low end of the {level} interval a positive net benefit."
    ),
    # notes
    "note_limits": "Searched where {path} is possible: from {low} to {high}.",
    "note_least": "Searched where {path} is possible: {low} or more.",
    "note_most": "Searched where {path} is possible: {high} or less.",
    "note_several": (
        "There is more than one threshold with {arms}; the sentence names the nearest ones."
    ),
    "note_of_mean": (
        "The file states {path} as a median; the values here are of its mean, which is what counts."
    ),
    "note_sure_by_draws": (
        "The {level} interval at a value of {path} takes that value in every draw, and the other "
        "numbers as they are drawn."
    ),
    "note_sure_moved": (
        "The {level} interval at a value of {path} takes its draws, shifted as a whole to that "
        "value, and the other numbers as they are drawn."
    ),
    "note_alone": (
        "{path} is correlated with other numbers; here it is varied alone. A difference is shifted "
        "as a whole, and any other number scaled, so that its mean is the value; its correlation "
        "with the others is kept."
    ),
    "note_try": "To see the result at that value: {command}",
}
