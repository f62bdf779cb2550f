#!/usr/bin/env python3
"""How well soat finds what the spinner damages: pairs that its table knows against pairs that it does not.

    report.py SOAT TEXT...

TEXT: clean text, one paragraph a line, documents separated by empty lines (or --paragraphs N); of your own writing, or
text that the language model has not seen. Each document is spun once with the pairs of the detector's table (seen) and
once with the spinner's own pairs that the detector's table lacks (unseen), and checked as a document of its own.

A broken place (SPUN_A) is found when a finding of the categories garble or spelling overlaps it, and repaired when the
first suggestion gives the text as it was. Precision: findings of these categories that overlap any damaged place.
ROC AUC: paragraphs of 40 syllables or more, spun against clean, by the probability of the assessment.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import spin

HERE = os.path.dirname(os.path.abspath(__file__))
DETECTOR = os.path.join(HERE, "../../../dictionaries/vi/substitutions.txt")
OWN = os.path.join(HERE, "pairs.txt")


def check(soat, documents, profile):
    """documents: lists of paragraphs. Gives what --format json says of each, in order."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, paragraphs in enumerate(documents):
            names.append(os.path.join(folder, f"{i:05d}.txt"))
            with open(names[-1], "w", encoding="utf-8") as file:
                file.write("\n".join(paragraphs))
        result = subprocess.run([soat, "check", "--format", "json", "--profile", profile, "--only", "garble,spelling",
                                 "-j", "2", *names], capture_output=True, text=True, encoding="utf-8")
        if result.returncode not in (0, 1):
            sys.exit(result.stderr)
        return json.loads(result.stdout)["documents"]


def spin_documents(arguments, texts, options):
    with tempfile.TemporaryDirectory() as folder:
        gold = os.path.join(folder, "gold.jsonl")
        subprocess.run([sys.executable, os.path.join(HERE, "spin.py"), "--gold", gold, "--density", str(options.density),
                        "--seed", str(options.seed), "--paragraphs", str(options.paragraphs),
                        *(["--part", options.part] if options.part else []), *arguments, *texts],
                       check=True, stdout=subprocess.DEVNULL)
        documents = {}
        with open(gold, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                documents.setdefault(row["doc"], []).append(row)
        return list(documents.values())


def overlap(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def repairs(finding, span, text, right):
    """Whether taking the first suggestion undoes this damage, other damage left as it is."""
    if not finding["suggestions"]:
        return False
    start, end = min(span["start"], finding["start"]), max(span["end"], finding["end"])
    fixed = text[start:finding["start"]] + finding["suggestions"][0] + text[finding["end"]:end]
    return fixed.casefold() == (text[start:span["start"]] + right + text[span["end"]:end]).casefold()


def measure(documents, checked):
    broken = found = repaired = alarms = right = 0
    for rows, result in zip(documents, checked):
        for row in rows:
            findings = [f for f in result["findings"] if f["paragraph"] == row["line"]]
            alarms += len(findings)
            right += sum(any(overlap(f, span) for span in row["spans"]) for f in findings)
            for span in row["spans"]:
                if span["types"] != ["SPUN_A"]:
                    continue
                broken += 1
                hits = [f for f in findings if overlap(f, span)]
                found += bool(hits)
                repaired += any(repairs(f, span, row["text"], span["right"]) for f in hits)
    return broken, found / max(broken, 1), right / max(alarms, 1), repaired / max(broken, 1)


def area(positive, negative):
    """Area under the ROC curve: how often a spun paragraph ranks above a clean one (Mann and Whitney 1947)."""
    ranked = sorted([(p, 1) for p in positive] + [(p, 0) for p in negative])
    total, i = 0.0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        total += sum(label for _, label in ranked[i:j]) * (i + j + 1) / 2
        i = j
    return (total - len(positive) * (len(positive) + 1) / 2) / max(len(positive) * len(negative), 1)


def probabilities(documents, checked, spun):
    out = []
    for rows, result in zip(documents, checked):
        if "assessment" not in result:
            sys.exit("soat does not assess paragraphs: is its data complete?")
        for row, paragraph in zip(rows, result["assessment"]["paragraphs"]):
            if len(spin.WORD.findall(row["text"])) >= 40 and bool(row["spans"]) == spun:
                out.append(paragraph["probability"])
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("soat")
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--density", type=float, default=0.5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--paragraphs", type=int, default=0)
    parser.add_argument("--part", metavar="K/N", help="only the Kth of N disjoint parts of the pairs (see spin.py)")
    options = parser.parse_args()

    own, detector = (spin.pairs_of(spin.read_table(path)) for path in (OWN, DETECTOR))
    print(f"pairs: detector {len(detector)}, spinner {len(own)}, in both {len(own & detector)} (left out of unseen)")
    clean = spin_documents(["--clean-share", "1"], options.texts, options)
    kinds = {"seen": ["--table", "detector=" + DETECTOR], "unseen": ["--table", "own=" + OWN, "--unlike", DETECTOR]}
    spun = {name: spin_documents(arguments, options.texts, options) for name, arguments in kinds.items()}
    print(f"{'':8}{'profile':8}{'places':>8}{'recall':>8}{'precision':>11}{'repaired':>10}{'ROC AUC':>9}")
    for profile in ("normal", "strict"):
        clean_checked = check(options.soat, [[row["text"] for row in rows] for rows in clean], profile)
        words = sum(len(spin.WORD.findall(row["text"])) for rows in clean for row in rows)
        for name, documents in spun.items():
            checked = check(options.soat, [[row["text"] for row in rows] for rows in documents], profile)
            broken, recall, precision, repaired = measure(documents, checked)
            auc = area(probabilities(documents, checked, True), probabilities(clean, clean_checked, False))
            print(f"{name:8}{profile:8}{broken:8}{recall:8.3f}{precision:11.3f}{repaired:10.3f}{auc:9.4f}")
        alarms = sum(len(result["findings"]) for result in clean_checked)
        print(f"{'clean':8}{profile:8}{alarms:8} findings, {1000 * alarms / words:.3f} per 1,000 syllables")


if __name__ == "__main__":
    main()
