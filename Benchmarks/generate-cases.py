#!/usr/bin/env python3
"""Writes a table of cases by chance: the same bytes for the same numbers and seed, with any Python 3.

usage: generate-cases.py crisp|fuzzy CASES CONDITIONS SEED OUT.csv

Conditions C1, C2, … and the outcome O are 0 or 1 (crisp) or memberships of two digits (fuzzy), each value as likely as the other.
Nothing goes with anything, so that there are many ways to explain the little that does: harder than what studies bring.
"""
import random
import sys


def write(kind, cases, conditions, seed, path):
    """Writes one table; the first column names the case."""
    draw = random.Random(seed)
    names = [f"C{number + 1}" for number in range(conditions)] + ["O"]
    with open(path, "w") as out:
        out.write(",".join(["case"] + names) + "\n")
        for case in range(cases):
            if kind == "crisp":
                values = [str(int(draw.random() * 2)) for _ in names]
            else:
                values = [f"{int(draw.random() * 101) / 100:.2f}" for _ in names]
            out.write(",".join([f"case{case + 1}"] + values) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 6 or sys.argv[1] not in ("crisp", "fuzzy"):
        sys.exit(__doc__)
    write(sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5])
