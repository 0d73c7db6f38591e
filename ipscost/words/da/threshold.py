"""The words of threshold."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title_threshold": "Hvor det vender med {arm}: {path}\n{answer}: {line}",
    "row_sure": "{unit}, {level}-interval",
    "value_now": "Nu",
    "value_at_zero": "Ved nul",
    "times_now": "Gange nu",
    "threshold_cost": (
        "{subject} må koste op til {value} ({aside}), før {arm} ikke længere sparer {whom} penge."
    ),
    "threshold_up_saving": (
        "{subject} må stige til {value} ({aside}), før {arm} ikke længere sparer {whom} penge."
    ),
    "threshold_down_saving": (
        "{subject} må falde til {value} ({aside}), før {arm} ikke længere sparer {whom} penge."
    ),
    "threshold_between_saving": (
        "{arm} sparer {whom} penge, så længe {subject} ligger mellem {low} og {high} ({aside})."
    ),
    "threshold_up_cost": (
        "{subject} skal stige til {value} ({aside}), før {arm} sparer {whom} penge."
    ),
    "threshold_down_cost": (
        "{subject} skal falde til {value} ({aside}), før {arm} sparer {whom} penge."
    ),
    "threshold_between_cost": (
        "{arm} koster {whom} mere, så længe {subject} ligger mellem {low} og {high} ({aside})."
    ),
    "threshold_up_benefit": (
        "{subject} må stige til {value} ({aside}), før {arm} ikke længere er prisen værd "
        "ved {worth}."
    ),
    "threshold_down_benefit": (
        "{subject} må falde til {value} ({aside}), før {arm} ikke længere er prisen værd "
        "ved {worth}."
    ),
    "threshold_between_benefit": (
        "{arm} er prisen værd ved {worth}, så længe {subject} ligger mellem {low} og {high} "
        "({aside})."
    ),
    "threshold_up_benefit_less": (
        "{subject} skal stige til {value} ({aside}), før {arm} er prisen værd ved {worth}."
    ),
    "threshold_down_benefit_less": (
        "{subject} skal falde til {value} ({aside}), før {arm} er prisen værd ved {worth}."
    ),
    "threshold_between_benefit_less": (
        "{arm} er ikke prisen værd ved {worth}, så længe {subject} ligger mellem {low} og "
        "{high} ({aside})."
    ),
    "threshold_none_saving": (
        "Ved hver værdi af {subject}, der er prøvet ({looked}), sparer {arm} {whom} penge: mindst "
        "{nearest} pr. person."
    ),
    "threshold_none_cost": (
        "Ved hver værdi af {subject}, der er prøvet ({looked}), koster {arm} {whom} mere: mindst "
        "{nearest} pr. person."
    ),
    "threshold_none_benefit": (
        "Ved hver værdi af {subject}, der er prøvet ({looked}), er nettogevinsten {nearest} eller "
        "mere."
    ),
    "threshold_none_benefit_less": (
        "Ved hver værdi af {subject}, der er prøvet ({looked}), er nettogevinsten -{nearest} eller "
        "mindre."
    ),
    "looked_between": "fra {low} til {high}",
    "looked_low": "{low} eller mere",
    "looked_high": "{high} eller mindre",
    "looked_all": "under og over 0",
    "threshold_idle_saving": "{subject} gør ingen forskel for besparelsen.",
    "threshold_idle_cost": "{subject} gør ingen forskel for merudgiften.",
    "threshold_idle_benefit": "{subject} gør ingen forskel for nettogevinsten.",
    "threshold_worth": (
        "Nettogevinsten er 0, hvor {subject} er {value} ({aside}): det er ICER for {arm} "
        "sammenlignet med {reference}."
    ),
    "threshold_now": "Den er nul, som {subject} står: {now}.",
    "now_at": "nu {now}",
    "sure_up_saving": "Op til {sure} er hele {level}-intervallet en besparelse.",
    "sure_up_benefit": "Op til {sure} er hele {level}-intervallet en positiv nettogevinst.",
    "sure_down_saving": "Ned til {sure} er hele {level}-intervallet en besparelse.",
    "sure_down_benefit": "Ned til {sure} er hele {level}-intervallet en positiv nettogevinst.",
    "sure_only_up_saving": "Først fra {sure} og op er hele {level}-intervallet en besparelse.",
    "sure_only_up_benefit": (
        "Først fra {sure} og op er hele {level}-intervallet en positiv nettogevinst."
    ),
    "sure_only_down_saving": "Først fra {sure} og ned er hele {level}-intervallet en besparelse.",
    "sure_only_down_benefit": (
        "Først fra {sure} og ned er hele {level}-intervallet en positiv nettogevinst."
    ),
    "sure_never_saving": (
        "Ved ingen værdi, der er prøvet, er hele {level}-intervallet en besparelse."
    ),
    "sure_never_benefit": (
        "Ved ingen værdi, der er prøvet, er hele {level}-intervallet en positiv nettogevinst."
    ),
    "note_limits": "Søgt, hvor {path} er mulig: fra {low} til {high}.",
    "note_least": "Søgt, hvor {path} er mulig: {low} eller mere.",
    "note_most": "Søgt, hvor {path} er mulig: {high} eller mindre.",
    "note_several": (
        "Fortegnet vender ved mere end én værdi med {arms}; sætningen nævner de nærmeste."
    ),
    "note_of_mean": (
        "Filen angiver {path} som en median; værdierne her er dens gennemsnit, som er det, der "
        "tæller."
    ),
    "note_sure_by_draws": (
        "{level}-intervallet ved en værdi af {path} har den værdi i hver trækning og de andre "
        "tals trækninger."
    ),
    "note_sure_moved": (
        "{level}-intervallet ved en værdi af {path} har dens trækninger, flyttet som helhed til "
        "den værdi, og de andre tals trækninger."
    ),
    "note_alone": (
        "{path} trækkes sammen med andre; her varieres den alene: en forskel forskydes, og andre "
        "tal skaleres som helhed til værdien, som så er gennemsnittet, og sammenhængen med de "
        "andre er som før."
    ),
    "note_try": "For at se det dér: {command}",
}
