#!/usr/bin/env python3
"""Ordinal α and resampled units by PyPI `krippendorff`. usage: agreement-krippendorff.py RATINGS.csv REPLICATES"""
import sys

import krippendorff
import numpy as np

ratings = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1)
scale = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
counts = np.stack([(ratings == value).sum(1) for value in scale], 1)
random = np.random.default_rng(1)
alphas = [
    krippendorff.alpha(
        value_counts=counts[random.integers(0, len(counts), len(counts))], value_domain=scale, level_of_measurement="ordinal"
    )
    for _ in range(int(sys.argv[2]))
]
estimate = krippendorff.alpha(value_counts=counts, value_domain=scale, level_of_measurement="ordinal")
print(estimate, *np.quantile(alphas, [0.025, 0.975]))
