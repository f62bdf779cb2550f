#!/usr/bin/env python3
"""Calibrates what the evidence for garbled phrases is worth.

    calibrate.py [--trainer PROGRAM] MODEL TABLE BROKEN REPAIRED DECISION SPUN.tsv... > garble-decision.txt

SPUN: documents, some of them damaged by a spinner, in the form that spun_text.h describes; none that MODEL or the trees
were trained on. DECISION: an earlier file of the kind, for the numbers that are not fitted here. Fits what the places of
a paragraph say of the paragraph, and what a place is worth in a rewritten passage. Only Python's standard library is used.
"""
import argparse
import math
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import tables  # noqa: E402
from logistic import fit, sigmoid  # noqa: E402

PENALTY = 1.0
# Places of one paragraph are not independent (a rare subject surprises the model again and again), so they count for less
# than their number says.
DEPENDENCE = 0.75


def read_places(args):
    """Per paragraph: (file and document, words, damaged places, counts of a quick look, places of a thorough one)."""
    out = subprocess.run([args.trainer, "places", args.model, args.table, args.broken, args.repaired, args.decision]
                         + args.spun, capture_output=True, text=True, check=True).stdout
    rows = []
    for line in out.splitlines():
        file, document, _, words, damage, quick, thorough = line.split("\t")
        places = [(float(odds), float(float(broken) > 0), float(repaired))
                  for odds, broken, repaired in (place.split(",") for place in thorough.split())]
        rows.append(((file, document), int(words), int(damage), list(map(float, quick.split())), places))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trainer", default="build/release/bin/garble-trainer")
    for name in ["model", "table", "broken", "repaired", "decision"]:
        parser.add_argument(name)
    parser.add_argument("spun", nargs="+")
    args = parser.parse_args()
    numbers = {}
    for name, value in tables.rows_of(args.decision):
        numbers[name] = float(value)
    rows = read_places(args)
    damaged = {document for document, _, damage, _, _ in rows if damage}

    # Places come by at a steady rate for each word, one in clean text and another in damaged text (two Poisson processes):
    # each place speaks for damage by the logarithm of the rates' ratio, each word against it by their difference.
    log = sys.stderr
    rates = []
    for wanted in (False, True):
        here = [(words, quick) for document, words, damage, quick, _ in rows
                if (damage > 0) == wanted and (damage or document not in damaged)]
        words = sum(w for w, _ in here)
        if not words:
            sys.exit("calibrate: no %s document in what was spun" % ("damaged" if wanted else "clean"))
        rates.append([(sum(quick[kind] for _, quick in here) + 0.5) / words for kind in range(2)])
        print("damaged" if wanted else "clean", len(here), "paragraphs, places in 1,000 words: "
              + ", ".join(f"{1000 * rate:.2f}" for rate in rates[-1]), file=log)
    numbers["probable"], numbers["sure"] = [DEPENDENCE * math.log(d / c) for c, d in zip(*rates)]
    numbers["word"] = -DEPENDENCE * sum(d - c for c, d in zip(*rates))
    for name in ["word", "probable", "sure"]:
        print(name, round(numbers[name], 4), file=log)

    places = [place for document, _, damage, _, thorough in rows if damage for place in thorough]
    numbers["intercept"], (numbers["broken"],) = fit([([odds], broken) for odds, broken, _ in places], PENALTY)
    print("odds  places  broken  repaired  said", file=log)
    for low in range(-3, 7):
        here = [p for p in places if low <= p[0] < low + 1]
        if here:
            said = sum(sigmoid(numbers["intercept"] + numbers["broken"] * p[0]) for p in here) / len(here)
            print(f"{low:4} {len(here):7} {sum(p[1] for p in here) / len(here):7.3f} "
                  f"{sum(p[2] for p in here) / len(here):9.3f} {said:5.3f}", file=log)

    rows = "# What the evidence for garbled phrases is worth, made by tools/garble/calibrate.py.\n"
    rows += "".join(f"{name}\t{value:.4g}\n" for name, value in numbers.items())
    sys.stdout.write(tables.table("garble-decision", 1, rows))


if __name__ == "__main__":
    main()
