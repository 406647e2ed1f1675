#!/usr/bin/env python3
"""Writes a synthetic export of coded segments as CSV: the same bytes for the same rows and seed, with any Python 3.

usage: generate-segments.py ROWS OUT.csv [--seed 1]

200 organizations with 10 interviews each, CFIR 2022 codes as paths and a few inductive ones, weights, segments of 50 to 1500 characters with
quotes, commas, line breaks and letters outside ASCII. Invented words; a million rows are about 500 MB.
"""
import argparse

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) % bound


CODES = """Innovation > Innovation Source|Innovation > Innovation Evidence-Base|Innovation > Innovation Relative Advantage
Innovation > Innovation Adaptability|Innovation > Innovation Complexity|Innovation > Innovation Design|Innovation > Innovation Cost
Outer Setting > Critical Incidents|Outer Setting > Local Attitudes|Outer Setting > Local Conditions
Outer Setting > Partnerships & Connections|Outer Setting > Policies & Laws|Outer Setting > Financing
Outer Setting > External Pressure > Market Pressure|Outer Setting > External Pressure > Societal Pressure
Inner Setting > Structural Characteristics > Work Infrastructure|Inner Setting > Structural Characteristics > Physical Infrastructure
Inner Setting > Relational Connections|Inner Setting > Communications|Inner Setting > Culture > Recipient-Centeredness
Inner Setting > Culture > Deliverer-Centeredness|Inner Setting > Culture > Learning-Centeredness|Inner Setting > Tension for Change
Inner Setting > Compatibility|Inner Setting > Relative Priority|Inner Setting > Incentive Systems|Inner Setting > Mission Alignment
Inner Setting > Available Resources > Funding|Inner Setting > Available Resources > Space|Inner Setting > Access to Knowledge & Information
Individuals > High-level Leaders > Motivation|Individuals > Mid-level Leaders > Capability|Individuals > Innovation Deliverers > Capability
Individuals > Innovation Deliverers > Opportunity|Individuals > Innovation Recipients > Need|Individuals > Opinion Leaders
Implementation Process > Teaming|Implementation Process > Assessing Needs > Innovation Recipients|Implementation Process > Planning
Implementation Process > Tailoring Strategies|Implementation Process > Engaging > Innovation Deliverers|Implementation Process > Doing
Implementation Process > Reflecting & Evaluating > Innovation|Implementation Process > Adapting|Inductive > Rides and distance
Inductive > Waiting on paperwork""".replace("\n", "|").split("|")
WORDS = """the and to a of we it they was for on not have as but so when staff nurse clinic leader time training form week month really
maybe never always because before after until without during unless difficult easy helpful burnout turnover money room desk computer
supervisor peer client group door bus court budget letter meeting question answer""".split()
LETTERS = "café naïve Łódź Zoë größer — … “listen” São résumé".split()


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\n') else cell


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("rows", type=int)
    arguments.add_argument("out")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    random = SplitMix64(options.seed)
    sentences = []
    for _ in range(4096):
        words = [WORDS[random.below(len(WORDS))] for _ in range(6 + random.below(16))]
        if random.below(6) == 0:
            words[random.below(len(words))] = LETTERS[random.below(len(LETTERS))]
        sentence = " ".join(words).capitalize()
        kind = random.below(10)
        sentences.append('"' + sentence + '," she said.' if kind == 0 else sentence + (", you know." if kind < 4 else "."))
    organizations = [f"Organization {number:03d}" + (", Inc." if number % 9 == 0 else "") for number in range(200)]
    with open(options.out, "w", encoding="utf-8", newline="", buffering=1 << 22) as out:
        out.write("Document group,Document name,Code,Weight score,Segment,Begin,End,Coded by,Created,Comment,Area\n")
        lines = []
        for row in range(options.rows):
            place = random.below(200)
            # Popular codes stand before rare ones: the smaller of two draws.
            code = CODES[min(random.below(len(CODES)), random.below(len(CODES)))]
            length = 50 + random.below(520) + (random.below(700) if random.below(6) == 0 else 0)
            parts, size = [], 0
            while size < length:
                parts.append(sentences[random.below(4096)])
                size += len(parts[-1]) + 1
                if random.below(9) == 0:
                    parts.append("\nI:")
            text = " ".join(parts)[:1500]
            begin = 1 + random.below(400)
            weight = "" if random.below(8) == 0 else str(random.below(5) - 2)
            cells = [
                organizations[place], f"I{place:03d} interview {random.below(10):02d}", code, weight, text, str(begin),
                str(begin + len(parts) // 3), "AK" if random.below(2) else "LD", f"2025-0{1 + random.below(9)}-1{random.below(10)}",
                "" if random.below(8) else 'see "memo", discuss', str(len(text)),
            ]
            lines.append(",".join(map(quoted, cells)))
            if len(lines) == 4096:
                out.write("\n".join(lines) + "\n")
                lines = []
        if lines:
            out.write("\n".join(lines) + "\n")


main()
