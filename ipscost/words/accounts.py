"""The words of payers, and of perspectives, discount schedules and the course over months."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # from whose side
    "societal": ("societal perspective", "samfundsperspektiv"),
    "payer_perspective": ("perspective of {payer}", "set fra {payer}"),
    "welfare_perspective": ("welfare-economic perspective", "velfærdsøkonomisk perspektiv"),
    "whom_public": ("the public purses", "de offentlige kasser"),
    "whom_health": ("the health service", "sundhedsvæsenet"),
    "whom_welfare": ("society (welfare-economic)", "samfundet (velfærdsøkonomisk)"),
    "account_societal": ("Society, without transfers", "Samfundet, uden overførsler"),
    "account_public": ("All public purses", "Alle offentlige kasser"),
    "account_health": ("The health service", "Sundhedsvæsenet"),
    "account_welfare": ("Society, welfare-economic", "Samfundet, velfærdsøkonomisk"),
    "received_share": ("{label} (receives {share})", "{label} (modtager {share})"),
    # discounting
    "discounted": (", discounted {rates}", ", diskonteret {rates}"),
    "rate_a_year": ("{rate} a year", "{rate} om året"),
    "rate_later": ("{rate} after year {year}", "{rate} efter år {year}"),
    "note_discount": (
        "Discounting: costs {cost}, outcomes {outcome} a year.{why}{source}",
        "Diskontering: omkostninger {cost}, resultater {outcome} om året.{why}{source}",
    ),
    "schedule_source": (
        " Schedule {schedule}: {source}.",
        " Renteforløb {schedule}: {source}.",
    ),
    "note_welfare": (
        "Welfare-economic: resources and production count times the net tax factor {factor} "
        "({factor_source}), and each krone that the public purses spend on balance loses "
        "{loss} more by taxation ({loss_source}).",
        "Velfærdsøkonomisk: ressourcer og produktion tæller gange nettoafgiftsfaktoren {factor} "
        "({factor_source}), og hver krone, som de offentlige kasser samlet bruger, koster "
        "yderligere {loss} ved skatteforvridning ({loss_source}).",
    ),
}
