#!/usr/bin/env python3
"""Writes a synthetic REFI-QDA project: the same bytes for the same numbers and seed, with any Python 3.

usage: generate-qdpx.py DOCUMENTS MEGABYTES PASSAGES OUT.qdpx [--utf16] [--seed 1]

DOCUMENTS texts of MEGABYTES each, stored as they are, with PASSAGES coded passages each by two coders, emoji and line breaks of CR and LF.
Positions count code points and a line break as one, or, with --utf16, as NVivo for Windows counts them. `480 1 500` makes about 500 MB.
"""
import argparse
import uuid
import zipfile
from xml.sax.saxutils import quoteattr

MASK = (1 << 64) - 1
WORDS = """we had no money for peer support so the team leader asked whether anybody knew how the clinic culture would change
nurses said that training helped patients trust them while schedules workload contracts and transport made each visit harder than before
Führung Überlastung café naïve 😀 🎉 recovery respect hope plan ward district insurance manager""".split()
CODES = ["Culture", "Available Resources", "Relative Priority", "Engaging", "Financing", "Adapting", "Barrier", "Facilitator"]


class SplitMix64:
    def __init__(self, seed):
        self.state = seed & MASK

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) % bound


def guid(*key):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(map(str, key)))).upper()


def paragraphs(random, size):
    """About `size` bytes of words in paragraphs of 20 to 120 words, which are drawn anew for the first 200 and repeated in another order."""
    stock = []
    for _ in range(200):
        stock.append(" ".join(WORDS[random.below(len(WORDS))] for _ in range(20 + random.below(100))) + ".")
    total, chosen = 0, []
    while total < size:
        chosen.append(stock[random.below(len(stock))])
        total += len(chosen[-1].encode()) + 2
    return chosen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int)
    parser.add_argument("megabytes", type=float)
    parser.add_argument("passages", type=int)
    parser.add_argument("out")
    parser.add_argument("--utf16", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random = SplitMix64(options.seed)
    users = [(guid("user", name), name) for name in ("Ada", "Bo")]
    codes = [(guid("code", name), name) for name in CODES]

    def entry(name, method):
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.compress_type = method
        return info

    with zipfile.ZipFile(options.out, "w") as archive:
        sources = []
        for number in range(options.documents):
            chosen = paragraphs(random, int(options.megabytes * 1e6))
            starts, place = [], 0
            for words in chosen:
                starts.append(place)
                place += len(words) + (2 if options.utf16 else 1)
                if options.utf16:
                    place += sum(character > "\uffff" for character in words)
            name = guid("source", number)
            archive.writestr(entry(f"sources/{name}.txt", zipfile.ZIP_STORED), "\r\n".join(chosen).encode())
            xml = [f'<TextSource guid="{name}" name="Talk {number + 1}" plainTextPath="internal://{name}.txt">\n']
            for index in range(options.passages):
                first = random.below(len(chosen))
                words = chosen[first]
                length = len(words) + (sum(c > "\uffff" for c in words) if options.utf16 else 0)
                title = words if len(words) <= 100 else words[:100] + "…"
                user, code = users[random.below(2)][0], codes[random.below(len(codes))][0]
                xml.append(
                    f'<PlainTextSelection guid="{guid("selection", number, index)}" name={quoteattr(title)} startPosition="{starts[first]}" '
                    f'endPosition="{starts[first] + length}" creatingUser="{user}" creationDateTime="2024-03-14T10:15:00Z">'
                    f'<Coding guid="{guid("coding", number, index)}" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding>'
                    "</PlainTextSelection>\n")
            sources.append("".join(xml) + "</TextSource>\n")
        with archive.open(entry("project.qde", zipfile.ZIP_DEFLATED), "w", force_zip64=True) as project:
            def write(text):
                project.write(text.encode())

            write('<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Large" origin="synthetic">\n<Users>\n')
            write("".join(f'<User guid="{key}" name="{name}"/>\n' for key, name in users) + "</Users>\n<CodeBook><Codes>\n")
            write("".join(f'<Code guid="{key}" name="{name}" isCodable="true"/>\n' for key, name in codes) + "</Codes></CodeBook>\n<Sources>\n")
            for source in sources:
                write(source)
            write("</Sources>\n</Project>\n")


main()
