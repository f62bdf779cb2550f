#!/usr/bin/env python3
"""Calibrates the decision of the context rule on annotated drafts.

    calibrate.py [--trainer PROGRAM] MODEL SLIPS VECTORS TREES DRAFTS.jsonl > context-decision.txt

DRAFTS: one document a line, {"text": ..., "mistakes": [{"text", "start_offset", "suggest"}, ...]} (the format of
Viwiki-Spelling). A logistic function over the sum of the trees and a few features is fitted, no words and no phrases.
What cross-validation by document says of it goes to standard error. Only Python's standard library is used.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import tables  # noqa: E402
from logistic import fit, sigmoid  # noqa: E402

# Beside the sum of the trees. A few dozen at most, so that a few hundred errors suffice.
WEIGHTS = ["gain", "fit_gain", "cost", "repeated", "repeated_c", "same_after", "capitals", "letter_case", "first", "kind",
           "suspicion", "frequency", "frequency_c", "left", "quoted", "order_left", "order_right", "order_left_c",
           "order_right_c", "capital_share", "tone_written", "changed_marks", "margin", "posterior", "fit", "length",
           "marked", "before", "sentence"]
PENALTY = 3.0  # on the squares of the weights of standardised features
FOLDS = 6
LEAST_ODDS = -7  # of the trees: what lies below is clear and would only drown the rest


def read_names(source):
    """The names of the features in order, from features.cpp's table as the trainer prints it."""
    return subprocess.run([source, "features"], capture_output=True, text=True, check=True).stdout.split()


def evidence(args, documents, names):
    """Per document a list of suspects: (start, end in code points of the text, suggestion, odds, features)."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, document in enumerate(documents):
            paths.append(os.path.join(folder, f"{i}.txt"))
            with open(paths[-1], "w", encoding="utf-8", newline="") as file:
                file.write(document["text"].replace("\r", " "))
        out = subprocess.run([args.trainer, "evidence", args.model, args.slips, args.vectors, args.trees] + paths,
                             capture_output=True, text=True, check=True).stdout
    result = [[] for _ in documents]
    lines = []
    for document in documents:
        start, table = 0, []
        for line in document["text"].split("\n"):
            # UTF-16 offset to code point, where they differ
            wide = [i for i, c in enumerate(line) if ord(c) > 0xFFFF]
            table.append((start, wide))
            start += len(line) + 1
        lines.append(table)
    for row in out.splitlines():
        cells = row.split("\t")
        d, paragraph, start, end = map(int, cells[:4])
        base, wide = lines[d][paragraph]
        for index in wide:
            start -= index < start
            end -= index < end
        features = dict(zip(names, map(float, cells[6:])))
        result[d].append((base + start, base + end, cells[4], float(cells[5]), features))
    return result


def same_syllable(a, b):
    """Whether two spellings differ in the place of the tone or in i and y only: the context rule sees no difference."""
    def key(word):
        letters = unicodedata.normalize("NFD", word.casefold().strip()).replace("y", "i")
        tones = [c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323"]
        return "".join(c for c in letters if c not in tones), tones
    return key(a) == key(b)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trainer", default="build/release/bin/context-trainer")
    for name in ["model", "slips", "vectors", "trees", "drafts"]:
        parser.add_argument(name)
    args = parser.parse_args()
    with open(args.drafts, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file if line.strip()]
    suspects = evidence(args, documents, read_names(args.trainer))

    points, gold = [], 0  # (document, vector, label, corrected)
    for d, (document, found) in enumerate(zip(documents, suspects)):
        mistakes = [(int(m["start_offset"]), int(m["start_offset"]) + len(m["text"]), m) for m in document["mistakes"]]
        gold += len(mistakes)
        for start, end, suggestion, odds, features in found:
            hit = [m for s, e, m in mistakes if start < e and end > s]
            corrected = any(suggestion.casefold() in [w.casefold().strip() for w in m["suggest"]] for m in hit)
            if any(same_syllable(document["text"][s:e], w) for s, e, m in mistakes if start < e and end > s
                   for w in m["suggest"]):
                continue  # a matter of other rules
            points.append((d, [odds] + [features[name] for name in WEIGHTS], 1.0 if hit else 0.0, corrected))

    predictions = []
    for fold in range(FOLDS):
        train = [(x, y) for d, x, y, _ in points if d % FOLDS != fold and x[0] > LEAST_ODDS]
        intercept, weights = fit(train, PENALTY)
        for d, x, y, corrected in points:
            if d % FOLDS == fold:
                known = x[0] > LEAST_ODDS
                predictions.append((0.0 if not known else sigmoid(intercept + sum(a * b for a, b in zip(weights, x))), y, corrected))
    predictions.sort(reverse=True)
    log = sys.stderr
    print(f"suspects {len(points)}, errors {gold}, among the suspects {int(sum(p[2] for p in points))}", file=log)
    true, best = 0, (0.0,)
    table = {}
    for i, (p, y, _) in enumerate(predictions, 1):
        true += y
        f1 = 2 * true / (i + gold)
        best = max(best, (f1, p, true / i, true / gold))
        for mark in (95, 90, 85, 80, 75, 70, 60):
            if true / i >= mark / 100:
                table[mark] = (true / gold, p)
    print("cross-validated: best F1 %.3f at confidence %.2f (precision %.3f, recall %.3f)" % best, file=log)
    for mark, (recall, p) in table.items():
        print(f"  precision {mark}: recall {recall:.3f} at confidence {p:.2f}", file=log)
    print("confidence  suspects  right  first suggestion right", file=log)
    for low in [x / 10 for x in range(9, -1, -1)]:
        here = [(y, c) for p, y, c in predictions if low <= p < low + 0.1]
        if here:
            print(f"  {low:.1f}-{low + 0.1:.1f} {len(here):8} {sum(y for y, _ in here) / len(here):8.3f} "
                  f"{sum(c for _, c in here) / max(1, sum(y for y, _ in here)):8.3f}", file=log)

    intercept, weights = fit([(x, y) for _, x, y, _ in points if x[0] > LEAST_ODDS], PENALTY)
    rows = "# Calibration of the decision on annotated drafts, made by tools/context/calibrate.py.\n"
    rows += f"least\t{LEAST_ODDS}\nintercept\t{intercept:.4f}\ntrees\t{weights[0]:.4f}\n"
    rows += "".join(f"{name}\t{weight:.4f}\n" for name, weight in zip(WEIGHTS, weights[1:]))
    sys.stdout.write(tables.table("context-decision", 1, rows))


if __name__ == "__main__":
    main()
