"""The saving of the trial, its interval, and one what-if, from Python.

python examples/from_python.py
"""

import numpy as np

import ipscost

run = ipscost.simulate(ipscost.load("inklusion-ips"))
saving = -run.point.difference("ips").sum()
assert run.ledger is not None
draws = -run.ledger.difference("ips").sum(axis=0)
low, high = np.quantile(draws, [0.025, 0.975])
print(f"IPS saves {saving:,.0f} kr. per person ({low:,.0f} to {high:,.0f})")

for category, value in zip(run.point.categories, run.point.difference("ips")[:, 0], strict=True):
    print(f"  {category:<28}{-value:>10,.0f}")

dearer = ipscost.load("inklusion-ips", ["cost.programme.ips.difference=3400"])
saving = -ipscost.simulate(dearer).point.difference("ips").sum()
print(f"with a programme of EUR 3,400 net: {saving:,.0f} kr.")
