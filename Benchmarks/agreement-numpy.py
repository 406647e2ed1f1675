#!/usr/bin/env python3
"""Ordinal α and resampled units by vectorised numpy: each unit's coincidences once, drawn counts times these as one matrix product.
usage: agreement-numpy.py RATINGS.csv REPLICATES"""
import sys

import numpy as np

ratings = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1)
scale = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
counts = np.stack([(ratings == value).sum(1) for value in scale], 1).astype(float)
sizes = counts.sum(1)
counts, sizes = counts[sizes >= 2], sizes[sizes >= 2]
n = len(sizes)
pairs = counts[:, :, None] * counts[:, None, :] - np.einsum("ij,jk->ijk", counts, np.eye(5))
pairs = (pairs / (sizes - 1)[:, None, None]).reshape(n, 25)


def alpha(drawn):
    """α of each row of drawn counts of units."""
    coincidences = (drawn @ pairs).reshape(-1, 5, 5)
    margins = coincidences.sum(2)
    total = margins.sum(1)
    middle = np.cumsum(margins, 1) - margins / 2
    metric = (middle[:, :, None] - middle[:, None, :]) ** 2
    observed = (coincidences * metric).sum((1, 2)) / total
    expected = (margins[:, :, None] * margins[:, None, :] * metric).sum((1, 2)) / (total * (total - 1))
    return 1 - observed / expected


drawn = np.random.default_rng(1).multinomial(n, np.full(n, 1 / n), size=int(sys.argv[2])).astype(float)
print(alpha(np.ones((1, n)))[0], *np.quantile(alpha(drawn), [0.025, 0.975]))
