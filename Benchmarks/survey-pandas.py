#!/usr/bin/env python3
"""What `cfir survey` computes, by pandas. usage: survey-pandas.py IN.csv OUT.json"""
import json
import sys

import numpy
import pandas

table = pandas.read_csv(sys.argv[1])
items = [name for name in table if name.startswith("q")]
answers = table[items]
covariance = answers.cov()
count = len(items)
alpha = count / (count - 1) * (1 - numpy.trace(covariance) / covariance.values.sum())
total = answers.sum(axis=1)
rest = {item: answers[item].corr(total - answers[item]) for item in items}
score = answers.mean(axis=1)
groups = score.groupby(table.organization).agg(["size", "mean", "std"])
variance = answers.groupby(table.organization).var().mean(axis=1).clip(upper=2) / 2
rwgj = count * (1 - variance) / (count * (1 - variance) + variance)
json.dump(
    {"alpha": alpha, "rest": rest, "groups": {g: [int(r["size"]), r["mean"], r["std"], rwgj[g]] for g, r in groups.iterrows()}},
    open(sys.argv[2], "w"),
)
