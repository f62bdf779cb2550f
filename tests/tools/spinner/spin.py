#!/usr/bin/env python3
"""Damages clean text the way programs that rewrite articles do, and says what was damaged.

    spin.py [options] --gold GOLD.jsonl TEXT... > damaged.txt

TEXT holds one paragraph a line; an empty line, or every --paragraphs lines, ends a document. A table has the lines of
dictionaries/vi/substitutions.txt. GOLD gets one paragraph a line: doc, line, text and the damaged spans (code points,
half open), each with what stood there (right), the pair, the table it came from, and its type:
  SPUN_A   broken: a one-way pair that replaced a word, or one syllable of a word of compounds.txt
  SPUN_B   a near-synonym, or one syllable outside such a word: may read well
  RESIDUE  {a|b}, the choice itself left over
  CAPITAL  a name or sentence that lost its capital
Only Python's standard library is used.
"""
import argparse
import hashlib
import json
import os
import random
import re
import sys
import unicodedata

WORD = re.compile(r"[^\W\d_]+")
LONGEST = 4
HERE = os.path.dirname(os.path.abspath(__file__))


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line


def read_table(path):
    """original -> [(written, one_way)], in the order of the file."""
    table = {}

    def add(original, written, one_way):
        forms = table.setdefault(original, [])
        if written != original and all(written != form for form, _ in forms):
            forms.append((written, one_way))

    for line in lines_of(path):
        original, arrow, written = line.partition(" > ")
        if arrow:
            for form in written.split("|"):
                add(original, form, True)
        else:
            forms = line.split("|")
            for a in forms:
                for b in forms:
                    add(a, b, False)
    return table


def read_compounds(path):
    return {word for line in lines_of(path) for word in line.split(", ")}


def pairs_of(table):
    return {(original, written) for original, forms in table.items() for written, _ in forms}


def part_of(original, written, parts):
    """Splits pairs into disjoint parts that stay the same from run to run."""
    return hashlib.sha256(f"{original}\t{written}".encode()).digest()[0] % parts


def with_case(written, original_words, rng, lost_capitals):
    """The substitute in the letter case of what it replaces; and whether a capital was lost."""
    if len(original_words[0]) > 1 and original_words[0].isupper():
        return written.upper(), False
    if original_words[0][0].isupper():
        if rng.random() < lost_capitals:
            return written, True
        if len(original_words) > 1 and original_words[1][0].isupper():
            return written.title(), False
        return written[0].upper() + written[1:], False
    return written, False


