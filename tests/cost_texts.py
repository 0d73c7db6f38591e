"""Costs of scenarios that several test files share, with the numbers that each of them needs."""

from __future__ import annotations


def start_up(care: str = "{difference: -100}") -> str:
    """A programme that is paid in the first month, and care that saves in every one."""
    return f"""
start_up:
  kind: programme
  payer: municipality
  unit: DKK_2024/person
  source: study
  timing: {{months: [1, 1]}}
  usual: {{mean: 0}}
  ips: {{mean: 250}}
care:
  kind: service
  payer: region
  unit: DKK_2024/person/month
  source: study
  usual: {{mean: 500}}
  ips: {care}
"""


def care_and_rent(usual: str, care: str, rent: str, payer: str = "municipality") -> str:
    """Two costs with labels, paid by the region and by `payer`: their uncertainty is compared."""
    return f"""
care:
  label: {{en: Care, da: Pleje}}
  kind: service
  payer: region
  unit: DKK_2024/person
  source: study table 1
  usual: {usual}
  ips: {care}
rent:
  label: {{en: Rent, da: Husleje}}
  kind: service
  payer: {payer}
  unit: DKK_2024/person
  source: study table 1
  usual: {{mean: 500}}
  ips: {rent}
"""


def by_payer(
    programme: str, care: str, clinic: tuple[str, str], benefits: str, per: str = "person"
) -> str:
    """A programme, health care of two parts, and a transfer: three payers gain and pay.

    Each text is the amount of the arm ips; `clinic` has those of both arms, `per` person or month.
    """
    return f"""
programme:
  kind: programme
  payer: municipality
  unit: DKK_2024/person
  source: study
  timing: {{months: [1, 1]}}
  usual: {{mean: 0}}
  ips: {programme}
health:
  care:
    kind: service
    payer: region
    unit: DKK_2024/person/month
    source: study
    usual: {{mean: 500}}
    ips: {care}
  clinic:
    kind: service
    payer: region
    unit: DKK_2024/{per}
    source: study
    usual: {clinic[0]}
    ips: {clinic[1]}
benefits:
  kind: transfer
  payer: municipality
  receiver: citizen
  unit: DKK_2024/person/month
  source: study
  usual: {{mean: 500}}
  ips: {benefits}
"""
