#!/usr/bin/env python3
"""Count the word forms of running text, one table a source.

    count_words.py OUT_FOLDER TEXT[.xz]...

Writes OUT_FOLDER/<name>.counts for each text: "form TAB count" in code point order, as written (capitals kept), forms seen at least
twice. A form is a run of letters and combining marks; parts joined by single hyphens make one form (in-tơ-nét). Text is composed (NFC)
first. Only Python's standard library is used.
"""
import lzma
import pathlib
import re
import sys
import unicodedata
from collections import Counter

FORM = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST = 2


def lines(path):
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as f:
        yield from f


def count(path):
    counts = Counter()
    block = []
    size = 0
    for line in lines(path):
        block.append(line)
        size += len(line)
        if size > 1 << 24:
            counts.update(FORM.findall(unicodedata.normalize("NFC", "".join(block))))
            block, size = [], 0
    counts.update(FORM.findall(unicodedata.normalize("NFC", "".join(block))))
    return counts


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:]:
        path = pathlib.Path(name)
        counts = count(path)
        with open(out / (path.name.split(".")[0] + ".counts"), "w", encoding="utf-8") as f:
            for form in sorted(counts):
                if counts[form] >= LEAST:
                    f.write(f"{form}\t{counts[form]}\n")


if __name__ == "__main__":
    main()
