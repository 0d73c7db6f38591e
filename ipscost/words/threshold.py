"""The words of threshold, in English and Danish; part of WORDS."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "title_threshold": (
        "Where it turns with {arm}: {path}\n{answer}: {line}",
        "Hvor det vender med {arm}: {path}\n{answer}: {line}",
    ),
    "row_sure": ("{unit}, {level} interval", "{unit}, {level}-interval"),
    "value_now": ("Now", "Nu"),
    "value_at_zero": ("At zero", "Ved nul"),
    "times_now": ("Times now", "Gange nu"),
    "threshold_cost": (
        "{subject} may cost up to {value} ({aside}) before {arm} no longer saves {whom} money.",
        "{subject} må koste op til {value} ({aside}), før {arm} ikke længere sparer {whom} penge.",
    ),
    "threshold_up_saving": (
        "{subject} may rise to {value} ({aside}) before {arm} no longer saves {whom} money.",
        "{subject} må stige til {value} ({aside}), før {arm} ikke længere sparer {whom} penge.",
    ),
    "threshold_down_saving": (
        "{subject} may fall to {value} ({aside}) before {arm} no longer saves {whom} money.",
        "{subject} må falde til {value} ({aside}), før {arm} ikke længere sparer {whom} penge.",
    ),
    "threshold_between_saving": (
        "{arm} saves {whom} money while {subject} lies between {low} and {high} ({aside}).",
        "{arm} sparer {whom} penge, så længe {subject} ligger mellem {low} og {high} ({aside}).",
    ),
    "threshold_up_cost": (
        "{subject} must rise to {value} ({aside}) before {arm} saves {whom} money.",
        "{subject} skal stige til {value} ({aside}), før {arm} sparer {whom} penge.",
    ),
    "threshold_down_cost": (
        "{subject} must fall to {value} ({aside}) before {arm} saves {whom} money.",
        "{subject} skal falde til {value} ({aside}), før {arm} sparer {whom} penge.",
    ),
    "threshold_between_cost": (
        "{arm} costs {whom} more while {subject} lies between {low} and {high} ({aside}).",
        "{arm} koster {whom} mere, så længe {subject} ligger mellem {low} og {high} ({aside}).",
    ),
    "threshold_up_benefit": (
        "{subject} may rise to {value} ({aside}) before {arm} is no longer worth its cost "
        "at {worth}.",
        "{subject} må stige til {value} ({aside}), før {arm} ikke længere er prisen værd "
        "ved {worth}.",
    ),
    "threshold_down_benefit": (
        "{subject} may fall to {value} ({aside}) before {arm} is no longer worth its cost "
        "at {worth}.",
        "{subject} må falde til {value} ({aside}), før {arm} ikke længere er prisen værd "
        "ved {worth}.",
    ),
    "threshold_between_benefit": (
        "{arm} is worth its cost at {worth} while {subject} lies between {low} and {high} "
        "({aside}).",
        "{arm} er prisen værd ved {worth}, så længe {subject} ligger mellem {low} og {high} "
        "({aside}).",
    ),
    "threshold_up_benefit_less": (
        "{subject} must rise to {value} ({aside}) before {arm} is worth its cost at {worth}.",
        "{subject} skal stige til {value} ({aside}), før {arm} er prisen værd ved {worth}.",
    ),
    "threshold_down_benefit_less": (
        "{subject} must fall to {value} ({aside}) before {arm} is worth its cost at {worth}.",
        "{subject} skal falde til {value} ({aside}), før {arm} er prisen værd ved {worth}.",
    ),
    "threshold_between_benefit_less": (
        "{arm} is not worth its cost at {worth} while {subject} lies between {low} and "
        "{high} ({aside}).",
        "{arm} er ikke prisen værd ved {worth}, så længe {subject} ligger mellem {low} og "
        "{high} ({aside}).",
    ),
    "threshold_none_saving": (
        "At every value of {subject} that was looked at ({looked}), {arm} saves {whom} money: at "
        "least {nearest} per person.",
        "Ved hver værdi af {subject}, der er prøvet ({looked}), sparer {arm} {whom} penge: mindst "
        "{nearest} pr. person.",
    ),
    "threshold_none_cost": (
        "At every value of {subject} that was looked at ({looked}), {arm} costs {whom} more: at "
        "least {nearest} per person.",
        "Ved hver værdi af {subject}, der er prøvet ({looked}), koster {arm} {whom} mere: mindst "
        "{nearest} pr. person.",
    ),
    "threshold_none_benefit": (
        "At every value of {subject} that was looked at ({looked}), the net benefit is {nearest} "
        "or more.",
        "Ved hver værdi af {subject}, der er prøvet ({looked}), er nettogevinsten {nearest} eller "
        "mere.",
    ),
    "threshold_none_benefit_less": (
        "At every value of {subject} that was looked at ({looked}), the net benefit is -{nearest} "
        "or less.",
        "Ved hver værdi af {subject}, der er prøvet ({looked}), er nettogevinsten -{nearest} eller "
        "mindre.",
    ),
    "looked_between": ("from {low} to {high}", "fra {low} til {high}"),
    "looked_low": ("{low} or more", "{low} eller mere"),
    "looked_high": ("{high} or less", "{high} eller mindre"),
    "looked_all": ("below and above 0", "under og over 0"),
    "threshold_idle_saving": (
        "{subject} makes no difference to the saving.",
        "{subject} gør ingen forskel for besparelsen.",
    ),
    "threshold_idle_cost": (
        "{subject} makes no difference to the extra cost.",
        "{subject} gør ingen forskel for merudgiften.",
    ),
    "threshold_idle_benefit": (
        "{subject} makes no difference to the net benefit.",
        "{subject} gør ingen forskel for nettogevinsten.",
    ),
    "threshold_worth": (
        "The net benefit is 0 where {subject} is {value} ({aside}): that is the ICER of {arm} "
        "against {reference}.",
        "Nettogevinsten er 0, hvor {subject} er {value} ({aside}): det er ICER for {arm} "
        "sammenlignet med {reference}.",
    ),
    "threshold_now": (
        "It is zero as {subject} stands: {now}.",
        "Den er nul, som {subject} står: {now}.",
    ),
    "now_at": ("now {now}", "nu {now}"),
    "side_saving": ("a saving", "en besparelse"),
    "side_benefit": ("a positive net benefit", "en positiv nettogevinst"),
    "sure_up": (
        "Up to {sure} the whole {level} interval is {side}.",
        "Op til {sure} er hele {level}-intervallet {side}.",
    ),
    "sure_down": (
        "Down to {sure} the whole {level} interval is {side}.",
        "Ned til {sure} er hele {level}-intervallet {side}.",
    ),
    "sure_only_up": (
        "Only from {sure} up is the whole {level} interval {side}.",
        "Først fra {sure} og op er hele {level}-intervallet {side}.",
    ),
    "sure_only_down": (
        "Only from {sure} down is the whole {level} interval {side}.",
        "Først fra {sure} og ned er hele {level}-intervallet {side}.",
    ),
    "sure_never": (
        "At no value that was looked at is the whole {level} interval {side}.",
        "Ved ingen værdi, der er prøvet, er hele {level}-intervallet {side}.",
    ),
    "note_limits": (
        "Looked for where {path} is possible: from {low} to {high}{unit}.",
        "Søgt, hvor {path} er mulig: fra {low} til {high}{unit}.",
    ),
    "note_least": (
        "Looked for where {path} is possible: {low}{unit} or more.",
        "Søgt, hvor {path} er mulig: {low}{unit} eller mere.",
    ),
    "note_most": (
        "Looked for where {path} is possible: {high}{unit} or less.",
        "Søgt, hvor {path} er mulig: {high}{unit} eller mindre.",
    ),
    "note_several": (
        "The sign turns at more than one value with {arms}; the sentence names the nearest ones.",
        "Fortegnet vender ved mere end én værdi med {arms}; sætningen nævner de nærmeste.",
    ),
    "note_of_mean": (
        "The file states {path} as a median; the values here are of its mean, which is what "
        "counts.",
        "Filen angiver {path} som en median; værdierne her er dens gennemsnit, som er det, der "
        "tæller.",
    ),
    "note_sure_by_draws": (
        "The {level} interval at a value of {path} has that value in every draw, and the draws of "
        "the other numbers.",
        "{level}-intervallet ved en værdi af {path} har den værdi i hver trækning og de andre "
        "tals trækninger.",
    ),
    "note_sure_moved": (
        "The {level} interval at a value of {path} has its draws, moved as a whole to that "
        "value, and the draws of the other numbers.",
        "{level}-intervallet ved en værdi af {path} har dens trækninger, flyttet som helhed til "
        "den værdi, og de andre tals trækninger.",
    ),
    "note_alone": (
        "{path} is drawn together with others; here it is varied alone: a difference is shifted "
        "and any other number scaled as a whole to the value, which is then its mean, and it goes "
        "together with the others as before.",
        "{path} trækkes sammen med andre; her varieres den alene: en forskel forskydes, og andre "
        "tal skaleres som helhed til værdien, som så er gennemsnittet, og sammenhængen med de "
        "andre er som før.",
    ),
    "note_try": ("To see it there: {command}", "For at se det dér: {command}"),
}