class Spinner:
    def __init__(self, tables, unlike, compounds, options, rng):
        # tables: {name: table}; unlike: pairs to leave out
        self.rng = rng
        self.options = options
        self.compounds = compounds
        self.choices = {}
        for name, table in tables.items():
            for original, forms in table.items():
                for written, one_way in forms:
                    if options.part and part_of(original, written, options.part[1]) != options.part[0]:
                        continue
                    if (original, written) in unlike:
                        continue
                    self.choices.setdefault(original, []).append((written, one_way, name))

    def site_at(self, words, text, i):
        """What may be replaced from word i on: (number of words to skip, first word, last word, is part of a word)."""
        def joined(a, b):  # words a..b stand with single blanks between
            return all(text[words[k].end():words[k + 1].start()] == " " for k in range(a, b))

        lower = [w.group().lower() for w in words[i:i + LONGEST]]
        whole = next((size for size in range(min(LONGEST, len(lower)), 1, -1)
                      if " ".join(lower[:size]) in self.choices and joined(i, i + size - 1)), 0)
        if len(lower) > 1 and " ".join(lower[:2]) in self.compounds and joined(i, i + 1):
            known = [k for k in (0, 1) if any(one_way for _, one_way, _ in self.choices.get(lower[k], []))]
            if known and (whole < 2 or self.rng.random() < 0.5):
                k = i + self.rng.choice(known)
                return 2, k, k, True
            if not whole:
                return 2, None, None, False
        if whole:
            return whole, i, i + whole - 1, False
        if lower[0] in self.choices:
            return 1, i, i, False
        return 1, None, None, False

    def paragraph(self, text):
        words = list(WORD.finditer(text))
        out, spans, copied, length, i = [], [], 0, 0, 0
        while i < len(words):
            skip, first, last, inside = self.site_at(words, text, i)
            i += skip
            if first is None or self.rng.random() >= self.options.density * (self.options.soft if skip == 1 else 1):
                continue
            originals = [w.group() for w in words[first:last + 1]]
            form = " ".join(originals).lower()
            choices = self.choices[form]
            if inside:
                choices = [c for c in choices if c[1]]
            written, one_way, table = self.rng.choice(choices)
            right = text[words[first].start():words[last].end()]
            new, lost = with_case(written, originals, self.rng, self.options.lost_capitals)
            kind = "SPUN_A" if inside or (one_way and last > first) else "SPUN_B"
            if lost:
                kind = "SPUN_A" if kind == "SPUN_A" else "CAPITAL"
            if self.rng.random() < self.options.leftovers:
                new, kind = "{" + right + "|" + new + "}", "RESIDUE"
            out.append(text[copied:words[first].start()])
            length += len(out[-1])
            spans.append({"start": length, "end": length + len(new), "text": new, "right": right, "right2": None,
                          "types": [kind], "annotators": 2, "pair": f"{form} > {written}", "table": table})
            out.append(new)
            length += len(new)
            copied = words[last].end()
        out.append(text[copied:])
        return "".join(out), spans


def documents(paths, paragraphs):
    document = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = unicodedata.normalize("NFC", line.strip())
                if line:
                    document.append(line)
                if document and (not line or len(document) == paragraphs):
                    yield document
                    document = []
        if document:
            yield document
            document = []


def fraction(text):
    part, parts = text.split("/")
    return int(part), int(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--gold", required=True, help="where to write what was damaged")
    parser.add_argument("--table", action="append", metavar="NAME=FILE",
                        help="may be given several times; left out: own=pairs.txt beside this program")
    parser.add_argument("--compounds", default=os.path.join(HERE, "compounds.txt"))
    parser.add_argument("--unlike", metavar="FILE", help="leave out the pairs of this table")
    parser.add_argument("--part", type=fraction, metavar="K/N", help="use only the Kth of N disjoint parts of the pairs")
    parser.add_argument("--density", type=float, default=0.5, help="share of the possible places that is replaced")
    parser.add_argument("--soft", type=float, default=0.3,
                        help="how much seldomer single syllables that are words by themselves are replaced")
    parser.add_argument("--clean-share", type=float, default=0, help="share of the documents left as they are")
    parser.add_argument("--lost-capitals", type=float, default=0.1)
    parser.add_argument("--leftovers", type=float, default=0, help="share of the places left as {a|b}")
    parser.add_argument("--paragraphs", type=int, default=0, help="paragraphs of a document; 0: until an empty line")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    rng = random.Random(options.seed)
    tables = {}
    for table in options.table or ["own=" + os.path.join(HERE, "pairs.txt")]:
        name, _, path = table.partition("=")
        tables[name] = read_table(path)
    unlike = pairs_of(read_table(options.unlike)) if options.unlike else set()
    spinner = Spinner(tables, unlike, read_compounds(options.compounds), options, rng)
    with open(options.gold, "w", encoding="utf-8") as gold:
        for number, document in enumerate(documents(options.texts, options.paragraphs)):
            clean = rng.random() < options.clean_share
            for line, text in enumerate(document):
                spun, spans = (text, []) if clean else spinner.paragraph(text)
                print(spun)
                row = {"doc": f"{number:05d}", "line": line, "text": spun, "spans": spans}
                print(json.dumps(row, ensure_ascii=False), file=gold)
            print()


if __name__ == "__main__":
    sys.exit(main())
