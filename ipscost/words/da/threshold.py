"""The words of threshold."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "turns_for": "For {population}: {sentence}",
    # tables
    "title_threshold": (
        "Tærskelværdi for {path}: {arm} sammenlignet med {reference}\n{answer}: {line}"
    ),
    "title_thresholds": ("Tærskelværdi for {path}, sammenlignet med {reference}\n{answer}: {line}"),
    "arm": "Indsats",
    "row_sure": "{unit}, {level}-interval",
    "value_now": "Nu",
    "value_at_zero": "Tærskel",
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
        "Ved hver prøvet værdi af {subject} ({looked}) sparer {arm} {whom} penge: mindst "
        "{nearest} pr. person."
    ),
    "threshold_none_cost": (
        "Ved hver prøvet værdi af {subject} ({looked}) koster {arm} {whom} mere: mindst "
        "{nearest} pr. person."
    ),
    "threshold_none_benefit": (
        "Ved hver prøvet værdi af {subject} ({looked}) er nettogevinsten ved {arm} mindst "
        "{nearest} pr. person."
    ),
    "threshold_none_benefit_less": (
        "Ved hver prøvet værdi af {subject} ({looked}) er nettogevinsten ved {arm} højst "
        "-{nearest} pr. person."
    ),
    "looked_between": "fra {low} til {high}",
    "looked_low": "{low} eller mere",
    "looked_high": "{high} eller mindre",
    "looked_all": "under og over 0",
    "threshold_idle_saving": "{subject} betyder intet for besparelsen med {arm}.",
    "threshold_idle_cost": "{subject} betyder intet for merudgiften med {arm}.",
    "threshold_idle_benefit": "{subject} betyder intet for nettogevinsten ved {arm}.",
    "threshold_worth": (
        "Nettogevinsten er 0, hvor {subject} er {value} ({aside}): det er ICER for {arm} "
        "sammenlignet med {reference}."
    ),
    "threshold_now": "Det er tærsklen: {subject} er {now} nu.",
    "now_at": "nu {now}",
    "sure_up_saving": ("Op til {sure} er hele {level}-intervallet en besparelse."),
    "sure_up_benefit": ("Op til {sure} er hele {level}-intervallet en positiv nettogevinst."),
    "sure_down_saving": ("Ned til {sure} er hele {level}-intervallet en besparelse."),
    "sure_down_benefit": ("Ned til {sure} er hele {level}-intervallet en positiv nettogevinst."),
    "sure_only_up_saving": ("Først over {sure} er hele {level}-intervallet en besparelse."),
    "sure_only_up_benefit": (
        "Først over {sure} er hele {level}-intervallet en positiv nettogevinst."
    ),
    "sure_only_down_saving": ("Først under {sure} er hele {level}-intervallet en besparelse."),
    "sure_only_down_benefit": (
        "Først under {sure} er hele {level}-intervallet en positiv nettogevinst."
    ),
    "sure_never_saving": ("Ved ingen prøvet værdi er hele {level}-intervallet en besparelse."),
    "sure_never_benefit": (
        "Ved ingen prøvet værdi er hele {level}-intervallet en positiv nettogevinst."
    ),
    # notes
    "note_limits": "Der er søgt, hvor {path} er mulig: fra {low} til {high}.",
    "note_least": "Der er søgt, hvor {path} er mulig: {low} eller mere.",
    "note_most": "Der er søgt, hvor {path} er mulig: {high} eller mindre.",
    "note_several": ("Der er mere end én tærskel med {arms}; sætningen nævner de nærmeste."),
    "note_of_mean": (
        "Filen angiver {path} som en median; værdierne her er dens gennemsnit, som er det, der "
        "tæller."
    ),
    "note_sure_by_draws": (
        "{level}-intervallet ved en værdi af {path} har den værdi i hver trækning og de andre "
        "tal, som de er trukket."
    ),
    "note_sure_moved": (
        "{level}-intervallet ved en værdi af {path} har dens trækninger, flyttet som helhed til "
        "den værdi, og de andre tal, som de er trukket."
    ),
    "note_alone": (
        "{path} er korreleret med andre tal; her varieres den alene. En forskel forskydes som "
        "helhed, og ethvert andet tal skaleres, så dets gennemsnit er værdien; korrelationen med "
        "de andre bevares."
    ),
    "note_try": "For at se resultatet ved den værdi: {command}",
}
